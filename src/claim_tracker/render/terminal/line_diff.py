"""The difference of two texts by lines, for programs and for people."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import NamedTuple

from claim_tracker.render.terminal.layout import Layout
from claim_tracker.text.display import from_bytes, visible
from claim_tracker.text.sequence_diff import Step, steps

_AROUND = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file"
_STYLES = {"-": "red", "+": "green", "@": "bright_blue"}
_BLANKS = str.maketrans({" ": "·", "\t": "→"})
_UNPRINTED = re.compile(r"[\x00-\x1f\"\\\x7f\udc80-\udcff]")


class _HunkLine(NamedTuple):
    """One line of a hunk: ` `, `-`, `+` or `@`, and the line, whose end is part of it."""

    sign: str
    text: str


def unified_diff(name: str, old: str, new: str) -> Iterator[str]:
    """Yield the difference of two texts of a file as `git apply` and `patch -p1` read it.

    Joined, the lines are the patch: each ends in a line feed. A carriage return stays part of
    its line. Equal texts have no lines.
    """
    head = _head(name)
    for index, line in enumerate(_hunks(old, new)):
        if index == 0:
            yield from (f"{part}\n" for part in head)
        whole = line.text.endswith("\n")
        yield f"{line.sign}{line.text}" if whole else f"{line.sign}{line.text}\n{_NO_END}\n"


def diff_lines(name: str, old: str, new: str, layout: Layout) -> Iterator[str]:
    """Yield the difference of two texts for people: lines without their ends, in red and green.

    Hidden characters are shown, and of a line that changes the blanks at its end as well.
    Carriage returns are shown where they differ.
    """
    ends = "\n" if old.count("\r\n") != new.count("\r\n") else "\r\n"
    for index, line in enumerate(_hunks(old, new)):
        if index == 0:
            yield from (layout.paint(visible(part), "bold") for part in _head(name))
        body = line.text.removesuffix("\n")
        body = body.removesuffix("\r") if ends == "\r\n" else body
        shown = visible(_blanks_shown(body) if line.sign in "+-" else body)
        yield layout.paint(f"{line.sign}{shown}", _STYLES.get(line.sign, ""))
        if not line.text.endswith("\n"):
            yield _NO_END


def shown_diff(name: str, old: str, new: str, layout: Layout) -> Iterator[str]:
    """Yield the difference of two texts without the ends of lines: for a terminal or `patch`."""
    if layout.color or layout.width is not None:
        return diff_lines(name, old, new, layout)
    return (line.removesuffix("\n") for line in unified_diff(name, old, new))


def _hunks(old: str, new: str) -> Iterator[_HunkLine]:
    old_lines: list[str] = _LINE.findall(old)
    new_lines: list[str] = _LINE.findall(new)
    matcher = _Steps(old_lines, new_lines)
    if old == new:
        return
    for hunk in matcher.get_grouped_opcodes(_AROUND):
        first, last = hunk[0], hunk[-1]
        left, right = _stretch(first[1], last[2]), _stretch(first[3], last[4])
        yield _HunkLine("@", f"@ -{left} +{right} @@\n")
        for tag, start, stop, new_start, new_stop in hunk:
            if tag == "equal":
                yield from (_HunkLine(" ", line) for line in old_lines[start:stop])
                continue
            yield from (_HunkLine("-", line) for line in old_lines[start:stop])
            yield from (_HunkLine("+", line) for line in new_lines[new_start:new_stop])


class _Steps(SequenceMatcher[str]):
    """A matcher that groups the steps between two sequences of lines."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, [], [])
        self._lines = (old, new)

    def get_opcodes(self) -> list[Step]:
        """Return the steps from the one to the other."""
        return list(steps(*self._lines))


def _stretch(start: int, stop: int) -> str:
    """Return lines as the head of a hunk names them: the first, from 1, and their number."""
    count = stop - start
    if count == 1:
        return f"{start + 1}"
    return f"{start + 1 if count else start},{count}"


def _head(name: str) -> tuple[str, str]:
    path = from_bytes(str(PurePosixPath(name))).lstrip("/")
    return f"--- {_quoted(f'a/{path}')}", f"+++ {_quoted(f'b/{path}')}"


def _quoted(path: str) -> str:
    """Return a path as git writes it: quoted when it has a character that ends or hides it.

    So is a byte that is not UTF-8, which Python keeps as a surrogate (PEP 383).
    """
    if _UNPRINTED.search(path) is not None:
        return '"' + _UNPRINTED.sub(lambda match: f"\\{ord(match[0]) & 0xFF:03o}", path) + '"'
    return f"{path}\t" if " " in path else path


def _blanks_shown(line: str) -> str:
    text = line.rstrip(" \t")
    return text + line[len(text) :].translate(_BLANKS)
