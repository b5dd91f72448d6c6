"""Slips in the fields of public trackers are found and mended as well as in any others."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from claim_tracker import load
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import read
from tests.conftest import NOW
from tests.golden.slips import slips, with_fixes
from tests.samples import SOURCES, check, claim, claims_file

DATA = Path(__file__).parents[2] / "data" / "promises.yaml"
TEXT = DATA.read_text("utf-8")


@pytest.mark.slow
def test_nearly_every_slip_gives_one_error_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "slip.yaml"
    data = read("", TEXT.encode()).root
    one, near, same, count = 0, 0, 0, 0
    for slip in slips(TEXT):
        path.write_text(slip.text, "utf-8")
        found = load(path, today=NOW).findings
        errors = [each for each in found if each.severity == "error"]
        if not errors:  # a slip inside of a long text is a part of the text
            continue
        mended = with_fixes(slip.text, [each.fix for each in found if each.fix is not None])
        count += 1
        one += len(errors) == 1
        near += abs(errors[0].span.line - slip.line) <= 1
        same += read("", mended.encode()).root == data
    assert count > 300
    assert one >= 0.98 * count
    assert near >= 0.98 * count
    assert same >= 0.75 * count


def mended(text: str) -> tuple[Sequence[Finding], str]:
    """What is found in a text, and the text after all fixes."""
    found = check(text).findings
    return found, with_fixes(text, [each.fix for each in found if each.fix is not None])


MINIMAL = {"kind": None, "speaker": None, "source": None, "stated": "2025-08"}
DEFAULTS = (
    "checks:\n  ignore: [W303]\ndefaults:\n  kind: commitment\n  speaker: A. Minister\n"
    "  criteria: |-\n    One.\n\n    - Two.\n  source: paper-1\n"
)
WHOLE = claims_file(claim(MINIMAL), head=DEFAULTS + SOURCES)
AT_MARGIN = "\n".join(
    line[2:] if 5 <= number <= 11 else line for number, line in enumerate(WHOLE.split("\n"), 1)
)
LIST = (
    "\n      - {source: paper-1, at: page 1}\n      - paper-1\n"
    "      - {title: Poster, publisher: P.}"
)
LISTED = claims_file(claim({"topic": "T", "source": LIST, "stated": "2025-08"}), head=SOURCES)
NO_ADDRESS = (
    "sources:\n  paper-1: {url: https://example.org/}\n"
    "  speech:\n    title: Speech\n    publisher: P.\n"
)
SPOKEN = claims_file(claim({**MINIMAL, "source": "speech"}), head=DEFAULTS + NO_ADDRESS)
SLIPS = {
    "defaults at the margin": (WHOLE, AT_MARGIN),
    "no name above defaults": (WHOLE, WHOLE.replace("defaults:\n", "")),
    "a default at the margin": (WHOLE, WHOLE.replace("  speaker: A", "speaker: A")),
    "no name above sources after defaults": (
        SPOKEN,
        SPOKEN.replace("sources:\n  paper-1", "  paper-1").replace(
            "{url: https://example.org/}", "{url: https://example.org/}"
        ),
    ),
    "no dash before a place in a source": (
        LISTED,
        LISTED.replace("- {source: paper-1", "{source: paper-1"),
    ),
    "no dash before a key": (LISTED, LISTED.replace("- paper-1", "paper-1")),
    "no dash before a source": (LISTED, LISTED.replace("- {title", "{title")),
    "no name above sources of a claim": (LISTED, LISTED.replace("    source: \n", "")),
}


@pytest.mark.parametrize(("whole", "slip"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_new_field_is_one_error_and_mended(whole: str, slip: str) -> None:
    assert slip != whole
    found, text = mended(slip)
    assert [each.code for each in found] == ["E002"]
    assert read("", text.encode()).root == read("", whole.encode()).root


def test_what_a_lost_default_was_to_give_is_not_missing() -> None:
    text = claims_file(claim({"kind": None}), head="kind: commitment\n")
    (found,) = check(text).findings
    assert (found.code, found.span.line) == ("E101", 2)


def test_a_line_of_several_words_among_items_is_not_surely_one() -> None:
    tags = "\n      - one\n      - two\n      and three more"
    (found,) = check(claims_file(claim({"tags": tags}))).findings
    assert (found.code, found.fix) == ("E002", None)


def test_a_fix_of_a_line_with_another_fault_is_not_made() -> None:
    joined = TEXT.replace("/interviews/holt\n    note: |-", '/interviews/holt note: "|-')
    _, text = mended(joined)
    assert text == joined


def test_a_field_on_the_line_of_another_is_written_where_it_belongs() -> None:
    _, text = mended(TEXT.replace("/interviews/holt\n    note: |-", "/interviews/holt note: |-"))
    assert text == TEXT
