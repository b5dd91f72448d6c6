"""The report of a tracker: which claims existed, on which day, and the sums."""

from datetime import UTC, date, datetime

import pytest

from claim_tracker import load, report
from claim_tracker.claims.report import Report, Summary
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Tracker
from tests.builders import DATA, day, report_of, tracker_of, update
from tests.samples import another, claim, claims_file

BAGHDAD, NEW_YORK = (f"timezone: {zone}\n" for zone in ("Asia/Baghdad", "America/New_York"))


def real_data(as_of: str) -> Report:
    loaded = load(DATA, today=day("2026-11-23"))
    assert loaded.tracker is not None
    return report(loaded.tracker, day(as_of))


def real_claim(as_of: str, claim_id: str) -> ClaimState:
    return next(found for found in real_data(as_of).claims if found.claim.id == claim_id)


def test_a_claim_is_not_in_the_report_before_it_was_stated() -> None:
    claims = (claim({"stated": "2025-08-20"}), another())
    assert [found.claim.id for found in report_of("2025-08-19", *claims).claims] == [
        "soldiers-leave"
    ]
    assert len(report_of("2025-08-20", *claims).claims) == 2


def test_a_related_claim_is_named_once_it_was_stated() -> None:
    claims = (claim({"related": "[soldiers-leave]"}), another({"stated": "2025-09-01"}))
    assert report_of("2025-08-31", *claims).claims[0].related == ()
    assert report_of("2025-09-01", *claims).claims[0].related == ("soldiers-leave",)


def test_a_report_without_claims_has_sums_of_nothing() -> None:
    empty = report_of("2025-08-17", claim())
    assert (empty.claims, empty.as_of) == ((), date(2025, 8, 17))
    assert empty.summary == Summary(0, 0, 0, 0, {}, {})


def test_sums_count_deadlines_by_clock_and_statuses_by_urgency() -> None:
    numbers = iter(range(10))

    def numbered(due: str | None, *updates: str, kind: str = "commitment") -> str:
        number = next(numbers)
        fields = {"id": f"c-{number}", "claim": f"Claim {number}.", "due": due, "kind": kind}
        return claim(fields, updates)

    found = report_of(
        "2026-02-01",
        numbered("2026-01", update("2026-01-20", outcome="kept")),
        numbered("2026-06", update("2026-01-20", outcome="kept")),
        numbered(
            "2026-01", update("2026-01-20", outcome="kept"), update("2026-01-21", outcome="open")
        ),
        numbered("2026-01"),
        numbered("2026-02"),
        numbered("2026-03"),
        numbered(None),
        numbered("2025-12", kind="fact"),
    ).summary
    assert found == Summary(
        claims=8,
        with_deadline=7,
        deadlines_passed=4,
        passed_without_outcome=3,
        by_status={"overdue": 2, "due": 1, "upcoming": 1, "undated": 1, "stated": 1, "kept": 2},
        by_progress={},
    )
    assert list(found.by_status) == ["overdue", "due", "upcoming", "undated", "stated", "kept"]


@pytest.mark.parametrize(
    ("head", "as_of", "day"),
    [
        (BAGHDAD, datetime(2026, 11, 23, 20, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
        (BAGHDAD, datetime(2026, 11, 23, 21, 0, tzinfo=UTC), date(2026, 11, 24)),
        (BAGHDAD, datetime(2026, 11, 23, 22, 30, tzinfo=UTC), date(2026, 11, 24)),
        (NEW_YORK, datetime(2026, 11, 24, 4, 59, tzinfo=UTC), date(2026, 11, 23)),
        (NEW_YORK, datetime(2026, 7, 24, 4, 0, tzinfo=UTC), date(2026, 7, 24)),
        ("", datetime(2026, 11, 23, 22, 30, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_today_is_the_date_in_the_time_zone_of_the_file(
    head: str, as_of: datetime, day: date
) -> None:
    found = report_of(as_of, claim(), head=head)
    assert (found.as_of, found.claims[0].day) == (day, day)


def test_two_files_in_two_zones_each_have_their_own_day() -> None:
    due = {"due": "2026-11-23"}
    files = [claims_file(claim(due), head=BAGHDAD), claims_file(another(due), head=NEW_YORK)]
    as_of = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    one, other = (report(tracker_of(*texts), as_of) for texts in (files, files[::-1]))
    assert [state.status for state in one.claims] == ["overdue", "due"]
    assert [state.status for state in other.claims] == ["due", "overdue"]
    assert one.files == ("claims.yaml", "2.yaml")
    assert one.as_of == other.as_of == date(2026, 11, 24)


def test_a_day_is_the_same_in_every_zone() -> None:
    assert report_of("2026-11-23", claim(), head=BAGHDAD).claims[0].day == date(2026, 11, 23)


def test_the_day_of_a_report_without_files_is_that_of_the_moment() -> None:
    nothing = Tracker((), ())
    assert report(nothing, datetime(2026, 11, 23, 22, 30, tzinfo=UTC)).as_of == date(2026, 11, 23)
    assert report(nothing, date(2026, 11, 23)).as_of == date(2026, 11, 23)


def test_without_a_day_the_report_is_of_the_present() -> None:
    before = datetime.now(UTC).date()
    assert before <= report(Tracker((), ())).as_of <= datetime.now(UTC).date()


def test_a_report_of_other_claims_has_its_day_and_their_sums() -> None:
    whole = report_of("2026-02-01", claim({"due": "2026-01"}), another())
    part = whole.of([whole.claims[1]])
    assert (part.as_of, part.files, part.summary.claims) == (whole.as_of, whole.files, 1)
    assert part.summary.with_deadline == 0


class TestRealData:
    def test_the_complete_withdrawal_is_overdue(self) -> None:
        found = real_claim("2026-11-23", "complete-withdrawal")
        assert (found.status, found.days_left) == ("overdue", -54)

    def test_the_mission_ended_late(self) -> None:
        found = real_claim("2026-11-23", "mission-ends")
        assert found.status == "kept"
        assert found.timing == ("late", 110)

    @pytest.mark.parametrize(
        ("as_of", "status", "days_left"),
        [
            ("2025-09-15", "due", 15),
            ("2025-12-01", "overdue", -62),
            ("2026-01-17", "overdue", -109),
        ],
    )
    def test_earlier_the_end_of_the_mission_was_open(
        self, as_of: str, status: str, days_left: int
    ) -> None:
        found = real_claim(as_of, "mission-ends")
        assert (found.status, found.days_left) == (status, days_left)

    def test_there_is_no_claim_before_the_article(self) -> None:
        assert real_data("2025-08-17").claims == ()
        assert len(real_data("2025-08-18").claims) == 13
