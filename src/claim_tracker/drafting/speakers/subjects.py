"""The subject of a verb, and that of a sentence: of whom or what it tells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.drafting.clauses import ASIDE
from claim_tracker.drafting.patterns import Pattern, any_of, either_case, forms_of, word_pattern
from claim_tracker.drafting.speakers.names import Speaker, has_office, is_person, speaker_of
from claim_tracker.drafting.speakers.nominal import HAS_VERB, NAME, is_nominal, may_speak
from claim_tracker.drafting.speakers.occasions import DAY, OPENING_WITH_DAY
from claim_tracker.drafting.words import A_PAST, AUXILIARIES, LINKS, MONTH, UNIT, WEEKDAY, YEAR

PASSIVE = Pattern(
    rf"\b{any_of('is are was were be been being that which')}"
    r"(?: (?:also|now|still|not|only|[a-z]+ly))? ?$|(?:'s|'re) ?$"
)
"""What stands before a verb whose subject does not do what it tells: `was told`."""


_FIRST_VERB = Pattern(
    rf" (?:{any_of(AUXILIARIES)}|left|cut|set|held|put|shut|hit|quit|"
    rf"{any_of(forms_of('say plan aim want expect hope seek intend forecast target', 's'))}|"
    rf"{any_of(forms_of('run make need face own', 's'))}|sees|{A_PAST})\b"
)
_ADVERB_WORDS = (
    "also now still then later has have had been is are was were did already previously repeatedly "
    "again today yesterday thus even just recently never always not only however meanwhile further "
    "both hereby"
)
_AN_ADVERB = (
    rf"(?:{any_of(_ADVERB_WORDS)}|[a-z]+ly|{DAY}|in {MONTH}|"
    r"in an? (?:interview|statement|letter|speech|post)(?: (?:to|with) (?:the )?[A-Z][\w-]+)?)"
)
_LAST_ADVERB = Pattern(rf"(?:(?:^|, ){_AN_ADVERB},|,? {_AN_ADVERB}|^{_AN_ADVERB}|'s)$")
_MOST_ADVERBS = 6
_BOUNDARY = Pattern(
    r"(?P<hard>[,;:\"]'{0,2} (?:(?:and|but|yet|while) )?|[\"(]|- )|"
    rf"(?<! such) {any_of('but and while as although though because after that when whether')} "
)
_RELATIVE = word_pattern("who which whose where that when speaking citing")
_RELATIVE_CLAUSE = Pattern(" (?:who|which|that|whose|where) .*")
_LEADING_TIME = Pattern(
    rf"{OPENING_WITH_DAY} |"
    r"(?:(?:Earlier|Later) this|This|Last|Next) "
    r"(?:week|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening|night) |"
    rf"{either_case('a the')} (?:few |next |following )?{UNIT}s? (?:later,? )?|"
    rf"(?:By|In|On|From|Until|Before|After|Since) (?:{YEAR}|{MONTH}(?: \d{{1,2}})?|{WEEKDAY}) "
)
_LEADING_PHRASE = Pattern(
    f"{any_of('After At Before During Following For From In On Prior Since With')} (?:[a-z]|$)"
)
_ENDS_IN_NAME = Pattern(rf"(?!(?:{WEEKDAY}|{MONTH}) [A-Z]){NAME}$")
_ENDS_IN_PRONOUN = Pattern(r"(?<=[a-z] )(?:it|he|she|they|we)$")
_WHO_DID = Pattern(
    r"(?<=[a-z]) (?:who [a-z]|(?:launched|founded|led|run|set up|owned|backed) by )[^,;]*$|"
    r"(?<=[a-z]) (?:hired|appointed|asked|set up|created) to [a-z][^,;]*$"
)
"""What is told of a person without a comma: `Lena Harwick who led the talks said`."""
_FROM_WHOM = Pattern(
    r"(?P<aside>, [a-z]+ing [^,;]*)?\b(?:from|by) "
    r"(?P<who>(?:the |an? )?[A-Z][\w'-]*(?: (?:of )?[A-Za-z][\w'-]*){0,4}?)"
    r"(?: as well)?,? who$"
)
"""Who tells what an act of theirs came with: `It got a note from Lena Harwick, who said`.

What stands in an aside tells of another: `It expects a loss, echoing a note from Bell, who said`.
"""
_OF_WHICH = Pattern(
    r"[^,;]*\b(?:(?:by|in|to|for|of|on|from|with|under) which|that|which|whom) "
    r"(?=(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*$)"
)
"""What stands before the subject of a relative clause: `the day by which the US`."""
MOST_VERBS = 12
"""Verbs of one sentence of which the subject is looked for."""
LONGEST_SUBJECT = 300
"""Characters before a verb in which its subject is looked for."""


def subject_of(text: str) -> Speaker | None:
    """Return of whom or what a sentence tells, where it begins with a name."""
    rest = text
    for opening in (_JOINT, _LEADING_TIME):
        before = opening.match(rest)
        rest = rest[before.end() :] if before is not None else rest
    verb = _FIRST_VERB.search(rest)
    if verb is None or not text[:1].isupper():
        return None
    name, _, beside = rest[: verb.start()].partition(",")
    name = _without_adverbs(name).removesuffix("'s")
    if not may_speak(name) or not _NAMED.begins(name):
        return None
    beside = beside.partition(",")[0].strip()
    return speaker_of(f"{name}, {beside}" if is_person(beside) else name)


_NAMED = Pattern("(?:[Tt]he )?[A-Z]")


class _Piece(NamedTuple):
    start: int
    text: str
    is_hard: bool


def subject_before(text: str, at: int) -> tuple[int, str]:
    """Return the subject that ends before a verb, with what stands beside it, and its start."""
    first = max(at - LONGEST_SUBJECT, 0)
    left = _without_adverbs(_without_asides(text[first:at]))
    joint = _JOINT.match(left) if not _LEADING_TIME.begins(left) else None
    left = left[joint.end() :].rjust(len(left)) if joint is not None else left
    from_whom = _FROM_WHOM.search(left)
    if from_whom is not None:
        return (first, from_whom["who"]) if from_whom["aside"] is None else (at, "")
    pieces = list(_pieces(left))
    if not pieces:
        return at, ""
    if left.endswith((" and", " but")):
        start, named = _before_first_verb(pieces, left)
    elif left.endswith(",") or _ends_in_office(pieces):
        start, named = _before_comma(pieces, left)
    else:
        start, named = _at_end(pieces, left)
    named = _WHO_DID.sub("", named)
    for opening in (_LEADING_TIME, _OF_WHICH, _JOINT):
        before = opening.match(named)
        if before is not None:
            start, named = start + before.end(), named[before.end() :]
    return first + start, " ".join(named.split())


def _without_asides(left: str) -> str:
    """Return a text with spaces for what is said in it between dashes or in brackets."""
    left = left.rstrip()
    for aside in ASIDE.finditer(f"{left} "):
        left = left[: aside.start()] + " " * len(aside[0]) + left[aside.end() :]
    return left.rstrip()


def _at_end(pieces: Sequence[_Piece], left: str) -> tuple[int, str]:
    """Return the subject of `On Friday Lena Harwick said`: the last clause, else what ends it."""
    hard = _last_hard(pieces)
    time = _LEADING_TIME.match(left, hard.start)
    start = time.end() if time is not None else hard.start
    whole, last = left[start:].strip(' "'), pieces[-1]
    tells_before = last.start != start and _FIRST_VERB.is_in(whole)
    if is_nominal(whole) and not tells_before:
        return start, whole
    name = _ENDS_IN_NAME.search(last.text) or _ENDS_IN_PRONOUN.search(last.text)
    if name is not None and _LEADING_PHRASE.begins(last.text):
        return last.start + name.start(), name[0]  # `After the cuts Norda Air said`
    return last.start, last.text


def _last_hard(pieces: Sequence[_Piece]) -> _Piece:
    """Return the last part that a comma or the like begins, else the first."""
    return next((it for it in reversed(pieces) if it.is_hard), pieces[0])


_JOINT = Pattern(
    rf"{any_of(LINKS)}(?:, +| (?=[a-zA-Z]))|"
    "(?:The|This|That|It) [^,]{0,40}?(?:comes?|came) [^,]{0,30}?(?:after|as) (?=[a-zA-Z])|"
    "(?:But|And|Yet|Now|Today|Later|Earlier|Recently|Separately|Finally|Previously|"
    "as|while|because|though),? (?=[a-zA-Z])"
)
"""What joins a sentence to the one before it: `But she said`."""


def _without_adverbs(left: str) -> str:
    """Return what stands before the adverbs at the end of a text, and before a day."""
    for _ in range(_MOST_ADVERBS):
        match = _LAST_ADVERB.search(left, max(len(left) - _LONGEST_ADVERB, 0))
        if match is None:
            break
        is_after_aside = match[0].startswith(",") and not match[0].endswith(",")
        has_aside = is_after_aside and "," in left[: match.start()]  # `Bell, the mayor, also`
        left = left[: match.start() + has_aside]
    return left


_LONGEST_ADVERB = 40


def _ends_in_office(pieces: Sequence[_Piece]) -> bool:
    """Whether a name is followed by what the person is: `Lena Harwick, Minister of Works, said`."""
    beside = (
        it.text
        for person, it in pairwise(pieces)
        if it.is_hard and is_person(person.text) and not is_person(it.text)
    )
    return any(has_office(it.partition(" ")[0]) for it in beside)


def _before_comma(pieces: Sequence[_Piece], left: str) -> tuple[int, str]:
    """Return the subject of `Lena Harwick, the port's director, said`.

    What stands between commas tells of the name before them.
    """
    if len(pieces) == 1 and not is_person(pieces[0].text):
        return pieces[0].start, ""  # `The launch, first planned for June`
    told = [
        n
        for n, it in enumerate(pieces[:-1])
        if it.is_hard
        and HAS_VERB.is_in(_RELATIVE_CLAUSE.sub("", it.text))
        and not _RELATIVE.begins(it.text)
    ]
    rest = pieces[told[-1] + 1 if told else 0 : -1]
    others = [it for it in rest if (it.is_hard or is_person(it.text)) and is_nominal(it.text)]
    if not others:
        return pieces[-1].start, pieces[-1].text
    named = next((it for it in others if _ENDS_IN_NAME.is_in(it.text)), others[0])
    beside = left[named.start + len(named.text) :].strip(" ,")
    joint = " " if beside.startswith("and ") else ", "  # `the Minister for Ports and Trade`
    return named.start, f"{named.text}{joint}{beside}"


def _before_first_verb(pieces: Sequence[_Piece], left: str) -> tuple[int, str]:
    """Return the subject of a clause that has another verb before: `The bank left it and said`."""
    hard = _last_hard(pieces)
    clause = left[hard.start :]
    verb = _FIRST_VERB.search(clause)
    if verb is None and _AND.is_in(left):  # `The bank, in May, left it, and said`
        verb = _FIRST_VERB.search(left)
        return subject_before(left, verb.start()) if verb is not None else (hard.start, "")
    return hard.start, (
        _without_adverbs(clause[: verb.start()].strip()) if verb is not None else ""
    )


_AND = Pattern(', (?:and|but)$|^[^,;]*" (?:and|but)$')


def _pieces(left: str) -> Iterator[_Piece]:
    """Yield the parts of a text between commas, conjunctions and the like."""
    start, is_hard = 0, True
    for match in _BOUNDARY.finditer(left):
        yield from _piece(left, start, match.start(), is_hard=is_hard)
        start, is_hard = match.end(), match["hard"] is not None
    yield from _piece(left, start, len(left), is_hard=is_hard)


def _piece(left: str, start: int, end: int, *, is_hard: bool) -> Iterator[_Piece]:
    part = left[start:end]
    text = part.strip(' ,;:"()-')
    if text:
        yield _Piece(start + part.index(text), text, is_hard)
