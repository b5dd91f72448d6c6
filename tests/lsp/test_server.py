"""The server as a process, as an editor has it."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from claim_tracker.lsp.features.diagnostics import diagnostics
from claim_tracker.lsp.pieces import Json
from claim_tracker.lsp.server import Server, create_server
from claim_tracker.lsp.snapshot import Snapshot
from tests.conftest import CommandLine
from tests.lsp.client import Client, Message, served_here, server
from tests.lsp.editor import TODAY
from tests.lsp.samples import HEAD, VALID

END = {"line": 99, "character": 0}
CONTEXT: Message = {"diagnostics": []}


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """The address of a file of claims in a folder."""
    path = tmp_path / "data" / "claims.yaml"
    path.parent.mkdir()
    path.write_text(VALID, encoding="utf-8")
    return path.as_uri()


def typed(text: str, at: dict[str, int]) -> dict[str, Any]:
    return {"range": {"start": at, "end": at}, "text": text}


@pytest.mark.slow
def test_findings_come_and_go_as_one_types(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, HEAD + "    source: harbour-2062\n")
        assert [it["code"] for it in client.findings(uri, 1)] == ["E202"]
        client.change(uri, 2, {"text": HEAD + "    source: harbour-2026\n"})
        assert client.findings(uri, 2) == []
        client.change(uri, 3, typed("    knote: x\n", END))
        assert [it["code"] for it in client.findings(uri, 3)] == ["E101"]


def test_the_right_key_of_a_source_is_a_key_away(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, HEAD)
        client.change(uri, 2, typed("    source: harbour-2062\n", END))
        (wrong,) = client.findings(uri, 2)
        params = {"textDocument": {"uri": uri}, "range": wrong["range"], "context": CONTEXT}
        actions = client.request("textDocument/codeAction", params)["result"]
        (mend,) = (each for each in actions if each.get("isPreferred"))
        assert mend["diagnostics"] == [wrong]
        client.change(
            uri,
            3,
            *(
                {"range": edit["range"], "text": edit["newText"]}
                for edit in mend["edit"]["changes"][uri]
            ),
        )
        assert client.findings(uri, 3) == []


@pytest.mark.slow
def test_a_chosen_action_is_worked_out(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID.replace("kind", "knid"))
        only = {"diagnostics": [], "only": ["source.fixAll"]}
        place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
        params = {"textDocument": {"uri": uri}, "range": place, "context": only}
        (action,) = client.request("textDocument/codeAction", params)["result"]
        resolved = client.request("codeAction/resolve", action)["result"]
        (edit,) = resolved["edit"]["changes"][uri]
        assert edit["newText"] == "    kind: commitment\n"


@pytest.mark.slow
def test_what_can_be_written_is_offered(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, HEAD + "    source: \n")
        at = {"line": HEAD.count("\n"), "character": 12}
        params = {"textDocument": {"uri": uri}, "position": at}
        (item,) = client.request("textDocument/completion", params)["result"]["items"]
        assert item["textEdit"]["newText"] == "harbour-2026"


@pytest.mark.slow
def test_the_findings_of_a_burst_of_changes_are_those_of_the_last(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID)
        for version in range(2, 200):
            client.change(uri, version, typed("x", {"line": 9, "character": 13}))
        client.change(uri, 200, typed("\n    knote: x\n", END))
        assert [it["code"] for it in client.findings(uri, 200)] == ["E101"]


@pytest.mark.slow
@pytest.mark.parametrize("files", ["data", ["data/claims.yaml", 7], 7, [], None, {}])
def test_options_may_be_anything(tmp_path: Path, uri: str, files: Any) -> None:
    with server(tmp_path, files=files, more=[1]) as client:
        client.open(uri, VALID.replace("kind", "knid"))
        assert [it["code"] for it in client.findings(uri, 1)] == ["E101"]


@pytest.mark.slow
def test_an_update_is_begun_in_the_editor(tmp_path: Path, uri: str) -> None:
    capabilities = {
        "workspace": {"workspaceEdit": {"documentChanges": True}},
        "window": {"showDocument": {"support": True}},
    }
    with server(tmp_path, capabilities) as client:
        client.open(uri, VALID)
        answer, (edit, shown) = client.execute("tracker.record", uri, "bridge-opens")
        assert answer["result"] is None
        assert edit["method"] == "workspace/applyEdit"
        assert edit["params"]["label"] == "Record what became of `bridge-opens`"
        (change,) = edit["params"]["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": uri, "version": 1}
        assert "        outcome: ''\n" in change["edits"][0]["newText"]
        assert (shown["method"], shown["params"]["uri"]) == ("window/showDocument", uri)
        start = shown["params"]["selection"]["start"]
        assert start == {"line": VALID.count("\n") + 2, "character": 17}


@pytest.mark.slow
def test_an_update_is_begun_in_an_editor_that_shows_nothing(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID)
        _, (edit,) = client.execute("tracker.record", uri, "bridge-opens")
        assert list(edit["params"]["edit"]["changes"]) == [uri]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"result": None}, -32602),
        ({"result": {}}, -32602),
        ({"result": {"applied": True}, "error": None}, None),
    ],
)
def test_an_answer_that_cannot_be_read_ends_what_waits_for_it(
    tmp_path: Path, uri: str, answer: Message, code: int | None
) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID)
        ended, _ = client.execute("tracker.record", uri, "bridge-opens", answer=answer)
        assert ended.get("error", {}).get("code") == code


@pytest.mark.slow
def test_a_refusal_is_a_message_without_a_traceback(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID)
        answers = [client.execute("tracker.record", *it)[0] for it in ([], [uri], [uri, "pier"])]
        name = {"line": 6, "character": 10}
        params = {"textDocument": {"uri": uri}, "position": name, "newName": "A Name"}
        answers.append(client.request("textDocument/rename", params))
        assert {answer["error"]["code"] for answer in answers} == {-32803}
        last = answers[-1]["error"]["message"]
        assert last == "`A Name` is not an id: write `a-name`"
        process = client.process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.slow
def test_a_file_that_is_deleted_outside_has_no_findings(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(VALID.replace("kind", "knid"), encoding="utf-8")
    with server(tmp_path, files=["other.yaml"]) as client:
        found = client.next_note("textDocument/publishDiagnostics")
        assert found["uri"] == other.as_uri()
        other.unlink()
        changed = {"changes": [{"uri": other.as_uri(), "type": 3}]}
        client.notify("workspace/didChangeWatchedFiles", changed)
        assert client.findings(other.as_uri(), None) == []


@pytest.mark.slow
def test_an_editor_that_is_gone_ends_the_server(tmp_path: Path) -> None:
    with server(tmp_path) as client:
        assert client.process.stdin is not None
        client.process.stdin.close()
        assert client.process.wait(timeout=20) == 0
        assert client.process.stderr is not None
        assert client.process.stderr.read() == b""


@pytest.mark.slow
def test_an_editor_that_reads_no_more_ends_the_server(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        assert client.process.stdout is not None
        client.process.stdout.close()
        client.open(uri, VALID.replace("kind", "knid"))
        assert client.process.wait(timeout=20) == 141
        assert client.process.stderr is not None
        assert client.process.stderr.read() == b""


@pytest.mark.slow
def test_a_request_that_is_cancelled_too_late_is_not_logged(tmp_path: Path, uri: str) -> None:
    with server(tmp_path) as client:
        client.open(uri, VALID)
        client.notify("$/cancelRequest", {"id": 1})
        assert client.findings(uri, 1) == []
        assert client.process.stdin is not None
        client.process.stdin.close()
        assert client.process.wait(timeout=20) == 0
        assert client.process.stderr is not None
        assert client.process.stderr.read() == b""


class Written(io.BytesIO):
    """Messages that are all written at once, and whether the last of them was read."""

    def __init__(self, *messages: dict[str, Any]) -> None:
        bodies = (json.dumps({"jsonrpc": "2.0", **each}).encode() for each in messages)
        super().__init__(b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(it), it) for it in bodies))
        self.is_read = Event()

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if not line:
            self.is_read.set()
        return line


def answers(own: Server, written: Written, number: int) -> Iterator[tuple[Any, Message]]:
    """Each of the first answers of a server to what is written to it, after its id."""
    there, here = os.pipe()
    with os.fdopen(there, "rb", buffering=0) as stdout, os.fdopen(here, "wb") as stdin:
        own.start_io(written, stdin)
        process: Any = SimpleNamespace(stdout=stdout)
        client = Client(process)
        messages = (message for message in iter(client.read, {}) if "id" in message)
        yield from ((message["id"], message) for message in islice(messages, number))


def test_a_request_that_is_cancelled_before_it_is_begun_is_not_worked_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = {"uri": "untitled:x", "languageId": "yaml", "version": 1, "text": HEAD}
    at = {"textDocument": document, "position": {"line": 0, "character": 0}}
    written = Written(
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
        *({"id": number, "method": "textDocument/hover", "params": at} for number in (2, "x", 3)),
        *({"method": "$/cancelRequest", "params": {"id": number}} for number in (2, "x")),
    )
    own = create_server(lambda: TODAY)
    monkeypatch.setattr(own.files, "open", lambda _: written.is_read.wait(20))
    codes = {
        number: answer.get("error", {}).get("code") for number, answer in answers(own, written, 4)
    }
    assert codes == {1: None, 2: -32800, "x": -32800, 3: None}


def test_a_request_that_is_cancelled_while_it_is_worked_on_is_ended(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    document = {"uri": "untitled:x", "languageId": "yaml", "version": 1, "text": VALID}
    symbols = {"method": "textDocument/documentSymbol", "params": {"textDocument": document}}
    written = Written(
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
        *({"id": number, **symbols} for number in (2, 3)),
    )
    own = create_server(lambda: TODAY)
    asked: list[Any] = []

    def is_cancelled(request: Any) -> bool:
        asked.append(request)
        return asked.count(2) == 2 and request == 2

    monkeypatch.setattr(own, "is_cancelled", is_cancelled)
    found = dict(answers(own, written, 3))
    assert found[2]["error"]["code"] == -32800
    assert [each["name"] for each in found[3]["result"]] == ["version", "sources", "claims"]
    assert not caplog.records


def test_findings_that_cannot_be_shown_leave_those_of_other_folders(
    tmp_path: Path, uri: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(snapshot: Snapshot) -> dict[str, Json]:
        if uri not in snapshot.uris.values():
            raise ValueError("a fault of the server")
        return diagnostics(snapshot)

    monkeypatch.setattr("claim_tracker.lsp.server.diagnostics", failing)
    with served_here(tmp_path) as client:
        client.open("untitled:x", VALID)
        client.open(uri, HEAD + "    source: harbour-2062\n")
        assert [it["code"] for it in client.findings(uri, 1)] == ["E202"]
    assert "ValueError: a fault of the server" in caplog.text


@pytest.mark.slow
def test_garbage_is_looked_for_while_it_runs() -> None:
    with subprocess.Popen(
        (
            sys.executable,
            "-c",
            """
import gc
import sys
from claim_tracker.lsp.server import serve
gc.disable()
serve(lambda: None)
sys.exit(not gc.isenabled())
""",
        ),
        stdin=subprocess.DEVNULL,
    ) as process:
        assert process.wait(timeout=20) == 0


def test_one_who_starts_it_by_hand_is_told_what_it_is(tracker: CommandLine) -> None:
    tracker.answers()
    assert "started by an editor" in tracker.fails("lsp")


def test_a_folder_is_served_from_its_first_finding_to_the_end(tmp_path: Path, uri: str) -> None:
    with served_here(tmp_path) as client:
        client.open(uri, VALID)
        client.change(uri, 2, typed("    knote: x\n", END))
        assert [it["code"] for it in client.findings(uri, 2)] == ["E101"]
        document = {"textDocument": {"uri": uri}}
        symbols = client.request("textDocument/documentSymbol", document)["result"]
        assert [symbol["name"] for symbol in symbols] == ["version", "sources", "claims"]
        found = client.request("workspace/symbol", {"query": "bridge"})["result"]
        assert found[0]["name"].startswith("bridge-opens")
        other = {"uri": (tmp_path / "other").as_uri(), "name": "other"}
        folders = {"event": {"added": [other], "removed": [other]}}
        client.notify("workspace/didChangeWorkspaceFolders", folders)
        client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        refused = client.request("workspace/executeCommand", {"command": "tracker.record"})
        assert "address" in refused["error"]["message"]
        client.notify("textDocument/didClose", document)
        assert client.findings(uri, None) == []
