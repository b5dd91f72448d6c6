"""The web server: what it answers over a real connection, to browsers good and bad."""

from collections.abc import Iterator

import pytest

from claim_tracker.serving import server
from claim_tracker.serving.server import Served, SiteServer, running
from claim_tracker.serving.site import Made, site_of
from tests.serving.browsing import asked, connected, listening, read

SITE = site_of(Made({"index.html": "<p>Claims</p>", "claims/index.html": "all"}), None)
OTHER = site_of(Made({"index.html": "<p>Other claims</p>"}), None)


@pytest.fixture
def served() -> Served:
    return Served(SITE)


@pytest.fixture
def address(served: Served) -> Iterator[str]:
    with SiteServer(0) as own, running(own, served):
        yield own.url


def test_a_file_comes_with_its_type_and_is_never_kept(address: str) -> None:
    with asked(address) as response:
        body = response.read()
        assert response.status == 200
        assert body.startswith(b"<p>Claims</p>")
        headers = {name: response.headers[name] for name in response.headers if name != "Date"}
    assert headers == {
        "Server": "tracker",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def test_the_head_alone_can_be_asked_for(address: str) -> None:
    with asked(address, method="HEAD") as response:
        assert (response.status, response.read()) == (200, b"")
        assert int(response.headers["Content-Length"]) > 0
    with asked(address, "/_serve/changes", method="HEAD") as response:
        assert (response.status, response.read()) == (200, b"")


def test_a_folder_leads_to_its_first_page(address: str) -> None:
    with asked(address, "/claims") as response:
        assert (response.status, response.headers["Location"]) == (302, "/claims/")
    assert read(address, "/claims/").startswith("all")


def test_what_is_not_there_is_not_found(address: str) -> None:
    with asked(address, "/nothing") as response:
        assert response.status == 404
        assert b"There is no such page" in response.read()


@pytest.mark.parametrize("path", ["/", "/_serve/changes"])
def test_a_request_for_another_host_gets_nothing(address: str, path: str) -> None:
    with asked(address, path, host="evil.example") as response:
        assert response.status == 421
        assert b"Claims" not in response.read()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(address: str, method: str) -> None:
    with asked(address, method=method) as response:
        assert response.status == 501
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.headers["Server"] == "tracker"


def test_pages_get_the_version_now_and_each_later_one(address: str, served: Served) -> None:
    with listening(address) as versions, listening(address) as others:
        assert versions.next() == others.next() == SITE.version
        served.replace(OTHER)
        assert versions.next() == others.next() == OTHER.version
    assert "Other claims" in read(address)


def test_the_same_version_is_not_sent_again(address: str, served: Served) -> None:
    with listening(address) as versions:
        assert versions.next() == SITE.version
        served.replace(SITE)
        served.replace(OTHER)
        assert versions.next() == OTHER.version


def test_pages_get_nothing_more_at_the_end(address: str, served: Served) -> None:
    with asked(address, "/_serve/changes") as response:
        served.end()
        assert response.read().count(b"data:") <= 1


def test_a_page_without_news_gets_a_sign_of_life(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_KEEP_ALIVE", 0.01)
    with asked(address, "/_serve/changes") as response:
        lines = [response.readline().strip() for _ in range(6)]
    assert lines == [b"retry: 1000", b"", f"data: {SITE.version}".encode(), b"", b":", b""]


def test_who_says_nothing_keeps_nobody_waiting(address: str) -> None:
    with connected(address), connected(address) as half:
        half.sendall(b"GET / HT")
        assert "Claims" in read(address)


def test_who_says_nothing_for_long_is_left(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server._Handler, "timeout", 0.01)
    with connected(address) as silent:
        assert silent.recv(1) == b""


@pytest.mark.parametrize(
    "request_line",
    [b"\x16\x03\x01\x00", b"GET", b"GET / HTTP/9.9", b"GET / " + b"x" * 70_000, b"\x00\xff"],
    ids=["tls", "short", "version", "long", "bytes"],
)
def test_what_is_no_request_does_no_harm(
    address: str, capsys: pytest.CaptureFixture[str], request_line: bytes
) -> None:
    with connected(address) as wrong:
        wrong.sendall(request_line + b"\r\n\r\n")
        while wrong.recv(65_536):
            pass
    assert "Claims" in read(address)
    assert capsys.readouterr() == ("", "")


def test_a_page_that_is_gone_does_no_harm(
    address: str, served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    with listening(address) as versions:
        versions.next()
    for _ in range(3):
        served.replace(OTHER)
        served.replace(SITE)
        assert "Claims" in read(address)
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_the_server_is_one_line(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(server, "response", fail)
    with connected(address) as connection:
        port = connection.getpeername()[1]
        connection.sendall(f"GET / HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n".encode())
        assert connection.recv(1) == b""
    (line,) = capsys.readouterr().err.splitlines()
    assert "ValueError: a fault" in line


def test_it_listens_on_this_machine_alone() -> None:
    with SiteServer(0) as own:
        assert own.socket.getsockname()[0] == "127.0.0.1"
        assert own.url == f"http://127.0.0.1:{own.port}/"
