"""Corrections: what counts as one, over commits that are made up."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from claim_tracker.compare import Change, ClaimChange, Rewriting
from claim_tracker.compare.claim_log import Commit, Revision
from claim_tracker.compare.corrections import Correction, corrections
from tests.builders import Fields, update
from tests.compare.strategies import histories
from tests.samples import NAME, another, claim, claims_file

A = update("2025-09-01", progress="stalled")
B = update("2025-09-02", outcome="kept", note="It closed.")
C = update("2025-09-03", note="So.")
DUE = {"due": "2026-09"}
FIGURE = {"quantity": "{value: 9, unit: men}"}
TWO_SOURCES = "[{url: https://example.org/report, published: 2025-08-18}, {url: https://x.org/}]"
KEYED = "sources:\n  paper: {title: The paper, published: 2025-08-18%s}\n"
WRONG = claim({"kind": "promis"})


def over(*texts: str, ids: Sequence[str] = ()) -> list[Correction]:
    """What a line of commits with these files corrected, the newest first."""
    states = [[(NAME, text)] for text in texts]
    commits = [
        Revision(Commit(f"{number}", "2026-01-01", "A.", "S."), [old], new)
        for number, (old, new) in enumerate(pairwise([[], *states]))
    ]
    return list(corrections(commits[::-1], str.encode, ids).found)


def corrected(old: Fields, new: Fields) -> list[str]:
    """The fields of a claim that a commit corrected."""
    return [name for it in over(one(old), one(new)) for each in it.claims for name in names(each)]


def one(fields: Fields | None = None, updates: Sequence[str] = (), head: str = "") -> str:
    return claims_file(claim(fields, updates), head=head)


def names(change: ClaimChange) -> list[str]:
    """What changed for a claim: a field, or how an update was rewritten."""
    return [it.field if isinstance(it, Change) else it.how for it in change.changes] or [
        change.fate
    ]


def rewritten(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """How a commit rewrote updates."""
    found = over(one(updates=before), one(updates=after))
    changes = (it for each in found for change in each.claims for it in change.changes)
    return [it.how for it in changes if isinstance(it, Rewriting)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (DUE, {"due": "2026-10"}, ["due"]),
        (DUE, {}, ["due"]),
        ({}, {"claim": "The old base closes."}, ["claim"]),
        ({}, {"speaker": "B. Minister"}, ["speaker"]),
        ({}, {"kind": "prediction"}, ["kind"]),
        ({}, {"stated": "2025-08-19"}, ["stated"]),
        (FIGURE, {"quantity": "{value: 8, unit: men}"}, ["quantity"]),
        ({"criteria": "None is left."}, {"criteria": "Few are left."}, ["criteria"]),
        ({"source": TWO_SOURCES}, {}, ["source"]),
        ({"role": "minister"}, {"role": "adviser"}, ["role"]),
    ],
)
def test_another_value_than_a_claim_had_is_one(
    old: Fields, new: Fields, expected: list[str]
) -> None:
    assert corrected(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, DUE),
        ({}, FIGURE),
        ({}, {"source": TWO_SOURCES}),
        ({"due": "Sept 2026"}, DUE),
        ({"claim": '"The  base closes."'}, {}),
        ({"note": "So."}, {"note": "Or so."}),
        ({"note": "So."}, {}),
        ({"topic": "Bases", "tags": "[a]"}, {"topic": "Men", "tags": "[b]"}),
        ({"review": "2026-01-01"}, {"review": "2026-02-01"}),
        ({}, {"id": "base-shut"}),
        ({"due": "within 30 days"}, {"due": "2025-09-17"}),
    ],
)
def test_what_is_filled_in_or_only_sorts_is_none(old: Fields, new: Fields) -> None:
    assert over(one(old), one(new)) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([A, B], [B], ["removed"]),
        ([C], [], ["removed"]),
        ([A, C], [A, B, C], ["inserted"]),
        ([A], [A.replace("stalled", "on-track")], ["changed"]),
        ([A], [A.replace("09-01", "09-09")], ["changed"]),
        ([A], [A.replace("org/news", "org/x")], ["changed"]),
        ([B], [B.replace("outcome: kept, ", "")], ["changed"]),
        ([B], [f"{B}, happened: 2025-08"], ["changed"]),
        ([C, A], [C.replace("note", "outcome: kept, note"), A], ["changed"]),
        ([B], [B.replace("It closed", "It shut")], []),
        ([A], [A.replace("date", "note: So., date")], []),
        ([A, B], [A, C.replace("-03", "-02"), B], []),
        ([A, B], [A.replace("2025-09-01", "1 Sep 2025"), B], []),
        ([B], [B, update("2025-09-05", outcome="open")], []),
    ],
)
def test_a_rewritten_update_is_one_unless_only_a_note_differs(
    before: list[str], after: list[str], expected: list[str]
) -> None:
    assert rewritten(before, after) == expected


@given(histories, histories)
def test_appending_updates_is_never_one(before: list[str], more: list[str]) -> None:
    assert over(one(DUE, before), one(DUE, [*before, *more])) == []


def test_a_removed_claim_is_one_and_an_added_one_is_none() -> None:
    found = over(one(), claims_file(claim(), another()), claims_file(another(DUE)))
    assert [(it.commit.id, each.id, each.fate) for it in found for each in it.claims] == [
        ("2", "base-closes", "removed")
    ]


def test_a_default_that_changes_corrects_the_claims_that_have_it() -> None:
    texts = [
        claims_file(
            claim({"speaker": None}),
            another({"speaker": "C."}),
            head=f"defaults: {{speaker: {it}}}\n",
        )
        for it in ("A.", "B.")
    ]
    found = over(*texts)
    assert [(each.id, names(each)) for it in found for each in it.claims] == [
        ("base-closes", ["speaker"])
    ]


def test_a_source_that_gets_an_address_is_none() -> None:
    states = [one({"source": "paper"}, head=KEYED % it) for it in ("", ", url: https://x.org/")]
    assert over(*states) == []
    later = one({"source": "paper"}, head=(KEYED % "").replace("08-18", "08-19"))
    assert [names(each) for it in over(states[0], later) for each in it.claims] == [["stated"]]


def test_a_claim_is_compared_with_what_could_be_read_last() -> None:
    last = one({"claim": "The base shuts."})
    for broken in (claims_file(WRONG), claims_file(WRONG, another()), "claims: ["):
        found = over(one(), broken, broken, last)
        assert [(it.commit.id, it.gap) for it in found] == [("3", None), ("1", "errors")]
        assert found[1].lost == ("base-closes",)
        assert names(found[0].claims[0]) == ["claim"]
    gone = over(claims_file(claim(), another()), claims_file(WRONG, another()), one(), one())
    assert [names(each) for it in gone for each in it.claims] == [["removed"]]


def test_what_could_never_be_read_before_is_said_to_be_not_compared() -> None:
    found = over(claims_file(WRONG, another()), claims_file(claim(), another()))
    assert [(it.commit.id, it.gap, it.lost) for it in found] == [("1", "errors", ("base-closes",))]
    whole = over("claims: [", one())
    assert [(it.commit.id, it.lost) for it in whole] == [("1", ("base-closes",)), ("0", ())]


def test_a_claim_is_chosen_by_any_of_its_ids() -> None:
    states = [
        one({"due": due, "id": name})
        for due, name in (("2026", "a"), ("2027", "a"), ("2027", "b"), ("2028", "b"))
    ]
    assert [it.commit.id for it in over(*states, ids=["b"])] == ["3", "1"]
    assert [it.commit.id for it in over(*states, ids=["a"])] == ["1"]
    revisions = [Revision(Commit("1", "", "", ""), [[]], [(NAME, states[0])])]
    assert corrections(revisions, str.encode, ["a", "x"]).unknown == ("x",)
