"""What this tool has written itself, read back: claims files, and the rows of `status --format`."""
