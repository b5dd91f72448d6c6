"""The language server: what an editor asks, and who answers.

A handler finds the text as the latest change has left it. Findings are sent when the editor pauses
for a moment, so that nobody waits for those of each key.
"""

import asyncio
import io
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import FeatureNotificationError, JsonRpcRequestCancelled
from pygls.io_ import StdoutWriter
from pygls.lsp.server import LanguageServer

from claim_tracker import __version__
from claim_tracker.io.collector import collect_seldom
from claim_tracker.io.exit_codes import PIPE_CLOSED
from claim_tracker.lsp.client import client_of
from claim_tracker.lsp.features.actions import code_actions, resolve_action
from claim_tracker.lsp.features.code_lens import code_lenses
from claim_tracker.lsp.features.completion import TRIGGERS, completion
from claim_tracker.lsp.features.diagnostics import diagnostics
from claim_tracker.lsp.features.folding import folding_ranges
from claim_tracker.lsp.features.hover import hover
from claim_tracker.lsp.features.inlay_hints import inlay_hints
from claim_tracker.lsp.features.links import document_links
from claim_tracker.lsp.features.recording import RECORD, record
from claim_tracker.lsp.features.references import definition, references
from claim_tracker.lsp.features.rename import prepare_rename, rename
from claim_tracker.lsp.features.symbols import document_symbols
from claim_tracker.lsp.features.workspace_symbols import workspace_symbols
from claim_tracker.lsp.messages import Messages
from claim_tracker.lsp.pieces import Json
from claim_tracker.lsp.protocol import Protocol, is_fault
from claim_tracker.lsp.refusal import RefusedError
from claim_tracker.lsp.snapshot import Snapshot, View
from claim_tracker.lsp.workspace import Workspace, path_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_PAUSE = 0.01
"""Seconds without a change after which findings are sent."""
_END_INTERVAL = 0.01
"""Seconds between attempts at the end to cancel what still waits."""
_POLL_INTERVAL = 2.0
"""Seconds between looks whether files have changed on the disk."""
_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2
_WATCHED = "**/*.{yaml,yml}"
_NOTHING = Json("[]")
_log = logging.getLogger(__name__)

Feature = Callable[[View, Any], Any]
"""From a file and the parameters of a request to its result."""
FEATURES: dict[str, tuple[Feature, Any]] = {
    types.TEXT_DOCUMENT_CODE_ACTION: (
        code_actions,
        types.CodeActionOptions(
            [
                types.CodeActionKind.QuickFix,
                types.CodeActionKind.Refactor,
                types.CodeActionKind.SourceFixAll,
            ],
            resolve_provider=True,
        ),
    ),
    types.TEXT_DOCUMENT_CODE_LENS: (code_lenses, types.CodeLensOptions()),
    types.TEXT_DOCUMENT_COMPLETION: (completion, types.CompletionOptions(list(TRIGGERS))),
    types.TEXT_DOCUMENT_DEFINITION: (definition, types.DefinitionOptions()),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (document_links, types.DocumentLinkOptions()),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (document_symbols, types.DocumentSymbolOptions()),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (folding_ranges, types.FoldingRangeOptions()),
    types.TEXT_DOCUMENT_HOVER: (hover, types.HoverOptions()),
    types.TEXT_DOCUMENT_INLAY_HINT: (inlay_hints, types.InlayHintOptions()),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (prepare_rename, None),
    types.TEXT_DOCUMENT_REFERENCES: (references, types.ReferenceOptions()),
    types.TEXT_DOCUMENT_RENAME: (rename, types.RenameOptions(prepare_provider=True)),
}
"""What answers each request about one file, with the options that the editor is told."""


class Server(LanguageServer):
    """The server, and the files of its workspace."""

    protocol: Protocol

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__("tracker", __version__, protocol_cls=Protocol)
        self.files = Workspace(os.environ, clock, proceed=self._proceed)
        self._timer: asyncio.TimerHandle | None = None
        self._published: dict[str, Json] = {}
        self._faults: frozenset[str] = frozenset()
        self._messages: Messages | None = None

    def start_io(self, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None) -> None:
        """Answer what an editor writes until it ends, or asks for the end."""
        self.protocol.set_writer(StdoutWriter(stdout or sys.stdout.buffer))
        asyncio.run(self._listen(stdin or sys.stdin.buffer))

    async def _listen(self, stdin: BinaryIO) -> None:
        self._messages = Messages(stdin)
        try:
            while (body := await self._messages.next()) is not None:
                self.protocol.take(body)
                await asyncio.sleep(0)  # for what is due meanwhile
        finally:
            while others := asyncio.all_tasks() - {asyncio.current_task()}:
                self.protocol.wait_no_more()
                await asyncio.wait(others, timeout=_END_INTERVAL)

    def is_cancelled(self, request: int | str) -> bool:
        """Whether the editor has cancelled a request by now."""
        return self._messages is not None and self._messages.cancels(request)

    def _proceed(self) -> None:
        """End the request that is worked on where the editor has cancelled it."""
        request = self.protocol.msg_id
        if request is not None and self.is_cancelled(request):
            raise JsonRpcRequestCancelled

    def publish_soon(self) -> None:
        """Send the findings when there was no change for a moment."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_PAUSE, self._publish)

    def _publish(self) -> None:
        """Send the findings of each file that has others than it had, or another text."""
        found = dict(self._found())
        gone = {uri: _published(uri, _NOTHING) for uri in self._published if uri not in found}
        for uri, params in (found | gone).items():
            if params != self._published.get(uri):
                self.protocol.notify_json(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
        self._published = found
        self._tell_faults()

    def _found(self) -> Iterator[tuple[str, Json]]:
        """Yield the URI and the findings of each file that is open or has any."""
        for snapshot in self.files.snapshots():
            for name, found in self._diagnostics(snapshot).items():
                version, uri = self.files.version(name), snapshot.uris[name]
                if found != _NOTHING or version is not None:
                    yield uri, _published(uri, found, version)

    def _diagnostics(self, snapshot: Snapshot) -> dict[str, Json]:
        """Return the findings of some files; where they cannot be put as such, that is logged."""
        try:
            return diagnostics(snapshot)
        except Exception:  # noqa: BLE001 - whatever it is, those of the other folders are shown
            _log.exception("what is wrong with %s could not be shown", ", ".join(snapshot.uris))
            return {}

    def _tell_faults(self) -> None:
        """Say once which folders cannot be read."""
        faults = frozenset(self.files.faults)
        for fault in sorted(faults - self._faults):
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, f"tracker: {fault}")
            )
        self._faults = faults

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell the editor of a fault; pygls logs those of requests, and of notifications none."""
        if source is FeatureNotificationError:
            _log.exception("what the editor said could not be taken in")
        super().report_server_error(error, source)

    def look_again(self) -> None:
        """Find the files of the folders anew."""
        self.files.look_again()
        self.publish_soon()

    def keep_looking(self) -> None:
        """Look from time to time whether files have changed: not every editor watches them."""
        if self.files.has_changed():
            self.look_again()
        asyncio.get_running_loop().call_later(_POLL_INTERVAL, self.keep_looking)


def _published(uri: str, found: Json, version: int | None = None) -> Json:
    """Return the findings in a version of the text of a file (PublishDiagnosticsParams)."""
    of_version = f', "version": {version}' if version is not None else ""
    return Json(f'{{"uri": {json.dumps(uri)}{of_version}, "diagnostics": {found.text}}}')


class _Output(io.FileIO):
    """What the editor reads; where it does not any more, the process ends.

    At once, since to end in order would be to wait for another message from the editor.
    """

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except OSError:
            os._exit(PIPE_CLOSED)


def serve(clock: Callable[[], datetime]) -> None:
    """Answer the editor at standard input and output until it is gone, as of the present moment.

    What anything else writes to standard output goes to standard error.
    """
    collect_seldom()
    # Not `sys.stdin`, which Python closes at its end and waits for who still reads from it.
    messages = io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False))
    with io.BufferedWriter(_Output(os.dup(_STANDARD_OUTPUT), "wb")) as protocol:
        os.dup2(_STANDARD_ERROR, _STANDARD_OUTPUT)
        create_server(clock).start_io(messages, protocol)


def create_server(clock: Callable[[], datetime]) -> Server:
    """Return a server with all that it answers."""
    server = Server(clock)
    # pygls passes the server to functions whose first parameter is typed as one.
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_folders_changed)
    server.feature(types.CODE_ACTION_RESOLVE)(_resolve)
    server.feature(types.WORKSPACE_SYMBOL)(_symbols)
    for name, (feature, options) in FEATURES.items():
        server.feature(name, options)(partial(_answer, server, feature))
    server.command(RECORD)(_record)
    logging.getLogger("pygls").setLevel(logging.ERROR)  # it warns of what is cancelled too late
    logging.getLogger("pygls.protocol.json_rpc").addFilter(is_fault)
    return server


def _answer(server: Server, feature: Feature, params: Any) -> Any:
    """Return the answer of a feature for the file of a request; None for an unknown file."""
    view = server.files.view(params.text_document.uri)
    return feature(view, params) if view is not None else None


def _resolve(server: Server, action: types.CodeAction) -> types.CodeAction:
    match action.data:
        case {"uri": str(uri)} if (view := server.files.view(uri)) is not None:
            return resolve_action(view, action)
    return action


async def _record(server: Server, *arguments: Any) -> None:
    """Have the editor write the beginning of an update, and go to it."""
    uri = arguments[0] if arguments else None
    view = server.files.view(uri) if isinstance(uri, str) else None
    if view is None:
        raise RefusedError("name a file of claims by its address")
    change = record(view, *arguments[1:])
    params = types.ApplyWorkspaceEditParams(change.edit, change.label)
    result = await server.workspace_apply_edit_async(params)
    if not result.applied:
        raise RefusedError(result.failure_reason or "the editor did not make the change")
    if get_capability(server.client_capabilities, "window.show_document.support"):
        await server.window_show_document_async(
            types.ShowDocumentParams(change.uri, take_focus=True, selection=change.selection)
        )


def _symbols(server: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    return workspace_symbols(server.files.snapshots(), params)


def _initialize(server: Server, params: types.InitializeParams) -> None:
    encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
    server.files.client = client_of(params, encoding)
    server.files.settings = _file_names(params.initialization_options)
    uris = [folder.uri for folder in params.workspace_folders or ()]
    if not uris and params.root_uri is not None:
        uris = [params.root_uri]
    server.files.folders = list(_paths(uris))


def _file_names(options: object) -> tuple[str, ...]:
    """Return the names of files in the options that an editor sends, whatever they are."""
    named = options.get("files") if isinstance(options, dict) else None
    if isinstance(named, str):
        return (named,)
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()


def _initialized(server: Server, _: types.InitializedParams) -> None:
    server.keep_looking()
    server.look_again()
    registering = "workspace.did_change_watched_files.dynamic_registration"
    if get_capability(server.client_capabilities, registering):
        watched = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        watchers = [types.FileSystemWatcher(_WATCHED)]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("claims-files", watched, options)
        server.client_register_capability(types.RegistrationParams([registration]))


def _files_changed(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    server.look_again()


def _folders_changed(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    removed = set(_paths(folder.uri for folder in params.event.removed))
    kept = [folder for folder in server.files.folders if folder not in removed]
    added = _paths(folder.uri for folder in params.event.added)
    server.files.folders = list(dict.fromkeys([*kept, *added]))
    server.look_again()


def _paths(uris: Iterable[str]) -> Iterable[Path]:
    return (Path(path) for uri in uris if (path := path_of(uri)) is not None)
