"""The forms in which news names a time."""

import re
from datetime import date

import pytest

from claim_tracker.dates import parse_period
from claim_tracker.drafting.days.context import Context, fiscal_month_of, is_southern
from claim_tracker.drafting.days.resolving import unknown
from claim_tracker.drafting.days.time_forms import FORMS, PART_FORMS, TimeForm
from claim_tracker.drafting.days.times import time_at
from claim_tracker.drafting.plain import straight

CONTEXT = Context(date(2025, 5, 14), last=parse_period("2025-09"), fiscal_month=4)


@pytest.mark.parametrize("form", FORMS, ids=lambda it: it.example)
def test_each_form_reads_its_whole_example(form: TimeForm) -> None:
    time = time_at(form.example, 0, CONTEXT)
    assert time is not None
    is_known = form.resolve is not unknown
    assert (time.end, time.period is not None) == (len(form.example), is_known)


@pytest.mark.parametrize("part", [it.example for it in PART_FORMS])
def test_each_part_is_one_of_the_time_after_it(part: str) -> None:
    text = f"{part} June 2026" if part.endswith(("of", "-")) else f"{part} in June 2026"
    time = time_at(text.replace("- ", "-"), 0, CONTEXT)
    assert time is not None
    assert time.period is not None
    assert time.period.latest <= date(2026, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "the May Day parade",
        "Mayor",
        "2026%",
        "3.5",
        "the",
        "",
        "Septembers",
        "June-born",
        "winter-sown",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert time_at(text, 0, CONTEXT) is None


def test_a_day_may_stand_close_by_its_shortened_month() -> None:
    time = time_at(straight("Dec.5-7"), 0, CONTEXT)
    assert time is not None
    assert time.period == parse_period("2025-12-05/2025-12-07")


def test_many_parts_of_a_part_are_not_read() -> None:
    assert time_at("the end of " * 50 + "June", 0, CONTEXT) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The State set aside Rs 340 crore.", 4),
        ("Congress passed it, and the Pentagon will pay.", 10),
        ("Australia will pay A$3m.", 7),
        ("An Indian port will open.", 4),
        ("The port will open.", None),
        ("The federal budget of Australia is out.", 7),
        ("A federal court will open it.", 10),
    ],
)
def test_a_financial_year_begins_as_the_signs_of_a_country_say(
    text: str, first: int | None
) -> None:
    assert fiscal_month_of(text) == first


@pytest.mark.parametrize("form", FORMS, ids=lambda it: it.example)
def test_without_a_publication_only_what_has_its_year_is_resolved(form: TimeForm) -> None:
    time = time_at(form.example, 0, Context())
    has_year = any(part.isdigit() and len(part) == 4 for part in re.split(r"\W|s\b", form.example))
    assert time is not None
    assert time.period is None or has_year or form.example == "'27"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Christmas 2026", "2026-12-25"),
        ("Easter", "2026-04-05"),
        ("the third quarter", "2025-Q3"),
        ("the second quarter", "2025-Q2"),
        ("the third half", None),
        ("the last week of June", "2025-06-24/2025-06-30"),
        ("the second half of June", "2025-06-16/2025-06-30"),
        ("2025-27", None),
        ("2030 to 2026", None),
        ("July 9-5", None),
        ("31 June to 3 July", None),
        ("the quarter", "2025-Q2"),
        ("the current decade", "202X"),
        ("the coming winter", "2025-24"),
        ("Friday next week", "2025-05-23"),
        ("the latter part of 2026", "late 2026"),
        ("early next week", "2025-05-19/2025-05-20"),
        ("late in the 2030s", None),
        ("the rest of 2026", "2026"),
        ("early tomorrow", "2025-05-15"),
        ("the year to 30 June 2026", "2025-07-01/2026-06-30"),
        ("the quarter ending June 30", "2025-04-01/2025-06-30"),
        ("the fiscal year beginning Oct. 1", "2025-10-01/2026-09-30"),
    ],
)
def test_a_time_comes_to_its_period(text: str, period: str | None) -> None:
    time = time_at(text, 0, CONTEXT._replace(fiscal_month=None))
    assert time is not None
    if period is None:
        assert time.period is None
    else:
        assert time.period is not None
        assert time.period.same_days(parse_period(period))


@pytest.mark.parametrize(
    ("text", "fiscal_month", "period"),
    [
        ("2025-26", 4, "2025-04-01/2026-03-31"),
        ("FY26", 10, "2025-10-01/2026-09-30"),
        ("this financial year", 4, "2025-04-01/2026-03-31"),
        ("the next fiscal year", 7, "2025-07-01/2026-06-30"),
    ],
)
def test_a_financial_year_begins_in_its_month(text: str, fiscal_month: int, period: str) -> None:
    time = time_at(text, 0, CONTEXT._replace(fiscal_month=fiscal_month))
    assert time is not None
    assert time.period is not None
    assert time.period.same_days(parse_period(period))


def test_a_financial_year_without_a_publication_is_not_resolved() -> None:
    time = time_at("this financial year", 0, Context(fiscal_month=4))
    assert time is not None
    assert time.period is None


def test_a_season_of_the_south_without_a_year_has_no_days() -> None:
    text = "Crowds are expected in Cape Town throughout the summer, South Africa says."
    time = time_at("the summer", 0, Context(date(2025, 11, 14), is_southern=is_southern(text)))
    assert time is not None
    assert time.period is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("autumn in 2026", "2026-03-01/2026-05-31"),
        ("spring 2026", "2026-09-01/2026-11-30"),
        ("summer 2026", None),
    ],
)
def test_a_season_of_a_year_in_the_south_has_its_months(text: str, due: str | None) -> None:
    time = time_at(text, 0, Context(date(2025, 11, 14), is_southern=True))
    assert time is not None
    assert (time.period and time.period.text) == due


def test_a_text_that_names_the_south_once_is_not_of_it() -> None:
    assert not is_southern("The band plays in Calder, and later in Sydney.")
