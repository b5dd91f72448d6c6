"""Findings as SARIF 2.1.0, the format of OASIS for what a static analysis finds.

The sections in the docstrings are those of the standard:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from claim_tracker import __version__
from claim_tracker.checks.catalogue_pages import codes, entry
from claim_tracker.render.data.rows import JsonObject, json_parts
from claim_tracker.text.diagnostic import FileLines, Finding, Fix, Related, Span
from claim_tracker.text.display import capitalized, visible

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE = "%SRCROOT%"
_STANDARD_INPUT = "<stdin>"
_FINGERPRINT = "claimTracker/v1"
_MAX_COMPARED = 1_000
"""So many characters of a line are in a fingerprint."""
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""A lone surrogate, apart from those that hold a byte of a file name (PEP 383)."""


def findings_sarif(findings: Sequence[Finding], lines: FileLines) -> Iterator[str]:
    """Yield the parts of the findings as a SARIF log of one run (§3.13, §3.14)."""
    index = {code: number for number, code in enumerate(codes())}
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "UTF-8",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [],
    }
    results = (
        _result(finding, index[finding.code], fingerprint, lines)
        for finding, fingerprint in zip(findings, _fingerprints(findings, lines), strict=True)
    )
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_parts(log, "results", results)


def uri_of(path: PurePath) -> str:
    r"""Return a path as a URI reference (§3.10, RFC 3986): relative, or with the scheme `file`.

    >>> from pathlib import PurePosixPath, PureWindowsPath
    >>> uri_of(PurePosixPath("données/a b.yaml"))
    'donn%C3%A9es/a%20b.yaml'
    >>> uri_of(PureWindowsPath(r"C:\claims\a.yaml"))
    'file:///C:/claims/a.yaml'
    """
    octets = _NO_BYTE.sub("?", path.as_posix()).encode("utf-8", "surrogateescape")
    if not path.is_absolute():
        return quote(octets)
    # A drive that begins so is a share, and the name of its host comes first in the path.
    if path.drive.startswith("\\\\"):
        return f"file:{quote(octets)}"
    return "file:///" + quote(octets.lstrip(b"/"), safe="/:")


def _driver() -> JsonObject:
    """Return the tool and its rules (§3.19)."""
    return {
        "name": "claim-tracker",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes()],
    }


def _rule(code: str) -> JsonObject:
    """Return a code of the catalogue as a reporting descriptor (§3.49).

    Braces stay single here: nothing is ever put into these texts, and the samples in them are
    shown as they stand.
    """
    known = entry(code)
    return {
        "id": code,
        "name": _pascal_case(known.title),
        "shortDescription": {"text": f"{capitalized(known.title)}."},
        "fullDescription": {"text": _prose(known.page)},
        "help": {"text": known.page, "markdown": known.page},
        "defaultConfiguration": {"level": "warning" if code.startswith("W") else "error"},
    }


def _pascal_case(title: str) -> str:
    return "".join(capitalized(word) for word in re.findall("[A-Za-z0-9]+", title))


def _prose(page: str) -> str:
    """Return the text of a page before its samples, on one line."""
    _, _, body = page.partition("\n")
    return " ".join(body.partition("\nWrong:\n")[0].split())


def _result(finding: Finding, rule: int, fingerprint: str, lines: FileLines) -> JsonObject:
    """Return a finding as a result (§3.27)."""
    result: JsonObject = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": _message(f"{finding.message}; {finding.help}"),
        "locations": [_location(finding, lines)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            _related_location(related, lines) for related in finding.related
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding, finding.fix)]
    return result


def _message(text: str) -> JsonObject:
    """Return a plain text message without placeholders (§3.11.5) and links (§3.11.6).

    The gap keeps what a file says from becoming a link.
    """
    braces_doubled = visible(text).replace("{", "{{").replace("}", "}}")
    return {"text": braces_doubled.replace("](", "] (")}


def _location(finding: Finding, lines: FileLines) -> JsonObject:
    """Return where a finding is, and the claim that it is in (§3.28, §3.33)."""
    location = {"physicalLocation": _physical(finding.file, finding.span, lines)}
    if finding.claim is None:
        return location
    return {**location, "logicalLocations": [{"name": visible(finding.claim)}]}


def _related_location(related: Related, lines: FileLines) -> JsonObject:
    return {
        "physicalLocation": _physical(related.file, related.span, lines),
        "message": _message(related.label),
    }


def _physical(file: str, span: Span, lines: FileLines) -> JsonObject:
    """Return a stretch of a file with its text (§3.29)."""
    region, snippet = _region(span), _text_at(lines.get(file, ()), span)
    if snippet:
        region["snippet"] = {"text": snippet}
    return {"artifactLocation": _artifact(file), "region": region}


def _artifact(file: str) -> JsonObject:
    """Return the location of a file (§3.4). Standard input, which is no file, has no base."""
    path = PurePath(file)
    location: JsonObject = {"uri": uri_of(path)}
    if file == _STANDARD_INPUT:
        location["description"] = {"text": "standard input"}
    elif not path.is_absolute():
        location["uriBaseId"] = _BASE
    return location


def _region(span: Span) -> JsonObject:
    """Return a span as a region (§3.30.2): it counts from 1, and its end column is exclusive."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _text_at(lines: Sequence[str], span: Span) -> str:
    """Return the text of a span; nothing where there is no such line."""
    taken = list(lines[span.line - 1 : span.end_line])
    if not taken:
        return ""
    if span.end_line <= len(lines):
        taken[-1] = taken[-1][: span.end_column - 1]
    taken[0] = taken[0][span.column - 1 :]
    return _encodable("\n".join(taken))


def _encodable(text: str) -> str:
    """Return a text as it stands, but for surrogates, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()


def _fix(finding: Finding, fix: Fix) -> JsonObject:
    """Return the fix of a finding (§3.55 to §3.57)."""
    replacements = [
        {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": _encodable(edit.text)},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    return {"description": _message(fix.message), "artifactChanges": [change]}


def _fingerprints(findings: Sequence[Finding], lines: FileLines) -> Iterator[str]:
    """Yield the fingerprint of each finding (§3.27.17), which stays when its line moves.

    Of a long line, which may have many findings, only the beginning counts. Equal ones are
    counted, so that no two findings of a run have the same.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        line = _line(lines.get(finding.file, ()), finding.span.line)[:_MAX_COMPARED]
        same = json.dumps([finding.code, finding.claim, line.strip()])
        yield sha256(f"{same}{seen[same]}".encode()).hexdigest()
        seen[same] += 1


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""
