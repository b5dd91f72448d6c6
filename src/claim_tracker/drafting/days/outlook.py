"""Whether a time is to come, by the verb that it belongs to and by what it says itself.

A limit needs less of its verb than `in June`. What is enough for each verb is in `ENOUGH`.
"""

from datetime import timedelta
from enum import Enum

from claim_tracker.drafting.clauses import ASIDE
from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.days.governing import (
    AFTER_SAYING,
    Beside,
    governing_tense,
    parts_before,
    plain,
)
from claim_tracker.drafting.days.strengths import FIXED, NOT_BEGUN, TimeStrength, strength_of
from claim_tracker.drafting.days.verb_forms import ARE_DONE, ARE_OVER, Tense, verbs_of
from claim_tracker.drafting.just_decided import revises_to_figure
from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.words import WEEKDAY

ENOUGH = {
    Tense.TO_COME: frozenset(TimeStrength),
    Tense.TO_DO: frozenset(TimeStrength),
    Tense.PRESENT: frozenset(TimeStrength),
    Tense.IS_SO: NOT_BEGUN,
    Tense.FIXED: NOT_BEGUN,
    Tense.DECIDED: NOT_BEGUN - {TimeStrength.COUNTED, TimeStrength.PLAIN},
    Tense.HOPED: FIXED,
    Tense.UNTOLD: frozenset({TimeStrength.LIMIT, TimeStrength.LATER}),
    Tense.OTHER: frozenset({TimeStrength.LATER}),
    Tense.DONE_NOW: frozenset({TimeStrength.LIMIT, TimeStrength.LATER}),
    Tense.GOING_ON: frozenset({TimeStrength.LATER}),
    Tense.DONE: frozenset({TimeStrength.LATER}),
}
"""The strengths of a time that are enough for it to be to come, by what its verb tells of."""
SHIFTED_BACK = dict.fromkeys((Tense.FIXED, Tense.HOPED, Tense.GOING_ON), Tense.TO_COME)
"""What verbs tell of where it is reported, a tense further back: `He said it was to open`."""
_WHILE = Pattern("(?:while|when|as) ")
"""What stands before what went on beside another thing: `He said it fell while they were off`."""
_CONCEDES = Pattern("(?:^|[,;] )(?:while|although|though) [^,;]*$")
"""What stands before what was set, and still is: `While it was set to open on Friday, it seems`."""
AS_THE_DAY = Pattern(r",? as (?:the|its|a) (?:[a-z]+ )?(?:date|day|deadline)\b")
"""What tells after a day that it was fixed: `approved June 3 as the date for the vote`."""
_WHEN_IT_WILL = Pattern(
    rf",? when (?:[\w'.-]+ ){{1,8}}(?:will|(?:is|are) {any_of('to set due expected scheduled')})\b"
)
"""What tells after a time what will be then: `a rehearsal for Tuesday, when crowds will come`."""
_CALLED_ON_A_DAY = Pattern(
    rf"\b{WEEKDAY} (?:called for|announced|ordered|set|scheduled|summoned|proposed)\b[^;]*$"
)
"""A verb in the past with its own day: `They on Saturday called for a strike on Monday`."""
_LABELLED = Pattern("(?:[:-] |, (?!in |on )).{2,3}$")
"""What is before a time that it labels, up to its `in`: `Fair, June 3`, but not `, on June 3`."""
_OWN_SIGN = Pattern(
    r"(?:starting|beginning|effective|with effect|targeting|due|deadline|from now|"
    r".*\b(?:deadline|ultimatum|notice)\b)"
)
_OWN_SIGN_AFTER = Pattern(r"[- ](?:deadline|ultimatum|cut-off)\b")
_SET_FOR = Pattern(
    r"(?:[a-z]+ed(?: back| out| forward| in)?|set|put(?: off| back)?|given|back|down|"
    r"brought forward) "
    r"(?:for|to|until|till|from|less|more|just|about|[a-z]+ (?:days|weeks|months|years))\b"
)
"""A phrase that begins with what was set: `scheduled for June`."""
_LABELS = Pattern(" ?(?:-|:) ")
_FORETOLD = Pattern(
    r"\b(?:(?:forecast|estimate|outlook|guidance|projection|target|prediction)s?(?: [a-z]+){0,3}|"
    r"(?:warning|alert|watch|advisory)s?(?: [\w-]+){0,8}) $"
)
"""Of what a figure is foretold, whenever that was: `It raised its forecast for 2026`."""
_FORETOLD_OF = Pattern(
    r"\b(?:forecast|estimate|outlook|guidance|projection|prediction)s? (?:for|of) (?:[a-z]+ ){1,3}$"
)
"""What is foretold before a time without `for`: `It kept its forecast for growth this year`."""
_SET_ASIDE = Pattern(
    r"\b(?:planned|scheduled|set|slated|due|expected|timed|anticipated|predicted|forecast|fixed) $"
)
_WHEN_SET = Pattern(r"(?<!\bthan )\b(?:set|fixed|predicted|forecast) in $")
"""What stands before the time at which something was set, up to its `in`: `a limit set in May`."""


class Outlook(Enum):
    """What the verb that a time belongs to tells of the time."""

    TO_COME = "to come"
    UNSURE = "over or to come"
    OVER = "over"


def outlook_of(text: str, deadline: Deadline, *, has_begun: bool = False) -> Outlook:
    """Return what the verb that a time belongs to tells of the time.

    `text` is the sentence without what says who said it; `has_begun` tells that the time has begun
    at the publication.
    """
    before, after = plain(text[: deadline.start]), ASIDE.sub(" ", text[deadline.end :])
    strength = strength_of(before, deadline, after, has_begun=has_begun)
    *earlier, own = parts_before(before)
    tense = governing_tense(Beside(earlier, own, after, strength))
    is_reported = AFTER_SAYING.is_in(text) and before.count('"') % 2 == 0
    is_aside = strength is TimeStrength.TODAY or _WHILE.begins(own)
    if tense is Tense.HOPED and _CONCEDES.is_in(before) and _is_now(after):
        tense = Tense.TO_COME
    if is_reported and not (tense is Tense.GOING_ON and is_aside):
        tense = SHIFTED_BACK.get(tense, tense)
    if _has_own_sign(before, own, deadline, after, tense) or strength in ENOUGH[tense]:
        return Outlook.TO_COME
    return Outlook.OVER if tense in ARE_OVER else Outlook.UNSURE


def _is_now(after: str) -> bool:
    """Whether the first verb after a time tells of what is so when it is told."""
    verb = next(verbs_of(after), None)
    return verb is not None and verb.tense in (Tense.IS_SO, Tense.PRESENT)


def _has_own_sign(before: str, own: str, deadline: Deadline, after: str, tense: Tense) -> bool:
    """Whether the words beside a time tell that it is to come, whatever its verb is."""
    is_label = not before.strip() and _LABELS.begins(after)
    return (
        is_label
        or _OWN_SIGN.begins(deadline.phrase.lower())
        or (tense not in ARE_DONE and _OWN_SIGN_AFTER.begins(after))
        or AS_THE_DAY.begins(after)
        or _WHEN_IT_WILL.begins(after)
        or _SET_FOR.begins(deadline.phrase)
        or (
            _SET_ASIDE.is_in(before) and not _WHEN_SET.is_in(before + deadline.phrase[: len("in ")])
        )
        or (deadline.phrase.startswith("for ") and _FORETOLD.is_in(before))
        or (_is_long(deadline) and _foretells(before, own))
        or (tense is Tense.UNTOLD and _LABELLED.is_in(before + deadline.phrase[: len("in ")]))
        or (tense is Tense.DECIDED and _CALLED_ON_A_DAY.is_in(before))
    )


_A_MONTH = timedelta(days=31)


def _is_long(deadline: Deadline) -> bool:
    """Whether a time is longer than a month, and so rather what is foretold of than its day."""
    period = deadline.period
    return period is not None and period.latest - period.earliest > _A_MONTH


def _foretells(before: str, own: str) -> bool:
    """Whether what is foretold stands before a time, or to what figure that was changed."""
    return _FORETOLD_OF.is_in(before) or revises_to_figure(own)
