"""What is made of each claim for an editor, and kept for as long as the claim is as it was.

A file is cut where its claims begin. What is made of a claim is kept as the JSON that is sent, so
that of one that was moved only the lines are written anew.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from cattrs import Converter
from lsprotocol.converters import get_converter

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.claims.model import Claim
from claim_tracker.dates import Period
from claim_tracker.lsp.extents import extents, up_to
from claim_tracker.lsp.positions import Encoding
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document

if TYPE_CHECKING:
    from claim_tracker.lsp.snapshot import View

_LINE = re.compile(r'(?:(?<="line": )|(?<="startLine": )|(?<="endLine": ))\d+')
"""The number of a line in JSON; in a text the quotes before it would be escaped."""
_Made = TypeVar("_Made")


class Json(NamedTuple):
    """A result as it is sent."""

    text: str


class Moving:
    """Parts of a result as JSON, separated by commas, which may be moved to other lines."""

    def __init__(self, parts: Sequence[Any], line: int) -> None:
        """Take parts that belong to what begins at a line (from 0)."""
        self._text = encoded(parts)
        self._line = line

    def at(self, line: int) -> str:
        """Return the parts of what begins at a line."""
        if line != self._line:
            form, lines = self._form
            self._text = form % tuple([number + line for number in lines])
            self._line = line
        return self._text

    @cached_property
    def _form(self) -> tuple[str, list[int]]:
        """The text with a place for each line, and the lines as they are after the first."""
        lines = [int(number) - self._line for number in _LINE.findall(self._text)]
        return _LINE.sub("%d", self._text.replace("%", "%%")), lines


class _Cause(NamedTuple):
    """What the state of a valid claim follows from, beside the basis of its file."""

    claim: Claim
    stated: Period | None
    is_readable: bool


@dataclass
class Piece:
    """Some lines of a file: those from where a claim begins up to the next one, or those above all.

    `line` is the first of them (from 0), and `index` the claim's. `extent` is where the claim is,
    in a file that begins with these lines.
    """

    lines: Sequence[str]
    extent: Span
    cause: _Cause | None
    line: int = 0
    index: int = -1
    _made: dict[Any, Any] = field(default_factory=dict)

    @property
    def claim(self) -> Claim | None:
        """Return the claim, where it is valid."""
        return self.cause.claim if self.cause is not None else None

    @property
    def span(self) -> Span:
        """Return where the claim is in its file."""
        line, column, end_line, end_column = self.extent
        return Span(line + self.line, column, end_line + self.line, end_column)

    def made(self, make: "Callable[[View, Piece], _Made]", view: "View") -> _Made:
        """Return what a function makes of this piece of a file, or has made of it before."""
        if make not in self._made:
            view.snapshot.proceed()
            self._made[make] = make(view, self)
        made: _Made = self._made[make]
        return made


class Pieces(NamedTuple):
    """A file in pieces: `stretches` that are all its lines, and those of them that are `claims`.

    Where claims do not begin on lines of their own, there is one stretch, with all of them.
    """

    stretches: list[Piece]
    claims: list[Piece]


class Kept:
    """The pieces of a file, of which those stay that are as they were."""

    def __init__(self) -> None:
        self._basis: Any = None
        self._file: CheckedFile | None = None
        self._pieces = Pieces([], [])

    def pieces(self, file: CheckedFile, uri: str, encoding: Encoding) -> Pieces:
        """Return the pieces of a file as it is now, by its address and how its editor counts."""
        if self._file is not file:
            content, topic = file.content, file.defaults.get("topic")
            basis = file.today, topic, content.sources, content.places, uri, encoding
            known = self._pieces.stretches if basis == self._basis else []
            self._pieces = _pieces(file, known)
            self._basis, self._file = basis, file
        return self._pieces


def encoded(parts: Sequence[Any]) -> str:
    """Return parts of a result as JSON, separated by commas."""
    return json.dumps(_converter().unstructure(parts))[1:-1]


def joined(parts: Iterable[str]) -> Json:
    """Return the list of parts, of which some may be empty, as the JSON that is sent."""
    return Json(f"[{', '.join(filter(None, parts))}]")


def _pieces(file: CheckedFile, known: Iterable[Piece]) -> Pieces:
    """Return the pieces of a file, of which the known ones that are as they were are moved."""
    lines, starts, causes = file.document.lines, _starts(file.document), _causes(file)
    if starts is None:
        whole = Piece(lines, Span(1, 1, 1, 1), None)
        return Pieces([whole], list(_in_one_stretch(file.document, causes)))
    of_claims = {id(it.cause.claim): it for it in known if it.cause is not None}
    above = [it for it in known if it.index < 0]
    stretches = []
    for index, (start, stop) in enumerate(pairwise([1, *starts, len(lines) + 1]), start=-1):
        own, cause = lines[start - 1 : stop - 1], causes.get(index)
        piece = of_claims.get(id(cause.claim)) if cause is not None else None
        if index < 0:
            piece = above[0] if above else None
        if piece is None or piece.cause != cause or piece.lines != own:
            span = _extent(file.document, start, stop)
            extent = Span(1, span.column, span.end_line - start + 1, span.end_column)
            piece = Piece(own, extent, cause)
        piece.line, piece.index = start - 1, index
        stretches.append(piece)
    return Pieces(stretches, stretches[1:])


def _starts(document: Document) -> list[int] | None:
    """Return the line on which each claim begins; None where they are on no lines of their own."""
    starts = document.starts_of_claims
    if not starts or any(start >= stop for start, stop in pairwise(starts)):
        return None
    return starts


def _extent(document: Document, start: int, stop: int) -> Span:
    """Return where the claim is that begins on a line, and ends above another one."""
    if stop <= len(document.lines):
        return up_to(document.lines, Span(start, 1, stop, 0))
    # Below the last claim other sections may follow.
    return next((it.span for it in extents(document, start)), Span(start, 1, start, 1))


def _in_one_stretch(document: Document, causes: Mapping[int, _Cause]) -> Iterator[Piece]:
    """Yield the claims of a file by where they are, whatever lines they share."""
    for path, span in extents(document):
        match path:
            case ("claims", int(index)):
                line = span.line - 1
                extent = Span(1, span.column, span.end_line - line, span.end_column)
                own = document.lines[line : span.end_line]
                yield Piece(own, extent, causes.get(index), line, index)


def _causes(file: CheckedFile) -> dict[int, _Cause]:
    """Return what the state of each claim that is valid follows from, by its index."""
    poisoned = file.poisoned
    return {
        item.at: _Cause(
            item.claim,
            item.stated,
            item.at not in poisoned.claims or not poisoned.reaches(item.path),
        )
        for item in file.claims
    }


@cache
def _converter() -> Converter:
    return get_converter()
