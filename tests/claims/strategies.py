"""Histories of claims: a kind, a deadline and updates, oldest first."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF, Kind
from claim_tracker.dates import Period, parse_period
from tests.builders import entry_of, update

STATED = date(2025, 8, 18)
PROGRESS = ("in-progress", "on-track", "off-track", "stalled")
as_of_days = st.dates(STATED, date(2028, 12, 31))
deadlines = st.one_of(
    as_of_days.map(date.isoformat),
    st.builds("{}-{:02}".format, st.integers(2026, 2028), st.integers(1, 12)),
    st.builds("{}-Q{}".format, st.integers(2026, 2028), st.integers(1, 4)),
    st.builds("within {} days".format, st.integers(1, 900)),
)
periods = st.one_of(
    st.builds("{}-{:02}".format, st.integers(2024, 2027), st.integers(1, 12)),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    st.builds("{}-H{}".format, st.integers(2024, 2027), st.integers(1, 2)),
).map(parse_period)


@dataclass(frozen=True)
class History:
    """A claim without its id and text: each update is a day and its fields."""

    kind: Kind
    due: str | None
    updates: tuple[tuple[date, dict[str, str]], ...]

    def until(self, last: date) -> "History":
        """The same claim as it stood in the file on a day."""
        return History(self.kind, self.due, tuple(u for u in self.updates if u[0] <= last))

    def without(self, field: str) -> "History":
        """The same claim, with a field left out of every update."""
        reduced = (
            (on, {k: v for k, v in fields.items() if k != field}) for on, fields in self.updates
        )
        return History(self.kind, self.due, tuple(reduced))

    def then(self, on: date, **fields: str) -> "History":
        """The same claim with one more update."""
        return History(self.kind, self.due, (*self.updates, (on, fields)))

    def state(self, on: date) -> ClaimState:
        """What is known on a day."""
        updates = [update(when.isoformat(), **fields) for when, fields in self.updates]
        found = state_of(entry_of({"kind": self.kind, "due": self.due}, updates), on)
        assert found is not None
        return found

    @property
    def last(self) -> date:
        """The day of the last update, or on which the claim was stated."""
        return self.updates[-1][0] if self.updates else STATED


@st.composite
def histories(draw: st.DrawFn) -> History:
    kind = draw(st.sampled_from(KINDS))
    days = sorted(draw(st.lists(as_of_days, max_size=5)))
    drawn = st.fixed_dictionaries(
        {},
        optional={
            "outcome": st.sampled_from(OUTCOMES_OF[kind]),
            "due": deadlines,
            "progress": st.sampled_from(PROGRESS),
            "review": as_of_days.map(date.isoformat),
            "quantity": st.integers(0, 5000).map("{{value: {}, unit: men}}".format),
        },
    )
    updates = []
    for on in days:
        fields = draw(drawn)
        if "outcome" in fields and draw(st.booleans()):
            back = timedelta(days=draw(st.integers(0, 200)))
            fields = {**fields, "happened": (on - back).isoformat()}
        updates.append((on, fields))
    return History(kind, draw(st.none() | deadlines), tuple(updates))


def days_of(period: Period) -> list[date]:
    """Every day of a period."""
    length = (period.latest - period.earliest).days
    return [period.earliest + timedelta(days=number) for number in range(length + 1)]
