"""What changed for the claims in words, as JSON and in Markdown."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from claim_tracker.compare import ClaimChange, Comparison, TableChange
from claim_tracker.render.change_phrases import Sides, claim_lines, sums_words
from claim_tracker.render.data.diff_json import diff_json
from claim_tracker.render.data.diff_markdown import diff_markdown
from claim_tracker.render.terminal.diff import diff_text
from claim_tracker.render.terminal.layout import Layout
from tests.builders import hostile, update, widest
from tests.compare.states import between, change_of
from tests.github import Page, linking, rendered
from tests.render.publish.strategies import hostile_texts
from tests.samples import another, claim

SIDES = Sides("main", None)
HOSTILE = "a\x1b[31mb\u202e\nc@you `x` <b> [l](http://x) ![i](y) | ~~d~~ {+e+} #1 $m$"
UPDATES = [
    update("2025-09-01", progress="stalled", due="2026-03"),
    update("2025-09-02", outcome="kept", quantity="{value: 5, unit: men}"),
]
SECOND = "source: {url: https://example.org/x, title: T}"
EDITED = [
    update("2025-09-01", progress="on-track", due="2026-03"),
    f"date: 2025-09-03, outcome: broken, {SECOND}",
    f"date: 2025-09-04, quantity: {{value: 7, unit: men}}, due: 2026-04-01, note: So., {SECOND}",
]
OLD = {"due": "2026-01", "tags": "[a, b]", "topic": "Bases", "quantity": "{value: 9, unit: men}"}
NEW = {"due": "2026-02", "tags": "[b, c]", "claim": "The old base closes."}


def sample() -> Comparison:
    old = [claim(OLD, UPDATES), another(), claim({"id": "gone", "claim": "Gone."})]
    found = between(old, [claim(NEW, EDITED), another({"id": "soldiers-go"}), claim({"id": "x"})])
    table = TableChange("source", "https://example.org/a_b", "title", "T", "U", ("base-closes",))
    return Comparison(found.claims, (table,))


def lines(change: ClaimChange | None) -> Iterator[str]:
    assert change is not None
    for line in claim_lines(change):
        texts = "".join(f"{mark}{text}{mark}" for mark, text in line.phrase())
        yield f"{line.label}|{texts}{f'|{line.url}' if line.url is not None else ''}"


def test_of_a_changed_claim_its_own_fields_come_first() -> None:
    assert list(lines(change_of(OLD, NEW, UPDATES, EDITED))) == [
        "Claim|The +old+ base closes.",
        "Topic|-Bases-",
        "Deadline|rewritten: moved from 2026-01 to 2026-02, +28 days",
        "Figure|-9 men-",
        "Tags|-a-+c+",
        "2025-09-01|rewritten: this update was changed",
        "|progress: -stalled-+on-track+",
        "2025-09-02|rewritten: this update was removed",
        "|outcome: -kept-",
        "|figure: -5 men-",
        "|source: -https://example.org/news-",
        "Outcome|rewritten: -kept-",
        "Progress|rewritten: -stalled-+on-track+",
        "Figure|rewritten: -5 men-",
        "2025-09-03|outcome found: broken",
        "|new source: T|https://example.org/x",
        "2025-09-04|deadline moved from 2026-03 to 2026-04-01, +1 day",
        "|figure: 7 men",
        "|note: So.",
        "|source: T|https://example.org/x",
    ]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([], "outcome: kept", "outcome found: kept"),
        (["outcome: kept"], "outcome: kept", "outcome found again: kept"),
        (["outcome: kept"], "outcome: broken", "outcome: broken, was kept"),
        (["outcome: kept"], "outcome: open", "outcome taken back, was kept"),
        ([], "outcome: open", "outcome: open"),
        (["progress: stalled"], "progress: on-track", "progress: on-track, was stalled"),
        ([], "due: 2026-01", "deadline set to 2026-01"),
        (["due: 2026"], "due: 2025-12-30", "deadline moved from 2026 to 2025-12-30, -366 days"),
        (["due: 2026-09"], "due: 2026-09~", "deadline from 2026-09 to about 2026-09, +0 days"),
        ([], "quantity: {value: 5, unit: men}", "figure: 5 men"),
        (
            ["quantity: {value: 2500, unit: US troops}"],
            "quantity: {value: 900, unit: soldiers}",
            "figure: 900 soldiers, was 2,500 US troops, another unit",
        ),
    ],
)
def test_an_update_says_what_it_changes(before: list[str], after: str, words: str) -> None:
    tail = "source: {url: https://example.org/news}"
    texts = [f"date: 2025-09-01, {fields}, {tail}" for fields in before]
    found = list(lines(change_of({}, {}, texts, [*texts, f"date: 2025-09-02, {after}, {tail}"])))
    assert found[0] == f"2025-09-02|{words}"


def test_the_sums_say_how_often_what_happened() -> None:
    assert sums_words(sample()) == (
        "1 claim added, 1 claim removed, 1 claim renamed, 1 claim reworded, 2 deadlines moved, "
        "1 outcome found, 1 outcome taken back, 1 new source; history rewritten in 1 claim"
    )
    topic = between([claim()], [claim({"topic": "X"})])
    assert sums_words(topic) == "1 claim changed"
    assert sums_words(Comparison((), sample().tables)) == "1 detail changed"


def test_text_ends_with_the_sums_and_fits_the_width() -> None:
    text = list(diff_text(sample(), SIDES, Layout(60, color=False)))
    assert text[0] == "From main to the working tree"
    assert "soldiers-go: renamed, was soldiers-leave" in text
    assert "Title        [-T-]{+U+}, in 1 claim" in text
    assert text[-1].endswith("history rewritten in 1 claim.")
    assert widest(text) <= 60
    wide = list(diff_text(sample(), SIDES, Layout(None, color=False)))
    assert " ".join(" ".join(text).split()) == " ".join(" ".join(wide).split())


def test_a_long_label_stands_above_its_text() -> None:
    span = [update("2025-09-01/2025-09-15", progress="stalled")]
    text = list(diff_text(between([claim()], [claim({}, span)]), SIDES, Layout(60, color=False)))
    above = text.index("2025-09-01/2025-09-15")
    assert text[above + 1] == "             progress: stalled"


def test_colour_changes_nothing_but_the_colour() -> None:
    plain = list(diff_text(sample(), SIDES, Layout(60, color=False)))
    painted = "\n".join(diff_text(sample(), SIDES, Layout(60, color=True)))
    assert "\x1b[31m[-T-]\x1b[0m\x1b[32m{+U+}\x1b[0m" in painted
    for code in ("0", "1", "31", "32", "1;31", "1;32", "33"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted.split("\n") == plain


def _hostile(text: str = HOSTILE) -> Comparison:
    entry = hostile(text).claims[0].entry
    tables = (TableChange("place", text, "country", text, None, ("c",)),)
    return Comparison((ClaimChange("added", entry), ClaimChange("removed", entry)), tables)


def test_a_hostile_text_acts_on_no_terminal_and_no_page() -> None:
    sides = Sides(HOSTILE, HOSTILE)
    text = "\n".join(diff_text(_hostile(), sides, Layout(None, color=False)))
    page = diff_markdown(_hostile(), sides)
    for shown in (text, page, diff_json(_hostile(), sides)):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    for live in ("@you", "<b>", "[l](", " `x`", "| ~~", " #1", "$m$", "http://x"):
        assert live not in page


@settings(max_examples=40, deadline=None)
@given(hostile_texts | linking)
def test_only_sources_are_links_in_the_markdown(text: str) -> None:
    page = Page(rendered(diff_markdown(_hostile(text), Sides(text, text))))
    assert page.links == ["https://example.org/"] * 2
    assert page.found == []


def test_a_destination_is_read_as_the_address_that_it_is() -> None:
    address = "https://user&commat;example.org/?a=b&copy=c&#x40;"
    table = TableChange("source", address, "title", "T", "U", ())
    page = Page(rendered(diff_markdown(Comparison((), (table,)), SIDES)))
    assert page.links == [address]


def test_markdown_warns_of_history_that_was_rewritten() -> None:
    page = diff_markdown(sample(), SIDES)
    assert page.startswith("**Claims from main to the working tree**: 1 claim added, ")
    assert (
        "> [!WARNING]\n"
        "> - History was rewritten, where it is only appended to: `base-closes`.\n"
        "\n"
        "- **`base-closes`**: The old base closes.\n"
        "  - Claim: The <ins>old</ins> base closes.\n"
        "  - Topic: <del>Bases</del>\n"
        "  - Deadline: **rewritten: moved from 2026-01 to 2026-02, +28 days**\n"
    ) in page
    assert (
        "  - 2025-09-03: outcome found: broken<br>[new source: T](<https://example.org/x>)\n"
        in page
    )
    assert "- **`soldiers-go`** (renamed, was soldiers-leave): The soldiers leave.\n" in page
    assert "[https:<!-- -->//example.org/a\\_b](<https://example.org/a_b>), title: " in page
    assert "WARNING" not in diff_markdown(between([claim()], [claim(), another()]), SIDES)


def test_markdown_is_no_longer_than_a_comment_may_be() -> None:
    many = [claim({"id": f"c-{n}", "claim": f"{n} " + "word " * 200}) for n in range(100)]
    page = diff_markdown(between([], many), SIDES)
    assert len(page) < 65_536
    shown = page.count("- **`c-")
    assert page.endswith(f"And {100 - shown} more changes: see `tracker diff`.\n")


CHANGE = ["kind", "field", "before", "after", "days", "update", "source", "rewritten"]
REWRITING = ["kind", "how", "update", "fields"]


def test_json_keeps_its_contract() -> None:
    document = json.loads(diff_json(sample(), SIDES))
    assert list(document) == [
        *("old", "new", "summary", "claims", "tables", "old_errors", "new_errors"),
    ]
    assert (document["old"], document["new"]) == ("main", None)
    assert list(document["summary"]) == [
        *("added", "removed", "renamed", "changed", "reworded", "moved", "outcomes_found"),
        *("outcomes_taken_back", "new_sources", "rewritten"),
    ]
    first = document["claims"][0]
    assert list(first) == [
        *("id", "was", "change", "claim", "rewritten", "changes", "file", "line"),
    ]
    for change in first["changes"]:
        assert list(change) == (REWRITING if change["kind"] == "rewritten" else CHANGE)
    kinds = [change["kind"] for change in first["changes"]]
    assert set(kinds) == {
        *("wording", "field", "deadline", "rewritten", "outcome", "progress", "figure"),
        *("source", "note"),
    }
    moved = first["changes"][kinds.index("deadline", 5)]
    assert (moved["days"], moved["rewritten"]) == (1, False)
    assert list(moved["update"]) == ["text", "earliest", "latest"]
    assert "key" not in moved["source"]
    figure = _first(first["changes"], "figure")
    assert list(figure["before"]) == ["value", "unit", "approximate"]
    tags = next(it for it in first["changes"] if it.get("field") == "tags")
    assert (tags["before"], tags["after"]) == (["a", "b"], ["b", "c"])
    assert document["tables"][0]["claims"] == ["base-closes"]


def test_json_says_where_errors_kept_claims_from_being_compared() -> None:
    found = between([claim()], [claim({"kind": "promis"})])
    document = json.loads(diff_json(found, SIDES))
    assert (document["old_errors"], document["new_errors"]) == (None, {"claims": ["base-closes"]})


def _first(changes: list[Any], kind: str) -> Any:
    return next(change for change in changes if change["kind"] == kind)
