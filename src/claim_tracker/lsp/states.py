"""The claims of a file as of today, as far as they can be read."""

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.readable import entry_at
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.lsp.snapshot import View


def state_at(file: CheckedFile, index: int) -> ClaimState | None:
    """Return the state of the claim at an index in a file.

    None of one that cannot be read whole, or that has not been stated yet.
    """
    entry = entry_at(file, index)
    return state_of(entry, file.today) if entry is not None else None


def with_errors(view: View) -> frozenset[str]:
    """Return the ids of the claims of a file in which an error was found."""
    return frozenset(
        finding.claim
        for finding in view.findings
        if finding.claim is not None and finding.severity == "error"
    )
