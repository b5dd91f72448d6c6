"""Signs that a time in a sentence is no deadline, and how one is made of what stands about it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.tense import NEAR
from claim_tracker.drafting.words import HAPPENS, TO_VERB, WEEKDAY, Pattern, word_pattern


class Surroundings(NamedTuple):
    """Where a deadline stands: what is before it and after it, and the clause before it."""

    before: str
    after: str
    clause: str
    deadline: Deadline
    published: date | None

    @property
    def has_begun(self) -> bool:
        """Whether the time has begun at the publication; not where it has no days."""
        period, published = self.deadline.period, self.published
        return period is not None and published is not None and period.earliest <= published


Test = Callable[[Surroundings], bool]
"""Whether a sign is in a place."""


class Sign(NamedTuple):
    """A sign that a time is no deadline, with a sentence that has it.

    `is_of_any` tells that it also holds of a time that may have no days, such as `by then`.
    """

    example: str
    is_there: Test
    is_of_any: bool = False


def preceded_by(pattern: str) -> Test:
    """Return whether what stands right before a time ends with a pattern."""
    compiled = Pattern(rf"(?:{pattern}) $")
    return lambda place: compiled.search(place.before[-NEAR:]) is not None


def followed_by(pattern: str) -> Test:
    """Return whether what stands right after a time begins with a pattern."""
    compiled = Pattern(pattern)
    return lambda place: compiled.match(place.after) is not None


def begins_with(pattern: str) -> Test:
    """Return whether the phrase of a time, in lower case, begins with a pattern."""
    compiled = Pattern(pattern)
    return lambda place: compiled.match(place.deadline.phrase.lower()) is not None


def all_of(*tests: Test) -> Test:
    """Return whether all of some tests hold."""
    return lambda place: all(test(place) for test in tests)


def clause_has(pattern: Pattern) -> Test:
    """Return whether a pattern is in the clause before a time."""
    return lambda place: pattern.search(place.clause) is not None


def has_before(pattern: Pattern) -> Test:
    """Return whether a pattern is anywhere before a time."""
    return lambda place: pattern.search(place.before) is not None


def depends_on_verb(place: Surroundings) -> bool:
    """Whether only the words beside a time tell if it is over: `on Friday`, but not `by Friday`."""
    return not place.deadline.is_limit and not place.deadline.is_ahead


def has_begun_or_depends(place: Surroundings) -> bool:
    """Whether a time has begun at the publication, or only the words beside it tell if it has."""
    return place.has_begun or depends_on_verb(place)


def is_no_limit(place: Surroundings) -> bool:
    """Whether a time is not said with `by`, `until` or the like."""
    return not place.deadline.is_limit


SAYING = Pattern(" {5,}")
"""What is left of the words that say who said it: what they said `would be` is to come."""
ON_WEEKDAY = Pattern(rf"(?:on )?{WEEKDAY}$")
"""A weekday alone: `on Friday`."""
WILL = word_pattern(
    f"will won't shall is are be until till plans plan aims expects 'll {TO_VERB} {HAPPENS}"
)
"""What tells beside a time that it is to come."""
WILL_OPEN = Pattern(
    r",? (?:[\w'.-]+ ){1,8}?(?:will|won't|would|'ll|(?:is|are) (?:to|set|due|expected|likely|going|"
    r"scheduled|[a-z]+ing))\b"
)
"""What tells after a time that it is to come: `Today the council will vote`."""
