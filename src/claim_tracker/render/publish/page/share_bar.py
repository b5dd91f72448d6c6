"""How many claims stand how, in groups: with an outcome, open, and facts that nobody checked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claim_tracker.claims.scorecard import Category, Score
from claim_tracker.claims.state import ClaimState, StatusOrLate
from claim_tracker.render.wording import Wording, message

GROUPS: Mapping[str, tuple[StatusOrLate, ...]] = {
    message("group", "With an outcome"): (
        *("kept", "came-true", "confirmed", "late"),
        *("partly-kept", "partly-true", "partly-confirmed"),
        *("broken", "failed", "refuted"),
        *("withdrawn", "unverifiable", "disputed"),
    ),
    message("group", "Still open"): ("overdue", "due", "upcoming", "undated"),
    message("group", "Statements of fact without an outcome"): ("stated",),
}
"""What belongs together, in the order of the bar."""
_OF_CATEGORY: Mapping[Category, StatusOrLate] = {
    "kept_on_time": "kept",
    "kept_untimed": "kept",
    "kept_late": "late",
    "partly": "partly-kept",
    "broken": "broken",
    "unsettled": "unverifiable",
    "overdue": "overdue",
    "open": "upcoming",
    "stated": "stated",
}
_GAP = 1.0
"""The percentage of the bar between two groups."""


class Count(NamedTuple):
    """How many claims have a status, with the words for it."""

    status: StatusOrLate
    words: str
    number: int


class BarGroup(NamedTuple):
    """What belongs together, and how many claims that are."""

    title: str
    number: int
    counts: tuple[Count, ...]


class BarPart(NamedTuple):
    """A part of the bar, with its start and its width in percent."""

    status: StatusOrLate
    x: float
    width: float


def bar_statuses_of(state: ClaimState) -> tuple[StatusOrLate, ...]:
    """Return the status of a claim, and `late` for one that was kept or came true so."""
    return tuple(dict.fromkeys((state.status, state.status_or_late)))


def groups_of(states: Iterable[ClaimState], wording: Wording) -> list[BarGroup]:
    """Return the groups with their numbers; what came late is counted with what was kept too."""
    numbers = Counter(status for state in states for status in bar_statuses_of(state))
    groups = []
    for title, statuses in GROUPS.items():
        counts = tuple(Count(s, wording.word(s), numbers[s]) for s in statuses if numbers[s])
        number = sum(count.number for count in counts if count.status != "late")
        if number:
            groups.append(BarGroup(wording.pgettext("group", title), number, counts))
    return groups


def bar_of(states: Iterable[ClaimState]) -> list[BarPart]:
    """Return the bar of some claims."""
    return _parts(Counter(bar_statuses_of(state)[-1] for state in states))


def bar_of_score(score: Score) -> list[BarPart]:
    """Return the bar of a group of claims that were counted by what became of them."""
    numbers: Counter[StatusOrLate] = Counter()
    for category, number in score.counts.items():
        numbers[_OF_CATEGORY[category]] += number
    return _parts(numbers)


def _parts(numbers: Mapping[StatusOrLate, int]) -> list[BarPart]:
    groups = [[each for each in statuses if numbers.get(each)] for statuses in GROUPS.values()]
    groups = [statuses for statuses in groups if statuses]
    room = 100 - _GAP * (len(groups) - 1)
    total, x, parts = sum(numbers.values()), 0.0, []
    for statuses in groups:
        for status in statuses:
            width = numbers[status] * room / total
            parts.append(BarPart(status, round(x, 2), round(width, 2)))
            x += width
        x += _GAP
    return parts
