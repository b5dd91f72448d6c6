"""Lists of a claim: each names a thing once, and no claim is related to itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.yaml import read
from tests.properties.edits import fixed, mended
from tests.samples import (
    NAME,
    PLACES,
    SOURCES,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)


def in_lines(*lines: str, below: str = "\n") -> str:
    """A file whose claim has tags in these lines, and `below` after them."""
    tags = "".join(f"\n{line}" for line in lines)
    return claims_file(claim({"tags": tags})).replace("tags: \n", "tags:\n")[:-1] + below


@st.composite
def listings(draw: st.DrawFn) -> str:
    """A file of two claims, each with a list in lines and one in brackets, and other fields."""
    claims = []
    for each in (claim, another):
        dash = draw(st.sampled_from(["    - ", "      -   ", "    -\t"]))
        words = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6)
        quotes = st.sampled_from(["{}", "'{}'", '"{}"'])
        gap = st.sampled_from(["\n", "\n", "\n\n"])
        lines = "".join(f"{draw(gap)}{dash}{draw(quotes).format(word)}" for word in draw(words))
        comma = draw(st.sampled_from([",", " , "]))
        items = comma.join(draw(quotes).format(word) for word in draw(words))
        fields = draw(st.permutations([("tags", f"|{lines}"), ("places", f"[{items}]")]))
        claims.append(each(dict([*fields, ("role", "Minister")][: draw(st.integers(2, 3))])))
    head = "places: {a: {name: A}, b: {name: B}, c: {name: C}}\n"
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = claims_file(*claims, head=head).replace("tags: |", "tags:").replace("\n", end)
    return text if draw(st.booleans()) else text.removesuffix(end)


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
            ("[a, b, a, ]", "[a, b, ]"),
        ],
    )
    def test_the_fix_takes_the_second_out_of_brackets(self, before: str, after: str) -> None:
        assert mended(claims_file(claim({"tags": before}))) == claims_file(claim({"tags": after}))

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("below", ["\n", "", "\n    role: Minister\n"])
    @pytest.mark.parametrize("dash", ["      - ", "    -   "])
    def test_the_fix_takes_the_line_of_the_second(self, dash: str, below: str, end: str) -> None:
        before, after = (
            in_lines(*(f"{dash}{item}" for item in items), below=below).replace("\n", end)
            for items in (("a", "b", "'a'", '"a"'), ("a", "b"))
        )
        assert mended(before) == (after if below else after + end)

    def test_the_fix_says_what_it_takes_out(self) -> None:
        text = in_lines("      - a", "      - a", "      - a", below="\n    deu: 1 Sep 2027\n")
        assert fixed(text).mended == (
            "line 10: done: take the second `a` out",
            "line 11: done: take the second `a` out",
            "line 12: `deu` is now `due`",
        )

    @pytest.mark.parametrize(
        "lines",
        [
            ("      - ⟦a⟧", "      - «a»  # the other"),
            ("      - ⟦a⟧", "      # the other", "      - «a»"),
            ("      - ⟦a⟧", "      - «a»", "        # the other"),
        ],
    )
    def test_an_item_with_a_comment_has_no_fix(self, lines: tuple[str, ...]) -> None:
        assert the_finding(in_lines(*lines), code="W312").fix is None

    @pytest.mark.parametrize(
        "lines",
        [
            ("      # all", "      - a", "      - a", "      - b"),
            ("      - a", "      # next", "      - b", "      - a", "      # none"),
            ("      - a  # one", "      - a", "    # below"),
        ],
    )
    def test_the_comments_of_other_items_stay(self, lines: tuple[str, ...]) -> None:
        last = max(number for number, line in enumerate(lines) if line == "      - a")
        left = (line for number, line in enumerate(lines) if number != last)
        assert mended(in_lines(*lines)) == in_lines(*left)

    @pytest.mark.parametrize(
        "lines",
        [
            ("      - a", "      -", "        a"),
            ("      - a", "      - >-", "        a"),
            ('      - "a "', "      - a"),
            ("      - café", "      - cafe\u0301"),
        ],
    )
    def test_an_item_written_in_another_way_has_no_fix(self, lines: tuple[str, ...]) -> None:
        (finding,) = check(in_lines(*lines)).findings
        assert (finding.code, finding.fix) == ("W312", None)

    def test_a_list_in_brackets_on_several_lines_has_no_fix(self) -> None:
        text = claims_file(claim({"tags": "[⟦a⟧,\n      «a»]"}))
        assert the_finding(text, code="W312").fix is None

    @pytest.mark.slow
    @given(st.data())
    def test_the_data_lose_only_what_is_there_twice(self, data: st.DataObject) -> None:
        text = data.draw(listings())
        before, after = (read(NAME, each.encode()).root for each in (text, mended(text)))
        for claim_before, claim_after in zip(before["claims"], after["claims"], strict=True):
            for name in ("tags", "places"):
                assert [*dict.fromkeys(claim_before.pop(name))] == claim_after.pop(name)
        assert after == before

    def test_a_default_in_lines_is_mended_once(self) -> None:
        before, after = (
            claims_file(claim(), another(), head=f"defaults:\n  tags:\n  - a\n{more}  - b\n")
            for more in ("  - a\n", "")
        )
        assert mended(before) == after

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

    def test_one_whose_id_is_not_known_is_not(self) -> None:
        text = claims_file(claim({"id": "Base A", "related": "[x]"}), another({"id": "x"}))
        assert codes(text) == ["E108"]
