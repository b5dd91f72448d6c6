"""A feed of corrections (Atom, RFC 4287)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import takewhile
from typing import NamedTuple

from claim_tracker.claims.model import Update
from claim_tracker.compare import ClaimChange
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import CorrectedClaim, Correction
from claim_tracker.compare.words import TextPiece, with_spaces
from claim_tracker.render.change_phrases import Line, claim_lines, fate_words
from claim_tracker.render.publish.atom import FeedEntry, FeedHead, atom_document
from claim_tracker.render.publish.languages import language_of_all, wording_of
from claim_tracker.render.publish.naming import anchor, stable_id, uri
from claim_tracker.render.wording import AS_WRITTEN, Wording, message
from claim_tracker.text.display import one_line

TITLE = message("title", "Corrections")
_TAGS = {"": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}


class About(NamedTuple):
    """The claims that were corrected: their title, and the language that is one for all of them."""

    title: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """How a feed is made.

    `url` is where it will stand. `title` and `publisher` are what the file of the newest
    correction says, unless they are given. `author` tells whether an entry names who committed it,
    and `limit` is the most entries. `about` is what the file of the newest correction says of the
    claims, unless it is given. `home` is the page that it is about, and `page_of` gives the
    address of a claim; else they are those of the publisher.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: bool = False
    limit: int | None = None
    about: About | None = None
    home: str | None = None
    page_of: Callable[[str], str | None] | None = None


def corrections_feed(found: Sequence[Correction], today: date, options: FeedOptions) -> str:
    """Return the corrections as a feed, the newest first.

    An entry's id follows from its commit and the claim's id then, or from which update of which
    day it is; that of the feed from its address, else from its title. A day is dated at its
    midnight in UTC; a feed without entries is of `today`. The words are in the language of the
    claims, as those of a page are.
    """
    entries = [(correction, claim) for correction in found for claim in correction.claims]
    newest, corrected = entries[0] if entries else (None, None)
    content = corrected.change.entry.file.content if corrected is not None else None
    of_file = About(content.title, content.language) if content is not None else About(None, None)
    named = content.publisher if content is not None else None
    about = options.about or of_file
    wording = wording_of(about.language, AS_WRITTEN)
    title = options.title or _title(about, wording)
    head = FeedHead(
        stable_id("corrections", options.url or options.title or _title(about, AS_WRITTEN)),
        title=title,
        updated=newest.iso_day if newest is not None else today.isoformat(),
        authors=(options.publisher or (named.name if named is not None else title),),
        url=options.url,
        page=options.home or (named.url if named is not None else None),
        language=language_of_all(about.language, wording),
    )
    shown = (_entry(*each, options, wording) for each in entries[: options.limit])
    return atom_document(head, shown)


def _title(about: About, wording: Wording) -> str:
    title = wording.pgettext("title", TITLE)
    return title if about.title is None else wording.named(title, about.title)


def _entry(
    correction: Correction, corrected: CorrectedClaim, options: FeedOptions, wording: Wording
) -> FeedEntry:
    by, change = correction.by, corrected.change
    claim = change.entry.claim.claim
    title = (
        wording.gettext("Removed: %(claim)s", claim=claim)
        if change.fate == "removed"
        else wording.gettext("Corrected: %(claim)s", claim=claim)
    )
    page = (options.page_of or _page_of_publisher(change))(corrected.id)
    return FeedEntry(
        stable_id("correction", *_key(correction, change), change.id),
        title,
        correction.iso_day,
        "\n".join(_content(by, change, wording)),
        links=(("alternate", page),) if page is not None else (),
        authors=(by.author,) if options.author and isinstance(by, Commit) else (),
        is_html=True,
    )


def _page_of_publisher(change: ClaimChange) -> Callable[[str], str | None]:
    """Return a function that gives the address of a claim on the page of its publisher."""
    publisher = change.entry.file.content.publisher
    if publisher is None:
        return lambda _: None
    page = publisher.url
    return lambda claim_id: uri(page) if change.fate == "removed" else anchor(page, claim_id)


def _key(correction: Correction, change: ClaimChange) -> tuple[str, ...]:
    """Return a key that no other correction of the same claim has."""
    by = correction.by
    if isinstance(by, Commit):
        return (by.id,)
    earlier = takewhile(lambda it: it is not by, change.entry.claim.updates)
    number = 1 + sum(update.date.latest.isoformat() == correction.iso_day for update in earlier)
    return "update", correction.iso_day, str(number)


def _content(by: Commit | Update | None, change: ClaimChange, wording: Wording) -> Iterator[str]:
    """Yield the paragraphs of an entry in HTML."""
    if isinstance(by, Commit):
        yield f"<p>{_html_text(by.subject)}</p>"
    fate = fate_words(change, wording)
    yield f"<p>{_html_text(change.id if fate is None else wording.named(change.id, fate))}</p>"
    for line in claim_lines(change, wording):
        yield _paragraph(line, wording)


def _paragraph(line: Line, wording: Wording) -> str:
    words = pieces_html(line.phrase(wording))
    if line.url is not None:
        words = f"{words} {_html_text(line.url)}".strip()
    return f"<p>{wording.named(_html_text(line.label), words) if line.label else words}</p>"


def pieces_html(pieces: Sequence[TextPiece]) -> str:
    """Return pieces of a text as HTML, what is gone and what is new as `del` and `ins`."""
    return "".join(_TAGS[mark].format(_html_text(text)) for mark, text in with_spaces(pieces))


def _html_text(text: str) -> str:
    """Return text as HTML, with the spaces at its ends."""
    begin, end = text[:1].isspace() * " ", text[1:][-1:].isspace() * " "
    return f"{begin}{escape(one_line(text))}{end}"
