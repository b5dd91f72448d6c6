"""The words that the rules of drafting share, and the patterns of these."""

import re

from claim_tracker.dates.words import MONTHS, NUMBER, SEASONS, WEEKDAYS
from claim_tracker.drafting.patterns import any_of, forms_of

OWN = "(?:its|their|his|her)"
DETERMINER = "(?:an?|the|its|their|his|her)"
"""What stands before a noun."""
BEFORE_NOUN = "the a an of for this its his her their our any no each every"
"""What a word stands behind that is a noun there, though it may be a verb: `the report`."""

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
AFTER_WHO_SAID = "(?<= {5})"
"""The pattern of a place that stands right behind it."""
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
    "slept slid stole swore understood woke forgot drank sought dug overcame undertook clung "
    "crept forbade overtook oversaw rebuilt retook shrank spun sprang stuck swam swung withheld "
    "upheld didn't couldn't wasn't weren't hadn't"
)
_NO_PASTS = (
    "need seed feed speed indeed breed bleed exceed proceed succeed hundred hatred naked sacred "
    "wicked weed greed steed"
)
A_PAST = rf"(?:{any_of(IRREGULAR_PASTS)}|(?!{any_of(_NO_PASTS)}\b)[a-z]{{2,}}ed)"
"""The pattern of a verb in the past."""
ONLY_PARTICIPLES = (
    "begun broken chosen done drawn driven eaten fallen flown given gone grown known risen seen "
    "shown shrunk spoken stolen taken thrown torn worn written"
)
"""Participles that are no past tense: `a film taken in May`."""
_PARTICIPLES = f"{ONLY_PARTICIPLES} been become come cut hit put run set"
A_PARTICIPLE = rf"{any_of(_PARTICIPLES)}|{A_PAST}"
"""The pattern of a participle of the past."""
OF_PEOPLE = (
    "died killed dead wounded injured hospitali[sz]ed displaced evacuated missing fled "
    "lost_their_(?:jobs|lives|homes)"
)
"""What befalls people alone, who need not be named: `More than 40 have lost their jobs`."""
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
THAT_IT_BE = (
    rf" that (?:(?!{any_of(f'{MODALS} to')} )[\w'.-]+ ){{1,9}}?"
    r"(?:be [a-z]+|must )"
)
"""The pattern of what is ruled or asked for: ` that the papers be filed`."""
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
    "kicks_off kick_off gets_under_way get_under_way picks_up pick_up wraps_up wrap_up comes_out "
    "come_out"
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
