"""One page from the network, when its address is named: within limits, and from no private host."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from email.message import Message
from ipaddress import ip_address
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

import claim_tracker
from claim_tracker.io.files import FileError
from claim_tracker.io.ip_addresses import is_public, literal
from claim_tracker.text.display import cut

MAX_BYTES = 10_000_000
"""The most bytes of a page, after it was decompressed."""
MAX_SECONDS = 20.0
"""The most time for all of it, from the name of the host to the last byte."""
_MIN_TIMEOUT = 0.01
_TIMEOUT = 10.0
"""Seconds to wait for a connection, or for the next bytes."""
_MAX_REDIRECTS = 5
_CHUNK_SIZE = 65_536
_MAX_SHOWN_LENGTH = 200
_REDIRECTS = (301, 302, 303, 307, 308)
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown")
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_PORTS = {"http": 80, "https": 443}
_BY_HAND = "save the page in your browser, and give the file"
_HEADERS = {
    "User-Agent": f"claim-tracker/{claim_tracker.__version__} (one page, named by a person)",
    "Accept": ", ".join(_TYPES),
    "Accept-Encoding": "gzip, deflate",
}
_MEANINGS = {
    401: "it needs a login",
    402: "it needs a subscription",
    403: "the server refuses programs, or everybody",
    404: "there is no such page",
    410: "the page is gone",
    429: "the server wants fewer requests",
    451: "it is withheld for legal reasons",
}


class Page(NamedTuple):
    """What was fetched: its bytes, what the server says of them, and their address at the end."""

    data: bytes
    media_type: str
    charset: str | None
    url: str


def fetch(url: str, *, allow_private: bool = False, seconds: float = MAX_SECONDS) -> Page:
    """Return the page at an http or https address. Raises FileError, which says what to do.

    At most five redirects are followed, none from https to http. Unless `allow_private`, only
    public addresses are connected to: a name is looked up once, and what was found is what is
    looked at and connected to. Where the environment names a proxy, that looks names up, and
    only hosts that are written as addresses can be refused.

    All of it ends after so many seconds; the timeouts of a client begin anew with each byte, so
    it is done in a thread of its own, which is left behind then.
    """
    request = _Request(url, time.monotonic() + seconds, allow_private)
    page: Future[Page] = Future()

    def work() -> None:
        try:
            page.set_result(_fetch_page(request))
        except BaseException as error:  # noqa: BLE001 - it is raised by who waits for the page
            page.set_exception(error)

    Thread(target=work, daemon=True).start()
    if not wait([page], seconds).done:
        raise _fetch_error(url, f"it takes longer than {seconds:g} seconds")
    return page.result()


class _Request(NamedTuple):
    """The request of a page, to be done by `end` of the clock that `time.monotonic` reads."""

    url: str
    end: float
    allow_private: bool

    @property
    def parts(self) -> SplitResult:
        """Return the parts of the address."""
        return urlsplit(self.url)

    @property
    def host(self) -> str:
        """Return the host of the page."""
        return self.parts.hostname or ""

    @property
    def path_and_query(self) -> str:
        """Return the path and the query."""
        return self.parts._replace(scheme="", netloc="", fragment="").geturl()

    def options(self) -> dict[str, Any]:
        """Return the options of urllib3: follow nothing, and wait for no longer than is left."""
        left = max(self.end - time.monotonic(), _MIN_TIMEOUT)
        timeout = urllib3.Timeout(connect=min(left, _TIMEOUT), read=left)
        return {"timeout": timeout, "retries": False, "redirect": False, "preload_content": False}


def _fetch_page(request: _Request) -> Page:
    for _ in range(_MAX_REDIRECTS + 1):
        _refuse_url(request.url)
        with _response(request) as response:
            location = response.headers.get("Location")
            if response.status not in _REDIRECTS or not location:
                return _page(response, request)
        request = request._replace(url=_target(request, location))
    raise _fetch_error(request.url, f"it leads on more than {_MAX_REDIRECTS} times")


def _refuse_url(url: str) -> None:
    """Raise FileError unless it is an http or https address without a user name and password."""
    try:
        parts = urlsplit(url)
        has_user, host, _ = "@" in parts.netloc, parts.hostname, parts.port
    except ValueError as error:
        raise FileError(
            f"`{_cut(url)}` is not an address", "write it as a browser shows it"
        ) from error
    if has_user:
        raise FileError(
            "an address with a user name or a password in it is not fetched",
            f"leave them out, or {_BY_HAND}",
        )
    if parts.scheme not in _PORTS or not host:
        raise FileError(f"`{_cut(url)}` is not an http or https address", _BY_HAND)


def _target(request: _Request, location: str) -> str:
    """Return the address to which a response leads. Raises FileError."""
    try:
        target = urljoin(request.url, _as_utf8(location))
    except ValueError as error:
        raise _fetch_error(request.url, "it leads to what is not an address") from error
    if request.parts.scheme == "https" and urlsplit(target).scheme == "http":
        raise _fetch_error(request.url, f"it leads to `{_cut(target)}`, which is not encrypted")
    return target


def _as_utf8(header: str) -> str:
    """Return a header, which is read byte by byte (RFC 9110, 5.5), as the UTF-8 that it is."""
    with suppress(UnicodeError):
        return header.encode("latin-1").decode()
    return header


@contextmanager
def _response(request: _Request) -> Iterator[urllib3.BaseHTTPResponse]:
    """Provide the response to a request, and close its connection. Raises FileError."""
    host = request.host
    address = literal(host)
    if not request.allow_private and address is not None and not is_public(address):
        raise _private_error(request.url)
    try:
        proxy = None if proxy_bypass(host) else getproxies().get(request.parts.scheme)
        response = _direct_response(request) if proxy is None else _proxied_response(request, proxy)
        try:
            yield response
        finally:
            response.close()
    except (HTTPError, OSError, ValueError) as error:
        raise _fetch_error(request.url, _reason(error, host)) from error


def _direct_response(request: _Request) -> urllib3.BaseHTTPResponse:
    """Return the response of the first address of a host that can be connected to."""
    *others, last = _addresses(request)
    for address in others:
        with suppress(NewConnectionError, ConnectTimeoutError):
            return _response_from(address, request)
    return _response_from(last, request)


def _addresses(request: _Request) -> list[str]:
    """Return the addresses of the host of a page that may be connected to. Raises FileError."""
    port = request.parts.port or _PORTS[request.parts.scheme]
    found = socket.getaddrinfo(_ascii(request.host), port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    allowed = [each for each in addresses if request.allow_private or is_public(ip_address(each))]
    if not allowed:
        raise _private_error(request.url)
    return allowed


def _response_from(address: str, request: _Request) -> urllib3.BaseHTTPResponse:
    """Return the response of a host at one of its addresses; TLS is spoken with the host itself."""
    port, host = request.parts.port, _ascii(request.host)
    pool = (
        urllib3.HTTPSConnectionPool(address, port, server_hostname=host)
        if request.parts.scheme == "https"
        else urllib3.HTTPConnectionPool(address, port)
    )
    named = f"[{host}]" if ":" in host else host
    headers = {**_HEADERS, "Host": named if port is None else f"{named}:{port}"}
    path = urllib3.util.parse_url(f"http://host{request.path_and_query}").request_uri
    return pool.urlopen("GET", path, headers=headers, assert_same_host=False, **request.options())


def _proxied_response(request: _Request, proxy: str) -> urllib3.BaseHTTPResponse:
    """Return the response that a proxy has from the host of a page. Raises FileError."""
    page, parts = request.parts, urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.scheme not in _PORTS or not parts.hostname:
        raise FileError(
            "the proxy that the environment names is not an http or https address",
            f"name one in `{page.scheme}_proxy`, or {_BY_HAND}",
        )
    user = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    headers = urllib3.make_headers(proxy_basic_auth=user) if parts.username else None
    host = parts.netloc.rpartition("@")[2]
    manager = urllib3.ProxyManager(f"{parts.scheme}://{host}", proxy_headers=headers)
    whole = f"{page.scheme}://{_ascii(page.netloc)}{request.path_and_query}"
    return manager.urlopen("GET", whole, headers=_HEADERS, **request.options())


def _ascii(host: str) -> str:
    """Return the name of a host as it is looked up. Raises ValueError for what can be none."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _page(response: urllib3.BaseHTTPResponse, request: _Request) -> Page:
    """Return the page that a response has. Raises FileError for what is no page of text."""
    url = request.url
    if response.status != 200:
        meaning = _MEANINGS.get(response.status, response.reason or "no page comes")
        raise _fetch_error(url, f"the server answers {response.status}: {cut(meaning)}")
    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "text/html")
    media_type = message.get_content_type()
    if media_type not in _TYPES:
        what = "a PDF" if media_type == "application/pdf" else f"of the type `{cut(media_type)}`"
        raise FileError(
            f"`{_cut(url)}` is {what}, and no page of text", "save its text, and give that file"
        )
    encoding = response.headers.get("Content-Encoding", "").lower()
    if not {each.strip() for each in encoding.split(",")} <= {*_ENCODINGS}:
        raise _fetch_error(url, f"it is compressed by `{cut(encoding)}`, which was not asked for")
    return Page(_body(response, request), media_type, message.get_content_charset(), url)


def _body(response: urllib3.BaseHTTPResponse, request: _Request) -> bytes:
    """Return the bytes of a response, decompressed. Raises FileError for too many."""
    url = request.url
    body = bytearray()
    for part in response.stream(_CHUNK_SIZE, decode_content=True):
        body += part
        if len(body) > MAX_BYTES:
            raise _fetch_error(url, f"it is larger than {MAX_BYTES // 1_000_000} MB")
        if time.monotonic() > request.end:
            raise _fetch_error(url, "it takes too long")
    if not body:
        raise _fetch_error(url, "the answer is empty")
    return bytes(body)


def _fetch_error(url: str, why: str) -> FileError:
    return FileError(f"`{_cut(url)}` cannot be fetched: {why}", _BY_HAND)


def _private_error(url: str) -> FileError:
    return FileError(
        f"`{_cut(url)}` is not fetched: its host is in a private network",
        "with `--allow-private` it is fetched all the same",
    )


def _cut(url: str) -> str:
    return cut(url, _MAX_SHOWN_LENGTH)


def _reason(error: Exception, host: str) -> str:
    """Return the reason of a failure in words."""
    match error:
        case socket.gaierror() | NameResolutionError():
            return f"no host `{cut(host)}` is found"
        case ProxyError():
            return "the proxy that the environment names does not do it"
        case SSLError():
            return f"its certificate is not valid, {_reason_of_certificate(error)}"
        case NewConnectionError():
            return "the server cannot be connected to"
        case ConnectTimeoutError() | ReadTimeoutError():
            return "the server does not answer in time"
        case DecodeError():
            return "what comes is not compressed as the server says"
        case UnicodeError():
            return f"there can be no host `{cut(host)}`"
    return "the server ends the connection, or does not speak as web servers do"


def _reason_of_certificate(error: SSLError) -> str:
    cause = error.args[0] if error.args else None
    return getattr(cause, "verify_message", None) or "or no encryption can be agreed on"
