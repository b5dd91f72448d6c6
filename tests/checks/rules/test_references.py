"""References to sources and places that are not in the file."""

import pytest

from tests.samples import (
    PLACES,
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


class TestSources:
    def test_an_unknown_source_is_reported_with_the_nearest(self) -> None:
        text = claims_file(
            claim({"source": "«paper1»", "stated": "2025-08-18"}),
            another({"source": "paper-1"}),
            head=SOURCES,
        )
        finding = the_finding(text, code="E202")
        assert finding.claim == "base-closes"
        assert finding.help == "did you mean `paper-1`?"

    @pytest.mark.parametrize(
        ("address", "written"),
        [
            ("https://example.org/a", "{url: https://example.org/a}"),
            ("http://example.org/0,1,2.html", '{url: "http://example.org/0,1,2.html"}'),
            ("https://example.org/paper-1", "{url: https://example.org/paper-1}"),
        ],
    )
    def test_an_address_as_a_key_is_shown_as_a_source(self, address: str, written: str) -> None:
        other = another({"source": "paper-1"})
        fields = {"source": f"«{address}»", "stated": "2025-08-18"}
        finding = the_finding(claims_file(claim(fields), other, head=SOURCES), code="E202")
        assert finding.help == f"write an address as `{written}`"
        assert finding.proposals == ()
        assert_valid(claims_file(claim({**fields, "source": written}), other, head=SOURCES))

    def test_an_address_without_its_scheme_is_no_key(self) -> None:
        text = claims_file(claim({"source": "«example.org/a»", "stated": "2025-08-18"}))
        finding = the_finding(text, code="E202")
        assert finding.help == "write an address with `https://`, as `{url: https://example.org/a}`"
        assert finding.fix is None

    def test_a_key_like_an_address_is_meant_by_its_letters(self) -> None:
        known = "sources:\n  example.org/a: {url: https://example.org/a, published: 2025-08-18}\n"
        text = claims_file(claim({"source": "«Example.org/a»"}), head=known)
        assert the_finding(text, code="E202").help == "did you mean `example.org/a`?"

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

    def test_a_span_from_an_unknown_source_has_no_finding(self) -> None:
        text = claims_file(claim({"source": "paper-1", "due": "within 90 days"}))
        assert codes(text) == ["E202"]

    def test_a_source_in_another_section_is_one_finding(self) -> None:
        text = claims_file(claim({"source": "paper-1"}), head=f"«paper-1»: {REPORT}\n")
        the_finding(text, code="E002")

    @pytest.mark.parametrize("key", ["paper-1", "Paper 1", "38320", "ministère", "no"])
    def test_a_source_may_have_any_key(self, key: str) -> None:
        head = f"sources:\n  {key}: {REPORT}\n"
        assert_valid(claims_file(claim({"source": key}), head=head))


class TestSlipsInKeys:
    def test_a_key_that_no_reference_has_is_one_finding_at_it(self) -> None:
        text = claims_file(
            claim({"source": "⟦paper-1⟧"}),
            another({"source": "paper-1"}, updates=["date: 2025-10-01, note: N., source: paper-1"]),
            head=f"sources:\n  «paper1»: {REPORT}\n",
        )
        finding = the_finding(text, code="E202")
        assert finding.claim is None
        assert finding.related[0].label == "the first of them"
        assert finding.message == (
            "nothing refers to the source `paper1`, and 3 references are to `paper-1`"
        )
        assert finding.help == "write `paper-1:`, or correct the references"

    def test_so_is_the_key_of_a_place(self) -> None:
        text = claims_file(
            claim({"places": "[⟦harbor⟧]"}),
            another({"places": "[harbor]"}),
            head="places:\n  «harbour»: {name: Harbour Base}\n",
        )
        assert the_finding(text, code="E203").help.startswith("write `harbor:`")

    @pytest.mark.parametrize(
        ("what", "used", "unused", "written"),
        [
            ("source", "daily-2025-03-01", "daily-2025-03-02", "Daily-2025-03-01"),
            ("source", "daily-2025-03-01", "daily-2025-03-02", "daily 2025-03-01"),
            ("place", "phase-1", "phase-2", "phase_1"),
        ],
    )
    def test_a_word_like_a_used_key_but_for_case_and_joints_means_it(
        self, what: str, used: str, unused: str, written: str
    ) -> None:
        entry = REPORT if what == "source" else "{name: A}"
        name, words = (what, "{}") if what == "source" else ("places", "[{}]")
        text = claims_file(
            claim({name: words.format(written)}),
            another({name: words.format(written)}),
            another({"id": "third", "claim": "C.", name: words.format(used)}),
            head=f"{what}s:\n  {unused}: {entry}\n  {used}: {entry}\n",
        )
        found = [it for it in check(text).findings if it.severity == "error"]
        assert [it.help for it in found] == [f"did you mean `{used}`?"] * 2
        assert all(it.fix is not None for it in found)

    def test_a_single_reference_is_the_one_that_is_wrong(self) -> None:
        the_finding(claims_file(claim({"places": "[«harbor»]"}), head=PLACES), code="E203")

    def test_a_key_that_is_used_is_right(self) -> None:
        text = claims_file(
            claim({"places": "[harbor]"}),
            another({"places": "[harbour, harbor]"}),
            head=PLACES,
        )
        assert codes(text) == ["E203", "E203"]

    def test_a_key_may_be_used_by_what_could_not_be_read(self) -> None:
        text = claims_file(
            claim({"places": "[harbor]"}),
            another({"places": "[harbor]"}, updates=["note: *other"]),
            head=PLACES,
        )
        found = check(text).findings
        assert [each.claim for each in found if each.code == "E203"] == [
            "base-closes",
            "soldiers-leave",
        ]

    def test_a_key_is_a_slip_of_one_word_only(self) -> None:
        text = claims_file(
            claim({"places": "[harbor, harbur]"}),
            another({"places": "[harbor, harbur]"}),
            head=PLACES,
        )
        found = check(text).findings
        assert [(each.code, each.claim) for each in found] == [
            ("E203", None),
            ("E203", "base-closes"),
            ("E203", "soldiers-leave"),
        ]


class TestPlaces:
    def test_a_place_that_is_not_there_is_reported_at_its_item(self) -> None:
        text = claims_file(claim({"places": "[harbour, «harbuor»]"}), head=PLACES)
        finding = the_finding(text, code="E203")
        assert finding.claim == "base-closes"
        assert finding.help == "did you mean `harbour`?"

    def test_the_first_hundred_unknown_places_get_a_proposal(self) -> None:
        letters = "abcdefghijklmnopqrstuvwxyz"
        slips = sorted(
            {"harbour"[:at] + letter + "harbour"[at:] for at in range(1, 8) for letter in letters}
        )
        places = ", ".join(slips[:101])
        text = claims_file(
            claim({"places": f"[{places}]"}), another({"places": "[harbour]"}), head=PLACES
        )
        found = check(text).findings
        helps = [finding.help for finding in found if finding.code == "E203"]
        assert helps == ["did you mean `harbour`?"] * 100 + ["this file has `harbour`"]

    def test_each_unknown_place_is_a_finding(self) -> None:
        assert codes(claims_file(claim({"places": "[one, two]"}))) == ["E203", "E203"]

    @pytest.mark.parametrize("other", ["\n        camp", ", camp", "; camp"])
    def test_items_that_run_into_each_other_are_separated(self, other: str) -> None:
        head = "places:\n  harbour: {name: Harbour Base}\n  camp: {name: Camp}\n"
        text = claims_file(claim({"places": f"\n      - «harbour{other}»"}), head=head)
        finding = the_finding(text, code="E203")
        assert finding.help.endswith("`- harbour`, `- camp`")
        assert finding.proposals == ()

    def test_a_place_in_another_section_is_one_finding(self) -> None:
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
