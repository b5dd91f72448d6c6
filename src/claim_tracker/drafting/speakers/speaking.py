"""Whether some words name somebody who may say or plan something."""

from claim_tracker.drafting.speakers.names import is_nominal
from claim_tracker.drafting.words import (
    A_PAST,
    DETERMINER,
    IRREGULAR_PASTS,
    LINKS,
    WEEKDAY,
    Pattern,
    any_of,
)

_NO_SPEAKER = Pattern(
    r"(?:I|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey) (?!and\b)[a-z]|[A-Z][a-z]+ed (?:by|with) |"
    r"(?:[Aa] few|[Jj]ust|[Mm]ore|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths)\b.*\b(?:after|before) |"
    rf".* {WEEKDAY}$|(?:.* )?(?:[A-Z][\w'-]*,? )+(?:{A_PAST}$|{any_of(IRREGULAR_PASTS)} (?!by\b))|"
    r"(?:[Ww]ho|[Ww]hich|[Tt]hat|[Aa]nd|[Bb]ut|[Tt]here|[Ww]hat|[Nn]obody|[Ii]t is|[Tt]o|[Yy]ou|"
    r"[Tt]hose|[Tt]hese|"
    rf"First|Other|Such|New|Latest|Also|{any_of(LINKS)}|"
    r"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) \d.*|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our) (?:more|fewer) .*)$"
)
_EVENTS = (
    "spike surge jump rise fall drop increase decline slump shortage lack wave series string "
    "number range set leg outbreak storm blast explosion fire flood heatwave mix delay backlog "
    "rash flurry spate slowdown"
)
_EVENT = Pattern(
    rf"(?:[Aa]n?|[Tt]he|[Aa]nother) (?:[a-z-]+ ){{0,2}}{any_of(_EVENTS)}s? (?:in|of|at|on)\b"
)
"""What happens, and says nothing: `a spike in cases`."""
_WITH_OBJECT = Pattern(
    rf"(?<!who )\b[a-z]+ed (?:[a-z]+(?:ly|er) ){{0,2}}{DETERMINER} \w|"
    rf"(?<!who )\b{any_of(IRREGULAR_PASTS)} {DETERMINER} \w|\b[a-z]{{3,}}s (?:an?|the|why|how) \w|"
    r"\b(?:also|then) [a-z]+ed\b|n't\b|\b(?:[Ii]t|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|I|[Yy]ou)'"
)
"""What is no name, but has a verb: `the bank pegged the`, `it's a`."""
_MOST_WORDS = 24


def may_speak(named: str) -> bool:
    """Whether some words may name a speaker."""
    return (
        is_nominal(named)
        and not _NO_SPEAKER.begins(named)
        and not _EVENT.begins(named)
        and not _WITH_OBJECT.is_in(named.partition(", ")[0])
        and named.count(" ") < _MOST_WORDS
        and named.count("(") == named.count(")")
    )
