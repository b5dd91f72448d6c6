"""Claims files for tests, and what a check says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claim_tracker.checks import Examined, examine
from claim_tracker.text.diagnostic import Finding, Span
from claim_tracker.yaml import read

TODAY = date(2026, 1, 1)
NAME = "claims.yaml"
REPORT = "{url: https://example.org/report, published: 2025-08-18}"
NEWS = "{url: https://example.org/news}"
INLINE_SOURCE = "{url: https://example.org/paper, published: 2025-08-18}"
SOURCES = f"sources:\n  paper-1: {INLINE_SOURCE}\n"
PLACES = "places:\n  harbour: {name: Harbour Base}\n"
_FIELDS = {
    "id": "base-closes",
    "claim": "The base closes.",
    "kind": "commitment",
    "speaker": "A. Minister",
    "source": REPORT,
}


def claim(fields: Mapping[str, str | None] | None = None, updates: Sequence[str] = ()) -> str:
    """A claim as an item of `claims`, one field a line.

    `fields` replaces or adds fields; None leaves one out. Each update is the inside of a flow
    mapping.
    """
    merged = {**_FIELDS, **(fields or {})}
    lines = [f"{name}: {value}" for name, value in merged.items() if value is not None]
    if updates:
        lines += ["updates:", *(f"  - {{{update}}}" for update in updates)]
    return "  - " + "\n    ".join(lines) + "\n"


def another(fields: Mapping[str, str | None] | None = None, updates: Sequence[str] = ()) -> str:
    """A second claim, `soldiers-leave`, that may stand beside `claim()`."""
    own = {"id": "soldiers-leave", "claim": "The soldiers leave."}
    return claim({**own, **(fields or {})}, updates)


def claims_file(*claims: str, head: str = "") -> str:
    """A claims file; `head` is what stands before `claims`."""
    return f"version: 1\n{head}claims:{' []' if not claims else ''}\n{''.join(claims)}"


@dataclass(frozen=True)
class Marked:
    """A text without its marks: the spans that `«»` marked in it, and those of `⟦⟧`."""

    text: str
    spans: tuple[Span, ...]
    related: tuple[Span, ...]


def unmarked(marked: str) -> Marked:
    """Take the marks out of a text: `«…»` is what a finding is at, `⟦…⟧` a related place."""
    found: dict[str, list[Span]] = {"«": [], "⟦": []}
    text, line, column = "", 1, 1
    start = (0, 0)
    opened = ""
    for character in marked:
        if character in "«⟦":
            opened, start = character, (line, column)
        elif character in "»⟧":
            found[opened].append(Span(*start, line, column))
        else:
            text += character
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return Marked(text, tuple(found["«"]), tuple(found["⟦"]))


def check(*texts: str | bytes, today: date = TODAY) -> Examined:
    """What a check of one file or of several says; they are `claims.yaml`, `2.yaml` …"""
    names = (NAME, *(f"{number}.yaml" for number in range(2, len(texts) + 1)))
    data = (text.encode() if isinstance(text, str) else text for text in texts)
    return examine([read(name, each) for name, each in zip(names, data, strict=True)], today)


def codes(*texts: str | bytes, today: date = TODAY) -> list[str]:
    """The codes of what is found, in order."""
    return [finding.code for finding in check(*texts, today=today).findings]


def the_finding(marked: str, *others: str, code: str) -> Finding:
    """The only finding of a marked text: it is of this code and stands at the mark.

    `others` are further files, without marks and without findings.
    """
    sample = unmarked(marked)
    found = check(sample.text, *others).findings
    assert [finding.code for finding in found] == [code]
    assert found[0].span == sample.spans[0]
    assert found[0].file == NAME
    assert [place.span for place in found[0].related] == list(sample.related)
    return found[0]


def assert_valid(*texts: str, today: date = TODAY) -> None:
    """Nothing at all is found, and the claims can be tracked."""
    examined = check(*texts, today=today)
    assert examined.findings == ()
    assert examined.tracker is not None
