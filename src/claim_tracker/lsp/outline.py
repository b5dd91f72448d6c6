"""What is in the outline of a file, and what of it is known from the last time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lsprotocol import types

from claim_tracker.text.diagnostic import Span


class Node(NamedTuple):
    """A symbol before it is one for an editor; `mark` is the text by which it is selected.

    `symbol` is what it is for the editor, where that is known already.
    """

    name: str
    detail: str | None
    kind: types.SymbolKind
    span: Span
    mark: str
    children: Sequence["Node"] = ()
    topic: str = ""
    symbol: types.DocumentSymbol | None = None


@dataclass
class Outline:
    """The claims of a file as its outline had them last.

    A claim is the same as long as its mapping, its model and its lines are, and the `basis`: what
    its node follows from beside them.
    """

    basis: Any = None
    _claims: dict[tuple[int, int, Span], tuple[Any, Any, Node]] = field(default_factory=dict)

    def node(self, written: Any, model: Any, span: Span) -> Node | None:
        """Return the node of a claim that is the same; None where there is none."""
        *_, node = self._claims.get((id(written), id(model), span), (None,))
        return node

    def keep(self, written: Any, model: Any, span: Span, node: Node) -> None:
        """Know the node of a claim."""
        self._claims[id(written), id(model), span] = written, model, node
