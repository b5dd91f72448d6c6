"""What a line begins with."""


def indent_of(line: str) -> int:
    """How many spaces and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def is_content(line: str) -> bool:
    """Whether a line is no blank and no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")
