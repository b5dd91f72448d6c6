"""The forms in which news names a time.

A form has a pattern of named parts, and the function by which its period is worked out; to extend
them, add a row. What stands before a time, such as `by`, is in `deadlines`.
"""

import re
from typing import NamedTuple

from claim_tracker.drafting.days import parts, resolving, years
from claim_tracker.drafting.days.periods import ORDINAL_DAYS
from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.words import COUNT, DAY, EVENTS, MONTH, SEASON, WEEKDAY, YEAR


class TimeForm(NamedTuple):
    """A form of a time: what it begins with, its pattern, how its period is worked out.

    `begins` has the first words after an article; `number`, `month`, `weekday` and `season` stand
    for any of them.
    """

    example: str
    begins: str
    pattern: Pattern
    resolve: resolving.Resolve
    is_definite: bool = False


class PartForm(NamedTuple):
    """What makes a part of the time after it: how it begins, its pattern, how it is worked out."""

    example: str
    begins: str
    pattern: Pattern
    part_of: parts.PartOf


_PARTS_OF_DAY = "morning afternoon evening night"
_PARTS = {
    "month": f"(?P<month>{MONTH})",
    "month2": f"(?P<month2>{MONTH})",
    "day": f"(?P<day>{DAY})",
    "day2": f"(?P<day2>{DAY})",
    "year": f"(?P<year>{YEAR})",
    "year2": f"(?P<year2>{YEAR})",
    "weekday": f"(?P<weekday>{WEEKDAY})",
    "on_weekday": rf"(?:(?P<on>{WEEKDAY})(?: {any_of(_PARTS_OF_DAY)})?"
    r"(?:,? | (?P<bracket>\())(?:the )?)?",
    "in_brackets": rf"(?(bracket)\)|)(?: \((?P<beside>{WEEKDAY})\)|"
    rf",? (?P<after>{WEEKDAY})(?: {any_of(_PARTS_OF_DAY)})?(?=[,.;]|$))?",
    "season": f"(?P<season>{SEASON})(?!-[a-z])(?!(?<=fall) (?:in|of the|from|to)\\b)",
    "count": f"(?P<count>{COUNT})",
    "of_year": rf"(?:(?:\"(?= of ))?,? ?(?:(?:\. )?of |in )?(?P<year>{YEAR})"
    '|(?:"(?= of ))? (?:of )?(?P<relative>next year|this year|last year))?',
    "to": "(?: ?- ?| to | through | until )",
    "and": r"(?: ?- ?(?!\d(?:st|nd|rd|th))| to | through | until | and | or )",
    "the": "(?:the )?",
    "ordinal": "(?P<number>first|second|third|fourth|last|final|opening|1st|2nd|3rd|4th)",
    "which": "(?P<which>this|next|the next|the coming|this coming|the following|the current|the) ",
    "years": r"(?P<year>\d{4})(?:[-/]'?(?P<year2>\d\d(?:\d\d)?))?",
}


_AFTER_DASH = any_of(
    "the a an and but or when with which who its his her their it he she they just more about "
    "some after before as"
)
_COMPOUND = any_of("end long old round style era only based born bound day on over off to in")
_NO_MORE = rf"(?!\w|-{_COMPOUND}\b|(?<=\d)-(?!{_AFTER_DASH}\b)[a-z])"
"""What a time ends before: a dash, as in `this year - evidence`, but no hyphen: `year-end`."""
_WHICH = "(?:first|second|third|fourth|last|final)"
_KIND_OF_YEAR = "(?:(?:current|fiscal|financial|business|calendar|tax) )*"
_DAY_OR_MONTH = "(?:<day> )?<month>(?: <day2>)?"
"""When a year ends or begins: `30 June`, `June 30`, `June`."""


def _form(
    example: str,
    begins: str,
    pattern: str,
    resolve: resolving.Resolve,
    *,
    is_definite: bool = False,
) -> TimeForm:
    """Return a form; in its pattern `<month>` stands for the part of that name."""
    whole = re.sub(r"(?<!\?P)<(\w+)>", lambda match: _PARTS[match[1]], pattern)
    return TimeForm(example, begins, Pattern(f"(?:{whole}){_NO_MORE}"), resolve, is_definite)


FORMS = (
    # Days
    _form(
        "2025-07-03", "number", r"(?P<written>\d{4}-\d\d-\d\d)", resolving.written, is_definite=True
    ),
    _form("25.04.2026", "number", r"(?P<written>\d\d?[./]\d\d?[./]\d{4})", resolving.written),
    _form(
        "Thursday, 3 July 2025",
        "number weekday",
        "<on_weekday><the><day>(?: of)? <month><of_year><in_brackets>",
        resolving.day_of_month,
    ),
    _form(
        "the nineteenth of August",
        " ".join(sorted({it.partition("-")[0] for it in ORDINAL_DAYS})),
        f"the (?P<day>{'|'.join(sorted(ORDINAL_DAYS, key=len, reverse=True))}) of <month><of_year>",
        resolving.day_of_month,
    ),
    _form(
        "July 3",
        "month weekday",
        "<on_weekday><month> <the><day><of_year><in_brackets>",
        resolving.day_of_month,
    ),
    _form(
        "the July 3 vote",
        "month",
        rf"the <month> <day>(?: [\w-]+){{0,2}}? {any_of(EVENTS)}",
        resolving.day_of_month,
    ),
    _form(
        "5 and 9 July",
        "number",
        "<day><and><day2>(?: of)? <month><of_year>",
        resolving.days_of_months,
    ),
    _form("July 5-9", "month", "<month> <day><and><day2><of_year>", resolving.days_of_months),
    _form(
        "28 June to 3 July",
        "number",
        "<day> <month><to><day2> <month2><of_year>",
        resolving.days_of_months,
    ),
    _form(
        "June 28 to July 3",
        "month",
        "<month> <day><to><month2> <day2><of_year>",
        resolving.days_of_months,
    ),
    _form(
        "the 24th",
        "number",
        r"(?<!\bin )the (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?: of this month)?"
        r"(?=[,.;:)\"]|$| (?:and|or|to|at|in|for|with|will|is|of next)\b)",
        resolving.numbered_day,
    ),
    _form(
        "Christmas",
        "christmas boxing new hogmanay halloween good easter",
        f"(?P<feast>{'|'.join(resolving.FEASTS)})(?: day)?<of_year>",
        resolving.feast,
        is_definite=True,
    ),
    _form(
        "next Tuesday",
        "weekday next this coming",
        "(?:(?P<which>next|this|this coming|coming) )?<weekday>(?P<later> week(?! ))?"
        "(?: (?:morning|afternoon|evening|night|at midnight))?(?P<week>(?: of)? next week)?",
        resolving.weekday,
    ),
    _form(
        "a week from Monday",
        "a",
        r"(?<!\bup to )(?<!\bfor )(?P<later>a week from) <weekday>",
        resolving.weekday,
        is_definite=True,
    ),
    _form(
        "tomorrow morning",
        "today tonight tomorrow",
        "(?P<near>today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?",
        resolving.near_day,
    ),
    _form("the day after tomorrow", "day", "(?P<near>the day after tomorrow)", resolving.near_day),
    _form(
        "this evening",
        "this later",
        "(?P<near>(?:later )?this (?:morning|afternoon|evening))",
        resolving.near_day,
    ),
    # Months and parts of them
    _form(
        "November next year",
        "month next this",
        r"(?:(?P<which>next|this) )?<month>(?!\.? \d\d?(?!\d))<of_year>",
        resolving.one_month,
    ),
    _form("October-November", "month", "<month><to><month2><of_year>", resolving.months),
    _form("end-July", "end", "(?<!year )end[- ]<month><of_year>", resolving.end_of_month),
    _form(
        "the first half of June",
        "first second third fourth last final",
        "<the><ordinal> (?P<part>half|week)(?: of| in) <month><of_year>",
        resolving.part_of_month,
    ),
    # Years and parts of them
    _form(
        "2026",
        "number year",
        f"(?:the year (?:of )?)?(?P<written>{YEAR})",
        resolving.written,
        is_definite=True,
    ),
    _form("2026 to 2030", "number years", "(?:the years )?<year><to><year2>", years.several_years),
    _form("2025-26", "number", r"<year>[/-]'?(?P<digits>\d\d)", years.years_in_a_row),
    _form(
        "the twelve months to 30 June",
        "year quarter half number three six nine twelve eighteen current fiscal financial",
        rf"<the>{_KIND_OF_YEAR}(?:(?P<span>year|quarter|half)|<count> (?P<unit>month)s) "
        rf"(?:to|through|ending) (?:next )?(?:(?:the )?end(?: of |-| ))?{_DAY_OR_MONTH}<of_year>",
        resolving.months_up_to,
    ),
    _form(
        "the financial year starting 1 April",
        "year quarter half current fiscal financial",
        rf"<the>{_KIND_OF_YEAR}(?P<span>year|quarter|half) (?:starting|beginning) "
        rf"(?:on |in |from )?{_DAY_OR_MONTH}<of_year>",
        resolving.months_from,
    ),
    _form("'27", "'", r"'(?P<digits>[2-4]\d)", years.short_year, is_definite=True),
    _form("year-end", "year", "<the>year(?:'s[ -]|-| )end", years.year_end, is_definite=True),
    _form("end-2026", "end", "end[- ]<year>", years.year_end),
    _form(
        "the summer of 2026",
        "season next this coming following",
        "(?<!to )(?:(?P<which>next|this|the coming|the following|the) )?<season><of_year>",
        years.season,
    ),
    _form("winter 2025-26", "season", r"<the><season> (?:of )?<year>[/-]'?\d\d", years.season),
    _form(
        "the second half of 2026",
        "first second third fourth last final opening number",
        "<the><ordinal>[ -](?P<part>quarter|half)"
        "(?:(?: of| in)?(?: <year>| (?P<relative>next year|this year)| (?P<span>the year))|"
        "(?! of\\b))",
        years.part_of_year,
    ),
    _form(
        "Q3 2025",
        "q h",
        "(?P<part>[QH])(?P<number>[1-4])(?: of)?(?: <year>| (?P<relative>next year|this year))?",
        years.part_of_year,
    ),
    _form(
        "the third quarter of 2025-26",
        "first second third fourth last final opening number",
        r"<the><ordinal>[ -](?P<part>quarter|half)(?: of)? <year>[/-]'?(?P<year2>\d\d)",
        years.part_of_financial_year,
    ),
    _form(
        "Q3 2025-26",
        "q h",
        r"(?P<part>[QH])(?P<number>[1-4])(?: of)? <year>[/-]'?(?P<year2>\d\d)",
        years.part_of_financial_year,
    ),
    _form(
        "the financial year 2025-26",
        "financial fiscal this next current coming",
        "<the>(?:(?P<which>this|next|current|coming) )?(?:financial|fiscal) year"
        "(?: (?:of )?<years>)?",
        years.financial_year,
        is_definite=True,
    ),
    _form(
        "fiscal 2026",
        "fy fiscal",
        "(?:FY ?|fiscal )<years>",
        years.financial_year,
        is_definite=True,
    ),
    # Of a company's own year nobody knows when it begins.
    _form(
        "Q3 FY26",
        "q h",
        r"[QH][1-4](?: of)? (?:FY ?'?|fiscal )\d{2,4}(?:[-/]\d\d)?",
        resolving.unknown,
    ),
    _form(
        "the fiscal second quarter",
        "fiscal financial",
        rf"<the>(?:fiscal|financial) {_WHICH} (?:quarter|half)(?:(?: of)?(?: fiscal)? \d{{4}})?",
        resolving.unknown,
    ),
    _form(
        "the first quarter of fiscal 2027",
        "first second third fourth last final",
        rf"<the>{_WHICH} (?:(?:fiscal|financial) (?:quarter|half)|(?:quarter|half) of (?:(?:the|"
        rf"its|"
        r"their) )?(?:fiscal|financial|FY)(?: ?year)?)(?:(?: of)? ?\d{2,4}(?:[-/]\d\d)?)?",
        resolving.unknown,
    ),
    _form("FY26", "fy", r"FY ?'?(?P<digits>\d\d)", years.financial_year, is_definite=True),
    _form(
        "the 2030s", "number", r"<the>(?P<digits>(?:19|20|21)\d)0s", years.decade, is_definite=True
    ),
    _form(
        "the end of the decade",
        "end close decade",
        "<the>(?:(?:end|close) of (?:the|this) decade|decade's end)",
        years.end_of_decade,
        is_definite=True,
    ),
    _form(
        "mid-century",
        "mid midcentury middle",
        "<the>(?:mid-?century|(?:middle|mid) of the century)",
        years.middle_of_century,
        is_definite=True,
    ),
    # From the day of publication
    _form(
        "next week",
        "this next coming following current week weekend month quarter year decade",
        "<which>(?:calendar )?(?P<span>week|weekend|month|quarter|year|decade)",
        resolving.this_or_next,
    ),
    _form(
        "that date",
        "that same then deadline",
        "(?:(?:that|the same) (?P<unit>date|day|deadline)|"
        "that time|(?<!to )then(?!-)|the deadline)",
        resolving.named_before,
        is_definite=True,
    ),
)
"""The forms of a time, of which the longest that fits counts."""

PART_FORMS = (
    PartForm(
        "the end of",
        "end close very last",
        Pattern("(?:the )?(?:very )?(?:end|close|last day) of "),
        parts.last_day,
    ),
    PartForm(
        "the start of",
        "beginning start early",
        Pattern("(?:the )?(?:(?:beginning|start) of|early (?:part|days|weeks|months)(?: of)?) "),
        parts.third_of("early"),
    ),
    PartForm(
        "the first part of",
        "first course",
        Pattern("(?:the )?(?:first part|course) of "),
        parts.whole_of,
    ),
    PartForm(
        "the week of",
        "week",
        Pattern("(?:the )?week (?:of|beginning|starting|commencing) "),
        parts.week_of,
    ),
    PartForm("the middle of", "middle", Pattern("(?:the )?middle of "), parts.third_of("mid")),
    PartForm(
        "the latter part of",
        "latter later",
        Pattern("(?:the )?(?:latter|later) part of "),
        parts.third_of("late"),
    ),
    PartForm(
        "early to mid-",
        "early",
        Pattern("early[- ]to[- ]mid(?:-| )"),
        parts.thirds_of("early", "mid"),
    ),
    PartForm(
        "mid- to late",
        "mid",
        Pattern("mid-? ?to[- ]late(?: in |-| )"),
        parts.thirds_of("mid", "late"),
    ),
    PartForm(
        "early", "early as", Pattern("(?:early|as early as)(?: in |-| )"), parts.third_of("early")
    ),
    PartForm("mid-", "mid", Pattern("mid(?:-| in | )"), parts.third_of("mid")),
    PartForm("late", "late", Pattern("late(?: in |-| )"), parts.third_of("late")),
    PartForm(
        "later",
        "later rest remainder",
        Pattern("later(?: on| in)? |(?:the )?(?:rest|remainder) of "),
        parts.rest_of,
    ),
)
"""What stands before a time and makes a part of it."""
