"""What of a claim lies on a time axis: bars from a day to a day, one row a deadline."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from claim_tracker.claims.state import ClaimState, Term
from claim_tracker.claims.vocabulary import TONES, Tone

Meaning = Literal["stated", "due", "earlier", "moved", "past"] | Tone
"""The meaning of a bar: `due` is the deadline in force, `earlier` one that was moved, `moved`
the day on which the one of its row was set, and `past` the time after a deadline until it was
moved, until the outcome, or until now."""


class Bar(NamedTuple):
    """The days from `first` to `last`, both included, and what they mean."""

    meaning: Meaning
    first: date
    last: date


Bars = tuple[Bar, ...]
"""One row, in which a bar covers those before it."""


def bar_rows(state: ClaimState) -> tuple[Bars, ...]:
    """Return the rows of a claim, at least one: its deadlines as steps, the one in force last.

    Within a row what is short covers what is long, and single days cover both. When the claim
    was stated is in the first row, its outcome in the last one.
    """
    terms = state.terms
    rows = [list(_steps(state, terms, index)) for index in range(len(terms))] or [[]]
    stated = state.entry.stated
    rows[0] = _with_mark(rows[0], "stated", stated.earliest, stated.latest, stated.earliest)
    if state.outcome is not None and state.settled is not None:
        first = state.settled.earliest
        last = max(first, min(state.settled.latest, state.day))
        rows[-1] = _with_mark(rows[-1], TONES[state.outcome], first, last, last)
    return tuple(map(tuple, rows))


def extent(rows: Sequence[Bars]) -> tuple[date, date]:
    """Return the first and the last day of what there is to draw of a claim."""
    return (
        min(bar.first for row in rows for bar in row),
        max(bar.last for row in rows for bar in row),
    )


def _with_mark(row: list[Bar], meaning: Meaning, first: date, last: date, mark: date) -> list[Bar]:
    """Return the row with a period below its bars, and the one day that counts above them."""
    return [Bar(meaning, first, last), *row, Bar(meaning, mark, mark)]


def _steps(state: ClaimState, terms: Sequence[Term], index: int) -> Iterator[Bar]:
    """Yield the bars of one of the deadlines."""
    term, later = terms[index], terms[index + 1 : index + 2]
    yield from _past(state, term, later)
    if index:
        yield Bar("moved", term.set_on, term.set_on)
    yield Bar("earlier" if later else "due", term.due.earliest, term.due.latest)


def _past(state: ClaimState, term: Term, later: Sequence[Term]) -> Iterator[Bar]:
    ends = [each.set_on for each in later]
    if state.outcome is not None and state.settled is not None:
        ends.append(state.settled.earliest)
    elif state.claim.kind == "fact":
        return
    over, until = term.due.latest, min(ends, default=None)
    if until is None and over < state.day:
        yield Bar("past", over + timedelta(1), state.day)
    elif until is not None and (until - over).days > 1:
        yield Bar("past", over + timedelta(1), until - timedelta(1))
