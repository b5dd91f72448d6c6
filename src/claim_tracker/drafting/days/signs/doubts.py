"""Signs that a time may be over or to come, so that it keeps its phrase and gets no days."""

from claim_tracker.drafting.days.outlook import Outlook
from claim_tracker.drafting.days.signs.sign import (
    MODAL,
    Sign,
    Surroundings,
    Test,
    begins_with,
    clause_has,
    depends_on_verb,
    followed_by,
    has_before,
    has_date,
    has_verb_to_come,
    is_after,
    is_no_limit,
    is_weekday,
    opens_sentence,
    preceded_by,
    unless,
    will_open,
)
from claim_tracker.drafting.patterns import Pattern, any_of, not_after, word_pattern
from claim_tracker.drafting.words import (
    COUNT,
    DATE,
    DETERMINER,
    MODALS,
    MONTH,
    MOVED,
    NO_OTHER_CLAUSE,
    NO_OTHER_VERB,
    UNIT,
    WEEKDAY,
    WHO_SAID,
)

_HAD_SAID = Pattern(
    r"\bhad (?:hoped|planned|intended|wanted|expected)\b[^;]*$|"
    rf"\bhad (?:{any_of('previously earlier initially originally once')} [a-z]+(?:ed|aid|old|et)\b|"
    rf"(?:[a-z]+ly )?{any_of('said declared announced stated warned claimed')}\b|"
    rf"(?:[a-z]+ly )?{any_of('extended postponed delayed pushed moved')}\b)[^;]*$"
)
"""What was said or set before, and may hold no more: `It had extended the deadline to May`."""
_SAID_TO_BE_DONE = Pattern(rf"{WHO_SAID} {DETERMINER} (?:(?!{any_of(MODALS)}\b)[\w'-]+ )*$")
"""A deed behind who told it: `The city announced the closure of its halls on May 17`."""
_IN_ANSWER = "following after amid when in_response due_to because_of"
"""What tells why something was done, which is then over: `on May 17 following the floods`."""
_SET_EARLIER = Pattern(
    rf"(?:^\W*|{WHO_SAID})(?:[Ii]n (?:{MONTH}|(?:19|20)\d\d)|[Ll]ast year|"
    r"[Ee]arlier this|(?:[\w'-]+ ){1,4}ago)\b"
)
"""What tells that a length of time was set before the publication, and is counted from then."""
_IN_THE_EVENT = Pattern(
    r"(?:^\W*|[\";] |\b(?:that|and|but) )(?:[Ii]f|[Ii]n the event (?:that|of)|[Oo]nce) [^,;]*, "
    r"[^;]*$"
)
"""A condition from which a length of time is counted: `If talks fail, it strikes within a day`."""
_FIRST = "first originally initially"
_MOVED_AGAIN = Pattern(
    rf"\b(?:was|were) {any_of(_FIRST)} [^;.]*,? (?:but|and) (?:was|were) (?:(?:then|later|again) )?"
    rf"{any_of(MOVED)} [^;,.]*$|"
    rf"\b{any_of(MOVED)} (?:twice|repeatedly|again and again|(?:several|many|three|four) times)\b"
    r"(?:(?!\b(?:will|now|is|are|set|due)\b)[^;.])*$"
)
"""A day that was set in place of an earlier one, and may have been moved once more."""
_IF = Pattern(
    rf"(?:\b(?:[Ii]f|{not_after('vote votes decide decides on')}[Ww]hether|"
    r"[Ii]n case(?! of)|[Pp]rovided that|[Aa]ssuming(?: that)?|what happens)|^\W*(?:Should|Were)) "
    r"(?!(?:necessary|needed|possible|required|approved|any|at all)\b)"
    rf"(?P<rest>(?:(?!{WHO_SAID}| then\b)[^,;\"])*)$"
)
"""A condition, or what is asked, up to a time in it."""
_NOT = word_pattern("not no nothing nobody without fail fails cannot n't")


def _is_condition(around: Surroundings) -> bool:
    """Whether a time is that of a condition; not where it is an ultimatum: `if not by Friday`."""
    condition = _IF.search(around.before)
    if condition is None:
        return False
    return not (around.deadline.is_limit and _NOT.is_in(condition["rest"].replace("n't", " not")))


_ON = Pattern("(?:from|until|till|by|before|starting|beginning|effective|no later than) ")
_WILL_BE = Pattern(
    rf"\b{any_of(f'{MODALS} begins starts opens falls takes_place take_place')}\b[^,;(]*$"
)


def _is_day_of_page(around: Surroundings) -> bool:
    """Whether a time is the day of publication in full, as pages have it: `(May 14)`.

    News says `today` or `on Wednesday` for the day of publication, or tells what will be on it.
    """
    period, phrase = around.deadline.period, around.deadline.phrase
    return (
        period is not None
        and period.is_day
        and around.days_away == 0
        and has_date(around)
        and not _ON.begins(phrase.lower())
        and not _WILL_BE.is_in(around.before)
        and not will_open(around)
    )


_NO_LONGER = Pattern(
    r"\bno longer (?:[a-z]+ )?(?:expect|plan|hope|intend|aim|due|set|scheduled|on track)"
    rf"(?:ed|s|ing)?\b{NO_OTHER_VERB}$"
)
_UNTRUE = r"(?:not true|untrue|false|fake|a hoax|unfounded|baseless)"
_TALES = "claims? reports? rumou?rs? news posts? messages? videos? stor(?:y|ies)"
_DENIED = Pattern(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)) (?:[\w'-]+ ){0,2}?"
    rf"(?:that|reports?|rumou?rs?|claims?|talk|suggestions?|speculation)\b{NO_OTHER_CLAUSE}$|"
    rf"\b{_UNTRUE} that\b{NO_OTHER_CLAUSE}$|"
    rf"\b(?:[Ff]ake|[Ff]alse|[Hh]oax) (?:[a-z]+ ){{0,2}}?{any_of(_TALES)}\b{NO_OTHER_VERB}\bthat\b"
    rf"{NO_OTHER_CLAUSE}$"
)
"""What is said not to be so: `Orr denied reports that he will leave in June`."""
_OLD_PLAN = Pattern(
    r"\b(?:original|initial|previous|earlier) "
    r"(?:(?:plan|date|schedule|deadline|target|timetable)s?\b[^,;.]*)?$"
)
_NEAR_EVENT = (
    r"\b(?:ahead of|leading up to|lead-up to|run-up to|(?:[Bb]efore|[Aa]fter|[Ss]ince|until)"
    r"(?= (?:the|its|this|[A-Z]\w+'))|days to|weeks to)(?: (?:the|its|this|a|[A-Z]\w+'s?))?"
)
_AN_EVENT = (
    r"(?:'s)? (?:[A-Z][\w.-]* |[a-z-]+ ){0,2}?"
    r"(?:elections?|votes?|polls?|summit|meeting|attacks?|launch)\b"
)
_KNOWN = Pattern(rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|'s) {COUNT}-{UNIT}[\w -]*$")
"""A length of time that was set before."""


_DEAL = Pattern(
    r"(?<!has )(?<!have )\b(?:agreed to (?:buy|acquire|sell|merge|pay|settle)|decided to) [^,;.]*$"
)
"""What was agreed or decided, rather than done, at a time behind it."""
_A_YEAR_AWAY = 300
"""Days to the next day of a month from which on the last one was just over."""


def _doubt(example: str, *tests: Test) -> Sign:
    """Return the sign that a time that has days may be over or to come."""
    return Sign(example, tests, verdict=Outlook.UNSURE)


SIGNS = (
    _doubt("They ask whether it will open in June.", _is_condition),
    _doubt("It no longer plans to open by June.", has_before(_NO_LONGER)),
    _doubt("Orr denied reports that he will leave in June.", has_before(_DENIED)),
    _doubt(
        "The rumour that schools will close in June is false.",
        followed_by(
            rf"(?:(?!\b(?:and|but|if|as)\b)[^,;.]){{0,40}} (?:is|are|was|were) {_UNTRUE}\b"
        ),
    ),
    _doubt("If you have money, it is best spent by June.", has_before(Pattern(r"\b[Ii]f you\b"))),
    _doubt("It is behind its original plan to open by June.", has_before(_OLD_PLAN)),
    _doubt("It opens at noon (2 p.m. GMT Saturday).", preceded_by(r"\([^)]* [A-Z]{2,4}")),
    _doubt("It will open (May 14).", _is_day_of_page),
    _doubt(
        "It will be shown leading up to the June 3 vote.",
        preceded_by(_NEAR_EVENT),
        followed_by(_AN_EVENT),
        is_no_limit,
    ),
    _doubt(
        "It is a target for both ahead of June's vote.",
        begins_with("ahead of "),
        followed_by("'s"),
        unless(has_verb_to_come),
    ),
    _doubt("It will be held on the Monday.", preceded_by(r"\b[Tt]he"), is_weekday),
    _doubt(
        "At 10:12 p.m., the hunt begins.",
        opens_sentence,
        begins_with(r"at \d[\d:.]* ?[ap]\.?m"),
        unless(will_open),
    ),
    _doubt(
        "It may rain late this weekend into early next week.",
        begins_with("into "),
        preceded_by(rf"\b(?:{UNIT}|weekend|night|morning|afternoon|evening|{WEEKDAY}|{MONTH})"),
    ),
    _doubt("It may rain late this week into early June.", followed_by(" into (?:early|late|the) ")),
    _doubt("They had seven days to leave.", begins_with("had ")),
    _doubt(
        "It will be done by the end of its 60-day deadline.",
        begins_with(rf"(?:[a-z]+ )?{COUNT}-{UNIT}"),
        lambda around: _KNOWN.is_in(around.before + around.deadline.phrase),
    ),
    _doubt("It makes the ships of tomorrow.", preceded_by(r"\bof"), begins_with("to")),
    _doubt(
        "It will be cheaper until May 12.",
        begins_with(rf".*\b{DATE}"),
        is_after(_A_YEAR_AWAY),
    ),
    _doubt(
        "It will begin in its fiscal 2026 third quarter.",
        preceded_by(r"\b(?:[Ff]iscal|FY) ?(?:[Yy]ear ?)?(?:\d{4}(?:'s)?)?"),
    ),
    _doubt("She had said it would open by July 3.", has_before(_HAD_SAID)),
    _doubt(
        "               the closing of its halls on May 17 following the floods.",
        has_before(_SAID_TO_BE_DONE),
        followed_by(rf",? {any_of(_IN_ANSWER)}\b"),
        is_no_limit,
    ),
    _doubt(
        "Ten weeks ago, crews were sure that it will open within 90 days.",
        begins_with(rf"(?:[a-z]+ ){{0,3}}?{COUNT}[ -]{UNIT}"),
        has_before(_SET_EARLIER),
    ),
    _doubt(
        "If talks fail, it will strike within 24 hours.",
        begins_with(rf"(?:(?:with)?in|has|have) {COUNT} {UNIT}s?$"),
        has_before(_IN_THE_EVENT),
    ),
    _doubt(
        "It was delayed twice, the last time to July.",
        lambda around: _MOVED_AGAIN.is_in(around.before + around.deadline.phrase),
    ),
    _doubt(
        "It is set for June 2, of the same year.",
        followed_by(r",? (?:of |in )?(?:the|that) (?:same |following )?year\b"),
    ),
    _doubt(
        "The firm agreed to buy the yard in June.",
        begins_with("(?:in|over) "),
        depends_on_verb,
        clause_has(_DEAL),
        unless(clause_has(MODAL)),
    ),
    _doubt("It will open after July 3.", preceded_by(r"\b[Aa]fter")),
)
