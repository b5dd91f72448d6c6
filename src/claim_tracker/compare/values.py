"""The fields of claims and updates as they are compared: by what they mean, not how it is written.

`Sept 2025` and `2025-09` are the same, as are a deadline and the span that comes to its day, a
source under another key, and a text in other white space.
"""

from collections.abc import Hashable, Iterator, Mapping

from claim_tracker.claims.model import Quantity, Source, Update
from claim_tracker.claims.tracker import Entry
from claim_tracker.dates import Period
from claim_tracker.text.display import composed

Value = str | Period | Quantity | Source | tuple[str, ...] | None
Fields = Mapping[str, Value]


def claim_fields(entry: Entry) -> Fields:
    """What a claim says, but for its id and its updates."""
    claim = entry.claim
    return {
        "claim": claim.claim,
        "kind": claim.kind,
        "topic": claim.topic,
        "speaker": claim.speaker,
        "role": claim.role,
        "via": claim.via,
        "stated": entry.stated,
        "as_of": (claim.as_of or entry.stated) if claim.kind == "fact" else None,
        "due": entry.due,
        "quantity": claim.quantity,
        "source": entry.file.cite(claim.source).source,
        "places": tuple(place.name for place in entry.places),
        "tags": claim.tags,
        "related": claim.related,
    }


def update_fields(entry: Entry, update: Update) -> Fields:
    """What an update of the claim says."""
    happened, reference = update.happened, update.source
    source = entry.file.cite(reference).source if reference is not None else None
    return {
        "date": update.date,
        "outcome": update.outcome,
        "happened": None if happened is not None and happened == update.date else happened,
        "progress": update.progress,
        "due": entry.moved_due(update),
        "quantity": update.quantity,
        "note": update.note,
        "source": source,
    }


def meaning(value: Value) -> Hashable:
    """What two values have in common when they say the same. A list is a set of words."""
    match value:
        case Period():
            return value.earliest, value.latest, value.approximate, value.uncertain
        case Quantity():
            return value.value, meaning(value.unit), value.approximate
        case Source():
            return value.url
        case str():
            return " ".join(composed(value).split())
        case tuple():
            return frozenset(map(meaning, value))
    return None


def meanings(fields: Fields) -> Hashable:
    """What all fields together mean."""
    return tuple(map(meaning, fields.values()))


def differing(old: Fields, new: Fields) -> Iterator[str]:
    """The names of the fields that mean something else."""
    return (name for name in old if meaning(old[name]) != meaning(new[name]))
