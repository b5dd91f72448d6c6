"""The words that the rules of drafting share, and how patterns are made of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Generic, Protocol, TypeVar

from claim_tracker.dates.words import MONTHS, NUMBER, SEASONS, WEEKDAYS

_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'"}
    | {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'}
    | {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-"}
    | {"\u00a0": " ", "\u202f": " ", "\u2009": " "}
)


def straight(text: str) -> str:
    """Return a text with straight quotation marks, hyphens for dashes and plain spaces.

    So is the full stop of a shortened month before its day (`Dec.5`). The text has the same length,
    so that a position in one is the same in the other.
    """
    return _DAY_CLOSE_BY.sub(" ", text.translate(_STRAIGHT))


_DAY_CLOSE_BY = re.compile(
    r"(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.(?=[0-3]?\d\b)"
)


def stands_in(words: str, text: str) -> bool:
    """Whether some words stand in a text as whole words.

    >>> stands_in("may", "in may"), stands_in("may", "the mayor")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def any_of(words: str) -> str:
    """Return the pattern of one of some words, divided by white space; `_` stands for a space.

    >>> any_of("by no_later_than")
    '(?:by|no later than)'
    """
    return f"(?:{'|'.join(words.split())})".replace("_", " ")


def either_case(words: str) -> str:
    """Return the pattern of one of some words, with or without a capital.

    >>> either_case("some about")
    '(?:[sS]ome|[aA]bout)'
    """
    return any_of(" ".join(f"[{it[0]}{it[0].upper()}]{it[1:]}" for it in words.split()))


def forms_of(verbs: str, endings: str = "s ed ing") -> str:
    """Return regular verbs and their forms with some endings, divided by spaces.

    >>> forms_of("aim hope carry plan", "s ed")
    'aim aims aimed hope hopes hoped carry carries carried plan plans planned'
    """
    return " ".join(
        form
        for verb in verbs.split()
        for form in (verb, *(_with_ending(verb, ending) for ending in endings.split()))
    )


_DOUBLED = frozenset(
    "admit commit drop plan scrap shut slip step stop submit cut set hit put run".split()
)
"""Verbs whose last letter is doubled: `planned`, `cutting`."""


def _with_ending(verb: str, ending: str) -> str:
    if ending == "s":
        if verb.endswith(("s", "sh", "ch", "x", "o")):
            return f"{verb}es"
        return re.sub("(?<![aeiou])y$", "ie", verb) + "s"
    if ending == "ed":
        verb = re.sub("(?<![aeiou])y$", "i", verb)
    if verb in _DOUBLED:
        return verb + verb[-1] + ending
    return re.sub("e$" if ending == "ed" else "(?<!e)e$", "", verb) + ending


class Pattern:
    """A regular expression that is compiled when it is first used.

    `needs` are words, in lower case, one of which stands in whatever it fits: it is not tried on
    a text that has none of them.
    """

    def __init__(self, source: str, needs: str = "") -> None:
        self.source = source
        self.needs = frozenset(needs.split())

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def may_fit(self, words: frozenset[str]) -> bool:
        """Whether a text with some words may have what the pattern fits."""
        return not self.needs or not self.needs.isdisjoint(words)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a character of a text."""
        return self._compiled.match(text, at)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the first match in a text, from a character on."""
        return self._compiled.search(text, at)

    def is_in(self, text: str, at: int = 0) -> bool:
        """Whether a text has a match, from a character on."""
        return self._compiled.search(text, at) is not None

    def begins(self, text: str, at: int = 0) -> bool:
        """Whether a match begins at a character of a text."""
        return self._compiled.match(text, at) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text, in its order."""
        return self._compiled.finditer(text)

    def sub(self, by: str, text: str) -> str:
        """Return a text with its matches replaced."""
        return self._compiled.sub(by, text)


def word_pattern(words: str) -> Pattern:
    """Return the pattern of one of some whole words, as `any_of` reads them."""
    return Pattern(rf"(?<![\w-]){any_of(words)}(?![\w-])")


class HasPattern(Protocol):
    """A row of a table of rules."""

    @property
    def pattern(self) -> Pattern: ...


Rule = TypeVar("Rule", bound=HasPattern)


class Rules(Generic[Rule]):
    """A table of rules, of which only those are tried that may fit the words of a text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._by_word: dict[str, list[int]] = {}
        self._always = [n for n, rule in enumerate(rules) if not rule.pattern.needs]
        for number, rule in enumerate(rules):
            for word in rule.pattern.needs:
                self._by_word.setdefault(word, []).append(number)

    def for_words(self, words: frozenset[str]) -> list[Rule]:
        """Return the rules that may fit a text with some words, in the order of the table."""
        numbers = {*self._always}
        for word in words & self._by_word.keys():
            numbers.update(self._by_word[word])
        return [self._rules[number] for number in sorted(numbers)]


_WORD = re.compile("[a-z]+(?:'[a-z]+)?")


@lru_cache(maxsize=16)  # several rules ask of the same sentence
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def uncapitalised(text: str) -> str:
    """Return a text with small words in lower case that begin a sentence or a quote, and seasons.

    >>> uncapitalised('By June, he said, "In May it will be done."')
    'by June, he said, "in May it will be done."'
    """
    return _BEGINNING.sub(lambda match: match[0].lower(), text)


_SMALL_WORDS = (
    "about around as at before beginning between by come during early effective eventually for "
    "from in late later mid next no not on once over shortly soon starting the this through "
    "throughout till today tomorrow tonight until up we'll they'll it'll he'll she'll within"
)
_CAPITALISED = any_of(" ".join(word[0].upper() + word[1:] for word in _SMALL_WORDS.split()))
_NAMED_SEASON = any_of(" ".join(it.capitalize() for it in SEASONS))
_BEGINNING = re.compile(
    rf"{_NAMED_SEASON}(?= (?:of )?(?:19|20)\d\d\b)|\b(?:TODAY|TONIGHT|TOMORROW)\b|"
    rf"(?:^|(?<=[\"'(:])|(?<=[-:\"] )){_CAPITALISED}(?![\w'])"
)

OWN = "(?:its|their|his|her)"
DETERMINER = "(?:an?|the|its|their|his|her)"
"""What stands before a noun."""

LINKS = (
    "However Meanwhile Moreover Instead Still Then Additionally Nevertheless Nonetheless Further "
    "Furthermore Besides Similarly Likewise Consequently Indeed Overall Thus Hence Therefore"
)
"""Adverbs that link a sentence to the one before, and name nobody: `However, it said`."""

# Times

_MONTH_NAMES = [name.capitalize() for name in MONTHS]
_SHORT_MONTHS = "|".join(["Sept", *(it[:3] for it in _MONTH_NAMES)])
MONTH = any_of(" ".join([*_MONTH_NAMES, rf"(?:{_SHORT_MONTHS})\b(?!-a-)(?:_\.(?=_\d)|\.)?"]))
WEEKDAY = any_of(
    " ".join(WEEKDAYS) + r" (?:Mon|Tues?|Wed|Thurs?|Thu|Fri|(?:Sat|Sun)(?=\.,?_[A-Z\d]))\."
)
WHO_SAID = " {5,}"
"""What stands in the place of the words that say who said a sentence: at least so many spaces."""
DATE = rf"(?:{MONTH} \d\d?|\d\d?(?:st|nd|rd|th)?(?: of)? {MONTH})"
"""The pattern of a day of a month, whatever its number: `June 3`, `3rd of June`."""
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?:18|19|20|21)\d\d(?![\d%]|[.,]\d)"
SEASON = any_of(" ".join(SEASONS))
COUNT = any_of(re.sub(r"\((?!\?)", "(?:", NUMBER).replace(" ", "_") + " a_couple_of a_dozen")
UNITS = "hour day week fortnight month quarter year decade"
UNIT = any_of(UNITS)
UNIT_NEEDS = " ".join(f"{unit} {unit}s" for unit in UNITS.split())

# Verbs

MODALS = "will would won't shall should can could may might must"
BE = "is are was were"
AUXILIARIES = f"{MODALS} {BE} has have had does do did"
IRREGULAR_PASTS = (
    "arose ate awoke bid beat became began blew bore bought bound broke brought built came cast "
    "caught chose dealt did died drew drove fed fell felt flew fought found froze gave got grew "
    "had heard held hit hurt kept knew led left lost made met put ran rose said sank sat saw sent "
    "shot showed sold spent spoke stood struck swept taught thought threw told took tore was went "
    "were withdrew won wore wrote overthrew laid paid lent hid hung lit rode rang sang shook "
    "slept slid stole swore understood woke forgot drank sought dug overcame undertook didn't "
    "couldn't wasn't weren't hadn't"
)
_NO_PASTS = (
    "need seed feed speed indeed breed bleed exceed proceed succeed hundred hatred naked sacred "
    "wicked"
)
A_PAST = rf"(?:{any_of(IRREGULAR_PASTS)}|(?!{any_of(_NO_PASTS)}\b)[a-z]{{2,}}ed)"
"""The pattern of a verb in the past."""
SPOKE = "promised pledged vowed said told announced agreed decided"
"""Verbs of saying and deciding, in the past."""
DEEDS = (
    "attack attacks fight defeat win victory draw loss crash bombing explosion blast shooting raid "
    "arrest arrests announcement ruling verdict decision killing killings clashes"
)
"""Nouns of what was done, so that a time beside one is over: `Friday's attack`."""
EVENTS = (
    "ceasefire cease-fire truce election elections referendum vote by-election by-elections strike "
    "walkout summit conference curfew lockdown lockout boycott rally march protest shutdown holiday"
)
AN_EVENT_SET = (
    rf" (?:(?:on )?{WEEKDAY} )?(?:an? |the |its )?(?:[a-z\d-]+ ){{0,2}}{any_of(EVENTS)}\b"
)
"""The pattern of an event that somebody announces for a day: ` a two-day strike`."""
TO_VERB = "to(?!_(?:the|a|an|its|his|her|their|some|up)\\b|_[^a-z])"
"""The `to` of a verb, and not that of a place."""
SAYS = (
    "say says said tell tells told warn warns warned write writes wrote think thinks believe "
    "believes understands reckons shows showed pointed_out made_clear made_it_clear makes_clear "
    "makes_it_clear noted revealed stated "
    "declared claimed acknowledged reiterated maintained indicated hinted disclosed tweeted "
    "assured assures reminded reminds concluded testified continued(?!_to\\b) cautioned "
    "repeated remarked recalled reported joked responded replied observed underlined informed "
    "briefed stressed signalled worry(?=_that\\b) worries(?=_that\\b) "
    "complained(?=_that\\b) complains(?=_that\\b) contended spelled_out spells_out "
    "claims(?=_(?:that|the|its?|they|he|she)\\b) projects(?=_that\\b) found(?=_that\\b) "
    "finds(?=_that\\b) teased(?=_that\\b) answered(?=_that\\b) assumes(?=_that\\b) "
    "fear(?=_that\\b) mentioned(?=_that\\b) shared(?=_that\\b) is_hopeful(?=_that\\b) "
    "is_confident(?=_that\\b) is_optimistic(?=_that\\b) is_worried(?=_that\\b) opined stresses "
    "(?<=statement_)read (?<=letter_)read (?<=message_)read "
    "expressed_(?:confidence|hope|optimism)(?=_that\\b) "
    "exuded_confidence(?=_that\\b) (?<=,_)estimates(?=_[A-Z]) "
    + forms_of(
        "add insist confirm explain argue admit suggest announce affirm assert emphasise emphasize "
        "highlight underscore",
        "s ed",
    )
)
"""Verbs of saying, in the forms that tell of what somebody said."""
PROJECTS = "(?<=scenario_)projects (?<=model_)projects (?<=report_)projects (?<=study_)projects"
"""`projects` as a verb, after what foretells."""
FORETELLS = forms_of("forecast predict estimate expect anticipate foresee", "s")
PROMISES = forms_of("pledge promise vow commit", "s ed ing")
PLANS = forms_of("plan aim intend seek hope want propose", "s ing")
ORDERS = forms_of("order demand urge ask call instruct direct", "s ed")
MOVED = (
    "postponed delayed put_off put_back moved pushed_back brought_forward deferred extended "
    "rescheduled shifted adjourned"
)
"""What was done to a day that is another one now."""
CALLED_OFF = "cancelled canceled called_off scrapped suspended"
"""What was done to a plan that has no day any more."""
TAKES_PLACE = (
    "takes_effect take_effect takes_place take_place goes_on_sale go_on_sale goes_live go_live "
    "kicks_off kick_off gets_under_way get_under_way picks_up pick_up wraps_up wrap_up"
)
HAPPENS = (
    forms_of(
        "begin start open close end expire resume return launch meet arrive leave depart vote hold "
        "host face become lapse change move reopen follow retire appear play travel visit conclude "
        "complete finish unveil publish report release rise drop fall increase apply need go run "
        "bring include feature perform premiere continue",
        "s",
    )
    + f" {TAKES_PLACE} takes_over take_over takes_up comes_into come_into enters_into steps_down "
    "step_down sets_off sets_out has_until have_until heads_to head_to "
    "heads_into head_into"
)
"""Verbs that tell in the present of what is scheduled: `The fair opens in May`."""

# What may stand between a sign and a time

COMES = " ".join(verb for verb in HAPPENS.split() if verb.endswith("s"))
"""Verbs that tell in the present of what is scheduled, of one thing: `it opens`."""
_WHO_DID = rf"(?:that|which|who)(?: [\w'-]+){{0,3}}? {any_of('was were had has have would could')}"
_CONJUNCTIONS = "but when while after since until unless if because instead though although pending"
_AND_DOES = (
    rf"and (?:(?:[a-z]+ )?(?:{A_PAST}|set|cut|let)|{any_of(HAPPENS)}|"
    rf"[a-z]+s {any_of('a an the its his her to that')})"
)
NO_OTHER_VERB = (
    rf"(?:\b{_WHO_DID}\b|"
    rf"(?!\b{any_of(f'{AUXILIARIES} {PLANS} {FORETELLS} {COMES} {_CONJUNCTIONS} cannot')}\b|"
    rf"n't\b|'ll\b|\b{_AND_DOES}\b)[^,;.])*"
)
"""The pattern of what goes on without a verb of another clause than one that tells of the past.

So a sign does not reach over the verb to which a time belongs: `He was hurt in a fire at home and
will be back in June`.
"""
NO_OTHER_CLAUSE = (
    rf"(?:(?!\b(?:and|but|who) (?:(?:it|he|she|they|we|the [a-z]+) )?"
    rf"(?:{any_of(f'{AUXILIARIES} {PLANS} {FORETELLS}')}|{A_PAST})\b)[^,;.])*"
)
"""The pattern of what goes on to the end of a clause, whatever its verb: `that it will open in`."""
