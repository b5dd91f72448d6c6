"""What holds for the bytes of any file, and for whatever can be tracked of it."""

import csv
import json
from collections.abc import Iterable
from datetime import date
from io import StringIO

from claim_tracker.checks import Examined, examine
from claim_tracker.claims.report import report
from claim_tracker.claims.tracker import Tracker
from claim_tracker.edit.events import yaml_events
from claim_tracker.render.data.findings_json import findings_json
from claim_tracker.render.data.github_commands import findings_github
from claim_tracker.render.data.rows import as_csv, as_json, as_markdown
from claim_tracker.render.terminal.card import card
from claim_tracker.render.terminal.findings import findings_text
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.status import status_table
from claim_tracker.render.terminal.timeline import timeline_picture
from claim_tracker.text.diagnostic import Finding, Severity, Span
from claim_tracker.text.display import has_hidden
from claim_tracker.yaml import Document, read
from tests.samples import NAME, TODAY

_SEVERITIES: dict[str, Severity] = {"E": "error", "W": "warning"}
_DAYS = (date.min, TODAY, date.max)


def assert_checked(data: bytes) -> tuple[Document, Examined]:
    """Bytes give a tracker, or else errors; every finding stands in the file, and is told.

    What is tracked is YAML as it stands: a text is never repaired in silence.
    """
    document = read(NAME, data)
    examined = examine([document], TODAY)
    errors = [finding for finding in examined.findings if finding.severity == "error"]
    assert (examined.tracker is None) == bool(errors)
    if examined.tracker is not None:
        assert yaml_events(document.text.written).listed
    for finding in examined.findings:
        assert_in(document, finding)
    return document, examined


def assert_in(document: Document, finding: Finding) -> None:
    """A finding says something, of places inside the file; a line's end is a part of it."""
    assert finding.severity == _SEVERITIES[finding.code[0]]
    assert finding.message.strip()
    assert finding.help.strip()
    for span in (finding.span, *(place.span for place in finding.related)):
        _assert_inside(document.lines, span)


def _assert_inside(lines: list[str], span: Span) -> None:
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2


def assert_findings_are_shown(document: Document, findings: tuple[Finding, ...]) -> None:
    """Findings have a text, of lines without anything hidden, and are data for programs."""
    lines = {NAME: document.lines}
    _assert_plain(findings_text(findings, lines, Layout()))
    assert list(findings_text(findings, lines, Layout(40, color=True))) or not findings
    assert len(json.loads("".join(findings_json(findings, 1, 0)))["findings"]) == len(findings)
    _assert_plain(findings_github(findings).split("\n"))


def assert_reported(tracker: Tracker) -> None:
    """Whatever can be tracked has its reports on any day, as text and as data for programs."""
    for day in _DAYS:
        found = report(tracker, day)
        assert len(json.loads("".join(as_json(found)))["claims"]) == len(found.claims)
        assert len(list(csv.reader(StringIO(as_csv(found), newline="")))) == len(found.claims) + 1
        _assert_plain(as_markdown(found).split("\n"))
        for layout in (Layout(), Layout(40)):
            _assert_plain(status_table(found, layout))
            _assert_plain(timeline_picture(found, layout))
            for state in found.claims:
                _assert_plain(card(state, layout))


def _assert_plain(lines: Iterable[str]) -> None:
    """Each is one line, and nothing in it is hidden from who looks at it."""
    for line in lines:
        assert not has_hidden(line)
        assert "\n" not in line
        assert "\r" not in line
