"""Pages: the templates, and beside each what it shows, as texts that it only arranges."""
