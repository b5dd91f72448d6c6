"""Scorecards as JSON, JSON lines, CSV and Markdown."""

import csv
import io
import json

import pytest

from claim_tracker.claims.scorecard import Scorecard, scorecard_of
from claim_tracker.render.data.scorecard import (
    CSV_COLUMNS,
    scorecard_csv,
    scorecard_json,
    scorecard_json_lines,
    scorecard_markdown,
)
from tests.builders import report_of, update
from tests.samples import claim

KEPT = {
    "claims": 1,
    "kept_on_time": 0,
    "kept_late": 1,
    "kept_untimed": 0,
    "partly": 0,
    "broken": 0,
    "unsettled": 0,
    "overdue": 0,
    "open": 0,
    "stated": 0,
    "kept": 1,
    "decided": 1,
    "share_kept": None,
    "median_days_late": 20,
    "moved": 1,
    "median_slip_days": 1,
}
OPEN = {name: 0 if number is not None else None for name, number in KEPT.items()} | {
    "claims": 1,
    "open": 1,
    "median_days_late": None,
    "median_slip_days": None,
}


def sample(topic: str = "Bases") -> Scorecard:
    history = [
        update("2025-09-01", due="2025-10-01"),
        update("2025-10-21", outcome="kept", happened="2025-10-21"),
    ]
    quoted = json.dumps(topic)
    return scorecard_of(
        report_of(
            "2025-12-01",
            claim({"topic": quoted, "due": "2025-09-30"}, history),
            claim({"id": "other", "claim": "Another."}),
        ),
        "topic",
    )


def test_json_has_exactly_these_keys_and_values() -> None:
    document = json.loads(scorecard_json(sample()))
    both = {name: OPEN[name] or number for name, number in KEPT.items()} | {"claims": 2}
    assert document == {
        "as_of": "2025-12-01",
        "files": ["claims.yaml"],
        "by": "topic",
        "groups": [{"name": "Bases", **KEPT}, {"name": None, **OPEN}],
        "total": both,
    }
    assert list(document["groups"][0]) == ["name", *KEPT]


def test_json_lines_are_the_groups_of_the_json_one_a_line() -> None:
    lines = scorecard_json_lines(sample())
    assert [json.loads(line) for line in lines] == json.loads(scorecard_json(sample()))["groups"]


def test_csv_has_one_row_a_group_and_a_column_a_field() -> None:
    rows = list(csv.DictReader(io.StringIO(scorecard_csv(sample()))))
    assert list(rows[0]) == list(CSV_COLUMNS)
    for row, figures in zip(rows, (KEPT, OPEN), strict=True):
        texts = {name: "" if number is None else str(number) for name, number in figures.items()}
        assert {name: text for name, text in row.items() if name != "name"} == texts
    assert [row["name"] for row in rows] == ["Bases", ""]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\uff1d1"])
def test_no_name_in_the_csv_is_a_formula(name: str) -> None:
    row = next(csv.DictReader(io.StringIO(scorecard_csv(sample(name)))))
    assert row["name"] == f"'{name}"


def test_markdown_is_a_table_with_the_total_last() -> None:
    assert scorecard_markdown(sample()) == (
        "Claims by topic as of 2025-12-01\n"
        "\n"
        "| Topic | Claims | Kept on time | Kept late | Partly kept | Broken | Overdue | Still open "
        "| Kept of decided | Median days late | Median days moved |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| Bases | 1 | - | 1 | - | - | - | - | - of 1 | 20 | +1 of 1 |\n"
        "| Without a topic | 1 | - | - | - | - | - | 1 | - | - | - |\n"
        "| **All claims** | 2 | - | 1 | - | - | - | 1 | - of 1 | 20 | +1 of 1 |\n"
        "\n"
        "Decided: kept, partly kept or broken; no share of fewer than 3. "
        "On time and late are by the deadline in force when the outcome was recorded.\n"
    )


def test_markdown_escapes_pipes_and_markup() -> None:
    line = scorecard_markdown(sample("a|b *c* <d> @e")).splitlines()[4]
    assert line.startswith(r"| a\|b \*c\* \<d\> @<!-- -->e | 1 |")
