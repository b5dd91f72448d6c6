"""Changes to files of claims: additions, fixes and the drafts that a person agrees to."""
