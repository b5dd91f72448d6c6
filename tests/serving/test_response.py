"""What a browser is answered, by the path and the host that it names."""

from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.serving.response import refusal, response
from claim_tracker.serving.site import Made, site_of

SITE = site_of(
    Made(
        {
            "index.html": "the start",
            "claims/index.html": "all claims",
            "claims/harbour é.html": "the harbour",
            "claims.json": "{}",
            "claims.csv": "id\n",
            "data.unknown": b"\x00",
            "404.html": "nothing here",
        }
    ),
    None,
)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("/", "the start"),
        ("/index.html", "the start"),
        ("/?search=%2e", "the start"),
        ("/claims/", "all claims"),
        ("/claims/harbour%20%C3%A9.html", "the harbour"),
        ("/claims/harbour%20%C3%A9.html?a=b#c", "the harbour"),
    ],
)
def test_a_path_leads_to_its_file(target: str, text: str) -> None:
    found = response(SITE, target)
    assert found.status == HTTPStatus.OK
    assert found.body.decode().startswith(text)


def test_a_folder_without_its_slash_leads_to_itself() -> None:
    found = response(SITE, "/claims")
    assert (found.status, found.location) == (HTTPStatus.FOUND, "/claims/")


@pytest.mark.parametrize(
    "target",
    [
        "/nothing",
        "/claims/nothing.html",
        "/../claims.json/..",
        "/..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/etc/passwd",
        "/claims.json/",
        "*",
        "//[",
        "http://127.0.0.1/",
        "/%ff",
        "/%00",
    ],
)
def test_another_path_is_not_found(target: str) -> None:
    found = response(SITE, target)
    assert found.status == HTTPStatus.NOT_FOUND
    assert found.body.decode().startswith("nothing here")


@given(st.text())
def test_any_target_has_an_answer_that_leads_nowhere_else(target: str) -> None:
    location = response(SITE, target).location
    assert location in (None, "/claims/")


@pytest.mark.parametrize(
    ("target", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/claims.json", "application/json"),
        ("/claims.csv", "text/csv; charset=utf-8"),
        ("/_serve/serve.css", "text/css; charset=utf-8"),
        ("/_serve/reload.js", "text/javascript; charset=utf-8"),
        ("/data.unknown", "application/octet-stream"),
        ("/nothing.json", "text/html; charset=utf-8"),
    ],
)
def test_a_file_has_the_type_of_its_name(target: str, media_type: str) -> None:
    assert response(SITE, target).media_type == media_type


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"]
)
def test_this_machine_may_be_named_in_each_way(host: str) -> None:
    assert refusal(host, 8000) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "evil.example",
        "127.0.0.1",
        "localhost:80",
        "localhost:8000.evil.example",
        "127.0.0.1.evil.example:8000",
        "localhost.:8000",
        "user@localhost:8000",
        "",
        None,
    ],
)
def test_another_host_is_refused(host: str | None) -> None:
    refused = refusal(host, 8000)
    assert refused is not None
    assert refused.status == HTTPStatus.MISDIRECTED_REQUEST
    assert refused.body == b"This is served to this machine only: open http://127.0.0.1:8000/\n"


def test_where_the_port_is_that_of_http_browsers_leave_it_out() -> None:
    assert refusal("localhost", 80) is None
