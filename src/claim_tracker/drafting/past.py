"""Whether a time in a sentence is that of something past, or of another thing: no deadline."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claim_tracker.dates.words import MONTH_NUMBERS
from claim_tracker.drafting.cues import is_given_up
from claim_tracker.drafting.deadlines import Deadline
from claim_tracker.drafting.words import (
    A_PAST,
    MODALS,
    MONTH,
    PROMISES,
    WEEKDAY,
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


_NEAR = 60
"""Characters before a time in which what is said of it is looked for."""
_FRAME_WORDS = (
    "by in on at until till through before for from over during to into within no not around about"
)
_NAMED_BY_YEAR = (
    "target budget goal accord agreement deal pact treaty attack attacks bombing election "
    "elections war crisis report law act census season edition figures level levels harvest "
    "referendum coup floods earthquake protest protests massacre ruling memo uprising revolution "
    "title World_Cup Olympics Games shooting"
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
_LAST = Pattern(r"\b(?:[Ll]ast|[Pp]revious|[Pp]ast) $")
_RECORD = Pattern(rf"\b{any_of(_RECORDS)}(?: [\w-]+){{0,3}} $")
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
    promised = MONTH_NUMBERS[month.lower().rstrip(".")]
    year = published.year - (promised > published.month)
    return (year, promised) <= (period.earliest.year - 1, period.earliest.month)


_SIGNS_OF_ANY = (
    Sign(
        "It has been shut since Monday.",
        _before(r"\b(?:[Ss]ince|[Ee]arlier|[Bb]orn|[Ff]ormerly)(?: (?:in|on|the|from))?"),
    ),
    Sign("So far this year it has sold 40 ships.", _before(r"\b[Ss]o far")),
    Sign("It sails every Monday.", _before(r"\b(?:[Ee]very|[Ee]ach)")),
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
        _all(_before(r"\b(?:not|rather than|instead of)"), _is_no_limit),
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
        "He is on trial over the 9 May riots.",
        _all(
            _begins(r"(?:over|in|during|for|from) the (?:\d\d? [a-z]+|[a-z]+ \d\d?)$"),
            _after(rf" (?!{any_of(_JOINING)}\b)[a-z]"),
        ),
    ),
    Sign(
        "The June 9 accord holds.",
        _all(
            _before(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)"),
            _after(rf"(?:'s)? {any_of(_NAMED_BY_YEAR)}\b"),
        ),
    ),
    Sign(
        "The budget for 2026 is big.",
        _all(_before(rf"{_NOT_BE}\b{any_of(_OF_A_TIME)}"), _begins("for ")),
    ),
    Sign("The firm on Monday named a head.", _all(_after(rf" {A_PAST}\b"), _is_no_limit)),
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
    Sign("Its promise to open by June was not kept.", _after(rf"[^,.;]{{0,40}} {_WAS_NOT_KEPT}")),
    Sign("In March she promised to open it in April.", _is_promise_gone),
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
    if deadline.is_limit or (deadline.is_ahead and not has_begun):
        return False
    return _verb_is_past(place.clause)


_CLAUSE = Pattern(
    r"[,;:()\"]|\b(?:and|but|which|who|that|after|before|when|while|where|since|although|though|"
    r"because|as|what)\b"
)


def _clause(before: str) -> str:
    """Return the last clause of what stands before a time."""
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    return before[start:]


_MODAL = word_pattern(MODALS)
_PAST_VERB = Pattern(rf"\b{A_PAST}\b")
_TO_COME = (
    f"{MODALS} to be being 'll is are set due scheduled slated planned expected likely forecast "
    "targeting until by postponed delayed moved pushed brought_forward deferred rescheduled "
    f"extended adjourned idea planning plan plans expect expects {PROMISES} "
    + forms_of("resolve start begin open end close expire", "s")
)
_DECIDED = (
    "agreed decided resolved voted offered threatened ordered urged asked called told instructed "
    "directed demanded wanted hoped"
)
_AHEAD = word_pattern(_TO_COME)
"""What tells that a time is to come, though a verb in the past stands beside it."""


def _verb_is_past(clause: str) -> bool:
    """Whether the nearest verb before a time is in the past: `which closed in March`."""
    verbs = list(_PAST_VERB.finditer(clause))
    if not verbs or _DECIDED_TO.search(clause) is not None:
        return False
    last = verbs[-1]
    is_of_noun = _OF_NOUN.search(clause[: last.start()]) is not None
    if is_of_noun and last.end() + 1 == len(clause):
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
_WANTS = word_pattern(
    "have get see want wants wanted order orders ordered ask asks asked need needs plan plans with"
)
"""What wants a thing done, so that it is to come: `wants the papers filed on Friday`."""
_DECIDED_TO = Pattern(rf"\b{any_of(_DECIDED)}(?: [\w'-]+){{0,5}}? to (?!the\b|a\b)[a-z]")
"""A verb in the past, and what is to come by it: `agreed to meet on Friday`."""


def tells_past(text: str) -> bool:
    """Whether a sentence has a verb in the past.

    >>> tells_past("The bridge closed in March."), tells_past("The bridge closes in March.")
    (True, False)
    """
    return _PAST_VERB.search(text) is not None
