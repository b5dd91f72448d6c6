"""Block texts that take in a field below them, indented too deep."""

import pytest

from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Claim
from tests.samples import another, assert_valid, claim, claims_file, codes, the_finding

UPDATES = ("updates:", "  - date: 2025-10-01", "    progress: stalled")


def with_text(*lines: str, style: str = ">-", field: str = "note") -> str:
    """A file whose claim has a block text of these lines."""
    text = "".join(f"\n      {line}" if line else "\n" for line in lines)
    return claims_file(claim({field: f"{style}{text}"}))


@pytest.mark.parametrize("style", [">-", "|", ">", "|2-"])
@pytest.mark.parametrize(
    "field", [name for name in fields_of(Claim) if use_of(Claim, name).paragraphs]
)
def test_a_field_with_fields_in_it_is_marked(style: str, field: str) -> None:
    first, *rest = UPDATES
    text = with_text("It is large.", f"«{first}»", *rest, style=style, field=field)
    finding = the_finding(text, code="W315")
    assert finding.message == f"`updates:` is a part of the text of `{field}`, and no field"
    assert finding.help == f"indent it, and what is in it, as far as `{field}:`"
    assert finding.claim == "base-closes"


@pytest.mark.parametrize(
    "lines",
    [
        ("updates:", "- {date: 2025-10-01, progress: stalled}"),
        ("source:", "  url: https://example.org/"),
        ("source:", "  at: page 2", "  source: paper-1"),
        ("source:  # the second", "  - source: paper-1", "    at: page 2"),
        ("", "quantity:", "  value: 3", "", "  unit: bases"),
    ],
)
def test_lists_and_mappings_of_the_format_are_known(lines: tuple[str, ...]) -> None:
    assert codes(with_text("It is large.", *lines)) == ["W315"]


@pytest.mark.parametrize("below", ["", "\n    # To be checked.\n", "\n    note: It is small.\n"])
def test_more_may_follow_the_text(below: str) -> None:
    first, *rest = UPDATES
    text = with_text("It is large.", f"«{first}»", *rest, style="|", field="quote")
    the_finding(f"{text}{below}{another()}", code="W315")


@pytest.mark.parametrize(
    "lines",
    [
        ("The updates:", "  - date: none is known"),
        ("updates: none",),
        ("updates:",),
        ("updates:", "there are none"),
        ("updates:", "- of the ministry: none", "- of the army: one"),
        ("updates:", "- date: 2025-10-01", "That is all."),
        ("source:", "  the ministry: a spokesman"),
        ("quantity:", "- 3 bases"),
    ],
)
def test_prose_is_prose(lines: tuple[str, ...]) -> None:
    assert_valid(with_text("It is large.", *lines, style="|"))


def test_a_text_of_an_update_is_looked_at() -> None:
    note = "|\n          Still.\n          «source:»\n            url: https://example.org/x"
    update = f"\n      - date: 2025-10-01\n        note: {note}"
    text = claims_file(claim({"updates": update})).replace("updates: \n", "updates:\n")
    the_finding(text, code="W315")


def test_a_text_on_one_line_is_not() -> None:
    assert_valid(claims_file(claim({"note": '"updates:\\n- date: 2025-10-01"'})))


def test_it_stays_a_proposal() -> None:
    finding = the_finding(with_text("It is large.", f"«{UPDATES[0]}»", *UPDATES[1:]), code="W315")
    assert finding.fix is None


def test_what_a_claim_lacks_for_it_is_said_too() -> None:
    text = with_text("It is large.", "source:", "  url: https://example.org/")
    without = "\n".join(line for line in text.split("\n") if "example.org/report" not in line)
    assert "W315" in codes(without)
    assert "E102" in codes(without)
