"""What nothing uses: sources and places that no claim names."""

import pytest

from tests.samples import (
    NEWS,
    PLACES,
    SOURCES,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

UNUSED_SOURCE = SOURCES.replace("paper-1", "«paper-1»")
UNUSED_PLACE = PLACES.replace("harbour", "«harbour»")


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

    @pytest.mark.parametrize("source", ["paper-1", "[paper-1]", "{source: paper-1, at: p. 3}"])
    def test_a_field_with_an_unknown_name_may_mean_it(self, source: str) -> None:
        for name in ("sources", "citation"):
            text = claims_file(claim({name: source}), head=SOURCES)
            assert codes(text) == ["E101"], name
            update = f"date: 2025-10-01, note: N., source: {NEWS}, {name}: {source}"
            assert codes(claims_file(claim(updates=[update]), head=SOURCES)) == ["E101"], name

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

    @pytest.mark.parametrize(
        "fields",
        [
            {"location": "[camp]", "place": "harbour"},
            {"places": "[harbour]", "location": "camp"},
            {"region": "[harbour, camp]"},
        ],
    )
    def test_a_field_with_an_unknown_name_may_mean_it(self, fields: dict[str, str]) -> None:
        head = f"{PLACES}  camp: {{name: Camp}}\n"
        assert set(codes(claims_file(claim(fields), head=head))) == {"E101"}
        default = f"{head}defaults: {{location: [camp], places: [harbour]}}\n"
        assert codes(claims_file(claim(), head=default)) == ["E101"]

    def test_an_unknown_name_that_does_not_name_it_changes_nothing(self) -> None:
        text = claims_file(claim({"colour": "[red, 3]"}), head=PLACES)
        assert codes(text) == ["W302", "E101"]
