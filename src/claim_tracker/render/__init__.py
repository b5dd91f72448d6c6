"""Reports and findings as people and programs read them."""
