"""The lines of a YAML text, and the signs by which they are told from each other."""

import re
from collections.abc import Sequence

QUOTES = ("'", '"')
OPENERS = {"[": "]", "{": "}"}
"""What begins a list and a mapping in flow style, with what ends it."""
BLOCKS = frozenset((">", ">-", "|", "|-"))
"""What stands above most folded and literal texts."""
LINE_END = re.compile(r"\r\n|\n|\r")
"""What ends a line of YAML 1.1 and 1.2 alike."""
_BLANK_TABS = re.compile(r"(?<![^\r\n])[ ]*\t[ \t]*(?=#|[\r\n]|\Z)")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them, without line ends."""
    return LINE_END.split(text)


def indent_of(line: str) -> int:
    """Return how many spaces and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def is_comment(line: str) -> bool:
    """Whether a line has a comment and nothing else."""
    return line.lstrip(" \t").startswith("#")


def is_content(line: str) -> bool:
    """Whether a line is neither blank nor a comment."""
    return bool(line.strip()) and not is_comment(line)


def end_within(lines: Sequence[str], start: int, column: int) -> int:
    """Return the first line from one on, by index, with content that is no deeper than a column.

    It is the number of lines where there is none.
    """
    below = range(start, len(lines))
    outside = (n for n in below if is_content(lines[n]) and indent_of(lines[n]) <= column)
    return next(outside, len(lines))


def without_blank_tabs(text: str) -> str:
    """Return the text, as long as it was, with spaces for tabs on blank lines and before comments.

    YAML lets tabs stand there, and libyaml does not.
    """
    return _BLANK_TABS.sub(lambda match: " " * len(match[0]), text)
