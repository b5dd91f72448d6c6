"""A feed of updates of the claims, and of deadlines that passed (Atom, RFC 4287)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, repeat
from typing import NamedTuple
from uuid import UUID
from xml.etree import ElementTree as ET

from claim_tracker.claims.fields import label_of
from claim_tracker.claims.model import Claim
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState, Term, state_of
from claim_tracker.claims.tracker import Citation
from claim_tracker.render.data.escape import xml_document
from claim_tracker.render.phrases import comma, source_words, speaker_words, status_words
from claim_tracker.render.publish.languages import language_of_all, wording_of
from claim_tracker.render.publish.naming import anchor, common_text, publishers, stable_id, uri
from claim_tracker.render.update_phrases import UpdatePhrases, update_history
from claim_tracker.render.wording import AS_WRITTEN, Wording, message
from claim_tracker.text.display import capitalized, one_line

_TITLE = message("title", "Claims")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself.

    `updated` is a day, `url` where the feed will stand, `page` what it is about, and `language`
    that of all its texts.
    """

    id: UUID
    title: str
    updated: str
    authors: tuple[str, ...]
    url: str | None = None
    page: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed: `updated` is a day, and `links` are addresses with their relations.

    `content` is HTML where `is_html`, else plain text.
    """

    id: UUID
    title: str
    updated: str
    content: str
    links: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    is_html: bool = False


def _on_page_of_publisher(state: ClaimState) -> str | None:
    """Return the address of a claim on the page that its file names, if it names one."""
    publisher = state.entry.file.content.publisher
    return anchor(publisher.url, state.claim.id) if publisher is not None else None


class FeedLinks(NamedTuple):
    """Where a feed will stand, and where its links lead.

    `home` is the page that it is about, else the one that all files name, and `page_of` gives the
    address of a claim.
    """

    url: str | None = None
    home: str | None = None
    page_of: Callable[[ClaimState], str | None] = _on_page_of_publisher


_TO_PUBLISHERS = FeedLinks()


@dataclass(frozen=True, slots=True)
class _News:
    """What is said of a claim; `parts` make its permanent id, `citations` reported it."""

    state: ClaimState
    day: date
    parts: tuple[str, ...]
    headline: str
    lines: tuple[str, ...]
    citations: tuple[Citation, ...]


def feed(
    report: Report,
    *,
    title: str | None = None,
    links: FeedLinks = _TO_PUBLISHERS,
    publisher: str | None = None,
    limit: int | None = None,
) -> str:
    """Return the newest `limit` entries (all of them when it is None), the newest first.

    An entry's id follows from the claim's id and from which update or deadline it is, so that it
    stays when others are added or a note is mended. A day is dated at its midnight in UTC.
    The feed's own id follows from its address, else from the title.
    `publisher` is its author, else those that the files name, else the title stands for them.
    Its words are in the language of the claims, as those of a page are.
    """
    language = common_text(report, "language")
    wording = wording_of(language, AS_WRITTEN)
    entries = [entry for state in report.claims for entry in _entries(state, wording)]
    entries = sorted(entries, key=lambda entry: entry.day)[::-1]
    named = publishers(report)
    names = [publisher] if publisher is not None else [each.name for each in named]
    pages = list(dict.fromkeys(each.url for each in named))
    own_id = stable_id("feed", links.url or title or _TITLE)
    title = title or wording.pgettext("title", _TITLE)
    head = FeedHead(
        own_id,
        title=title,
        updated=(entries[0].day if entries else report.as_of).isoformat(),
        authors=tuple(dict.fromkeys(names or [title])),
        url=links.url,
        page=links.home or (pages[0] if len(pages) == 1 else None),
        language=language_of_all(language, wording),
    )
    shown = (_entry(each, links.page_of(each.state), wording) for each in entries[:limit])
    return atom_document(head, shown)


def atom_document(head: FeedHead, entries: Iterable[FeedEntry]) -> str:
    """Return a feed as XML; a day is dated at its midnight in UTC."""
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    if head.language is not None:
        root.set(_XML_LANG, head.language)
    _add_common(root, head)
    if head.url is not None:
        rel, kind = "self", "application/atom+xml"
        ET.SubElement(root, "link", rel=rel, href=uri(head.url), type=kind)
    if head.page is not None:
        ET.SubElement(root, "link", rel="alternate", href=uri(head.page))
    _add_text(root, "generator", "claim-tracker")
    for entry in entries:
        made = ET.SubElement(root, "entry")
        _add_common(made, entry)
        for rel, url in entry.links:
            ET.SubElement(made, "link", rel=rel, href=url)
        for word in entry.categories:
            ET.SubElement(made, "category", term=one_line(word))
        kind = "html" if entry.is_html else "text"
        ET.SubElement(made, "content", type=kind).text = entry.content
    return xml_document(root)


def _add_common(element: ET.Element, fields: FeedHead | FeedEntry) -> None:
    """Add what a feed and an entry both have."""
    _add_text(element, "id", f"urn:uuid:{fields.id}")
    _add_text(element, "title", fields.title)
    _add_text(element, "updated", f"{fields.updated}T00:00:00Z")
    for name in fields.authors:
        _add_text(ET.SubElement(element, "author"), "name", name)


def _add_text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = one_line(text)


def _entries(state: ClaimState, wording: Wording) -> Iterator[_News]:
    """Yield the updates of a claim and its deadlines that passed, unsorted."""
    of_the_day: Counter[date] = Counter()
    for learned in update_history(state, wording):
        day = learned.day
        of_the_day[day] += 1
        yield _update_entry(state, learned, of_the_day[day], wording)
    ends = [*(later.set_on for _, later in pairwise(state.terms)), state.day]
    for number, (term, end) in enumerate(zip(state.terms, ends, strict=False), start=1):
        if term.due.latest < end:
            yield _passed_entry(state, term, number, wording)


def _update_entry(
    state: ClaimState, learned: UpdatePhrases, number: int, wording: Wording
) -> _News:
    """Return the entry of an update, which has this number among those of its day."""
    claim = state.claim
    headline = wording.following(*learned.changes) or wording.gettext("noted")
    since = _since(learned, wording)
    return _News(
        state=state,
        day=learned.day,
        parts=("update", claim.id, learned.day.isoformat(), str(number)),
        headline=capitalized(headline),
        lines=tuple(text for text in (learned.quote, learned.note, since) if text is not None),
        citations=learned.citations,
    )


def _since(learned: UpdatePhrases, wording: Wording) -> str | None:
    """Return when an update became known, where that is no day."""
    is_a_day = learned.known_since.text == learned.day.isoformat()
    if is_a_day:
        return None
    return wording.named(
        wording.pgettext("label", "Known since"), wording.date(learned.known_since)
    )


def _passed_entry(state: ClaimState, term: Term, number: int, wording: Wording) -> _News:
    """Return the entry of a deadline that passed, with the state of the day after."""
    day = max(term.due.latest + _DAY, term.set_on)
    then, last = state_of(state.entry, day), wording.day(term.due.latest)
    line = (
        wording.gettext(
            "The last day was %(day)s. Outcome by then: %(outcome)s.",
            day=last,
            outcome=status_words(then, wording),
        )
        if then is not None and then.outcome is not None
        else wording.gettext("The last day was %(day)s. Outcome by then: none.", day=last)
    )
    return _News(
        state=state,
        day=day,
        parts=("deadline passed", state.claim.id, str(number)),
        headline=wording.gettext("Deadline passed: %(date)s", date=wording.date(term.due)),
        lines=(line,),
        citations=state.entry.citations(),
    )


def _entry(news: _News, page: str | None, wording: Wording) -> FeedEntry:
    claim, citations = news.state.claim, news.citations or news.state.entry.citations()
    urls = dict.fromkeys(
        citation.source.url for citation in citations if citation.source.url is not None
    )
    links = [*([page] if page is not None else []), *map(uri, urls)]
    words = dict.fromkeys((claim.topic, *claim.tags))
    # An entry has one alternate of a type and language (4.1.1), and any number of others.
    relations = ("alternate", *repeat("via", len(links)))
    return FeedEntry(
        stable_id(*news.parts),
        wording.gettext("%(headline)s. %(claim)s", headline=news.headline, claim=claim.claim),
        news.day.isoformat(),
        "\n".join(_content(news, wording)),
        links=tuple(zip(relations, links, strict=False)),
        categories=tuple(word for word in words if word is not None),
    )


def _content(news: _News, wording: Wording) -> Iterator[str]:
    claim = news.state.claim
    values = [("claim", one_line(claim.claim)), ("speaker", speaker_words(claim, wording))]
    for _, source, at in news.citations:
        url = uri(source.url) if source.url is not None else None
        words = source_words(source, at, wording)
        values.append(("source", comma(words, url, wording=wording)))
    yield from news.lines
    for name, text in values:
        yield wording.named(wording.pgettext("label", label_of(Claim, name)), text or "")
