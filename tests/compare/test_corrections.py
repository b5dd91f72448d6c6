"""Corrections: what counts as one, over commits that are made up."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from claim_tracker.claims.model import Update
from claim_tracker.compare import Change, ClaimChange, Rewriting
from claim_tracker.compare.claim_log import Commit, Revision
from claim_tracker.compare.corrections import Correction, corrections_of
from claim_tracker.dates import Period
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
    return list(corrections_of(commits[::-1], str.encode, ids).found)


def commit_of(correction: Correction) -> str:
    """The id of the commit that made a correction."""
    assert isinstance(correction.by, Commit)
    return correction.by.id


def judged(updates: Sequence[str], before: Sequence[str] | None = None) -> list[list[str]]:
    """What each revised judgement says, the newest first; `before` is what was there at first."""
    now = Revision(None, [], [(NAME, one(updates=updates))])
    revisions = [now]
    if before is not None:
        old = [(NAME, one(updates=before))]
        revisions.append(Revision(Commit("1", "2026-01-01", "A.", "S."), [old], now.files))
    found = corrections_of(revisions, str.encode, since_first=before is not None).found
    changes = [it.claims[0].change.changes for it in found if isinstance(it.by, Update)]
    return [[said(it) for it in each if isinstance(it, Change)] for each in changes]


def said(change: Change) -> str:
    """A change in short: `outcome kept > broken`."""
    old, new = (
        it.text if isinstance(it, Period) else str(it or "-") for it in (change.old, change.new)
    )
    return f"{change.field} {old} > {new}"


def corrected(old: Fields, new: Fields) -> list[str]:
    """The fields of a claim that a commit corrected."""
    return [
        name for it in over(one(old), one(new)) for each, _ in it.claims for name in names(each)
    ]


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
    changes = (it for each in found for change, _ in each.claims for it in change.changes)
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
    assert [(commit_of(it), each.id, each.fate) for it in found for each, _ in it.claims] == [
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
    assert [(each.id, names(each)) for it in found for each, _ in it.claims] == [
        ("base-closes", ["speaker"])
    ]


def test_a_source_that_gets_an_address_is_none() -> None:
    states = [one({"source": "paper"}, head=KEYED % it) for it in ("", ", url: https://x.org/")]
    assert over(*states) == []
    later = one({"source": "paper"}, head=(KEYED % "").replace("08-18", "08-19"))
    assert [names(each) for it in over(states[0], later) for each, _ in it.claims] == [["stated"]]


def test_a_claim_is_compared_with_what_could_be_read_last() -> None:
    last = one({"claim": "The base shuts."})
    for broken in (claims_file(WRONG), claims_file(WRONG, another()), "claims: ["):
        found = over(one(), broken, broken, last)
        assert [(commit_of(it), it.gap) for it in found] == [("3", None)]
        assert names(found[0].claims[0].change) == ["claim"]
    gone = over(claims_file(claim(), another()), claims_file(WRONG, another()), one(), one())
    assert [names(each) for it in gone for each, _ in it.claims] == [["removed"]]


def test_what_could_never_be_read_before_is_said_to_be_not_compared() -> None:
    found = over(claims_file(WRONG, another()), claims_file(claim(), another()))
    assert [(commit_of(it), it.gap, it.lost) for it in found] == [("1", "errors", ("base-closes",))]
    whole = over("claims: [", one())
    assert [(commit_of(it), it.lost) for it in whole] == [("1", ("base-closes",))]


def test_what_is_compared_later_is_not_said_to_be_unknown() -> None:
    both = claims_file(claim(), another())
    for broken in (claims_file(WRONG, another()), "claims: ["):
        assert over(both, broken, both) == []
        assert [names(each) for it in over(both, broken, one()) for each, _ in it.claims] == [
            ["removed"]
        ]
    faulty = another({"kind": "promis"})
    twice = over(both, claims_file(WRONG, faulty), claims_file(claim(), faulty))
    assert [(commit_of(it), it.gap, it.lost) for it in twice] == [
        ("1", "errors", ("soldiers-leave",))
    ]
    again = over(both, claims_file(WRONG, another()), both, claims_file(WRONG, another()))
    assert [(commit_of(it), it.lost) for it in again] == [("3", ("base-closes",))]


def test_a_claim_is_chosen_by_any_of_its_ids() -> None:
    states = [
        one({"due": due, "id": name})
        for due, name in (("2026", "a"), ("2027", "a"), ("2027", "b"), ("2028", "b"))
    ]
    assert [commit_of(it) for it in over(*states, ids=["b"])] == ["3", "1"]
    assert [commit_of(it) for it in over(*states, ids=["a"])] == ["1"]
    assert [each.id for it in over(*states) for each in it.claims] == ["b", "b"]
    revisions = [Revision(Commit("1", "", "", ""), [[]], [(NAME, states[0])])]
    assert corrections_of(revisions, str.encode, ["a", "x"]).unknown == ("x",)


KEPT = update("2025-10-01", outcome="kept", rating="In full", happened="2025-09")
OPEN = update("2025-11-03", outcome="open", note="It was another base.")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (OPEN, ["outcome kept > -", "note - > It was another base."]),
        (update("2025-11-03", outcome="broken"), ["outcome kept > broken"]),
        (
            update("2025-11-03", outcome="partly-kept", rating="Half", happened="2025-10"),
            [
                "outcome kept > partly-kept",
                "rating In full > Half",
                "happened 2025-09 > 2025-10",
            ],
        ),
        (
            update("2025-11-03", outcome="kept", rating="Nearly"),
            ["outcome kept > kept", "rating In full > Nearly"],
        ),
        (
            update("2025-11-03", outcome="kept", rating="In full", happened="2025-10-02"),
            ["outcome kept > kept", "rating - > In full", "happened 2025-09 > 2025-10-02"],
        ),
    ],
)
def test_a_judgement_that_a_later_update_revises_is_one(later: str, expected: list[str]) -> None:
    assert judged([KEPT, A.replace("09-01", "10-09"), later]) == [expected]


@pytest.mark.parametrize(
    "updates",
    [
        [KEPT],
        [OPEN],
        [KEPT, update("2025-11-03", outcome="kept")],
        [KEPT, update("2025-11-03", outcome="kept", rating="'In  full'", happened="2025-09-04")],
        [KEPT, update("2025-11-03", progress="stalled", note="So.")],
        [KEPT, update("2025-11-03", due="2026-10")],
    ],
)
def test_a_judgement_that_stands_is_none(updates: list[str]) -> None:
    assert judged(updates) == []


def test_what_was_taken_back_is_not_revised_once_more() -> None:
    again = update("2025-12-01", outcome="broken")
    assert judged([KEPT, OPEN, again]) == [["outcome kept > -", "note - > It was another base."]]


def test_revised_judgements_stand_among_the_commits_by_their_days() -> None:
    later = update("2026-03", outcome="broken")
    last = [(NAME, one({"due": "2027"}, [KEPT, OPEN, KEPT.replace("2025-10", "2025-12"), later]))]
    old = [(NAME, one({"due": "2026"}, [KEPT]))]
    commit = Commit("1", "2026-01-01", "A.", "S.")
    found = corrections_of(
        [Revision(None, [last], last), Revision(commit, [old], last)], str.encode
    )
    assert [it.iso_day for it in found.found] == ["2026-03-31", "2026-01-01", "2025-11-03"]


def test_what_was_revised_before_the_first_commit_is_left_out() -> None:
    later = update("2025-10-02", outcome="broken")
    assert judged([KEPT, later], before=[KEPT, later]) == []
    assert judged([KEPT, later], before=[KEPT]) == [["outcome kept > broken"]]
    assert judged([KEPT, later], before=[]) == [["outcome kept > broken"]]
    fields = {"id": "base-shut"}
    texts = [one({}, [KEPT, OPEN]), one(fields, [KEPT, OPEN]), one(fields, [KEPT, OPEN, later])]
    assert [it.claims for it in since_first(texts)] == []
    added = [claims_file(another()), claims_file(another(), claim(updates=[KEPT, OPEN]))]
    assert [it.iso_day for it in since_first(added)] == ["2025-11-03"]
    untouched = [Revision(None, [[(NAME, texts[0])]], [(NAME, texts[0])])]
    assert corrections_of(untouched, str.encode, since_first=True).found == ()


def since_first(texts: Sequence[str]) -> Sequence[Correction]:
    """What was corrected after the first of the states of a file, and is committed."""
    states = [[(NAME, text)] for text in texts]
    commit = Commit("1", "2026-01-01", "A.", "S.")
    commits = [Revision(commit, [old], new) for old, new in pairwise(states)][::-1]
    now = Revision(None, [states[-1]], states[-1])
    return corrections_of([now, *commits], str.encode, since_first=True).found


def test_without_a_history_what_cannot_be_read_is_named() -> None:
    now = Revision(None, [], [(NAME, claims_file(WRONG, another(updates=[KEPT, OPEN])))])
    found = corrections_of([now], str.encode).found
    assert [(it.by is None, it.gap, it.lost) for it in found] == [
        (False, None, ()),
        (True, "errors", ("base-closes",)),
        (True, "no history", ()),
    ]
    chosen = corrections_of([now], str.encode, ["soldiers-leave"]).found
    assert [it.gap for it in chosen] == [None, "no history"]
    broken = Revision(None, [], [(NAME, "claims: [")])
    assert [it.gap for it in corrections_of([broken], str.encode).found] == ["errors", "no history"]
