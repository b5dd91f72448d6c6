"""What an editor can ask: one file a feature, each a function of a file and a request."""
