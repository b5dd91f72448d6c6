"""The labels of the axis of days."""

from datetime import date
from itertools import pairwise

import pytest

from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.page.time_chart import Axis, Label, labels
from tests.builders import day

YEAR = Axis(date(2025, 8, 1), date(2026, 11, 30))


def named(axis: Axis, today: str, *, narrow: bool = False) -> list[str]:
    return [
        label.words
        for label in labels(axis, day(today), PLAIN)
        if label.words and not (narrow and label.is_tight)
    ]


def test_the_day_of_the_page_has_a_label_on_the_side_with_room() -> None:
    assert labels(YEAR, day("2026-11-28"), PLAIN)[-1] == Label(99.38, "28 Nov 2026", True, True)
    assert labels(YEAR, day("2025-08-02"), PLAIN)[-1] == Label(0.21, "2 Aug 2025", True, False)


def test_a_step_has_a_line_and_no_words_where_those_have_no_room() -> None:
    steps = labels(YEAR, day("2026-11-28"), PLAIN)
    assert len(steps) == 6
    assert named(YEAR, "2026-11-28") == [
        "Oct 2025",
        "Jan 2026",
        "Apr 2026",
        "28 Nov 2026",
    ]
    assert named(YEAR, "2026-11-28", narrow=True) == ["Oct 2025", "28 Nov 2026"]


@pytest.mark.parametrize("today", ["2025-08-02", "2025-12-31", "2026-01-01", "2026-05-20"])
@pytest.mark.parametrize(("narrow", "letter"), [(False, 1.6), (True, 2.4)])
def test_no_label_lies_on_another_or_on_the_line_of_the_day(
    today: str, narrow: bool, letter: float
) -> None:
    shown = [each for each in labels(YEAR, day(today), PLAIN) if each.words]
    shown = [each for each in shown if not (narrow and each.is_tight)]
    rooms = sorted(
        (each.x - len(each.words) * letter, each.x)
        if each.is_before
        else (each.x, each.x + len(each.words) * letter)
        for each in shown
    )
    assert all(end < begin for (_, end), (begin, _) in pairwise(rooms))
    line = YEAR.x(day(today))
    assert not any(begin < line < end for begin, end in rooms)
