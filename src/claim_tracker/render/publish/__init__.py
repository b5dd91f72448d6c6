"""Reports in forms that others read: one file a format, each a function from a report to text."""

FEED_LIMIT = 100
"""The most entries of a feed, unless a number of them is given."""
