"""The times that a text names: the days they come to, and which of them are deadlines."""
