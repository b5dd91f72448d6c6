"""Reading a file again after each change: only what changed is read."""
