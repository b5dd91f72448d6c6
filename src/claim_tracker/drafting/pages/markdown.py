"""Articles from texts in Markdown: without its marks, each line on the line it has in the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from textwrap import dedent

from claim_tracker.claims.scalars import url_fault
from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.pages.plain_text import published_in
from claim_tracker.drafting.pages.written_days import stamp_of

_FENCE = re.compile(r" {0,3}(```|~~~)")
_MARKS_ALONE = frozenset("=-*_|: \t")
"""Characters of which underlines, rules and the ruler of a table are made."""
_ADDRESS_OF_LINK = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:\s")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s)")
_LONGEST = 20_000
"""Characters of a line above which it keeps its marks."""
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_MARKS = (
    (re.compile(r"<!--[^>\n]{0,500}?-->"), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), ""),
    (re.compile(r"\[\^[^\]\s]{1,50}\]:?"), ""),
    (
        re.compile(
            r"\[([^\[\]\n]{1,1000})\](?:\((?:[^()\n]|\([^()\n]*\)){0,2000}\)|\[[^\]\n]{0,200}\])"
        ),
        r"\1",
    ),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,1000}>"), ""),
    (
        re.compile(r"(?<![\w*\\])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{0,2000}?[^\s*\\])\1(?![\w*])"),
        r"\2",
    ),
    (re.compile(r"(?<![\w_\\])(___|__|_)(?=[^\s_])([^_\n]{0,2000}?[^\s_\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"~~([^~\n]{1,2000})~~"), r"\1"),
    (re.compile(r"`+"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""The marks within a line, and what is left of them."""
_TITLES = ("title", "headline")
_PUBLISHERS = ("publisher", "site", "sitename", "site_name", "source", "publication", "outlet")
_ADDRESSES = ("url", "link", "canonical", "canonical_url", "source_url", "source")
_FRONT_MARKS = ("---", "+++")
_FIELD = re.compile(
    r"^(?P<name>[^\s:=][^:=\n]*)[:=][ \t]*(?P<value>\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
)
"""A field of front matter, whose text may go on in lines that are indented."""
_OVER_LINES = re.compile(r"^[>|][+-]?(?: |$)")
"""The mark of a text that stands in the lines below."""
_QUOTED_TEXT = re.compile(r"(['\"])(.*)\1")
_DAYS = ("published", "date", "publishdate", "publish_date", "pubdate", "date_published")


def article_of_markdown(text: str) -> Article:
    """Return the article of a text in Markdown.

    Its front matter says where it was published, else its first heading and its first lines do.
    """
    lines = text.split("\n")
    front = _front_matter(lines)
    rest = lines[len(front) :]
    fields, plain = dict(_fields(front[1:-1])), [*_plain(rest)]
    written = [*("" for _ in front), *plain]
    day = next((stamp.day for it in _said(fields, _DAYS) if (stamp := stamp_of(it))), None)
    source = ArticleSource(
        title=next(iter(_said(fields, _TITLES)), None) or _first_heading(rest, plain),
        publisher=next(
            (it for it in _said(fields, _PUBLISHERS) if url_fault(it) is not None), None
        ),
        url=next((it for it in _said(fields, _ADDRESSES) if url_fault(it) is None), None),
        published=day or published_in(written),
    )
    return Article("\n".join(written), source)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with fields between marks, as one in Markdown may."""
    return text.startswith(_FRONT_MARKS) and any(_fields(_front_matter(text.split("\n"))[1:-1]))


def _front_matter(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of the front matter, its marks included."""
    mark = lines[0].rstrip()
    if mark not in _FRONT_MARKS:
        return ()
    ends = ("---", "...") if mark == "---" else ("+++",)
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() in ends), -1)
    return lines[: end + 1]


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and the texts of the fields of front matter, without those within others."""
    for match in _FIELD.finditer(dedent("\n".join(lines))):
        text = _OVER_LINES.sub("", " ".join(match["value"].split()))
        quoted = _QUOTED_TEXT.fullmatch(text)
        if quoted is not None:
            text = quoted[2].replace("''", "'").replace('\\"', '"').strip()
        yield match["name"].strip().lower(), text


def _said(fields: Mapping[str, str], names: Sequence[str]) -> list[str]:
    return [fields[name] for name in names if fields.get(name)]


def _plain(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without their marks; a line of code, or of marks alone, is empty."""
    fence: str | None = None
    in_comment = False
    for line in lines:
        mark = _FENCE.match(line)
        if mark is not None and fence in (None, mark[1]):
            fence = None if fence else mark[1]
            yield ""
        elif in_comment or (line.lstrip().startswith("<!--") and "-->" not in line):
            in_comment = "-->" not in line
            yield ""
        else:
            yield "" if fence or _is_marks_alone(line) else _unmarked(line)


def _is_marks_alone(line: str) -> bool:
    is_rule = len(line.strip()) >= 3 and _MARKS_ALONE.issuperset(line)
    return is_rule or _ADDRESS_OF_LINK.match(line) is not None


def _unmarked(line: str) -> str:
    if len(line) > _LONGEST:
        return line
    line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
    heading = _HEADING.match(line)
    if heading is not None:
        line = line[heading.end() :].strip().rstrip("#").rstrip()
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):
        line = " ".join(line.replace("|", " ").split())
    for pattern, left in _MARKS:
        line = pattern.sub(left, line)
    return unescape(line)


def _first_heading(lines: Sequence[str], written: Sequence[str]) -> str | None:
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        is_underlined = bool(line.strip()) and set(below.strip()) == {"="}
        if is_underlined or re.match(r" {0,3}#\s", line) is not None:
            return " ".join(written[at].split()) or None
    return None
