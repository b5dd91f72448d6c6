"""The phrases of a deadline that are no time of a calendar: so many days or weeks, or `soon`.

A phrase that hangs on an event, or is vague, has no period; to extend them, add a row.
"""

from typing import NamedTuple

from claim_tracker.drafting.days import resolving, years
from claim_tracker.drafting.patterns import Pattern, Rules, any_of
from claim_tracker.drafting.words import COUNT, DETERMINER, MONTH, UNIT, UNIT_NEEDS, WEEKDAY, YEAR


class SpanForm(NamedTuple):
    """A form of a number of units of time, with an example of it."""

    example: str
    pattern: Pattern
    resolve: resolving.Resolve


def _span(
    example: str, pattern: str, resolve: resolving.Resolve, needs: str = UNIT_NEEDS
) -> SpanForm:
    return SpanForm(example, Pattern(rf"(?<![\w',.-]){pattern}(?![\w-])", needs), resolve)


_COUNT = f"(?P<count>{COUNT})"
_N = f"{_COUNT} (?P<unit>{UNIT})"
_N_AGAIN = f"{COUNT} {UNIT}"
_TO_N = rf"(?:{COUNT}(?: ?- ?| to | or ))?{_N}"
"""`18 to 24 months`, of which the end counts."""
_TIME = "(?:'? time|'s time)?"
_OR_SO = "(?: or so)?"
_BEFORE_NOUN = (
    rf"(?:(?:{any_of('the a an its their his her that last first final new')}|[A-Z][\w'-]+) )"
)
_AFTER_EVENT = (
    rf" {any_of('of after before from following since into ahead_of prior_to')} "
    rf"(?!(?:now|today|next|this)\b|{WEEKDAY}|{MONTH}|\d)"
    rf"(?:{_BEFORE_NOUN}+[\w'-]+|[\w'-]+(?: {_BEFORE_NOUN}*[\w'-]+)?)"
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
_LIMIT_NOUNS = "deadline ultimatum notice review grace_period timeline timetable"
_A_PERIOD = (
    r"(?:period|window)"
    r"(?! (?:to (?![a-z])|ended\b|ending\b|through\b)|,? (?:from )?(?:19|20)\d\d\b)"
)
"""What is a limit after an article alone, and else a length: `the current three-month period`."""
_FRAMES = any_of("period window span time timeframe")
"""What has a length: `within a ten-day period`, but not `within a ten-day walk`."""
SPANS = (
    # What hangs on an event is not counted from the publication, though a part of it might be.
    _span(
        "in the first ten days after the count",
        rf"(?:(?:within|in|no later than|at least)(?: the)? (?:first )?{_N}s?{_AFTER_EVENT}|"
        rf"{_N_AGAIN}s?(?! of\b){_AFTER_EVENT})",
        resolving.unknown,
        "of after before from following since into ahead prior",
    ),
    _span(
        "within 30 days of 1 July",
        rf"(?:within|inside|no later than)(?: the)? {_N}s?{_AFTER_ANY_DAY}",
        resolving.unknown,
        "within inside later",
    ),
    _span(
        "within a week thereafter",
        rf"(?:(?:within|in|inside|no later than)(?: a further)? {_N}s? {_COUNTED_ON}|"
        rf"{_N_AGAIN}s? (?:thereafter|after that))",
        resolving.unknown,
        "thereafter afterward afterwards after later",
    ),
    _span(
        "within 120 working days",
        rf"(?:within|in|no later than)(?: the next)? {COUNT} "
        rf"{any_of('working business trading sitting school')} days",
        resolving.unknown,
        "days",
    ),
    _span(
        "in the first year after signing",
        rf"in (?:the|its|their|his|her) first {UNIT}{_AFTER_EVENT}",
        resolving.unknown,
        "first",
    ),
    _span(
        "by this time next year",
        "by this time (?:next|tomorrow)(?: [a-z]+)?",
        resolving.unknown,
        "time",
    ),
    _span(
        "at 6 p.m.",
        r"at (?:noon|midnight|\d\d?(?:[.:]\d\d)? ?(?:a\.m|p\.m|am|pm)\b)",
        resolving.same_day,
        "noon midnight a p am pm",
    ),
    _span("later in the day", "later in the day", resolving.same_day, "later"),
    _span(
        "within 90 days",
        rf"(?:within|inside) (?:the |a )?(?:(?:next|coming|following) )?(?:period of )?"
        rf"(?:(?P<first>{COUNT})(?: ?- ?| to | or ))?{_COUNT}"
        rf"(?: |-(?={UNIT}(?:s\b| {_FRAMES}\b)))(?P<unit>{UNIT})s?",
        resolving.after,
        "within inside",
    ),
    _span(
        "in 7-8 days",
        rf"in (?:{any_of(_NEARLY)} )?(?P<first>{COUNT})(?: ?- ?| to | or ){_N}s?{_TIME}",
        resolving.after,
        "in",
    ),
    _span(
        "in three weeks",
        rf"in (?!(?:an?|one) (?:hour|day)\b(?!'))(?:{any_of(_NEARLY)} )?{_N}s?{_TIME}"
        r"(?! (?:and )?\d+ (?:minutes|seconds)| (?:that|which|when|where|of)\b)",
        resolving.after,
        "in",
    ),
    _span(
        "over the next two years",
        rf"{any_of('over in during for through across throughout')} (?:the |at least the )?"
        rf"(?:next|coming|following) {_TO_N}s?{_OR_SO}",
        resolving.until,
        "next coming following",
    ),
    _span(
        "for the next year and a half",
        rf"(?:{any_of('over during in for within')} )?the (?:next|coming) {UNIT} and a half",
        resolving.unknown,
        "half",
    ),
    _span(
        "over the coming year",
        rf"(?:{any_of('over during in for within')} the (?:next|coming)|"
        rf"(?<!\bof )the next(?= year)) (?P<unit>{UNIT}){_OR_SO}",
        resolving.until,
        "next coming",
    ),
    _span(
        "the next ten days", rf"(?:the )?(?:next|coming) {_TO_N}s", resolving.until, "next coming"
    ),
    _span(
        "for a further six months", rf"(?:for )?(?:a )?further {_N}s?", resolving.until, "further"
    ),
    _span(
        "Three weeks from now",
        rf"(?i:{_N})s? (?:from (?:now|today)|hence)",
        resolving.after,
        "now today hence",
    ),
    _span(
        "a 72-hour deadline",
        rf"(?P<article>{DETERMINER} )?{_COUNT}-(?P<unit>{UNIT})(?:-long)? "
        rf"(?:{any_of(_LIMIT_NOUNS)}|(?(article){_A_PERIOD}|(?!)))",
        resolving.after,
        "deadline ultimatum notice review period window timeline timetable",
    ),
    _span(
        "at the two-year horizon",
        rf"(?:at|over|on) (?:the|a|its) {_COUNT}-(?P<unit>{UNIT}) horizon",
        resolving.after,
        "horizon",
    ),
    _span(
        "in the plan period (2027-31)",
        rf"(?:in|over|during|for|under|within) (?:the|its|their|a) (?:[\w-]+ ){{0,5}}"
        rf"{any_of('period plan phase cycle programme program strategy term')} "
        r"\((?P<year>(?:19|20)\d\d)-'?(?P<year2>\d\d(?:\d\d)?)\)",
        years.years_of_plan,
        "in over during for under within",
    ),
    _span(
        "a deadline of 30 days",
        rf"(?:an? )?(?:deadline|ultimatum) of {_N}s?",
        resolving.after,
        "deadline ultimatum",
    ),
    _span(
        "has given both sides two days to answer",
        rf"(?:{any_of('has have had')}(?: just| only| about| around| now)?|"
        rf"{any_of('given gave gives giving give')}{_TO_WHOM}) {_N}s?(?= to )",
        resolving.after,
        "has have had given gave gives giving give",
    ),
    _span(
        "within the month",
        "(?:within|by the end of) (?:the|this) (?P<unit>week|month|quarter|year)",
        resolving.end_of_this,
        "within end",
    ),
    _span(
        "in the coming weeks",
        rf"(?:{any_of('in over during within for')} )?(?:the )?"
        rf"(?:(?:coming|next|following)(?: few| several| couple of)?|few|several|a few|just a few|"
        rf"a matter of) {UNIT}s(?!'| of\b| ago\b| earlier\b| (?:before|after) [a-z]+ing\b)",
        resolving.unknown,
        "coming next following few several matter",
    ),
    _span(
        "within days", rf"within {UNIT}s|in (?:the )?{UNIT}s (?:ahead|to come)", resolving.unknown
    ),
)
SPAN_RULES = Rules(SPANS)
_AT_A_TIME = rf"(?:in|on|by) (?:{YEAR}|{MONTH}|{WEEKDAY}|early|mid|late|the end of)"
_EVENTS = "vote election elections summit season next_election final"
_WHICH_STAGE = "first second third final next last trial pilot"
_STAGES = "phase stage term season process campaign summit session"
_DONE_FIRST = (
    "approved completed? finished finali[sz]ed ratified signed adopted passed confirmed installed "
    "built implemented enacted elected opened launched done ready in_(?:place|office|force)"
)
_HAPPENS_FIRST = (
    rf"{any_of(_DONE_FIRST)}\b|"
    r"(?:it|he|she|they|we|you|everyone)(?:'[a-z]+)? (?!had\b|was\b|were\b)[a-z]|"
    r"(?:(?!and\b|[a-z]+ed\b)[\w'-]+ ){1,8}?"
    rf"{any_of('is are has have begin start come open take agree end get')}\b|"
    rf"(?:{DETERMINER}|that|this|[A-Z][\w'-]+) (?:[\w'-]+ ){{0,8}}?[a-z]{{2,}}[^s\W]s\b|"
    rf"[a-z]{{3,}}s [a-z]{{3,}} {DETERMINER} "
)
"""What stands behind `once` where it tells of an event: `once it is sold`, but not `once a spy`."""
VAGUE = Pattern(
    rf"(?<![\w'-])(?:(?:very )?soon|shortly|in due course|eventually|imminently|at some point|"
    r"at (?:a later|an early|some future) (?:date|stage|time)|as soon as possible|"
    r"in the (?:near|foreseeable) future|in the (?:short|medium|long) term|"
    rf"once (?={_HAPPENS_FIRST})(?:(?! {_AT_A_TIME})[^,.;]){{3,60}}|"
    rf"(?:on )?the eve of [^,.;]{{3,40}}|before the {any_of(_EVENTS)}|"
    rf"by the end of (?:the )?(?:{any_of(_WHICH_STAGE)} )?{any_of(_STAGES)})"
    r"(?![\w-])",
    "soon shortly due eventually imminently point date stage time possible future term once eve "
    "before end",
)
