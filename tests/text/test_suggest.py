"""The nearest known word."""

import pytest

from claim_tracker.claims.vocabulary import OUTCOMES, PROGRESS
from claim_tracker.text.suggest import did_you_mean, most_advised, nearest, slip_of

KNOWN = ("status", "show", "check", "mission-ends", "complete-withdrawal", "First phase")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("stauts", "status"),
        ("STATUS", "status"),
        ("mision-ends", "mission-ends"),
        ("Mission_Ends", "mission-ends"),
        ("mission ends", "mission-ends"),
        ("withdrawal", "complete-withdrawal"),
        ("first", "First phase"),
        ("check-all", "check"),
        ("sho", "show"),
        ("xyz", None),
        ("ec", None),
        ("", None),
        ("--", None),
    ],
)
def test_the_nearest_word_is_alike_or_contains_it(word: str, near: str | None) -> None:
    assert nearest(word, KNOWN) == near
    assert did_you_mean(word, KNOWN) == (f"did you mean `{near}`?" if near is not None else None)


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("status", ()) is None


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("utc", ["UCT", "EUC", "UTC"], "UTC"),
        ("est", ["EET", "EST5EDT", "EST"], "EST"),
        ("Daily-2025-03-01", ["daily-2025-03-02", "daily-2025-03-01"], "daily-2025-03-01"),
        ("phase_1", ["phase-2", "phase-1"], "phase-1"),
    ],
)
def test_what_is_the_same_but_for_case_and_joints_is_nearest(
    word: str, known: list[str], near: str
) -> None:
    assert nearest(word, known) == slip_of(word, known) == near
    assert did_you_mean(word, known) == f"did you mean `{near}`?"


def test_of_equally_folded_words_the_first_is_taken() -> None:
    assert nearest("a_base", ["a-base", "abase"]) == "a-base"


def test_a_very_long_word_is_not_compared() -> None:
    assert nearest("a" * 101, ["a" * 101]) is None
    assert nearest("status", ["s" * 500, "status"]) == "status"


def test_only_so_many_words_are_compared() -> None:
    many = [f"word-{number}" for number in range(5000)]
    assert nearest("status", [*many[:-1], "status"]) == "status"
    assert nearest("status", [*many, "status"]) is None


@pytest.mark.parametrize(("known", "most"), [(0, 100), (500, 100), (1000, 50), (200_000, 10)])
def test_the_more_words_are_known_the_fewer_are_compared(known: int, most: int) -> None:
    assert most_advised(known) == most


@pytest.mark.parametrize(
    "word",
    [
        "not kept",
        "unkept",
        "never kept",
        "notkept",
        "isn't kept",
        "not partly kept",
        "un-kept",
        "unconfirmed",
        "disconfirmed",
        "not confirmed",
        "undisputed",
        "no longer disputed",
        "not-true",
        "untrue",
        "incomplete",
        "verified",
        "non-broken",
        "not open",
        "irrefutable",
    ],
)
def test_a_negated_word_is_not_answered_with_what_it_negates(word: str) -> None:
    assert nearest(word, OUTCOMES) is None
    assert slip_of(word, OUTCOMES) is None


@pytest.mark.parametrize(
    ("word", "near"),
    [("unverifable", "unverifiable"), ("disputd", "disputed"), ("reopened", "open")],
)
def test_a_slip_in_a_negative_word_is_answered_with_it(word: str, near: str) -> None:
    assert nearest(word, OUTCOMES) == near


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("progress", "in-progress"),
        ("inprogress", "in-progress"),
        ("of-track", "off-track"),
        ("not on track", None),
        ("no longer stalled", None),
    ],
)
def test_of_two_words_one_edit_apart_the_more_alike_is_near(word: str, near: str | None) -> None:
    assert nearest(word, PROGRESS) == near
