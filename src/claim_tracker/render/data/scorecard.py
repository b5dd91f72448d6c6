"""Scorecards as data for programs: JSON, JSON lines, CSV and Markdown."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from claim_tracker.claims.scorecard import CATEGORIES, Score, Scorecard
from claim_tracker.render.data.escape import csv_table, markdown_table, markdown_text
from claim_tracker.render.data.rows import head_of, json_document, json_lines
from claim_tracker.render.scorecard_columns import (
    TOTAL,
    name_words,
    names_heading,
    notes,
    shown_columns,
)

_SUMS = "kept decided share_kept median_days_late moved median_slip_days".split()
CSV_COLUMNS = ("name", "claims", *CATEGORIES, *_SUMS)


def scorecard_json(card: Scorecard) -> str:
    """Return the whole scorecard as one JSON object: the contract is in docs/json.md."""
    document = {
        **head_of(card.report),
        "by": card.by,
        "groups": [_group(score) for score in card.scores],
        "total": _figures(card.total),
    }
    return json_document(document)


def scorecard_json_lines(card: Scorecard) -> Iterator[str]:
    """Yield one group a line, each an object as in `scorecard_json`."""
    return json_lines(map(_group, card.scores))


def scorecard_csv(card: Scorecard) -> str:
    """Return one row a group, under a heading. No text in it begins as a formula would."""
    return csv_table(CSV_COLUMNS, (_group(score).values() for score in card.scores))


def scorecard_markdown(card: Scorecard) -> str:
    """Return a table in GitHub's Markdown with the total last, and notes on its figures below."""
    columns = shown_columns(card)
    headings = (names_heading(card), *(column.heading for column in columns))
    named = [(markdown_text(name_words(card, score)), score) for score in card.scores]
    rows = (
        (name, *(column.cell(score) for column in columns))
        for name, score in (*named, (f"**{TOTAL}**", card.total))
    )
    lines = [f"Claims by {card.by} as of {card.report.as_of}", ""]
    lines += markdown_table(headings, rows, right=True)
    sentences = list(notes(card, columns))
    lines += ["", " ".join(sentences)] if sentences else []
    return "\n".join(lines) + "\n"


FORMS: Mapping[str, Callable[[Scorecard], str | Iterator[str]]] = {
    "json": scorecard_json,
    "jsonl": scorecard_json_lines,
    "csv": scorecard_csv,
    "markdown": scorecard_markdown,
}
"""What makes the data of a scorecard, by the name of its form."""


def _group(score: Score) -> dict[str, Any]:
    return {"name": score.name, **_figures(score)}


def _figures(score: Score) -> dict[str, Any]:
    return {
        "claims": score.claims,
        **{str(category): score.counts[category] for category in CATEGORIES},
        "kept": score.kept,
        "decided": score.decided,
        "share_kept": score.share_kept,
        "median_days_late": score.median_days_late,
        "moved": score.moved,
        "median_slip_days": score.median_slip_days,
    }
