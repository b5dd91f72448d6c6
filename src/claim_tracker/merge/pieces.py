"""The text of a merge: what is sure, and the conflicts between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from claim_tracker.merge.style import ends_line, join_lines

VersionName = Literal["base", "ours", "theirs"]
Where: TypeAlias = tuple[str, ...]
"""The section, the entry and the field that something is in, as far as they have names."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Whole lines that each version has of its own, and where they are."""

    base: str
    ours: str
    theirs: str
    where: Where = ()


MergePiece: TypeAlias = str | Conflict


@dataclass(frozen=True, slots=True)
class Markers:
    """How conflicts are marked: how long a marker is, and the names of the three versions.

    Without `with_base` a conflict has only the two sides.
    """

    size: int = 7
    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    with_base: bool = False


def side_of(pieces: Iterable[MergePiece], version: VersionName) -> str:
    """Return the text of one version."""
    return "".join(piece if isinstance(piece, str) else getattr(piece, version) for piece in pieces)


def conflicts_of(pieces: Iterable[MergePiece]) -> list[Conflict]:
    """Return the conflicts, in order."""
    return [piece for piece in pieces if isinstance(piece, Conflict)]


def assemble(head: str, pieces: Sequence[MergePiece], tail: str) -> list[MergePiece]:
    """Return pieces between a head, whose line the first of them may go on, and a tail."""
    inner = [piece for piece in pieces if piece]
    if not head or ends_line(head) or not inner:
        return [head, *inner, tail]
    first = inner[0]
    if isinstance(first, str):
        return [join_lines(head, first), *inner[1:], tail]
    if not (first.base and first.ours and first.theirs):
        return [*assemble(head, [_as_conflict(inner)], ""), tail]
    base, ours, theirs = (join_lines(head, text) for text in (first.base, first.ours, first.theirs))
    return [Conflict(base, ours, theirs, first.where), *inner[1:], tail]


def _as_conflict(pieces: Sequence[MergePiece]) -> Conflict:
    """Return pieces as one conflict in which each version has some text."""
    base, ours, theirs = (side_of(pieces, name) or "\n" for name in get_args(VersionName))
    return Conflict(base, ours, theirs, conflicts_of(pieces)[0].where)


def with_markers(pieces: Iterable[MergePiece], markers: Markers, end: str) -> str:
    """Return the text with its conflicts marked as git does; `end` ends the lines of markers."""
    return "".join(
        piece if isinstance(piece, str) else _conflict_with_markers(piece, markers, end)
        for piece in pieces
    )


def _conflict_with_markers(conflict: Conflict, markers: Markers, end: str) -> str:
    def line(sign: str, label: str = "") -> str:
        return f"{sign * markers.size} {label}".rstrip() + end

    base = line("|", markers.base) + conflict.base if markers.with_base else ""
    ours, theirs = line("<", markers.ours) + conflict.ours, conflict.theirs
    return ours + base + line("=") + theirs + line(">", markers.theirs)


def within(pieces: Iterable[MergePiece], name: str) -> list[MergePiece]:
    """Return pieces whose conflicts are in something of a name."""
    return [
        piece if isinstance(piece, str) else replace(piece, where=(name, *piece.where))
        for piece in pieces
    ]
