"""How far a time shows by itself that it is to come."""

from enum import Enum

from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.patterns import Pattern
from claim_tracker.drafting.words import COUNT, MONTH, SEASON, UNIT


class TimeStrength(Enum):
    """How far a time shows by itself that it is to come.

    A `LIMIT` is said with `by`, `until` or the like, and what is `AHEAD` is counted from the
    publication; a `COUNTED` length of time may be so from another day. What is `LATER` begins after
    it by its own words, so that no verb in the past can tell of it.
    """

    LIMIT = "by June"
    LATER = "next June"
    AHEAD = "over the next ten days"
    COUNTED = "within ten days"
    SET = "for June"
    PLAIN = "in June"
    BEGUN = "this year"
    TODAY = "today"


BEGUN = frozenset({TimeStrength.BEGUN, TimeStrength.TODAY})
NOT_BEGUN = frozenset(TimeStrength) - BEGUN
FIXED = NOT_BEGUN - {TimeStrength.SET, TimeStrength.PLAIN}
_FOR = Pattern("(?:for|to|from|between) ")
_FROM_NOW = Pattern(
    "(?:over|in|during|for|within|through|throughout) (?:the )?(?:next|coming) |"
    "(?i:later) (?:this|in the) "
)
"""A phrase whose time is ahead though it has begun: `over the next week`, `later in the day`."""
_COUNTED = Pattern(
    rf"(?:with)?in (?!.*\b(?:next|coming)\b)(?:[a-z]+ )*{COUNT} |"
    rf".*\b(?:deadline|ultimatum|{COUNT}-{UNIT})\b"
)
"""A phrase with so many days or the like from some day: `within 90 days`, `a 90-day deadline`."""
_LATER = Pattern(
    rf"(?!.*{SEASON})(?:.*\b)?"
    rf"(?:(?:(?<!\bthe )next|the coming) (?:{UNIT}|{MONTH})\b|20\d\d\b)"
)


def strength_of(before: str, deadline: Deadline, after: str, *, has_begun: bool) -> TimeStrength:
    """Return how far a time shows by itself that it is to come."""
    phrase, is_of_event = deadline.phrase, after.startswith("'s")
    is_later = _LATER.begins(phrase) and not before.endswith((" the ", " The "))
    if is_later and deadline.is_definite and not has_begun and not is_of_event:
        return TimeStrength.LATER
    if deadline.is_limit and not (is_of_event and has_begun):
        return TimeStrength.LIMIT
    if (deadline.is_definite and not has_begun) or _FROM_NOW.begins(phrase):
        return TimeStrength.COUNTED if _COUNTED.begins(phrase) else TimeStrength.AHEAD
    if _FOR.begins(phrase):
        return TimeStrength.SET
    is_day = deadline.period is not None and deadline.period.is_day
    begun = TimeStrength.TODAY if is_day else TimeStrength.BEGUN
    return begun if has_begun else TimeStrength.PLAIN
