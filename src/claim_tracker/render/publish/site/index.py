"""The first page of a site: how the claims stand, what is pressing, what is new, and all topics."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.filters import by_topic
from claim_tracker.render.phrases import count, passed_words
from claim_tracker.render.publish.naming import said_of_all
from claim_tracker.render.publish.score_view import ScoreTable
from claim_tracker.render.publish.site.addresses import CLAIMS, INDEX
from claim_tracker.render.publish.site.frame import Frame, Head, Link, bytes_of, packed
from claim_tracker.render.publish.site.groups import Groups
from claim_tracker.render.publish.site.lists import Listing, glance, news, rows, table

_ROOM = 45_000
"""The bytes that the list of all claims may have on this page."""
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


class Topic(NamedTuple):
    """A topic with how many claims it has, and their rows as far as there is room for them."""

    link: Link | None
    is_named: bool
    number: int
    rows: Sequence[Markup]


def index_page(frame: Frame) -> str:
    """Return the first page."""
    report, states = frame.report, frame.states
    topics = list(_topics(frame))
    is_whole = all(topic.number == len(topic.rows) for topic in topics)
    tables = [(table(frame, each), each) for each in frame.groups.values() if each.named]
    return frame.page(
        "index.html",
        Head(INDEX, frame.title, frame.shared["site_language"], passed_words(report.summary)),
        about=said_of_all(report, "about"),
        total=len(states),
        glance=glance(frame, states),
        lists=[_first_of(frame, each) for each in news(frame) if each.states],
        tables=[_short(whole, groups) for (whole, _), groups in tables],
        notes=tables[0][0][1] if tables else [],
        topics=topics,
        more=None if is_whole else Link(f"All {count(len(states), 'claim')}", CLAIMS),
    )


def _topics(frame: Frame) -> Iterator[Topic]:
    """Yield the topics, with the rows of their claims where there is room for all of them.

    Where there are no topics, the one that stands for all has as many rows as there is room for.
    """
    found = [(members, list(rows(frame, members, ""))) for _, members in by_topic(frame.states)]
    size = sum(bytes_of(row) for _, made in found for row in made)
    for members, made in found:
        group = frame.groups["topic"].of_claim.get(members[0].claim.id)
        if group is None:
            yield Topic(None, False, len(members), next(packed(made, _ROOM, bytes_of)))
        else:
            link = Link(group.name, group.path)
            yield Topic(link, group.is_named, len(members), made if size <= _ROOM else [])


def _first_of(frame: Frame, listing: Listing) -> ShortList:
    path, name, _, _, states = listing
    more = Link(f"All {len(states):,}", path) if len(states) > _SHORT else None
    return ShortList(name, list(rows(frame, states[:_SHORT], "")), more)


def _short(whole: ScoreTable, groups: Groups) -> ShortTable:
    number = len(whole.rows)
    more = Link(f"All {count(number, whole.by)}", groups.path) if number > _SHORT_TABLE else None
    return ShortTable(whole._replace(rows=whole.rows[:_SHORT_TABLE]), more)
