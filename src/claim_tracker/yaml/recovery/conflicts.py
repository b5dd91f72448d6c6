"""Merge conflicts that nobody resolved: how they are read, and what to keep of each side."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claim_tracker.text.display import cut
from claim_tracker.yaml.lines import is_content
from claim_tracker.yaml.outline import ID, Outline, Region, is_key_line
from claim_tracker.yaml.recovery.fault import MAX_MENDED_FAULTS
from claim_tracker.yaml.recovery.fixit import Fixit

_MAX_NAMED = 4
_BEGIN = re.compile(r"<{7}(?: |$)")
_BASE = re.compile(r"[|]{7}(?: |$)")
_MIDDLE = re.compile(r"={7}$")
_END = re.compile(r">{7}(?: |$)")
_MARKS = tuple(sign * 7 for sign in "<|=>")
_BEGINS = "an unresolved merge conflict begins here"
_DELETE = ", and delete the markers"
_KEEP = "keep what both sides added, and one version of what both changed"


class _Conflict(NamedTuple):
    """The lines of a conflict, from 0: its first and its last, and those of each side."""

    begin: int
    end: int
    first: range
    second: range


class _Side(NamedTuple):
    """The file as one side has it, and the lines in it, from 1, of each conflict."""

    outline: Outline
    parts: tuple[range, ...]

    def entries(self, part: range) -> dict[str, Region]:
        """Return the entries that the lines of a part belong to, by their ids or keys."""
        found: dict[str, Region] = {}
        content = (n for n in part if is_content(self.outline.lines[n - 1]))
        number = next(content, part.stop)
        while number < part.stop:
            region = self.outline.region_around(number)
            if region.name is not None:
                found[region.name] = region
            number = next((n for n in content if n >= region.stop), part.stop)
        return found

    def is_cut(self, region: Region, part: range) -> bool:
        """Whether an entry that begins in a conflict goes on outside of this part of it."""
        numbers = [n for n, line in enumerate(region.lines, start=region.start) if is_content(line)]
        is_new = any(region.start in other for other in self.parts)
        return is_new and not (numbers[0] in part and numbers[-1] in part)

    def is_name(self, part: range) -> bool:
        """Whether all that a part has is the line with the id or the key of an entry."""
        content = [n for n in part if is_content(self.outline.lines[n - 1])]
        if len(content) != 1:
            return False
        line, region = self.outline.lines[content[0] - 1], self.outline.region_around(content[0])
        is_key = is_key_line(line) and region.is_keyed and region.start == content[0]
        return is_key or ID.match(line) is not None


def conflicts(lines: Sequence[str]) -> Iterator[Fixit]:
    """Yield the merge conflicts that nobody resolved, with the first side of each read."""
    marked = [(n, line) for n, line in enumerate(lines) if line.startswith(_MARKS)]
    found = list(_conflicts(marked))
    advices = _advices(lines, found)
    for conflict in found:
        yield _mark(conflict.begin, _BEGINS, next(advices, _KEEP + _DELETE))
        gone = range(conflict.first.stop, conflict.end + 1)
        yield Fixit(dict.fromkeys(gone, ()), conflict.begin, is_only_fix=False, is_known=True)
    known = {n for conflict in found for n in range(conflict.begin, conflict.end + 1)}
    yield from _left_marks((n, line) for n, line in marked if n not in known)


def _left_marks(lines: Iterable[tuple[int, str]]) -> Iterator[Fixit]:
    """Yield the marks of conflicts that lack their end or their beginning."""
    is_begun = False
    for index, line in lines:
        if _BEGIN.match(line):
            is_begun = True
            yield _mark(index, _BEGINS, _KEEP + _DELETE)
        elif is_begun and (_BASE.match(line) or _MIDDLE.match(line)):
            yield Fixit({index: ()}, index, is_only_fix=False, is_known=True)
        elif _BASE.match(line) or _MIDDLE.match(line) or _END.match(line):
            yield _mark(index, "a marker of a merge conflict is left here", "delete it")


def _mark(index: int, message: str, help: str) -> Fixit:
    return Fixit({index: ()}, index, help, message, (0, 7), is_only_fix=False)


def _conflicts(lines: Iterable[tuple[int, str]]) -> Iterator[_Conflict]:
    """Yield the conflicts that have a beginning, a middle and an end."""
    begin, base, middle = -1, -1, -1
    for index, line in lines:
        if _BEGIN.match(line):
            begin, base, middle = index, -1, -1
        elif begin >= 0 and base < 0 and middle < 0 and _BASE.match(line):
            base = index
        elif begin >= 0 and middle < 0 and _MIDDLE.match(line):
            middle = index
        elif middle >= 0 and _END.match(line):
            first = range(begin + 1, middle if base < 0 else base)
            yield _Conflict(begin, index, first, range(middle + 1, index))
            begin, base, middle = -1, -1, -1


def _advices(lines: Sequence[str], found: Sequence[_Conflict]) -> Iterator[str]:
    """Yield for each of some conflicts, up to a limit, what to keep of its sides."""
    one = _side(lines, found, [conflict.first for conflict in found])
    other = _side(lines, found, [conflict.second for conflict in found])
    for first, second in islice(zip(one.parts, other.parts, strict=True), MAX_MENDED_FAULTS):
        ours, theirs = one.entries(first), other.entries(second)
        is_cut = any(one.is_cut(region, first) for region in ours.values()) or any(
            other.is_cut(region, second) for region in theirs.values()
        )
        if one.is_name(first) and other.is_name(second):
            sides = f"the first side names this {_listed(ours)}, the second {_listed(theirs)}"
            yield f"{sides}: keep one of the two{_DELETE}"
        else:
            yield _advice(ours, theirs, is_cut=is_cut) + _DELETE


def _side(lines: Sequence[str], found: Sequence[_Conflict], own: Sequence[range]) -> _Side:
    """Return the file as one side has it; `own` are its lines in the conflicts."""
    text: list[str] = []
    parts: list[range] = []
    end = 0
    for conflict, part in zip(found, own, strict=True):
        text += lines[end : conflict.begin]
        parts.append(range(len(text) + 1, len(text) + 1 + len(part)))
        text += lines[part.start : part.stop]
        end = conflict.end + 1
    return _Side(Outline([*text, *lines[end:]]), tuple(parts))


def _advice(ours: Collection[str], theirs: Collection[str], *, is_cut: bool) -> str:
    """Return what to keep of two sides, by the names of the entries whose lines they have."""
    if not ours and not theirs:
        return _KEEP
    if not ours or not theirs:
        return f"only one side has these lines of {_listed(ours or theirs)}: keep or delete them"
    sides = f"the first side has {_listed(ours)}, the second {_listed(theirs)}"
    if is_cut:
        return (
            f"{sides}, cut in the middle: write out each of them whole, with the lines around the "
            "conflict that are the same in both"
        )
    if list(ours) == list(theirs):
        return f"both sides changed {_listed(ours)}: {_KEEP}"
    both = [name for name in ours if name in theirs]
    if both:
        return f"{sides}: keep one version of {_listed(both)}, and each of the others"
    return f"{sides}: keep each of them"


def _listed(names: Collection[str]) -> str:
    shown = [f"`{cut(name)}`" for name in islice(names, _MAX_NAMED)]
    if len(names) > _MAX_NAMED:
        shown.append(f"{len(names) - _MAX_NAMED} more")
    *lead, last = shown
    return f"{', '.join(lead)} and {last}" if lead else last
