"""Signs that a time is that of something past."""

from claim_tracker.drafting.days.signs.sign import (
    Place,
    Sign,
    all_of,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    is_no_limit,
    preceded_by,
)
from claim_tracker.drafting.tense import (
    HAS_VERB,
    MODAL,
    NEAR,
    first_clause,
    tells_first_of_done,
    tells_first_of_past,
    tells_past,
)
from claim_tracker.drafting.words import (
    A_PAST,
    DEEDS,
    HAPPENS,
    MODALS,
    MONTH,
    TO_VERB,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    word_pattern,
)

_FRAME_WORDS = (
    "by in on at until till through before for from over during to into within no not around about"
)
_MADE = "taken written seen shown stolen drawn recorded filmed"
_LAST = Pattern(r"\b(?:[Ll]ast|[Pp]revious|[Pp]ast) $")
_RETROSPECT = Pattern(
    r"\b(?:(?:follows?|followed|following|[Cc]omes? after|came after) (?:an?|the|its|similar)|"
    r"(?:up|down) from)\b[^;.]{1,80}$"
)
"""What is told of something before: `It follows a strike in June`, `down from 40 in May`."""
_A_PART = Pattern(rf"\b(?:{MONTH}|quarter|half)")
_BY_HOUR = Pattern(
    r" *[Bb]y (?:noon|midnight|\d\d?[\d:.]* ?(?:a\.m\.|p\.m\.|am|pm))(?: [A-Z]{2,4})? $"
)
"""What stands before the day of an hour: `By 11 a.m. GMT Friday`."""
_OPENS = Pattern(
    r"\s*(?:(?:(?:Just|Shortly|Soon) )?(?:[Aa]t|[Aa]fter|[Bb]efore|During|Following|From|In|"
    r"On) (?:(?![a-z]+ed\b)[\w'.-]+ )+)?$"
)
"""What stands before a time at the beginning of a sentence: `At a meeting this morning,`."""
_DECIDED_BEFORE = Pattern(
    r"\b(?:(?:agreed|decided|voted|resolved) (?:not )?to [^,;.]*|"
    r"[Pp]er (?:[\w'.-]+ ){1,4}|(?:agreement|deal|decision) )$"
)


def _is_weekday_of_publication(place: Place) -> bool:
    """Whether a weekday is that of the publication, on which what is told was done."""
    period, phrase = place.deadline.period, place.deadline.phrase
    is_weekday = _ON_WEEKDAY.match(phrase) is not None and not place.deadline.is_limit
    return is_weekday and period is not None and period.earliest == place.published


_ON_WEEKDAY = Pattern(rf"(?:on )?{WEEKDAY}$")
_JUST_OVER = 240
"""Days, beyond which the next day or month of a name is rather the last one, just over."""
_WILL = word_pattern(
    f"will won't shall is are be until till plans plan aims expects 'll {TO_VERB} {HAPPENS}"
)
_WAS = word_pattern("was were had would")
_DEED_TO = Pattern(rf"\b{any_of('decision refusal failure attempt bid move')} to [^,;.]*$")
"""What may be done already: `its decision to close in April`."""
_MEASURES = Pattern(r"\b(?:put|puts|peg|pegs) [^,;.]*$")
"""What tells of a figure that was measured: `The bank puts output in April at 3%`."""


def _is_just_over(place: Place) -> bool:
    """Whether a day or month without its year was over shortly before the publication."""
    period, published = place.deadline.period, place.published
    is_named = _A_PART.search(place.deadline.phrase) is not None
    if period is None or published is None or place.deadline.is_ahead or not is_named:
        return False
    return (period.earliest - published).days > _JUST_OVER


def _has_future(place: Place) -> bool:
    """Whether what stands beside a time tells that it is to come."""
    if _WAS.search(place.clause) is not None or place.after.startswith("'s"):
        return False
    if _COMPARED.match(place.after) is not None:
        return False
    if place.deadline.is_limit:
        return True
    if _DEED_TO.search(place.clause) is not None or _MEASURES.search(place.clause) is not None:
        return False
    if _WILL.search(place.clause) is not None:
        return True
    if HAS_VERB.search(place.before + place.after) is None:
        return True
    opens = not place.before.strip() or place.clause.strip() in ("In", "On")
    return opens and _WILL_OPEN.match(place.after) is not None


_COMPARED = Pattern(
    rf",? {any_of('down up unchanged compared versus against after higher lower')}\b"
    r"(?: (?:from|with|to|on|than|an?)\b)?"
)
"""What tells after a month that its figure is known or due: `3.4% in April, down from 3.5%`."""
_NOT_DONE = Pattern(
    r"(?:\b(?:did|was|were|had|could)(?:n't| not| never)|\bnever|\bnot|\bonly|\bhad)\b[^,;]*$"
)
"""What tells before `until` or `before` that something came about no sooner."""
_STILL_TO_COME = word_pattern(
    f"{MODALS} {TO_VERB} due set scheduled slated planned expected likely forecast able ready "
    "allowed is are be"
)
_WITH_DOING = Pattern(r"\bwith (?!the next\b)[^,;.]* [a-z]+ing\b[^,;.]*$")
"""What went with something past: `The fair ended, with shops opening in April`."""
_LIKE_PRESENT = "cut set put shut hit"
"""Verbs whose past is like their present: `It today cut its rate`."""
_ANSWERS = "reaction response speech remarks comments"
_AFTER_DEED = Pattern(
    rf"\bafter [a-z]+ing\b(?:[^,;.]|\.\d)*$|"
    rf"\bafter (?:[^,;.]* )?{any_of(_ANSWERS)} [^,;.]*$|"
    rf"\b(?:over|against|into) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){{0,2}}{any_of(DEEDS)} $"
)
"""What stands before the time of a deed that is done: `tried over a crash in June`."""
_FOR_A_REASON = Pattern(
    r"\b(?:given|amid|despite|following|because of|in response to|in the wake of|"
    r"in light of|as a result of|(?:due|thanks) to (?:an?|the|its|his|her|their)\b) "
    rf"(?:(?!(?:{any_of(MODALS)}|set to|expected|forecast|due)\b)[^,;.])*$"
)
"""What names a past event as a reason: `given the objections of some on Monday`."""
_IS_SEEN = "be_(?:seen|heard|felt|found) see hear"
_TODAY = r"(?:(?:by|on|in|at|from|of|for|like) )?today$"
_WILL_OPEN = Pattern(
    r",? (?:[\w'.-]+ ){1,8}?(?:will|won't|would|'ll|(?:is|are) (?:to|set|due|expected|likely|going|"
    r"scheduled|[a-z]+ing))\b"
)
"""What tells after a time that it is to come: `Today the council will vote`."""
_VOTED_TO = Pattern(r"\bvoted (?:[a-z\d-]+ )?to [^,;.]*$")
_PAST_YEAR = Pattern(rf"(?:Back )?[Ii]n (?:(?:both|early|late|mid) ?-?)?(?P<year>{YEAR})\b")
_OPENS_AFTER = Pattern("(?:After|Following) [^,;]*$")


def _is_of_past_year(place: Place) -> bool:
    """Whether a day without its year stands in a sentence that a past year opens."""
    opening = _PAST_YEAR.match(place.before)
    if opening is None or place.published is None or place.deadline.is_ahead:
        return False
    return int(opening["year"]) < place.published.year and tells_past(place.clause)


_HAD_DONE = Pattern(rf"\bhad (?:been )?{A_PAST}\b[^;.]*$")
_NOT_KNOWN = Pattern(
    r"\bcould(?:n't| not)(?: [a-z]+ly)? be (?:determined|reached|verified|confirmed|learned|"
    r"found out|established)\b|\b(?:was|were)(?:n't| not)(?: [a-z]+ly)? (?:clear|known)\b|"
    r"\bunclear\b"
)
"""What was not known when it was told: `It was not clear on Monday`."""
_YEAR = Pattern(rf"\b(?P<year>{YEAR})")


def _is_after_past_year(place: Place) -> bool:
    """Whether a day or month without its year stands after a past year, and no verb to come."""
    if place.published is None or not depends_on_verb(place):
        return False
    if _A_PART.search(place.deadline.phrase) is None or _YEAR.search(place.deadline.phrase):
        return False
    years = [(it.end(), int(it["year"])) for it in _YEAR.finditer(place.before)]
    if not years or years[-1][1] >= place.published.year:
        return False
    return _WILL.search(place.before[years[-1][0] :]) is None


_PUT_OFF = (
    "postponed delayed cancelled canceled called_off scrubbed halted suspended adjourned grounded "
    "put_off"
)
_MONDAY_OR_TUESDAY = (0, 1)


def _is_weekend_just_gone(place: Place) -> bool:
    """Whether `this weekend`, told just after one, is that one, as no verb tells of what comes."""
    published = place.published
    return (
        published is not None
        and published.weekday() in _MONDAY_OR_TUESDAY
        and place.deadline.phrase.lower().endswith(("this weekend", "the weekend"))
        and _WILL.search(place.before + place.after) is None
    )


SIGNS = (
    Sign(
        "It has been shut since Monday.",
        preceded_by(r"\b(?:[Ss]ince|[Ee]arlier|[Bb]orn|[Ff]ormerly)(?: (?:in|on|the|from))?"),
        is_of_any=True,
    ),
    Sign(
        "It was that Friday evening when I saw it.",
        all_of(preceded_by(r"\b(?:[Tt]hat|[Tt]he same)"), begins_with(rf"{WEEKDAY.lower()}\b")),
        is_of_any=True,
    ),
    Sign(
        "Through Tuesday, it has 8 goals.",
        all_of(
            lambda place: not place.before.strip(),
            begins_with(rf"through {WEEKDAY.lower()}$"),
            followed_by(
                rf"[^;]*?, (?:(?!{any_of(MODALS)}\b)[\w'-]+ ){{1,6}}?(?:is|are|has|have)\b"
            ),
        ),
    ),
    Sign("Thousands sat in the dark this weekend.", _is_weekend_just_gone),
    Sign(
        "It takes time for the rise this year to help.",
        all_of(
            begins_with("this "),
            has_before(
                Pattern(r"\btakes? (?:[a-z]+ )*(?:time|while|weeks|months|years) for [^,;]*$")
            ),
            followed_by(" to [a-z]"),
        ),
    ),
    Sign(
        "It passed in Friday's early hours, and will take effect.",
        all_of(
            begins_with(rf"in {WEEKDAY.lower()}$"),
            followed_by("'s (?:early|small|first) hours"),
            lambda place: tells_past(place.clause),
        ),
    ),
    Sign(
        "Shares may make up for the drop from Tuesday.",
        all_of(
            begins_with(rf"from {WEEKDAY.lower()}$"),
            preceded_by(
                rf"\b{any_of('drop fall rise gain loss jump decline low high peak level down up')}"
            ),
        ),
    ),
    Sign(
        "It could not be found out on Monday whether he will go.",
        all_of(depends_on_verb, clause_has(_NOT_KNOWN)),
    ),
    Sign(
        "It was postponed on Wednesday, and sails on Friday.",
        all_of(
            depends_on_verb,
            begins_with(rf"(?:on )?{WEEKDAY.lower()}$"),
            preceded_by(
                rf"\b{any_of(_PUT_OFF)}(?: (?:due to|because of|over|amid) [^,;.]{{1,40}})?"
            ),
        ),
    ),
    Sign(
        "It got worse on Monday when the wind was up.",
        all_of(
            is_no_limit,
            followed_by(rf" when (?:[\w'.-]+ ){{1,4}}?(?:was|were|had|{A_PAST})\b"),
            lambda place: MODAL.search(place.clause) is None,
        ),
    ),
    Sign(
        "On Wednesday more of it has emerged.",
        lambda place: (
            not place.before.strip()
            and depends_on_verb(place)
            and _ON_WEEKDAY.match(place.deadline.phrase) is not None
            and tells_first_of_done(place.after)
        ),
    ),
    Sign(
        "They hacked a firm in July 2023, and sent notes on 1 August.",
        _is_after_past_year,
    ),
    Sign(
        "He came here after they gave them a day to leave.",
        all_of(
            begins_with("gave "), has_before(Pattern(r"\b(?:after|when|because|since) [^,;]*$"))
        ),
    ),
    Sign(
        "The blast Tuesday follows others.",
        all_of(preceded_by(rf"\b{any_of(DEEDS)}"), begins_with(rf"{WEEKDAY.lower()}$")),
    ),
    Sign("Back in March, he had said it will open.", preceded_by("Back"), is_of_any=True),
    Sign("As recently as Monday it was shut.", preceded_by("[Aa]s recently as"), is_of_any=True),
    Sign(
        "It may close, given the losses on Monday.",
        all_of(depends_on_verb, has_before(_FOR_A_REASON)),
    ),
    Sign(
        "Prices are up by 2% in the month ending 2 May.",
        all_of(
            depends_on_verb,
            preceded_by(r"\b(?:period|weeks?|months?|quarter|year) (?:ending|ended)(?: on)?"),
        ),
    ),
    Sign(
        "On Tuesday, smoke could be seen.",
        all_of(
            depends_on_verb,
            lambda place: not place.before.strip(),
            followed_by(rf",? (?:[\w'.-]+ ){{1,8}}?could (?:also )?{any_of(_IS_SEEN)}\b"),
        ),
    ),
    Sign(
        "Prices fall, with figures on Tuesday showing a drop.",
        all_of(
            depends_on_verb,
            followed_by(
                rf" {any_of('showing suggesting revealing indicating confirming saying')}\b"
            ),
        ),
    ),
    Sign(
        "The board voted to lift it on Saturday.",
        all_of(
            depends_on_verb,
            begins_with(rf"(?:on )?{WEEKDAY.lower()}"),
            clause_has(_VOTED_TO),
        ),
    ),
    Sign(
        "The world today is poor.",
        all_of(
            begins_with(_TODAY),
            lambda place: _WILL.search(place.clause) is None,
            lambda place: _WILL_OPEN.match(place.after) is None,
        ),
    ),
    Sign(
        "It was the first to open, back in March.",
        all_of(
            preceded_by(r"\bback"),
            begins_with("in [a-z]+$"),
            lambda place: tells_past(place.before) and MODAL.search(place.clause) is None,
        ),
        is_of_any=True,
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
        "It fell last Friday.",
        lambda place: (
            _LAST.search(place.before[-NEAR:]) is not None
            and not begins_with(rf"{any_of(_FRAME_WORDS)}\b")(place)
        ),
        is_of_any=True,
    ),
    Sign(
        "The court looks at a film taken in March.",
        all_of(preceded_by(rf"\b(?:an?|the|this|that) [a-z-]+ {any_of(_MADE)}"), is_no_limit),
    ),
    Sign(
        "It follows a strike in June.",
        all_of(depends_on_verb, has_before(_RETROSPECT)),
    ),
    Sign(
        "It is the strike in June that saw lines shut.",
        all_of(is_no_limit, followed_by(rf" (?:that|which|who|when|where) {A_PAST}\b")),
    ),
    Sign("The firm on Monday named a head.", all_of(followed_by(rf" {A_PAST}\b"), is_no_limit)),
    Sign(
        "The council, on Monday, named a head.",
        all_of(preceded_by("[a-z],"), followed_by(rf", {A_PAST}\b"), is_no_limit),
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
        "The talks touted in April go on.",
        lambda place: _is_just_over(place) and not _has_future(place),
    ),
    Sign(
        "It cut its rate on Monday and expects growth.",
        all_of(
            begins_with(rf"(?:on )?{WEEKDAY.lower()}|today|this"),
            followed_by(
                rf" (?:{any_of(_LIKE_PRESENT)}|"
                r"[^,;.]{0,40}?\band (?:now )?(?:sees|expects|says)) "
            ),
            lambda place: MODAL.search(place.before) is None,
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
    Sign("In 2013 the law was signed by June 30.", _is_of_past_year),
    Sign(
        "By Friday, 40 men had been found.",
        lambda place: (
            (_BY_HOUR.match(place.before) is not None or not place.before.strip())
            and (place.deadline.is_limit or bool(place.before.strip()))
            and not place.deadline.is_ahead
            and tells_first_of_past(place.after)
            and MODAL.search(first_clause(place.after)) is None
        ),
    ),
    Sign(
        "After talks on Monday, they will meet on Friday.",
        all_of(
            lambda place: _OPENS_AFTER.match(place.before) is not None,
            followed_by(rf",[^;]*\b(?:{WEEKDAY}|tomorrow|tonight)\b"),
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
    Sign(
        "It will stay shut after closing on Monday.",
        all_of(depends_on_verb, has_before(_AFTER_DEED)),
    ),
    Sign(
        "The fair ended, with shops opening in April.",
        lambda place: (
            depends_on_verb(place)
            and (beside := _WITH_DOING.search(place.before)) is not None
            and tells_past(place.before[: beside.start()])
            and MODAL.search(place.before) is None
        ),
    ),
    Sign(
        "It had shut the line with effect from April 20.",
        all_of(
            begins_with("with effect from|effective"),
            has_before(_HAD_DONE),
            lambda place: not place.deadline.is_ahead,
        ),
    ),
    Sign(
        "They agreed to cut output on Wednesday in a deal.",
        lambda place: (
            _is_weekday_of_publication(place)
            and _DECIDED_BEFORE.search(place.before) is not None
            and MODAL.search(place.clause) is None
        ),
    ),
)
