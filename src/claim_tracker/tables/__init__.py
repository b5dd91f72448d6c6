"""Tables of claims, as spreadsheets have them, read as claims of the format."""
