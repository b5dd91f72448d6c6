"""The deadlines that a sentence names, and the days that they come to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import MOST_DEADLINES, Deadline, deadlines_in

WEDNESDAY = date(2025, 5, 14)
CONTEXT = Context(WEDNESDAY)
INDIA, AMERICA = 4, 10
"""The months in which the financial years of the two begin."""


def deadlines(sentence: str, context: Context = CONTEXT) -> list[Deadline]:
    """The deadlines of the sentence that are a time."""
    return [it for it in deadlines_in(sentence, context) if not it.is_vague]


def days(sentence: str, published: date | None = WEDNESDAY) -> str:
    """The days of the only deadline, from one to the other."""
    (found,) = deadlines(sentence, Context(published))
    return shown(found)


def shown(deadline: Deadline) -> str:
    period = deadline.period
    if period is None:
        return "open"
    first, last = period.earliest.isoformat(), period.latest.isoformat()
    return first if first == last else f"{first} .. {last}"


YEAR_2025 = "2025-01-01 .. 2025-12-31"
YEAR_2026 = "2026-01-01 .. 2026-12-31"
YEAR_2030 = "2030-01-01 .. 2030-12-31"
FORMS = {
    "It could open as late as next May.": "2026-05-01 .. 2026-05-31",
    "It could open as late as next June.": "2025-06-01 .. 2025-06-30",
    "It opens on the nineteenth of August.": "2025-08-19",
    "It will be shut for up to a week from Monday.": "2025-05-19",
    "It will be shut for a week from Monday.": "2025-05-19",
    "It opens on the twenty-first of June 2026.": "2026-06-21",
    "Prices will rise in the year to March.": "2025-04-01 .. 2026-03-31",
    "Prices will rise in the year to March 2027.": "2026-04-01 .. 2027-03-31",
    "Sales will rise in the six months to end-September.": "2025-04-01 .. 2025-09-30",
    "Sales will rise in the 12 months through June.": "2024-07-01 .. 2025-06-30",
    "It opens in 2029.": "2029-01-01 .. 2029-12-31",
    "It opens in November.": "2025-11-01 .. 2025-11-30",
    "It opens in the early months of 2026.": "2026-01-01 .. 2026-04-30",
    "It opens in the early months next year.": "2026-01-01 .. 2026-04-30",
    "It opens in November next year.": "2026-11-01 .. 2026-11-30",
    "It opens in June 2027.": "2027-06-01 .. 2027-06-30",
    "They will meet on Monday.": "2025-05-19",
    "It starts Friday.": "2025-05-16",
    "Notices go out Thursday.": "2025-05-15",
    "It opens this summer.": "2025-06-01 .. 2025-08-31",
    "It opens this week.": "2025-05-12 .. 2025-05-18",
    "It opens this month.": "2025-05-01 .. 2025-05-31",
    "It opens this year.": YEAR_2025,
    "It opens on July 3.": "2025-07-03",
    "It opens on 3 July 2026.": "2026-07-03",
    "It opens on Thursday, 3 July.": "2025-07-03",
    "It opens next week.": "2025-05-19 .. 2025-05-25",
    "It opens next month.": "2025-06-01 .. 2025-06-30",
    "It opens next year.": YEAR_2026,
    "It opens next weekend.": "2025-05-24 .. 2025-05-25",
    "They will file today.": "2025-05-14",
    "They will vote tonight.": "2025-05-14",
    "They will vote tomorrow.": "2025-05-15",
    "They will vote the day after tomorrow.": "2025-05-16",
    "It runs from 1 October.": "2025-10-01",
    "It is sold starting next year.": YEAR_2026,
    "The yard closes as of 31 December.": "2025-12-31",
    "It grows over the next two years.": "2025-05-14 .. 2027-05-14",
    "It grows over the coming year.": "2025-05-14 .. 2026-05-14",
    "It will be full by 2031.": "2031-01-01 .. 2031-12-31",
    "It stays through July.": "2025-07-01 .. 2025-07-31",
    "It stays until the end of March.": "2026-03-31",
    "It waits until after next year's vote.": YEAR_2026,
    "It stays till February.": "2026-02-01 .. 2026-02-28",
    "It ends by the end of the year.": "2025-12-31",
    "It ends by the end of next month.": "2025-06-30",
    "It ends by the end of 2027.": "2027-12-31",
    "It ends by the start of March.": "2026-03-01",
    "It ends by the close of June.": "2025-06-30",
    "It ends by the middle of October.": "2025-10-11 .. 2025-10-20",
    "It opens in early June.": "2025-06-01 .. 2025-06-10",
    "It opens in late-2028.": "2028-09-01 .. 2028-12-31",
    "It opens by mid-2026.": "2026-05-01 .. 2026-08-31",
    "It opens in the coming weeks.": "open",
    "It opens in the second half of 2026.": "2026-07-01 .. 2026-12-31",
    "It opens by the end of the first quarter in 2026.": "2026-03-31",
    "It opens in Q3.": "2025-07-01 .. 2025-09-30",
    "It opens in H1 2026.": "2026-01-01 .. 2026-06-30",
    "It opens in the first quarter of next year.": "2026-01-01 .. 2026-03-31",
    "It opens as early as Monday.": "2025-05-19",
    "Bids close by 30 June at the latest.": "2025-06-30",
    "Bids close no later than 30 June.": "2025-06-30",
    "It opens not before October.": "2025-10-01 .. 2025-10-31",
    "It opens in three weeks.": "2025-06-04",
    "It opens in five years.": "2030-05-14",
    "It is cut over the next 18 to 24 months.": "2025-05-14 .. 2027-05-14",
    "It grows in the next two or three years.": "2025-05-14 .. 2028-05-14",
    "It is free of coal by midcentury.": "2050-01-01 .. 2050-12-31",
    "It ends by July 9 (90 days before the vote).": "2025-07-09",
    "It runs through June 18, about a week ahead of the vote.": "2025-06-18",
    "They must pay within 90 days.": "2025-08-12",
    "They must pay within 48 hours.": "2025-05-16",
    "She hopes to be back within six to eight weeks.": "2025-06-25 .. 2025-07-09",
    "A warning is in place until around 9am on Friday.": "2025-05-16",
    "They have until midday Friday.": "2025-05-16",
    "They are shut once again from June 4 to June 6.": "2025-06-04 .. 2025-06-06",
    "It will open by August. of 2026.": "2026-08-01 .. 2026-08-31",
    "It starts 20 projects this year-a sign of growth.": "2025-01-01 .. 2025-12-31",
    "It is held between 5 and 9 July.": "2025-07-05 .. 2025-07-09",
    "It is held July 5-9.": "2025-07-05 .. 2025-07-09",
    "It runs from 2026 to 2030.": "2026-01-01 .. 2030-12-31",
    "It opens later this year.": "2025-05-14 .. 2025-12-31",
    "They meet later on Wednesday.": "2025-05-14",
    "It is ready by the end of the decade.": YEAR_2030,
    "It is ready by mid-century.": "2050-01-01 .. 2050-12-31",
    "It melts in the 2030s.": "2030-01-01 .. 2039-12-31",
    "It opens by September.": "2025-09-01 .. 2025-09-30",
    "It opens by March.": "2026-03-01 .. 2026-03-31",
    "They answer by Friday.": "2025-05-16",
    "It opens early next year.": "2026-01-01 .. 2026-04-30",
    "It opens by the end of next week.": "2025-05-25",
    "They meet next Tuesday.": "2025-05-20",
    "It opens next spring.": "2026-03-01 .. 2026-05-31",
    "It set a 72-hour deadline.": "2025-05-17",
    "It begins a six-month review.": "2025-11-14",
    "It opens in summer 2026.": "2026-06-01 .. 2026-08-31",
    "It opens in the summer of 2026.": "2026-06-01 .. 2026-08-31",
    "It must act before next year's vote.": YEAR_2026,
    "They must pay by 20 June.": "2025-06-20",
    "They must pay before the end of June.": "2025-06-30",
    "They must pay before 2028.": "2027-12-31",
    "They must pay before next month.": "2025-05-31",
    "They must pay before this year is out.": "2025-01-01 .. 2025-12-31",
    "It will not be heard before September.": "2025-09-01 .. 2025-09-30",
    "They must pay before Tuesday.": "2025-05-20",
    "It opens by year's end.": "2025-12-31",
    "It opens by end-2026.": "2026-12-31",
    "It opens by end-July.": "2025-07-31",
    "It opens in March-April.": "2026-03-01 .. 2026-04-30",
    "It opens by October-November.": "2025-10-01 .. 2025-11-30",
    "It comes in 7-8 days.": "2025-05-21 .. 2025-05-22",
    "It comes in about 7 to 8 days.": "2025-05-21 .. 2025-05-22",
    "It comes in the next calendar year.": "2026-01-01 .. 2026-12-31",
    "It is held October 4-9.": "2025-10-04 .. 2025-10-09",
    "It is held between June 3 and 12.": "2025-06-03 .. 2025-06-12",
    "It comes in the first part of next week.": "2025-05-19 .. 2025-05-25",
    "Bids close latest by June.": "2025-06-01 .. 2025-06-30",
    "It opens around 5 August.": "2025-08-05",
    "They meet a week from Monday.": "2025-05-26",
    "They meet at 6 p.m.": "2025-05-14",
    "It opens on Sept. 3.": "2025-09-03",
    "It is held Dec 20-30.": "2025-12-20 .. 2025-12-30",
    "It ends on December 31st.": "2025-12-31",
    "It ends by Dec. 31.": "2025-12-31",
    "It ends on 25.04.2027.": "2027-04-25",
    "It opens in '27.": "2027-01-01 .. 2027-12-31",
    "It opens by Christmas.": "2025-12-25",
    "It opens in the week of January 19.": "2026-01-19 .. 2026-01-25",
    "It has given both sides two days to answer.": "2025-05-16",
    "It has two days to answer.": "2025-05-16",
    "It closes by the end of June of next year.": "2026-06-30",
    "It closes by the end of the first quarter of fiscal 2027.": "open",
    "It opens late on Friday.": "2025-05-16",
    "The year of 2030 will be dry.": YEAR_2030,
    "It is ready for a Spring 2026 launch.": "2026-03-01 .. 2026-05-31",
    "Sales begin in May last year.": "2024-05-01 .. 2024-05-31",
    "The launch was moved from May to July.": "2025-07-01 .. 2025-07-31",
    "The office extended the time for claims from June 30 to August 31.": "2025-08-31",
    "They are delaying the fair from this week until June.": "2025-06-01 .. 2025-06-30",
    "It is moving the vote, from May to sometime in early to mid-June.": "2025-06-01 .. 2025-06-20",
    "The schools open on June 7, Saturday, and not before.": "2025-06-07",
    "Work begins mid- to late June.": "2025-06-11 .. 2025-06-30",
    "The opening was pushed out from 2026 to 2028.": "2028-01-01 .. 2028-12-31",
    "It let them bring forward the fair from July to June.": "2025-06-01 .. 2025-06-30",
    "They will bring the fair forward from July to June.": "2025-06-01 .. 2025-06-30",
    "It will be shut during the week of fairs this month.": "2025-05-01 .. 2025-05-31",
    "The three-day countdown for the fair on June 3 has begun.": "2025-06-03",
    "It is shut for an extended time from May 20 to May 22.": "2025-05-20 .. 2025-05-22",
    "It opens on Nov . 9.": "2025-11-09",
    "Crews get ready for the start of next week.": "2025-05-19",
    "It grows during the coming year or so.": "2025-05-14 .. 2026-05-14",
    "It grows over the next two years or so.": "2025-05-14 .. 2027-05-14",
    "Prices are stable at the two-year horizon.": "2027-05-14",
    "It builds 40 ships in the plan period (2027-31).": "2027-01-01 .. 2031-12-31",
    'It opens by "mid-autumn" of next year.': "2026-10-01 .. 2026-10-30",
    "It opens in Q3 FY26.": "open",
    "It opens in Q3 of FY 2026-27.": "open",
}
"""A sentence with each form of news, in an article of Wednesday 14 May 2025, and its days."""


@pytest.mark.parametrize(("sentence", "expected"), FORMS.items())
def test_each_form_comes_to_its_days(sentence: str, expected: str) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Results come within ten days of the count.",
        "It must report within 30 days of 1 July.",
        "It must report within 30 days after Monday.",
        "It answers within a week once the vote is held.",
        "They will reply within a week thereafter.",
        "They will reply within ten days after that.",
        "They will reply in two weeks thereafter.",
        "They will reply within a month of that date.",
        "They will pay no later than ten days afterwards.",
        "The following year, it will be sold.",
        "He would end it within 24 hours if he wins.",
        "The fair will run from Tuesday to Friday.",
        "The strike will last from Monday until Wednesday.",
        "The vote is held between Tuesday and Thursday.",
        "They will spend $4m between Tuesday and the vote.",
        "It is free in the first year after signing.",
        "It must answer within 120 working days.",
        "It opens by the end of the second phase.",
        "A fair is held on the eve of St Blaise.",
        "It will follow in due course.",
        "It will follow soon.",
        "It opens once the hall is sold.",
        "It opens once approved.",
        "It opens once they've paid.",
        "It opens once the deal of Norda with the bank closes.",
        "It opens once officials certify the vote.",
        "It is named at a later date.",
        "It opens in the coming months.",
        "It opens within weeks.",
    ],
)
def test_what_hangs_on_an_event_or_is_vague_has_no_days(sentence: str) -> None:
    (found,) = deadlines_in(sentence, Context(WEDNESDAY))
    assert found.period is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It opens once and for all.",
        "The hall, once held by rebels, opens.",
        "It helps those who once ran the bank.",
        "The Harwicks, once the first of the land, left.",
    ],
)
def test_what_was_so_once_is_no_time(sentence: str) -> None:
    assert deadlines_in(sentence, Context(WEDNESDAY)) == []


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("It opens in March.", date(2025, 12, 21), "2026-03-01 .. 2026-03-31"),
        ("It opens on 2 January.", date(2025, 12, 31), "2026-01-02"),
        ("It opens next month.", date(2025, 12, 31), "2026-01-01 .. 2026-01-31"),
        ("It opens tomorrow.", date(2025, 12, 31), "2026-01-01"),
        ("It opens in one month.", date(2025, 1, 31), "2025-02-28"),
        ("It opens in one month.", date(2024, 1, 31), "2024-02-29"),
        ("It opens in one year.", date(2024, 2, 29), "2025-02-28"),
        ("It opens on 29 February.", date(2025, 5, 14), "2028-02-29"),
        ("It opens on Sunday.", date(2025, 5, 18), "2025-05-18"),
        ("It opens next Sunday.", date(2025, 5, 18), "2025-05-25"),
        ("It opens this week.", date(2025, 5, 18), "2025-05-19 .. 2025-05-25"),
        ("It opens next week.", date(2025, 5, 18), "2025-05-19 .. 2025-05-25"),
        ("It opens this winter.", date(2026, 1, 10), "2025-12-01 .. 2026-02-28"),
        ("It is held 30 December to 2 January.", date(2025, 5, 14), "2025-12-30 .. 2026-01-02"),
        ("It opens in Q1.", date(2025, 5, 14), "2026-01-01 .. 2026-03-31"),
        ("It opens Monday (May 26).", date(2025, 5, 14), "2025-05-26"),
        (
            "It is shut from Friday, June 6, to Monday, June 9.",
            date(2025, 5, 14),
            "2025-06-06 .. 2025-06-09",
        ),
        ("It opens on Monday morning, 26 May.", date(2025, 5, 14), "2025-05-26"),
        ("It opens within the next week.", date(2025, 5, 14), "2025-05-14 .. 2025-05-21"),
    ],
)
def test_days_are_counted_from_the_publication(
    sentence: str, published: date, expected: str
) -> None:
    assert days(sentence, published) == expected


def test_the_weekdays_of_a_list_follow_one_another() -> None:
    found = deadlines("It sails on Tuesday and Friday.", Context(date(2025, 5, 16)))
    assert [shown(it) for it in found] == ["2025-05-20", "2025-05-23"]


@pytest.mark.parametrize(
    ("sentence", "fiscal_month", "expected"),
    [
        ("It is paid in the financial year 2025-26.", INDIA, "2025-04-01 .. 2026-03-31"),
        ("It is paid this financial year.", INDIA, "2025-04-01 .. 2026-03-31"),
        ("It is paid in fiscal 2026.", AMERICA, "2025-10-01 .. 2026-09-30"),
        ("It is paid next fiscal year.", AMERICA, "2025-10-01 .. 2026-09-30"),
        ("It is paid in the financial year 2025-26.", None, "open"),
        ("It is paid in the financial year 2025-'26.", INDIA, "2025-04-01 .. 2026-03-31"),
        ("It is paid in the third quarter of 2025-26.", INDIA, "2025-10-01 .. 2025-12-31"),
        ("It is paid in the second half of 2025-26.", INDIA, "2025-10-01 .. 2026-03-31"),
        ("It is paid in Q4 2025-26.", INDIA, "2026-01-01 .. 2026-03-31"),
        ("It is paid in the third quarter of 2025-26.", None, "open"),
        ("It is paid in the third quarter of 2025-28.", INDIA, "open"),
    ],
)
def test_a_financial_year_is_that_of_its_country(
    sentence: str, fiscal_month: int | None, expected: str
) -> None:
    (found,) = deadlines(sentence, Context(WEDNESDAY, fiscal_month=fiscal_month))
    assert shown(found) == expected


def test_two_times_with_a_preposition_each_are_two_deadlines() -> None:
    found = deadlines("It foresees growth in 2026 and in 2027.", Context(WEDNESDAY))
    assert [it.phrase for it in found] == ["in 2026", "in 2027"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It opens by then.", "2025-09-01 .. 2025-09-30"),
        ("It opens on that date.", "2025-09-01 .. 2025-09-30"),
        ("It opens by the deadline.", "2025-09-01 .. 2025-09-30"),
        ("It opens on the 12th.", "2025-09-12"),
    ],
)
def test_what_refers_back_is_the_last_deadline(sentence: str, expected: str) -> None:
    (found,) = deadlines(sentence, Context(WEDNESDAY, last=parse_period("2025-09")))
    assert shown(found) == expected


def test_the_same_day_is_no_month() -> None:
    (found,) = deadlines(
        "It opens on the same day.", Context(WEDNESDAY, last=parse_period("2025-09"))
    )
    assert found.period is None


def test_an_hour_alone_is_of_no_day_after_another_day() -> None:
    told = "The session begins at 1 p.m."
    (found,) = deadlines(told, Context(WEDNESDAY))
    assert shown(found) == "2025-05-14"
    (found,) = deadlines(told, Context(WEDNESDAY, last=parse_period("2025-05-20")))
    assert found.period is None


def test_what_refers_back_is_first_one_of_its_sentence() -> None:
    found = deadlines("Landing is planned for October, not before the 12th.")
    assert [shown(it) for it in found] == ["2025-10-01 .. 2025-10-31", "2025-10-12"]


def test_each_deadline_of_a_sentence_is_found() -> None:
    found = deadlines("Half leaves this summer and the rest by the end of 2026.")
    assert [it.phrase for it in found] == ["this summer", "by the end of 2026"]


def test_the_new_day_of_what_was_moved_is_before_another() -> None:
    first, second = deadlines("It was moved from the end of May to July and now early June.")
    assert (shown(first), shown(second)) == (
        "2025-07-01 .. 2025-07-31",
        "2025-06-01 .. 2025-06-10",
    )


def test_a_weekday_after_next_week_is_one_of_that_week() -> None:
    found = deadlines("Next week, the feast begins on Friday and ends on Saturday.")
    assert [it.period.text for it in found[1:] if it.period is not None] == [
        "2025-05-23",
        "2025-05-24",
    ]


def test_a_span_that_ends_before_it_begins_has_no_first_day() -> None:
    found = deadlines("It is shut from noon on Tuesday to noon on Thursday.")
    assert [shown(it) for it in found] == ["open", "2025-05-15"]


def test_no_more_than_the_most_deadlines_are_read() -> None:
    assert len(deadlines("It opens on Friday, " + "on 3 July, " * 40)) == MOST_DEADLINES


def test_two_days_with_and_are_two_deadlines() -> None:
    found = deadlines("They must pay by June 20 and June 27.")
    assert [shown(it) for it in found] == ["2025-06-20", "2025-06-27"]


def test_the_end_of_a_year_and_the_year_after_are_two_times() -> None:
    (found, *_) = deadlines("It was moved to the close of this year and 2026.")
    assert (found.phrase, shown(found)) == ("moved to the close of this year", "2025-12-31")


def test_what_is_done_once_in_a_year_is_of_that_year() -> None:
    found = deadlines("It moves once the yard is built in 2028.")
    assert [(it.phrase, shown(it)) for it in found] == [("in 2028", "2028-01-01 .. 2028-12-31")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales in the current three-month period fell.",
        "Sales in the three-month period ended June fell.",
        "Sales in the first six-week window fell.",
    ],
)
def test_the_length_of_a_period_is_no_deadline(sentence: str) -> None:
    assert deadlines(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["It opens by June.", "It opens on Friday.", "It opens in two weeks."]
)
def test_nothing_is_counted_without_a_publication(sentence: str) -> None:
    assert days(sentence, None) == "open"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It opens by June 2026.", "2026-06-01 .. 2026-06-30"),
        ("It opens on 3 July 2026.", "2026-07-03"),
        ("It opens in the summer of 2026.", "2026-06-01 .. 2026-08-31"),
        ("It melts in the 2030s.", "2030-01-01 .. 2039-12-31"),
    ],
)
def test_what_has_its_year_needs_no_publication(sentence: str, expected: str) -> None:
    assert days(sentence, None) == expected


@pytest.mark.parametrize(
    "sentence",
    ["It opens on 31 June.", "It opens on 29 February 2026.", "It opens on 2026-13-01."],
)
def test_a_day_that_no_calendar_has_is_not_resolved(sentence: str) -> None:
    assert all(it.period is None or not it.period.is_day for it in deadlines(sentence))


def test_an_end_after_all_calendars_is_not_resolved() -> None:
    assert days("It lasts over the next 999999 years.") == "open"


WORDS = (
    "by in on until the end of next this year June 2026 May Friday 3 14 weeks two early late "
    "mid-2027 first half Q3 and to from between within - before tomorrow then , bridge will open"
).split()
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(SENTENCES, DAYS)
def test_a_phrase_stands_in_its_sentence_in_order(sentence: str, published: date) -> None:
    end = 0
    for found in deadlines_in(sentence, Context(published)):
        assert end <= found.start < found.end
        assert sentence[found.start : found.end] == found.phrase
        end = found.end


@given(SENTENCES, DAYS)
def test_a_period_is_read_again_from_its_text(sentence: str, published: date) -> None:
    for found in deadlines_in(sentence, Context(published)):
        if found.period is not None:
            assert found.period.earliest <= found.period.latest
            assert parse_period(found.period.text).same_days(found.period)


NO_DATES = "bridge will open the of and to council said Harwick about next by until in on a".split()


@given(st.lists(st.sampled_from(NO_DATES), max_size=12).map(" ".join), DAYS)
def test_no_days_are_made_of_words_without_a_time(sentence: str, published: date) -> None:
    assert [it for it in deadlines_in(sentence, Context(published)) if it.period] == []


@given(st.text(max_size=60), DAYS)
def test_any_text_is_read(text: str, published: date) -> None:
    for found in deadlines_in(text, Context(published)):
        assert found.period is None or found.period.latest - published < timedelta(days=365 * 9000)


@given(DAYS, st.integers(1, 400))
def test_a_number_of_days_is_counted_exactly(published: date, count: int) -> None:
    sentence = f"It opens within {count} days."
    assert days(sentence, published) == (published + timedelta(days=count)).isoformat()


@given(DAYS)
def test_a_weekday_comes_within_a_week(published: date) -> None:
    (found,) = deadlines("It opens on Friday.", Context(published))
    assert found.period is not None
    assert found.period.earliest.isoweekday() == 5
    assert timedelta(0) <= found.period.earliest - published < timedelta(days=7)


def test_this_year_after_a_comma_is_a_time_of_its_own() -> None:
    found = deadlines_in("Last year it opened in May, this year we plan to.", Context(WEDNESDAY))
    assert [it.phrase for it in found] == ["in May", "this year"]


@pytest.mark.parametrize(
    "phrase", ["by 9:00am today", "until midnight tonight", "by noon tomorrow"]
)
def test_the_hour_before_a_day_is_of_its_phrase(phrase: str) -> None:
    assert [it.phrase for it in deadlines(f"They must leave {phrase}, or pay.")] == [phrase]


def test_a_length_may_be_written_with_a_hyphen() -> None:
    assert [it.phrase for it in deadlines("It must answer within 30-days.")] == ["within 30-days"]
