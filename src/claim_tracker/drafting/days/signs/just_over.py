"""Signs that a time without its year was over shortly before the publication, or long ago."""

from claim_tracker.drafting.days.outlook import AS_THE_DAY
from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    Surroundings,
    begins_with,
    clause_has,
    followed_by,
    has_before,
    has_verb_to_come,
    is_after,
    is_definite,
    is_no_limit,
    is_weekday,
    opens_sentence,
    preceded_by,
    sentence_has,
    sign,
    unless,
)
from claim_tracker.drafting.days.verb_forms import tells_past
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import (
    MONTH,
    SEASON,
    WEEKDAY,
    YEAR,
)

_FRAME_WORDS = (
    "by in on at until till through before for from over during to into within no not around about"
)
_A_PART = rf"\b(?:{MONTH}|quarter|half|this {SEASON})"
_DECIDED_BEFORE = Pattern(r"\b(?:[Pp]er (?:[\w'.-]+ ){1,4}|(?:agreement|deal|decision) )$")


_JUST_OVER = 240
"""Days, beyond which the next day or month of a name is rather the last one, just over."""
_OVER_BESIDE_PAST = 150
"""Days, beyond which it is so behind a verb in the past."""
_LOOKS_AHEAD = word_pattern(
    "agreed ordered promised pledged vowed set scheduled moved postponed delayed approved"
)
"""Decisions of which the time is far ahead as well as near."""
_JUST_OVER_WEEKDAY = 3
"""Days, beyond which the next weekday of a name is rather the last one."""
_WAS_TO_COME = word_pattern("would could")
"""What tells of what was to come when it was told, or of what could be done."""
ON_WEEKDAY = (
    rf"(?:(?:on|in|at|during|over) )?(?:late |early )?(?:on )?{WEEKDAY}"
    r"(?: (?:morning|afternoon|evening|night))?$"
)


def _tells_of_next(around: Surroundings) -> bool:
    """Whether what stands beside a time tells that it is the next one of its name."""
    if around.after.startswith("'s"):
        return False
    is_limit = around.deadline.is_limit and not around.deadline.phrase.startswith("through ")
    return (
        is_limit
        or AS_THE_DAY.begins(around.after)
        or around.before.endswith(": ")  # `Day of the vote: October 8`
        or has_verb_to_come(around)
    )


_COMPARED = Pattern(
    rf",? {any_of('down up unchanged compared versus against after higher lower')}\b"
    r"(?: (?:from|with|to|on|than|an?)\b)?"
)
"""What tells after a month that its figure is known or due: `3.4% in April, down from 3.5%`."""
_PAST_YEAR = Pattern(
    rf"(?:[A-Z][^,]{{2,20}}, |Back )?[Ii]n (?:(?:both|early|late|mid) ?-?)?(?P<year>{YEAR})\b"
)


def _is_of_past_year(around: Surroundings) -> bool:
    """Whether a day without its year stands in a sentence that a past year opens."""
    opening = _PAST_YEAR.match(around.before)
    if opening is None or around.published is None:
        return False
    return int(opening["year"]) < around.published.year and tells_past(around.clause)


_PICTURED = Pattern(
    r"\b(?:[Pp]hotos?:|in (?:a|this|an [a-z]+) (?:[a-z]+ )?(?:photo|picture|image)|[Pp]ictured|"
    r"[Ss]lideshow|Getty Images|in pictures)\b"
)
"""What tells what a picture shows, of a day that is over."""
_SAYS_AHEAD = Pattern(r"(?i:(?:early |late )?(?:next|later)\b)")


def _opens_ahead(around: Surroundings) -> bool:
    """Whether a sentence opens with a time that says itself that it is to come."""
    return opens_sentence(around) and _SAYS_AHEAD.begins(around.deadline.phrase)


SIGNS = (
    sign(
        "Ships appear Thursday off Calder, in a photo.",
        is_no_limit,
        unless(_opens_ahead),
        sentence_has(_PICTURED),
    ),
    sign(
        "It is to win back the level of last Friday.",
        preceded_by(r"\b(?:[Ll]ast|[Pp]revious|[Pp]ast)"),
        unless(begins_with(rf"{any_of(_FRAME_WORDS)}\b")),
        of_any=True,
    ),
    sign(
        "The ships of the port in April go on.",
        begins_with(f".*{_A_PART}"),
        is_after(_JUST_OVER),
        lambda around: _COMPARED.begins(around.after) or not _tells_of_next(around),
    ),
    sign(
        "She won the race to run for mayor in December.",
        # Votes of November are told of early.
        begins_with(rf"(?!through|come |.*november).*{MONTH}"),
        is_after(_OVER_BESIDE_PAST),
        lambda around: tells_past(around.before),
        unless(has_before(_LOOKS_AHEAD)),
        unless(_tells_of_next),
    ),
    sign(
        "Her remarks to the crews Tuesday night may help.",
        begins_with(ON_WEEKDAY),
        is_after(_JUST_OVER_WEEKDAY),
        lambda around: not _tells_of_next(around) or _WAS_TO_COME.is_in(around.clause),
    ),
    sign("For one, in 2013 it was extended to June 30.", unless(is_definite), _is_of_past_year),
    sign(
        "It raised its outlook for the third quarter, ended April 30.",
        followed_by(r",? (?:which |that )?ended\b"),
        of_any=True,
    ),
    sign(
        "It will sell the yard, per the mayor on Wednesday.",
        is_weekday,
        is_no_limit,
        lambda around: around.days_away == 0,
        has_before(_DECIDED_BEFORE),
        unless(clause_has(MODAL)),
    ),
)
