"""Signs that a time in a sentence is no deadline, and how one is made of what stands about it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claim_tracker.drafting.clauses import NEAR
from claim_tracker.drafting.days import governing
from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.days.outlook import Outlook
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import A_PAST, DATE, HAPPENS, MODALS, TO_VERB, WEEKDAY


class Surroundings(NamedTuple):
    """What stands around a deadline: before it, after it, and before it in its clause."""

    before: str
    after: str
    clause: str
    deadline: Deadline
    published: date | None

    @property
    def days_away(self) -> int | None:
        """Days from the publication to the first of a time; None where one is not known."""
        period, published = self.deadline.period, self.published
        return (period.earliest - published).days if period and published else None

    @property
    def has_begun(self) -> bool:
        """Whether the time has begun at the publication; not where it has no days."""
        return self.days_away is not None and self.days_away <= 0


Test = Callable[[Surroundings], bool]
"""Whether something holds of the surroundings of a deadline."""


class Sign(NamedTuple):
    """A sign of what a time is: a sentence that has it, and what holds where it is.

    `of_any` tells that it also holds of a time that may have no days, such as `by then`.
    """

    example: str
    tests: tuple[Test, ...]
    of_any: bool = False
    verdict: Outlook = Outlook.OVER

    def is_in(self, around: Surroundings) -> bool:
        """Whether a time has the sign."""
        return all(test(around) for test in self.tests)


def sign(example: str, *tests: Test, of_any: bool = False) -> Sign:
    """Return the sign that a time of which some tests hold is over, or that of another thing."""
    return Sign(example, tests, of_any)


def preceded_by(pattern: str) -> Test:
    """Return the test whether what stands right before a time ends with a pattern."""
    compiled = Pattern(rf"(?:{pattern}) $")
    return lambda around: compiled.is_in(around.before[-NEAR:])


def followed_by(pattern: str) -> Test:
    """Return the test whether what stands right after a time begins with a pattern."""
    compiled = Pattern(pattern)
    return lambda around: compiled.begins(around.after)


def begins_with(pattern: str) -> Test:
    """Return the test whether the phrase of a time begins with a pattern, in whatever case."""
    compiled = Pattern(f"(?i:{pattern})")
    return lambda around: compiled.begins(around.deadline.phrase)


def has_before(pattern: Pattern) -> Test:
    """Return the test whether a pattern is anywhere before a time."""
    return lambda around: pattern.is_in(around.before)


def clause_has(pattern: Pattern) -> Test:
    """Return the test whether a pattern is in the clause before a time."""
    return lambda around: pattern.is_in(around.clause)


def sentence_has(pattern: Pattern) -> Test:
    """Return the test whether a pattern is in the sentence of a time, but for its phrase."""
    return lambda around: pattern.is_in(around.before + around.after)


def unless(test: Test) -> Test:
    """Return the test whether a test does not hold."""
    return lambda around: not test(around)


def opens_sentence(around: Surroundings) -> bool:
    """Whether a time stands at the beginning of its sentence."""
    return not around.before.strip(' "')


def past_follows(around: Surroundings) -> bool:
    """Whether the first verb after a time is in the past: `In April the minister approved it`."""
    verbs = (match for match in _VERB.finditer(around.after) if not match["noun"])
    first = next(verbs, None)
    return first is not None and first["now"] is None


_VERB = Pattern(
    rf"(?P<noun>\b(?:the|an?|its|their|his|her|newly|recently|so-called|and|who|which) )?\b"
    rf"(?:(?P<now>{any_of('will would shall could may might must can is are has have')}|"
    r"(?<=t)'s|(?<=[a-z])'(?:re|ll|ve))|"
    rf"{A_PAST})\b"
)
"""A verb in the present or the past; `noun` is what makes a participle of it: `the closed line`."""


def depends_on_verb(around: Surroundings) -> bool:
    """Whether only the words beside a time tell if it is over: `on Friday`, but not `by Friday`."""
    return not around.deadline.is_limit and not around.deadline.is_definite


def has_verb_to_come(around: Surroundings) -> bool:
    """Whether a verb of the clause of a time tells of what is to come."""
    return governing.has_verb_to_come(around.before, around.after)


def has_begun_or_depends(around: Surroundings) -> bool:
    """Whether a time has begun at the publication, or only the words beside it tell if it has."""
    return around.has_begun or depends_on_verb(around)


def is_limit(around: Surroundings) -> bool:
    """Whether a time is said with `by`, `until` or the like."""
    return around.deadline.is_limit


def is_definite(around: Surroundings) -> bool:
    """Whether a time is said from the day of publication: `within 90 days`."""
    return around.deadline.is_definite


def is_after(days: int) -> Test:
    """Return the test whether a time begins more than so many days after the publication.

    It is not where the time says itself that it is counted from there.
    """
    return lambda around: (around.days_away or 0) > days and not around.deadline.is_definite


def has_date(around: Surroundings) -> bool:
    """Whether the phrase of a time has a day of a month: `by June 3`."""
    return _DATE.is_in(around.deadline.phrase)


_DATE = Pattern(DATE)
is_no_limit = unless(is_limit)
is_weekday = begins_with(rf"(?:on )?{WEEKDAY}$")
"""Whether a time is a weekday alone: `on Friday`."""
MODAL = word_pattern(MODALS)
WILL = word_pattern(
    f"will won't shall is are be until till plans plan aims expects 'll {TO_VERB} {HAPPENS}"
)
"""What tells beside a time that it is to come."""
will_open = followed_by(
    r",? (?:[\w'.-]+ ){1,8}?(?:will|won't|would|'ll|(?:is|are) (?:to|set|due|expected|likely|going|"
    r"scheduled|[a-z]+ing))\b"
)
"""Whether what follows a time tells that it is to come: `Today the council will vote`."""
