"""Texts from others in CSV, Markdown, XML and HTML: escaped, and documents of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claim_tracker.text.ci_commands import defused
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

MAX_ON_GITHUB = 60_000
"""The most characters of an issue or a comment: GitHub takes 65,536."""
_SIGN = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf"""(?:^|[;|][" ]*)(?='*{_SIGN})""")
"""Where a formula could begin: in a cell, or after what a spreadsheet may split the cell at.

What has a `'` there of its own gets one more, so that they can be told apart.
"""
_QUOTED = re.compile('[",;|]|^[:~^]')
"""What is quoted: what may split a cell, and what a CI service looks for where a line begins."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_REFERENCE = re.compile(
    r"""
      (?<=@)(?=\S)                            # @somebody, a@b.example, repository@commit
    | (?<=\#)(?=[0-9]) | (?<=gh-)(?=[0-9])    # issues: #1, owner/repository#1, GH-1
    | (?<=cve-)(?=[0-9]) | (?<=ghsa-)(?=\w)
    | (?<=:)(?=//) | (?<=www)(?=\.)           # addresses, GFM 6.9
    | (?<=:)(?=[\w+-]+:)                      # an emoji
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Where something inserted breaks a reference."""
_COMMIT = re.compile("[0-9a-f]{7,}", re.IGNORECASE)
_SHORTER = re.compile("(.{6})(?=.)")
_BREAK = "\0"
_NOTHING = "<!-- -->"
_DESTINATION = re.compile(r"[&<>\\|]")


def csv_table(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a heading and rows as CSV (RFC 4180, with a line feed at the end of each line).

    Formulas are escaped (CWE-1236), for spreadsheets that split lines at commas, and for those
    that split them at semicolons, bars or tabs.
    """
    lines = [",".join(columns), *(",".join(map(_csv_cell, row)) for row in rows)]
    return "".join(f"{line}\n" for line in lines)


def _csv_cell(value: object) -> str:
    """Return a cell on one line, with a `'` before what a spreadsheet would read as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return _csv_text(value) if isinstance(value, str) else str(value)


@lru_cache(maxsize=4096)
def _csv_text(value: str) -> str:
    """Return a text as a cell; most words and days stand in many rows."""
    text = _FORMULA.sub(r"\g<0>'", one_line(value))
    return '"{}"'.format(text.replace('"', '""')) if _QUOTED.search(text) else text


def markdown_text(text: str) -> str:
    """Return text without markup, and without references that GitHub links or notifies.

    GitHub looks for people, issues, commits, addresses and emoji in what is shown, when escapes
    are text again, but not across a comment, which is not shown.
    """
    whole = _REFERENCE.sub(_BREAK, one_line(text))
    parted = _COMMIT.sub(lambda match: _SHORTER.sub(rf"\1{_BREAK}", match[0]), whole)
    return _MARKDOWN.sub(r"\\\1", parted).replace(_BREAK, _NOTHING)


def markdown_words(text: str) -> str:
    """Return text without markup, for what looks for no references in it: an editor."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def markdown_link(text: str, url: str) -> str:
    """Return a link whose destination is read as the address, and as nothing else.

    The text is Markdown already.
    """
    destination = _DESTINATION.sub(lambda match: f"&#{ord(match[0])};", one_line(url))
    return f"[{text}](<{destination}>)"


def markdown_table(
    headings: Sequence[str], rows: Iterable[Iterable[str]], *, right: bool = False
) -> list[str]:
    """Return the lines of a table, all but its first column on the `right` where that is wanted.

    The cells are Markdown already.
    """
    others = "---:" if right else "---"
    rules = ("---", *(others for _ in headings[1:]))
    return [f"| {' | '.join(cells)} |" for cells in (headings, rules, *rows)]


def entities(markup: str) -> str:
    """Return XML or HTML with the commands of CI services as character references."""
    return defused(markup, lambda character: f"&#{ord(character)};")


def xml_document(root: "ET.Element") -> str:
    """Return the whole document, indented, with the declaration that it is in UTF-8.

    Texts have to be `visible` already: XML 1.0 has no way to hold a control character.
    """
    from xml.etree import ElementTree as ET

    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return entities(written.decode()) + "\n"
