"""What the columns of a table are, and what their dates and words mean."""
