"""Slips of editing by hand: each is one finding on the line on which a person would mend it."""

from types import SimpleNamespace

import pytest
from yaml import YAMLError

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.syntax_errors import syntax_problem
from tests.samples import another, check, claim, claims_file, codes, the_finding

UPDATES = ["date: 2025-10-01, note: N."]
FILE = claims_file(
    claim({"due": "2026-09", "tags": "[a, b]"}, UPDATES),
    another({"quantity": "{value: 900, unit: soldiers}"}),
    head="timezone: UTC\n",
)
FIELD = "    kind: commitment\n"
TEXT = "claim: The base closes."
QUANTITY = "quantity: {value: 900, unit: soldiers}"

# What was written, what stands there instead, and a word of the message (empty: any word).
# `→` begins the line that a person would mend.
SLIPS = {
    "double quote not closed": (TEXT, '→claim: "The base closes.', "quote"),
    "single quote not closed": (TEXT, "→claim: 'The base closes.", "quote"),
    "quote not closed before other quotes": (
        "speaker: A. Minister\n    source",
        "→speaker: \"A. Minister\n    role: 'x'\n    source",
        "quote",
    ),
    "quote in a quoted text": (TEXT, '→claim: "The "old" base"', "quote"),
    "apostrophe in a single-quoted text": (TEXT, "→claim: 'The minister's base'", "quote"),
    "text after a quoted text": (TEXT, '→claim: "The base" closes.', "quote"),
    "colon and space in a text": (TEXT, "→claim: The base: it closes.", "`: `"),
    "two fields on one line": (
        "speaker: A. Minister",
        "→speaker: A. Minister, role: x",
        "second field",
    ),
    "no colon": (TEXT, "→claim The base closes.", "no `:`"),
    "no space after the colon": (TEXT, "→claim:The base closes.", "no space after the `:`"),
    "semicolon for a colon": ("due: 2026-09", "→due; 2026-09", "no `:`"),
    "section without its colon": ("claims:\n", "→claims\n", "no `:`"),
    "loose line of text": (FIELD, f"{FIELD}→a loose line\n", "no `:`"),
    "mark of a merge conflict": (FIELD, f"→<<<<<<< HEAD\n{FIELD}=======\n", ""),
    "text begins with an at sign": (TEXT, "→claim: @minister: closes", "begin"),
    "text begins with a backquote": (TEXT, "→claim: `closes`", "begin"),
    "text begins with a percent sign": (TEXT, "→claim: % of it", "begin"),
    "text begins with a star and a space": (TEXT, "→claim: * closes", "`*`"),
    "text begins with an ampersand and a space": (TEXT, "→claim: & closes", "`&`"),
    "text begins with a hyphen and a space": (TEXT, "→claim: - closes", "begin"),
    "text begins with a bracket": (TEXT, "→claim: [Update] The base closes.", "begin"),
    "text begins with a comma": (TEXT, "→claim: , closes", ""),
    "unknown escape": (TEXT, '→claim: "C:\\path"', "escape"),
    "list not closed": ("tags: [a, b]", "→tags: [a, b", "list"),
    "list closed by a brace": ("tags: [a, b]", "→tags: [a, b}", "close"),
    "mapping not closed": (QUANTITY, f"→{QUANTITY[:-1]}", "mapping"),
    "mapping without a comma": (QUANTITY, "→quantity: {value: 900 unit: soldiers}", "comma"),
    "field too far in": (FIELD, f"→  {FIELD}", "in line"),
    "field too far out": (FIELD, f"→{FIELD[2:]}", "in line"),
    "field out by one": (FIELD, f"→{FIELD[1:]}", "in line"),
    "second item too far in": ("  - id: soldiers", "→    - id: soldiers", ""),
    "second item too far out": ("  - id: soldiers", "→- id: soldiers", ""),
    "tab for indentation": (FIELD, f"→\t{FIELD.strip()}\n", "tab"),
    "tab within the indentation": (FIELD, f"→    \t{FIELD.strip()}\n", "tab"),
    "block text without its line end": (TEXT, "→claim: |The base closes.", ""),
}


def _slip(written: str, instead: str, end: str = "\n") -> tuple[str, int]:
    assert FILE.count(written) >= 1
    marked = FILE.replace(written, instead, 1)
    line = marked[: marked.index("→")].count("\n") + 1
    return marked.replace("→", "").replace("\n", end), line


@pytest.mark.parametrize(("written", "instead", "word"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_finding_on_its_line(written: str, instead: str, word: str) -> None:
    text, line = _slip(written, instead)
    (finding,) = check(text).findings
    assert (finding.code, finding.span.line) == ("E002", line)
    assert word in finding.message
    assert finding.help


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize(("written", "instead", "word"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_on_its_line_for_any_line_end(
    written: str, instead: str, word: str, end: str
) -> None:
    text, line = _slip(written, instead, end)
    (finding,) = check(text).findings
    assert (finding.code, finding.span.line) == ("E002", line)
    assert word in finding.message


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('a: "b\n', 4),
        ("a: 'b\nc: 'd'\n", 4),
        ("a: [b, c\n", 4),
        ("a: {b: c\n", 4),
        ("a: b: c\n", 5),
        ("a: @b\n", 4),
        ("a: `b`\n", 4),
        ("a: * b\n", 5),
        ('a: "\\p"\n', 5),
        ("a: ]\n", 4),
        ("a: ? b\n", 4),
        ("\ta: b\n", 1),
        ("a: |x\n", 5),
        ("%YAML x\n---\na: b\n", 7),
        ('a: "b\n---\nc: d\n', 4),
        ("a: {b: 'c\n", 8),
        ("a: [", 5),
        ("{", 2),
    ],
)
def test_a_fault_of_syntax_is_marked_at_one_character(text: str, column: int) -> None:
    (finding,) = check(text).findings
    assert finding.code == "E002"
    assert finding.span == Span(1, column, 1, column + 1)


def test_a_fault_belongs_to_the_claim_that_it_is_in() -> None:
    text, _ = _slip(TEXT, "→claim: The base: it closes.")
    assert check(text).findings[0].claim == "base-closes"
    text, _ = _slip("claim: The soldiers leave.", "→claim: The soldiers: they leave.")
    assert check(text).findings[0].claim == "soldiers-leave"
    text, _ = _slip("timezone: UTC", "→timezone UTC")
    assert check(text).findings[0].claim is None


def test_what_follows_a_fault_of_syntax_is_checked_too() -> None:
    text, _ = _slip(TEXT, "→claim: [")
    assert codes(text.replace("due: 2026-09", "due: soon")) == ["E002", "E104"]


def test_what_stands_above_it_in_the_text_is_reported_too() -> None:
    assert codes("a: &x 1\nb: [\n") == ["E005", "E002"]


def test_a_quoted_text_over_several_lines_is_read() -> None:
    text, _ = _slip(TEXT, '→claim: "The base\n      closes."')
    assert codes(text) == []


def test_a_fault_after_a_long_quoted_text_is_on_its_own_line() -> None:
    text = 'a: "b\n  c"\nd: e\nf: g: h\n'
    assert [finding.span.line for finding in check(text).findings] == [4]


def test_a_fault_without_a_mark_is_at_the_beginning() -> None:
    problem = syntax_problem(YAMLError("unreadable"), SimpleNamespace(), "")
    assert (problem.code, problem.span) == ("E002", Span(1, 1, 1, 2))
    assert "unreadable" in problem.message


CLAIM = """
      "id": "a",
      "claim": "The base closes.",
      "kind": "commitment",
      "speaker": "X",
      "source": {"url": "https://example.org/1", "published": "2025-08-18"}
"""
JSON = f"""\
{{
  "version": 1,
  "claims": [
    {{{CLAIM}    }},
    {{"id": "b"}}
  ]
}}
"""


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('"commitment",', '"commitment«"»'),
        ('"kind": ', '"kind"« »'),
        ('"The base closes."', '"The «"»base" closes."'),
        ('"2025-08-18"}\n    },', '"2025-08-18"}\n    «}»'),
        (f"    {{{CLAIM}    }},", f"    «{{»{CLAIM}    ,"),
        (JSON, f"«{{»{JSON[1:-3]}"),
    ],
    ids=["comma", "colon", "quote inside", "comma between claims", "brace", "last brace"],
)
def test_a_slip_in_json_is_one_finding_where_it_is(written: str, instead: str) -> None:
    the_finding(JSON.replace(written, instead), code="E002")
