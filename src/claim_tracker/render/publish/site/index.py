"""The first page of a site: how the claims stand, what is pressing, what is new, and all topics."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.filters import by_topic
from claim_tracker.render.phrases import passed_words
from claim_tracker.render.publish.naming import common_text
from claim_tracker.render.publish.page.score_view import ScoreTable
from claim_tracker.render.publish.site.frame import Frame, Head, Link, bytes_of, pack
from claim_tracker.render.publish.site.groups import Grouping, Groups
from claim_tracker.render.publish.site.lists import (
    Listing,
    claims_words,
    glance,
    news,
    rows,
    table,
)
from claim_tracker.render.publish.site.paths import CLAIMS, INDEX
from claim_tracker.render.wording import Wording
from claim_tracker.text.display import folded

_ROOM = 45_000
"""The bytes that the list of all claims may have on this page."""
_BESIDE_NAME = 150
"""The bytes of a link beside its words."""
_SHORT = 5
_SHORT_TABLE = 10


class ShortList(NamedTuple):
    """The first claims of a list, and the way to all of them."""

    name: str
    rows: Sequence[Markup]
    more: Link | None


class ShortTable(NamedTuple):
    """The first rows of a table, and the way to all of them."""

    shown: ScoreTable
    more: Link | None


class TopicSection(NamedTuple):
    """A topic with how many claims it has, and their rows as far as there is room for them."""

    link: Link | None
    is_named: bool
    number: int
    rows: Sequence[Markup]


def index_page(frame: Frame) -> str:
    """Return the first page."""
    report, states = frame.report, frame.states
    topics = _topics(frame)
    tables = [(table(frame, each), each) for each in frame.groups.values() if each.named]
    return frame.page(
        "index.html",
        Head(
            INDEX,
            frame.title,
            frame.title_language,
            passed_words(report.summary, frame.wording),
        ),
        about=common_text(report, "about"),
        total=len(states),
        claims=claims_words(len(states), frame.wording),
        glance=glance(frame, states),
        lists=[_first_of(frame, each) for each in news(frame) if each.states],
        tables=[_short(frame.wording, whole, groups) for (whole, _), groups in tables],
        notes=tables[0][0][1] if tables else [],
        topics=topics,
        more=list(_more(frame, topics)),
    )


def _topics(frame: Frame) -> list[TopicSection]:
    """Return the topics with the rows of their claims, as far as there is room for all of them.

    Else they are without rows and in alphabetical order, and none where even their names are too
    many. Where there are no topics at all, the one that stands for all has the first rows.
    """
    found = []
    for _, members in by_topic(frame.states):
        group = frame.groups["topic"].of_claim.get(members[0].claim.id)
        link = Link(group.name, group.path) if group is not None else None
        is_named = group is not None and group.is_named
        found.append(TopicSection(link, is_named, len(members), list(rows(frame, members, ""))))
    if sum(bytes_of(row) for topic in found for row in topic.rows) <= _ROOM:
        return found
    if found[0].link is None:
        return [found[0]._replace(rows=next(pack(found[0].rows, _ROOM, bytes_of)))]
    names = sorted((topic._replace(rows=[]) for topic in found), key=_alphabetical)
    size = sum(_BESIDE_NAME + bytes_of(topic.link.words) for topic in names if topic.link)
    return names if size <= _ROOM else []


def _alphabetical(topic: TopicSection) -> tuple[bool, str]:
    return not topic.is_named, folded(topic.link.words if topic.link is not None else "")


def _more(frame: Frame, topics: Sequence[TopicSection]) -> Iterator[Link]:
    """Yield the ways to what the page has no room for."""
    if sum(len(topic.rows) for topic in topics) < len(frame.states):
        wording = frame.wording
        yield Link(_all(claims_words(len(frame.states), wording), wording), CLAIMS)
        groups = frame.groups["topic"]
        if not topics:
            names = _names_words("topic", len(groups.named), wording)
            yield Link(_all(names, wording), groups.path)


def _first_of(frame: Frame, listing: Listing) -> ShortList:
    path, name, _, _, states = listing
    words = _all(frame.wording.number(len(states)), frame.wording)
    more = Link(words, path) if len(states) > _SHORT else None
    return ShortList(name, list(rows(frame, states[:_SHORT], "")), more)


def _short(wording: Wording, whole: ScoreTable, groups: Groups) -> ShortTable:
    number = len(whole.rows)
    words = _all(_names_words(groups.by, number, wording), wording)
    more = Link(words, groups.path) if number > _SHORT_TABLE else None
    return ShortTable(whole._replace(rows=whole.rows[:_SHORT_TABLE]), more)


def _all(things: str, wording: Wording) -> str:
    """Return the words of a link to all of so many things: `All 34 claims`, `All 34`."""
    return wording.gettext("All %(things)s", things=things)


def _names_words(by: Grouping, number: int, wording: Wording) -> str:
    """Return so many names of one kind in words."""
    match by:
        case "topic":
            return wording.ngettext("%(number)s topic", "%(number)s topics", number)
        case "speaker":
            return wording.ngettext("%(number)s speaker", "%(number)s speakers", number)
        case "organisation":
            return wording.ngettext("%(number)s organisation", "%(number)s organisations", number)
