"""Dates: what cannot come before or after what, and years that are far off."""

from datetime import UTC, date, datetime

import pytest

from claim_tracker.checks import examine
from claim_tracker.yaml import read
from tests.samples import (
    NEWS,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

NOTED = "date: {}, note: N."
FAR = "is the one or the other mistyped, or a year of another calendar?"
HAPPENED_THEN = (
    "if 1404 is a year of the Solar Hijri calendar, "
    "write `2025`, or `2026` for its last three months"
)
SOLAR_HIJRI = (
    "if 1405 is a year of the Solar Hijri calendar, "
    "write `2026`, or `2027` for its last three months"
)


class TestDueBeforeStated:
    @pytest.mark.parametrize("due", ["2025-08-17", "2025-07", "2024", "2025-Q2", "../2025-08-01"])
    def test_a_deadline_that_was_over_is_marked_and_stated_is_shown(self, due: str) -> None:
        text = claims_file(claim({"stated": "⟦2025-08-18⟧", "source": NEWS, "due": f"«{due}»"}))
        finding = the_finding(text, code="E205")
        assert finding.claim == "base-closes"
        assert due in finding.message
        assert finding.related[0].label == "stated here"

    def test_the_date_of_the_source_counts_where_stated_is_absent(self) -> None:
        the_finding(claims_file(claim({"due": "«2025-08-17»"})), code="E205")

    def test_a_claim_of_today_is_looked_at(self) -> None:
        assert codes(claims_file(claim({"stated": "2026-01-01", "due": "2025"}))) == ["E205"]

    @pytest.mark.parametrize(
        ("first", "found"),
        [
            ({"due": "within 90 days"}, []),
            ({"due": "2024", "stated": "2026-02"}, ["E206"]),
            ({"due": "2024", "source": NEWS}, ["E102"]),
        ],
    )
    def test_what_cannot_be_compared_leaves_the_others_looked_at(
        self, first: dict[str, str], found: list[str]
    ) -> None:
        assert codes(claims_file(claim(first), another({"due": "2024"}))) == [*found, "E205"]

    def test_a_moved_deadline_is_looked_at_too(self) -> None:
        update = f"date: 2025-10-01, due: «2025-08-17», source: {NEWS}"
        the_finding(claims_file(claim(updates=[update])), code="E205")

    @pytest.mark.parametrize("due", ["2025-08-18", "2025-08", "2025", "within 0 days", "2026-09"])
    def test_a_deadline_on_the_day_or_around_it_is_right(self, due: str) -> None:
        assert_valid(claims_file(claim({"due": due})))

    def test_a_deadline_within_the_period_of_stated_is_right(self) -> None:
        assert_valid(claims_file(claim({"stated": "2025-08", "due": "2025-08-01"})))

    def test_a_deadline_moved_forward_to_before_its_update_is_right(self) -> None:
        update = f"date: 2025-10-01, due: 2025-09, source: {NEWS}"
        assert_valid(claims_file(claim(updates=[update])))


class TestStatedAfterToday:
    @pytest.mark.parametrize("stated", ["2026-01-02", "2030-01-01", "2026-02", "2030"])
    def test_stated_after_today_is_marked(self, stated: str) -> None:
        finding = the_finding(claims_file(claim({"stated": f"«{stated}»"})), code="E206")
        assert finding.claim == "base-closes"
        assert finding.message == f"`stated` is `{stated}`, and today is 2026-01-01"

    @pytest.mark.parametrize("stated", ["2026-01-01", "2026-01", "2026", "2025-12-31", "2026-Q1"])
    def test_today_and_a_period_that_holds_it_are_right(self, stated: str) -> None:
        assert_valid(claims_file(claim({"stated": stated})))

    def test_a_source_published_after_today_is_marked(self) -> None:
        source = "{url: https://example.org/report, published: «2030-08-18»}"
        finding = the_finding(claims_file(claim({"source": source})), code="E206")
        assert finding.claim == "base-closes"
        assert "`published`" in finding.message

    def test_a_source_in_sources_is_of_no_claim_and_marked_once(self) -> None:
        head = "sources:\n  p: {url: https://example.org/report, published: «2030»}\n"
        fields = {"source": "p", "stated": "2025-08-18"}
        other = {"id": "b", "claim": "B.", **fields}
        finding = the_finding(claims_file(claim(fields), claim(other), head=head), code="E206")
        assert finding.claim is None

    def test_the_source_of_an_update_is_looked_at_too(self) -> None:
        source = "{url: https://example.org/news, published: «2030-08-18»}"
        update = f"date: 2025-10-01, note: N., source: {source}"
        the_finding(claims_file(claim(updates=[update])), code="E206")

    def test_a_deadline_and_as_of_may_lie_ahead(self) -> None:
        assert_valid(claims_file(claim({"kind": "fact", "as_of": "2030", "due": "2040"})))

    def test_the_day_is_that_of_the_time_zone_of_the_file(self) -> None:
        as_of = datetime(2025, 12, 31, 22, 0, tzinfo=UTC)
        for zone, expected in (("Asia/Baghdad", []), ("UTC", ["E206"]), ("Etc/GMT+12", ["E206"])):
            text = claims_file(claim({"stated": "2026-01-01"}), head=f"timezone: {zone}\n")
            found = examine([read("a.yaml", text.encode())], as_of).findings
            assert [finding.code for finding in found] == expected, zone


class TestUpdateAfterToday:
    @pytest.mark.parametrize("day", ["2026-01-02", "2030-09-01"])
    def test_an_update_after_today_is_marked(self, day: str) -> None:
        finding = the_finding(claims_file(claim(updates=[NOTED.format(f"«{day}»")])), code="E207")
        assert finding.claim == "base-closes"
        assert day in finding.message

    @pytest.mark.parametrize("day", ["2026-01-01", "2025-12-31"])
    def test_an_update_of_today_is_right(self, day: str) -> None:
        assert_valid(claims_file(claim(updates=[NOTED.format(day)])))

    def test_data_that_is_right_today_is_right_on_every_later_day(self) -> None:
        text = claims_file(claim({"due": "2026-09"}, [NOTED.format("2026-01-01")]))
        for day in (date(2026, 1, 1), date(2026, 10, 1), date(2100, 1, 1), date.max):
            assert_valid(text, today=day)


class TestUpdateBeforeStated:
    @pytest.mark.parametrize("day", ["2025-08-17", "2024-09-01"])
    def test_an_update_older_than_its_claim_is_marked(self, day: str) -> None:
        text = claims_file(claim({"stated": "⟦2025-08-18⟧"}, [NOTED.format(f"«{day}»")]))
        finding = the_finding(text, code="E208")
        assert finding.claim == "base-closes"
        assert finding.related[0].label == "stated here"

    def test_the_date_of_the_source_counts_where_stated_is_absent(self) -> None:
        the_finding(claims_file(claim(updates=[NOTED.format("«2025-08-17»")])), code="E208")

    def test_an_update_of_the_same_day_is_right(self) -> None:
        assert_valid(claims_file(claim(updates=[NOTED.format("2025-08-18")])))

    def test_an_update_within_the_period_of_stated_is_right(self) -> None:
        assert_valid(claims_file(claim({"stated": "2025-08"}, [NOTED.format("2025-08-01")])))

    def test_when_all_updates_are_older_stated_is_wrong_once(self) -> None:
        days = ["«2025-08-16»", "2025-08-17"]
        the_finding(claims_file(claim(updates=[NOTED.format(day) for day in days])), code="E208")

    def test_when_some_of_several_are_older_each_is_marked(self) -> None:
        days = ["2025-08-16", "2025-08-17", "2025-08-18"]
        text = claims_file(claim(updates=[NOTED.format(day) for day in days]))
        assert codes(text) == ["E208", "E208"]

    def test_a_claim_that_was_stated_after_today_is_not_compared(self) -> None:
        updates = [NOTED.format("2025-12-01")]
        assert codes(claims_file(claim({"stated": "2026-01-02"}, updates))) == ["E206"]
        assert codes(claims_file(claim({"stated": "2026-01-01"}, updates))) == ["E208"]

    def test_and_leaves_the_others_compared(self) -> None:
        first = claim({"stated": "2026-02"}, [NOTED.format("2025-12-01")])
        second = another(updates=[NOTED.format("2025-08-17")])
        assert codes(claims_file(first, second)) == ["E206", "E208"]


class TestUpdatesInOrder:
    def test_an_update_after_a_later_one_is_marked(self) -> None:
        updates = [NOTED.format("⟦2025-10-01⟧"), NOTED.format("«2025-09-30»")]
        finding = the_finding(claims_file(claim(updates=updates)), code="E209")
        assert finding.claim == "base-closes"
        assert finding.related[0].label == "the later one"

    def test_periods_are_in_the_order_of_their_last_days(self) -> None:
        right = [NOTED.format(when) for when in ("2025-10-31", "2025-10", "2025-09/2025-11")]
        assert_valid(claims_file(claim(updates=right)))
        marked = [NOTED.format("⟦2025-10⟧"), NOTED.format("«2025-10-30»")]
        finding = the_finding(claims_file(claim(updates=marked)), code="E209")
        assert finding.fix is not None

    def test_updates_of_one_day_are_in_order(self) -> None:
        updates = [NOTED.format("2025-10-01"), NOTED.format("2025-10-01")]
        assert_valid(claims_file(claim(updates=updates)))

    def test_one_update_out_of_order_is_one_finding(self) -> None:
        days = ["2025-09-01", "2025-12-01", "«2025-10-01»", "2025-11-01"]
        marked = [NOTED.format(day) for day in days]
        marked[1] = marked[1].replace("2025-12-01", "⟦2025-12-01⟧")
        the_finding(claims_file(claim(updates=marked)), code="E209")

    @pytest.mark.parametrize(
        ("days", "found"),
        [
            (["2026-02-01", "2025-10-01"], ["E207"]),
            (["2026-02-01", "2025-10-01", "2025-09-01"], ["E207", "E209"]),
            (["2025-10-01", "2025-08-01"], ["E208"]),
            (["2025-10-01", "2025-08-01", "2025-09-01"], ["E208", "E209"]),
            (["2026-01-01", "2025-12-01"], ["E209"]),
        ],
    )
    def test_an_update_with_an_impossible_date_is_not_compared(
        self, days: list[str], found: list[str]
    ) -> None:
        assert codes(claims_file(claim(updates=[NOTED.format(day) for day in days]))) == found

    def test_the_updates_of_different_claims_are_not_compared(self) -> None:
        first = claim(updates=[NOTED.format("2025-10-01")])
        second = claim({"id": "b", "claim": "B."}, [NOTED.format("2025-09-01")])
        assert_valid(claims_file(first, second))


class TestHappened:
    @pytest.mark.parametrize("happened", ["2025-10-02", "2025-11", "2026", "2025-Q4/2026"])
    def test_what_happened_after_its_update_is_marked(self, happened: str) -> None:
        day = "2025-10-01" if happened != "2025-Q4/2026" else "2025-09-30"
        update = f"date: ⟦{day}⟧, happened: «{happened}», note: N."
        finding = the_finding(claims_file(claim(updates=[update])), code="E210")
        assert finding.claim == "base-closes"
        assert happened in finding.message
        assert finding.related[0].label == "the day it became known"

    @pytest.mark.parametrize("happened", ["2025-10-01", "2025-10", "2025", "2025-Q4", "2024"])
    def test_the_day_itself_and_a_period_that_holds_it_are_right(self, happened: str) -> None:
        update = f"date: 2025-10-01, happened: {happened}, note: N."
        assert_valid(claims_file(claim(updates=[update])))

    def test_what_happened_before_the_claim_was_stated_is_right(self) -> None:
        update = "date: 2025-10-01, happened: 2025-01, note: N."
        assert codes(claims_file(claim(updates=[update]))) == []


class TestSpansOfTime:
    @pytest.mark.parametrize("due", ["within 8000 years", "within 999999 weeks"])
    def test_a_deadline_ends_by_the_year_9999(self, due: str) -> None:
        finding = the_finding(claims_file(claim({"due": f"«{due}»"})), code="E104")
        assert finding.claim == "base-closes"
        assert due in finding.message

    def test_a_moved_deadline_ends_by_the_year_9999(self) -> None:
        update = f"date: 2025-10-01, due: «within 8000 years», source: {NEWS}"
        the_finding(claims_file(claim(updates=[update])), code="E104")

    def test_the_last_year_there_is_is_accepted(self) -> None:
        assert_valid(claims_file(claim({"due": "within 7974 years"})))


class TestNothingIsHundredsOfYearsAway:
    @pytest.mark.parametrize(
        ("due", "advice"),
        [
            ("2569-12", "if 2569 is a year of the Buddhist calendar, write `2026-12`"),
            ("2570/2571", "if 2570 is a year of the Buddhist calendar, write `2027/2028`"),
            ("2568-02-29", FAR),
            ("2225", FAR),
            ("2450", FAR),
            ("2690", FAR),
        ],
    )
    def test_two_hundred_years_are_far(self, due: str, advice: str) -> None:
        finding = the_finding(claims_file(claim({"due": f"«{due}»"})), code="W308")
        assert finding.help == advice
        assert finding.fix is None

    def test_a_moved_deadline_is_looked_at(self) -> None:
        update = f"date: 2025-10-01, due: «2569», source: {NEWS}"
        the_finding(claims_file(claim(updates=[update])), code="W308")

    @pytest.mark.parametrize(("happened", "advice"), [("1404", HAPPENED_THEN), ("1025-09", FAR)])
    def test_nothing_happened_so_long_before_its_claim(self, happened: str, advice: str) -> None:
        update = f"date: 2025-10-01, happened: «{happened}», outcome: kept, source: {NEWS}"
        finding = the_finding(claims_file(claim(updates=[update])), code="W308")
        assert finding.help == advice

    @pytest.mark.parametrize("due", ["2224", "within 300 years", "2026/2569"])
    def test_what_begins_sooner_is_not_and_a_span_is_meant(self, due: str) -> None:
        assert_valid(claims_file(claim({"due": due})))

    @pytest.mark.parametrize(
        ("due", "advice"),
        [
            ("1405-06", SOLAR_HIJRI),
            ("1403", "correct the one or the other; is it the right year?"),
            ("1480", "correct the one or the other; is it the right year?"),
            ("2017", "correct the one or the other; is it the right year?"),
        ],
    )
    def test_a_year_of_another_calendar_may_lie_before_too(self, due: str, advice: str) -> None:
        finding = the_finding(claims_file(claim({"due": f"«{due}»"})), code="E205")
        assert finding.help == advice


def test_an_unknown_source_has_no_date_to_compare_with() -> None:
    fields = {"source": "nowhere", "stated": "2025-08-18", "due": "2569-12"}
    assert codes(claims_file(claim(fields))) == ["E202", "W308"]


def test_no_finding_depends_on_today() -> None:
    text = claims_file(claim({"due": "2569-12"}))
    days = [date(2026, 1, 1), date(2400, 1, 1), date(2700, 1, 1)]
    first, *later = [check(text, today=day).findings for day in days]
    assert later == [first, first]
