"""A feed of corrections (Atom, RFC 4287)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import takewhile
from xml.etree import ElementTree as ET

from claim_tracker.claims.model import Update
from claim_tracker.compare import ClaimChange
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.change_phrases import Line, claim_lines, fate_words
from claim_tracker.render.publish.atom import FeedHead, add_text, feed_root, midnight
from claim_tracker.render.publish.naming import anchor, stable_id, uri
from claim_tracker.render.publish.xml import xml_document
from claim_tracker.text.display import one_line

TITLE = "Corrections"
_TAGS = {"": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """How a feed is made.

    `address` is where it will stand. `title` and `publisher` are what the file of the newest
    correction says, unless they are given. `author` tells whether an entry names who committed it,
    and `limit` is the most entries.
    """

    title: str | None = None
    address: str | None = None
    publisher: str | None = None
    author: bool = False
    limit: int | None = None


def corrections_feed(found: Sequence[Correction], today: date, options: FeedOptions) -> str:
    """Return the corrections as a feed, the newest first.

    An entry's id follows from its commit and the claim's id then, or from which update of which
    day it is; that of the feed from its address, else from its title. A day is dated at its
    midnight in UTC; a feed without entries is of `today`.
    """
    entries = [(it, change) for it in found for change in it.claims]
    content = entries[0][1].entry.file.content if entries else None
    of_file = content.title if content is not None else None
    named = content.publisher if content is not None else None
    title = options.title or (TITLE if of_file is None else f"{TITLE}: {of_file}")
    head = FeedHead(
        stable_id("corrections", options.address or title),
        title=title,
        updated=midnight(entries[0][0].day if entries else today.isoformat()),
        authors=(options.publisher or (named.name if named is not None else title),),
        address=options.address,
        page=named.url if named is not None else None,
    )
    root = feed_root(head)
    for correction, change in entries[: options.limit]:
        _add_entry(root, correction, change, author=options.author)
    return xml_document(root)


def _add_entry(
    root: ET.Element, correction: Correction, change: ClaimChange, *, author: bool
) -> None:
    made, by = ET.SubElement(root, "entry"), correction.by
    key = stable_id("correction", *_key(correction, change), change.id)
    add_text(made, "id", f"urn:uuid:{key}")
    head = "Removed" if change.fate == "removed" else "Corrected"
    add_text(made, "title", f"{head}: {change.entry.claim.claim}")
    add_text(made, "updated", midnight(correction.day))
    if author and isinstance(by, Commit):
        add_text(ET.SubElement(made, "author"), "name", by.author)
    publisher = change.entry.file.content.publisher
    if publisher is not None:
        is_gone = change.fate == "removed"
        page = uri(publisher.url) if is_gone else anchor(publisher.url, change.id)
        ET.SubElement(made, "link", rel="alternate", href=page)
    content = "\n".join(_content(by, change))
    ET.SubElement(made, "content", type="html").text = content


def _key(correction: Correction, change: ClaimChange) -> tuple[str, ...]:
    """Return what tells a correction from all others of the same claim."""
    by = correction.by
    if isinstance(by, Commit):
        return (by.id,)
    earlier = takewhile(lambda it: it is not by, change.entry.claim.updates)
    number = 1 + sum(it.date.latest.isoformat() == correction.day for it in earlier)
    return "update", correction.day, str(number)


def _content(by: Commit | Update | None, change: ClaimChange) -> Iterator[str]:
    """Yield the paragraphs of an entry in HTML."""
    if isinstance(by, Commit):
        yield f"<p>{_text(by.subject)}</p>"
    fate = fate_words(change)
    yield f"<p>{_text(change.id if fate is None else f'{change.id}: {fate}')}</p>"
    yield from map(_paragraph, claim_lines(change))


def _paragraph(line: Line) -> str:
    words = pieces_html(line)
    if line.url is not None:
        words = f"{words} {_text(line.url)}".strip()
    return f"<p>{_text(line.label)}: {words}</p>" if line.label else f"<p>{words}</p>"


def pieces_html(line: Line) -> str:
    """Return the text of a line as HTML, what is gone and what is new as `del` and `ins`."""
    return "".join(_TAGS[mark].format(_text(text)) for mark, text in line.pieces)


def _text(text: str) -> str:
    """Return text as HTML, with the spaces at its ends."""
    begin, end = text[:1].isspace() * " ", text[1:][-1:].isspace() * " "
    return f"{begin}{escape(one_line(text))}{end}"
