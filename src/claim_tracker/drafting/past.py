"""Whether a time in a sentence is that of something past, or of another thing: no deadline."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claim_tracker.dates.words import MONTH_NUMBERS
from claim_tracker.drafting.cues import SLIPPED, is_given_up
from claim_tracker.drafting.deadlines import Deadline
from claim_tracker.drafting.words import (
    A_PAST,
    COUNT,
    IRREGULAR_PASTS,
    MODALS,
    MONTH,
    PROMISES,
    SEASON,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    forms_of,
    word_pattern,
)


class _Place(NamedTuple):
    """Where a deadline stands: what is before it and after it, and the clause before it."""

    before: str
    after: str
    clause: str
    deadline: Deadline
    published: date | None


class Sign(NamedTuple):
    """A sign that a time is no deadline, with a sentence that has it."""

    example: str
    is_there: Callable[[_Place], bool]


def _before(pattern: str) -> Callable[[_Place], bool]:
    compiled = Pattern(rf"(?:{pattern}) $")
    return lambda place: compiled.search(place.before[-_NEAR:]) is not None


def _after(pattern: str) -> Callable[[_Place], bool]:
    compiled = Pattern(pattern)
    return lambda place: compiled.match(place.after) is not None


def _all(*signs: Callable[[_Place], bool]) -> Callable[[_Place], bool]:
    return lambda place: all(sign(place) for sign in signs)


def _is_no_limit(place: _Place) -> bool:
    return not place.deadline.is_limit


def _begins(pattern: str) -> Callable[[_Place], bool]:
    compiled = Pattern(pattern)
    return lambda place: compiled.match(place.deadline.phrase.lower()) is not None


_MODAL = word_pattern(MODALS)
_NEAR = 60
"""Characters before a time in which what is said of it is looked for."""
_FRAME_WORDS = (
    "by in on at until till through before for from over during to into within no not around about"
)
_NAMED_BY_YEAR = (
    "target budget goal accord agreement deal pact treaty attack attacks bombing election "
    "elections war crisis report law act census season edition figures level levels harvest "
    "referendum coup floods earthquake protest protests massacre ruling memo uprising revolution "
    "title World_Cup Olympics Games shooting announcement letter statement speech interview arrest "
    "raid crash decision order call phone_call conversation"
)
_RECORDS = (
    "first second third fourth fifth sixth only worst best biggest largest highest lowest most "
    "time times"
)
_OF_A_TIME = (
    "budget target forecast spending estimate outlook guidance tax rate plan programme program "
    "season bid race data figures results goal deal price contract"
)
_NOT_BE = "".join(rf"(?<!\b{be} )" for be in "is are was were".split())
_JOINING = "and or but to at in on for with when if as by after from before until the a an while"
_MOVED = "delayed postponed moved pushed pushed_back put_back put_off brought_forward"
_SPEAKING = "telling tell tells told saying say says said asking speaking"
_GONE = (
    "attack attacks fight defeat win victory draw loss crash bombing explosion blast shooting raid "
    "arrest arrests announcement ruling verdict decision killing killings clashes"
)
_MADE = "taken written seen shown stolen drawn recorded filmed"
_SUBJECTS = "the a an it he she they his her its their there this all"
_TOLD_TODAY = "decision announcement news move vote ruling verdict result statement judgment report"
_LAST = Pattern(r"\b(?:[Ll]ast|[Pp]revious|[Pp]ast) $")
_RECORD = Pattern(rf"\b{any_of(_RECORDS)}(?: [\w-]+){{0,3}} $")
_RETROSPECT = Pattern(
    r"\b(?:(?:follows?|followed|following|[Cc]omes? after|came after) (?:an?|the|its|similar)|"
    r"(?:up|down) from)\b[^;.]{1,80}$"
)
"""What is told of something before: `It follows a strike in June`, `down from 40 in May`."""
_RECORD_TO = Pattern(
    rf"\b(?:{any_of(_RECORDS)}|(?:strong|deadli|long|fast|hot|cold|wet|dri|young|old)est)"
    r"(?: [\w-]+){0,4} to [a-z]+(?: [\w-]+){0,4} $"
)
_NOW = word_pattern("will won't now is are")
_SPOKE = "promised pledged vowed said told announced agreed decided"
_WAS_NOT_KEPT = (
    r"(?:(?:was|were) (?:not|never|only partly) (?:kept|met|done|honoured|fulfilled)\b|"
    r"came to nothing|(?:was|were) (?:dropped|scrapped|missed|broken|abandoned|shelved)\b)"
)
_PROMISED_IN = Pattern(
    rf"[Ii]n (?P<month>{MONTH}),? (?:[\w.'-]+ ){{1,4}}{any_of(_SPOKE)}\b"
    rf"|.{{0,200}}\b{any_of(_SPOKE)} (?:[a-z]+ ){{0,4}}in (?P<later_named>{MONTH})\b"
)


def _is_promise_gone(place: _Place) -> bool:
    """Whether a month without a year comes next after a promise, and before the publication."""
    promise = _PROMISED_IN.match(place.before)
    period, published = place.deadline.period, place.published
    if promise is None or period is None or published is None or place.deadline.is_ahead:
        return False
    month = promise["month"] or promise["later_named"]
    promised = MONTH_NUMBERS[month.lower().rstrip(" .")]
    year = published.year - (promised > published.month)
    return (year, promised) <= (period.earliest.year - 1, period.earliest.month)


_TENSE = Pattern(
    rf"(?P<noun>\b(?:the|an?|its|their|his|her|newly|recently|so-called|and|who|which) )?\b"
    rf"(?:(?P<now>{any_of('will would shall could may might must can is are has have')}|"
    r"(?<=t)'s|(?<=[a-z])'(?:re|ll|ve))|"
    rf"{A_PAST})\b"
)


def _tells_first_of_past(after: str) -> bool:
    """Whether the first verb after a time is in the past: `In April the minister approved it`."""
    for match in _TENSE.finditer(after):
        if not match["noun"]:
            return match["now"] is None
    return False


_A_MONTH = Pattern(rf"\b{MONTH}")
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


def _is_weekday_of_publication(place: _Place) -> bool:
    """Whether a weekday is that of the publication, on which what is told was done."""
    period, phrase = place.deadline.period, place.deadline.phrase
    is_weekday = _ON_WEEKDAY.match(phrase) is not None and not place.deadline.is_limit
    return is_weekday and period is not None and period.earliest == place.published


_ON_WEEKDAY = Pattern(rf"(?:on )?{WEEKDAY}$")
_JUST_OVER = 240
"""Days, beyond which the next day or month of a name is rather the last one, just over."""
_TO_VERB = "to(?!_(?:the|a|an|its|his|her|their|some|up)\\b|_[^a-z])"
_WILL = word_pattern(
    f"will won't shall is are be until till plans plan aims expects 'll {_TO_VERB}"
)
_WAS = word_pattern("was were had would")


_DEED_TO = Pattern(rf"\b{any_of('decision refusal failure attempt bid move')} to [^,;.]*$")
"""What may be done already: `its decision to close in April`."""
_MEASURES = Pattern(r"\b(?:put|puts|peg|pegs) [^,;.]*$")
"""What tells of a figure that was measured: `The bank puts output in April at 3%`."""


def _is_just_over(place: _Place) -> bool:
    """Whether a day or month without its year was over shortly before the publication."""
    period, published = place.deadline.period, place.published
    is_named = _A_MONTH.search(place.deadline.phrase) is not None
    if period is None or published is None or place.deadline.is_ahead or not is_named:
        return False
    return (period.earliest - published).days > _JUST_OVER


def _has_future(place: _Place) -> bool:
    """Whether what stands beside a time tells that it is to come."""
    if _WAS.search(place.clause) is not None or place.after.startswith("'s"):
        return False
    if place.deadline.is_limit:
        return True
    if _DEED_TO.search(place.clause) is not None or _MEASURES.search(place.clause) is not None:
        return False
    if _WILL.search(place.clause) is not None:
        return True
    return not tells_past(place.clause + place.after)


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
    "rise fall grow slow increase decrease drop climb raise lower reduce expand shrink widen",
    "s ing",
)
_CHANGE = Pattern(
    rf"\b(?:{any_of(_CHANGES)}\b{_IN_CLAUSE}*|up|down|to {_AMOUNT}{_IN_CLAUSE}{{0,60}}?)"
    r" from [^;]*$|"
    r"\b(?:compared|against|versus|vs|after|than|above|below)\b[^;]*$"
)
"""What tells that the value after it is the old one: `4% in 2027, up from 3% in 2026`."""
_IN_QUESTION = Pattern(
    r"\b(?:what (?:will|would|could|might) happen (?:if|unless) [^,;.]*$|"
    rf"(?:what|how|where|who|which|whether) (?:(?!{any_of(MODALS)}\b)[\w'-]+ ){{1,14}}?"
    r"(?:if|unless|should|in case) [^,;.]*$)"
)
"""A condition of what is asked or told of others: `what to do if they fail by June`."""
_NOT_DONE = Pattern(
    r"(?:\b(?:did|was|were|had|could)(?:n't| not| never)|\bnever|\bnot|\bonly|\bhad)\b[^,;]*$"
)
"""What tells before `until` or `before` that something came about no sooner."""
_STILL_TO_COME = word_pattern(
    f"{MODALS} {_TO_VERB} due set scheduled slated planned expected likely forecast able ready "
    "allowed is are be"
)
_WITH_DOING = Pattern(r"\bwith [^,;.]* [a-z]+ing\b[^,;.]*$")
"""What went with something past: `The fair ended, with shops opening in April`."""
_READS = Pattern(r"[,\"'] (?:read|reads|ran|goes) (?:an?|the) [^,;]*$")
_LIKE_PRESENT = "cut set put shut hit"
"""Verbs whose past is like their present: `It today cut its rate`."""
_FAILED = Pattern(
    r"\b(?:failed|neglected|refused) to |"
    r"\b(?:missed|overran) (?:its|the|a|their|his|her|that|an earlier) [^,;.]*$"
)
_COMPARED_TO = Pattern(
    r"\bthan (?:(?:it|he|she|they|we|that|those|the [a-z]+) )?(?:(?:did|was|were|had|is) )?$|"
    r"\bsince (?:an?|the|its|his|her|their) [^,;.]*$"
)
"""What stands before the time of what something is compared with: `more than it was in June`."""
_AFTER_DEED = Pattern(
    rf"\bafter [a-z]+ing\b[^,;.]*$|"
    rf"\b(?:over|against|into) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){{0,2}}{any_of(_GONE)} $"
)
"""What stands before the time of a deed that is done: `tried over a crash in June`."""
_PAST_YEAR = Pattern(rf"(?:Back )?[Ii]n (?:(?:both|early|late|mid) ?-?)?(?P<year>{YEAR})\b")


_OPENS_AFTER = Pattern("(?:After|Following) [^,;]*$")


def _first_clause(after: str) -> str:
    """Return the clause that a time opens: `By Friday, it was known that it closes`."""
    end = _CLAUSE.search(after, len(after) - len(after.lstrip(", ")))
    return after[: end.start()] if end is not None else after


def _is_after_change(place: _Place) -> bool:
    """Whether a time is that of the value before: `4% in 2027, up from 3% in 2026`."""
    return not place.deadline.is_limit and _CHANGE.search(place.before) is not None


def _is_of_past_year(place: _Place) -> bool:
    """Whether a day without its year stands in a sentence that a past year opens."""
    opening = _PAST_YEAR.match(place.before)
    if opening is None or place.published is None or place.deadline.is_ahead:
        return False
    return int(opening["year"]) < place.published.year and tells_past(place.clause)


_SIGNS_OF_ANY = (
    Sign(
        "It has been shut since Monday.",
        _before(r"\b(?:[Ss]ince|[Ee]arlier|[Bb]orn|[Ff]ormerly)(?: (?:in|on|the|from))?"),
    ),
    Sign(
        "It was the first to open, back in March.",
        _all(
            _before(r"\bback"),
            _begins("in [a-z]+$"),
            lambda place: tells_past(place.before) and _MODAL.search(place.clause) is None,
        ),
    ),
    Sign(
        "He told investors of the firm, the buyer, on Tuesday that it will open.",
        _after(rf",? that {any_of(_SUBJECTS)}\b"),
    ),
    Sign(
        "It admitted delays on Tuesday, saying that the line will open.",
        _all(
            _is_no_limit,
            _after(", (?:telling|saying|adding|noting|citing|calling|describing)\\b"),
            lambda place: _MODAL.search(place.before) is None,
        ),
    ),
    Sign(
        "By then, the firm had closed.",
        _all(
            _begins("(?:(?:by|on|during|until|before|in|at) )?(?:then|that|the same) ?"),
            lambda place: (
                _tells_first_of_past(place.after)
                if not place.before.strip()
                else tells_past(place.clause) and _MODAL.search(place.clause) is None
            ),
        ),
    ),
    Sign("So far this year it has sold 40 ships.", _before(r"\b[Ss]o far")),
    Sign("It sails every Monday.", _before(r"\b(?:[Ee]very|[Ee]ach)")),
    Sign("It has to report by June 30 each year.", _after(" (?:of )?(?:each|every) [a-z]")),
    Sign("It is the winner of Friday's match.", _all(_before(r"\bof"), _after("'s\\b"))),
    Sign(
        "The vote, delayed from March, is near.",
        _all(_before(rf"\b{any_of(_MOVED)}"), _begins("from ")),
    ),
    Sign(
        "The winner of this year's race is known.",
        _all(_begins("(?:this |today|tonight)"), _after("'s\\b")),
    ),
    Sign(
        "It fell last Friday.",
        lambda place: (
            _LAST.search(place.before[-_NEAR:]) is not None
            and not _begins(rf"{any_of(_FRAME_WORDS)}\b")(place)
        ),
    ),
    Sign(
        "It opens in May, not in June.",
        _all(_before(r"(?<!\bif )\b(?:not|rather than|instead of)"), _is_no_limit),
    ),
    Sign(
        "The decision today will help.",
        _all(
            _before(rf"\b{any_of(_TOLD_TODAY)}"),
            _begins("to(?:day|night)"),
        ),
    ),
    Sign(
        "A ruling on Monday means it opens.",
        _all(
            _before(rf"\b{any_of(_TOLD_TODAY)}"),
            _is_no_limit,
            _after(rf" {any_of('means shows paves clears allows lets marks ends follows')}\b"),
        ),
    ),
    Sign(
        "He wept, following word Wednesday it will shut.",
        _all(
            _before(rf"\b{any_of('following after amid')} {any_of('word news reports')}"),
            _begins(rf"(?:on )?{WEEKDAY.lower()}"),
        ),
    ),
    Sign(
        "I am telling you tonight that it opens.",
        _all(
            _before(rf"\b{any_of(_SPEAKING)}(?: (?:you|us|them|everyone))?"),
            _begins("to(?:day|night)"),
        ),
    ),
)
"""The signs of a time that may have no days."""
_WHICH_WAS_SET = Pattern(
    r"\b(?:that|which|who) (?:was|were) (?:still )?"
    r"(?:scheduled|due|set|expected|supposed|planned|slated|meant)\b[^,;.]*$"
)
_HAD_DONE = Pattern(rf"\bhad (?:been )?{A_PAST}\b[^;.]*$")
_WAS_SET_TO = Pattern(r"\b(?:was|were) (?:due|set|scheduled|meant|supposed|slated) to [^,;]*$")
_PUT_OFF = f"{_MOVED} cancelled canceled called_off scrapped suspended adjourned"
_SIGNS_OF_DATED = (
    Sign(
        "It is the first cut in three years.",
        lambda place: (
            place.deadline.phrase[:3].lower() == "in "
            and not place.deadline.is_ahead
            and _RECORD.search(place.before[-_NEAR:]) is not None
        ),
    ),
    Sign(
        "It is the strongest storm to hit the coast this year.",
        _all(_begins("this "), lambda place: _RECORD_TO.search(place.before) is not None),
    ),
    Sign(
        "The court looks at a film taken in March.",
        _all(_before(rf"\b(?:an?|the|this|that) [a-z-]+ {any_of(_MADE)}"), _is_no_limit),
    ),
    Sign(
        "He is on trial over the 9 May riots.",
        _all(
            _begins(r"(?:over|in|during|for|from) the (?:\d\d? [a-z]+|[a-z]+ \d\d?)$"),
            _after(rf" (?!{any_of(_JOINING)}\b)[a-z]"),
        ),
    ),
    Sign(
        "The June 9 accord holds.",
        _all(
            _before(r"(?:\b(?:[Aa]|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|'s)"),
            _after(rf"(?:'s)? {any_of(_NAMED_BY_YEAR)}\b"),
        ),
    ),
    Sign(
        "The budget for 2026 is big.",
        _all(
            _before(rf"{_NOT_BE}\b{any_of(_OF_A_TIME)}"),
            _begins(r"for .*(?:\d{4}|year)"),
            _after(r"(?! (?:to|at|of|from) (?:[\d$\u20ac\u00a3]|about|around|between))"),
        ),
    ),
    Sign(
        "It asked for notes of a May 28 meeting held in Rome.",
        _all(
            _before(r"(?:\b(?:[Aa]n?|[Tt]he)|'s)"),
            _after(
                rf" [a-z-]+(?: [a-z-]+)? {A_PAST}\b|"
                rf" (?:[a-z-]+ ){{1,4}}(?:that|which) {A_PAST}\b|"
                rf" [a-z-]+\b[^,.;]{{0,40}} (?:when|where) (?:[\w'.-]+ ){{1,3}}{A_PAST}\b"
            ),
        ),
    ),
    Sign(
        "Police will look into Friday's attack.",
        _all(
            _begins(rf"(?:[a-z]+ )?{WEEKDAY.lower()}$"),
            _after(rf"'s (?:[a-z-]+ )?{any_of(_GONE)}\b"),
        ),
    ),
    Sign(
        "It sows seed for winter wheat.",
        _all(
            _begins(rf"(?:for |in )?{SEASON}$"),
            _after(rf" (?!(?:{any_of(_JOINING)}|is|are|will|this|next)\b)[a-z]"),
        ),
    ),
    Sign(
        "It follows a strike in June.",
        _all(
            lambda place: _RETROSPECT.search(place.before) is not None,
            _is_no_limit,
            lambda place: not place.deadline.is_ahead,
        ),
    ),
    Sign(
        "It is the strike in June that saw lines shut.",
        _all(_is_no_limit, _after(rf" (?:that|which|who|when|where) {A_PAST}\b")),
    ),
    Sign("The firm on Monday named a head.", _all(_after(rf" {A_PAST}\b"), _is_no_limit)),
    Sign(
        "The council, on Monday, named a head.",
        _all(_before("[a-z],"), _after(rf", {A_PAST}\b"), _is_no_limit),
    ),
    Sign(
        "In March she promised to open it.",
        _all(
            _begins("(?:in|on) "),
            _after(rf",? (?:[\w.'-]+ ){{1,4}}{any_of(_SPOKE)}\b"),
            lambda place: place.before == "" and not place.deadline.is_ahead,
        ),
    ),
    Sign(
        "The mayor said in March it would open.",
        _all(
            _before(rf"\b{any_of(_SPOKE)}"),
            _begins(rf"(?:on )?{WEEKDAY.lower()}|in {MONTH.lower()}(?! \d)"),
            _is_no_limit,
        ),
    ),
    Sign(
        "In April the minister, Ana Bell, approved it.",
        lambda place: (
            _OPENS.match(place.before) is not None
            and _MODAL.search(place.before) is None
            and not place.deadline.is_limit
            and not place.deadline.is_ahead
            and _tells_first_of_past(place.after)
        ),
    ),
    Sign(
        "The talks touted in April go on.",
        lambda place: _is_just_over(place) and not _has_future(place),
    ),
    Sign(
        "It will fall from 5% in 2025 to 4% in 2026.",
        lambda place: (
            _OLD_VALUE.search(place.before) is not None
            and (_NEW_VALUE.match(place.after) is not None or _is_after_change(place))
        ),
    ),
    Sign(
        "It will be 3%, down from this year's 5%.",
        _all(_begins("from "), _after(rf"'s {_AMOUNT}")),
    ),
    Sign(
        '"It will open," read a notice on Monday.',
        _all(_is_no_limit, lambda place: _READS.search(place.before) is not None),
    ),
    Sign(
        "It cut its rate on Monday and expects growth.",
        _all(
            _begins(rf"(?:on )?{WEEKDAY.lower()}|today|this"),
            _after(
                rf" (?:{any_of(_LIKE_PRESENT)}|"
                r"[^,;.]{0,40}?\band (?:now )?(?:sees|expects|says)) "
            ),
            lambda place: _MODAL.search(place.before) is None,
        ),
    ),
    Sign(
        "The bank, in a report on Monday, sees growth.",
        _all(
            _is_no_limit,
            _before(
                rf", {any_of('in at during after')} {any_of('a an its the their')}"
                r"(?: [\w-]+){1,5}"
            ),
            _after(","),
            lambda place: _MODAL.search(place.before) is None,
        ),
    ),
    Sign(
        "Some ask what to do if it is not done by June.",
        lambda place: _IN_QUESTION.search(place.before) is not None,
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
            and _tells_first_of_past(place.after)
            and _MODAL.search(_first_clause(place.after)) is None
        ),
    ),
    Sign(
        "After talks on Monday, they will meet on Friday.",
        _all(
            lambda place: _OPENS_AFTER.match(place.before) is not None,
            _after(rf",[^;]*\b(?:{WEEKDAY}|tomorrow|tonight)\b"),
        ),
    ),
    Sign(
        "As of Friday, 40 men are missing.",
        _all(
            _begins(rf"as of (?:{WEEKDAY}|{MONTH})".lower()),
            lambda place: not place.before.strip(),
            _after(rf",? (?:(?!{any_of(MODALS)}\b)[\w'-]+ ){{1,8}}?(?:is|are|has|have)\b"),
        ),
    ),
    Sign(
        "It failed to open by June.",
        lambda place: _FAILED.search(place.clause) is not None,
    ),
    Sign(
        "It will be worth less than in 2026.",
        lambda place: (
            _is_no_limit(place) and _COMPARED_TO.search(place.before[-_NEAR:]) is not None
        ),
    ),
    Sign(
        "It will stay shut after closing on Monday.",
        lambda place: (
            not (place.deadline.is_limit or place.deadline.is_ahead)
            and _AFTER_DEED.search(place.before) is not None
        ),
    ),
    Sign(
        "The fair ended, with shops opening in April.",
        lambda place: (
            not (place.deadline.is_limit or place.deadline.is_ahead)
            and (beside := _WITH_DOING.search(place.before)) is not None
            and tells_past(place.before[: beside.start()])
            and _MODAL.search(place.before) is None
        ),
    ),
    Sign(
        "The summer 2026 season is near.",
        _all(
            _begins(rf"(?:the )?{SEASON} "),
            _after(rf" (?:{any_of(_NAMED_BY_YEAR)}|collection|issue|term)\b"),
        ),
    ),
    Sign("Its promise to open by June was not kept.", _after(rf"[^,.;]{{0,40}} {_WAS_NOT_KEPT}")),
    Sign("In March she promised to open it in April.", _is_promise_gone),
    Sign(
        "Talks, which were due to begin on Friday, will be held later.",
        lambda place: _WHICH_WAS_SET.search(place.before + place.deadline.phrase) is not None,
    ),
    Sign(
        "The vote, set for Friday, was postponed.",
        _after(rf",? (?:has|have|was|were)(?: now| again)?(?: been)? {any_of(_PUT_OFF)}\b"),
    ),
    Sign(
        "It was due to open in May, but now a letter has put it back.",
        _all(
            lambda place: _WAS_SET_TO.search(place.before) is not None,
            _after(rf"[^;.]*, but [^;.]*\b{any_of(SLIPPED)}\b"),
        ),
    ),
    Sign(
        "It had shut the line with effect from April 20.",
        _all(
            _begins("with effect from|effective"),
            lambda place: _HAD_DONE.search(place.before) is not None,
            lambda place: not place.deadline.is_ahead,
        ),
    ),
    Sign(
        "They agreed to cut output on Wednesday in a deal.",
        lambda place: (
            _is_weekday_of_publication(place)
            and _DECIDED_BEFORE.search(place.before) is not None
            and _MODAL.search(place.clause) is None
        ),
    ),
    Sign(
        "Tomorrow is too early.",
        _after(r" (?:is|will be|would be|comes?|may be) (?:much |far )?too (?:early|soon|late)\b"),
    ),
    Sign(
        "The opening had been scheduled for June.",
        lambda place: (
            is_given_up(place.clause + place.deadline.phrase) and _NOW.search(place.clause) is None
        ),
    ),
)
"""The signs of a time that has days."""
SIGNS = (*_SIGNS_OF_ANY, *_SIGNS_OF_DATED)


def is_past(text: str, deadline: Deadline, published: date | None) -> bool:
    """Whether a time is no deadline: it is over at the publication, or that of something past.

    `text` is the sentence without what says who said it.
    """
    period, before = deadline.period, text[: deadline.start]
    place = _Place(before, text[deadline.end :], _clause(before), deadline, published)
    if any(sign.is_there(place) for sign in _SIGNS_OF_ANY):
        return True
    if period is None:
        return False
    if published is not None and period.latest < published:
        return True
    if any(sign.is_there(place) for sign in _SIGNS_OF_DATED):
        return True
    has_begun = published is not None and period.earliest <= published
    if deadline.phrase.startswith("for ") and _FORETOLD.search(before) is not None:
        return False
    is_length = _LENGTH.match(deadline.phrase) is not None
    if (
        _BEFORE_A_TIME.match(deadline.phrase) is not None
        and _CAME_ABOUT.search(place.clause) is not None
    ):
        return _verb_is_past(place.clause, place.after, is_length=False)
    if deadline.is_limit or (deadline.is_ahead and not has_begun and not is_length):
        return False
    return _verb_is_past(place.clause, place.after, is_length=is_length)


_BEFORE_A_TIME = Pattern("(?:[Bb]efore|[Pp]rior to|[Aa]head of) ")
_CAME_ABOUT = Pattern(rf"\b{any_of(IRREGULAR_PASTS)}\b(?! (?:to|that|it|them|him|her|both|the)\b)")
"""What came about before a time: `Talks broke down before the end of June`."""
_CLAUSE = Pattern(
    r"[,;:()\"]|\b(?:and|but|which|who|that|after|before|when|while|where|since|although|though|"
    r"because|as|what|why|how|whether)\b"
)


def _clause(before: str) -> str:
    """Return the last clause of what stands before a time."""
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    return before[start:]


_PAST_VERB = Pattern(rf"\b{A_PAST}\b")
_TO_COME = (
    f"{MODALS} {_TO_VERB} be being 'll is are set due scheduled slated planned expected likely "
    "forecast targeting until by postponed delayed moved(?=_(?:to|from|until|back|forward)\\b) "
    "pushed brought_forward deferred rescheduled "
    f"extended adjourned idea planning plan plans expect expects {PROMISES} "
    "projected predicted estimated anticipated tipped "
    + forms_of("resolve start begin open end close expire", "s")
)
_DECIDED = (
    "agreed decided resolved voted offered threatened ordered urged asked called told instructed "
    "directed demanded wanted hoped deal agreement accord remained_on_track remained_on_course "
    "remained_committed remained_determined"
)
_AHEAD = word_pattern(_TO_COME)
"""What tells that a time is to come, though a verb in the past stands beside it."""


_FORETOLD = Pattern(
    r"\b(?:forecast|estimate|outlook|guidance|projection|target|prediction)s?(?: [a-z]+){0,3} $"
)
"""Of what a figure is foretold, whenever that was: `It raised its forecast for 2026`."""
_LENGTH = Pattern(rf"(?:within|in) {COUNT} ")
"""What is a length of time beside a verb in the past: `It fell within two days.`"""
_THEN = Pattern(rf" (?:after|when|because) (?:[\w'.-]+ ){{1,4}}?(?:was|were|had|{A_PAST})\b")
"""What tells after a time that it is over: `They agreed to it in May after it was shut.`"""
_BY_WHOM = Pattern(r" (?:by (?:[\w'.-]+ ){1,4})?$")


_FIXES_A_DAY = Pattern(r"\b(?:fixed|set) $")
"""What fixes the day after it: `The court fixed 3 June for the case`."""


def _verb_is_past(clause: str, after: str, *, is_length: bool) -> bool:
    """Whether the nearest verb before a time is in the past: `which closed in March`."""
    verbs = list(_PAST_VERB.finditer(clause))
    if not verbs or _is_done_now(clause, verbs[-1]):
        return False
    if _FIXES_A_DAY.search(clause) is not None:
        return False
    if _DECIDED_TO.search(clause) is not None:
        return _THEN.match(after) is not None
    last = verbs[-1]
    is_of_noun = _OF_NOUN.search(clause[: last.start()]) is not None
    if is_of_noun and _BY_WHOM.match(clause, last.end()) is not None:
        if is_length:
            return False
        return _WANTS.search(clause) is None and _AHEAD.search(last[0]) is None
    if _MODAL.search(clause[last.end() :]) is not None:
        return False
    whole = clause if last[0] in ("was", "were", "had") else clause[: last.end()]
    return _AHEAD.search(whole) is None


_NOT_NOUNS = (
    "be been being is are was were get gets got it them to not will would have has had also then "
    "now who which they he she we all both"
)
_OF_NOUN = Pattern(rf"\b(?!(?:{any_of(_NOT_NOUNS)}|[a-z]+ly)\b)[a-z]+ $")
"""A noun, of which a participle after it tells: `a man held on Sunday`."""
_WANT = (
    "have get see want wants wanted order orders ordered ask asks asked need needs plan plans with"
)
_WANTS = Pattern(rf"\b{any_of(_WANT)}\b(?!.* to [a-z])")
"""What wants a thing done, so that it is to come: `wants the papers filed on Friday`."""
_DECIDED_TO = Pattern(rf"\b{any_of(_DECIDED)}(?: [\w'-]+){{0,5}}? to (?!the\b|a\b)[a-z]")
"""A verb in the past, and what is to come by it: `agreed to meet on Friday`."""


def tells_past(text: str) -> bool:
    """Whether a sentence has a verb in the past.

    >>> tells_past("The bridge closed in March."), tells_past("The bridge is closed in March.")
    (True, False)
    """
    return any(not _is_done_now(text, match) for match in _PAST_VERB.finditer(text))


_BEING = Pattern(r"\b(?:is|are|be|being|remains?|stays?)(?: (?:not|also|still|now|only))? $")


_OF_DEEDS = frozenset("accused charged suspected alleged convicted".split())
"""What is so now for something past: `He is accused of a theft in May.`"""


def _is_done_now(text: str, verb: re.Match[str]) -> bool:
    """Whether what looks like a verb in the past tells what is done now: `it is closed`."""
    before = text[max(verb.start() - _NEAR, 0) : verb.start()]
    return verb[0] not in _OF_DEEDS and _BEING.search(before) is not None
