"""The place of a value, which is looked for in its claim alone."""

import pytest

from claim_tracker.yaml import Path, read

_SOURCES = "sources:\n  s: {url: https://example.org}\n"
_CLAIMS = (
    "claims:\n"
    "  - id: one\n"
    "    claim: >-\n"
    "      A text\n"
    "      on two lines\n"
    "  # about two\n"
    "  - id: two\n"
    "    tags: [a, b]\n"
    "    note: |\n"
    "      kept\n"
)
_IN_FLOW = 'claims: [{id: one, claim: "A text"},\n  {id: two, tags: [a, b]}]\n'


@pytest.mark.parametrize(
    "text", [_CLAIMS, _SOURCES + _CLAIMS, _CLAIMS + _SOURCES, _IN_FLOW, _IN_FLOW + _SOURCES]
)
@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("claims", 0, "id"), "one"),
        (("claims", 1, "id"), "two"),
        (("claims", 1, "tags", 1), "b"),
        (("claims", 1, "tags"), "[a, b]"),
    ],
)
def test_a_value_stands_where_it_is_written(text: str, path: Path, words: str) -> None:
    document = read("claims.yaml", text.encode())
    span = document.span(path)
    assert document.lines[span.line - 1][span.column - 1 : span.end_column - 1] == words


@pytest.mark.parametrize("text", [_SOURCES + _CLAIMS, _CLAIMS + _SOURCES, _IN_FLOW + _SOURCES])
@pytest.mark.parametrize("first", [("claims", 0), ("claims", 7), ("sources", "s", "title")])
def test_what_was_asked_before_changes_no_place(text: str, first: Path) -> None:
    document, other = (read("claims.yaml", text.encode()) for _ in range(2))
    document.span(first)
    for path in ((), ("claims",), ("sources", "s", "url"), ("claims", 0, "id")):
        assert document.span(path) == other.span(path)


def test_the_key_stands_for_a_list_below_it() -> None:
    document = read("claims.yaml", (_SOURCES + _CLAIMS).encode())
    span = document.span(("claims",))
    assert (span.line, span.column, span.end_column) == (3, 1, 7)


def test_a_claim_that_is_a_text_has_a_place() -> None:
    document = read("claims.yaml", b"claims:\n  - id: one\n  - a text\n")
    assert document.span(("claims", 1))[:2] == (3, 5)


def test_what_has_no_claims_has_places() -> None:
    for text in ("a text\n", "claims: []\n"):
        assert read("claims.yaml", text.encode()).span(("claims",)).line == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("above", ["claims:\n  - ", "claims:\n  - id: one\n  - "])
@pytest.mark.parametrize("style", [">-", "|"])
@pytest.mark.parametrize(("below", "end"), [("", (0, 14)), ("\n", (1, 1)), ("\n\n", (2, 1))])
def test_a_block_text_at_the_end_ends_with_the_file(
    line_end: str, above: str, style: str, below: str, end: tuple[int, int]
) -> None:
    text = f"{above}kind: {style}\n      fact it"
    document = read("claims.yaml", f"{text}{below}".replace("\n", line_end).encode())
    span = document.span(("claims", len(document.root["claims"]) - 1, "kind"))
    below_last, column = end
    last = text.count("\n") + 1
    assert (span.end_line, span.end_column) == (last + below_last, column)
