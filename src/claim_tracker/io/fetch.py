"""One page from the network, when its address is named: within limits, and from no private host."""

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import Message
from ipaddress import ip_address
from threading import Event, Thread
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import unquote, urljoin, urlsplit
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
from claim_tracker.io.addresses import is_public, literal
from claim_tracker.io.files import FileError
from claim_tracker.text.display import cut

MAX_BYTES = 10_000_000
"""The most bytes of a page, after it was decompressed."""
MAX_SECONDS = 20.0
"""The most time for all of it, from the name of the host to the last byte."""
_LEAST = 0.01
_PATIENCE = 10.0
"""Seconds to wait for a connection, or for the next bytes."""
_MOST_REDIRECTS = 5
_AT_ONCE = 65_536
_LONGEST_SHOWN = 200
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
    work = _Work(url, time.monotonic() + seconds, allow_private=allow_private)
    work.start()
    if not work.done.wait(seconds):
        raise _fault(url, f"it takes longer than {seconds:g} seconds")
    if work.error is not None:
        raise work.error
    return work.page


class _Work(Thread):
    """The fetching of a page: `page` or `error` is there when it is `done`."""

    page: Page

    def __init__(self, url: str, end: float, *, allow_private: bool) -> None:
        super().__init__(daemon=True)
        self.url = url
        self.end = end
        self.allow_private = allow_private
        self.done = Event()
        self.error: BaseException | None = None

    def run(self) -> None:
        with self:
            self.page = _fetched(self.url, self.end, allow_private=self.allow_private)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self.error = error
        self.done.set()
        return True


def _fetched(url: str, end: float, *, allow_private: bool) -> Page:
    for _ in range(_MOST_REDIRECTS + 1):
        refuse_address(url)
        with _answer(url, end, allow_private=allow_private) as answer:
            target = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not target:
                return _page(answer, url, end)
        target = _target(url, target)
        if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
            raise _fault(url, f"it leads to `{_cut(target)}`, which is not encrypted")
        url = target
    raise _fault(url, f"it leads on more than {_MOST_REDIRECTS} times")


def refuse_address(url: str) -> None:
    """Raise FileError for what is no http or https address, or has a user name or a password."""
    try:
        parts = urlsplit(url)
        has_user, host, _ = "@" in parts.netloc, parts.hostname, parts.port
    except ValueError as error:
        raise FileError(f"`{_cut(url)}` is no address", "write it as a browser shows it") from error
    if has_user:
        raise FileError(
            "an address with a user name or a password in it is not fetched",
            f"leave them out, or {_BY_HAND}",
        )
    if parts.scheme not in _PORTS or not host:
        raise FileError(f"`{_cut(url)}` is no http or https address", _BY_HAND)


def _target(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise _fault(url, "it leads to what is no address") from error


@contextmanager
def _answer(url: str, end: float, *, allow_private: bool) -> Iterator[urllib3.BaseHTTPResponse]:
    """Provide the answer to a request, and close its connection. Raises FileError."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not allow_private and (address := literal(host)) is not None and not is_public(address):
        raise _private(url)
    try:
        proxy = None if proxy_bypass(host) else getproxies().get(parts.scheme)
        if proxy is not None:
            answer = _through_proxy(proxy, url, end)
        else:
            answer = _directly(url, end, _addresses(url, allow_private=allow_private))
        try:
            yield answer
        finally:
            answer.close()
    except (HTTPError, OSError, ValueError) as error:
        raise _fault(url, _reason(error, host)) from error


def _addresses(url: str, *, allow_private: bool) -> list[str]:
    """Return the addresses of the host of a page that may be connected to. Raises FileError."""
    parts = urlsplit(url)
    port = parts.port or _PORTS[parts.scheme]
    found = socket.getaddrinfo(_ascii(parts.hostname or ""), port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    allowed = [each for each in addresses if allow_private or is_public(ip_address(each))]
    if not allowed:
        raise _private(url)
    return allowed


def _directly(url: str, end: float, addresses: Sequence[str]) -> urllib3.BaseHTTPResponse:
    """Return the answer of the first of some addresses that can be connected to."""
    for address in addresses[:-1]:
        try:
            return _from(address, url, end)
        except (NewConnectionError, ConnectTimeoutError):
            continue
    return _from(addresses[-1], url, end)


def _from(address: str, url: str, end: float) -> urllib3.BaseHTTPResponse:
    """Return the answer of the host of a page at an address: it is that host which is spoken to."""
    parts = urlsplit(url)
    host = _ascii(parts.hostname or "")
    pool = (
        urllib3.HTTPSConnectionPool(address, parts.port, server_hostname=host)
        if parts.scheme == "https"
        else urllib3.HTTPConnectionPool(address, parts.port)
    )
    named = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    path = urllib3.util.parse_url(f"http://host{_behind_host(url)}").request_uri
    headers = {**_HEADERS, "Host": named + port}
    return pool.urlopen("GET", path, headers=headers, assert_same_host=False, **_manner(end))


def _through_proxy(proxy: str, url: str, end: float) -> urllib3.BaseHTTPResponse:
    """Return the answer that a proxy has from the host of a page. Raises FileError."""
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.scheme not in _PORTS or not parts.hostname:
        raise FileError(
            "the proxy that the environment names is no http or https address",
            f"name one in `{urlsplit(url).scheme}_proxy`, or {_BY_HAND}",
        )
    user = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    headers = urllib3.make_headers(proxy_basic_auth=user) if parts.username else None
    host = parts.netloc.rpartition("@")[2]
    manager = urllib3.ProxyManager(f"{parts.scheme}://{host}", proxy_headers=headers)
    page = urlsplit(url)
    whole = f"{page.scheme}://{_ascii(page.netloc)}{_behind_host(url)}"
    return manager.urlopen("GET", whole, headers=_HEADERS, **_manner(end))


def _manner(end: float) -> dict[str, Any]:
    left = max(end - time.monotonic(), _LEAST)
    timeout = urllib3.Timeout(connect=min(left, _PATIENCE), read=left)
    return {"timeout": timeout, "retries": False, "redirect": False, "preload_content": False}


def _behind_host(url: str) -> str:
    return urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl()


def _ascii(host: str) -> str:
    """Return the name of a host as it is looked up. Raises ValueError for what can be none."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _page(answer: urllib3.BaseHTTPResponse, url: str, end: float) -> Page:
    if answer.status != 200:
        meaning = _MEANINGS.get(answer.status, answer.reason or "no page comes")
        raise _fault(url, f"the server answers {answer.status}: {cut(meaning)}")
    message = Message()
    message["Content-Type"] = answer.headers.get("Content-Type", "text/html")
    media_type = message.get_content_type()
    if media_type not in _TYPES:
        what = "a PDF" if media_type == "application/pdf" else f"of the type `{cut(media_type)}`"
        raise FileError(
            f"`{_cut(url)}` is {what}, and no page of text", "save its text, and give that file"
        )
    encoding = answer.headers.get("Content-Encoding", "").lower()
    if not {each.strip() for each in encoding.split(",")} <= {*_ENCODINGS}:
        raise _fault(url, f"it is compressed by `{cut(encoding)}`, which was not asked for")
    return Page(_body(answer, url, end), media_type, message.get_content_charset(), url)


def _body(answer: urllib3.BaseHTTPResponse, url: str, end: float) -> bytes:
    """Return the bytes of an answer, decompressed. Raises FileError for too many."""
    body = bytearray()
    for part in answer.stream(_AT_ONCE, decode_content=True):
        body += part
        if len(body) > MAX_BYTES:
            raise _fault(url, f"it is larger than {MAX_BYTES // 1_000_000} MB")
        if time.monotonic() > end:
            raise _fault(url, "it takes too long")
    if not body:
        raise _fault(url, "the answer is empty")
    return bytes(body)


def _fault(url: str, why: str) -> FileError:
    return FileError(f"`{_cut(url)}` cannot be fetched: {why}", _BY_HAND)


def _private(url: str) -> FileError:
    return FileError(
        f"`{_cut(url)}` is not fetched: its host is in a private network",
        "with `--allow-private` it is fetched all the same",
    )


def _cut(url: str) -> str:
    return cut(url, _LONGEST_SHOWN)


def _reason(error: Exception, host: str) -> str:
    """Return what failed, in words."""
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
