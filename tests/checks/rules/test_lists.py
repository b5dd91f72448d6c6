"""Lists of a claim: each names a thing once, and no claim is related to itself."""

import pytest

from tests.edit.test_fix import mended
from tests.samples import PLACES, SOURCES, another, assert_valid, claim, claims_file, the_finding


class TestListsNameAThingOnce:
    @pytest.mark.parametrize(
        ("field", "what", "word"),
        [
            ("places", "place", "harbour"),
            ("tags", "tag", "bases"),
            ("related", "related claim", "soldiers-leave"),
        ],
    )
    def test_what_is_named_twice_is_marked(self, field: str, what: str, word: str) -> None:
        fields = {"places": "[harbour]", field: f"[⟦{word}⟧, «{word}»]"}
        text = claims_file(claim(fields), another(), head=PLACES)
        finding = the_finding(text, code="W312")
        assert finding.message == f"the {what} `{word}` is named twice"
        assert finding.help == "take the second one out"

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("[a, b, a]", "[a, b]"),
            ("[ 'a b' , \"a b\",c ]", "[ 'a b',c ]"),
            ("[a, a, a]  # thrice", "[a]  # thrice"),
        ],
    )
    def test_the_fix_takes_the_second_out_of_brackets(self, before: str, after: str) -> None:
        assert mended(claims_file(claim({"tags": before}))) == claims_file(claim({"tags": after}))

    @pytest.mark.parametrize("tags", ["\n      - ⟦a⟧\n      - «a»", "[⟦a⟧,\n      «a»]"])
    def test_a_list_on_several_lines_has_no_fix(self, tags: str) -> None:
        text = claims_file(claim({"tags": tags})).replace("tags: \n", "tags:\n")
        assert the_finding(text, code="W312").fix is None

    def test_a_default_is_marked_once(self) -> None:
        head = "defaults: {tags: [⟦a⟧, «a»]}\n"
        the_finding(claims_file(claim(), another(), head=head), code="W312")

    def test_a_source_may_be_named_twice(self) -> None:
        passages = "[{source: paper-1, at: page 1}, {source: paper-1, at: page 9}]"
        assert_valid(claims_file(claim({"source": passages}), head=SOURCES))


class TestNoClaimIsRelatedToItself:
    def test_its_own_id_is_marked(self) -> None:
        text = claims_file(
            claim({"id": "⟦base-closes⟧", "related": "[soldiers-leave, «base-closes»]"}), another()
        )
        finding = the_finding(text, code="W313")
        assert finding.message == "`base-closes` is related to itself"
        assert finding.help == "name another claim, or take it out"
        assert finding.fix is None
