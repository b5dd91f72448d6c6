"""What an editor writes, read ahead of what is worked on (section Cancellation Support).

pygls reads a message when it is done with the one before. That a request is not wanted any more
would be known when it is answered.
"""

import json
import re
from collections import deque
from threading import Semaphore, Thread
from typing import BinaryIO

_LENGTH = re.compile(rb"Content-Length: (\d+)\r\n")
_CANCEL = b"$/cancelRequest"
_MOST_DIGITS = 9
"""Digits of a length above which it is that of no message, and ends the stream."""
_LONGEST = 1_000
"""Bytes of a message up to which it may be one that cancels a request."""


class Ahead:
    """A stream of messages that is read as soon as something is written to it.

    It is read from as any stream is, message by message: a line of a header, or a whole body.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._pieces: deque[bytes] = deque()
        self._number = Semaphore(0)
        Thread(target=self._read, daemon=True).start()

    def readline(self) -> bytes:
        """Return the next line of a header; empty at the end of the stream."""
        self._number.acquire()
        return self._pieces.popleft()

    def read(self, _: int) -> bytes:
        """Return the body that follows a header."""
        return self.readline()

    def cancels(self, request: int | str) -> bool:
        """Whether what was read, and not asked for yet, cancels the request of an id."""
        return any(
            len(piece) <= _LONGEST and _CANCEL in piece and _cancelled(piece) == request
            for piece in self._pieces.copy()
        )

    def _read(self) -> None:
        """Take in what is written, up to the end."""
        length = 0
        line = b"\n"
        while line:
            line = self._stream.readline()
            match = _LENGTH.fullmatch(line)
            if match and len(match[1]) > _MOST_DIGITS:
                line, match = b"", None
            self._next(line)
            length = length or (int(match[1]) if match else 0)
            if length and not line.strip():
                line = self._next(self._stream.read(length))
                length = 0

    def _next(self, piece: bytes) -> bytes:
        self._pieces.append(piece)
        self._number.release()
        return piece


def _cancelled(message: bytes) -> int | str | None:
    """Return the id of the request that a message cancels; None of another one."""
    try:
        match json.loads(message):
            case {"method": "$/cancelRequest", "params": {"id": int() | str() as request}}:
                return request
    except ValueError:
        pass
    return None
