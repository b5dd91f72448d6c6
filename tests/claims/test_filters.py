"""Choosing claims of a report, and putting them in order."""

import pytest

from claim_tracker.claims.choices import Order
from claim_tracker.claims.filters import Selection, Unmatched, by_topic, ordered, unmatched
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.tracker import Tracker
from claim_tracker.dates import parse_period, parse_within
from tests.builders import day, tracker_of, update
from tests.samples import claim, claims_file

HEAD = """\
sources:
  paper:
    title: Troops Leave
    publisher: The Paper
    url: https://example.org/paper
    published: 2025-08-18
places:
  harbour: {name: Harbour Base}
  ain: {name: Ain al-Asad, region: Anbar, country: IQ}
"""
CLAIMS = claims_file(
    claim(
        {"id": "kept-late", "claim": "A is done.", "due": "2025-09", "topic": "First phase"},
        [update("2025-11-01", outcome="kept", note="Gone for good.")],
    ),
    claim({"id": "long-overdue", "claim": "B is done.", "due": "2025-10", "places": "[harbour]"}),
    claim({"id": "overdue", "claim": "C is done.", "due": "2025-11-30", "tags": "[Troops, x]"}),
    claim({"id": "due", "claim": "D is done.", "due": "2025-12", "kind": "prediction"}),
    claim({"id": "upcoming", "claim": "E is done.", "due": "2026-03", "speaker": "B. General"}),
    claim({"id": "undated", "claim": "F is  done.", "role": "minister", "via": "Al Jazeera"}),
    claim({"id": "fact", "claim": "G is so.", "kind": "fact", "source": "paper"}),
    claim(
        {"id": "reopened", "claim": "H is done.", "stated": "2025-08", "places": "[ain]"},
        [update("2025-09-01", outcome="broken"), update("2025-09-02", outcome="open")],
    ),
    head=HEAD,
)
ALL = "kept-late long-overdue overdue due upcoming undated fact reopened"


@pytest.fixture(scope="module")
def tracked() -> Tracker:
    return tracker_of(CLAIMS)


@pytest.fixture(scope="module")
def found(tracked: Tracker) -> Report:
    return report(tracked, day("2025-12-01"))


def chosen(found: Report, selection: Selection) -> str:
    return " ".join(state.claim.id for state in found.claims if selection.chooses(state))


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), ALL),
        (Selection(ids=("due",)), "due"),
        (Selection(ids=("DUE",)), "due"),
        (Selection(ids=("*due",)), "long-overdue overdue due"),
        (Selection(ids=("?ue", "fact")), "due fact"),
        (Selection(ids=("[du]ue",)), "due"),
        (Selection(status=("overdue",)), "long-overdue overdue"),
        (Selection(status=("kept", "stated")), "kept-late fact"),
        (Selection(status=("overdue",), ids=("o*",)), "overdue"),
        (Selection(kind=("fact", "prediction")), "due fact"),
        (Selection(topic=("first PHASE",)), "kept-late"),
        (Selection(topic=("*",)), "kept-late"),
        (Selection(speaker=("b. general",)), "upcoming"),
        (Selection(place=("harbour",)), "long-overdue"),
        (Selection(place=("Harbour Base", "ain*")), "long-overdue reopened"),
        (Selection(tag=("troops",)), "overdue"),
        (Selection(tag=("troops",), kind=("fact",)), ""),
        (Selection(search=("f is done",)), "undated"),
        (Selection(search=("gone  FOR",)), "kept-late"),
        (Selection(search=("troops",)), "overdue fact"),
        (Selection(search=("harbour base",)), "long-overdue"),
        (Selection(search=("al jazeera", "the paper")), "undated fact"),
        (Selection(search=("example.org/paper",)), "fact"),
        (Selection(search=("minister",), tag=("x",)), "overdue"),
        (Selection(search=("*",)), ""),
        (Selection(search=("broken",)), "reopened"),
        (Selection(search=("prediction", "upcoming")), "due upcoming"),
        (Selection(search=("anbar",)), "reopened"),
        (Selection(search=("paper",)), "fact"),
        (Selection(passed=True), "kept-late long-overdue overdue"),
        (Selection(passed=False), "due upcoming undated fact reopened"),
    ],
)
def test_values_of_one_field_mean_or_and_fields_mean_and(
    found: Report, selection: Selection, ids: str
) -> None:
    assert chosen(found, selection) == ids


@pytest.mark.parametrize("word", ["caf\u00e9", "CAFE\u0301"])
def test_texts_are_compared_whatever_their_unicode_composition(word: str) -> None:
    topics = claims_file(claim({"topic": "Cafe\u0301"}), claim({"id": "b", "claim": "B."}))
    found = report(tracker_of(topics), day("2025-12-01"))
    assert chosen(found, Selection(topic=(word,))) == "base-closes"
    assert chosen(found, Selection(search=(word,))) == "base-closes"


NAMES = claims_file(
    claim({"id": "a", "claim": "A.", "speaker": "Zoë  Müller", "topic": "Café Union"}),
    claim({"id": "b", "claim": "B.", "speaker": "Zoe Muller", "topic": "cafe union"}),
    claim({"id": "c", "claim": "C.", "speaker": "علي حسيني", "topic": "CafeUnion"}),
    claim({"id": "d", "claim": "D.", "speaker": "Hà", "topic": "cafe union"}),
    claim({"id": "e", "claim": "E, ٢٠٢٦.", "speaker": "Hạ", "tags": "[Hospital]"}),
    claim({"id": "f", "claim": "F, ۲۰۲۶.", "tags": "[hospital]"}),
)


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(speaker=("zoe MULLER",)), "a b"),
        (Selection(speaker=("Zoë Müller",)), "a b"),
        (Selection(speaker=("zoe*",)), "a b"),
        (Selection(speaker=("ZOË M?LLER",)), "a b"),
        (Selection(speaker=("علی حسینی",)), "c"),
        (Selection(speaker=("ha",)), "d e"),
        (Selection(speaker=("Hà",)), "d"),
        (Selection(topic=("Cafe\u0301 Union",)), "a b c d"),
        (Selection(tag=("HOSPITAL",)), "e f"),
        (Selection(search=("2026",)), "e f"),
        (Selection(search=("۲۰۲۶",)), "e f"),
        (Selection(search=("حـسيني",)), "c"),
        (Selection(search=("muller",)), "a b"),
        (Selection(search=("zoe\u0308 MÜLLER",)), "a b"),
    ],
)
def test_a_name_is_chosen_in_each_of_its_spellings(selection: Selection, ids: str) -> None:
    found = report(tracker_of(NAMES), day("2025-12-01"))
    assert chosen(found, selection) == ids
    assert unmatched(selection, tracker_of(NAMES)) == []


def test_a_topic_in_several_spellings_is_one_heading() -> None:
    groups = by_topic(report(tracker_of(NAMES), day("2025-12-01")).claims)
    assert [(heading, len(states)) for heading, states in groups] == [
        ("cafe union", 4),
        (None, 2),
    ]


def test_a_topic_is_a_heading_in_the_composition_that_it_has() -> None:
    states = report(tracker_of(claims_file(claim({"topic": "Cafe\u0301"}))), day("2026-01-01"))
    assert [heading for heading, _ in by_topic(states.claims)] == ["Cafe\u0301"]


@pytest.mark.parametrize(
    ("before", "ids"),
    [
        ("2025-10-01", "kept-late"),
        ("2025-09-30", ""),
        ("2025-11", "kept-late long-overdue"),
        ("2026", "kept-late long-overdue overdue due"),
    ],
)
def test_due_before_chooses_deadlines_over_before_it_begins(
    found: Report, before: str, ids: str
) -> None:
    assert chosen(found, Selection(due_before=parse_period(before))) == ids


@pytest.mark.parametrize(
    ("within", "ids"),
    [
        ("within 0 days", ""),
        ("within 29 days", ""),
        ("within 30 days", "due"),
        ("within four months", "due upcoming"),
        ("within 3 months", "due"),
        ("within 999999 years", "due upcoming"),
        ("within 999999 weeks", "due upcoming"),
    ],
)
def test_due_within_chooses_deadlines_from_now_to_then(
    found: Report, within: str, ids: str
) -> None:
    span = parse_within(within)
    assert span is not None
    assert chosen(found, Selection(due_within=span)) == ids
    both = Selection(due_within=span, due_before=parse_period("2026"))
    assert chosen(found, both) == ids.removesuffix("upcoming").strip()


def test_a_deadline_that_ends_today_is_due_within_no_days(tracked: Tracker) -> None:
    on_the_day = report(tracked, day("2025-11-30"))
    assert chosen(on_the_day, Selection(due_within=parse_within("within 0 days"))) == "overdue"


def test_what_is_learned_later_is_not_found(tracked: Tracker) -> None:
    earlier = report(tracked, day("2025-10-31"))
    assert chosen(earlier, Selection(search=("gone for good",))) == ""
    assert chosen(earlier, Selection(search=("example.org/news",))) == "reopened"


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("urgency", "long-overdue overdue due upcoming reopened undated fact kept-late"),
        ("due", "kept-late long-overdue overdue due upcoming fact reopened undated"),
        ("status", "long-overdue overdue due upcoming reopened undated fact kept-late"),
        ("id", "due fact kept-late long-overdue overdue reopened undated upcoming"),
        ("stated", "reopened due fact kept-late long-overdue overdue undated upcoming"),
    ],
)
def test_claims_are_ordered(found: Report, order: Order, ids: str) -> None:
    for states in (found.claims, tuple(reversed(found.claims))):
        assert " ".join(state.claim.id for state in ordered(states, order)) == ids


def test_each_order_sorts_outcomes_by_deadline_or_by_word() -> None:
    def settled(name: str, due: str, outcome: str) -> str:
        updates = [update("2025-09-01", outcome=outcome)]
        return claim({"id": name, "claim": f"{name}.", "due": due}, updates)

    claims = (settled("a", "2025-11", "kept"), settled("b", "2025-10", "broken"))
    states = report(tracker_of(claims_file(*claims)), day("2025-12-01")).claims
    assert [state.claim.id for state in ordered(states, "urgency")] == ["b", "a"]
    assert [state.claim.id for state in ordered(states, "status")] == ["a", "b"]


@pytest.mark.parametrize(
    ("selection", "missing"),
    [
        (Selection(), []),
        (Selection(ids=("DUE", "over*"), tag=("x",), place=("ain", "Ain al-Asad")), []),
        (Selection(ids=("overdeu",)), [Unmatched("ids", "overdeu", "overdue")]),
        (Selection(ids=("x*", "due")), [Unmatched("ids", "x*", None)]),
        (Selection(ids=("due*", "DUE", "due", "none")), [Unmatched("ids", "none", None)]),
        (Selection(topic=("frist phase",)), [Unmatched("topic", "frist phase", "First phase")]),
        (
            Selection(tag=("trops",), place=("harbor",)),
            [Unmatched("place", "harbor", "harbour"), Unmatched("tag", "trops", "Troops")],
        ),
        (Selection(search=("nowhere",), status=("disputed",)), []),
    ],
)
def test_a_word_that_no_claim_has_is_reported_with_the_nearest(
    tracked: Tracker, selection: Selection, missing: list[Unmatched]
) -> None:
    assert unmatched(selection, tracked) == missing


def test_a_part_of_a_name_is_near_whatever_its_accents() -> None:
    tracked = tracker_of(claims_file(claim({"speaker": "Alfonso Cuarón"})))
    near = [Unmatched("speaker", "cuaron", "Alfonso Cuarón")]
    assert unmatched(Selection(speaker=("cuaron",)), tracked) == near


def test_a_word_of_a_claim_that_is_not_stated_yet_is_no_slip(tracked: Tracker) -> None:
    assert report(tracked, day("2020-01-01")).claims == ()
    assert unmatched(Selection(ids=("due",)), tracked) == []
