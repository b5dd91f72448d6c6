"""From text to values: scalars stay text, each value has a place, and the rest is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document, Mapping, Path, read
from tests.properties.files import assert_checked
from tests.samples import NAME, claim, claims_file, codes, the_finding, unmarked


def _read(text: str) -> Document:
    return read(NAME, text.encode())


def _problems(text: str) -> list[tuple[str, Span | None]]:
    return [(problem.code, problem.span) for problem in _read(text).problems]


class TestScalars:
    @pytest.mark.parametrize(
        "word",
        [
            "no",
            "yes",
            "on",
            "off",
            "y",
            "true",
            "010",
            "0x10",
            "1e3",
            "12:30",
            "2025-09",
            ".inf",
            "2025-09-30",
            "1_000",
            "NaN",
            "nil",
            "None",
            "-",
            "1.0",
            "=",
            "+1",
        ],
    )
    def test_a_scalar_is_the_text_that_was_written(self, word: str) -> None:
        if word != "-":
            assert _read(f"a: {word}").root == {"a": word}
        assert _read(f"a: '{word}'").root == {"a": word}
        assert _read(f'"{word}": a').root == {word: "a"}

    @pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
    def test_the_forms_of_null_are_nothing(self, word: str) -> None:
        assert _read(f"a: {word}\nb: [{word or '~'}]").root == {"a": None, "b": [None]}

    @pytest.mark.parametrize("word", ["nULL", "nul", "'null'", '"~"', "''", '""', "null."])
    def test_other_and_quoted_forms_are_text(self, word: str) -> None:
        assert _read(f"a: {word}").root == {"a": word.strip("'\"")}

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("a: |\n  x\n  y\n", "x\ny\n"),
            ("a: |-\n  x\n  y\n", "x\ny"),
            ("a: >-\n  x\n  y\n", "x y"),
            ("a: x\n  y\n", "x y"),
            ("a: 'it''s'", "it's"),
            ('a: "x\\ny"', "x\ny"),
            ("a: x # y", "x"),
            ("a: x#y", "x#y"),
            ("a: https://example.org/?a=b:c", "https://example.org/?a=b:c"),
        ],
    )
    def test_every_style_of_text_is_read(self, text: str, value: str) -> None:
        assert _read(text).root == {"a": value}

    def test_a_mapping_knows_the_line_on_which_it_begins(self) -> None:
        root = _read("# c\na:\n  - b: 1\n    c: 2\n  -\n    d: 3\n").root
        assert isinstance(root, Mapping)
        assert root.line == 2
        assert [item.line for item in root["a"]] == [3, 6]


class TestSpans:
    TEXT = "⟦a⟧: «x y»\nb:\n  - «'q'»\n  - {⟦c⟧: «1», d: «[2, 3]»}\n⟦e⟧: «~»\n"

    def test_each_value_and_each_key_has_its_span(self) -> None:
        marked = unmarked(self.TEXT)
        document = _read(marked.text)
        values = [("a",), ("b", 0), ("b", 1, "c"), ("b", 1, "d"), ("e",)]
        keys = [("a",), ("b", 1, "c"), ("e",)]
        assert [document.span(path) for path in values] == list(marked.spans)
        assert [document.span(path, "key") for path in keys] == list(marked.related)

    def test_in_a_list_the_item_is_its_own_key(self) -> None:
        document = _read("- a\n- [b]\n")
        for path in ((0,), (1,), (1, 0)):
            assert document.span(path, "key") == document.span(path)

    def test_an_unknown_path_has_the_span_of_what_is_around_it(self) -> None:
        document = _read("a: {b: 1}")
        assert document.span(("a", "x", "y")) == Span(1, 4, 1, 10)
        assert document.span(("x",)) == document.span(())

    def test_an_empty_file_has_one_span(self) -> None:
        assert _read("").span(("a",)) == Span(1, 1, 1, 1)

    def test_columns_count_characters(self) -> None:
        assert _read("{é: 例😀, b: c}").span(("b",)) == Span(1, 12, 1, 13)

    def test_a_flow_collection_reaches_to_its_bracket(self) -> None:
        assert _read("a: [b, [c]]").span(("a",)) == Span(1, 4, 1, 12)

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("a:\n  - «b: c»\n    d: e\n", ("a", 0)),
            ("a:\n  -\n    «b: c»  \n", ("a", 0)),
            ("a:\n  - «- b»\n    - c\n", ("a", 0)),
            ("a:\n  «-»\n  - b\n", ("a", 0)),
            ("«- a»\n- b\n", ()),
            ("# c\n«a: b»\n", ("x",)),
        ],
    )
    def test_of_a_block_without_a_key_the_first_line_is_marked(self, text: str, path: Path) -> None:
        marked = unmarked(text)
        assert [_read(marked.text).span(path)] == list(marked.spans)


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("a: 1\n«a»: 2\n", "E003"),
            ("{a: 1, «'a'»: 2}\n", "E003"),
            ("a:\n  b: 1\n  «b»: 2\n", "E003"),
            ("a: 1\n«---»\nb: 2\n", "E004"),
            ("a: «&b» 1\n", "E005"),
            ("a: «&b» [1]\n", "E005"),
            ("«&b» a: 1\n", "E005"),
            ("a: «*b»\n", "E005"),
            ("a: [«*b», 1]\n", "E005"),
            ("«*b» : 1\nc: 2\n", "E005"),
            ("a: «!!str» 1\n", "E006"),
            ("a: «!x» {b: 1}\n", "E006"),
            ("a: «!<tag:example.org:x>» 1\n", "E006"),
            ("a: «!»\n", "E006"),
            ("«<<»: {a: 1}\nb: 2\n", "E007"),
            ("«<<»: *a\nb: 2\n", "E007"),
            ("«<<»: 1\nb: 2\n", "E007"),
        ],
    )
    def test_what_the_format_does_not_need_is_marked(self, text: str, code: str) -> None:
        marked = unmarked(text)
        assert _problems(marked.text) == [(code, marked.spans[0])]

    def test_an_anchor_and_a_tag_are_two_findings_in_any_order(self) -> None:
        for text in ("a: «&b» «!c» 1", "a: «!c» «&b» 1"):
            marked = unmarked(text)
            found = _problems(marked.text)
            assert sorted(code for code, _ in found) == ["E005", "E006"]
            assert [span for _, span in found] == list(marked.spans)

    def test_a_value_without_its_anchor_or_tag_is_kept(self) -> None:
        assert _read("a: &x 1\nb: !!int 2\nc: !y [3]").root == {"a": "1", "b": "2", "c": ["3"]}

    def test_what_a_second_document_holds_is_left_out(self) -> None:
        assert _read("a: 1\n---\nb: 2\n---\nc: 3\n").root == {"a": "1"}
        assert [code for code, _ in _problems("a: 1\n---\nb: 2\n---\nc: 3\n")] == ["E004"]

    @pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n"])
    def test_the_marks_of_one_document_are_accepted(self, text: str) -> None:
        assert _problems(text) == []
        assert _read(text).root == {"a": "1"}

    def test_a_duplicate_names_the_first_and_the_first_is_kept(self) -> None:
        text = claims_file(claim({"⟦due⟧": "2026-09", "«due»": "2027-09"}))
        finding = the_finding(text, code="E003")
        assert finding.claim == "base-closes"
        assert finding.related[0].label == "first used here"
        assert _read("a: 1\na: 2\na: 3").root == {"a": "1"}

    def test_a_key_may_come_again_in_another_mapping(self) -> None:
        assert _problems("a: {b: 1}\nc: {b: 2}\nA: 1\n") == []

    @pytest.mark.parametrize("key", ['«""»', "? «[»a]\n", "? «{»a: b}\n", "? «»- a\n"])
    def test_a_field_has_a_name(self, key: str) -> None:
        finding = the_finding(f"version: 1\nclaims: []\n{key}: 1\n", code="E103")
        assert finding.help == "write it as `name: value`"

    def test_a_name_that_says_there_is_none_is_no_field(self) -> None:
        text = (
            "version: 1\nsources:\n  a: {title: T, published: 2025-01-01, «null»: x}\nclaims: []\n"
        )
        finding = the_finding(text, code="E103")
        assert finding.help == "write it as `name: value`"

    @pytest.mark.parametrize("word", ["~", "null", "NULL"])
    def test_a_name_that_says_there_is_none_is_to_be_quoted(self, word: str) -> None:
        text = "version: 1\nsources:\n  {}: {{title: T, published: 2025-01-01}}\nclaims: []\n"
        finding = the_finding(text.format(f"«{word}»"), code="E103")
        assert finding.help == f'write it in quotes: `"{word}"`'
        assert codes(text.format(f'"{word}"')) == ["W301"]

    @pytest.mark.parametrize("text", ["<<: 1", "'<<': 1"])
    def test_only_a_plain_sign_merges(self, text: str) -> None:
        assert [code for code, _ in _problems(text)] == (["E007"] if text[0] == "<" else [])

    def test_an_escaped_or_quoted_sign_is_text(self) -> None:
        assert _problems("a: '*b'\nc: \"&d\"\ne: '!f'\ng: a*b&c!d\n") == []


class TestDepth:
    def test_sixteen_levels_are_read_and_the_seventeenth_is_refused(self) -> None:
        assert _problems("[" * 16 + "]" * 16) == []
        assert _problems("[" * 17 + "]" * 17) == [("E008", Span(1, 17, 1, 18))]

    @pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "[{a: "])
    def test_a_hundred_thousand_levels_are_one_finding(self, opening: str) -> None:
        assert codes(opening * 100_000) == ["E008"]

    def test_what_is_written_side_by_side_is_not_deep(self) -> None:
        assert _problems("a: [" + "[b], " * 1000 + "]") == []


class TestNoData:
    @pytest.mark.parametrize("text", ["", "\n\n", "# c\n", "---\n", "---\n...\n", "~\n", "null\n"])
    def test_a_file_without_data_has_one_finding(self, text: str) -> None:
        assert _problems(text) == [("E010", Span(1, 1, 1, 1))]
        assert codes(text) == ["E010"]


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "a",
            "id",
            "claims",
            "version",
            ": ",
            "\n",
            "  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "&a",
            "*a",
            "!t",
            "<<",
            "---\n",
            "...\n",
            "? ",
            "| ",
            "> ",
            "#",
            "%",
            "\t",
            "\r\n",
            "\\",
            "\u202e",
            "\x85",
            "\ufeff",
            "é",
            "1",
            "2025-09",
            "~",
            "source",
            "updates",
            "date",
        ]
    ),
    max_size=60,
).map("".join)


@settings(deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), FRAGMENTS.map(str.encode)))
def test_any_bytes_give_a_document_and_findings_or_a_tracker(data: bytes) -> None:
    assert_checked(data)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "claim", "kind", "due", "stated", "source", "updates", "tags", "x"]),
        FRAGMENTS | st.text(max_size=20),
    )
)
def test_any_text_in_a_field_gives_findings_or_a_tracker(fields: dict[str, str]) -> None:
    assert_checked(claims_file(claim(fields)).encode(errors="replace"))


def test_fields_in_a_row_that_are_there_already_are_one_fault() -> None:
    again = "    kind: fact\n    speaker: B.\n"
    assert codes(claims_file(claim() + again)) == ["E003"]
    assert codes(claims_file(claim() + "    kind: fact\n    role: x\n    speaker: B.\n")) == [
        "E003",
        "E003",
    ]
