"""A new project: the texts of its files, of editors and of what publishes it."""
