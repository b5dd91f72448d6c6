"""The merge of two versions of a file with their common base, proven on its data."""

from dataclasses import dataclass
from typing import Any

from claim_tracker.edit.edits import lines_of
from claim_tracker.merge.data import SIDES, merge_values, without_empty
from claim_tracker.merge.kinds import ABSENT, FILE
from claim_tracker.merge.members import Member, UnknownStyleError, file_member
from claim_tracker.merge.outcomes import Opposed, opposed_outcomes
from claim_tracker.merge.pieces import (
    Conflict,
    Markers,
    MergePiece,
    conflicts_of,
    side_of,
    with_markers,
)
from claim_tracker.merge.style import Style, ends_line
from claim_tracker.merge.weave import woven
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.decode import byte_order_mark


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a merge, and its conflicts, which are marked in the text.

    `opposed` are the outcomes in which the sides differ.
    """

    text: str
    conflicts: tuple[Conflict, ...]
    opposed: tuple[Opposed, ...]


@dataclass(frozen=True, slots=True)
class Cannot:
    """Why two versions cannot be merged claim by claim."""

    reason: str


def merge_versions(
    base: bytes, ours: bytes, theirs: bytes, markers: Markers | None = None
) -> Merged | Cannot:
    """Return the merge of two versions, in the style of ours.

    The result was read again: its data are the merge of the data of the versions, and so are
    those of each side of its conflicts. An empty base is that of a file which both sides added.
    """
    try:
        old = _version("base", base) if base.strip() else None
        own, other = _version("ours", ours), _version("theirs", theirs)
        body, style = own.body, Style(own.body)
        pieces = woven(old, own, other, style)
    except _UnreadableError as error:
        return Cannot(str(error))
    except UnknownStyleError:
        return Cannot("the file is not written in lines of fields and claims")
    roots = (old.value if old is not None else ABSENT, own.value, other.value)
    del old, own, other  # the texts of all members, without which the proof has more memory
    wanted = [merge_values(FILE, *roots, side) for side in SIDES]
    if not _is_proven(pieces, *wanted):
        return Cannot("what the lines come to is not what the claims come to")
    text = with_markers(pieces, markers or Markers(), style.line_end)
    is_ended = ends_line(ours.decode("utf-8-sig"))
    if not is_ended and lines_of(text)[-1] == lines_of(body)[-1]:
        text = text.removesuffix(style.line_end)
    mark = byte_order_mark(ours)
    opposed = tuple(opposed_outcomes(*roots))
    return Merged(mark + text, tuple(conflicts_of(pieces)), opposed)


class _UnreadableError(Exception):
    """A version is no file of claims that is read to its end without a fault."""


def _version(name: str, data: bytes) -> Member:
    """Return a version of the file as one member. Raises _UnreadableError."""
    document = read(name, data)
    text = document.text.written
    if not document.text.problems and not ends_line(text):
        text = f"{text}{Style(text).line_end}"
        document = read(name, text.encode())
    if document.problems or not document.complete:
        raise _UnreadableError(_fault(name, document))
    if not isinstance(document.root, dict):
        raise _UnreadableError(f"{name} is not a file of claims")
    return file_member(text, document.root)


def _fault(name: str, document: Document) -> str:
    problem = next(iter(document.problems), None)
    if problem is None:
        return f"{name} cannot be read to its end"
    span = problem.span or document.span(problem.path, problem.at)
    return f"{name} cannot be read: line {span.line}: {problem.message}"


def _is_proven(pieces: list[MergePiece], ours: Any, theirs: Any) -> bool:
    """Whether each side of a merge says what the merge of the data says of that side."""
    one, other = side_of(pieces, "ours"), side_of(pieces, "theirs")
    if one == other:
        return bool(ours == theirs) and _says(one, ours)
    return _says(one, ours) and _says(other, theirs)


def _says(text: str, wanted: Any) -> bool:
    """Whether a text has some data, apart from what is empty."""
    document = read("merge", text.encode())
    if document.problems:
        return False
    return bool(document.root == wanted or without_empty(document.root) == without_empty(wanted))
