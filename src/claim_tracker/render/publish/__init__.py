"""Reports in forms that others read: one file a format, each a function from a report to text."""
