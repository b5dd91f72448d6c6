"""The picture of `tracker timeline`: claims by topic on a time axis, one row a deadline."""

from claim_tracker.render.timeline.picture import timeline
from claim_tracker.render.timeline.signs import ASCII, UNICODE

__all__ = ["ASCII", "UNICODE", "timeline"]
