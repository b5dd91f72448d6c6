"""The fields that have a date: what the help for each says to write is accepted there."""

import re

import pytest
from hypothesis import example, given

from claim_tracker.checks.form.value_errors import field_value
from claim_tracker.yaml import Path, Problem
from tests.dates.strategies import anything, untimed

CLAIM: Path = ("claims", 0)
UPDATE: Path = (*CLAIM, "updates", 0)
FIELDS: dict[str, Path] = {
    "published": ("sources", "paper-1", "published"),
    "stated": (*CLAIM, "stated"),
    "as_of": (*CLAIM, "as_of"),
    "due": (*CLAIM, "due"),
    "date": (*UPDATE, "date"),
    "happened": (*UPDATE, "happened"),
    "due of an update": (*UPDATE, "due"),
}


@pytest.mark.parametrize("path", FIELDS.values(), ids=FIELDS)
@untimed
@given(text=anything)
@example("2024-2025")
@example("90 days")
@example("within some days")
@example("\u0662\u0660\u0662\u0665")
@example("2025-09/..")
def test_what_the_help_for_a_date_says_to_write_is_accepted_there(path: Path, text: str) -> None:
    problem = field_value(path, text)
    if isinstance(problem, Problem) and problem.code == "E104":
        for proposed in set(re.findall("`([^`]*)`", problem.help)) - {"due"}:
            assert isinstance(field_value(path, proposed), str)
        if problem.replacement is not None:
            assert isinstance(field_value(path, problem.replacement), str)


@pytest.mark.parametrize("path", FIELDS.values(), ids=FIELDS)
def test_a_period_is_a_date_in_every_field(path: Path) -> None:
    assert field_value(path, "winter 2025/26") == "winter 2025"
