"""Reading a file again after each change, of which only what changed is read."""
