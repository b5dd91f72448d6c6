"""What the verb that a time belongs to tells of.

Which verb that is, `governing_tense` lists: the nearest one before the time in its clause, or else
the first one after it there, or else the nearest one in the clauses before.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.drafting.clauses import ASIDE, CONJUNCTIONS, first_clause
from claim_tracker.drafting.days.strengths import BEGUN, FIXED, TimeStrength
from claim_tracker.drafting.days.verb_forms import ARE_DONE, ARE_OVER, Tense, Verb, verbs_of
from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.words import A_PARTICIPLE, WHO_SAID

_BOUND = Pattern(
    rf"[;:()\"]|,(?!\d{{3}}| [A-Z]{{2}}\b)| - |{WHO_SAID}|(?<=[a-z])(?<!the) following\b|"
    rf"\b(?:{CONJUNCTIONS}|or|as|if|unless|with|amid|"
    r"(?:after|before)(?! (?:\d|noon|midnight))|"
    r"until(?= (?:an?|the|it|he|she|they|its)\b)|"
    r"than(?! (?:[$£€\d]|(?:usual|normal|average|ever|expected|half|two|three)\b)))\b"
)
_REGION = Pattern(
    r"(\b(?:after|since|was|were|had) [^,;]*[a-z]), "
    r"(?:[a-z]+ern |central )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?, $"
)
"""The land where something was, before a time: `after it sank in Calder, Norda, on Friday`."""
_RELATIVE = Pattern(r", (?:who|which) [^,;]*, $")
"""What is said of a noun right before a time: `It will be led by Orr, who lives there, in June`."""
AFTER_SAYING = Pattern(WHO_SAID)
"""What is left of the words that say who said it, with no comma after them."""
_AFTER_EVENT = Pattern("(?: following|after|since|amid|than)\\b")
"""What stands before an event that has the time: `after the vote on Friday, it will`."""
_JOINS = Pattern("(?:and|or) ")
_ADDS = Pattern("(?:and|or|with(?= [A-Z])) ")
_GOES_ON = Pattern(r"and (?:the )?(?:[a-z-]+ ){0,2}[a-z]+(?:ed|en)\b")
"""What leaves out the modal before it: `It will be opened in May, and the yard shut by June`."""
_WANT = "get see want wants wanted order orders ordered ask asks asked need needs plan plans with"
_WANTS = Pattern(rf"\b(?:have(?! (?:{A_PARTICIPLE})\b)|{any_of(_WANT)})\b(?!.* to [a-z])")
"""What wants a thing done, so that it is to come: `wants the papers filed on Friday`."""
_SINCE = Pattern("since\\b")


def plain(before: str) -> str:
    """Return what stands before a time without what is said aside, and its first capital."""
    before = _RELATIVE.sub(" ", _REGION.sub(r"\1 ", ASIDE.sub(" ", before)))
    return before[:1].lower() + before[1:]


def has_verb_to_come(before: str, after: str) -> bool:
    """Whether a verb before a time in its own clause tells of what is to come.

    Of a time that opens its sentence it is the first verb after it: `On Friday it will open`.
    """
    if not before.strip(' "'):
        following = _up_to_bound(after, len(", "))
        verb = next(verbs_of(following), None)
        is_subject = verb is not None and not following[: verb.start].strip()
        return verb is not None and (
            verb.tense in _TELL_WHEN or (is_subject and verb.tense is Tense.IS_SO)
        )
    *earlier, own = parts_before(plain(before))
    beside = verbs_of(own + first_clause(after))
    if earlier and _ADDS.begins(own) and all(it.tense is Tense.TO_DO for it in beside):
        own = earlier[-1]  # `It will play Calder or Norda on Friday`
    verbs = _without_nouns(list(verbs_of(own)), own)
    *_, last = (None, *(it.tense for it in verbs if it.tense is not Tense.TO_DO))
    return last in _TELL_WHEN


class Beside(NamedTuple):
    """What stands beside a time: its own clause up to it, those before that, and what follows."""

    earlier: Sequence[str]
    own: str
    after: str
    strength: TimeStrength

    @property
    def is_of_event(self) -> bool:
        """Whether the time may be that of an event before it: `after the vote on Friday`."""
        return _AFTER_EVENT.begins(self.own) and self.strength not in FIXED

    @property
    def opening(self) -> str:
        """What its clause has before it, without the word that begins the clause."""
        bound = _BOUND.match(self.own)
        return self.own[bound.end() :] if bound is not None else self.own


def governing_tense(beside: Beside) -> Tense:
    """Return what the verb that a time belongs to tells of: the first of these that there is."""
    return (
        _of_own_clause(beside)
        or _of_event(beside)
        or _of_verb_after(beside)
        or _of_who_said_it(beside)
        or _of_earlier_clause(beside)
        or _of_any_later(beside)
        or Tense.UNTOLD
    )


def _of_own_clause(beside: Beside) -> Tense | None:
    """Return what a verb before the time in its own clause tells of."""
    verbs = list(verbs_of(beside.own))
    is_of_earlier = bool(beside.earlier) and not _tell(verbs, beside.strength)
    is_noun = beside.is_of_event and all(it.tense is Tense.PRESENT for it in verbs)
    if not verbs or is_of_earlier or is_noun:
        return None
    return _own_tense(verbs, beside.own, beside.earlier, beside.strength)


def _of_event(beside: Beside) -> Tense | None:
    """Return that an event has the time: `after the vote on Friday, it will`."""
    return Tense.OTHER if beside.is_of_event and beside.opening.strip(" 0123456789") else None


def _of_verb_after(beside: Beside) -> Tense | None:
    """Return what the first verb after the time in its clause tells of."""
    after, opening = beside.after, beside.opening
    at = len(after) - len(after.lstrip(", ")) if not opening.strip() else 0
    following = list(verbs_of(_up_to_bound(after, at)))
    ahead = next((it for it in following if it.tense is Tense.TO_COME), None)
    first = ahead or next((it for it in following if it.tense is not Tense.TO_DO), None)
    first = first or next(iter(following), None)
    if first is None:
        return None
    is_purpose = first.tense is Tense.TO_DO and beside.strength not in FIXED
    if is_purpose and any(map(_has_verb, beside.earlier)):
        return None
    is_subject = first.tense is Tense.IS_SO and not (opening + after[: first.start]).strip()
    return Tense.PRESENT if is_subject else _in_other(first.tense)


def _of_who_said_it(beside: Beside) -> Tense | None:
    """Return that nothing tells of the time, where only who said it stands before it."""
    return Tense.UNTOLD if AFTER_SAYING.begins(beside.own) else None


def _of_earlier_clause(beside: Beside) -> Tense | None:
    """Return what the last verb in the nearest clause before tells of."""
    for clause in reversed(beside.earlier):
        verbs = list(verbs_of(clause))
        is_beside = clause.startswith("with ") and all(it.tense in _OF_NOUN_BESIDE for it in verbs)
        if _tell(verbs, beside.strength) and not is_beside:  # `will work with firms involved in it`
            tense = _last_tense(verbs, clause, beside.strength)
            is_so = tense is Tense.PRESENT and beside.strength in BEGUN
            return Tense.OTHER if is_so else _in_other(tense)
    return None


def _of_any_later(beside: Beside) -> Tense | None:
    """Return what the first verb after the time tells of, in whatever clause."""
    later = (
        it.tense
        for it in verbs_of(beside.after)
        if it.tense not in _ARE_PAST or not beside.after[: it.start].endswith(", ")
    )
    tense = next(later, None)
    return tense if tense is not Tense.TO_DO else None


def _up_to_bound(after: str, at: int) -> str:
    """Return what follows a time in its clause, whose end is looked for from a character on."""
    end = _BOUND.search(after, at)
    return after[: end.start()] if end is not None else after


def parts_before(before: str) -> list[str]:
    """Return the clauses of what stands before a time, the last of which is its own.

    What only looks like a verb after a noun and `and` is one of two nouns: `got House and Senate
    votes`.
    """
    cuts = [0, *(match.start() for match in _BOUND.finditer(before)), len(before)]
    *earlier, own = (before[i:j] for i, j in pairwise(cuts))
    joint = _JOINS.match(own)
    verb = next(verbs_of(own), None)
    if joint is None or verb is None or not earlier:
        return [*earlier, own]
    is_noun = verb.tense is Tense.PRESENT and verb.start > joint.end()
    return [*earlier[:-1], earlier[-1] + own] if is_noun else [*earlier, own]


def _own_tense(
    verbs: list[Verb], own: str, earlier: Sequence[str], strength: TimeStrength
) -> Tense:
    """Return what the verbs of the clause of a time tell of."""
    if _GOES_ON.begins(own) and len(verbs) == 1 and verbs[0].tense in ARE_OVER:
        *_, passive = (None, *(it for clause in earlier[-1:] for it in verbs_of(clause)))
        if passive is not None and passive.tense is Tense.TO_COME:
            return Tense.TO_COME
    is_since = _SINCE.begins(own) and verbs[0].tense in ARE_OVER
    return Tense.DONE if is_since else _last_tense(verbs, own, strength)


def _tell(verbs: Sequence[Verb], strength: TimeStrength) -> bool:
    """Whether verbs tell by themselves of a time: what is to do today may have been told them."""
    return any(strength is not TimeStrength.TODAY or it.tense is not Tense.TO_DO for it in verbs)


def _has_verb(clause: str) -> bool:
    return any(True for _ in verbs_of(clause))


def _in_other(tense: Tense) -> Tense:
    """Return what a verb of another clause tells of a time: nothing where it tells what is so."""
    return Tense.OTHER if tense is Tense.IS_SO else tense


def _last_tense(verbs: list[Verb], clause: str, strength: TimeStrength) -> Tense:
    """Return what the last verb of a clause tells of: what one declined to do is not to come."""
    *others, last = _without_nouns(verbs, clause)
    if any(it.tense is Tense.HOPED for it in others):
        return Tense.HOPED
    if not others or strength in FIXED:
        return others[-1].tense if others and last.tense in ARE_DONE else last.tense
    before = others[-1]
    if before.tense is Tense.DECIDED and strength is TimeStrength.SET:
        return before.tense  # `adjourned the case brought in May to June`
    if last.tense in ARE_DONE:  # `free all men held there by May`, `wants it done on Friday`
        return before.tense if _WANTS.is_in(clause) else last.tense
    is_over = before.tense in ARE_DONE
    if strength is TimeStrength.TODAY and not clause.startswith(("has ", "have "), before.start):
        is_over |= before.tense in (Tense.DECIDED, Tense.IS_SO)  # `urged her on Friday to go`
    return before.tense if last.tense is Tense.TO_DO and is_over else last.tense


def _without_nouns(verbs: list[Verb], clause: str) -> list[Verb]:
    """Return the verbs of a clause, which has one in the past or the present, and not both.

    What looks like a verb in the present after one in the past is a noun: `approved the change`.
    """
    past = next(
        (it for it in verbs if it.tense in _ARE_PAST and not clause.startswith(" by ", it.end)),
        None,
    )
    if past is None:
        return verbs
    return [it for it in verbs if it.tense is not Tense.PRESENT or it.start < past.start]


_TELL_WHEN = (Tense.TO_COME, Tense.PRESENT)
_OF_NOUN_BESIDE = (Tense.DONE, Tense.TO_DO)
_ARE_PAST = (*ARE_OVER, Tense.HOPED)
