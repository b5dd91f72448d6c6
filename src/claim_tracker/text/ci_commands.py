"""Text that a CI service would obey when it is printed, made harmless."""

import re
from collections.abc import Callable

_STYLING = r"(?:\x1b\[[0-9;]*[mK]|\x1b\]8;[^\x1b\x07\n\r]*(?:\x1b\\|\x07))"
"""What colours or links the text after it."""
_COMMAND = rf"(?P<start>(?:^|\r)(?:[^\S\r]|{_STYLING})*(?=::[^\r]*::):):+|(?<=#)#(?=[A-Za-z]*\[)"
"""A command in a line, up to the character, or those, to escape in it."""
_HINTS = ("::", "##")
"""What a line with a command has."""


def defused(text: str, escaped: Callable[[str], str] = "\\{}".format) -> str:
    r"""Return `text` with nothing in it that a CI service would obey when it is printed.

    In each command a character, or some, is `escaped`: by default there is a backslash before it.
    Commands are what these look for:

    - GitHub Actions and what follows it, `::name …::` after blanks at the start of a line
      and `##[name …]` anywhere (actions/runner, ActionCommand.cs);
    - Azure Pipelines `##vso[…]` and `##[…]`, and TeamCity `##teamcity[…]`, anywhere.

    >>> defused("  ::error::no\nso ##vso[task.complete]")
    '  :\\:error::no\nso #\\#vso[task.complete]'
    """

    def escape(match: re.Match[str]) -> str:
        lead = match["start"] or ""
        return lead + "".join(map(escaped, match[0][len(lead) :]))

    if not _has_hint(text):
        return text
    lines = text.split("\n")
    return "\n".join(re.sub(_COMMAND, escape, line) if _has_hint(line) else line for line in lines)


def _has_hint(text: str) -> bool:
    # A single character is looked for many times as fast as two.
    return any(hint[-1] in text and hint in text for hint in _HINTS)
