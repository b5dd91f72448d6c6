"""Findings as a part of a page: what is shown of each, in which order, and as text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.publish.page.findings import findings_panel, notice
from claim_tracker.text.diagnostic import Finding, Related, Span
from claim_tracker.text.display import one_line
from tests.markup import Reading, words

AT = Span(3, 5, 3, 9)
ERROR = Finding("E101", "unknown field `knid`", "did you mean `kind`?", "a.yaml", AT)
WARNING = Finding("W301", "source never used", "delete it", "b.yaml", AT)


def is_open(panel: str) -> bool:
    return any(tag == "details" and "open" in attrs for tag, attrs in Reading(panel).elements)


def test_without_findings_there_is_nothing() -> None:
    assert findings_panel([], 1, 2) == ""


def test_each_finding_has_its_code_its_position_and_what_to_write() -> None:
    panel = findings_panel([ERROR], 1, 2, is_old=True)
    assert words(panel) == (
        "1 error in 2 claims of 1 file Until this is mended, the page stays as it was. "
        "Error E101 a.yaml:3:5 unknown field knid did you mean kind ?"
    )


def test_the_panel_is_english_on_a_page_in_any_language() -> None:
    (panel,) = (it for tag, it in Reading(findings_panel([ERROR], 1, 2)).elements if tag == "aside")
    assert (panel["lang"], panel["dir"]) == ("en", "ltr")


def test_a_code_leads_to_its_page() -> None:
    assert Reading(findings_panel([ERROR], 1, 2)).all("a", "href") == ["/_serve/E101.html"]


def test_what_a_finding_is_related_to_is_named() -> None:
    related = Related("c.yaml", Span(7, 1, 7, 2), "first used here")
    assert "c.yaml:7:1 first used here" in words(
        findings_panel([ERROR._replace(related=(related,))], 1, 2)
    )


def test_errors_come_first() -> None:
    shown = words(findings_panel([WARNING, ERROR], 2, 3, is_old=True))
    assert shown.index("Error") < shown.index("Warning")


@pytest.mark.parametrize(
    ("panel", "open_"),
    [
        (findings_panel([ERROR, WARNING], 1, 2, is_old=True), True),
        (findings_panel([], 0, 0, "it is gone", is_old=True), True),
        (findings_panel([WARNING], 1, 2), False),
    ],
    ids=["errors", "fault", "warnings"],
)
def test_warnings_alone_are_folded(panel: str, open_: bool) -> None:
    assert is_open(panel) == open_


def test_why_files_cannot_be_read_is_shown_with_its_lines() -> None:
    panel = findings_panel([], 0, 0, "there is no file `a.yaml`\nHelp: check the name", is_old=True)
    assert words(panel).startswith(
        "The claims cannot be shown there is no file `a.yaml` Help: check the name"
    )


def test_of_many_the_first_are_shown() -> None:
    panel = findings_panel([WARNING] * 100 + [ERROR] * 3, 1, 2, is_old=True)
    assert panel.count('class="error"') == 3
    assert panel.count('class="warning"') == 97
    assert words(panel).endswith("And 3 more findings; tracker check shows all.")


@given(st.text(), st.text(), st.text())
def test_no_text_can_leave_its_place(message: str, help: str, file: str) -> None:
    plain = findings_panel([ERROR._replace(message="x", help="x", file="x")], 1, 1)
    panel = findings_panel([ERROR._replace(message=message, help=help, file=file)], 1, 1)
    without_code = [each for each in Reading(panel).elements if each[0] != "code"]
    assert without_code == [each for each in Reading(plain).elements if each[0] != "code"]
    assert "".join(one_line(file).split()) in "".join(words(panel).split())


@given(st.text())
def test_a_message_is_shown_whole(message: str) -> None:
    shown = "".join(words(findings_panel([ERROR._replace(message=message)], 1, 1)).split())
    assert "".join(one_line(message).replace("`", "").split()) in shown.replace("`", "")


def test_a_short_page_says_what_there_is_not() -> None:
    assert words(notice("There is no such page")) == (
        "There is no such page There is no such page To the start"
    )


def test_the_first_page_does_not_lead_to_itself() -> None:
    assert words(notice("There is no page yet", "It comes.", is_start=True)) == (
        "There is no page yet There is no page yet It comes."
    )


def test_a_short_page_can_have_lines() -> None:
    assert "<pre>One.\n\n&lt;b&gt;</pre>" in notice("E101", lines="One.\n\n<b>")
