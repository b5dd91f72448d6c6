"""The forms of the cues by which a sentence plans something, or says that it will be."""

from claim_tracker.drafting.cues.form import (
    BE,
    BE_SO,
    BEFORE_NO_VERB,
    IS_HAPPENING,
    IS_SO,
    NO_NOUN,
    NOT_DONE,
    SET,
    TO_DO,
    form,
)
from claim_tracker.drafting.patterns import any_of, forms_of, not_after, only_after
from claim_tracker.drafting.words import (
    CALLED_OFF,
    COUNT,
    DATE,
    DETERMINER,
    HAPPENS,
    MONTH,
    MOVED,
    SEASON,
    TAKES_PLACE,
    UNIT,
    WEEKDAY,
    WHO_SAID,
)

_TO_A_TIME = NO_NOUN + rf"(?= {any_of('to for on in by at next this before between from')}\b)"
_NOT_ABANDONED = not_after("not previous earlier original first the The old")
_BEFORE_NOUNS = (
    "readers Readers free good ill political the their his her its our my your own a A The against "
    "at"
)
_PLANNING = "planning intending aiming seeking hoping"
_NO_NOUN_BEFORE = "(?<!'s )(?<!s' )(?<!n't )" + not_after(
    "[Ii]ts [Tt]heir [Hh]is [Hh]er [Oo]ur [Mm]y [Yy]our [Yy]ou [Aa] over of on with about out to "
    "under against for behind scrapped scraps dropped delayed"
)
_PURPOSES = (
    "pattern request requests way answer point key job role task tip trick option step solution "
    "purpose challenge question problem thing issue One one another Another third intent idea "
    "policy decision choice stand stance objective response option alternative imperative instinct "
    "compromise responsibility intervention order start"
)
"""What tells by `is to` of itself: `The trick is to wait`."""
_OPINIONS = "love predict say comment happen tell lie pretend like miss hate know get_into"
_TO_BENEFIT = (
    rf"(?<!n't)(?: {any_of('also not_only only all both')})? {any_of('help allow ensure')}\b"
)
"""What is praise of a plan rather than a promise: `will help`."""
_REFUSED = (
    "say share comment commit give rule_out confirm discuss answer provide disclose reveal name"
)
"""What somebody is told not to have done: `She would not say when.`"""
_WISHES = "see know say thank hear be_able look understand believe remember talk sign"
_NO_WISH = rf"(?! to \"?{any_of(_WISHES)}\b)"
"""What is no plan, but a wish: `They want to know.`"""
_POLICIES = (
    "restrict ban bar cut raise introduce scrap abolish bring withdraw impose replace repeal lower "
    "increase"
)
"""What is decided by somebody who wants to do it."""
_SOME = "a an the its another further new more several additional"
_SOMETHING = rf"(?= (?:{any_of(_SOME)}\b|\"|\d|[a-z]+ing\b))"
_TO_ITS_TIME = (
    NO_NOUN + r"(?= (?:to \"?[a-z]|on |in |next |"
    rf"by (?:the (?:end|start|middle|close|turn)|{any_of('early late mid next then')}\b|{MONTH}|"
    rf"{WEEKDAY}|\d)|for (?:[A-Z]|"
    rf"{any_of('completion release launch delivery publication early late mid next the')}\b)))"
)
_AIMS = "goal target aim deadline timeline timetable ultimatum target_date completion_date cut-off"
_ISSUES = any_of(forms_of("issue serve deliver", "s ed ing") + " give gives gave given giving")
_HAS_PLANS = any_of(
    "has have had there_is there_are set_out laid_out "
    + forms_of("announce unveil confirm signal outline declare")
    + " detailed"
)
_OF_SEVERAL = (
    "(?:(?=[a-z]+s\\b)|(?<=s )|(?<=[Tt]hey )|(?<=[Ww]e )|(?<=that )|(?<=who )|(?<=people )"
    "|(?<=ly )|(?<=, ))"
)
"""What stands before a verb without an s: `shops open`, but not `a sharp increase`."""
COMMITMENTS = (
    form(
        "The port will open.",
        "will won't I'll i'll we'll they'll he'll she'll it'll there'll that'll cannot_wait_to",
        "firm",
        before=not_after(_BEFORE_NOUNS),
        after=rf"(?! of\b(?! course))(?!{_TO_BENEFIT})",
    ),
    form(
        "It will help 400 firms.",
        "will",
        "measured",
        before=not_after(_BEFORE_NOUNS),
        after=rf"(?={_TO_BENEFIT})",
    ),
    form(
        "             it will help Norda to build more.",
        "will",
        "firm",
        before=rf"(?:{WHO_SAID}(?:that )?|announcement that )(?:it|they|he|she) ",
        after=r"(?= (?:also )?help (?:[A-Z]|the |an? |its |their ))",
    ),
    form(
        "             the yard will allow Norda to build more.",
        "will",
        "backed",
        before=rf"{WHO_SAID}(?:that )?{DETERMINER} [^,.;\"]{{3,40}} ",
        after=r"(?= (?:also )?allow [^,.;\"]{3,60}? to [a-z])",
    ),
    form("In May you'll get it.", "you'll shall", "timed"),
    form(
        "Norda can't sell it for three years.",
        "can't cannot",
        "backed",
        before=not_after("[Ii] [Yy]ou [Ww]e who"),
        after=rf"(?= [^.;]{{3,120}}? for (?:the next |at least )?{COUNT} (?:week|month|year)s)",
    ),
    form(
        "It cancelled lessons through Friday.",
        CALLED_OFF,
        "timed",
        after=r"(?= [^.;]{3,60}? (?:through|until|till) )",
    ),
    form(
        "We are going to win.",
        "going_to gonna",
        "firm",
        before=r"(?<![Yy]ou)(?<![Yy]ou )" + BE_SO,
        after=rf"(?= [a-z])(?! (?:the|a|be (?:a|the)|{any_of(_OPINIONS)})\b)",
    ),
    form(
        "It is set to open in June.",
        SET,
        "firm",
        before=BE_SO,
        after="(?! to [^a-z])(?!(?<=due) to )" + _TO_A_TIME,
    ),
    form("The five are due to be freed.", "due", "firm", before=IS_SO, after="(?= to be [a-z])"),
    form(
        "It is meant to open in June.",
        "meant supposed ready required obliged about due",
        "timed",
        before=BE_SO,
        after=TO_DO,
    ),
    form(
        "Landing planned for late May.",
        "set scheduled slated planned earmarked pencilled_in",
        "backed",
        before=not_after("the The a"),
        after="(?!(?<=set) in )" + _TO_ITS_TIME,
    ),
    form(
        "It is planned for a spring launch.",
        "planned scheduled set slated due",
        "firm",
        before=BE_SO,
        after=rf"(?= for an? (?:(?:early|mid|late)[ -])?(?:{SEASON}|{MONTH}) [a-z])",
    ),
    form(
        "It shows a planned launch for May.",
        "planned scheduled",
        "timed",
        before=only_after("a an its their the"),
        after=rf"(?= {any_of('launch release opening start rollout debut delivery completion')}\b)",
    ),
    form("Ships due to sail in May wait.", "due", "timed", after=_TO_ITS_TIME),
    form(
        "He is to resign.",
        "to",
        "firm",
        before=not_after(f"want wants need needs do this This {_PURPOSES}")
        + BE_SO
        + r"(?<!\bbe )(?<!due )",
        after=r"(?= [a-z]{2,}\b)(?! (?:the|blame|say|his|her|its|their|some|do with)\b)",
    ),
    form(
        "It announced a plan to close it.",
        "plan plans intent intention",
        "firm",
        before=rf"(?:\b{_HAS_PLANS} (?:[\w'-]+ ){{0,3}}|{WHO_SAID}(?:(?:an?|its|their) )?)",
        after=rf"(?=(?: today| (?:on )?{WEEKDAY})?(?: not)? (?:to|of) [a-z])",
    ),
    form(
        "The museum plans to open.",
        forms_of("plan intend aim seek hope", "s") + " propose proposes",
        "firm",
        before=_NO_NOUN_BEFORE + _NOT_ABANDONED,
        after=f"{TO_DO}{_NO_WISH}",
    ),
    form(
        "It is planning to open.",
        f"{_PLANNING} proposing",
        "firm",
        before=f"(?:{BE_SO}|(?<=been ))" + not_after("not"),
        after=f"{TO_DO}{_NO_WISH}",
    ),
    form(
        "It is looking to open.",
        "looking preparing gearing_up",
        "backed",
        before=IS_SO + not_after("not"),
        after=rf"{TO_DO}(?! to (?:{DETERMINER}|others?|[a-z]*(?:[^su]s|al))\b){_NO_WISH}",
    ),
    form(
        "It is looking at opening a port.",
        "looking_at planning_on considering exploring weighing in_the_process_of",
        "backed",
        before=IS_SO + not_after("not"),
        after="(?= [a-z]+ing )",
    ),
    form(
        "It is pressing ahead with the sale.",
        "going_ahead moving_ahead moving_forward pressing_ahead pushing_ahead",
        "firm",
        before=IS_SO,
        after="(?= with )",
    ),
    form(
        "It looks set to open.",
        "set poised likely ready unlikely certain sure bound destined",
        "firm",
        before=r"\b(?:appears?|looks?|seems?|remains?|stands?) (?:all |more |very )?",
        after=TO_DO,
    ),
    form(
        "It hired 40 men, aiming to open in May.",
        f"{_PLANNING} promising pledging vowing mean means",
        "timed",
        after=TO_DO + _NO_WISH,
    ),
    form(
        "It wants to open in May.",
        "want wants prepares preparing",
        "measured",
        before="(?<!n't )(?<![Yy]ou )",
        after=f"{TO_DO}{_NO_WISH}",
    ),
    form(
        "It wants to restrict sales.",
        "wants",
        "backed",
        before="(?<!n't )" + not_after("who that which everyone everybody nobody one"),
        after=rf" to {any_of(_POLICIES)}\b",
    ),
    form(
        "It plans a sale.",
        "plan plans propose proposes envisage envisages target targets eyes is_considering "
        "are_considering",
        "backed",
        before=not_after("price"),
        after=_SOMETHING,
    ),
    form(
        "It is targeting a profit.",
        "planning targeting eyeing",
        "backed",
        before=BE_SO,
        after=_SOMETHING,
    ),
    form(
        "The idea remains that it grows.",
        "plan aim goal target intention objective ambition idea hope proposal scheme",
        "backed",
        after=r"(?= (?:is|remains)(?: now| still)? (?:(?:to|for|that)\b|\d))",
    ),
    form(
        "A deadline of 1 May stands.",
        _AIMS,
        "measured",
        before=not_after("to_its to_the above_its above_the below_its below_the within_its"),
        after=r"(?= (?:of|for|is|by|to|set|until|till|that)\b)",
    ),
    form(
        "It issued a 30-day strike notice.",
        "notice ultimatum deadline",
        "firm",
        before=rf"\b{_ISSUES} [^,.;]{{0,40}}\b{COUNT}-{UNIT} (?:[a-z]+ )?",
    ),
    form(
        "It gave notice of a strike.",
        "notice ultimatum deadline",
        "firm",
        before=rf"\b{_ISSUES} [^,.;]{{0,40}}",
        after=r"(?= (?:of|for) (?:an? )?(?:strike|industrial))",
    ),
    form(
        "It has approval to close it on 3 May.",
        "approval permission consent",
        "timed",
        after="(?= (?:to [a-z]|for (?:the|an?) ))",
    ),
    form(
        "It does not plan to close it.",
        "plan intend expect propose",
        "backed",
        before=r"\b(?:does|do)(?: not|n't) (?:currently |yet |now )?",
        after=rf"(?:{TO_DO}{_NO_WISH}|(?= on [a-z]+ing ))",
    ),
    form(
        "             they did not plan to close it.",
        "plan intend expect propose",
        "backed",
        before=rf"{WHO_SAID}(?:that )?(?:it|they|he|she) did(?: not|n't) (?:currently |yet )?",
        after=f"{TO_DO}{_NO_WISH}",
    ),
    form(
        "It has named its squad, starting from 3 July.",
        "starting beginning commencing",
        "timed",
        before=r"(?<=, )",
        after=rf"(?= (?:from|on|in|this|next|{MONTH}|{WEEKDAY}|\d)\b)",
    ),
    form(
        "They had until 3 July to pay.",
        "had_until have_until has_until",
        "timed",
        after=r"(?= [^.;]{1,40}? to [a-z])",
    ),
    form(
        "Expects to open 30 shops.",
        "Expects Plans Aims Intends Targets",
        "measured",
        before=r"(?:^|; )",
        after=TO_DO,
    ),
    form(
        "Old notes can be exchanged until May.",
        "can_be",
        "timed",
        after=r"(?= [a-z]+ed (?:until|from|by|at|on)\b)",
    ),
    form(
        "They must pay by May.",
        "must need_to needs_to has_to have_to ought_to is_required_to are_required_to",
        "timed",
        after=NOT_DONE,
    ),
    form(
        "Work, on track for May, goes on.",
        "on_track on_course in_line under_way slated in_time",
        "backed",
        after=r"(?= (?:to|for)\b)",
    ),
    form("The launch was moved to May.", MOVED, "timed", before=r"(?<!to be )"),
    form(
        "The vote is on Monday.",
        "is are",
        "timed",
        after=rf"(?= (?:on |for )?(?:{WEEKDAY}|{DATE}|tomorrow|next [wmy]))",
    ),
    form(
        "He said it would open in May.",
        "would wouldn't",
        "backed",
        before="(?<!I )",
        after=f"(?!(?:(?<=wouldn't)| not) {any_of(_REFUSED)}\\b| be to [a-z]"
        "| (?:not )?(?:love|like|prefer|hate)\\b)"
        "(?= [\"']?[a-z])(?! have (?!until|to))",
    ),
    form(
        "The fair opens in May.",
        HAPPENS,
        "scheduled",
        before=f"(?<!'s ){not_after(BEFORE_NO_VERB)}{_OF_SEVERAL}",
    ),
    form(
        "Tickets for the tour go on sale in May.",
        TAKES_PLACE,
        "scheduled",
        before=not_after("to will"),
    ),
    form(
        "The store is closing in May.", IS_HAPPENING, "scheduled", before=rf"{BE}(?: also| now)? "
    ),
)
"""The forms of what somebody plans."""
