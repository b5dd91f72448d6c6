"""Ids and addresses in what is published."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Literal
from uuid import UUID, uuid5

from pydantic_core import Url

from claim_tracker.claims.model import ClaimsFile, Publisher
from claim_tracker.claims.report import Report
from claim_tracker.dates import Period

_NAMESPACE = UUID("0d4c1f9e-7a52-4b7f-9f3e-5b8a61c2d7e4")


def stable_id(*parts: str) -> UUID:
    """Return the id of what the parts name: a UUID that follows from them alone (RFC 9562, 5.5)."""
    return uuid5(_NAMESPACE, "\0".join(parts))


def common_text(report: Report, name: Literal["title", "about", "language"]) -> str | None:
    """Return a text that the files of the shown claims have, if it is one for all of them.

    Where no claim is shown, it is of all files.
    """
    texts = {getattr(content, name) for content in _contents(report)}
    return texts.pop() if len(texts) == 1 else None


def publishers(report: Report) -> list[Publisher]:
    """Return who publishes the shown claims, or else the files without one, each once."""
    named = (content.publisher for content in _contents(report))
    return list(dict.fromkeys(each for each in named if each is not None))


def _contents(report: Report) -> Iterable[ClaimsFile]:
    shown = {state.entry.file.name: state.entry.file for state in report.claims}
    return [file.content for file in shown.values() or report.tracked]


def distinct_ends(paths: Sequence[str]) -> dict[str, str]:
    """Return for each path its last parts, as few as tell it from the others.

    >>> distinct_ends(["/a/x/claims.yaml", "/a/y/claims.yaml", "/a/y/z.yaml"]).values()
    dict_values(['x/claims.yaml', 'y/claims.yaml', 'z.yaml'])
    """
    ends = {path: _ends(PurePath(path)) for path in paths}
    shared = Counter(chain.from_iterable(ends.values()))
    return {
        path: next((end for end in tails if shared[end] == 1), tails[-1])
        for path, tails in ends.items()
    }


def _ends(path: PurePath) -> list[str]:
    """Return the last part of a path, the last two, and so on up to all of them."""
    parts = path.parts
    return [PurePath(*parts[-number:]).as_posix() for number in range(1, len(parts) + 1)] or [""]


def iso_date(period: Period) -> str | None:
    """Return a day, a month or a year in ISO 8601; None for another period."""
    day = period.earliest.isoformat()
    return period.text if period.text in (day, day[:7], day[:4]) else None


def uri(url: str) -> str:
    """Return an address in the characters that RFC 3986 allows."""
    return url if url.isascii() else str(Url(url))


def anchor(page: str, claim_id: str) -> str:
    """Return the address of a claim on the page on which the claims are published."""
    return f"{uri(page).partition('#')[0]}#{claim_id}"
