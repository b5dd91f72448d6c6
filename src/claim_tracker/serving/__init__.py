"""The site of the claims on this machine while one edits: made anew when a file changes."""
