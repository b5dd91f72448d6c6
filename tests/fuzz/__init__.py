"""Fuzzing what reads what others wrote: `python -m tests.fuzz`."""
