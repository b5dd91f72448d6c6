"""Text from others, made safe to print: what is hidden or would act on a terminal is shown."""

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

_HIDDEN_RANGES = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # control
    "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u3164\\uffa0"  # invisible
    "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"  # zero width, direction
    "\\u2028\\u2029\\ufffe\\uffff"  # line and paragraph separators, no characters
    "\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e007f"  # format, tags
)
HIDDEN = re.compile(f"[{_HIDDEN_RANGES}]")
"""One character that a reader cannot see, by Unicode's categories Cc, Cf, Zl and Zp; the tab,
the line feed and the carriage return are not among them."""
_ESCAPED = re.compile(f"[\r{_HIDDEN_RANGES}\\ud800-\\udfff]")
_STYLING = r"(?:\x1b\[[0-9;]*[mK]|\x1b\]8;[^\x1b\x07\n\r]*(?:\x1b\\|\x07))"
"""What colours or links the text after it."""
_COMMAND = re.compile(
    rf"""
      (?P<diff> (?:^|\r){_STYLING}*---[^\S\n\r][^\n\r]*\n{_STYLING}*\+\+\+(?=[^\S\n\r]) )
    | (?P<start> (?:^|\r)(?:[^\S\n\r]|{_STYLING})*(?=::[^\n\r]*::): ) :+
    | (?P<edge> (?:^|\r){_STYLING}*)
      (?: -(?=--(?:\s|\x1b|\Z)) | \+(?=\+\+(?:\s|\x1b|\Z)) | ~(?=~~(?:\s|\x1b|\Z))
        | \^(?=\^\^[^\S\n\r]+\+\+\+) )
    | (?<=\#) \# (?=[A-Za-z]*\[)
    | (?<=travis_fold|travis_time) :
    | (?: (?<=section_start) | (?<=section_end) ) : (?=[0-9])
    """,
    re.MULTILINE | re.VERBOSE,
)
_HINTS = ("::", "##", "---", "+++", "~~~", "^^^", "travis_", "section_")


def visible(text: str) -> str:
    r"""`text` with every hidden character as its escape (`\u202e`); \t and \n stay.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return _ESCAPED.sub(lambda match: escape(match[0]), text)


def defused(text: str, escaped: Callable[[str], str] = "\\{}".format) -> str:
    r"""`text` with nothing in it that a CI service would obey when it is printed.

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
    if not any(hint in text for hint in _HINTS):
        return text
    return _COMMAND.sub(lambda match: _defused(match, escaped), text)


def _defused(match: re.Match[str], escaped: Callable[[str], str]) -> str:
    lead = match["diff"] or match["start"] or match["edge"] or ""
    return lead + "".join(map(escaped, match[0][len(lead) :]))


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """`text` on one line: visible, and each run of white space a single space."""
    return visible(" ".join(text.split()))


def folded(text: str) -> str:
    """The text as it is compared: no matter its case, white space and Unicode composition."""
    return " ".join(normalize("NFC", text).casefold().split())


def escape(character: str) -> str:
    """The escape of one character, as Python and YAML write it."""
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def cut(text: str, width: int) -> str:
    """`text`, or its beginning and an ellipsis when it has more than `width` characters."""
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"
