"""Signs that a time is that of something past, by the verb beside it."""

from claim_tracker.drafting.days.signs.sign import (
    WILL,
    WILL_OPEN,
    Sign,
    all_of,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    preceded_by,
)
from claim_tracker.drafting.tense import MODAL, tells_first_of_past, tells_past
from claim_tracker.drafting.words import (
    AUXILIARIES,
    MODALS,
    MONTH,
    NO_OTHER_CLAUSE,
    SPOKE,
    TO_VERB,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    word_pattern,
)

_OPENS = Pattern(
    r"\s*(?:(?:(?:Just|Shortly|Soon) )?(?:[Aa]t|[Aa]fter|[Bb]efore|During|Following|From|In|"
    r"On) (?:(?![a-z]+ed\b)[\w'.-]+ )+)?$"
)
"""What stands before a time at the beginning of a sentence: `At a meeting this morning,`."""
_NOT_DONE = Pattern(
    r"(?:\b(?:did|was|were|had|could)(?:n't| not| never)|\bnever|\bnot|\bonly|\bhad)\b[^,;]*$"
)
"""What tells before `until` or `before` that something came about no sooner."""
_STILL_TO_COME = word_pattern(
    f"{MODALS} {TO_VERB} due set scheduled slated planned expected likely forecast able ready "
    "allowed is are be"
)
_TODAY = r"(?:(?:by|on|in|at|from|of|for|like) )?today$"
_NOT_KNOWN = Pattern(
    r"\bcould(?:n't| not)(?: [a-z]+ly)? be (?:determined|reached|verified|confirmed|learned|"
    r"found out|established)\b|\b(?:was|were)(?:n't| not)(?: [a-z]+ly)? (?:clear|known)\b|"
    r"\bunclear\b"
)
"""What was not known when it was told: `It was not clear on Monday`."""
_GOES_ON = Pattern(r"\b(?:continues?|goes on|go on) [^,;]*$")


_YEAR = Pattern(YEAR)
_LONG_SINCE = r"(?:took (?:office|power)|came to power|ran for|founded)"
_TOLD_LONG_AGO = Pattern(
    rf"^\W*(?:When [^,;]*\b{_LONG_SINCE}\b[^,;]*,|During [^,;]*?\bcampaign,?|"
    r"Last (?:year|spring|summer|autumn|winter)\b)(?:(?!\b(?:will|is|are)\b)[^;])*?"
    rf"(?: {{5}}|\b(?:{any_of(SPOKE)}|forecast|predicted)\b)(?!.*\b(?:will|is|are)\b)"
)
"""What stands before who said something long ago: `During the campaign he said it would end`."""
_EARLIER_FORECAST = Pattern(
    r"\b(?:ago|last (?:year|month|week)),? (?:which|when) "
    r"(?:[a-z]+ ){0,3}?(?:showed|said|put|forecast|predicted|saw|expected|projected) "
    rf"{NO_OTHER_CLAUSE}$"
)
"""What tells of the forecast before this one, by which nothing is foreseen any more."""
_IS_LIKELY = Pattern(r" (?:is|are) (?:un)?likely\b")
_MAY_BE_A = Pattern(r"\b(?:may|might|can|could) (?:[a-z]+ )?be (?:an?|the|one of) [^,;]*$")
"""What somebody or something is nowadays: `It may only be a village today`."""

SIGNS = (
    Sign(
        "It has been shut since Monday.",
        preceded_by(r"\b(?:[Ss]ince|[Ee]arlier|[Bb]orn|[Ff]ormerly)(?: (?:in|on|the|from))?"),
        is_of_any=True,
    ),
    Sign(
        "It could not be found out on Monday whether he will go.",
        all_of(depends_on_verb, clause_has(_NOT_KNOWN)),
    ),
    Sign(
        "Prices fall, with figures on Tuesday showing a drop.",
        all_of(
            depends_on_verb,
            begins_with("(?!to |for )"),
            followed_by(
                rf" {any_of('showing suggesting revealing indicating confirming saying')}\b"
            ),
        ),
    ),
    Sign(
        "The world today is poor.",
        all_of(
            begins_with(_TODAY),
            lambda place: WILL.search(place.clause) is None,
            lambda place: WILL_OPEN.match(place.after) is None,
            lambda place: _IS_LIKELY.match(place.after) is None,
        ),
    ),
    Sign(
        "It may only be a village today, but it draws crowds.",
        all_of(begins_with("today$"), clause_has(_MAY_BE_A)),
    ),
    Sign(
        "It began long ago and continues to grow today.",
        all_of(begins_with("today$"), clause_has(_GOES_ON)),
    ),
    Sign(
        "It is better than the one of a year ago, which showed that it is shut by 2030.",
        has_before(_EARLIER_FORECAST),
    ),
    Sign(
        "By then, the firm had closed.",
        all_of(
            begins_with("(?:(?:by|on|during|until|before|in|at) )?(?:then|that|the same) ?"),
            lambda place: (
                tells_first_of_past(place.after)
                if not place.before.strip()
                else tells_past(place.clause) and MODAL.search(place.clause) is None
            ),
        ),
        is_of_any=True,
    ),
    Sign(
        "By Friday, 40 firms had signed up, and more will.",
        all_of(
            lambda place: not place.before.strip(),
            followed_by(
                rf",? (?:(?!{any_of(f'{AUXILIARIES} that which who')}\b)[\w'-]+ ){{1,8}}"
                r"had (?!to\b|until\b)"
            ),
        ),
        is_of_any=True,
    ),
    Sign(
        "When he took office,             the war would end within a day.",
        all_of(
            lambda place: _YEAR.search(place.deadline.phrase) is None, has_before(_TOLD_LONG_AGO)
        ),
        is_of_any=True,
    ),
    Sign(
        "In April the minister, Ana Bell, approved it.",
        lambda place: (
            _OPENS.match(place.before) is not None
            and MODAL.search(place.before) is None
            and depends_on_verb(place)
            and tells_first_of_past(place.after)
        ),
    ),
    Sign(
        "The line did not open until June 30.",
        lambda place: (
            place.deadline.is_limit
            and _NOT_DONE.search(place.clause) is not None
            and tells_past(place.clause)
            and _STILL_TO_COME.search(place.clause) is None
        ),
    ),
    Sign(
        "As of Friday, 40 men are missing.",
        all_of(
            begins_with(rf"as of (?:{WEEKDAY}|{MONTH})".lower()),
            lambda place: not place.before.strip(),
            followed_by(rf",? (?:(?!{any_of(MODALS)}\b)[\w'-]+ ){{1,8}}?(?:is|are|has|have)\b"),
        ),
    ),
)
