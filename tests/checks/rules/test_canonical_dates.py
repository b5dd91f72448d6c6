"""Dates in their canonical form, where a file asks for it."""

import pytest

from tests.samples import NEWS, assert_valid, claim, claims_file, codes, the_finding

LATE_NEWS = "{url: https://example.org/news, published: «1 Oct 2025»}"
CANONICAL = "checks: {dates: canonical}\n"


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
