"""The claims of a report that a selection chooses, in an order, and by topic."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claim_tracker.claims.archives import host_of
from claim_tracker.claims.choices import Order
from claim_tracker.claims.fields import Part, fields_of, use_of
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Entry, Tracker
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.dates import Period, Within
from claim_tracker.text.display import folded, one_line
from claim_tracker.text.names import common_spellings, is_same_name, likeness, unaccented
from claim_tracker.text.suggest import nearest

_RANKS = {status: rank for rank, status in enumerate(STATUSES)}
_WILDCARD = re.compile("[*?[]")


class Selection(NamedTuple):
    """What to choose claims by. Of several values of one field any will do; several
    fields must all hold.

    `source` is a key, a publisher or a host. Texts choose every spelling of a name, as
    `is_same_name` compares them, and may have the wildcards of `fnmatch`.
    `due_before` chooses deadlines that are over before it begins, `due_within` those that
    end from the report's day to so much later, both days included; `passed` True or False
    chooses by the clock, whatever the outcome, and False has the claims without a deadline too.
    """

    ids: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    due_before: Period | None = None
    due_within: Within | None = None
    passed: bool | None = None

    def chooses(self, state: ClaimState) -> bool:
        """Whether a claim is wanted."""
        return (
            all(
                next(_matching(wanted, NAMES[name](state.entry)), None) is not None
                for name, wanted in self._patterns()
            )
            and (not self.status or state.status in self.status)
            and (self.passed is None or state.deadline_passed == self.passed)
            and (not self.search or any(_is_found(text, state) for text in self.search))
            and self._in_time(state)
        )

    def _in_time(self, state: ClaimState) -> bool:
        if self.due_before is None and self.due_within is None:
            return True
        if state.due is None:
            return False
        last = state.due.latest
        if self.due_before is not None and last >= self.due_before.earliest:
            return False
        return self.due_within is None or (state.day <= last <= self.due_within.end_from(state.day))

    def _patterns(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return each field of the selection that has patterns, with these."""
        return [(name, getattr(self, name)) for name in NAMES if getattr(self, name)]


class Unmatched(NamedTuple):
    """A word of a selection that no claim of the data has; `near` is the nearest that one has."""

    field: str
    word: str
    near: str | None


def chosen(selection: Selection, states: Iterable[ClaimState]) -> list[ClaimState]:
    """Return the claims that a selection chooses, in their order."""
    if selection == Selection():
        return list(states)
    return [state for state in states if selection.chooses(state)]


def unmatched(selection: Selection, entries: Tracker | Sequence[Entry]) -> list[Unmatched]:
    """Return the words of a selection that match none of the claims, whatever its day."""
    missing = []
    for name, wanted in selection._patterns():
        known = dict.fromkeys(word for entry in entries for word in NAMES[name](entry))
        found = set(_matching(wanted, known))
        missing += [
            Unmatched(name, word, _near(word, known)) for word in wanted if word not in found
        ]
    return missing


def _near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to one, whatever the accents, or None."""
    plain: dict[str, str] = {}
    for each in known:
        plain.setdefault(unaccented(each), each)
    near = nearest(unaccented(word), plain)
    return plain[near] if near is not None else None


def ordered(states: Iterable[ClaimState], order: Order) -> list[ClaimState]:
    """Return the claims in an order; those equal in it stay as they were, or go by urgency.

    Most urgent are the overdue ones, the longest overdue first; then what is due and what is
    to come, by deadline; then what has no deadline; last what has an outcome.
    """
    return sorted(states, key=_KEYS[order])


def by_topic(states: Iterable[ClaimState]) -> list[tuple[str | None, list[ClaimState]]]:
    """Return the claims of each topic, all in their order; None stands for those without one.

    A topic is named in its most frequent spelling.
    """
    states = list(states)
    common = common_spellings(it for state in states if (it := state.claim.topic) is not None)
    groups: dict[str | None, list[ClaimState]] = {}
    for state in states:
        topic = state.claim.topic
        name = one_line(common[topic]) if topic is not None else None
        groups.setdefault(name, []).append(state)
    return list(groups.items())


def _urgency(state: ClaimState) -> tuple[int, date, str]:
    due = state.due
    group = _RANKS[state.status] if state.outcome is None else len(_RANKS)
    return group, due.latest if due is not None else date.max, state.claim.id


_KEYS: dict[str, Callable[[ClaimState], tuple[object, ...]]] = {
    "urgency": _urgency,
    "due": lambda state: (
        (state.due.latest, state.due.earliest) if state.due is not None else (date.max, date.max),
        state.claim.id,
    ),
    "status": lambda state: (_RANKS[state.status], *_urgency(state)),
    "id": lambda state: (state.claim.id,),
    "stated": lambda state: (state.entry.stated.earliest, state.claim.id),
}


def _sources(entry: Entry) -> Iterator[str]:
    """Yield the keys, publishers and hosts of the sources of a claim and of its updates."""
    for key, source, _ in entry.citations_with(entry.claim.updates):
        host = host_of(source.url) if source.url is not None else None
        yield from (word for word in (key, source.publisher, host) if word is not None)


def _if_any(name: str | None) -> tuple[str, ...]:
    return (name,) if name is not None else ()


NAMES: dict[str, Callable[[Entry], Iterable[str]]] = {
    "ids": lambda entry: (entry.claim.id,),
    "kind": lambda entry: (entry.claim.kind,),
    "topic": lambda entry: _if_any(entry.claim.topic),
    "speaker": lambda entry: (entry.claim.speaker,),
    "organisation": lambda entry: _if_any(entry.claim.organisation),
    "source": _sources,
    "place": lambda entry: (*entry.claim.places, *(place.name for place in entry.places)),
    "tag": lambda entry: entry.claim.tags,
}
"""The words of a claim by which it can be chosen, by what they are."""


def _matching(wanted: tuple[str, ...], words: Iterable[str]) -> Iterator[str]:
    """Yield the patterns that one of the words is a spelling of, or that have it by a wildcard."""
    patterns = _indexed(wanted)
    for word in words:
        for pattern in patterns.by_likeness.get(likeness(word), ()):
            if is_same_name(word, pattern):
                yield pattern
        for pattern in patterns.wildcards:
            if any(fnmatchcase(form(word), form(pattern)) for form in (folded, likeness)):
                yield pattern


class _Patterns(NamedTuple):
    """Patterns by their likeness, and those with a wildcard."""

    by_likeness: dict[str, list[str]]
    wildcards: list[str]


@lru_cache(maxsize=len(Selection._fields))
def _indexed(wanted: tuple[str, ...]) -> _Patterns:
    """Return patterns by what is looked up of a word; kept, as each claim asks for it."""
    by_likeness: dict[str, list[str]] = {}
    for pattern in wanted:
        by_likeness.setdefault(likeness(pattern), []).append(pattern)
    return _Patterns(by_likeness, list(filter(_WILDCARD.search, wanted)))


def _is_found(text: str, state: ClaimState) -> bool:
    """Whether the text is in something that was known of the claim, whatever the accents."""
    cited = [each for citation in state.sources for each in (citation.source, citation.at)]
    parts = (state.claim, *state.updates, *state.entry.places, *cited)
    wanted = unaccented(text)
    return wanted in state.status or any(
        wanted in unaccented(word) for part in parts for word in _texts(part)
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a field or a part; of lists only what is text in them."""
    match value:
        case str():
            yield value
        case tuple():
            yield from (item for item in value if isinstance(item, str))
        case Part():
            part: Any = type(value)
            for name in _searched(part):
                yield from _texts(getattr(value, name))


@cache
def _searched(part: Any) -> tuple[str, ...]:
    """Return the fields of a part that are searched."""
    return tuple(name for name in fields_of(part) if use_of(part, name).searched)
