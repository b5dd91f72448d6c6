"""What was meant by the name of a field that nothing knows."""

from functools import lru_cache
from typing import Any

from claim_tracker.claims.model import (
    Checks,
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
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.text.suggest import nearest
from claim_tracker.yaml import Path
from claim_tracker.yaml.field_names import NEEDED

_SYNONYMS = {
    "key": "id",
    "name": "id",
    "text": "claim",
    "statement": "claim",
    "title": "claim",
    "type": "kind",
    "who": "speaker",
    "by": "speaker",
    "author": "speaker",
    "said": "stated",
    "deadline": "due",
    "url": "source",
    "when": "date",
    "on": "date",
    "comment": "note",
    "result": "outcome",
    "status": "outcome",
    "link": "url",
    "href": "url",
    "uri": "url",
    "date": "published",
    "number": "value",
    "amount": "value",
    "items": "claims",
    "locations": "places",
}
_SYNONYMS_OF_THE_NAMED = {"title": "name"}
_NAMED = (Place, Publisher)


def meant_field(root: dict[str, Any], path: Path) -> str | None:
    """The field that an unknown one stands for: near in spelling, and not there already."""
    name, present = str(path[-1]), value_at(root, path[:-1])
    free = {field: field for field in fields_of(model_at(path[:-1])) if field not in present}
    synonyms = _SYNONYMS | (_SYNONYMS_OF_THE_NAMED if model_at(path[:-1]) in _NAMED else {})
    free |= {word: field for word, field in synonyms.items() if field in free}
    near = _nearest_name(name, tuple(free))
    if near is not None:
        return free[near]
    meant = _by_content(present[path[-1]], model_at(path[:-1]))
    return meant if meant in free else None


def _by_content(value: Any, model: type[Part]) -> str | None:
    """The section or the field that a value alone tells, whatever the language of its name."""
    if model is Claim:
        return "kind" if isinstance(value, str) and value in OUTCOMES_OF else None
    if model is not ClaimsFile or not isinstance(value, list | dict):
        return None
    entries = value if isinstance(value, list) else value.values()
    names = [entry.keys() for entry in entries if isinstance(entry, dict)]
    needed = {"claims": "claim"} if isinstance(value, list) else NEEDED
    return next(
        (part for part, field in needed.items() if any(field in each for each in names)), None
    )


@lru_cache(maxsize=256)
def _nearest_name(name: str, free: tuple[str, ...]) -> str | None:
    """Kept, since it is asked for again with each field that is missing beside an unknown one."""
    return nearest(name, free)


def model_at(path: Path) -> type[Part]:
    """The model of the mapping at a path."""
    match path:
        case (*_, "quantity"):
            return Quantity
        case ("claims", _, *_, "source") | ("sources", _):
            return Source
        case ("claims", _, "updates", _):
            return Update
        case ("claims", _):
            return Claim
        case ("places", _):
            return Place
        case ("publisher",):
            return Publisher
        case ("checks",):
            return Checks
    return ClaimsFile


def value_at(root: dict[str, Any], path: Path) -> Any:
    """The value at a path of the data."""
    value: Any = root
    for step in path:
        value = value[step]
    return value
