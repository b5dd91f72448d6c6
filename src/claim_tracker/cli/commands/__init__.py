"""One file a command, each of which names its options, makes a call and shows a view."""
