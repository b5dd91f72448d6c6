"""Ids and addresses in what is published."""

from uuid import UUID, uuid5

from pydantic_core import Url

_NAMESPACE = UUID("0d4c1f9e-7a52-4b7f-9f3e-5b8a61c2d7e4")


def stable_id(*parts: str) -> UUID:
    """Return the id of what the parts name: a UUID that follows from them alone (RFC 9562, 5.5)."""
    return uuid5(_NAMESPACE, "\0".join(parts))


def uri(address: str) -> str:
    """Return an address in the characters that RFC 3986 allows."""
    return address if address.isascii() else str(Url(address))


def anchor(page: str, claim_id: str) -> str:
    """Return the address of a claim on the page on which the claims are published."""
    return f"{uri(page).partition('#')[0]}#{claim_id}"
