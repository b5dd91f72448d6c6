"""The dates that spreadsheets write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import Period
from claim_tracker.tables.columns.cell_dates import Order, Undated, cell_date, order_of, says_more


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10-May-25", "2025-05-10"),
        ("10-May-99", "1999-05-10"),
        ("May-25", "2025-05"),
        ("May '25", "2025-05"),
        ("Q4 26", "2026-Q4"),
        ("4Q26", "2026-Q4"),
        ("4Q 2026", "2026-Q4"),
        ("2026 4Q", "2026-Q4"),
        ("H1-26", "2026-H1"),
        ("2025-07-01 00:00:00", "2025-07-01"),
        ("2025-07-01T10:00:00+02:00", "2025-07-01"),
        ("45802", "2025-05-25"),
        ("45802.5", "2025-05-25"),
        ("13/10/2025", "2025-10-13"),
        ("10/13/25", "2025-10-13"),
        ("10/10/2025", "2025-10-10"),
        ("18/Aug/2025", "2025-08-18"),
        ("Sept. 3, 25", "2025-09-03"),
        ("Aug-18-2025", "2025-08-18"),
        ("10 May 2025 10:30", "2025-05-10"),
        ("May 10, 2025 10:30", "2025-05-10"),
        ("2025-26", "2025/2026"),
        ("Summer 25", "summer 2025"),
        ("end 26", "2026-12-31"),
        ("end of May 26", "2026-05-31"),
        ("10. Mai 2025", "2025-05-10"),
        ("1er mars 2025", "2025-03-01"),
        ("10 de mayo de 2025", "2025-05-10"),
        ("10 мая 2025 года", "2025-05-10"),
        ("within 100 days", "within 100 days"),
    ],
)
def test_what_a_spreadsheet_writes_is_a_date(text: str, day: str) -> None:
    found = cell_date(text)
    assert not isinstance(found, Undated)
    assert found.text == day


@pytest.mark.parametrize("text", ["TBD", "n/a", "ongoing", "No deadline", "(unknown)"])
def test_a_word_for_no_date_is_none(text: str) -> None:
    assert cell_date(text) == Undated(None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("05/10/2025", "say `--dates dmy` for 2025-10-05, or `--dates mdy` for 2025-05-10"),
        ("25-May", "is not a date that is accepted"),
        ("2025-02-30", "2025-02 has 28 days"),
        ("by 2026", "may mean before 2026, or by its end"),
        ("Somewhen", "is not a date that is accepted"),
        ("13.10.2025 15.11.2025", "is not a date that is accepted"),
        ("30/11/2026 - 05/12/2027", "is not a date that is accepted"),
        ("10 May 2025 10:30 or 11 May", "is not a date that is accepted"),
    ],
)
def test_another_text_is_refused_with_the_reason(text: str, why: str) -> None:
    found = cell_date(text)
    assert isinstance(found, Undated)
    assert why in str(found.why)


@pytest.mark.parametrize(("order", "day"), [("dmy", "2025-10-05"), ("mdy", "2025-05-10")])
def test_an_order_decides_what_is_ambiguous(order: Order, day: str) -> None:
    found = cell_date("05/10/2025 14:30", order)
    assert isinstance(found, Period)
    assert found.text == day


def test_a_date_against_the_order_is_refused() -> None:
    found = cell_date("05/13/2025", "dmy")
    assert isinstance(found, Undated)
    assert "is it `--dates mdy`?" in str(found.why)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/10/2025", "13/10/2025"], "dmy"),
        (["05/10/2025", "10/13/2025"], "mdy"),
        (["05/10/2025"], None),
        (["13/10/2025", "10/13/2025"], None),
        (["May 2025", ""], None),
    ],
)
def test_a_day_over_12_decides_the_order(texts: list[str], order: Order | None) -> None:
    assert order_of(texts) == order


def test_a_date_with_more_than_a_date_says_so() -> None:
    assert says_more("31/12/2025 (est.)")
    assert not says_more("Monday, 12 May 2025 at 10:30")
    assert not says_more("winter 2025/26")


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_each_day_is_read_in_every_unambiguous_form(day: date) -> None:
    for form in ("%Y-%m-%d 00:00:00", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%Y/%m/%d"):
        found = cell_date(day.strftime(form))
        assert isinstance(found, Period), day.strftime(form)
        assert found.earliest == found.latest == day


@given(st.text(max_size=30))
def test_no_text_fails(text: str) -> None:
    cell_date(text)
    says_more(text)
