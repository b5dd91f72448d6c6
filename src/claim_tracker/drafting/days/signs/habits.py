"""Signs that a time comes again and again, or is of what is so in general."""

from claim_tracker.dates.words import WEEKDAYS
from claim_tracker.drafting.days.signs.sign import (
    Sign,
    all_of,
    begins_with,
    followed_by,
    has_before,
    preceded_by,
)
from claim_tracker.drafting.tense import MODAL
from claim_tracker.drafting.words import (
    COUNT,
    HAPPENS,
    MODALS,
    MONTH,
    SEASON,
    UNIT,
    WEEKDAY,
    Pattern,
    any_of,
    word_pattern,
)

_EACH = rf" (?:a|an|per|each|every) {UNIT}\b"
_SEASON_ALONE = (
    rf"(?:(?:in|for|during|over|throughout) (?:the )?)?{SEASON}(?: and {SEASON})?$|"
    r"(?:at|over|during|for) (?:christmas|easter)$"
)
_LEISURE = rf"{_SEASON_ALONE}|(?:on|at|over|during|for) the weekend$|in the next (?:hour|day)$"
"""A time that each year, week or day has."""
_TO_COME = word_pattern(
    f"{MODALS} {HAPPENS} is_to are_to going_to set due plans plan planned aims expects expected "
    "scheduled slated hopes wants starting beginning opening until by"
)
_READER = word_pattern("[Yy]ou you'll you're you'd [Yy]our yours yourself")
_GENERALLY = word_pattern("generally typically usually normally")
_READERS_RULE = Pattern(
    r"\b(?:I|[Yy]ou)\b.* (?:always|usually|often|each time)\b|\bno exceptions\b"
)
_WEEKDAYS = Pattern(
    rf"{WEEKDAY}(?: (?:or|and) {WEEKDAY})?(?: (?:morning|afternoon|evening|night))?$"
)
_SOME_DAY = Pattern(rf"\ban? (?:{WEEKDAY}(?:, |,? (?:or|and) ))*$")
_DAYS_OF_EACH_WEEK = Pattern(
    r"\b(?:times|days|nights|once|twice|trips|flights|trains) (?:a|per|each|every) week,? (?:on )?"
    rf"(?:{WEEKDAY}(?:, and |, |,? and ))*$"
)
_WHEN_HEARD = Pattern(r"\bwhen (?:we|you|they|people) (?:hear|read|see|get told|are told)\b")
"""What tells what is heard again and again, whichever day that is."""
SIGNS = (
    Sign("It sails every Monday.", preceded_by(r"\b(?:[Ee]very|[Ee]ach)"), is_of_any=True),
    Sign(
        "It has to report by June 30 each year.",
        followed_by(" (?:of )?(?:each|every) [a-z]"),
        is_of_any=True,
    ),
    Sign(
        "The hall opens at 10 a.m. on weekdays.",
        followed_by(
            rf"\.?,? (?:(?:on )?(?:week(?:day|end)|{any_of(' '.join(WEEKDAYS))})s|daily)\b"
        ),
        is_of_any=True,
    ),
    Sign(
        "It will fly twice a week on Monday and Friday.",
        all_of(begins_with(rf"(?:on )?{WEEKDAY.lower()}$"), has_before(_DAYS_OF_EACH_WEEK)),
        is_of_any=True,
    ),
    Sign(
        "Members are supposed to declare gifts within 28 days of receiving them.",
        all_of(
            begins_with("within .* of [a-z]+ing (?:them|one|any)\\b"),
            lambda place: MODAL.search(place.clause) is None,
        ),
        is_of_any=True,
    ),
    Sign(
        "Staff are in five days a week.",
        all_of(begins_with(rf"(?:in|within) {COUNT} {UNIT}s?$"), followed_by(_EACH)),
        is_of_any=True,
    ),
    Sign(
        "It is the bag that you need in the summer.",
        all_of(
            begins_with(_LEISURE),
            lambda place: _READER.search(place.before + place.after) is not None,
        ),
    ),
    Sign(
        "It is a good bag for winter.",
        all_of(
            begins_with(_SEASON_ALONE),
            lambda place: _TO_COME.search(place.before + place.after) is None,
        ),
    ),
    Sign(
        "The sea could be free of ice in summer by 2035.",
        all_of(begins_with(_SEASON_ALONE), followed_by(" by ")),
    ),
    Sign(
        "It is best to book on a Tuesday, Wednesday or Sunday.",
        lambda place: (
            _SOME_DAY.search(place.before) is not None
            and _WEEKDAYS.match(place.deadline.phrase) is not None
        ),
        is_of_any=True,
    ),
    Sign(
        "It is shut on the third Tuesday of the month.",
        all_of(
            preceded_by(r"\b(?:first|second|third|fourth|fifth|last)"),
            begins_with(rf"{WEEKDAY.lower()}$"),
            followed_by(" (?:of|in) "),
        ),
        is_of_any=True,
    ),
    Sign("I write on my Friday mornings.", followed_by(r" (?:morning|afternoon|evening|night)s\b")),
    Sign(
        "You do not always need an answer today.",
        all_of(
            begins_with(r"today$|that day$|this week$"),
            lambda place: _READERS_RULE.search(place.before + place.after) is not None,
        ),
        is_of_any=True,
    ),
    Sign(
        "A law will generally take effect on July 1.",
        all_of(
            begins_with(rf"(?:on )?(?:{MONTH.lower()} \d\d?|\d\d? {MONTH.lower()})$"),
            lambda place: _GENERALLY.search(place.clause) is not None,
        ),
    ),
    Sign(
        "The bank usually cuts its rate in June.",
        all_of(
            lambda place: _GENERALLY.search(place.clause) is not None,
            lambda place: MODAL.search(place.clause) is None,
        ),
    ),
    Sign("We are not surprised when we hear that it closes this week.", has_before(_WHEN_HEARD)),
    Sign(
        "Then, in the next hour, they have to sing.",
        all_of(preceded_by(r"\b[Tt]hen,?"), begins_with("in the next (?:hour|day)$")),
    ),
)
