"""Whatever an editor writes, the server goes on, and answers as JSON-RPC 2.0 has it."""

import io
import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from claim_tracker.lsp.server import create_server
from tests.lsp.client import Message, served_here
from tests.lsp.editor import TODAY
from tests.lsp.messages import (
    BEGIN,
    CANCELLED,
    DOCUMENT,
    END,
    ENDED,
    METHOD,
    NOT_BEGUN,
    OPEN,
    PARAMS,
    PARSE,
    REQUEST,
    URI,
    answered,
    asked,
    codes_in,
    framed,
    messages_in,
    told,
)

START = {"line": 0, "character": 0}


NO_MESSAGE: dict[str, tuple[Any, tuple[Any, int]]] = {
    "no JSON": (b'{"jsonrpc": ', (None, PARSE)),
    "no UTF-8": (b"\xff\xfe{", (None, PARSE)),
    "nothing": (b"", (None, PARSE)),
    "a number without an end": (b"1" * 5_000, (None, PARSE)),
    "far too deep": (b"[" * 100_000, (None, PARSE)),
    "a text": ("shutdown", (None, REQUEST)),
    "an empty batch": ([], (None, REQUEST)),
    "a batch": ([END, END], (None, REQUEST)),
    "no fields": ({}, (None, REQUEST)),
    "no version": ({"id": 5, "method": "shutdown"}, (5, REQUEST)),
    "another version": (asked("shutdown", jsonrpc="1.0"), (5, REQUEST)),
    "a method that is a number": (asked("x") | {"method": 1}, (5, REQUEST)),
    "a method that is a list": (asked("x") | {"method": []}, (5, REQUEST)),
    "a notification of a number": (told("x") | {"method": 1}, (None, REQUEST)),
    "an id that is an object": (asked("shutdown", id={"a": 1}), (None, REQUEST)),
    "an id that is a list": (asked("shutdown", id=[]), (None, REQUEST)),
    "an id that is nothing": (asked("shutdown", id=None), (None, REQUEST)),
    "an id that is true": (asked("shutdown", id=True), (None, REQUEST)),
    "an id that is a fraction": (asked("shutdown", id=1.5), (None, REQUEST)),
    "neither a request nor a response": ({"jsonrpc": "2.0", "id": 5}, (None, REQUEST)),
}


@pytest.mark.parametrize(("body", "answer"), NO_MESSAGE.values(), ids=NO_MESSAGE)
def test_what_is_no_message_is_answered_and_a_line_of_the_log(
    caplog: pytest.LogCaptureFixture, body: Any, answer: tuple[Any, int]
) -> None:
    assert answered(framed(BEGIN, body, END)) == [(1, None), answer, ENDED]
    assert_one_line(caplog)


def assert_one_line(caplog: pytest.LogCaptureFixture) -> None:
    (line,) = (each for each in caplog.records if each.levelno >= logging.WARNING)
    assert line.getMessage().startswith("a message of the editor is refused: ")
    assert "\n" not in line.getMessage()
    assert line.exc_info is None


RECORD = asked(
    "workspace/executeCommand",
    {"command": "tracker.record", "arguments": [URI, "bridge-opens"]},
)
AT = {"textDocument": {"uri": URI}, "position": START}
NO_REQUEST: dict[str, tuple[Message, int]] = {
    "an unknown method": (asked("nothing/atAll"), METHOD),
    "an unknown method of no kind": (asked("$/nothing"), METHOD),
    "an unknown method without parameters": (asked("x") | {"params": 1}, METHOD),
    "what the server says": (asked("window/showDocument", {"uri": URI}), METHOD),
    "a method that is not offered": (asked("completionItem/resolve", {"label": "x"}), METHOD),
    "no parameters": ({"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover"}, PARAMS),
    "parameters that are a text": (asked("textDocument/hover", "x"), PARAMS),
    "parameters that are a list": (asked("textDocument/hover", []), PARAMS),
    "a position that is a text": (asked("textDocument/hover", AT | {"position": "x"}), PARAMS),
    "a line before the first": (
        asked("textDocument/hover", AT | {"position": {"line": -1, "character": 0}}),
        PARAMS,
    ),
    "a column beyond all": (
        asked("textDocument/hover", AT | {"position": {"line": 0, "character": 2**40}}),
        PARAMS,
    ),
    "no document": (asked("textDocument/documentSymbol", {"textDocument": None}), PARAMS),
    "an address that is a number": (
        asked("textDocument/documentSymbol", {"textDocument": {"uri": 3}}),
        PARAMS,
    ),
    "a line that is a text": (
        asked("textDocument/hover", AT | {"position": {"line": "0", "character": 0}}),
        PARAMS,
    ),
    "a document that is a message": (
        asked("textDocument/documentSymbol", {"textDocument": {"jsonrpc": "2.0", "id": 7}}),
        PARAMS,
    ),
    "an unknown command": (asked("workspace/executeCommand", {"command": "rm"}), PARAMS),
    "a command that is a number": (asked("workspace/executeCommand", {"command": 3}), PARAMS),
    "a second beginning": (BEGIN | {"id": 5}, REQUEST),
    "a notification with an id": (OPEN | {"id": 5}, REQUEST),
}


@pytest.mark.parametrize(("request_", "code"), NO_REQUEST.values(), ids=NO_REQUEST)
def test_a_request_that_cannot_be_worked_out_has_an_error(
    caplog: pytest.LogCaptureFixture, request_: Message, code: int
) -> None:
    assert answered(framed(BEGIN, OPEN, request_, END)) == [(1, None), (5, code), ENDED]
    assert all(each.exc_info is None for each in caplog.records)


@pytest.mark.parametrize(
    "notification",
    [
        told("textDocument/didOpen", {"textDocument": "x"}),
        told("textDocument/didOpen", {"textDocument": DOCUMENT | {"text": None}}),
        told("textDocument/didChange", {"textDocument": {"uri": URI}}),
        told("$/setTrace", {"value": "much"}),
        {"jsonrpc": "2.0", "method": "textDocument/hover", "params": AT},
        {"jsonrpc": "1.0", "method": "textDocument/didSave"},
    ],
)
def test_a_notification_that_cannot_be_read_is_a_line_of_the_log_alone(
    caplog: pytest.LogCaptureFixture, notification: Message
) -> None:
    assert answered(framed(BEGIN, notification, END)) == [(1, None), ENDED]
    assert_one_line(caplog)


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
        {"jsonrpc": "2.0", "id": "x", "error": "x"},
    ],
)
def test_what_is_not_for_the_server_is_passed_over(
    caplog: pytest.LogCaptureFixture, message: Message
) -> None:
    assert answered(framed(BEGIN, message, END)) == [(1, None), ENDED]
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


def test_before_the_beginning_requests_have_an_error_and_the_rest_is_dropped() -> None:
    data = framed(OPEN, asked("textDocument/hover", AT), asked("nothing/atAll"), BEGIN)
    assert answered(data) == [(5, NOT_BEGUN), (5, NOT_BEGUN), (1, None)]


def test_after_the_end_requests_have_an_error_and_the_rest_is_dropped() -> None:
    data = framed(BEGIN, END, OPEN, asked("textDocument/hover", AT), BEGIN | {"id": 6})
    assert answered(data) == [(1, None), ENDED, (5, REQUEST), (6, REQUEST)]


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


def test_an_answer_of_the_editor_that_does_not_fit_ends_the_request_for_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with served_here(tmp_path) as client:
        client.send(OPEN)
        client.send(RECORD)
        edit = next(it for it in iter(client.read, {}) if it.get("method") == "workspace/applyEdit")
        client.send({"jsonrpc": "2.0", "id": edit["id"], "result": {"applied": "yes"}})
        refused = next(it for it in iter(client.read, {}) if "error" in it)
    assert (refused["id"], refused["error"]["message"]) == (5, "the answer does not fit")
    assert not caplog.records


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


def test_a_whole_number_may_have_a_point() -> None:
    hover = asked("textDocument/hover", AT | {"position": {"line": 0.0, "character": 0.0}})
    assert answered(framed(BEGIN, OPEN, hover, END)) == [(1, None), (5, None), ENDED]
