"""One field alone, as a file is to have it, or what is wrong with it."""

import pytest

from claim_tracker.checks.form.value_errors import field_value
from claim_tracker.claims.vocabulary import OUTCOMES
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Path, Problem

CLAIM: Path = ("claims", 0)
UPDATE: Path = (*CLAIM, "updates", 0)


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ((*CLAIM, "speaker"), "  A. Minister ", "A. Minister"),
        ((*CLAIM, "kind"), "fact", "fact"),
        ((*CLAIM, "tags", 0), " troops ", "troops"),
        ((*CLAIM, "due"), "Sept 2026", "2026-09"),
        ((*CLAIM, "due"), "Within 90 days", "within 90 days"),
        ((*CLAIM, "quantity", "value"), " 2500 ", "2500"),
        ((*UPDATE, "outcome"), "came-true", "came-true"),
        ((*UPDATE, "date"), "30 Sep 2025", "2025-09-30"),
        ((*UPDATE, "source", "url"), "https://example.org/", "https://example.org/"),
        (("places", "harbour", "country"), "IQ", "IQ"),
    ],
)
def test_a_value_is_trimmed_and_a_date_canonical(path: Path, written: str, value: str) -> None:
    assert field_value(path, written) == value


@pytest.mark.parametrize(
    ("path", "written", "problem"),
    [
        (
            (*CLAIM, "id"),
            "Base Closes",
            ("E108", "`Base Closes` is not an id", "write `base-closes`"),
        ),
        (
            (*CLAIM, "kind"),
            "promise",
            (
                "E106",
                "`promise` is not a word for `kind`",
                "did you mean `commitment`? Known are `commitment`, `prediction`, `fact`",
            ),
        ),
        (
            (*UPDATE, "date"),
            "09/10/2026",
            (
                "E104",
                "the order of day and month in `09/10/2026` is ambiguous",
                "write `2026-09-10` or `2026-10-09`",
            ),
        ),
        ((*CLAIM, "tags", 0), " ", ("E110", "an item of `tags` is empty", "delete it")),
        (
            (*CLAIM, "speaker"),
            "\udce9",
            ("E001", "this is not UTF-8", "write it in UTF-8"),
        ),
    ],
)
def test_what_is_wrong_is_the_problem_of_a_check(
    path: Path, written: str, problem: tuple[str, str, str]
) -> None:
    found = field_value(path, written)
    assert isinstance(found, Problem)
    assert found._replace(replacement=None, proposals=()) == Problem(*problem, path)


def test_an_outcome_is_held_to_the_words_of_every_kind() -> None:
    found = field_value((*UPDATE, "outcome"), "done")
    assert isinstance(found, Problem)
    assert found.help == "write one of " + ", ".join(f"`{word}`" for word in OUTCOMES)


def test_a_hidden_character_is_refused_first() -> None:
    found = field_value((*CLAIM, "id"), "base\u200bcloses")
    assert isinstance(found, Problem)
    assert (found.code, found.span) == ("E213", Span(1, 1, 1, 1))
    assert found.message == "hidden character \\u200b in the text"
