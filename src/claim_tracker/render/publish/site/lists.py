"""Pages that list claims, and those that list topics, speakers and organisations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.filters import ordered
from claim_tracker.claims.scorecard import Scorecard, scorecard_of
from claim_tracker.claims.state import ClaimState, StatusOrLate
from claim_tracker.claims.vocabulary import Status
from claim_tracker.render.phrases import passed_words, standing_parts
from claim_tracker.render.publish.html import TITLE
from claim_tracker.render.publish.page.claim_view import OutcomeMark, rating_of, tone_of
from claim_tracker.render.publish.page.score_view import ScoreTable, score_table
from claim_tracker.render.publish.page.share_bar import (
    GROUPS,
    BarGroup,
    BarPart,
    bar_of,
    bar_statuses_of,
    groups_of,
)
from claim_tracker.render.publish.site.frame import Frame, Head, Link, bytes_of, in_parts
from claim_tracker.render.publish.site.groups import Groups
from claim_tracker.render.publish.site.paths import (
    CLAIMS,
    DEADLINES,
    OUTCOMES,
    claim_path,
    root_of,
    status_path,
)
from claim_tracker.render.scorecard_columns import notes_on_figures
from claim_tracker.render.wording import Wording, message
from claim_tracker.text.display import capitalized

_ROOM = 70_000
"""The bytes of a list on one page."""
_NEXT = message("title", "The next deadlines")
_FOUND_OUT = message("title", "Lately found out")


class Glance(NamedTuple):
    """How some claims stand."""

    passed: str
    bar: Sequence[BarPart]
    groups: Sequence[BarGroup]


class Listing(NamedTuple):
    """Claims that are listed under a name; `above` is what the list belongs to."""

    path: str
    name: str
    language: str | None
    above: Link | None
    states: Sequence[ClaimState]


def glance(frame: Frame, states: Sequence[ClaimState]) -> Glance:
    """Return the statuses of some claims of the site."""
    passed = passed_words(frame.report.of(states).summary, frame.wording)
    return Glance(passed, bar_of(states), groups_of(states, frame.wording))


def news(frame: Frame) -> Iterator[Listing]:
    """Yield the lists of what is pressing and what is new, which begin on the first page."""
    overdue = [state for state in frame.states if state.status == "overdue"]
    coming = (state for state in frame.states if state.status in ("due", "upcoming"))
    yield _of_status(frame, "overdue", overdue)
    yield _listing(frame, DEADLINES, _NEXT, ordered(coming, "due"))
    yield _listing(frame, OUTCOMES, _FOUND_OUT, _found_out(frame.states))


def _of_status(frame: Frame, status: StatusOrLate, states: Sequence[ClaimState]) -> Listing:
    """Return the list of the claims of a status."""
    words = frame.wording.word(status)
    return _under_claims(frame, status_path(status), capitalized(words), states)


def _listing(frame: Frame, path: str, title: str, states: Sequence[ClaimState]) -> Listing:
    return _under_claims(frame, path, frame.wording.pgettext("title", title), states)


def _under_claims(frame: Frame, path: str, name: str, states: Sequence[ClaimState]) -> Listing:
    above = Link(frame.wording.pgettext("title", TITLE), CLAIMS)
    return Listing(path, name, None, above, states)


def _found_out(states: Iterable[ClaimState]) -> list[ClaimState]:
    """Return the claims with an outcome, the one that was found out last first."""
    decided = [(state.verdict.date.latest, state) for state in states if state.verdict is not None]
    return [state for _, state in sorted(decided, key=lambda each: each[0], reverse=True)]


def listings(frame: Frame) -> Iterator[Listing]:
    """Yield the lists of a site: all claims, what is new, and those of each name and status."""
    name = frame.wording.pgettext("title", TITLE)
    yield Listing(CLAIMS, name, None, None, frame.states)
    yield from (each for each in news(frame) if each.states)
    for groups in frame.groups.values():
        above = Link(groups.words, groups.path)
        for group in groups.named.values():
            language = frame.language if group.is_named else None
            yield Listing(group.path, group.name, language, above, group.states)
    for status in chain.from_iterable(GROUPS.values()):
        if status == "overdue":  # those are among the news
            continue
        states = [state for state in frame.states if status in bar_statuses_of(state)]
        if states:
            yield _of_status(frame, status, states)


def rows(frame: Frame, states: Iterable[ClaimState], root: str) -> Iterator[Markup]:
    """Yield the row of each claim; `root` is the way from their page to the folder of the site."""
    row = frame.macro("site/rows.html", "row")
    return (frame.once(row, _row_of(state, frame.wording), root) for state in states)


def claims_words(number: int, wording: Wording) -> str:
    """Return so many claims in words."""
    return wording.ngettext("%(number)s claim", "%(number)s claims", number)


def list_pages(frame: Frame, listing: Listing) -> Iterator[tuple[str, str]]:
    """Yield the pages of a list with their paths."""
    path, name, language, above, states = listing
    made = rows(frame, states, root_of(path))
    description = frame.wording.named(name, claims_words(len(states), frame.wording))
    for part in in_parts(path, made, _ROOM, bytes_of):
        head = Head(part.path, name, language, description, number=part.number)
        has_glance = part.number == 1 and len(states) > 1
        values = {"above": above, "glance": glance(frame, states) if has_glance else None}
        yield part.path, frame.page("list.html", head, part=part, **values)


def table(frame: Frame, groups: Groups) -> tuple[ScoreTable, list[str]]:
    """Return the table of how the claims of each name turned out, and the notes on it."""
    card: Scorecard = scorecard_of(frame.report, groups.by)
    paths = {name: group.path for name, group in groups.named.items()}
    made = score_table(card, frame.language, paths.get, frame.wording)
    return made, list(notes_on_figures(card, frame.wording))


def name_pages(frame: Frame, groups: Groups) -> Iterator[tuple[str, str]]:
    """Yield the pages that list the names of one kind, if there are any, with their paths."""
    if not groups.named:
        return
    whole, remarks = table(frame, groups)
    row = frame.macro("score.html", "row")
    description = frame.wording.named(groups.words, frame.title)
    for part in in_parts(
        groups.path, whole.rows, _ROOM, lambda each: bytes_of(row(each, whole.headings))
    ):
        head = Head(part.path, groups.words, None, description, number=part.number)
        shown = whole._replace(rows=part.items)
        yield part.path, frame.page("names.html", head, part=part, table=shown, notes=remarks)


class ClaimRow(NamedTuple):
    """A claim as it is listed; `path` is where its page stands."""

    path: str
    text: str
    language: str | None
    speaker: str
    due: str | None
    status: Status
    mark: OutcomeMark | None
    standing: str
    rating: str | None


def _row_of(state: ClaimState, wording: Wording) -> ClaimRow:
    """Return the row of a claim in a list."""
    standing, _ = standing_parts(state, wording)
    return ClaimRow(
        path=claim_path(state.claim.id),
        text=state.claim.claim,
        language=state.entry.file.content.language,
        speaker=state.claim.speaker,
        due=wording.date(state.due) if state.due is not None else None,
        status=state.status,
        mark=tone_of(state),
        standing=standing,
        rating=rating_of(state, wording),
    )
