"""The dates that spreadsheets write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import Period
from claim_tracker.tables.columns.cell_dates import (
    DateReading,
    DayOrder,
    Undated,
    cell_date,
    readings_of,
    says_more,
)


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
        ("Wed, 31 Dec 2025 00:00:00 GMT", "2025-12-31"),
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
        ("1er mai 2025", "2025-05-01"),
        ("1° maggio 2025", "2025-05-01"),
        ("31/12/2025 (est.)", "2025-12-31"),
        ("Q4 26 (expected)", "2026-Q4"),
        ("Okt 25", "2025-10"),
        ("Dez. 26", "2026-12"),
        ("déc. 2025", "2025-12"),
        ("ene-25", "2025-01"),
        ("augustus 25", "2025-08"),
        ("3. Okt. 25", "2025-10-03"),
        ("2025.0", "2025"),
        ("31-12-99", "1999-12-31"),
        ("99-12-31", "1999-12-31"),
        ("2010-12", "2010-12"),
        ("2012-13", "2012/2013"),
        ("2023-24", "2023/2024"),
        ("2020\u201321", "2020/2021"),
        ("2023/24", "2023/2024"),
        ("2005/09", "2005-09"),
        ("2024-28", "2024/2028"),
        ("2099-00", "2099/2100"),
        ("9999-12", "9999-12"),
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
        ("25-05-10", "say `--dates dmy` for 2010-05-25, or `--dates ymd` for 2025-05-10"),
        (
            "10-05-11",
            "`--dates mdy` for 2011-10-05, or `--dates ymd` for 2010-05-11",
        ),
        ("2010-11", "it may be a month or two years; write `November 2010` or `2010/2011` there"),
        ("2010\u201311", "it may be a month or two years"),
        ("2010/11", "it may be a month or two years"),
        ("25\u201305\u201310", "`--dates ymd` for 2025-05-10"),
        ("2/30/2025", "with the month first, 2025-02 has 28 days"),
        ("31.04.25", "with the day first, 2025-04 has 30 days"),
        ("Oct 25", "has no year"),
        ("9999-00", "there is no month 00"),
        ("0000-01", "there is no year 0000"),
        ("Nov. 25", "has no year"),
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


@pytest.mark.parametrize(
    ("text", "reading", "day"),
    [
        ("05/10/2025 14:30", "dmy", "2025-10-05"),
        ("05/10/2025 14:30", "mdy", "2025-05-10"),
        ("25-05-10", "dmy", "2010-05-25"),
        ("25-05-10", "ymd", "2025-05-10"),
        ("13/10/2025", "ymd", "2025-10-13"),
        ("25/05/10", "ymd", "2025-05-10"),
        ("25/05/10", "dmy", "2010-05-25"),
        ("2010-11", "month", "2010-11"),
        ("2010-11", "years", "2010/2011"),
        ("2010/11", "month", "2010-11"),
        ("2010-12", "years", "2010-12"),
    ],
)
def test_a_reading_decides_what_is_ambiguous(text: str, reading: DateReading, day: str) -> None:
    found = cell_date(text, frozenset((reading,)))
    assert isinstance(found, Period)
    assert found.text == day


@pytest.mark.parametrize(
    ("text", "order", "asked"),
    [
        ("05/13/2025", "dmy", "; is it `--dates mdy`?"),
        ("25-05-10", "mdy", "; is it `--dates dmy` or `--dates ymd`?"),
        ("2/30/2025", "mdy", ""),
        ("31.04.25", "dmy", ""),
    ],
)
def test_another_order_is_asked_for_where_it_gives_a_date(
    text: str, order: DayOrder, asked: str
) -> None:
    found = cell_date(text, frozenset((order,)))
    assert isinstance(found, Undated)
    _, semicolon, rest = str(found.why).partition(";")
    assert semicolon + rest == asked


@pytest.mark.parametrize(
    ("texts", "readings"),
    [
        (["05/10/2025", "13/10/2025"], {"dmy"}),
        (["05/10/2025", "10/13/2025"], {"mdy"}),
        (["25-05-10", "31-12-99"], {"dmy"}),
        (["25-05-10", "99-12-31"], {"ymd"}),
        (["05/10/2025"], set()),
        (["13/10/2025", "10/13/2025"], set()),
        (["May 2025", ""], set()),
        (["2010-11", "2012-13"], {"years"}),
        (["2010-11", "2012-10"], {"month"}),
        (["2012-10", "2012-13"], set()),
        (["13/10/2025", "2025-26"], {"dmy", "years"}),
    ],
)
def test_a_cell_with_one_reading_decides_for_its_column(
    texts: list[str], readings: set[DateReading]
) -> None:
    assert readings_of(texts) == readings


def test_a_date_with_more_than_a_date_says_so() -> None:
    assert says_more("31/12/2025 (est.)")
    assert not says_more("1er mai 2025")
    assert not says_more("déc. 2025")
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
