"""The calendar along an axis."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.timeline.calendar import STEPS, Step, starts, ticks
from tests.builders import day

calendar = st.tuples(st.dates(), st.dates()).map(sorted).map(tuple)
begins: dict[str, Callable[[date], bool]] = {
    "day": lambda _: True,
    "week": lambda on: on.weekday() == 0,
    "month": lambda on: on.day == 1,
    "quarter": lambda on: on.day == 1 and on.month % 3 == 1,
}


@pytest.mark.parametrize(
    ("first", "last", "most", "step", "found"),
    [
        ("2025-08-18", "2025-08-20", 3, Step(1, "day"), "2025-08-18 2025-08-19 2025-08-20"),
        ("2025-08-18", "2025-08-31", 4, Step(1, "week"), "2025-08-18 2025-08-25"),
        ("2025-08-18", "2025-11-01", 3, Step(1, "month"), "2025-09-01 2025-10-01 2025-11-01"),
        ("2025-08-18", "2026-04-01", 3, Step(1, "quarter"), "2025-10-01 2026-01-01 2026-04-01"),
        ("2025-01-01", "2027-12-31", 3, Step(1, "year"), "2025-01-01 2026-01-01 2027-01-01"),
        ("1991-01-02", "2025-12-31", 6, Step(10, "year"), "2000-01-01 2010-01-01 2020-01-01"),
        ("0001-01-01", "9999-12-31", 1, Step(5000, "year"), "5000-01-01"),
        ("2025-08-02", "2025-08-03", 1, Step(1, "week"), ""),
    ],
)
def test_the_finest_step_that_is_not_too_many(
    first: str, last: str, most: int, step: Step, found: str
) -> None:
    made = ticks(day(first), day(last), most)
    assert (made.step, [str(on) for on in made.days]) == (step, found.split())


@given(calendar, st.integers(1, 40))
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


@given(calendar, st.sampled_from([step for step in STEPS if step.unit == "year"]))
def test_years_begin_at_whole_multiples(bounds: tuple[date, date], step: Step) -> None:
    found = list(starts(step, *bounds))
    years = range(bounds[0].year, bounds[1].year + 1)
    wanted = [date(year, 1, 1) for year in years if year % step.number == 0]
    assert found == [on for on in wanted if on >= bounds[0]]
