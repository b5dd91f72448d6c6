"""Who speaks: who is said to have said a sentence, and their names in full."""
