"""Two states of claims for tests, and what changed between them."""

from collections.abc import Sequence

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.compare import Change, ClaimChange, Comparison, Rewriting, compare
from claim_tracker.yaml import read
from tests.builders import Fields
from tests.samples import NAME, claim, claims_file


def state(*claims: str, head: str = "") -> Readable:
    """The claims of one file."""
    return readable([read(NAME, claims_file(*claims, head=head).encode())])


def between(old: Sequence[str], new: Sequence[str]) -> Comparison:
    """What changed from the claims of one file to those of another."""
    return compare(state(*old), state(*new))


def fates(comparison: Comparison) -> list[tuple[str, str]]:
    """The id of each claim that changed, and what became of it."""
    return [(change.id, change.fate) for change in comparison.claims]


def change_of(
    old: Fields | None = None,
    new: Fields | None = None,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> ClaimChange | None:
    """What changed for one claim, by its fields and its updates; None for nothing."""
    found = between([claim(old, before)], [claim(new, after)]).claims
    assert len(found) <= 1
    return found[0] if found else None


def updated(before: Sequence[str], after: Sequence[str]) -> tuple[Change | Rewriting, ...]:
    """What changed for a claim by its updates."""
    change = change_of(before=before, after=after)
    return change.changes if change is not None else ()
