"""The cues in a sentence by which it promises, plans or foresees something."""

from typing import NamedTuple

from claim_tracker.drafting.cues.commitments import COMMITMENTS
from claim_tracker.drafting.cues.decisions import DECISIONS
from claim_tracker.drafting.cues.form import FORESEEN, SET, Kind, Strength
from claim_tracker.drafting.cues.given_up import GIVEN_UP
from claim_tracker.drafting.cues.passing import InPassing
from claim_tracker.drafting.cues.predictions import IS_FORMED, PREDICTIONS
from claim_tracker.drafting.patterns import Pattern, Rules, any_of, forms_of
from claim_tracker.drafting.plain import uncapitalised, words_of
from claim_tracker.drafting.words import WHO_SAID


class Cue(NamedTuple):
    """A cue in a sentence, from one character to another, the end exclusive."""

    text: str
    start: int
    end: int
    kind: Kind
    strength: Strength


CUE_RULES = Rules((*COMMITMENTS, *DECISIONS, *PREDICTIONS, IS_FORMED))
"""The forms of cues. Of those in a sentence, the strongest counts; of these, the first."""
_REPORTED = Pattern(WHO_SAID)
_TOLD = "said says saying told telling " + forms_of(
    "promise pledge insist vow warn indicate acknowledge announce confirm reveal suggest claim"
)
_IS_TOLD = Pattern(
    rf"\b{any_of(_TOLD)}\b[^.;]{{0,60}} would\b|"
    r"\b[Uu]nder (?:the|its|their|an?|terms|[A-Z])|"
    r"\b(?:agreed (?!that)|call(?:s|ed) for |unveiled )[^.;]{0,200}"
    r"\b(?:that|which)(?:, if [a-z]+,)? would\b",
    "would",
)
"""What tells a `would` within a sentence: `He left, saying he would stay`, `Under the plan, it`."""
_IF = Pattern(
    r"(?:(?:^|(?<!to do)(?<!happens)(?<!happen)(?<!check)(?<!see)\W)[Ii]f|"
    r"(?:^|[,;:\"(-] ?)(?:[Ww]ere|[Hh]ad|[Ss]hould)) "
    rf"(?:{any_of('the he she it they we you I talks that this there no any')}\b|[A-Z])"
    r"(?![^,.;]{0,40}\b(?:is|are|has|does)\b)|"
    r"(?:^|[,;\"] |\b[Bb]ut )[Ff]or [^,;]{2,60} to [a-z][^,;]{0,99}, [^,;]{2,40} would have to\b",
    "if were had should for",
)
"""A condition of what is not so, beside which `would` tells of nothing to come."""
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
    is_conditional = _IF.fits(text, words)
    is_told = _REPORTED.is_in(text)
    is_would_told = is_told or _IS_TOLD.fits(text, words)
    in_passing = InPassing(text, words, is_told=is_told)
    may_be_past = not is_told and _WAS_EXPECTED.may_fit(words)
    found = []
    for form in CUE_RULES.for_words(words):
        for match in form.pattern.finditer(text):
            is_gone = any(start < match.end() and match.start() < end for start, end in given_up)
            if not is_gone and not (is_conditional and match[0] == "would"):
                strength = form.strength
                if strength != "scheduled" and in_passing.has(*match.span()):
                    strength = "timed"
                elif strength in ("firm", "backed") and (
                    in_passing.goes_on(match.end()) or (match[0] == "would" and not is_would_told)
                ):
                    strength = "measured"
                elif may_be_past and _WAS_EXPECTED.is_in(text[: match.end()]):
                    strength = "past"
                found.append(Cue(match[0].strip(), match.start(), match.end(), form.kind, strength))
    return sorted(found, key=lambda cue: (cue.start, -cue.end))[:_MOST_CUES]
