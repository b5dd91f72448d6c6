"""The lines of a YAML text: their indentation and their signs, and how a text stands on one."""

import re
from collections.abc import Sequence

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML takes for no value where it is without quotes."""
QUOTES = ("'", '"')
OPENERS = {"[": "]", "{": "}"}
"""What begins a list and a mapping in flow style, with what ends it."""
BLOCKS = frozenset((">", ">-", "|", "|-"))
"""What stands above most folded and literal texts."""
LINE_END = re.compile(r"\r\n|\n|\r")
"""What ends a line of YAML 1.1 and 1.2 alike."""
CANNOT_BEGIN = "@`%&*!|>"
"""With what a text without quotes cannot begin."""
COLON = re.compile(r":(?=[ \t]|$)")
COMMENT = re.compile(r"[ \t]+#.*$")
_BEGINS_OTHERWISE = re.compile(rf"[\"'#,\[\]{{}}{CANNOT_BEGIN}\s]|[?:-](?: |$)")
_SPACED = re.compile(r"\s\s|[^\S ]|\s$")
"""White space other than single spaces between words."""
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


def first_comment(lines: Sequence[str], line: int, free: int) -> int:
    """Return the first line, from `free` on, of the comments directly above a line."""
    while line > free and is_comment(lines[line - 1]):
        line -= 1
    return line


def after_comments(lines: Sequence[str], line: int, column: int) -> int:
    """Return the line after the comments, from a line on, that are deeper than a column."""
    while line < len(lines) and is_comment(lines[line]) and indent_of(lines[line]) > column:
        line += 1
    return line


def empty_lines_above(lines: Sequence[str], line: int) -> int:
    """Return how many lines directly above a line are empty."""
    count = 0
    while count < line and not lines[line - count - 1].strip():
        count += 1
    return count


def without_blank_tabs(text: str) -> str:
    """Return the text, as long as it was, with spaces for tabs on blank lines and before comments.

    YAML lets tabs stand there, and libyaml does not.
    """
    if "\t" not in text:  # for which the pattern takes long
        return text
    return _BLANK_TABS.sub(lambda match: " " * len(match[0]), text)


def is_plain(text: str) -> bool:
    """Whether a text can stand on one line without quotes and brackets (YAML 1.2.2, 7.3.3)."""
    is_begun = _BEGINS_OTHERWISE.match(text) is None
    return is_begun and _SPACED.search(text) is None and not is_broken(text)


def is_broken(line: str) -> bool:
    """Whether a line of a text without quotes has a sign in it that ends the text."""
    return COLON.search(line) is not None or COMMENT.search(line) is not None


def quoted(text: str) -> str:
    """Return a text in quotes, in those that need no change to it where there are such."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
