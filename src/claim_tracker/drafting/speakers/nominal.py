"""How names are written, and whether some words name somebody who may say or plan something."""

from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import (
    A_PAST,
    AUXILIARIES,
    COUNT,
    DETERMINER,
    IRREGULAR_PASTS,
    LINKS,
    UNIT,
    WEEKDAY,
)

PARTICLES = "de da dos del van von der bin ibn al el bint di du la le"
"""Small words within the names of persons: `Maria de la Cruz`."""
_SMALL_IN_NAMES = f"{PARTICLES} of and & the for"
CAPITAL = "[A-Z\u00c0-\u00de\u0100-\u017f]"
IN_WORD = r"[\w\u00c0-\u017f'-]"
NAME = (
    rf"(?:{CAPITAL}[\w\u00c0-\u017f'.-]*(?: {any_of(_SMALL_IN_NAMES)}){{0,2}} ){{0,8}}"
    rf"{CAPITAL}{IN_WORD}*"
)
"""The pattern of the name of a person or a body."""
_PERSONS = (
    "the a an one two three four its his her their some several many multiple numerous both "
    "officials sources "
    "analysts experts people he she they it we him them"
)
_BY_TRADE = (
    "officials authorities police prosecutors investigators detectives campaigners activists "
    "critics residents witnesses researchers scientists doctors medics teachers unions ministers "
    "lawmakers lawyers attorneys organisers organizers economists analysts traders forecasters "
    "diplomats commanders leaders veterans rebels firefighters rescuers regulators aides "
    "executives representatives staff sources experts ministry_officials state_media local_media "
    "government"
)
"""Who speaks without an article: `police`, `city officials`."""
_NOMINAL = Pattern(
    rf"(?:(?:(?!la |le |the ){any_of(PARTICLES)} ){{0,2}}{CAPITAL}|"
    rf"{any_of(_PERSONS)}\b|(?:[a-z-]+ ){{0,2}}{any_of(_BY_TRADE)}\b|"
    rf"(?:[a-z-]+ )?{any_of('agency newspaper broadcaster daily')} [A-Z])"
)
_TITLE_AND_NAME = Pattern(
    r"(?:[a-z-]+ ){1,4}(?:(?:Dr|Prof|Col|Gen|Sgt|Capt)\.? )?(?:[A-Z][\w'.-]* ){1,3}[A-Z][\w'-]+$"
)
_SENTENCE_OPENINGS = (
    "In On At By For From Under After Before As If When While That This There What Who Which But "
    "And With To Of Not Outside Inside Asked Although Though Because Whatever Whether Since Until "
    "Unless Why How Here No Even Once Amid Despite Within Upon"
)
_PREPOSITIONS = (
    "after before during following under amid despite since until with within upon of to for by "
    "from in on at about against among between"
)
_NO_DAYS = "Today Yesterday Tomorrow Tonight (?:Each|Every)_(?:day|week|month|year)"
_NO_NOMINAL = Pattern(
    rf"(?:{any_of(_SENTENCE_OPENINGS)}|{any_of(_PREPOSITIONS)}|"
    rf"(?:[Mm]ore than |[Ll]ess than |[Jj]ust )?{COUNT} {UNIT}s? (?:after|before|later|ago|into)|"
    rf"(?:{WEEKDAY}|{any_of(_NO_DAYS)})(?=,|$| (?:morning|afternoon|evening|night))|"
    r"(?!Outgoing|Incoming|Acting|Beijing|Boeing)[A-Z][a-z]+ing(?= [a-z]))\b"
)
_TELLS = Pattern(
    rf" [a-z]{{3,}}(?:s|ed) (?:{any_of('the a an that its his her their good')}\b|{WEEKDAY}$)"
)
"""What tells of something, and names nobody: `The bank signalled Monday`, `The law makes good`."""
_UNFINISHED = Pattern(
    r"\b(?:to|of|for|in|on|with|by|be|the|an?|not|its|his|her|their|our|my|all|each)$|"
    r"(?<=\w )(?:who|that|which|what|whose|he|she|it|they|we|i|and|despite|having|once)$"
)
HAS_VERB = word_pattern(
    f"{AUXILIARIES.replace(' do ', ' (?<!to_)do ')} look looks seem seems appear appears intend "
    "intends plans_to aims wants expects sees hopes seeks said says shows "
    "opens starts begins ends closes"
)


def is_nominal(words: str) -> bool:
    """Whether some words may name somebody."""
    head = words.partition(", ")[0]
    return (
        not _TELLS.is_in(head)
        and (_NOMINAL.begins(words) or _TITLE_AND_NAME.begins(words))
        and not _NO_NOMINAL.begins(words)
        and not _UNFINISHED.is_in(head.lower())
        and not HAS_VERB.is_in(head)
    )


_NO_SPEAKER = Pattern(
    r"(?:I|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey) (?!and\b)[a-z]|[A-Z][a-z]+ed (?:by|with) |"
    r"(?:[Aa] few|[Jj]ust|[Mm]ore|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths)\b.*\b(?:after|before) |"
    r"(?:[A-Za-z]+ ){0,3}\d[\d.,]*(?:%| per ?cent)|"
    rf".* {WEEKDAY}$|[^,]*\b(?:of|for|in|under|by|to|with|on|at) which\b|"
    rf"(?:.* )?(?:[A-Z][\w'-]*,? )+(?:{A_PAST}$|{any_of(IRREGULAR_PASTS)} (?!by\b))|"
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
