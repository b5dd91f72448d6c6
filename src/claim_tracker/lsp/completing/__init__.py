"""What may be written at the cursor: the half-written text around it, and what to offer there."""
