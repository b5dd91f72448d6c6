"""Scorecards as data for programs: JSON, JSON lines, CSV and Markdown."""

from collections.abc import Callable, Mapping
from typing import Any

from claim_tracker.claims.scorecard import CATEGORIES, Score, Scorecard
from claim_tracker.render.data.escape import csv_table, markdown_row, markdown_text
from claim_tracker.render.data.rows import dumps
from claim_tracker.render.scorecard_columns import (
    TOTAL,
    columns_of,
    name_words,
    names_heading,
    notes,
)

CSV_COLUMNS = (
    *("name", "claims", *CATEGORIES, "kept", "decided", "share_kept"),
    *("median_days_late", "moved", "median_slip_days"),
)


def scorecard_json(card: Scorecard) -> str:
    """Return the whole scorecard as one JSON object: the contract is in docs/json.md."""
    document = {
        "as_of": card.report.as_of.isoformat(),
        "files": list(card.report.files),
        "by": card.by,
        "groups": [{"name": score.name, **_figures(score)} for score in card.scores],
        "total": _figures(card.total),
    }
    return dumps(document, indent=2) + "\n"


def scorecard_json_lines(card: Scorecard) -> str:
    """Return one group a line, each an object as in `scorecard_json`."""
    return "".join(dumps({"name": score.name, **_figures(score)}) + "\n" for score in card.scores)


def scorecard_csv(card: Scorecard) -> str:
    """Return one row a group, under a heading. No text in it begins as a formula would."""
    rows = ((score.name, *_figures(score).values()) for score in card.scores)
    return csv_table(CSV_COLUMNS, rows)


def scorecard_markdown(card: Scorecard) -> str:
    """Return a table in GitHub's Markdown with the total last, and notes on its figures below."""
    columns = columns_of(card)
    lines = [
        f"Claims by {card.by} as of {card.report.as_of.isoformat()}",
        "",
        markdown_row((names_heading(card), *(column.heading for column in columns))),
        markdown_row(("---", *("---:" for _ in columns))),
    ]
    for score in card.scores:
        name = markdown_text(name_words(card, score))
        lines.append(markdown_row((name, *(column.cell(score) for column in columns))))
    lines.append(markdown_row((f"**{TOTAL}**", *(column.cell(card.total) for column in columns))))
    sentences = list(notes(card, columns))
    lines += ["", " ".join(sentences)] if sentences else []
    return "\n".join(lines) + "\n"


FORMS: Mapping[str, Callable[[Scorecard], str]] = {
    "json": scorecard_json,
    "jsonl": scorecard_json_lines,
    "csv": scorecard_csv,
    "markdown": scorecard_markdown,
}
"""What makes the data of a scorecard, by the name of its form."""


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
