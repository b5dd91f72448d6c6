"""The words that tell when, where and on which occasion somebody said something."""

from claim_tracker.drafting.patterns import Pattern, any_of, either_case
from claim_tracker.drafting.words import AUXILIARIES, COMES, DATE, MONTH, WEEKDAY

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
CIRCUMSTANCES = Pattern(
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
