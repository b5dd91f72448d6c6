"""Findings as SARIF 2.1.0: the rules of the standard that a consumer leans on."""

import json
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker import __version__
from claim_tracker.checks.catalogue_pages import codes, entry
from claim_tracker.loading import STDIN_NAME
from claim_tracker.render.data.sarif import findings_sarif, uri_of
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Related, Span
from tests.samples import NAME, another, check, claim, claims_file

AT = Span(1, 1, 1, 3)
REFERENCE = re.compile(r"(?:file:)?(?:[A-Za-z0-9._~/-]|(?<=/[A-Z]):|%[0-9A-F]{2})+")
"""What of RFC 3986, section 4.1, a path comes out as: all else is percent-encoded."""
Node = dict[str, Any]
wrong_samples = pytest.mark.parametrize("code", [code for code in codes() if entry(code).wrong])


def run_of(
    findings: list[Finding] | tuple[Finding, ...], lines: dict[str, list[str]] | None = None
) -> Node:
    log = json.loads("".join(findings_sarif(findings, lines or {})))
    assert list(log) == ["$schema", "version", "runs"]
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(finding: Finding, *lines: str) -> Node:
    """The only result of a run with one finding, in a file of these lines."""
    (result,) = run_of([finding], {finding.file: list(lines)})["results"]
    assert isinstance(result, dict)
    return result


def physical(finding: Finding, *lines: str) -> Node:
    place = result_of(finding, *lines)["locations"][0]["physicalLocation"]
    assert isinstance(place, dict)
    return place


def found(
    message: str = "it is wrong",
    *related: Related,
    file: str = NAME,
    span: Span = AT,
    claim_id: str | None = "base-closes",
    replacement: str | None = None,
) -> Finding:
    fix = Fix("write it", (Edit(span, replacement),)) if replacement is not None else None
    return Finding("E106", message, "write it", file, span, claim_id, related, fix)


def prints_of(text: str) -> list[str]:
    """The fingerprints of what a check of a file finds."""
    results = run_of(check(text).findings, {NAME: text.split("\n")})["results"]
    return [result["partialFingerprints"]["claimTracker/v1"] for result in results]


def test_the_driver_has_a_name_and_a_semantic_version() -> None:
    driver = run_of([])["tool"]["driver"]
    assert driver["name"] == "claim-tracker"
    assert driver["version"] == driver["semanticVersion"] == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", driver["semanticVersion"])


def test_each_code_of_the_catalogue_is_a_rule_with_its_page() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(codes())
    for rule in rules:
        assert rule["help"]["markdown"] == entry(rule["id"]).page
        assert rule["defaultConfiguration"] == {
            "level": "warning" if rule["id"].startswith("W") else "error"
        }


def test_a_rule_is_named_and_described_in_words() -> None:
    rules = {rule["id"]: rule for rule in run_of([])["tool"]["driver"]["rules"]}
    assert rules["E104"]["name"] == "NotAnAcceptedDate"
    assert rules["E104"]["shortDescription"] == {"text": "Not an accepted date."}
    names = [rule["name"] for rule in rules.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("([A-Z][A-Za-z0-9]*)+", name) for name in names)
    for rule in rules.values():
        text = rule["fullDescription"]["text"]
        assert text in " ".join(rule["help"]["text"].split())
        assert text.endswith(".")
        assert len(text) <= 1024


def test_a_run_without_findings_has_an_empty_list_of_results() -> None:
    assert run_of([])["results"] == []


def test_columns_count_characters() -> None:
    assert run_of([])["columnKind"] == "unicodeCodePoints"
    line = 'speaker: "漢🙂", kind: promis'
    region = physical(found(span=Span(1, 22, 1, 28)), line)["region"]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "promis"
    assert region["snippet"] == {"text": "promis"}


@wrong_samples
def test_each_finding_of_a_sample_is_a_result_in_its_file(code: str) -> None:
    text = entry(code).wrong or ""
    findings, lines = check(text).findings, text.split("\n")
    run = run_of(findings, {NAME: lines})
    assert len(run["results"]) == len(findings)
    for finding, result in zip(findings, run["results"], strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["ruleId"], result["level"]) == (finding.code, finding.severity)
        assert result["message"]["text"]
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            assert_within(place["physicalLocation"]["region"], lines)


def assert_within(region: Node, lines: list[str]) -> None:
    start = region["startLine"], region["startColumn"]
    end = region["endLine"], region["endColumn"]
    assert (1, 1) <= start <= end
    assert end[0] <= len(lines)
    assert region["startColumn"] <= len(lines[start[0] - 1]) + 1
    assert region["endColumn"] <= len(lines[end[0] - 1]) + 1


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(1, 2, 1, 4), "bc"),
        (Span(1, 3, 3, 2), "cd\nefg\nh"),
        (Span(2, 1, 9, 1), "efg\nhij"),
        (Span(1, 2, 1, 2), None),
        (Span(9, 1, 9, 2), None),
    ],
)
def test_a_region_has_the_text_of_its_span_where_there_is_any(span: Span, text: str | None) -> None:
    region = physical(found(span=span), "abcd", "efg", "hij")["region"]
    assert region.get("snippet") == (None if text is None else {"text": text})


def test_a_relative_path_has_a_base() -> None:
    assert physical(found(file="data/a b.yaml"))["artifactLocation"] == {
        "uri": "data/a%20b.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_an_absolute_path_is_a_file_uri_without_a_base() -> None:
    location = physical(found(file="/data/a.yaml"))["artifactLocation"]
    assert location == {"uri": "file:///data/a.yaml"}


def test_standard_input_is_named_and_has_no_base() -> None:
    assert physical(found(file=STDIN_NAME))["artifactLocation"] == {
        "uri": "%3Cstdin%3E",
        "description": {"text": "standard input"},
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("a:b.yaml"), "a%3Ab.yaml"),
        (PurePosixPath("./a%41#?.yaml"), "a%2541%23%3F.yaml"),
        (PurePosixPath("../\udcff\ud800.yaml"), "../%FF%3F.yaml"),
        (PurePosixPath("//a//b.yaml"), "file:///a/b.yaml"),
        (PureWindowsPath(r"data\a.yaml"), "data/a.yaml"),
        (PureWindowsPath(r"C:\data\a.yaml"), "file:///C:/data/a.yaml"),
        (PureWindowsPath(r"\\host\share\a.yaml"), "file://host/share/a.yaml"),
    ],
)
def test_a_path_is_a_uri_reference(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert uri_of(path) == uri


@given(st.text(min_size=1))
def test_any_name_is_a_uri_reference_and_can_be_read_back(name: str) -> None:
    path = PurePosixPath(name)
    uri = uri_of(path)
    assert REFERENCE.fullmatch(uri)
    if not path.is_absolute():
        assert unquote(uri) == path.as_posix()


def test_second_places_are_related_locations_with_their_label() -> None:
    other = Related("b.yaml", Span(4, 1, 5, 2), "first used here")
    (related,) = result_of(found("it is wrong", other))["relatedLocations"]
    assert related["message"] == {"text": "first used here"}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "b.yaml"
    assert related["physicalLocation"]["region"]["endLine"] == 5
    assert "relatedLocations" not in result_of(found())


def test_the_claim_is_the_logical_location() -> None:
    assert result_of(found())["locations"][0]["logicalLocations"] == [{"name": "base-closes"}]
    assert "logicalLocations" not in result_of(found(claim_id=None))["locations"][0]


def test_a_replacement_is_a_fix_of_the_span() -> None:
    text = claims_file(claim({"dues": "2025-09"}))
    (finding,) = check(text).findings
    (fix,) = result_of(finding, *text.split("\n"))["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert change["artifactLocation"]["uri"] == NAME
    assert replacement["insertedContent"] == {"text": "due"}
    region = replacement["deletedRegion"]
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "dues"
    assert "fixes" not in result_of(found())


def test_a_line_that_is_taken_out_goes_with_its_end() -> None:
    text = claims_file(claim({"due": "2025-09\n    due: 2025-09"}))
    (finding,) = check(text).findings
    (fix,) = result_of(finding, *text.split("\n"))["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    line = finding.span.line
    region = {"startLine": line, "startColumn": 1, "endLine": line + 1, "endColumn": 1}
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": ""}}


def test_an_empty_replacement_is_a_fix_too() -> None:
    (fix,) = result_of(found(replacement=""))["fixes"]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": ""}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a {0} b", "a {{0}} b; write it"),
        ("[x](https://example.org)", "[x] (https://example.org); write it"),
        ("a\x1b[31m\u202e\ud800", "a\\x1b[31m\\u202e\\ud800; write it"),
    ],
)
def test_a_message_has_no_placeholder_no_link_and_nothing_hidden(message: str, text: str) -> None:
    assert result_of(found(message))["message"] == {"text": text}


any_text = st.text(st.characters() | st.characters(categories=["Cs"]))


@given(any_text, any_text)
def test_a_log_is_utf8_and_hides_nothing(text: str, line: str) -> None:
    other = Related(text or "x", AT, text)
    finding = found(text, other, file=text or "x", claim_id=text, replacement=text)
    log = "".join(findings_sarif([finding], {finding.file: [line]}))
    assert json.loads(log.encode())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", log)


def test_fingerprints_are_unique_within_a_run() -> None:
    twice = claim({"kind": "promis"})
    prints = prints_of(claims_file(twice, twice, another({"kind": "promis"})))
    assert len(prints) > 2
    assert len(set(prints)) == len(prints)


def test_fingerprints_stay_when_lines_move_or_are_indented() -> None:
    claims = claim({"kind": "promis", "due": "2025-99"}), another({"kind": "promis"})
    text = claims_file(*claims)
    before = prints_of(text)
    assert len(before) == 3
    assert prints_of(claims_file(*claims, head="# a note\n\n")) == before
    assert prints_of(text.replace("\n    ", "\n      ").replace("  - id", "  -   id")) == before


def test_a_fingerprint_follows_from_the_beginning_of_a_long_line() -> None:
    """So that many findings of one line are not each as much work as the line is long."""
    lines = (f"{'x' * 1_000}{end}" for end in ("a", "b"))
    one, other = (result_of(found(), line)["partialFingerprints"] for line in lines)
    assert one == other


def test_fingerprints_differ_by_code_claim_and_line() -> None:
    findings = [
        found(),
        found(claim_id="c"),
        found(span=Span(2, 1, 2, 3)),
        Finding("E101", "it is wrong", "write it", NAME, AT, "base-closes"),
    ]
    results = run_of(findings, {NAME: ["ab", "cd"]})["results"]
    assert len({json.dumps(result["partialFingerprints"]) for result in results}) == 4


def test_the_same_findings_give_the_same_log() -> None:
    text = claims_file(claim({"kind": "promis"}), claim())
    first, second = ([*findings_sarif(check(text).findings, {})] for _ in range(2))
    assert first == second
