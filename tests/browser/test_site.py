"""The pages of `tracker export site` as they are read: in a browser that runs no script."""

from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.data import claims_file as many_claims
from tests.browser.conftest import Reader
from tests.browser.reading import (
    DARK,
    LEFT,
    PAST_THE_EDGE,
    PHONE,
    TABLET,
    TRACKERS,
    WIDE,
    WITHOUT_JAVASCRIPT,
    hostile,
    violations,
)
from tests.builders import DATA, update
from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

KINDS = ("index", "claims", "topics", "claims/*", "topics/*")
"""One of each of these pages is looked at."""


def exported(tracker: CommandLine, reader: Reader, file: Path, *options: str) -> list[str]:
    """One page of each kind of a site."""
    ran = tracker("export", "site", "-f", file, "-o", "site", *options)
    assert ran.status == 0
    reader.folder = reader.site = tracker.folder / "site"
    found = [sorted(reader.folder.glob(f"{kind}.html"))[:1] for kind in KINDS]
    return [path.relative_to(reader.folder).as_posix() for each in found for path in each]


def named(name: str) -> Path:
    return DATA if name == "data" else TRACKERS / f"{name}.yaml"


@pytest.mark.parametrize(
    ("reader", "name"),
    [(PHONE, "data"), (PHONE, "persian"), (TABLET, "thai"), (WIDE, "persian"), (DARK, "data")],
    indirect=["reader"],
)
def test_no_page_has_a_violation_or_runs_past_the_edge(
    reader: Reader, tracker: CommandLine, name: str
) -> None:
    for path in exported(tracker, reader, named(name)):
        page = reader.open(path)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(PAST_THE_EDGE) == [], path


@pytest.mark.parametrize("reader", [PHONE, WIDE], indirect=True)
def test_a_site_in_persian_runs_from_right_to_left(reader: Reader, tracker: CommandLine) -> None:
    for path in exported(tracker, reader, named("persian"), "--corrections"):
        page = reader.open(path)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        ways = page.locator(".ways a")
        assert ways.first.evaluate(LEFT) > ways.nth(1).evaluate(LEFT), path
        assert page.evaluate("scrollX") == 0
        page.evaluate("scrollTo(-1000, 0)")
        assert page.evaluate("scrollX") == 0, path
    page = reader.open("corrections.html")
    assert page.get_by_role("heading", level=1).inner_text() == "اصلاح‌ها"
    assert violations(page) == []
    assert page.evaluate(PAST_THE_EDGE) == []


@pytest.mark.parametrize("reader", [WITHOUT_JAVASCRIPT], indirect=True)
def test_a_site_is_read_from_the_disk_without_a_script(
    reader: Reader, tracker: CommandLine
) -> None:
    exported(tracker, reader, DATA, "--as-of", "2026-11-23")
    page = reader.open("index.html")
    columns = page.locator(".rows li").last.evaluate("e => getComputedStyle(e).display")
    assert columns == "grid"  # the style is there
    page.get_by_role("link", name="2 overdue").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Overdue"
    page.get_by_role("link", name="The second phase", exact=False).click()
    assert page.get_by_text("overdue 54 days").is_visible()
    page.get_by_role("link", name="Hussein Alawi").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Hussein Alawi"
    page.get_by_role("link", name="The withdrawal of the US-led coalition").click()
    assert page.url.endswith("/site/index.html")


@pytest.mark.parametrize("reader", [WIDE], indirect=True)
def test_headings_and_landmarks_say_what_is_where(reader: Reader, tracker: CommandLine) -> None:
    for path in exported(tracker, reader, DATA):
        page = reader.open(path)
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4, h5", "all => all.map(e => Number(e.localName[1]))"
        )
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels))
        for landmark in ("banner", "navigation", "main", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1, (path, landmark)


@pytest.mark.parametrize("reader", [WIDE], indirect=True)
def test_the_keyboard_goes_to_the_content_and_along_the_ways(
    reader: Reader, tracker: CommandLine
) -> None:
    exported(tracker, reader, DATA)
    page = reader.open("claims/mission-ends.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    page = reader.open("claims/mission-ends.html")
    focused = []
    for _ in range(8):
        page.keyboard.press("Tab")
        focused.append(page.evaluate("document.activeElement.textContent"))
    title = "The withdrawal of the US-led coalition from Iraq"
    ways = ["Claims", "Topics", "Speakers", "Organisations"]
    assert focused == ["Skip to the content", title, *ways, "First phase", "Hussein Alawi"]


@pytest.mark.parametrize("reader", [WIDE], indirect=True)
def test_a_print_has_the_addresses_of_the_sources_and_no_ways(
    reader: Reader, tracker: CommandLine
) -> None:
    exported(tracker, reader, DATA)
    page = reader.open("claims/mission-ends.html")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").is_visible()
    link = page.locator(".source a").first
    after = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert "attr(href)" in after or "http" in after


@pytest.mark.parametrize("reader", [WIDE], indirect=True)
def test_many_claims_are_on_several_pages(reader: Reader, tracker: CommandLine) -> None:
    file = tracker.file("many.yaml", many_claims(300))
    exported(tracker, reader, file)
    page = reader.open("claims.html")
    number = page.locator(".rows li").count()
    page.get_by_role("link", name="Page 2").click()
    assert page.locator(".pager [aria-current]").inner_text() == "2"
    assert 0 < page.locator(".rows li").count() <= 300 - number
    assert violations(page) == []


CORRECTED = claims_file(
    claim(
        {"due": "2025-09"},
        [
            update("2025-09-30", outcome="kept"),
            update("2025-11-03", outcome="broken", note="It was another base."),
        ],
    ),
    another(),
)


@pytest.mark.parametrize("reader", [PHONE, WIDE, DARK], indirect=True)
def test_a_claim_leads_to_its_correction_and_back(reader: Reader, tracker: CommandLine) -> None:
    exported(tracker, reader, tracker.file("corrected.yaml", CORRECTED), "--corrections")
    page = reader.open("claims/base-closes.html")
    assert violations(page) == []
    page.get_by_role("link", name="3 Nov 2025").click()
    assert violations(page) == []
    assert page.evaluate(PAST_THE_EDGE) == []
    assert page.locator(":target").get_by_text("outcome: broken, was kept").is_visible()
    page.get_by_role("link", name="The base closes.").click()
    assert page.url.endswith("/claims/base-closes.html")


@pytest.mark.parametrize("reader", [WIDE, DARK], indirect=True)
def test_a_single_page_leads_to_its_corrections(reader: Reader, tracker: CommandLine) -> None:
    file = tracker.file("corrected.yaml", CORRECTED)
    tracker.done("export", "html", "-f", file, "--corrections", "-o", "page.html")
    page = reader.open()
    page.get_by_role("link", name="Corrections").click()
    assert violations(page) == []
    page.get_by_role("link", name="The base closes.").click()
    page.get_by_role("link", name="3 Nov 2025").click()
    assert page.locator(":target").get_by_text("outcome: broken, was kept").is_visible()


def test_hostile_texts_are_shown_and_run_nothing(reader: Reader, tracker: CommandLine) -> None:
    text, file = hostile()
    tracker.file("data/claims.yaml", file)
    exported(tracker, reader, Path("data/claims.yaml"), "--base-url", "https://news.example/")
    for path in sorted(reader.folder.rglob("*.html")):
        if path.name != "404.html":  # which has its style from the address of the site
            page = reader.open(path.relative_to(reader.folder).as_posix())
            assert page.locator("img, body script, [onerror]").count() == 0, path
            assert text in page.locator("body").inner_text(), path
    page = reader.open("claims/base-closes.html")
    assert page.locator("h1").inner_text() == text
    review = page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
    )
    assert review["claimReviewed"] == text
