"""Which claim a finding is of: by its path, or else by the lines on which it stands."""

import pytest

from claim_tracker.yaml.limits import MAX_FIELDS
from tests.samples import another, check, claim, claims_file, the_finding, unmarked

HIDDEN = "\u200b"
NOTE = f"    # {HIDDEN}\n"
TOO_MANY = "".join(f"    field-{number}: x\n" for number in range(MAX_FIELDS + 1))


def claims_of(text: str, code: str = "E213") -> list[str | None]:
    """The claims that the findings of a code are of, in file order."""
    return [finding.claim for finding in check(text).findings if finding.code == code]


def test_a_claim_reaches_to_what_stands_below_it() -> None:
    places = f"places: {{}} # {HIDDEN}\n# {HIDDEN}\n"
    text = f"# {HIDDEN}\n{claims_file(claim() + NOTE, another() + NOTE, head=places)}"
    below = f"sources: {{}}\n# {HIDDEN}\n"
    expected = [None, None, None, "base-closes", "soldiers-leave", None]
    assert claims_of(text + below) == expected


def test_a_line_belongs_to_the_claim_that_is_first_on_it() -> None:
    text = "version: 1\nclaims:\n  - id: a\n    claim: A.\n  -id: b\n"
    assert claims_of(text, "E002") == ["b"]


def test_of_claims_on_one_line_each_reaches_to_the_next() -> None:
    a, b = (f'{{"id": "{name}", "claim": "{HIDDEN}"}}' for name in "ab")
    text = f'{{"version": 1, "claims": [{a}, {b}], "sources": {{"s": "{HIDDEN}"}}}}'
    assert claims_of(text) == ["a", "b", None]
    assert claims_of(f'{{"version": 1, "claims": [{a}], "x{HIDDEN}": {{}}}}') == ["a", None]


@pytest.mark.parametrize("name", ["sources", "places"])
def test_an_entry_of_another_section_is_of_no_claim(name: str) -> None:
    head = f"{name}:\n  a: {{}} # {HIDDEN}\n"
    assert claims_of(claims_file(claim(), head=head)) == [None]


@pytest.mark.parametrize("claims", ["text", "{a: b}", "{id: a}"])
def test_what_is_no_list_of_claims_has_none(claims: str) -> None:
    assert claims_of(f"version: 1\nclaims: {claims} # {HIDDEN}\n") == [None]


def test_an_id_is_known_without_white_space_around_it() -> None:
    assert claims_of(claims_file(claim({"id": '" base-closes "'}) + NOTE)) == ["base-closes"]


def test_an_item_that_is_no_claim_has_no_id() -> None:
    text = f"version: 1\nclaims:\n  - id: a\n  - text # {HIDDEN}\n  - id: [b] # {HIDDEN}\n"
    assert claims_of(text) == [None, None]


def test_a_related_path_has_the_name_that_is_written() -> None:
    text = unmarked(claims_file(claim({"statd": "⟦2025-08-18⟧", "due": "«2024»"})))
    _, finding = sorted(check(text.text).findings, key=lambda each: each.code)
    assert finding.code == "E205"
    assert finding.span == text.spans[0]
    assert [place.span for place in finding.related] == list(text.related)


def test_a_name_that_is_there_twice_is_shown_where_it_is_first() -> None:
    text = claims_file(claim({"⟦topic⟧": "A.", "«topic» ": "B."}))
    assert the_finding(text, code="E003").claim == "base-closes"


def test_of_what_is_not_read_whole_the_claims_are_known() -> None:
    text = f"# {HIDDEN}\nversion: 1\nclaims:\n  - id: a # {HIDDEN}\n  - text\n  - id: b\n{NOTE}"
    text += f"  - id: c\n{TOO_MANY}"
    assert claims_of(text, "E009") == ["c"]
    assert claims_of(text) == [None, "a", "b"]
