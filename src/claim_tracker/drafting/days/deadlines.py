"""The deadlines that a sentence names: phrases with a time, and the days that each comes to.

A phrase is a time after a word such as `by` (`_FRAMES`), a time that stands without one (`_BARE`),
a number of days, weeks and the like, or no time at all (both in `spans`).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from claim_tracker.dates import Period
from claim_tracker.dates.period import day
from claim_tracker.drafting.days import resolving
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.periods import period_between
from claim_tracker.drafting.days.spans import SPAN_RULES, VAGUE
from claim_tracker.drafting.days.times import Time, time_at
from claim_tracker.drafting.patterns import Pattern, any_of, not_after, word_pattern
from claim_tracker.drafting.plain import uncapitalised, words_of
from claim_tracker.drafting.words import (
    AFTER_WHO_SAID,
    COUNT,
    EVENTS,
    MODALS,
    MONTH,
    MOVED,
    SEASON,
    UNIT,
    WEEKDAY,
)


class Deadline(NamedTuple):
    """A phrase of a sentence that says by when, from one character to another, end exclusive.

    `period` is None where the phrase cannot be resolved. `is_limit` tells that it is said with
    `by`, `until` or the like; `is_definite` that its days depend on no verb, as those of `within 90
    days` and `in 2027`; `is_vague` that it is no time at all, such as `soon`.
    """

    phrase: str
    start: int
    end: int
    period: Period | None = None
    is_limit: bool = False
    is_definite: bool = False
    is_vague: bool = False


_LIMITS = (
    "by by_no_later_than by_about by_around before until_after until till through up_to "
    "no_later_than "
    "not_later_than at_the_latest_by latest_by prior_to ahead_of not_before no_earlier_than "
    "not_earlier_than due due_on due_in due_by brought_forward_to targeting down_for deadline_of "
    "deadline_is deadline_for timeline_of timeline_is effective_as_of effective_from "
    "effective_on effective with_effect_from"
)
"""What says that something is due: `by June`."""
_SET = "set scheduled slated due planned earmarked pencilled_in timed expected targeted"
"""What says with `for` that something is due: `slated for June`."""
_IS_MOVED = f"{MOVED} pushed slip slipped slips back"
"""What says with `to` that something is due: `moved from May to June`."""
_MOMENTS = (
    "in on at during over for from starting starting_from starting_in starting_on beginning "
    "beginning_in beginning_on beginning_from as_of as_early_as as_late_as as_soon_as around about "
    "sometime_in within (?<!\\d{4}_)to into between come be in_the_course_of over_the_course_of "
    "throughout"
)
"""What says when something is: `in June`."""
_ROUGHLY = (
    "about around roughly sometime_in sometime as_early_as as_late_as as_soon_as as_far_as "
    "no_later_than no_earlier_than not_before at_least"
)
_HOUR = (
    r"(?:(?:noon|midnight|midday|lunchtime)|\d\d?(?:[.:]\d\d)? ?(?:a\.m\.|p\.m\.|am|pm)|"
    r"\d\d:?\d\d(?= (?:[A-Z]{2,4} )?(?:on )?[A-Z]))(?: [A-Z]{2,4}\b)?"
)
"""An hour before its day: `until 9 a.m. on Friday`, `by 0600 UTC Monday`."""
_DAY_WORD = rf"(?:{WEEKDAY}|{MONTH}|\d\d? {MONTH}|today|tonight|tomorrow)"
_FRAME = Pattern(
    rf"(?<![\w-])(?<!\w')(?:(?P<limit>{any_of(_LIMITS)}|{any_of(_SET)} for|"
    rf"{any_of(_IS_MOVED)}(?: from [^,.;]{{1,30}}?)? (?:until|till|to|for|into))|"
    rf"(?P<moment>{any_of(_MOMENTS)})) "
    rf"(?:{any_of(_ROUGHLY)} )?(?:{_HOUR}(?: on)? (?={_DAY_WORD}))?"
    rf"(?:\"(?={any_of('early mid late the_end')}\\b))?"
)
_MOVES_TO = (
    f"{_IS_MOVED} extend extends extending push_out pushed_out pushing_out delaying postponing "
    "moving pushing shifting deferring rescheduling moves pushes delays delay postpone postpones"
)
_MOVED_FROM = Pattern(
    rf"(?<!\ban )(?<!\bthe )\b(?:{any_of(_MOVES_TO)}|"
    rf"{any_of('bring brings bringing brought')} [^,.;]{{0,40}}?\bforward)\b"
    rf"[^,.;]{{0,60}}?,? (?P<both>from [^,.;]{{1,30}}? (?:until|till|to|for|into) "
    rf"(?:{any_of('about around sometime_in sometime')} )?)"
)
"""What was moved from one time to another, of which only the other counts."""
_NAMED_YEARLY = (
    "sales revenue revenues profit profits output earnings growth deliveries production results "
    "turnout guidance spending"
)
"""What has the year before it: `cut its 2026 guidance`."""
_PART_WORDS = (
    "day_after following coming first second third fourth end_of next rest_of week_of start_of"
)
_YEAR_AS_SUBJECT = (
    rf"(?:(?<=^)|(?<=[,;:] )|(?<=that )|(?<=[a-z,] and )|{AFTER_WHO_SAID})"
    rf"(?:19|20)\d\d (?:is|{any_of(MODALS)})\b"
)
"""A year of which something is told: `In all, 2027 will be dry`."""
_BARE = Pattern(
    r"(?<![\w-])(?<!\w')(?<!fiscal )(?<!financial )"
    rf"(?!the {MONTH} \d){not_after('Black Cyber Bloody Super Palm Good')}(?=(?:the )?(?:"
    rf"{MONTH} \d|\d\d?(?:st|nd|rd|th)? (?:of )?{MONTH}|\d\d? ?- ?\d\d? {MONTH}|"
    rf"{MONTH}(?: ?- ?| to ){MONTH}|{WEEKDAY}|{SEASON} (?:of )?(?:19|20)\d\d|"
    r"(?:this|next|later|early|mid|late|end|the weekend|that|same)[ -]|"
    rf"{any_of(_PART_WORDS)} |year (?:of )?(?:19|20)\d\d\b|\d{{4}}s|a week from|"
    rf"(?:19|20)\d\d {any_of(_NAMED_YEARLY)}\b|{_YEAR_AS_SUBJECT}|"
    r"today|tonight|tomorrow|\d{4}-\d\d-\d\d|Q[1-4]|[HQ][12]|year's end|year-end))"
)
"""Where a time begins that has no word before it: `starts Friday`, `Q3`."""
_RANGE = Pattern(
    r"(?:,(?= (?:to|until|through|till)\b))? ?(?P<word>-|to|until|through|and|or|till) ?"
    r"(?P<again>(?:in|by|on) )?"
    rf"(?P<hour>{_HOUR}(?: on)? (?={_DAY_WORD}))?"
)
_SAME_SPAN = Pattern("the (?:week|month|quarter|year|decade)$")
"""What is a time only as a part of another: `the end of the year`."""
_HOUSE = Pattern(r"at \d{4} (?:[A-Z]|\d+(?:st|nd|rd|th) [A-Z])")
"""What is the number of a house: `at 2040 Calder Street`."""
_DAY_OF_EVENT = Pattern(rf"the {MONTH} \d")
_PREPOSITIONS_OF_EVENTS = frozenset(("ahead of", *"by before through until till at in on".split()))
"""What has an event after it that tells when something is: `until the July 3 vote`."""
_FROM_TO = word_pattern("between from")
_BETWEEN_A_TIME = Pattern("between (?!.* and )[^-]*$")
_AND_EVENT = Pattern(" and (?:the )?[A-Za-z]")
"""What ends with an event, so that its last day is not known: `between May and the vote`."""
_OF_EVENT = Pattern(rf"(?<=year)'s (?:[A-Za-z]+ ){{0,2}}?{any_of(EVENTS)}\b")
"""The event of a time, without which its phrase says something else: `after next year's vote`."""
_FOR = Pattern("for ")
_BEFORE = Pattern("(?:before|prior to) ")
_IN_IT = Pattern(r"'s\b| (?:is|are|was|ends?|runs|closes)\b")
"""What tells of something within a time, or of its end: `before the year is out`."""
_NOT_BEFORE = Pattern(r"\b(?:not|never|unlikely|cannot)\b[^,.;]*$|n't\b[^,.;]*$")
_AT_START = Pattern("(?:the )?(?:start|beginning) of ")
"""Of what is due by it, or ready for it, the first day counts: `by the start of March`."""


MOST_DEADLINES = 12
"""Deadlines of one sentence that are read; more are those of a table."""


def deadlines_in(text: str, context: Context) -> list[Deadline]:
    """Return the deadlines that a sentence names, in its order; none of them overlaps another.

    `text` has straight quotation marks and hyphens. What refers back, such as `by then`, means the
    deadline before it, in the sentence or in the context.
    """
    text = uncapitalised(text)
    candidates = list(_candidates(text, context))
    candidates.sort(key=lambda it: (it[0].start, -it[0].end))
    found: list[Deadline] = []
    for deadline, time in candidates:
        if len(found) == MOST_DEADLINES:
            break
        if found and (deadline.start < found[-1].end or _tells_distance(text, found[-1], deadline)):
            continue
        if time is not None and time.refers_back:
            last = next((it.period for it in reversed(found) if it.period is not None), None)
            found.append(
                _referred(text, deadline, time, context._replace(last=last or context.last))
            )
        else:
            found.append(deadline)
    found = [_known_first(text, it, after) for it, after in zip_longest(found, found[1:])]
    found = list(_in_order(found))
    if len(found) > 1:  # a review has another day, and a clock time is one of the day beside it
        found = [it for it in found if not _REVIEW.is_in(it.phrase)]
    return found


def _tells_distance(text: str, last: Deadline, after: Deadline) -> bool:
    """Whether a phrase tells how far the day before it is from an event."""
    return (
        last.period is not None
        and _BEFORE_DISTANCE.begins(text[last.end : after.start])
        and _FAR_FROM_EVENT.begins(after.phrase)
    )


_BEFORE_DISTANCE = Pattern(r"(?: \(|, )(?:(?:about|around|roughly|nearly|almost|just) )?$")
"""What stands between a day and what else is told of it: `by July 9 (90 days before the vote)`."""
_FAR_FROM_EVENT = Pattern(rf"{COUNT} {UNIT}s? (?:before|prior to|ahead of|after|following)\b")


_BETWEEN = Pattern(r"\b(?:between|from) [^,;]{0,40}$")
_LAST_OF_TWO = Pattern(rf" {any_of('and to until through')} [^,;]{{0,40}}$")


def _known_first(text: str, deadline: Deadline, after: Deadline | None) -> Deadline:
    """Return a deadline, without its period where it comes after the end of its own span.

    `Between noon on Tuesday and noon on Friday`, told on a Wednesday, is of this week or the next.
    """
    if after is None or deadline.period is None or after.period is None:
        return deadline
    is_first = (
        not deadline.is_limit
        and _BETWEEN.is_in(text[: deadline.end])
        and _LAST_OF_TWO.begins(text[deadline.end : after.end])
    )
    is_known = not is_first or deadline.period.earliest <= after.period.latest
    return deadline if is_known else deadline._replace(period=None)


_NEXT_WEEK = Pattern("(?i:next week)$")
_ONLY_WEEKDAY = Pattern(rf"(?:[a-z]+ )?{WEEKDAY}$")


_IN_LIST = 5
"""Characters between two days of a list: `on Tuesday and Friday`."""


def _in_order(found: list[Deadline]) -> Iterator[Deadline]:
    """Yield deadlines; the weekdays of a list, and those after `next week`, follow one another.

    `Next week, it opens on Friday`, told on a Tuesday, is not of the Friday of this week, and
    `on Tuesday and Friday`, told on a Friday, not of the day of publication.
    """
    week: date | None = None
    listed: date | None = None
    end = 0
    for it in found:
        period = it.period
        if period is not None and _NEXT_WEEK.begins(it.phrase):
            week = period.earliest
        if period is not None and _ONLY_WEEKDAY.begins(it.phrase):
            floor = listed if listed is not None and it.start - end <= _IN_LIST else week
            if floor is not None and period.latest < floor:
                period = day(period.earliest + timedelta(days=7))
            listed, end = period.earliest, it.end
        yield it._replace(period=period)


_REVIEW = Pattern(
    r"-(?:hour|day|week|month|year)(?:-long)? (?:notice|review|period|window)|"
    r"^at (?:noon|midnight|\d)(?!.* tomorrow)[^A-Z]*$"
)


def _referred(text: str, deadline: Deadline, time: Time, context: Context) -> Deadline:
    """Return a deadline that refers back, as counted from the last one of a context."""
    again = time_at(text, time.start, context)
    return deadline._replace(period=again.period if again is not None else None)


def _candidates(text: str, context: Context) -> Iterator[tuple[Deadline, Time | None]]:
    """Yield what may be deadlines, each with the time in it; None for spans and what is vague."""
    yield from ((it, None) for it in _spans(text, context))
    yield from _moved(text, context)  # first, as the same words would be a range
    for match in _FRAME.finditer(text):
        time = _whole_time_at(text, match.end(), context)
        if (
            time is not None
            and not _HOUSE.begins(text, match.start())
            and (
                match[0].strip() in _PREPOSITIONS_OF_EVENTS
                or not _DAY_OF_EVENT.begins(text, match.end())
            )
        ):
            is_limit = match["limit"] is not None
            yield _framed(text, match.start(), time, context, is_limit=is_limit), time
    for match in _BARE.finditer(text):
        time = _whole_time_at(text, match.end(), context)
        if time is not None:
            yield _framed(text, time.start, time, context, is_limit=False), time


def _spans(text: str, context: Context) -> Iterator[Deadline]:
    """Yield the lengths of time, and then what is vague."""
    words = words_of(text)
    for span in SPAN_RULES.for_words(words):
        for match in span.pattern.finditer(text):
            groups = {name: it for name, it in match.groupdict().items() if it is not None}
            period = resolving.resolved(span.resolve, groups, context)
            is_definite = period is not None and not _LENGTH.begins(match[0])
            is_vague = period is None and _FROM_EVENT.begins(text, match.start())
            yield Deadline(
                match[0], *match.span(), period=period, is_definite=is_definite, is_vague=is_vague
            )
    if VAGUE.may_fit(words):
        for match in VAGUE.finditer(text):
            yield Deadline(match[0], *match.span(), is_vague=True)


def _whole_time_at(text: str, at: int, context: Context) -> Time | None:
    """Return the time that begins at a character, if it is one by itself: not `the year`."""
    time = time_at(text, at, context)
    is_part = time is not None and _SAME_SPAN.begins(text[time.start : time.end])
    return None if is_part else time


def _moved(text: str, context: Context) -> Iterator[tuple[Deadline, Time | None]]:
    """Yield the new times of what was moved from one to another."""
    for match in _MOVED_FROM.finditer(text):
        time = time_at(text, match.end(), context)
        if time is not None:
            start, end = match.start("both"), time.end
            yield Deadline(text[start:end], start, end, time.period, is_limit=True), None


_FROM_EVENT = Pattern(
    rf"(?:{COUNT} {UNIT}s? (?:after|since|following)|"
    rf"(?:(?<=less than )|(?<=more than )|(?<=up to )){COUNT} {UNIT}s? before)\b"
)
"""What tells how far two events are apart: `two days after the vote`."""


_LENGTH = Pattern("in (?!the )|at ")
"""What a span begins with that may also be over: `in three weeks` it did, `at 6 p.m.` it was."""


def _framed(text: str, start: int, time: Time, context: Context, *, is_limit: bool) -> Deadline:
    """Return the deadline of a time and the words before it, with what follows after `to`."""
    period = time.period
    is_due = is_limit or _FOR.begins(text, start)
    if is_due and period is not None and _AT_START.begins(text, time.start):
        period = day(period.earliest)
    if period is not None and not period.is_day and _is_before_all_of(text, start, time):
        period = day(period.earliest - timedelta(days=1))
    end = time.end
    joint = _RANGE.match(text, end)
    other = time_at(text, joint.end(), context) if joint is not None else None
    if joint is not None and other is not None and period is not None and other.period is not None:
        is_from_to = _FROM_TO.begins(text, start)
        are_two = joint["word"] == "and" and joint["again"] is not None  # `in May and in June`
        if not are_two and _is_range(joint["word"], period, other.period, is_from_to=is_from_to):
            whole = period_between(period, other.period)
            is_span = is_from_to or joint["word"] in ("to", "through")
            if whole is not None or (is_span and not joint["hour"]):
                period, end = whole, other.end
    elif is_limit and (event := _OF_EVENT.match(text, end)) is not None:
        end = event.end()
    elif _BETWEEN_A_TIME.begins(text[start:end]) and _AND_EVENT.begins(text, end):
        period = None
    return Deadline(text[start:end], start, end, period, is_limit, is_definite=time.is_definite)


def _is_before_all_of(text: str, start: int, time: Time) -> bool:
    """Whether a time has to be over before another begins: `before 2028`, but not `not before`."""
    return (
        _BEFORE.begins(text, start)
        and not _IN_IT.begins(text, time.end)
        and not _NOT_BEFORE.is_in(text[:start])
    )


def _is_range(word: str, first: Period, last: Period, *, is_from_to: bool) -> bool:
    """Whether two times with a word between them are one period: `from May to July`."""
    if word in ("-", "or", "through", "to"):
        return True
    is_alike = first.is_day == last.is_day
    is_next = is_alike and (last.earliest - first.latest).days == 1
    return (word == "and" and (is_next or is_from_to)) or (is_from_to and is_alike)
