"""`tracker serve` in a browser: pages that load themselves again, with what is wrong on them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from claim_tracker.serving.response import response
from claim_tracker.serving.site import Made, site_of
from tests.browser.conftest import Reader
from tests.browser.reading import DARK, PHONE, WIDE, violations
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file
from tests.serving.browsing import PATIENCE, save, serving

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

MAX_MILLISECONDS = 30_000.0
"""Milliseconds for a page to show what it is to show."""
REAL = DATA.read_text(encoding="utf-8")
WRONG = REAL.replace("kind: commitment", "knid: commitment", 1)
TABS_OF_EACH = 4
"""With three addresses, more than the connections that a browser has for a server."""


@pytest.fixture
def file(tracker: CommandLine) -> "Path":
    return tracker.file("data/claims.yaml", REAL)


@pytest.fixture
def page(reader: Reader, tracker: CommandLine, file: "Path") -> "Iterator[Page]":
    """The first page of the real claims, as it is served."""
    del file
    with serving(tracker) as site:
        shown = reader.visit(site.address, site.address)
        shown.set_default_timeout(MAX_MILLISECONDS)
        yield shown
        reader.context.close()


def test_a_page_loads_again_when_a_file_changes(page: "Page", file: "Path") -> None:
    save(file, REAL.replace("title: The withdrawal", "title: The long withdrawal", 1))
    page.get_by_role("heading", name="The long withdrawal").wait_for()


def test_a_page_keeps_its_position(page: "Page", file: "Path") -> None:
    page.set_viewport_size({"width": 800, "height": 400})
    page.evaluate("scrollTo(0, 300)")
    save(file, WRONG)
    page.locator("#_findings").wait_for()
    page.wait_for_function("scrollY === 300")


@pytest.mark.parametrize("reader", [PHONE, WIDE, DARK], indirect=True)
def test_an_error_is_shown_until_it_is_mended(page: "Page", file: "Path") -> None:
    panel = page.locator("#_findings")
    save(file, WRONG)
    panel.get_by_text("unknown field knid").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    background = panel.evaluate("it => getComputedStyle(it).backgroundColor")
    assert background != "rgba(0, 0, 0, 0)"  # its style was loaded
    save(file, REAL)
    panel.wait_for(state="detached")


def test_a_code_leads_to_what_it_means(page: "Page", file: "Path") -> None:
    save(file, WRONG)
    page.locator("#_findings").get_by_role("link", name="E101").click()
    page.get_by_role("heading", name="E101: unknown field").wait_for()
    assert violations(page) == []


def test_warnings_are_folded_until_somebody_unfolds_them(page: "Page", file: "Path") -> None:
    summary = page.locator("#_findings summary")
    twice = page.get_by_text("named twice")
    save(file, re.sub(r"tags: \[([\w-]+)", r"tags: [\1, \1", REAL, count=1))
    summary.filter(has_text="1 warning in").wait_for()
    assert not twice.is_visible()
    summary.click()
    twice.wait_for()
    save(file, re.sub(r"tags: \[([\w-]+)", r"tags: [\1, \1", REAL, count=2))
    summary.filter(has_text="2 warnings in").wait_for()
    twice.first.wait_for()


def test_what_a_finding_says_is_text(page: "Page", file: "Path") -> None:
    evil = "</details></aside><script>alert(1)</script><img src=x onerror=alert(2)>"
    save(file, claims_file(claim({"kind": f"'{evil}'"}), another()))
    panel = page.locator("#_findings")
    panel.get_by_text("<script>alert(1)</script>").wait_for()
    assert panel.locator("script, img").count() == 0


def test_every_page_loads_again(page: "Page", file: "Path", reader: Reader) -> None:
    addresses = [page.url, f"{page.url}claims/mission-ends.html", f"{page.url}claims.html"]
    tabs = [reader.visit(address, page.url) for address in addresses * TABS_OF_EACH]
    save(file, WRONG)
    for tab in tabs:
        tab.locator("#_findings").wait_for(timeout=MAX_MILLISECONDS)


def test_a_page_that_is_not_there_yet_comes(page: "Page", file: "Path", reader: Reader) -> None:
    tab = reader.visit(f"{page.url}claims/soldiers-leave.html", page.url)
    tab.get_by_role("heading", name="There is no such page").wait_for()
    assert all("404" in fault for fault in reader.faults)
    reader.faults.clear()
    save(file, claims_file(another()))
    tab.get_by_role("heading", name="The soldiers leave.").wait_for(timeout=MAX_MILLISECONDS)


def test_pages_find_the_site_again_when_it_is_back(
    reader: Reader, tracker: CommandLine, file: "Path"
) -> None:
    with serving(tracker) as site:
        port = site.address.split(":")[2].strip("/")
        page = reader.visit(site.address, site.address)
    save(file, WRONG)
    with serving(tracker, "--port", port):
        page.locator("#_findings").wait_for(timeout=MAX_MILLISECONDS)
        reader.context.close()


@pytest.mark.parametrize("missing", ["/_serve/worker.js", "/_serve/changes"])
def test_pages_find_a_site_after_a_server_that_lacks_a_part(
    reader: Reader, tracker: CommandLine, file: "Path", missing: str
) -> None:
    with lacking(missing) as address:
        page = reader.visit(address, address)
    save(file, WRONG)
    with serving(tracker, "--port", address.split(":")[2].strip("/")):
        page.locator("#_findings").wait_for(timeout=MAX_MILLISECONDS)
        reader.context.close()
    reader.faults.clear()


@contextmanager
def lacking(missing: str) -> Iterator[str]:
    """A server of one page that ends when a part that it does not have was asked for."""
    site, asked = site_of(Made({"index.html": "<p>A page.</p>"}), None), Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == missing:
                self.send_error(404)
                asked.set()
                return
            reply = response(site, self.path)
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            self.end_headers()
            self.wfile.write(reply.body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        assert asked.wait(PATIENCE)
        server.shutdown()
