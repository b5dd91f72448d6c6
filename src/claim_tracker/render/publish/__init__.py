"""Reports in forms that others read: one file a format, and what its pages are made of."""

FEED_LIMIT = 100
"""The most entries of a feed, unless a number of them is given."""
