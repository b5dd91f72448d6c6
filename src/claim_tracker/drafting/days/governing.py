"""Whether the verb that a time belongs to tells of what is to come.

A time is the day of what is to come only where its own verb tells of that: the nearest one before
it in its clause, or else the first one after it there, or else the nearest one in the clauses
before. What a time says itself counts, too: a limit needs less of its verb than `in June`. To
extend the forms of verbs, add a row to `VERB_FORMS`; what is enough for each is in `ENOUGH`.
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
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
    MONTH,
    ORDERS,
    PLANS,
    PROMISES,
    SEASON,
    UNIT,
    WEEKDAY,
    Pattern,
    any_of,
    forms_of,
)


class Tense(Enum):
    """What a verb tells of.

    What was `HOPED` may be over where nobody is said to tell it (`it was due to open`).
    """

    TO_COME = "to come"
    TO_DO = "to do"
    FIXED = "fixed by now"
    DECIDED = "decided"
    HOPED = "hoped"
    IS_SO = "is so"
    OTHER = "what is so in another clause"
    DONE_NOW = "done by now"
    DONE = "done"
    UNTOLD = "no verb"


class Strength(Enum):
    """How far a time shows by itself that it is to come.

    A `LIMIT` is said with `by`, `until` or the like, and what is `AHEAD` is counted from the
    publication. What is `DATED` begins after it by its own words, so that no verb in the past can
    tell of it.
    """

    LIMIT = "by June"
    DATED = "next June"
    AHEAD = "within ten days"
    SET = "for June"
    PLAIN = "in June"
    BEGUN = "this year"


ENOUGH = {
    Tense.TO_COME: frozenset(Strength),
    Tense.TO_DO: frozenset(Strength),
    Tense.IS_SO: frozenset(Strength),
    Tense.FIXED: frozenset(Strength) - {Strength.BEGUN},
    Tense.DECIDED: frozenset({Strength.LIMIT, Strength.DATED, Strength.AHEAD, Strength.SET}),
    Tense.HOPED: frozenset({Strength.LIMIT, Strength.DATED, Strength.AHEAD}),
    Tense.UNTOLD: frozenset({Strength.LIMIT, Strength.DATED}),
    Tense.OTHER: frozenset({Strength.DATED}),
    Tense.DONE_NOW: frozenset({Strength.LIMIT, Strength.DATED}),
    Tense.DONE: frozenset({Strength.DATED}),
}
"""The strengths of a time that are enough for it to be to come, by what its verb tells of."""


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
    "banned suspended barred jailed sentenced remanded recessed won appointed"
)
_DOES = (
    f"{PLANS} {FORETELLS} {PROMISES} {ORDERS} {forms_of('project target need require', 's ing')} "
    "has_to have_to has_until have_until eyes eyeing sees see reckons agrees agree votes calls_for"
)
_SETTING = (
    "set scheduled booked listed fixed planned slated earmarked pencilled_in called announced "
    "agreed arranged organised organized promised pledged committed"
)
_TO_A_TIME = (
    rf"(?= (?:back|home|out|again|in|on|at|by|before|this|next|early|late|later|today|tomorrow|"
    rf"from|{WEEKDAY}|{MONTH})\b)"
)
_STARTS = (
    "starting beginning ending opening running taking_effect coming arriving following finishing "
    "closing expiring lasting commencing payable effective targeting kicking_off wrapping_up "
    "concluding launching returning leaving publishing airing looking_for looking_to"
)
_COMES_OUT = (
    "premiere premieres air airs debut debuts makes take takes launches stop stops turn turns "
    "include includes recommends awaits looms"
)
_TAKES_PLACE = "takes_place take_place takes_effect take_effect kicks_off gets_under_way"
_SPEAKING = "telling saying adding speaking writing reporting noting citing posting"
_NO_VERBS = "the a an its his her their some up about around at in on both all one"
_BEFORE_EVENTS = (
    "the a an of this its his her their our any no each every in for by at on with first next new "
    "from"
)
_NO_EVENT = (
    "".join(rf"(?<!\b[{it[0]}{it[0].upper()}]{it[1:]} )" for it in _BEFORE_EVENTS.split())
    + "(?<!'s )(?<!-)(?<!ial )(?<!onal )(?<!ginal )(?<!ral )(?<!ic )(?<!ous )(?<!ive )"
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
        r"\bcould (?:also |still )?be (?:seen|heard|felt|found)\b|"
        r"\b(?:I|we|you|they|he|she|who) could (?:see|hear)\b",
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
        "has_been_planning",
        "It has been expecting it.",
        Tense.TO_COME,
        rf"\b{any_of('has have')} {_ADVERBS}been {any_of('expecting planning preparing hoping')}\b",
    ),
    VerbForm(
        "risk_of",
        "It tells of a risk of floods.",
        Tense.TO_COME,
        rf"\b{any_of('risk chance threat prospect likelihood possibility')} (?:of|that)\b",
    ),
    VerbForm(
        "has_been_doing",
        "It has been selling.",
        Tense.DONE,
        rf"\b{any_of('has have had')} {_ADVERBS}been [a-z]+ing\b",
    ),
    VerbForm(
        "with_it_due",
        "It waits, with a vote due.",
        Tense.TO_COME,
        rf"\bwith (?:\S+ ){{1,7}}?{any_of(_SET)}\b(?! (?:of|out|off|up|by)\b)",
    ),
    VerbForm(
        "was_set",
        "It was due to open.",
        Tense.HOPED,
        rf"\b(?:(?:was|were) {_ADVERBS}(?:{any_of(_SET)}|to)|had to|hoped|intended|aimed|"
        rf"(?:expected|planned)\b(?!{_TO_A_TIME})|wanted|proposed|sought|meant|predicted)\b",
    ),
    VerbForm(
        "is_set",
        "It is expected to open.",
        Tense.TO_COME,
        rf"{_BE} {_ADVERBS}(?:to (?:be |get |have )?[a-z]+|{any_of(_SET)})\b",
    ),
    VerbForm(
        "due",
        "A fair scheduled.",
        Tense.TO_COME,
        rf"\b(?:{any_of('due scheduled slated expected planned')}\b{_TO_A_TIME}|"
        rf"due to {any_of(f'{HAPPENS} take hold have get make give hear speak sign')}\b|"
        rf"(?:due|scheduled|slated|set) to be(?: (?:{A_PARTICIPLE}))?\b)",
    ),
    VerbForm(
        "has_fixed",
        "It has been arranged.",
        Tense.FIXED,
        rf"\b{any_of('has have')} {_ADVERBS}(?:been )?{any_of(_SETTING)}\b",
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
        Tense.DONE_NOW,
        rf"\b{any_of('has have')} {_ADVERBS}(?:been )?(?:{A_PARTICIPLE})\b",
    ),
    VerbForm(
        "had_done",
        "It had opened.",
        Tense.DONE,
        rf"\b(?:{any_of('had having')} {_ADVERBS}(?:been )?(?:{A_PARTICIPLE})|"
        r"was|were|did|had)\b",
    ),
    VerbForm(
        "is_doing",
        "It is opening.",
        Tense.TO_COME,
        rf"{_BE} {_ADVERBS}(?:being (?:{A_PARTICIPLE})|[a-z]+ing)\b",
    ),
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
        rf"\b(?<!due )to (?:(?:be|get|have) {_ADVERBS})?"
        rf"(?!(?:{any_of(_NO_VERBS)}|[a-z]+ly)\b)[a-z]{{2,}}\b",
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
        rf"(?:{_NO_EVENT}\b{any_of(f'{HAPPENS} {_COMES_OUT}')}|\b{any_of(_TAKES_PLACE)})\b(?!-)",
    ),
    VerbForm("starting", "A fair starting.", Tense.TO_COME, rf"\b{any_of(_STARTS)}\b"),
    VerbForm(
        "is",
        "It is big.",
        Tense.IS_SO,
        r"\b(?:is|are|am|has|have|do|does|remains?|stays?|stands?)\b",
    ),
    VerbForm("did", "It opened.", Tense.DONE, rf"\b(?:{A_PAST})\b(?!-)"),
)
"""The forms of verbs, of which the first that fits at a place counts."""
_VERB = Pattern("|".join(f"(?P<{it.name}>{it.pattern})" for it in VERB_FORMS))
_TENSES = {it.name: it.tense for it in VERB_FORMS}
_BEFORE_NOUN = Pattern(
    r"(?:^|-|(?:^|[ \"(])(?:this|these|those|of|in|for|with|from|on|per|"
    r"more|another|other|new|no|any|some|all|own|very|two|three|four|[a-z]*illion|\d[\d,.]*|"
    r"[a-z]+(?:al|ic|ous|ly)) )$"
)
_AFTER_ARTICLE = Pattern(
    r"(?:^|[ \"(])(?:an?|the|its|their|his|her|our) (?:new |first |second |third |big |sharp |"
    r"deep |further |recent )?$"
)
_NOUN = Pattern(
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
    """Yield the verbs of a clause, without what only looks like one: `a fixed line`, `a set of`."""
    end = -1
    for match in _VERB.finditer(clause):
        tense = _TENSES[match.lastgroup or ""]
        if tense not in _OF_PARTICIPLES or " " in match[0] or not _is_of_noun(clause, match, end):
            yield _Verb(tense, match.start(), match.end())
        end = match.end()


_OF_PARTICIPLES = (Tense.DONE, Tense.DECIDED, Tense.HOPED)


def _is_of_noun(clause: str, match: re.Match[str], last_end: int) -> bool:
    """Whether a participle tells of a noun, or is one; `last_end` is the end of the verb before.

    `a set of plans`, `new fixed lines`, `expects increased sales`.
    """
    before = clause[: match.start()]
    if _AFTER_ARTICLE.search(before) is not None:
        return True
    is_first = _BEFORE_NOUN.search(before) is not None or match.start() == last_end + 1
    return is_first and _NOUN.match(clause, match.end()) is not None


_BOUND = Pattern(
    r"[,;:()\"]| - | {5,}|\b(?:and|but|or|which|who|that|after|before|when|while|where|since|"
    r"although|though|because|as|what|why|how|whether|if|unless|with|amid|"
    r"than(?! (?:[$£€\d]|(?:usual|normal|average|ever|expected|half|two|three)\b)))\b"
)
_REPORTED = Pattern(r" {5,}|\"")
_AFTER_SAYING = Pattern(" {5,}")
"""What is left of the words that say who said it, with no comma after them."""
_AFTER_EVENT = Pattern("(?:after|since|amid|than)\\b")
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
_FOR = Pattern("(?:for|to|from|between) ")
_OVER_NEXT = Pattern("(?:over|in|during|for|within|through|throughout) (?:the )?(?:next|coming) ")
_DATED = Pattern(
    rf"(?!.*{SEASON})(?:.*\b)?"
    rf"(?:(?:(?<!\bthe )next|the coming) (?:{UNIT}|{MONTH})\b|year-end|year's end|20\d\d\b)"
)

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
    is_label = not before.strip() and _LABELS.match(after) is not None
    has_set = _SET_FOR.match(deadline.phrase) or _SET_ASIDE.search(before)
    if has_set is not None or is_label:
        return True
    strength = _strength(before, deadline, after, has_begun=has_begun)
    tense = _governing_tense(before, after, strength)
    if tense is Tense.UNTOLD and _LABELLED.search(before) is not None:
        return True
    if tense is Tense.HOPED and _REPORTED.search(before) is not None:
        return True
    if tense is Tense.DECIDED and CALLED_ON_A_DAY.search(before) is not None:
        return True
    return strength in ENOUGH[tense]


def _strength(before: str, deadline: Deadline, after: str, *, has_begun: bool) -> Strength:
    """Return how far a time shows by itself that it is to come."""
    phrase, is_of_event = deadline.phrase, after.startswith("'s")
    is_dated = _DATED.match(phrase) is not None and not before.endswith((" the ", " The "))
    if is_dated and deadline.is_ahead and not has_begun and not is_of_event:
        return Strength.DATED
    if deadline.is_limit and not (is_of_event and has_begun):
        return Strength.LIMIT
    if deadline.is_ahead and (not has_begun or _OVER_NEXT.match(phrase) is not None):
        return Strength.AHEAD
    if _FOR.match(phrase) is not None:
        return Strength.SET
    return Strength.BEGUN if has_begun else Strength.PLAIN


def _governing_tense(before: str, after: str, strength: Strength) -> Tense:
    """Return what the verb that a time belongs to tells of."""
    cuts = [0, *(match.start() for match in _BOUND.finditer(before)), len(before)]
    *earlier, own = (before[i:j] for i, j in pairwise(cuts))
    verbs = list(_verbs(own))
    if verbs:
        return _last_tense(verbs, own, strength)
    bound = _BOUND.match(own)
    rest = own[bound.end() :] if bound is not None else own
    is_event = rest.strip(" 0123456789") and _AFTER_EVENT.match(own) is not None
    if is_event and strength not in _FIXED:
        return Tense.OTHER
    opening = len(after) - len(after.lstrip(", ")) if not rest.strip() else 0
    end = _BOUND.search(after, opening)
    following = list(_verbs(after[: end.start()] if end is not None else after))
    ahead = next((it for it in following if it.tense is Tense.TO_COME), None)
    first = ahead or next(iter(following), None)
    if first is not None:
        is_subject = first.tense is Tense.IS_SO and not (rest + after[: first.start]).strip()
        return first.tense if is_subject else _in_other(first.tense)
    if _AFTER_SAYING.match(own) is not None:
        return Tense.UNTOLD
    for clause in reversed(earlier):
        verbs = list(_verbs(clause))
        if verbs:
            return _in_other(_last_tense(verbs, clause, strength))
    later = (it for it in _verbs(after) if not after[: it.start].endswith(", "))
    tense = next((it.tense for it in later), Tense.UNTOLD)
    return Tense.UNTOLD if tense is Tense.TO_DO else tense


def _in_other(tense: Tense) -> Tense:
    """Return what a verb of another clause tells of a time: nothing where it tells what is so."""
    return Tense.OTHER if tense is Tense.IS_SO else tense


def _last_tense(verbs: list[_Verb], clause: str, strength: Strength) -> Tense:
    """Return what the last verb of a clause tells of: what one declined to do is not to come."""
    *others, last = verbs
    if any(it.tense is Tense.HOPED for it in others):
        return Tense.HOPED
    if not others or strength in _FIXED:
        return others[-1].tense if others and last.tense in _ARE_DONE else last.tense
    before = others[-1]
    if before.tense is Tense.DECIDED and strength is Strength.SET:
        return before.tense  # `adjourned the case brought in May to June`
    if last.tense in _ARE_DONE:  # `free all men held there by May`, `wants it done on Friday`
        return before.tense if WANTS.search(clause) is not None else last.tense
    is_next = last.start - before.end <= _BESIDE or strength is Strength.BEGUN
    is_of_done = last.tense is Tense.TO_DO and before.tense in _ARE_DONE and is_next
    return before.tense if is_of_done else last.tense


_ARE_DONE = (Tense.DONE, Tense.DONE_NOW)
_FIXED = frozenset({Strength.LIMIT, Strength.DATED, Strength.AHEAD})
_BESIDE = 2
"""Characters between two verbs of which one hangs on the other: `declined to comment`."""
