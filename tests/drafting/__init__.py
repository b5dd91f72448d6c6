"""Drafts of claims, measured on annotated articles: `python -m tests.drafting.scoring`."""
