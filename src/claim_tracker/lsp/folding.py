"""What can be folded: sections, entries, lists, texts and comments (section Folding Range Request).

By the lines alone, so that a file with a fault folds too.
"""

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml.decode import indent_of

_ITEM = re.compile(r"[ \t]*-(?:[ \t]|$)")
_BLOCK_TEXT = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:(?P<key>\S.*:)[ \t]+)?[|>][-+0-9]{0,2}[ \t]*(?:#.*)?"
)
_BLANK, _COMMENT, _IN_TEXT = -2, -1, 2**31
"""What stands for the depth of a line that has none, and of a line in a block text."""


def folding_ranges(view: View, _: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Return the lines that belong together, each after the line that stays."""
    depths = list(_depths(view.document.lines))
    kind = types.FoldingRangeKind.Comment
    found = [types.FoldingRange(*each) for each in _deeper(depths)]
    found += [types.FoldingRange(*each, kind=kind) for each in _comments(depths)]
    return sorted(found, key=lambda each: (each.start_line, -each.end_line))


def _depths(lines: Sequence[str]) -> Iterator[int]:
    """Yield how deep each line is; the dash of an item is deeper than a key in its column."""
    around: int | None = None  # the column of what a block text belongs to
    for line in lines:
        content = line.lstrip(" \t")
        if not content:
            yield _BLANK
            continue
        indent = len(line) - len(content)
        if around is not None and indent > around:
            yield _IN_TEXT
        elif content[0] == "#":
            yield _COMMENT
        else:
            around = _column_of_text(line)
            yield 2 * indent + (content[0] == "-" and _ITEM.match(line) is not None)


def _column_of_text(line: str) -> int | None:
    """Return the column than which the block text below a line is deeper; None without one."""
    # For most lines the pattern is too slow.
    match = _BLOCK_TEXT.fullmatch(line) if ">" in line or "|" in line else None
    if match is None:
        return None
    return len(match["lead"]) if match["key"] else indent_of(line)


def _deeper(depths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each line (from 0) that has deeper ones below it, and the last of these."""
    opened: list[tuple[int, int]] = []
    last = 0
    for number, depth in enumerate([*depths, 0]):
        if depth < 0:
            continue
        while opened and opened[-1][1] >= depth:
            line, _ = opened.pop()
            if last > line:
                yield line, last
        opened.append((number, depth))
        last = number


def _comments(depths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line (from 0) of comments on several lines."""
    first: int | None = None
    for number, depth in enumerate([*depths, _BLANK]):
        if depth == _COMMENT:
            first = number if first is None else first
        elif first is not None:
            if number - first > 1:
                yield first, number - 1
            first = None
