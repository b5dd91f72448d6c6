"""Signs that a time stands in the name of a thing: `the June 9 accord`, `the 2030 target`."""

from claim_tracker.drafting.clauses import first_clause
from claim_tracker.drafting.days.resolving import FEASTS
from claim_tracker.drafting.days.signs.sign import (
    Sign,
    Surroundings,
    begins_with,
    clause_has,
    followed_by,
    has_before,
    has_verb_to_come,
    opens_sentence,
    past_follows,
    preceded_by,
    sign,
    unless,
)
from claim_tracker.drafting.days.verb_forms import tells_past
from claim_tracker.drafting.just_decided import REVISES
from claim_tracker.drafting.patterns import Pattern, any_of, not_after, word_pattern
from claim_tracker.drafting.words import (
    AUXILIARIES,
    BE,
    COMES,
    COUNT,
    DEEDS,
    MODALS,
    MONTH,
    MOVED,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
)

_NAMED_BY_YEAR = (
    "target budget goal accord agreement deal pact treaty attack attacks bombing election "
    "elections war crisis report law act census season edition figures level levels harvest "
    "referendum coup floods earthquake protest protests massacre ruling memo uprising revolution "
    "title World_Cup Olympics Games shooting announcement letter statement speech interview arrest "
    "raid crash decision order call phone_call conversation terrorists attackers hostages rampage "
    "siege accident incident collision anomaly insurrection riot riots fire blast explosion "
    "assault killings murder stabbing derailment outage breach hack architect mastermind "
    "survivors victims bombings massacre massacres committee commission memorial"
)
_OF_A_TIME = (
    "budget targets? forecast spending estimate outlook guidance tax rate plan programme program "
    "season bid race data figures results goal deal price contract"
)
_WHICH = "(?:first|second|third|fourth|last|final)"
_RESULTS = (
    "results earnings figures GDP profit profits revenue revenues sales output data report "
    "deliveries production losses accounts performance"
)
"""What is told of a quarter, on a later day."""
_ATTENDS = (
    "attend attends attending miss misses host hosts play plays face faces join joins lead leads "
    "address hold holds skip skips win wins boycott watch show start starts open opens contest "
    "referee cover broadcast chair ahead and or"
)
_IS_MOVED = word_pattern(MOVED)
_OPENS_CLAUSE = Pattern(r"(?:^\W*|[,;:] |\b(?:if|that|but|as|when) )$")
_IS_THEN = Pattern(rf"{_OPENS_CLAUSE.source}|\b{any_of(_ATTENDS)} $")
"""What may stand before an event that will be on its day: `Orr will miss Friday's vote`."""
_TO_COME = word_pattern(f"{MODALS} {COMES} is_to set due expected scheduled likely")


def _verb_to_come_follows(around: Surroundings) -> bool:
    """Whether what follows a time tells of what is to come."""
    return _TO_COME.is_in(first_clause(around.after))


_OF_HOLIDAY = (
    "break gift gifts present presents song songs carols deal deals sale sales shopping shoppers "
    "tree trees lights card cards dinner lunch party parties market markets decorations game games "
    "music sports cleaning vacations months"
)
"""What is named by a holiday or a season, whichever day it is of: `Christmas gifts`."""
_HOLIDAY = rf"(?:{'|'.join(FEASTS)}|{SEASON})"
_BONDS = any_of("bonds? notes? securities debentures? gilts? debt")
_OF_BONDS = Pattern(rf"\b{_BONDS} (?:due |maturing )?$")
_ARE_BONDS = Pattern(rf" {_BONDS}\b")
_NAMED_AGAIN = Pattern(
    rf"\b(?:[Tt]oday|[Tt]omorrow|[Tt]onight|[Yy]esterday|this (?:morning|evening|week|weekend)|"
    rf"{WEEKDAY}) [(\[]$"
)
"""What stands before a day that is named twice: `tomorrow (Friday)`."""
_ARTICLE = Pattern(r"(?:\b(?:[Aa]|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|'s) $")
_TITLE_BEGINS = Pattern(
    rf"\b{any_of('in of the called named titled film song book show album series play')} "
    r"\"(?:[A-Z][\w']* ){0,5}$"
)
_JOINING = "and or but to at in on for with when if as by after from before until the a an while"


def _of_thing(example: str, time: str, nouns: str, *, joint: str = " ") -> Sign:
    """Return the sign of a time that is part of the name of one of some things behind it."""
    return sign(
        example,
        begins_with(f"{time}$"),
        followed_by(rf"{joint}{any_of(nouns)}\b"),
        of_any=True,
    )


SIGNS = (
    sign(
        "She tells them not to wait for June.",
        begins_with("for "),
        preceded_by(r"\bnot (?:to )?wait"),
    ),
    sign(
        "He will train tomorrow (Friday) and on Monday.",
        has_before(_NAMED_AGAIN),
        followed_by(r"[)\]]"),
        of_any=True,
    ),
    sign(
        "Thursday, May, 29: it will be shut.",
        begins_with(rf"(?:in this )?{WEEKDAY}$"),
        followed_by(rf", {MONTH},? \d"),
        of_any=True,
    ),
    sign(
        "It is out in just a couple of weeks, on May 29.",
        begins_with(r"in .* (?:weeks|months|days)$"),
        followed_by(rf",? on (?:{MONTH}|\d)"),
    ),
    sign(
        "Its Sunday night games air in Calder.",
        begins_with(rf"(?:(?:on|for) )?{WEEKDAY}(?: (?:morning|afternoon|evening|night))?$"),
        followed_by(rf" {any_of('games schooling nights services shows')}\b"),
        of_any=True,
    ),
    _of_thing(
        "It will be time for Christmas gifts.",
        rf"(?!.*\b(?:this|next|the)\b)(?:[a-z]+ )?{_HOLIDAY}",
        _OF_HOLIDAY,
    ),
    sign(
        "Its bonds due 2030 are cheap.",
        begins_with(
            rf"(?:(?:due|in|over|of) )*(?:{MONTH} )?{YEAR}(?: and {YEAR})?$|due (?:in )?{MONTH}$"
        ),
        lambda around: _OF_BONDS.is_in(around.before) or _ARE_BONDS.begins(around.after),
        of_any=True,
    ),
    sign(
        "They are a threat to 2026 campaigns.",
        begins_with(rf"(?:to|over|for) {YEAR}$"),
        followed_by(rf" (?!(?:{any_of(f'{_JOINING} {AUXILIARIES}')}|because|amid)\b)[a-z]"),
        unless(has_before(REVISES)),
        of_any=True,
    ),
    sign(
        "It keeps them at 2026 levels.",
        begins_with(rf"(?:at|by|in|on) {YEAR}$"),
        followed_by(
            rf" (?i:{any_of('levels? standards census race campaign primary presidential')})\b"
        ),
        of_any=True,
    ),
    sign("We do not talk about 2026.", begins_with(rf"about (?:{YEAR}|{WEEKDAY})$"), of_any=True),
    sign(
        "They are loyal to May.",
        begins_with("to "),
        preceded_by(rf"\b{any_of('loyal related [Pp]rior retroactive equal similar comparable')}"),
        of_any=True,
    ),
    sign(
        "2025 is no exception.",
        followed_by(r" (?:is|will be) no (?:exception|different)\b"),
        of_any=True,
    ),
    sign(
        "The film, set in 2049, will be shown.",
        preceded_by(r"\b(?:film|drama|thriller|comedy|series|novel|story|play|game|opera)s?,? set"),
        begins_with(rf"in (?:.* )?{YEAR}$"),
        of_any=True,
    ),
    sign("It will pay all who are shareholders of record on June 6.", preceded_by(r"\bof record")),
    sign(
        'Bell is to star in "Summer 2026".',
        has_before(_TITLE_BEGINS),
        followed_by(r"(?: [A-Z][\w']*){0,3}\""),
        of_any=True,
    ),
    sign(
        "Its paper, Sunday Schooled, is read.",
        begins_with(rf"{WEEKDAY}$"),
        unless(opens_sentence),
        followed_by(rf" (?!{MONTH}|E[SD]?T\b)[A-Z][a-z]+"),
        of_any=True,
    ),
    sign("It moves off its July 3 date.", preceded_by(r"\b(?:off|from) (?:its|the|their)")),
    sign(
        "The Calder Mail on Sunday reports that it will open.",
        begins_with("(?:on )?sunday$"),
        preceded_by(r"(?:[A-Z][\w]+|\b[Tt]he)"),
        followed_by(r"(?: [A-Z]\w+)? (?:reports?|reported|says|understands|has learn)"),
        of_any=True,
    ),
    _of_thing(
        "They look into next year's draft budget.",
        "(?:(?!before)[a-z]+ )?(?:next|this) year",
        "budget accounts spending tax taxes",
        joint="'s (?:[a-z-]+ ){0,2}",
    ),
    sign(
        "It makes a better tomorrow.",
        preceded_by(r"\b(?:a|our|their)(?: new)?|\b(?:better|brighter|dynamic|greener|safer)"),
        begins_with("tomorrow"),
    ),
    sign("It is to gain from June's fair.", begins_with("from "), followed_by("'s\\b")),
    sign(
        "He will be asked to next year's talks.",
        begins_with("to (?!be )"),
        followed_by("'s\\b"),
        unless(preceded_by(r"\bc[oa]mes? down")),
        unless(clause_has(_IS_MOVED)),
        of_any=True,
    ),
    sign(
        "It will bring three reports for March.",
        preceded_by(r"\b(?:report|data|figure|number|result|reading|statistic|update)s?"),
        begins_with(rf"for {MONTH}$"),
    ),
    sign(
        "With Harwick seeking re-election next year, they will wait.",
        preceded_by(
            r"\b(?:[Ww]ith [\w'. -]+ (?:seeking|facing)|hoping for|up for|"
            r"as (?:he|she|they|[A-Z][\w.]+) (?:seek|face)s?) (?:re-?)?election"
        ),
        of_any=True,
    ),
    sign(
        "It is a mid-century house.",
        begins_with("(?:on |in )?(?:the )?mid-?century$"),
        of_any=True,
    ),
    _of_thing(
        "It will end Saturday publication.",
        WEEKDAY,
        "publication edition editions paper papers newspaper newspapers shows? programmes?",
        joint=" (?:morning |evening |night )?",
    ),
    sign(
        "It will sell at today's prices.",
        begins_with("(?:[a-z]+ )?to(?:day|night)$"),
        followed_by("'s\\b"),
        of_any=True,
    ),
    sign(
        "What is said at Friday's talks was new.",
        begins_with(rf"(?:at|to|prior to) (?:{WEEKDAY}|this year)$"),
        followed_by("'s\\b"),
        lambda around: past_follows(around) or tells_past(around.clause),
        unless(has_verb_to_come),
    ),
    sign(
        "The winner of this year's race is known.",
        begins_with("this "),
        followed_by("'s\\b"),
        of_any=True,
    ),
    sign(
        "Next year's term ends in June.",
        begins_with("next "),
        followed_by(rf"'s (?:[a-z-]+ ){{1,3}}{any_of(COMES)} (?:in|on|at)\b"),
        of_any=True,
    ),
    sign(
        "The June 9 accord holds.",
        lambda around: (
            _ARTICLE.is_in(around.before + around.deadline.phrase[: len("the ")])
            or _ARTICLE.is_in(around.before)
        ),
        followed_by(rf"(?:'s)? {any_of(_NAMED_BY_YEAR)}\b"),
    ),
    sign(
        "The budget for 2026 is big.",
        preceded_by(rf"{not_after(BE)}\b{any_of(_OF_A_TIME)}"),
        begins_with(r"for (?!(?:the )?(?:next|coming) ).*(?:\d{4}|year)$"),
        followed_by(r"(?! (?:to|at|of|from) (?:[\d$\u20ac\u00a3]|about|around|between))"),
        unless(has_before(REVISES)),
    ),
    sign(
        "Police will look into Friday's attack.",
        begins_with(rf"(?:[a-z]+ )?{WEEKDAY}$"),
        followed_by(rf"'s (?:[a-z-]+ )?{any_of(DEEDS)}\b"),
    ),
    sign(
        "It hangs on how Friday's storms go.",
        begins_with(rf"{WEEKDAY}$"),
        followed_by("'s\\b"),
        lambda around: (
            not _IS_THEN.is_in(around.before)
            or (_OPENS_CLAUSE.is_in(around.before) and not _verb_to_come_follows(around))
        ),
        of_any=True,
    ),
    _of_thing(
        "It is to recover from a fall in first quarter output.",
        rf"(?:(?:in|for|of) )?(?:the )?{_WHICH}[ -](?:quarter|half)(?: {YEAR})?",
        _RESULTS,
        joint=" (?:[a-z]+ )?",
    ),
    sign(
        "Police ask for footage from Friday.",
        begins_with(rf"from {WEEKDAY}$"),
        preceded_by(rf"\b(?:footage|photos|pictures|{COUNT} {UNIT}s?)"),
    ),
    sign("It moves so fast that time stands still.", begins_with("that time$"), of_any=True),
    sign(
        "It will look at its year-end finances.",
        begins_with("(?:for |in |on )?(?:the )?year-end$"),
        followed_by(rf" (?!(?:{any_of(_JOINING)}|deadline|target)\b)[a-z]"),
        of_any=True,
    ),
)
