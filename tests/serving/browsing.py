"""What a browser and an editor do with `tracker serve`; no wait is without an end."""

import socket
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from urllib.parse import urlsplit

from claim_tracker.cli.main import run
from tests.conftest import NOW, CommandLine

PATIENCE = 60.0
"""Seconds for anything to happen; a server that does not do it fails the test."""


def asked(
    address: str, path: str = "/", method: str = "GET", host: str | None = None
) -> HTTPResponse:
    """The response to a request; what it says can be read from it."""
    port = urlsplit(address).port
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={"Host": host or f"localhost:{port}"})
    return connection.getresponse()


def read(address: str, path: str = "/") -> str:
    """What there is at a path."""
    with asked(address, path) as response:
        assert response.status == 200, response.status
        return response.read().decode()


class Versions:
    """The versions that open pages are told."""

    def __init__(self, response: HTTPResponse) -> None:
        self.response = response

    def next(self) -> str:
        """The next one, when it comes."""
        while True:
            line = self.response.readline().decode()
            assert line, "the server has left"
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()


@contextmanager
def listening(address: str) -> Iterator[Versions]:
    """Hear of versions, as an open page does."""
    with asked(address, "/_serve/changes") as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        yield Versions(response)


@contextmanager
def connected(address: str) -> Iterator[socket.socket]:
    """A connection on which nothing is asked yet."""
    port = urlsplit(address).port or 0
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        yield connection


class Serving:
    """A `tracker serve` that runs: where, as of when, and what it came to when it has ended."""

    address: str
    now: datetime = NOW
    status: int | None = None


@contextmanager
def serving(tracker: CommandLine, *arguments: str, has_browser: bool = True) -> Iterator[Serving]:
    """Run `tracker serve` in the block, with the files of the folder."""
    stop, opened, found = Event(), Queue[str](), Serving()
    tracker.patch.setattr("claim_tracker.cli.commands.serve.Event", lambda: stop)
    tracker.patch.setattr("claim_tracker.io.collector.collect_seldom", lambda: None)

    def launched(address: str) -> bool:
        opened.put(address)
        return has_browser

    tracker.patch.setattr(webbrowser, "open", launched)

    def command() -> None:
        found.status = run(["serve", "--port", "0", "--open", *arguments], lambda: found.now)

    thread = Thread(target=command, daemon=True)
    thread.start()
    try:
        found.address = opened.get(timeout=PATIENCE)
        yield found
    finally:
        stop.set()
        thread.join(PATIENCE)


def save(file: Path, text: str) -> None:
    """Put a text in the place of a file, as editors do."""
    beside = file.with_name(f"{file.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)
