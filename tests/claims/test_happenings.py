"""What has happened to claims since a day."""

import pytest

from claim_tracker.claims.happenings import Happenings, happenings
from tests.builders import day, report_of, update
from tests.samples import claim

UPDATES = (
    update("2025-10-05", progress="stalled"),
    update("2025-10-20", due="2025-11-10"),
    update("2025-12-01", outcome="kept", happened="2025-12-01"),
    update("2025-12-05", outcome="open"),
)


def groups(since: str, as_of: str) -> dict[str, int]:
    found = happenings(
        report_of(as_of, claim({"due": "2025-10"}, UPDATES)).claims,
        day(since),
    )
    return {
        name: len(states) for name, states in zip(Happenings._fields[1:], found[1:], strict=True)
    }


@pytest.mark.parametrize(
    ("since", "as_of", "happened"),
    [
        ("2025-08-17", "2025-08-18", {"added"}),
        ("2025-08-17", "2025-12-24", {"added"}),
        ("2025-08-18", "2025-10-04", set()),
        ("2025-10-04", "2025-10-05", {"found"}),
        ("2025-10-05", "2025-10-20", {"moved"}),
        ("2025-11-10", "2025-11-11", {"passed"}),
        ("2025-11-11", "2025-11-30", set()),
        ("2025-10-04", "2025-11-11", {"found", "moved", "passed"}),
        ("2025-11-30", "2025-12-01", {"found"}),
        ("2025-12-01", "2025-12-05", {"found"}),
        ("2025-11-30", "2025-12-05", set()),
        ("2025-12-06", "2025-12-05", set()),
    ],
)
def test_each_thing_is_by_what_was_known_on_the_two_days(
    since: str, as_of: str, happened: set[str]
) -> None:
    assert {name for name, number in groups(since, as_of).items() if number} == happened


def test_the_ids_are_those_of_every_group() -> None:
    states = report_of("2025-11-11", claim({"due": "2025-10"}, UPDATES), claim({"id": "b"})).claims
    assert happenings(states, day("2025-10-04")).ids() == {"base-closes"}
    assert happenings(states, day("2025-08-01")).ids() == {"base-closes", "b"}
