"""The page of `tracker export html` as it is read: in a browser, with and without JavaScript."""

from typing import TYPE_CHECKING

import pytest

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
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLAIMS = 13


def shown(page: "Page", selector: str = "article") -> list[str]:
    """The ids, or the link targets, of what is shown."""
    script = "all => all.filter(e => e.checkVisibility()).map(e => e.id || e.hash.slice(1))"
    found: list[str] = page.eval_on_selector_all(selector, script)
    return found


def choose(page: "Page", field: str, value: str) -> None:
    page.get_by_role("combobox", name=field).select_option(value)


@pytest.mark.parametrize("reader", [PHONE, WIDE, DARK], indirect=True)
def test_axe_finds_no_violation(reader: Reader) -> None:
    page = reader.open()
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []
    choose(page, "Status", "overdue")
    assert violations(page) == []


@pytest.mark.parametrize("reader", [PHONE, TABLET, WIDE], indirect=True)
@pytest.mark.parametrize("name", ["persian", "thai", "ukrainian", "evidence"])
def test_nothing_runs_past_the_edge(reader: Reader, tracker: CommandLine, name: str) -> None:
    export(tracker, name)
    page = reader.open()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(PAST_THE_EDGE) == []


OVERLAPS = """boxes => boxes.map(each => each.getBoundingClientRect()).some((one, index, all) =>
    all.slice(index + 1).some(other => one.right > other.left && other.right > one.left
        && one.bottom > other.top && other.bottom > one.top))"""


@pytest.mark.parametrize("reader", [PHONE, TABLET, WIDE], indirect=True)
@pytest.mark.parametrize("name", ["data", "persian", "ukrainian", "evidence"])
def test_no_label_lies_on_another_or_on_the_line_of_the_day(
    reader: Reader, tracker: CommandLine, name: str
) -> None:
    export(tracker, name)
    page = reader.open()
    page.evaluate(
        """() => {
            const shown = document.querySelector(".labels");
            for (const label of document.querySelectorAll("#_labels text, #_days .today")) {
                shown.append(label.cloneNode(true));
            }
        }"""
    )
    drawn = page.locator(".labels > text:visible, .labels > .today")
    assert drawn.count() > 1
    assert not drawn.evaluate_all(OVERLAPS)


@pytest.mark.parametrize("reader", [PHONE, WIDE], indirect=True)
@pytest.mark.parametrize("name", ["data", "persian", "evidence"])
def test_no_mark_lies_on_a_mark(reader: Reader, tracker: CommandLine, name: str) -> None:
    export(tracker, name)
    page = reader.open()
    for chart in page.locator("article .chart:has(use[class])").all():
        assert not chart.locator(".stated, use[class]").evaluate_all(OVERLAPS)


def export(tracker: CommandLine, name: str) -> None:
    file = DATA if name == "data" else TRACKERS / f"{name}.yaml"
    tracker.done("export", "html", "-f", file, "-o", "page.html")


def test_right_to_left_texts_are_aligned_right(reader: Reader, tracker: CommandLine) -> None:
    export(tracker, "persian")
    page = reader.open()
    for selector in ("h1", ".about", "article h4", "article summary"):
        style = page.locator(selector).first.evaluate("e => getComputedStyle(e).direction")
        assert (selector, style) == (selector, "rtl")


@pytest.mark.parametrize("reader", [PHONE, WIDE, DARK], indirect=True)
def test_axe_finds_no_violation_from_right_to_left(reader: Reader, tracker: CommandLine) -> None:
    export(tracker, "persian")
    page = reader.open()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []


@pytest.mark.parametrize("reader", [PHONE, WIDE], indirect=True)
def test_a_page_in_persian_runs_from_right_to_left(reader: Reader, tracker: CommandLine) -> None:
    export(tracker, "persian")
    page = reader.open()
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    chart = page.locator("article .chart:has(.due)").first
    stated, due = (chart.locator(each).evaluate(LEFT) for each in (".stated", ".due"))
    assert stated > due
    parts = page.locator("section > .bar rect")
    assert parts.first.evaluate(LEFT) > parts.last.evaluate(LEFT)
    page.get_by_label("جست‌وجو").fill("قطار")
    assert page.locator("output").inner_text() == "گفته‌های نمایش‌داده‌شده: ۱ از ۱۰."


@pytest.mark.parametrize("reader", [WITHOUT_JAVASCRIPT], indirect=True)
def test_without_javascript_all_is_there_but_the_filters(reader: Reader) -> None:
    page = reader.open()
    assert page.locator("article").count() == CLAIMS
    assert page.locator("article > svg").count() == CLAIMS
    assert all(card.is_visible() for card in page.locator("article").all())
    assert not page.locator("form").is_visible()
    assert page.locator("button.chip").count() == 0
    page.locator("#mission-ends summary").click()
    assert page.get_by_text("Kept, happened 18 Jan 2026", exact=False).is_visible()


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("Status", "overdue", {"move-to-erbil", "complete-withdrawal"}),
        ("Topic", "Doubts", {"plan-unclear", "promised-before"}),
        ("Speaker", "An unnamed Iraqi official", {"trainers-stay", "agreement-with-washington"}),
        ("Place", "Al-Harir base", {"three-bases"}),
    ],
)
def test_a_filter_applies_to_the_claims_and_the_topics(
    reader: Reader, field: str, value: str, ids: set[str]
) -> None:
    page = reader.open()
    choose(page, field, value)
    assert set(shown(page)) == ids
    assert page.locator("output").inner_text() == f"{len(ids)} of {CLAIMS} claims are shown."
    assert page.locator(".topics a:visible").all_inner_texts() == topics(page)
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == CLAIMS


def topics(page: "Page") -> list[str]:
    """The topics of the claims that are shown."""
    return page.locator(".topic:has(article:visible) h3").all_inner_texts()


def test_a_count_chooses_its_status_and_all_again(reader: Reader) -> None:
    page = reader.open()
    chip = page.get_by_role("button", name="2 overdue")
    chip.click()
    assert shown(page) == ["move-to-erbil", "complete-withdrawal"]
    assert chip.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.id") == "_claims"
    assert page.url.endswith("#status=overdue")
    assert page.get_by_role("combobox", name="Status").input_value() == "overdue"
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert len(shown(page)) == CLAIMS
    page.get_by_role("button", name="1 of them late").click()
    assert shown(page) == ["mission-ends"]


def test_search_looks_at_what_is_folded_no_matter_the_case_and_the_accents(reader: Reader) -> None:
    page = reader.open()
    page.get_by_label("Search").fill("  DEPUTY commander ")
    assert shown(page) == ["move-to-erbil"]
    page.get_by_label("Search").fill("dépûty")
    assert shown(page) == ["move-to-erbil"]
    page.get_by_label("Search").fill("doubts")
    assert shown(page) == ["plan-unclear", "promised-before"]
    page.get_by_label("Search").fill("no such words")
    assert shown(page) == []
    assert page.locator("output").inner_text() == f"0 of {CLAIMS} claims are shown."


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        *(
            ("か", "がっこう", False),
            ("가", "각하", False),
            ("и", "йод", False),
            ("і", "їжа", False),
        ),
        *(("елка", "ёлка", True), ("ЙОД", "йод", True), ("ان", "أنه", True), ("한", "한국", True)),
        *(("שלום", "שָׁלוֹם", True), ("кни\u0301га", "книга", True), ("ที", "ที่", True)),
        *(("e", "ế", True), ("कर", "कर्णाली", True)),
    ],
)
def test_search_finds_what_the_command_finds(
    reader: Reader, tracker: CommandLine, wanted: str, text: str, found: bool
) -> None:
    tracker.file("one.yaml", claims_file(claim({"claim": text, "speaker": "S."})))
    listed = tracker.done("status", "-f", "one.yaml", "--search", wanted, "--format", "csv")
    assert ("base-closes" in listed) is found
    tracker.done("export", "html", "-f", "one.yaml", "-o", "page.html")
    page = reader.open()
    page.get_by_label("Search").fill(wanted)
    assert shown(page) == ["base-closes"] * found


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
    assert card.get_by_text("What became of it").is_visible()
    assert len(shown(page)) == CLAIMS


def test_topics_lead_to_each_other_by_the_keyboard(reader: Reader) -> None:
    page = reader.open()
    page.get_by_role("link", name="Second phase").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Second phase"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "All topics"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "After the coalition"


def test_a_page_without_claims_has_where_to_skip_to(reader: Reader, tracker: CommandLine) -> None:
    day = ("--as-of", "2020-01-01")
    tracker.done("export", "html", "-f", DATA, *day, "-o", "page.html")
    page = reader.open()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_claims"
    assert violations(page) == []


def test_the_keyboard_reaches_every_control_in_page_order(reader: Reader) -> None:
    page = reader.open()
    focused = "document.activeElement.name || document.activeElement.localName"
    names = []
    chips, topics, tables = ["button"] * 5, ["a"] * 6, ["summary"] * 3
    choices = ("status", "topic", "speaker", "organisation", "place")
    form = ["search", *choices, "button"]
    contents = ["a", "a", "summary", *topics]
    wanted = ["a", *chips, "summary", *contents, *tables, *form, "a", "a", "summary"]
    for _ in wanted:
        page.keyboard.press("Tab")
        names.append(page.evaluate(focused))
    assert names == wanted
    assert page.evaluate("document.activeElement.closest('article').id") == "move-to-erbil"


def test_a_print_has_every_claim_and_the_sources_of_outcomes(reader: Reader) -> None:
    page = reader.open()
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert len(shown(page)) == CLAIMS
    link = page.locator("#mission-ends .source a").first
    assert link.is_visible()
    after = "e => getComputedStyle(e, '::after').content"
    assert "attr(href)" in link.evaluate(after) or "http" in link.evaluate(after)
    assert not page.locator("#move-to-erbil .source a").first.is_visible()


def test_hostile_texts_are_shown_and_run_nothing(reader: Reader, tracker: CommandLine) -> None:
    shown_text, file = hostile()
    tracker.file("data/claims.yaml", file)
    tracker.done("export", "html", "--title", shown_text, "-o", "hostile.html")
    page = reader.open("hostile.html")
    assert page.locator("h4").inner_text() == shown_text
    assert page.locator("img, article script").count() == 0
    choose(page, "Speaker", shown_text)
    assert shown(page) == ["base-closes"]
