"""Fetching one page: within limits, from no private host, and with faults in words."""

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from claim_tracker.io import fetch as fetching
from claim_tracker.io.fetch import Page, fetch
from claim_tracker.io.files import FileError
from tests.servers import Connection, Server, response, serving

CERTIFICATE = str(Path(__file__).parent.parent / "data" / "localhost.pem")
PAGE = b"<title>Plans</title><p>The bridge will open in May."
PATIENT = 60.0
"""Seconds that a machine with much to do may take for what ends by itself."""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(response(PAGE)) as serves:
        yield serves


def fetched(url: str, seconds: float = PATIENT) -> Page:
    return fetch(url, allow_private=True, seconds=seconds)


def fault(url: str, *, allow_private: bool = True, seconds: float = PATIENT) -> str:
    with pytest.raises(FileError) as caught:
        fetch(url, allow_private=allow_private, seconds=seconds)
    return f"{caught.value.message}; {caught.value.help}"


def fault_of(answer: bytes) -> str:
    with serving(answer) as server:
        return fault(server())


class TestPages:
    def test_a_page_comes_with_what_the_server_says_of_it(self) -> None:
        typed = response(PAGE, type="Text/HTML; charset=ISO-8859-1")
        with serving(typed) as server:
            assert fetched(server("/a?b=ä#c")) == Page(
                PAGE, "text/html", "iso-8859-1", server("/a?b=ä#c")
            )
            assert server.requests[0].startswith("GET /a?b=%C3%A4 HTTP/1.1\r\n")

    def test_the_request_names_the_product_and_has_no_cookie(self, server: Server) -> None:
        fetched(server())
        head = server.requests[0].lower()
        assert "user-agent: claim-tracker/" in head
        assert f"host: {server.address.removeprefix('http://')}\r\n" in head
        assert "cookie" not in head

    @pytest.mark.parametrize("type", [None, "text/plain", "text/markdown", "application/xhtml+xml"])
    def test_texts_and_pages_are_taken(self, type: str | None) -> None:
        with serving(response(PAGE, type=type)) as server:
            assert fetched(server()).media_type == (type or "text/html")

    @pytest.mark.parametrize(
        ("encoding", "packed"),
        [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("identity", PAGE)],
        ids=["gzip", "deflate", "identity"],
    )
    def test_a_compressed_page_is_unpacked(self, encoding: str, packed: bytes) -> None:
        with serving(response(packed, {"Content-Encoding": encoding})) as server:
            assert fetched(server()).data == PAGE

    def test_the_next_address_of_a_host_is_tried(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked_up = named(monkeypatch, "news.example", "127.0.0.3", "127.0.0.1")
        port = server.address.rpartition(":")[2]
        assert fetched(f"http://news.example:{port}/").data == PAGE
        assert looked_up == ["news.example"]
        assert f"Host: news.example:{port}" in server.requests[0]

    def test_a_page_comes_over_https(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
        with serving(response(PAGE), certificate=CERTIFICATE) as server:
            named(monkeypatch, "localhost", "127.0.0.1")
            assert fetched(server.address.replace("127.0.0.1", "localhost")).data == PAGE


class TestRedirects:
    @pytest.mark.parametrize("path", ["/new", "/أخبار"])
    def test_the_address_is_the_one_at_the_end(self, server: Server, path: str) -> None:
        with serving(response(b"", {"Location": server(path)}, "301 Moved")) as first:
            assert fetched(first()).url == server(path)

    def test_five_are_followed_and_six_are_not(self) -> None:
        def answer(head: str, connection: Connection) -> None:
            left = int(head.split("/")[1].split(maxsplit=1)[0])
            to = {"Location": f"/{left - 1}"}
            connection.send(response(PAGE) if left == 0 else response(b"", to, "302 Found"))

        with serving(answer) as server:
            assert fetched(server("/5")).url == server("/0")
            assert "leads on more than 5 times; save the page" in fault(server("/6"))

    def test_none_is_followed_from_https_to_http(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
        leading = response(b"", {"Location": "http://127.0.0.1/"}, "301 Moved")
        with serving(leading, certificate=CERTIFICATE) as server:
            assert "`http://127.0.0.1/`, which is not encrypted" in fault(server())

    @pytest.mark.parametrize(
        ("location", "words"),
        [
            ("file:///etc/passwd", "is not an http or https address"),
            ("ftp://example.org/", "is not an http or https address"),
            ("http://a:b@127.0.0.1/", "a user name or a password in it is not fetched"),
            ("http://[::1", "it leads to what is not an address"),
        ],
    )
    def test_what_is_no_page_is_not_gone_to(self, location: str, words: str) -> None:
        assert words in fault_of(response(b"", {"Location": location}, "302 Found"))

    def test_a_private_host_is_not_gone_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(fetching, "is_public", lambda address: str(address) == "127.0.0.1")
        with serving(response(PAGE), host="127.0.0.2") as private:
            leading = response(b"", {"Location": private("/secret")}, "302 Found")
            with serving(leading) as server:
                said = fault(server(), allow_private=False)
            assert f"`{private('/secret')}` is not fetched: its host is in a private" in said
            assert private.requests == []


class TestPrivateHosts:
    @pytest.mark.parametrize(
        "host",
        (
            "127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0.0 0 10.0.0.1 172.16.0.1 "
            "192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 [::1] [::] [::ffff:127.0.0.1] "
            "[fe80::1] [fc00::1] [fec0::1] [64:ff9b::7f00:1] [2002:7f00:1::] [::7f00:1] "
            "localhost"
        ).split(),
    )
    def test_none_is_connected_to(self, host: str) -> None:
        said = fault(f"http://{host}:9/", allow_private=False)
        assert said == (
            f"`http://{host}:9/` is not fetched: its host is in a private network; "
            "with `--allow-private` it is fetched all the same"
        )

    def test_a_name_that_comes_to_one_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        named(monkeypatch, "inside.example", "10.0.0.1", "192.168.0.1")
        assert "private network" in fault("http://inside.example/", allow_private=False)

    def test_what_was_looked_at_is_what_is_connected_to(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked_up = named(monkeypatch, "news.example", "127.0.0.1", "127.0.0.2")
        monkeypatch.setattr(fetching, "is_public", lambda address: str(address) == "127.0.0.1")
        port = server.address.rpartition(":")[2]
        page = fetch(f"http://news.example:{port}/", seconds=PATIENT)
        assert (page.data, looked_up) == (PAGE, ["news.example"])

    def test_one_is_connected_to_where_that_is_allowed(self, server: Server) -> None:
        assert fetched(server()).data == PAGE


class TestLimits:
    def test_a_page_that_is_too_large_is_refused(self) -> None:
        assert "it is larger than 10 MB" in fault_of(response(b"a" * 10_000_001))

    @pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip", "deflate"])
    def test_it_is_counted_after_it_was_unpacked(self, encoding: str) -> None:
        packed = zlib.compress(b"a" * 50_000_000)
        for _ in encoding.split(","):
            if "gzip" in encoding:
                packed = gzip.compress(b"a" * 50_000_000 if packed[:1] != b"\x1f" else packed)
        assert "it is larger than 10 MB" in fault_of(
            response(packed, {"Content-Encoding": encoding})
        )

    @pytest.mark.parametrize(
        "begins",
        [b"", b"HTTP/1.1 200 OK\r\n", response(b"", {"Content-Length": "1000"})],
        ids=["an answer", "the headers", "the page"],
    )
    def test_a_server_that_sends_a_byte_at_a_time_is_left(self, begins: bytes) -> None:
        def answer(_: str, connection: Connection) -> None:
            connection.send(begins)
            while not connection.over.wait(0.02):
                connection.send(b"a")

        with serving(answer) as server:
            assert "it takes longer than 0.5 seconds; save the page" in fault(server(), seconds=0.5)

    def test_a_server_that_sends_without_end_is_left(self) -> None:
        def answer(_: str, connection: Connection) -> None:
            connection.send(b"HTTP/1.1 200 OK\r\n\r\n")
            while not connection.over.is_set():
                connection.send(b"a" * 100_000)

        with serving(answer) as server:
            assert "it is larger than 10 MB" in fault(server())

    def test_the_time_is_looked_at_between_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        times = chain([0.0, 0.0], repeat(100.0))
        monkeypatch.setattr(time, "monotonic", lambda: next(times))
        assert "it takes too long" in fault_of(response(PAGE))


class TestFaults:
    @pytest.mark.parametrize(
        ("status", "words"),
        [
            ("403 Forbidden", "answers 403: the server refuses programs"),
            ("404 Not Found", "answers 404: there is no such page"),
            ("429 Too Many", "answers 429: the server wants fewer requests"),
            ("500 Broken", "answers 500: Broken"),
            ("304 Not Modified", "answers 304: Not Modified"),
            ("302 Found", "answers 302: Found"),
        ],
    )
    def test_a_status_is_said_in_words(self, status: str, words: str) -> None:
        said = fault_of(response(PAGE, status=status))
        assert words in said
        assert said.endswith("; save the page in your browser, and give the file")

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (response(b"%PDF", type="application/pdf"), "is a PDF, and no page of text; save its"),
            (response(b"PNG", type="image/png"), "is of the type `image/png`, and no page of text"),
            (response(PAGE, {"Content-Encoding": "br"}), "compressed by `br`, which was not asked"),
            (response(b"no", {"Content-Encoding": "gzip"}), "not compressed as the server says"),
            (response(b""), "the answer is empty"),
            (response(PAGE, {"Content-Length": "999"}), "the server ends the connection"),
            (b"", "the server ends the connection"),
            (b"SSH-2.0\r\n", "does not speak as web servers do"),
        ],
    )
    def test_an_answer_that_is_no_page_is_said(self, answer: bytes, words: str) -> None:
        assert words in fault_of(answer)

    @pytest.mark.parametrize(
        ("url", "words"),
        [
            ("http://user:secret@example.org/", "leave them out"),
            ("http://@example.org/", "leave them out"),
            ("ftp://example.org/", "is not an http or https address"),
            ("http:///path", "is not an http or https address"),
            ("http://[::1/", "is not an address; write it as a browser shows it"),
            ("http://example.org:99999/", "is not an address"),
            ("http://a..example/", "there can be no host `a..example`"),
        ],
    )
    def test_an_address_that_is_none_is_said(self, url: str, words: str) -> None:
        said = fault(url)
        assert words in said
        assert "secret" not in said

    def test_a_host_that_is_not_there_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        named(monkeypatch, "another.example", "127.0.0.1")
        assert "no host `news.example` is found" in fault("http://news.example/")

    def test_a_port_where_no_server_is_is_said(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        assert "the server cannot be connected to" in fault(f"http://127.0.0.1:{port}/")

    def test_a_certificate_that_is_not_valid_is_said(self) -> None:
        with serving(response(PAGE), certificate=CERTIFICATE) as server:
            assert "its certificate is not valid, self-signed certificate" in fault(server())

    def test_a_certificate_of_another_host_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
        named(monkeypatch, "news.example", "127.0.0.1")
        with serving(response(PAGE), certificate=CERTIFICATE) as server:
            said = fault(server.address.replace("127.0.0.1", "news.example"))
        assert "its certificate is not valid, Hostname mismatch" in said

    def test_a_server_that_says_nothing_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(fetching, "_TIMEOUT", 0.2)
        with serving(lambda _, connection: bool(connection.over.wait(PATIENT))) as server:
            said = fault(server().replace("http:", "https:"))
        assert "the server does not answer in time" in said

    def test_a_server_without_encryption_is_said(self, server: Server) -> None:
        assert "no encryption can be agreed on" in fault(server().replace("http:", "https:"))

    def test_a_fault_of_the_program_is_not_kept_back(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(fetching, "Message", None)
        with pytest.raises(TypeError):
            fetched(server())


class TestProxies:
    def test_the_proxy_of_the_environment_is_asked(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked_up = named(monkeypatch, "127.0.0.1", "127.0.0.1")
        monkeypatch.setenv("http_proxy", server.address.replace("//", "//me:pass@"))
        assert fetch("http://news.example/a", seconds=PATIENT).data == PAGE
        head = server.requests[0]
        assert head.startswith("GET http://news.example/a HTTP/1.1")
        assert "authorization: basic bwu6cgfzcw==" in head.lower()
        assert "news.example" not in looked_up

    def test_a_host_that_the_environment_excepts_is_gone_to(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetched(server()).data == PAGE

    def test_an_address_in_a_private_network_is_refused(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", server.address)
        assert "private network" in fault("http://2130706433/", allow_private=False)
        assert server.requests == []

    def test_a_proxy_that_refuses_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with serving(response(b"", status="403 No")) as server:
            monkeypatch.setenv("https_proxy", server.address.removeprefix("http://"))
            said = fault("https://news.example/", allow_private=False)
        assert "the proxy that the environment names does not do it" in said

    def test_a_proxy_of_another_kind_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
        assert "name one in `http_proxy`" in fault("http://news.example/", allow_private=False)


def named(monkeypatch: pytest.MonkeyPatch, host: str, *addresses: str) -> list[str]:
    """Let a host have addresses, and no other host any; return what is looked up from now on."""
    looked_up: list[str] = []

    def getaddrinfo(name: str, port: int, *_: Any, **__: Any) -> list[Any]:
        looked_up.append(name)
        if name == host:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (it, port)) for it in addresses]
        if name.startswith("127."):
            looked_up.pop()
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port))]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return looked_up
