"""Reading on after a fault: the first fix-it that mends its entry, or the entry is skipped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import Any, NamedTuple

from claim_tracker.text.diagnostic import Fix, Span
from claim_tracker.yaml.conflicts import conflicts
from claim_tracker.yaml.decode import REPLACEMENT, indent_of, is_content, split_lines
from claim_tracker.yaml.field_names import (
    CLAIM,
    MAPPINGS,
    SECTIONS,
    is_stray,
    misplaced,
    misplaced_in_file,
)
from claim_tracker.yaml.fixit import LONGEST, Fixit, Lines, content_column, goes_on
from claim_tracker.yaml.fixits import (
    BEGINNINGS,
    FIXITS,
    IN_LINE,
    LOSSES,
    NEXT_ENTRY,
)
from claim_tracker.yaml.origins import as_written, edit_of
from claim_tracker.yaml.outline import ENTRIES, FIELD, Outline, Region
from claim_tracker.yaml.parsed import Composed, Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Path, Problem
from claim_tracker.yaml.sections import headings, without_misplaced_entries

_MOST_FAULTS = 20
_MOST_CHARACTERS = 120_000_000
"""Characters of a file that are read again for all of its faults."""
_MOST_LINES = 400
"""In a longer region than this only its entry as a whole is left out."""
_MOST_TRIED = 1_000_000
"""Characters that are read again to find how one fault is best mended."""
_FEWEST_TRIES = 10
_FEWEST_FIELDS = 2
_TABS = re.compile(r"^[ ]*\t[ \t]*(?=#|[\r\n]|\Z)", re.MULTILINE)
_HIDDEN_AFTER_COLON = re.compile(rf"^[ ]*(?:-[ ]+)*[\w.-]+[ ]*:{REPLACEMENT}+", re.MULTILINE)
"""The name of a field, and hidden characters directly after its colon."""
_ID = re.compile(r" *(?:- +)?id: +(?P<id>[a-z0-9-]+) *$")
_KEY = re.compile(r"(?P<key>[^\s:#'\"-][^\s:#'\"]*) *:(?: |$)")


class Recovered(NamedTuple):
    """What could be read, the text that it was read from, and the line of the file of each line.

    Without `origins` the lines are those of the file.
    """

    composed: Composed
    text: str
    origins: Sequence[int] = ()


class _Fault(NamedTuple):
    """A problem, or only a line (from 1) with a misplaced field.

    `suspects` are the lines that may be faulty.
    """

    line: int
    suspects: tuple[int, ...]
    problem: Problem | None = None

    @property
    def is_of_double_name(self) -> bool:
        return self.problem is not None and self.problem.code == "E003"

    @property
    def is_of_syntax(self) -> bool:
        return self.problem is not None and not self.is_of_double_name


class _Group(NamedTuple):
    """The fix-its of one kind for one line.

    One that may be partial is right whatever else is wrong in its region.
    """

    fixits: Iterator[Fixit]
    may_be_partial: bool = False


class _Score(NamedTuple):
    """How well a region is read: up to which line, and how many of its fields are misplaced."""

    reached: float
    fields_in_place: int

    @property
    def is_readable(self) -> bool:
        return self.reached == _PERFECT.reached

    @property
    def is_perfect(self) -> bool:
        return self == _PERFECT


_PERFECT = _Score(float("inf"), 0)
_UNREADABLE = _Score(0, 0)


@dataclass(slots=True)
class _Reading:
    """A text as it was written and as it is mended, and what is wrong with it.

    `origins` has the written line of each line of the outline; `skipped` those of the entries
    that are left out whole, `gaps` those of entries that lack a part, with their section, and
    `unsure` those that are mended in one of several ways.
    """

    written: Sequence[str]
    outline: Outline
    origins: list[int]
    line_end: str
    is_clean: bool
    problems: list[Problem] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    gaps: dict[int, str] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(self.outline.lines)


def compose_recovering(text: str, *, clean: bool) -> Recovered:
    """Read one YAML document, and where it has faults what stands around them.

    Up to twenty faults are mended, each by the first fix-it after which its entry can be read
    and no field of it is misplaced; where there is none the entry is skipped. What was left out
    is spoiled, and a mapping that lacks a field has a gap. `clean` is as for `compose`.
    """
    composed = compose(text, clean=clean)
    if composed.stopped and _TABS.search(text):
        text = without_blank_tabs(text)
        composed = compose(text, clean=clean)
    if REPLACEMENT in text and (composed.stopped or not is_in_place(composed)):
        text = _HIDDEN_AFTER_COLON.sub(_blank, text)
        composed = compose(text, clean=clean)
    if not composed.stopped and is_in_place(composed):
        return Recovered(_within_a_file(composed), text)
    written = split_lines(text)
    line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"
    reading = _Reading(written, Outline(written), list(range(1, len(written) + 1)), line_end, clean)
    for fixits in (conflicts, headings):
        _mend_sections(reading, list(fixits(reading.outline.lines)))
    composed = _mended(reading, composed)
    problems = [_as_written(reading, problem) for problem in composed.problems]
    composed.problems = [*(_if_sure(reading, each) for each in reading.problems), *problems]
    _renumber(composed.root, reading.origins)
    composed = without_misplaced_entries(_within_a_file(composed))
    composed.spoiled |= {path for path, it in _entries(composed.root) if it.line in reading.skipped}
    composed.gaps |= _gaps_at(composed.root, reading.gaps)
    return Recovered(composed, reading.text, reading.origins)


def _renumber(value: Any, origins: Sequence[int]) -> None:
    """Let each mapping know the line of the file on which it begins."""
    if isinstance(value, Mapping):
        value.line = origins[value.line - 1]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        _renumber(each, origins)


def is_in_place(composed: Composed) -> bool:
    """Whether no field of what was read is misplaced, and no name is there twice."""
    if any(problem.code == "E003" for problem in composed.problems):
        return False
    return next(misplaced_in_file(composed.root), None) is None


def _blank(match: re.Match[str]) -> str:
    """Return what was found with spaces for the hidden characters at its end."""
    shown = match[0].rstrip(REPLACEMENT)
    return shown + " " * (len(match[0]) - len(shown))


def without_blank_tabs(text: str) -> str:
    """Return the text, as long as it was, with spaces for tabs on blank lines and before comments.

    YAML lets tabs stand there, and libyaml does not.
    """
    return _TABS.sub(lambda match: " " * len(match[0]), text)


def _mended(reading: _Reading, composed: Composed) -> Composed:
    """Return what the text says after its faults were mended one after the other.

    What stands above the last fault of syntax was read, so it is read again only when there is
    no further one. Only then it is known which fields are misplaced.
    """
    lines = reading.outline.lines
    left = min(_MOST_FAULTS, _MOST_CHARACTERS // (sum(map(len, lines)) + 1))
    if reading.problems:
        composed = compose(reading.text, clean=False)
    while left > 0:
        faults = list(islice(_faults(reading.outline, composed), left))
        left -= len(faults)
        regions = [region for fault in faults if (region := _mend(reading, fault)) is not None]
        if not regions:
            break
        if composed.stopped:
            composed = compose(_from(lines, regions[0]), clean=False)
        if not composed.stopped:
            composed = compose(reading.text, clean=False)
    return compose(reading.text, clean=False) if composed.stopped else composed


def _faults(outline: Outline, composed: Composed) -> Iterator[_Fault]:
    """Yield the fault of syntax at which the reading ended, or else the misplaced fields.

    These from the last to the first, so that a mend moves none that is still to come.
    """
    if not composed.stopped:
        faults = islice(_misplaced_fields(composed, outline.lines), _MOST_FAULTS)
        yield from sorted(faults, key=lambda fault: fault.line, reverse=True)
    elif (fault := _fault_of_syntax(outline, composed)) is not None:
        yield fault


def _from(lines: Sequence[str], region: Region) -> str:
    """Return the text from a region on, on the lines it has, under the name of its section."""
    above = [""] * (region.start - 1)
    if region.is_entry and region.header:
        header = lines[region.header - 1]
        above[-1] = f"{header[: indent_of(header)]}{region.section}:"
    return "\n".join([*above, *lines[region.start - 1 :]])


def _fault_of_syntax(outline: Outline, composed: Composed) -> _Fault | None:
    """Return the fault at which the reading ended, where it can be mended."""
    problem = _end_of(composed)
    if problem is None or problem.span is None or not outline.is_known:
        return None
    if problem.code == "E004" and outline.begins_anew(composed.stopped):
        return None
    line = problem.span.line
    return _Fault(line, _suspects(outline.lines, line, composed.stopped), problem)


def _end_of(composed: Composed) -> Problem | None:
    """Return the error at which a reading ended, when it was one of syntax."""
    last = composed.problems[-1] if composed.problems and composed.stopped else None
    return last if last is not None and last.code in ("E002", "E004") else None


def _suspects(lines: Sequence[str], line: int, stopped: int) -> tuple[int, ...]:
    """Return the lines that may be faulty: the named ones, the one above, and the one in line.

    So may be the first of those that are in line with the one above.
    """
    above = range(min(stopped - 1, len(lines)), max(stopped - _MOST_LINES, 0), -1)
    content = [n for n in above if is_content(lines[n - 1])]
    indent = indent_of(lines[stopped - 1]) if stopped <= len(lines) else 0
    beside = next((n for n in content if indent_of(lines[n - 1]) <= indent), stopped)
    above_it = indent_of(lines[content[0] - 1]) if content else 0
    run = list(takewhile(lambda n: indent_of(lines[n - 1]) == above_it, content))
    return (line, stopped, *content[:1], beside, *run[-1:])


def _misplaced_fields(composed: Composed, lines: Sequence[str]) -> Iterator[_Fault]:
    """Yield the first misplaced field of each entry, and the names that are there twice."""
    for problem in composed.problems:
        if problem.code == "E003" and problem.span is not None:
            line = problem.span.line
            above = next((n for n in range(line - 1, 0, -1) if is_content(lines[n - 1])), line)
            yield _Fault(line, (line, above), problem)
    done: Path = ()
    for path in misplaced_in_file(composed.root):
        if path[:2] != done:
            line = _line_of(path, composed.root, lines)
            below = next((n for n in _below(lines, line) if is_content(lines[n - 1])), line)
            yield _Fault(line, (line, below))
        done = path[:2]


def _below(lines: Sequence[str], line: int) -> range:
    return range(line + 1, min(line + _MOST_LINES, len(lines)) + 1)


def _line_of(path: Path, root: Any, lines: Sequence[str]) -> int:
    """Return the line (from 1) of the key at the end of a path, or of the item that is there."""
    line, value, name = 1, root, path[-1]
    for key in path:
        line = value.line if isinstance(value, Mapping) else line
        holder, value = value, value[key]
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, Mapping):
        line = value.line
        if isinstance(name, int) or _is_named(lines[line - 1], name):
            return line
        return next((n for n in range(line - 1, 0, -1) if is_content(lines[n - 1])), line)
    if isinstance(name, int):
        above = holder[name - 1] if name else None
        line = above.line if isinstance(above, Mapping) else line
        items = (n for n in range(line, len(lines) + 1) if lines[n - 1].strip() == f"- {value}")
        return next(items, line)
    column = content_column(lines[line - 1])
    beside = (n for n in range(line, len(lines) + 1) if content_column(lines[n - 1]) == column)
    return next((n for n in beside if _is_named(lines[n - 1], name)), line)


def _is_named(line: str, name: str | int) -> bool:
    match = FIELD.match(line)
    return match is not None and match["name"] == name


def _mend(reading: _Reading, fault: _Fault) -> Region | None:
    """Mend a fault, or skip its entry where it is one of syntax. Return the mended region."""
    regions = _regions(reading.outline, fault)
    for may_lose in (False, True) if fault.is_of_syntax else (False,):
        for region in regions:
            fixit = _chosen(region, fault, may_lose=may_lose)
            if fixit is not None:
                _apply(reading, region, fixit, fault)
                return region
    entry = next((region for region in regions if region.is_entry), None)
    if entry is None or not fault.is_of_syntax:
        return None
    return _skip(reading, entry, fault.problem)


def _skip(reading: _Reading, entry: Region, problem: Problem | None) -> Region | None:
    """Leave out an entry, and report its problem. Return it, or None for one that was left out."""
    origin = reading.origins[entry.start - 1]
    if problem is None or origin in reading.skipped:
        return None
    reading.problems.append(_as_written(reading, problem))
    reading.skipped.add(origin)
    _replace(reading, entry, [_placeholder(entry)], [origin])
    return entry


def _regions(outline: Outline, fault: _Fault) -> list[Region]:
    """Return the regions of the lines that may be faulty; of a misplaced field only its own.

    What begins an item, and no claim, may belong to the item above it, and below an `id` at the
    margin the rest of the section may belong to its claim.
    """
    regions: list[Region] = []
    for line in fault.suspects:
        if not any(region.start <= line < region.stop for region in regions):
            regions.append(outline.region_around(line))
    if fault.problem is not None:
        return regions
    region = regions[0]
    first = outline.lines[min(fault.line, len(outline.lines)) - 1]
    has_id = _is_named(first, "id")
    if region.is_item and region.start == fault.line and not has_id:
        region = outline.joined_with_above(region)
    elif has_id and first.startswith("id"):
        region = outline.with_rest_of_section(region)
    return [region]


def _chosen(region: Region, fault: _Fault, *, may_lose: bool) -> Fixit | None:
    """Return the fix-it after which a region is read best, where it is read better with it.

    The first after which all of it can be read is chosen, then one that brings the reading
    further. With `may_lose` it is one of those that leave something out.
    """
    own = region.lines
    tries = _MOST_TRIED // (sum(map(len, own)) + 1)
    if tries < _FEWEST_TRIES or len(own) > _MOST_LINES:
        return None
    unmended = _score(own, region)
    if unmended.is_perfect:
        return None
    suspects = dict.fromkeys(line - region.start for line in fault.suspects)
    indices = [n for n in suspects if 0 <= n < len(own)]
    groups = (
        (_Group(fixits(region, n)) for fixits in LOSSES for n in indices)
        if may_lose
        else _groups(region, indices, fault)
    )
    return _best(groups, region, unmended, tries)


def _groups(region: Region, indices: Sequence[int], fault: _Fault) -> Iterator[_Group]:
    """Yield the fix-its that keep what was written, likeliest first, of some of the lines."""
    if fault.is_of_double_name:
        for fixits in NEXT_ENTRY:
            yield from (_Group(fixits(region, n)) for n in indices)
        return
    own = region.lines
    short = [n for n in indices if len(own[n]) <= LONGEST]
    for n in short:
        yield from (_Group(fixits(region, n), not goes_on(own, n)) for fixits in IN_LINE)
    first = [] if region.is_entry else [n for n in range(1, len(own)) if is_content(own[n])][:1]
    for fixits in FIXITS:
        for n in dict.fromkeys((*short, *first)):
            yield _Group(fixits(region, n), fixits in BEGINNINGS)


def _best(groups: Iterable[_Group], region: Region, unmended: _Score, most: int) -> Fixit | None:
    """Return the first fix-it that leaves nothing misplaced, or else that after which most is read.

    That are as many lines as possible, and of the fix-its after which all can be read the one
    that leaves the fewest misplaced fields.
    """
    better: list[tuple[_Score, Fixit]] = []
    for fixits, may_be_partial in groups:
        rated = [
            (_score(fixit.applied(region.lines), region), fixit)
            for fixit in islice(fixits, max(most, 0))
        ]
        most -= len(rated)
        perfect = [fixit for score, fixit in rated if score.is_perfect]
        if perfect:
            return _unless_rivalled(perfect, region)
        # What leaves fields misplaced is a mend of its line, and not surely of the fault.
        better += (
            (score, fixit if may_be_partial else fixit._replace(is_only_mend=False))
            for score, fixit in rated
            if score > unmended and (score.is_readable or may_be_partial)
        )
    best = max((score for score, _ in better), default=unmended)
    return _unless_rivalled([fixit for score, fixit in better if score == best], region)


def _unless_rivalled(fixits: Sequence[Fixit], region: Region) -> Fixit | None:
    """Return the first of the fix-its, the only mend where all that lose nothing say the same."""
    if not fixits:
        return None
    first, *others = fixits
    says = _says(first.applied(region.lines))
    rivals = (_says(other.applied(region.lines)) for other in others if other.is_whole)
    is_only_mend = first.is_whole and all(other == says for other in rivals)
    return first._replace(is_only_mend=is_only_mend)


def _says(lines: Sequence[str]) -> Any:
    """Return what some lines say, or the lines themselves where they cannot be read."""
    composed = compose("\n".join(lines))
    return lines if composed.stopped else composed.root


def _score(own: Sequence[str], region: Region) -> _Score:
    """Return how well some lines are read as what a region of its kind is."""
    composed = compose("\n".join(own), clean=False)
    if composed.stopped:
        end = _end_of(composed)
        return _Score(end.span.line if end is not None and end.span is not None else 0, 0)
    first = next(filter(is_content, own), "")
    if indent_of(first) != (region.indent if region.is_entry else 0):
        return _UNREADABLE
    root: Any = composed.root
    if not first:
        return _UNREADABLE if region.is_entry and len(own) > 1 else _PERFECT
    if not isinstance(root, list if region.is_item else dict):
        return _UNREADABLE
    faults = len(composed.problems)
    if not isinstance(root, Mapping) or region.is_entry:
        if isinstance(root, Mapping) and not _are_entries(root):
            return _UNREADABLE
        faults += sum(1 for _ in misplaced(region.section, root))
    else:
        below = root.get(region.section)
        kind = Mapping if region.is_keyed else list if region.section == "claims" else object
        if not isinstance(below, kind | None):
            return _UNREADABLE
        if region.section in ENTRIES:
            unknown = [value for name, value in root.items() if name not in SECTIONS]
            faults += sum(1 + len(value or ()) for value in unknown)
            entry = next(filter(is_content, own[1:]), "")
            faults += bool(entry) and region.is_keyed and indent_of(entry) != region.indent
            faults += sum(1 for _ in misplaced(region.section, below))
        else:
            faults += sum(map(is_stray, root))
    return _Score(_PERFECT.reached, -faults)


def _are_entries(root: Mapping) -> bool:
    """Whether what is read of the lines of an entry with a key is it, or is several entries."""
    kinds = {type(entry) for entry in root.values()}
    return list not in kinds and (len(root) == 1 or kinds == {Mapping})


def _mend_sections(reading: _Reading, fixits: Sequence[Fixit]) -> None:
    """Mend the sections of a file, by the first of the fix-its for each line."""
    whole = Region(1, reading.outline.lines, "", 0, is_entry=False)
    lines: Lines = {}
    for fixit in fixits:
        if lines.keys().isdisjoint(fixit.lines):
            lines |= fixit.lines
            if not fixit.is_known and len(reading.problems) < _MOST_FAULTS:
                reading.problems.append(_problem(reading, whole, fixit, None))
    if lines:
        own = [new for n, line in enumerate(whole.lines) for new in lines.get(n, (line,))]
        origins = [each for n, each in enumerate(reading.origins) for _ in lines.get(n, ("",))]
        reading.outline = Outline(own)
        reading.origins = origins


def _apply(reading: _Reading, region: Region, fixit: Fixit, fault: _Fault) -> None:
    """Mend a region, and report its problem."""
    if not fixit.is_known or reading.is_clean:
        problem = _problem(reading, region, fixit, fault.problem)
        reading.problems.append(problem)
        if problem.fix is None:
            reading.unsure |= {reading.origins[region.start + n - 1] for n in fixit.lines}
    own = reading.origins[region.start - 1 : region.stop - 1]
    # A text that has an error where it ends, in the middle of a line, may have been cut off there.
    is_cut = fixit.help is not None and region.start + fixit.at == len(reading.outline.lines)
    if fixit.loses or is_cut:
        reading.gaps[own[0]] = region.section
    origins = [origin for n, origin in enumerate(own) for _ in fixit.lines.get(n, ("",))]
    _replace(reading, region, fixit.applied(region.lines), origins)


def _if_sure(reading: _Reading, problem: Problem) -> Problem:
    """Return a problem, without its fix where one of its lines has another fault that has none."""
    edits = problem.fix.edits if problem.fix is not None else ()
    lines = {n for edit in edits for n in range(edit.span.line, edit.span.end_line + 1)}
    return problem if lines.isdisjoint(reading.unsure) else problem._replace(fix=None)


def _replace(reading: _Reading, region: Region, own: list[str], origins: list[int]) -> None:
    reading.origins[region.start - 1 : region.stop - 1] = origins
    reading.outline.replace(region, own)


def _problem(reading: _Reading, region: Region, fixit: Fixit, problem: Problem | None) -> Problem:
    """Return the problem in the words of the fix-it, at the line that it names, with its edits."""
    own = region.lines[fixit.at]
    # Of a name that is there twice, one can as well be deleted.
    is_twice = problem is not None and problem.code == "E003"
    fix = None if is_twice else _fix(reading, region, fixit)
    if fixit.help is None and problem is not None:
        return _as_written(reading, problem)._replace(fix=fix)
    line = region.start + fixit.at
    start, stop = fixit.columns or (0, len(own))
    span = Span(line, start + 1, line, max(stop, start + 1) + 1)
    message = fixit.message or (problem.message if problem is not None else "")
    # What is hidden is a finding of its own, which says to delete it.
    advice = (fixit.help or "").replace(REPLACEMENT, "")
    found = Problem("E002", message, advice, span=span)
    return _as_written(reading, found)._replace(fix=fix)


def _fix(reading: _Reading, region: Region, fixit: Fixit) -> Fix | None:
    """Return the edits of the file that a fix-it makes, where it is the only mend of its lines."""
    if not fixit.is_whole or fixit.help is None:
        return None
    edits = []
    for n, new in sorted(fixit.lines.items()):
        origin = reading.origins[region.start + n - 1]
        if reading.written[origin - 1] != region.lines[n]:
            return None
        edits.append(edit_of(reading.written, origin, new, reading.line_end))
    return Fix(fixit.help, tuple(edits))


def _as_written(reading: _Reading, problem: Problem) -> Problem:
    """Return a problem of the mended lines, where it stands in those that were written."""
    span = problem.span
    if span is None:
        return problem
    spot = as_written(span, reading.written, reading.outline.lines, reading.origins)
    return problem._replace(span=spot)


def _placeholder(region: Region) -> str:
    """Return the line of an entry that is skipped: of a claim its id, of another its key."""
    indent = " " * region.indent
    if region.is_item:
        found = next((match for line in region.lines if (match := _ID.match(line))), None)
        return f"{indent}- {{id: {found['id']}}}" if found is not None else f"{indent}- {{}}"
    key = _KEY.match(region.lines[0].lstrip())
    return f"{indent}{key['key']}: {REPLACEMENT}" if key is not None else ""


def _gaps_at(root: Any, lines: dict[int, str]) -> set[Path]:
    """Return the paths of the entries that begin at the lines, or of their section, or the file."""
    found = {value.line: path for path, value in _entries(root) if value.line in lines}
    sections: Any = {line: (name,) if name in ENTRIES else () for line, name in lines.items()}
    return set((sections | found).values())


def _entries(root: Any) -> Iterator[tuple[Path, Mapping]]:
    sections = root if isinstance(root, dict) else {}
    for name in ENTRIES:
        section = sections.get(name)
        keys: Any = section if isinstance(section, dict) else range(len(section or ()))
        for key in keys if isinstance(section, dict | list) else ():
            value = section[key] if section is not None else None
            if isinstance(value, Mapping):
                yield (name, key), value


def _within_a_file(composed: Composed) -> Composed:
    """Return what was read as it would be in a file, where it is a list of claims or only one.

    The other sections may be in another file, so nothing is unknown to them.
    """
    above = _above(composed.root)
    if not above:
        return composed
    file = Mapping(version="1", claims=composed.root if len(above) == 1 else [composed.root])
    file.line = 1
    return replace(
        composed,
        root=file,
        spoiled={(*above, *path) for path in composed.spoiled},
        gaps={*((name,) for name in MAPPINGS), *((*above, *path) for path in composed.gaps)},
        problems=[
            each._replace(
                related=tuple(((*above, *path), at, label) for path, at, label in each.related)
            )
            for each in composed.problems
        ],
        above=above,
    )


def _above(root: Any) -> Path:
    """Return the path in a file at which such a root belongs; () for that of a file, or neither."""
    if isinstance(root, list) and any(_is_claim(each) for each in root):
        return ("claims",)
    return ("claims", 0) if _is_claim(root) and "version" not in root else ()


def _is_claim(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    names = value.keys() - (set(SECTIONS) - CLAIM)
    return len(names) == len(value) and len(names & CLAIM) >= _FEWEST_FIELDS
