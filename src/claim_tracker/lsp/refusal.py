"""Why something that an editor asks for is not done, in words for the person (LSPErrorCodes)."""

from collections.abc import Iterable
from pathlib import PurePath

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from claim_tracker.yaml import Document


class RefusedError(JsonRpcException):
    """A request that was understood and is refused; the editor shows the message."""

    CODE = types.LSPErrorCodes.RequestFailed


def refuse_faults(documents: Iterable[Document]) -> None:
    """Raise RefusedError for the first file that has a fault of encoding or syntax.

    What could not be read of it may name what is to be changed.
    """
    for document in documents:
        if document.problems:
            lines = (each.span.line if each.span else 1 for each in document.problems)
            line = min(*lines, len(document.lines))
            raise RefusedError(f"`{file_name(document)}` has a fault on line {line}: mend it first")


def file_name(document: Document) -> str:
    """Return the name of a file without its folder."""
    return PurePath(document.name).name
