"""The page of `tracker export html` as it is read: in a browser, with and without JavaScript."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Reader
from tests.conftest import CommandLine
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"viewport": {"width": 360, "height": 740}}
WIDE = {"viewport": {"width": 1280, "height": 800}}
DARK = {**WIDE, "color_scheme": "dark"}
WITHOUT_JAVASCRIPT = {**WIDE, "java_script_enabled": False}
CLAIMS = 13


def shown(page: "Page", selector: str = "article") -> list[str]:
    """The ids, or the link targets, of what is shown."""
    script = "all => all.filter(e => e.checkVisibility()).map(e => e.id || e.hash.slice(1))"
    found: list[str] = page.eval_on_selector_all(selector, script)
    return found


def choose(page: "Page", field: str, value: str) -> None:
    page.get_by_role("combobox", name=field).select_option(value)


def violations(page: "Page") -> list[Any]:
    from axe_playwright_python.sync_playwright import Axe

    found: list[Any] = Axe().run(page).response["violations"]
    return found


@pytest.mark.parametrize("reader", [PHONE, WIDE, DARK], indirect=True)
def test_axe_finds_no_violation(reader: Reader) -> None:
    page = reader.open()
    assert violations(page) == []
    page.get_by_text("What the words mean").click()
    choose(page, "Status", "overdue")
    assert violations(page) == []


@pytest.mark.parametrize("reader", [PHONE, WIDE], indirect=True)
def test_the_page_is_never_wider_than_the_screen(reader: Reader) -> None:
    page = reader.open()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("reader", [WITHOUT_JAVASCRIPT], indirect=True)
def test_without_javascript_all_is_there_but_the_filters(reader: Reader) -> None:
    page = reader.open()
    assert page.locator("article").count() == CLAIMS
    assert page.locator(".timeline li > svg").count() == CLAIMS
    assert all(card.is_visible() for card in page.locator("article").all())
    assert not page.locator("form").is_visible()


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("Status", "overdue", {"move-to-erbil", "complete-withdrawal"}),
        ("Topic", "Doubts", {"plan-unclear", "promised-before"}),
        ("Speaker", "An unnamed Iraqi official", {"trainers-stay", "agreement-with-washington"}),
        ("Place", "Al-Harir base", {"three-bases"}),
    ],
)
def test_a_filter_applies_to_the_timeline_and_the_cards(
    reader: Reader, field: str, value: str, ids: set[str]
) -> None:
    page = reader.open()
    choose(page, field, value)
    assert set(shown(page)) == ids
    assert set(shown(page, ".timeline a")) == ids
    assert page.locator("output").inner_text() == f"{len(ids)} of {CLAIMS} claims are shown."
    assert page.locator(".timeline h3:visible").all_inner_texts() == topics(page)
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == CLAIMS


def topics(page: "Page") -> list[str]:
    """The topics of the cards that are shown."""
    return page.locator("h3:visible:has(~ article:visible)").all_inner_texts()


def test_search_looks_at_the_whole_card_no_matter_the_case(reader: Reader) -> None:
    page = reader.open()
    page.get_by_label("Search").fill("  DEPUTY commander ")
    assert shown(page) == ["move-to-erbil"]
    page.get_by_label("Search").fill("no such words")
    assert shown(page) == []
    assert page.locator("output").inner_text() == f"0 of {CLAIMS} claims are shown."


def test_filters_stand_in_the_address_and_come_back_from_it(reader: Reader) -> None:
    page = reader.open()
    choose(page, "Topic", "First phase")
    choose(page, "Status", "kept")
    again = reader.open(fragment=page.url.partition(".html")[2])
    assert shown(again) == shown(page) == ["mission-ends", "withdrawal-begins"]
    assert again.get_by_role("combobox", name="Topic").input_value() == "First phase"


@pytest.mark.parametrize("fragment", ["#status=no-such", "#=", "#%=%", "#no-such", "#x=<script>"])
def test_an_address_that_names_nothing_shows_all(reader: Reader, fragment: str) -> None:
    assert len(shown(reader.open(fragment=fragment))) == CLAIMS


def test_an_address_leads_to_a_claim_that_a_filter_hides(reader: Reader) -> None:
    page = reader.open(fragment="#three-bases")
    assert page.locator("article:target").get_attribute("id") == "three-bases"
    choose(page, "Status", "overdue")
    page.evaluate("location.hash = 'mission-ends'")
    card = page.locator("#mission-ends")
    card.wait_for(state="visible")
    top = card.evaluate("card => card.getBoundingClientRect().top")
    assert 0 <= top < WIDE["viewport"]["height"]
    assert len(shown(page)) == CLAIMS


def test_the_keyboard_reaches_every_control_in_page_order(reader: Reader) -> None:
    page = reader.open()
    focused = "document.activeElement.name || document.activeElement.localName"
    names = []
    choices = ("status", "topic", "speaker", "organisation", "place")
    wanted = ["a", "summary", "search", *choices, "button", "a"]
    for _ in wanted:
        page.keyboard.press("Tab")
        names.append(page.evaluate(focused))
    assert names == wanted
    assert page.evaluate("document.activeElement.hash") == "#move-to-erbil"


def test_a_print_has_every_claim_and_every_source_address(reader: Reader) -> None:
    page = reader.open()
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert len(shown(page)) == CLAIMS
    link = page.locator("article .source a").first
    after = "e => getComputedStyle(e, '::after').content"
    assert "attr(href)" in link.evaluate(after) or "http" in link.evaluate(after)


def test_hostile_texts_are_shown_and_run_nothing(reader: Reader, tracker: CommandLine) -> None:
    text = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\\\" ' `{{ 7*7 }}"
    quoted = f'"{text}"'
    fields = {"claim": quoted, "speaker": quoted, "topic": quoted, "role": quoted, "due": "2025-09"}
    claim_text = claim(fields, [f"date: 2025-09-01, note: {quoted}"])
    tracker.file("data/claims.yaml", claims_file(claim_text))
    tracker.done("export", "html", "--title", text, "-o", "hostile.html")
    page = reader.open("hostile.html")
    shown_text = text.replace('\\"', '"')
    assert page.locator("h4").inner_text() == shown_text
    assert page.locator("img, article script").count() == 0
    choose(page, "Speaker", shown_text)
    assert shown(page) == ["base-closes"]
