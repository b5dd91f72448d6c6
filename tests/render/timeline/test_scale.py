"""Which cells of a picture stand for which days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.timeline.range import Window
from claim_tracker.render.timeline.scale import SCALES, Scale, scale
from tests.builders import day

windows = st.tuples(st.dates(), st.dates()).map(sorted).map(lambda days: Window(*days))


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
def test_the_finest_scale_that_fits_is_said_in_words(
    first: str, last: str, most: int, words: str
) -> None:
    assert scale(Window(day(first), day(last)), most).words == words


@given(windows, st.integers(1, 200))
def test_a_window_never_needs_more_cells_than_there_are(window: Window, most: int) -> None:
    assert 1 <= scale(window, most).span(window) <= most


@given(st.sampled_from(SCALES), st.dates(max_value=date(9999, 12, 30)))
def test_cells_follow_each_other_as_days_do(each: Scale, on: date) -> None:
    assert each.first(on) <= each.last(on) <= each.first(on + timedelta(1)) + each.cells
    assert each.first(on) <= each.first(on + timedelta(1))


@given(st.dates(max_value=date(9999, 1, 1)), st.integers(1, 200))
def test_every_month_looks_like_every_other(on: date, most: int) -> None:
    year = Window(on.replace(month=1, day=1), on.replace(month=12, day=31))
    found = scale(year, most)
    months = [on.replace(month=month, day=1) for month in range(1, 13)]
    if found.unit == "month" and found.number == 1:
        widths = {found.first(b) - found.first(a) for a, b in pairwise(months)}
        assert widths == {found.cells}
