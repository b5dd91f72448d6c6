"""The command line: options in, a call, a view out."""
