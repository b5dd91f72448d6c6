"""Whether the verbs of a sentence, and of a clause of it, tell of the past."""

import re

from claim_tracker.drafting.words import (
    A_PAST,
    BE,
    FORETELLS,
    HAPPENS,
    MODALS,
    PLANS,
    PROMISES,
    TO_VERB,
    WEEKDAY,
    Pattern,
    any_of,
    forms_of,
    word_pattern,
)

NEAR = 60
"""Characters before a time in which what is said of it is looked for."""
MODAL = word_pattern(MODALS)
_CLAUSE = Pattern(
    r"[,;:()\"]|\b(?:and|but|which|who|that|after|before|when|while|where|since|although|though|"
    r"because|(?<!much )(?<!many )(?<!well )(?<!far )as(?! (?:much|many|well|far)\b)|what|why|how|"
    r"whether)\b"
)


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, without what divides them."""
    cuts = [0, *(at for match in _CLAUSE.finditer(text) for at in match.span()), len(text)]
    return [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def last_clause(before: str) -> str:
    """Return the last clause of what stands before a time."""
    return clauses_of(before)[-1]


def first_clause(after: str) -> str:
    """Return the clause that a time opens: `By Friday, it was known that it closes`."""
    end = _CLAUSE.search(after, len(after) - len(after.lstrip(", ")))
    return after[: end.start()] if end is not None else after


_PARTICIPLES = (
    "been become begun broken chosen come cut done drawn driven eaten fallen flown gone grown hit "
    "known put risen run seen set shown shrunk spoken taken thrown written"
)
A_PARTICIPLE = rf"{any_of(_PARTICIPLES)}|{A_PAST}"
"""The pattern of a participle of the past."""
_PERFECT = rf"(?:has|have) (?:[a-z]+ly |not |now |also |already )?(?:{A_PARTICIPLE})"
"""What has been done by now: `has been shut this year`."""
_SET_OFF = r"set (?:off|himself|herself|itself|themselves|fire)"
"""A past that is told from the present by what follows: `Talk of it set off a row on Friday`."""
_PAST_VERB = Pattern(rf"\b(?:{_PERFECT}|{_SET_OFF}|{A_PAST})\b")


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
    before = text[max(verb.start() - NEAR, 0) : verb.start()]
    return verb[0] not in _OF_DEEDS and _BEING.search(before) is not None


_TENSE = Pattern(
    rf"(?P<noun>\b(?:the|an?|its|their|his|her|newly|recently|so-called|and|who|which) )?\b"
    rf"(?:(?P<now>{any_of('will would shall could may might must can is are has have')}|"
    r"(?<=t)'s|(?<=[a-z])'(?:re|ll|ve))|"
    rf"{A_PAST})\b"
)


def tells_first_of_past(after: str) -> bool:
    """Whether the first verb after a time is in the past: `In April the minister approved it`."""
    for match in _TENSE.finditer(after):
        if not match["noun"]:
            return match["now"] is None
    return False


def tells_first_of_done(after: str) -> bool:
    """Whether the first verb after a time tells what was done: `On Sunday details have emerged`."""
    first = next((it for it in _TENSE.finditer(after) if not it["noun"]), None)
    return first is not None and _DONE.match(after, first.start()) is not None


_DONE = Pattern(rf" ?(?:{_PERFECT})\b")
_TO_COME = (
    f"{MODALS} {TO_VERB} be being 'll is are set due scheduled slated planned expected likely "
    "forecast targeting until postponed delayed moved(?=_(?:to|from|until|back|forward)\\b) "
    "pushed brought_forward deferred rescheduled "
    f"extended adjourned idea planning plan plans expect expects {PROMISES} "
    "projected predicted estimated anticipated tipped "
    + forms_of("resolve start begin open end close expire", "s")
)
_AHEAD = word_pattern(_TO_COME)
"""What tells that a time is to come, though a verb in the past stands beside it."""
_DECIDED = (
    "agreed decided resolved fixed scheduled voted offered threatened ordered urged asked called "
    "told instructed directed demanded wanted hoped deal agreement accord "
    "remained_on_track remained_on_course remained_committed remained_determined"
)
_DECIDED_TO = Pattern(
    rf"\b{any_of(_DECIDED)}(?! (?:an?|the) (?:opportunity|chance)\b)(?: [\w'-]+){{0,5}}?"
    r" to (?!the\b|a\b)[a-z]"
)
"""A verb in the past, and what is to come by it: `agreed to meet on Friday`."""
CALLED_ON_A_DAY = Pattern(
    rf"\b{WEEKDAY} (?:called for|announced|ordered|set|scheduled|summoned|proposed)\b[^;]*$"
)
"""A verb in the past with its own day: `They on Saturday called for a strike on Monday`."""
_THEN = Pattern(
    rf" after [a-z]+ing\b| (?:after|when|because) (?:[\w'.-]+ ){{1,4}}?(?:was|were|had|{A_PAST})\b"
)
"""What tells after a time that it is over: `They agreed to it in May after it was shut.`"""
_NOT_NOUNS = (
    "be been being is are was were get gets got it them to not will would have has had also then "
    "now who which they he she we all both"
)
_OF_NOUN = Pattern(rf"\b(?!(?:{any_of(_NOT_NOUNS)}|[a-z]+ly)\b)[a-z]+ $")
"""A noun, of which a participle after it tells: `a man held on Sunday`."""
_BY_WHOM = Pattern(r" (?:by (?:[\w'.-]+ ){1,4})?$")
_WANT = (
    "have get see want wants wanted order orders ordered ask asks asked need needs plan plans with"
)
WANTS = Pattern(rf"\b{any_of(_WANT)}\b(?!.* to [a-z])")
"""What wants a thing done, so that it is to come: `wants the papers filed on Friday`."""
_FIXES_A_DAY = Pattern(r"\b(?:fixed|set|(?:agreed|settled|decided) (?:on|upon))(?: the| a)? $")
"""What fixes the day after it: `The court fixed 3 June for the case`."""
_REVISES = Pattern(
    r"\b(?:raised|cut|lowered|downgraded|upgraded|revised|trimmed|lifted|slashed|kept|maintained|"
    r"increased|reduced) [^,.;]{0,60}\b(?:forecast|outlook|guidance|estimate|projection|target|"
    r"expectation|(?<=[a-z] )view)s?\b"
)
_TO_A_FIGURE = Pattern(r" (?:from|to|at|by) (?:[a-z]+ )?[A-Z]{0,3}[\d$\u20ac\u00a3]")
"""What stands after the time of a forecast: `It cut its forecasts for the year to 2 percent`."""
_VOTED_TO = Pattern(
    rf"\b{WEEKDAY}\b(?: night)?,?(?: [\w'-]+){{0,3}} (?:voted|decided|agreed)(?: [\w-]+)? to [a-z]|"
    rf"\b(?:voted|decided|agreed) (?:on )?{WEEKDAY} to [a-z]"
)
"""What was decided on a day of the week: `The board voted Monday to close two schools`."""
_LONG_AGO = Pattern(
    r"\b(?:[Ii]n|[Ss]ince) (?:19|20)\d\d\b|"
    r"\b(?:last (?:year|month|autumn|spring|summer|winter)|ago)\b"
)
_STARTING = Pattern(r"\W*(?:starting|beginning|commencing|kicking off) $")
_SETS_ANEW = Pattern(
    r"\W*(?:setting|scheduling|fixing|moving|postponing|delaying|pushing|extending) [^,.;]*$"
)
"""What is done to a day beside a verb in the past: `He granted it, setting the case for May 7`."""
_TELLS_OF_PLANS = Pattern(
    r"\b(?:has|have) (?:[a-z]+ly )?(?:named|announced|picked|confirmed|unveiled|released|called)\b"
)
"""What has been told of what is to come: `It has named a squad for its tour, starting on 4 May`."""
AS_THE_DAY = Pattern(r",? as (?:the|its|a) (?:[a-z]+ )?(?:date|day)\b")
"""What tells after a day that it was fixed: `approved June 3 as the date for the vote`."""


_IS_AHEAD = Pattern(
    r"\b(?:is|are) (?:now |still |also )?"
    r"(?:due|set|expected|scheduled|slated|likely|to|[a-z]+ing)\b"
)
"""What tells after a verb in the past that more is to come: `a man held there is due in court`."""
_BEFORE_ADJECTIVE = Pattern(r"\b(?:in|of|for|with|an?|the|its|their|his|her) $")


def _is_adjective(clause: str, verb: re.Match[str]) -> bool:
    """Whether what looks like a verb in the past tells of a noun: `in extended trading`."""
    is_before_word = clause[verb.end() :].lstrip()[:1].islower()
    return is_before_word and _BEFORE_ADJECTIVE.search(clause[: verb.start()]) is not None


_FINITE = frozenset(
    "took went came did gave saw began wrote spoke broke fell rose drove flew grew knew threw wore "
    "drew ate chose forgot hid rode rang sang shook".split()
)
"""Verbs whose past is no participle, so that no modal before them counts."""


def is_just_decided(text: str) -> bool:
    """Whether a sentence tells what was just voted or foretold, though its times are over.

    >>> is_just_decided("The bank on Monday raised its forecast to 2%.")
    True
    >>> is_just_decided("In 2019 the bank raised its forecast to 2%.")
    False
    """
    if _LONG_AGO.search(text) is not None:
        return False
    revises = _REVISES.search(text)
    is_revised = revises is not None and _TO_A_FIGURE.search(text, revises.end()) is not None
    return is_revised or _VOTED_TO.search(text) is not None


def verb_is_past(clause: str, after: str, *, is_length: bool) -> bool:
    """Whether the nearest verb before a time is in the past: `which closed in March`."""
    verbs = list(_PAST_VERB.finditer(clause))
    verbs = [it for it in verbs if not _is_adjective(clause, it)] or verbs
    if not verbs or _is_done_now(clause, verbs[-1]):
        return False
    if _FIXES_A_DAY.search(clause) is not None or AS_THE_DAY.match(after) is not None:
        return False
    if _TO_A_FIGURE.match(after) is not None and _REVISES.search(clause) is not None:
        return False
    if _DECIDED_TO.search(clause) is not None or CALLED_ON_A_DAY.search(clause) is not None:
        return _THEN.match(after) is not None
    last = verbs[-1]
    if last[0].startswith("set ") or last[0] in _FINITE:
        return True
    is_of_noun = _OF_NOUN.search(clause[: last.start()]) is not None
    if is_of_noun and _BY_WHOM.match(clause, last.end()) is not None:
        if is_length:
            return False
        return WANTS.search(clause) is None and _AHEAD.search(last[0]) is None
    rest = clause[last.end() :]
    if MODAL.search(rest) is not None or _IS_AHEAD.search(rest) is not None:
        return False
    is_helper = last[0].startswith(("was", "were", "had", "has ", "have "))
    whole = clause if is_helper else clause[: last.end()]
    return _AHEAD.search(whole) is None


_PRESENT = f"{MODALS} {BE} has have {TO_VERB} {HAPPENS} {PLANS} {FORETELLS} effective"
HAS_VERB = Pattern(rf"\b(?:{any_of(_PRESENT)}|'ll|{A_PAST})\b")


ASIDE = Pattern(r" - [^;]{3,160}? - | \([^()]{1,80}\)")
"""What is said between dashes or in brackets: `He will run - as one who came second - in May`."""


_OPENS_RELATIVE = Pattern(r"\b(?:which|who) [^;.]*$")
_ENDS = Pattern(rf", {A_PAST}\b")
"""What tells after a time that a relative clause is over: `The ship, which sails in May, left`."""


def governing_verb_is_past(before: str, after: str, *, is_length: bool) -> bool:
    """Whether the verb that a time belongs to is in the past.

    It is the nearest one before the time in its clause, or else the first one after it there, or
    else the nearest one in the clauses before, or else the first one in those after.
    """
    *others, clause = clauses_of(ASIDE.sub(" ", before))
    if HAS_VERB.search(clause) is not None:
        return verb_is_past(clause, after, is_length=is_length)
    rest = first_clause(after)
    ends_relative = _OPENS_RELATIVE.search(before) is not None and _ENDS.match(after) is not None
    if HAS_VERB.search(rest) is not None and not ends_relative:
        return tells_first_of_past(rest)
    if _SETS_ANEW.match(clause) is not None:
        return False
    is_start = _STARTING.match(clause) is not None
    for other in reversed(others):
        if is_start and _TELLS_OF_PLANS.search(other) is not None:
            return False
        if HAS_VERB.search(other) is not None:
            return verb_is_past(other, "", is_length=is_length)
    return tells_first_of_past(after)
