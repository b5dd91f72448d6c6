"""Writing in cells: wrapping, columns, colours and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.terminal.layout import GAP, Layout, cell_len, clip_cells, fit, wrap

words = st.text(st.sampled_from("ab-é漢字🙂e\u0301น้ำശ്ര\u0d3f\u200d\u200c"), min_size=1, max_size=30)
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("मंत्री", 4),
        ("का", 2),
        ("ലാ", 2),
        ("ரா", 2),
        ("มั่น", 2),
        ("可能", 4),
        ("e\u0301", 1),
        ("👨‍👩‍👧‍👦", 2),
    ],
)
def test_a_vowel_that_stands_beside_its_letter_has_a_cell(text: str, cells: int) -> None:
    assert cell_len(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("any length at all", None, ["any length at all"]),
        ("just fits", 9, ["just fits"]),
        ("just fits", 8, ["just", "fits"]),
        ("one two three", 7, ["one two", "three"]),
        ("a  b   c  d", 9, ["a  b   c", "d"]),
        ("a\tb\u3000c  d", 6, ["a b c", "d"]),
        ("on time (due\u00a02025-09)", 18, ["on time", "(due\u00a02025-09)"]),
        ("on time (due\u00a02025-09)", 12, ["on time (due", "2025-09)"]),
        ("withdrawal-begins", 15, ["withdrawal-", "begins"]),
        ("a-b-c-d", 4, ["a-b-", "c-d"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("x abcdefghij y", 4, ["x", "abcd", "efgh", "ij y"]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("ริมน้ำ", 3, ["ริม", "น้ำ"]),
        ("कर्णाली", 3, ["क", "र्णा", "ली"]),
        ("🇺🇦🇺🇦", 2, ["🇺🇦", "🇺🇦"]),
    ],
)
def test_a_text_is_broken_at_spaces_then_hyphens_then_anywhere(
    text: str, width: int | None, lines: list[str]
) -> None:
    assert wrap(text, width) == lines


@given(texts, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["aaaa  b", "aaaa ", " aaaaa", "     "])
def test_any_spaces_can_be_wrapped(text: str) -> None:
    lines = wrap(text, 4)
    assert max(map(cell_len, lines)) <= 4
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_paragraph_is_indented_but_for_its_first_line() -> None:
    assert Layout(12).paragraph("one two three", 4) == ["one two", "    three"]
    assert Layout(None).paragraph("one two three", 4) == ["one two three"]


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 14)), min_size=1, max_size=6),
    st.integers(20, 200),
)
def test_columns_fit_the_width_or_are_as_narrow_as_they_may_be(
    columns: list[tuple[int, int]], width: int
) -> None:
    natural = [max(pair) for pair in columns]
    least = [min(pair) for pair in columns]
    widths = fit(natural, least, width)
    total = sum(widths) + GAP * (len(widths) - 1)
    assert all(low <= have <= high for low, have, high in zip(least, widths, natural, strict=True))
    assert total <= width or widths == least
    if sum(natural) + GAP * (len(natural) - 1) <= width:
        assert widths == natural


def test_without_a_width_every_column_is_as_wide_as_its_text() -> None:
    assert fit([90, 5], [10, 5], None) == [90, 5]


def test_cells_of_a_row_are_wrapped_beside_each_other() -> None:
    rows = Layout(20).row(["one two", "x", "three four"], [4, 5, 5], ["", "", ""])
    assert list(rows) == ["one   x      three", "two          four"]


def test_a_column_can_be_aligned_on_the_right() -> None:
    rows = Layout(20).row(["a", "b cd", "漢"], [2, 3, 5], ["", "", ""], right=(1, 2))
    assert list(rows) == ["a     b     漢", "     cd"]


def test_cells_of_wide_characters_are_aligned_by_their_width() -> None:
    assert list(Layout(20).row(["漢", "a"], [4, 1], ["", ""])) == ["漢    a"]


def test_colour_and_links_are_only_where_there_is_colour() -> None:
    plain, coloured = Layout(color=False), Layout(color=True)
    assert plain.paint("x", "bold red") == plain.link("x", "https://example.org/") == "x"
    assert coloured.paint("x", "bold red") == "\x1b[1;31mx\x1b[0m"
    assert coloured.paint("x", "") == "x"
    assert coloured.paint("", "red") == ""
    assert coloured.link("x", "https://example.org/") == (
        "\x1b]8;;https://example.org/\x1b\\x\x1b]8;;\x1b\\"
    )


def test_texts_keep_their_styles_when_they_are_wrapped_together() -> None:
    parts = [("one two", "red"), ("  three ", ""), ("four", "red"), (" fives", "red"), ("!", "dim")]
    lines = wrap("one two  three four fives!", 10)
    assert Layout(color=True).paint_wrapped(lines, parts) == [
        "\x1b[31mone two\x1b[0m",
        "three \x1b[31mfour\x1b[0m",
        "\x1b[31mfives\x1b[0m\x1b[2m!\x1b[0m",
    ]
    assert Layout(color=False).paint_wrapped(lines, parts) == lines


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [
        ("just fits", 9, "just fits"),
        ("too long", 7, "too lo…"),
        ("漢字漢", 4, "漢…"),
        ("ab", 0, ""),
    ],
)
def test_a_text_is_cut_to_so_many_cells(text: str, cells: int, cut: str) -> None:
    assert clip_cells(text, cells) == cut


def test_what_looks_like_markup_is_text() -> None:
    assert Layout(color=True).paint("[red]x[/red]", "bold") == "\x1b[1m[red]x[/red]\x1b[0m"


def test_a_line_that_is_indented_is_so_wherever_it_is_broken() -> None:
    text = "A list:\n  - one of many words\n        - deep"
    assert Layout(14).paragraph(text, 2) == [
        *("A list:", "    - one of", "    many words", "        - deep"),
    ]
    assert Layout(None).paragraph(text) == text.split("\n")
