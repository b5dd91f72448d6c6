"""Signs that a time is that of what something is compared with, such as an old value."""

from claim_tracker.drafting.clauses import NEAR
from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    Surroundings,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    is_definite,
    is_no_limit,
    preceded_by,
    sign,
    unless,
)
from claim_tracker.drafting.patterns import Pattern, any_of, either_case, forms_of
from claim_tracker.drafting.words import (
    AUXILIARIES,
    COUNT,
    DETERMINER,
    MODALS,
    MONTH,
    UNIT,
)

_RECORDS = (
    "first second third fourth fifth sixth only worst best biggest largest highest lowest most "
    "time times"
)
_ORDINALS = r"first second third fourth fifth sixth seventh eighth (?<!\bits_)\d+(?:st|nd|rd|th)"
_IN_A_LENGTH = rf"in (?:(?:just|about|nearly|almost|(?:less|more) than) )*{COUNT} {UNIT}s?$"
_NO_AUXILIARY = rf"(?: (?!{any_of(AUXILIARIES)}\b)[\w'-]+)"
_RECORD_OF_YEARS = Pattern(
    r"\b(?!(?:request|interest|invest|protest|contest|forest|arrest|west|rest|test)\b)"
    r"[a-z]{2,}est(?:-[a-z]+)?"
    r"(?: [\w'().-]+){0,14} $|"
    rf"\b{any_of(f'{_ORDINALS} most only worst best')}"
    rf"(?: (?!{any_of(MODALS)}\b|(?:is|are|to)\b)[\w'().-]+){{0,12}} $|"
    rf"\b{any_of(_ORDINALS)}{_NO_AUXILIARY}{{0,6}} to{_NO_AUXILIARY}{{1,14}} $"
)
_RECORD_NEAR = Pattern(
    rf"\b{either_case(_RECORDS)}(?: [\w-]+){{0,3}} $|"
    rf"\b(?:{any_of(_RECORDS)}|(?:strong|deadli|long|fast|hot|cold|wet|dri|young|old)est)"
    rf"{_NO_AUXILIARY}{{0,4}} to{_NO_AUXILIARY}{{1,5}} $"
)
"""What stands before the length of time in which it is a record: `the worst storm to hit it`."""
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
    rf"\bsince {DETERMINER} [^,;.]*$"
)
"""What stands before the time of what something is compared with: `more than it was in June`."""
_THAN_FORESEEN = Pattern(
    r"(?<!sooner )(?<!earlier )(?<!later )\bthan (?:forecast|expected|planned|predicted) $"
)


def _is_after_change(around: Surroundings) -> bool:
    """Whether a time is that of the value before: `4% in 2027, up from 3% in 2026`."""
    return not around.deadline.is_limit and _CHANGE.is_in(around.before)


SIGNS = (
    sign(
        "It sells most of its ships so far this year.",
        preceded_by(r"\b(?:[Ss]o far|[Tt]o date)"),
        of_any=True,
    ),
    sign(
        "It opens in May, not in June.",
        preceded_by(r"(?<!\bif )\b(?:not|rather than|instead of)"),
        is_no_limit,
        of_any=True,
    ),
    sign(
        "There are just ten days left until June 3.",
        preceded_by(rf"\b(?:is|are|with) (?:[a-z]+ )?{COUNT} {UNIT}s?(?: left| to go)?"),
        begins_with("(?:until|till|before|to) "),
        of_any=True,
    ),
    sign(
        "It makes the first cut this year.",
        begins_with("this "),
        unless(is_definite),
        has_before(_RECORD_NEAR),
        unless(clause_has(MODAL)),
    ),
    sign(
        "It will be the hottest day we will see in three years.",
        begins_with(_IN_A_LENGTH),
        lambda around: _RECORD_OF_YEARS.is_in(around.before) or _RECORD_NEAR.is_in(around.before),
    ),
    sign(
        "Shares are up 8% in two days.",
        begins_with(_IN_A_LENGTH),
        preceded_by(
            r"(?:\b(?:is|are|was|were)|'re|'s|,)(?: [a-z]+)? (?:up|down)(?: by)?"
            r" \W?\d[\d.]* ?(?:%|per ?cent)"
        ),
    ),
    sign(
        "It will fall from 5% in 2025 to 4% in 2026.",
        has_before(_OLD_VALUE),
        lambda around: _NEW_VALUE.begins(around.after) or _is_after_change(around),
    ),
    sign(
        "It is to rise by 3% over next year's total.",
        begins_with("(?:over|above|below|than|versus) "),
        followed_by("'s\\b"),
        of_any=True,
    ),
    sign(
        "It will be worth less than in 2026.",
        is_no_limit,
        lambda around: _COMPARED_TO.is_in(around.before[-NEAR:]),
    ),
    sign(
        "It costs less than at its peak in June.",
        depends_on_verb,
        begins_with("in "),
        preceded_by(rf"\b(?:high|low|peak)(?: of {_AMOUNT}[\d.,]*)?(?: set| hit| reached)?"),
    ),
    sign(
        "It will grow faster than expected in June.",
        begins_with(rf"in {MONTH}$"),
        has_before(_THAN_FORESEEN),
    ),
)
