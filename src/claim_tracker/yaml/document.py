"""One YAML file: its values, its problems, and on demand the span of each value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import has_hidden
from claim_tracker.yaml.decode import FileText, decode
from claim_tracker.yaml.fast_parser import read_plain
from claim_tracker.yaml.field_names import SECTIONS, is_in_place
from claim_tracker.yaml.lines import split_lines
from claim_tracker.yaml.parsed import Composed
from claim_tracker.yaml.problem import At, Path, Problem
from claim_tracker.yaml.span_finder import SpanFinder, is_point, starts_of_claims

if TYPE_CHECKING:
    from claim_tracker.yaml.recovery.origins import MendedLines
    from claim_tracker.yaml.recovery.recover import LeftOutClaims

DIRECTION_MARKS = "\u061c\u200e\u200f"
_SECTIONS = frozenset(SECTIONS)


@dataclass(frozen=True, eq=False)
class Document:
    """A file that was read, by the name that its user gave it.

    `readable` is the text that was parsed: the file's without what could not be read. Where its
    lines differ from the file's, `origins` has the line of the file for each.
    """

    name: str
    text: FileText
    composed: Composed
    readable: str
    origins: Sequence[int] = ()

    @property
    def root(self) -> Any:
        """Return the data: dicts, lists, texts and None; None when there is none."""
        return self.composed.root

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the faults of encoding and syntax."""
        return (*self.text.problems, *self.composed.problems)

    @property
    def complete(self) -> bool:
        """Whether the text was read to its end."""
        return self.composed.complete

    def span(self, path: Path, at: At = "value") -> Span:
        """Return the span of a value or its key; of a missing path, that of the nearest parent.

        A list or mapping in block style begins on a later line, so it has the span of its key;
        one without a key has the rest of its first line.
        """
        found = self._spans.span(path, at)
        if self.origins:
            found = self._mended.as_written(found)
        return _visible(found, self.lines) if is_point(found) else found

    @cached_property
    def _spans(self) -> SpanFinder:
        is_as_written = not self.problems and self.readable == self.text.written
        starts = self.starts_of_claims if is_as_written else None
        replaced = bool(self.text.problems) or self.readable != self.text.visible
        return SpanFinder(
            self.readable, self.lines, self.composed, starts, has_replacements=replaced
        )

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the file as written, without line ends."""
        return self.text.lines

    @cached_property
    def _mended(self) -> "MendedLines":
        """Return the lines that were parsed, with those of the file."""
        from claim_tracker.yaml.recovery.origins import MendedLines

        return MendedLines(self.lines, split_lines(self.readable), self.origins)

    @cached_property
    def starts_of_claims(self) -> list[int] | None:
        """Return the line of each claim; None where two share one, or lines were mended."""
        is_file = not self.origins and not self.composed.above
        return starts_of_claims(self.root) if is_file else None


def _visible(point: Span, lines: Sequence[str]) -> Span:
    """Return the rest of the line at a point, or what precedes it, such as `-` of an item."""
    line = lines[point.line - 1]
    start, end = point.column - 1, len(line.rstrip())
    if start >= end:
        start, end = len(line[:start].rstrip()) - 1, len(line[:start].rstrip())
    return Span(point.line, start + 1, point.line, end + 1) if start >= 0 else point


def read(name: str, data: bytes) -> Document:
    """Return the document of the bytes of a file. Faults are among its problems, never raised."""
    return read_text(name, decode(data))


def read_text(name: str, text: FileText, left_out: "LeftOutClaims | None" = None) -> Document:
    """Return the document of a text; `left_out` are the claims of its file that are not in it."""
    root = read_plain(text.visible) if not text.problems else None
    is_known = root is not None and root.keys() <= _SECTIONS and is_in_place(root)
    if is_known and _marks_are_explained(text.visible, root):
        return Document(name, text, Composed(root), text.visible)
    # Only other styles and misplaced fields need libyaml and the recovery of its errors.
    from claim_tracker.yaml.recovery.recover import compose_recovering

    composed, readable, origins = compose_recovering(
        text.visible, has_replacements=bool(text.problems), left_out=left_out
    )
    if composed.root is None and composed.complete and not composed.spoiled:
        nothing = Problem(
            "E010",
            "there is no data in this file",
            "write `version: 1` and a list of `claims`",
            span=Span(1, 1, 1, 1),
        )
        if not text.problems:
            composed.problems.append(nothing)
        composed.complete = False
    return Document(name, text, composed, readable, origins)


def _marks_are_explained(text: str, root: Any) -> bool:
    """Whether each mark of direction is in a value with letters of such a script.

    `decode` looks for these letters in the whole text. Other invisible characters depend on
    their neighbours alone, which are the same in the text and in a value.
    """
    has_marks = any(mark in text for mark in DIRECTION_MARKS)
    return not (has_marks and any(map(has_hidden, _texts(root))))


def _texts(value: Any) -> Iterator[str]:
    """Yield all texts of a value, and its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))
    elif value is not None:
        yield from value
        yield from chain.from_iterable(map(_texts, value.values()))
