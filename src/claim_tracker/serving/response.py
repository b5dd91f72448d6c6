"""What a browser is answered: a request and the site to a response, without any file or socket."""

from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import quote, unquote

from claim_tracker.render.publish.site.paths import INDEX, MISSING
from claim_tracker.serving.site import Site

LOOPBACK = "127.0.0.1"
_HOSTS = (LOOPBACK, "localhost", "[::1]")
_PORT_OF_HTTP = 80
"""What an address need not name."""
_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}
_ANYTHING = "application/octet-stream"


class Response(NamedTuple):
    """A response; `location` is where to look instead."""

    status: HTTPStatus
    media_type: str
    body: bytes
    location: str | None = None


def request_path(target: str) -> str:
    """Return the path from the top of the site that a request names, without its query."""
    return unquote(target.partition("?")[0].partition("#")[0].removeprefix("/"))


def refusal(host: str | None, port: int) -> Response | None:
    """Return the response to a request that names another host than this machine; else None.

    A page of anybody's can let the name of its own host come to this machine, and would then read
    what is served here (DNS rebinding). Its requests name that host.
    """
    ours = {f"{name}:{port}" for name in _HOSTS} | ({*_HOSTS} if port == _PORT_OF_HTTP else set())
    if host is not None and host.lower() in ours:
        return None
    text = f"This is served to this machine only: open http://{LOOPBACK}:{port}/\n"
    return Response(HTTPStatus.MISDIRECTED_REQUEST, _TYPES["txt"], text.encode())


def response(site: Site, target: str) -> Response:
    """Return the file that a request names, `index.html` of a folder, or the page that says no."""
    path = request_path(target)
    if not path or path.endswith("/"):
        path += INDEX
    if path in site.files:
        media_type = _TYPES.get(path.rpartition(".")[2].lower(), _ANYTHING)
        return Response(HTTPStatus.OK, media_type, site.content(path))
    if f"{path}/{INDEX}" in site.files:
        location = f"/{quote(path)}/"
        return Response(HTTPStatus.FOUND, _TYPES["txt"], f"{location}\n".encode(), location)
    return Response(HTTPStatus.NOT_FOUND, _TYPES["html"], site.content(MISSING))
