"""Whether the verb that a time belongs to tells of what is to come.

A time is the day of what is to come only where its own verb tells of that: the nearest one before
it in its clause, or else the first one after it there, or else the nearest one in the clauses
before. To extend the forms of verbs, add a row.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.tense import (
    A_PARTICIPLE,
    AS_THE_DAY,
    ASIDE,
    CALLED_ON_A_DAY,
    WANTS,
)
from claim_tracker.drafting.words import (
    A_PAST,
    FORETELLS,
    HAPPENS,
    MODALS,
    ORDERS,
    PLANS,
    PROMISES,
    Pattern,
    any_of,
    forms_of,
)


class Tense(Enum):
    """What a verb tells of.

    What was `HOPED` may be over where nobody is said to tell it (`it was due to open`), and what
    was `DECIDED` is to come at a time that is a limit or lies ahead (`it was put off to June`).
    """

    TO_COME = "to come"
    TO_DO = "to do"
    HOPED = "hoped"
    DECIDED = "decided"
    IS_SO = "is so"
    OTHER = "what is so in another clause"
    DONE = "done"


class VerbForm(NamedTuple):
    """A form of verbs: its name, a sentence that has it, what it tells of, and its pattern."""

    name: str
    example: str
    tense: Tense
    pattern: str


_BE = r"(?:\b(?:is|are|am|be|been|being)|'s|'re|'m)"
_ADVERBS = r"(?:(?:not|also|now|still|only|then|already|never|[a-z]+ly) )*"
_SET = (
    "set due scheduled slated poised expected likely unlikely planned projected forecast predicted "
    "estimated anticipated tipped supposed meant ready bound certain sure going about on_track "
    "on_course in_line payable effective seen eligible required obliged possible allowed able"
)
_DECIDED = (
    "agreed decided resolved voted offered threatened fixed set scheduled booked listed approved "
    "announced declared called signed issued imposed gave given granted allotted committed put "
    "promised pledged vowed postponed delayed moved pushed deferred extended rescheduled adjourned "
    "brought shifted cut raised lowered introduced named lined held_off demanded ordered asked "
    "urged told instructed directed required applied unveiled "
    "banned suspended barred jailed sentenced won appointed"
)
_DOES = (
    f"{PLANS} {FORETELLS} {PROMISES} {ORDERS} {forms_of('project target need require', 's ing')} "
    "has_to have_to has_until have_until eyes eyeing sees see reckons agrees agree votes calls_for"
)
_STARTS = (
    "starting beginning ending opening running taking_effect coming arriving following finishing "
    "closing expiring lasting commencing payable effective targeting kicking_off wrapping_up "
    "concluding launching returning leaving"
)
_COMES_OUT = "premiere premieres air airs debut debuts makes take takes launches stop stops"
_SPEAKING = "telling saying adding speaking writing reporting noting citing posting"
_NO_VERBS = "the a an its his her their some up about around at in on both all one"
_BEFORE_EVENTS = (
    "the a an of this that its his her their our any no each every in for by at on with first next "
    "new from as and"
)
_NO_EVENT = (
    "".join(rf"(?<!\b[{it[0]}{it[0].upper()}]{it[1:]} )" for it in _BEFORE_EVENTS.split())
    + "(?<!'s )(?<!-)(?<!ial )(?<!nal )(?<!ral )(?<!ic )(?<!ous )(?<!ive )"
)
VERB_FORMS = (
    VerbForm(
        "might_have",
        "It would have opened.",
        Tense.DONE,
        rf"\b{any_of('would could should might may must')}(?:n't| not)? have "
        rf"{_ADVERBS}(?:{A_PARTICIPLE})\b",
    ),
    VerbForm(
        "could_be_seen",
        "Smoke could be seen.",
        Tense.DONE,
        r"\bcould (?:also |still )?(?:be (?:seen|heard|felt|found)|see|hear)\b",
    ),
    VerbForm(
        "follows",
        "The talks came after it.",
        Tense.HOPED,
        r"\b(?:follows|came after|comes after)\b",
    ),
    VerbForm(
        "will",
        "It will be opened.",
        Tense.TO_COME,
        rf"(?:\b(?:{any_of(MODALS)}|cannot|can't|couldn't|wouldn't|shouldn't)\b|'ll\b)"
        rf"(?: {_ADVERBS}(?:be|get|have)(?: (?:{A_PARTICIPLE}|[a-z]+ing))?\b)?",
    ),
    VerbForm(
        "has_been_doing",
        "It has been selling.",
        Tense.DONE,
        rf"\b{any_of('has have had')} {_ADVERBS}been [a-z]+ing\b",
    ),
    VerbForm(
        "was_set",
        "It was due to open.",
        Tense.HOPED,
        rf"\b(?:(?:was|were) {_ADVERBS}(?:{any_of(_SET)}|to)|had to|hoped|intended|aimed|"
        r"expected|planned|wanted|proposed|sought|meant)\b",
    ),
    VerbForm(
        "decided",
        "It has been postponed.",
        Tense.DECIDED,
        rf"\b(?:{any_of('has have had was were is are')} {_ADVERBS}(?:been |being )?)?"
        rf"{any_of(_DECIDED)}\b",
    ),
    VerbForm(
        "has_done",
        "It has opened.",
        Tense.DONE,
        rf"\b(?:{any_of('has have had having')} {_ADVERBS}(?:been )?(?:{A_PARTICIPLE})|"
        r"was|were|did|had)\b",
    ),
    VerbForm(
        "is_set",
        "It is expected to open.",
        Tense.TO_COME,
        rf"{_BE} {_ADVERBS}(?:to (?=[a-z])|{any_of(_SET)}\b)",
    ),
    VerbForm("is_doing", "It is opening.", Tense.TO_COME, rf"{_BE} {_ADVERBS}[a-z]+ing\b"),
    VerbForm(
        "is_done",
        "It is shut.",
        Tense.IS_SO,
        rf"(?:{_BE}|\b(?:remain|stay)s?) {_ADVERBS}(?:{A_PARTICIPLE})\b",
    ),
    VerbForm("plans", "It plans a fair.", Tense.TO_COME, rf"{_NO_EVENT}\b{any_of(_DOES)}\b"),
    VerbForm(
        "telling",
        "He left, telling them.",
        Tense.DONE,
        rf"\b(?:{any_of(_SPEAKING)}|(?:by|after|without|since) [a-z]+ing)\b",
    ),
    VerbForm(
        "to_do",
        "The wish to open it.",
        Tense.TO_DO,
        rf"\bto (?:(?:be|get|have) {_ADVERBS})?(?!(?:{any_of(_NO_VERBS)}|[a-z]+ly)\b)[a-z]{{2,}}\b",
    ),
    VerbForm(
        "he_does",
        "It certifies the vote.",
        Tense.TO_COME,
        r"\b(?:[Ii]t|[Hh]e|[Ss]he) (?!(?:was|is|has|does|as)\b)[a-z]{2,}s\b",
    ),
    VerbForm(
        "opens",
        "It opens.",
        Tense.TO_COME,
        rf"{_NO_EVENT}\b{any_of(f'{HAPPENS} {_COMES_OUT}')}\b(?!-)",
    ),
    VerbForm("starting", "A fair starting.", Tense.TO_COME, rf"\b{any_of(_STARTS)}\b"),
    VerbForm(
        "is",
        "It is big.",
        Tense.IS_SO,
        r"\b(?:is|are|am|has|have|do|does|remains?|stays?|stands?)\b",
    ),
    VerbForm("did", "It opened.", Tense.DONE, rf"\b(?:{A_PAST})\b"),
)
"""The forms of verbs, of which the first that fits at a place counts."""
_VERB = Pattern("|".join(f"(?P<{it.name}>{it.pattern})" for it in VERB_FORMS))
_TENSES = {it.name: it.tense for it in VERB_FORMS}
_BEFORE_NOUN = Pattern(
    r"(?:^|-|(?:^|[ \"(])(?:an?|the|its|their|his|her|our|this|these|those|of|in|for|with|from|on|"
    r"more|another|other|new|no|any|some|all|own|very|two|three|four|[a-z]*illion|\d[\d,.]*|"
    r"[a-z]+(?:al|ic|ous|ly)) )$"
)
_NOUN = Pattern(
    r" (?!(?:in|on|at|to|by|for|from|with|of|as|and|or|but|that|the|a|an|its|it|his|her|their|them|"
    r"him|until|till|before|after|since|during|through|over|under|into|up|out|off|down|about|this|"
    r"next|last|when|while|if|because|not|only|today|tomorrow)\b)[a-zA-Z]"
)


class _Verb(NamedTuple):
    tense: Tense
    start: int
    end: int


def _verbs(clause: str) -> Iterator[_Verb]:
    """Yield the verbs of a clause, without what only looks like one: `a fixed line`."""
    for match in _VERB.finditer(clause):
        tense = _TENSES[match.lastgroup or ""]
        is_adjective = (
            tense in (Tense.DONE, Tense.DECIDED, Tense.HOPED)
            and " " not in match[0]
            and _BEFORE_NOUN.search(clause[: match.start()]) is not None
            and _NOUN.match(clause, match.end()) is not None
        )
        if not is_adjective:
            yield _Verb(tense, match.start(), match.end())


_BOUND = Pattern(
    r"[,;:()\"]| - | {5,}|\b(?:and|but|or|which|who|that|after|before|when|while|where|since|"
    r"although|though|because|as|what|why|how|whether|if|unless|with|than|amid)\b"
)
_REPORTED = Pattern(r" {5,}|\"")
_AFTER_SAYING = Pattern(r" {5,}(?:\([^)]*\))?$")
"""What is left of the words that say who said it, with no comma after them."""
_AFTER_EVENT = Pattern(r"\b(?:after|since|amid|than)$")
"""What stands before an event that has the time: `after the vote on Friday, it will`."""
_LABELLED = Pattern(r"[:,-] $")
_OWN_SIGN = Pattern(
    r"(?:starting|beginning|effective|with effect|targeting|due|deadline|from now|"
    r".*\b(?:deadline|ultimatum|notice)\b)"
)
_SET_FOR = Pattern(
    r"(?:[a-z]+ed(?: back| out| forward| in)?|set|put(?: off| back)?|given|back|down|"
    r"brought forward) "
    r"(?:for|to|until|till|from|less|more|just|about|[a-z]+ (?:days|weeks|months|years))\b"
)
"""A phrase that begins with what was set: `scheduled for June`."""
_LABELS = Pattern(" ?(?:-|:) ")
_FOR = Pattern(
    r"(?:[a-z]+ed(?: back| out| forward| in)?|set|put(?: off| back)?|given|back|down|"
    r"brought forward) "
    r"(?:for|to|until|till|from|less|more|just|about|[a-z]+ (?:days|weeks|months|years))\b"
)
"""A phrase that begins with what was set: `scheduled for June`."""
_WAS = Pattern(rf"\b(?:was|were|been|being|has|have|had|is|are) {_ADVERBS}$")
_FOR = Pattern("(?:for|to|from|between) ")
_SET_ASIDE = Pattern(
    r"\b(?:planned|scheduled|set|slated|due|expected|timed|anticipated|predicted|forecast|fixed) $"
)


def is_to_come(text: str, deadline: Deadline, *, has_begun: bool = False) -> bool:
    """Whether the verb that a time belongs to tells of what is to come.

    `text` is the sentence without what says who said it; `has_begun` tells that the time has begun
    at the publication.
    """
    before, after = ASIDE.sub(" ", text[: deadline.start]), text[deadline.end :]
    before = before[:1].lower() + before[1:]
    if _OWN_SIGN.match(deadline.phrase.lower()) is not None or AS_THE_DAY.match(after) is not None:
        return True
    if _SET_ASIDE.search(before) is not None:
        return True
    is_label = not before.strip() and _LABELS.match(after) is not None
    if _SET_FOR.match(deadline.phrase) is not None or is_label:
        return True
    tense = _governing_tense(before, after, deadline)
    if tense is None:
        return _LABELLED.search(before) is not None
    if tense is Tense.HOPED and _REPORTED.search(before) is not None:
        return True
    if tense in (Tense.DECIDED, Tense.HOPED):
        if deadline.is_limit or (deadline.is_ahead and not has_begun):
            return True
        is_set = _FOR.match(deadline.phrase) is not None
        return tense is Tense.DECIDED and (is_set or CALLED_ON_A_DAY.search(before) is not None)
    return tense in (Tense.TO_COME, Tense.TO_DO, Tense.IS_SO)


def _governing_tense(before: str, after: str, deadline: Deadline) -> Tense | None:
    """Return what the verb that a time belongs to tells of; None where there is no verb."""
    cuts = [0, *(at for match in _BOUND.finditer(before) for at in match.span()), len(before)]
    *earlier, own = (before[i:j] for i, j in zip(cuts[::2], cuts[1::2], strict=True))
    verbs = list(_verbs(own))
    if verbs:
        return _last_tense(verbs, own, deadline)
    is_event = (
        own.strip(" 0123456789")
        and _AFTER_EVENT.search(before[: len(before) - len(own)]) is not None
    )
    if is_event and not (deadline.is_limit or deadline.is_ahead):
        return Tense.OTHER
    opening = len(after) - len(after.lstrip(", ")) if not own.strip() else 0
    end = _BOUND.search(after, opening)
    following = list(_verbs(after[: end.start()] if end is not None else after))
    ahead = next((it for it in following if it.tense is Tense.TO_COME), None)
    rest = ahead or next(iter(following), None)
    if rest is not None:
        is_subject = rest.tense is Tense.IS_SO and not (own + after[: rest.start]).strip()
        return rest.tense if is_subject else _in_other(rest.tense)
    if _AFTER_SAYING.search(before[: len(before) - len(own)]) is not None:
        return None
    for clause in reversed(earlier):
        verbs = list(_verbs(clause))
        if verbs:
            return _in_other(_last_tense(verbs, clause, deadline))
    later = (it for it in _verbs(after) if not after[: it.start].endswith(", "))
    tense = next((it.tense for it in later), None)
    return None if tense is Tense.TO_DO else tense


def _in_other(tense: Tense) -> Tense:
    """Return what a verb of another clause tells of a time: nothing where it tells what is so."""
    return Tense.OTHER if tense is Tense.IS_SO else tense


def _last_tense(verbs: list[_Verb], clause: str, deadline: Deadline) -> Tense:
    """Return what the last verb of a clause tells of: what one declined to do is not to come."""
    *others, last = verbs
    if any(it.tense is Tense.HOPED for it in others):
        return Tense.HOPED
    is_fixed = deadline.is_limit or deadline.is_ahead
    if not others or last.tense not in (Tense.TO_DO, Tense.DONE):
        return last.tense
    before = others[-1]
    if last.tense is Tense.DONE:  # `free all men held there by May`, `wants it done on Friday`
        is_wanted = WANTS.search(clause) is not None
        return before.tense if is_fixed or is_wanted else last.tense
    is_next = last.start - before.end <= _BESIDE
    return before.tense if is_next and before.tense is Tense.DONE and not is_fixed else last.tense


_BESIDE = 2
"""Characters between two verbs of which one hangs on the other: `declined to comment`."""
