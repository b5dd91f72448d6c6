"""What a form of a cue is, and the patterns that several of them share."""

import re
from typing import Literal, NamedTuple

from claim_tracker.drafting.patterns import Pattern, any_of, not_after
from claim_tracker.drafting.words import A_PARTICIPLE, BEFORE_NOUN, DETERMINER

Kind = Literal["commitment", "prediction", "fact"]

Strength = Literal["firm", "backed", "measured", "past", "timed", "scheduled"]
"""What a cue needs to make a claim. A `firm` one needs nothing; a `backed` one a time, a figure or
a speaker; a `measured` one a time or a figure; a `past` one, of what was expected, a time; a
`timed` one a time that has days or is said to come. So does a `scheduled` one, a verb in the
present, which counts where there is no other."""


class CueForm(NamedTuple):
    """A form of a cue: a sentence that has it, its pattern, and what it tells."""

    example: str
    pattern: Pattern
    strength: Strength
    kind: Kind = "commitment"


def form(
    example: str, words: str, strength: Strength, *, before: str = "", after: str = ""
) -> CueForm:
    """Return the form of one of some words, as `any_of` reads them, between two patterns."""
    needs = " ".join(_FIRST_WORD.findall(words.lower()))
    pattern = rf"{before}(?<![\w-]){any_of(words)}(?![\w-]){after}"
    return CueForm(example, Pattern(pattern, needs), strength)


_FIRST_WORD = re.compile(r"(?:(?<![^ ])|(?<=_\)))[a-z]+(?:'[a-z]+)?")
"""The first word of each alternative, behind what may not or has to stand before it."""

BE = r"(?:(?<![\w-])(?:is|are|am|was|were|be|being)|'s|'re|'m)"

ADVERB = (
    rf"(?: (?:{any_of('also now still already currently not then all both only due')}|"
    "(?!likely|unlikely|ally |family)[a-z]+ly)){0,2}"
)

BE_SO = rf"(?:{BE}{ADVERB} )"

IS_SO = rf"(?:(?:(?<![\w-])(?:is|are|am)|'s|'re|'m){ADVERB} \"?)"

TO_DO = r'(?= (?:not )?to "?[a-z])'

NOT_DONE = rf"(?!(?: not| well)? have (?:{A_PARTICIPLE})\b)"
"""What is no guess of the past: `It may have closed.`"""

NOT_DENIED = "(?<!n't )" + not_after("not never")

SET = "set due scheduled slated poised on_track on_course"

FORESEEN = "expected projected forecast predicted estimated anticipated seen foreseen tipped"

IS_HAPPENING = (
    "facing opening closing starting beginning leaving moving coming launching returning holding "
    "hosting meeting ending cutting taking bringing switching introducing raising building "
    "planning targeting working_toward working_towards preparing releasing publishing adding "
    "stepping retiring joining heading travelling flying shutting scrapping phasing replacing "
    "delaying extending voting going_into_effect"
)

NO_NOUN = rf"(?! to {DETERMINER}\b)"
"""What is no verb behind `to`: `due to its size`."""

BEFORE_NO_VERB = f"{BEFORE_NOUN} to The A An This"
"""What stands before the name of an event, which is no verb: `the report`."""
