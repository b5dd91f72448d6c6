"""The files of a site: its pages, the feed, the calendar, the data, and what robots read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.etree import ElementTree as ET

from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.data.escape import xml_document
from claim_tracker.render.data.rows import as_csv, as_json
from claim_tracker.render.publish import FEED_LIMIT
from claim_tracker.render.publish.atom import FeedLinks, feed
from claim_tracker.render.publish.ics import calendar
from claim_tracker.render.publish.naming import distinct_ends
from claim_tracker.render.publish.page.templates import own_file
from claim_tracker.render.publish.site.claim_page import claim_pages
from claim_tracker.render.publish.site.corrections import Corrected, site_corrections
from claim_tracker.render.publish.site.frame import Frame, frame_of
from claim_tracker.render.publish.site.index import index_page
from claim_tracker.render.publish.site.lists import list_pages, listings, name_pages
from claim_tracker.render.publish.site.paths import (
    CALENDAR,
    CORRECTIONS_FEED,
    CSV,
    FEED,
    INDEX,
    JSON,
    MISSING,
    STYLE,
    Home,
    claim_path,
    home_at,
)

_SITEMAP = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def site_files(
    report: Report,
    *,
    title: str | None = None,
    base_url: str | None = None,
    corrections: Sequence[Correction] | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield the files of a site with their paths, which have `/` between folders.

    The same report and arguments give the same files. Pages refer to each other relatively, so
    that the site can stand anywhere; `base_url` is the address of its folder, which canonical
    addresses, the feed, ClaimReview and the sitemap need. `title` is else that of the files.
    `corrections` have a page and a feed of their own, unless that is None. The words are in the
    language of the claims, as those of a page are; the paths are the same in every language.
    """
    yield from _data(report)  # first, as it takes much memory for a moment
    frame = frame_of(report, title, home_at(base_url), has_corrections=corrections is not None)
    made = site_corrections(frame, corrections) if corrections is not None else None
    paths: list[str] = []
    pages = _pages(frame, made.of_claim if made is not None else {})
    for path, text in chain(pages, made.pages.items() if made is not None else ()):
        paths.append(path)
        yield path, text
    if made is not None:
        yield CORRECTIONS_FEED, made.feed
    yield from _others(frame, paths)


def _pages(frame: Frame, corrected: Mapping[str, Corrected]) -> Iterator[tuple[str, str]]:
    """Yield the pages of claims and lists of them; `corrected` tells of claims that were so."""
    yield INDEX, index_page(frame)
    for groups in frame.groups.values():
        yield from name_pages(frame, groups)
    for listing in listings(frame):
        yield from list_pages(frame, listing)
    others = {state.claim.id: state for state in frame.states}
    for state in frame.states:
        yield from claim_pages(frame, state, others, corrected.get(state.claim.id))


def _others(frame: Frame, pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the files that are neither pages of claims nor data."""
    report, home = frame.report, frame.home
    yield MISSING, frame.missing()
    yield STYLE, own_file("page.css") + own_file("site/site.css")
    yield FEED, feed(report, title=frame.title, links=_links(frame), limit=FEED_LIMIT)
    yield CALENDAR, calendar(report, title=frame.title)
    if home.url is not None:
        yield from _sitemap(home, pages, frame.states)
        yield from _robots(home)


def _data(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the claims as data."""
    shown = _without_folders(report)
    yield JSON, "".join(as_json(shown))
    yield CSV, as_csv(shown)


def _links(frame: Frame) -> FeedLinks:
    """Return the links of the feed: to the site where its address is known."""
    home = frame.home
    if home.url is None:
        return FeedLinks()
    return FeedLinks(
        home.url_of(FEED), home.url, lambda state: home.url_of(claim_path(state.claim.id))
    )


def _without_folders(report: Report) -> Report:
    """Return a report that tells no more of where its files are than tells them apart."""
    names = distinct_ends(report.files)
    files = {file.name: file._replace(name=names[file.name]) for file in report.tracked}

    def renamed(state: ClaimState) -> ClaimState:
        return state._replace(entry=state.entry._replace(file=files[state.entry.file.name]))

    return Report(report.as_of, tuple(files.values()), tuple(map(renamed, report.claims)))


def _sitemap(
    home: Home, paths: Iterable[str], states: Iterable[ClaimState]
) -> Iterator[tuple[str, str]]:
    """Yield the list of the pages of a site (https://www.sitemaps.org/protocol.html).

    The page of a claim was last changed on the day on which somebody last looked.
    """
    looked = {claim_path(state.claim.id): state.last_looked.latest for state in states}
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for path in paths:
        made = ET.SubElement(root, "url")
        ET.SubElement(made, "loc").text = home.url_of(path)
        if path in looked:
            ET.SubElement(made, "lastmod").text = looked[path].isoformat()
    yield _SITEMAP, xml_document(root)


def _robots(home: Home) -> Iterator[tuple[str, str]]:
    """Yield what tells robots of the sitemap, where they look for it: at the top of a host."""
    if home.path == "/":
        yield "robots.txt", f"Sitemap: {home.url_of(_SITEMAP)}\n"
