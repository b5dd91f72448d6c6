"""What is made of each claim for an editor, and kept for as long as the claim is as it was.

A file is cut where its claims begin. What is made of a claim is kept as the JSON that is sent, so
that of one that was moved only the lines are written anew.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from cattrs import Converter
from lsprotocol.converters import get_converter

from claim_tracker.checks.checked_file import CheckedFile, cited_keys
from claim_tracker.checks.locate import parts_of
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim
from claim_tracker.dates import Period
from claim_tracker.lsp.client import Client
from claim_tracker.lsp.extents import extent_at
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Mapping, mapping_or_empty

if TYPE_CHECKING:
    from claim_tracker.lsp.snapshot import View

_LINE = re.compile(r'(?:(?<="line": )|(?<="startLine": )|(?<="endLine": ))\d+')
"""The number of a line in JSON; in a text the quotes before it would be escaped."""
_NO_STATUS = frozenset(
    "id claim quote topic speaker role organisation via criteria note source places tags "
    "related".split()
)
"""The fields of a claim from which no status follows, nor a day to look at it."""
_values = attrgetter(*(name for name in fields_of(Claim) if name not in _NO_STATUS))
_Made = TypeVar("_Made")


class Json(NamedTuple):
    """A result as it is sent."""

    text: str


class MovableJson:
    """Parts of a result as JSON, separated by commas, which may be moved to other lines."""

    def __init__(self, text: str, line: int) -> None:
        """Take the text of parts that belong to what begins at a line (from 0)."""
        self._text = text
        self._line = line

    def at_line(self, line: int) -> str:
        """Return the parts of what begins at a line."""
        if line != self._line:
            form, lines = self._form
            self._text = form % tuple([number + line for number in lines])
            self._line = line
        return self._text

    @cached_property
    def _form(self) -> tuple[str, list[int]]:
        """Return the text with a place for each line, and the lines as they are after the first."""
        lines = [int(number) - self._line for number in _LINE.findall(self._text)]
        return _LINE.sub("%d", self._text.replace("%", "%%")), lines


class _State(NamedTuple):
    """What follows for a claim from other parts of its file, and from the day.

    Its `name` is its id, or which of the claims it is. Its `values` are those that its status
    follows from, which may be defaults; there are none of a claim that is not valid. One `is_whole`
    if nothing of it is poisoned, and all that it refers to is there.
    """

    name: str
    values: tuple[Any, ...] | None
    stated: Period | None
    is_whole: bool
    topic: Any
    today: date


@dataclass
class Piece:
    """Some lines of a file: those from where a claim begins up to the next one, or those above all.

    `line` is the first of them (from 0), and `index` the claim's. `extent` is where the claim is,
    in a file that begins with these lines, `written` the claim as written, and `claim` its model
    where it is valid.
    """

    lines: Sequence[str]
    extent: Span
    written: Any = None
    line: int = 0
    index: int = -1
    claim: Claim | None = None
    state: _State | None = None
    _made: dict[Any, tuple[_State | None, Any]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the id of the claim, or which of the claims it is."""
        return self.state.name if self.state is not None else ""

    @property
    def span(self) -> Span:
        """Return where the claim is in its file."""
        line, column, end_line, end_column = self.extent
        return Span(line + self.line, column, end_line + self.line, end_column)

    def of_lines(self, make: "Callable[[View, Piece], _Made]", view: "View") -> _Made:
        """Return the result of a function of the lines, which is worked out once."""
        return self._cached(make, view, None)

    def of_state(self, make: "Callable[[View, Piece], _Made]", view: "View") -> _Made:
        """Return the result of a function of the claim, worked out once for each of its states."""
        return self._cached(make, view, self.state)

    def _cached(
        self, make: "Callable[[View, Piece], _Made]", view: "View", state: _State | None
    ) -> _Made:
        known = self._made.get(make)
        if known is None or known[0] != state:
            view.snapshot.proceed()
            known = self._made[make] = state, make(view, self)
        made: _Made = known[1]
        return made


class Pieces(NamedTuple):
    """A file in pieces: `stretches` that are all its lines, and those of them that are `claims`.

    Where claims do not begin on lines of their own, there is one stretch, with all of them.
    """

    stretches: list[Piece]
    claims: list[Piece]


class PieceCache:
    """The pieces of a file; those that are as they were stay."""

    def __init__(self) -> None:
        self._basis: Any = None
        self._file: CheckedFile | None = None
        self._pieces = Pieces([], [])

    def pieces(self, file: CheckedFile, uri: str, client: Client) -> Pieces:
        """Return the pieces of a file as it is now, by its URI and for an editor."""
        if self._file is not file:
            known = self._pieces.stretches if (uri, client) == self._basis else []
            self._pieces = _pieces(file, known)
            self._basis, self._file = (uri, client), file
        return self._pieces


def encode_parts(parts: Sequence[Any]) -> str:
    """Return parts of a result as JSON, separated by commas."""
    return json.dumps(_converter().unstructure(parts))[1:-1]


def to_object(text: str, kind: type[_Made]) -> _Made:
    """Return a part of a result, as it is sent, as an object of its kind."""
    return _converter().structure(json.loads(text), kind)


def json_list(parts: Iterable[str]) -> Json:
    """Return the list of parts that are not empty, as the JSON that is sent."""
    return Json(f"[{', '.join(filter(None, parts))}]")


def _pieces(file: CheckedFile, known: Sequence[Piece]) -> Pieces:
    """Return the pieces of a file; known ones that are as they were are moved."""
    document, lines = file.document, file.document.lines
    parts, state = parts_of(document), _states(file)
    numbers = [n for n, path in enumerate(parts.paths) if path[:1] == ("claims",)]
    starts = [parts.starts[n][0] for n in numbers]
    are_apart = all(start < stop for start, stop in pairwise([0, *starts]))
    by_claim = {id(piece.written): piece for piece in known if isinstance(piece.written, Mapping)}
    claims: list[Piece] = []
    bounds = pairwise([*starts, len(lines) + 1])
    for n, (start, stop) in zip(numbers, bounds, strict=True):
        index = int(parts.paths[n][1])
        written, of_claim = document.root["claims"][index], lines[start - 1 : stop - 1]
        piece = by_claim.get(id(written))
        if piece is None or piece.lines != of_claim or not are_apart:
            _, column, end, end_column = extent_at(document, parts, n).span
            extent = Span(1, column, end - start + 1, end_column)
            piece = Piece(of_claim, extent, written)
        piece.line, piece.index = start - 1, index
        piece.claim, piece.state = state(index, written)
        claims.append(piece)
    first = lines[: starts[0] - 1] if starts and are_apart else lines
    above = next((piece for piece in known if piece.index < 0 and piece.lines == first), None)
    above = above or Piece(first, Span(1, 1, 1, 1))
    return Pieces([above, *claims] if are_apart else [above], claims)


def _states(file: CheckedFile) -> Callable[[int, Any], tuple[Claim | None, _State]]:
    """Return a function from the index of a claim, and it as written, to its model and state."""
    claims = {claim.position: claim for claim in file.claims}
    poisoned, topic, today = file.poisoned, file.defaults.get("topic"), file.today
    absent = (
        file.used_sources - file.content.sources.keys(),
        file.used_places - file.content.places.keys(),
    )

    def state(index: int, written: Any) -> tuple[Claim | None, _State]:
        claim, name = claims.get(index), mapping_or_empty(written).get("id")
        name = name if isinstance(name, str) else f"claim {index + 1}"
        if claim is None:
            return None, _State(name, None, None, is_whole=False, topic=topic, today=today)
        is_whole = claim.position not in poisoned.claims or not poisoned.reaches(claim.path)
        is_whole = is_whole and not (any(absent) and _refers_to(claim.model, *absent))
        state = _State(name, _values(claim.model), claim.stated, is_whole, topic, today)
        return claim.model, state

    return state


def _refers_to(claim: Claim, sources: frozenset[str], places: frozenset[str]) -> bool:
    """Whether a claim names one of some sources or places by its key."""
    return not (cited_keys(claim).isdisjoint(sources) and places.isdisjoint(claim.places))


@cache
def _converter() -> Converter:
    return get_converter()
