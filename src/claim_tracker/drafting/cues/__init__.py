"""By what a sentence promises, plans or foresees something, and which of these it does."""
