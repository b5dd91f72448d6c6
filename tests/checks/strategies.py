"""Files and changes of them, after each of which they are checked again."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from benchmarks.data import claims_file, tidy_file
from benchmarks.keys import keys
from tests.builders import DATA

LONG = claims_file(70)
TIDY = tidy_file(130)
BELOW = LONG[LONG.index("sources:") : LONG.index("claims:")]
BASES = (
    DATA.read_text("utf-8"),
    LONG,
    TIDY,
    dict(keys(LONG))["defaults"],
    LONG.replace(BELOW, "", 1) + BELOW,
    LONG.replace("\n", "\r\n"),
    LONG.replace("\n  ", "\n").replace("\ns", "\n  s").replace("\np", "\n  p"),
)
PIECES = (
    *("x", "é", "م", "\u200b", "\u200c", "\u200f", "\u2028", "\ufffd", "\ud800", "\r", "\n"),
    *('"', "'", "[", "]", "{", "}", ":", ": ", "- ", "#", " #", "\t", "  ", "|", ">", "&a", "*a"),
    *("@", "%", "<<: x", "---", "...", "~", "null", "- id: foo", "claims:", "sources:", "places:"),
    *("<<<<<<< a", "=======", ">>>>>>> b", "defaults:\n  via: X\n", "    tags: []", "    due"),
    *("    note: |\n", "    due: foo", "  - id: claim-3", "    source: nowhere", '    note: "abc'),
    *(
        "    due: 2570-03",
        "    stated: 2099",
        "    published: 2570",
        "  x: {title: y}\n",
        "    related: [x, x]",
    ),
    *("checks: {dates: canonical}\n", "    updates:\n      - {date: 2024, outcome: kept}\n"),
)
LACKING = "".join(
    line
    for number, line in enumerate(LONG.splitlines(keepends=True))
    if not re.match(" {4}(kind|speaker|stated|topic|via|places):", line) or number % 3
)
"""A file of which the claims lack now the one and now the other field."""
GIVEN = (
    *("kind: commitment", "kind: fact", "kind: promis", "kidn: commitment", "kind:"),
    *("speaker: A.", "speaker: 3", "speakr: A.", "speaker: [A.]", "topic: Roads", "via: B."),
    *("as_of: 2024-01", "as_of: 2570", "as_of: soon", "stated: 2024-02", "stated: 2099"),
    *("due: none", "due: 2020", "due: within 2 years", "tags: [a, A]", "tags: a", "places: [p1]"),
    *("places: [p77]", "source: s1", "source: s77", "source: [s1, {source: s2, at: page 1}]"),
    *("source: {publisher: P.}", "quantity: {value: 3, unit: men}", "id: x", "note: >-\n    B."),
)
"""Fields that stand among the defaults, right or wrong."""


def with_given(fields: Sequence[str]) -> str:
    """The file whose claims lack fields with some defaults."""
    head = "".join(f"  {field}\n" for field in fields)
    return LACKING.replace("\nclaims:\n", f"\ndefaults:\n{head}claims:\n", 1)


Edit = tuple[str, float, float, int, str]
"""What is done, at which part of the lines and of a line, how often, and with which piece."""
edits: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(
        st.sampled_from(("insert", "delete", "line", "gone", "indent", "join", "claim", "undo")),
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 3),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=8,
)


def edited(states: Sequence[str], edit: Edit) -> str:
    """The last text after an edit."""
    kind, part, within, count, piece = edit
    lines = states[-1].split("\n")
    at = int(part * len(lines))
    line = lines[at]
    column = int(within * (len(line) + 1))
    match kind:
        case "insert":
            lines[at] = line[:column] + piece + line[column:]
        case "delete":
            lines[at] = line[:column] + line[column + count :]
        case "line":
            lines.insert(at, piece)
        case "gone":
            del lines[at : at + count]
        case "indent":
            lines[at] = line[count:] if within < 0.5 else " " * count + line
        case "join":
            lines[at : at + 2] = [" ".join(lines[at : at + 2])]
        case "claim":
            starts = [n for n, each in enumerate(lines) if each.lstrip().startswith("- id:")] or [0]
            start, to = starts[int(part * len(starts))], starts[int(within * len(starts))]
            own = lines[start : next((n for n in starts if n > start), len(lines))]
            lines[to:to] = own
            if count > 1:
                del lines[start : start + len(own)]
        case "undo":
            return states[int(within * len(states))]
    return "\n".join(lines)
