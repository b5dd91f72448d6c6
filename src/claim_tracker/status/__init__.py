"""What is known of each claim as of a day."""

from claim_tracker.status.report import Report, Summary, report
from claim_tracker.status.state import ClaimState, Term, state_of

__all__ = ["ClaimState", "Report", "Summary", "Term", "report", "state_of"]
