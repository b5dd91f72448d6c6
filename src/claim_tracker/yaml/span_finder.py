"""Where the values of a file stand: by its lines, or by parsing one part of it again."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.line_spans import LineSpans
from claim_tracker.yaml.parsed import (
    Composed,
    Mapping,
    PackedSpans,
    Shapes,
    Spans,
    mapping_or_empty,
)
from claim_tracker.yaml.problem import At, Path

_NOWHERE = (Span(1, 1, 1, 1), Span(1, 1, 1, 1))


class SpanFinder:
    """Finds the spans of the values of a text and of their keys, when they are asked for.

    `starts` are the lines (from 1) on which its claims begin, each on one of its own. Then a span
    in a claim is found by the lines of that claim, or by parsing it alone, and another one by
    parsing all but the claims. Without them, or where a part cannot be parsed by itself, the whole
    text is parsed again. So data in which nothing is found cost nothing.
    """

    def __init__(
        self,
        readable: str,
        lines: Sequence[str],
        composed: Composed,
        starts: Sequence[int] | None,
        *,
        has_replacements: bool,
    ) -> None:
        self._readable = readable
        self._has_replacements = has_replacements
        self._lines = lines
        self._composed = composed
        self._starts = starts or ()
        self._line_spans = LineSpans(lines)
        self._of_claims: dict[int, PackedSpans | None] = {}
        self._shapes: Shapes = {}
        self._is_whole_parsed = False

    def span(self, path: Path, at: At) -> Span:
        """Return the span of a value or its key; that of the key where the value is a point."""
        key, value = self._by_lines(path) or self._by_parsing(path)
        return key if at == "key" or is_point(value) else value

    def _by_lines(self, path: Path) -> tuple[Span, Span] | None:
        """Return the spans of a key and of its value in a claim; None where no lines tell them.

        The last claim has none: its end depends on what stands below the claims.
        """
        match path:
            case ("claims", int(index), *rest) if index < len(self._starts) - 1:
                claim = self._composed.root["claims"][index]
                first, stop = self._starts[index] - 1, self._starts[index + 1] - 1
                return self._line_spans.spans(claim, tuple(rest), first, stop)
        return None

    def _by_parsing(self, path: Path) -> tuple[Span, Span]:
        """Return the spans of a key and of its value as libyaml has them."""
        spans = self._around(path)
        while path and path not in spans:
            path = path[:-1]
        return spans.get(path, _NOWHERE)

    def _around(self, path: Path) -> Spans | PackedSpans:
        """Return the spans in the claim of a path, or of all but claims, or else of everything."""
        if not self._starts or self._is_whole_parsed:
            return self._of_whole
        match path:
            case ("claims", int(index), *_):
                if index not in self._of_claims:
                    self._of_claims[index] = self._of_claim(index)
                return self._of_claims[index] or self._of_whole
        return self._without_claims or self._of_whole

    def _of_claim(self, index: int) -> PackedSpans | None:
        """Return the spans within one claim; None where it cannot be parsed by itself."""
        if index >= len(self._starts):
            return None
        # A text may end only where the next claim begins, so the first line of that is read too.
        is_last = index == len(self._starts) - 1
        above, stop = self._starts[index] - 1, self._end if is_last else self._starts[index + 1]
        spans: Spans = {}
        claims = _root_of(self._lines[above:stop], spans)
        if not isinstance(claims, list) or claims[:1] != [self._composed.root["claims"][index]]:
            return None
        within = {path[1:]: span for path, span in spans.items() if path[:1] == (0,)}
        return PackedSpans(within, above, self._shapes)

    @cached_property
    def _without_claims(self) -> Spans:
        """Return the spans outside the claims; none where the rest cannot be parsed by itself."""
        spans: Spans = {}
        first, stop = self._starts[0] - 1, self._end - 1
        rest = [*self._lines[:first], *[""] * (stop - first), *self._lines[stop:]]
        is_rest = _root_of(rest, spans) == {**self._composed.root, "claims": None}
        return spans if is_rest else {}

    @cached_property
    def _end(self) -> int:
        """Return the line after the last claim."""
        last = self._starts[-1]
        below = enumerate(self._lines[last:], start=last + 1)
        return next((number for number, line in below if line[:1].isalpha()), len(self._lines))

    @cached_property
    def _of_whole(self) -> Spans:
        from claim_tracker.yaml.parser import compose

        self._is_whole_parsed = True
        spans: Spans = {}
        compose(self._readable, has_replacements=self._has_replacements, spans=spans)
        above = self._composed.above
        return {(*above, *path): span for path, span in spans.items()} if above else spans


def starts_of_claims(root: Any) -> list[int] | None:
    """Return the line on which each claim of a file begins; None where two share one."""
    claims = mapping_or_empty(root).get("claims")
    if not isinstance(claims, list):
        return None
    starts = [claim.line for claim in claims if isinstance(claim, Mapping)]
    return starts if len({*starts}) == len(claims) else None


def is_point(span: Span) -> bool:
    """Whether a span has no characters."""
    return (span.line, span.column) == (span.end_line, span.end_column)


def _root_of(lines: Sequence[str], spans: Spans) -> Any:
    from claim_tracker.yaml.parser import compose

    return compose("\n".join(lines), spans=spans).root
