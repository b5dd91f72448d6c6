"""The messages of what is published, as they stand in the code, and the catalogues of them."""

from collections.abc import Iterator
from importlib.resources import files
from io import SEEK_END, BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from claim_tracker.claims.fields import fields_of, label_of, value_type
from claim_tracker.claims.model import Claim, Update
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.render.plain_words import PLAIN

RENDER = Path(str(files("claim_tracker.render")))
FOLDER = RENDER / "publish" / "catalogues"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.po")))
_IN_CONTEXT = ((1, "c"), 2)
_KEYWORDS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": _IN_CONTEXT,
    "message": _IN_CONTEXT,
}
_OF_TEMPLATES = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_HEADER = """\
# Translations of the pages, feeds and calendars of claim-tracker.
# `pytest tests/render/publish/test_catalogues.py -m '' --renew` brings the messages up to date.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
Message = tuple[str | None, str | tuple[str, ...]]
"""A context and a text, or a text for one and one for many."""


def messages() -> dict[Message, set[str]]:
    """What is to be translated, each with the files in which it stands."""
    found: dict[Message, set[str]] = {}
    for file, context, text in (*_in_files(), *_in_model()):
        found.setdefault((context, text), set()).add(file)
    return found


def _in_files() -> Iterator[tuple[str, str | None, str | tuple[str, ...]]]:
    for path in sorted((*RENDER.rglob("*.py"), *RENDER.rglob("*.html"))):
        with path.open("rb") as file:
            method = "python" if path.suffix == ".py" else "jinja2"
            options = {} if method == "python" else _OF_TEMPLATES
            for _, text, _, context in extract(method, file, _KEYWORDS, options=options):
                yield path.relative_to(RENDER.parent).as_posix(), context, text


def _in_model() -> Iterator[tuple[str, str | None, str | tuple[str, ...]]]:
    """The words of the format, and the labels of its fields, which stand in no call."""
    for word in (*STATUSES, "late"):
        yield "claims/vocabulary.py", "word", PLAIN.word(word)
    for part in (Claim, Update):
        for name in fields_of(part):
            yield "claims/model.py", "label", label_of(part, name)
            for word in value_type(part, name).words:
                yield "claims/vocabulary.py", "word", PLAIN.word(word)
    for name in fields_of(Update):
        yield "claims/model.py", "within a phrase", label_of(Update, name).lower()


def catalogue(name: str) -> Catalog:
    """The translations into a language as they are kept."""
    with (FOLDER / f"{name}.po").open("rb") as file:
        return read_po(file, locale=Locale.parse(name, sep="-"))


def texts(of: object) -> tuple[str, ...]:
    """The texts of a message or of its translation: one, or one for each form."""
    return (of,) if isinstance(of, str) else tuple(of) if isinstance(of, tuple | list) else ()


def up_to_date(name: str) -> bytes:
    """The catalogue of a language with each message, those without a translation empty."""
    old, new = catalogue(name), Catalog(Locale.parse(name, sep="-"))
    new.mime_headers = [("Plural-Forms", old.plural_forms)]  # in every version of Babel
    for (context, text), places in messages().items():
        known = old.get(text if isinstance(text, str) else text[0], context)
        locations = [(place, 0) for place in sorted(places)]
        new.add(text, known.string if known else None, locations, context=context)
    written = BytesIO(_HEADER.format(language=name, plural=old.plural_forms).encode())
    written.seek(0, SEEK_END)
    write_po(written, new, width=100, omit_header=True, include_lineno=False)
    return written.getvalue()
