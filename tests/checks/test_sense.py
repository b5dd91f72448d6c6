"""Rules of sense that need no clock: references, kinds, outcomes and their sources."""

import pytest

from claim_tracker.words import KINDS, OUTCOMES, OUTCOMES_OF, Kind, Outcome
from tests.samples import (
    NEWS,
    REPORT,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

SOURCES = f"sources:\n  paper-1: {REPORT}\n"
PLACES = "places:\n  harbour: {name: Harbour Base}\n"
KEPT = "date: 2025-10-01, outcome: kept"


class TestStatedIsKnown:
    def test_a_claim_and_its_source_without_a_date_is_a_missing_field_at_its_id(self) -> None:
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


class TestSources:
    def test_a_source_that_is_not_there_is_reported_at_the_key_with_the_nearest(self) -> None:
        text = claims_file(
            claim({"source": "«paper1»", "stated": "2025-08-18"}),
            another({"source": "paper-1"}),
            head=SOURCES,
        )
        finding = the_finding(text, code="E202")
        assert finding.claim == "base-closes"
        assert finding.help == "did you mean `paper-1`?"

    def test_a_source_unlike_any_other_is_told_what_is_known(self) -> None:
        text = claims_file(
            claim({"source": "«xyz»", "stated": "2025-08-18"}),
            another({"source": "paper-1"}),
            head=SOURCES,
        )
        assert the_finding(text, code="E202").help == "known are `paper-1`"

    def test_a_file_without_sources_is_told_to_add_it(self) -> None:
        text = claims_file(claim({"source": "«paper-1»", "stated": "2025-08-18"}))
        assert the_finding(text, code="E202").help == "add it to `sources:`"

    @pytest.mark.parametrize(
        ("address", "written"),
        [
            ("https://example.org/a", "{url: https://example.org/a}"),
            ("http://example.org/0,1,2.html", '{url: "http://example.org/0,1,2.html"}'),
        ],
    )
    def test_an_address_in_place_of_a_key_is_shown_as_a_source(
        self, address: str, written: str
    ) -> None:
        other = another({"source": "paper-1"})
        fields = {"source": f"«{address}»", "stated": "2025-08-18"}
        finding = the_finding(claims_file(claim(fields), other, head=SOURCES), code="E202")
        assert finding.help == f"write an address as `{written}`"
        assert_valid(claims_file(claim({**fields, "source": written}), other, head=SOURCES))

    def test_a_long_list_of_what_is_known_is_cut(self) -> None:
        keys = [f"paper-{letter}" for letter in "abcdef"]
        head = "sources:\n" + "".join(f"  {key}: {REPORT}\n" for key in keys)
        users = [another({"id": f"id-{key}", "claim": key, "source": key}) for key in keys]
        text = claims_file(claim({"source": "«xyz»", "stated": "2025-08-18"}), *users, head=head)
        assert the_finding(text, code="E202").help.endswith("`paper-e`, …")

    def test_the_source_of_an_update_is_looked_up_too(self) -> None:
        the_finding(
            claims_file(claim(updates=["date: 2025-10-01, note: N., source: «paper-1»"])),
            code="E202",
        )

    def test_an_unknown_source_is_not_taken_for_one_without_a_date(self) -> None:
        assert codes(claims_file(claim({"source": "paper-1"}))) == ["E202"]

    def test_each_file_has_its_own_sources(self) -> None:
        other = claims_file(another({"source": "paper-1"}), head=SOURCES)
        text = claims_file(claim({"source": "«paper-1»", "stated": "2025-08-18"}))
        the_finding(text, other, code="E202")

    def test_a_source_with_a_fault_of_its_own_is_known(self) -> None:
        head = "sources:\n  paper-1: {url: «nowhere», published: 2025-08-18}\n"
        finding = the_finding(claims_file(claim({"source": "paper-1"}), head=head), code="E105")
        assert finding.claim is None

    def test_a_span_that_counts_from_an_unknown_source_is_not_a_fault_of_its_own(self) -> None:
        text = claims_file(claim({"source": "paper-1", "due": "within 90 days"}))
        assert codes(text) == ["E202"]

    def test_a_source_in_a_wrong_place_is_that_fault_alone(self) -> None:
        text = claims_file(claim({"source": "paper-1"}), head=f"«paper-1»: {REPORT}\n")
        the_finding(text, code="E002")

    @pytest.mark.parametrize("key", ["paper-1", "Paper 1", "38320", "ministère", "no"])
    def test_a_source_may_have_any_key(self, key: str) -> None:
        head = f"sources:\n  {key}: {REPORT}\n"
        assert_valid(claims_file(claim({"source": key}), head=head))


class TestPlaces:
    def test_a_place_that_is_not_there_is_reported_at_its_item(self) -> None:
        text = claims_file(claim({"places": "[harbour, «harbuor»]"}), head=PLACES)
        finding = the_finding(text, code="E203")
        assert finding.claim == "base-closes"
        assert finding.help == "did you mean `harbour`?"

    def test_of_many_unknown_places_the_first_hundred_get_a_proposal(self) -> None:
        places = ", ".join(["harbuor"] * 101)
        found = check(claims_file(claim({"places": f"[{places}]"}), head=PLACES)).findings
        helps = [finding.help for finding in found if finding.code == "E203"]
        assert helps == ["did you mean `harbour`?"] * 100 + ["known are `harbour`"]

    def test_each_unknown_place_is_a_finding(self) -> None:
        assert codes(claims_file(claim({"places": "[one, two]"}))) == ["E203", "E203"]

    @pytest.mark.parametrize("other", ["\n          - camp", "\n        camp"])
    def test_items_that_run_together_are_told_apart(self, other: str) -> None:
        head = "places:\n  harbour: {name: Harbour Base}\n  camp: {name: Camp}\n"
        text = claims_file(claim({"places": f"\n      - «harbour{other}»"}), head=head)
        assert the_finding(text, code="E203").help.endswith("`- harbour`, `- camp`")

    def test_a_place_in_a_wrong_place_is_that_fault_alone(self) -> None:
        text = claims_file(claim({"places": "[harbour]"}), head="«harbour»: {name: Harbour}\n")
        the_finding(text, code="E002")

    def test_known_places_are_accepted(self) -> None:
        assert_valid(claims_file(claim({"places": "[harbour]"}), head=PLACES))
        assert_valid(claims_file(claim({"places": "[]"})))

    @pytest.mark.parametrize(
        ("head", "found"),
        [("places: text\n", "E103"), ("places: *other\n", "E005")],
    )
    def test_a_section_that_cannot_be_read_may_have_them_all(self, head: str, found: str) -> None:
        assert codes(claims_file(claim({"places": "[camp]"}), head=head)) == [found]


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

    def test_an_outcome_is_not_looked_at_in_a_claim_of_an_unknown_kind(self) -> None:
        update = f"date: 2025-10-01, outcome: confirmed, source: {NEWS}"
        unknown, other = (
            claim({"kind": "promise"}, [update]),
            another({"kind": "prediction"}, [update]),
        )
        assert codes(claims_file(unknown)) == ["E106"]
        assert codes(claims_file(unknown, other)) == ["E106", "E212"]


class TestOtherClaims:
    def test_a_fault_in_one_claim_leaves_the_rules_of_the_others_running(self) -> None:
        found = check(claims_file(claim({"due": "soon"}), another({"due": "2024-09"}))).findings
        assert [(finding.code, finding.claim) for finding in found] == [
            ("E104", "base-closes"),
            ("E205", "soldiers-leave"),
        ]

    def test_an_unknown_field_leaves_the_rules_of_its_own_claim_running(self) -> None:
        found = codes(claims_file(claim({"due": "2024-09", "colour": "red"})))
        assert found == ["E205", "E101"]

    def test_a_claim_that_is_no_mapping_leaves_the_places_of_the_others_right(self) -> None:
        text = claims_file("  - text\n", another({"id": "«Bad id»"}), claim({"due": "2024-09"}))
        found = check(text.replace("«", "").replace("»", "")).findings
        assert [(finding.code, finding.span.line) for finding in found] == [
            ("E103", 3),
            ("E108", 4),
            ("E205", 14),
        ]
