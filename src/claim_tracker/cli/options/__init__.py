"""Options of commands: shared ones, those of fields and filters, and the types of values."""
