"""Reading on after a syntax error: as little as possible is left out, and the rest is read."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Any, NamedTuple

from claim_tracker.yaml.alone import faults_of
from claim_tracker.yaml.astray import strays, without_strays
from claim_tracker.yaml.bare import within_a_file
from claim_tracker.yaml.conflicts import without_conflicts
from claim_tracker.yaml.decode import REPLACEMENT, split_lines
from claim_tracker.yaml.duplicates import duplicates, without_duplicates
from claim_tracker.yaml.elsewhere import told_elsewhere
from claim_tracker.yaml.fixits import losses, repairs, rewritings
from claim_tracker.yaml.headings import with_headings
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import Repair, Told, as_written
from claim_tracker.yaml.outline import ENTRIES, Outline, Region
from claim_tracker.yaml.parsed import Composed, Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Path, Problem

_MOST_ERRORS = 20
_MOST_CHARACTERS = 120_000_000
_MOST_LINES = 400
"""In a longer region than this only its entry as a whole is left out."""
_MOST_TRIED = 1_000_000
"""Characters that are read again to find how one error is best repaired."""
_FEWEST_TRIES = 10
_RECOVERABLE = ("E002", "E004")
_TABS = re.compile(r"^[ ]*\t[ \t]*(?=#|[\r\n]|\Z)", re.MULTILINE)
_ID = re.compile(r" *(?:- +)?id: +(?P<id>[a-z0-9-]+) *$")
_KEY = re.compile(r"(?P<key>[^\s:#'\"-][^\s:#'\"]*) *:(?: |$)")


class Recovered(NamedTuple):
    """What could be read, and the text that it was read from, line for line as it was given."""

    composed: Composed
    text: str


@dataclass(slots=True)
class _Reading:
    """A text as it was written and as it is repaired, its errors, and the lines of what is lost.

    `entries` are the first lines of entries that are left out whole, `gaps` those of entries
    that lack a part. `clean` is as for `compose`: nothing of it was reported already.
    """

    written: Sequence[str]
    outline: Outline
    errors: list[Problem] = field(default_factory=list)
    entries: set[int] = field(default_factory=set)
    gaps: dict[int, str] = field(default_factory=dict)
    clean: bool = False


def compose_recovering(text: str, *, clean: bool) -> Recovered:
    """Read one YAML document, and when it has syntax errors what stands around them.

    Of each error, up to 20 of them, the smallest part is repaired or left out that lets the
    reading go on: a line moved or completed, else the value, the line, the entry. What was
    left out is spoiled, and a mapping that lacks a field has a gap. `clean` is as for
    `compose`.
    """
    composed = compose(text, clean=clean)
    if composed.stopped and _TABS.search(text):
        text = without_blank_tabs(text)
        composed = compose(text, clean=clean)
    is_broken = bool(composed.stopped or duplicates(composed))
    if not (is_broken or strays(composed.root)):
        return Recovered(told_elsewhere(within_a_file(composed)), text)
    written = split_lines(text)
    reading = _prepared(written) if is_broken else _Reading(written, Outline(written))
    reading.clean = clean
    if reading.errors:
        composed = compose("\n".join(reading.outline.lines), clean=False)
    composed = _repaired(reading, composed)
    if not composed.stopped:
        composed = _put_right(reading, composed)
    text = "\n".join(reading.outline.lines)
    repaired = reading.outline.lines
    problems = [_as_written(problem, written, repaired) for problem in composed.problems]
    composed.problems = [*reading.errors, *problems]
    composed = within_a_file(composed)
    composed.spoiled |= _entries_at(composed.root, reading.entries)
    composed.gaps |= _gaps_at(composed.root, reading.gaps)
    return Recovered(told_elsewhere(composed), text)


def without_blank_tabs(text: str) -> str:
    """The text, as long as it was, with spaces for tabs on blank lines and before comments.

    YAML lets tabs stand there, and libyaml does not.
    """
    return _TABS.sub(lambda match: " " * len(match[0]), text)


def _prepared(written: Sequence[str]) -> _Reading:
    """The reading without what is no part of the data, and with the names that structure it."""
    lines, conflicts = without_conflicts(written)
    headed = with_headings(lines)
    return _Reading(
        written, Outline(headed.lines), [*conflicts, *headed.problems], gaps=headed.gaps
    )


def _put_right(reading: _Reading, composed: Composed) -> Composed:
    """What the text says when what is YAML and stands in a wrong place was brought to its own."""
    for errors_of in (_strays_told, _duplicates_told):
        before = list(reading.outline.lines)
        errors = errors_of(reading.outline, composed)
        if errors:
            reading.errors += [_as_written(error, reading.written, before) for error in errors]
            composed = compose("\n".join(reading.outline.lines), clean=False)
    return composed


def _strays_told(outline: Outline, composed: Composed) -> list[Problem]:
    return without_strays(outline, strays(composed.root))


def _duplicates_told(outline: Outline, composed: Composed) -> list[Problem]:
    return without_duplicates(outline, duplicates(composed))


def _repaired(reading: _Reading, composed: Composed) -> Composed:
    """What the text says when one error after the other was repaired in it.

    What stands before the last repair was read, so it is not read again but for a last time.
    """
    lines = reading.outline.lines
    is_whole = True
    for _ in range(min(_MOST_ERRORS, _MOST_CHARACTERS // (sum(map(len, lines)) + 1))):
        region = _step(reading, composed)
        if region is None:
            break
        composed = compose(_from(lines, region), clean=False)
        is_whole = not composed.stopped
        if is_whole:
            composed = compose("\n".join(lines), clean=False)
    return composed if is_whole else compose("\n".join(lines), clean=False)


def _from(lines: Sequence[str], region: Region) -> str:
    """The text from a region on, under the name of its section, and on the lines it stands on."""
    start = region.lines.start
    above = [""] * (start - 1)
    if region.is_entry and region.header:
        header = lines[region.header - 1]
        above[-1] = f"{header[: indent_of(header)]}{region.section}:"
    return "\n".join([*above, *lines[start - 1 :]])


def _syntax_error(composed: Composed) -> Problem | None:
    """The error at which the reading ended, when it was one of syntax."""
    last = composed.problems[-1] if composed.problems and composed.stopped else None
    return last if last is not None and last.code in _RECOVERABLE else None


def _step(reading: _Reading, composed: Composed) -> Region | None:
    """Repair the error at which the reading ended; where, or None when it cannot be repaired."""
    outline, lines = reading.outline, reading.outline.lines
    error, stopped = _syntax_error(composed), composed.stopped
    if error is None or error.span is None or not outline.is_known:
        return None
    if error.code == "E004" and outline.begins_anew(stopped):
        return None
    suspects = _suspects(lines, error.span.line, stopped)
    regions: list[Region] = []
    for line in suspects:
        if not any(line in region.lines for region in regions):
            regions.append(outline.region_around(line))
    for region in regions:
        repair = _best_repair(lines, region, suspects)
        if repair is not None:
            _make(reading, region, repair, error)
            return region
    whole = next((region for region in regions if region.is_entry), None)
    if whole is None or whole.lines.start in reading.entries:
        return None
    reading.errors.append(_as_written(error, reading.written, lines))
    reading.entries.add(whole.lines.start)
    outline.replace(whole, _placeholder(lines, whole))
    return whole


def _make(reading: _Reading, region: Region, repair: Repair, error: Problem) -> None:
    """Repair a region, and say what was wrong in it."""
    lines = reading.outline.lines
    if not repair.is_known or reading.clean:
        for told in (repair.told, *repair.also):
            said = _told(lines, error, told)
            reading.errors.append(_as_written(said, reading.written, lines))
    # A text that has an error where it ends, in the middle of a line, may have been cut off there.
    is_cut = repair.told is not None and repair.told.line == len(lines)
    if repair.loses or is_cut:
        reading.gaps[region.lines.start] = region.section
    reading.outline.replace(region, repair.lines)


def _suspects(lines: Sequence[str], line: int, stopped: int) -> tuple[int, ...]:
    """The lines that may be faulty: those that are named, the one above, and the one in line.

    So may be the first of those that are in line with the one above.
    """
    above = range(min(stopped - 1, len(lines)), max(stopped - _MOST_LINES, 0), -1)
    content = [n for n in above if is_content(lines[n - 1])]
    indent = indent_of(lines[stopped - 1]) if stopped <= len(lines) else 0
    beside = next((n for n in content if indent_of(lines[n - 1]) <= indent), stopped)
    above_it = indent_of(lines[content[0] - 1]) if content else 0
    run = list(takewhile(lambda n: indent_of(lines[n - 1]) == above_it, content))
    return (line, stopped, *content[:1], beside, *run[-1:])


def _best_repair(lines: Sequence[str], region: Region, suspects: Sequence[int]) -> Repair | None:
    """The repair after which the region can be read, or else is read on beyond its error."""
    own = [lines[n - 1] for n in region.lines]
    tries = _MOST_TRIED // (sum(map(len, own)) + 1)
    if tries < _FEWEST_TRIES or len(own) > _MOST_LINES or faults_of(own, region) is not None:
        return None
    return (
        _first_readable(repairs(lines, region, suspects), region, tries)
        or _furthest(own, islice(rewritings(lines, region, suspects), tries))
        or _first_readable(losses(lines, region, suspects), region, tries)
    )


def _first_readable(groups: Iterable[Iterable[Repair]], region: Region, most: int) -> Repair | None:
    """The best repair of the first group in which one leaves no name in a wrong place.

    Where there is none, the best of all.
    """
    best: tuple[int, Repair] | None = None
    for group in groups:
        together = list(islice(group, most))
        most -= len(together)
        faults = ((faults_of(repair.lines, region), repair) for repair in together)
        readable = [(number, repair) for number, repair in faults if number is not None]
        best = min((*([best] if best else []), *readable), key=lambda each: each[0], default=None)
        if best is not None and best[0] == 0:
            break
    return best[1] if best is not None else None


def _furthest(own: Sequence[str], tried: Iterable[Repair]) -> Repair | None:
    """The first of the repairs after which the most can be read, when that is more than before."""
    reached = [(_reach(repair.lines), repair) for repair in tried]
    best = max(reached, key=lambda each: each[0], default=None)
    return best[1] if best is not None and best[0] > _reach(own) else None


def _reach(own: Sequence[str]) -> int:
    """The line of the error at which the reading of some lines ends."""
    error = _syntax_error(compose("\n".join(own), clean=False))
    return error.span.line if error is not None and error.span is not None else 0


def _told(lines: Sequence[str], error: Problem, told: Told | None) -> Problem:
    """The error in the words of the repair, at the line that it names."""
    if told is None:
        return error
    message = told.message or error.message
    return error._replace(message=message, help=told.help, span=told.span(lines))


def _as_written(problem: Problem, written: Sequence[str], repaired: Sequence[str]) -> Problem:
    span = problem.span
    return problem if span is None else problem._replace(span=as_written(span, written, repaired))


def _placeholder(lines: Sequence[str], region: Region) -> list[str]:
    """The lines of an entry that is left out: of a claim its id, of another its key."""
    own = [lines[n - 1] for n in region.lines]
    indent = " " * region.indent
    key = _KEY.match(own[0].lstrip())
    if region.is_item:
        found = next((match for line in own if (match := _ID.match(line))), None)
        first = f"{indent}- {{id: {found['id']}}}" if found is not None else f"{indent}- {{}}"
    else:
        first = f"{indent}{key['key']}: {REPLACEMENT}" if key is not None else ""
    return [first, *[""] * (len(own) - 1)]


def _entries_at(root: Any, lines: Collection[int]) -> set[Path]:
    """The paths of the entries, or else of the file itself, that begin at the lines."""
    return {path for path, value in _entries(root) if value.line in lines}


def _gaps_at(root: Any, lines: dict[int, str]) -> set[Path]:
    """The paths of the entries that begin at the lines, or else of their sections, or the file."""
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
