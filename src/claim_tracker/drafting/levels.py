"""Whether a sentence without a cue says how things stand: a figure, at a time."""

from collections.abc import Sequence

from claim_tracker.drafting.clauses import clauses_of
from claim_tracker.drafting.days.verb_forms import Tense, verbs_of
from claim_tracker.drafting.figures import STOCKS, Figure
from claim_tracker.drafting.patterns import (
    Pattern,
    any_of,
    either_case,
    forms_of,
    not_after,
    word_pattern,
)
from claim_tracker.drafting.plain import blanked
from claim_tracker.drafting.words import (
    A_PARTICIPLE,
    DETERMINER,
    MODALS,
    MONTH,
    WEEKDAY,
    WHO_SAID,
    YEAR,
)

_NOT_NOUNS = r"(?<!\bto_)(?<!ed_)(?<!\bthe_)(?<!\ba_)(?<!\bits_)(?<!\bof_)(?<!\bno_)"
_HOLDS = forms_of(
    "employ run operate serve host hold remain live cover carry produce generate own "
    "manage spend pay earn receive treat need lack owe include contain consist comprise "
    "supply handle sell use attend stand account_for make_up depend emit export import "
    "come_from amount_to represent boast oversee constitute control",
    "s",
)
_THIRD_PERSON = "accounts_for makes_up comes_from amounts_to leads trails averages requires affects"
_MEASURES = any_of(forms_of("cost number total", "s")) + (
    rf"(?=_(?:{any_of('the a an it them about around some up at more less over under nearly just')}"
    r"\b|[A-Z]*[\d$\u20ac\u00a3]|$))"
)
"""What is a verb before how much, and else a noun: `It costs $40`, `cost savings of $40`."""
_WORKS_WITH = r"works?_with(?=_(?:(?:over|more_than|at_least|nearly|about|around|some)_)?$)"
_HELD = " ".join(
    f"{_NOT_NOUNS}{it}" for it in (*_HOLDS.split(), *_THIRD_PERSON.split(), _MEASURES, _WORKS_WITH)
)
_SO_FAR = "now currently at_present at_the_moment so_far to_date"
_ADVERBS = r"(?:(?:not|now|also|already|just|[a-z]+ly) )*"
_ESTIMATED = "said estimated believed thought understood reported amounts amount adds"
_WERE_LEFT = "were_pending were_backlogged were_vacant were_missing were_unemployed"
"""What tells of those that are left: `He said 40 cases were pending`."""
_GOVERNS = Pattern(
    rf"(?P<did>{not_after(f'to {MODALS}')}\b(?:has|have) {_ADVERBS}(?!been\b)(?:{A_PARTICIPLE})\b)|"
    rf"(?P<holds>(?<![\w-])(?!(?:is|are) {any_of(_ESTIMATED)} to have (?:{A_PARTICIPLE})\b)"
    rf"{any_of(f'is are {_SO_FAR} costing stood was_valued {_WERE_LEFT}')}(?![\w-])|"
    rf"(?<![\w-]){any_of(f'accounted_for {_HELD}')}(?![\w-])|"
    rf"(?<!\bto )\b(?:has|have) {_ADVERBS}been (?:{A_PARTICIPLE}|\w+en)\b|\b[Tt]here have been\b|"
    rf"{not_after(f'to {MODALS}')}\b(?:has|have)\b(?! been\b)|"
    rf"(?:{WHO_SAID}|\bshows? )(?:[A-Z][\w.'-]* ){{1,4}}"
    r"(?:up|ahead|leading|trailing|tied|at|on|with)\b)"
)
"""What says how things are now, or what somebody or something has done to them."""
_HAD = Pattern(r"(?<!has )(?<!have )(?<!who )(?<!that )\bhad (?!been \w+(?:ed|en)\b)")
_COUNTING = (
    "the a some at_least more_than less_than fewer_than over under up_to all only just another "
    "nearly almost about around roughly in_all of fleet_of force_of staff_of total_of "
    "its his her their these those another an_estimated with "
    "record historic combined further additional whopping staggering well now currently still"
)
"""What stands before the figure that a sentence begins with: `More than 40 ships`."""
_HAD_REPORTED = Pattern(
    rf"((?<! ){WHO_SAID}[^;]*\b)had(?= been \w+(?:ed|en)\b)|"
    rf"((?<! ){WHO_SAID}(?:that )?(?:it|they) )had"
    rf"(?= (?:{any_of(_COUNTING)} )*[A-Z]*[\d$\u20ac\u00a3]|"
    rf" {_ADVERBS}(?!been\b)(?:{A_PARTICIPLE})\b)"
)
"""What somebody said that there was: `They said 40 men had been freed`, `It said it had 40`."""
_GONE_BY = word_pattern(
    "ago yesterday previously former(?!_(?:[a-z-]+_){0,3}[A-Z]) (?<!least_)once used_to last_night "
    "(?<!the_)last_(?:week|month|year|summer|winter|spring|autumn|fall|decade)"
)
_IN_A_YEAR = Pattern(r"\bin (?:an? )?(?:19|20)\d\d\b")


_ON_A_DAY = (
    rf"(?:(?:[Aa]s (?:of|at)(?: the end of)?|[Aa]t the end of|[Oo]n) (?:{MONTH}|{YEAR})|"
    rf"[Aa]s of (?:early |late )?{WEEKDAY})\b"
)
_THERE_WAS = "(?:had|stood at|[Tt]here were)"
_ON_ITS_DAY = Pattern(
    rf"{_ON_A_DAY}[^;]*\b{_THERE_WAS} [^,;]*\d|\b{_THERE_WAS} [^,;]*\d[^;]*\b{_ON_A_DAY}"
)
_KILLED = Pattern(
    r"(?: had been)? (?:killed|wounded|injured|shot|arrested)\b|"
    r" (?:has|have) been killed since(?: then)?[,.]"
)
"""What was done to those who are counted, and is no level: `over 49 men killed in May`."""
_NO_NOUN = any_of(
    "of in on at to for from by with as and or but than since are is was have has had will more "
    "less higher lower now this last a per over below above during compared while after despite"
)
_NOUN_AFTER = Pattern(rf" (?!{_NO_NOUN}\b)[a-z]+(?:s\b| (?!{_NO_NOUN}\b)[a-z])")
"""What is told of by a share, and no share of it: `The 25% tariffs are wrong`."""
_PURPOSE = Pattern(
    rf"{not_after(_ESTIMATED)}\bto "
    rf"(?!(?:be|have|total|employ|remain|{any_of(_COUNTING)})\b)[a-z]+ (?:[a-z]+ )?$"
)
"""What is to be done with how much, and not how much there is: `has the means to treat 40 men`."""
_DEFINES = Pattern(r"\b(?:is|are|consists of) an? [^.;]*, [a-z]+ing (?:[a-z]+ ){0,2}$")
"""What tells what one thing is like: `It is a larger ship, carrying up to 400 cars`."""
_LENGTHS = (
    "inch(?:es)? foot feet yards? miles? mm cm km kilomet\\w+ metres? meters? kg kilograms? lbs? "
    "horsepower hp kWh Nm mph km/h kph knots degrees? pixels? megapixels? gigabytes? GB"
)
_NO_S = (
    f"{STOCKS} % people injured wounded police men women children staff personnel crew "
    "aircraft sheep MW GW MWh GWh yen yuan rand naira won lira [Kk]ron(?:a|or|e|er) rupiah "
    "ringgit reais point_lead point_advantage point_edge"
)
_OF_SEVERAL = Pattern(
    rf"(?!{any_of(_LENGTHS)}(?!\w))"
    rf"(?:.*(?<!\w){any_of(_NO_S)}(?!\w)|.*[^\Ws]s(?: (?:a|an|per|each|every) .*)?$)"
)
_LASTS = Pattern("(?:[a-z]+ )*(?:days|weeks|months|years|decades)$")
"""How long something is: `He has been mayor for 12 years.`"""
_SHARE = Pattern(r"%|(?:percentage|basis) points$|point (?:lead|advantage|edge)$")
_LEAST = 10
"""What is less is told of people and things one by one: `He has three children.`"""
_BEFORE_COUNTED = Pattern(
    rf"(?:^(?:And )?|[,;:\"(-]|\b(?:{either_case('but while as that where when')}|[aA]nd(?= [a-z])|"
    r"saying|adding|said|says|shows?)(?: that)?)\s*"
    rf"(?:{either_case(_COUNTING)}\s+)*\S$"
)
"""What stands before a figure that a clause begins with, and its first character."""
_HOLD_VIEWS = any_of(
    "say said see choose chose want agree prefer feel felt think thought approve expect worry "
    "rated favou?red " + forms_of("believe disapprove oppose describe view consider identify", "ed")
)
_OF_WHOM = r"of (?:(?!who\b)[\w']+ ){1,4}?"
_POLLED = Pattern(
    rf"\)? (?:(?:{_OF_WHOM})?{_HOLD_VIEWS}|{_OF_WHOM}(?:support|(?<!in )favou?r)|"
    rf"(?:{_OF_WHOM})?(?:support|favou?r|rate|back|trust) "
    rf"(?:it|him|them|this|that|{DETERMINER}))\b"
)
"""What is told of a share of people: `45% of Danes believe that it will rain`."""


def is_of_several(figure: Figure) -> bool:
    """Whether a figure counts several things, people, money or a share, and no length or shape.

    What stands before one thing tells what it is like: `a 55-kilometre zone`, `the 777 programme`.
    """
    return _OF_SEVERAL.begins(figure.unit)


def is_of_many(figure: Figure) -> bool:
    """Whether a figure counts so many that they are told of together, or is a share."""
    is_large = figure.value >= _LEAST or figure.approximate or _SHARE.begins(figure.unit)
    return is_large and is_of_several(figure)


_PAST = (Tense.DONE, Tense.DECIDED, Tense.GOING_ON, Tense.HOPED)


def _verb_of(clauses: Sequence[str]) -> tuple[Tense | None, str]:
    """Return what the last verb tells of some clauses, and what stands after it in its clause.

    What looks like a past beside a verb in the present is a participle: `a firm founded in May is`.
    """
    for nearness, clause in enumerate(reversed(clauses)):
        if _ABSOLUTE.begins(clause):
            continue
        verbs = list(_GOVERNS.finditer(clause))
        if verbs:
            after = clause[verbs[-1].end() :] if nearness == 0 else clause
            return (Tense.DONE_NOW if verbs[-1]["did"] else Tense.IS_SO), after
        if any(it.tense in _PAST for it in verbs_of(clause)):
            return Tense.DONE, clause
    return None, ""


_ABSOLUTE = Pattern(" ?(?:and )?with ")
"""What opens a clause without a verb of its own: `with its fleet going for $4m`."""
_HOW_MANY = Pattern(rf"\s*(?:(?:{either_case(_COUNTING)}\s+)*|.* to (?:{any_of(_COUNTING)} )*)$")
"""What stands between what is done and how much it comes to: `has raised its rate to 11%`."""
_AS_KNOWN = Pattern(r"(?:\b(?:[Tt]he|all|of its|of their)|'s) (?:[a-z]+ )?$")
"""What stands before how many there are of what is known: `on all 33 counts`."""
_SUPPOSED = Pattern(
    r"\b(?:[Ii]f|[Uu]nless|[Ss]uppose|[Rr]equirements?|(?:minimum|maximum) of|not even|would say|"
    r"[Aa]ny time|[Ii]magine|[Yy]ou(?:'re|'ll)?|[Ff]or (?:example|instance)|[Hh]ere are|"
    r"rule of thumb)\b"
)
"""What tells before a figure of what is supposed, is an example or is for the reader."""
_COMPARISON = Pattern(
    r"(?:,| -) (?:an? [\w-]+ (?:of \d\S* )?from|an? \S+ [a-z]+ (?:from|on|over|compared)|"
    r"compared (?:with|to)|up|down|slipping|rising|falling|against|unchanged)\b[^;]*$|"
    r"\b[Ss]ince [^,;\d][^,;]*"
)
"""What tells beside how much there is of how much there was: `up from 40 percent last month`."""
_SIDES = "after when before because since though although while following"
_SIDE = Pattern(
    rf"^\W*{either_case(_SIDES)} [^,;\"]*,|"
    r"(?:,? following|, (?:after|because|though|although|while|which)) [^;]*$"
)
"""What is told beside, first or last: `After it closed last year, 40 ships are idle`."""


def tells_of_a_day(text: str) -> bool:
    """Whether a sentence tells what there was on a day: `It had 40 ships on June 3`."""
    return _ON_ITS_DAY.is_in(text)


def level_in(text: str, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure by which a sentence says how much or how many there are at a time.

    It is what a clause begins with, or stands after its verb, and the verb tells of now.
    """
    is_of_day = tells_of_a_day(text)
    if " had " in text:
        text = _HAD_REPORTED.sub(r"\g<1>\g<2>has", text)
    return next((it for it in figures if _is_level(text, it, is_of_day=is_of_day)), None)


def _is_over(text: str, figure: Figure) -> bool:
    """Whether what a figure is told of is over, whatever is told beside it in another clause."""
    beside = [it.span() for pattern in (_COMPARISON, _SIDE) for it in pattern.finditer(text)]
    told = blanked(text, (it for it in beside if not it[0] <= figure.start < it[1]))
    return any(it.is_in(told) for it in (_GONE_BY, _IN_A_YEAR, _HAD))


def _is_level(text: str, figure: Figure, *, is_of_day: bool) -> bool:
    """Whether a figure counts several things, or is a share of them, and its verb tells of now."""
    if not is_of_day and _is_over(text, figure):
        return False
    before = text[: figure.start]
    is_share = _SHARE.begins(figure.unit)
    if is_share and _POLLED.begins(text, figure.end):
        return True
    is_no_count = (
        not is_of_many(figure)
        or (is_share and _NOUN_AFTER.begins(text, figure.end))
        or _KILLED.begins(text, figure.end)
        or _LASTS.begins(figure.unit)
        or any(it.is_in(before) for it in (_PURPOSE, _DEFINES, _SUPPOSED))
    )
    if is_no_count:
        return False
    if _BEFORE_COUNTED.is_in(text[: figure.start + 1]):
        most = _MOST_CLAUSES + _IS_PAIR.begins(text, figure.end)
        clauses = clauses_of(text[figure.start :])[:most]
        verbs = (_verb_of([it])[0] for it in clauses)
        verb = next(filter(None, verbs), None)
        if verb is not None:
            return verb is not Tense.DONE
    verb, between = _verb_of(clauses_of(before))
    if verb is None or _AS_KNOWN.is_in(before):
        return False
    if verb is Tense.DONE:
        return is_of_day
    is_rate = is_share and " to " not in between and not text.startswith(" of ", figure.end)
    is_change = is_rate or (_SINCE if is_share else _SINCE_THEN).is_in(text)
    return verb is Tense.IS_SO or (_HOW_MANY.begins(between) and not is_change)


_MOST_CLAUSES = 3
"""Clauses in which the verb of how many is looked for: `40 ships, and 30 boats, are idle`."""
_IS_PAIR = Pattern(r" and [a-z]+s,")
"""A pair that is counted, which has a clause more: `400 homes and shops, as well as piers, are`."""
_SINCE, _SINCE_THEN = Pattern(r"\bsince\b"), Pattern(r"\bsince then\b")
