"""A feed of updates of the claims, and of deadlines that passed (Atom, RFC 4287)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID
from xml.etree import ElementTree as ET

from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState, Term, state_of
from claim_tracker.claims.tracker import Citation
from claim_tracker.render.phrases import (
    comma,
    day_words,
    period_words,
    source_words,
    speaker_words,
    status_words,
)
from claim_tracker.render.publish.naming import anchor, publishers, stable_id, uri
from claim_tracker.render.publish.xml import xml_document
from claim_tracker.render.update_phrases import Learned, history
from claim_tracker.text.display import one_line

TITLE = "Claims"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself: `address` is where it will stand, `page` what it is about."""

    id: UUID
    title: str
    updated: str
    authors: tuple[str, ...]
    address: str | None = None
    page: str | None = None


def _on_page_of_publisher(state: ClaimState) -> str | None:
    """Return the address of a claim on the page that its file names, if it names one."""
    publisher = state.entry.file.content.publisher
    return anchor(publisher.url, state.claim.id) if publisher is not None else None


class FeedLinks(NamedTuple):
    """Where a feed will stand, and where its links lead.

    `home` is the page that it is about, else the one that all files name, and `page_of` gives the
    address of a claim.
    """

    address: str | None = None
    home: str | None = None
    page_of: Callable[[ClaimState], str | None] = _on_page_of_publisher


_TO_PUBLISHERS = FeedLinks()


@dataclass(frozen=True, slots=True)
class _FeedEntry:
    """One entry of the feed; `parts` make its permanent id, `citations` reported it."""

    state: ClaimState
    day: date
    parts: tuple[str, ...]
    headline: str
    lines: tuple[str, ...]
    citations: tuple[Citation, ...]


def feed(
    report: Report,
    *,
    title: str = TITLE,
    links: FeedLinks = _TO_PUBLISHERS,
    publisher: str | None = None,
    limit: int | None = None,
) -> str:
    """Return the newest `limit` entries (all of them when it is None), the newest first.

    An entry's id follows from the claim's id and from which update or deadline it is, so that it
    stays when others are added or a note is mended. A day is dated at its midnight in UTC.
    The feed's own id follows from its address, else from the title.
    `publisher` is its author, else those that the files name, else the title stands for them.
    """
    entries = [entry for state in report.claims for entry in _entries(state)]
    entries = sorted(entries, key=lambda entry: entry.day)[::-1]
    named = publishers(report)
    names = [publisher] if publisher is not None else [each.name for each in named]
    pages = list(dict.fromkeys(each.url for each in named))
    head = FeedHead(
        stable_id("feed", links.address or title),
        title=title,
        updated=midnight((entries[0].day if entries else report.as_of).isoformat()),
        authors=tuple(dict.fromkeys(names or [title])),
        address=links.address,
        page=links.home or (pages[0] if len(pages) == 1 else None),
    )
    root = feed_root(head)
    for entry in entries[:limit]:
        _add_entry(root, entry, links.page_of(entry.state))
    return xml_document(root)


def feed_root(head: FeedHead) -> ET.Element:
    """Return a feed without entries."""
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    add_text(root, "id", f"urn:uuid:{head.id}")
    add_text(root, "title", head.title)
    add_text(root, "updated", head.updated)
    for name in head.authors:
        add_text(ET.SubElement(root, "author"), "name", name)
    if head.address is not None:
        rel, kind = "self", "application/atom+xml"
        ET.SubElement(root, "link", rel=rel, href=uri(head.address), type=kind)
    if head.page is not None:
        ET.SubElement(root, "link", rel="alternate", href=uri(head.page))
    add_text(root, "generator", "claim-tracker")
    return root


def _entries(state: ClaimState) -> Iterator[_FeedEntry]:
    """Yield the updates of a claim and its deadlines that passed, unsorted."""
    of_the_day: Counter[date] = Counter()
    for learned in history(state):
        day = learned.day
        of_the_day[day] += 1
        yield _update(state, learned, of_the_day[day])
    ends = [*(later.set_on for _, later in pairwise(state.terms)), state.day]
    for number, (term, end) in enumerate(zip(state.terms, ends, strict=False), start=1):
        if term.due.latest < end:
            yield _passed(state, term, number)


def _update(state: ClaimState, learned: Learned, number: int) -> _FeedEntry:
    """Return the entry of an update, which has this number among those of its day."""
    claim = state.claim
    headline = "; ".join(learned.changes) or "noted"
    return _FeedEntry(
        state,
        learned.day,
        ("update", claim.id, learned.day.isoformat(), str(number)),
        headline[0].upper() + headline[1:],
        tuple(text for text in (learned.quote, learned.note, _since(learned)) if text is not None),
        learned.citations,
    )


def _since(learned: Learned) -> str | None:
    """Return when an update became known, where that is no day."""
    is_a_day = learned.known_since.text == learned.day.isoformat()
    return None if is_a_day else f"Known since: {period_words(learned.known_since)}"


def _passed(state: ClaimState, term: Term, number: int) -> _FeedEntry:
    """Return the entry of a deadline that passed, with the state of the day after."""
    day = max(term.due.latest + _DAY, term.set_on)
    then, last = state_of(state.entry, day), day_words(term.due.latest)
    outcome = status_words(then) if then is not None and then.outcome is not None else "none"
    return _FeedEntry(
        state,
        day,
        ("deadline passed", state.claim.id, str(number)),
        f"Deadline passed: {period_words(term.due)}",
        (f"The last day was {last}. Outcome by then: {outcome}.",),
        state.entry.citations(),
    )


def _add_entry(root: ET.Element, entry: _FeedEntry, page: str | None) -> None:
    state, claim = entry.state, entry.state.claim
    citations = entry.citations or state.entry.citations()
    addresses = [it.source.url for it in citations if it.source.url is not None]
    made = ET.SubElement(root, "entry")
    add_text(made, "id", f"urn:uuid:{stable_id(*entry.parts)}")
    add_text(made, "title", f"{entry.headline}. {claim.claim}")
    add_text(made, "updated", midnight(entry.day.isoformat()))
    if page is not None:
        ET.SubElement(made, "link", rel="alternate", href=page)
    # An entry has one alternate of a type and language (4.1.1), and any number of others.
    for index, address in enumerate(addresses):
        rel = "alternate" if page is None and index == 0 else "via"
        ET.SubElement(made, "link", rel=rel, href=uri(address))
    for word in dict.fromkeys((claim.topic, *claim.tags)):
        if word is not None:
            ET.SubElement(made, "category", term=one_line(word))
    ET.SubElement(made, "content", type="text").text = "\n".join(_content(entry))


def _content(entry: _FeedEntry) -> Iterator[str]:
    claim = entry.state.claim
    yield from entry.lines
    yield f"Claim: {one_line(claim.claim)}"
    yield f"Said by: {speaker_words(claim)}"
    for _, source, at in entry.citations:
        address = uri(source.url) if source.url is not None else None
        yield f"Source: {comma(source_words(source, at), address)}"


def midnight(day: str) -> str:
    """Return the moment, in UTC, at which a day begins."""
    return f"{day}T00:00:00Z"


def add_text(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with a text on one line."""
    ET.SubElement(parent, name).text = one_line(text)
