"""The agenda in the terminal."""

import pytest

from claim_tracker.claims.agenda import agenda_of
from claim_tracker.claims.report import Report, report
from claim_tracker.dates import Within
from claim_tracker.render.data.agenda import agenda_markdown
from claim_tracker.render.terminal.agenda import agenda_lines
from claim_tracker.render.terminal.layout import Layout
from tests.builders import DATA, day, hostile, tracker_of, widest

TODAY = day("2026-11-23")
SPAN = Within("within 14 days", 14, 0)


def markdown(found: Report, name: str) -> str:
    return agenda_markdown(found, agenda_of(found.claims, SPAN, SPAN), [name])


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    found = report(tracker_of(DATA.read_text(encoding="utf-8")), TODAY)
    items = agenda_of(found.claims, SPAN, SPAN)
    assert len(items) > 2
    assert widest(list(agenda_lines(items, TODAY, (), Layout(width)))) <= width


def test_the_sign_of_the_status_stands_before_each_claim_alone() -> None:
    found = report(tracker_of(DATA.read_text(encoding="utf-8")), TODAY)
    items = agenda_of(found.claims, SPAN, SPAN)
    lines = list(agenda_lines(items, TODAY, (), Layout(60, encoding="ascii")))
    marked = [line for line in lines if line[1:2] == " " and line[0] != " "]
    assert [line[0] for line in marked] == ["!"] * 2 + ["."] * (len(items) - 2)
    assert "! In the first phase the US forces at Baghdad Airport and at" in marked
    assert "  the Joint Operations Command move to Erbil." in lines


def test_escape_characters_are_visible_and_harmless() -> None:
    found = hostile("[red]x[/red] \x1b[31m\u202e\nnext", "2025-09")
    lines = list(agenda_lines(agenda_of(found.claims, SPAN, SPAN), TODAY, (), Layout()))
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)
    assert all("\n" not in line for line in lines)


@pytest.mark.parametrize("name", ["\x1b[31m\u202e.yaml", "a\nb.yaml"])
def test_the_name_of_a_file_is_visible_and_harmless(name: str) -> None:
    found = report(tracker_of(DATA.read_text(encoding="utf-8")), TODAY)
    items = agenda_of(found.claims, SPAN, SPAN)
    for text in ("\n".join(agenda_lines(items, TODAY, [name], Layout())), markdown(found, name)):
        assert name not in text
        assert text.count("tracker record") == text.count(".yaml'") == len(items)


def test_the_command_has_the_name_of_a_file_as_it_is() -> None:
    found = report(tracker_of(DATA.read_text(encoding="utf-8")), TODAY)
    assert "-f 'a  b.yaml'" in markdown(found, "a  b.yaml")


def test_the_address_is_a_link_where_there_is_colour() -> None:
    found = report(tracker_of(DATA.read_text(encoding="utf-8")), TODAY)
    items = agenda_of(found.claims, SPAN, SPAN)
    text = "\n".join(agenda_lines(items, TODAY, (), Layout(80, color=True)))
    assert "\x1b]8;;https://english.iswnews.com/?p=38320\x1b\\" in text
