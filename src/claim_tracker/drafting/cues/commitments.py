"""The forms of the cues by which a sentence promises, plans or orders something."""

from claim_tracker.drafting.cues.form import (
    BE,
    BE_SO,
    IS_HAPPENING,
    NOT_DENIED,
    NOT_DONE,
    SET,
    TO_DO,
    WORDS,
    form,
    not_after,
)
from claim_tracker.drafting.words import (
    AN_EVENT_SET,
    COUNT,
    HAPPENS,
    MONTH,
    ORDERS,
    PROMISES,
    TAKES_PLACE,
    UNIT,
    WEEKDAY,
    any_of,
    forms_of,
)

_NO_NOUN = r"(?! to (?:the|its|his|her|their|a|an)\b)"  # as in `due to its size`
_TO_A_TIME = _NO_NOUN + rf"(?= {any_of('to for on in by at next this before between from')}\b)"
_NOT_ABANDONED = not_after("not previous earlier original first the The old")
_BEFORE_NOUNS = "free good ill political the their his her its our my your own a against at"
_PURPOSES = (
    "pattern request requests way answer point key job role task trick option step solution "
    "purpose challenge question problem thing issue One one another Another third"
)
"""What tells by `is to` of itself: `The trick is to wait`."""
_OPINIONS = "love predict say comment happen tell lie pretend like miss hate know get_into"
_TO_BENEFIT = rf"(?: {any_of('also not only never all both')})? {any_of('help allow ensure')}\b"
"""What is praise of a plan rather than a promise: `will help`."""
_REFUSED = (
    "say share comment commit give rule_out confirm discuss answer provide disclose reveal name"
)
"""What somebody is told not to have done: `She would not say when.`"""
_WISHES = "see know say thank hear be_able look understand believe remember talk sign"
_NO_WISH = rf"(?! to {any_of(_WISHES)}\b)"
"""What is no plan, but a wish: `They want to know.`"""
_SOMETHING = rf"(?= (?:{any_of('a an the its another further')}\b|\d|[a-z]+ing\b))"
_TO_ITS_TIME = (
    _NO_NOUN + r"(?= (?:to [a-z]|on |in |next |"
    rf"by (?:the (?:end|start|middle|close|turn)|{any_of('early late mid next then')}\b|{MONTH}|"
    rf"{WEEKDAY}|\d)|for (?:[A-Z]|"
    rf"{any_of('completion release launch delivery publication early late mid next the')}\b)))"
)
_A_COURT = r"(?:the |an? )?(?:[a-z]+ ){0,2}(?:court|prison|jail|trial|custody|hospital)\b"
"""To what somebody is committed, which promises nothing: `committed to the crown court`."""
_WHAT_IS_PROMISED = (
    rf"(?! to {_A_COURT})"
    rf"(?= (?:to [a-z\d$\u20ac\u00a3]|{any_of('that not_to it he she they there a an the more')}\b"
    r"|[A-Z]{0,3}s?\.? ?[\d$\u20ac\u00a3]))"
)
_AIMS = "goal target aim deadline timeline timetable ultimatum target_date completion_date cut-off"
_ISSUES = any_of(forms_of("issue serve deliver", "s ed ing") + " give gives gave given giving")
_DECIDED = forms_of("agree decide resolve vote offer threaten", "s ed") + " undertaken opted"
_ANNOUNCED = forms_of("announce unveil approve back confirm sign outline", "s ed ing")
_WHAT_IS_ANNOUNCED = any_of("schedule squad dates calendar plans? proposals? that to for an? the")
_MOVED = (
    "postponed delayed moved pushed_back put_off put_back brought_forward deferred rescheduled "
    "extended adjourned"
)
_BEFORE_EVENTS = "the The a A an An of for to this This its his her their our any no each every"
"""What stands before the name of an event, which is no verb: `the report`."""
_OF_SEVERAL = (
    "(?:(?=[a-z]+s\\b)|(?<=s )|(?<=[Tt]hey )|(?<=[Ww]e )|(?<=that )|(?<=who )|(?<=people )"
    "|(?<=ly )|(?<=, ))"
)
"""What stands before a verb without an s: `shops open`, but not `a sharp increase`."""
COMMITMENTS = (
    form(
        "The port will open.",
        "will won't shall I'll i'll we'll they'll he'll she'll it'll there'll that'll "
        "cannot_wait_to",
        "commitment",
        "firm",
        where=not_after(_BEFORE_NOUNS) + WORDS + rf"(?! of\b)(?!{_TO_BENEFIT})",
    ),
    form(
        "It will help 400 firms.",
        "will",
        "commitment",
        "measured",
        where=not_after(_BEFORE_NOUNS) + WORDS + rf"(?={_TO_BENEFIT})",
    ),
    form("In May you'll get it.", "you'll", "commitment", "timed"),
    form(
        "We are going to win.",
        "going_to",
        "commitment",
        "firm",
        where=r"(?<![Yy]ou)(?<![Yy]ou )"
        + BE_SO
        + WORDS
        + rf"(?= [a-z])(?! (?:the|a|be (?:a|the)|{any_of(_OPINIONS)})\b)",
    ),
    form(
        "It is set to open in June.",
        SET,
        "commitment",
        "firm",
        where=BE_SO + WORDS + "(?! to [^a-z])" + _TO_A_TIME,
    ),
    form(
        "It is meant to open in June.",
        "meant supposed ready required obliged",
        "commitment",
        "timed",
        where=BE_SO + WORDS + TO_DO,
    ),
    form(
        "Landing planned for late May.",
        "set scheduled slated planned earmarked pencilled_in",
        "commitment",
        "dated",
        where=WORDS + _TO_ITS_TIME,
    ),
    form(
        "Ships due to sail in May wait.",
        "due",
        "commitment",
        "timed",
        where=WORDS + _TO_ITS_TIME,
    ),
    form(
        "He is to resign.",
        "to",
        "commitment",
        "firm",
        where=not_after(f"want wants need needs do {_PURPOSES}")
        + BE_SO
        + r"(?<!\bbe )"
        + WORDS
        + r"(?= [a-z]{2,}\b)(?! (?:the|blame|say|his|her|its|their|some)\b)",
    ),
    form(
        "The plan to close it stands.",
        "plan plans",
        "commitment",
        "dated",
        where="(?:(?<=[Tt]he )|(?<=[Aa] ))" + WORDS + TO_DO,
    ),
    form(
        "The museum plans to open.",
        forms_of("plan intend aim seek hope", "s ing") + " propose proposes proposing mean means",
        "commitment",
        "firm",
        where=f"(?<!n't )(?<![Yy]ou )(?<!a ){_NOT_ABANDONED}{WORDS}{TO_DO}{_NO_WISH}",
    ),
    form(
        "It wants to open in May.",
        "want wants prepares preparing",
        "commitment",
        "measured",
        where=f"(?<!n't )(?<![Yy]ou ){WORDS}{TO_DO}{_NO_WISH}",
    ),
    form(
        "It is targeting a profit.",
        "plan plans planning propose proposes envisage envisages target targets targeting eyes "
        "eyeing is_considering are_considering",
        "commitment",
        "dated",
        where=WORDS + _SOMETHING,
    ),
    form(
        "The goal is to grow.",
        "plan aim goal target intention objective ambition idea hope proposal scheme",
        "commitment",
        "dated",
        where=WORDS + r"(?= (?:is|remains|was)(?: now| still)? (?:to\b|for\b|\d))",
    ),
    form(
        "A deadline of 1 May stands.",
        _AIMS,
        "commitment",
        "measured",
        where=not_after("to_its to_the above_its above_the below_its below_the within_its")
        + WORDS
        + r"(?= (?:of|for|is|by|to|set|until|till|that)\b)",
    ),
    form(
        "It issued a 30-day strike notice.",
        "notice ultimatum deadline",
        "commitment",
        "firm",
        where=rf"\b{_ISSUES} [^,.;]{{0,40}}(?:\b{COUNT}-{UNIT} (?:[a-z]+ )?{WORDS}|"
        rf"{WORDS}(?= (?:of|for) (?:an? )?(?:strike|industrial)))",
    ),
    form(
        "It gave approval to close it on 3 May.",
        "approval permission consent",
        "commitment",
        "timed",
        where=WORDS + "(?= (?:to [a-z]|for (?:the|an?) ))",
    ),
    form(
        "It does not plan to close it.",
        "plan intend expect propose",
        "commitment",
        "dated",
        where=r"\b(?:does|do)(?: not|n't) (?:currently |yet |now )?" + WORDS + TO_DO + _NO_WISH,
    ),
    form(
        "It has named its squad, starting from 3 July.",
        "starting beginning commencing",
        "commitment",
        "timed",
        where=r"(?<=, )" + WORDS + rf"(?= (?:from|on|in|this|next|{MONTH}|{WEEKDAY}|\d)\b)",
    ),
    form(
        "They had until 3 July to pay.",
        "had_until have_until has_until",
        "commitment",
        "timed",
        where=WORDS + r"(?= [^.;]{1,40}? to [a-z])",
    ),
    form(
        "Expects to open 30 shops.",
        "Expects Plans Aims Intends Targets",
        "commitment",
        "measured",
        where=r"(?:^|; )" + WORDS + TO_DO,
    ),
    form(
        "She pledged to build 40.",
        f"{PROMISES} undertake undertakes undertaken undertook guarantee guarantees guaranteed "
        "committed_itself commits_itself commit_ourselves committed_themselves committed_himself "
        "committed_herself swore",
        "commitment",
        "firm",
        where=f"(?<!'s ){not_after(_BEFORE_EVENTS)}{NOT_DENIED}{WORDS}{_WHAT_IS_PROMISED}",
    ),
    form(
        "Its pledge to open in May stands.",
        "pledge promise vow commitment intention deal agreement accord",
        "commitment",
        "timed",
        where=WORDS + TO_DO,
    ),
    form(
        "A vote is planned.",
        "planned scheduled due set slated booked proposed arranged timetabled pencilled_in",
        "commitment",
        "timed",
        where=BE_SO + WORDS + "(?=[ ,.]|$)",
    ),
    form(
        "He expects to stay.",
        "expect expects expecting",
        "commitment",
        "firm",
        where=WORDS + TO_DO,
    ),
    form(
        "He promised 40 wards.",
        "promised pledged vowed offered",
        "commitment",
        "timed",
        where=WORDS + r"(?= [a-z\d$\u20ac\u00a3])",
    ),
    form(
        "They agreed to meet in May.",
        _DECIDED,
        "commitment",
        "timed",
        where=WORDS + r"(?= (?:to|that|on|not to|a|an|the)\b)",
    ),
    form(
        "The board voted 4-3 to close it.",
        "voted agreed decided resolved",
        "commitment",
        "dated",
        where="(?:(?<=has )|(?<=have )|(?<=day )|(?=voted))"
        + WORDS
        + rf"(?=(?: (?:on )?{WEEKDAY}| \d\d?-\d\d?| [a-z]+ly)?(?: not)? to [a-z])|{WORDS}"
        + rf"(?= (?:on )?{WEEKDAY}(?: not)? to [a-z])",
    ),
    form(
        "It has offered to free 40 men.",
        "proposed offered",
        "commitment",
        "dated",
        where=r"\b(?:has|have|had) (?:now |also |since )?" + WORDS + "(?= (?:to [a-z]|an? ))",
    ),
    form(
        "They reached an agreement to cut output.",
        "deal agreement accord truce",
        "commitment",
        "dated",
        where=r"\b(?:reach|reached|struck|signed|made|agreed|has|have) (?:a|an|the) (?:[a-z]+ )?"
        + WORDS
        + TO_DO,
    ),
    form(
        "The decision by its board to close it by May stands.",
        "decision",
        "commitment",
        "timed",
        where=WORDS + r"(?=(?: (?:by|of) [^,.;]{2,80}?)? to [a-z])",
    ),
    form(
        "The council approved 3 June as the day for it.",
        "approved chose named picked confirmed fixed set",
        "commitment",
        "timed",
        where=WORDS
        + rf"(?= (?:{MONTH} \d\d?|\d\d? {MONTH}|{WEEKDAY}),? (?:(?:for|to) |"
        + r"as (?:the|its|a) (?:[a-z]+ )?(?:date|day)\b))",
    ),
    form(
        "They announced a truce on 3 June.",
        "announced declared called proclaimed",
        "commitment",
        "timed",
        where=WORDS + rf"(?={AN_EVENT_SET})",
    ),
    form(
        "He has assured of its completion.",
        "assured assures",
        "commitment",
        "dated",
        where=not_after("is are be been was were being") + WORDS + "(?= (?:us |them )?of )",
    ),
    form(
        "They are determined to finish it.",
        "determined",
        "commitment",
        "dated",
        where=not_after("has have had been was were") + WORDS + TO_DO,
    ),
    form(
        "The judge scheduled a hearing for 3 June.",
        "scheduled set fixed listed posted scheduling setting fixing",
        "commitment",
        "timed",
        where=WORDS
        + r"(?= (?:[a-z'-]+ ){1,5}(?:to (?:take place|begin|start|be held|open|last)\b|(?:for|to) "
        + rf"(?:{MONTH}|{WEEKDAY}|\d\d? {MONTH}|early|late|next)\b))",
    ),
    form(
        "It was bought, with the first ships arriving by May.",
        "arriving coming starting opening beginning following finishing ending due",
        "commitment",
        "timed",
        where=r"\bwith [^,.;]{3,60}? " + WORDS,
    ),
    form(
        "It has no plans to send troops.",
        "no_plan no_plans no_intention any_plans any_intention",
        "commitment",
        "dated",
        where=WORDS + "(?= (?:to|of) [a-z])",
    ),
    form(
        "The court ordered it to pay by May.",
        f"{ORDERS} remanded bailed summoned requires required told tells gave gives given giving "
        "imposed imposes set sets",
        "commitment",
        "timed",
        where=not_after(_BEFORE_EVENTS) + f"(?!(?<=, )given ){WORDS}",
    ),
    form(
        "She moves that the talks be put off.",
        "moves move recommends recommend proposes propose demands demand",
        "commitment",
        "dated",
        where=WORDS + r"(?= that (?:[\w'-]+ ){1,6}be [a-z]+)",
    ),
    form(
        "They announced a plan.",
        _ANNOUNCED,
        "commitment",
        "timed",
        where=WORDS + rf"(?=[^.;]{{0,40}}\b{_WHAT_IS_ANNOUNCED}\b)",
    ),
    form(
        "Old notes can be exchanged until May.",
        "can_be",
        "commitment",
        "timed",
        where=WORDS + r"(?= [a-z]+ed (?:until|from|by|at|on)\b)",
    ),
    form(
        "They must pay by May.",
        "must need_to needs_to has_to have_to ought_to is_required_to are_required_to",
        "commitment",
        "timed",
        where=WORDS + NOT_DONE,
    ),
    form(
        "Work is on track for May.",
        "on_track on_course in_line under_way slated in_time",
        "commitment",
        "dated",
        where=WORDS + r"(?= (?:to|for)\b)",
    ),
    form(
        "The launch was moved to May.", _MOVED, "commitment", "timed", where=r"(?<!to be )" + WORDS
    ),
    form(
        "The vote is on Monday.",
        "is are",
        "commitment",
        "timed",
        where=WORDS
        + rf"(?= (?:on |for )?(?:{WEEKDAY}|{MONTH} \d|\d+ {MONTH}|tomorrow|next [wmy]))",
    ),
    form(
        "He said it would open in May.",
        "would wouldn't",
        "commitment",
        "dated",
        where="(?<!I )"
        + WORDS
        + f"(?!(?:(?<=wouldn't)| not) {any_of(_REFUSED)}\\b| be to [a-z])"
        + "(?= [\"']?[a-z])(?! have (?!until|to))",
    ),
    form(
        "The fair opens in May.",
        HAPPENS,
        "commitment",
        "scheduled",
        where=f"(?<!'s ){not_after(_BEFORE_EVENTS)}{_OF_SEVERAL}{WORDS}",
    ),
    form(
        "Tickets for the tour go on sale in May.",
        TAKES_PLACE,
        "commitment",
        "scheduled",
        where=not_after("to will") + WORDS,
    ),
    form(
        "The store is closing in May.",
        IS_HAPPENING,
        "commitment",
        "scheduled",
        where=rf"{BE}(?: also| now)? " + WORDS,
    ),
)
"""The forms of what somebody decides."""
