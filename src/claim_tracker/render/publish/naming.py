"""Ids and addresses in what is published."""

from collections.abc import Iterable
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
    """Return a text that the files of the shown claims have, if it is one for all of them."""
    texts = {getattr(content, name) for content in _contents(report)}
    return texts.pop() if len(texts) == 1 else None


def publishers(report: Report) -> list[Publisher]:
    """Return who publishes the shown claims, each once."""
    named = (content.publisher for content in _contents(report))
    return list(dict.fromkeys(each for each in named if each is not None))


def _contents(report: Report) -> Iterable[ClaimsFile]:
    files = {id(state.entry.file): state.entry.file for state in report.claims}
    return [file.content for file in files.values()]


def iso_date(period: Period) -> str | None:
    """Return a day, a month or a year in ISO 8601; None for another period."""
    day = period.earliest.isoformat()
    return period.text if period.text in (day, day[:7], day[:4]) else None


def uri(address: str) -> str:
    """Return an address in the characters that RFC 3986 allows."""
    return address if address.isascii() else str(Url(address))


def anchor(page: str, claim_id: str) -> str:
    """Return the address of a claim on the page on which the claims are published."""
    return f"{uri(page).partition('#')[0]}#{claim_id}"
