"""The first page of a site: how the claims stand, what is pressing, what is new, and all topics."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.filters import by_topic, ordered
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import count, passed_words
from claim_tracker.render.publish.naming import said_of_all
from claim_tracker.render.publish.score_view import ScoreTable
from claim_tracker.render.publish.site.addresses import CLAIMS, FEED, INDEX, status_path
from claim_tracker.render.publish.site.frame import Frame, Head, Link, bytes_of
from claim_tracker.render.publish.site.groups import Groups
from claim_tracker.render.publish.site.lists import glance, rows, table

_ROOM = 45_000
"""The bytes that the list of all claims may have on this page."""
_SHORT = 5
_SHORT_TABLE = 10


class ShortList(NamedTuple):
    """The first claims of a list, and the way to all of them."""

    name: str
    rows: Markup
    more: Link | None


class ShortTable(NamedTuple):
    """The first rows of a table, and the way to all of them."""

    shown: ScoreTable
    more: Link | None


class Topic(NamedTuple):
    """A topic with its claims, or with how many they are where there is no room for all."""

    link: Link | None
    is_named: bool
    number: int
    rows: Markup | None


def index_page(frame: Frame) -> str:
    """Return the first page."""
    report, states = frame.report, frame.states
    topics = list(_topics(frame))
    is_whole = all(topic.rows is not None for topic in topics)
    tables = [(table(frame, each), each) for each in frame.groups.values() if each.named]
    return frame.page(
        "index.html",
        Head(INDEX, frame.title, frame.shared["site_language"], passed_words(report.summary)),
        about=said_of_all(report, "about"),
        total=len(states),
        glance=glance(frame, states),
        lists=list(_lists(frame)),
        tables=[_short(whole, groups) for (whole, _), groups in tables],
        notes=tables[0][0][1] if tables else [],
        topics=topics,
        more=None if is_whole else Link(f"All {count(len(states), 'claim')}", CLAIMS),
    )


def _topics(frame: Frame) -> Iterator[Topic]:
    found = [
        (members, Markup("").join(rows(frame, members, "")))
        for _, members in by_topic(frame.states)
    ]
    has_room = sum(bytes_of(made) for _, made in found) <= _ROOM
    for members, made in found:
        group = frame.groups["topic"].of_claim.get(members[0].claim.id)
        link = Link(group.name, group.path) if group is not None else None
        is_named = group is not None and group.is_named
        yield Topic(link, is_named, len(members), made if has_room else None)


def _lists(frame: Frame) -> Iterator[ShortList]:
    coming = (state for state in frame.states if state.status in ("due", "upcoming"))
    for name, states, path in (
        ("Overdue", [s for s in frame.states if s.status == "overdue"], status_path("overdue")),
        ("The next deadlines", ordered(coming, "due"), status_path("upcoming")),
        ("Lately found out", _found_out(frame.states), FEED),
    ):
        if states:
            more = Link(f"All {len(states):,}", path) if len(states) > _SHORT else None
            yield ShortList(name, Markup("").join(rows(frame, states[:_SHORT], "")), more)


def _found_out(states: Sequence[ClaimState]) -> list[ClaimState]:
    """Return the claims with an outcome, the one that was found out last first."""
    decided = [(state.verdict.date.latest, state) for state in states if state.verdict is not None]
    return [state for _, state in sorted(decided, key=lambda each: each[0], reverse=True)]


def _short(whole: ScoreTable, groups: Groups) -> ShortTable:
    number = len(whole.rows)
    more = Link(f"All {count(number, whole.by)}", groups.path) if number > _SHORT_TABLE else None
    return ShortTable(whole._replace(rows=whole.rows[:_SHORT_TABLE]), more)
