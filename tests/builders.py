"""Claims, trackers and reports for tests of what is known on a day, and of how it is shown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from claim_tracker.claims.model import Claim, ClaimsFile, Place, Publisher, Quantity, Source, Update
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.tracker import Entry, Moment, TrackedFile, Tracker
from claim_tracker.dates import parse_deadline, parse_period
from claim_tracker.render.terminal.layout import cell_len
from tests.samples import NEWS, check, claim, claims_file

DATA = Path(__file__).parents[1] / "data" / "claims.yaml"
LATER = date(2100, 1, 1)
Fields = Mapping[str, str | None]


def day(text: str) -> date:
    """`2026-11-23` as a date."""
    return date.fromisoformat(text)


def update(on: str, **fields: str) -> str:
    """The inside of an update, with a source."""
    return ", ".join(f"{name}: {value}" for name, value in {"date": on, **fields}.items()) + (
        f", source: {NEWS}"
    )


def tracker_of(*texts: str) -> Tracker:
    """The claims of some files, which have to be valid."""
    examined = check(*texts, today=LATER)
    assert examined.tracker is not None, examined.findings
    return examined.tracker


def entry_of(fields: Fields | None = None, updates: Sequence[str] = (), head: str = "") -> Entry:
    """A claim, stated on 2025-08-18 unless it says otherwise."""
    return tracker_of(claims_file(claim(fields, updates), head=head)).entries[0]


def state(
    on: str, fields: Fields | None = None, updates: Sequence[str] = (), head: str = ""
) -> ClaimState:
    """What is known of a claim on a day by which it has been stated."""
    found = state_of(entry_of(fields, updates, head), day(on))
    assert found is not None
    return found


def report_of(as_of: Moment | str, *claims: str, head: str = "") -> Report:
    """The report of one file as of a day."""
    known_on = day(as_of) if isinstance(as_of, str) else as_of
    return report(tracker_of(claims_file(*claims, head=head)), known_on)


def noted(text: str) -> Update:
    """An update that says nothing but a note, unchecked."""
    return Update(date=parse_period("2025-09-01"), note=text)


def hostile(text: str, due: str | None = None, updates: Sequence[Update] = ()) -> Report:
    """The report of a claim that has one text everywhere, unchecked."""
    source = Source(url="https://example.org/", title=text, publisher=text)
    made = Claim(
        id="c",
        claim=text,
        kind="fact",
        topic=text,
        speaker=text,
        role=text,
        tags=(text,),
        places=(text,),
        due=parse_deadline(due) if due is not None else None,
        quantity=Quantity(value=-5, unit=text),
        source=source,
        updates=tuple(updates),
    )
    publisher = Publisher(name=text, url="https://news.example/claims")
    content = ClaimsFile(
        version=1,
        publisher=publisher,
        places={made.places[0]: Place(name=text)},
        claims=(made,),
    )
    entry = Entry(made, TrackedFile(text, content), 1, parse_period("2025-08-18"))
    return report(Tracker((entry.file,), (entry,)), day("2025-12-01"))


def widest(lines: Iterator[str] | Sequence[str]) -> int:
    """The width of the longest line, in terminal cells."""
    return max((cell_len(line) for line in lines), default=0)
