"""From the rows of a table to claims, updates and sources."""
