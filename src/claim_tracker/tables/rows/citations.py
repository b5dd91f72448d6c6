"""The sources that cells name: addresses, headlines, and several of them in one cell."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claim_tracker.claims.archives import copy_at
from claim_tracker.claims.scalars import url_fault
from claim_tracker.tables.rows.record import SEPARATORS

_MARKDOWN = re.compile(r"\[([^\]]*)\]\((https?://[^\s)]+)\)")
_ANCHOR = re.compile(
    r"<a\s[^>]*href=[\"'](https?://[^\"']+)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL
)
_URL = re.compile(r"(?<![\w/.])(?:https?://|www\.)[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_ONE_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9./?=&%_-]*[A-Za-z0-9/]")
_EDGES = " \t\n-\u2013\u2014:;,|()[]"
_JOINING = frozenset("and & und et y e i och ve . also see".split())


class Cited(NamedTuple):
    """A source as a claim cites it: its fields in the order of the format, and a place in it.

    One with a `key` stands under that key already.
    """

    fields: tuple[tuple[str, str], ...]
    at: str | None = None
    key: str | None = None

    @property
    def url(self) -> str | None:
        """Return its address."""
        return dict(self.fields).get("url")

    @property
    def published(self) -> str | None:
        """Return when it was published."""
        return dict(self.fields).get("published")


def sources_in(text: str) -> list[dict[str, str]]:
    """Return the sources in a cell, each with its address, its title or both.

    >>> sources_in("The Post, https://post.example/a; https://post.example/b")
    [{'url': 'https://post.example/a', 'title': 'The Post'}, {'url': 'https://post.example/b'}]
    """
    return [dict(source) for source in _parse_sources(text)]


@lru_cache(maxsize=4096)
def _parse_sources(text: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    if _ONE_URL.fullmatch(text) is not None and url_fault(text) is None:
        return (tuple(_source(text, "").items()),)
    found = []
    for part in _parts(_ANCHOR.sub(r"[\2](\1)", text)):
        links = list(_MARKDOWN.finditer(part))
        found += [_source(link[2], link[1]) for link in links]
        found += _plain(_MARKDOWN.sub(" ", part) if links else part)
    return tuple(tuple(source.items()) for source in found if source)


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a cell with several sources; an address may have a semicolon in it."""
    for line in re.split(r"\s*\n\s*", text):
        start = 0
        for joint in SEPARATORS.finditer(line):
            inside = any(
                match.start() < joint.start() and joint.end() < match.end()
                for match in _URL.finditer(line)
            )
            if not inside:
                yield line[start : joint.start()]
                start = joint.end()
        yield line[start:]


def _plain(text: str) -> list[dict[str, str]]:
    """Return the sources of a text: with the first address goes what stands around it."""
    urls: list[str] = []
    rest: list[str] = []
    end = 0
    for match in _URL.finditer(text):
        url = match[0].rstrip(".,;:!?'\u2019\u201d*_")
        if url.endswith(")") and "(" not in url:
            url = url.rstrip(")")
        rest.append(text[end : match.start()])
        end = match.start() + len(url)
        urls.append(url)
    rest.append(text[end:])
    titles = [
        part for piece in rest if (part := piece.strip(_EDGES)) and part.lower() not in _JOINING
    ]
    title = " ".join(titles) if urls else text.strip()
    if not urls:
        return [{"title": title}] if title else []
    first, *others = urls
    return [_source(first, title), *(_source(url, "") for url in others)]


def _source(written: str, title: str) -> dict[str, str]:
    """Return a source of an address; one that is not accepted is part of its title."""
    url = f"https://{written}" if written.lower().startswith("www.") else written
    title = " ".join(title.split())
    if url_fault(url) is not None:
        return {"title": " ".join(filter(None, (title, written)))}
    copy = copy_at(url)
    parts = {"url": url}
    if copy is not None and copy.original is not None and url_fault(copy.original) is None:
        parts = {"url": copy.original, "archived": url}
    if title:
        parts["title"] = title
    return parts
