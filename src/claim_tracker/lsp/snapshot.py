"""The claims files of a folder as they are at one moment, read and checked together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol import types

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.form.validation import Validated
from claim_tracker.checks.readable import entry_at
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.tracker import Moment, TrackedFile
from claim_tracker.lsp.client import PLAIN, Client
from claim_tracker.lsp.pieces import PieceCache, Pieces
from claim_tracker.lsp.positions import Positions
from claim_tracker.text.diagnostic import Finding, Span
from claim_tracker.yaml import Document


@dataclass(frozen=True)
class Snapshot:
    """Files that are checked together, what was found in them, and the URIs of the files.

    `files` are those whose text was read to its end; of another there is the document
    alone. `uris` has the URI of each document by its name, and `versions` the version of the
    text of each that is open. `client` is the editor that asks. `caches` has what was made of the
    pieces of these files, or of what they were before. `proceed` is called while something long is
    worked out.
    """

    documents: tuple[Document, ...]
    files: tuple[CheckedFile, ...]
    findings: tuple[Finding, ...]
    uris: Mapping[str, str]
    as_of: Moment
    versions: Mapping[str, int | None] = field(default_factory=dict)
    client: Client = PLAIN
    caches: defaultdict[str, PieceCache] = field(
        default_factory=lambda: defaultdict(PieceCache), compare=False
    )
    proceed: Callable[[], None] = field(default=lambda: None, compare=False)

    @cached_property
    def _files(self) -> dict[str, CheckedFile]:
        """Each file by its name; of one that could not be read to its end, nothing is known."""
        empty = Validated()
        unread = {
            each.name: CheckedFile(
                each, empty, TrackedFile(each.name, empty.content).day(self.as_of)
            )
            for each in self.documents
        }
        return unread | {file.document.name: file for file in self.files}

    def holds_at(self, moment: Moment) -> bool:
        """Whether a moment is on the day, by the zone of each file, as of which it was checked."""
        return all(file.tracked.day(moment) == file.today for file in self._files.values())

    def views(self) -> Iterator["View"]:
        """Yield each file."""
        return (View(self, file) for file in self._files.values())

    def view(self, name: str) -> "View | None":
        """Return a file by its name; None for another name."""
        file = self._files.get(name)
        return View(self, file) if file is not None else None

    def positions(self, name: str) -> Positions:
        """Return what counts positions in a file as its editor does."""
        return Positions(self._files[name].document.lines, self.client.encoding)

    def location(self, name: str, span: Span) -> types.Location:
        """Return a stretch of a file as the editor names it."""
        return types.Location(self.uris[name], self.positions(name).range(span))

    def workspace_edit(self, edits: Mapping[str, Sequence[types.TextEdit]]) -> types.WorkspaceEdit:
        """Return the edits of files, by their names, as the editor takes them (WorkspaceEdit)."""
        if not self.client.takes_versions:
            changes = {self.uris[name]: list(those) for name, those in edits.items()}
            return types.WorkspaceEdit(changes=changes)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(
                        self.uris[name], self.versions.get(name)
                    ),
                    list(those),
                )
                for name, those in edits.items()
            ]
        )


@dataclass(frozen=True)
class View:
    """One file among those that are checked with it: what an editor asks about."""

    snapshot: Snapshot
    file: CheckedFile

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.file.document.name

    @property
    def uri(self) -> str:
        """Return the URI of the file."""
        return self.snapshot.uris[self.name]

    @property
    def document(self) -> Document:
        """Return the text and the data of the file."""
        return self.file.document

    @cached_property
    def positions(self) -> Positions:
        """What counts positions in the file as its editor does."""
        return self.snapshot.positions(self.name)

    @property
    def pieces(self) -> Pieces:
        """Return the file in pieces."""
        return self.snapshot.caches[self.name].pieces(self.file, self.uri, self.snapshot.client)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the file."""
        return tuple(each for each in self.snapshot.findings if each.file == self.name)

    @cached_property
    def with_errors(self) -> frozenset[str]:
        """The ids of the claims in which an error was found."""
        errors = (finding for finding in self.findings if finding.severity == "error")
        return frozenset(finding.claim for finding in errors if finding.claim is not None)


def state_at(file: CheckedFile, index: int) -> ClaimState | None:
    """Return the state of the claim at an index in a file.

    None of one that cannot be read whole, or that has not been stated yet.
    """
    entry = entry_at(file, index)
    return state_of(entry, file.today) if entry is not None else None
