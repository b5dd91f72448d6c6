"""What is refused, and what the error says to write instead."""

import pytest
from hypothesis import example, given

from claim_tracker.dates import DateError, parse_deadline, parse_period
from tests.dates.strategies import anything, untimed
from tests.properties.dates import assert_advice_is_accepted

FORMS = ("`2025-09-30`", "`2025-09`", "`2025`", "`2025-Q3`", "`2025-09-15/2025-10-15`")


def refused(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse_deadline(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("09/10/2025", ("`2025-09-10`", "`2025-10-09`")),
        ("9-10-2025", ("`2025-09-10`", "`2025-10-09`")),
        ("09.10.2025 12:00", ("`2025-09-10`", "`2025-10-09`")),
    ],
)
def test_an_ambiguous_order_is_refused_with_both_readings(
    text: str, readings: tuple[str, str]
) -> None:
    error = refused(text)
    assert "ambiguous" in error.message
    assert error.help == f"write {readings[0]} or {readings[1]}"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (
            "\u0660\u0669/\u0661\u0660/\u0662\u0660\u0662\u0665",
            "write `2025-09-10` or `2025-10-09`",
        ),
        ("\u0663\u0660-\u0660\u0669-\u0662\u0660\u0662\u0665", "write `2025-09-30`"),
        ("\u0e52\u0e50\u0e52\u0e55-\u0e51\u0e53", "months are written 01 to 12, as in `2025-09`"),
    ],
)
def test_digits_of_another_script_are_read_for_the_advice(text: str, advice: str) -> None:
    error = refused(text)
    assert error.message == f"`{text}` has digits other than 0 to 9"
    assert error.help == advice


@pytest.mark.parametrize(
    "text",
    [
        "September",
        "Sept. 30",
        "30 September",
        "the 30 September",
        "29 February",
        "Q3",
        "H1",
        "spring",
        "early",
        "mid-September",
        "end of September",
    ],
)
def test_a_date_without_a_year_asks_for_the_year(text: str) -> None:
    error = refused(text)
    assert error.message == f"`{text}` has no year"
    assert "write the year" in error.help


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("2025-02-30", "2025-02 has 28 days", "`2025-02-28`, or the whole month, `2025-02`"),
        ("30 February 2024", "2024-02 has 29 days", "`2024-02-29`"),
        ("February 29, 1900", "no day 29", "`1900-02-28`"),
        ("2025-09-31", "no day 31", "`2025-09-30`"),
        ("2025-09-00", "no day 00", "`2025-09`"),
        ("2025-13-01", "no month 13", "2025-01-13"),
        ("2025-30-02", "no month 30", "`2025-09-30`"),
        ("2025-00-09", "no month 00", "`2025-09-30`"),
        ("2025-13", "no month 13", "`2025-09`"),
        ("2025-00", "no month 00", "`2025-09`"),
        ("2025-25", "no month 25", "01 to 12"),
        ("2025-37", "no month 37", "01 to 12"),
        ("2025-42", "no month 42", "01 to 12"),
        ("2025-26", "no month 26", "`2025/2026`"),
        ("2025-Q5", "no quarter 5", "`2025-Q1` to `2025-Q4`"),
        ("H3 2025", "no half 3", "`2025-H1` to `2025-H2`"),
        ("13/13/2025", "no month 13", "`2025-09-30`"),
        ("0000", "year 0000", "later year"),
        ("0000-02-29", "year 0000", "later year"),
        ("May 0000", "year 0000", "later year"),
        ("../0000", "year 0000", "later year"),
        ("9999-24", "after the year 9999", "earlier year"),
        ("winter 9999", "after the year 9999", "earlier year"),
        ("10000", "`10000` is not", "`2025`"),
        ("2025-10/2025-09", "ends before it begins", "`2025-09/2025-10`"),
        ("2026/end of 2025", "ends before it begins", "`2025-12-31/2026`"),
        ("from Oct 2025 to Sept 2025", "ends before it begins", "`2025-09/2025-10`"),
        ("2025-09/..", "no end", "`2025-09` alone"),
        ("Sept 2025/", "no end", "`2025-09` alone"),
        ("../..", "no end", "`2025-09-15/2025-10-15`"),
        ("31/02/2025", "2025-02 has 28 days", "`2025-02-28`"),
        ("02/31/2025", "2025-02 has 28 days", "`2025-02-28`"),
        ("000X", "year 0000", "later year"),
        ("winter 2025/27", "27 is not after 2025", "`winter 2025`"),
        ("winter 2025-2027", "2027 is not after 2025", "`winter 2025`"),
        ("winter 9999/00", "after the year 9999", "earlier year"),
        ("2027 or 2026", "ends before it begins", "`2026/2027`"),
        ("in 2-1 years", "ends before it begins", "`in 1 to 2 years`"),
        ("30 Sep 25", "four digits", "`2025-09-30`"),
        ("fall '26", "four digits", "`autumn 2026`"),
        ("Q3 26", "four digits", "`2026-Q3`"),
        ("Q3/26", "four digits", "`2026-Q3`"),
        ("12 May 98", "four digits", "`1998-05-12`"),
        ("9999/00", "is not a date", "`2025`"),
        ("0000/01", "year 0000", "later year"),
        ("3Q26", "four digits", "`2026-Q3`"),
        ("", "empty", "leave the field out"),
        (" \t\n", "empty", "leave the field out"),
        ("30/09/25", "four digits", "`2025-09-30`"),
    ],
)
def test_an_impossible_date_is_refused_with_the_possible_ones(
    text: str, message: str, advice: str
) -> None:
    error = refused(text)
    assert message in error.message
    assert advice in error.help


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("", "this date is empty", "write a date, or leave the field out"),
        ("30/09/25", "`30/09/25` has no year of four digits", "write it like `2025-09-30`"),
        ("2025-00-01", "there is no month 00", "write it like `2025-09-30`"),
        (
            "2025-01-32",
            "2025-01 has 31 days, so there is no day 32",
            "write `2025-01-31`, or the whole month, `2025-01`",
        ),
        (
            "2025-12-32",
            "2025-12 has 31 days, so there is no day 32",
            "write `2025-12-31`, or the whole month, `2025-12`",
        ),
        ("2025-12-00", "there is no day 00 in 2025-12", "write the whole month, `2025-12`"),
        ("2025-13-00", "there is no month 13", "write it like `2025-09-30`"),
        ("2025-30-02", "there is no month 30", "write it like `2025-09-30`"),
        ("2025-13-12", "there is no month 13", "write it like `2025-12-13`"),
        ("2025-13-13", "there is no month 13", "write it like `2025-09-30`"),
        ("2025-31-01", "there is no month 31", "write it like `2025-01-31`"),
        ("2025-32-01", "there is no month 32", "write it like `2025-09-30`"),
        ("2025-25", "there is no month 25", "months are written 01 to 12, as in `2025-09`"),
        (
            "1999-00",
            "there is no month 00",
            "months are written 01 to 12, as in `1999-09`, or `1999/2000` for the two years",
        ),
        ("0000", "there is no year 0000 in the calendar", "write a later year"),
        ("9999-24", "this period ends after the year 9999", "write an earlier year"),
        ("Sept.,", "`Sept.,` has no year", "write the year too, as in `Sept 2025`"),
        (
            "2025-09/..",
            "`2025-09/..` has no end",
            "write `2025-09` alone, or its end too",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_write(
    text: str, message: str, advice: str
) -> None:
    error = refused(text)
    assert (error.message, error.help) == (message, advice)


@pytest.mark.parametrize(
    ("text", "before", "by_its_end"),
    [
        ("by 2026", "2025-12-31", "2026"),
        ("until 2026", "2025-12-31", "2026"),
        ("Till 0002", "0001-12-31", "0002"),
    ],
)
def test_by_a_year_is_refused_with_both_readings(text: str, before: str, by_its_end: str) -> None:
    error = refused(text)
    assert error.message == f"`{text.lower()}` may mean before {by_its_end}, or by its end"
    assert error.help == f"write `{before}` or `{by_its_end}`"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("before 2026", "2025-12-31"),
        ("December to January 2026", "2025-12/2026-01"),
        ("november-february 2026", "2025-11/2026-02"),
        ("1H 2026", "2026-H1"),
        ("Monday 5 May 2025", "2025-05-05"),
        ("Friday 5 May 2025", None),
        ("2025-05-05T23:30:00", "2025-05-05"),
        ("2025-05-05T23:30:00Z", None),
        ("2025-05-05 23:30 +03:00", None),
        ("2025-05-05 10Z", None),
        ("13/05/2025 23:30", "2025-05-13"),
        ("13/05/2025 23:30 GMT", None),
        ("2026-2028", "2026/2028"),
        ("May 2026.", "2026-05"),
        ("100 days", "within 100 days"),
        ("one day", None),
        ("2011/12", None),
        ("2024/25", None),
        ("30092025", "2025-09-30"),
        ("01022012", None),
        ("sun 2025", None),
        ("1st year", None),
        ("5th week", None),
    ],
)
def test_only_what_has_one_reading_is_sure(text: str, sure: str | None) -> None:
    assert refused(text).replacement == sure


def test_two_years_may_be_a_month() -> None:
    assert refused("2011/12").proposals == ("2011-12", "2011/2012")
    assert refused("2024/25").proposals == ("2024/2025",)


@pytest.mark.parametrize(
    ("text", "proposals"),
    [
        ("2020\u201321", ("2020/2021", "spring 2020")),
        ("2020\u201422", ("2020/2022", "summer 2020")),
        ("2011\u201312", ("2011/2012", "2011-12")),
        ("2020\u201325", ("2020/2025",)),
        ("2025\u201321", ("spring 2025",)),
        ("by 2020 \u2013 21", ("2020/2021", "spring 2020")),
        ("2020\u201321?", ("2020/2021?", "spring 2020?")),
        ("2020\u201321/2022\u201323", ()),
    ],
)
def test_a_dash_that_may_stand_between_years_is_no_hyphen(
    text: str, proposals: tuple[str, ...]
) -> None:
    error = refused(text)
    assert (error.proposals, error.replacement) == (proposals, None)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2025\u201309", "2025-09"),
        ("2009\u201312", "2009-12"),
        ("2025\u201309\u201330", "2025-09-30"),
        ("2009\u201010", "2009-10"),
        ("Winter  2025\u201326", "winter 2025"),
        ("2020-21", "spring 2020"),
    ],
)
def test_what_cannot_be_years_is_a_month_or_a_season(text: str, canonical: str) -> None:
    assert parse_period(text).text == canonical


def test_a_day_of_another_weekday_is_for_a_person_to_look_at() -> None:
    error = refused("Fri, May 5, 2025")
    assert error.message == "`Fri, May 5, 2025` says Friday, and 2025-05-05 is a Monday"
    assert error.proposals == ("2025-05-05",)


def test_a_day_that_no_year_has_lacks_no_year() -> None:
    assert refused("April 31").message == "there is no day `April 31` in any year"
    assert refused("Feb 29").help == "write the year too, as in `Feb 29 2024`"


def test_before_the_first_year_there_is_none() -> None:
    assert refused("by 0001").help == "write `0001`"


@pytest.mark.parametrize("text", ["Within the year", "within some days", "within"])
def test_a_span_without_a_number_asks_for_one(text: str) -> None:
    error = refused(text)
    assert error.message == f"`{text}` is not a date that is accepted"
    assert error.help == (
        "write a whole number of hours, days, weeks, months or years: `within 90 days`"
    )


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("30-09-2025", "2025-09-30"),
        ("09/09/2025", "2025-09-09"),
        ("30/09/2025 10:00", "2025-09-30"),
        ("30.09.2025 10.00 Uhr", "2025-09-30"),
        ("30/09/2025 at 10:00 a.m.", "2025-09-30"),
        ("2025-09-30 5pm", "2025-09-30"),
        ("2025-09-30T10:00:00.123+02:00", "2025-09-30"),
        ("early Setpember 2025", "early september 2025"),
        ("2025/09/30", "2025-09-30"),
        ("20250930", "2025-09-30"),
        ("2025-9-3", "2025-09-03"),
        ("09/2025", "2025-09"),
        ("the 2nd of May 2025", "2025-05-02"),
        ("Tuesday, 30 September 2025", "2025-09-30"),
        ("30-Sep-2025", "2025-09-30"),
        ("2025-09-30T10:00:00Z", "2025-09-30"),
        ("2025-09-30 10:00", "2025-09-30"),
        ("fall of 2025", "autumn 2025"),
        ("Setpember 2025", "2025-09"),
        ("28 Febuary 2025", "2025-02-28"),
        ("summr of 2026", "summer 2026"),
        ("first quarter of 2025", "2025-Q1"),
        ("second half of 2025", "2025-H2"),
        ("beginning of 2025", "early 2025"),
        ("middle of September 2025", "mid-september 2025"),
        ("year-end 2026", "2026-12-31"),
        ("by the close of 2026", "2026-12-31"),
        ("in September 2025", "2025-09"),
        ("2025\u20132026", "2025/2026"),
        ("2024-2025", "2024/2025"),
        ("August 2025 to March 2026", "2025-08/2026-03"),
        ("September or October 2025", "2025-09/2025-10"),
        ("Sept\u2013Oct 2025", "2025-09/2025-10"),
        ("early to mid 2026", "early 2026/mid-2026"),
        ("mid-Setpember 2025", "mid-september 2025"),
        ("\u0662\u0660\u0662\u0665-\u0660\u0669-\u0663\u0660", "2025-09-30"),
        ("\u06f2\u06f0\u06f2\u06f5", "2025"),
        ("\u0969\u0966 Sept \u0968\u0966\u0968\u096b", "30 Sept 2025"),
        ("\u0e52\u0e55\u0e56\u0e59-\u0e51\u0e52", "2569-12"),
        ("about 2025", "2025~"),
        ("~2025", "2025~"),
        ("possibly September 2025", "2025-09?"),
        ("90 days", "within 90 days"),
        ("in two weeks", "within two weeks"),
        ("two years from now", "within two years"),
        ("over the next six months", "within six months"),
        ("late 2026 at the latest", "late 2026"),
        ("at the latest by 30 June 2026", "2026-06-30"),
    ],
)
def test_a_habit_of_writing_is_refused_with_the_accepted_form(text: str, proposal: str) -> None:
    error = refused(text)
    assert text in error.message
    assert error.help == f"write `{proposal}`"


@pytest.mark.parametrize(
    "text",
    [
        "30/11/2026 or 01/12/2026",
        "30/11/2026 - 05/12/2027",
        "30.11.2026 15.12.2026",
        "30/11/2026 or later",
        "30/11/2026 (at the earliest)",
        "2026-11-30 12:00 or 2026-12-15",
        "2026-11-30, 15 Dec 2026",
    ],
)
def test_what_stands_behind_a_date_is_not_left_out(text: str) -> None:
    error = refused(text)
    assert error.replacement is None
    assert "`2026-11-30`" not in error.help


@pytest.mark.parametrize(
    "text",
    [
        "later this year",
        "after 90 days",
        "over two years",
        "2025-09-XX",
        "2025~?",
        "2025/2026/2027",
        "2025/2026/..",
        "2025" + "/2026" * 6,
        "winter 2025/2026/27",
        "30 Brumaire 2025",
        "Brumaire 2025",
        "early Brumaire 2025",
        "end of Brumaire 2025",
        "`2025`",
    ],
)
def test_anything_else_is_refused_with_the_forms_there_are(text: str) -> None:
    error = refused(text)
    assert text in error.message
    assert all(form in error.help for form in FORMS)


@pytest.mark.parametrize(
    "text",
    ["yesterday", "Tomorrow", "now", "next week", "this month", "weekly", "soon", "2 days ago"],
)
def test_a_word_that_counts_from_the_reading_is_no_day(text: str) -> None:
    error = refused(text)
    assert error.message == f"`{text}` is not a date that is accepted"
    assert error.help.startswith("it names no day of the calendar: write a day (`2025-09-30`)")


@pytest.mark.parametrize("text", ["none", "Never", "N/A", "unknown", "TBD"])
def test_a_word_for_no_date_is_refused_with_leaving_it_out(text: str) -> None:
    error = refused(text)
    assert error.message == f"`{text}` is not a date that is accepted"
    assert error.help.startswith("leave the field out where there is no date, or write a day")


@pytest.mark.parametrize("text", ["in two weeks", "over the next six months", "90 days"])
def test_a_span_in_other_words_has_no_day_to_count_from(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_period(text)
    assert caught.value.message == f"`{text}` has no day to count from here"
    assert "write the date itself" in caught.value.help


def test_a_long_text_is_cut_in_the_message() -> None:
    assert refused("x" * 60).message == f"`{'x' * 60}` is not a date that is accepted"
    for length in (61, 100, 101, 5000):
        assert refused("x" * length).message == f"`{'x' * 59}…` is not a date that is accepted"


def test_a_text_is_cut_after_a_whole_letter_that_can_be_seen() -> None:
    for letter in ("e\u0301", "\u200b"):
        shown = refused(f"{'x' * 58}{letter} and more").message
        assert shown == f"`{'x' * 58}…` is not a date that is accepted"


@untimed
@given(anything)
@example("0000-Q5")
@example("2025-00-01")
@example("2025-30-02")
@example("H9 0000")
@example("0000-13")
@example("9999-00")
@example("0000/..")
@example("9999/")
@example("9999-26")
@example("winter 9999/..")
@example("09/0/2025")
def test_every_suggestion_is_a_date_that_is_accepted(text: str) -> None:
    assert_advice_is_accepted(text)
