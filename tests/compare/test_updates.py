"""Updates: what was appended, and what was rewritten instead."""

import pytest
from hypothesis import given

from claim_tracker.compare import Change, Rewriting
from tests.builders import update
from tests.compare.states import between, change_of, updated
from tests.compare.strategies import histories, updates
from tests.samples import claim

A = update("2025-09-01", progress="stalled")
B = update("2025-09-02", outcome="kept", note="It closed.")
C = update("2025-09-03", note="So.")
OTHER = "date: 2025-09-05, source: {url: https://example.org/other}, "


def hows(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """How history was rewritten, and the days of what was appended."""
    found: list[tuple[str, str]] = []
    for it in updated(before, after):
        if isinstance(it, Rewriting):
            found.append((it.how, it.on.text))
        elif it.on is not None and ("appended", it.on.text) not in found:
            found.append(("appended", it.on.text))
    return found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [A], [("appended", "2025-09-01")]),
        ([A], [A, A], [("appended", "2025-09-01")]),
        ([A, B], [A, B, C], [("appended", "2025-09-03")]),
        ([A, B], [B], [("removed", "2025-09-01")]),
        ([A, B], [A], [("removed", "2025-09-02")]),
        ([A, C], [A, B, C], [("inserted", "2025-09-02")]),
        ([B], [A, B], [("inserted", "2025-09-01")]),
        ([A], [A.replace("stalled", "on-track")], [("changed", "2025-09-01")]),
        ([A], [A.replace("09-01", "09-09")], [("changed", "2025-09-01")]),
        ([A], [A.replace("org/news", "org/x")], [("changed", "2025-09-01")]),
        ([A], [C], [("removed", "2025-09-01"), ("appended", "2025-09-03")]),
        (
            [A, B],
            [A.replace("stalled", "on-track"), B, C],
            [("changed", "2025-09-01"), ("appended", "2025-09-03")],
        ),
        ([A, B], [A.replace("2025-09-01", "1 Sep 2025"), B], []),
        ([B], [B.replace("It closed.", '"It  closed."')], []),
    ],
)
def test_only_what_comes_after_all_that_was_there_is_appended(
    before: list[str], after: list[str], expected: list[tuple[str, str]]
) -> None:
    assert hows(before, after) == expected


def test_a_rewriting_says_which_fields_differ() -> None:
    changed = updated([B], [B.replace("kept", "broken")])[0]
    assert isinstance(changed, Rewriting)
    assert changed.fields == (Change("outcome", "kept", "broken"),)
    removed = updated([A, B], [A])[0]
    assert isinstance(removed, Rewriting)
    assert [(it.field, it.new) for it in removed.fields] == [
        ("outcome", None),
        ("note", None),
        ("source", None),
    ]


def test_a_rewriting_says_what_is_in_force_for_it() -> None:
    gone = [it for it in updated([A, B], [A]) if isinstance(it, Change)]
    assert gone == [Change("outcome", "kept", None, rewritten=True)]
    moved = [update("2025-09-01", due="2026-09"), A]
    change = change_of(
        {"due": "2026-03"}, {"due": "2026-03"}, moved, [moved[0].replace("9,", "6,")]
    )
    assert change is not None
    assert [(it.field, it.days, it.rewritten) for it in change.single] == [
        ("progress", None, True),
        ("due", -92, True),
    ]


def test_what_the_claim_says_anew_is_no_rewriting_of_its_updates() -> None:
    figure = {"kind": "fact", "quantity": "{value: 5, unit: km}"}
    change = change_of({"kind": "fact"}, figure, [C], [C.replace("So.", "So it is.")])
    assert change is not None
    assert [(it.field, it.rewritten) for it in change.single] == [("quantity", False)]


def test_an_outcome_that_was_rewritten_is_not_found() -> None:
    sums = between([claim(updates=[B])], [claim(updates=[B.replace("kept", "broken")])]).sums
    assert (sums["outcomes_found"], sums["outcomes_taken_back"], sums["rewritten"]) == (0, 0, 1)


def test_an_outcome_is_found_changed_found_again_and_taken_back() -> None:
    updates = [OTHER + f"outcome: {word}" for word in ("kept", "kept", "broken", "open", "open")]
    outcomes = [
        it for it in updated([], updates) if isinstance(it, Change) and it.field == "outcome"
    ]
    assert [(it.old, it.new) for it in outcomes] == [
        (None, "kept"),
        ("kept", "kept"),
        ("kept", "broken"),
        ("broken", None),
        (None, None),
    ]


def test_a_moved_deadline_has_its_days_and_its_source() -> None:
    updates = [OTHER + f"due: {due}" for due in ("2026-12", "2026-11", "2026-11-01/2026-11-30")]
    change = change_of({"due": "2026-09"}, {"due": "2026-09"}, (), updates)
    assert change is not None
    moves = [it for it in change.single if it.field == "due"]
    assert [(it.days, it.moves) for it in moves] == [(92, True), (-31, True), (0, False)]
    assert {it.source.url for it in moves if it.source is not None} == {"https://example.org/other"}
    assert change.moved
    assert not change.rewritten


def test_a_first_deadline_by_an_update_is_not_moved() -> None:
    change = change_of(after=[update("2025-09-01", due="2026")])
    assert change is not None
    assert not change.moved


def test_a_source_is_new_once() -> None:
    found = updated([A], [A, C, OTHER + "note: One.", OTHER + "note: Two."])
    sources = [it for it in found if isinstance(it, Change) and it.field == "source"]
    assert [(it.on.text, it.source.url) for it in sources if it.on and it.source] == [
        ("2025-09-05", "https://example.org/other")
    ]


def test_of_very_many_updates_none_counts_as_edited() -> None:
    many = [f"date: 2025-09-01, note: {number}" for number in range(400)]
    others = [f"date: 2025-09-01, note: x{number}" for number in range(400)]
    assert {how for how, _ in hows(many, others)} == {"removed", "appended"}


def test_an_update_without_content_is_listed() -> None:
    assert hows([], ["date: 2025-09-01"]) == [("appended", "2025-09-01")]


@given(histories, histories)
def test_appending_is_never_rewriting(before: list[str], more: list[str]) -> None:
    change = change_of(before=before, after=[*before, *more])
    assert change is None or not change.rewritten
    assert (change is None) == (not more)


@given(histories.filter(bool), updates)
def test_an_update_that_is_gone_is_always_rewriting(before: list[str], more: str) -> None:
    after = [*before[1:], more]
    change = change_of(before=before, after=after)
    if [_fields(each) for each in after] != [_fields(each) for each in before]:
        assert change is not None
        assert change.rewritten or _fields(before[0]) in map(_fields, after)


def _fields(update: str) -> set[str]:
    """What an update says, in whatever order and spelling."""
    return set(update.replace("Sept 2026", "2026-09").split(", "))
