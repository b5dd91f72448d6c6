"""The choice of the fix-it after which a region is read best."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from claim_tracker.yaml.field_names import SECTIONS, is_stray, misplaced
from claim_tracker.yaml.lines import indent_of, is_content
from claim_tracker.yaml.outline import ENTRIES, OPENED, Region, block_column
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery.fault import MAX_REGION_LINES, Fault, end_of_reading
from claim_tracker.yaml.recovery.fixit import (
    MAX_LINE_LENGTH,
    Fixit,
    content_below,
    goes_on,
    is_format_field,
)
from claim_tracker.yaml.recovery.likely_fixits import (
    BEGINNINGS,
    FIXITS,
    IN_LINE,
    LOSSES,
    NEXT_ENTRY,
    SYNTAX_FIXITS,
)

_MAX_TRIED = 1_000_000
"""Characters that are read again to find how one fault is best mended."""
_MIN_TRIES = 10


class _Group(NamedTuple):
    """The fix-its of one kind, for one line or for each that may be faulty.

    One that may be partial is right whatever else is wrong in its region.
    """

    fixits: Iterator[Fixit]
    may_be_partial: bool = False


class _Score(NamedTuple):
    """How well a region is read; the greater, the better.

    `reached` is the line up to which it is read, or infinite, and `placed` the number of misplaced
    fields, with a minus.
    """

    reached: float
    placed: int

    @property
    def is_readable(self) -> bool:
        """Whether all of it is read."""
        return self.reached == _PERFECT.reached

    @property
    def is_perfect(self) -> bool:
        """Whether all of it is read, and no field is misplaced."""
        return self == _PERFECT


_PERFECT = _Score(float("inf"), 0)
_UNREADABLE = _Score(0, 0)


def best_fixit(region: Region, fault: Fault, *, may_lose: bool) -> Fixit | None:
    """Return the fix-it after which a region is read best, where it is read better with it.

    The first after which all of it can be read is chosen, then one that brings the reading
    further. With `may_lose` it is one of those that leave something out.
    """
    lines = region.lines
    tries = _MAX_TRIED // (sum(map(len, lines)) + 1)
    if tries < _MIN_TRIES or len(lines) > MAX_REGION_LINES:
        return None
    unmended = _score(lines, region)
    if unmended.is_perfect:
        return None
    suspects = dict.fromkeys(line - region.start for line in fault.suspects)
    indices = [n for n in suspects if 0 <= n < len(lines)]
    if any(OPENED.search(lines[n]) for n in indices):  # any line in the brackets may lack one
        indices += [n for n in range(len(lines)) if n not in indices and _is_unbalanced(lines[n])]
    groups = (
        (_Group(fixits(region, n)) for fixits in LOSSES for n in indices)
        if may_lose
        else _groups(region, indices, fault)
    )
    return _best(groups, region, unmended, tries)


def _is_unbalanced(line: str) -> bool:
    """Whether a line has more than brackets, and closes other ones than it opens."""
    counts = [line.count(each) for each in "[]{}"]
    return counts[::2] != counts[1::2] and is_content(line) and len(line.strip(" \t,[]{}")) > 0


def _groups(region: Region, indices: Sequence[int], fault: Fault) -> Iterator[_Group]:
    """Yield the fix-its that keep what was written, likeliest first, of some of the lines."""
    if fault.is_of_double_name:
        for fixits in NEXT_ENTRY:
            yield from (_Group(fixits(region, n)) for n in indices)
        return
    lines = region.lines
    short = [n for n in indices if len(lines[n]) <= MAX_LINE_LENGTH]
    for n in short:
        yield from (_Group(fixits(region, n), not goes_on(lines, n)) for fixits in IN_LINE)
    content = [n for n in range(1, len(lines)) if is_content(lines[n])]
    tried = dict.fromkeys((*short, *([] if region.is_entry else content[:1])))
    for fixits in SYNTAX_FIXITS if fault.is_of_syntax else FIXITS:
        of_each_line = (fixits(region, n) for n in tried)
        yield _Group(chain.from_iterable(of_each_line), fixits in BEGINNINGS)


def _best(groups: Iterable[_Group], region: Region, unmended: _Score, most: int) -> Fixit | None:
    """Return the first fix-it that leaves nothing misplaced, or else that after which most is read.

    Of the fix-its after which everything can be read, it is the one that leaves the fewest fields
    misplaced; of others, the one that lets the most lines be read.
    """
    better: list[tuple[_Score, Fixit]] = []
    for fixits, may_be_partial in groups:
        rated = [
            (_score(fixit.applied(region.lines), region), fixit)
            for fixit in islice(fixits, max(most, 0))
        ]
        most -= len(rated)
        rated = [each for each in rated if not _takes_in_a_field(each[1], region)]
        perfect = [fixit for score, fixit in rated if score.is_perfect]
        if perfect:
            return _first_of(perfect, region)
        # What leaves fields misplaced is a fix of its line, and not surely of the fault.
        better += (
            (score, fixit if may_be_partial else fixit._replace(is_only_fix=False))
            for score, fixit in rated
            if score > unmended and (score.is_readable or may_be_partial)
        )
    best = max((score for score, _ in better), default=unmended)
    return _first_of([fixit for score, fixit in better if score == best], region)


def _takes_in_a_field(fixit: Fixit, region: Region) -> bool:
    """Whether a field is in a block text after a fix-it, and so no field any more.

    It is one where it was no deeper than the line above that text.
    """
    column: int | None = None
    moved = 0
    for index, line in enumerate(region.lines):
        for written in filter(is_content, fixit.replacements.get(index, (line,))):
            if column is None or indent_of(written) <= column:
                column, moved = block_column(written), indent_of(written) - indent_of(line)
            elif is_format_field(written) and indent_of(line) <= column - moved:
                return True
    return False


def _first_of(fixits: Sequence[Fixit], region: Region) -> Fixit | None:
    """Return the first of some fix-its, which is the only fix where no other gives other data.

    One that loses something does not count as another, and is never the only fix itself.
    """
    if not fixits:
        return None
    first, *others = fixits
    says = _says(first.applied(region.lines))
    rivals = (_says(other.applied(region.lines)) for other in others if other.is_whole)
    is_only_fix = first.is_whole and all(other == says for other in rivals)
    return first._replace(is_only_fix=is_only_fix)


def _says(lines: Sequence[str]) -> Any:
    """Return the data of some lines, or the lines themselves where they cannot be read."""
    composed = compose("\n".join(lines))
    return lines if composed.stopped else composed.root


def _score(lines: Sequence[str], region: Region) -> _Score:
    """Return the score of reading some lines in the place of a region."""
    composed = compose("\n".join(lines), has_replacements=True)
    if composed.stopped:
        end = end_of_reading(composed)
        return _Score(end.span.line if end is not None and end.span is not None else 0, 0)
    first = next(filter(is_content, lines), "")
    if indent_of(first) != (region.indent if region.is_entry else 0):
        return _UNREADABLE
    if not first:
        return _UNREADABLE if region.is_entry and len(lines) > 1 else _PERFECT
    faults = _faults_in(composed.root, lines, region)
    if faults is None:
        return _UNREADABLE
    return _Score(_PERFECT.reached, -len(composed.problems) - len(composed.out_of_line) - faults)


def _faults_in(root: Any, lines: Sequence[str], region: Region) -> int | None:
    """Return the number of misplaced fields in what was read; None where it is of another kind."""
    if not isinstance(root, list if region.is_item else dict):
        return None
    section = region.section
    if region.is_entry or isinstance(root, list):
        if isinstance(root, Mapping) and not _are_entries(root):
            return None
        return sum(1 for _ in misplaced(section, root))
    below = root.get(section)
    kind = Mapping if region.is_keyed else list if section == "claims" else object
    if not isinstance(below, kind | None):
        return None
    if section not in ENTRIES:
        return sum(map(is_stray, root))
    unknown = [value for name, value in root.items() if name not in SECTIONS]
    entry = content_below(lines, 0)
    is_out_of_line = bool(entry) and region.is_keyed and indent_of(entry) != region.indent
    misplaced_fields = sum(1 for _ in misplaced(section, below))
    return sum(1 + len(value or ()) for value in unknown) + is_out_of_line + misplaced_fields


def _are_entries(root: Mapping) -> bool:
    """Whether what is read of the lines of an entry with a key is it, or is several entries."""
    kinds = {type(entry) for entry in root.values()}
    return list not in kinds and (len(root) == 1 or kinds == {Mapping})
