"""The files of a workspace: those of its folders, and those that are open in the editor."""

import logging
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from claim_tracker.checks.rechecking import Rechecking
from claim_tracker.io.collector import collector_paused
from claim_tracker.io.files import (
    DEFAULT,
    ENVIRONMENT,
    FileError,
    Signature,
    expand,
    follow_links,
    is_of_claims,
    read_bytes,
    signature,
)
from claim_tracker.lsp.buffer import Buffer
from claim_tracker.lsp.client import PLAIN, Client
from claim_tracker.lsp.pieces import PieceCache
from claim_tracker.lsp.snapshot import Snapshot, View

_log = logging.getLogger(__name__)
_CLAIMS = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|[\r\n])(?:claims|\"claims\"|'claims')[ \t]*:")
"""The key of the claims at the beginning of a line; before the first there may be a mark (BOM)."""
_SKIPPED = frozenset({"node_modules", "site-packages", "venv"})
_MAX_ENTRIES = 20_000
"""How many files and folders are looked at for claims where nobody has named any."""


@dataclass
class _Disk:
    """Files as they were when they were last read, each with what tells that it has changed.

    `times` has the last change of each file and folder that was looked at to find those of claims.
    """

    contents: dict[str, tuple[Signature, bytes | None]] = field(default_factory=dict)
    times: dict[str, int | None] = field(default_factory=dict)

    def content(self, name: str) -> bytes | None:
        """Return the content of a file, the same object until it changes, or None if it is gone."""
        present = signature(name)
        if present is None:
            self.contents.pop(name, None)
            return None
        if self.contents.get(name, (None, None))[0] != present:
            self.contents[name] = present, _read(name)
        return self.contents[name][1]

    def is_changed(self, name: str) -> bool:
        """Whether a file is another one than when it was last read."""
        return self.contents.get(name, (None, None))[0] != signature(name)

    def yaml_in(self, folder: Path) -> list[str]:
        """Return the files in a folder that are named as YAML, but for what is hidden or of others.

        Of a very large folder only a part is looked at.
        """
        found: set[str] = set()
        left = _MAX_ENTRIES
        self.will_look_at(folder)
        for top, folders, names in os.walk(folder):
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and name not in _SKIPPED
            )
            files = [Path(top, name) for name in names if is_of_claims(name)]
            for path in (*(Path(top, name) for name in folders), *files):
                self.will_look_at(path)
            found.update(os.path.realpath(path) for path in files if _is_in(path, folder))
            left -= len(names) + len(folders)
            if left < 0:
                break
        return sorted(found)

    def will_look_at(self, path: Path) -> None:
        """Take down when a file or a folder was changed last, to see later whether it was again."""
        self.times[str(path)] = _changed_at(str(path))

    def is_changed_since(self) -> bool:
        """Whether something that was looked at was changed; for a folder, what is in it."""
        return any(_changed_at(path) != time for path, time in self.times.items())


def _is_in(path: Path, folder: Path) -> bool:
    """Whether a file in a folder is no link, or one that is followed though nobody named it."""
    try:
        return not path.is_symlink() or follow_links(path, folder).is_file()
    except (OSError, ValueError):
        return False


def _changed_at(path: str) -> int | None:
    try:
        return Path(path).stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def _read(name: str) -> bytes | None:
    """Return the content of a file; None of one that cannot be read."""
    try:
        return read_bytes(name)
    except FileError:
        return None


@dataclass
class _Group:
    """Files that are checked together, and what came of it when that was done last."""

    names: tuple[str, ...]
    rechecking: Rechecking = field(default_factory=Rechecking)
    snapshot: Snapshot | None = None
    caches: defaultdict[str, PieceCache] = field(default_factory=lambda: defaultdict(PieceCache))


@dataclass
class Workspace:
    """Folders, the files of claims in them, and the files that are open.

    The claims files of a folder are those that were set for it, else those that `TRACKER_FILE`
    names, else `data/claims.yaml`, else all files of YAML with claims. They are checked together;
    any other open file is checked by itself. `faults` says which folders cannot be read, and why.
    `proceed` is called while something long is worked out, and raises where that is to end.
    """

    environ: Mapping[str, str]
    clock: Callable[[], datetime]
    client: Client = PLAIN
    folders: list[Path] = field(default_factory=list)
    settings: Sequence[str] = ()
    faults: list[str] = field(default_factory=list)
    proceed: Callable[[], None] = lambda: None
    _buffers: dict[str, dict[str, Buffer]] = field(default_factory=dict)
    """By the name of a file and a URI of it: where links lead to it there may be several."""
    _disk: _Disk = field(default_factory=_Disk)
    _groups: list[_Group] | None = None

    def open(self, document: types.TextDocumentItem) -> None:
        """Take the text of a file from the editor from now on."""
        buffers = self._buffers.setdefault(document_name(document.uri), {})
        buffers.pop(document.uri, None)
        buffers[document.uri] = Buffer(
            document.uri, document.version, document.text, self.client.encoding
        )
        self.look_again()

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change the text of an open file."""
        uri = params.text_document.uri
        name = document_name(uri)
        buffers = self._buffers.get(name, {})
        if uri not in buffers:
            return
        buffers[uri] = buffers.pop(uri)  # the last of them is the one in use
        buffers[uri].change(params.text_document.version, params.content_changes)
        group = self._group_of(name)
        if group is not None:
            group.snapshot = None
        elif self._has_claims(name):
            self.look_again()

    def close(self, uri: str) -> None:
        """Take the text of a file from the disk from now on."""
        name = document_name(uri)
        buffers = self._buffers.get(name, {})
        buffers.pop(uri, None)
        if not buffers:
            self._buffers.pop(name, None)
        self.look_again()

    def look_again(self) -> None:
        """Find the files of the folders anew, since some may be new or gone."""
        known = {group.names: group for group in self._groups or ()}
        self.faults.clear()
        self._disk.times.clear()
        groups = [_Group(tuple(names)) for names in self._found()]
        self._groups = [known.get(group.names, group) for group in groups]
        for group in self._groups:
            group.snapshot = None

    def has_changed(self) -> bool:
        """Whether it is another day, or a file that is not open is another one, new or gone."""
        groups, now = self._groups or (), self.clock()
        return (
            self._disk.is_changed_since()
            or any(
                name not in self._buffers and self._disk.is_changed(name)
                for group in groups
                for name in group.names
            )
            or any(
                group.snapshot is not None and not group.snapshot.holds_at(now) for group in groups
            )
        )

    def version(self, name: str) -> int | None:
        """Return the version of the text of an open file; None for another."""
        buffer = self._buffer(name)
        return buffer.version if buffer is not None else None

    def snapshots(self) -> Iterator[Snapshot]:
        """Yield the files that are checked together, as they are now.

        Those whose check failed by a fault of the server are left out, and the fault is logged.
        """
        for group in self._all():
            try:
                snapshot = self._snapshot(group)
            except Exception:  # noqa: BLE001 - whatever it is, the others are shown
                _log.exception("%s could not be checked", ", ".join(group.names))
            else:
                yield snapshot

    def snapshot(self, uri: str) -> Snapshot | None:
        """Return the files that are checked with the file at a URI, as they are now."""
        group = self._group_of(document_name(uri))
        return self._snapshot(group) if group is not None else None

    def view(self, uri: str) -> View | None:
        """Return the file at a URI, as it is now; None for one that is not known."""
        snapshot = self.snapshot(uri)
        return snapshot.view(document_name(uri)) if snapshot is not None else None

    def _all(self) -> list[_Group]:
        if self._groups is None:
            self.look_again()
        return self._groups or []

    def _group_of(self, name: str) -> _Group | None:
        """Return the files that are checked with a file; None for one that is not known."""
        return next((group for group in self._all() if name in group.names), None)

    def _snapshot(self, group: _Group) -> Snapshot:
        """Return the files of a group, which are checked where one was changed, or the day."""
        now, known = self.clock(), group.snapshot
        if known is not None and known.holds_at(now):
            return known
        contents = {name: it for name in group.names if (it := self._content(name)) is not None}
        try:
            with collector_paused():
                checked = group.rechecking.check(contents, now)
        except Exception:
            group.rechecking = Rechecking()  # what it knows may be of two texts
            raise
        uris = {name: self._uri(name) for name in contents}
        group.snapshot = Snapshot(
            checked.documents,
            checked.files,
            checked.findings,
            uris,
            now,
            {name: self.version(name) for name in contents},
            self.client,
            group.caches,
            self.proceed,
        )
        return group.snapshot

    def _content(self, name: str) -> str | bytes | None:
        buffer = self._buffer(name)
        return buffer.text if buffer is not None else self._disk.content(name)

    def _uri(self, name: str) -> str:
        buffer = self._buffer(name)
        return buffer.uri if buffer is not None else Path(name).as_uri()

    def _buffer(self, name: str) -> Buffer | None:
        """Return the text of an open file: of several, the one that was changed last."""
        buffers = self._buffers.get(name)
        return next(reversed(buffers.values())) if buffers else None

    def _found(self) -> Iterator[list[str]]:
        """Yield the names of the files of each folder, and of each other open file with claims."""
        known: set[str] = set()
        for folder in self.folders:
            names = [name for name in self._claims_files(folder) if name not in known]
            known.update(names)
            if names:
                yield names
        for name in self._buffers:
            if name not in known and self._has_claims(name):
                yield [name]

    def _claims_files(self, folder: Path) -> list[str]:
        named = self.settings or [
            path for path in self.environ.get(ENVIRONMENT, "").split(os.pathsep) if path
        ]
        default = folder / DEFAULT
        if not (named or default.is_symlink() or default.is_file()):
            return [name for name in self._disk.yaml_in(folder) if self._has_claims(name)]
        paths = [folder / name for name in named] or [default]
        for path in paths:
            if path.is_dir():
                self._disk.yaml_in(path)
            elif path.is_symlink() or not path.is_file():
                self._disk.will_look_at(path.parent)
        in_settings = "`files` in the settings of the editor"
        try:
            if not named:
                follow_links(default, folder)
            return [os.path.realpath(name) for name in expand(map(str, paths))]
        except FileError as error:
            self.faults.append(
                f"{error.message}; check {in_settings if self.settings else ENVIRONMENT}"
            )
        except ValueError as error:
            self.faults.append(
                f"`{default}` is not read: {error}; if that is meant, name it in {in_settings}"
            )
        return []

    def _has_claims(self, name: str) -> bool:
        content = self._content(name)
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        return data is not None and _CLAIMS.search(data) is not None


def document_name(uri: str) -> str:
    """Return the name of the file at a URI: its path without links, else the URI."""
    path = path_of(uri)
    return os.path.realpath(path) if path is not None else uri


def path_of(uri: str) -> str | None:
    """Return the path of the file at a URI; None where no file can have one such."""
    try:
        path = to_fs_path(uri) if uri.startswith("file:") else None
        return path if path and b"\0" not in os.fsencode(path) else None
    except ValueError:  # no URI, or letters that are in no path
        return None
