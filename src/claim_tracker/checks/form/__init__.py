"""The form of a document: what is valid of it by the model, and each fault of it in words."""
