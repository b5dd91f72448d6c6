"""Errors of values: what is wrong with one, as pydantic reports it, and what to write instead."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.fixes import Yaml
from claim_tracker.checks.form.as_mapping import PARTED, surely_named, with_names
from claim_tracker.checks.paths import field_name, model_at
from claim_tracker.checks.synonyms import is_word, other_advice, proposed_words
from claim_tracker.claims.fields import NO_MAPPING, Part, fields_of, validated, value_type
from claim_tracker.claims.figure import MAY_BE_SCALE, parse_amount
from claim_tracker.claims.model import Publisher, Quantity, Update
from claim_tracker.claims.scalars import (
    COUNTRY,
    ID_LENGTH,
    Text,
    is_number,
    with_scheme,
    zone_names,
)
from claim_tracker.claims.vocabulary import OUTCOMES, RETIRED, outcomes_of
from claim_tracker.dates import Period, Within
from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import MAX_IN_ADVICE, cut, hidden
from claim_tracker.text.latin import slug
from claim_tracker.text.suggest import nearest, slip_of
from claim_tracker.yaml import Path, Problem, mapping_or_empty, value_at
from claim_tracker.yaml.decode import hidden_problem

_MAX_READ_LENGTH = 1_000
"""Only so many characters of a value are read to find the intended one."""
_WORDS = re.compile(r"[^\W_][\w.'\u2019-]*(?: [\w.'\u2019-]+)*")
"""Words that mean themselves wherever they stand in YAML."""
_EXAMPLES = {
    "id": "id: base-closes",
    "claim": "claim: The base closes.",
    "kind": "kind: commitment",
    "speaker": "speaker: A. Minister",
    "source": "source: a-key-of-sources",
    "date": "date: 2025-09-30",
    "url": "url: https://example.org/report",
    "name": "name: Ain al-Asad Air Base",
    "value": "value: 2500",
    "at": "at: page 12",
    "unit": "unit: US troops",
    "version": "version: 1",
    "claims": "claims: []",
}
_EXAMPLES_OF_PUBLISHERS = {"name": "name: Example News"}
_HERE = Span(1, 1, 1, 1)
_UNREADABLE = re.compile("[\ud800-\udfff]")
_COMMA = r"[,;\u060c\u3001\uff0c]"
_BETWEEN = re.compile(rf"\s*{_COMMA}\s*(?:and\s+)?|\s+(?:and|&)\s+")
"""What parts the items of a text that is to be a list."""
_OF_AN_ITEM = "each item begins with `- ` and has fields of its own"
_LISTS_OF_MAPPINGS = ("claims", "updates")
_WANTED = {
    "date_type": ("a date", "write it like `2025-09-30`"),
    "number_type": ("a number", "write digits, such as `2500`"),
    "bool_type": ("true or false", "write `true` or `false`"),
    "tuple_type": ("a list", "write a list, such as `[a, b]`, or one item a line with `- `"),
    "dict_type": ("a mapping", "write each entry as `key: {…}`"),
    NO_MAPPING: ("a mapping", "write its fields as `name: value`, one a line"),
}


@dataclass(frozen=True, slots=True)
class ErrorInData:
    """What pydantic refused: the data it is in, the path there, and pydantic's own details.

    `tags` are the tags of the claims of the file.
    """

    root: dict[str, Any]
    path: Path
    detail: ErrorDetails
    tags: Collection[str] = ()

    @property
    def name(self) -> str:
        """Return the field that is faulty, or the list whose item is."""
        return field_name(self.path)

    @property
    def what(self) -> str:
        """Return what is faulty in words: the field, or an item of it."""
        lead = "an item of " if isinstance(self.path[-1], int) else ""
        return f"{lead}`{self.name}`"

    @property
    def example(self) -> str | None:
        """Return how the field could be written, where it is one that has to be."""
        is_of_publisher = model_at(self.path[:-1]) is Publisher
        examples = _EXAMPLES | (_EXAMPLES_OF_PUBLISHERS if is_of_publisher else {})
        return examples.get(self.name)

    @property
    def written(self) -> Any:
        """Return the faulty value as it was written."""
        return self.detail["input"]

    @property
    def shown(self) -> str:
        """Return the faulty value in backquotes, cut to a length that can be read."""
        return f"`{cut(str(self.written).strip())}`"

    def problem(
        self,
        code: str,
        message: str,
        advice: str,
        replacement: str | None = None,
        proposals: tuple[str, ...] = (),
    ) -> Problem:
        """Return a problem at the value, and what to write over it: what is sure, or may be."""
        return Problem(
            code, message, advice, self.path, replacement=replacement, proposals=proposals
        )


def problem_of_value(error: ErrorInData) -> Problem:
    """Return the problem that an error of a value is."""
    return _PROBLEMS.get(error.detail["type"], _wrong_type)(error)


def field_value(path: Path, written: str) -> str | Problem:
    """Return the text at a path of the data as a file is to have it, or what is wrong with it.

    The path is that of a field, or of an item of a list of texts. The result is without white
    space at its ends, and of a date the canonical form.
    """
    if _UNREADABLE.search(written) is not None:
        return Problem("E001", "this is not UTF-8", "write it in UTF-8", path)
    first = next(hidden(written), None)
    if first is not None:
        return hidden_problem(written[first], _HERE)
    try:
        value = _type(path).validate_python(written)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_context=True)[0]
        return problem_of_value(ErrorInData(_nested(path, written), path, detail))
    return value.text if isinstance(value, Period | Within) else written.strip()


@cache
def _type(path: Path) -> TypeAdapter[Any]:
    if isinstance(path[-1], int):
        return TypeAdapter(Text)
    field = fields_of(model_at(path[:-1]))[str(path[-1])]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind)


def fits(model: type[Part], name: str, value: Any) -> bool:
    """Whether a field of a part can have a value, or for a word may be meant by it."""
    words = value_type(model, name).words
    if words and isinstance(value, str) and model is Update:
        return is_word(name, value)
    try:
        validated(model, {name: value})
    except ValidationError as error:
        return all(detail["loc"][0] != name for detail in error.errors(include_url=False))
    return True


def _nested(path: Path, value: Any) -> Any:
    """Return data in which there is a value at a path, and nothing else."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _unknown_word(error: ErrorInData) -> Problem:
    if not isinstance(error.written, str):
        return _wrong_type(error)
    if not error.written.strip():
        return _empty_text(error)
    if error.name == "version":
        return error.problem(
            "E106", f"{error.shown} is not a version of the format", "write `version: 1`", "1"
        )
    words: list[str] = re.findall(r"'([^']*)'", error.detail["ctx"]["expected"])
    known: Collection[str] = [word for word in words if word not in RETIRED]
    is_of_update = model_at(error.path[:-1]) is Update
    kind = _kind(error) if is_of_update else ""
    if error.name == "outcome":
        known = outcomes_of(kind) or known
    if error.written.strip() in known:
        return _space_around(error)
    # Codes are all one digit apart, and an outcome is not to become one of another kind.
    letters = not any(map(str.isdigit, "".join(known)))
    slip = slip_of(error.written, OUTCOMES if error.name == "outcome" else known, letters=letters)
    sure = slip if slip in known else None
    beside = value_at(error.root, error.path[:-1]) if is_of_update else {}
    other = other_advice(error.name, error.written, kind, beside) if sure is None else None
    return error.problem(
        "E106",
        f"{error.shown} is not a word for `{error.name}`",
        other or words_to_write(error.name, error.written, kind, known, sure),
        sure,
        () if other or sure else likely_words(error.name, error.written, kind, known),
    )


def _kind(error: ErrorInData) -> str:
    """Return the kind of the claim whose update has an error, or of the claims of its file."""
    kind = value_at(error.root, error.path[:2]).get("kind")
    return str(kind or mapping_or_empty(error.root.get("defaults")).get("kind"))


def words_to_write(
    field: str, written: str, kind: str, known: Collection[str], sure: str | None = None
) -> str:
    """Return what to write instead of a word that a field does not know."""
    proposed = (sure,) if sure is not None else likely_words(field, written, kind, known)
    lead = f"did you mean {' or '.join(f'`{word}`' for word in proposed)}? Known are "
    return (lead if proposed else "write one of ") + in_backquotes(known)


def likely_words(field: str, written: str, kind: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the words that may be meant by one that a field does not know."""
    proposed = proposed_words(field, written, kind)
    near = nearest(written, known) if not proposed else None
    return proposed if near is None else (near,)


def _space_around(error: ErrorInData) -> Problem:
    word = error.written.strip()
    return error.problem("E106", f"a space around {error.shown}", "delete the space", word)


def _unknown_zone(error: ErrorInData) -> Problem:
    if not error.written.strip():
        return _empty_text(error)
    if error.written.strip() in zone_names():
        return _space_around(error)
    zones = sorted(zone_names())
    near = None
    if not re.search(r"[+-][0-9]", error.written):
        near = nearest(error.written, zones, partial=False)
        cities = {zone.rsplit("/", 1)[-1]: zone for zone in zones}
        city = nearest(error.written.rsplit("/", 1)[-1], cities, partial=False)
        near = near or (cities[city] if city is not None else None)
    advice = f"did you mean `{near}`?" if near else "write an IANA name, such as `Asia/Baghdad`"
    slip = slip_of(error.written, zones, letters=error.written.replace("/", "").isalpha())
    return error.problem(
        "E106",
        f"{error.shown} is not a time zone",
        advice,
        slip if slip == near else None,
        (near,) if near is not None and slip != near else (),
    )


def _unknown_country(error: ErrorInData) -> Problem:
    upper = str(error.written).strip().upper()
    is_code = COUNTRY.fullmatch(upper) is not None
    code = f"`{upper}`" if is_code else "`IQ` for Iraq"
    return error.problem(
        "E106",
        f"{error.shown} is not a country code",
        f"write the two capital letters of ISO 3166-1, such as {code}",
        upper if is_code else None,
    )


def _unknown_language(error: ErrorInData) -> Problem:
    return error.problem(
        "E106",
        f"{error.shown} is not a language tag",
        "write its tag of BCP 47, such as `en`, `fa` or `pt-BR`",
    )


def _no_source(error: ErrorInData) -> Problem:
    example = "write a key of `sources`, or a list of such"
    return error.problem("E110", f"`{error.name}` is an empty list", example)


def as_id(text: str) -> str:
    """Return the id that a text was to be, in Latin letters; empty for one without letters."""
    return slug(text[:_MAX_READ_LENGTH])[:ID_LENGTH].strip("-")


def _bad_id(error: ErrorInData) -> Problem:
    mended = as_id(str(error.written))
    too_long = len(error.written) > ID_LENGTH
    why = f"has more than {ID_LENGTH} characters" if too_long else "is not an id"
    return error.problem(
        "E108",
        f"{error.shown} {why}",
        f"write `{mended}`" if mended else "write letters a to z, digits and single hyphens",
        mended
        if mended and mended == "-".join(re.split("[ _-]+", error.written.lower()))
        else None,
    )


def _wrong_type(error: ErrorInData) -> Problem:
    kind = error.detail["type"]
    wanted, advice = _WANTED.get(kind, ("a text", "write one text"))
    is_item = isinstance(error.path[-1], int)
    written: Any = error.written
    replacement: str | None = None
    if (kind == NO_MAPPING and is_item) or (
        kind == "tuple_type" and error.name in _LISTS_OF_MAPPINGS
    ):
        advice = _OF_AN_ITEM
    elif kind == "tuple_type" and isinstance(written, str):
        words = _items_in(written[:_MAX_READ_LENGTH])
        advice = f"write `{error.name}: [{cut(', '.join(words))}]`"
        replacement = Yaml(f"[{', '.join(words)}]") if _are_items(error, words) else None
    parted = model_at(error.path, error.root) if kind == NO_MAPPING else None
    is_key = parted is not None and error.name not in fields_of(parted)  # no field out of line
    if parted in PARTED and is_key and isinstance(written, str):
        parts = [written] if parted is Quantity else map(str.strip, written.split(","))
        replacement = surely_named(parted, written.strip())
        advice = f"write `{replacement or with_names(parted, [*filter(None, parts)], {})}`"
    if is_item and isinstance(written, dict) and len(written) == 1:
        ((name, value),) = written.items()
        advice = f"write `- {cut(str(value or name))}`"
        replacement = value or name if _WORDS.fullmatch(str(value or name)) else None
    return error.problem(
        "E103",
        f"{error.what} is {_kind_of(error)}, and has to be {wanted}",
        advice,
        replacement,
    )


def _items_in(text: str) -> list[str]:
    """Return what commas and `and` part in a text, or else its words."""
    parts = _BETWEEN.split(text.strip())
    are_simple = len(parts) > 1 and all(map(_WORDS.fullmatch, parts))
    return parts if are_simple else re.findall(r"[\w'\u2019-]+", text)


def _are_items(error: ErrorInData, words: Sequence[str]) -> bool:
    """Whether the words of a text are the items of a list, and nothing of it is left out.

    A tag may have spaces in it, and `and`; so may a key: where no comma parts them, they are to be
    known.
    """
    if " ".join(words) != " ".join(_BETWEEN.sub(" ", error.written).split()):
        return False
    known = {"tags": error.tags, "places": error.root.get("places") or ()}.get(error.name)
    is_parted = len(words) == 1 or len(words) == len(re.findall(_COMMA, error.written)) + 1
    return is_parted or known is None or all(word in known for word in words)


def _kind_of(error: ErrorInData) -> str:
    match error.written:
        case None:
            return "empty"
        case dict():
            return "a mapping"
        case list():
            return "a list"
    return f"the text {error.shown}" if error.written.strip() else "an empty text"


def _empty_text(error: ErrorInData) -> Problem:
    is_needed = error.example is not None and error.path[-1] == error.name
    advice = f"write it, such as `{error.example}`" if is_needed else "delete it"
    return error.problem("E110", f"{error.what} is empty", advice)


def _bad_date(error: ErrorInData) -> Problem:
    context = error.detail["ctx"]
    return error.problem(
        "E104",
        context["message"],
        context["help"],
        context["replacement"],
        context["proposals"],
    )


def _bad_url(error: ErrorInData) -> Problem:
    meant = with_scheme(error.written)
    advice = "write a public address, such as `https://example.org/report`"
    if meant is not None:
        advice = f"write `{cut(meant, MAX_IN_ADVICE)}`, if it is that"
    return error.problem("E105", error.detail["ctx"]["why"], advice)


def _bad_number(error: ErrorInData) -> Problem:
    if not error.written.strip():
        return _empty_text(error)
    return error.problem("E109", f"{error.shown} is not a number", _number_advice(error))


_IS_MORE = re.compile(rf"{MAY_BE_SCALE.pattern}|out of\b|[x\u00d7*/]|.*\d", re.IGNORECASE)
"""What stands behind a number that is not all of the figure: `2 out of 3`."""


def _number_advice(error: ErrorInData) -> str:
    """Return how a number is written, and where the text tells one, this one."""
    figure = parse_amount(error.written)
    if figure is None or not is_number(figure["value"]) or _IS_MORE.match(figure["unit"]):
        return "write up to 15 digits, such as `2500` or `-3.5`; `approximate: true` says “about”"
    about = ", and `approximate: true`" if "approximate" in figure else ""
    return f"write `{error.name}: {figure['value']}`{about}"


def in_backquotes(words: Collection[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


_PROBLEMS: dict[str, Callable[[ErrorInData], Problem]] = {
    "literal_error": _unknown_word,
    "zone": _unknown_zone,
    "country": _unknown_country,
    "id": _bad_id,
    "string_too_short": _empty_text,
    "date": _bad_date,
    "url": _bad_url,
    "number": _bad_number,
    "language": _unknown_language,
    "too_short": _no_source,
}
