"""Where values stand by the lines of their claim is where they stand for libyaml."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.yaml import Mapping, Path
from claim_tracker.yaml.line_spans import LineSpans
from claim_tracker.yaml.parsed import Spans
from claim_tracker.yaml.parser import compose

_PLAIN = """\
version: 1
claims:
  # above
  - id: base-closes
    claim: >-
      The base closes,

      and "opens" again.
    kind:   commitment  # a comment
    tags: [a, "b, c", 'd']
    # between
    source: {url: https://example.org/a#b, at: page 1}
    role: |
      one
        two

    updates:
      - date: 2025-01-01
        note: "It: closes"
      -   date: 2025-02-01
          places:
            - a
            # c
            - b
  - id: the-next
    claim: It opens.
"""
_INSERTED = (
    *("    # c", "", "  # c", "      # c", "        more", "   ", "    note: >-", "      - a"),
    *("    tags: [a, 'b c']", "    x: {a: b, c: [d, e]}", '    "q": z', "    - a", "      k: v"),
    *('    y: "a # b" # c', "    'z': |", "        - k: [x,\ty]", '    m: "multi', '    line" # c'),
    *("\t", '    e: ""', "    n: null", "    w: a #b", "    v: a# b", "  - id: zz", "    h: |+"),
    *("    i: >2", "    j:", "    k: a\u2028b", "    l: {}", "      -", "    o: - p"),
)


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _paths(each, (*path, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _paths(each, (*path, index))


def _differing(text: str) -> tuple[list[Path], int]:
    """Return the paths in all claims but the last whose spans differ, and how many have none."""
    spans: Spans = {}
    composed = compose(text, spans=spans)
    root, lines = composed.root, text.split("\n")
    claims = root.get("claims") if isinstance(root, dict) else None
    differing: list[Path] = []
    unknown, by_lines = 0, LineSpans(lines)
    if composed.problems or not isinstance(claims, list):
        return differing, unknown
    if not all(isinstance(claim, Mapping) for claim in claims):
        return differing, unknown
    for index, claim in enumerate(claims[:-1]):
        for path in _paths(claim):
            stop = claims[index + 1].line - 1
            found = by_lines.spans(claim, path, claim.line - 1, stop)
            unknown += found is None
            if found not in (None, spans["claims", index, *path]):
                differing.append(path)
    return differing, unknown


def test_the_lines_of_a_claim_in_the_usual_styles_tell_all_spans() -> None:
    assert _differing(_PLAIN) == ([], 0)


def test_a_path_that_leads_too_far_has_the_spans_of_what_is_there() -> None:
    claim, lines = compose(_PLAIN).root["claims"][0], _PLAIN.split("\n")
    stop = next(number for number, line in enumerate(lines) if "the-next" in line)
    for path, known in (
        (("due",), ()),
        (("kind", "x"), ("kind",)),
        (("tags", 5), ("tags",)),
        (("source", "title"), ("source",)),
        (("updates", 2), ("updates",)),
    ):
        by_lines = LineSpans(lines)
        assert by_lines.spans(claim, path, 3, stop) == by_lines.spans(claim, known, 3, stop)


@pytest.mark.parametrize(
    "line",
    [
        'note: "one\n    two"',
        "note: one\n      two",
        "note: null",
        "note: |+\n      one",
        '"note": one',
        "note: [one,\n      two]",
        "note: {}",
    ],
)
def test_other_styles_are_left_to_libyaml(line: str) -> None:
    text = _PLAIN.replace("    kind:", f"    {line}\n    kind:")
    differing, unknown = _differing(text)
    assert (differing, unknown > 0) == ([], True)


@given(
    st.lists(
        st.tuples(
            st.integers(2, _PLAIN.count("\n")), st.sampled_from(("in", "out", "deeper", "cut"))
        ),
        max_size=5,
    ),
    st.lists(st.sampled_from(_INSERTED), min_size=5, max_size=5),
)
def test_whatever_the_lines_are_no_span_is_another(
    changes: list[tuple[int, str]], inserted: list[str]
) -> None:
    lines = _PLAIN.split("\n")
    for (number, change), line in zip(changes, inserted, strict=False):
        at = min(number, len(lines) - 1)
        if change == "in":
            lines.insert(at, line)
        elif change == "out":
            del lines[at]
        else:
            lines[at] = f" {lines[at]}" if change == "deeper" else lines[at][: len(line)]
    assert _differing("\n".join(lines))[0] == []
