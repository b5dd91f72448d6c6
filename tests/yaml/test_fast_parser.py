"""The plain style: what is read of it line by line is what libyaml reads of it."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.yaml import Mapping
from claim_tracker.yaml.fast_parser import read_plain
from claim_tracker.yaml.limits import MAX_DEPTH, MAX_FIELDS
from claim_tracker.yaml.parser import compose
from tests.samples import claim, claims_file

_LINES = (
    *("version: 1", "---", "...", "claims:", "updates:", "due: ", "a: b", "a:", "b: c d", "b : c"),
    *("- a", "- id: x", "-  id: x", "-", "- - a", "- id:", "- 'a'", "- [a]", "- # c", "-a: b"),
    *("# a comment", "a: b # c", "a: b #", "a: b#c", "a: # c", "a:#c", "c: d: e", "a: b:", "a b"),
    *("a: null", "null: a", "- ~", "a: nullable", "a: Null # c", "a: null.", "- NULL"),
    *("a: 'it''s'", "b: 'x' # c", 'a: "b"', 'a: "b\\n"', 'a: ""', "a: 'b", "a: ''", "a: 'b'c"),
    *("a: [b, c]", "a: []", "b: [a,b]", "a: [b", "b: [ a ]", "a: [b, ]", "a: [null]", "a: [b: c]"),
    *("a: {b: c}", "b: {}", "a: {b: c, b: d}", "a: {b: c,d: e}", "b: {a: https://x.org/?q=1}"),
    *("a: >-", "a: |-", "b: >", "a: >- # c", "text of a block", "more: text", "trailing  "),
    *("a: https://example.org/a#b", "a: 12:30", "a: *b", "&a b: c", "a: !t b", "<<: b", "? a"),
    *("a: é", "ñ: b", "a: \U0001f600", "a: (b)", "a: -b", "a: - b", "a: ?b", "a: %b", "a: @b", ""),
)
_texts = st.lists(
    st.builds(
        lambda indent, line, end: " " * indent + line + end,
        st.sampled_from((0, 0, 2, 2, 4, 4, 6, 1, 3)),
        st.sampled_from(_LINES),
        st.sampled_from(("\n", "\n", "\n", "\n", "\r\n", " \n", "\n\n", "\t\n", "")),
    ),
    max_size=12,
).map("".join)
_items = st.builds(
    lambda head, lines: "\n".join(("top:", f"  - {head}", *lines)),
    st.sampled_from(("id: x", "id: 'x'", "id: >-", "id:", "x")),
    st.lists(
        st.builds(
            "{}{}".format, st.sampled_from(("    ", "      ", "", "  ")), st.sampled_from(_LINES)
        )
    ),
)

_block_lines = st.lists(
    st.builds(
        lambda indent, line: " " * indent + line if line else "",
        st.sampled_from((4, 4, 4, 4, 5, 3, 2, 0)),
        st.sampled_from(
            ("one", "two words", "# three", "- four", "a: b", "x ", "...", "", "", "", " ")
        ),
    ),
    max_size=6,
)
_blocks = st.lists(
    st.builds(
        lambda key, head, lines: "\n".join((f"{key}: {head}", *lines)),
        st.sampled_from(("a", "b", "c", "d")),
        st.sampled_from((">-", "|-", ">", "|", ">-", "|", ">+", "|2", "one", "one  ", "'two'")),
        _block_lines,
    ),
    min_size=1,
    max_size=4,
).map("\n".join)
_quoted = st.builds(
    "a: {0}{1}{0}{2}".format,
    st.sampled_from("'\""),
    st.text(st.sampled_from("ab '\"\\#:n,x"), max_size=12),
    st.sampled_from(("", " ", " # c", "#c", " x")),
)


_Value = Sequence[str]
"""What stands behind the name of a field, and the lines below it, from the column of the name."""
_SCALARS: Sequence[_Value] = (
    *(["one"], ["two words # c"], ["https://example.org/a#b"], ["12:30"], ["né à (b)"], ["a.b-c"]),
    *(
        ["''"],
        ["'it''s' # c"],
        ['"\\"x\\" # y"'],
        ["[b, c]"],
        ["[]"],
        ["{b: https://x.org/a, c: d e}"],
    ),
    *(["null"], ["~"], [""], ["# c"], ["one", "  two", "   three"], [">-", "  one"]),
    *([">-", "  one: 1", "  # two", "", "", "  three", ""], ["|", "  one", "", "    - two"]),
    *(["|-", "    one", "    two", "", "# c"], [">", "  one", "  two"], ["|", "  - one", "", ""]),
)
_Fields = dict[str, _Value]


def _lines(fields: _Fields) -> list[str]:
    return [
        line
        for key, (first, *below) in fields.items()
        for line in (f"{key}: {first}".rstrip(" "), *below)
    ]


def _nested(mappings: Sequence[_Fields], *, are_items: bool) -> _Value:
    """A mapping, or a list of some."""
    first, other = ("  - ", "    ") if are_items else ("  ", "  ")
    found = [""]
    for fields in mappings if are_items else mappings[:1]:
        for index, line in enumerate(_lines(fields)):
            found.append(f"{other if index else first}{line}" if line else "")
    return found


def _fields(values: st.SearchStrategy[_Value]) -> st.SearchStrategy[_Fields]:
    return st.dictionaries(st.sampled_from("abcd"), values, min_size=1)


_values = st.recursive(
    st.sampled_from(_SCALARS),
    lambda inner: st.builds(
        _nested, st.lists(_fields(inner), min_size=1, max_size=3), are_items=st.booleans()
    ),
    max_leaves=12,
)
_plain = _fields(_values).map(lambda fields: "".join(f"{line}\n" for line in _lines(fields)))


def _located(value: Any) -> Any:
    """A value with the lines of its mappings."""
    if isinstance(value, Mapping):
        return value.line, [(key, _located(item)) for key, item in value.items()]
    return [_located(item) for item in value] if isinstance(value, list) else value


@pytest.mark.slow
@settings(max_examples=2_000)
@given(_texts | _items | _blocks | _quoted)
def test_what_is_read_is_what_libyaml_reads_without_a_problem(text: str) -> None:
    root = read_plain(text)
    if root is not None:
        composed = compose(text)
        assert not composed.problems
        assert not composed.spoiled
        assert _located(root) == _located(composed.root)


@given(_plain)
def test_what_is_plain_is_read_as_libyaml_reads_it(text: str) -> None:
    root = read_plain(text)
    assert root is not None
    assert _located(root) == _located(compose(text).root)


@pytest.mark.parametrize(
    "text",
    [
        claims_file(claim({"due": "2025-09", "tags": "[a, b]"})),
        "---\na: b\n",
        "a: b",
        "a: b\r\nc: d\r\n",
        "# comment\n\na: b # comment\nc:  # comment\n  - d\n",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d: e\n\n  - b: 'it''s'\n    d: \"x # y\"\n",
        "a: one\n  two\n   three\nb: c\n",
        "a: >-\n  one: two\n  # three\nb: |-\n    one\n    two\n\nc: d\n",
        "a: >-\n  one\n  two\n\n\n  three\n  # four\n\n\nb: x\n",
        "a: |\n  one\n\n    - two\n  three\n\nb: >\n  one\n",
        "a: \"one \\\"two\\\" \\\\\"  # three\nb: 'it''s' # two\n",
        "a: {b: https://example.org/x, c: Al Asad}\nd: []\n",
        "a:\nb: ~\nc: null\n",
        "a: https://example.org/a#b\nb: 12:30\nc: né à Ménilmontant\n",
    ],
)
def test_what_people_write_is_plain(text: str) -> None:
    root = read_plain(text)
    assert root is not None
    assert _located(root) == _located(compose(text).root)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !t b\n",
        "<<: b\n",
        "a: b: c\n",
        "a: 'b\n",
        'a: "\\u202e"\n',
        "a: [b\n",
        "a:\n  b: c\n d: e\n",
        "a: b\n  c: d\n",
        "a: ~\n  b: c\n",
        "a:\tb\n",
        "a: b\n---\na: c\n",
        "a: >-\n  one\n    two\n",
        "a: >-\n  one\n\n    two\n",
        "a: >-\n\n  one\n",
        "a: |\n  one \n",
        "a: |+\n  one\n\n",
        "a: b\n# comment\n  c\n",
        "a:\n  - b\n  c: d\n",
        "".join(f"{' ' * level}a:\n" for level in range(MAX_DEPTH + 1)),
        "a:\n  b:\n" + "".join(f"    k{index}: x\n" for index in range(MAX_FIELDS + 1)),
        "a: [" + ", ".join("b" * (MAX_FIELDS + 1)) + "]\n",
    ],
)
def test_other_styles_and_problems_are_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize("half", ["due", "due ", "due  # soon"])
def test_a_half_written_field_is_no_field_where_others_have_it(half: str) -> None:
    whole, cut = "  - id: x\n    due: 2026\n", f'  - id: "y"\n    {half}\n    kind: fact\n'
    assert read_plain(f"claims:\n{whole}") is not None
    assert read_plain(f"claims:\n{whole}{cut}") is None
