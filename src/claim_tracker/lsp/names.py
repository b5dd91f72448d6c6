"""What has a name that stands in several places: sources, places, claims, speakers, tags, ….

It is looked up in the data as they are written, so that claims which are not valid yet count too.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Claim, Update
from claim_tracker.lsp.fields import field_at
from claim_tracker.lsp.positions import Spot
from claim_tracker.lsp.target import target_at
from claim_tracker.text.display import nfc
from claim_tracker.yaml import At, Document, Path, mapping_or_empty, mappings_in

FIELDS = {name: use.known for name in fields_of(Claim) if (use := use_of(Claim, name)).known}
"""The fields of a claim that hold names, each with where these are known from."""
_OF_UPDATES = frozenset(name for name in fields_of(Update) if use_of(Update, name).known)
_SECTIONS: dict[str, str] = {
    known: name for name, known in FIELDS.items() if known in ("sources", "places")
}
_IDS = next(name for name, known in FIELDS.items() if known == "ids")


class Name(NamedTuple):
    """A name, and the field of a claim that holds such names."""

    field: str
    word: str

    @property
    def section(self) -> str | None:
        """The section of its file that it is a key of, or None if it is another name."""
        return FIELDS[self.field] if FIELDS[self.field] in _SECTIONS else None

    @property
    def is_id(self) -> bool:
        """Whether it is the id of a claim."""
        return self.field == _IDS

    @property
    def is_declared(self) -> bool:
        """Whether one place says what it is the name of, and all others refer to that."""
        return self.is_id or self.section is not None

    @property
    def kind(self) -> str:
        """What it is the name of, in a word."""
        return "id" if self.is_id else (self.section or self.field).removesuffix("s")


class NameUse(NamedTuple):
    """Where a name stands in the data of a file: the path of a value, or of its key."""

    path: Path
    at: At = "value"

    @property
    def is_declaration(self) -> bool:
        """Whether it is a key of a section, or the id of a claim, to which others refer."""
        return self.at == "key" or self.path[-1] == "id"


def name_at(document: Document, spot: Spot) -> tuple[Name, NameUse] | None:
    """Return the name at a position of a file; None where there is no name."""
    target = target_at(document, spot)
    if target is None:
        return None
    field = _field_at(target.path, target.at)
    word = target.path[-1] if target.at == "key" else target.value
    if field is None or not isinstance(word, str) or not spelt(word):
        return None
    return Name(field, spelt(word)), NameUse(target.path, target.at)


def uses_in(document: Document, name: Name) -> list[NameUse]:
    """Return where a name stands in a file, as a key or an id too."""
    word = name.word
    return [
        use for use, text in names_in(document, name.field) if text == word or spelt(text) == word
    ]


def names_in(document: Document, field: str) -> Iterator[tuple[NameUse, str]]:
    """Yield the names that a field can hold, wherever they stand in a file, as written."""
    root, section = mapping_or_empty(document.root), FIELDS[field]
    if section in _SECTIONS:
        yield from (
            (NameUse((section, key), "key"), key) for key in mapping_or_empty(root.get(section))
        )
    for path, holder in _holders(root, with_updates=field in _OF_UPDATES):
        if field == _IDS and path[0] == "claims" and isinstance(holder.get("id"), str):
            yield NameUse((*path, "id")), holder["id"]
        value = holder.get(field)
        if value is not None:
            yield from ((NameUse((*path, field, *within)), text) for within, text in _texts(value))


def spelt(text: str) -> str:
    """Return a name as the models have it."""
    return nfc(text.strip())


def _field_at(path: Path, at: At) -> str | None:
    """Return the field of a claim that holds such names as there is one at a path."""
    match path, at:
        case (str(section), str()), "key":
            return _SECTIONS.get(section)
        case ("claims", int(), "id"), "value":
            return _IDS
    field = field_at(path) if at == "value" else None
    return field.name if field is not None and use_of(*field).known else None


def _holders(root: dict[str, Any], *, with_updates: bool) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the defaults, the claims, and perhaps the updates of each, with their paths."""
    yield ("defaults",), mapping_or_empty(root.get("defaults"))
    for index, claim in mappings_in(root.get("claims")):
        yield ("claims", index), claim
        if with_updates:
            for number, update in mappings_in(claim.get("updates")):
                yield ("claims", index, "updates", number), update


def _texts(value: Any) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a field: its own, those of its list, and those of passages in sources."""
    are_items = isinstance(value, list)
    for index, item in enumerate(value if are_items else [value]):
        path: Path = (index,) if are_items else ()
        if isinstance(item, str):
            yield path, item
        elif isinstance(item, dict) and isinstance(item.get("source"), str):
            yield (*path, "source"), item["source"]
