"""From what is received, a page or a text, to the article in it: its text and its source."""
