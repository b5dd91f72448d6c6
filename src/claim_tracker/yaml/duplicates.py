"""Names that are there twice because the entry that they belong to begins in a wrong way."""

from collections.abc import Iterator, Sequence

from claim_tracker.yaml.field_names import FIELDS, MAPPINGS
from claim_tracker.yaml.indent import indent_of
from claim_tracker.yaml.lines import FIELD, Told, replaced
from claim_tracker.yaml.moves import moved_to, shifted
from claim_tracker.yaml.outline import Outline, Region
from claim_tracker.yaml.parsed import Composed
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Problem

_MOST = 20
_MOST_LINES = 400
_FIRST = ("id", "date")
"""The fields with which items usually begin."""


def duplicates(composed: Composed) -> list[Problem]:
    """The first twenty problems of a name that is there twice."""
    return [problem for problem in composed.problems if problem.code == "E003"][:_MOST]


def without_duplicates(outline: Outline, found: Sequence[Problem]) -> list[Problem]:
    """Repair what begins an entry in a wrong way, and say of each what is wrong.

    What is there twice for another reason is left to be.
    """
    errors: list[Problem] = []
    done: list[Region] = []
    for problem in found:
        line = problem.span.line if problem.span is not None else 1
        if any(line in region.lines for region in done):
            continue
        region = outline.region_around(line)
        done.append(region)
        if len(region.lines) > _MOST_LINES:
            continue
        own = [outline.lines[n - 1] for n in region.lines]
        for lines, said in _begun(own, line - region.lines.start, region):
            again = compose("\n".join(lines), clean=False)
            if not again.stopped and not duplicates(again):
                errors.append(problem if said is None else _told(said, outline.lines))
                outline.replace(region, lines)
                break
    return errors


def _begun(own: list[str], place: int, region: Region) -> Iterator[tuple[list[str], Told | None]]:
    """The lines of a region with an entry that begins in another way, above or at a place."""
    field = FIELD.match(own[place])
    if region.is_item and indent_of(own[0]) != region.indent:
        yield _moved(own, 0, region)
    if field is not None and field["name"] in _FIRST and len(field["lead"]) >= 2:
        start = len(field["lead"]) - 2
        yield replaced(own, place, f"{' ' * start}- {own[place].lstrip()}"), None
    for above in range(place, 0, -1) if region.section in MAPPINGS else ():
        key = FIELD.match(own[above])
        if key is not None and not key["value"] and key["name"] not in FIELDS:
            yield _moved(own, above, region)
            return


def _moved(own: list[str], place: int, region: Region) -> tuple[list[str], Told]:
    columns = region.indent - indent_of(own[place])
    said = moved_to(region.indent, own[place], region.lines.start + place)
    return shifted(own, place, place + 1, columns), said


def _told(said: Told, lines: Sequence[str]) -> Problem:
    return Problem("E002", said.message or "", said.help, span=said.span(lines))
