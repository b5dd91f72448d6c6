"""Findings as JUnit XML, which CI services show as test results.

There is no standard; what is written here is what GitLab, Jenkins and Azure Pipelines read of
https://github.com/testmoapp/junitxml. GitLab takes two cases of one class and name for the
same, and shows of a failure only its text; so the message is in the name and in the text.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from claim_tracker.render.data.escape import xml_document
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import one_line, path_words, visible


def findings_junit(
    findings: Sequence[Finding], files: Sequence[str], *, strict: bool = False
) -> str:
    """Return a suite a file and a case a finding; a file without findings has one passing case.

    Errors are failures. A warning passes, and is the output of its case; with `strict` it is a
    failure too.
    """
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    root = ET.Element("testsuites", name="claim-tracker")
    for file, found in by_file.items():
        _add_suite(root, file, found, strict)
    _count(root)
    return xml_document(root)


def _add_suite(root: ET.Element, file: str, findings: Sequence[Finding], strict: bool) -> None:
    suite = ET.SubElement(root, "testsuite", name=visible(file))
    for finding in findings:
        _add_case(suite, finding, strict)
    if not findings:
        ET.SubElement(suite, "testcase", _case_attributes("no findings", file))
    _count(suite)


def _add_case(suite: ET.Element, finding: Finding, strict: bool) -> None:
    span, message = finding.span, one_line(finding.message)
    name = f"{finding.code} {span.line}:{span.column} {message}"
    case = ET.SubElement(
        suite, "testcase", _case_attributes(name, finding.file), line=str(span.line)
    )
    if strict or finding.severity == "error":
        output = ET.SubElement(case, "failure", type=finding.code, message=message)
    else:
        output = ET.SubElement(case, "system-out")
    output.text = _finding_text(finding)


def _case_attributes(name: str, file: str) -> dict[str, str]:
    return {"name": name, "classname": visible(file), "file": visible(file)}


def _finding_text(finding: Finding) -> str:
    """Return all parts of a finding, one a line, without characters that XML 1.0 cannot hold."""
    span = finding.span
    location = f"{path_words(finding.file)}:{span.line}:{span.column}"
    lines = (
        f"{location}: {finding.severity}[{finding.code}]: {one_line(finding.message)}",
        f"help: {one_line(finding.help)}",
        *(
            f"{path_words(other.file)}:{other.span.line}:{other.span.column}: "
            f"{one_line(other.label)}"
            for other in finding.related
        ),
    )
    return "\n".join(lines)


def _count(element: ET.Element) -> None:
    """Write how many cases are in a suite or in all of them, and how many of them failed."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("skipped", "0")
