"""A client that speaks with `tracker lsp` as an editor does, message by message."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from threading import Thread
from types import SimpleNamespace
from typing import Any, BinaryIO

from claim_tracker.lsp.server import create_server
from tests.lsp.editor import TODAY

Message = dict[str, Any]
_HEADER = b"Content-Length: "
_PATIENCE = 60
"""Seconds for which a message is waited for."""


class Client:
    """The server as a process, and what was said by it and not asked for yet.

    What it says is read without a buffer, so that it shows whether there is something to read.
    """

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self.notes: list[Message] = []
        self._last = 0

    def notify(self, method: str, params: Any) -> None:
        """Say something that is not answered."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, params: Any) -> Message:
        """Ask something, and return the whole answer."""
        self._last += 1
        self.send({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self._last and "method" not in message:
                return message
            self.notes.append(message)

    def execute(
        self, command: str, *arguments: Any, answer: Message | None = None
    ) -> tuple[Message, list[Message]]:
        """Have a command carried out, and return the answer and what the server asked for it.

        All of that is done, unless it has another answer.
        """
        answer = answer or {"result": {"applied": True, "success": True}}
        self._last += 1
        params = {"command": command, "arguments": arguments}
        request = {"jsonrpc": "2.0", "id": self._last, "method": "workspace/executeCommand"}
        self.send({**request, "params": params})
        asked: list[Message] = []
        while True:
            message = self.read()
            if "method" not in message and message["id"] == request["id"]:
                return message, asked
            if "id" in message:
                asked.append(message)
                self.send({"jsonrpc": "2.0", "id": message["id"], **answer})
            else:
                self.notes.append(message)

    def next_note(self, method: str) -> Any:
        """Return the parameters of the next message of a method that was not asked for."""
        while True:
            for index, message in enumerate(self.notes):
                if message.get("method") == method:
                    return self.notes.pop(index)["params"]
            self.notes.append(self.read())

    def findings(self, uri: str, version: int | None) -> list[Message]:
        """Return what is found in a version of a file, when that is known."""
        while True:
            found = self.next_note("textDocument/publishDiagnostics")
            if (found["uri"], found.get("version")) == (uri, version):
                return list(found["diagnostics"])

    def open(self, uri: str, text: str) -> None:
        """Open a file."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, version: int, *changes: Message) -> None:
        """Change an open file."""
        document = {"uri": uri, "version": version}
        params = {"textDocument": document, "contentChanges": list(changes)}
        self.notify("textDocument/didChange", params)

    def send(self, message: Message) -> None:
        """Write a message with its header."""
        assert self.process.stdin is not None
        content = json.dumps(message).encode()
        self.process.stdin.write(b"%s%d\r\n\r\n%s" % (_HEADER, len(content), content))
        self.process.stdin.flush()

    def read(self) -> Message:
        """Return the next message; fail for what is none, and where none comes for a minute."""
        stdout = self.process.stdout
        assert stdout is not None
        assert select([stdout], [], [], _PATIENCE)[0], "the server says nothing"
        length = 0
        while (line := stdout.readline()) != b"\r\n":
            assert line, "the server is gone"
            name, _, value = line.partition(b": ")
            assert name in (b"Content-Length", b"Content-Type"), line
            length = int(value) if name == b"Content-Length" else length
        content = b""
        while len(content) < length:
            piece = stdout.read(length - len(content))
            assert piece, "the server is gone"
            content += piece
        message: Message = json.loads(content)
        return message


@contextmanager
def server(folder: Path, capabilities: Message | None = None, **options: Any) -> Iterator[Client]:
    """Start the server on a folder, and end it as an editor does; its log is empty then."""
    with subprocess.Popen(
        (sys.executable, "-m", "claim_tracker", "lsp"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        cwd=folder,
    ) as process:
        client = Client(process)
        try:
            uri = folder.as_uri()
            client.request(
                "initialize",
                {
                    "processId": None,
                    "rootUri": uri,
                    "workspaceFolders": [{"uri": uri, "name": "claims"}],
                    "capabilities": capabilities or {},
                    "initializationOptions": options,
                },
            )
            client.notify("initialized", {})
            yield client
            if process.poll() is None:
                client.request("shutdown", None)
                client.notify("exit", None)
                assert process.wait(timeout=20) == 0
        finally:
            process.kill()


def _serve(read: BinaryIO, write: BinaryIO) -> None:
    with suppress(SystemExit):
        create_server(lambda: TODAY).start_io(read, write)


@contextmanager
def served_here(folder: Path) -> Iterator[Client]:
    """Serve a folder in a thread of this process, and end the server as an editor does."""
    there, here = os.pipe(), os.pipe()
    with (
        os.fdopen(there[0], "rb") as read,
        os.fdopen(here[1], "wb") as write,
        os.fdopen(there[1], "wb") as stdin,
        os.fdopen(here[0], "rb", buffering=0) as stdout,
    ):
        thread = Thread(target=_serve, args=(read, write), daemon=True)
        thread.start()
        process: Any = SimpleNamespace(stdin=stdin, stdout=stdout)
        client = Client(process)
        folders = [{"uri": folder.as_uri(), "name": "claims"}]
        watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
        capabilities = {"workspace": watching, "window": {"showDocument": {"support": True}}}
        params = {"processId": None, "rootUri": None, "workspaceFolders": folders}
        client.request("initialize", {**params, "capabilities": capabilities})
        client.notify("initialized", {})
        yield client
        client.request("shutdown", None)
        client.notify("exit", None)
        thread.join(timeout=20)
        assert not thread.is_alive()
