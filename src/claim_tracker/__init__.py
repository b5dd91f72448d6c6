"""Keep track of what was claimed in the news, and of what became of it."""

__version__ = "0.1.0"
