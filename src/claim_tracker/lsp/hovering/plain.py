"""The Markdown that is shown in an editor, as text for an editor that shows none."""

import re
from html import unescape

_MARKUP = re.compile(
    r"""
      \\(?P<sign>[\\`*_{}\[\]<>\#|~&$])
    | \[(?P<text>(?:\\.|[^\\\[\]])*)\]\(<(?P<address>[^<>]*)>\)
    | \n-{3}\n\n
    | \*\*
    """,
    re.VERBOSE,
)


def plain(markdown: str) -> str:
    """Return a text without the markup that hovers are made of; a link with its address behind."""
    return _MARKUP.sub(_unmarked, markdown)


def _unmarked(match: re.Match[str]) -> str:
    if match["sign"] is not None:
        return match["sign"]
    if match["text"] is not None:
        return f"{plain(match['text'])}: {unescape(match['address'])}"
    return ""
