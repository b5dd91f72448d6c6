"""What programs read: JSON, CSV, Markdown, SARIF and JUnit."""
