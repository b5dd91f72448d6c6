"""What a page shows of how claims turned out: by who made them, and by what they are about."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from claim_tracker.claims.choices import By
from claim_tracker.claims.report import Report
from claim_tracker.claims.scorecard import Score, Scorecard, scorecard_of
from claim_tracker.render.publish.page.share_bar import BarPart, bar_of_score
from claim_tracker.render.scorecard_columns import (
    TOTAL,
    name_words,
    names_heading,
    notes_on_figures,
    shown_columns,
)
from claim_tracker.render.wording import Wording, message

_TITLES: Mapping[By, str] = {
    "speaker": message("table", "By speaker"),
    "organisation": message("table", "By organisation"),
    "topic": message("table", "By topic"),
}


class ScoreRow(NamedTuple):
    """The figures of one group of claims; `language` is that of a name that the file has.

    `href` is where the claims of the group are listed, if they are.
    """

    name: str
    language: str | None
    bar: Sequence[BarPart]
    cells: Sequence[str]
    href: str | None = None


class ScoreTable(NamedTuple):
    """The claims counted by one of their fields, the names of which are under `heading`."""

    by: By
    title: str
    heading: str
    headings: Sequence[str]
    rows: Sequence[ScoreRow]
    total: ScoreRow


class ScoreView(NamedTuple):
    """The tables, and what a reader of their figures has to know."""

    tables: Sequence[ScoreTable]
    notes: Sequence[str]


def score_view(report: Report, language: str | None, wording: Wording) -> ScoreView:
    """Return the scores of a report; a field that no claim has has no table.

    `language` is that of the names.
    """
    cards = [scorecard_of(report, by) for by in _TITLES]
    return ScoreView(
        [
            score_table(card, language, lambda _: None, wording)
            for card in cards
            if any(score.name is not None for score in card.scores)
        ],
        list(notes_on_figures(cards[0], wording)),
    )


def score_table(
    card: Scorecard,
    language: str | None,
    href_of: Callable[[str | None], str | None],
    wording: Wording,
) -> ScoreTable:
    """Return the table of a scorecard; `href_of` gives where the claims of a name are listed.

    None is the name of claims without one.
    """
    columns = shown_columns(card, empty=False)

    def row(name: str, tag: str | None, score: Score, href: str | None = None) -> ScoreRow:
        cells = [column.cell(score, wording) for column in columns]
        return ScoreRow(name, tag, bar_of_score(score), cells, href)

    def named(score: Score) -> ScoreRow:
        tag = language if score.name is not None else None
        return row(name_words(card, score, wording), tag, score, href_of(score.name))

    return ScoreTable(
        by=card.by,
        title=wording.pgettext("table", _TITLES[card.by]),
        heading=names_heading(card, wording),
        headings=[wording.pgettext("column", column.heading) for column in columns],
        rows=[named(score) for score in card.scores],
        total=row(wording.pgettext("row", TOTAL), None, card.total),
    )
