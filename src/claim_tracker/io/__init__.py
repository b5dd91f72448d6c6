"""Files, signals and exit statuses: where the tool meets the operating system."""
