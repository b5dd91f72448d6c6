"""What is served of a site: its files, with what was found on each page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.serving.site import Files, Made, Site, site_of
from claim_tracker.text.diagnostic import Finding, Span

POLICY = "default-src 'none'; script-src 'sha256-x'; img-src data:"
PAGE = (
    f'<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    "</head><body><p>Claims</p></body></html>"
)
FILES: Files = {
    "index.html": PAGE,
    "claims/a.html": PAGE,
    "claims.json": "{}",
    "icon.png": b"\x89PNG",
}
ERROR = Finding("E101", "unknown field `knid`", "did you mean `kind`?", "a.yaml", Span(3, 5, 3, 9))
WARNING = Finding("W301", "source never used", "delete it", "a.yaml", Span(8, 1, 8, 9))


def start(site: Site, path: str = "index.html") -> str:
    return site.content(path).decode()


def policy(page: str) -> dict[str, list[str]]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    parts = (part.split() for part in found[1].replace("&#x27;", "'").split(";"))
    return {name: sources for name, *sources in parts}


def test_what_is_no_page_is_served_as_it_was_made() -> None:
    site = site_of(Made(FILES, [WARNING], 1, 2), None)
    assert site.content("claims.json") == b"{}"
    assert site.content("icon.png") == b"\x89PNG"


def test_every_page_has_what_was_found() -> None:
    site = site_of(Made(FILES, [WARNING], 1, 2), None)
    for path in ("index.html", "claims/a.html", "404.html"):
        assert "1 warning in 2 claims of 1 file" in start(site, path)
        assert start(site, path).rstrip().endswith("</html>")


def test_a_page_without_an_end_has_it_at_its_end() -> None:
    page = start(site_of(Made({"index.html": "<p>Claims"}), None))
    assert page.startswith('<p>Claims<script src="/_serve/reload.js" data-version="')


def test_without_findings_nothing_is_shown_of_them() -> None:
    assert "_findings" not in start(site_of(Made(FILES), None))


def test_the_policy_allows_what_the_server_sends_and_keeps_the_rest() -> None:
    assert policy(start(site_of(Made(FILES), None))) == {
        "default-src": ["'none'"],
        "script-src": ["'sha256-x'", "'self'"],
        "img-src": ["data:"],
        "style-src": ["'self'"],
        "worker-src": ["'self'"],
    }


def test_errors_leave_the_last_good_files() -> None:
    site = site_of(Made(None, [ERROR], 1, 2), FILES)
    assert "<p>Claims</p>" in start(site)
    assert "Until this is mended, the page stays as it was." in start(site)


def test_before_any_good_files_a_page_says_what_is_wrong() -> None:
    page = start(site_of(Made(None, [ERROR], 1, 2), None))
    assert "<h1>There is no page yet</h1>" in page
    assert "unknown field <code>knid</code>" in page
    assert "stays as it was" not in page
    assert policy(page)["style-src"] == ["'self'"]


def test_why_the_claims_cannot_be_read_is_shown() -> None:
    page = start(site_of(Made(None, fault="there is no file `a.yaml`\nHelp: check it"), FILES))
    assert "there is no file `a.yaml`<br>Help: check it" in page


def test_each_code_has_its_page() -> None:
    site = site_of(Made(FILES, [WARNING, ERROR], 1, 2), FILES)
    for code in ("E101", "W301"):
        assert f'<a href="/_serve/{code}.html">{code}</a>' in start(site)
        assert f"<h1>{code}: " in start(site, f"_serve/{code}.html")


def test_the_page_that_says_no_is_that_of_the_site() -> None:
    files = {**FILES, "404.html": "<p>Nothing here"}
    assert start(site_of(Made(files), None), "404.html").startswith("<p>Nothing here")


@pytest.mark.parametrize(
    ("made", "other"),
    [
        (Made(FILES), Made({**FILES, "claims.json": "[]"})),
        (Made(FILES), Made({**FILES, "icon.png": b"\x89"})),
        (Made(FILES), Made({**FILES, "new.html": PAGE})),
        (Made(FILES), Made(FILES, [WARNING])),
        (Made(None, [ERROR]), Made(None, [ERROR, WARNING])),
    ],
)
def test_another_site_has_another_version(made: Made, other: Made) -> None:
    assert site_of(made, FILES).version != site_of(other, FILES).version


def test_the_same_site_has_the_same_version() -> None:
    backwards = dict(reversed(list(FILES.items())))
    assert site_of(Made(FILES), None).version == site_of(Made(backwards), FILES).version


_TEXTS = st.text(st.characters(exclude_categories=()))  # with what names of files may have


@given(st.dictionaries(_TEXTS, _TEXTS | st.binary(), max_size=4))
def test_any_files_can_be_served(files: dict[str, bytes | str]) -> None:
    site = site_of(Made({"index.html": PAGE, **files}), None)
    assert all(isinstance(site.content(path), bytes) for path in site.files)
