"""Findings for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.phrases import finding_counts
from claim_tracker.render.terminal.findings import findings_text, mendable
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Related, Span
from tests.builders import widest
from tests.samples import check, claim, claims_file


def finding(span: Span, *related: Related, code: str = "E106", help: str = "write it") -> Finding:
    return Finding(code, "it is wrong", help, "a.yaml", span, "c", related)


def shown(
    line: str, columns: tuple[int, int], width: int | None = None, *, color: bool = False
) -> list[str]:
    """The lines of one finding of line 1."""
    found = finding(Span(1, columns[0], 1, columns[1]))
    return list(findings_text([found], {"a.yaml": [line]}, Layout(width, color)))


def test_a_finding_has_its_line_with_carets_under_the_span() -> None:
    assert shown("kind: promis", (7, 13)) == [
        "error[E106]: it is wrong",
        " --> a.yaml:1:7",
        "1 | kind: promis",
        "  |       ^^^^^^",
        "  = help: write it",
        "",
    ]


def test_a_second_place_has_its_label_and_the_same_margin() -> None:
    other = Related("b.yaml", Span(120, 1, 120, 3), "first used here")
    lines = {"a.yaml": ["xx"], "b.yaml": [""] * 119 + ["yyyy"]}
    assert list(findings_text([finding(Span(1, 1, 1, 3), other)], lines, Layout())) == [
        "error[E106]: it is wrong",
        "   --> a.yaml:1:1",
        "  1 | xx",
        "    | ^^",
        "   ::: b.yaml:120:1",
        "120 | yyyy",
        "    | ^^ first used here",
        "    = help: write it",
        "",
    ]


def test_each_finding_of_a_checked_file_is_shown_at_its_line() -> None:
    text = claims_file(claim({"kind": "promis"}), claim())
    printed = list(findings_text(check(text).findings, {"claims.yaml": text.split("\n")}, Layout()))
    assert [line for line in printed if line.startswith(("error", "warning"))] == [
        f"{found.severity}[{found.code}]{' [*]' if found.fix else ''}: {found.message}"
        for found in check(text).findings
    ]
    place = printed.index("5 |     kind: promis")
    assert printed[place + 1] == "  |           ^^^^^^"


@pytest.mark.parametrize(
    ("line", "span", "excerpt"),
    [
        ("a\tb\tc", (3, 4), ["1 | a    b    c", "  |      ^"]),
        ("漢字: x", (5, 6), ["1 | 漢字: x", "  |       ^"]),
        ("x: 漢字", (4, 6), ["1 | x: 漢字", "  |    ^^^^"]),
        ("a\u202eb", (2, 3), ["1 | a\\u202eb", "  |  ^^^^^^"]),
        ("[red]x", (6, 7), ["1 | [red]x", "  |      ^"]),
        ("abc", (4, 4), ["1 | abc", "  |    ^"]),
        ("abc  ", (1, 6), ["1 | abc", "  | ^^^"]),
    ],
)
def test_carets_are_under_what_is_shown(
    line: str, span: tuple[int, int], excerpt: list[str]
) -> None:
    assert shown(line, span)[2:4] == excerpt


def test_a_span_of_lines_is_marked_to_the_end_of_its_first() -> None:
    found = finding(Span(1, 4, 3, 2))
    lines = {"a.yaml": ["x: |", "  a", "  b"]}
    assert list(findings_text([found], lines, Layout()))[2:4] == ["1 | x: |", "  |    ^"]


@pytest.mark.parametrize("lines", [{}, {"a.yaml": []}, {"a.yaml": ["  "]}])
def test_where_there_is_no_line_only_the_address_is_shown(lines: dict[str, list[str]]) -> None:
    assert list(findings_text([finding(Span(1, 1, 1, 2))], lines, Layout())) == [
        "error[E106]: it is wrong",
        " --> a.yaml:1:1",
        "  = help: write it",
        "",
    ]


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "a" * 80 + "HERE" + "b" * 80
    assert shown(line, (81, 85), 44)[2:4] == [
        "1 | …" + "a" * 34 + "HERE",
        "  | " + " " * 35 + "^^^^",
    ]
    assert shown("HERE" + "b" * 80, (1, 5), 44)[2] == "1 | HERE" + "b" * 34 + "…"
    assert shown("c" * 80, (1, 81), 44)[2:4] == ["1 | " + "c" * 38 + "…", "  | " + "^" * 39]


@pytest.mark.parametrize("letter", ["र्\u200dयो", "น้ำ", "e\u0301"])
def test_a_long_line_is_cut_between_letters(letter: str) -> None:
    for count in range(60, 75):
        line = letter * count + "HERE" + letter * count
        start = len(letter) * count + 1
        text = shown(line, (start, start + 4), 44)[2].removeprefix("1 | ")
        assert text.replace(letter, "") in ("…HERE…", "…HERE")
    assert "…" in shown("HERE" + letter * 90, (1, 5), 44)[2].replace(letter, "")


lines = st.text(st.sampled_from("ab 漢🙂\t\u202e[]"), min_size=1, max_size=150).filter(str.strip)


@given(lines, st.data(), st.none() | st.integers(40, 120))
def test_an_excerpt_fits_and_its_carets_are_within_it(
    line: str, data: st.DataObject, width: int | None
) -> None:
    start = data.draw(st.integers(1, len(line)))
    end = data.draw(st.integers(start, len(line) + 1))
    room = 104 if width is None else width
    head, carets = shown(line, (start, end), width)[2:4]
    assert widest([head, carets]) <= room
    assert carets.startswith("  | ")
    assert set(carets[4:].strip()) == {"^"}


def test_help_is_wrapped_under_itself() -> None:
    found = finding(Span(1, 1, 1, 2), help="write one of these words or one of the others")
    assert list(findings_text([found], {}, Layout(40)))[2:] == [
        "  = help: write one of these words or",
        "          one of the others",
        "",
    ]


def test_errors_and_warnings_differ_by_word_and_by_colour() -> None:
    error = finding(Span(1, 1, 1, 2))
    warning = finding(Span(1, 1, 1, 2), code="W301")
    assert next(findings_text([warning], {}, Layout())) == "warning[W301]: it is wrong"
    heads = [next(findings_text([found], {}, Layout(color=True))) for found in (error, warning)]
    assert heads[0].startswith("\x1b[1;31merror[E106]\x1b[0m")
    assert heads[1].startswith("\x1b[1;35mwarning[W301]\x1b[0m")


def test_what_can_be_mended_is_marked_and_counted() -> None:
    found = finding(Span(1, 1, 1, 2))
    with_fix = found._replace(fix=Fix("write `b`", (Edit(found.span, "b"),)))
    assert next(findings_text([with_fix], {}, Layout())) == "error[E106] [*]: it is wrong"
    assert mendable([found, with_fix], "--fix") == "; 1 can be mended with --fix"
    assert mendable([found], "--fix") == ""


def test_hidden_characters_of_a_message_are_shown() -> None:
    found = Finding("E106", "`\x1b[31m`", "not `\u202e`", "\x07.yaml", Span(1, 1, 1, 2))
    text = "\n".join(findings_text([found], {}, Layout()))
    assert "`\\x1b[31m`" in text
    assert "`\\u202e`" in text
    assert "\\x07.yaml:1:1" in text
    assert "\x1b" not in text


def test_a_message_is_on_one_line_whatever_it_quotes() -> None:
    quoting = claims_file(claim({"kind": '"x\\n::error::forged"', '"y\\n::error::forged"': "z"}))
    examined = check(quoting)
    printed = "\n".join(findings_text(examined.findings, {}, Layout()))
    assert not [line for line in printed.splitlines() if line.startswith("::")]


@pytest.mark.parametrize(
    ("codes", "files", "claims", "words"),
    [
        ([], 1, 13, "No findings in 13 claims of 1 file"),
        (["E106"], 2, 1, "1 error in 1 claim of 2 files"),
        (["W301", "W301"], 1, 0, "2 warnings in 0 claims of 1 file"),
        (["E106", "W301"], 1, 1200, "1 error and 1 warning in 1,200 claims of 1 file"),
    ],
)
def test_the_counts_in_words(codes: list[str], files: int, claims: int, words: str) -> None:
    found = [finding(Span(1, 1, 1, 2), code=code) for code in codes]
    assert finding_counts(found, files, claims) == words
