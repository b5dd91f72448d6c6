"""Signs that a time comes again and again, or is of what is so in general."""

from claim_tracker.dates.words import WEEKDAYS
from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    begins_with,
    clause_has,
    followed_by,
    has_before,
    is_weekday,
    preceded_by,
    sentence_has,
    sign,
    unless,
)
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import COUNT, HAPPENS, MODALS, SEASON, UNIT, WEEKDAY

_EACH = rf" (?:a|an|per|each|every) {UNIT}\b"
_SEASON_ALONE = (
    rf"(?:(?:in|for|during|over|throughout) (?:the )?)?{SEASON}(?: and {SEASON})?$|"
    r"(?:at|over|during|for) (?:christmas|easter)$"
)
_LEISURE = rf"{_SEASON_ALONE}|(?:on|at|over|during|for) the weekend$|in the next (?:hour|day)$"
"""A time that each year, week or day has."""
_COMES_ONCE = word_pattern(
    f"{MODALS} {HAPPENS} is_to are_to going_to set due plans plan planned aims expects expected "
    "scheduled slated hopes wants starting beginning opening until by"
)
_READER = word_pattern("[Yy]ou you'll you're you'd [Yy]our yours yourself")
_GENERALLY = word_pattern("generally typically usually normally")
_WEEKDAYS = rf"{WEEKDAY}(?: (?:or|and) {WEEKDAY})?(?: (?:morning|afternoon|evening|night))?$"
_SOME_DAY = Pattern(rf"\bon an? (?:{WEEKDAY}(?:, |,? (?:or|and) ))*$")
_WORKDAYS = Pattern("(?:[a-z]+ )?Monday(?: ?- ?| to | through )Friday\\b")
_DAYS_OF_EACH_WEEK = Pattern(
    r"\b(?:times|days|nights|once|twice|trips|flights|trains) (?:a|per|each|every) week,? (?:on )?"
    rf"(?:{WEEKDAY}(?:, and |, |,? and ))*$"
)
_WHEN_HEARD = Pattern(r"\bwhen (?:we|you|they|people) (?:hear|read|see|get told|are told)\b")
"""What tells what is heard again and again, whichever day that is."""
SIGNS = (
    sign("It sails every Monday.", preceded_by(r"\b(?:[Ee]very|[Ee]ach)"), of_any=True),
    sign(
        "It has to report by June 30 each year.",
        followed_by(" (?:of )?(?:each|every) [a-z]"),
        of_any=True,
    ),
    sign(
        "The hall opens at 10 a.m. on weekdays.",
        followed_by(
            rf"\.?,? (?:(?:on )?(?:week(?:day|end)|{any_of(' '.join(WEEKDAYS))})s|daily)\b"
        ),
        of_any=True,
    ),
    sign(
        "It will fly twice a week on Monday and Friday.",
        is_weekday,
        has_before(_DAYS_OF_EACH_WEEK),
        of_any=True,
    ),
    sign(
        "Members are supposed to declare gifts within 28 days of receiving them.",
        begins_with("within .* of [a-z]+ing (?:them|one|any)\\b"),
        unless(clause_has(MODAL)),
        of_any=True,
    ),
    sign(
        "Staff are in five days a week.",
        begins_with(rf"(?:in|within) {COUNT} {UNIT}s?$"),
        followed_by(_EACH),
        of_any=True,
    ),
    sign(
        "It is the bag that you need in the summer.", begins_with(_LEISURE), sentence_has(_READER)
    ),
    sign(
        "It can get cold in winter.",
        begins_with(rf"(?:in|during|over|throughout) {SEASON}$"),
        has_before(word_pattern("can can't cannot")),
        unless(clause_has(word_pattern(f"will won't {HAPPENS}"))),
    ),
    sign(
        "It is a good bag for winter.",
        begins_with(_SEASON_ALONE),
        unless(sentence_has(_COMES_ONCE)),
    ),
    sign(
        "The row at a Friday debate goes on.",
        begins_with(_WEEKDAYS),
        preceded_by(r"\b(?:at|during|in|for) an?"),
        unless(followed_by(" deadline")),
        unless(clause_has(MODAL)),
        of_any=True,
    ),
    sign(
        "It is best to book on a Tuesday, Wednesday or Sunday.",
        has_before(_SOME_DAY),
        begins_with(_WEEKDAYS),
        of_any=True,
    ),
    sign(
        "It is shut on the third Tuesday of the month.",
        preceded_by(r"\b(?:first|second|third|fourth|fifth|last)"),
        begins_with(rf"{WEEKDAY}$"),
        followed_by(" (?:of|in) "),
        of_any=True,
    ),
    sign(
        "It is open Monday through Friday.",
        lambda around: _WORKDAYS.begins(around.deadline.phrase + around.after),
        unless(clause_has(word_pattern(f"{MODALS} plan plans planned set due scheduled to"))),
        of_any=True,
    ),
    sign("I write on my Friday mornings.", followed_by(r" (?:morning|afternoon|evening|night)s\b")),
    sign(
        "The bank usually cuts its rate in June.", clause_has(_GENERALLY), unless(clause_has(MODAL))
    ),
    sign("We are not surprised when we hear that it closes this week.", has_before(_WHEN_HEARD)),
)
