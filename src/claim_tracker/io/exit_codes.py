"""The exit statuses of `tracker`."""

DONE = 0
FOUND = 1
"""The data is invalid, or what `--fail-on` names was found."""
CANNOT = 2
"""The command could not do its work: usage, no such file, not readable."""
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports of programs that Ctrl-C, or a closed pipe, has ended."""
