"""The fields of claims and updates as they are compared: by meaning.

`Sept 2025` and `2025-09` are the same, as are a deadline and the span that comes to its day, a
source under another key, and a text in other white space.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Claim, Source, Update
from claim_tracker.claims.tracker import Citation, Entry, deadline
from claim_tracker.dates import Period
from claim_tracker.text.display import nfc

SourceValue = Source | Citation
"""A source as it is compared: with the passage of it, where one is named."""
FieldValue = (
    str | int | float | Period | Part | Citation | tuple[str, ...] | tuple[SourceValue, ...] | None
)
FieldValues = Mapping[str, FieldValue]
_CLAIM = tuple(name for name in fields_of(Claim) if name not in ("id", "updates"))
_UPDATE = tuple(fields_of(Update))


def claim_fields(entry: Entry) -> FieldValues:
    """Return the fields of a claim, without its id and its updates."""
    fields = {name: deadline(getattr(entry.claim, name), entry.stated) for name in _CLAIM}
    return fields | {
        "stated": entry.stated,
        "as_of": entry.as_of,
        "source": source_value(entry.citations()),
        "places": tuple(place.name for place in entry.places),
    }


def update_fields(entry: Entry, update: Update) -> FieldValues:
    """Return the fields of an update of the claim."""
    fields = {name: deadline(getattr(update, name), update.counts_from) for name in _UPDATE}
    return fields | {"source": source_value(entry.citations(update))}


def source_value(citations: Sequence[Citation]) -> SourceValue | tuple[SourceValue, ...] | None:
    """Return the sources of something as the value of a field: one alone is in no list."""
    found = tuple(each if each.at is not None else each.source for each in citations)
    return found if len(found) > 1 else next(iter(found), None)


def meaning_key(value: FieldValue) -> Hashable:
    """Return a key that is equal for values with the same meaning. A list counts as a set."""
    match value:
        case Period():
            return value.earliest, value.latest, value.approximate, value.uncertain
        case Source():
            return value.identity
        case Citation():
            return value.source.identity, value.at
        case Part():
            return tuple(meaning_key(getattr(value, name)) for name in fields_of(type(value)))
        case str():
            return " ".join(nfc(value).split())
        case tuple():
            return frozenset(map(meaning_key, value))
    return value


def meaning_keys(fields: FieldValues) -> Hashable:
    """Return a key that is equal for fields with the same meanings."""
    return tuple(map(meaning_key, fields.values()))


def differing_fields(old: FieldValues, new: FieldValues) -> Iterator[str]:
    """Yield the names of the fields whose meaning differs."""
    return (name for name in old if meaning_key(old[name]) != meaning_key(new[name]))
