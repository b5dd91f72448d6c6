"""Of one fault there is one finding: what follows from poisoned values is dropped."""

import pytest

from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.yaml import Path
from tests.samples import NEWS, claim, claims_file, codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (claims_file(claim({"stated": "*day", "source": NEWS})), ["E005"]),
        (claims_file(claim(updates=["date: 2025-09-01, outcome: kept, source: *a"])), ["E005"]),
        (claims_file(claim(updates=["date: 2025-09-01, note: *a"])), ["E005"]),
        (claims_file(claim(), claim({"id": "!t base-closes"})), ["E006"]),
        (claims_file(claim({"kind": "!t commitment", "as_of": "2025"})), ["E006"]),
    ],
)
def test_a_value_that_was_not_read_is_the_only_fault(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_an_entry_in_another_section_is_not_unknown() -> None:
    places = "places:\n  harbour: {url: https://example.org/}\n"
    assert codes(claims_file(claim({"places": "[harbour]"}), head=places)) == ["E002"]


def test_a_reference_under_a_wrong_name_is_not_unknown() -> None:
    wrong = {"source": None, "url": "https://example.org/", "publisher": "A Paper"}
    assert codes(claims_file(claim(wrong))) == ["E101"]


def test_what_is_missing_is_not_reported_at_an_unknown_field() -> None:
    unknown = "  - weather: fine\n    claim: The base closes.\n"
    rest = (
        "    kind: commitment\n    speaker: A. Minister\n    source: {url: https://example.org/}\n"
    )
    assert codes(claims_file(unknown + rest + "    stated: 2025\n")) == ["E101"]


DATA = {"claims": [{"id": "a", "due": None}], "sources": {}}
GAPS = Poisoned(DATA, gaps={("claims", 0)})


@pytest.mark.parametrize(
    ("poisoned", "path"),
    [
        (Poisoned(DATA, unread={("claims", 0)}), ("claims", 0, "due")),
        (Poisoned(DATA, left_out=frozenset({("sources",)})), ("sources", "key")),
        (GAPS, ("claims", 0, "due")),
        (GAPS, ("claims", 0, "updates", 0, "note")),
    ],
)
def test_a_value_is_poisoned_by_what_it_is_in(poisoned: Poisoned, path: Path) -> None:
    assert path in poisoned


@pytest.mark.parametrize(
    ("poisoned", "path"),
    [
        (Poisoned(), ()),
        (GAPS, ("claims", 0, "id")),
        (GAPS, ("claims", 0)),
        (GAPS, ("sources", "key")),
        (Poisoned(DATA, unknown=frozenset({("claims", 0, "dew")})), ("claims", 0, "dew")),
    ],
)
def test_a_value_that_is_known_is_not_poisoned(poisoned: Poisoned, path: Path) -> None:
    assert path not in poisoned


def test_the_id_of_a_claim_that_was_not_read_is_known() -> None:
    poisoned = Poisoned(DATA, unread={("claims", 0)})
    assert poisoned.is_reported(("claims", 0, "due"))
    assert not poisoned.is_reported(("claims", 0, "id"))
