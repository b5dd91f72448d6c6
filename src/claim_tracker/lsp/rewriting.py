"""From two texts of a file to the edits between them, as small as whole lines let them be."""

from collections.abc import Sequence

from lsprotocol import types

from claim_tracker.edit.edits import lines_of
from claim_tracker.lsp.positions import Positions, Spot
from claim_tracker.text.sequence_diff import steps


def edits_between(old: str, new: str, positions: Positions) -> list[types.TextEdit]:
    """Return the edits, of whole lines each, that make the new text of the old one."""
    before, after = lines_of(old), lines_of(new)
    return [
        types.TextEdit(
            types.Range(_start(before, first, positions), _start(before, last, positions)),
            "".join(after[start:stop]),
        )
        for tag, first, last, start, stop in steps(before, after)
        if tag != "equal"
    ]


def _start(lines: Sequence[str], index: int, positions: Positions) -> types.Position:
    """Return where a line begins, from 0; behind the last one, the end of the text."""
    if index < len(lines) or not lines or lines[-1].endswith(("\n", "\r")):
        return types.Position(index, 0)
    return positions.position(Spot(len(lines), len(lines[-1]) + 1))
