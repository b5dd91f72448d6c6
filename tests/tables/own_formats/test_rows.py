"""What `tracker status` writes, read back by `tracker import`."""

import json
from pathlib import Path
from typing import Any

import pytest

from claim_tracker import load
from claim_tracker.claims.model import Claim
from tests.conftest import NOW, CommandLine

CLAIMS = """\
version: 1
sources:
  s1: {url: "https://a.example/1", title: One, published: 2025-01-05}
  s2: {url: "https://a.example/2", title: Two, published: 2025-02-05}
claims:
  - id: bridge
    claim: The bridge opens.
    kind: commitment
    speaker: B. Bridge
    tags: ["x; y", '"quoted" z', "'=1", "=2", plain]
    topic: "''-5 or so"
    due: within 90 days
    quantity: {value: 1200000, unit: jobs}
    source: [s1, s2]
    updates:
      - {date: 2025-03-01, due: within 90 days, source: s2}
      - {date: 2025-04-01, progress: stalled}
      - date: 2025-05-01
        quantity: {value: 1200001, unit: jobs, approximate: true}
        source: s2
  - id: ships
    claim: There are five ships.
    kind: fact
    speaker: B. Bridge
    quantity: {value: 5, unit: ships}
    source: s1
    updates:
      - {date: 2025-05-01, quantity: {value: 7, unit: big ships}, source: s2}
"""


def rows_of(tracker: CommandLine, form: str, text: str = CLAIMS) -> Path:
    """The file of rows that `status` writes of claims."""
    path = tracker.file("claims.yaml", text)
    return tracker.file(f"rows.{form}", tracker.done("status", "-f", path, "--format", form))


def claims_in(tracker: CommandLine, rows: Path) -> dict[str, Claim]:
    """The claims that rows are imported as, by their ids."""
    assert tracker("import", rows, "-o", "out.yaml", "--yes").status == 0
    loaded = load(tracker.folder / "out.yaml", today=NOW).tracker
    return {entry.claim.id: entry.claim for entry in loaded or ()}


def figures(claim: Claim) -> list[str]:
    """The figures of a claim and of its updates."""
    every = (claim.quantity, *(update.quantity for update in claim.updates))
    return [f"{'about ' * it.approximate}{it.value} {it.unit}" for it in every if it is not None]


def test_rows_of_json_have_all_of_a_claim_but_spans(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", CLAIMS)
    before = load(path, today=NOW).tracker
    after = claims_in(tracker, rows_of(tracker, "json"))
    for entry in before or ():
        claim, here = entry.claim, after[entry.claim.id]
        assert (here.tags, here.topic, here.source) == (claim.tags, claim.topic, claim.source)
        assert figures(here) == figures(claim)
        assert [it.source for it in here.updates] == [it.source for it in claim.updates]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_claim_beside_its_own_rows_differs_in_nothing(tracker: CommandLine, form: str) -> None:
    rows = rows_of(tracker, form)
    err = tracker("import", rows, "--to", "claims.yaml", "--yes").err
    assert "2 claims with nothing new" in err
    assert "the file has" not in err


def test_a_figure_that_differs_in_its_last_digit_is_new(tracker: CommandLine) -> None:
    text = CLAIMS.replace("1200001", "1200002")
    rows = rows_of(tracker, "json", text)
    tracker.file("claims.yaml", CLAIMS.replace("1200000", "1200009"))
    err = tracker("import", rows, "--to", "claims.yaml", "--yes").err
    assert "New: 0 claims and 1 update" in err
    told = "bridge, quantity: the file has `about 1200001 jobs`, the table `1200000 jobs`"
    assert told in err


def test_csv_has_the_figure_of_a_claim_and_the_latest(tracker: CommandLine) -> None:
    after = claims_in(tracker, rows_of(tracker, "csv"))
    assert figures(after["bridge"]) == ["1200000 jobs", "1200001 jobs"]
    assert figures(after["ships"]) == ["5 ships", "7 big ships"]


def test_the_items_of_a_list_in_csv_stay_what_they_are(tracker: CommandLine) -> None:
    bridge = claims_in(tracker, rows_of(tracker, "csv"))["bridge"]
    assert bridge.tags == ("x; y", '"quoted" z', "'=1", "=2", "plain")
    assert bridge.topic == "''-5 or so"


def test_a_list_of_csv_may_have_got_lines(tracker: CommandLine) -> None:
    text = rows_of(tracker, "csv").read_text("utf-8").replace("; plain", ";\nplain\ntag")
    bridge = claims_in(tracker, tracker.file("rows.csv", text))["bridge"]
    assert bridge.tags[-1] == "plain tag"


def test_what_csv_does_not_have_is_listed(tracker: CommandLine) -> None:
    err = tracker("import", rows_of(tracker, "csv")).err
    assert "row 2, updates: `3`: CSV has what they come to" in err
    assert "rows 2-3, sources: `2`: CSV has the first alone" in err
    assert "To look at" not in tracker("import", rows_of(tracker, "json")).err


def test_a_column_that_a_person_has_added_is_listed(tracker: CommandLine) -> None:
    header, *lines = rows_of(tracker, "csv").read_text("utf-8").splitlines()
    text = "\n".join([f"{header},Mood", *(f"{line},calm" for line in lines), ""])
    err = tracker("import", tracker.file("rows.csv", text)).err
    assert "rows 2-3, Mood: `calm`: what tracker writes has no such field" in err


def test_what_has_no_field_inside_of_a_row_is_listed(tracker: CommandLine) -> None:
    report = json.loads(rows_of(tracker, "json").read_text("utf-8"))
    row = report["claims"][1]
    row["sources"][0]["author"] = "A. Penn"
    row["updates"][0] |= {"mood": "calm", "by": None}
    row["updates"][0]["sources"][0]["pages"] = 7
    row["updates"][0]["quantity"]["as_of"] = "May"
    err = tracker("import", tracker.file("rows.json", json.dumps(report))).err
    why = "what tracker writes has no such field"
    looks = err.partition("To look at: 4 cells\n")[2]
    assert looks.splitlines()[:4] == [
        f"  row 2, sources.author: `A. Penn`: {why}",
        f"  row 2, updates.mood: `calm`: {why}",
        f"  row 2, updates.sources.pages: `7`: {why}",
        f"  row 2, updates.quantity.as_of: `May`: {why}",
    ]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_rows_of_an_older_version_say_what_they_lack(tracker: CommandLine, form: str) -> None:
    """They had neither the first figure nor the number of the sources of the claim."""
    rows = rows_of(tracker, form)
    text = rows.read_text("utf-8").replace("first_quantity", "Was").replace("claim_sources", "N")
    if form == "jsonl":
        older = [json.loads(line) for line in text.splitlines()]
        for row in older:
            del row["Was"], row["N"]
        text = "".join(f"{json.dumps(row)}\n" for row in older)
    after = claims_in(tracker, tracker.file(rows.name, text))
    assert [figures(it)[0] for it in after.values()] == [
        "about 1200001 jobs" if form == "jsonl" else "1200001 jobs",
        "7 big ships",
    ]
    assert [it.quantity for it in after.values()] == [None, None]
    err = tracker("import", rows.name).err
    assert "quantity: `7 big ships`: it is of an update; what the claim itself said is not" in err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quantity", 5),
        ("quantity", {"value": "many", "unit": "jobs"}),
        ("first_quantity", {"value": 5}),
        ("sources", ["https://a.example/1"]),
        ("sources", [{"url": "https://a.example/1", "key": ["k"]}]),
        ("source", "https://a.example/1"),
        ("claim_sources", "some"),
        ("updates", ["x"]),
        ("updates", [{"note": "no date"}]),
        ("updates", [{"date": "someday"}]),
        ("places", "p1"),
        ("places", [{"name": "P"}]),
        ("tags", [None, "a"]),
        ("stated", {"earliest": "2025-01-01"}),
        ("first_due", "whenever"),
        ("kind", None),
        ("id", {"text": "a"}),
        ("note", True),
    ],
)
def test_a_row_of_another_form_is_refused(tracker: CommandLine, name: str, value: Any) -> None:
    report = json.loads(rows_of(tracker, "json").read_text("utf-8"))
    report["claims"][1][name] = value
    wrong = "date" if name == "updates" and isinstance(value[0], dict) else name
    wrong = "key" if "key" in str(value) else wrong
    err = tracker.fails("import", tracker.file("rows.json", json.dumps(report)))
    assert f"row 2: `{wrong}` has another form than in what tracker writes" in err


def test_a_figure_without_a_unit_in_csv_is_refused(tracker: CommandLine) -> None:
    text = rows_of(tracker, "csv").read_text("utf-8").replace(",big ships", ",")
    err = tracker.fails("import", tracker.file("rows.csv", text))
    assert "row 3: `quantity` has another form" in err
