"""Pages that a browser saved in a single file, as mail has them (MHTML, RFC 2557)."""

import re
from email import policy
from email.parser import BytesParser
from typing import NamedTuple

from claim_tracker.drafting.pages.decoding import ArticleError

_BEGINS = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_HEAD = 4096


class SavedPage(NamedTuple):
    """The page in such a file, and from which address it was saved."""

    data: bytes
    charset: str | None
    address: str | None


def is_mhtml(data: bytes) -> bool:
    """Whether bytes are a page in MHTML."""
    return _BEGINS.match(data[:_HEAD].replace(b"\r\n", b"\n")) is not None


def page_in_mhtml(data: bytes) -> SavedPage:
    """Return the page in a file in MHTML. Raises ArticleError where there is none."""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                return SavedPage(content, part.get_content_charset(), address)
    raise ArticleError("there is no page in it", "save the page as HTML, and give that file")
