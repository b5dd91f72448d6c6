"""Drafts of claims from the text of an article, by rules that a person can read."""
