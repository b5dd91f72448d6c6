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
from typing import BinaryIO

_LENGTH = re.compile(rb"Content-Length:[ \t]*([0-9]{1,9})[ \t]*\r?\n", re.IGNORECASE)
"""The header with the length of a body; what is before it on its line is a rest of what was none.

Names of headers are not case-sensitive, as in HTTP.
"""
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
        """Return the body of the next message; None at the end of the stream."""
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
                length = int(header[1])
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


def _cancelled(body: bytes) -> int | str | None:
    """Return the id of the request that a message cancels; None of another one."""
    with suppress(ValueError, RecursionError):
        match json.loads(body):
            case {"method": "$/cancelRequest", "params": {"id": int() | str() as request}}:
                return request
    return None
