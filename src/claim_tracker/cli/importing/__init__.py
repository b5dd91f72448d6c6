"""Import of tables: how they are read with progress and questions, and how claims are written."""
