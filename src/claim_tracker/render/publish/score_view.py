"""What a page shows of how claims turned out: by who made them, and by what they are about."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claim_tracker.claims.report import Report
from claim_tracker.claims.scorecard import By, Score, Scorecard, scorecard
from claim_tracker.render.publish.share_bar import Part, bar_of_score
from claim_tracker.render.scorecard_columns import TOTAL, columns_of, name_words, notes

_COUNTED_BY: tuple[By, ...] = ("speaker", "organisation", "topic")


class ScoreRow(NamedTuple):
    """The figures of one group of claims; `language` is that of a name that the file has.

    `address` is where the claims of the group are listed, if they are.
    """

    name: str
    language: str | None
    bar: Sequence[Part]
    cells: Sequence[str]
    address: str | None = None


class ScoreTable(NamedTuple):
    """The claims counted by one of their fields."""

    by: By
    headings: Sequence[str]
    rows: Sequence[ScoreRow]
    total: ScoreRow


class ScoreView(NamedTuple):
    """The tables, and what a reader of their figures has to know."""

    tables: Sequence[ScoreTable]
    notes: Sequence[str]


def score_view(report: Report, language: str | None) -> ScoreView:
    """Return the scores of a report; a field that no claim has has no table.

    `language` is that of the names.
    """
    cards = [scorecard(report, by) for by in _COUNTED_BY]
    return ScoreView(
        [
            score_table(card, language)
            for card in cards
            if any(score.name is not None for score in card.scores)
        ],
        list(notes(cards[0], columns_of(cards[0]))),
    )


def score_table(
    card: Scorecard, language: str | None, address_of: Callable[[str], str | None] = lambda _: None
) -> ScoreTable:
    """Return the table of a scorecard; `address_of` gives where the claims of a name are listed."""
    columns = columns_of(card, empty=False)

    def row(name: str, tag: str | None, score: Score, address: str | None = None) -> ScoreRow:
        cells = [column.cell(score) for column in columns]
        return ScoreRow(name, tag, bar_of_score(score), cells, address)

    def named(score: Score) -> ScoreRow:
        name = name_words(card, score)
        return row(name, language if score.name is not None else None, score, address_of(name))

    return ScoreTable(
        by=card.by,
        headings=[column.heading for column in columns],
        rows=[named(score) for score in card.scores],
        total=row(TOTAL, None, card.total),
    )
