"""What a claim needs that no cell says: a source, and a day on which it was made."""

from collections import Counter

from claim_tracker.claims.model import Claim
from claim_tracker.dates import Period, Within, parse_period
from claim_tracker.tables.cell_dates import cell_date
from claim_tracker.tables.drafts import Drafted, Origin, kept


def complete(claim: Drafted, origin: Origin, counts: Counter[str]) -> None:
    """Give a claim a source and a date, and put its updates in order."""
    claim.updates.sort(key=lambda update: update.day.latest)
    if not claim.sources:
        claim.sources = [origin.source]
        claim.cites_table = True
        counts["claims that cite the table"] += 1
    if not claim.fields.get("stated"):
        _state(claim, origin, counts)
    claim.fields = kept(claim.fields, Claim)


def _state(claim: Drafted, origin: Origin, counts: Counter[str]) -> None:
    """Let the source say when a claim was stated, else the latest that it can have been."""
    due = claim.fields.get("due")
    limits = [update.day.latest for update in claim.updates]
    for text in filter(None, (due, *(update.fields.get("due") for update in claim.updates))):
        limit = cell_date(text)
        limits += [limit.latest] if isinstance(limit, Period) else []
    latest = min(limits, default=origin.day)
    first = claim.sources[0]
    published = dict(first.fields).get("published") if first != origin.source else None
    is_span = due is not None and isinstance(cell_date(due), Within)
    if published is not None and parse_period(published).earliest <= latest:
        return
    day = min(latest, origin.day)
    claim.open = True
    claim.fields["stated"] = f"../{day.isoformat()}"
    counts["stated at an unknown time"] += 1
    if is_span:
        counts["spans from an unknown time"] += 1
