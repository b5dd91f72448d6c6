"""The questions for a source, and for details of a source or a place."""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.fields import Part, fields_of, label_of, use_of, value_type
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import is_url, url_identity, with_scheme
from claim_tracker.cli.known_sources import inline_at, inline_sources, key_at
from claim_tracker.cli.options.field_options import DETAILS, FieldType, field_type
from claim_tracker.cli.output import show_text
from claim_tracker.cli.prompts.prompt import ask, confirm
from claim_tracker.cli.prompts.question import Choice, Question

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile

_OF_TITLES = ("publisher", "published")
"""What is asked of a source without an address."""


def ask_source(
    file: "TrackedFile",
    *,
    needed: bool,
    proposed: str | None,
    keep: Callable[[dict[str, Any]], None],
    is_given: bool = False,
) -> dict[str, Any]:
    """Return a `source` that is asked for, and the `source_key` that it gets, if it gets one.

    The answer is a key, an address, or the title of what has no address. Nothing is returned
    where what is proposed `is_given` already, and is the answer. `keep` gets what is known of the
    answer ahead of each further question.
    """
    question = Question(
        label="Source",
        advice="a key, an address, or the title of what has no address",
        what="source",
        choices=_choices(file),
        read=_read,
        is_a_name=lambda text: not is_url(text) and with_scheme(text) is None,
        needed=needed,
        default=proposed,
    )
    answer: str | None = ask(question)
    if is_given and answer == proposed:
        return {}
    if answer is None or answer in file.content.sources:
        return {"source": answer, "source_key": None}
    meant = with_scheme(answer)
    if meant is not None and confirm(f"  Do you mean `{meant}`?", default=True):
        answer = meant
    if not is_url(answer):
        what = "  No source has this key. Is it the title of one without an address?"
        if not confirm(what, default=" " in answer):
            return ask_source(file, needed=needed, proposed=None, keep=keep)
        return _describe({"title": answer}, _OF_TITLES, keep)
    return _of_url(file, _as_known(file, answer), keep)


def _of_url(
    file: "TrackedFile", url: str, keep: Callable[[dict[str, Any]], None]
) -> dict[str, Any]:
    """Return the answer that an address comes to: its key, or with details or a key asked for."""
    from claim_tracker.edit.ids import made_key

    known = key_at(file, url)
    if known is not None:
        show_text(f"This address is the source `{known}`.", "  ")
        return {"source": known, "source_key": None}
    inline = inline_at(file, url)
    if inline is None:
        return _describe({"url": url}, DETAILS, keep)
    keep({"source": {"url": inline["url"]}, "source_key": None})
    proposal = made_key(inline, file.content.sources)
    show_text("The file has this address already; it gets a key now, and moves to `sources`.", "  ")
    key = ask(key_question("source", proposal, file.content.sources))
    return {"source": {"url": inline["url"]}, "source_key": key}


def text_of_source(source: Any) -> str | None:
    """Return the answer that names a source, of several the first: a key, an address, a title."""
    if isinstance(source, list):
        return text_of_source(source[0]) if source else None
    if isinstance(source, Mapping):
        named = (source.get(name) for name in ("source", "url", "title"))
        return next((key for key in named if isinstance(key, str)), None)
    return source if isinstance(source, str) else None


def detail_question(part: type[Part], name: str, *, default: str | None = None) -> Question:
    """Return the question for a detail of a source or a place."""
    kind = field_type(part, name)
    return Question(
        label=f"  {use_of(part, name).question or label_of(part, name)}",
        read=lambda text: kind.convert(text, None, None),
        needed=fields_of(part)[name].is_required(),
        default=default,
        advice=examples_of(part, name),
    )


def examples_of(part: type[Part], name: str) -> str:
    """Return examples of a date or a country, whose form is not plain from its question."""
    if value_type(part, name).shape not in ("date", "deadline", "country"):
        return ""
    return f"such as {', '.join(f'`{each}`' for each in fields_of(part)[name].examples or ())}"


def key_question(what: str, proposal: str, taken: Collection[str]) -> Question:
    """Return the question for the key of a source or a place, one that is not taken."""

    def read(text: str) -> str:
        if text in taken:
            raise click.BadParameter(f"`{text}` is the key of another {what}.")
        return text

    return Question(label="  Its key", read=read, needed=True, default=proposal)


def _describe(
    source: dict[str, str], names: tuple[str, ...], keep: Callable[[dict[str, Any]], None]
) -> dict[str, Any]:
    """Return a source with the details that are asked for, as the answer."""
    answer = {"source": source, "source_key": None}
    for name in names:
        keep(answer)
        detail = ask(detail_question(Source, name))
        source |= {name: detail} if detail is not None else {}
    return answer


def _read(text: str) -> str:
    return FieldType(Source, "url" if is_url(text) else "title").read(text)


def _as_known(file: "TrackedFile", url: str) -> str:
    """Return an address, or the known one that a person says it is.

    That differs in nothing but `https`, `www.`, a slash at the end or a fragment.
    """
    sources = (*file.content.sources.values(), *inline_sources(file))
    urls = [source.url for source in sources if source.url]
    if any(url_identity(known) == url_identity(url) for known in urls):
        return url
    near = next((known for known in urls if _rough(known) == _rough(url)), None)
    if near is not None and confirm(f"  Do you mean `{near}`, which the file has?", default=True):
        return near
    return url


def _rough(url: str) -> str:
    text = (url_identity(url) or url).partition("#")[0].partition("://")[2]
    return text.removeprefix("www.").rstrip("/")


def _choices(file: "TrackedFile") -> list[Choice]:
    """Return the addresses of inline sources, and then the keys; of each the latest first."""
    from claim_tracker.render.phrases import source_words

    choices = [
        Choice(key, source_words(source) or "", tuple(filter(None, (source.title,))))
        for key, source in file.content.sources.items()
    ]
    choices += [
        Choice(source.url, source_words(source) or "", tuple(filter(None, (source.title,))))
        for source in inline_sources(file)
        if source.url is not None
    ]
    return list({choice.value: choice for choice in reversed(choices)}.values())
