"""Signs that a time is that of what something is compared with, such as an old value."""

from claim_tracker.drafting.days.signs.sign import (
    Sign,
    Surroundings,
    all_of,
    begins_with,
    depends_on_verb,
    followed_by,
    has_before,
    is_no_limit,
    preceded_by,
)
from claim_tracker.drafting.tense import NEAR
from claim_tracker.drafting.words import (
    COUNT,
    MODALS,
    MONTH,
    WEEKDAY,
    Pattern,
    any_of,
    forms_of,
)

_RECORDS = (
    "first second third fourth fifth sixth only worst best biggest largest highest lowest most "
    "time times"
)
_RECORD = Pattern(rf"\b{any_of(_RECORDS)}(?: [\w-]+){{0,3}} $")
_RECORD_OF_YEARS = Pattern(
    r"\b(?!(?:request|interest|invest|protest|contest|forest|arrest|west|rest|test)\b)"
    r"[a-z]{2,}est(?:-[a-z]+)?"
    r"(?: [\w'().-]+){0,14} $|"
    r"\b(?:first|second|third|fourth|fifth|most|only|worst|best)"
    rf"(?: (?!{any_of(MODALS)}\b|(?:is|are|to)\b)[\w'().-]+){{0,8}} $"
)
_RECORD_TO = Pattern(
    rf"\b(?:{any_of(_RECORDS)}|(?:strong|deadli|long|fast|hot|cold|wet|dri|young|old)est)"
    r"(?: [\w-]+){0,4} to [a-z]+(?: [\w-]+){0,4} $"
)
_ROUGH = "about around some nearly almost just roughly the an estimated"
_AMOUNT = (
    rf"(?:{any_of(_ROUGH)} ){{0,2}}"
    rf"(?:[A-Z]{{0,3}}[$\u20ac\u00a3\u20b9]?\d|{COUNT} (?:per ?cent|percent|million|billion))"
)
"""A figure: `about $2bn`."""
_IN_CLAUSE = r"(?:[^;.]|\.\d)"
_OLD_VALUE = Pattern(
    rf"\b(?:from|compared (?:with|to)|against|versus|vs\.?|(?:than|above|below) the|"
    rf"after(?: an? [a-z]+ of)?(?= [\d.]+ ?(?:%|per ?cent))) {_AMOUNT}"
    rf"(?:(?!,? to {_AMOUNT}){_IN_CLAUSE}){{0,60}}[ (]$"
)
"""What stands before the time of an old value: `from 5% in 2025 to 4% in 2026`."""
_NEW_VALUE = Pattern(rf"{_IN_CLAUSE}{{0,40}}? to {_AMOUNT}")
_CHANGES = forms_of(
    "rise fall grow slow increase decrease drop climb raise lower reduce expand shrink widen slip "
    "edge ease dip jump surge plunge tumble soar cool",
    "s ing",
)
_CHANGE = Pattern(
    rf"\b(?:{any_of(_CHANGES)}\b{_IN_CLAUSE}*|up|down|to {_AMOUNT}{_IN_CLAUSE}{{0,60}}?)"
    rf" from [^;]*$|, from [\d.]+ ?(?:%|per ?cent\b)[^;]*$|"
    r"\b(?:compared|against|versus|vs|after|than|above|below)\b[^;]*$"
)
"""What tells that the value after it is the old one: `4% in 2027, up from 3% in 2026`."""
_COMPARED_TO = Pattern(
    r"(?<!sooner )(?<!earlier )(?<!later )\bthan (?:(?:it|he|she|they|we|that|those|the [a-z]+) )?"
    r"(?:(?:did|was|were|had|is) )?$|"
    r"\bsince (?:an?|the|its|his|her|their) [^,;.]*$"
)
"""What stands before the time of what something is compared with: `more than it was in June`."""
_THAN_FORESEEN = Pattern(
    r"(?<!sooner )(?<!earlier )(?<!later )\bthan (?:forecast|expected|planned|predicted) $"
)
_AGAIN = Pattern(
    r"\brematch of (?:its|his|her|their) [a-z]+ $|"
    r"\bma(?:ke|kes|de) up for (?:(?:the|its|their) )?(?:loss|losses|falls?|drops?|declines?) $"
)
"""What stands before the time of what comes again, or is made good: `a rematch of their bout`."""
_ONCE = "first originally initially once"


def _is_after_change(place: Surroundings) -> bool:
    """Whether a time is that of the value before: `4% in 2027, up from 3% in 2026`."""
    return not place.deadline.is_limit and _CHANGE.search(place.before) is not None


SIGNS = (
    Sign(
        "So far this year it has sold 40 ships.",
        preceded_by(r"\b(?:[Ss]o far|[Tt]o date)"),
        is_of_any=True,
    ),
    Sign(
        "For the fiscal year to date it will be a loss.",
        followed_by(r" (?:to date|so far)\b"),
        is_of_any=True,
    ),
    Sign(
        "More storms like those of Thursday may come.",
        preceded_by(
            r"\b(?:(?:those|that|like) of|(?:top of|after|since) one|(?:after|since|than) those)"
        ),
    ),
    Sign(
        "It will be a rematch of their bout in June.", all_of(depends_on_verb, has_before(_AGAIN))
    ),
    Sign(
        "It opens in May, not in June.",
        all_of(preceded_by(r"(?<!\bif )\b(?:not|rather than|instead of)"), is_no_limit),
        is_of_any=True,
    ),
    Sign(
        "It meets daily except June 3.",
        preceded_by(r"\b(?:except|excluding|apart from)(?: (?:on|for))?"),
        is_of_any=True,
    ),
    Sign(
        "It is the first cut in three years.",
        lambda place: (
            begins_with(rf"(?:in {COUNT} (?:hour|day|week|month|year|decade)s?$|this )")(place)
            and not place.deadline.is_ahead
            and _RECORD.search(place.before[-NEAR:]) is not None
        ),
    ),
    Sign(
        "It will be the first cut that we have seen in three years.",
        all_of(
            begins_with(rf"in {COUNT} (?:week|month|year|decade)s?$"), has_before(_RECORD_OF_YEARS)
        ),
    ),
    Sign(
        "It is the strongest storm to hit the coast this year.",
        all_of(begins_with("this "), has_before(_RECORD_TO)),
    ),
    Sign(
        "It will fall from 5% in 2025 to 4% in 2026.",
        lambda place: (
            _OLD_VALUE.search(place.before) is not None
            and (_NEW_VALUE.match(place.after) is not None or _is_after_change(place))
        ),
    ),
    Sign(
        "It is to rise by 3% over next year's total.",
        all_of(begins_with("(?:over|above|below|than|versus) "), followed_by("'s\\b")),
        is_of_any=True,
    ),
    Sign(
        "The rain will be a change from Thursday.",
        all_of(
            preceded_by(r"\b(?:changes?|departure|contrast|improvement|turnaround|carried over)"),
            begins_with(rf"from (?:last |this )?(?:week|month|year|{WEEKDAY}|{MONTH})".lower()),
        ),
    ),
    Sign(
        "It will keep the hours as they were planned for this year.",
        preceded_by(rf"\b(?:as|than) (?:it|they|the [a-z]+) (?:was|were)(?: {any_of(_ONCE)})?"),
    ),
    Sign(
        "It will have the same July-August timetable as before.",
        all_of(preceded_by(r"\bthe same"), followed_by(" (?:[a-z]+ ){1,2}as\\b")),
    ),
    Sign(
        "It will be worth less than in 2026.",
        lambda place: is_no_limit(place) and _COMPARED_TO.search(place.before[-NEAR:]) is not None,
    ),
    Sign(
        "It will grow faster than expected in June.",
        all_of(begins_with(rf"in {MONTH.lower()}$"), has_before(_THAN_FORESEEN)),
    ),
)
