"""The forms of the cues by which a sentence promises, plans or foresees something."""

from typing import Literal, NamedTuple

from claim_tracker.drafting.words import (
    A_PAST,
    AN_EVENT_SET,
    COUNT,
    FORETELLS,
    HAPPENS,
    MONTH,
    ORDERS,
    PROMISES,
    UNIT,
    WEEKDAY,
    Pattern,
    any_of,
    forms_of,
)

Kind = Literal["commitment", "prediction", "fact"]
Strength = Literal["firm", "dated", "measured", "timed", "scheduled"]
"""What a cue needs to make a claim. A `firm` one needs nothing; a `dated` one a date, a figure or a
speaker; a `measured` one a date or a figure; a `timed` one a date. So does a `scheduled` one, a
verb in the present, which counts where there is no other."""


class CueForm(NamedTuple):
    """A form of a cue: a sentence that has it, its pattern, and what it tells."""

    example: str
    pattern: Pattern
    kind: Kind
    strength: Strength


WORDS = "<words>"
"""What stands for the words of a cue in the pattern of where they stand."""


def _form(example: str, words: str, kind: Kind, strength: Strength, where: str = WORDS) -> CueForm:
    """Return the form of one of some words, as `any_of` reads them."""
    needs = " ".join(word.partition("_")[0].lower() for word in words.split())
    pattern = where.replace(WORDS, rf"(?<![\w-]){any_of(words)}(?![\w-])")
    return CueForm(example, Pattern(pattern, needs), kind, strength)


def _not_after(words: str) -> str:
    """Return the pattern of a place that has none of some words before it."""
    return "".join(rf"(?<!\b{word} )" for word in words.split()).replace("_", " ")


def _after(words: str) -> str:
    """Return the pattern of a place that has one of some words before it."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


_BE = r"(?:(?<![\w-])(?:is|are|am|was|were|be|being)|'s|'re|'m)"
_ADVERB = (
    rf"(?: (?:{any_of('also now still currently not then all both only due')}|"
    "(?!likely|unlikely)[a-z]+ly)){0,2}"
)
_BE_SO = rf"(?:{_BE}{_ADVERB} )"
_TO_DO = r"(?= (?:not )?to [a-z])"
_NO_NOUN = r"(?! to (?:the|its|his|her|their|a|an)\b)"  # as in `due to its size`
_TO_A_TIME = _NO_NOUN + rf"(?= {any_of('to for on in by at next this before between from')}\b)"
_NOT_DONE = rf"(?!(?: not| well)? have (?:been|become|gone|done|taken|given|seen|{A_PAST})\b)"
"""What is no guess of the past: `It may have closed.`"""
_NOT_ABANDONED = _not_after("not previous earlier original first the The old")
_NOT_DENIED = "(?<!n't )" + _not_after("not never")
_BEFORE_NOUNS = "free good ill political the their his her its our my your own a against at"
_PURPOSES = (
    "pattern request requests way answer point key job role task trick option step solution "
    "purpose challenge question problem thing issue"
)
"""What tells by `is to` of itself: `The trick is to wait`."""
_OPINIONS = "love predict say comment happen tell lie pretend like miss hate know get_into"
_TO_BENEFIT = (
    rf"(?: {any_of('also not only never all both')})? {any_of('help allow enable ensure')}\b"
)
"""What is praise of a plan rather than a promise: `will help`."""
_IN_PRAISE = (
    rf"(?: (?:be|serve as|stand as) (?:an?|the|its) (?:[a-z]+ )?"
    rf"{any_of('reminder symbol testament tribute beacon inspiration milestone landmark')}\b)"
)
"""What is praise of a thing, and foresees nothing: `will be a lasting reminder`."""
_REFUSED = (
    "say share comment commit give rule_out confirm discuss answer provide disclose reveal name"
)
"""What somebody is told not to have done: `She would not say when.`"""
_WISHES = "see know say thank hear be_able look understand believe remember talk sign"
_NO_WISH = rf"(?! to {any_of(_WISHES)}\b)"
"""What is no plan, but a wish: `They want to know.`"""
_SOMETHING = rf"(?= (?:{any_of('a an the its another further')}\b|\d|[a-z]+ing\b))"
_TO_ITS_TIME = (
    _NO_NOUN + r"(?= (?:to [a-z]|on |in |by |next |for (?:[A-Z]|"
    rf"{any_of('completion release launch delivery publication early late mid next the')}\b)))"
)
_A_COURT = r"(?:the |an? )?(?:[a-z]+ ){0,2}(?:court|prison|jail|trial|custody|hospital)\b"
"""To what somebody is committed, which promises nothing: `committed to the crown court`."""
_WHAT_IS_PROMISED = (
    rf"(?! to {_A_COURT})(?= (?:{any_of('to that not_to it he she they there a an the more')}\b"
    r"|[A-Z]{0,3}s?\.? ?[\d$\u20ac\u00a3]))"
)
_PROJECTING = "scenario model report study bank fund agency outlook ministry government It it"
_WHAT_IS_PROJECTED = (
    rf"(?= (?:{any_of('that a an the its average annual global growth it')}\b|[a-z]+ to\b|\d))"
)
_NOT_A_NOUN = "".join(rf"(?<!{it} )" for it in ("project", "a", "the", "its", "an", "s'")) + (
    "(?<!than they )(?<!than it )"
)
_LEVEL = (
    r"(?:\d|\b(?:rain|rainfall|snow|drought|conditions|temperatures|weather|shortages?|deficits?|"
    r"shortfalls?|losses|recession|slowdown|growth)\b)"
)
_FORMED = "set_up formed established created appointed tasked assigned agreed"
SET = "set due scheduled slated poised on_track on_course"
_AIMS = "goal target aim deadline timeline timetable ultimatum target_date completion_date cut-off"
FORESEEN = "expected projected forecast predicted estimated anticipated seen foreseen tipped"
_LIKELY = "likely unlikely certain"
_VIEWS = "forecasts? outlook views? expectations? guidance estimates? projections?"
_ISSUES = any_of(forms_of("issue serve deliver", "s ed ing") + " give gives gave given giving")
_AN_OCCASION = (
    r" (?:the|an?|our|its|his|her|their) (?:[\w'-]+ ){0,4}?"
    r"(?:launch|release|start|opening|finals?|deadline|election|vote|festival|meeting)\b"
)
_DECIDED = (
    forms_of("agree decide resolve vote offer threaten", "s ed")
    + " undertaken opted prepares preparing"
)
_ANNOUNCED = forms_of("announce unveil approve back confirm sign outline", "s ed ing")
_WHAT_IS_ANNOUNCED = any_of("schedule squad dates calendar plans? proposals? that to for an? the")
_MOVED = (
    "postponed delayed moved pushed_back put_off put_back brought_forward deferred rescheduled "
    "extended adjourned"
)
_BEFORE_EVENTS = "the The a A an An of to this This its his her their our any no each every"
"""What stands before the name of an event, which is no verb: `the report`."""
_OF_SEVERAL = (
    "(?:(?=[a-z]+s\\b)|(?<=s )|(?<=[Tt]hey )|(?<=[Ww]e )|(?<=that )|(?<=who )|(?<=people )"
    "|(?<=ly )|(?<=, ))"
)
"""What stands before a verb without an s: `shops open`, but not `a sharp increase`."""
_IS_HAPPENING = (
    "facing opening closing starting beginning leaving moving coming launching returning holding "
    "hosting meeting ending cutting taking bringing switching introducing raising building "
    "planning targeting working_toward working_towards preparing releasing publishing adding "
    "stepping retiring joining heading travelling flying shutting scrapping phasing replacing "
    "delaying extending"
)
CUE_FORMS = (
    _form(
        "The port will open.",
        "will won't shall I'll i'll we'll they'll he'll she'll it'll there'll that'll "
        "cannot_wait_to",
        "commitment",
        "firm",
        where=_not_after(_BEFORE_NOUNS) + WORDS + rf"(?! of\b)(?!{_TO_BENEFIT}|{_IN_PRAISE})",
    ),
    _form(
        "It will help 400 firms.",
        "will",
        "commitment",
        "measured",
        where=_not_after(_BEFORE_NOUNS) + WORDS + rf"(?={_TO_BENEFIT})",
    ),
    _form("In May you'll get it.", "you'll", "commitment", "timed"),
    _form(
        "We are going to win.",
        "going_to",
        "commitment",
        "firm",
        where=r"(?<![Yy]ou)(?<![Yy]ou )"
        + _BE_SO
        + WORDS
        + rf"(?= [a-z])(?! (?:the|a|be (?:a|the)|{any_of(_OPINIONS)})\b)",
    ),
    _form(
        "It is set to open in June.",
        SET,
        "commitment",
        "firm",
        where=_BE_SO + WORDS + "(?! to [^a-z])" + _TO_A_TIME,
    ),
    _form(
        "It is meant to open in June.",
        "meant supposed ready required obliged",
        "commitment",
        "timed",
        where=_BE_SO + WORDS + _TO_DO,
    ),
    _form(
        "Landing planned for late May.",
        "set scheduled slated planned earmarked pencilled_in",
        "commitment",
        "dated",
        where=WORDS + _TO_ITS_TIME,
    ),
    _form(
        "Ships due to sail in May wait.",
        "due",
        "commitment",
        "timed",
        where=WORDS + _TO_ITS_TIME,
    ),
    _form(
        "He is to resign.",
        "to",
        "commitment",
        "firm",
        where=_not_after(f"want wants need needs do {_PURPOSES}")
        + _BE_SO
        + r"(?<!\bbe )"
        + WORDS
        + r"(?= [a-z]{2,}\b)(?! (?:the|blame|say|his|her|its|their|some)\b)",
    ),
    _form(
        "The plan to close it stands.",
        "plan plans",
        "commitment",
        "dated",
        where="(?:(?<=[Tt]he )|(?<=[Aa] ))" + WORDS + _TO_DO,
    ),
    _form(
        "The museum plans to open.",
        forms_of("plan intend aim seek hope", "s ing") + " propose proposes proposing mean means",
        "commitment",
        "firm",
        where=f"(?<!n't )(?<![Yy]ou )(?<!a ){_NOT_ABANDONED}{WORDS}{_TO_DO}{_NO_WISH}",
    ),
    _form(
        "It wants to open in May.",
        "want wants",
        "commitment",
        "measured",
        where=f"(?<!n't )(?<![Yy]ou ){WORDS}{_TO_DO}{_NO_WISH}",
    ),
    _form(
        "It is targeting a profit.",
        "plan plans planning propose proposes envisage envisages target targets targeting eyes "
        "eyeing is_considering are_considering",
        "commitment",
        "dated",
        where=WORDS + _SOMETHING,
    ),
    _form(
        "The goal is to grow.",
        "plan aim goal target intention objective ambition idea hope proposal scheme",
        "commitment",
        "dated",
        where=WORDS + r"(?= (?:is|remains|was)(?: now| still)? (?:to\b|for\b|\d))",
    ),
    _form(
        "A deadline of 1 May stands.",
        _AIMS,
        "commitment",
        "measured",
        where=_not_after("to_its to_the above_its above_the below_its below_the within_its")
        + WORDS
        + r"(?= (?:of|for|is|by|to|set|until|till|that)\b)",
    ),
    _form(
        "It issued a 30-day strike notice.",
        "notice ultimatum deadline",
        "commitment",
        "firm",
        where=rf"\b{_ISSUES} [^,.;]{{0,40}}\b{COUNT}-{UNIT} (?:[a-z]+ )?" + WORDS,
    ),
    _form(
        "It issued a notice of strike action.",
        "notice",
        "commitment",
        "firm",
        where=rf"\b{_ISSUES} [^,.;]{{0,40}}"
        + WORDS
        + r"(?= (?:of|for) (?:an? )?(?:strike|industrial))",
    ),
    _form(
        "Some $3m needed by May is in reach.",
        "needed required",
        "commitment",
        "timed",
        where=WORDS + rf"(?= (?:by|before) (?:the|next|{MONTH}|{WEEKDAY}|\d))",
    ),
    _form(
        "It raised its growth view for 2027 to 5%.",
        "raised cut lowered increased reduced upgraded downgraded trimmed lifted slashed "
        "narrowed widened raises cuts lowers kept",
        "prediction",
        "measured",
        where=WORDS + rf"(?= (?:its|their|the) (?:[\w-]+ ){{0,4}}{any_of(_VIEWS)}\b)",
    ),
    _form(
        "It gave approval to close it on 3 May.",
        "approval permission consent",
        "commitment",
        "timed",
        where=WORDS + "(?= (?:to [a-z]|for (?:the|an?) ))",
    ),
    _form(
        "It is hoped work can begin.",
        "hoped expected anticipated envisaged",
        "prediction",
        "firm",
        where=r"(?<=\b[Ii]t is )"
        + WORDS
        + r"(?= (?:that|the|it|they|work|[a-z]+ [a-z]+ (?:can|will))\b)",
    ),
    _form(
        "It does not plan to close it.",
        "plan intend expect propose",
        "commitment",
        "dated",
        where=r"\b(?:does|do)(?: not|n't) (?:currently |yet |now )?" + WORDS + _TO_DO + _NO_WISH,
    ),
    _form(
        "Also in May is the launch of it.",
        "is are comes come",
        "commitment",
        "timed",
        where=rf"(?:{MONTH}|{WEEKDAY}|\d|week|month|year) " + WORDS + rf"(?={_AN_OCCASION})",
    ),
    _form(
        "It has named its squad, starting from 3 July.",
        "starting beginning commencing",
        "commitment",
        "timed",
        where=r"(?<=, )" + WORDS + rf"(?= (?:from|on|in|this|next|{MONTH}|{WEEKDAY}|\d)\b)",
    ),
    _form(
        "They had until 3 July to pay.",
        "had_until have_until has_until",
        "commitment",
        "timed",
        where=WORDS + r"(?= [^.;]{1,40}? to [a-z])",
    ),
    _form(
        "Prices are expected to rise.",
        f"{FORESEEN} likely unlikely certain sure bound",
        "prediction",
        "firm",
        where=WORDS + _TO_DO,
    ),
    _form(
        "She is rumoured to leave.",
        "rumoured rumored",
        "prediction",
        "firm",
        where=_BE_SO + WORDS + _TO_DO,
    ),
    _form(
        "She is said to be preparing a sale.",
        "said reported rumoured rumored understood believed thought",
        "prediction",
        "firm",
        where=_BE_SO + WORDS + rf"(?= to be {any_of(_IS_HAPPENING)}\b)",
    ),
    _form(
        "Sees FY 2027 sales of $3bn.",
        "Sees Expects Forecasts Projects Anticipates Estimates Guides Targets Reaffirms Affirms",
        "prediction",
        "measured",
        where=r"(?:^|; )" + WORDS + r"(?! to [a-z])",
    ),
    _form(
        "Expects to open 30 shops.",
        "Expects Plans Aims Intends Targets",
        "commitment",
        "measured",
        where=r"(?:^|; )" + WORDS + _TO_DO,
    ),
    _form(
        "We are looking at low rainfall.",
        "looking_at",
        "prediction",
        "dated",
        where=r"(?:\b(?:is|are)|'re|'s)\)? " + WORDS + rf"(?=[^,.;]{{0,60}}{_LEVEL})",
    ),
    _form(
        "The bank sees prices rising.",
        "sees",
        "prediction",
        "dated",
        where=_NOT_A_NOUN + WORDS + r"(?=[^,.;]{1,60}? (?:[a-z]+ing|[a-z]+er|to|at|\S*\d\S*)\b)",
    ),
    _form(
        "The bank expects growth of 2%.",
        f"{FORETELLS} expecting reckons",
        "prediction",
        "dated",
        where=_NOT_A_NOUN
        + _not_after("previous earlier prior")
        + _NOT_DENIED
        + WORDS
        + r"(?! to [a-z]| that (?:it|he|she|they) (?:was|were|had)\b)",
    ),
    _form(
        "The model projects growth of 2%.",
        "projects",
        "prediction",
        "dated",
        where=_after(_PROJECTING) + WORDS + _WHAT_IS_PROJECTED,
    ),
    _form(
        "It expected delays, it said.",
        "expected",
        "prediction",
        "dated",
        where=r"^ *(?:that )?(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey) " + WORDS + "(?! to [a-z])",
    ),
    _form(
        "It hinted at a rise in May.",
        "hinted_at hints_at hint_at points_to point_to pointed_to",
        "prediction",
        "timed",
        where=WORDS + "(?= (?:the|an?|its) )",
    ),
    _form("We see it falling.", "see", "prediction", "dated", where="(?<=[Ww]e )" + WORDS),
    _form(
        "She pledged to build 40.",
        f"{PROMISES} undertake undertakes undertaken undertook guarantee guarantees guaranteed "
        "committed_itself commits_itself commit_ourselves committed_themselves committed_himself "
        "committed_herself swore",
        "commitment",
        "firm",
        where=f"(?<!'s ){_not_after(_BEFORE_EVENTS)}{_NOT_DENIED}{WORDS}{_WHAT_IS_PROMISED}",
    ),
    _form(
        "Its pledge to open in May stands.",
        "pledge promise vow commitment",
        "commitment",
        "timed",
        where=WORDS + _TO_DO,
    ),
    _form(
        "A vote in May is likely.",
        f"{_LIKELY} possible expected",
        "prediction",
        "timed",
        where=r"(?<![\w-])(?:is|are|seems?|looks?|remains?) " + WORDS + "(?=[ ,.]|$)",
    ),
    _form(
        "A vote is planned.",
        "planned scheduled due set slated booked proposed arranged timetabled pencilled_in",
        "commitment",
        "timed",
        where=_BE_SO + WORDS + "(?=[ ,.]|$)",
    ),
    _form(
        "He expects to stay.",
        "expect expects expecting hope",
        "commitment",
        "firm",
        where=WORDS + _TO_DO,
    ),
    _form(
        "He promised 40 wards.",
        "promised pledged vowed offered",
        "commitment",
        "timed",
        where=WORDS + r"(?= [a-z\d$\u20ac\u00a3])",
    ),
    _form(
        "They agreed to meet in May.",
        _DECIDED,
        "commitment",
        "timed",
        where=WORDS + r"(?= (?:to|that|on|not to|a|an|the)\b)",
    ),
    _form(
        "She is hopeful that he can play.",
        "hopeful confident optimistic",
        "prediction",
        "dated",
        where=_BE_SO
        + WORDS
        + r"(?= (?:of [a-z]+ing|(?:that )?(?:[\w'-]+ ){1,6}?(?:can|could|will|would))\b)",
    ),
    _form(
        "The board voted 4-3 to close it.",
        "voted",
        "commitment",
        "dated",
        where=WORDS + rf"(?=(?: (?:on )?{WEEKDAY}| \d\d?-\d\d?| [a-z]+ly)?(?: not)? to [a-z])",
    ),
    _form(
        "The board decided on Monday to close it.",
        "agreed decided resolved",
        "commitment",
        "dated",
        where=WORDS + rf"(?= (?:on )?{WEEKDAY}(?: not)? to [a-z])|{WEEKDAY} {WORDS}(?= to [a-z])",
    ),
    _form(
        "It has offered to free 40 men.",
        "proposed offered",
        "commitment",
        "dated",
        where=r"\b(?:has|have|had) (?:now |also |since )?" + WORDS + "(?= (?:to [a-z]|an? ))",
    ),
    _form(
        "They reached an agreement to cut output.",
        "deal agreement accord truce",
        "commitment",
        "dated",
        where=r"\b(?:reach|reached|struck|signed|made|has|have) (?:a|an|the) (?:[a-z]+ )?"
        + WORDS
        + _TO_DO,
    ),
    _form(
        "They reached a deal to meet in May.",
        "deal agreement accord",
        "commitment",
        "timed",
        where=WORDS + _TO_DO,
    ),
    _form(
        "The decision by its board to close it by May stands.",
        "decision",
        "commitment",
        "timed",
        where=WORDS + r"(?=(?: (?:by|of) [^,.;]{2,80}?)? to [a-z])",
    ),
    _form(
        "The court fixed 3 June for the case.",
        "fixed set",
        "commitment",
        "timed",
        where=WORDS + rf"(?= (?:{MONTH} \d\d?|\d\d? {MONTH}|{WEEKDAY}),? (?:for|to) )",
    ),
    _form(
        "The council approved 3 June as the day for it.",
        "approved chose named picked confirmed fixed set",
        "commitment",
        "timed",
        where=WORDS
        + rf"(?= (?:{MONTH} \d\d?|\d\d? {MONTH}|{WEEKDAY}),? as (?:the|its|a) (?:[a-z]+ )?"
        + r"(?:date|day)\b)",
    ),
    _form(
        "The judge fixed a hearing to take place on 3 June.",
        "fixed scheduled set listed",
        "commitment",
        "timed",
        where=WORDS + r"(?= (?:[a-z'-]+ ){1,5}to (?:take place|begin|start|be held|open|last)\b)",
    ),
    _form(
        "They announced a truce on 3 June.",
        "announced declared called proclaimed",
        "commitment",
        "timed",
        where=WORDS + rf"(?={AN_EVENT_SET})",
    ),
    _form(
        "He has assured of its completion.",
        "assured assures",
        "commitment",
        "dated",
        where=_not_after("is are be been was were being") + WORDS + "(?= (?:us |them )?of )",
    ),
    _form(
        "They are determined to finish it.",
        "determined",
        "commitment",
        "dated",
        where=_not_after("has have had been was were") + WORDS + _TO_DO,
    ),
    _form(
        "The judge scheduled a hearing for 3 June.",
        "scheduled set fixed listed scheduling setting fixing",
        "commitment",
        "timed",
        where=WORDS
        + rf"(?= (?:[a-z'-]+ ){{1,5}}for (?:{MONTH}|{WEEKDAY}|\d\d? {MONTH}|early|late|next)\b)",
    ),
    _form(
        "It was bought, with the first ships arriving by May.",
        "arriving coming starting opening beginning following finishing ending due",
        "commitment",
        "timed",
        where=r"\bwith [^,.;]{3,60}? " + WORDS,
    ),
    _form(
        "It has no plans to send troops.",
        "no_plan no_plans no_intention any_plans any_intention",
        "commitment",
        "dated",
        where=WORDS + "(?= (?:to|of) [a-z])",
    ),
    _form(
        "It has decided to close.",
        "agreed decided resolved",
        "commitment",
        "dated",
        where="(?:(?<=has )|(?<=have ))" + WORDS + "(?= (?:not )?to [a-z])",
    ),
    _form(
        "The court ordered it to pay by May.",
        f"{ORDERS} requires required told tells gave gives given giving imposed imposes set sets",
        "commitment",
        "timed",
        where=_not_after(_BEFORE_EVENTS) + f"(?!(?<=, )given ){WORDS}",
    ),
    _form(
        "They announced a plan.",
        _ANNOUNCED,
        "commitment",
        "timed",
        where=WORDS + rf"(?=[^.;]{{0,40}}\b{_WHAT_IS_ANNOUNCED}\b)",
    ),
    _form(
        "It could cost $2bn.",
        "could may might",
        "prediction",
        "measured",
        where=WORDS + _NOT_DONE,
    ),
    _form(
        "It could warm by 4 degrees.",
        "could may might",
        "prediction",
        "firm",
        where=WORDS + r"(?=[^.;]{1,40} by [^.;]{0,20}?\d+(?:\.\d+)? ?(?:degrees\b|\u00b0|C\b))",
    ),
    _form(
        "She will be out for two weeks.",
        "out sidelined absent",
        "prediction",
        "firm",
        where=r"(?<=\bbe )"
        + WORDS
        + rf"(?= for (?:{any_of('about around at_least up_to')} )?{COUNT} {UNIT})",
    ),
    _form(
        "Old notes can be exchanged until May.",
        "can_be",
        "commitment",
        "timed",
        where=WORDS + r"(?= [a-z]+ed (?:until|from|by|at|on)\b)",
    ),
    _form("It can stay until May.", "can", "prediction", "timed", where=WORDS + _NOT_DONE),
    _form(
        "They must pay by May.",
        "must need_to needs_to has_to have_to ought_to is_required_to are_required_to",
        "commitment",
        "timed",
        where=WORDS + _NOT_DONE,
    ),
    _form(
        "It should be done by May.",
        "should",
        "prediction",
        "timed",
        where=WORDS + _NOT_DONE,
    ),
    _form(
        "The economy is seen growing this year.",
        "seen",
        "prediction",
        "firm",
        where=f"{_BE_SO}{WORDS}(?= [a-z]+ing\\b)",
    ),
    _form(
        "It pegged growth at 3%.",
        "peg pegs pegged",
        "prediction",
        "measured",
        where=WORDS + r"(?=[^.;]{0,80} at )",
    ),
    _form(
        "She put the cost at about $7m.",
        "put puts",
        "prediction",
        "measured",
        where=WORDS + r"(?=[^.;]{1,60} at (?:[a-z]+ )?[A-Z]{0,3}[\d$\u20ac\u00a3])",
    ),
    _form(
        "The outlook for 2026 is 2%.",
        "forecast projection estimate outlook prediction expectation forecasts projections "
        "estimates predictions",
        "prediction",
        "measured",
        where=_not_after("previous earlier prior") + WORDS,
    ),
    _form(
        "Work is on track for May.",
        "on_track on_course in_line under_way slated in_time",
        "commitment",
        "dated",
        where=WORDS + r"(?= (?:to|for)\b)",
    ),
    _form("The launch was moved to May.", _MOVED, "commitment", "timed"),
    _form(
        "A committee has been formed to watch it.",
        "has_been have_been",
        "fact",
        "dated",
        where=f"{WORDS} {any_of(_FORMED)} to\\b",
    ),
    _form(
        "The vote is on Monday.",
        "is are",
        "commitment",
        "timed",
        where=WORDS
        + rf"(?= (?:on |for )?(?:{WEEKDAY}|{MONTH} \d|\d+ {MONTH}|tomorrow|next [wmy]))",
    ),
    _form(
        "He said it would open in May.",
        "would wouldn't",
        "commitment",
        "dated",
        where="(?<!I )"
        + WORDS
        + f"(?!(?<=wouldn't) {any_of(_REFUSED)}\\b|{_IN_PRAISE}| be to [a-z])"
        + "(?= [\"']?[a-z])(?! have (?!until|to))",
    ),
    _form(
        "The fair opens in May.",
        HAPPENS,
        "commitment",
        "scheduled",
        where=f"(?<!'s ){_not_after(_BEFORE_EVENTS)}{_OF_SEVERAL}{WORDS}",
    ),
    _form(
        "The store is closing in May.",
        _IS_HAPPENING,
        "commitment",
        "scheduled",
        where=rf"{_BE}(?: also| now)? " + WORDS,
    ),
)
"""The forms of cues. Of those in a sentence, the strongest counts; of these, the first."""
