"""Signs that a time in a sentence is no deadline; one module for each kind of sign."""
