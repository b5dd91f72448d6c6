"""Text from others, shown safely, and diagnostics."""
