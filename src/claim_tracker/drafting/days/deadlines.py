"""The deadlines that a sentence names: phrases with a time, and the days that each comes to.

A phrase is a time after a word such as `by` (`_FRAMES`), a time that stands without one (`_BARE`),
a number of days, weeks and the like (`SPANS`), or no time at all (`_VAGUE`).
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import zip_longest
from typing import NamedTuple

from claim_tracker.dates import Period
from claim_tracker.dates.period import day
from claim_tracker.drafting.days import resolving as to
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.times import Time, time_at
from claim_tracker.drafting.words import (
    COUNT,
    MONTH,
    SEASON,
    UNIT,
    UNIT_NEEDS,
    WEEKDAY,
    YEAR,
    Pattern,
    Rules,
    any_of,
    uncapitalised,
    word_pattern,
    words_of,
)


class Deadline(NamedTuple):
    """A phrase of a sentence that says by when, from one character to another, end exclusive.

    `period` is None where the phrase cannot be resolved. `is_limit` tells that it is said with
    `by`, `until` or the like; `is_ahead` that it is said from the day of publication, such as
    `within 90 days`; `is_vague` that it is no time at all, such as `soon`.
    """

    phrase: str
    start: int
    end: int
    period: Period | None = None
    is_limit: bool = False
    is_ahead: bool = False
    is_vague: bool = False


_LIMITS = (
    "by by_no_later_than by_about by_around before until till through up_to no_later_than "
    "not_later_than at_the_latest_by latest_by prior_to ahead_of not_before no_earlier_than "
    "not_earlier_than due due_on due_in due_by brought_forward_to targeting down_for deadline_of "
    "deadline_is deadline_for timeline_of timeline_is effective_as_of effective_from "
    "effective_on effective with_effect_from"
)
"""What says that something is due: `by June`."""
_SET = "set scheduled slated due planned earmarked pencilled_in timed expected targeted"
"""What says with `for` that something is due: `slated for June`."""
_MOVED = (
    "postponed delayed put_off put_back moved pushed pushed_back deferred extended rescheduled "
    "shifted slip slipped slips back"
)
"""What says with `to` that something is due: `moved from May to June`."""
_MOMENTS = (
    "in on at during over for from starting starting_from starting_in starting_on beginning "
    "beginning_in beginning_on beginning_from as_of as_early_as as_late_as as_soon_as around about "
    "sometime_in within to into between come be in_the_course_of over_the_course_of throughout"
)
"""What says when something is: `in June`."""
_ROUGHLY = "about around roughly sometime_in sometime as_early_as no_later_than at_least"
_HOUR = r"(?:(?:noon|midnight|midday)|\d\d?(?:[.:]\d\d)? ?(?:a\.m\.|p\.m\.|am|pm))(?: [A-Z]{2,4})?"
"""An hour before its day: `until 9 a.m. on Friday`."""
_FRAME = Pattern(
    rf"(?<![\w-])(?<!\w')(?:(?P<limit>{any_of(_LIMITS)}|{any_of(_SET)} for|"
    rf"{any_of(_MOVED)}(?: from [^,.;]{{1,30}}?)? (?:until|till|to|for|into))|"
    rf"(?P<moment>{any_of(_MOMENTS)})) "
    rf"(?:{any_of(_ROUGHLY)} )?(?:{_HOUR}(?: on)? (?={WEEKDAY}|{MONTH}|\d\d? {MONTH}|tomorrow))?"
    rf"(?:\"(?={any_of('early mid late the_end')}\\b))?"
)
_NAMED_YEARLY = (
    "sales revenue revenues profit profits output earnings growth deliveries production results "
    "turnout guidance spending"
)
"""What has the year before it: `cut its 2026 guidance`."""
_PART_WORDS = (
    "day_after following coming first second third fourth end_of next rest_of week_of start_of"
)
_BARE = Pattern(
    r"(?<![\w-])(?<!\w')(?<!fiscal )(?<!financial )"
    r"(?<!Black )(?<!Cyber )(?<!Bloody )(?<!Super )(?<!Palm )(?=(?:the )?(?:"
    rf"{MONTH} \d|\d\d?(?:st|nd|rd|th)? (?:of )?{MONTH}|\d\d? ?- ?\d\d? {MONTH}|"
    rf"{MONTH}(?: ?- ?| to ){MONTH}|{WEEKDAY}|{SEASON} (?:of )?(?:19|20)\d\d|"
    r"(?:this|next|later|early|mid|late|end|the weekend|that|same)[ -]|"
    rf"{any_of(_PART_WORDS)} |year (?:of )?(?:19|20)\d\d\b|\d{{4}}s|a week from|"
    rf"(?:19|20)\d\d {any_of(_NAMED_YEARLY)}\b|"
    r"today|tonight|tomorrow|\d{4}-\d\d-\d\d|Q[1-4]|[HQ][12]|year's end|year-end))"
)
"""Where a time begins that has no word before it: `starts Friday`, `Q3`."""
_RANGE = Pattern(r" ?(?P<word>-|to|until|through|and|or|till) ?(?:(?:in|by|on) )?")
_SAME_SPAN = Pattern("the (?:week|month|quarter|year|decade)$")
"""What is a time only as a part of another: `the end of the year`."""
_HOUSE = Pattern(r"at \d{4} [A-Z]")
"""What is the number of a house: `at 2040 Calder Street`."""
_FROM_TO = word_pattern("between from")
_BETWEEN_A_TIME = Pattern("between (?!.* and )[^-]*$")
_AND_EVENT = Pattern(" and (?:the )?[A-Za-z]")
"""What ends with an event, so that its last day is not known: `between May and the vote`."""
_FOR = Pattern("for ")
_AT_START = Pattern("(?:the )?(?:start|beginning) of ")
"""Of what is due by it, or ready for it, the first day counts: `by the start of March`."""


class Span(NamedTuple):
    """A form of a number of units of time, with an example of it."""

    example: str
    pattern: Pattern
    resolve: to.Resolve


def _span(example: str, pattern: str, resolve: to.Resolve, needs: str = UNIT_NEEDS) -> Span:
    return Span(example, Pattern(rf"(?<![\w',.-]){pattern}(?![\w-])", needs), resolve)


_COUNT = f"(?P<count>{COUNT})"
_N = f"{_COUNT} (?P<unit>{UNIT})"
_N_AGAIN = f"{COUNT} {UNIT}"
_TIME = "(?:'? time|'s time)?"
_OR_SO = "(?: or so)?"
_AFTER_EVENT = (
    rf" {any_of('of after before from following since into ahead_of prior_to')} "
    rf"(?!(?:now|today|next|this)\b|{WEEKDAY}|{MONTH}|\d)[a-z\w'-]+(?: [a-z\w'-]+)?"
)
_AFTER_ANY_DAY = (
    rf"(?: {any_of('of after before from following since')} (?!(?:now|today)\b)"
    rf"(?:{any_of('the a that')} )?[\w'-]+(?: (?:{MONTH}|\d+))?| {any_of('once when if')}\b)"
)
"""The event or the day from which a length of time is counted."""
_COUNTED_ON = any_of("thereafter afterward afterwards after_that after_this later")
"""What tells that a length of time is counted from the deadline before it."""
_NEARLY = "about around just under less_than no_more_than another"
_MONEY = r"(?:dollars|pounds|euros|rupees|hundreds|thousands|(?:m|b|tr)illions?|[$\u20ac\u00a3\d])"
_TO_WHOM = rf"(?:(?! an?\b|{_MONEY})[^,.;]){{0,40}}?"
"""Who gets a time, and not how much is given in one: `gives millions of dollars a year`."""
_LIMIT_NOUNS = "deadline ultimatum notice review grace_period timeline timetable countdown"
_A_PERIOD = r"(?:period|window)(?! (?:to (?![a-z])|ended\b|ending\b|through\b))"
"""What is a limit after an article alone, and else a length: `the current three-month period`."""
SPANS = (
    # What hangs on an event is not counted from the publication, though a part of it might be.
    _span(
        "within ten days of the count",
        rf"(?:(?:within|in|no later than|at least)(?: the)? (?:first )?{_N}s?{_AFTER_EVENT}|"
        rf"{_N_AGAIN}s?(?! of\b){_AFTER_EVENT})",
        to.unknown,
        "of after before from following since into ahead prior",
    ),
    _span(
        "within 30 days of 1 July",
        rf"(?:within|inside|no later than)(?: the)? {_N}s?{_AFTER_ANY_DAY}",
        to.unknown,
        "within inside later",
    ),
    _span(
        "within a week thereafter",
        rf"(?:(?:within|in|inside|no later than)(?: a further)? {_N}s? {_COUNTED_ON}|"
        rf"{_N_AGAIN}s? (?:thereafter|after that))",
        to.unknown,
        "thereafter afterward afterwards after later",
    ),
    _span(
        "in the first year after signing",
        rf"in (?:the|its|their|his|her) first {UNIT}{_AFTER_EVENT}",
        to.unknown,
        "first",
    ),
    _span(
        "by this time next year", "by this time (?:next|tomorrow)(?: [a-z]+)?", to.unknown, "time"
    ),
    _span(
        "at 6 p.m.",
        r"at (?:noon|midnight|\d\d?(?:[.:]\d\d)? ?(?:a\.m|p\.m|am|pm)\b)",
        to.same_day,
        "noon midnight a p am pm",
    ),
    _span(
        "within 90 days",
        rf"(?:within|inside) (?:the |a )?(?:(?:next|coming|following) )?(?:period of )?"
        rf"(?:(?P<first>{COUNT})(?: ?- ?| to | or ))?{_COUNT}[ -](?P<unit>{UNIT})s?",
        to.after,
        "within inside",
    ),
    _span("in 7-8 days", rf"in (?P<first>{COUNT})(?: ?- ?| to | or ){_N}s?{_TIME}", to.after, "in"),
    _span(
        "in three weeks",
        rf"in (?!an? (?:hour|day)\b(?!'))(?:{any_of(_NEARLY)} )?{_N}s?{_TIME}",
        to.after,
        "in",
    ),
    _span(
        "over the next two years",
        rf"{any_of('over in during for through across throughout')} (?:the |at least the )?"
        rf"(?:next|coming|following) {_N}s?{_OR_SO}",
        to.until,
        "next coming following",
    ),
    _span(
        "over the coming year",
        rf"(?:over|during|in|for) the (?:next|coming) (?P<unit>{UNIT}){_OR_SO}",
        to.until,
        "next coming",
    ),
    _span("the next ten days", rf"(?:the )?(?:next|coming) {_N}s", to.until, "next coming"),
    _span("for a further six months", rf"(?:for )?(?:a )?further {_N}s?", to.until, "further"),
    _span(
        "three weeks from now", rf"{_N}s? (?:from (?:now|today)|hence)", to.after, "now today hence"
    ),
    _span(
        "a 72-hour deadline",
        rf"(?P<article>(?:an?|the|its|their) )?{_COUNT}-(?P<unit>{UNIT})(?:-long)? "
        rf"(?:{any_of(_LIMIT_NOUNS)}|(?(article){_A_PERIOD}|(?!)))",
        to.after,
        "deadline ultimatum notice review period window timeline timetable countdown",
    ),
    _span(
        "at the two-year horizon",
        rf"(?:at|over|on) (?:the|a|its) {_COUNT}-(?P<unit>{UNIT}) horizon",
        to.after,
        "horizon",
    ),
    _span(
        "in the plan period (2027-31)",
        rf"(?:in|over|during|for|under|within) (?:the|its|their|a) (?:[\w-]+ ){{0,5}}"
        rf"{any_of('period plan phase cycle programme program strategy term')} "
        r"\((?P<year>(?:19|20)\d\d)-'?(?P<year2>\d\d(?:\d\d)?)\)",
        to.years_of_plan,
        "in over during for under within",
    ),
    _span(
        "a deadline of 30 days",
        rf"(?:an? )?(?:deadline|ultimatum) of {_N}s?",
        to.after,
        "deadline ultimatum",
    ),
    _span(
        "has given both sides two days to answer",
        rf"(?:{any_of('has have had')}(?: just| only| about| around| now)?|"
        rf"{any_of('given gave gives giving give')}{_TO_WHOM}) {_N}s?(?= to )",
        to.after,
        "has have had given gave gives giving give",
    ),
    _span(
        "within the month",
        "(?:within|by the end of) (?:the|this) (?P<unit>week|month|quarter|year)",
        to.end_of_this,
        "within end",
    ),
    _span(
        "in the coming weeks",
        rf"(?:{any_of('in over during within for')} )?(?:the )?"
        rf"(?:(?:coming|next|following)(?: few| several| couple of)?|few|several|a few|just a few|"
        rf"a matter of) {UNIT}s(?!')",
        to.unknown,
        "coming next following few several matter",
    ),
    _span("within days", rf"within {UNIT}s|in (?:the )?{UNIT}s (?:ahead|to come)", to.unknown),
)
_SPAN_RULES = Rules(SPANS)
_AT_A_TIME = rf"(?:in|on|by) (?:{YEAR}|{MONTH}|{WEEKDAY}|early|mid|late|the end of)"
_EVENTS = "vote election elections summit season next_election final"
_WHICH_STAGE = "first second third final next last trial pilot"
_STAGES = "phase stage term season process campaign summit session"
_VAGUE = Pattern(
    rf"(?<![\w'-])(?:(?:very )?soon|shortly|in due course|eventually|imminently|at some point|"
    r"at (?:a later|an early|some future) (?:date|stage|time)|as soon as possible|"
    r"in the (?:near|foreseeable) future|in the (?:short|medium|long) term|"
    rf"once (?:(?! {_AT_A_TIME})[^,.;]){{3,60}}|"
    rf"(?:on )?the eve of [^,.;]{{3,40}}|before the {any_of(_EVENTS)}|"
    rf"by the end of (?:the )?(?:{any_of(_WHICH_STAGE)} )?{any_of(_STAGES)})"
    r"(?![\w-])",
    "soon shortly due eventually imminently point date stage time possible future term once eve "
    "before end",
)


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
        if found and deadline.start < found[-1].end:
            continue
        if time is not None and time.refers_back:
            last = next((it.period for it in reversed(found) if it.period is not None), None)
            found.append(
                _referred(text, deadline, time, context._replace(last=last or context.last))
            )
        else:
            found.append(deadline)
    found = [_known_first(text, it, after) for it, after in zip_longest(found, found[1:])]
    found = list(_of_next_week(found))
    if len(found) > 1:  # a review has another day, and a clock time is one of the day beside it
        found = [it for it in found if _REVIEW.search(it.phrase) is None]
    return found


_BETWEEN = Pattern(r"\b(?:between|from) [^,;]{0,40}$")
_LAST_OF_TWO = Pattern(rf" {any_of('and to until through')} [^,;]{{0,40}}$")


def _known_first(text: str, deadline: Deadline, after: Deadline | None) -> Deadline:
    """Return a deadline, without its period where it comes after the end of its own span.

    `Between noon on Tuesday and noon on Friday`, told on a Wednesday, is of this week or the next.
    """
    if after is None or deadline.period is None or after.period is None:
        return deadline
    is_first = (
        _BETWEEN.search(text[: deadline.end]) is not None
        and _LAST_OF_TWO.match(text[deadline.end : after.end]) is not None
    )
    is_known = not is_first or deadline.period.earliest <= after.period.latest
    return deadline if is_known else deadline._replace(period=None)


_NEXT_WEEK = Pattern("(?i:next week)$")
_ONLY_WEEKDAY = Pattern(rf"(?:[a-z]+ )?{WEEKDAY}$")


def _of_next_week(found: list[Deadline]) -> Iterator[Deadline]:
    """Yield deadlines; the weekdays after `next week` are those of that week.

    `Next week, it opens on Friday`, told on a Tuesday, is not of the Friday of this week.
    """
    week: Period | None = None
    for it in found:
        if _NEXT_WEEK.match(it.phrase) is not None:
            week = it.period
        is_weekday = _ONLY_WEEKDAY.match(it.phrase) is not None
        if is_weekday and week and it.period and it.period.latest < week.earliest:
            yield it._replace(period=day(it.period.earliest + timedelta(days=7)))
        else:
            yield it


_REVIEW = Pattern(
    r"-(?:hour|day|week|month|year)(?:-long)? (?:notice|review|period|window)|"
    r"^at (?:noon|midnight|\d)[^A-Z]*$"
)


def _referred(text: str, deadline: Deadline, time: Time, context: Context) -> Deadline:
    """Return a deadline that refers back, as counted from the last one of a context."""
    again = time_at(text, time.start, context)
    return deadline._replace(period=again.period if again is not None else None)


def _candidates(text: str, context: Context) -> Iterator[tuple[Deadline, Time | None]]:
    """Yield what may be deadlines, each with the time in it; None for spans and what is vague."""
    words = words_of(text)
    for span in _SPAN_RULES.for_words(words):
        for match in span.pattern.finditer(text):
            groups = {name: it for name, it in match.groupdict().items() if it is not None}
            period = to.resolved(span.resolve, groups, context)
            is_ahead = period is not None and _LENGTH.match(match[0]) is None
            is_vague = period is None and _FROM_EVENT.match(match[0]) is not None
            yield Deadline(*_phrase(match), period, is_ahead=is_ahead, is_vague=is_vague), None
    for match in _FRAME.finditer(text):
        time = time_at(text, match.end(), context)
        if (
            time is not None
            and _SAME_SPAN.match(text[time.start : time.end]) is None
            and _HOUSE.match(text, match.start()) is None
        ):
            is_limit = match["limit"] is not None
            yield _framed(text, match.start(), time, context, is_limit=is_limit), time
    for match in _BARE.finditer(text):
        time = time_at(text, match.end(), context)
        if time is not None:
            yield _framed(text, time.start, time, context, is_limit=False), time
    if _VAGUE.may_fit(words):
        for match in _VAGUE.finditer(text):
            yield Deadline(*_phrase(match), is_vague=True), None


_FROM_EVENT = Pattern(rf"{COUNT} {UNIT}s? (?:after|since|following)\b")
"""What tells how far two events are apart: `two days after the vote`."""


def _phrase(match: re.Match[str]) -> tuple[str, int, int]:
    return match[0], match.start(), match.end()


_LENGTH = Pattern("in (?!the )|at ")
"""What may be a length of time, or an hour that is over: `in three weeks`, `at 6 p.m.`"""


def _framed(text: str, start: int, time: Time, context: Context, *, is_limit: bool) -> Deadline:
    """Return the deadline of a time and the words before it, with what follows after `to`."""
    period = time.period
    is_due = is_limit or _FOR.match(text, start) is not None
    if is_due and period is not None and _AT_START.match(text, time.start) is not None:
        period = day(period.earliest)
    end = time.end
    joint = _RANGE.match(text, end)
    other = time_at(text, joint.end(), context) if joint is not None else None
    if joint is not None and other is not None and period is not None and other.period is not None:
        is_from_to = _FROM_TO.match(text, start) is not None
        if _is_range(joint["word"], period, other.period, is_from_to=is_from_to):
            whole = to.period_between(period, other.period)
            if whole is not None or is_from_to:
                period, end = whole, other.end
    elif _BETWEEN_A_TIME.match(text[start:end]) and _AND_EVENT.match(text, end):
        period = None
    return Deadline(text[start:end], start, end, period, is_limit, is_ahead=time.is_dated)


def _is_range(word: str, first: Period, last: Period, *, is_from_to: bool) -> bool:
    """Whether two times with a word between them are one period: `from May to July`."""
    if word in ("-", "or", "through", "to"):
        return True
    is_alike = first.is_day == last.is_day
    is_next = is_alike and (last.earliest - first.latest).days == 1
    return (word == "and" and (is_next or is_from_to)) or (is_from_to and is_alike)
