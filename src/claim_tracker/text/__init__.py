"""Text from others, shown safely, and what is said about it."""
