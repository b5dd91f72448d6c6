"""The id of a claim, made from its text, and the keys of a source and of a place."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Any

from claim_tracker.claims.archives import host_of
from claim_tracker.claims.scalars import ID_LENGTH
from claim_tracker.text.latin import latin_words, slug

_LENGTH = 40
_MAX_PUBLISHER_LENGTH = 20
_MAX_SLUG_LENGTH = 60
_MAX_STEM_LENGTH = ID_LENGTH - len("-1000000")
_SECOND_LEVEL = frozenset("ac co com edu gob gov go ne net or org".split())
"""Labels of hosts below which owners have theirs in some countries."""
_SMALL = frozenset(
    "a an and are as at be by for from has have in into is it its of on or that the their there "
    "this to was were will with".split()
)
_NULL = "null"
"""What YAML takes for no key."""


def made_id(claim: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return the first telling words of a claim's text as an id of about 40 characters at most.

    Letters of other scripts are written in Latin ones, without accents. A number makes it differ
    from those that are taken. A text without letters and digits gives way to the topic, or else
    to the key of the source, with a number; without any it is `claim`.

    >>> made_id({"claim": "The coalition completes its withdrawal from Iraq."}, ["iraq"])
    'coalition-completes-withdrawal-iraq'
    >>> made_id({"claim": "รัฐบาลประกาศ"}, ())
    'rathbalprakas'
    """
    text = claim.get("claim")
    name = _name(text) if isinstance(text, str) else ""
    if not name:
        texts = (claim.get(field) for field in ("topic", "source"))
        other = next(filter(None, (_name(text) for text in texts if isinstance(text, str))), None)
        if other is not None:
            return first_free(other, 1, taken)
        name = "claim"
    return name if name not in taken else first_free(name, 2, taken)


def made_key(source: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return a key for a source: who published it, or else its host, and the day.

    A number makes it differ from those that are taken, and from what is no key in YAML.

    >>> made_key({"publisher": "Harbour Post", "published": "2026-11-12"}, ())
    'harbourpost-2026-11-12'
    >>> made_key({"url": "https://news.bbc.co.uk/b"}, ["bbc"])
    'bbc-2'
    """
    publisher = "".join(latin_words(source.get("publisher", "")))
    if not publisher or (len(publisher) > _MAX_PUBLISHER_LENGTH and "url" in source):
        publisher = _of_host(source["url"]) if "url" in source else _name(source.get("title", ""))
    day = slug(source.get("published", ""))
    name = "-".join(filter(None, (publisher[:_LENGTH] or "source", day)))
    return name if name not in taken and name != _NULL else first_free(name, 2, taken)


def made_place(name: str, taken: Collection[str]) -> str:
    """Return a key for a place: the words of its name in Latin letters.

    A number makes it differ from those that are taken, and from what is no key in YAML.

    >>> made_place("Ain al-Asad Air Base", ())
    'ain-al-asad-air-base'
    """
    key = made_slug(name, "place", taken)
    return key if key != _NULL else first_free(key, 2, taken)


def made_slug(name: str, otherwise: str, taken: Collection[str]) -> str:
    """Return the words of a name in Latin letters, at most 60 of them, with hyphens between words.

    A name without letters and digits is as it is `otherwise`. A number makes the slug differ from
    those that are taken.

    >>> made_slug("Łódź", "city", ["lodz"])
    'lodz-2'
    """
    made = slug(name)[:_MAX_SLUG_LENGTH].strip("-") or otherwise
    return made if made not in taken else first_free(made, 2, taken)


def first_free(name: str, first: int, taken: Collection[str]) -> str:
    """Return a name with the first number that is not taken, where the numbers have no gaps.

    >>> first_free("base", 2, ["base", "base-2"])
    'base-3'
    """
    stem = name[:_MAX_STEM_LENGTH].rstrip("-")
    step = 1
    while f"{stem}-{first + step}" in taken:  # many rows of a table may have one name
        step *= 2
    numbers = range(first, first + step)
    found = bisect_left(numbers, True, key=lambda number: f"{stem}-{number}" not in taken)
    return f"{stem}-{first + found}"


def _of_host(url: str) -> str:
    """Return the part of a host that names its owner: `bbc` of `news.bbc.co.uk`."""
    *labels, _ = host_of(url).split(".")
    owners = [label for label in labels if label not in _SECOND_LEVEL] or labels
    return slug(owners[-1]) if owners else ""


def _name(text: str) -> str:
    """Return the words of a text that fit, with hyphens between them; empty for no words."""
    words = latin_words(text)
    telling = [word for word in words if word not in _SMALL] or words
    name = telling[0][:_LENGTH] if telling else ""
    for word in telling[1:]:
        if len(name) + 1 + len(word) > _LENGTH:
            break
        name += f"-{word}"
    return name
