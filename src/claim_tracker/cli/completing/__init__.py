"""Completion in shells: their scripts, the words on the line, and the words that data have."""
