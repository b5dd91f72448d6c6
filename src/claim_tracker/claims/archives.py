"""Addresses of copies in web archives, and the addresses that they are copies of."""

import re
from datetime import date
from typing import NamedTuple

from pydantic_core import Url

_HOSTS = re.compile(
    r"(?:.+\.)?(?:"
    r"archive\.(?:today|is|ph|li|md|vn|fo)|archive-it\.org|arquivo\.pt|ghostarchive\.org|"
    r"megalodon\.jp|perma\.cc|webcitation\.org|webarchive\.nationalarchives\.gov\.uk|"
    r"web\.archive\.org|webarchive\.org\.uk|vefsafn\.is"
    r")"
)
_HINT = re.compile(r"archi|arq|megalo|perma|webci|vefs", re.IGNORECASE)
"""What is in each of these hosts, and in few other addresses."""
_COPY = re.compile(r"/(?P<time>[0-9][0-9.-]{3,18})(?:[a-z]{2}_)?/(?P<original>https?:/{1,2}[^/].*)")


class Copy(NamedTuple):
    """An archived copy: the address and the day that are in its own, where they are in it."""

    original: str | None
    day: date | None


def copy_at(url: str) -> Copy | None:
    """Return the copy that an archive has at an address; None where it is none of an archive.

    What the Internet Archive has elsewhere than at `web.archive.org` are works of their own.
    """
    if _HINT.search(url) is None:
        return None
    host = (Url(url).host or "").removeprefix("www.")
    if _HOSTS.fullmatch(host) is None:
        return None
    found = _COPY.search(url)
    if found is None:
        return Copy(None, None)
    # Browsers and servers join the two slashes of an address that stands in a path.
    original = re.sub("^(https?):/+", r"\1://", found["original"])
    return Copy(_first_of(original), _day(found["time"]))


def _first_of(original: str) -> str | None:
    """Return an address, or of a copy that was copied the first one; None for no address."""
    try:
        Url(original)
    except ValueError:
        return None
    copy = copy_at(original)
    return original if copy is None else copy.original


def host_of(url: str) -> str:
    """Return the host of an address without `www.`; of an archived copy that of the original."""
    copy = copy_at(url)
    original = copy.original if copy is not None and copy.original is not None else url
    return (Url(original).host or original).removeprefix("www.")


def _day(time: str) -> date | None:
    try:
        return date.fromisoformat(re.sub("[.-]", "", time)[:8])
    except ValueError:
        return None
