"""Completion in shells: their scripts, and the words on the line."""
