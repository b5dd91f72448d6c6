"""Reading on after a fault: the first fix-it that mends its entry, or the entry is skipped."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.field_names import is_in_place
from claim_tracker.yaml.lines import indent_of, without_blank_tabs
from claim_tracker.yaml.outline import ENTRIES, Outline, Region
from claim_tracker.yaml.parsed import Composed, renumber
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Path
from claim_tracker.yaml.recovery.choice import best_fixit
from claim_tracker.yaml.recovery.conflicts import conflicts
from claim_tracker.yaml.recovery.fault import MAX_MENDED_FAULTS, Fault, faults_of
from claim_tracker.yaml.recovery.fixit import has_id
from claim_tracker.yaml.recovery.mended_text import MendedText
from claim_tracker.yaml.recovery.placed import entries_in, within_a_file, without_misplaced_entries
from claim_tracker.yaml.recovery.sections import headings

_MAX_CHARACTERS = 120_000_000
"""Characters of a file that are read again for all of its faults."""
_HIDDEN_AFTER_COLON = re.compile(rf"^[ ]*(?:-[ ]+)*[\w.-]+[ ]*:{REPLACEMENT}+", re.MULTILINE)
"""The name of a field, and hidden characters directly after its colon."""


class Recovered(NamedTuple):
    """What could be read, the text that it was read from, and the line of the file of each line.

    Without `origins` the lines are those of the file.
    """

    composed: Composed
    text: str
    origins: Sequence[int] = ()


class LeftOutClaims:
    """The claims of a file that are left out of its text, since nothing in them is to be mended.

    Of a text that is read as a whole there are none.
    """

    @property
    def characters(self) -> int:
        """Return the number of their characters, without line ends."""
        return 0

    @property
    def indents(self) -> Counter[int]:
        """Return how often they have an indentation, as it is counted to find the usual one."""
        return Counter()

    @property
    def lines(self) -> Iterable[str]:
        """Return the lines that are left out."""
        return ()

    def check(self, composed: Composed, outline: Outline, origins: Sequence[int]) -> None:
        """Raise an exception where a reading of an outline would not have gone on through them.

        `origins` has the line of the text for each of its lines; it is 0 for those above which
        nothing was read.
        """


def compose_recovering(
    text: str, *, has_replacements: bool, left_out: LeftOutClaims | None
) -> Recovered:
    """Read one YAML document, and where it has faults what stands around them.

    Up to twenty faults are mended, each by the first fix-it after which its entry can be read
    and no field of it is misplaced; where there is none the entry is skipped. What was left out
    is spoiled, and a mapping that lacks a field has a gap. `has_replacements` is as for `compose`,
    and `left_out` are the claims of its file that are not in the text.
    """
    composed = compose(text, has_replacements=has_replacements)
    if composed.stopped and (spaced := without_blank_tabs(text)) != text:
        text = spaced
        composed = compose(text, has_replacements=has_replacements)
    if REPLACEMENT in text and (composed.stopped or not _is_in_place(composed)):
        text = _HIDDEN_AFTER_COLON.sub(lambda match: match[0].replace(REPLACEMENT, " "), text)
        composed = compose(text, has_replacements=has_replacements)
    if not composed.stopped and _is_in_place(composed):
        return Recovered(within_a_file(composed), text)
    left_out = left_out or LeftOutClaims()
    mended = MendedText(text, left_out.indents, has_replacements=has_replacements)
    left_out.check(composed, mended.outline, mended.origins)
    mended.mend_lines(list(conflicts(mended.outline.lines)))
    mended.mend_lines(list(headings(mended.outline, left_out.lines)))
    composed = _mend_faults(mended, composed, left_out)
    composed.problems = [*mended.sure_problems, *mended.as_written(composed.problems)]
    renumber(composed.root, mended.origins)
    composed = without_misplaced_entries(within_a_file(composed))
    entries = list(entries_in(composed.root))
    composed.spoiled |= {path for path, it in entries if it.line in mended.skipped}
    composed.gaps |= _gaps_at(composed.root, mended.gaps)
    return Recovered(composed, mended.text, mended.origins)


def _is_in_place(composed: Composed) -> bool:
    """Whether no field of what was read is misplaced, no item joined, and no name there twice."""
    is_twice = any(problem.code == "E003" for problem in composed.problems)
    return not is_twice and not composed.out_of_line and is_in_place(composed.root)


def _mend_faults(mended: MendedText, composed: Composed, left_out: LeftOutClaims) -> Composed:
    """Mend the faults one after the other, and return the reading of the text as it is then.

    What stands above the last fault of syntax was read, so it is read again only when there is
    no further one. Only then it is known which fields are misplaced.
    """
    characters = sum(map(len, mended.outline.lines)) + left_out.characters
    left = min(MAX_MENDED_FAULTS, _MAX_CHARACTERS // (characters + 1))
    if mended.problems:
        composed = _read_again(mended, left_out)
    while left > 0:
        faults = list(islice(faults_of(mended.outline, composed), left))
        left -= len(faults)
        regions = [region for fault in faults if (region := _mend_fault(mended, fault)) is not None]
        if not regions:
            break
        if composed.stopped:
            composed = _read_again(mended, left_out, regions[0])
        if not composed.stopped:
            composed = _read_again(mended, left_out)
    return _read_again(mended, left_out) if composed.stopped else composed


def _read_again(
    mended: MendedText, left_out: LeftOutClaims, region: Region | None = None
) -> Composed:
    """Return the reading of the mended text, of all of it or from a region on."""
    lines, origins = mended.outline.lines, mended.origins
    if region is not None:
        origins = [0] * (region.start - 1) + origins[region.start - 1 :]
    text = mended.text if region is None else _from(lines, region)
    composed = compose(text, has_replacements=True)
    left_out.check(composed, mended.outline, origins)
    return composed


def _from(lines: Sequence[str], region: Region) -> str:
    """Return the text from a region on, on the lines it has, under the name of its section."""
    above = "\n" * (region.start - 1)
    if region.is_entry and region.header:
        header = lines[region.header - 1]
        above = f"{above[:-1]}{header[: indent_of(header)]}{region.section}:\n"
    return above + "\n".join(lines[region.start - 1 :])


def _mend_fault(mended: MendedText, fault: Fault) -> Region | None:
    """Mend a fault, or skip its entry where it is one of syntax. Return the mended region."""
    regions = _regions(mended.outline, fault)
    for may_lose in (False, True) if fault.is_of_syntax else (False,):
        for region in regions:
            fixit = best_fixit(region, fault, may_lose=may_lose)
            if fixit is not None and (fault.is_of_syntax or mended.is_read_with(region, fixit)):
                mended.mend(region, fixit, fault.problem)
                return region
    entry = next((region for region in regions if region.is_entry), None)
    if entry is None or fault.problem is None or not fault.is_of_syntax:
        return None
    return entry if mended.skip(entry, fault.problem) else None


def _regions(outline: Outline, fault: Fault) -> list[Region]:
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
    if region.is_item and region.start == fault.line and not has_id(first):
        region = outline.joined_with_above(region)
    elif has_id(first) and first[:1] not in " \t-":
        region = outline.with_rest_of_section(region)
    return [region]


def _gaps_at(root: Any, lines: dict[int, str]) -> set[Path]:
    """Return the paths of the entries that begin at the lines, or of their section, or the file."""
    found = {value.line: path for path, value in entries_in(root) if value.line in lines}
    sections: Any = {line: (name,) if name in ENTRIES else () for line, name in lines.items()}
    return set((sections | found).values())
