"""A changed text without the claims far from the changes, and whether it is read as the whole."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from claim_tracker.yaml import parsed
from claim_tracker.yaml.decode import FileText
from claim_tracker.yaml.lines import QUOTES
from claim_tracker.yaml.outline import Outline
from claim_tracker.yaml.parsed import Composed
from claim_tracker.yaml.recovery.fault import MAX_REGION_LINES
from claim_tracker.yaml.recovery.recover import LeftOutClaims
from claim_tracker.yaml.rereading.base import Base, MatchingBlock

MIN_LINES = MAX_REGION_LINES + 1
"""So many lines are left out at once, or none; and so many blank ones stand for them.

In recovery no line is looked at from farther away.
"""


class UnsureError(Exception):
    """The text as it is cut may not be read as the whole is.

    An open quote goes on up to the claim that `reaches` is the index of, where there is one.
    """

    def __init__(self, reaches: int | None = None) -> None:
        self.reaches = reaches


class Changed(NamedTuple):
    """A text, whose blocks of lines are those of a base; all its lines have one `end`."""

    base: Base
    text: FileText
    lines: list[str]
    blocks: Sequence[MatchingBlock]
    end: str

    @property
    def first_change(self) -> int:
        """Return the first line, from 0, that is not as in the base."""
        ends = (block.new + block.length for block in self.blocks)
        return next((end for end in ends if end < len(self.lines)), len(self.lines))


class Pad(NamedTuple):
    """What stands for claims of the base that are left out, up to `stop`: blank lines.

    `line` is the first of these, from 1, in the cut text, and `before` and `after` are those on
    which the claims on both sides begin.
    """

    start: int
    stop: int
    line: int
    before: int
    after: int
    is_above_changes: bool


ClaimsByLine = Mapping[int, tuple[int, parsed.Mapping]]
"""The claims that were read, each with its index, by the line on which it begins."""


class Cut(LeftOutClaims):
    """A changed text without the claims that are as in the base, but for those near to a change.

    `lines_of_file` has the line of the file, from 1, of each of its lines, and `same` the index in
    the base of the claims beside what is left out, by their lines. Recovery
    asks it of each reading whether the whole would be read in the same way.
    """

    def __init__(self, changed: Changed, kept: Iterable[int]) -> None:
        self.changed = changed
        self.kept_lines: list[str] = []
        self.lines_of_file: list[int] = []
        self.pads: list[Pad] = []
        self.same: dict[int, int] = {}
        self._fill(sorted(changed.base.odd.union(kept)))

    def _fill(self, kept: Sequence[int]) -> None:
        """Take in all lines but those of claims that are not to be kept."""
        starts, first_change = self.changed.base.starts, self.changed.first_change
        done = 0
        for block in self.changed.blocks:
            moved = block.new - block.old
            for first, last in _runs(*self.changed.base.claims_in(block), kept):
                start, stop = starts[first + 1] + moved, starts[last] + moved
                if stop - start >= MIN_LINES:
                    self._keep(done, start)
                    self._pad(first, last, is_above_changes=start < first_change)
                    done = stop
        self._keep(done, len(self.changed.lines))

    def _keep(self, start: int, stop: int) -> None:
        self.kept_lines += self.changed.lines[start:stop]
        self.lines_of_file += range(start + 1, stop + 1)

    def _pad(self, first: int, last: int, *, is_above_changes: bool) -> None:
        """Leave out the claims between two; the first was taken in already."""
        starts = self.changed.base.starts
        line = len(self.kept_lines) + 1
        before, after = line - (starts[first + 1] - starts[first]), line + MIN_LINES
        number = self.lines_of_file[-1] + 1
        self.kept_lines += [""] * MIN_LINES
        self.lines_of_file += range(number, number + MIN_LINES)
        self.pads.append(Pad(first + 1, last, line, before, after, is_above_changes))
        self.same |= {before: first, after: last}

    @cached_property
    def characters(self) -> int:
        """Return the number of characters that are left out, without line ends."""
        end = len(self.changed.end)
        whole = len(self.changed.text.written) - (len(self.changed.lines) - 1) * end
        return whole - sum(map(len, self.kept_lines))

    @property
    def indents(self) -> Counter[int]:
        """Return how often the indentation of the claims is there, in two lines of each."""
        lines = sum(pad.stop - pad.start for pad in self.pads)
        return Counter({self.changed.base.indent: 2 * lines})

    @property
    def lines(self) -> Iterable[str]:
        """Return the lines that are left out."""
        return chain.from_iterable(map(self._left_out, self.pads))

    def _left_out(self, pad: Pad) -> list[str]:
        base = self.changed.base
        return base.lines[base.starts[pad.start] : base.starts[pad.stop]]

    def check(self, composed: Composed, outline: Outline, origins: Sequence[int]) -> None:
        """Raise UnsureError where a reading would not have gone on through what is left out."""
        if [name for name, _, _ in outline.sections].count("claims") != 1:
            raise UnsureError
        claims = parsed.mappings_in(parsed.mapping_or_empty(composed.root).get("claims"))
        found = {
            origins[claim.line - 1]: (index, claim)
            for index, claim in claims
            if isinstance(claim, parsed.Mapping)
        }
        first = next((origin for origin in origins if origin), 0)
        end = self.end_of_reading(composed, origins)
        for pad in self.pads:
            if end < pad.line:
                return
            is_read = not pad.is_above_changes and pad.line >= first
            if is_read and not self.is_passed(pad, found):
                self._check_quote(composed, outline.lines, origins, pad)
                return

    def end_of_reading(self, composed: Composed, origins: Sequence[int]) -> int:
        """Return the line at which a reading ended."""
        stopped = composed.stopped
        return origins[stopped - 1] if 0 < stopped <= len(origins) else len(self.kept_lines) + 1

    def is_passed(self, pad: Pad, found: ClaimsByLine) -> bool:
        """Whether the claims on both sides of a pad were read, one after the other."""
        if pad.before not in found or pad.after not in found:
            return False
        (index, before), (next_index, after) = found[pad.before], found[pad.after]
        claims = self.changed.base.claims
        are_same = before == claims[pad.start - 1] and after == claims[pad.stop]
        return are_same and next_index == index + 1

    def _check_quote(
        self, composed: Composed, lines: Sequence[str], origins: Sequence[int], pad: Pad
    ) -> None:
        """Raise UnsureError unless a quote is open at a pad that is closed nowhere in the file."""
        span = composed.problems[-1].span if composed.problems and composed.stopped else None
        quote = lines[span.line - 1][span.column - 1 : span.column] if span is not None else ""
        if quote not in QUOTES:
            raise UnsureError
        starts = self.changed.base.starts
        for each in self.pads[self.pads.index(pad) :]:
            gone = enumerate(self._left_out(each), start=starts[each.start])
            closing = next((number for number, line in gone if quote in line), None)
            if closing is not None:
                raise UnsureError(bisect_right(starts, closing) - 1)
        below = (n for n, origin in enumerate(origins) if origin >= pad.line)
        if any(quote in lines[n] for n in below):
            raise UnsureError


def _runs(first: int, stop: int, kept: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the claims between those that are kept."""
    for index in kept:
        if first <= index < stop:
            if first < index:
                yield first, index - 1
            first = index + 1
    if first < stop:
        yield first, stop - 1
