"""What GitHub makes of Markdown: what a reader sees, and what is linked or told somebody of."""

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import strategies as st

_PIECES = (
    *(
        "@somebody",
        "@org/team",
        "#1",
        "owner/repo#12",
        "GH-3",
        "gh-4",
        "a@b.example",
        "mailto:a@b.cd",
    ),
    *(
        "https://e.example/x",
        "http://e.example",
        "ftp://e.example",
        "www.e.example/a?b",
        "_www.e.example",
        "WWW.e.example",
    ),
    *("0123456", "52df506abc", "a" * 40, "a/b@52df506", ":tada:", ":+1:", "CVE-2024-1234"),
    *("GHSA-abcd-efgh-ijkl", "&commat;", "&#64;", "&num;1", "<b>", "`", "*a*", "_b_", "~c~", "$m$"),
    *(
        "[a](b)",
        "![a](b)",
        "\\",
        "|",
        "<!--",
        "-->",
        "[^1]",
        "@",
        "#",
        ":",
        "/",
        ".",
        "www",
        "漢",
        "é",
    ),
    *(" ", " ", " ", "words"),
)
linking = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join).filter(str.strip)
"""Texts in which GitHub may find references."""
_REFERENCES = re.compile(
    r"""
      (?<!\w)@[a-z0-9]
    | (?<!\w)(?:[\w.-]+(?:/[\w.-]+)?)?\#[0-9]
    | \bgh-[0-9]
    | \b(?:cve|ghsa)-\w
    | \b[0-9a-f]{7,40}\b
    | [\w.+-]+@[\w-]+
    | [a-z]+://
    | (?<![a-z0-9])www\.
    | :[\w+-]+:
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Page(HTMLParser):
    """A page: its cells' texts, its links, and the references that GitHub finds in it.

    As GitHub does it, references are looked for in each stretch of text alone, and not in code
    and in links (https://github.com/gjtorikian/html-pipeline, at_mention filter).
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.links: list[str | None] = []
        self.found: list[str] = []
        self._inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a cell, a link or code."""
        if tag in ("td", "th"):
            self.cells.append("")
        if tag == "a":
            self.links.append(dict(attrs).get("href"))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open up to the tag."""
        while tag in self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Read one stretch of text."""
        if {"td", "th"} & set(self._inside):
            self.cells[-1] += data
        if not {"a", "code", "pre"} & set(self._inside):
            self.found += _REFERENCES.findall(data)


def rendered(markdown: str) -> str:
    """The page that cmark-gfm makes of the text, with all that GitHub has of it."""
    program = shutil.which("cmark-gfm")
    if program is None:
        pytest.skip("cmark-gfm is not installed")
    extensions = ("autolink", "table", "strikethrough", "tagfilter", "tasklist", "footnotes")
    known = subprocess.run(
        [program, "--list-extensions"], capture_output=True, text=True, check=True
    ).stdout.split()
    options = [part for name in extensions if name in known for part in ("-e", name)]
    return subprocess.run(
        [program, "--unsafe", *options],
        input=markdown,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout
