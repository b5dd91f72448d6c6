"""Whether a sentence without a cue says how things stand: a figure, at a time."""

from collections.abc import Sequence

from claim_tracker.drafting.cues.form import not_after
from claim_tracker.drafting.days.verb_forms import Tense, verbs_of
from claim_tracker.drafting.figures import STOCKS, Figure
from claim_tracker.drafting.tense import clauses_of
from claim_tracker.drafting.words import (
    MODALS,
    MONTH,
    WEEKDAY,
    YEAR,
    Pattern,
    any_of,
    either_case,
    forms_of,
    word_pattern,
)

_HOLDS = forms_of(
    "employ run operate serve host hold remain live total number cover carry produce generate own "
    "manage spend pay earn receive treat need lack owe include contain consist comprise "
    "supply handle sell use attend stand account_for make_up depend emit export import",
    "s",
)
"""What holds now: `The airport serves 22 airlines.`"""
_NOT_NOUNS = r"(?<!\bto_)(?<!ed_)(?<!\bthe_)(?<!\ba_)(?<!\bof_)(?<!\bno_)"
_HELD = " ".join(f"{_NOT_NOUNS}{it}" for it in _HOLDS.split())
_PRESENT = word_pattern(
    "is are now currently at_present at_the_moment so_far to_date costing stood "
    "(?<!a_)(?<!the_)(?<!its_)cost (?<!of_)costs "
    f"was_valued accounted_for accounts_for makes_up {_HELD}"
)
_HAS = Pattern(
    rf"{not_after(f'to {MODALS}')}\b(?:has|have) (?!been )|\b(?:has|have|had) been \w+(?:ed|en)\b"
)
"""`has lost`, and what has been done; not `had`, which tells of another time."""
_HAD = Pattern(r"\bhad (?!been \w+(?:ed|en)\b)")
_GONE_BY = word_pattern(
    "ago yesterday since previously former once used_to last_week last_month last_year last_summer "
    "last_winter last_spring last_autumn last_fall last_decade last_night"
)
_COUNTING = (
    "the a some at_least more_than less_than fewer_than over under up_to all only just another "
    "nearly almost about around roughly in_all of fleet_of force_of staff_of total_of "
    "its his her their these those another an_estimated with"
)
"""What stands before the figure that a sentence begins with: `More than 40 ships`."""
_IN_A_YEAR = Pattern(r"\bin (?:19|20)\d\d\b")


_ON_A_DAY = rf"(?:[Aa]s of|[Aa]t the end of|[Oo]n) (?:{MONTH}|{YEAR})\b"
_STANDS = Pattern(
    r"\b(?:and|but) (?:now|currently) (?:stands|is|are|has|have|totals|runs)\b|"
    rf"\b(?:has|have) been [a-z]+ since (?:last|the|early|late|{MONTH}|{WEEKDAY}|{YEAR})\b"
)
"""What tells of now beside what was: `It has fallen since 2009 and now stands at 2%`."""
_ON_ITS_DAY = Pattern(rf"{_ON_A_DAY}[^;]*\bhad [^,;]*\d|\bhad [^,;]*\d[^;]*\b{_ON_A_DAY}")
_KILLED = Pattern(r" (?:killed|wounded|injured|shot|arrested|dead)\b")
"""What was done to those who are counted, and is no level: `over 49 men killed in May`."""
_WAS = word_pattern("was were")
_NO_NOUN = any_of(
    "of in on at to for from by with as and or but than since are is was have has had will more "
    "less higher lower now this last a per over below above during compared while after"
)
_NOUN_AFTER = Pattern(rf" (?!{_NO_NOUN}\b)[a-z]+(?:s\b| (?!{_NO_NOUN}\b)[a-z])")
"""What is told of by a share, and no share of it: `The 25% tariffs are wrong`."""
_ESTIMATED = "said estimated believed thought known understood reported amounts amount adds"
_PURPOSE = Pattern(
    rf"{not_after(_ESTIMATED)}\bto (?!(?:be|have|total|employ|remain)\b)[a-z]+ (?:[a-z]+ )?$"
)
"""What is to be done with how much, and not how much there is: `has the means to treat 40 men`."""
_DEFINES = Pattern(r"\b(?:is|are|consists of) an? [^.;]*, [a-z]+ing (?:[a-z]+ ){0,2}$")
"""What tells what one thing is like: `It is a larger ship, carrying up to 400 cars`."""
_LENGTHS = (
    "inch(?:es)? foot feet yards? miles? mm cm km kilomet\\w+ metres? meters? kg kilograms? lbs? "
    "horsepower hp kWh Nm mph km/h kph knots degrees? pixels? megapixels? gigabytes? GB"
)
_NO_S = (
    f"{STOCKS} % people police men women children staff personnel crew aircraft sheep MW GW MWh "
    "GWh yen yuan rand naira won lira rupiah ringgit reais"
)
_OF_SEVERAL = Pattern(
    rf"(?!{any_of(_LENGTHS)}(?!\w))"
    rf"(?:.*(?<!\w){any_of(_NO_S)}(?!\w)|.*[^\Ws]s(?: (?:a|an|per|each|every) .*)?$)"
)
_LEAST = 10
"""What is less is told of people and things one by one: `He has three children.`"""
_BEFORE_COUNTED = Pattern(
    r"(?:^|[,;:\"(-]|\b(?:but|while|as|that|where|when))\s*"
    rf"(?:{either_case(_COUNTING)}\s+)*$"
)


def is_of_several(figure: Figure) -> bool:
    """Whether a figure counts several things, people, money or a share, and no length or shape.

    What stands before one thing tells what it is like: `a 55-kilometre zone`, `the 777 programme`.
    """
    return _OF_SEVERAL.match(figure.unit) is not None


def _tells_then(between: str) -> bool:
    """Whether a verb after the one in the present tells of the past: `has a yard and lost 40`."""
    verbs = [list(verbs_of(it)) for it in clauses_of(between)[1:]]
    last = next((it[-1] for it in reversed(verbs) if it), None)
    return _WAS.search(between) is not None or (last is not None and last.tense is Tense.DONE)


def tells_of_a_day(text: str) -> bool:
    """Whether a sentence tells what there was on a day: `It had 40 ships on June 3`."""
    return _ON_ITS_DAY.search(text) is not None


def level_in(text: str, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure by which a sentence says how much or how many there are at a time.

    It is what the sentence begins with, or stands after its verb.
    """
    is_of_day = tells_of_a_day(text)
    tenses = (_PRESENT, _HAS, _HAD) if is_of_day else (_PRESENT, _HAS)
    verbs = [match.end() for it in tenses if (match := it.search(text)) is not None]
    is_over = any(it.search(text) for it in (_GONE_BY, _IN_A_YEAR, _HAD))
    if not verbs or (is_over and not is_of_day and _STANDS.search(text) is None):
        return None
    for it in filter(is_of_several, figures):
        follows = it.end > min(verbs) and not _tells_then(text[min(verbs) : it.start])
        before = text[: it.start]
        if _KILLED.match(text, it.end) or _PURPOSE.search(before) or _DEFINES.search(before):
            continue
        is_of_noun = it.unit == "%" and _NOUN_AFTER.match(text, it.end) is not None
        is_counted = follows or _BEFORE_COUNTED.search(before) is not None
        if is_counted and not is_of_noun and (it.value >= _LEAST or it.unit == "%"):
            return it
    return None
