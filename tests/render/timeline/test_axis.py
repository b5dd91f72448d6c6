"""The time axis: its days, its scale, its steps and its labels."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.render.timeline.axis import (
    SCALES,
    STEPS,
    DateRange,
    Scale,
    TickStep,
    axis_labels,
    date_range,
    finest_scale,
    starts,
    ticks,
)
from tests.builders import day

TODAY = "2026-11-23"
Extent = tuple[str, str]
NEAR = ("2025-08-18", "2026-09-30")


def shown(extents: list[Extent], start: str | None = None, end: str | None = None) -> str:
    found = date_range(
        [(day(first), day(last)) for first, last in extents],
        day(TODAY),
        parse_period(start) if start is not None else None,
        parse_period(end) if end is not None else None,
    )
    return f"{found.first} {found.last}"


@pytest.mark.parametrize(
    ("extents", "days"),
    [
        ([], "2026-11-01 2026-11-30"),
        ([NEAR], "2025-08-01 2026-11-30"),
        ([NEAR, ("2026-01-01", "2030-05-05")], "2025-08-01 2030-05-31"),
        ([NEAR, ("2010-03-03", "2010-04-04")], "2025-08-01 2026-11-30"),
        ([("2010-03-03", "2010-04-04")], "2010-01-01 2026-12-31"),
        ([NEAR, ("2025-01-01", "9999-12-31")], "2025-08-01 2026-11-30"),
        ([("2025-01-01", "9999-12-31")], "2025-01-01 9999-12-31"),
    ],
)
def test_all_claims_are_shown_but_for_a_few_far_away_ones(extents: list[Extent], days: str) -> None:
    assert shown(extents) == days


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-09", None, "2025-09-01 2026-11-30"),
        (None, "2026-Q1", "2025-08-01 2026-03-31"),
        ("2025-09-15", "2025-09-15", "2025-09-15 2025-09-15"),
        ("2030", None, "2030-01-01 2030-12-31"),
        (None, "2020", "2020-01-01 2020-12-31"),
    ],
)
def test_what_is_asked_for_is_shown(start: str | None, end: str | None, days: str) -> None:
    assert shown([NEAR], start, end) == days


extents = st.lists(st.tuples(st.dates(), st.dates()).map(sorted).map(tuple), max_size=12)


@given(extents, st.dates())
def test_it_has_today_and_nine_of_ten_claims(found: list[tuple[date, date]], today: date) -> None:
    made = date_range(found, today)
    outside = [each for each in found if each[0] < made.first or each[1] > made.last]
    assert made.first <= today <= made.last
    assert len(outside) <= max(1, len(found) // 10)


ranges = st.tuples(st.dates(), st.dates()).map(sorted).map(lambda days: DateRange(*days))


@pytest.mark.parametrize(
    ("first", "last", "most", "words"),
    [
        ("2025-09-01", "2025-09-05", 80, "a day is 8 cells"),
        ("2025-09-01", "2025-09-30", 30, "a cell is a day"),
        ("2025-08-01", "2026-11-30", 70, "a cell is about 8 days"),
        ("2025-01-01", "2030-12-31", 80, "a cell is a month"),
        ("2025-01-01", "2030-12-31", 24, "a cell is 3 months"),
        ("2000-01-01", "2099-12-31", 100, "a cell is a year"),
        ("0001-01-01", "9999-12-31", 1, "a cell is 10,000 years"),
    ],
)
def test_the_finest_scale_that_fits_is_named(first: str, last: str, most: int, words: str) -> None:
    assert finest_scale(DateRange(day(first), day(last)), most).words == words


@given(ranges, st.integers(1, 200))
def test_days_never_needs_more_cells_than_there_are(shown: DateRange, most: int) -> None:
    assert 1 <= finest_scale(shown, most).span(shown) <= most


@given(st.sampled_from(SCALES), st.dates(max_value=date(9999, 12, 30)))
def test_cells_follow_each_other_as_days_do(each: Scale, on: date) -> None:
    assert each.first(on) <= each.last(on) <= each.first(on + timedelta(1)) + each.cells
    assert each.first(on) <= each.first(on + timedelta(1))


@given(st.dates(max_value=date(9999, 1, 1)), st.integers(1, 200))
def test_every_month_looks_like_every_other(on: date, most: int) -> None:
    year = DateRange(on.replace(month=1, day=1), on.replace(month=12, day=31))
    found = finest_scale(year, most)
    months = [on.replace(month=month, day=1) for month in range(1, 13)]
    if found.unit == "month" and found.number == 1:
        widths = {found.first(b) - found.first(a) for a, b in pairwise(months)}
        assert widths == {found.cells}


bounds_of = st.tuples(st.dates(), st.dates()).map(sorted).map(tuple)
begins: dict[str, Callable[[date], bool]] = {
    "day": lambda _: True,
    "week": lambda on: on.weekday() == 0,
    "month": lambda on: on.day == 1,
    "quarter": lambda on: on.day == 1 and on.month % 3 == 1,
}


@pytest.mark.parametrize(
    ("first", "last", "most", "step", "found"),
    [
        ("2025-08-18", "2025-08-20", 3, TickStep(1, "day"), "2025-08-18 2025-08-19 2025-08-20"),
        ("2025-08-18", "2025-08-31", 4, TickStep(1, "week"), "2025-08-18 2025-08-25"),
        ("2025-08-18", "2025-11-01", 3, TickStep(1, "month"), "2025-09-01 2025-10-01 2025-11-01"),
        ("2025-08-18", "2026-04-01", 3, TickStep(1, "quarter"), "2025-10-01 2026-01-01 2026-04-01"),
        ("2025-01-01", "2027-12-31", 3, TickStep(1, "year"), "2025-01-01 2026-01-01 2027-01-01"),
        ("1991-01-02", "2025-12-31", 6, TickStep(10, "year"), "2000-01-01 2010-01-01 2020-01-01"),
        ("0001-01-01", "9999-12-31", 1, TickStep(5000, "year"), "5000-01-01"),
        ("2025-08-02", "2025-08-03", 1, TickStep(1, "week"), ""),
    ],
)
def test_the_finest_step_that_is_not_too_many(
    first: str, last: str, most: int, step: TickStep, found: str
) -> None:
    made = ticks(day(first), day(last), most)
    assert (made.step, [str(on) for on in made.days]) == (step, found.split())


@given(bounds_of, st.integers(1, 40))
def test_there_are_never_too_many(bounds: tuple[date, date], most: int) -> None:
    made = ticks(*bounds, most)
    finer = STEPS[: STEPS.index(made.step)]
    assert len(made.days) <= most
    assert all(len(list(starts(step, *bounds))) > most for step in finer[-1:])


@given(st.dates(max_value=date(9998, 1, 1)), st.integers(0, 400), st.sampled_from(list(begins)))
def test_a_unit_begins_on_each_of_its_first_days(first: date, length: int, unit: str) -> None:
    last = first + timedelta(days=length)
    days = [first + timedelta(days=number) for number in range(length + 1)]
    step = next(step for step in STEPS if step.unit == unit)
    assert list(starts(step, first, last)) == [on for on in days if begins[unit](on)]


@given(bounds_of, st.sampled_from([step for step in STEPS if step.unit == "year"]))
def test_years_begin_at_whole_multiples(bounds: tuple[date, date], step: TickStep) -> None:
    found = list(starts(step, *bounds))
    years = range(bounds[0].year, bounds[1].year + 1)
    wanted = [date(year, 1, 1) for year in years if year % step.number == 0]
    assert found == [on for on in wanted if on >= bounds[0]]


@pytest.mark.parametrize(
    ("first", "last", "most", "lines"),
    [
        ("2025-08-01", "2025-10-31", 18, ["2025", "Aug   Sep   Oct"]),
        (
            "2025-11-01",
            "2026-02-28",
            40,
            ["2025                2026", "Nov       Dec       Jan       Feb"],
        ),
        ("2025-01-01", "2026-12-31", 24, ["2025        2026", "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4"]),
        ("2000-01-01", "2039-12-31", 40, ["2000 2005 2010 2015 2020 2025 2030 2035"]),
    ],
)
def test_the_axis_names_its_steps_and_the_years(
    first: str, last: str, most: int, lines: list[str]
) -> None:
    shown = DateRange(day(first), day(last))
    assert list(axis_labels(shown, finest_scale(shown, most)).lines) == lines


@given(st.tuples(st.dates(), st.dates()).map(sorted), st.integers(4, 200))
def test_labels_are_apart_and_tell_the_year(bounds: list[date], most: int) -> None:
    shown = DateRange(*bounds)
    fitting = finest_scale(shown, most)
    found = axis_labels(shown, fitting)
    assert all(len(line) <= fitting.span(shown) for line in found.lines)
    if fitting.span(shown) >= 20:
        assert re.search(r"\d{4}", found.lines[0]) is not None
