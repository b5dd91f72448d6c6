"""Claims files in git: what a revision has of them, and what became of each."""
