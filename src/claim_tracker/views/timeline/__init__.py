"""The picture of `tracker timeline`: claims by topic on a time axis, one row a deadline."""

from claim_tracker.views.timeline.picture import timeline
from claim_tracker.views.timeline.signs import ASCII, UNICODE

__all__ = ["ASCII", "UNICODE", "timeline"]
