"""Findings as JUnit XML, read back as a CI service would."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.checks.catalogue_pages import codes, entry
from claim_tracker.render.data.junit import findings_junit
from claim_tracker.text.diagnostic import Finding, Related, Span
from tests.samples import NAME, another, check, claim, claims_file

ERROR = Finding("E106", "it is wrong", "write it", "a.yaml", Span(3, 9, 3, 12), "base-closes")
WARNING = Finding("W301", "never used", "delete it", "a.yaml", Span(5, 1, 5, 3))
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not a Char of XML 1.0, section 2.2."""


def suites(
    findings: Sequence[Finding], files: Sequence[str] = (), *, strict: bool = False
) -> ET.Element:
    """The root of the document, with the counts on each level checked."""
    root = ET.XML(findings_junit(findings, files, strict=strict).encode())
    assert root.tag == "testsuites"
    for element in (root, *root):
        assert element.attrib["tests"] == str(len(element.findall(".//testcase")))
        assert element.attrib["failures"] == str(len(element.findall(".//failure")))
        assert (element.attrib["errors"], element.attrib["skipped"]) == ("0", "0")
    return root


def only_case(finding: Finding, *, strict: bool = False) -> ET.Element:
    (case,) = suites([finding], strict=strict).iter("testcase")
    return case


def text_of(case: ET.Element, tag: str) -> str:
    return case.findtext(tag) or ""


def test_an_error_fails_and_a_file_without_findings_passes() -> None:
    assert findings_junit([ERROR], ["a.yaml", "b.yaml"]).splitlines() == [
        "<?xml version='1.0' encoding='utf-8'?>",
        '<testsuites name="claim-tracker" tests="2" failures="1" errors="0" skipped="0">',
        '  <testsuite name="a.yaml" tests="1" failures="1" errors="0" skipped="0">',
        '    <testcase name="E106 3:9 it is wrong" classname="a.yaml" file="a.yaml" line="3">',
        '      <failure type="E106" message="it is wrong">a.yaml:3:9: error[E106]: it is wrong',
        "help: write it</failure>",
        "    </testcase>",
        "  </testsuite>",
        '  <testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="0">',
        '    <testcase name="no findings" classname="b.yaml" file="b.yaml" />',
        "  </testsuite>",
        "</testsuites>",
    ]


def test_a_warning_is_the_output_of_a_passing_case() -> None:
    case = only_case(WARNING)
    assert case.find("failure") is None
    assert text_of(case, "system-out") == ("a.yaml:5:1: warning[W301]: never used\nhelp: delete it")


def test_a_strict_check_fails_on_a_warning() -> None:
    case = only_case(WARNING, strict=True)
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "W301", "message": "never used"}
    assert case.find("system-out") is None


def test_the_files_are_in_order_and_each_has_one_suite() -> None:
    other_file = Finding("E106", "m", "h", "c.yaml", Span(1, 1, 1, 2))
    root = suites([other_file, ERROR, WARNING], ["b.yaml", "a.yaml", "b.yaml"])
    assert [suite.attrib["name"] for suite in root] == ["b.yaml", "a.yaml", "c.yaml"]
    assert [suite.attrib["tests"] for suite in root] == ["1", "2", "1"]
    assert root.attrib["failures"] == "2"


def test_a_check_of_nothing_is_a_document_too() -> None:
    assert suites([]).attrib["tests"] == "0"


def test_a_related_span_is_in_the_text() -> None:
    other = Related("b.yaml", Span(4, 1, 5, 2), "first used here")
    case = only_case(Finding("E201", "m", "h", "a.yaml", Span(1, 1, 1, 2), None, (other,)))
    assert text_of(case, "failure").splitlines()[-1] == "b.yaml:4:1: first used here"


def test_two_findings_at_one_place_are_two_cases_by_name() -> None:
    findings = check(claims_file(claim({"kind": None, "speaker": None}))).findings
    assert len({(finding.code, finding.span) for finding in findings}) < len(findings)
    names = [case.attrib["name"] for case in suites(findings, [NAME]).iter("testcase")]
    assert len(set(names)) == len(names) == len(findings)


@pytest.mark.parametrize("code", [code for code in codes() if entry(code).wrong])
def test_each_finding_of_a_sample_is_a_case(code: str) -> None:
    findings = check(entry(code).wrong or "").findings
    root = suites(findings, [NAME])
    assert [case.attrib["name"].split()[0] for case in root.iter("testcase")] == [
        finding.code for finding in findings
    ]


def test_each_finding_of_a_file_is_a_case_at_its_line() -> None:
    findings = check(claims_file(claim({"kind": "promis"}), another({"due": "2025-99"}))).findings
    lines = [case.attrib["line"] for case in suites(findings, [NAME]).iter("testcase")]
    assert lines == [str(finding.span.line) for finding in findings]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("]]>", "]]>"),
        ("<failure>&amp;", "<failure>&amp;"),
        ('"it\'s"', '"it\'s"'),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\x00\x1b[31m\u202e", "\\x00\\x1b[31m\\u202e"),
        ("\ud800\udcff\ufffe\uffff", "\\ud800\\udcff\\ufffe\\uffff"),
        ("é漢🙂", "é漢🙂"),
    ],
)
def test_hostile_text_is_read_back_as_it_is_shown(text: str, read: str) -> None:
    case = only_case(Finding("E106", text, text, "a.yaml", Span(1, 1, 1, 2)))
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib["message"] == read
    assert failure.text == f"a.yaml:1:1: error[E106]: {read}\nhelp: {read}"
    assert case.attrib["name"] == f"E106 1:1 {read}"


def test_a_file_name_is_read_back_as_it_is_shown() -> None:
    (suite,) = suites([], ['a"\n<\udcff>.yaml'])
    assert suite.attrib["name"] == 'a"\n<\\udcff>.yaml'


@given(st.text(st.characters() | st.characters(categories=["Cs"])), st.booleans())
def test_any_text_makes_a_document_of_xml(text: str, strict: bool) -> None:
    other = Related(text, Span(1, 1, 1, 2), text)
    findings = [
        Finding(code, text, text, text, Span(1, 1, 1, 2), text, (other,))
        for code in ("E106", "W301")
    ]
    suites(findings, [text], strict=strict)
    assert not NOT_XML.search(findings_junit(findings, [text], strict=strict))
