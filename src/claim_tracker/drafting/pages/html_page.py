"""What stands in a page in HTML: its paragraphs, and what it says of itself.

Faults are read over, as browsers do, and in time that grows with the size of the page alone.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urljoin

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote td th dt dd pre".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article aside body center details dialog div dl fieldset figcaption figure footer "
    "form header hr html main menu nav ol section summary table tbody tfoot thead tr ul".split()
)
_LEFT_OUT = frozenset(
    "script style noscript template nav footer button select option textarea svg math iframe "
    "object audio video figcaption menu title".split()
)
_TAGS_BESIDE = frozenset("aside form header dialog".split())
"""What most often stands beside an article, and around all of it in some pages."""
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert menu toolbar".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NAMES_BESIDE = re.compile(
    r"(?<!\S)(?:[\w-]*[_-])?(?:ads?|advert\w*|related\w*|recirc\w*|newsletter\w*|share|sharing|social|"
    r"comments?|caption|promo\w*|cookies?|consent|breadcrumbs?|byline|bio|tags?|subscribe|sr-only|"
    r"visually-hidden|print-only|credits?|copyright|trending|most-read|read-?more)"
    r"(?:[_-](?:box|list|container|wrapper|block|section|item|inline|module|widget))?(?!\S)",
    re.IGNORECASE,
)
"""Names of classes of what stands beside an article."""
_NAMES_OF_COMMENTS = re.compile(
    r"(?<!\S)(?:(?:article|post|reader|story|submitted|user)[_-]?)?comments?"
    r"(?:[_-]?(?:area|body|box|container|content|list|section|text|thread|wrapper|\d+))?(?!\S)",
    re.IGNORECASE,
)
"""Names of classes of what readers write below an article, which may be longer than it is."""
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)\s*(?P<mark>https?://\S+)|SingleFile\s+url:\s*(?P<single>https?://\S+)"
)
_COMMENT_END = re.compile("--!?>")
_LONG_TAG = re.compile(
    r"(<[a-z][^\s<>/]{0,50}+)(?:[^<>]{100000,}+|(?:\s++[^\s<>]++){1000}[^<>]*+)(?=>)", re.IGNORECASE
)
"""A tag of which attributes, such as a packed picture, take up more than any that is looked at."""
_LONGEST_NAMES = 300
_LINK, _LINK_IN_LIST = 0.9, 0.6
"""Shares of a paragraph above which it is a link: in a list a day or a number may follow it."""
_FEWEST_IN_HEADING = 2
"""Spaces in a heading without its link, with which that is its section or says what to do."""
_PARTS = re.compile(r"\n\s*\n")


class Stamped(NamedTuple):
    """A time of a page as it is written for programs, and whether it is that of publication.

    `shown` is the time as readers see it.
    """

    text: str
    is_publication: bool
    is_within: bool
    shown: str = ""


class Paragraph(NamedTuple):
    """A paragraph by the element that it is; `body`, `article` and `main` number what it is in.

    A number is 0 where there is none. `is_link` is of one of which all is a link, `is_beside` of
    one in what most often stands beside an article, `is_comment` of one in what readers wrote,
    and `is_shown` of one that is not hidden until a script shows it.
    """

    kind: str
    text: str
    is_link: bool
    is_beside: bool
    body: int
    article: int
    main: int
    is_comment: bool
    is_shown: bool


class HtmlPage(NamedTuple):
    """What stands in a page; `meta` has the first content by each name in lower case."""

    meta: Mapping[str, str]
    scripts: tuple[str, ...]
    times: tuple[Stamped, ...]
    paragraphs: tuple[Paragraph, ...]
    heading: str | None
    title: str | None
    canonical: str | None
    saved_from: str | None


def without_long_tags(html: str) -> str:
    """Return a page in which of a very long tag only the name is left.

    Attributes without number take much memory, and a parser may compare each to each.
    """
    return _LONG_TAG.sub(r"\1", html)


def read_page(html: str) -> HtmlPage:
    """Return what stands in a page, of which very long tags were shortened."""
    reader = _Reader()
    reader.feed(_readable(html))
    reader.close()
    reader.end_paragraph()
    return HtmlPage(
        reader.meta,
        tuple(reader.scripts),
        tuple(reader.times),
        tuple(reader.paragraphs),
        reader.heading,
        reader.title,
        reader.canonical,
        reader.saved_from,
    )


def _readable(html: str) -> str:
    """Return a page without what the parser would look through again and again, or refuse.

    A comment without an end goes to the end of the page; behind the last `>` there is no tag. In
    HTML a section such as `<![CDATA[` is a comment.
    """
    ends = [match.end() for match in _COMMENT_END.finditer(html)]
    open_comment = html.find("<!--", ends[-1] if ends else 0)
    if open_comment >= 0:
        html = html[:open_comment]
    tags, mark, rest = html.rpartition(">")
    return tags.replace("<![", "<! [") + mark + rest.replace("<", "&lt;")


class _Element(NamedTuple):
    tag: str
    is_left_out: bool
    is_beside: bool
    is_comment: bool
    is_unshown: bool
    container: str | None


class _Caught:
    """An element whose text says something of the page: its texts, those in no link, its links."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.texts: list[str] = []
        self.unlinked: list[str] = []
        self.links = 0

    def text(self) -> str:
        """Return the text, that of a heading without the link before or behind what it says."""
        text = "".join(self.texts)
        if self.tag == "h1" and self.links == 1:
            unlinked = "".join(self.unlinked)
            if unlinked.count(" ") >= _FEWEST_IN_HEADING and unlinked.strip() in text:
                return unlinked
        return text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.times: list[Stamped] = []
        self.paragraphs: list[Paragraph] = []
        self.heading: str | None = None
        self.title: str | None = None
        self.canonical: str | None = None
        self.saved_from: str | None = None
        self._base: str | None = None
        self._open: list[_Element] = []
        self._counts: Counter[str] = Counter()
        self._left_out = 0
        self._beside = 0
        self._comments = 0
        self._unshown = 0
        self._within: dict[str, list[int]] = {"body": [], "article": [], "main": []}
        self._containers = 0
        self._parts: list[str] = []
        self._linked = 0
        self._caught: _Caught | None = None
        self._is_stamped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self._note(tag, given)
        if tag in _BLOCKS:
            self.end_paragraph()
        elif tag == "br":
            self._parts.append("\n")
        if tag not in _VOID:
            self._push(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in ("svg", "path", "script", "iframe"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._caught is not None and self._caught.tag == tag:
            self._keep(tag, self._caught.text())
            self._caught = None
        if tag in _BLOCKS:
            self.end_paragraph()
        if self._counts[tag]:
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._caught is not None:
            self._caught.texts.append(data)
            if not self._counts["a"]:
                self._caught.unlinked.append(data)
        if self._left_out == 0:
            self._parts.append(data)
            if self._counts["a"]:
                self._linked += len(data.strip())

    def handle_comment(self, data: str) -> None:
        if self.saved_from is None and (found := _SAVED_FROM.search(data[:4000])) is not None:
            self.saved_from = found["mark"] or found["single"]

    def end_paragraph(self) -> None:
        """End the paragraph that is open; where line breaks leave a line empty, several."""
        if not self._parts:
            return
        text, linked = "".join(self._parts), self._linked
        self._parts, self._linked = [], 0
        if text.isspace():
            return
        kind = next((it.tag for it in reversed(self._open[-6:]) if it.tag in _PARAGRAPHS), "")
        is_link = linked >= len(text.strip()) * (_LINK_IN_LIST if kind == "li" else _LINK)
        where = (self._inner("body"), self._inner("article"), self._inner("main"))
        how = (is_link, self._beside > 0, *where, self._comments > 0, self._unshown == 0)
        for part in _PARTS.split(text):
            if line := " ".join(part.split()):
                self.paragraphs.append(Paragraph(kind, line, *how))

    def _inner(self, container: str) -> int:
        return (self._within[container] or [0])[-1]

    def _note(self, tag: str, given: dict[str, str]) -> None:
        """Note what an element says of the page."""
        item = given.get("itemprop", "").lower()
        match tag:
            case "meta":
                name = given.get("property") or given.get("name") or item
                if given.get("content", "").strip():
                    self.meta.setdefault(name.strip().lower(), given["content"].strip())
            case "link" if "canonical" in given.get("rel", "").lower().split():
                self.canonical = self.canonical or self._whole(given.get("href", ""))
            case "base":
                self._base = self._base or given.get("href", "").strip()
            case "script" if "ld+json" in given.get("type", "").lower():
                self._caught = _Caught(tag)
            case "title" | "h1" if self._caught is None:
                self._caught = _Caught(tag)
            case "a" if self._caught is not None:
                self._caught.links += 1
        is_time = tag == "time" and not _is_of_change(item, given)
        stamp = given.get("datetime") or (given.get("content") if "date" in item else None)
        if stamp and (is_time or item == "datepublished"):
            self._stamp(stamp, item, given)
        if is_time and self._caught is None:
            self._is_stamped = bool(stamp)
            self._caught = _Caught(tag)

    def _stamp(self, text: str, item: str, given: Mapping[str, str]) -> None:
        says_so = item == "datepublished" or "pubdate" in given
        is_named = _PUBLISHED.search(given.get("class", "")) is not None
        is_within = any(self._within.values()) or bool(self._counts["header"])
        self.times.append(Stamped(text.strip(), says_so or is_named, is_within))

    def _whole(self, address: str) -> str | None:
        around = self._base or self.saved_from
        try:
            return urljoin(around, address.strip()) if around else address.strip() or None
        except ValueError:
            return None

    def _keep(self, tag: str, text: str) -> None:
        """Keep the text of an element that says something of the page."""
        line = " ".join(text.split()) or None
        match tag:
            case "script":
                self.scripts.append(text)
            case "title" if not self._counts["svg"]:
                self.title = self.title or line
            case "h1" if not (self._counts["nav"] or self._counts["aside"]):
                self.heading = self.heading or line
            case "time" if line and self._is_stamped:
                self.times[-1] = self.times[-1]._replace(shown=line)
            case "time" if line:
                self._stamp(line, "", {})

    def _push(self, tag: str, given: dict[str, str]) -> None:
        container = _container(tag, given)
        is_unshown = _is_unshown(given) and container is None
        is_left_out = container is None and (
            tag in _LEFT_OUT or (is_unshown and tag not in _BLOCKS)
        )
        if container is not None:
            self._containers += 1
            self._within[container].append(self._containers)
        is_within = bool(self._within["body"] or self._within["article"])
        is_beside = container is None and _is_beside(tag, given, is_within)
        is_comment = container is None and _is_comment(tag, given)
        self._left_out += is_left_out
        self._beside += is_beside
        self._comments += is_comment
        self._unshown += is_unshown
        self._counts[tag] += 1
        self._open.append(_Element(tag, is_left_out, is_beside, is_comment, is_unshown, container))

    def _pop(self) -> str:
        if self._open[-1].is_unshown:
            self.end_paragraph()
        element = self._open.pop()
        self._counts[element.tag] -= 1
        self._left_out -= element.is_left_out
        self._beside -= element.is_beside
        self._comments -= element.is_comment
        self._unshown -= element.is_unshown
        if element.container is not None:
            self._within[element.container].pop()
        return element.tag


_PUBLISHED = re.compile("publi|posted", re.IGNORECASE)
_CHANGED = re.compile("updat|modif", re.IGNORECASE)


def _is_of_change(item: str, given: Mapping[str, str]) -> bool:
    """Whether a time is that of the last change: its property says so, or its class alone."""
    names = given.get("class", "")
    return item == "datemodified" or (
        _CHANGED.search(names) is not None and _PUBLISHED.search(names) is None
    )


def _container(tag: str, given: Mapping[str, str]) -> str | None:
    if "articlebody" in given.get("itemprop", "").lower():
        return "body"
    if tag in ("article", "main"):
        return tag
    return "main" if given.get("role") == "main" else None


def _is_unshown(given: Mapping[str, str]) -> bool:
    if "hidden" in given or given.get("role", "").lower() in _ROLES:
        return True
    return given.get("aria-hidden") == "true" or _UNSHOWN.search(given.get("style", "")) is not None


_AROUND = frozenset(("html", "body", "section"))
"""Elements that may be around all of a page, whatever their names say."""


def _is_beside(tag: str, given: Mapping[str, str], is_within: bool) -> bool:
    """Whether an element stands beside an article; the header within one has its first sentence."""
    if tag in _AROUND:
        return False
    is_tag_beside = tag in _TAGS_BESIDE and not (tag == "header" and is_within)
    return is_tag_beside or _has_name(_NAMES_BESIDE, given)


def _is_comment(tag: str, given: Mapping[str, str]) -> bool:
    # Asked first, since the pattern takes longer and few elements have such a name.
    may_be_named = any("omment" in given.get(it, "") for it in ("class", "id"))
    return may_be_named and tag not in _AROUND and _has_name(_NAMES_OF_COMMENTS, given)


def _has_name(names: re.Pattern[str], given: Mapping[str, str]) -> bool:
    given_names = (given[it][:_LONGEST_NAMES] for it in ("class", "id") if it in given)
    return any(names.search(it) is not None for it in given_names)
