"""What an editor writes to the server, byte by byte, and what this answers."""

import io
import json
from collections.abc import Iterator
from typing import Any

from claim_tracker.lsp.server import Server, create_server
from tests.lsp.client import Message
from tests.lsp.editor import TODAY
from tests.lsp.samples import VALID

URI = "untitled:x"
BEGIN = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
DOCUMENT = {"uri": URI, "languageId": "yaml", "version": 1, "text": VALID}
OPEN = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": DOCUMENT}}
END = {"jsonrpc": "2.0", "id": 99, "method": "shutdown"}
ENDED = (99, None)
METHOD, PARAMS, CANCELLED = -32601, -32602, -32800


def framed(*messages: Any) -> bytes:
    """Messages as they are written, each with its header; bytes are a body as it is."""
    bodies = (each if isinstance(each, bytes) else json.dumps(each).encode() for each in messages)
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(it), it) for it in bodies)


def asked(method: str, params: Any = None, **fields: Any) -> Message:
    """A request, or something near to one."""
    return {"jsonrpc": "2.0", "id": 5, "method": method, "params": params, **fields}


def told(method: str, params: Any = None) -> Message:
    """A notification."""
    return {"jsonrpc": "2.0", "method": method, "params": params}


def messages_in(data: bytes) -> Iterator[Message]:
    """What a server has written."""
    stream = io.BytesIO(data)
    while line := stream.readline():
        length = int(line.partition(b":")[2])
        while stream.readline() != b"\r\n":
            pass
        yield json.loads(stream.read(length))


def answered(data: bytes, own: Server | None = None) -> list[tuple[Any, int | None]]:
    """What a server answers to all that is written to it: to which id, and with which error."""
    written = io.BytesIO()
    (own or create_server(lambda: TODAY)).start_io(io.BytesIO(data), written)
    return codes_in(written)


def codes_in(written: io.BytesIO) -> list[tuple[Any, int | None]]:
    """The answers that a server has written: to which id, and with which error."""
    said = [each for each in messages_in(written.getvalue()) if "method" not in each]
    return [(each["id"], each.get("error", {}).get("code")) for each in said]
