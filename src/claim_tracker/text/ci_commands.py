"""Text that a CI service would obey when it is printed, made harmless."""

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

_STYLING = r"(?:\x1b\[[0-9;]*[mK]|\x1b\]8;[^\x1b\x07\n\r]*(?:\x1b\\|\x07))"
"""What colours or links the text after it."""
_COMMAND = rf"""
  (?P<diff> (?:^|\r){_STYLING}*---[^\S\n\r][^\n\r]*\n{_STYLING}*\+\+\+(?=[^\S\n\r]) )
  | (?P<start> (?:^|\r)(?:[^\S\n\r]|{_STYLING})*(?=::[^\n\r]*::): ) :+
  | (?P<edge> (?:^|\r){_STYLING}*)
    (?: -(?=--(?:\s|\x1b|\Z)) | \+(?=\+\+(?:\s|\x1b|\Z)) | ~(?=~~(?:\s|\x1b|\Z))
      | \^(?=\^\^[^\S\n\r]+\+\+\+) )
  | (?<=\#) \# (?=[A-Za-z]*\[)
  | (?<=travis_fold|travis_time) :
  | (?: (?<=section_start) | (?<=section_end) ) : (?=[0-9])
"""
_HINTS = ("::", "##", "---", "+++", "~~~", "^^^", "travis_", "section_")
"""What each line of a command has."""


def defused(text: str, escaped: Callable[[str], str] = "\\{}".format) -> str:
    r"""Return `text` with nothing in it that a CI service would obey when it is printed.

    In each command a character, or some, is `escaped`: by default there is a backslash before it.
    Commands are what these look for:

    - GitHub Actions and what follows it, `::name …::` after blanks at the start of a line
      and `##[name …]` anywhere (actions/runner, ActionCommand.cs);
    - Azure Pipelines `##vso[…]` and `##[…]`, and TeamCity `##teamcity[…]`, anywhere;
    - Buildkite `---`, `+++` and `~~~` as the first word of a line, and `^^^ +++`; the two first
      lines of a diff are not among them, since no program would take it for one without them;
    - Travis CI `travis_fold:` and `travis_time:`, and GitLab `section_start:` and `section_end:`.

    >>> defused("  ::error::no\nso ##vso[task.complete]")
    '  :\\:error::no\nso #\\#vso[task.complete]'
    """
    if not _has_hint(text):
        return text
    blocks = []
    for may_have_command, lines in groupby(text.split("\n"), key=_has_hint):
        block = "\n".join(lines)
        if may_have_command:
            block = _command().sub(lambda match: _defuse(match, escaped), block)
        blocks.append(block)
    return "\n".join(blocks)


def _has_hint(text: str) -> bool:
    # A single character is looked for many times as fast as two.
    return any(hint[-1] in text and hint in text for hint in _HINTS)


def _defuse(match: re.Match[str], escaped: Callable[[str], str]) -> str:
    lead = match["diff"] or match["start"] or match["edge"] or ""
    return lead + "".join(map(escaped, match[0][len(lead) :]))


@cache
def _command() -> re.Pattern[str]:
    return re.compile(_COMMAND, re.MULTILINE | re.VERBOSE)
