"""How claims are counted: what each counts as, by what, and what is left unsaid."""

from dataclasses import dataclass
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.choices import By, ScoreOrder
from claim_tracker.claims.model import Source
from claim_tracker.claims.report import Report
from claim_tracker.claims.scorecard import CATEGORIES, Score, category, outlet, scorecard_of
from claim_tracker.claims.vocabulary import TIMED
from tests.builders import report_of, state, update
from tests.claims.strategies import History, as_of_days, histories
from tests.samples import claim

HEAD = "places: {port: {name: Port}, base: {name: Base}}\n"
BYS: tuple[By, ...] = get_args(By)
ORDERS: tuple[ScoreOrder, ...] = get_args(ScoreOrder)


@dataclass(frozen=True)
class ClaimFields:
    """A claim by somebody, about some places, with its history."""

    history: History
    fields: dict[str, str | None]

    def text(self, number: int) -> str:
        own = {"id": f"c{number}", "claim": f"Claim {number}.", "kind": self.history.kind}
        updates = [update(on.isoformat(), **fields) for on, fields in self.history.updates]
        return claim({**own, "due": self.history.due, **self.fields}, updates)


some_claims = st.lists(
    st.builds(
        ClaimFields,
        histories(),
        st.fixed_dictionaries(
            {
                "speaker": st.sampled_from(["A. Minister", "a.  minister", "B. General"]),
                "topic": st.sampled_from([None, "Bases", "Troops"]),
                "places": st.sampled_from([None, "[port]", "[port, base]"]),
                "tags": st.sampled_from([None, "[x]", "[y, x]"]),
            }
        ),
    ),
    max_size=6,
)
reports = st.builds(
    lambda claims, on: report_of(on, *(s.text(n) for n, s in enumerate(claims)), head=HEAD),
    some_claims,
    as_of_days,
)


def outcomes(*words: str, speaker: str = "A. Minister") -> list[str]:
    """Commitments due on 2025-09-30, each with one of these outcomes on the day after it."""
    day = "2025-10-01"
    return [
        claim(
            {"id": f"{speaker[0].lower()}{n}", "claim": f"{speaker} {n}.", "due": "2025-09-30"}
            | {"speaker": speaker},
            [] if word == "overdue" else [update(day, outcome=word, happened=day)],
        )
        for n, word in enumerate(words)
    ]


def names(report: Report, by: By = "speaker", order: ScoreOrder = "claims") -> list[str | None]:
    return [score.name for score in scorecard_of(report, by, order).scores]


def only(*claims: str, head: str = "") -> Score:
    """The total of some claims."""
    return scorecard_of(report_of("2027-01-01", *claims, head=head)).total


@pytest.mark.parametrize(
    ("kind", "due", "fields", "counts_as"),
    [
        ("commitment", "2026-01", {"outcome": "kept", "happened": "2026-01-31"}, "kept_on_time"),
        ("prediction", "2026-01", {"outcome": "came-true"}, "kept_untimed"),
        ("prediction", "2026-01", {"outcome": "came-true", "happened": "2026-02"}, "kept_late"),
        ("commitment", "2026-01", {"outcome": "kept", "happened": "2026"}, "kept_untimed"),
        ("commitment", None, {"outcome": "kept"}, "kept_untimed"),
        ("fact", None, {"outcome": "confirmed"}, "kept_untimed"),
        ("commitment", "2026-01", {"outcome": "partly-kept"}, "partly"),
        ("prediction", "2026-01", {"outcome": "partly-true"}, "partly"),
        ("fact", None, {"outcome": "partly-confirmed"}, "partly"),
        ("commitment", "2026-01", {"outcome": "broken"}, "broken"),
        ("prediction", "2026-01", {"outcome": "failed"}, "broken"),
        ("fact", None, {"outcome": "refuted"}, "broken"),
        ("commitment", "2026-01", {"outcome": "withdrawn"}, "unsettled"),
        ("prediction", None, {"outcome": "unverifiable"}, "unsettled"),
        ("fact", None, {"outcome": "disputed"}, "unsettled"),
        ("commitment", "2026-01", {"outcome": "open"}, "overdue"),
        ("commitment", "2027-01-01", {}, "open"),
        ("commitment", "2028", {"outcome": "open"}, "open"),
        ("prediction", None, {}, "open"),
        ("fact", None, {"outcome": "open"}, "stated"),
    ],
)
def test_what_a_claim_counts_as(
    kind: str, due: str | None, fields: dict[str, str], counts_as: str
) -> None:
    updates = [update("2026-12-01", **fields)] if fields else []
    assert category(state("2027-01-01", {"kind": kind, "due": due}, updates)) == counts_as


def test_an_outcome_is_timed_by_the_deadline_at_its_record() -> None:
    moved = [update("2025-09-01", due="2025-12"), update("2025-12-01", outcome="kept")]
    total = only(claim({"due": "2025-10"}, moved))
    assert (total.counts["kept_on_time"], total.moved, total.median_slip_days) == (1, 1, 61)


def test_nothing_that_was_learned_later_counts() -> None:
    claims = outcomes("kept")
    assert scorecard_of(report_of("2025-09-30", *claims)).total.counts["open"] == 1
    assert scorecard_of(report_of("2025-10-01", *claims)).total.counts["kept_late"] == 1


@given(reports, st.sampled_from(BYS))
def test_the_categories_add_up_to_the_claims(report: Report, by: By) -> None:
    card = scorecard_of(report, by)
    assert card.total.claims == len(report.claims)
    for score in (*card.scores, card.total):
        assert list(score.counts) == list(CATEGORIES)
        assert sum(score.counts.values()) == score.claims
        assert (score.median_days_late is None) == (score.counts["kept_late"] == 0)
        assert (score.median_slip_days is None) == (score.moved == 0)


@given(reports, st.sampled_from(BYS))
def test_every_claim_is_in_a_group_and_once_in_the_total(report: Report, by: By) -> None:
    card = scorecard_of(report, by)
    assert all(score.claims for score in card.scores)
    in_groups = sum(score.claims for score in card.scores)
    assert in_groups >= card.total.claims
    assert card.overlaps == (in_groups > card.total.claims)
    assert not card.overlaps or by in ("place", "tag")


@given(st.data(), reports, st.sampled_from(BYS), st.sampled_from(ORDERS))
def test_the_order_of_the_claims_has_no_effect(
    data: st.DataObject, report: Report, by: By, order: ScoreOrder
) -> None:
    card, other = (
        scorecard_of(report, by, order),
        report.of(data.draw(st.permutations(report.claims))),
    )
    again = scorecard_of(other, by, order)
    assert (again.scores, again.total) == (card.scores, card.total)


@given(reports)
def test_a_share_is_given_from_three_decided_claims_on(report: Report) -> None:
    total = scorecard_of(report).total
    words = [found.status for found in report.claims]
    kept = sum(word in TIMED or word == "confirmed" for word in words)
    undone = ("broken", "failed", "refuted")
    decided = kept + sum(word.startswith("partly-") or word in undone for word in words)
    assert (total.kept, total.decided) == (kept, decided)
    assert total.share_kept == (round(kept / decided, 4) if decided >= 3 else None)


def test_the_share_is_of_the_decided_only() -> None:
    undecided = ("overdue", "withdrawn", "disputed", "unverifiable", "open")
    assert only(*outcomes("kept", "broken", *undecided)).share_kept is None
    assert only(*outcomes("kept", "broken", "partly-kept", *undecided)).share_kept == 0.3333


@pytest.mark.parametrize(
    ("days", "middle"),
    [((1,), 1), ((1, 4), 2.5), ((1, 3), 2), ((9, 1, 2), 2)],
)
def test_the_median_days_late_is_over_what_was_kept_late(
    days: tuple[int, ...], middle: float
) -> None:
    late = [
        claim(
            {"id": f"late-{n}", "claim": f"Late {n}.", "due": "2025-08-31"},
            [update(f"2025-09-{days_late:02}", outcome="kept", happened=f"2025-09-{days_late:02}")],
        )
        for n, days_late in enumerate(days)
    ]
    found = only(*late, *outcomes("overdue")).median_days_late
    assert (found, type(found)) == (middle, type(middle))


def test_the_median_slip_of_moved_deadlines_may_be_negative() -> None:
    def due(claim_id: str, *moves: str) -> str:
        updates = [update(f"2025-09-0{n}", due=move) for n, move in enumerate(moves, 1)]
        return claim({"id": claim_id, "claim": f"{claim_id}.", "due": "2026-01-10"}, updates)

    total = only(due("a"), due("b", "2026-01-08"), due("c", "2026-02", "2026-01-09"))
    assert (total.moved, total.median_slip_days) == (2, -1.5)
    assert only(due("a"), due("b", "2026-01-20", "2026-01-10")).median_slip_days == 0


@pytest.mark.parametrize(
    ("publisher", "url", "name"),
    [
        ("A Paper", "https://www.example.org/1", "A Paper"),
        (None, "https://www.example.org/1?a=b", "example.org"),
        (None, "HTTPS://News.Example.ORG:8080/", "news.example.org"),
        (None, "https://[2001:db8::1]/", "[2001:db8::1]"),
    ],
)
def test_a_source_is_its_publisher_or_else_its_host(
    publisher: str | None, url: str, name: str
) -> None:
    assert outlet(Source(url=url, publisher=publisher)) == name


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("speaker", ["A. Minister"]),
        ("source", ["example.org"]),
        ("topic", ["Bases", None]),
        ("kind", ["commitment"]),
        ("place", ["Base", "Port", None]),
        ("tag", ["x", None]),
    ],
)
def test_claims_are_counted_by_one_of_their_fields(by: By, groups: list[str | None]) -> None:
    fields = {"topic": "Bases", "places": "[port, base]", "tags": "[x]"}
    report = report_of(
        "2027-01-01",
        claim({"id": "c1", "claim": "One."}),
        claim({"id": "c2", "claim": "Two."}),
        claim(fields),
        head=HEAD,
    )
    assert names(report, by) == groups


@pytest.mark.parametrize(
    ("own", "other", "names"),
    [
        ("region: Ohio", "region: Illinois", ["S, Illinois", "S, Ohio"]),
        ("region: Ohio, country: US", "country: CA", ["S, CA", "S, Ohio, US"]),
        ("country: US", "", ["S"]),
        ("region: Ohio", "region: OHIO, country: US", ["S"]),
    ],
)
def test_places_of_one_name_that_lie_apart_are_named_with_where_they_are(
    own: str, other: str, names: list[str]
) -> None:
    head = f"places: {{a: {{name: S, {own}}}, b: {{name: s, {other}}}, c: {{name: T}}}}\n"
    report = report_of("2027-01-01", claim({"places": "[a, b, c]"}), head=head)
    found = scorecard_of(report, "place", "name").scores
    assert [(it.name or "").upper() for it in found] == [it.upper() for it in (*names, "T")]


def test_a_place_counts_under_its_name_and_a_claim_there_once() -> None:
    head = "places: {here: {name: Port}, there: {name: port}}\n"
    report = report_of("2027-01-01", claim({"places": "[here, there]"}), head=head)
    card = scorecard_of(report, "place")
    assert [(score.name, score.claims) for score in card.scores] == [("Port", 1)]
    assert not card.overlaps


def test_spellings_of_a_name_are_grouped_under_the_most_frequent() -> None:
    spelt = ["a. minister", "A. Minister", "A.  MINISTER", "a. minister"]
    claims = [
        claim({"id": f"c{n}", "claim": f"{n}.", "speaker": name}) for n, name in enumerate(spelt)
    ]
    assert names(report_of("2027-01-01", *claims)) == ["a. minister"]
    assert names(report_of("2027-01-01", *claims[:2])) == ["A. Minister"]


@pytest.mark.parametrize(
    ("by", "field", "written"),
    [
        ("speaker", "speaker", "{}"),
        ("topic", "topic", "{}"),
        ("tag", "tags", "[{}]"),
        ("source", "source", "{{publisher: {}, url: https://example.org/, published: 2025}}"),
    ],
)
def test_accents_and_spaces_make_no_other_group(by: By, field: str, written: str) -> None:
    spelt = ["Café Union", "Cafe\u0301 union", "CafeUnion", "Café Union", "Tea Union"]
    messages = [
        claim({"id": f"c{n}", "claim": f"{n}.", field: written.format(name)})
        for n, name in enumerate(spelt)
    ]
    card = scorecard_of(report_of("2027-01-01", *messages), by)
    assert [(score.name, score.claims) for score in card.scores] == [
        ("Café Union", 4),
        ("Tea Union", 1),
    ]


def test_speakers_with_different_accents_are_not_counted_as_one() -> None:
    messages = [
        claim({"id": f"c{n}", "claim": f"{n}.", "speaker": name})
        for n, name in enumerate(["Hà", "Hạ", "HÀ"])
    ]
    card = scorecard_of(report_of("2027-01-01", *messages))
    assert [(score.name, score.claims) for score in card.scores] == [("HÀ", 2), ("Hạ", 1)]


@pytest.mark.parametrize(
    ("order", "first_to_last"),
    [
        ("claims", ["C", "A", "B", "D"]),
        ("kept", ["B", "A", "C", "D"]),
        ("overdue", ["C", "D", "A", "B"]),
        ("name", ["A", "B", "C", "D"]),
    ],
)
def test_groups_can_be_put_in_order(order: ScoreOrder, first_to_last: list[str]) -> None:
    report = report_of(
        "2027-01-01",
        *outcomes("kept", "kept", "broken", speaker="A"),
        *outcomes("kept", "kept", "kept", speaker="B"),
        *outcomes("broken", "broken", "broken", "overdue", "overdue", speaker="C"),
        *outcomes("kept", "overdue", speaker="D"),
    )
    assert names(report, order=order) == first_to_last


@given(reports, st.sampled_from(BYS), st.sampled_from(ORDERS))
def test_claims_without_a_value_are_last_in_any_order(
    report: Report, by: By, order: ScoreOrder
) -> None:
    assert None not in names(report, by, order)[:-1]
