"""What is worth a look: warnings, which leave the data valid."""

from datetime import date

import pytest

from tests.samples import (
    NEWS,
    PLACES,
    SOURCES,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
    unmarked,
)

UNUSED_SOURCE = SOURCES.replace("paper-1", "«paper-1»")
UNUSED_PLACE = PLACES.replace("harbour", "«harbour»")
LATE_NEWS = "{url: https://example.org/news, published: «1 Oct 2025»}"
SOLAR_HIJRI = (
    "if 1405 is a year of the Solar Hijri calendar, "
    "write `2026`, or `2027` for its last three months"
)
CANONICAL = "checks: {dates: canonical}\n"
ARCHIVED = "checks: {archived: required}\n"


def test_a_warning_leaves_the_data_valid() -> None:
    examined = check(claims_file(claim(), head=SOURCES))
    assert [finding.severity for finding in examined.findings] == ["warning"]
    assert examined.tracker is not None


def test_an_error_does_not() -> None:
    examined = check(claims_file(claim({"due": "soon"})))
    assert [finding.severity for finding in examined.findings] == ["error"]
    assert examined.tracker is None


class TestSourcesAreUsed:
    def test_a_source_that_nothing_names_is_marked_at_its_key(self) -> None:
        finding = the_finding(claims_file(claim(), head=UNUSED_SOURCE), code="W301")
        assert finding.claim is None
        assert "`paper-1`" in finding.message

    def test_it_is_marked_in_a_file_without_claims_too(self) -> None:
        the_finding(claims_file(head=UNUSED_SOURCE), code="W301")

    def test_it_is_marked_where_the_defaults_give_claims_their_source(self) -> None:
        default = "defaults: {source: {url: https://example.org/x, published: 2025-08-18}}\n"
        text = claims_file(claim({"source": None}), head=UNUSED_SOURCE + default)
        the_finding(text, code="W301")
        text = claims_file(
            claim({"source": None}), head=f"{SOURCES}defaults: {{source: paper-1}}\n"
        )
        assert_valid(text)

    def test_a_claim_or_an_update_uses_it(self) -> None:
        assert_valid(claims_file(claim({"source": "paper-1"}), head=SOURCES))
        update = "date: 2025-10-01, note: N., source: paper-1"
        assert_valid(claims_file(claim(updates=[update]), head=SOURCES))

    def test_a_claim_with_faults_uses_it_too(self) -> None:
        for fault in ({"due": "soon"}, {"speaker": None}, {"id": "Bad id"}, {"colour": "red"}):
            text = claims_file(claim({"source": "paper-1", **fault}), head=SOURCES)
            assert "W301" not in codes(text), fault

    def test_none_is_told_where_a_claim_may_name_it_in_a_form_of_no_source(self) -> None:
        for source in ("{source: [paper-1]}", "[[paper-1]]"):
            text = claims_file(claim({"source": source}), head=SOURCES)
            assert "W301" not in codes(text), source

    def test_claims_in_a_mapping_with_a_fault_are_no_claims(self) -> None:
        text = f"version: 1\n{SOURCES}claims:\n  updates: &a x\n  id: b\n"
        assert codes(text) == ["E103", "E005"]

    def test_an_update_with_faults_uses_it_too(self) -> None:
        update = "date: soon, note: N., source: paper-1"
        assert codes(claims_file(claim(updates=[update]), head=SOURCES)) == ["E104"]

    def test_a_claim_of_another_file_does_not_use_it(self) -> None:
        other = claims_file(claim({"source": "paper-1"}), head=SOURCES)
        the_finding(claims_file(head=UNUSED_SOURCE), other, code="W301")

    def test_a_line_that_cannot_be_read_may_use_it(self) -> None:
        text = claims_file(claim({"kind": "fact\n    ???"}), head=SOURCES + PLACES)
        assert codes(text) == ["E002"]

    @pytest.mark.parametrize("source", ["[paper-1]", "*paper"])
    def test_a_reference_of_no_known_form_may_mean_it(self, source: str) -> None:
        assert "W301" not in codes(claims_file(claim({"source": source}), head=SOURCES))

    def test_the_last_of_five_thousand_counts_the_others(self) -> None:
        url = "https://example.org/"
        head = "sources:\n" + "".join(f"  paper-{n}: {{url: {url}{n}}}\n" for n in range(5002))
        found = check(claims_file(head=head)).findings
        assert len(found) == 5000
        assert found[0].message == "no claim uses the source `paper-0`"
        assert found[-1].message == "no claim uses the source `paper-4999`, and 2 more"


class TestPlacesAreUsed:
    def test_a_place_that_nothing_names_is_marked_at_its_key(self) -> None:
        finding = the_finding(claims_file(claim(), head=UNUSED_PLACE), code="W302")
        assert finding.claim is None
        assert "`harbour`" in finding.message

    def test_a_claim_uses_it(self) -> None:
        assert_valid(claims_file(claim({"places": "[harbour]"}), head=PLACES))

    def test_a_claim_with_faults_uses_it_too(self) -> None:
        text = claims_file(claim({"places": "[harbour]", "due": "soon"}), head=PLACES)
        assert codes(text) == ["E104"]

    @pytest.mark.parametrize("item", ["", "{name: harbour}"])
    def test_an_item_that_is_no_key_may_mean_it(self, item: str) -> None:
        text = claims_file(claim({"places": f"\n      - {item}"}), head=PLACES)
        assert codes(text) == ["E103"]

    @pytest.mark.parametrize("word", ["harbuor", "harbour - camp"])
    def test_a_word_that_is_near_to_it_may_be_it(self, word: str) -> None:
        assert codes(claims_file(claim({"places": f"[{word}]"}), head=PLACES)) == ["E203"]


class TestDatesAreCanonical:
    @pytest.mark.parametrize(
        ("written", "canonical"),
        [
            ("September 2026", "2026-09"),
            ("30 Sep 2026", "2026-09-30"),
            ("September 30, 2026", "2026-09-30"),
            ("Q3 2026", "2026-Q3"),
            ("2026-35", "2026-Q3"),
            ("2026-q3", "2026-Q3"),
            ("2026-40", "2026-H1"),
            ("2026-21", "spring 2026"),
            ("fall 2026", "autumn 2026"),
            ("winter 2026/27", "winter 2026"),
            ("30/09/2026", "2026-09-30"),
            ("2026 or 2027", "2026/2027"),
            ("202x", "202X"),
            ("within 90 days", "2025-11-16"),
            ("in 1-2 years", "2026-08-18/2027-08-18"),
            ("end of 2026", "2026-12-31"),
            ("Early 2026", "early 2026"),
            ("mid 2026", "mid-2026"),
            ("2026-09 / 2026-10", "2026-09/2026-10"),
            ("Sept 2026~", "2026-09~"),
            ('"30  Sep 2026"', "2026-09-30"),
        ],
    )
    def test_another_form_is_marked_with_the_canonical_one(
        self, written: str, canonical: str
    ) -> None:
        finding = the_finding(
            claims_file(claim({"due": f"«{written}»"}), head=CANONICAL), code="W304"
        )
        assert finding.claim == "base-closes"
        assert finding.help == f"write `{canonical}`"
        assert finding.fix is not None
        assert [edit.text for edit in finding.fix.edits] == [canonical]
        assert_valid(claims_file(claim({"due": canonical}), head=CANONICAL))

    @pytest.mark.parametrize(
        "written",
        [
            "2026-09-30",
            "2026",
            "2026-H1",
            "2026-Q3",
            "late 2026",
            "mid-september 2026",
            "spring 2026",
            "2026-09?",
            "2025-09-15/2026-10-15",
            "../2026-09",
            '"2026-09"',
            "' 2026-09 '",
        ],
    )
    def test_a_canonical_form_is_right(self, written: str) -> None:
        assert_valid(claims_file(claim({"due": written}), head=CANONICAL))

    def test_a_date_that_is_wrong_is_one_finding(self) -> None:
        assert codes(claims_file(claim({"due": "Sept 2024"}), head=CANONICAL)) == ["E205"]

    @pytest.mark.parametrize("field", ["stated", "due"])
    def test_the_dates_of_a_claim_are_looked_at(self, field: str) -> None:
        the_finding(claims_file(claim({field: "«Sept 2025»"}), head=CANONICAL), code="W304")

    def test_the_day_of_a_fact_is_looked_at(self) -> None:
        the_finding(
            claims_file(claim({"kind": "fact", "as_of": "«Sept 2025»"}), head=CANONICAL),
            code="W304",
        )

    @pytest.mark.parametrize(
        "update",
        [
            "date: «1 Oct 2025», note: N.",
            "date: 2025-10-01, happened: «Sept 2025», note: N.",
            f"date: 2025-10-01, due: «Sept 2026», source: {NEWS}",
            f"date: 2025-10-01, note: N., source: {LATE_NEWS}",
        ],
    )
    def test_the_dates_of_an_update_are_looked_at(self, update: str) -> None:
        the_finding(claims_file(claim(updates=[update]), head=CANONICAL), code="W304")

    def test_the_dates_of_sources_are_looked_at(self) -> None:
        source = "{url: https://example.org/report, published: «18 Aug 2025»}"
        the_finding(claims_file(claim({"source": source}), head=CANONICAL), code="W304")
        head = f"{CANONICAL}sources:\n  paper-1: {source}\n"
        finding = the_finding(claims_file(claim({"source": "paper-1"}), head=head), code="W304")
        assert finding.claim is None

    def test_a_span_that_an_update_sets_counts_from_the_update(self) -> None:
        update = f"date: 2025-10, due: «within 90 days», source: {NEWS}"
        finding = the_finding(claims_file(claim(updates=[update]), head=CANONICAL), code="W304")
        assert finding.help == "write `2026-01-29`"

    def test_a_span_is_left_where_it_has_no_end_or_no_beginning(self) -> None:
        far = claims_file(claim({"due": "within 9999 years"}), head=CANONICAL)
        assert codes(far) == ["E104"]
        undated = claims_file(claim({"due": "within 90 days", "source": NEWS}), head=CANONICAL)
        assert codes(undated) == ["E102"]

    @pytest.mark.parametrize("head", ["", "checks: {dates: any}\n"])
    def test_every_form_is_right_where_the_file_does_not_ask(self, head: str) -> None:
        assert_valid(claims_file(claim({"due": "30th September 2026"}), head=head))


class TestDeadlinesAreInReach:
    @pytest.mark.parametrize(
        ("due", "advice"),
        [
            ("2569-12", "if 2569 is a year of the Buddhist calendar, write `2026-12`"),
            ("2570/2571", "if 2570 is a year of the Buddhist calendar, write `2027/2028`"),
            ("2568-02-29", "is it the right year, and of the Gregorian calendar?"),
            ("2225", "is it the right year, and of the Gregorian calendar?"),
            ("2450", "is it the right year, and of the Gregorian calendar?"),
            ("2690", "is it the right year, and of the Gregorian calendar?"),
        ],
    )
    def test_two_hundred_years_are_far(self, due: str, advice: str) -> None:
        finding = the_finding(claims_file(claim({"due": f"«{due}»"})), code="W308")
        assert finding.help == advice
        assert finding.fix is None

    def test_a_moved_deadline_is_looked_at(self) -> None:
        update = f"date: 2025-10-01, due: «2569», source: {NEWS}"
        the_finding(claims_file(claim(updates=[update])), code="W308")

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


class TestYearsOfAnotherCalendar:
    """A year of another calendar is told by the other dates of its claim."""

    BUDDHIST = "if 2568 is a year of the Buddhist calendar, write `2025-09`"
    HIJRI = (
        "if 1404 is a year of the Solar Hijri calendar, "
        "write `2025`, or `2026` for its last three months"
    )
    YEARS = (("2568-09", BUDDHIST), ("1404-06", HIJRI))

    @pytest.mark.parametrize(("year", "advice"), YEARS)
    @pytest.mark.parametrize("field", ["stated", "as_of"])
    def test_a_date_of_a_claim_is_looked_at(self, field: str, year: str, advice: str) -> None:
        fields = {"kind": "fact", field: f"«{year}»"}
        code = "E206" if (field, year) == ("stated", "2568-09") else "W308"
        (finding,) = check(unmarked(claims_file(claim(fields))).text).findings
        assert (finding.code, finding.help, finding.fix) == (code, advice, None)

    @pytest.mark.parametrize(("year", "advice"), YEARS)
    def test_the_date_of_a_source_is_looked_at_once(self, year: str, advice: str) -> None:
        head = f"sources:\n  paper-1: {{url: https://example.org/r, published: {year}}}\n"
        fields = {"source": "paper-1", "due": "2026-09"}
        text = claims_file(claim(fields), another(fields), head=head)
        (finding,) = check(text).findings
        assert finding.code == ("E206" if year.startswith("2") else "W308")
        assert (finding.help, finding.span.line) == (advice, 3)

    @pytest.mark.parametrize(
        ("date", "happened", "code", "advice"),
        [
            ("«2568-09»", "2025-09", "E207", BUDDHIST),
            ("«1404-06»", "2025-09", "E208", HIJRI),
            ("⟦2025-10⟧", "«2568-09»", "E210", BUDDHIST),
            ("⟦2025-10⟧", "«1404-06»", "W308", HIJRI),
        ],
    )
    def test_the_dates_of_an_update_are_looked_at(
        self, date: str, happened: str, code: str, advice: str
    ) -> None:
        update = f"date: {date}, outcome: confirmed, happened: {happened}, source: {NEWS}"
        text = claims_file(claim({"kind": "fact"}, [update]))
        assert the_finding(text, code=code).help == advice

    def test_the_other_date_is_shown(self) -> None:
        text = claims_file(
            claim({"kind": "fact", "stated": "⟦2025-08-18⟧", "as_of": "«1404»", "source": NEWS})
        )
        finding = the_finding(text, code="W308")
        assert finding.message == (
            "`as_of` is `1404`, 621 years before another date of the claim, `2025-08-18`"
        )

    def test_a_deadline_of_the_same_calendar_is_named_beside_its_claim(self) -> None:
        fields = {"stated": "1404-05", "due": "1405-06"}
        found = check(claims_file(claim(fields))).findings
        assert [(it.code, it.help) for it in found] == [
            ("W308", self.HIJRI),
            ("W308", SOLAR_HIJRI),
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"as_of": "1700"},
            {"as_of": "1300"},
            {"as_of": "1350", "stated": "1360", "source": NEWS},
            {"as_of": "1404", "stated": "1550", "source": NEWS},
        ],
    )
    def test_a_year_that_none_is_meant_by_is_right(self, fields: dict[str, str]) -> None:
        assert_valid(claims_file(claim({"kind": "fact", **fields})))

    def test_no_finding_depends_on_today(self) -> None:
        text = claims_file(claim({"kind": "fact", "as_of": "1404"}))
        days = [date(2026, 1, 1), date(2400, 1, 1), date(2700, 1, 1)]
        first, *later = [check(text, today=day).findings for day in days]
        assert later == [first, first]


class TestUpdatesSaySomething:
    @pytest.mark.parametrize(
        "rest", ["", f", source: {NEWS}", ", note: ~", ", outcome: null, progress: ~"]
    )
    def test_a_date_alone_says_that_somebody_looked(self, rest: str) -> None:
        assert_valid(claims_file(claim(updates=[f"date: 2025-10-01{rest}"])))

    @pytest.mark.parametrize(
        "rest", ["note: N.", "progress: stalled", "happened: 2025-09", f"due: 2027, source: {NEWS}"]
    )
    def test_any_other_field_says_something(self, rest: str) -> None:
        assert_valid(claims_file(claim(updates=[f"date: 2025-10-01, {rest}"])))

    def test_an_unknown_field_of_an_update_may_be_what_it_says(self) -> None:
        assert codes(claims_file(claim(updates=["date: 2025-10-01, colour: red"]))) == ["E101"]


class TestOutcomesAreArchived:
    def test_a_source_of_an_outcome_without_a_copy_is_marked(self) -> None:
        update = f"date: 2025-10-01, outcome: kept, source: «{NEWS}»"
        finding = the_finding(claims_file(claim(updates=[update]), head=ARCHIVED), code="W306")
        assert finding.claim == "base-closes"
        assert "`archived:`" in finding.help

    def test_it_is_marked_where_a_key_names_it(self) -> None:
        update = "date: 2025-10-01, outcome: kept, source: «paper-1»"
        the_finding(claims_file(claim(updates=[update]), head=ARCHIVED + SOURCES), code="W306")

    def test_a_source_with_a_copy_is_right(self) -> None:
        source = "{url: https://example.org/news, archived: https://archive.example.org/1}"
        update = f"date: 2025-10-01, outcome: kept, source: {source}"
        assert_valid(claims_file(claim(updates=[update]), head=ARCHIVED))

    def test_only_the_source_of_an_outcome_is_looked_at(self) -> None:
        update = f"date: 2025-10-01, due: 2026-12, source: {NEWS}"
        assert_valid(claims_file(claim(updates=[update]), head=ARCHIVED))

    @pytest.mark.parametrize("head", ["", "checks: {archived: optional}\n", "checks: {}\n"])
    def test_only_where_the_file_asks_for_it(self, head: str) -> None:
        update = f"date: 2025-10-01, outcome: kept, source: {NEWS}"
        assert_valid(claims_file(claim(updates=[update]), head=head))

    def test_an_outcome_without_a_source_is_one_finding(self) -> None:
        update = "date: 2025-10-01, outcome: kept"
        assert codes(claims_file(claim(updates=[update]), head=ARCHIVED)) == ["E211"]


def test_an_unknown_source_has_no_date_to_compare_with() -> None:
    fields = {"source": "nowhere", "stated": "2025-08-18", "due": "2569-12"}
    assert codes(claims_file(claim(fields))) == ["E202", "W308"]
