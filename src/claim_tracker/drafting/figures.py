"""The figures that a sentence names: a number, whether it is a rough one, and what it counts."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claim_tracker.dates.words import number_of
from claim_tracker.drafting.currencies import BY_SIGN, SIGNS
from claim_tracker.drafting.patterns import Pattern, any_of, either_case, forms_of
from claim_tracker.drafting.plain import blanked, words_of
from claim_tracker.drafting.words import BE, IRREGULAR_PASTS, MODALS, MONTH, OF_PEOPLE, UNIT


class Figure(NamedTuple):
    """A figure of a sentence, from one character to another, the end exclusive."""

    value: float
    unit: str
    approximate: bool
    start: int
    end: int


_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "m": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
    "trln": 1_000_000_000_000,
    "lakh crore": 1_000_000_000_000,
}
_NAMED_SCALES = "lakh_crores? lakhs? crores? hundred thousand million billion trillion"
_SCALE = rf"(?:{either_case(_NAMED_SCALES)}|{any_of(' '.join(_SCALES))})(?!\w)"
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,9})?|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,15}(?:\.\d{1,9})?"
)
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ROUGHLY = (
    "about around some approximately roughly nearly almost close_to in_the_region_of an_estimated"
)
_ABOUT = Pattern(rf"(?<![\w-]){either_case(_ROUGHLY)}(?: an?)? $|~ ?$")
_PERCENT = r"per ?cent(?:(?:age)? points?)?\b"
_OF_METRES = (
    rf"(?<=\dm)[ -]{any_of('long high tall wide deep thick away above below event race')}\b"
)
"""What tells that a number is one of metres: `a wall 14m high`."""
_FIGURE = Pattern(
    rf"(?<![\w.,/:$-])(?=[^\sa-z])(?P<sign>{SIGNS})?(?P<number>{_DIGITS})"
    rf"(?: ?(?:-|to) ?(?:{SIGNS})?(?P<last>{_DIGITS}))?"
    rf"(?: ?-?(?P<scale>{_SCALE})(?(sign)|(?!{_OF_METRES})))?"
    rf"(?P<percent> ?%| ?{_PERCENT})?"
    r"(?![\d:]|\.\d|(?:st|nd|rd|th)\b)"
)
_WORD_FIGURE = Pattern(
    rf"(?<![\w.,-])(?P<number>{either_case(_SMALL)}|"
    rf"{either_case(_TENS)}(?:-{any_of('one ' + _SMALL)})?|[Oo]ne hundred|"
    rf"[Oo]ne(?= {_PERCENT})|"
    rf"(?<![Hh]alf )(?<!quarter )(?:[Aa]|[Oo]ne|[Hh]alf a)(?= (?:hundred|thousand|million|billion|"
    rf"trillion)))(?: (?P<scale>{_SCALE}))?"
    rf"(?P<percent> {_PERCENT})?"
    r"(?=[ -][a-z$A-Z]|[.,]|  |$)",  # spaces stand for what is taken
    f"{_SMALL} {_TENS} one a half",
)
_COMPARED = "what that as more less its their the those"
_TIME_AFTER = Pattern(
    rf"[ -]?(?:(?:{any_of('more further consecutive straight successive')} )?(?i:{UNIT})s?(?!ly\b)|"
    rf"[mM]inutes?|seconds?|years?-old|o'clock|a\.m|p\.m|"
    rf"[aApP][mM]\b|noon\b|midnight\b|GMT|UTC|(?:of )?{MONTH}|"
    rf"degrees?|\u00b0|points? to|goals? to|-\d|times (?:{any_of(_COMPARED)}|[a-z]+er)\b)"
)
"""A length of time, a clock time, a day, an age, a temperature, a result of a match, a ratio."""
_NAMES = (
    "article section resolution route highway road flight age aged chapter round gate platform "
    "terminal room page phase clause group grade class type model channel formula boeing airbus "
    "act ward line volume apollo falcon soyuz ariane atlas artemis number division radio unit "
    "level block category within"
)
_MODELS = (
    "Windows Phone Galaxy Android Xbox PlayStation Pixel Surface Switch Model Mark Mk "
    "Week Year Day Schedule Title Game Season Episode Stage Tier "
    "S&P FTSE Stoxx(?:_Europe)? Nasdaq Russell Nikkei"
)
"""What is told apart by numbers with a capital: `Windows Phone 8`, `S&P 500`, `Week 1`."""
_NAME_BEFORE = Pattern(
    rf"(?:\b(?:Nos?\.?|COP|G|Covid|{either_case(_NAMES)}|{any_of(_MODELS)}) ?-?|\b[A-Z]{{1,4}}-|"
    r"\b[a-z]{1,2}[A-Z][A-Za-z]+ |\b[A-Z]{2,} [A-Z]{2,} |"
    r"(?<!\bthe )\b(?!(?:US|UK|EU|UN|UAE)\b)[A-Z]{2,4} )$"
)
"""What is numbered: `Resolution 242`, `Route 12`, `F-16`, `iPhone 5`."""
_AT = Pattern(r"\b[Aa]t $")
_OF_STREET = Pattern(
    r" (?:[A-Z]\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)*(?=[.,;\"]|$| (?:in|on|and|near)\b)"
)
"""What has a number after `at`, which is that of a house: `at 602 Bell Street`."""
_OF_ADDRESS = Pattern(
    r" (?:[A-Z][\w'.]* ){1,3}"
    rf"{any_of('Road Street Avenue Lane Drive Boulevard Highway Parkway Rd St Ave Blvd Dr')}\b"
)
"""What has the number of a house anywhere: `(660 East Calder Road)`."""
_SHAPES = (
    "man woman person member state nation country team party player race game match judge day pack "
    "point(?!_(?:lead|advantage|edge)\\b)"
)
_OF_SHAPE = Pattern(
    rf"-{any_of(_SHAPES)} (?=[a-zA-Z])|(?<=\b\d{{3}})(?<!\d \d{{3}})[ -](?:Max|MAX|Dreamliner)\b"
)
"""What tells how large one thing is, or which: `a 25-man squad`, `the 737 Max`."""
_PRICED = Pattern(r"[A-Z][\w'-]+ \($")
"""A name, beside which its price stands in brackets: `Harwick (\u00a34.6m)`."""
_BEFORE_AGES = Pattern(r"[a-z], (?:\d\d and )?$")
_AGES = Pattern(r"\d\d(?: and \d\d)?,(?!\d)")
"""What stands about the ages of people: `two men, 17 and 19, are held`."""
_MONTH_BEFORE = Pattern(rf"\b{MONTH} $")
_DATE_BEFORE = Pattern(
    r"\b(?:since|in|by|until|from|before|after|(?<!stand )(?<!stands )(?<!stood )at) $"
)
_YEAR = Pattern(r"(?:19|20|21)\d\d$")
_KNOWN = Pattern(r"(?:two|1[6-8]\d\d)$")
"""What `the` stands before without a count: `between the two firms`, `the 1864 law`."""
_NUMBERED = Pattern(r"0\d")
"""A number of a list: `(03 corridors)`."""
_NEAR = 30
"""Characters before a number in which its name or its date is looked for."""
_NO_UNIT_WORDS = frozenset(
    "the a an to in on at of for from with and or but as that which who whose where when while "
    "will would can could may might must should shall is are was were be been being has have had "
    "do does did not than then less since until till before after during over under into onto "
    "toward towards across through within without between among around about against along near "
    "out up down off by this these those it its his her their our my your he she they we i you "
    "there here if because so also more still only even just every each all both either neither "
    "nor yet now today tomorrow later next last said says according per including such via "
    "currently already stationed based located living working waiting made built set due left home "
    "abroad globally worldwide nationwide overall combined alone northeast northwest southeast "
    "southwest north south east west remain remained remains take takes took come came go goes "
    "went get gets got make makes give gives gave hold holds held stay stays say need needs face "
    "faces lost won live lives walk walks enters needed third thirds half halves quarters "
    "fifths".split()
)
"""What ends the words of a unit, or is none of them."""
_NO_UNIT = Pattern(
    r"(?:inch|in-|way|span|part|time|speed|door|storey|star|km(?!/h)|kilomet|mile|metre|meter|model|series|"
    r"class|percentage|per cent|Jan|Feb|th|am|pm|detour|[A-Z]$|"
    r"[A-Z][a-z]+ Street)\b"
)
_RESULT = Pattern(rf"{any_of('draw win defeat victory loss lead vote thrashing majority')}\b")
"""What has two numbers, and neither is a figure: `a 2-1 win`."""
_ATTACHED = Pattern(rf"(?:{any_of('MWh GWh kWh MW GW kW kg ha')}| ?(?:km/h|kph|mph|mm))\b")
"""What is written close to its number: `250MW`, `155km/h`."""
_MOST_UNIT_WORDS = 5
_PASTS = frozenset(IRREGULAR_PASTS.split())
_PLURAL = Pattern(
    r"(?:men|people|children)$|(?<!^sale)(?<!^sport)(?<!^arm)(?<!^good)(?<!^saving)(?<![aius])s$"
)
"""A noun after which a word is none of the unit: `60 ports start it`, but not `60 sales jobs`."""
_ADJECTIVE = Pattern(r"(?:\w(?:al|ive|ous|ful|able|ary)|^(?:new|key|extra|other|former))$")
"""A word after which a name is one of what is counted: `two crucial Cup matches`."""
_UNIT_WORD = Pattern(r"[ -](?P<word>(?:[A-Z]\.){2,3}|[A-Za-z][\w'-]*|%)")
_MORE = Pattern(
    r" (?:more|extra|additional|further)(?= [a-zA-Z])|"
    r"(?:-(?:plus|odd|strong)| \d[\d,.]*-[a-z]+)(?= [a-z])"
)
"""What stands between a number and its noun: `40 more ships`, `40-plus ships`, `40 2-ton cars`."""
_EACH = (
    "day week month year hour head person household tonne litre night barrel ward pupil child "
    "square_metre hectare kilometre kilowatt-hour"
)
_RATE = Pattern(rf" (?:(?:a|per|each|every) {any_of(_EACH)}|annually)\b")
_PART_OF = Pattern(
    r" of (?:its|the|their|his|her|our|all|those|these) (?=\w)"
    r"(?:(?:roughly|nearly|about|almost|around|approximately|some|more than) )?"
    r"(?:[\w-]+(?:'s|s') )?"
)
_SHARED_UNIT = Pattern(r"(?:,| and| or| another| a further) $")


def figures_in(text: str, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures of a sentence, but for those within the parts that are `taken`.

    >>> figures_in("It will add 1,500 beds at a cost of $2.4bn.", [])[0].unit
    'beds'
    """
    text = blanked(text, taken)
    matches = list(_FIGURE.finditer(text))
    if _WORD_FIGURE.may_fit(words_of(text)):
        matches += _WORD_FIGURE.finditer(text)
    found: list[Figure] = []
    for match in sorted(matches, key=re.Match.start):
        if found and match.start() < found[-1].end:
            continue
        figure = _figure(text, match, found)
        if figure is not None:
            if found and _IS_OLD.begins(text[found[-1].end : figure.start]):
                continue
            if found and _is_change(text, found[-1], figure):
                found.pop()
            found.append(figure)
    return found


_IS_OLD = Pattern(
    r",? (?:(?:up|down|revised) )?from (?:an? |the )?(?:(?:earlier|previous) )?$|"
    r"[^;]*\b(?:following|despite|compared (?:with|to)|as against|versus) (?:[a-z]+ ){0,2}$"
)
"""What stands between a figure and an old one, or another's: `It rises to 7 percent, from 6`."""


def _is_change(text: str, figure: Figure, after: Figure) -> bool:
    """Whether a figure moves to the one after it: `by 0.1 to 3.4%`, `from 8 percent to 7`."""
    return text[figure.end : after.start] == " to " and text[: figure.start].endswith(
        ("by ", "from ")
    )


def _figure(text: str, match: re.Match[str], before: Sequence[Figure]) -> Figure | None:
    if _is_price(text, match):
        return None
    groups = match.groupdict()
    sign = (groups.get("sign") or "").strip(". ")
    is_plain = not sign and not groups["scale"] and not groups["percent"]
    if is_plain and _is_no_figure(text, match):
        return None
    value = _value(groups.get("last") or match["number"])
    scale = _SCALES[groups["scale"].lower().removesuffix("s")] if groups["scale"] else 1
    unit, end = _unit(text, match, sign)
    lead = text[max(match.start() - _NEAR, 0) : match.start()]
    if not unit and before and _SHARED_UNIT.is_in(lead):
        unit = before[-1].unit  # `320,000 riders by 2030 and 500,000 by 2040`
    if not unit and _MOVED_TO.is_in(text[: match.start()]):
        unit = before[-1].unit if before else _subject_of_move(text[: match.start()])
    is_result = groups.get("last") and (_RESULT.begins(unit) or _falls(match))
    if not unit or (is_plain and (is_result or _NO_UNIT.begins(unit))):
        return None
    about = _ABOUT.search(lead)
    start = match.start() - (len(about[0]) if about is not None else 0)
    whole = value * scale
    exact = int(whole) if whole == whole.to_integral_value() else float(whole)
    return Figure(exact, unit, about is not None, start, end)


def _falls(match: re.Match[str]) -> bool:
    """Whether of two numbers the second is no greater, which no range is: `a 50-50 vote`."""
    return "-" in match[0] and _value(match["last"]) <= _value(match["number"])


_CHANGES = forms_of(
    "reduce cut raise increase trim lower bring expand rise fall drop climb", "s ed"
)
_BY_ABOUT = rf"(?:(?:{any_of(_ROUGHLY)}|more than|fewer than|a (?:maximum|minimum|total) of) )?"
_MOVED_TO = Pattern(
    rf"\b(?:{any_of(_CHANGES)}|brought|rose|fell)(?: (?:down|back|up))? "
    rf"(?:from {_BY_ABOUT}|(?:from [^;]{{1,40}} )?to {_BY_ABOUT})$"
)
"""What stands before a number of what was named before: `troops would be cut to about 2,500`."""
_IS_MOVED = Pattern(
    rf"\b(?P<unit>(?:[a-z-]+ )?[a-z]{{3,}}s) (?:(?:in|at|of) [^,.;]{{1,40}} )?{any_of(MODALS)} be "
    r"[^.;]*$"
)
"""What is moved: `Troop numbers in Calder would be cut`."""


def _subject_of_move(lead: str) -> str:
    """Return what a sentence says before a number is moved to it; empty where it does not."""
    subject = _IS_MOVED.search(lead)
    return str(subject["unit"]) if subject is not None else ""


def _is_price(text: str, match: re.Match[str]) -> bool:
    """Whether an amount stands in brackets beside a name: `Harwick (\u00a34.6m) will play`."""
    lead = text[max(match.start() - _NEAR, 0) : match.start()]
    return text[match.end() : match.end() + 1] == ")" and _PRICED.is_in(lead)


def _is_no_figure(text: str, match: re.Match[str]) -> bool:
    """Whether a plain number is a year, a day, a clock time, or the number of something."""
    lead = text[max(match.start("number") - _NEAR, 0) : match.start("number")]
    return (
        any(it.begins(match["number"]) for it in (_YEAR, _NUMBERED))
        or any(it.begins(text, match.end()) for it in (_TIME_AFTER, _OF_SHAPE, _OF_ADDRESS))
        or any(it.is_in(lead) for it in (_NAME_BEFORE, _MONTH_BEFORE))
        or (_KNOWN.begins(match["number"]) and lead.endswith(("the ", "The ")))
        or (_BEFORE_AGES.is_in(lead) and _AGES.begins(text, match.start("number")))
        or (_AT.is_in(lead) and _OF_STREET.begins(text, match.end()))
        or (_DATE_BEFORE.is_in(lead) and not _unit_words(text, match.end())[0])
    )


def _value(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number.replace(",", "").replace(" ", ""))
    words = number.lower().strip()
    return _NUMBERS.get(words) or Decimal(number_of(words))


_NUMBERS = {"one hundred": Decimal(100), "half a": Decimal("0.5")}
"""Numbers in words beside those of lengths of time."""


def _unit(text: str, match: re.Match[str], sign: str) -> tuple[str, int]:
    """Return what is counted, and where it ends: a currency, per cent, or the noun that follows."""
    end = match.end()
    if match["percent"]:
        return ("percentage points" if "point" in match["percent"] else "%"), end
    if sign:
        return BY_SIGN[sign], end
    attached = _ATTACHED.match(text, end)
    if attached is not None:
        return attached[0].strip(), attached.end()
    unit, after = _unit_words(text, _start_of_noun(text, end))
    return (unit, after) if unit else _unit_elsewhere(text, match)


def _start_of_noun(text: str, at: int) -> int:
    """Return where the noun begins of which a number is a part, else `at`: `11 of its 26 camps`."""
    part = _PART_OF.match(text, at)
    if part is None:
        return at
    wholes = (it.match(text, part.end()) for it in (_FIGURE, _WORD_FIGURE))
    return next((it.end() for it in wholes if it is not None), part.end() - 1)


def _unit_elsewhere(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return what is counted where no noun follows: after `will be`, or before the number."""
    if _OF_PEOPLE.begins(text, match.end()):
        return "people", match.end()
    told = _WILL_BE.match(text, match.end())
    if told is not None:
        unit, after = _unit_words(text, told.end())
        if unit.endswith("s"):
            return unit, after
    lead = text[: match.start()]
    subject = _NUMBER_OF.search(lead) or _COUNTED_BEFORE.search(lead)
    return (subject["unit"] if subject is not None else ""), match.end()


_WILL_BE = Pattern(r" (?:of (?:them|these|those) )?(?:will|would|are to|should) be(?= [a-z])")
"""What tells after a number without a noun what they will be: `400 will be social homes`."""
_OF_PEOPLE = Pattern(rf" (?:have|had|were|are) (?:been )?{any_of(OF_PEOPLE)}\b")
STOCKS = "population membership workforce headcount enrolment toll index caseload"
"""Nouns that are a count themselves: `The population is about 400.`"""
_NUMBER_OF = Pattern(
    rf"\b(?P<unit>(?<=[Nn]umber of )[a-z][\w' -]{{1,40}}?|{any_of(STOCKS)})"
    r"(?: (?:(?:in|of|at|from) | +)[^.;,]{1,120}?)? "
    rf"(?:now |currently )?{any_of(f'{MODALS} {BE} to has had have stands')}\b[^.;,]{{0,60}}$"
)
"""What is counted where it is said before: `The number of ships will be below 400.`"""
_PERHAPS = any_of("perhaps possibly between as_many_as up_to at_least more_than")
_COUNTED_BEFORE = Pattern(
    rf"\b(?:(?:of|with|for)(?=[^,]*, {_PERHAPS})|out of)(?: the)? "
    rf"(?P<unit>(?:[a-z-]+ ){{0,2}}[a-z]{{3,}}s), "
    rf"(?:{_PERHAPS} )*"
    r"(?:[\d,.]+ (?:and|to) )?$"
)
"""The same, counted between commas: `a force of foreign troops, between 30,000 and 50,000,`."""


def _unit_words(text: str, at: int) -> tuple[str, int]:
    """Return the words of the unit that begin at a character, and where they end."""
    more = _MORE.match(text, at)
    at = more.end() if more is not None else at
    words: list[str] = []
    while len(words) < _MOST_UNIT_WORDS:
        match = _UNIT_WORD.match(text, at)
        if match is None or _ends_unit(match["word"], words):
            break
        words.append(match["word"])
        at = match.end()
    unit = " ".join(words)
    rate = _RATE.match(text, at) if words else None
    return (unit + rate[0], rate.end()) if rate is not None else (unit, at)


def _ends_unit(word: str, words: Sequence[str]) -> bool:
    """Whether a word is none of a unit that has some words already: a verb, a name after a noun."""
    if word in _NO_UNIT_WORDS:
        return True
    if not words:
        return False
    is_plural = _PLURAL.is_in(words[-1])
    is_verb = (
        word.endswith("ed") or word in _PASTS or (is_plural and word.islower() and word != "%")
    )
    is_named = word[0].isupper() and words[-1].islower() and not _ADJECTIVE.is_in(words[-1])
    return is_verb or is_named
