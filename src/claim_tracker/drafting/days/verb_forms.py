"""The verbs of a clause, and what they tell of. To extend their forms, add a row."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from claim_tracker.drafting.patterns import Pattern, any_of, forms_of, not_after, with_capitals
from claim_tracker.drafting.words import (
    A_PARTICIPLE,
    A_PAST,
    AUXILIARIES,
    BEFORE_NOUN,
    DETERMINER,
    FORETELLS,
    HAPPENS,
    MODALS,
    MONTH,
    ONLY_PARTICIPLES,
    ORDERS,
    PLANS,
    PROMISES,
    TAKES_PLACE,
    WEEKDAY,
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
    PRESENT = "to come, or a noun"
    IS_SO = "is so"
    OTHER = "what is so in another clause"
    DONE_NOW = "done by now"
    GOING_ON = "going on then"
    DONE = "done"
    UNTOLD = "no verb"


class VerbForm(NamedTuple):
    """A form of verbs: a sentence that has it, what it tells of, and its pattern.

    The pattern has no groups with a number or a name.
    """

    example: str
    tense: Tense
    pattern: str


_IS_WHO = "it he she what that there here who where how".split()
_IS = "".join(rf"(?<=\b[{it[0]}{it[0].upper()}]{it[1:]})|" for it in _IS_WHO).rstrip("|")
_BE = rf"(?:\b(?:is|are|am|be|been|being)|(?:{_IS})'s|'s(?= (?:got|going|not)\b)|'re|'m)"
"""What `'s` is behind nothing but these: `the minister's warning` is a noun."""
_ADVERBS = r"(?:(?:not|also|now|still|only|then|already|never|again|just|soon|once|[a-z]+ly) )*"
_SET = (
    "set due(?!_to_(?:the|an?|its|their|his|her|this|that)\\b) scheduled slated poised "
    "expected likely unlikely planned projected forecast predicted possible allowed able "
    "estimated anticipated tipped supposed meant ready bound certain sure going about(?=_to\\b) "
    "on_track on_course in_line payable effective seen eligible required obliged"
)
_DECIDED = (
    "agreed decided resolved voted offered threatened fixed set scheduled booked listed approved "
    "announced declared called signed issued imposed gave given granted allotted committed put "
    "promised pledged vowed postponed delayed moved pushed deferred extended rescheduled adjourned "
    "brought shifted cut raised lowered introduced named lined held_off demanded ordered asked "
    "urged told instructed directed required applied unveiled "
    "posted proposed floated estimated projected anticipated calculated "
    "banned suspended cancelled canceled barred jailed sentenced remanded recessed won appointed "
    "(?:made|reached|struck)_an?_(?:[a-z]+_)?(?:deal|agreement|accord|pledge|promise|vow)"
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
    "starting beginning ending opening running taking_effect coming arriving finishing "
    "closing expiring lasting commencing payable effective targeting kicking_off wrapping_up "
    "concluding launching returning leaving publishing airing looking_for looking_to happening "
    "taking_place"
)
_COMES_OUT = (
    "premiere premieres air airs debut debuts makes take takes launches stop stops turn turns "
    "include includes recommends awaits looms gather gathers walk_out walks_out"
)
_WENT_ON = (
    "began came continued failed managed neglected proceeded refused started tended used went_on "
    "would_go_on"
)
_SPEAKING = "telling saying adding speaking writing reporting noting citing posting"
_SEEMING = "appear appears appeared seem seems seemed thought believed known reported estimated"
_NO_VERBS = (
    "the a an its his her their some up about around at in on both all one it him them us me you "
    "this that these those"
)
_NOUNS = (
    r"[a-z]+(?:ly|[^su]s|ional)|federal|date|death|light|life|zero|military|retired|arbitration"
)
"""What is no verb behind `to` either: `told it to colleagues on Friday`, `come to light`."""
_NOT_GOING_ON = (
    "during according including surprising disappointing encouraging worrying alarming missing "
    "outstanding pending interesting striking"
)
_NO_EVENT = (
    not_after(with_capitals(f"{BEFORE_NOUN} in by at on with first next new from"))
    + "(?<!'s )(?<!-)(?<!(?<!tr)ial )(?<!onal )(?<!ginal )(?<!(?<!fune)ral )"
    "(?<!(?<!clin)ic )(?<!ous )(?<!(?<!arch)ive )"
)
VERB_FORMS = (
    VerbForm(
        "It would have opened.",
        Tense.DONE,
        rf"(?:{_BE} )?\b{any_of(_SEEMING)} to have {_ADVERBS}(?:{A_PARTICIPLE})\b|"
        rf"\b{any_of('would could should might may must')}(?:n't| not)? have "
        rf"{_ADVERBS}(?:{A_PARTICIPLE})\b",
    ),
    VerbForm(
        "Smoke could be seen.",
        Tense.DONE,
        r"\bcould (?:also |still )?be (?:seen|heard|felt|found)\b|"
        r"\b(?:I|we|you|they|he|she|who) could (?:see|hear)\b",
    ),
    VerbForm("It went on to fall.", Tense.DONE, rf"\b{any_of(_WENT_ON)} to [a-z]{{2,}}\b"),
    VerbForm(
        "It could not open.",
        Tense.HOPED,
        rf"\b(?:could not|couldn't) {_ADVERBS}(?:be )?[a-z]{{2,}}\b",
    ),
    VerbForm("The talks came after it.", Tense.HOPED, r"\b(?:follows|came after|comes after)\b"),
    VerbForm(
        "It will be opened.",
        Tense.TO_COME,
        rf"(?:\b(?:{any_of(MODALS)}|cannot|can't|couldn't|wouldn't|shouldn't)\b(?!-)|'ll\b)"
        rf"(?: {_ADVERBS}(?:(?:be|get|have|remain|stay)"
        rf"(?: {_ADVERBS}(?:{A_PARTICIPLE}|[a-z]+ing))?|[a-z]+)\b)?",
    ),
    VerbForm(
        "It has been expecting it.",
        Tense.TO_COME,
        rf"\b{any_of('has have')} {_ADVERBS}been {any_of('expecting planning preparing hoping')}\b",
    ),
    VerbForm(
        "It tells of a risk of floods.",
        Tense.TO_COME,
        rf"\b{any_of('risk chance threat prospect likelihood possibility')} (?:of|for|that)\b",
    ),
    VerbForm(
        "It has been selling.",
        Tense.DONE,
        rf"\b{any_of('has have had')} {_ADVERBS}been [a-z]+ing\b",
    ),
    VerbForm(
        "It waits, with a vote due.",
        Tense.TO_COME,
        rf"\bwith (?:\S+ ){{1,7}}?{any_of(_SET)}\b(?! (?:of|out|off|up|by)\b)",
    ),
    VerbForm(
        "It was expected to open.",
        Tense.FIXED,
        rf"(?:\b(?:was|were) {_ADVERBS}|(?<=, ))(?:expected|forecast) to "
        rf"(?:be (?:{A_PARTICIPLE})|[a-z]+)\b",
    ),
    VerbForm(
        "It was due to open.",
        Tense.HOPED,
        rf"\b(?:(?:was|were) {_ADVERBS}(?:{any_of(_SET)}|to)|had to|hoped|intended|aimed|"
        rf"(?:expected|planned)\b(?!{_TO_A_TIME})|wanted|sought|meant|predicted|"
        rf"did(?: not|n't) {any_of('plan intend expect')})\b",
    ),
    VerbForm(
        "It is expected to open.",
        Tense.TO_COME,
        rf"{_BE} {_ADVERBS}(?:to (?:be |get |have )?[a-z]+|{any_of(_SET)})\b",
    ),
    VerbForm(
        "A fair scheduled.",
        Tense.TO_COME,
        rf"\b(?:{any_of('due scheduled slated expected planned')}\b{_TO_A_TIME}|"
        rf"due to {any_of(f'{HAPPENS} take hold have get make give hear speak sign')}\b|"
        rf"(?:scheduled|slated|set) to (?!be\b)[a-z]+\b|"
        rf"(?:due|scheduled|slated|set) to be(?: (?:{A_PARTICIPLE}))?\b)",
    ),
    VerbForm(
        "It has been arranged.",
        Tense.FIXED,
        rf"\b{any_of('has have')} {_ADVERBS}(?:been )?{any_of(_SETTING)}\b",
    ),
    VerbForm(
        "It has set aside $4m.",
        Tense.TO_COME,
        rf"\b{any_of('has have had')} {_ADVERBS}(?:been )?"
        rf"{any_of('set_aside allocated allotted earmarked budgeted')}\b",
    ),
    VerbForm(
        "It has been postponed.",
        Tense.DECIDED,
        rf"\b(?:{any_of('has have had was were is are')} {_ADVERBS}(?:been |being )?)?"
        rf"{any_of(_DECIDED)}\b(?! (?:an?|the) (?:opportunity|chance)\b)",
    ),
    VerbForm(
        "It has opened.",
        Tense.DONE_NOW,
        rf"\b(?:hasn't|haven't|has|(?:to )?have) {_ADVERBS}(?:been )?(?:{A_PARTICIPLE})\b",
    ),
    VerbForm(
        "It had opened.",
        Tense.DONE,
        rf"\b(?:(?:hadn't|had|having) {_ADVERBS}(?:been )?(?:{A_PARTICIPLE}))\b",
    ),
    VerbForm(
        "It was opening.",
        Tense.GOING_ON,
        rf"\b(?:was|were) {_ADVERBS}(?!{any_of(_NOT_GOING_ON)}\b)[a-z]+ing\b",
    ),
    VerbForm("It was big.", Tense.DONE, r"\b(?:was|were|did|had)\b"),
    VerbForm(
        "It is opening.",
        Tense.TO_COME,
        rf"{_BE} {_ADVERBS}(?:being (?:{A_PARTICIPLE})|[a-z]+ing)\b",
    ),
    VerbForm(
        "She is accused of theft.",
        Tense.DONE,
        rf"{_BE} {_ADVERBS}{any_of('accused suspected convicted charged guilty')} (?:of|with)\b",
    ),
    VerbForm("It is shut.", Tense.IS_SO, rf"{_BE} {_ADVERBS}(?:{A_PARTICIPLE})\b"),
    VerbForm(
        "It stays shut.", Tense.PRESENT, rf"\b(?:remain|stay)s? {_ADVERBS}(?:{A_PARTICIPLE})\b"
    ),
    VerbForm("It plans a fair.", Tense.PRESENT, rf"{_NO_EVENT}\b{any_of(_DOES)}\b"),
    VerbForm(
        "He left, telling them.",
        Tense.DONE,
        rf"\b(?:{any_of(_SPEAKING)}|(?:by|after|without|since) [a-z]+ing|"
        r"(?:before|stopped) being)\b",
    ),
    VerbForm(
        "The wish to open it.",
        Tense.TO_DO,
        rf"\b(?<!(?<!is )(?<!are )(?<!was )due )to (?:(?:be|get|have|remain|stay) {_ADVERBS})?"
        rf"(?!(?:{any_of(_NO_VERBS)}|{_NOUNS})\b)[a-z]{{2,}}\b(?!(?<! re)-)",
    ),
    VerbForm(
        "It certifies the vote.",
        Tense.TO_COME,
        r"\b(?:[Ii]t|[Hh]e|[Ss]he) (?!(?:was|is|has|does|as|says|appears|seems)\b)[a-z]{2,}s\b",
    ),
    VerbForm("It seems to open.", Tense.IS_SO, r"\b(?:appears?|seems?) to [a-z]{2,}\b"),
    VerbForm(
        "It opens.",
        Tense.PRESENT,
        rf"(?:\b{any_of(TAKES_PLACE)}|{_NO_EVENT}\b{any_of(f'{HAPPENS} {_COMES_OUT}')})\b(?!-)",
    ),
    VerbForm("A fair starting.", Tense.TO_DO, rf"\b(?<!and )(?<!'s ){any_of(_STARTS)}\b"),
    VerbForm(
        "It is big.",
        Tense.IS_SO,
        r"\b(?:(?:is|are|has|have)n't|is|are|am|has|have|do(?= not\b)|does|remains?|stays?|"
        r"stands?|seems?)\b",
    ),
    VerbForm("It opened.", Tense.DONE, rf"\b(?:{A_PAST}|{any_of(ONLY_PARTICIPLES)})\b(?!-)"),
)
"""The forms of verbs, of which the first that fits at a place counts."""
_VERB = Pattern(rf"(?:\b(?=[a-zA-Z])|(?='))(?:{'|'.join(f'({it.pattern})' for it in VERB_FORMS)})")
"""Any form, looked for only where a word begins, or what is left of a verb: `'ll`."""
_BEFORE_NOUN = Pattern(
    r"(?:^|-|(?:^|[ \"(])(?:this|these|those|and|or|of|in|for|with|from|on|per|"
    r"more|another|other|new|no|any|some|all|own|very|two|three|four|[a-z]*illion|\d[\d,.]*|"
    r"(?<!\bwho )(?<!\bwhich )[a-z]+(?:al|ic|ous|ly)) )$"
)
_AFTER_ARTICLE = Pattern(
    rf"(?:^|[ \"(]){DETERMINER} (?:new |first |second |third |big |sharp |"
    r"deep |further |recent )?$"
)
_NOUN = Pattern(
    r" (?!(?:in|on|at|to|by|for|from|with|of|as|and|or|but|that|the|a|an|its|it|his|her|their|them|"
    r"him|until|till|before|after|since|during|through|over|under|into|up|out|off|down|about|this|"
    r"next|last|when|while|if|because|not|only|today|tomorrow)\b)[a-zA-Z]"
)


class Verb(NamedTuple):
    """A verb of a clause: what it tells of, and where it stands."""

    tense: Tense
    start: int
    end: int


def verbs_of(clause: str) -> Iterator[Verb]:
    """Yield the verbs of a clause, without what only looks like one: `a fixed line`, `a set of`."""
    end = -1
    for match in _VERB.finditer(clause):
        tense = VERB_FORMS[(match.lastindex or 0) - 1].tense
        if not (
            (tense in _OF_PARTICIPLES and " " not in match[0] and _is_of_noun(clause, match, end))
            or (tense is Tense.PRESENT and (match.start() == end + 1 or _is_noun(clause, match)))
        ):
            yield Verb(tense, match.start(), match.end())
        end = match.end()


_SEVERAL = "people police children men women media staff"
_AFTER_A = Pattern(
    r"\b(?:an?|another|each|every) (?:[\w.%-]+ ){0,6}$|"
    r"\b(?:the|its|this|that|his|her|their|our|last|next) "
    rf"(?:(?!{any_of(_SEVERAL)}\b)[\w.%-]*[^s\W] ){{1,5}}$"
)
"""What stands before a noun that looks like a verb of several: `after a small rise`."""

_AFTER_NUMBER = Pattern(r"(?:^|^, |\b[a-z]+ )\d[\d,]* $")
"""What stands before a noun of several that looks like a verb: `with just 39 votes`."""
_AFTER_ONE = Pattern(
    rf"(?:\"|\b[A-Z]{{2,}}|\bU\.S\.|\b(?!(?:{any_of(_SEVERAL)}|[a-z]+ly|they|we|you|who|which|that|and|"
    r"or|not|also|only|now|soon|then|both|all|two|pair)\b)[a-z]*[a-rt-z]) $"
)
"""What stands before the noun of one thing that looks like a verb of several: `podcast host`."""
_MOSTLY_NOUNS = frozenset(
    "host visit vote call release premiere hope air report rise drop fall increase change move "
    "return need demand order promise pledge plan target".split()
)
_OBJECT = Pattern(
    r" (?:(?:that|an?|the|its|their)\b|"
    rf"(?!{any_of(AUXILIARIES)}\b)[a-z]+ (?:[a-z]+ )?(?:of|to|at)\b)"
)
"""What stands after a verb whose past is as its present: `The bank forecast growth of 2%`."""


def _is_noun(clause: str, match: re.Match[str]) -> bool:
    """Whether what looks like a verb in the present is a noun: `a small rise`, `39 votes`."""
    before = clause[: match.start()]
    is_of_noun = match[0] in _MOSTLY_NOUNS and " and " not in before and _AFTER_ONE.is_in(before)
    if is_of_noun or _AFTER_NUMBER.is_in(before):
        return True
    is_of_one = match[0].endswith("s") or " " in match[0]
    is_past = match[0] == "forecast" and _OBJECT.begins(clause, match.end())
    return not is_of_one and not is_past and _AFTER_A.is_in(before)


_FINITE = frozenset(
    "took went came did gave saw began wrote spoke broke fell rose drove flew grew knew threw wore "
    "drew ate chose forgot hid rode rang sang shook got became was were did had".split()
)
"""Verbs whose past is no participle."""
_OF_PARTICIPLES = (Tense.DONE, Tense.DECIDED, Tense.HOPED)


def _is_of_noun(clause: str, match: re.Match[str], last_end: int) -> bool:
    """Whether a participle tells of a noun, or is one; `last_end` is the end of the verb before.

    `a set of plans`, `new fixed lines`, `expects increased sales`.
    """
    before = clause[: match.start()]
    if match[0] in _FINITE:
        return False
    if _AFTER_ARTICLE.is_in(before):
        return True
    is_first = _BEFORE_NOUN.is_in(before) or match.start() == last_end + 1
    return is_first and _NOUN.begins(clause, match.end())


ARE_DONE = (Tense.DONE, Tense.DONE_NOW, Tense.GOING_ON)
ARE_OVER = (*ARE_DONE, Tense.DECIDED)


def tells_past(clause: str) -> bool:
    """Whether a clause has a verb in the past.

    >>> tells_past("The bridge closed in March."), tells_past("The bridge is closed in March.")
    (True, False)
    """
    return any(it.tense in ARE_OVER for it in verbs_of(clause))
