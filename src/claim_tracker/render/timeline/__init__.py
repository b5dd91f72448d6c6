"""The picture of `tracker timeline`: claims by topic on a time axis, one row a deadline."""

from claim_tracker.render.timeline.picture import timeline

__all__ = ["timeline"]
