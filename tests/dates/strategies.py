"""Texts of dates with what the table of accepted forms says of each, and texts near to them."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from claim_tracker.dates.patterns import form_patterns

untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

MONTH_NAMES = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
THIRDS = ("early ", "mid-", "late ")
SIGNS = {"~": (True, False), "?": (False, True), "%": (True, True)}


@dataclass(frozen=True)
class Written:
    """A text, and the canonical form, days and qualifiers that it has."""

    text: str
    canonical: str
    earliest: date
    latest: date
    approximate: bool = False
    uncertain: bool = False


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def ordinal(number: int) -> str:
    """The end of a number that says the how-manieth something is."""
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"


years = st.integers(1, 9998)
month_numbers = st.integers(1, 12)


@st.composite
def days(draw: st.DrawFn) -> Written:
    """`2025-09-30`, `30 Sep. 2025`, `30th September 2025`, `September 30, 2025`, `30/09/2025`."""
    day = draw(st.dates(max_value=date(9998, 12, 31)))
    name = draw(st.sampled_from(MONTH_NAMES[day.month - 1]))
    forms = (
        day.isoformat(),
        f"{day.day} {name} {day.year:04}",
        f"{day.day}{ordinal(day.day)} {name}., {day.year:04}",
        f"{name}. {day.day}, {day.year:04}",
        f"{name} {day.day}{ordinal(day.day)} {day.year:04}",
        f"{day.day}/{day.month:02}/{day.year:04}" if day.day > 12 else day.isoformat(),
        f"{day.day}.{day.month}.{day.year:04}" if day.day > 12 else day.isoformat(),
        f"{day.month:02}/{day.day}/{day.year:04}" if day.day > 12 else day.isoformat(),
        f"{day.month}.{day.day}.{day.year:04}" if day.day > 12 else day.isoformat(),
        day.isoformat().replace("-", "\u2013"),
    )
    return Written(draw(st.sampled_from(forms)), day.isoformat(), day, day)


@st.composite
def months(draw: st.DrawFn) -> Written:
    """`2025-09`, `September 2025`, `Sept 2025`."""
    year, month = draw(years), draw(month_numbers)
    name = draw(st.sampled_from(MONTH_NAMES[month - 1]))
    canonical = f"{year:04}-{month:02}"
    text = draw(st.sampled_from((canonical, f"{name} {year:04}", f"{name}., {year:04}")))
    return Written(text, canonical, date(year, month, 1), last_day(year, month))


@st.composite
def whole_years(draw: st.DrawFn) -> Written:
    """`2025`."""
    year = draw(years)
    return Written(f"{year:04}", f"{year:04}", date(year, 1, 1), date(year, 12, 31))


@st.composite
def decades(draw: st.DrawFn) -> Written:
    """EDTF `202X`, `the 2020s`."""
    decade = draw(st.integers(1, 999))
    text = draw(st.sampled_from(("{:03}X", "the {:03}0s", "{:03}0s"))).format(decade)
    first = decade * 10
    return Written(text, f"{decade:03}X", date(first, 1, 1), date(first + 9, 12, 31))


@st.composite
def parts_of_years(draw: st.DrawFn) -> Written:
    """`2025-Q3`, `Q3 2025`, EDTF `2025-35`; `2025-H1`, `H1 2025`, EDTF `2025-40`."""
    year = draw(years)
    letter, count, code = draw(st.sampled_from((("Q", 4, 33), ("H", 2, 40))))
    number = draw(st.integers(1, count))
    length = 12 // count
    canonical = f"{year:04}-{letter}{number}"
    forms = (canonical, f"{letter}{number} {year:04}", f"{year:04}-{code + number - 1}")
    first, last = date(year, (number - 1) * length + 1, 1), last_day(year, number * length)
    return Written(draw(st.sampled_from(forms)), canonical, first, last)


@st.composite
def thirds(draw: st.DrawFn) -> Written:
    """`early 2026`, `mid-September 2025`, `late 2026`."""
    year, third = draw(years), draw(st.integers(0, 2))
    if draw(st.booleans()):
        text = f"{THIRDS[third]}{year:04}"
        return Written(text, text, date(year, third * 4 + 1, 1), last_day(year, third * 4 + 4))
    month = draw(month_numbers)
    text = f"{THIRDS[third]}{draw(st.sampled_from(MONTH_NAMES[month - 1]))} {year:04}"
    first = date(year, month, (1, 11, 21)[third])
    last = last_day(year, month) if third == 2 else date(year, month, (10, 20)[third])
    return Written(text, text.lower(), first, last)


@st.composite
def ends(draw: st.DrawFn) -> Written:
    """`end of 2026`, `by the end of September 2025`, `before the end of Q1 2026`."""
    year, month = draw(years), draw(month_numbers)
    what, month = draw(
        st.sampled_from(
            (
                ("", 12),
                *((f"{name} ", month) for name in MONTH_NAMES[month - 1]),
                *((f"Q{number} ", number * 3) for number in range(1, 5)),
                *((f"H{number} ", number * 6) for number in range(1, 3)),
            )
        )
    )
    lead = draw(st.sampled_from(("", "the ", "by the ", "by ", "before the ")))
    day = last_day(year, month)
    return Written(f"{lead}end of {what}{year:04}", day.isoformat(), day, day)


@st.composite
def seasons(draw: st.DrawFn) -> Written:
    """`spring 2026`, `fall 2026`, `winter 2025/26`, EDTF `2026-21`."""
    year, number = draw(years), draw(st.integers(0, 3))
    canonical = f"{SEASONS[number]} {year:04}"
    forms = [canonical, f"{year:04}-{21 + number}"]
    if SEASONS[number] == "autumn":
        forms.append(f"fall {year:04}")
    if SEASONS[number] == "winter":
        following = f"{year + 1:04}"
        forms += [f"{canonical}{joint}{following}" for joint in "/-\u2013"]
        forms += [f"{canonical}{joint}{following[2:]}" for joint in "/-\u2013"]
    text = draw(st.sampled_from(forms))
    last = last_day(year + 1, 2) if number == 3 else last_day(year, number * 3 + 5)
    return Written(text, canonical, date(year, number * 3 + 3, 1), last)


unqualified = (
    days() | months() | whole_years() | decades() | parts_of_years() | thirds() | ends() | seasons()
)


@st.composite
def qualified(draw: st.DrawFn) -> Written:
    """EDTF qualifiers: `2026-09~`, `?`, `%`."""
    plain, sign = draw(unqualified), draw(st.sampled_from(sorted(SIGNS)))
    approximate, uncertain = SIGNS[sign]
    return replace(
        plain,
        text=plain.text + sign,
        canonical=plain.canonical + sign,
        approximate=approximate,
        uncertain=uncertain,
    )


dates = unqualified | qualified()


@st.composite
def intervals(draw: st.DrawFn) -> Written:
    """`2025-09-15/2025-10-15`, `2026 or 2027`, each end any date."""
    start, end = sorted((draw(dates), draw(dates)), key=lambda written: written.earliest)
    is_winter = written_like_a_winter(start, end)
    joint = " or " if is_winter else draw(st.sampled_from(("/", " / ", " or ")))
    return Written(
        f"{start.text}{joint}{end.text}",
        interval_text(start, end),
        start.earliest,
        end.latest,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def written_like_a_winter(start: Written, end: Written) -> bool:
    """Whether two dates with a slash between them are one winter: `winter 2025/2026`."""
    year = start.earliest.year
    is_next = end.text.rstrip("~?%") == end.canonical.rstrip("~?%") == f"{year + 1:04}"
    return start.canonical == f"winter {year:04}" and is_next


def interval_text(start: Written, end: Written) -> str:
    """The canonical form of an interval."""
    if written_like_a_winter(start, end):
        return f"{start.earliest.year:04}-24/{end.canonical}"
    return f"{start.canonical}/{end.canonical}"


open_starts = dates.map(
    lambda end: replace(end, text=f"../{end.text}", canonical=f"../{end.canonical}")
)
periods = dates | intervals() | open_starts

counts = st.integers(0, 999_999) | st.sampled_from(
    ("a", "one", "two", "nineteen", "ninety-nine", "twenty two")
)
units = st.sampled_from(("hour", "day", "week", "month", "year"))
between = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(sorted)
spans = st.builds(
    "within {}{} {}{}".format,
    st.sampled_from(("", "next ", "the next ", "the coming ")),
    counts,
    units,
    st.sampled_from(("", "s")),
) | st.builds(
    "in {0[0]}{1}{0[1]} {2}s".format,
    between,
    st.sampled_from(("-", " - ", "\u2013", " to ")),
    units,
)
accepted = periods.map(lambda written: written.text) | spans

_FRAGMENTS = (
    "2025 2026 0000 9999 09 9 30 31st 25 - / .. . , : ~ ? % ` … \u2013 Q Q3 Q5 H2 H7 X T10:00Z "
    "202X 2020s hours or within in by from to the of end early mid- late about maybe two 90 days "
    "week years September Sept. Setpember February fall winter 2025/26 Tuesday next tomorrow "
    "quarter half"
).split()
fragments = st.lists(st.sampled_from((*_FRAGMENTS, " ", " ", " ")), max_size=7).map("".join)


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """An accepted text with one character left out or replaced."""
    text = draw(accepted)
    at = draw(st.integers(0, len(text) - 1))
    return text[:at] + draw(st.sampled_from(("", " ", "x", "0", "-", "/"))) + text[at + 1 :]


of_any_form = st.sampled_from(list(form_patterns().values())).flatmap(
    lambda pattern: st.from_regex(pattern, fullmatch=True)
)
"""Texts of the forms as the table has them: a new form is among them."""
anything = st.text(st.characters()) | fragments | misspelt() | accepted | of_any_form
