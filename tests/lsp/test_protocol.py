"""Whatever an editor writes, the server goes on."""

import io
import logging
from contextlib import suppress
from typing import Any

import pytest

from claim_tracker.lsp.server import create_server
from tests.lsp.client import Message
from tests.lsp.editor import TODAY
from tests.lsp.messages import (
    BEGIN,
    CANCELLED,
    END,
    ENDED,
    METHOD,
    OPEN,
    PARAMS,
    URI,
    answered,
    asked,
    codes_in,
    framed,
    messages_in,
    told,
)

START = {"line": 0, "character": 0}


@pytest.mark.parametrize(
    "body", [b'{"jsonrpc": ', b"\xff\xfe{", b"", b"[" * 100_000, "shutdown", [], {}, 7]
)
def test_what_is_no_message_is_logged(caplog: pytest.LogCaptureFixture, body: Any) -> None:
    assert answered(framed(BEGIN, body, END)) == [(1, None), ENDED]
    assert "a message of the editor cannot be read" in caplog.text


RECORD = asked(
    "workspace/executeCommand",
    {"command": "tracker.record", "arguments": [URI, "bridge-opens"]},
)
AT = {"textDocument": {"uri": URI}, "position": START}
NO_REQUEST: dict[str, tuple[Message, int]] = {
    "an unknown method": (asked("nothing/atAll", {}), METHOD),
    "no parameters": ({"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover"}, PARAMS),
    "parameters that are a list": (asked("textDocument/hover", []), PARAMS),
    "a position that is a text": (asked("textDocument/hover", AT | {"position": "x"}), PARAMS),
    "an unknown command": (asked("workspace/executeCommand", {"command": "rm"}), PARAMS),
}


@pytest.mark.parametrize(("request_", "code"), NO_REQUEST.values(), ids=NO_REQUEST)
def test_a_request_that_cannot_be_worked_out_has_an_error(request_: Message, code: int) -> None:
    assert (5, code) in answered(framed(BEGIN, OPEN, request_, END))


def test_a_notification_that_cannot_be_read_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    opened = told("textDocument/didOpen", {"textDocument": "x"})
    assert answered(framed(BEGIN, opened, END)) == [(1, None), ENDED]
    assert "a message of the editor cannot be read" in caplog.text


NEVER_OPENED = {"uri": "untitled:y", "version": 2}


@pytest.mark.parametrize(
    "message",
    [
        told("nothing/atAll"),
        told("$/progress", {"token": 1, "value": {}}),
        told("window/workDoneProgress/cancel", {"token": "x"}),
        told("$/cancelRequest", {"id": 77}),
        told(
            "textDocument/didChange",
            {"textDocument": {"uri": "x", "version": 1}, "contentChanges": []},
        ),
        told("textDocument/didClose", {"textDocument": NEVER_OPENED}),
        {"jsonrpc": "2.0", "id": 44, "result": {"applied": 3}},
        {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "x"}},
    ],
)
def test_what_is_not_for_the_server_is_passed_over(
    caplog: pytest.LogCaptureFixture, message: Message
) -> None:
    assert answered(framed(BEGIN, message, END)) == [(1, None), ENDED]
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize(("messages", "status"), [((BEGIN, END), 0), ((BEGIN,), 1), ((), 1)])
def test_the_status_says_whether_the_end_was_announced(
    messages: tuple[Message, ...], status: int
) -> None:
    with pytest.raises(SystemExit) as ended:
        answered(framed(*messages, told("exit"), OPEN))
    assert ended.value.code == status


@pytest.mark.parametrize(
    "data",
    [
        None,
        7,
        [],
        {},
        {"uri": URI},
        {"uri": 7, "do": "fix-all"},
        {"uri": URI, "do": ["fix-all"]},
        {"uri": URI, "do": "drop"},
        {"uri": URI, "do": "make"},
        {"uri": URI, "do": "make", "what": "bridge", "word": "x"},
        {"uri": URI, "do": "make", "what": [], "word": "x"},
        {"uri": URI, "do": "make", "what": "place", "word": 7},
        {"uri": URI, "do": "source-key", "url": {}, "key": ""},
    ],
)
def test_an_action_of_another_server_is_returned_as_it_is(
    caplog: pytest.LogCaptureFixture, data: Any
) -> None:
    action = {"title": "x", "data": data}
    written = io.BytesIO()
    stream = io.BytesIO(framed(BEGIN, OPEN, asked("codeAction/resolve", action), END))
    create_server(lambda: TODAY).start_io(stream, written)
    (found,) = (each for each in messages_in(written.getvalue()) if each.get("id") == 5)
    assert found["result"] == {key: value for key, value in action.items() if value is not None}
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize("last", [[], [END], [told("exit")]])
def test_what_waits_for_the_editor_is_cancelled_at_the_end(
    caplog: pytest.LogCaptureFixture, last: list[Message]
) -> None:
    written = io.BytesIO()
    with suppress(SystemExit):
        sent = io.BytesIO(framed(BEGIN, OPEN, RECORD, *last))
        create_server(lambda: TODAY).start_io(sent, written)
    assert (5, CANCELLED) in codes_in(written)
    assert not caplog.records


def test_a_fault_in_what_is_not_answered_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a fault of the server")

    own = create_server(lambda: TODAY)
    monkeypatch.setattr(own.files, "open", fail)
    assert answered(framed(BEGIN, OPEN, END), own) == [(1, None), ENDED]
    assert "ValueError: a fault of the server" in caplog.text
