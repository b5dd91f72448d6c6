"""What the tool says today of good data and of slips in it, to compare every change with."""
