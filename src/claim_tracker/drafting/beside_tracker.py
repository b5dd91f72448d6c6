"""Drafts beside the claims that a file has: its places, free ids, and what it says already."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claim_tracker.claims.tracker import Entry, Tracker
from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.drafts import Draft, Drafts
from claim_tracker.drafting.plain import stands_in
from claim_tracker.edit.ids import made_id
from claim_tracker.text.display import folded

_LEAST_ALIKE = 0.75
_LEAST_ALIKE_OF_ARTICLE = 0.35
"""The share of words in common with which two texts of the same deadline are one claim."""
_SMALL = frozenset(
    "a an and are as at be been by for from has have in into is it its of on or that the their "
    "there this to was were will with would".split()
)


class PlacedDraft(NamedTuple):
    """A draft with an id that is free, the keys of places that it names, and its claim.

    `known` is the id of the claim in the file that says the same, and `repeated` that of the draft
    of an article before; None where none does.
    """

    draft: Draft
    id: str
    places: tuple[str, ...]
    known: str | None
    repeated: str | None


class BesideTracker:
    """The claims of a tracker, and the drafts that were placed beside them before."""

    def __init__(self, tracker: Tracker | None = None) -> None:
        entries = tracker.entries if tracker is not None else ()
        self._names = dict(_place_names(tracker)) if tracker is not None else {}
        self._taken = {entry.claim.id for entry in entries}
        self._texts = [(entry, _words(entry.claim.claim)) for entry in entries]
        quoted = ((it.claim.quote, it.claim.id) for it in reversed(entries))
        self._quotes = {folded(quote): claim_id for quote, claim_id in quoted if quote}
        self._said: dict[tuple[object, ...], str] = {}

    def placed(self, drafts: Drafts) -> list[PlacedDraft]:
        """Return the drafts of an article, each with what the claims tell of it.

        The drafts of further articles get other ids, and are compared to these.
        """
        found = [self._placed(draft, drafts.source) for draft in drafts.drafts]
        for each in found:
            self._said.setdefault(_said(each.draft), each.id)
        return found

    def _placed(self, draft: Draft, source: ArticleSource) -> PlacedDraft:
        claim_id = made_id({"claim": draft.claim}, self._taken)
        self._taken.add(claim_id)
        known = self._quotes.get(folded(draft.sentence)) or _alike(draft, source, self._texts)
        places = _places(draft.sentence, self._names)
        return PlacedDraft(draft, claim_id, places, known, self._said.get(_said(draft)))


def _said(draft: Draft) -> tuple[object, ...]:
    """Return what drafts have in common that say the same: the words, who says them, the days."""
    return folded(draft.claim), folded(draft.speaker or ""), draft.earliest, draft.latest


def _place_names(tracker: Tracker) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the keys of the places of all files, each with the names that a text may have."""
    for file in tracker.files:
        for key, place in file.content.places.items():
            names = (place.name, key if len(key) > _SHORT else key.upper())
            yield key, frozenset(it if len(it) <= _SHORT else _spaced(it) for it in names)


_SHORT = 3
"""Letters of a name up to which it is known as it is written alone: `US` is not in `told us`."""


def _places(sentence: str, names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    text = _spaced(sentence)
    return tuple(
        key
        for key, spellings in names.items()
        if any(stands_in(it, sentence if len(it) <= _SHORT else text) for it in spellings)
    )


def _spaced(text: str) -> str:
    return folded(text).replace("-", " ")


def _alike(
    draft: Draft, source: ArticleSource, texts: Sequence[tuple[Entry, frozenset[str]]]
) -> str | None:
    """Return the id of the claim that says the same, by its deadline and its words."""
    words = _words(draft.claim)
    likely = [(_share(words, other), entry) for entry, other in texts if _is_same_due(draft, entry)]
    share, best = max(likely, key=lambda it: it[0], default=(0.0, None))
    if best is None:
        return None
    is_of_article = source.url and any(it.source.url == source.url for it in best.citations())
    least = _LEAST_ALIKE_OF_ARTICLE if is_of_article else _LEAST_ALIKE
    return best.claim.id if share >= least else None


def _is_same_due(draft: Draft, entry: Entry) -> bool:
    due = entry.due
    if due is None or draft.earliest is None:
        return due is None and draft.earliest is None
    return (due.earliest, due.latest) == (draft.earliest, draft.latest)


def _words(text: str) -> frozenset[str]:
    """Return the words of a text that tell something, by their beginnings."""
    return frozenset(word[:6] for word in re.findall(r"\w+", folded(text)) if word not in _SMALL)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / max(min(len(words), len(others)), 1)
