"""The words that tell when, where, to whom and on which occasion somebody said something."""

from claim_tracker.drafting.patterns import Pattern, any_of, either_case
from claim_tracker.drafting.words import (
    AUXILIARIES,
    COMES,
    DATE,
    DETERMINER,
    MODALS,
    MONTH,
    WEEKDAY,
)

DAY = (
    rf"(?:(?:{any_of('on late_on early_on later_on earlier_on late early earlier')} )?"
    rf"(?:{WEEKDAY}|today|yesterday|{DATE})"
    rf"(?: (?:morning|afternoon|evening|night))?|"
    rf"{any_of('this_week last_week earlier_this_week this_month last_month last_year earlier')}|"
    r"(?:(?:at|over) )?the weekend)"
)
"""The day of saying: `on Tuesday`."""
_WHERE = "in at during to through via from after by on following outside speaking before"
_OCCASIONS = (
    "statement interview filing e-?mail report briefing conference letter post posting speech "
    "hearing note meeting tweet release memo video message address radio television blog reply "
    "response remarks comments testimony evidence court parliament phone X Facebook Telegram "
    "Twitter update presentation visit ruling judgment order newsletter call bulletin study paper "
    "forecast outlook results announcement documents? event headquarters ceremony summit forum "
    "session site "
    "website tour press(?!_(?:conference|briefing|release|statement))"
)
_MADE_KNOWN = "issued released published posted sent filed dated"
OCCASION = (
    rf"{any_of(_WHERE)} (?:(?!that\b)[\w'.&-]+ ){{0,6}}?{any_of(_OCCASIONS)}"
    rf"(?: {any_of(_MADE_KNOWN)}(?= {DAY}))?(?= |,|\.|;|\"|$)"
)
"""Where somebody said it: `in a statement`."""
_OF_PAPER = r"(?: (?:with|to|by) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})?"
_PLACE = rf"(?:in|at|from) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){{0,4}}(?= {DAY}|[,.]|$)"
_NEXT_OCCASION = (
    rf"(?:before|after|ahead of|following|at|in) (?:{WEEKDAY}|today|tomorrow)'s [\w'-]+"
    r"(?: (?:to|of|with|against|in|at) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)*)?(?=[,.;\"]|$)"
)
"""Another occasion beside it: `ahead of Saturday's visit to Calder`."""
_CIRCUMSTANCES = Pattern(
    rf"(?:,? (?:{DAY}|{OCCASION}{_OF_PAPER}|{_NEXT_OCCASION}|here|{_PLACE})){{0,4}}"
)
_OPENS_OCCASION = (
    "in at on during after following before with from over late early earlier just shortly "
    "speaking writing addressing briefing hours_after days_after prior_to ahead_of"
)
OPENING_WITH_DAY = (
    rf"(?:{either_case(_OPENS_OCCASION)}) "
    rf"(?:(?!{any_of(AUXILIARIES)}\b)[\w'.&-]+,? ){{0,10}}?{DAY},?"
)
"""What tells of the occasion of saying, up to its day: `In a speech to unions on Monday`."""
LEAD_IN = Pattern(
    rf"\W{{0,2}}(?:{any_of('however meanwhile but and still yet later')},? )?"
    r"(?:(?:speaking|asked|writing)(?: to [^,]{2,40}?)? ?)?"
    rf"(?:(?:{DAY}|in {MONTH}|in [A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}|{OCCASION}{_OF_PAPER}|"
    rf"dated {MONTH} \d\d?)[ ,]{{0,2}}){{1,4}}$|"
    rf"{OPENING_WITH_DAY}(?:(?:'s)? (?:(?!\b{any_of(f'{AUXILIARIES} {COMES}')}\b)[^,]){{2,90}},)? $"
)
"""What stands before who said it: `In an interview on Friday, she said`."""
_OPENS_CIRCUMSTANCE = (
    "to_(?:[a-z]+s\\b|the|a|an|his|her|its|[A-Z]) at(?!_(?:least|most)\\b) in on during after "
    "before while when where shortly moments minutes hours days soon "
    "just(?!_(?:over|under|\\d)) following from with via through outside inside "
    "alongside beside ahead_of late early earlier as"
)
_NO_CIRCUMSTANCE = f"{MODALS} is are set due expected scheduled slated planned plans until by that"
_REST_OF_SAYING = Pattern(
    rf"(?:,? (?!{any_of(_NO_CIRCUMSTANCE + ' adding noting saying telling and but which who')}\b)"
    rf"[\w'.&\u20ac$/-]+?){{1,20}}?,? {DAY}(?=\.?$)|"
    rf"(?: (?!{any_of(_NO_CIRCUMSTANCE)}\b)[\w'.&\u20ac$/-]+?){{1,20}}?(?=[,;:\"]|\.?$|,? that\b)"
)
"""Where, to whom and when somebody said it, up to the next clause."""
HAS_CIRCUMSTANCE = Pattern(f" {any_of(_OPENS_CIRCUMSTANCE)}\\b")
_UP_TO_DAY = (
    rf" {any_of(_OPENS_CIRCUMSTANCE)}(?: (?!{any_of(_NO_CIRCUMSTANCE)}\b)[\w'.&-]+){{1,12}}?"
    rf" {DAY}"
)
_THAT_AFTER = Pattern(rf"{_UP_TO_DAY} that\b")
"""What stands between a verb of saying and `that`, with the day of it."""
_PRONOUN_AFTER = Pattern(rf"{_UP_TO_DAY}(?= (?:he|she|it|they|we|I) )")
"""The same where `that` is left out: `told reporters beside Bell on Monday he will go`."""
_HEARER_WORD = rf"(?!{any_of(_NO_CIRCUMSTANCE + ' he she it they we I')}\b)[\w'.&-]+"
_AFTER_PREPOSITION = "|".join(f"(?<= {it} )" for it in "of and in at on for with from to".split())
HEARER_BEFORE_THAT = Pattern(
    rf" {_HEARER_WORD}(?: (?:(?!{DETERMINER}\b)|{_AFTER_PREPOSITION}){_HEARER_WORD}){{0,7}}?"
    r"(?:, [^,;:\"]{3,60},)?(?= that\b(?! ?[.,;]))"
)
"""To whom somebody said it, in whatever words: `told the members of the assembly that`."""


def end_of_saying(text: str, at: int) -> int:
    """Return where the day and the occasion end that follow at a character."""
    match = _CIRCUMSTANCES.match(text, at)
    return match.end() if match is not None else at


def end_of_circumstance(text: str, at: int, *, may_go_on: bool) -> int:
    """Return where the words end that tell where and to whom somebody said it.

    Where it may not go on they count only up to a day and `that`, or up to a day and a pronoun.
    """
    up_to_day = _PRONOUN_AFTER.match(text, at)
    if up_to_day is not None:
        return up_to_day.end()
    if not may_go_on and not _THAT_AFTER.begins(text, at):
        return at
    rest = _REST_OF_SAYING.match(text, at)
    return rest.end() if rest is not None else at
