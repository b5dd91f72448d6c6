"""Claims with what they refer to: days, sources and deadlines."""

from datetime import UTC, date, datetime

import pytest

from claim_tracker.claims.model import ClaimsFile, Source
from claim_tracker.claims.tracker import Citation, TrackedFile, deadline, stated_period
from claim_tracker.dates import DateError, parse_deadline, parse_period
from tests.builders import entry_of, tracker_of, update
from tests.samples import REPORT, SOURCES, another, claim, claims_file


def file_in(zone: str) -> TrackedFile:
    source = Source(url="https://example.org/")
    return TrackedFile("a", ClaimsFile(version=1, timezone=zone, sources={"p": source}, claims=()))


@pytest.mark.parametrize(
    ("zone", "as_of", "day"),
    [
        ("Asia/Baghdad", datetime(2026, 11, 23, 22, 30, tzinfo=UTC), date(2026, 11, 24)),
        ("America/New_York", datetime(2026, 11, 23, 2, tzinfo=UTC), date(2026, 11, 22)),
        ("UTC", datetime(2026, 11, 23, 22, 30, tzinfo=UTC), date(2026, 11, 23)),
        ("Asia/Baghdad", date(2026, 11, 23), date(2026, 11, 23)),
        ("Asia/Baghdad", datetime(9999, 12, 31, 23, tzinfo=UTC), date(9999, 12, 31)),
        ("America/New_York", datetime(1, 1, 1, 1, tzinfo=UTC), date(1, 1, 1)),
    ],
)
def test_the_day_of_a_moment_is_that_of_the_zone(
    zone: str, as_of: date | datetime, day: date
) -> None:
    assert file_in(zone).day(as_of) == day


def test_a_source_is_cited_by_its_key_or_as_it_is() -> None:
    file = file_in("UTC")
    inline = Source(url="https://example.org/inline")
    assert file.cite("p") == Citation("p", file.content.sources["p"])
    assert file.cite(inline) == Citation(None, inline)
    with pytest.raises(KeyError):
        file.cite("q")


def test_a_tracker_has_the_claims_of_all_files_in_order() -> None:
    both = tracker_of(claims_file(claim()), claims_file(another()))
    assert len(both) == 2
    assert [(e.claim.id, e.file.name, e.line) for e in both] == [
        ("base-closes", "claims.yaml", 3),
        ("soldiers-leave", "2.yaml", 3),
    ]


def test_deadlines_count_from_the_claim_and_from_the_update() -> None:
    moved = [update("2025-09-10", due="within 10 days")]
    entry = entry_of({"due": "within a month", "stated": "2025-08/2025-09"}, moved)
    first, second = entry.due, entry.moved_due(entry.claim.updates[0])
    assert (first and first.text, second and second.text) == ("2025-09-01", "2025-09-20")


def test_without_a_deadline_there_is_none() -> None:
    entry = entry_of(updates=["date: 2025-09-10, note: So."])
    assert entry.due is None
    assert entry.moved_due(entry.claim.updates[0]) is None


def test_a_span_past_the_calendar_is_refused() -> None:
    with pytest.raises(DateError):
        deadline(parse_deadline("within 9000 years"), parse_period("2025-08-18"))


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"source": REPORT}, "2025-08-18"),
        ({"source": REPORT, "stated": "2025-08"}, "2025-08"),
    ],
)
def test_stated_defaults_to_the_day_the_source_was_published(
    fields: dict[str, str], stated: str
) -> None:
    entry = entry_of(fields)
    assert entry.stated.text == stated
    assert stated_period(entry.claim, None) == entry.claim.stated


def test_a_source_that_a_list_names_twice_is_one() -> None:
    printed = "{source: paper-1, at: page 1}"
    named = f"[{printed}, paper-1, {printed}, {REPORT}, {REPORT}]"
    (entry,) = tracker_of(claims_file(claim({"source": named}), head=SOURCES)).entries
    assert [(cited.key, cited.at) for cited in entry.citations()] == [
        *(("paper-1", "page 1"), ("paper-1", None), (None, None)),
    ]
