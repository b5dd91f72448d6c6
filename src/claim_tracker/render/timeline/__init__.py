"""The picture of `tracker timeline`: claims by topic on a time axis, one row a deadline."""

from claim_tracker.render.timeline.chart import ASCII, UNICODE
from claim_tracker.render.timeline.picture import timeline

__all__ = ["ASCII", "UNICODE", "timeline"]
