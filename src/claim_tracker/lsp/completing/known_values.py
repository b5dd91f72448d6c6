"""Values that the files have already, which may be written once more."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from claim_tracker.claims.fields import Part, use_of
from claim_tracker.claims.model import (
    Claim,
    Defaults,
    Place,
    Source,
    Update,
    references_in,
)
from claim_tracker.claims.tracker import TrackedFile
from claim_tracker.lsp.snapshot import View
from claim_tracker.render.phrases import comma, source_words, speaker_words
from claim_tracker.text.display import one_line
from claim_tracker.yaml import mapping_or_empty

_OF_SPEAKER = ("role", "organisation")


class ValueOffer(NamedTuple):
    """A value to write, what it is in words, more of it, and other words to find it by.

    One that `is_for_word` is for what is typed, whatever its letters are.
    """

    value: str
    detail: str = ""
    documentation: str = ""
    words: str = ""
    is_for_word: bool = False


def sources(view: View) -> list[ValueOffer]:
    """Return the keys of the sources of a file, the last that was written first."""
    valid, found = view.file.content.sources, []
    for key, written in reversed(view.file.section("sources").items()):
        source = valid.get(key)
        if source is not None:
            words = source_words(source) or ""
            found.append(ValueOffer(key, words, source.url or "", words))
        else:
            title = mapping_or_empty(written).get("title")
            found.append(ValueOffer(key, title if isinstance(title, str) else ""))
    return found


def places(view: View) -> list[ValueOffer]:
    """Return the keys of the places of a file."""
    valid, found = view.file.content.places, []
    for key in view.file.section("places"):
        place = valid.get(key)
        words = place.full_name if place is not None else ""
        found.append(ValueOffer(key, words, words=words))
    return found


def claims(view: View, but: str, typed: str, most: int) -> list[ValueOffer]:
    """Return the ids of the claims of all files, those of its own file first, but for one.

    There are no more than `most`; a text that is typed is in the id or in the claim.
    """
    views = [view, *(each for each in view.snapshot.views() if each.name != view.name)]
    found = (
        claim
        for each in views
        for claim in _claims(each, "id")
        if claim.id != but and (typed in claim.id or typed in claim.claim.casefold())
    )
    return [
        ValueOffer(claim.id, one_line(claim.claim), speaker_words(claim) or "", claim.claim)
        for claim in islice(found, most)
    ]


def ids(view: View, written: str) -> set[str]:
    """Return the ids of the claims of all files, but for one that is written at the position."""
    views = view.snapshot.views()
    found = Counter(claim.id for each in views for claim in _claims(each, "id"))
    found[written] -= 1
    return set(+found)


def names(
    view: View, part: type[Part], name: str, *, speaker: str = "", written: str = ""
) -> list[ValueOffer]:
    """Return the values that a field has in all files, the most frequent first.

    Those of the roles and organisations of a speaker come before those of others. What is written
    at the position itself is no value that is known.
    """
    if not use_of(part, name).is_offered:
        return []
    model = Claim if part is Defaults else part
    counts: Counter[str] = Counter()
    offices: dict[str, str] = {}
    of_speaker: dict[str, None] = {}
    for each in _parts(view, model, name):
        value: Any = getattr(each, name)
        if value is None:
            continue
        counts.update(value if isinstance(value, tuple) else (value,))
        if isinstance(each, Claim):
            if name == "speaker":
                offices[value] = comma(each.role, each.organisation) or offices.get(value, "")
            elif each.speaker == speaker and name in _OF_SPEAKER:
                of_speaker[value] = None
    if counts[written] == 1:
        del counts[written]
        of_speaker.pop(written, None)
    order = [*reversed(of_speaker), *(value for value, _ in counts.most_common())]
    return [
        ValueOffer(value, offices.get(value) or (f"of {speaker}" if value in of_speaker else ""))
        for value in dict.fromkeys(order)
    ]


def _claims(view: View, name: str) -> Iterable[Claim]:
    """Return the claims of a file of which a field is what was written there."""
    file = view.file
    if file.poisoned.is_empty:
        return file.content.claims
    return (claim.model for claim in file.claims if not file.is_poisoned(claim, name))


def _parts(view: View, model: type[Part], name: str) -> Iterator[Part]:
    """Yield the parts of a model in all files; of claims those that have a field as written."""
    for each in view.snapshot.views():
        file = each.file.tracked
        if model is Place:
            yield from file.content.places.values()
        elif model is Source:
            yield from file.content.sources.values()
            yield from (source for source in _cited(file) if isinstance(source, Source))
        elif model is Claim:
            yield from _claims(each, name)
        elif model is Update:
            yield from (update for claim in file.content.claims for update in claim.updates)
        else:
            yield from (part.quantity for part in _citing(file) if part.quantity is not None)


def _citing(file: TrackedFile) -> Iterable[Claim | Update]:
    for claim in file.content.claims:
        yield claim
        yield from claim.updates


def _cited(file: TrackedFile) -> Iterator[object]:
    for each in _citing(file):
        if not isinstance(each.source, str):
            yield from references_in(each.source)
