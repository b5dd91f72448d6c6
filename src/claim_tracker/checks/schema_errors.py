"""One fault of form, as pydantic reports it, in words: what is wrong and what to write."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from claim_tracker.checks.field_names import (
    PARTED,
    meant_field,
    model_at,
    surely_named,
    value_at,
    with_names,
)
from claim_tracker.claims.model import (
    NO_MAPPING,
    UNKNOWN_FIELD,
    Claim,
    ClaimsFile,
    Part,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
    fields_of,
)
from claim_tracker.claims.scalars import ID_LENGTH, zone_names
from claim_tracker.claims.vocabulary import OUTCOMES, OUTCOMES_OF
from claim_tracker.text.display import cut
from claim_tracker.text.suggest import nearest, slip_of
from claim_tracker.yaml import Path, Problem
from claim_tracker.yaml.field_names import TEXTS

_LONGEST_READ = 1_000
"""Only so many characters of a value are read to find what it is meant to be."""
_WORDS = re.compile(r"[^\W_][\w.'-]*(?: [\w.'-]+)*")
"""Words that mean themselves wherever they stand in YAML."""
_JOINED = re.compile(r"(?P<name>\w+)(?P<gap>:|\s+)(?P<value>.+)")
"""A name and its value that the signs between them do not part."""
_OWNERS: dict[str, type[Part]] = {
    "an update": Update,
    "a claim": Claim,
    "a source": Source,
    "a place": Place,
    "a quantity": Quantity,
    "the file": ClaimsFile,
}
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
    "unit": "unit: US troops",
    "version": "version: 1",
    "claims": "claims: []",
}
_EXAMPLES_OF_PUBLISHERS = {"name": "name: Example News"}


@dataclass(frozen=True, slots=True)
class FormFault:
    """What pydantic refused: the data it is in, the path there, and pydantic's own details.

    `tags` are the tags of the claims of the file.
    """

    root: dict[str, Any]
    path: Path
    detail: ErrorDetails
    tags: Collection[str] = ()

    @property
    def name(self) -> str:
        """The field that is faulty, or the list whose item is."""
        return _name(self.path)

    @property
    def example(self) -> str | None:
        """How the field could be written, where it is one that has to be."""
        own = _EXAMPLES_OF_PUBLISHERS if model_at(self.path[:-1]) is Publisher else {}
        return (_EXAMPLES | own).get(self.name)

    @property
    def written(self) -> Any:
        """The faulty value as it was written."""
        return self.detail["input"]

    @property
    def shown(self) -> str:
        """The faulty value in backquotes, cut to a length that can be read."""
        return f"`{cut(str(self.written).strip())}`"

    def problem(
        self, code: str, message: str, advice: str, replacement: str | None = None
    ) -> Problem:
        """A problem at the value, and what to write in its place where that is sure."""
        return Problem(code, message, advice, self.path, replacement=replacement)


def problem_of(fault: FormFault) -> Problem:
    """Return the problem that a fault is."""
    return _missing(fault) if fault.detail["type"] == "missing" else problem_of_value(fault)


def problem_of_value(fault: FormFault) -> Problem:
    """The problem that a value is, or a field by its name: anything but one that is missing."""
    return _PROBLEMS.get(fault.detail["type"], _wrong_type)(fault)


def _missing(fault: FormFault) -> Problem:
    owner, name = fault.path[:-1], fault.name
    holder, model = value_at(fault.root, owner), model_at(owner)
    advice = f"add it, such as `{fault.example}`"
    if name in holder:
        advice = f"give it a value, such as `{fault.example}`"
        return Problem("E102", f"`{name}` has no value", advice, fault.path, at="key")
    if model is Claim and isinstance(holder.get("id"), str):
        return Problem("E102", f"`{cut(holder['id'])}` has no `{name}`", advice, (*owner, "id"))
    if model is Update and _goes_on(fault.root, owner):
        advice += ", or delete the `- ` before it if it belongs to the update above"
    who = {ClaimsFile: "the file", Claim: "this claim", Update: "this update"}
    message = f"{who.get(model, f'`{_name(owner)}`')} has no `{name}`"
    if owner and isinstance(owner[-1], str):
        return Problem("E102", message, advice, owner, at="key")
    if not holder:
        return Problem("E102", message, advice, owner)
    return Problem("E102", message, advice, (*owner, next(iter(holder))), at="key")


def _goes_on(root: dict[str, Any], path: Path) -> bool:
    """Whether an update has no field that is in the one above it too."""
    index = path[-1]
    if not isinstance(index, int) or index == 0:
        return False
    above = value_at(root, (*path[:-1], index - 1))
    return isinstance(above, dict) and above.keys().isdisjoint(value_at(root, path))


def _unknown_field(fault: FormFault) -> Problem:
    name, model = fault.name, model_at(fault.path[:-1])
    meant = meant_field(fault.root, fault.path)
    joined = _JOINED.fullmatch(name) if fault.written is None else None
    if joined is not None and joined["name"] == meant:
        what = (
            "no space after the `:` of this field"
            if ":" in joined["gap"]
            else "no `:` after the name of this field"
        )
        written = f"{meant}: {joined['value']}"
        advice = f"write `{meant}: {cut(joined['value'])}`"
        sure = written if ":" in joined["gap"] else None
        return Problem("E101", what, advice, fault.path, at="key", replacement=sure)
    owner = next((who for who, other in _OWNERS.items() if name in fields_of(other)), None)
    text = _text_above(fault)
    if meant is not None:
        advice = f"did you mean `{meant}`?"
    elif text is not None:
        advice = f"if it goes on with the text of `{text}`, put that as a whole in double quotes"
    elif owner is not None:
        advice = f"`{name}` is a field of {owner}; move it there"
    else:
        advice = "known here are " + _listed(fields_of(model))
    return Problem(
        "E101",
        f"unknown field `{cut(name)}`",
        advice,
        fault.path,
        at="key",
        replacement=meant if meant is not None and _is_slip(fault, meant) else None,
    )


def _is_slip(fault: FormFault, meant: str) -> bool:
    """Whether an unknown field is a misspelt one, and no other beside it is the same one."""
    fields = fields_of(model_at(fault.path[:-1]))
    beside = value_at(fault.root, fault.path[:-1])
    free = [name for name in fields if name not in beside]
    return slip_of(fault.name, free) == meant and not any(
        slip_of(name, [meant]) for name in beside if name not in fields and name != fault.name
    )


def _text_above(fault: FormFault) -> str | None:
    """The field of free text that stands before one whose name is several words."""
    if " " not in fault.name:
        return None
    names = list(value_at(fault.root, fault.path[:-1]))
    index = names.index(fault.path[-1])
    return names[index - 1] if index > 0 and names[index - 1] in TEXTS else None


def _unknown_word(fault: FormFault) -> Problem:
    if not isinstance(fault.written, str):
        return _wrong_type(fault)
    if not fault.written.strip():
        return _empty_text(fault)
    if fault.name == "version":
        return fault.problem(
            "E106", f"{fault.shown} is no version of the format", "write `version: 1`", "1"
        )
    known: Collection[str] = re.findall(r"'([^']*)'", fault.detail["ctx"]["expected"])
    if fault.name == "outcome":
        written = value_at(fault.root, fault.path[:2]).get("kind")  # may be a list
        known = next((words for kind, words in OUTCOMES_OF.items() if kind == written), known)
    if fault.written.strip() in known:
        return _space_around(fault)
    near = nearest(fault.written, known)
    lead = f"did you mean `{near}`? Known are " if near else "write one of "
    # Codes are all one digit apart, and an outcome is not to become one of another kind.
    letters = not any(map(str.isdigit, "".join(known)))
    slip = slip_of(fault.written, OUTCOMES if fault.name == "outcome" else known, letters=letters)
    return fault.problem(
        "E106",
        f"{fault.shown} is not a word for `{fault.name}`",
        lead + _listed(known),
        slip if slip in known else None,
    )


def _space_around(fault: FormFault) -> Problem:
    word = fault.written.strip()
    return fault.problem("E106", f"a space around {fault.shown}", "delete the space", word)


def _unknown_zone(fault: FormFault) -> Problem:
    if not fault.written.strip():
        return _empty_text(fault)
    if fault.written.strip() in zone_names():
        return _space_around(fault)
    zones = sorted(zone_names())
    near = None
    if not re.search(r"[+-][0-9]", fault.written):
        near = nearest(fault.written, zones, partial=False)
        cities = {zone.rsplit("/", 1)[-1]: zone for zone in zones}
        city = nearest(fault.written.rsplit("/", 1)[-1], cities, partial=False)
        near = near or (cities[city] if city is not None else None)
    advice = f"did you mean `{near}`?" if near else "write an IANA name, such as `Asia/Baghdad`"
    slip = slip_of(fault.written, zones, letters=fault.written.replace("/", "").isalpha())
    return fault.problem(
        "E106", f"{fault.shown} is not a time zone", advice, slip if slip == near else None
    )


def _unknown_country(fault: FormFault) -> Problem:
    upper = str(fault.written).strip().upper()
    is_code = re.fullmatch("[A-Z]{2}", upper) is not None
    code = f"`{upper}`" if is_code else "`IQ` for Iraq"
    return fault.problem(
        "E106",
        f"{fault.shown} is not a country code",
        f"write the two capital letters of ISO 3166-1, such as {code}",
        upper if is_code else None,
    )


def as_id(text: str) -> str:
    """The id that a text is meant to be; empty where that cannot be told."""
    words = re.findall("[a-z0-9]+", text[:_LONGEST_READ].lower()) if text.isascii() else []
    return "-".join(words)[:ID_LENGTH].strip("-")


def _bad_id(fault: FormFault) -> Problem:
    mended = as_id(str(fault.written))
    too_long = len(fault.written) > ID_LENGTH
    why = f"has more than {ID_LENGTH} characters" if too_long else "is not an id"
    return fault.problem(
        "E108",
        f"{fault.shown} {why}",
        f"write `{mended}`" if mended else "write letters a to z, digits and single hyphens",
        mended
        if mended and mended == "-".join(re.split("[ _-]+", fault.written.lower()))
        else None,
    )


def _bad_key(fault: FormFault) -> Problem:
    section = fault.path[0]
    if not fault.written.strip():
        message, advice = f"a key of `{section}` is empty", "write a short key of your own"
        return Problem("E110", message, advice, fault.path, at="key")
    message, key = f"a space around the key {fault.shown}", fault.written.strip()
    free = key if key not in fault.root[str(section)] else None
    return Problem("E108", message, "delete the space", fault.path, at="key", replacement=free)


def _wrong_type(fault: FormFault) -> Problem:
    kind = fault.detail["type"]
    wanted, advice = _WANTED.get(kind, ("a text", "write one text"))
    if kind == NO_MAPPING and isinstance(fault.path[-1], int):
        advice = "each item begins with `- ` and has fields of its own"
    written, replacement = fault.written, None
    if kind == "tuple_type" and isinstance(written, str) and fault.name not in _LISTS_OF_MAPPINGS:
        words = _words(written[:_LONGEST_READ])
        advice = f"write `{fault.name}: [{cut(', '.join(words))}]`"
        replacement = f"[{', '.join(words)}]" if _are_items(fault, words) else None
    if kind == NO_MAPPING and isinstance(written, str) and model_at(fault.path) in PARTED:
        parts = [part.strip() for part in written.split(",")]
        replacement = surely_named(model_at(fault.path), written.strip())
        advice = f"write `{replacement or with_names(model_at(fault.path), parts, {})}`"
    if isinstance(fault.path[-1], int) and isinstance(written, dict) and len(written) == 1:
        ((name, value),) = written.items()
        advice = f"write `- {cut(str(value or name))}`"
        replacement = value or name if _WORDS.fullmatch(str(value or name)) else None
    place = "an item of " if isinstance(fault.path[-1], int) else ""
    return fault.problem(
        "E103",
        f"{place}`{fault.name}` is {_kind_of(fault)}, and has to be {wanted}",
        advice,
        replacement,
    )


def _words(text: str) -> list[str]:
    """What commas part in a text, or else its words."""
    parts = [part.strip() for part in text.split(",")]
    are_simple = len(parts) > 1 and all(map(_WORDS.fullmatch, parts))
    return parts if are_simple else re.findall(r"[\w-]+", text)


def _are_items(fault: FormFault, words: Sequence[str]) -> bool:
    """Whether the words of a text are the items of a list, and nothing of it is left out.

    A tag may have spaces in it, and so may a key: where no comma parts them, they are to be known.
    """
    if " ".join(words) != " ".join(fault.written.replace(",", " ").split()):
        return False
    known = {"tags": fault.tags, "places": fault.root.get("places") or ()}.get(fault.name)
    is_parted = len(words) == 1 or "," in fault.written
    return is_parted or known is None or all(word in known for word in words)


def _kind_of(fault: FormFault) -> str:
    match fault.written:
        case None:
            return "empty"
        case dict():
            return "a mapping"
        case list():
            return "a list"
    return f"the text {fault.shown}" if fault.written.strip() else "an empty text"


def _empty_text(fault: FormFault) -> Problem:
    required = fault.example is not None and not (fault.path and fault.path[-1] != fault.name)
    advice = f"write it, such as `{fault.example}`" if required else "delete it"
    return fault.problem("E110", f"`{fault.name}` is empty", advice)


def _bad_date(fault: FormFault) -> Problem:
    context = fault.detail["ctx"]
    return fault.problem("E104", context["message"], context["help"], context["replacement"])


def _bad_address(fault: FormFault) -> Problem:
    return fault.problem(
        "E105",
        fault.detail["ctx"]["why"],
        "write the public address of the report, such as `https://example.org/report`",
    )


def _bad_number(fault: FormFault) -> Problem:
    if not fault.written.strip():
        return _empty_text(fault)
    return fault.problem(
        "E109",
        f"{fault.shown} is not a number",
        "write up to 15 digits, such as `2500` or `-3.5`; `approximate: true` says “about”",
    )


_LISTS_OF_MAPPINGS = ("claims", "updates")
_WANTED = {
    "date_type": ("a date", "write it like `2025-09-30`"),
    "number_type": ("a number", "write digits, such as `2500`"),
    "bool_type": ("true or false", "write `true` or `false`"),
    "tuple_type": ("a list", "write a list, such as `[a, b]`, or one item a line with `- `"),
    "dict_type": ("a mapping", "write each entry as `key: {…}`"),
    NO_MAPPING: ("a mapping", "write its fields as `name: value`, one a line"),
}
_PROBLEMS: dict[str, Callable[[FormFault], Problem]] = {
    UNKNOWN_FIELD: _unknown_field,
    "literal_error": _unknown_word,
    "zone": _unknown_zone,
    "country": _unknown_country,
    "id": _bad_id,
    "key": _bad_key,
    "string_too_short": _empty_text,
    "date": _bad_date,
    "url": _bad_address,
    "number": _bad_number,
}


def _name(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "the file")


def _listed(words: Collection[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
