"""What the JSON-LD of a page (schema.org) says of its article, also where it is broken."""

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple

_Object = dict[str, Any]
_MOST_OBJECTS = 2_000
_LARGEST = 2_000_000
"""Characters of one script that are looked at."""
_ARTICLE = re.compile(
    r"(?:\w*Article|\w*BlogPosting|\w*Posting|Report|Review|Statement|ClaimReview)"
)
_PAGE = re.compile(r"\w*WebPage|ItemPage")
_BEGIN = re.compile(r"\{|\[\s*\{")
"""How the first value begins, behind what scripts have around it for old browsers."""
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate")
_IN_BROKEN = re.compile(
    r'"(?P<name>headline|datePublished|@type)"\s*:\s*"(?P<value>(?:[^"\\\n]|\\.){1,500})"'
)


class ArticleData(NamedTuple):
    """What is said of an article; None for what is not."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    text: str | None = None


def article_data(scripts: Sequence[str], address: str | None = None) -> ArticleData:
    """Return what scripts of JSON-LD say of the article of a page, whose address may be known.

    Of several articles the one at the page's address counts, else the first. What is no JSON is
    searched for the title and the day alone.
    """
    values, broken = [], []
    for script in scripts:
        found = list(_values(script[:_LARGEST]))
        values += found
        if not found:
            broken.append(script[:_LARGEST])
    objects = list(_objects(values))
    chosen = _chosen(objects, address)
    if chosen is None:
        return next(filter(None, map(_from_broken, broken)), ArticleData())
    named = {it["@id"]: it for it in objects if isinstance(it.get("@id"), str) and "name" in it}
    return ArticleData(
        title=_text(chosen.get("headline")) or _text(chosen.get("name")),
        publisher=_name(chosen.get("publisher"), named)
        or _name(chosen.get("sourceOrganization"), named),
        url=_address(chosen),
        published=_text(chosen.get("datePublished")) or _text(chosen.get("dateCreated")),
        text=_text(chosen.get("articleBody")),
    )


def _chosen(objects: Sequence[_Object], address: str | None) -> _Object | None:
    for pattern in (_ARTICLE, _PAGE):
        kind = [it for it in objects if any(map(pattern.fullmatch, _types(it)))]
        here = [it for it in kind if address is not None and _is_same(_address(it), address)]
        if kind:
            return (here or kind)[0]
    return None


def _types(value: _Object) -> list[str]:
    kinds = value.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [re.split("[/:#]", it)[-1] for it in listed if isinstance(it, str)]


def _address(article: _Object) -> str | None:
    page = article.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    return _text(article.get("url")) or _text(page) or _text(article.get("@id"))


def _is_same(one: str | None, other: str) -> bool:
    return one is not None and _bare(one) == _bare(other)


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", address)


def _text(value: object) -> str | None:
    """Return a text of JSON-LD on one line; of a list the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str) or not value.strip():
        return None
    return unescape(value.strip())


def _name(value: object, named: dict[str, _Object]) -> str | None:
    """Return the name of an organisation: its text, the object's, or that which it refers to."""
    if isinstance(value, list):
        return next((name for each in value if (name := _name(each, named)) is not None), None)
    if isinstance(value, dict):
        referred = value if "name" in value else named.get(str(value.get("@id")), {})
        return _text(referred.get("name"))
    return _text(value)


def _objects(values: Sequence[Any]) -> Iterator[_Object]:
    """Yield the objects of values, those of lists and graphs and the publishers as well."""
    waiting = deque(values)
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value[:_MOST_OBJECTS])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in (*_WITHIN, "publisher") if key in value)


def _values(script: str) -> Iterator[Any]:
    """Yield the values of a script, of which there are several where one follows another."""
    begin = _BEGIN.search(script)
    if begin is None:
        return
    text = script[begin.start() :]
    for mended in (str, _without_last_commas, unescape):
        found = list(_values_in_a_row(mended(text)))
        if found:
            yield from found
            return


def _values_in_a_row(text: str) -> Iterator[Any]:
    at = 0
    for _ in range(_MOST_OBJECTS):
        try:
            found, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield found
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1


def _without_last_commas(text: str) -> str:
    return _LAST_COMMA.sub("", text)


def _from_broken(script: str) -> ArticleData | None:
    """Return the title and the day in a script of an article that is no JSON."""
    found: dict[str, str] = {}
    types = []
    for match in _IN_BROKEN.finditer(script):
        found.setdefault(match["name"], match["value"])
        if match["name"] == "@type":
            types.append(match["value"])
    if not any(map(_ARTICLE.fullmatch, types)):
        return None
    title = found.get("headline")
    return ArticleData(
        title=_unescaped(title) if title is not None else None, published=found.get("datePublished")
    )


def _unescaped(text: str) -> str:
    try:
        read = json.loads(f'"{text}"', strict=False)
    except ValueError:
        read = text
    return unescape(str(read))
