"""Fields that fit each other: kinds, outcomes, figures and their sources."""

import pytest

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, OUTCOMES_OF, Kind, Outcome
from tests.properties.edits import mended
from tests.samples import (
    NEWS,
    REPORT,
    SOURCES,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

KEPT = "date: 2025-10-01, outcome: kept"


class TestStatedIsKnown:
    def test_a_claim_and_source_without_a_date_lack_a_field(self) -> None:
        text = claims_file(claim({"id": "«base-closes»", "source": NEWS}))
        finding = the_finding(text, code="E102")
        assert finding.claim == "base-closes"
        assert "`stated`" in finding.message
        assert "`stated:`" in finding.help
        assert "`published:`" in finding.help

    def test_the_date_of_a_source_in_sources_is_looked_up(self) -> None:
        head = f"sources:\n  paper-1: {NEWS}\n"
        the_finding(
            claims_file(claim({"id": "«base-closes»", "source": "paper-1"}), head=head), code="E102"
        )
        assert_valid(claims_file(claim({"source": "paper-1"}), head=SOURCES))

    def test_a_line_of_a_source_that_is_lost_may_have_been_its_date(self) -> None:
        head = "sources:\n  paper-1:\n    url: https://example.org/\n    ???\n"
        assert codes(claims_file(claim({"source": "paper-1"}), head=head)) == ["E002"]

    def test_stated_or_published_is_enough(self) -> None:
        assert_valid(claims_file(claim({"source": NEWS, "stated": "2025-08-18"})))
        assert_valid(claims_file(claim({"source": REPORT})))

    def test_the_source_of_an_update_needs_no_date(self) -> None:
        assert_valid(claims_file(claim(updates=[f"{KEPT}, source: {NEWS}"])))


class TestAsOf:
    @pytest.mark.parametrize("kind", ["commitment", "prediction"])
    def test_only_a_fact_holds_as_of_a_day(self, kind: str) -> None:
        text = claims_file(claim({"kind": kind, "«as_of»": "2025-08-18"}))
        finding = the_finding(text, code="E107")
        assert finding.claim == "base-closes"
        assert kind in finding.message

    def test_a_line_that_is_lost_leaves_a_kind_that_is_there_known(self) -> None:
        text = claims_file(claim({"kind": "prediction", "as_of": "2025\n    ???"}))
        assert codes(text) == ["E107", "E002"]

    def test_a_fact_may_say_its_day(self) -> None:
        assert_valid(claims_file(claim({"kind": "fact", "as_of": "2025-08-18"})))

    def test_a_fact_may_have_a_deadline(self) -> None:
        assert_valid(claims_file(claim({"kind": "fact", "due": "2026-09"})))

    def test_an_empty_as_of_is_absent(self) -> None:
        assert_valid(claims_file(claim({"as_of": "~"})))


class TestOutcomesHaveASource:
    @pytest.mark.parametrize(
        "field", ["outcome: kept", "due: 2026-12", "quantity: {value: 900, unit: soldiers}"]
    )
    def test_what_was_found_out_needs_a_source(self, field: str) -> None:
        name, _, value = field.partition(":")
        text = claims_file(claim(updates=[f"date: 2025-10-01, «{name}»:{value}"]))
        finding = the_finding(text, code="E211")
        assert finding.claim == "base-closes"
        assert finding.message == f"`{name}` without a source"
        assert_valid(claims_file(claim(updates=[f"date: 2025-10-01, {field}, source: {NEWS}"])))

    def test_an_update_with_all_three_is_one_finding(self) -> None:
        update = "date: 2025-10-01, due: 2026-12, «outcome»: open"
        the_finding(claims_file(claim(updates=[update])), code="E211")

    def test_an_empty_source_is_none(self) -> None:
        the_finding(
            claims_file(claim(updates=["date: 2025-10-01, «outcome»: kept, source: ~"])),
            code="E211",
        )

    @pytest.mark.parametrize("field", ["note: N.", "progress: stalled", "happened: 2025-09"])
    def test_a_note_and_a_progress_need_no_source(self, field: str) -> None:
        assert_valid(claims_file(claim(updates=[f"date: 2025-10-01, {field}"])))


class TestOutcomesFitTheKind:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("outcome", OUTCOMES)
    def test_each_kind_has_its_own_outcomes(self, kind: Kind, outcome: Outcome) -> None:
        update = f"date: 2025-10-01, outcome: {outcome}, source: {NEWS}"
        found = codes(claims_file(claim({"kind": kind}, [update])))
        assert found == ([] if outcome in OUTCOMES_OF[kind] else ["E212"])

    def test_the_outcome_is_marked_and_the_kind_is_shown(self) -> None:
        update = f"date: 2025-10-01, outcome: «confirmed», source: {NEWS}"
        finding = the_finding(claims_file(claim({"kind": "⟦commitment⟧"}, [update])), code="E212")
        assert finding.claim == "base-closes"
        assert finding.related[0].label == "the kind of the claim"
        assert finding.help.startswith("write one of `kept`, `partly-kept`, `broken`")
        assert "refuted" not in finding.help

    def test_an_outcome_of_an_unknown_kind_is_not_checked(self) -> None:
        update = f"date: 2025-10-01, outcome: confirmed, source: {NEWS}"
        unknown, other = (
            claim({"kind": "promise"}, [update]),
            another({"kind": "prediction"}, [update]),
        )
        assert codes(claims_file(unknown)) == ["E106"]
        assert codes(claims_file(unknown, other)) == ["E106", "E212"]


class TestOtherClaims:
    def test_a_fault_in_one_claim_leaves_the_others_checked(self) -> None:
        found = check(claims_file(claim({"due": "soon"}), another({"due": "2024-09"}))).findings
        assert [(finding.code, finding.claim) for finding in found] == [
            ("E104", "base-closes"),
            ("E205", "soldiers-leave"),
        ]

    def test_an_unknown_field_leaves_its_claim_checked(self) -> None:
        found = codes(claims_file(claim({"due": "2024-09", "colour": "red"})))
        assert found == ["E205", "E101"]

    def test_a_claim_that_is_no_mapping_keeps_the_lines_of_others(self) -> None:
        text = claims_file("  - text\n", another({"id": "«Bad id»"}), claim({"due": "2024-09"}))
        found = check(text.replace("«", "").replace("»", "")).findings
        assert [(finding.code, finding.span.line) for finding in found] == [
            ("E103", 3),
            ("E108", 4),
            ("E205", 14),
        ]


class TestFiguresKeepTheirUnit:
    def test_another_unit_is_marked(self) -> None:
        update = f"date: 2025-10-01, quantity: {{value: 900, unit: «soldiers»}}, source: {NEWS}"
        figure = {"quantity": "{value: 2500, unit: ⟦US troops⟧}"}
        finding = the_finding(claims_file(claim(figure, [update])), code="W314")
        assert (
            finding.message
            == "the unit is `soldiers`, and that of the figure before is `US troops`"
        )
        assert finding.help == "write it in `US troops`: other units are not compared"
        assert finding.fix is None

    def test_a_unit_that_is_only_spelt_otherwise_has_a_fix(self) -> None:
        figure = {"quantity": "{value: 2500, unit: US troops}"}
        update = f"date: 2025-10-01, quantity: {{value: 900, unit: us  troops}}, source: {NEWS}"
        text = claims_file(claim(figure, [update]))
        assert mended(text) == text.replace("us  troops", "US troops")

    def test_all_are_spelt_as_the_first_of_them(self) -> None:
        units = ("Men", "Men", "men", "MEN", "men")
        updates = [
            f"date: 2025-10-0{day}, quantity: {{value: 9, unit: {unit}}}, source: {NEWS}"
            for day, unit in enumerate(units, start=1)
        ]
        text = claims_file(claim({"quantity": "{value: 2500, unit: men}"}, updates))
        assert codes(text) == ["W314"] * 3
        assert mended(text) == text.replace("Men", "men").replace("MEN", "men")

    @pytest.mark.parametrize(
        ("unit", "before", "after"),
        [("'[x]'", "'[X]'", "'[x]'"), ("'a: b'", "A:b", None), ('"men\'s"', "'Men''s'", None)],
    )
    def test_it_is_written_as_a_text_where_its_quotes_are_there(
        self, unit: str, before: str, after: str | None
    ) -> None:
        figure = {"quantity": f"{{value: 2500, unit: {unit}}}"}
        update = f"date: 2025-10-01, quantity: {{value: 900, unit: {before}}}, source: {NEWS}"
        text = claims_file(claim(figure, [update]))
        (finding,) = check(text).findings
        assert bool(finding.fix) == bool(finding.proposals) == bool(after)
        assert mended(text) == text.replace(before, after or before)

    def test_a_proposed_unit_does_not_end_where_it_stands(self) -> None:
        figure = {"quantity": "{value: 2500, unit: 'men, women'}"}
        update = f"date: 2025-10-01, quantity: {{value: 900, unit: people}}, source: {NEWS}"
        (finding,) = check(claims_file(claim(figure, [update]))).findings
        assert finding.proposals == ()

    def test_each_figure_is_compared_with_the_one_before(self) -> None:
        updates = [
            f"date: 2025-10-0{day}, quantity: {{value: 9, unit: {unit}}}, source: {NEWS}"
            for day, unit in enumerate(("men", "men", "women"), start=1)
        ]
        assert codes(claims_file(claim({}, updates))) == ["W314"]


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
