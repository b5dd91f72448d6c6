"""From files to claims: reading, checking and linking in one call."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from claim_tracker.checks import Sought, examine
from claim_tracker.claims.tracker import Moment, Tracker
from claim_tracker.io.collector import collector_paused
from claim_tracker.io.files import STANDARD_INPUT, expand, read_bytes
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS

STDIN_NAME = "<stdin>"
"""The name of standard input in findings and reports."""


class Loaded(NamedTuple):
    """What was read: the tracker (None when the data has errors) and all findings.

    `documents` are the files, in order; `claims` counts the claims in them, valid or not.
    """

    tracker: Tracker | None
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    claims: int


def load(
    *paths: str | os.PathLike[str],
    today: Moment | None = None,
    step: Callable[[], None] = lambda: None,
    warnings: bool = True,
) -> Loaded:
    """Read claims files, and folders of them, and check them together.

    `today` is a day, or an aware datetime, by default the present one: a claim stated or an
    update dated after it is an error. `step` is called for each file when it was read, and again
    when it was checked. Without `warnings` only the errors of the data are looked for. Faults in
    the data are findings and never raised; a file that cannot be read, also one in a folder, raises
    `claim_tracker.io.files.FileError`. Of a link that leads out of a folder
    `claim_tracker.io.files.LeftOut` warns.
    """
    names = expand(os.fspath(path) for path in paths)
    as_of = datetime.now(UTC) if today is None else today
    with collector_paused():
        return examined(tuple(_documents(names, step)), as_of, step, warnings=warnings)


def examined(
    documents: tuple[Document, ...],
    as_of: Moment,
    step: Callable[[], None] = lambda: None,
    *,
    warnings: bool = True,
    most: int = MAX_REPORTED_FAULTS,
) -> Loaded:
    """Check documents that were read already, as `load` does after reading.

    Of each file the first errors are reported, so many at `most`.
    """
    result = examine(documents, as_of, step, sought=Sought(warnings, most))
    return Loaded(result.tracker, result.findings, documents, result.claims)


def load_other(loaded: Loaded, contents: Iterable[tuple[str, bytes]], as_of: Moment) -> Loaded:
    """Check other contents of files that were loaded, each with the name of its file.

    Unchanged files are not read again, and where all are unchanged, they are not checked again.
    """
    known = {document.name: document for document in loaded.documents}
    with collector_paused():
        documents = tuple(_document(name, data, known.get(name)) for name, data in contents)
        return loaded if documents == loaded.documents else examined(documents, as_of)


def contents_of(loaded: Loaded, paths: Iterable[str]) -> dict[str, bytes]:
    """Return the present content of the files that the paths name, by their names when loaded.

    Of standard input, which can be read only once, it is the loaded content. Raises FileError.
    """
    from_input = {document.name: document for document in loaded.documents}.get(STDIN_NAME)
    contents = {}
    for name in expand(paths):
        if name == STANDARD_INPUT and from_input is not None:
            contents[STDIN_NAME] = _content(from_input)
        else:
            contents[name] = read_bytes(name)
    return contents


def _document(name: str, data: bytes, known: Document | None) -> Document:
    return known if known is not None and _content(known) == data else read(name, data)


def _content(document: Document) -> bytes:
    return document.text.written.encode("utf-8", "surrogatepass")


def _documents(names: Sequence[str], step: Callable[[], None]) -> Iterator[Document]:
    for name in names:
        yield read(STDIN_NAME if name == STANDARD_INPUT else name, read_bytes(name))
        step()
