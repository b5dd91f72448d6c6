"""Claims on a time axis, as a terminal and pages show them: the days, and a row a deadline."""
