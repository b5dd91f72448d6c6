"""What the cells of a workbook show: their values by their number formats."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.tables.reading.cell_text import cell_text

ACCOUNTING = '_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("2025-09-01", "mmm-yy", "2025-09"),
        ("2025-09-01", "[$-409]mmm\\-yy;@", "2025-09"),
        ("2025-09-01", 'mmm "day" yyyy', "2025-09"),
        ("2026-01-01", "yyyy", "2026"),
        ("2026-01-01", '"FY" yyyy', "2026"),
        ("2026-01-01", "d/m/yyyy", "2026-01-01"),
        ("2026-01-01", "h:mm", "2026-01-01"),
        ("2026-01-01", "General", "2026-01-01"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(value: str, form: str, text: str) -> None:
    assert cell_text(datetime.fromisoformat(value), form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("2025-09-17", "mmm-yy", "2025-09-17"),
        ("2026-03-01", "yyyy", "2026-03-01"),
        ("2025-09-01 09:30", "mmm-yy", "2025-09-01 09:30:00"),
    ],
)
def test_what_a_date_has_beyond_what_is_shown_is_kept(value: str, form: str, text: str) -> None:
    assert cell_text(datetime.fromisoformat(value), form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.29, "0%", "29%"),
        (-0.1, "0%", "-10%"),
        (45, '0"%"', "45%"),
        (45, "0\\%", "45%"),
    ],
)
def test_a_percent_sign_counts_where_it_is_no_text(value: float, form: str, text: str) -> None:
    assert cell_text(value, form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (5_000_000, '"£"#,##0', "£5000000"),
        (5, "€#,##0", "€5"),
        (5, "[$€-2] #,##0", "€ 5"),
        (5, "#,##0 [$kr-41D]", "5 kr"),
        (5, "#,##0\\ [$₽-419]", "5 ₽"),
        (5, 'General" km"', "5 km"),
        (5, "[Red][$-409]#,##0_);(#,##0)", "5"),
        (1234.5, "$#,##0.00", "$1234.5"),
        (-1234.5, "$#,##0.00_);[Red]($#,##0.00)", "-$1234.5"),
        (-5, ACCOUNTING, "-£5"),
        (0, ACCOUNTING, "£0"),
        (5_551_234, "000\\-0000", "5551234"),
        (1, '"Yes";;"No"', "1"),
        (5, '0"x"' * 100, "5"),
    ],
    ids=str,
)
def test_a_number_keeps_the_texts_around_it(value: float, form: str, text: str) -> None:
    assert cell_text(value, form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (5_200_000, '0.0,,"m"', "5.2m"),
        (5_200_000, "#,##0,", "5200"),
        (5_200_000, "#,##0", "5200000"),
    ],
)
def test_a_number_is_scaled_as_it_is_shown(value: float, form: str, text: str) -> None:
    assert cell_text(value, form) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (1e20, f"1{'0' * 20}"), (10**40 + 1, f"1{'0' * 39}1"), (-0.0, "0")],
)
def test_all_digits_of_a_number_are_written(value: float, text: str) -> None:
    assert cell_text(value, "General") == text


@given(
    st.integers() | st.floats() | st.datetimes(),
    st.text('0#?.,;%"\\_*[]$->=<1E/General dmyhs£', max_size=40),
)
def test_no_format_fails(value: float | datetime, form: str) -> None:
    assert cell_text(value, form)
