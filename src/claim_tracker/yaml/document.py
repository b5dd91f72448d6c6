"""One YAML file: its values, its problems, and on demand the span of each value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import has_hidden
from claim_tracker.yaml.decode import Text, decode, split_lines
from claim_tracker.yaml.fast_parser import read_plain
from claim_tracker.yaml.field_names import SECTIONS, misplaced_in_file
from claim_tracker.yaml.line_spans import LineSpans
from claim_tracker.yaml.parsed import Composed, Mapping, PackedSpans, Shapes, Spans
from claim_tracker.yaml.problem import At, Path, Problem

if TYPE_CHECKING:
    from claim_tracker.yaml.recovery.loop import Beside

DIRECTION_MARKS = "\u061c\u200e\u200f"
_SECTIONS = frozenset(SECTIONS)
_NOWHERE = (Span(1, 1, 1, 1), Span(1, 1, 1, 1))


@dataclass(frozen=True, eq=False)
class Document:
    """A file that was read, by the name that its user gave it.

    `readable` is the text that was parsed: the file's without what could not be read. Where its
    lines differ from the file's, `origins` has the line of the file for each.
    """

    name: str
    text: Text
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
        one without a key has the rest of its first line. Spans are found by the lines of the claim,
        or by parsing it, or all but the claims, a second time, so that data without findings costs
        nothing.
        """
        key, value = self._spans_by_lines(path) or self._spans_by_parsing(path)
        found = key if at == "key" or _is_point(value) else value
        if self.origins:
            from claim_tracker.yaml.recovery.origins import as_written

            found = as_written(found, self.lines, self._mended, self.origins)
        return self._visible(found) if _is_point(found) else found

    @property
    def starts(self) -> Iterator[tuple[int, int]]:
        """Return the line and the column at which each claim begins.

        Without reading them again if the lines tell them apart: then all of a line is the claim's.
        """
        if self.starts_of_claims is not None:
            yield from ((line, 1) for line in self.starts_of_claims)
            return
        claims = self.root.get("claims")
        for index in range(len(claims) if isinstance(claims, list) else 0):
            span = self.span(("claims", index), "key")
            yield span.line, span.column

    def _visible(self, point: Span) -> Span:
        """Return the rest of the line at a point, or what precedes it, such as `-` of an item."""
        line = self.lines[point.line - 1]
        start, end = point.column - 1, len(line.rstrip())
        if start >= end:
            start, end = len(line[:start].rstrip()) - 1, len(line[:start].rstrip())
        return Span(point.line, start + 1, point.line, end + 1) if start >= 0 else point

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the file as written, without line ends."""
        return self.text.lines

    @cached_property
    def _line_spans(self) -> LineSpans:
        return LineSpans(self.lines)

    @cached_property
    def _mended(self) -> list[str]:
        """Return the lines that were parsed."""
        return split_lines(self.readable)

    @cached_property
    def starts_of_claims(self) -> list[int] | None:
        """Return the line of each claim; None where two share one, or lines were mended."""
        claims = self.root.get("claims") if isinstance(self.root, dict) else None
        if not isinstance(claims, list) or self.origins or self.composed.above:
            return None
        starts = [claim.line for claim in claims if isinstance(claim, Mapping)]
        return starts if len({*starts}) == len(claims) else None

    @cached_property
    def _is_as_written(self) -> bool:
        """Whether the text was read as it stands in the file, without a fault."""
        return not self.problems and self.readable == self.text.written

    def _spans_by_lines(self, path: Path) -> tuple[Span, Span] | None:
        """Return the spans of a key and of its value in a claim; None where no lines tell them."""
        match path:
            case ("claims", int(index), *rest) if self._is_as_written:
                lines = self._lines_of_claims
                if lines is None or index >= len(lines) - 2:  # where the last one ends depends
                    return None
                claim, first, stop = self.root["claims"][index], lines[index], lines[index + 1]
                return self._line_spans.spans(claim, tuple(rest), first - 1, stop - 1)
        return None

    def _spans_by_parsing(self, path: Path) -> tuple[Span, Span]:
        """Return the spans of a key and of its value as libyaml has them."""
        spans = self._spans_around(path)
        while path and path not in spans:
            path = path[:-1]
        return spans.get(path, _NOWHERE)

    def _spans_around(self, path: Path) -> Spans | PackedSpans:
        """Return the spans in the claim of a path, or of all but claims, or else of everything."""
        if not self._is_as_written or "_spans" in vars(self):
            return self._spans
        match path:
            case ("claims", int(index), *_):
                if index not in self._spans_of_claims:
                    self._spans_of_claims[index] = self._spans_of_claim(index)
                return self._spans_of_claims[index] or self._spans
        return self._spans_without_claims or self._spans

    @cached_property
    def _spans_of_claims(self) -> dict[int, PackedSpans | None]:
        """Return the spans of the claims that were asked for; None of one that cannot be parsed."""
        return {}

    @cached_property
    def _shapes(self) -> Shapes:
        return {}

    def _spans_of_claim(self, index: int) -> PackedSpans | None:
        """Return the spans within one claim; None where it cannot be parsed by itself."""
        lines = self._lines_of_claims
        if lines is None or index >= len(lines) - 1:
            return None
        # A text may end only where the next claim begins, so the first line of that is read too.
        above, stop = lines[index] - 1, lines[index + 1]
        spans: Spans = {}
        claims = self._composed(self.lines[above:stop], spans)
        if not isinstance(claims, list) or claims[:1] != [self.root["claims"][index]]:
            return None
        within = {path[1:]: span for path, span in spans.items() if path[:1] == (0,)}
        return PackedSpans(within, above, self._shapes)

    @cached_property
    def _spans_without_claims(self) -> Spans:
        """Return the spans outside the claims; none where the rest cannot be parsed by itself."""
        lines = self._lines_of_claims
        spans: Spans = {}
        if lines is None:
            return spans
        first, stop = lines[0] - 1, lines[-1] - 1
        rest = [*self.lines[:first], *[""] * (stop - first), *self.lines[stop:]]
        is_rest = self._composed(rest, spans) == {**self.root, "claims": None}
        return spans if is_rest else {}

    @cached_property
    def _lines_of_claims(self) -> list[int] | None:
        """Return the line of each claim, and the one after the last; None for no claims."""
        starts = self.starts_of_claims
        if not starts:
            return None
        below = enumerate(self.lines[starts[-1] :], start=starts[-1] + 1)
        end = next((number for number, line in below if line[:1].isalpha()), len(self.lines))
        return [*starts, end]

    def _composed(self, lines: list[str], spans: Spans) -> Any:
        from claim_tracker.yaml.parser import compose

        return compose("\n".join(lines), spans=spans).root

    @cached_property
    def _spans(self) -> Spans:
        from claim_tracker.yaml.parser import compose

        spans: Spans = {}
        clean = not self.text.problems and self.readable == self.text.clean
        compose(self.readable, clean=clean, spans=spans)
        above = self.composed.above
        return {(*above, *path): span for path, span in spans.items()} if above else spans


def _is_point(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)


def read(name: str, data: bytes) -> Document:
    """Return the document of the bytes of a file. Faults are among its problems, never raised."""
    return read_text(name, decode(data))


def read_text(name: str, text: Text, beside: "Beside | None" = None) -> Document:
    """Return the document of a text; `beside` are the claims of its file that stand not in it."""
    root = read_plain(text.clean) if not text.problems else None
    if root is not None and _is_in_place(root) and _marks_are_explained(text.clean, root):
        return Document(name, text, Composed(root), text.clean)
    # Only other styles and misplaced fields need libyaml and the recovery of its errors.
    from claim_tracker.yaml.recovery.loop import compose_recovering

    composed, readable, origins = compose_recovering(
        text.clean, clean=not text.problems, beside=beside
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


def _is_in_place(root: Mapping) -> bool:
    """Whether the data are a file of claims in which no field is misplaced."""
    return root.keys() <= _SECTIONS and next(misplaced_in_file(root), None) is None


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
