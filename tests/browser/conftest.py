"""A real Chromium, which opens a page of claims from a file."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import DATA
from tests.conftest import CommandLine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> "Iterator[Browser]":
    """The browser; a test that needs it is skipped without it, or fails if `--browser` is given."""
    missing = pytest.fail if request.config.getoption("--browser") else pytest.skip
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright is not installed: pip install --editable '.[browser]'")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        missing("there is no Chromium: apt-get install chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--disable-gpu"])
        yield browser
        browser.close()


class Reader:
    """Somebody who opens pages; what goes wrong in them, or is asked of a server, is a failure."""

    def __init__(self, context: "BrowserContext", folder: Path) -> None:
        self.context = context
        self.folder = folder
        self.site: Path | None = None
        """A folder whose files the pages may ask for."""
        self.faults: list[str] = []

    def open(self, name: str = "page.html", fragment: str = "") -> "Page":
        """A page of the folder in a new tab."""
        address = (self.folder / name).as_uri()
        site = address if self.site is None else f"{self.site.as_uri()}/"
        return self.visit(address + fragment, site)

    def visit(self, address: str, site: str) -> "Page":
        """A page in a new tab; nothing is to be asked of another server than that of the site."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        page.on("request", lambda request: self._asked(request.url, site))
        page.goto(address)
        return page

    def _asked(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:")):
            self.faults.append(url)


@pytest.fixture
def reader(
    chromium: "Browser", tracker: CommandLine, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    """A reader of the real claims, with the context options that the test's parameter gives."""
    tracker.done("export", "html", "-f", DATA, "-o", "page.html")
    context = chromium.new_context(**getattr(request, "param", {}))
    found = Reader(context, tracker.folder)
    yield found
    context.close()
    assert found.faults == []
