"""What is shown of what the pointer is on, in Markdown and as text."""
