"""Pages that list claims, and those that list topics, speakers and organisations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.filters import ordered
from claim_tracker.claims.scorecard import Scorecard, scorecard
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import count, passed_words
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.score_view import ScoreTable, score_table
from claim_tracker.render.publish.share_bar import (
    GROUPS,
    Group,
    Part,
    bar_of,
    groups_of,
    signs_of,
)
from claim_tracker.render.publish.site.addresses import (
    CLAIMS,
    DEADLINES,
    OUTCOMES,
    root_of,
    status_path,
)
from claim_tracker.render.publish.site.frame import Frame, Head, Link, bytes_of, in_parts
from claim_tracker.render.publish.site.groups import Groups
from claim_tracker.render.publish.site.rows import row_of
from claim_tracker.render.scorecard_columns import columns_of, notes

_ROOM = 70_000
"""The bytes of a list on one page."""


class Glance(NamedTuple):
    """How some claims stand."""

    passed: str
    bar: Sequence[Part]
    groups: Sequence[Group]


class Listing(NamedTuple):
    """Claims that are listed under a name; `above` is what the list belongs to."""

    path: str
    name: str
    language: str | None
    above: Link | None
    states: Sequence[ClaimState]


def glance(frame: Frame, states: Sequence[ClaimState]) -> Glance:
    """Return how some claims of the site stand."""
    passed = passed_words(frame.report.of(states).summary)
    return Glance(passed, bar_of(states), groups_of(states))


def news(frame: Frame) -> Iterator[Listing]:
    """Yield what is pressing and what is new, whose first claims are on the first page."""
    overdue = [state for state in frame.states if state.status == "overdue"]
    coming = (state for state in frame.states if state.status in ("due", "upcoming"))
    yield _listing(status_path("overdue"), "Overdue", overdue)
    yield _listing(DEADLINES, "The next deadlines", ordered(coming, "due"))
    yield _listing(OUTCOMES, "Lately found out", _found_out(frame.states))


def _listing(path: str, name: str, states: Sequence[ClaimState]) -> Listing:
    return Listing(path, name, None, Link("Claims", CLAIMS), states)


def _found_out(states: Iterable[ClaimState]) -> list[ClaimState]:
    """Return the claims with an outcome, the one that was found out last first."""
    decided = [(state.verdict.date.latest, state) for state in states if state.verdict is not None]
    return [state for _, state in sorted(decided, key=lambda each: each[0], reverse=True)]


def listings(frame: Frame) -> Iterator[Listing]:
    """Yield the lists of a site: all claims, what is new, and those of each name and status."""
    yield Listing(CLAIMS, "Claims", None, None, frame.states)
    yield from (each for each in news(frame) if each.states)
    for groups in frame.groups.values():
        above = Link(groups.words, groups.path)
        for group in groups.named.values():
            language = frame.language if group.is_named else None
            yield Listing(group.path, group.name, language, above, group.states)
    for sign in (sign for signs in GROUPS.values() for sign in signs if sign != "overdue"):
        states = [state for state in frame.states if sign in signs_of(state)]
        if states:
            words = PLAIN.word(sign)
            yield _listing(status_path(sign), words[:1].upper() + words[1:], states)


def rows(frame: Frame, states: Iterable[ClaimState], root: str) -> Iterator[Markup]:
    """Yield the row of each claim; `root` is the way from their page to the folder of the site."""
    row = frame.macro("site/rows.html", "row")
    return (row(row_of(state), root) for state in states)


def list_pages(frame: Frame, listing: Listing) -> Iterator[tuple[str, str]]:
    """Yield the pages of a list with their paths."""
    path, name, language, above, states = listing
    made = rows(frame, states, root_of(path))
    description = f"{name}: {count(len(states), 'claim')}"
    for part in in_parts(path, made, _ROOM, bytes_of):
        head = Head(part.path, name, language, description, number=part.number)
        has_glance = part.number == 1 and len(states) > 1
        values = {"above": above, "glance": glance(frame, states) if has_glance else None}
        yield part.path, frame.page("list.html", head, part=part, **values)


def table(frame: Frame, groups: Groups) -> tuple[ScoreTable, list[str]]:
    """Return how the claims of each name turned out, and what a reader of that has to know."""
    card: Scorecard = scorecard(frame.report, groups.by)
    paths = {name: group.path for name, group in groups.named.items()}
    return score_table(card, frame.language, paths.get), list(notes(card, columns_of(card)))


def name_pages(frame: Frame, groups: Groups) -> Iterator[tuple[str, str]]:
    """Yield the pages that list the names of one kind, if there are any, with their paths."""
    if not groups.named:
        return
    whole, remarks = table(frame, groups)
    row = frame.macro("score.html", "row")
    description = f"{groups.words}: {frame.title}"
    for part in in_parts(
        groups.path, whole.rows, _ROOM, lambda each: bytes_of(row(each, whole.headings))
    ):
        head = Head(part.path, groups.words, None, description, number=part.number)
        shown = whole._replace(rows=part.items)
        yield part.path, frame.page("names.html", head, part=part, table=shown, notes=remarks)
