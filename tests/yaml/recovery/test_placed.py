"""Entries that stand in the section of others are one finding, whatever would follow from it."""

import pytest

from claim_tracker.text.diagnostic import Finding
from tests.samples import check, unmarked
from tests.yaml.samples import FILE, SECOND

PORT = "places:\n  port: {name: Port}\n"
TWO = "  two:\n    url: https://example.org/2\n    published: 2025-08-18\n"
AS_THIRD = "move it under `sources:`, as `third:`"

# What was written, what stands there instead, and what to do.
SLIPS = {
    "places without a name": (
        PORT,
        "  «port»: {name: Port}\n",
        "write `places:` on the line above",
    ),
    "place in block style without a name": (
        PORT,
        "  «port»:\n    name: Port\n",
        "write `places:` on the line above",
    ),
    "places inside the sources": (
        PORT,
        "  «places»:\n    port: {name: Port}\n",
        "begin it at the start of the line",
    ),
    "place among the sources": (
        "sources:\n",
        "sources:\n  «quay»: {name: Quay}\n",
        "move it under `places:`, as `quay:`",
    ),
    "source among the places": (
        "places:\n",
        f"places:\n{TWO.replace('two', '«third»')}",
        AS_THIRD,
    ),
    "source before the claims": (
        "claims:\n",
        f"claims:\n{TWO.replace('two', '«third»')}",
        AS_THIRD,
    ),
    "source after a claim": (
        SECOND,
        f"{SECOND}{TWO.replace('two', '«third»')}",
        AS_THIRD,
    ),
    "source in brackets between claims": (
        "  - id: second",
        "  «third»: {url: https://example.org/3, title: Third}\n  - id: second",
        AS_THIRD,
    ),
    "source with a dash": (
        SECOND,
        f"{SECOND}  - «url: https://example.org/3»\n    title: Third\n",
        "move it under `sources:`, below a key of its own",
    ),
    "source with a dash and an id": (
        SECOND,
        f"{SECOND}  - «id: third»\n    url: https://example.org/3\n    title: Third\n",
        AS_THIRD,
    ),
    "source at the margin": (
        SECOND,
        f"{SECOND}«third»:\n  url: https://example.org/3\n  title: Third\n",
        AS_THIRD,
    ),
}


@pytest.mark.parametrize(("written", "instead", "help"), SLIPS.values(), ids=SLIPS)
def test_it_is_reported_once(written: str, instead: str, help: str) -> None:
    sample = unmarked(FILE.replace(written, instead, 1))
    (finding,) = check(sample.text).findings
    assert (finding.code, finding.span, finding.help) == ("E002", sample.spans[0], help)


def test_each_of_several_in_a_row_is_reported() -> None:
    text = FILE.replace("sources:\n", "sources:\n  quay: {name: Quay}\n  pier: {name: Pier}\n")
    assert [finding.help for finding in check(text).findings] == [
        "move it under `places:`, as `quay:`",
        "move it under `places:`, as `pier:`",
    ]


def test_places_above_more_sources_are_no_unnamed_section() -> None:
    text = FILE.replace(PORT, "").replace("sources:\n", "sources:\n  port: {name: Port}\n")
    assert _only(text).help == "move it under `places:`, as `port:`"


def test_what_is_wrong_in_other_lines_is_reported_too() -> None:
    text = FILE.replace(PORT, PORT.replace("places:\n", "")).replace("failed", "faild")
    assert [finding.code for finding in check(text).findings] == ["E002", "E106"]


def _only(text: str) -> Finding:
    (finding,) = check(text).findings
    return finding


@pytest.mark.parametrize("fault", ["text", "{title: Port}", "[Port]", "{url: Port}"])
def test_lines_in_brackets_are_found_what_they_are_on_one(fault: str) -> None:
    one, several = (
        FILE.replace(PORT, f"places: {{{lead}port: {fault}{end}}}\n")
        for lead, end in (("", ""), ("\n  ", "\n"))
    )
    found = [(finding.code, finding.message) for finding in check(one).findings]
    assert [(finding.code, finding.message) for finding in check(several).findings] == found
