"""A web server for this machine alone, which tells open pages when another site is served."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Condition, Thread
from typing import Any

from claim_tracker.io import faults
from claim_tracker.serving.response import LOOPBACK, Response, refusal, request_path, response
from claim_tracker.serving.site import CHANGES, Site

_TIMEOUT = 10.0
"""Seconds that a browser has for the next bytes of a request, and to take a response."""
_KEEP_ALIVE = 15.0
"""Seconds after which a page without news gets a comment, by which it shows whether it is gone."""
_POLL_INTERVAL = 0.1
"""Seconds between looks whether the server is to end."""
_RETRY = 1_000
"""Milliseconds after which a page looks for the server again when it is gone."""


class Served:
    """The site that is served now, for several threads."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._is_over = False
        self._changed = Condition()

    @property
    def site(self) -> Site:
        """Return the site as it is now."""
        return self._site

    def replace(self, site: Site) -> None:
        """Serve another site from now on."""
        with self._changed:
            self._site = site
            self._changed.notify_all()

    def end(self) -> None:
        """Let there be no more versions."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def versions(self) -> Iterator[str | None]:
        """Yield the version now and each later one; None where none came for long."""
        sent = None
        while True:
            with self._changed:
                self._changed.wait_for(partial(self._has_news, sent), _KEEP_ALIVE)
                version, is_over = self._site.version, self._is_over
            if is_over:
                return
            yield version if version != sent else None
            sent = version

    def _has_news(self, sent: str | None) -> bool:
        return self._is_over or self._site.version != sent


class SiteServer(ThreadingTCPServer):
    """The server; each request has a thread, which ends with the process."""

    allow_reuse_address = sys.platform != "win32"  # there it would take the port of another
    daemon_threads = True
    request_queue_size = 64

    served: Served

    def __init__(self, port: int) -> None:
        """Take a port, or any free one for 0. Raises OSError."""
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        """Return the port, also where any free one was asked for."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Return the address of the site."""
        return f"http://{LOOPBACK}:{self.port}/"

    def handle_error(self, *_: Any) -> None:
        """Let browsers leave at any moment; a fault of the server is one line."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            faults.report(error)


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    timeout = _TIMEOUT
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(message)s\n"

    def do_GET(self) -> None:
        """Answer a request for a file, or tell of changes for as long as somebody listens."""
        refused = refusal(self.headers.get("Host"), self.server.port)
        if refused is None and request_path(self.path) == CHANGES:
            self._send_versions()
        else:
            self._send(refused or response(self.server.served.site, self.path))

    do_HEAD = do_GET  # noqa: N815 - the name of the library

    def version_string(self) -> str:
        """Return the name of the server, without what it is made of."""
        return "tracker"

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""

    def _send(self, reply: Response) -> None:
        self._send_head(reply.status, reply.media_type, len(reply.body), reply.location)
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _send_versions(self) -> None:
        """Send each version as an event (WHATWG HTML, Server-sent events)."""
        self._send_head(HTTPStatus.OK, "text/event-stream")
        if self.command == "HEAD":
            return
        self.wfile.write(f"retry: {_RETRY}\n\n".encode())
        for version in self.server.served.versions():
            self.wfile.write(f"data: {version}\n\n".encode() if version else b":\n\n")

    def _send_head(
        self,
        status: HTTPStatus,
        media_type: str,
        length: int | None = None,
        location: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if location is not None:
            self.send_header("Location", location)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()


@contextmanager
def running(server: SiteServer, served: Served) -> Iterator[None]:
    """Answer requests during the block; who asked before it was kept waiting."""
    server.served = served
    thread = Thread(target=server.serve_forever, args=[_POLL_INTERVAL], daemon=True)
    thread.start()
    try:
        yield
    finally:
        served.end()
        server.shutdown()
        thread.join()
