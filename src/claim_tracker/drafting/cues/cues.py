"""The cues in a sentence by which it promises, plans or foresees something."""

from typing import NamedTuple

from claim_tracker.drafting.cues.commitments import COMMITMENTS
from claim_tracker.drafting.cues.form import FORESEEN, SET, Kind, Strength, not_after
from claim_tracker.drafting.cues.given_up import GIVEN_UP
from claim_tracker.drafting.cues.predictions import IS_FORMED, PREDICTIONS
from claim_tracker.drafting.tense import A_PARTICIPLE
from claim_tracker.drafting.words import (
    DETERMINER,
    WHO_SAID,
    Pattern,
    Rules,
    any_of,
    either_case,
    uncapitalised,
    words_of,
)


class Cue(NamedTuple):
    """A cue in a sentence, from one character to another, the end exclusive."""

    text: str
    start: int
    end: int
    kind: Kind
    strength: Strength


CUE_FORMS = (*COMMITMENTS, *PREDICTIONS, IS_FORMED)
"""The forms of cues. Of those in a sentence, the strongest counts; of these, the first."""
_RULES = Rules(CUE_FORMS)
_TOLD = Pattern(WHO_SAID)
_IF = Pattern(
    r"(?:(?:^|(?<!to do)(?<!happens)(?<!happen)\W)[Ii]f|"
    r"(?:^|[,;:\"(-] ?)(?:[Ww]ere|[Hh]ad|[Ss]hould)) "
    rf"(?:{any_of('the he she it they we you I talks that this there no any')}\b|[A-Z])"
    r"(?![^,.;]{0,40}\b(?:is|are|has|does)\b)|"
    r"(?:^|[,;\"] |\b[Bb]ut )[Ff]or [^,;]{2,60} to [a-z][^,;]{0,99}, [^,;]{2,40} would have to\b",
    "if were had should for",
)
"""A condition of what is not so, beside which `would` tells of nothing to come."""
_ASKED = Pattern(
    r"\b(?:[Ww]hether|[Ww]hat|[Hh]ow|[Ww]hy|"
    r"(?:sure|know|see|ask|asked|wonder|decide|unclear|or) if|"
    r"(?:sure|unsure|unclear|uncertain|know|knows|knowing|to|for) (?:who|when|where|which)) "
    r"[^,.;\"]{0,50}$",
    "whether what how why if who when where which",
)
"""What is asked, and not told: `whether it will open`."""
_WAYS = "ways? challenges? part most thing job purpose here what"
"""What tells of itself by `is to`, though other words stand between: `Part of it is to wait`."""
_IN_PASSING = Pattern(
    r"\bas part of [^,.;]*\bplans?$|"
    rf"\b(?:under|around|against) {DETERMINER} [^,.;]{{0,40}}\bplans?$|"
    r"\bhad (?:said|told [a-z]+|warned|promised|vowed|pledged|threatened) [^,.;\"]*$|"
    r"\b(?:rejected|refused|vetoed|blocked|turned down|threw out) [^,.;]* (?:that|which) \w+$|"
    r"\"[^\"]*\b(?:was|were) (?:[a-z]+ )?going to$|"
    r"\b[Ii]f you (?:only )?will$|\bbecause (?!of\b)[^,.;]*$|"
    r"\bbecause of (?:(?! and (?:is|are|was|were|has|have|will|would)\b| - )[^,.;])*$|"
    r"\b[Ii]f (?:I|we) [^.;]*, then (?:I|we)(?:'ll| will)$|"
    rf"{not_after('look looks looked feel feels seem seems sound sounds')}\blike "
    r"(?:I'm|(?:you|we|they)(?:'re| are)|(?:he|she|it)(?:'s| is)) [^,.;]*$|"
    r"\b(?:(?:for|of|on|with) (?:[a-z-]+ )?[a-z]+s|lead) (?:they|he|she|it|we) would(?:n't)?$|"
    r"\b(?:as|so|so that) (?:I|he|she|it|we|they|you) (?:could|won't|will not|wouldn't)$|"
    r"\b(?:heard|seen|filmed|recorded|caught) (?:saying|telling|shouting|asking)\b.*$|"
    rf"\b(?:would|could|might) have (?:{A_PARTICIPLE})\b[^.;\"]* that \w+$|"
    r"\bthe (?:more|less|[a-z]+er) (?:you|they|we|it)(?:'re| are)? likely$|"
    r"\b(?:typically|usually|normally|generally|often|as a rule) [^,.;]{0,40}$|"
    r"\b(?:beat|top|miss|exceed|surpass)(?:s|ed|p?ing|ped|es)? (?:[A-Za-z']+ ){0,3}[a-z]+$|"
    r"\b(?:was|were) expecting$|\b(?:would|you) expect$|"
    rf"\b(?:{any_of('amid on over with of after facing despite by raising raised to and')} "
    rf"(?:[a-z]+ )?{any_of('fears concerns worries hopes alarm')}|complaints|speculation|worry) "
    rf"{any_of('that there the it they an?')} [^;.\"]*$|"
    r"\b(?:spen(?:t|ds?) (?:[\w'-]+ ){1,4}?|after |without )"
    r"(?:planning|seeking|hoping|aiming|intending|preparing)$|"
    r"\b(?:as|while) (?:[\w'-]+ ){1,3}?(?:seek|aim|hope|plan|intend|want|prepare|look)s?$|"
    r"[a-z](?<! of) (?:who|which) (?:[a-z]+ )?(?:will|would|won't)$|"
    r"\b(?:who|that|which) (?:[a-z]+ )?(?:seek|aim)s?$|"
    r"\b(?:more|less|most|least|as|equally) likely$|\b(?:[Bb]e|ma[dk]e|making) sure$|"
    r"\b(?:[Ii]f|[Uu]nless) (?:[\w'-]+ ){0,3}[\w-]+(?: is| are|'re|'s) going to$|"
    rf"\b{either_case(_WAYS)}\b[^,.;]*(?: is| are|'s) (?:[a-z]+ )?to$|"
    r"\b(?:is|are|was) an? (?:[\w'-]+ ){1,6}?(?:that|which|who) (?:will|would)$|"
    r"\b(?:not|n't) (?:make|made|have) (?:any )?plans$",
    "part under around against had was were heard seen filmed recorded caught have if when once "
    "because as so rejected refused vetoed blocked turned threw typically usually normally "
    "generally often rule likely beat beats beating top tops topped topping miss misses missed "
    "missing exceed exceeds exceeded surpass surpassed expect expecting plans complaints fears "
    "concerns worry worries worried alarm speculation hopes while is are spent spend spends after "
    "without who which like then would wouldn't seek seeks aim aims unless way ways challenge "
    "challenges most thing job purpose here here's what what's sure",
)
"""Background up to its cue: `as part of its plan`, `had said it would`, a habit, a scene."""
_TO_READER = Pattern(r"\b(?:[Ii]f|[Ww]hen|[Oo]nce) you\b[^.;]*$", "if when once")
"""What is advice where nobody is said to have told it: `If you sail, you will need it`."""
_COURTESIES = (
    "tell_you say_(?:this|that|it|so) say(?=_[\"']) see_(?:whether|if|what|how|where) "
    "leave_(?:you|it_at_that|it_there) be_honest be_frank be_clear"
)
_UNTOLD = (
    "say comment(?:ing)? speculat(?:e|ing) speak(?:ing)?_to elaborate get(?:ting)?_into "
    "go(?:ing)?_into discuss(?:ing)? rehash critici[sz](?:e|ing)"
)
"""What somebody says of what they do not say: `I am not going to speculate`."""
_PRAISE = (
    "appreciative grateful thankful helpful invaluable proud thrilled delighted happy glad "
    "honou?red (?:un)?impressed sorry OK okay wonderful remembered missed "
    "awesome interesting crazy great fun amazing beautiful nice better best wrong ironic essential "
    "unacceptable inappropriate (?:[a-z]+ly_)flawed"
)
_ASKING = "whether how what who when if"
_SYMBOLS = "reminder symbol testament tribute beacon inspiration milestone landmark"
_COURTESY = Pattern(
    rf"(?: {any_of('not also always never all just only forever')})* (?:{any_of(_COURTESIES)}|"
    rf"(?:(?<=n't )|(?<=not )|(?<=not going to ))(?:be )?{any_of(_UNTOLD)}|be {any_of(_ASKING)}|"
    rf"be (?:[a-z]+ly |so |very |always |more than )?{any_of(_PRAISE)}|"
    rf"(?:be|serve as|stand as) (?:an?|the|its) (?:[a-z]+ )?{any_of(_SYMBOLS)})\b"
)
"""What follows a cue in praise, in thanks, and in talk of the talking: `I will tell you that`."""
_WAS_EXPECTED = Pattern(
    rf"^[^\"]*\b(?:was|were) (?:[a-z]+ )?{any_of(f'{FORESEEN} {SET} going')}"
    r"(?: to)? ?$",
    "was were",
)
"""A past expectation, which needs a time where nobody is said to have told it."""
_MOST_CUES = 16
"""Cues of one sentence that are looked at."""


def cues_in(text: str) -> list[Cue]:
    """Return the cues of a sentence without those of a plan that was given up, in its order."""
    text = uncapitalised(text)
    words = words_of(text)
    given_up = []
    if GIVEN_UP.may_fit(words):
        given_up = [match.span() for match in GIVEN_UP.finditer(text)]
    is_conditional = _IF.may_fit(words) and _IF.is_in(text)
    is_told = _TOLD.is_in(text)
    may_ask, may_pass = _ASKED.may_fit(words), _IN_PASSING.may_fit(words)
    may_advise, may_be_past = (
        not is_told and it.may_fit(words) for it in (_TO_READER, _WAS_EXPECTED)
    )
    found = []
    for form in _RULES.for_words(words):
        for match in form.pattern.finditer(text):
            is_gone = any(start < match.end() and match.start() < end for start, end in given_up)
            if not is_gone and not (is_conditional and match[0] == "would"):
                strength = form.strength
                told = text[: match.end()]
                is_weak = (
                    (may_ask and _ASKED.is_in(text[: match.start()]))
                    or _COURTESY.begins(text, match.end())
                    or (may_pass and _IN_PASSING.is_in(told))
                    or (may_advise and _TO_READER.is_in(told))
                )
                if is_weak and strength != "scheduled":
                    strength = "timed"
                elif may_be_past and _WAS_EXPECTED.is_in(told):
                    strength = "past"
                found.append(Cue(match[0].strip(), match.start(), match.end(), form.kind, strength))
    return sorted(found, key=lambda cue: (cue.start, -cue.end))[:_MOST_CUES]
