"""How pages are read and looked at, and what a page must not obey."""

from typing import TYPE_CHECKING, Any

from tests.builders import DATA
from tests.samples import claim, claims_file

if TYPE_CHECKING:
    from playwright.sync_api import Page

TRACKERS = DATA.parents[1] / "tests" / "data"
PHONE = {"viewport": {"width": 360, "height": 740}}
TABLET = {"viewport": {"width": 768, "height": 1024}}
WIDE = {"viewport": {"width": 1280, "height": 800}}
DARK = {**WIDE, "color_scheme": "dark"}
WITHOUT_JAVASCRIPT = {**WIDE, "java_script_enabled": False}
PAST_THE_EDGE = """() => [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return each.checkVisibility() && !each.closest(".skip, .symbols, thead") && box.width > 0
        && (box.left < 0 || box.right > innerWidth + 0.5);
}).map(each => each.outerHTML.slice(0, 80))"""
LEFT = "e => e.getBoundingClientRect().left"


def violations(page: "Page") -> list[Any]:
    from axe_playwright_python.sync_playwright import Axe

    # Else it asks for the style by a script, which the policy of the pages forbids.
    found: list[Any] = Axe().run(page, options={"preload": False}).response["violations"]
    return found


def hostile() -> tuple[str, str]:
    """A text as it is shown, and a file of one claim that says it in every field."""
    text = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\\\" ' `{{ 7*7 }}"
    quoted = f'"{text}"'
    source = f"{{title: {quoted}, publisher: {quoted}, published: 2025-08-18}}"
    names = (
        "claim",
        "quote",
        "speaker",
        "role",
        "organisation",
        "via",
        "topic",
        "criteria",
        "note",
    )
    fields = {
        **dict.fromkeys(names, quoted),
        "due": "2025-09",
        "quantity": f"{{value: 1, unit: {quoted}}}",
        "places": "[p]",
        "tags": f"[{quoted}]",
        "source": f"[{{source: s, at: {quoted}}}]",
    }
    head = (
        f"title: {quoted}\nabout: {quoted}\n"
        f"publisher: {{name: {quoted}, url: https://news.example/claims}}\n"
        f"sources:\n  s: {source}\nplaces:\n  p: {{name: {quoted}, region: {quoted}}}\n"
    )
    verdict = f"date: 2025-09-01, outcome: kept, rating: {quoted}, quote: {quoted}, note: {quoted}"
    claim_text = claim(fields, [f"{verdict}, source: s"])
    return text.replace('\\"', '"'), claims_file(claim_text, head=head)
