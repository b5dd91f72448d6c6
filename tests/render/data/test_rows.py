"""Reports as JSON, JSON lines, CSV and Markdown."""

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claim_tracker.claims.report import Report
from claim_tracker.render.data.escape import csv_table
from claim_tracker.render.data.rows import (
    CSV_COLUMNS,
    as_csv,
    as_json,
    as_json_lines,
    as_markdown,
    dumps,
    json_parts,
)
from claim_tracker.text.display import one_line
from tests.builders import hostile, report_of, update
from tests.github import Page, linking, rendered
from tests.render.publish.strategies import hostile_texts
from tests.samples import another, claim

SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
MARKS = re.compile(f"'(?=[{''.join(map(re.escape, SIGNS))}])")
splitting = st.text(st.sampled_from(f";|, \t\"'\n1a{''.join(SIGNS)}"), max_size=12).filter(
    str.strip
)
"""Texts that a spreadsheet may split, and find formulas in."""
PERIOD = {"text": str, "earliest": str, "latest": str}
SOURCE = {
    "key": (str, None),
    "title": (str, None),
    "publisher": (str, None),
    "url": (str, None),
    "published": (PERIOD, None),
    "archived": (str, None),
    "at": (str, None),
}
QUANTITY = {"value": (int, float), "unit": str, "approximate": bool}
UPDATE = {
    "date": PERIOD,
    "outcome": (str, None),
    "rating": (str, None),
    "happened": (PERIOD, None),
    "progress": (str, None),
    "due": (PERIOD, None),
    "review": (PERIOD, None),
    "quantity": (QUANTITY, None),
    "quote": (str, None),
    "note": (str, None),
    "source": (SOURCE, None),
    "sources": [SOURCE],
}
ROW = {
    "id": str,
    "claim": str,
    "kind": str,
    "topic": (str, None),
    "speaker": str,
    "role": (str, None),
    "via": (str, None),
    "stated": PERIOD,
    "due": (PERIOD, None),
    "first_due": (PERIOD, None),
    "times_moved": int,
    "slip_days": (int, None),
    "days_left": (int, None),
    "deadline_passed": bool,
    "status": str,
    "timeliness": (str, None),
    "days_late": (int, None),
    "outcome": (str, None),
    "happened": (PERIOD, None),
    "progress": (str, None),
    "as_of": (PERIOD, None),
    "quantity": ({**QUANTITY, "change": (int, float, None)}, None),
    "places": [str],
    "tags": [str],
    "related": [str],
    "source": SOURCE,
    "sources": [SOURCE],
    "updates": [UPDATE],
    "file": str,
    "line": int,
    "quote": (str, None),
    "organisation": (str, None),
    "review": (PERIOD, None),
    "criteria": (str, None),
    "note": (str, None),
    "last_looked": PERIOD,
    "first_quantity": (QUANTITY, None),
    "claim_sources": int,
}
DOCUMENT = {
    "as_of": str,
    "files": [str],
    "summary": {
        "claims": int,
        "with_deadline": int,
        "deadlines_passed": int,
        "passed_without_outcome": int,
        "by_status": {"overdue": int, "stated": int, "kept": int},
        "by_progress": {},
    },
    "claims": [ROW],
}
HEAD = """\
sources:
  paper: {url: "https://example.org/p", title: T, publisher: P, published: 2025-08, archived: "https://a.example/"}
places:
  harbour: {name: Harbour Base}
"""
FULL = {
    "topic": "Bases",
    "role": "minister",
    "organisation": "A Ministry",
    "via": "A Paper",
    "review": "2026",
    "due": "within 30 days",
    "stated": "2025-09-01~",
    "quantity": "{value: 2500, unit: men, approximate: true}",
    "source": "paper",
    "places": "[harbour]",
    "tags": "[x, y]",
    "related": "[soldiers-leave]",
}
UPDATES = [
    update("2025-09-02", due="2025-10", progress="stalled"),
    update("2025-11-20", outcome="kept", happened="2025-11", quantity="{value: 0.5, unit: men}"),
    "date: 2025-11-21, note: So.",
]


def sample() -> Report:
    return report_of(
        "2025-12-01",
        claim(FULL, UPDATES),
        another({"kind": "fact"}),
        claim({"id": "late", "claim": "It is late.", "due": "2025-09"}),
        head=HEAD,
    )


def assert_shape(value: Any, shape: Any, where: str = "$") -> None:
    """The value has exactly these keys, in this order, and values of these types."""
    match shape:
        case dict():
            assert list(value) == list(shape), where
            for key, inner in shape.items():
                assert_shape(value[key], inner, f"{where}.{key}")
        case list():
            assert isinstance(value, list), where
            for item in value:
                assert_shape(item, shape[0], f"{where}[]")
        case (dict() as inner, None):
            if value is not None:
                assert_shape(value, inner, where)
        case tuple():
            assert value is None or type(value) in shape, where
            assert value is not None or None in shape, where
        case _:
            assert type(value) is shape, where


def test_json_has_exactly_these_keys_and_types() -> None:
    assert_shape(json.loads("".join(as_json(sample()))), DOCUMENT)


def test_json_says_what_is_known_of_a_claim() -> None:
    document = json.loads("".join(as_json(sample())))
    assert document["as_of"] == "2025-12-01"
    assert document["files"] == ["claims.yaml"]
    assert document["summary"]["by_status"] == {"overdue": 1, "stated": 1, "kept": 1}
    row = document["claims"][0]
    assert row["stated"] == {
        "text": "2025-09-01~",
        "earliest": "2025-09-01",
        "latest": "2025-09-01",
    }
    assert row["first_due"]["text"] == "2025-10-01"
    assert row["due"] == {"text": "2025-10", "earliest": "2025-10-01", "latest": "2025-10-31"}
    assert (row["times_moved"], row["slip_days"], row["days_left"]) == (1, 30, -31)
    assert (row["status"], row["timeliness"], row["days_late"]) == ("kept", "late", 1)
    assert row["quantity"] == {
        "value": 0.5,
        "unit": "men",
        "approximate": False,
        "change": -2499.5,
    }
    assert [source["key"] for source in row["sources"]] == ["paper", None]
    assert [u["due"] and u["due"]["text"] for u in row["updates"]] == ["2025-10", None, None]
    assert (row["places"], row["tags"]) == (["harbour"], ["x", "y"])


def test_a_span_in_an_update_is_the_day_it_comes_to() -> None:
    moved = update("2025-09-02", due="within 10 days")
    row = json.loads("".join(as_json_lines(report_of("2025-09-02", claim(updates=[moved])))))
    assert row["updates"][0]["due"]["text"] == row["due"]["text"] == "2025-09-12"


def test_json_lines_are_the_claims_of_the_json_one_a_line() -> None:
    assert [json.loads(line) for line in as_json_lines(sample())] == json.loads(
        "".join(as_json(sample()))
    )["claims"]


def test_json_escapes_what_cannot_be_seen_and_nothing_else() -> None:
    assert dumps("é漢🙂\u202e\x1b\x7f\u2028") == '"é漢🙂\\u202e\\u001b\\u007f\\u2028"'


def test_csv_has_one_row_a_claim_and_a_column_a_field() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(sample()))))
    assert list(rows[0]) == list(CSV_COLUMNS)
    assert [row["id"] for row in rows] == ["base-closes", "soldiers-leave", "late"]
    known = {name: text for name, text in rows[0].items() if name not in ("claim", "id")}
    assert known == {
        "kind": "commitment",
        "topic": "Bases",
        "speaker": "A. Minister",
        "role": "minister",
        "via": "A Paper",
        "stated": "2025-09-01~",
        "due": "2025-10",
        "due_latest": "2025-10-31",
        "first_due": "2025-10-01",
        "times_moved": "1",
        "slip_days": "30",
        "days_left": "-31",
        "deadline_passed": "true",
        "status": "kept",
        "timeliness": "late",
        "days_late": "1",
        "outcome": "kept",
        "happened": "2025-11",
        "progress": "stalled",
        "as_of": "",
        "quantity": "0.5",
        "quantity_unit": "men",
        "places": "harbour",
        "tags": "x; y",
        "related": "soldiers-leave",
        "source": "https://example.org/p",
        "sources": "2",
        "updates": "3",
        "file": "claims.yaml",
        "line": "7",
        "quote": "",
        "organisation": "A Ministry",
        "review": "2026",
        "criteria": "",
        "note": "",
        "last_looked": "2025-11-21",
        "first_quantity": "2500",
        "first_quantity_unit": "men",
        "claim_sources": "1",
    }
    assert (rows[1]["as_of"], rows[1]["due"], rows[1]["deadline_passed"]) == (
        *("2025-08-18", ""),
        "false",
    )


@pytest.mark.parametrize("start", SIGNS)
def test_no_text_of_the_csv_is_a_formula(start: str) -> None:
    row = next(csv.DictReader(io.StringIO(as_csv(hostile(f"{start}1+1")))))
    texts = ("claim", "topic", "speaker", "role", "quantity_unit", "places", "tags", "file")
    assert {row[name] for name in texts} == {f"'{start}1+1"}
    assert row["quantity"] == "-5"


@pytest.mark.parametrize("blank", ["\t", "\r", "\n", " "])
def test_a_formula_after_a_blank_is_none_either(blank: str) -> None:
    row = next(csv.DictReader(io.StringIO(as_csv(hostile(f"{blank}=1")))))
    assert row["claim"] == row["tags"] == row["file"] == "'=1"


def test_a_csv_cell_is_on_one_line_and_shows_what_is_hidden() -> None:
    text = as_csv(hostile('a "b",\n\tc\x1b\u202e'))
    assert len(text.splitlines()) == 2
    assert next(csv.DictReader(io.StringIO(text)))["claim"] == 'a "b", c\\x1b\\u202e'


def test_markdown_is_a_table_with_the_sums_below() -> None:
    assert as_markdown(report_of("2025-12-01", claim({"due": "2025-09~"}))) == (
        "Claims as of 2025-12-01\n"
        "\n"
        "| Claim | Deadline | When | Status | Speaker | What is claimed |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| `base-closes` | about 2025-09 | passed 62 days ago | overdue | A. Minister "
        "| The base closes. |\n"
        "\n"
        "1 of 1 deadline has passed, 1 of them without an outcome.\n"
    )


def test_markdown_escapes_pipes_and_markup() -> None:
    written = "a|b *c* _d_ `e` [f](g) <h> ~i~ #j {k} \\l &amp; ![m](n)\nnext \x1b"
    shown = (
        r"a\|b \*c\* \_d\_ \`e\` \[f\](g) \<h\> \~i\~ \#j \{k\} \\l \&amp; !\[m\](n) "
        r"next \\x1b"
    )
    line = as_markdown(hostile(written)).splitlines()[4]
    assert line == f"| `c` |  | 105 days old | stated | {shown} | {shown} |"


def test_json_parts_are_the_json_of_the_whole() -> None:
    items = [{"a": 1, "texts": ["x\n", 'of "items": []']}, {}, "\udc80"]
    for listed in ([], items[:1], items):
        document = {"first": 'no "items": []', "within": {"items": []}, "last": 2.5}
        parts = json_parts(document, "items", iter(listed))
        whole = {**document, "within": {"items": listed}}
        assert "".join(parts) == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@given(hostile_texts)
def test_any_text_is_read_back_from_json_as_it_was_written(text: str) -> None:
    report = hostile(text)
    row = json.loads("".join(as_json(report)))["claims"][0]
    assert row["claim"] == row["topic"] == report.claims[0].claim.claim
    assert [json.loads(line) for line in as_json_lines(report)] == [row]


@given(hostile_texts | splitting)
def test_any_text_is_read_back_from_csv_as_it_is_shown(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(hostile(text)), newline=""), strict=True)
    assert list(row) == list(CSV_COLUMNS)
    assert MARKS.sub("", row["claim"]) == MARKS.sub("", one_line(text))
    assert row["kind"] == "fact"


@given(st.lists(st.lists(hostile_texts | splitting, min_size=2, max_size=4), max_size=3))
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("skipping", ["", "skipping"])
def test_no_text_of_the_csv_is_a_formula_however_it_is_split(
    delimiter: str, skipping: str, rows: list[list[str]]
) -> None:
    written = csv_table(("a", "b"), rows)
    read = csv.reader(
        io.StringIO(written, newline=""), delimiter=delimiter, skipinitialspace=bool(skipping)
    )
    fields = [field for row in read for field in row]
    assert [field for field in fields if field[:1] in (*SIGNS, "\t", "\r")] == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("From 2 - 3; to A-B, not a+b.", "From 2 - 3; to A-B, not a+b."),
        ("a;=1", "a;'=1"),
        ('a | "-1"', 'a | "\'-1"'),
        ("call @you -x -", "call @you -x -"),
        ("; \uff1d1", "; '\uff1d1"),
    ],
)
def test_a_csv_cell_has_an_apostrophe_before_a_formula_only(text: str, cell: str) -> None:
    row = next(csv.DictReader(io.StringIO(as_csv(hostile(text)))))
    assert row["claim"] == row["topic"] == cell


@given(hostile_texts | linking)
@example("x <!-- -->")
def test_any_text_is_read_back_from_markdown_as_it_is_shown(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(hostile(text)))
    cells = [token.children or [] for token in tokens if token.type == "inline"][7:13]
    parts = [[part for part in cell if part.type != "html_inline"] for cell in cells]
    shown = ["".join(part.content for part in cell) for cell in parts]
    assert shown[4] == shown[5] == one_line(text)
    assert {part.type for part in (*parts[4], *parts[5])} <= {"text", "text_special"}
    assert [token.type for token in tokens].count("tr_open") == 2


@given(hostile_texts | linking)
def test_no_text_of_the_markdown_is_a_reference_to_github(text: str) -> None:
    markdown = MarkdownIt("commonmark").enable("table")
    page = Page(markdown.render(as_markdown(hostile(text))))
    assert page.cells[-1] == page.cells[-2] == one_line(text)
    assert page.links == page.found == []


@settings(max_examples=40, deadline=None)
@given(hostile_texts | linking)
def test_no_text_of_the_markdown_is_a_link_to_cmark_gfm(text: str) -> None:
    page = Page(rendered(as_markdown(hostile(text))))
    assert page.cells[-1] == page.cells[-2] == one_line(text)
    assert page.links == page.found == []


def test_nothing_to_show_is_still_valid_in_every_form() -> None:
    nothing = report_of("2025-08-17", claim())
    assert json.loads("".join(as_json(nothing)))["claims"] == []
    assert [*as_json_lines(nothing)] == []
    assert list(csv.reader(io.StringIO(as_csv(nothing)))) == [list(CSV_COLUMNS)]
    assert as_markdown(nothing).endswith("\n\nNo claim here has a deadline.\n")
