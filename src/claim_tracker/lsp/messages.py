"""What an editor writes: messages, read ahead of what is worked on (section Base Protocol).

That a request is not wanted any more would else be known when it is answered (section Cancellation
Support).
"""

import asyncio
import json
import re
from collections import deque
from contextlib import suppress
from threading import Thread
from typing import Any, BinaryIO, TypeGuard

from pygls.exceptions import JsonRpcInvalidRequest, JsonRpcParseError

Message = dict[str, Any]
_LENGTH = re.compile(rb"Content-Length:[ \t]*([^\r\n]*?)[ \t]*\r?\n", re.IGNORECASE)
"""The header with the length of a body; what is before it on its line is a rest of what was none.

Names of headers are not case-sensitive, as in HTTP.
"""
_MAX_BODY_LENGTH = 2**28
"""Bytes above which a length is that of no body: there is no such memory to be had."""
_MAX_LINE_LENGTH = 2**16
"""Bytes of a line that are read at once."""
_CANCEL = b"$/cancelRequest"
_MAX_CANCEL_LENGTH = 1_000
"""Bytes of a message up to which it may be one that cancels a request."""


class Messages:
    """The messages of a stream, which is read as soon as something is written to it.

    Must be made where an event loop runs.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._bodies: deque[bytes | None] = deque()
        self._loop = asyncio.get_running_loop()
        self._has_more = asyncio.Event()
        Thread(target=self._read, daemon=True).start()

    async def next(self) -> bytes | None:
        """Return the body of the next message; None at the end of the stream.

        It is empty for a header that tells no length of a body.
        """
        while not self._bodies:
            self._has_more.clear()
            await self._has_more.wait()
        return self._bodies.popleft()

    def cancels(self, request: int | str) -> bool:
        """Whether what was read, and not worked on yet, cancels the request of an id."""
        return any(
            len(body) <= _MAX_CANCEL_LENGTH and _CANCEL in body and _cancelled(body) == request
            for body in filter(None, self._bodies.copy())
        )

    def _read(self) -> None:
        """Take in what is written, up to the end."""
        length: int | None = None
        while line := self._stream.readline(_MAX_LINE_LENGTH):
            header = _LENGTH.search(line)
            if header is not None:
                length = _length(header[1])
                if length is None:
                    self._take(b"")
            elif length is not None and not line.strip():
                body = self._stream.read(length)
                if len(body) < length:
                    break
                self._take(body)
                length = None
        self._take(None)

    def _take(self, body: bytes | None) -> None:
        self._bodies.append(body)
        with suppress(RuntimeError):  # the server has ended, and nobody waits any more
            self._loop.call_soon_threadsafe(self._has_more.set)


def _length(text: bytes) -> int | None:
    """Return the length that a header tells; None where no body has it."""
    is_number = text.isdigit() and len(text) <= len(str(_MAX_BODY_LENGTH))
    return int(text) if is_number and int(text) <= _MAX_BODY_LENGTH else None


def parse_body(body: bytes) -> Any:
    """Return the data of the body of a message. Raises JsonRpcParseError for what is no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise JsonRpcParseError(f"it is not JSON: {error}") from error


def message_of(data: Any) -> Message:
    """Return data as a request, a notification or a response.

    Raises JsonRpcInvalidRequest for what has the form of none of them (JSON-RPC 2.0, sections 4 and
    5). The protocol has no batches.
    """
    if _is_message(data):
        return data
    raise JsonRpcInvalidRequest("it has the form of no request, notification or response")


def _is_message(data: Any) -> TypeGuard[Message]:
    match data:
        case {"jsonrpc": "2.0", "method": method}:
            return isinstance(method, str) and is_id(data.get("id", 0))
        case {"jsonrpc": "2.0", "id": request, "result": _}:
            return is_id(request)
        case {"jsonrpc": "2.0", "id": request, "error": _}:
            return request is None or is_id(request)
    return False


def is_id(value: object) -> bool:
    """Whether a value is the id of a request."""
    return isinstance(value, int | str) and not isinstance(value, bool)


def answered_ids(data: Any) -> tuple[int | str | None, ...]:
    """Return the id that an error about a message is sent to.

    It is None where it is not known, and there is none for a notification and a response, which
    are not answered (JSON-RPC 2.0, sections 4.1 and 5).
    """
    match data:
        case {"method": _, "id": request} if is_id(request):
            return (request,)
        case {"method": str()} if "id" not in data:
            return ()
        case {"result": _} | {"error": _} if "method" not in data:
            return ()
    return (None,)


def _cancelled(body: bytes) -> int | str | None:
    """Return the id of the request that a message cancels; None of another one."""
    with suppress(JsonRpcParseError):
        match parse_body(body):
            case {"method": "$/cancelRequest", "params": {"id": int() | str() as request}}:
                return request
    return None
