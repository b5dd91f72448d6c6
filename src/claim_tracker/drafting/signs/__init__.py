"""The signs by which a time in a sentence is no deadline, of one kind in each module."""
