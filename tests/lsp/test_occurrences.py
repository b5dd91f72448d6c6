"""Where a name stands: the same for many uses at once as for each of them."""

import pytest

from claim_tracker.lsp.names import Name, NameUse, uses_in
from claim_tracker.lsp.occurrences import spans_of
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document, read

MANY = "".join(
    f"""\
  - id: claim-{index}
    claim: {claim}
    kind: commitment
    speaker: {speaker}
    source: {source}
    related: [claim-{index}]
"""
    for index, (claim, speaker, source) in enumerate(
        [
            ("A. B. says so.", "A. B.", "s-1"),
            ("s-1, s-1", "'A. B.'", '"s-1"  # s-1'),
            ("|-\n      source: s-1\n      s-1", '"A.\n      B."', "[s-1, {source: s-1, at: p}]"),
            (r'"\""', "A. B.  # s-1", "{source: 's-1', at: 's-1'}"),
            ("s-1", "A.\n      B.", r'"\x73-1"'),
            ("x", ">-\n      A.\n      B.", "s-1\n    updates: [{date: 2026-01-01, source: s-1}]"),
            ("x", "A. B. C.", "s-10"),
        ]
        * 9
    )
)
"""Claims in which a name stands in many ways, more than are looked up one by one."""


def each_by_itself(document: Document, uses: list[NameUse]) -> list[Span]:
    return sorted(span for use in uses for span in spans_of(document, [use]))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "count"),
    [
        (Name("source", "s-1"), 8 * 9),
        (Name("speaker", "A. B."), 6 * 9),
        (Name("related", "claim-1"), 1),
    ],
)
def test_many_uses_are_found_as_each_by_itself(name: Name, count: int, end: str) -> None:
    text = f"version: 1\nsources:\n  s-1: {{title: x}}\nclaims:\n{MANY}".replace("\n", end)
    document = read("a.yaml", text.encode())
    assert not document.problems
    uses = [use for use in uses_in(document, name) if not use.is_declaration]
    assert len(uses) == count
    assert spans_of(document, uses) == each_by_itself(document, uses)


def test_a_name_with_an_escape_is_found_in_its_quotes() -> None:
    document = read("a.yaml", rb'claims: [{source: "\x73-1"}]')
    assert spans_of(document, uses_in(document, Name("source", "s-1"))) == [Span(1, 20, 1, 26)]


def test_a_name_that_is_twice_in_a_text_below_is_all_of_it() -> None:
    text = "claims:\n- topic: >-\n    a a\n  tags: [a]\n"
    document = read("a.yaml", text.encode())
    (span,) = spans_of(document, uses_in(document, Name("topic", "a a")))
    assert span == Span(3, 5, 3, 8)
