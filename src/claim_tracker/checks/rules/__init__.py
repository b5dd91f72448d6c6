"""The rules of valid data, and of what is worth a look."""
