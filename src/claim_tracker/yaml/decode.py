"""From the bytes of a file to its text, with what cannot be read or seen reported."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import UNSEEN_IN_ASCII, escape, hidden, without_hidden
from claim_tracker.text.utf import marked_utf
from claim_tracker.yaml.limits import MAX_BYTES, MAX_LINES, MAX_REPORTED_FAULTS
from claim_tracker.yaml.lines import LINE_END, split_lines
from claim_tracker.yaml.problem import Problem

REPLACEMENT = "\ufffd"
NEEDLESS = frozenset("\xad\u200b\ufeff")
"""Hidden characters whose loss changes nothing: a soft hyphen, a space of no width, and U+FEFF."""
_UNDECODABLE = re.compile(r"([\udc80-\udcff])[^\r\n]*")
_REPLACED = {0xDC00 + byte: REPLACEMENT for byte in range(0x80, 0x100)}
_MAX_REPORTED = 20
_SAMPLE = 1024
_CONTROLS = bytes({*range(32)} - {*b"\t\n\r\x0c\x1b"})
_FEW = 8
_INVISIBLE = bytes(byte for byte in range(128) if UNSEEN_IN_ASCII.match(chr(byte)))


class FileText(NamedTuple):
    """A decoded file: `written` as it stands; `visible` with each hidden character replaced.

    Both have the same length, so a position in one is the same position in the other. Lines
    end as YAML 1.2 has it: line feed, carriage return, or both.
    """

    written: str
    visible: str
    problems: tuple[Problem, ...]
    known_lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """Return the lines as written, without their ends."""
        return split_lines(self.written) if self.known_lines is None else self.known_lines


def decode(data: bytes) -> FileText:
    """Return the text of bytes in UTF-8, with or without a byte order mark, and its problems."""
    if len(data) > MAX_BYTES:
        return _too_large(f"is larger than {MAX_BYTES // 1024**2} MiB")
    if line_ends(data) > MAX_LINES:
        return _too_large(f"has more than {MAX_LINES:,} lines")
    marked = marked_utf(data)
    if (marked is not None and marked.is_wide) or _is_binary(data[:_SAMPLE]):
        problem = _not_utf8("it looks like UTF-16 or UTF-32, or no text at all", Span(1, 1, 1, 1))
        return FileText("", "", (problem,))
    if _is_visible_ascii(data):
        plain = data.decode("ascii")
        return FileText(plain, plain, ())
    try:
        written = data.decode("utf-8-sig")
        problems = []
    except UnicodeDecodeError:
        written = data.decode("utf-8-sig", errors="surrogateescape")
        problems = list(_undecodable(written))
        written = written.translate(_REPLACED)
    problems += _hidden(written)
    visible = without_hidden(written, lambda _: REPLACEMENT) if problems else written
    return FileText(written, visible, tuple(problems))


def byte_order_mark(data: bytes) -> str:
    """Return the mark U+FEFF that a file begins with, which no decoded text has; or nothing."""
    return "\ufeff" if data.startswith(BOM_UTF8) else ""


def line_ends(data: bytes) -> int:
    """Return how many lines end in some bytes."""
    others = data.count(b"\r") - data.count(b"\r\n") if b"\r" in data else 0
    return data.count(b"\n") + others


def _is_visible_ascii(data: bytes) -> bool:
    """Whether all characters are visible ASCII, or the white space of texts."""
    return data.isascii() and len(data.translate(None, _INVISIBLE)) == len(data)


def _too_large(what: str) -> FileText:
    problem = Problem(
        "E009",
        f"this file {what}, the most that is read",
        "split it into several files; `-f` takes a folder",
        span=Span(1, 1, 1, 1),
    )
    return FileText("", "", (problem,))


def _is_binary(sample: bytes) -> bool:
    """Whether more of the bytes are control characters than a text has."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return sample.count(0) > len(sample) // 8 or controls > max(len(sample) // 16, _FEW)


def _not_utf8(why: str, span: Span) -> Problem:
    return Problem(
        "E001", f"this file is not UTF-8: {why}", "save it in UTF-8 in your editor", span=span
    )


def _undecodable(text: str) -> Iterator[Problem]:
    """Yield a problem for each of the first 20 lines with a byte that is not UTF-8.

    The last of them counts the further lines.
    """
    starts = (match.start() for match in _UNDECODABLE.finditer(text))
    first = list(islice(starts, _MAX_REPORTED))
    rest = sum(1 for _ in starts)
    for position, span in _spans(text, iter(first)):
        lines = f", and {rest:,} more {'line' if rest == 1 else 'lines'} with such bytes"
        more = lines if rest and position == first[-1] else ""
        yield _not_utf8(f"byte 0x{ord(text[position]) - 0xDC00:02x}{more}", span)


def _hidden(text: str) -> Iterator[Problem]:
    for position, span in _spans(text, islice(hidden(text), MAX_REPORTED_FAULTS + 1)):
        problem = hidden_problem(text[position], span)
        yield problem._replace(replacement="") if text[position] in NEEDLESS else problem


def hidden_problem(character: str, span: Span) -> Problem:
    """Return the problem of an invisible character that no spelling needs."""
    return Problem(
        "E213",
        f"hidden character {escape(character)} in the text",
        "delete it; it is invisible, and can change what a reader sees",
        span=span,
    )


def _spans(text: str, positions: Iterator[int]) -> Iterator[tuple[int, Span]]:
    """Yield some positions, in order, each with the span of its character."""
    line, line_start = 1, 0
    ends = LINE_END.finditer(text)
    end = next(ends, None)
    for position in positions:
        while end is not None and end.start() < position:
            line, line_start = line + 1, end.end()
            end = next(ends, None)
        column = position - line_start + 1
        yield position, Span(line, column, line, column + 1)
