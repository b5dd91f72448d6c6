"""Signs that a time stands in the name of a thing: `the June 9 accord`, `the 2030 target`."""

from claim_tracker.drafting.days.signs.sign import (
    Sign,
    Surroundings,
    all_of,
    begins_with,
    followed_by,
    has_before,
    is_no_limit,
    preceded_by,
)
from claim_tracker.drafting.tense import REVISES, first_clause
from claim_tracker.drafting.words import (
    COMES,
    DEEDS,
    MODALS,
    MONTH,
    SEASON,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    word_pattern,
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
    "budget target forecast spending estimate outlook guidance tax rate plan programme program "
    "season bid race data figures results goal deal price contract"
)
_WHICH = "(?:first|second|third|fourth|last|final)"
_RESULTS = (
    "results earnings figures GDP profit profits revenue revenues sales output data report "
    "deliveries production losses accounts performance"
)
"""What is told of a quarter, on a later day."""
_PAID_MONTHLY = "salary salaries wages wage pay payslip payroll pension pensions bill bills"
"""What is named by its month: `in the June salary`."""
_ATTENDS = (
    "attend attends attending miss misses host hosts play plays face faces join joins lead leads "
    "address hold holds skip skips win wins boycott watch show start starts open opens contest "
    "referee cover broadcast chair ahead and or"
)
_OPENS_CLAUSE = Pattern(r"(?:^\W*|[,;:] |\b(?:if|that|but|as|when) )$")
_IS_THEN = Pattern(rf"{_OPENS_CLAUSE.source}|\b{any_of(_ATTENDS)} $")
"""What may stand before an event that will be on its day: `Orr will miss Friday's vote`."""
_AHEAD = word_pattern(f"{MODALS} {COMES} is_to set due expected scheduled likely")


def _is_ahead(place: Surroundings) -> bool:
    """Whether what follows a time tells of what is to come."""
    return _AHEAD.search(first_clause(place.after)) is not None


_TOLD_ON = (
    "update statement address briefing broadcast report tweet post interview note editorial column "
    "message letter filing announcement"
)
_OF_WEEKDAY = (
    "Night Times Telegraph Mail Mirror Express Post Service Live Football Independent World "
    "Tribune Herald Sun Mercury School Review Politics Brunch"
)
"""What is named by its weekday: `the Sunday Times`."""
_NAMED_AGAIN = Pattern(
    rf"\b(?:[Tt]oday|[Tt]omorrow|[Tt]onight|[Yy]esterday|this (?:morning|evening|week|weekend)|"
    rf"{WEEKDAY}) [(\[]$"
)
"""What stands before a day that is named twice: `tomorrow (Friday)`."""
_ARTICLE = Pattern(r"(?:\b(?:[Aa]|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|'s) $")
_PART_OF_MATCH = Pattern(rf"\b{_WHICH}[ -](?:quarter|half)$")
_OF_MATCH = word_pattern(
    "half-time halftime touchdown touchdowns striker strikers midfielder midfielders midfield "
    "quarterback ten_men"
)
"""Words that sport alone has, as the fourth quarter and a penalty are of business too."""
_FICTION = "film films movie drama thriller comedy series novel story play game musical opera"
_TITLE_BEGINS = Pattern(
    rf"\b{any_of('in of the called named titled film song book show album series play')} "
    r"\"(?:[A-Z][\w']* ){0,5}$"
)
_NOT_BE = "".join(rf"(?<!\b{be} )" for be in "is are was were".split())
_JOINING = "and or but to at in on for with when if as by after from before until the a an while"
SIGNS = (
    Sign(
        "It is to be as cheap as it is today.",
        all_of(
            begins_with("today$"),
            preceded_by(r"\b(?:is|are)"),
            has_before(Pattern(r"\b(?:as|than) [^,;]*$")),
        ),
    ),
    Sign(
        "She told them not to wait for May.",
        all_of(begins_with("for "), preceded_by(r"\bnot (?:to )?wait")),
    ),
    Sign(
        "He will train tomorrow (Friday) and on Monday.",
        all_of(lambda place: _NAMED_AGAIN.search(place.before) is not None, followed_by(r"[)\]]")),
        is_of_any=True,
    ),
    Sign(
        "In its Friday evening update it tells of raids.",
        all_of(
            preceded_by(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)"),
            begins_with(rf"{WEEKDAY.lower()}\b"),
            followed_by(rf" {any_of(_TOLD_ON)}\b"),
        ),
        is_of_any=True,
    ),
    Sign(
        "Thursday, May, 29: it will be shut.",
        all_of(begins_with(rf"{WEEKDAY.lower()}$"), followed_by(rf", {MONTH},? \d")),
        is_of_any=True,
    ),
    Sign(
        "It is put off due to tomorrow's weather.",
        all_of(
            begins_with("(?:[a-z]+ )?(?:today|tomorrow)$"), followed_by("'s (?:weather|forecast)")
        ),
        is_of_any=True,
    ),
    Sign(
        "It rises for Christmas on May 29.",
        all_of(
            begins_with("(?:for|before|over) (?:christmas|easter)$"),
            followed_by(rf" on (?:{MONTH} \d|\d\d? {MONTH}|{WEEKDAY})"),
        ),
    ),
    Sign(
        "It is out in just a couple of weeks, on May 29.",
        all_of(begins_with(r"in .* (?:weeks|months|days)$"), followed_by(rf",? on (?:{MONTH}|\d)")),
    ),
    Sign(
        "It is shown on Saturday Night Live.",
        all_of(
            begins_with(rf"(?:on )?{WEEKDAY.lower()}$"), followed_by(rf" {any_of(_OF_WEEKDAY)}\b")
        ),
        is_of_any=True,
    ),
    Sign(
        "The film, set in 2049, will be shown.",
        all_of(preceded_by(rf"\b{any_of(_FICTION)},? set"), begins_with(rf"in (?:.* )?{YEAR}$")),
        is_of_any=True,
    ),
    Sign(
        "It will pay all who are shareholders of record on June 6.",
        preceded_by(
            r"\b(?:of|on) record(?:,? (?:as of|at) (?:the )?close of (?:business|trading))?"
        ),
    ),
    Sign(
        'Bell is to star in "Summer 2026".',
        all_of(
            lambda place: _TITLE_BEGINS.search(place.before) is not None,
            followed_by(r"(?: [A-Z][\w']*){0,3}\""),
        ),
        is_of_any=True,
    ),
    Sign(
        "Its paper, Sunday Schooled, is read.",
        all_of(
            begins_with(rf"{WEEKDAY.lower()}$"),
            lambda place: place.before.strip() != "",
            followed_by(rf" (?!{MONTH}|E[SD]?T\b)[A-Z][a-z]+"),
        ),
        is_of_any=True,
    ),
    Sign("It moves off its July 3 date.", preceded_by(r"\b(?:off|from) (?:its|the|their)")),
    Sign(
        "The Calder Mail on Sunday reports that it will open.",
        all_of(
            begins_with("(?:on )?sunday$"),
            preceded_by(r"(?:[A-Z][\w]+|\b[Tt]he)"),
            followed_by(r"(?: [A-Z]\w+)? (?:reports?|reported|says|understands|has learn)"),
        ),
        is_of_any=True,
    ),
    Sign(
        "They look into next year's draft budget.",
        all_of(
            begins_with("(?:(?!before)[a-z]+ )?(?:next|this) year$"),
            followed_by(rf"'s (?:[a-z-]+ ){{0,2}}{any_of('budget accounts spending tax taxes')}\b"),
        ),
        is_of_any=True,
    ),
    Sign(
        "It makes a better tomorrow.",
        all_of(
            preceded_by(r"\b(?:an?|our|their)(?: [a-z]+)?|\b(?:better|brighter)"),
            begins_with("tomorrow"),
        ),
    ),
    Sign("It pulled out from May's fair.", all_of(begins_with("from "), followed_by("'s\\b"))),
    Sign(
        "It is based on today's prices.",
        all_of(begins_with("(?:[a-z]+ )?to(?:day|night)$"), followed_by("'s\\b")),
        is_of_any=True,
    ),
    Sign(
        "The winner of this year's race is known.",
        all_of(begins_with("this "), followed_by("'s\\b")),
        is_of_any=True,
    ),
    Sign(
        "The June 9 accord holds.",
        all_of(
            lambda place: (
                _ARTICLE.search(place.before + place.deadline.phrase[: len("the ")]) is not None
                or _ARTICLE.search(place.before) is not None
            ),
            followed_by(rf"(?:'s)? {any_of(_NAMED_BY_YEAR)}\b"),
        ),
    ),
    Sign(
        "The budget for 2026 is big.",
        all_of(
            preceded_by(rf"{_NOT_BE}\b{any_of(_OF_A_TIME)}"),
            begins_with(r"for (?!(?:the )?(?:next|coming) ).*(?:\d{4}|year)$"),
            followed_by(r"(?! (?:to|at|of|from) (?:[\d$\u20ac\u00a3]|about|around|between))"),
            lambda place: REVISES.search(place.before) is None,
        ),
    ),
    Sign(
        "Police will look into Friday's attack.",
        all_of(
            begins_with(rf"(?:[a-z]+ )?{WEEKDAY.lower()}$"),
            followed_by(rf"'s (?:[a-z-]+ )?{any_of(DEEDS)}\b"),
        ),
    ),
    Sign(
        "It hangs on how Friday's storms go.",
        all_of(
            begins_with(rf"{WEEKDAY.lower()}$"),
            followed_by("'s\\b"),
            lambda place: (
                _IS_THEN.search(place.before) is None
                or (_OPENS_CLAUSE.search(place.before) is not None and not _is_ahead(place))
            ),
        ),
        is_of_any=True,
    ),
    Sign(
        "It is to recover from a fall in first quarter output.",
        all_of(
            begins_with(rf"(?:(?:in|for|of) )?(?:the )?{_WHICH}[ -](?:quarter|half)(?: {YEAR})?$"),
            followed_by(rf" (?:[a-z]+ )?{any_of(_RESULTS)}\b"),
        ),
        is_of_any=True,
    ),
    Sign(
        "It will start the second half with ten men.",
        lambda place: (
            _PART_OF_MATCH.search(place.deadline.phrase.lower()) is not None
            and _OF_MATCH.search(place.before + place.after) is not None
        ),
        is_of_any=True,
    ),
    Sign(
        "Its results for the first quarter will be out.",
        all_of(
            begins_with(
                rf"for (?:the )?(?:{_WHICH}[ -](?:quarter|half)|year|{MONTH.lower()}|"
                rf"{WEEKDAY.lower()})(?: {YEAR})?$"
            ),
            preceded_by(rf"\b{any_of('results figures accounts data earnings report')}"),
        ),
    ),
    Sign(
        "Police ask for footage from Friday.",
        all_of(
            begins_with(rf"from {WEEKDAY.lower()}$"), preceded_by(r"\b(?:footage|photos|pictures)")
        ),
    ),
    Sign(
        "It is a mid-century home.",
        all_of(
            begins_with("mid-century"), followed_by(rf" (?!{any_of(_JOINING)}\b)[a-z]"), is_no_limit
        ),
    ),
    Sign("It moves so fast that time stands still.", begins_with("that time$"), is_of_any=True),
    Sign(
        "It will look at its year-end finances.",
        all_of(
            begins_with("(?:for |in |on )?(?:the )?year-end$"),
            followed_by(rf" (?!(?:{any_of(_JOINING)}|deadline|target)\b)[a-z]"),
        ),
        is_of_any=True,
    ),
    Sign(
        "It is to be paid in June salary.",
        all_of(
            begins_with(rf"(?:(?:in|to|of|from) )?{MONTH.lower()}$"),
            followed_by(rf" (?:[a-z]+ )?{any_of(_PAID_MONTHLY)}\b"),
        ),
        is_of_any=True,
    ),
    Sign(
        "The summer 2026 season is near.",
        all_of(
            begins_with(rf"(?:the )?{SEASON} "),
            followed_by(rf" (?:[a-z]+ )?(?:{any_of(_NAMED_BY_YEAR)}|collection|issue|term)\b"),
        ),
    ),
)
