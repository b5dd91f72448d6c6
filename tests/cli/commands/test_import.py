"""`tracker import`: claims from tables."""

import csv
import io
import json
import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from claim_tracker import load
from claim_tracker.claims.tracker import Tracker
from claim_tracker.cli.installation import install_command
from claim_tracker.edit.whole_file import file_text
from claim_tracker.render.terminal.layout import cell_len
from tests.builders import DATA
from tests.conftest import NOW, CommandLine
from tests.samples import claim, claims_file

TRACKERS = (DATA, *sorted((Path(__file__).parents[2] / "data").glob("*.yaml")))
TABLE = """\
Promise,Made on,Deadline,Status,Checked,Source,Minister,Budget
Open the bridge,10-May-25,Q4 26,In the works,28/02/2026,"Post, https://post.example/a",B. Bridge,3m
Plant trees,May 2025,TBD,Not started,,https://post.example/a,C. Green,
Repair roofs,05/10/2024,2025-07-01 00:00:00,Achieved,13/10/2025,,B. Bridge,
"""


def imported(tracker: CommandLine, *arguments: str | Path) -> Tracker:
    """The claims that an import comes to, which have to be valid."""
    ran = tracker("import", *arguments, "-o", "out.yaml")
    assert (ran.status, ran.out) == (0, ""), ran.err
    loaded = load(tracker.folder / "out.yaml", today=NOW)
    assert loaded.tracker is not None, loaded.findings
    return loaded.tracker


def added(tracker: CommandLine, text: str, target: Path) -> tuple[Tracker, str]:
    """The claims of a file that a table was added to, and what was said of it."""
    ran = tracker("import", tracker.file("t.csv", text), "--to", target, "--yes")
    assert ran.status == 0, ran.err
    found = load(target, today=NOW).tracker
    assert found is not None
    return found, ran.err


def claims_of(tracker: CommandLine, name: str, text: str, *arguments: str) -> Tracker:
    """The claims of a table."""
    return imported(tracker, tracker.file(name, text), *arguments)


def test_a_table_is_read_as_claims(tracker: CommandLine) -> None:
    ran = tracker("import", tracker.file("table.csv", TABLE), "--as-of", "2026-03-01")
    assert ran.status == 0
    assert (
        ran.out
        == """\
version: 1

sources:
  table-csv-2026-03-01: {title: table.csv, published: 2026-03-01}

claims:
  - id: open-bridge
    claim: Open the bridge
    kind: commitment
    speaker: B. Bridge
    stated: 2025-05-10
    due: 2026-Q4
    note: 'Budget: 3m'
    source: {url: https://post.example/a, title: Post}
    updates:
      - date: 2026-02-28
        progress: in-progress
        note: 'Status: In the works'

  - id: plant-trees
    claim: Plant trees
    kind: commitment
    speaker: C. Green
    stated: 2025-05
    note: |-
      Deadline: TBD
      Status: Not started
    source: {url: https://post.example/a}

  - id: repair-roofs
    claim: Repair roofs
    kind: commitment
    speaker: B. Bridge
    stated: ../2025-07-01
    due: 2025-07-01
    note: 'Made on: 05/10/2024'
    source: table-csv-2026-03-01
    updates:
      - date: 2025-10-13
        outcome: kept
        rating: Achieved
        source: table-csv-2026-03-01
"""
    )
    assert (
        ran.err
        == """\
table.csv: UTF-8, commas, heads in row 1; 3 rows
  Promise       claim
  Made on       stated: 10-May-25 → 2025-05-10
  Deadline      due: Q4 26 → 2026-Q4
  Status        outcome of an update: In the works → in-progress, Not started → nothing yet, \
Achieved → kept
  Checked       date of an update: day first, 28/02/2026 → 2026-02-28
  Source        source
  Minister      speaker
  Budget        note, as “Budget: …”
  (each claim)  kind: commitment, as the column is named “Promise”
3 rows: 3 claims, 1 outcome, 2 updates
- 1 claim without a source: the table itself is cited
- 1 claim without a source of what became of it: the table itself is cited
- 1 claim without the day of the claim: `stated` is the latest that it can be; \
say --set stated=DATE
To look at: 1 cell
  row 4, Made on: `05/10/2024`: the order of day and month is ambiguous; say `--dates dmy` \
for 2024-10-05, or `--dates mdy` for 2024-05-10
"""
    )


def test_what_columns_are_is_aligned_by_the_cells_of_their_heads(tracker: CommandLine) -> None:
    tracker.file("t.csv", "Promise,Speaker,実施の期限の備考\nPave it,A. Lane,x\n")
    lines = tracker("import", "t.csv", "-o", "out.yaml").err.splitlines()[1:5]
    heads = [re.match(r" +\S+(?: claim\))? +", line) for line in lines]
    assert {cell_len(head[0]) for head in heads if head} == {cell_len("  実施の期限の備考  ")}


LONG_HEAD = "What the ministry has promised to all of us"


@pytest.mark.parametrize("width", [20, 48, 80])
def test_columns_are_laid_out_once_however_long_a_head_is(tracker: CommandLine, width: int) -> None:
    tracker.file("t.csv", f"Promise,Speaker,{LONG_HEAD}\nPave it,A. Lane,x\n")
    tracker.terminal(width)
    lines = tracker("import", "t.csv", "--yes", "-o", "out.yaml").err.splitlines()
    at = lines.index("  Speaker".ljust(width // 2) + "speaker"[: width - width // 2])
    assert [line for line in lines if cell_len(line) > width] == []
    above = lines.index(next(line for line in lines if line.startswith("  What the")))
    below = [line for line in lines[above + 1 :] if line.startswith(" " * (width // 2))]
    assert at < above
    assert "".join(below).replace(" ", "").startswith("note,as“")


def test_a_table_without_columns_has_nothing_to_say(tracker: CommandLine) -> None:
    tracker.file("t.csv", "Promise,Speaker\nPave it,A. Lane\n")
    tracker.file("empty.json", "[{}]")
    ran = tracker("import", "t.csv", "empty.json", "-o", "out.yaml")
    assert ran.status == 0
    assert "empty.json: UTF-8, JSON; 0 rows, 1 empty row" in ran.err


def test_all_of_a_mapping_can_be_said(tracker: CommandLine) -> None:
    table = "What,Zap,When?,Then,Odd,Waste\nOpen it,Nobody,05/10/2025,Abandoned,06/11/2025,x\n"
    found = claims_of(
        tracker,
        "t.csv",
        table,
        *("--map", "claim=What", "--map", "speaker=zap", "--map", "stated=When?"),
        *("--map", "status=Then", "--map", "update.date=Odd", "--drop", "Waste"),
        *("--word", "Abandoned=broken", "--dates", "mdy", "--set", "kind=commitment"),
        *("--set", "topic=Roads", "--url", "https://t.example/", "--title", "The list"),
    )
    (claim,) = (entry.claim for entry in found)
    assert (claim.claim, claim.speaker, claim.topic) == ("Open it", "Nobody", "Roads")
    assert claim.stated is not None
    assert claim.stated.text == "2025-05-10"
    (update,) = claim.updates
    assert (update.date.text, update.outcome, update.rating) == (
        "2025-06-11",
        "broken",
        "Abandoned",
    )
    assert "x" not in (claim.note or "")
    text = (tracker.folder / "out.yaml").read_text("utf-8")
    head = "url: https://t.example/\n    title: The list\n    published: 2026-11-23\n"
    assert head in text


def test_heads_and_words_of_a_mapping_may_have_any_sign(tracker: CommandLine) -> None:
    text = "Promise #,Made: on,[Due],- x\nOpen it,2025-01-05,2026,Done: so\n"
    table = tracker.file("t.csv", text)
    said = ("--map", "outcome=- x", "--word", "Done: so=kept", "--map", "stated=Made: on")
    first = imported(tracker, table, *said, "--save-mapping", "m.yaml")
    assert [entry.claim.updates[0].outcome for entry in first] == ["kept"]
    assert imported(tracker, table, "--mapping", "m.yaml").entries == first.entries


@pytest.mark.parametrize(
    ("outcomes", "found"), [(("Broken", "Kept"), ["kept", "broken"]), (("Kept", "Kept"), ["kept"])]
)
def test_rows_without_ids_are_of_the_one_claim_in_their_words(
    tracker: CommandLine, outcomes: tuple[str, str], found: list[str]
) -> None:
    path = tracker.file("claims.yaml", claims_file(claim({"stated": "2025-03-02"})))
    row = "The base closes.,A. Minister,2025-0{}-02,{},2025-1{}-01\n"
    rows = row.format(6, outcomes[0], 1) + row.format(9, outcomes[1], int(len(found) == 1))
    text = f"Claim,Speaker,Made on,Status,Checked\n{rows}"
    (entry,), _ = added(tracker, text, path)
    assert [update.outcome for update in entry.claim.updates] == found
    assert "There is nothing new" in added(tracker, text, path)[1]


def test_rows_of_as_many_claims_in_one_wording_are_told_apart(tracker: CommandLine) -> None:
    two = [claim({"id": name, "stated": "2025-03-02"}) for name in ("a", "b")]
    path = tracker.file("claims.yaml", claims_file(*two))
    row = "The base closes.,A. Minister,2025-0{0}-02,Kept,2025-1{0}-01\n"
    text = f"Claim,Speaker,Made on,Status,Checked\n{row.format(1)}{row.format(2)}"
    entries, _ = added(tracker, text, path)
    assert [it.date.text for entry in entries for it in entry.claim.updates] == [
        *("2025-11-01", "2025-12-01")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Id,Promise\np1,Open the bridge\np1,Close the old mine\n",
        "Id,Promise\np1,Open the bridge\np2,Close it\np1,Close it\n",
        "Promise,Made on\nOpen the bridge,2025-01-05\nOpen the bridge,2025-02-05\n",
    ],
)
def test_rows_of_one_name_are_known_again(tracker: CommandLine, text: str) -> None:
    table = tracker.file("t.csv", text)
    assert tracker("import", table, "-o", "out.yaml").status == 0
    ran = tracker("import", table, "--to", "out.yaml", "--yes")
    assert "There is nothing new" in ran.err
    assert "Only in the file" not in ran.err


IN_FILE = """\
version: 1
claims:
  - {id: p1, claim: It grows., kind: prediction, speaker: B, stated: 2025-01-05, source: {title: X}}
  - {id: p2, claim: It grew., kind: fact, speaker: B, stated: 2025-01-05, source: {title: X}}
"""


def test_updates_are_of_the_kind_of_their_claim_in_the_file(tracker: CommandLine) -> None:
    text = "Promise id,Minister,Status,Date\np1,B,Kept,2025-06-01\np2,C,True,2025-06-01\n"
    found, _ = added(tracker, text, tracker.file("data.yaml", IN_FILE))
    first, second = (entry.claim.updates[0] for entry in found)
    assert (first.outcome, first.note) == ("came-true", None)
    assert (second.outcome, second.note) == ("confirmed", "Minister: C")


def test_a_row_without_a_kind_has_that_of_its_claim_in_the_file(tracker: CommandLine) -> None:
    text = "ID,Promise,Minister,Status\np1,It grows.,B,Kept\n,It grew.,B,True\np3,It is.,B,Kept\n"
    found, said = added(tracker, text, tracker.file("data.yaml", IN_FILE))
    assert [entry.claim.updates[0].outcome for entry in found] == ["came-true", "confirmed", "kept"]
    assert "Another in the file" not in said


def test_what_cannot_be_read_of_updates_of_the_file_is_listed(tracker: CommandLine) -> None:
    text = 'Promise id,New deadline,Date\np1,2024-06-01,2025-06-01\n"p1, p2",2026,05/10/2025\n'
    _, said = added(tracker, text, tracker.file("data.yaml", IN_FILE))
    assert "p1, stated: the file has `2025-01-05`, the table `2024-06-01`" in said
    assert "row 3, Date: `05/10/2025`: the order of day and month is ambiguous" in said
    assert "To look at: 1 cell" in said


def test_a_mapping_is_kept_and_used_again(tracker: CommandLine) -> None:
    table = tracker.file("t.csv", "What,Zap,X,Day\nOpen it,Nobody,Somewhat,05/10/2025\n")
    said = (
        *("--map", "claim=What", "--map", "speaker=Zap", "--map", "outcome=X"),
        *("--word", "Somewhat=partly-kept", "--dates", "dmy", "--set", "kind=commitment"),
    )
    first = imported(tracker, table, *said, "--save-mapping", "m.yaml")
    assert (
        (tracker.folder / "m.yaml").read_text("utf-8")
        == """\
# How the columns of a table are read, for `tracker import --mapping`.
map:
  What: claim
  Zap: speaker
  X: update.outcome
  Day: stated
set:
  kind: commitment
words:
  Somewhat: partly-kept
dates: dmy
"""
    )
    assert imported(tracker, table, "--mapping", "m.yaml").entries == first.entries
    printed = tracker("import", table, *said, "--save-mapping", "-").out
    assert printed == (tracker.folder / "m.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("--map", "deu=When"), "there is no field `deu`"),
        (("--map", "due=Wehn"), "did you mean `When`?"),
        (("--map", "due"), "is not of the form FIELD=COLUMN"),
        (("--word", "x=maybe"), "there is no word `maybe`"),
        (("--drop", "Zzz"), "there is no column `Zzz`"),
        (("--as-of", "2027-01-01"), "--as-of 2027-01-01 is after 2026-11-23"),
        (("--diff",), "--diff shows what would be written"),
        (("--to", "x.yaml", "-o", "y.yaml"), "exclude each other"),
        (("--sheet", "A"), "is not a workbook"),
        (("--encoding", "utf-9"), "no encoding `utf-9`"),
        (("--heads", "9"), "there is nothing in row 9"),
        (("--mapping", "t.csv"), "keeps no mapping"),
        (("--mapping", "none.yaml"), "cannot read `none.yaml`"),
    ],
)
def test_wrong_usage_says_what_to_write(
    tracker: CommandLine, arguments: tuple[str, ...], advice: str
) -> None:
    table = tracker.file("t.csv", "Promise,Who,When\nA,B,2025\n")
    assert advice in tracker.fails("import", table, *arguments)


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("t.csv", "", "is empty"),
        ("t.csv", "a,b\n1,2\n", "no column of t.csv has claims"),
        ("t.csv", 'Promise,Who\n"A,B\n', "is not closed"),
        ("t.csv", f"Promise\n{'x' * 120_000}\n", "one may have 100,000"),
        ("t.csv", f"Promise\n{'x' * 200_000}\n", "a cell is far too long"),
        ("t.csv", ",".join(map(str, range(600))), "at most 500 are read"),
        ("t.json", "[1, 2]", "holds no list of mappings"),
        ("t.json", "[{]", "this is not JSON"),
        ("t.json", "[" * 100_000, "nested too deeply"),
        ("t.json", json.dumps([{"promise": "x" * 120_000}]), "may have 100,000"),
        ("t.jsonl", '{"promise": "A"}\n{', "line 2: this is not JSON"),
        ("t.yaml", "- {a: [}", "this is not YAML"),
        ("t.yaml", "version: 1\nclaims: [{}]", "is a claims file with errors"),
        ("t.xls", "\udcd0\udccf\udc11\udce0", "is a workbook of the old form"),
        ("t.xlsx", "PK\x03\x04", "is not a whole workbook"),
        ("t.csv", "\n<HTML><body><table><tr><td>A", "is a page\nHelp: save it as XLSX, or as CSV"),
        ("t.csv", "%PDF-1.7", "is a PDF"),
    ],
)
def test_what_cannot_be_read_is_one_message_that_names_the_file(
    tracker: CommandLine, name: str, text: str, advice: str
) -> None:
    path = tracker.folder / name
    path.write_bytes(text.encode("utf-8", "surrogateescape") if name != "t.xls" else OLD)
    err = tracker.fails("import", path)
    assert advice in err
    assert name in err


OLD = b"\xd0\xcf\x11\xe0" + bytes(100)


def test_a_library_that_is_not_installed_is_named(tracker: CommandLine) -> None:
    path = tracker.folder / "t.xlsx"
    path.write_bytes(b"PK\x03\x04")
    tracker.patch.setitem(__import__("sys").modules, "openpyxl", None)
    assert tracker.fails("import", path) == (
        f"Error: openpyxl is not installed; run {install_command('xlsx')}\n"
    )


def test_rows_of_one_id_are_one_claim(tracker: CommandLine) -> None:
    found = claims_of(
        tracker,
        "t.csv",
        "ID,Promise,Who,Date of evidence,Evidence,Status\n"
        "P1,Open it,Mayor,2025-03-01,https://x.example/1,In progress\n"
        "P1,Open it,Mayor,2025-05-01,https://x.example/2,Done\n"
        "P2,Close it,Mayor,,,\n"
        ",,,2025-06-01,https://x.example/3,\n"
        "P2,Another promise,Mayor,,,\n",
    )
    assert [(entry.claim.id, len(entry.claim.updates)) for entry in found] == [
        ("p1", 2),
        ("p2", 1),
        ("p2-2", 0),
    ]


ROWS = """\
ID,Promise,Who,Link,Updated,Status
P1,Open it,Mayor,https://x.example/1,2025-03-01,Broken
P1,Open it,Mayor,https://x.example/2,2025-05-01,Done
P2,Close it,Mayor,https://x.example/3,,Not started
P3,Move it,Mayor,https://x.example/4,2025-06-01,Done
"""


@pytest.mark.parametrize("same", ["x.example/2", "x.example/1"])
def test_updates_cite_their_rows_where_a_claim_has_several(tracker: CommandLine, same: str) -> None:
    found = claims_of(tracker, "t.csv", ROWS.replace("x.example/2", same), "--title", "T")
    cited = [
        [str(it.source.url) for update in entry.claim.updates for it in entry.citations(update)]
        for entry in found
    ]
    own = same == "x.example/2"
    assert cited == [
        ["https://x.example/1" if own else "None", f"https://{same}"],
        [],
        ["https://x.example/4" if own else "None"],
    ]


def test_a_row_without_a_claim_is_listed(tracker: CommandLine) -> None:
    table = tracker.file("t.csv", "Promise,Who,Cost\nA,B,1\nTotal,,1\n,,2\n,,\n")
    err = tracker("import", table).err
    assert "3 rows: 1 claim" in err
    assert "1 empty row" in err
    for line in ("row 3, Promise: `Total`", "row 3, Cost: `1`", "row 4, Cost: `2`"):
        assert f"{line}: there is no claim in it" in err


def test_three_tables_are_joined(tracker: CommandLine) -> None:
    tracker.file(
        "promises.csv",
        "ID,Promise,By,Date,Source\nP1,Open it,Mayor,2025-01-02,S1\n"
        "P2,Close it,Mayor,2025-01-02,S1; S2\n",
    )
    tracker.file(
        "updates.csv",
        "Promise ID,Date,Status,What happened,Link,By\n"
        "P2,2025-05-01,Broken,It stays open,https://x.example/2,Clerk\n"
        "P1,2025-04-01,In progress,Work began,,Mayor\n"
        '"P1, P2",2025-03-01,,Both seen,,\nP9,2025,,,,\n',
    )
    tracker.file(
        "sources.csv",
        "Key,Title,URL,Date\nS1,Manifesto,https://m.example/,2025-01-01\nS2,Speech,,2025-01-02\n",
    )
    names = ("promises.csv", "updates.csv", "sources.csv")
    ran = tracker("import", *names, "-o", "out.yaml")
    assert ran.err.count("`P9`") == 1
    assert "updates.csv, row 5, Promise ID: `P9`: the row belongs to no claim" in ran.err
    assert "1 row without a claim" in ran.err
    text = (tracker.folder / "out.yaml").read_text("utf-8")
    assert (
        text
        == """\
version: 1

sources:
  S1:
    url: https://m.example/
    title: Manifesto
    published: 2025-01-01
  S2: {title: Speech, published: 2025-01-02}

claims:
  - id: p1
    claim: Open it
    kind: commitment
    speaker: Mayor
    stated: 2025-01-02
    source: S1
    updates:
      - date: 2025-03-01
        note: Both seen
      - date: 2025-04-01
        progress: in-progress
        note: Work began

  - id: p2
    claim: Close it
    kind: commitment
    speaker: Mayor
    stated: 2025-01-02
    source: [S1, S2]
    updates:
      - date: 2025-03-01
        note: Both seen
      - date: 2025-05-01
        outcome: broken
        note: |-
          It stays open
          By: Clerk
        source: {url: https://x.example/2}
"""
    )


def test_the_id_of_a_table_beside_the_claims_can_be_named(tracker: CommandLine) -> None:
    tracker.file("a.csv", "ID,Promise,Who\nP1,Open it,Mayor\n")
    tracker.file("b.csv", "Zuordnung,Date,Note\nP1,2025,Begun\n")
    tables = ("import", "a.csv", "b.csv")
    assert "say with `--map id=COLUMN`" in tracker.fails(*tables)
    assert "note: Begun\n" in tracker(*tables, "--map", "id=Zuordnung").out


@pytest.mark.parametrize(
    ("cell", "line"),
    [("2026-05-01", "due: 2026-05-01"), ("May 2026", "due: 2026-05"), ("Lee", "speaker: Lee")],
)
def test_by_heads_a_day_or_a_name(tracker: CommandLine, cell: str, line: str) -> None:
    tracker.file("t.csv", f"Promise,By\nOpen the bridge,{cell}\n")
    assert f"    {line}\n" in tracker("import", "t.csv").out


def test_a_column_by_of_names_is_none_of_deadlines_where_some_are_not_known(
    tracker: CommandLine,
) -> None:
    tracker.file("t.csv", "Promise,By\nIt opens,Ann Lee\nIt closes,N/A\nIt is sold,Tom Orr\n")
    assert "  By            speaker\n" in tracker("import", "t.csv").err


def test_empty_columns_at_the_end_are_no_missing_heads(tracker: CommandLine) -> None:
    tracker.file("a.csv", "Vorhaben,Wer,\nWir bauen eine Schule.,Ann,\n")
    ran = tracker("import", "a.csv", "--map", "claim=Vorhaben", "--map", "speaker=Wer")
    assert "heads in row 1; 1 row" in ran.err
    assert "speaker: Ann\n" in ran.out


def test_a_file_that_is_named_for_its_tabs_has_tabs(tracker: CommandLine) -> None:
    tracker.file("a.tsv", "Promise\tWho\nOpen it, now\tAnn\nClose it, now\tBob\tx\n")
    ran = tracker("import", "a.tsv")
    assert "a.tsv: UTF-8, tabs, heads in row 1; 2 rows" in ran.err
    assert "claim: Open it, now\n" in ran.out


def test_tables_without_another_source_are_cited_as_one(tracker: CommandLine) -> None:
    tracker.file("a.csv", "ID,Promise,Who\nP1,Open it,Mayor\n")
    tracker.file("b.csv", "ID,Date,Outcome\nP1,2025,kept\n")
    assert "title: a.csv and b.csv," in tracker("import", "a.csv", "b.csv").out


def test_a_table_of_sources_may_have_their_addresses_alone(tracker: CommandLine) -> None:
    tracker.file("a.csv", "ID,Promise,Who,Link\nP1,Open it,Mayor,https://x.example/1\n")
    tracker.file("b.csv", "URL,Publisher\nhttps://x.example/1,Post\n")
    ran = tracker("import", "a.csv", "b.csv")
    assert ran.status == 0
    assert "Publisher: `Post`: it is not a source with a key of its own" in ran.err


def test_a_table_of_heads_alone_is_no_fault(tracker: CommandLine) -> None:
    tracker.file("a.csv", "ID,Promise,Who\nP1,Open it,Mayor\n")
    tracker.file("b.csv", "ID,Date,Note\n")
    assert tracker("import", "a.csv", "b.csv").status == 0


@pytest.mark.parametrize(
    "said", [("--set", "kind=fact"), ("--title", "X"), ("--as-of", "2020-01-01"), ("--heads", "4")]
)
def test_what_is_said_of_tables_is_not_for_what_tracker_wrote(
    tracker: CommandLine, said: tuple[str, str]
) -> None:
    tracker.file("own.yaml", claims_file(claim()))
    refused = tracker.fails("import", "own.yaml", *said)
    assert "`own.yaml` is what tracker writes, and no other table" in refused
    assert f"Help: leave out {said[0]}\n" in refused


def test_places_that_no_claim_names_are_kept(tracker: CommandLine) -> None:
    tracker.file("own.yaml", claims_file(claim(), head="places:\n  spare: {name: Spare}\n"))
    assert "  spare: {name: Spare}\n" in tracker("import", "own.yaml").out


def test_a_default_deadline_is_none_of_what_is_imported(tracker: CommandLine) -> None:
    head = "defaults: {due: 2027-01, role: Minister}\n"
    tracker.file("data/claims.yaml", claims_file(claim(), head=head))
    tracker.file("a.csv", "Promise,Who,Deadline\nOpen it,Ann,\nClose it,Bob,2026-12\n")
    ran = tracker("import", "a.csv", "--to", "data/claims.yaml", "--yes")
    assert "- from the defaults of `data/claims.yaml`: `role` for 2 claims\n" in ran.err
    text = (tracker.folder / "data/claims.yaml").read_text("utf-8")
    assert [line for line in text.splitlines() if "due: " in line][1:] == [
        "    due: none",
        "    due: 2026-12",
    ]


def test_a_table_that_belongs_to_none_is_refused(tracker: CommandLine) -> None:
    tracker.file("a.csv", "ID,Promise,Who\nP1,Open it,Mayor\n")
    tracker.file("b.csv", "ID,Date,Note\nX1,2025,none\n")
    assert "no row of b.csv names a claim of a.csv" in tracker.fails("import", "a.csv", "b.csv")


def test_lists_inside_of_a_record_are_joined(tracker: CommandLine) -> None:
    record = {
        "id": 7,
        "promise": "Open it",
        "by": "Mayor",
        "made": "2025-01-02",
        "tags": ["roads", "bridges"],
        "sources": [{"url": "https://x.example/1", "title": "One"}, {"title": "Two"}],
        "history": [{"date": "2025-04-01", "status": "kept", "link": "https://x.example/2"}],
        "people": [{"name": "A", "job": "B"}],
        "geo": {"lat": 1.50},
        "done": True,
    }
    tracker.file("t.json", json.dumps({"about": "My list", "items": [record]}))
    (entry,) = imported(tracker, "t.json")
    claim = entry.claim
    assert (claim.id, claim.tags) == ("promise-7", ("roads", "bridges"))
    assert [it.source.title for it in entry.citations()] == ["One", "Two"]
    assert [(it.date.text, it.outcome) for it in claim.updates] == [("2025-04-01", "kept")]
    assert claim.note == "geo.lat: 1.5\ndone: true\npeople: name: A; job: B"
    assert "about: My list" in (tracker.folder / "out.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.json", '{"a": {"promise": "A", "by": "X"}, "b": {"promise": "B", "by": "X"}}'),
        (
            "t.txt",
            '{"id": "a", "promise": "A", "by": "X"}\n{"id": "b", "promise": "B", "by": "X"}\n',
        ),
        ("t.yaml", "- &d {id: a, promise: A, by: X}\n- {<<: *d, id: b, promise: B}\n"),
        ("t.tsv", "id\tpromise\tby\na\tA\tX\nb\tB\tX\n"),
        ("t.csv", "id;promise;by\r\na;A;X\r\nb;B;X\r\n"),
        ("t.csv", "My list\n\nid|promise|by\na|A|X\nb|B|X\n"),
        ("t.csv", "id,promise,by\ra,A,X\rb,B,X\r"),
    ],
)
def test_a_table_of_any_form_is_read(tracker: CommandLine, name: str, text: str) -> None:
    found = claims_of(tracker, name, text)
    assert [(it.claim.id, it.claim.claim, it.claim.speaker) for it in found] == [
        ("a", "A", "X"),
        ("b", "B", "X"),
    ]


def test_a_table_comes_from_standard_input(tracker: CommandLine) -> None:
    tracker.standard_input("Promise,Who\nA,B\n")
    assert "claim: A" in tracker("import", "-").out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("path", TRACKERS, ids=lambda path: path.stem)
def test_what_status_writes_is_read_back(tracker: CommandLine, path: Path, form: str) -> None:
    before = tracker.done("status", "-f", path, "--format", form)
    imported(tracker, tracker.file(f"rows.{form}", before))
    after = tracker.done("status", "-f", "out.yaml", "--format", form)
    one, other = _rows(before, form), _rows(after, form)
    own = ["file", "line"]
    if form == "csv":
        own += ["sources", "claim_sources", "updates", "times_moved"]
    for row in (*one, *other):
        for name in own:
            del row[name]
    assert one == other


def test_what_status_writes_is_read_back_from_a_workbook(tracker: CommandLine) -> None:
    written = tracker.file("rows.csv", tracker.done("status", "-f", DATA, "--format", "csv"))
    book = Workbook()
    sheet = book.worksheets[0]
    for cells in csv.reader(io.StringIO(written.read_text("utf-8"))):
        sheet.append([_typed(cell) for cell in cells])
    book.save(tracker.folder / "rows.xlsx")
    of_csv = tracker("import", written, "--as-of", "2026-11-23").out
    assert tracker("import", "rows.xlsx", "--as-of", "2026-11-23").out == of_csv


def _typed(cell: str) -> object:
    """The value of a cell as a spreadsheet has it that has opened a table."""
    with suppress(ValueError):
        return int(cell)
    with suppress(ValueError):
        return date.fromisoformat(cell)
    return {"true": True, "false": False, "": None}.get(cell, cell)


def _rows(text: str, form: str) -> list[dict[str, object]]:
    if form == "json":
        found: list[dict[str, object]] = json.loads(text)["claims"]
        return found
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return [dict(row) for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize("path", TRACKERS, ids=lambda path: path.stem)
def test_a_claims_file_is_read_back(tracker: CommandLine, path: Path) -> None:
    before = _rows(tracker.done("status", "-f", path, "--format", "jsonl"), "jsonl")
    imported(tracker, path)
    after = _rows(tracker.done("status", "-f", "out.yaml", "--format", "jsonl"), "jsonl")
    for row in (*before, *after):
        del row["file"], row["line"]
    assert before == after


@pytest.mark.parametrize("right", ["The base", "title: T", "name: Spare", "about: Claims"])
def test_a_text_that_does_not_say_what_was_read_is_not_written(
    tracker: CommandLine, right: str
) -> None:
    head = "about: Claims\nsources: {paper: {title: T}}\nplaces: {spare: {name: Spare}}\n"
    tracker.file("own.yaml", claims_file(claim({"source": "paper", "stated": "2025"}), head=head))
    tracker.patch.setattr(
        "claim_tracker.edit.whole_file.file_text",
        lambda *parts: file_text(*parts).replace(right, f"{right} Rubbish"),
    )
    assert "is not read again as it is" in tracker.fails("import", "own.yaml")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_what_status_writes_is_nothing_new(tracker: CommandLine, form: str) -> None:
    text = DATA.read_text("utf-8")
    path = tracker.file("claims.yaml", text)
    tracker.done("status", "-f", path, "--format", form, "-o", f"rows.{form}")
    ran = tracker("import", f"rows.{form}", "--to", path, "--yes")
    assert "There is nothing new; nothing was written." in ran.err
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_row_of_status_without_its_source_is_refused(tracker: CommandLine, form: str) -> None:
    path = tracker.file("claims.yaml", claims_file(claim({"id": "p1", "stated": "2025-01-01"})))
    text = tracker.done("status", "-f", path, "--format", form)
    if form == "json":
        text = json.dumps([{**_rows(text, form)[0], "source": None, "sources": []}])
    rows = tracker.file(f"rows.{form}", text.replace("https://example.org/report", ""))
    assert "`p1` has no `source`" in tracker.fails("import", rows)
    assert "1 claim with nothing new" in tracker("import", rows, "--to", path).err


def test_a_newer_table_adds_what_is_new(tracker: CommandLine) -> None:
    table = tracker.file("t.csv", TABLE)
    imported(tracker, table)
    out = tracker.folder / "out.yaml"
    first = out.read_text("utf-8")
    again = tracker("import", table, "--to", out, "--yes", now=NOW.replace(year=2027))
    assert "New: 0 claims and 0 updates; 3 claims with nothing new" in again.err
    assert out.read_text("utf-8") == first
    newer = TABLE.replace("In the works,28/02/2026", "Broken,15/03/2026").replace("Q4 26", "Q1 27")
    tracker.file("t.csv", newer + "New one,2026-01-01,,Kept,,,A. New,\n")
    ran = tracker("import", table, "--to", out, "--yes")
    assert "New: 1 claim and 1 update; 2 claims with nothing new" in ran.err
    assert "open-bridge, due: the file has `2026-Q4`, the table `2027-Q1`" in ran.err
    second = out.read_text("utf-8")
    lines = iter(second.splitlines())
    assert all(line in lines for line in first.splitlines())
    assert "      - date: 2026-03-15\n        outcome: broken\n" in second
    assert load(out, today=NOW).tracker is not None


def test_a_changed_text_is_reported_and_stays(tracker: CommandLine) -> None:
    imported(tracker, tracker.file("t.csv", "ID,Promise,Who\nP1,Open it,Mayor\n"))
    path = tracker.file("t.csv", "ID,Promise,Who,Role\nP1,Open all,Mayor,Head\n")
    err = tracker("import", path, "--to", "out.yaml", "--yes").err
    assert "p1, claim: the file has `Open it`, the table `Open all`" in err
    assert "p1, role: the file has nothing, the table `Head`" in err
    assert "There is nothing new" in err


@pytest.mark.parametrize(("source", "shown"), [("S1", "S1"), ("{title: Post}", "Post")])
def test_another_source_is_told_beside_that_of_the_file(
    tracker: CommandLine, source: str, shown: str
) -> None:
    head = "sources:\n  S1: {url: https://x.example/1, published: 2025-01-01}\n"
    fields = {"id": "p1", "source": source, "stated": "2025-01-01"}
    path = tracker.file("claims.yaml", claims_file(claim(fields), head=head * (source == "S1")))
    table = tracker.file("t.csv", "ID,Promise,Source URL\np1,Open it,https://x.example/2\n")
    err = tracker("import", table, "--to", path, "--yes").err
    assert f"p1, source: the file has `{shown}`, the table `https://x.example/2`\n" in err


@pytest.mark.parametrize("cell", ["S1", "https://x.example/1"])
def test_a_source_by_its_key_or_address_is_no_other(tracker: CommandLine, cell: str) -> None:
    head = "sources:\n  S1: {url: https://x.example/1, published: 2025-01-01}\n"
    fields = {"id": "p1", "source": "S1"}
    path = tracker.file("claims.yaml", claims_file(claim(fields), head=head))
    table = f"ID,Promise,Source\np1,Open it,{cell}\np2,Close it,{cell}\n"
    err = tracker("import", tracker.file("t.csv", table), "--to", path, "--yes").err
    assert "p1, claim: the file has" in err
    assert "p1, source:" not in err
    assert path.read_text("utf-8").endswith("    source: S1\n")


def test_a_table_of_updates_alone_adds_them(tracker: CommandLine) -> None:
    imported(tracker, tracker.file("t.csv", "ID,Promise,Who\nP1,Open it,Mayor\n"))
    path = tracker.file("u.csv", "ID,Date,Status,Link\nP1,2026-11-23,Kept,https://x.example/\n")
    first = tracker("import", path, "--to", "out.yaml", "--yes").err
    assert "1 row: 0 claims, 1 outcome, 1 update\n" in first
    assert "New: 0 claims and 1 update; 0 claims with nothing new\n" in first
    found = load(tracker.folder / "out.yaml", today=NOW).tracker or ()
    assert [it.outcome for entry in found for it in entry.claim.updates] == ["kept"]
    again = tracker("import", path, "--to", "out.yaml", "--yes").err
    assert "New: 0 claims and 0 updates; 1 claim with nothing new\n" in again


def test_a_state_that_comes_back_is_added_again(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", claims_file(claim({"id": "p1", "stated": "2025-03-02"})))
    text = (
        "ID,Update date,Status\np1,2025-10-01,Begun\np1,2025-10-02,Stalled\np1,2025-10-03,Begun\n"
    )
    (entry,), _ = added(tracker, text, path)
    told = ["in-progress", "stalled", "in-progress"]
    assert [update.progress for update in entry.claim.updates] == told


@pytest.mark.parametrize(
    ("heads", "deadlines", "note"),
    [
        ("Deadline,New deadline", "15/10/2026,15/12/2026", None),
        ("Due,Revised date", "15 October 2026,2026-12-15", None),
        ("Revised date,Due", "2026-12-15,15 May 2026", "Due: 15 May 2026"),
    ],
)
def test_a_table_of_updates_may_repeat_the_deadline_beside_a_new_one(
    tracker: CommandLine, heads: str, deadlines: str, note: str | None
) -> None:
    fields = {"id": "p1", "stated": "2025-03-02", "due": "2026-10-15"}
    path = tracker.file("claims.yaml", claims_file(claim(fields)))
    text = f"ID,{heads},Date,Status\np1,{deadlines},2025-10-13,In progress\n"
    (entry,), _ = added(tracker, text, path)
    (update,) = entry.claim.updates
    assert (getattr(update.due, "text", None), update.note) == ("2026-12-15", note)


def test_a_further_row_of_a_claim_may_repeat_its_deadline(tracker: CommandLine) -> None:
    row = "p7,Open it,05/10/2026,{}/10/2025,{}\n"
    text = f"ID,Promise,Deadline,Checked,Status\n{row.format(13, 'Begun')}{row.format(14, 'Kept')}"
    (entry,) = claims_of(tracker, "t.csv", text, "--dates", "dmy")
    assert [update.note for update in entry.claim.updates][1:] == [None]


def test_nothing_is_added_without_a_yes(tracker: CommandLine) -> None:
    text = DATA.read_text("utf-8")
    path = tracker.file("claims.yaml", text)
    table = tracker.file("t.csv", TABLE)
    assert "use `--yes`" in tracker("import", table, "--to", path).err
    shown = tracker("import", table, "--to", path, "--diff")
    assert "+  - id: open-bridge" in shown.out
    tracker.answers("n")
    assert "Nothing was written." in tracker("import", table, "--to", path).err
    tracker.answers("n")
    assert "Nothing was written." in tracker("import", table, "-o", "new.yaml").err
    assert not (tracker.folder / "new.yaml").exists()
    assert path.read_text("utf-8") == text
    tracker.answers("y")
    assert "Written to" in tracker("import", table, "--to", path).err
    assert path.read_text("utf-8").startswith(text[:1000])


def test_claims_are_not_added_to_standard_input(tracker: CommandLine) -> None:
    err = tracker("import", tracker.file("t.csv", TABLE), "--to", "-", "--yes").err
    assert "standard input cannot be written to\nHelp: name the file with `--to`" in err


def test_what_another_program_writes_meanwhile_stays(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", DATA.read_text("utf-8"))
    theirs = f"# theirs\n{DATA.read_text('utf-8')}"

    def another_writes(*_: object) -> list[str]:
        path.write_text(theirs, "utf-8")
        return []

    tracker.patch.setattr("claim_tracker.render.terminal.importing.mapping_lines", another_writes)
    ran = tracker("import", tracker.file("t.csv", TABLE), "--to", path, "--yes")
    assert "has been changed meanwhile, and is not touched" in ran.err
    assert path.read_text("utf-8") == theirs


def test_a_file_without_a_sure_place_stays(tracker: CommandLine) -> None:
    fields = "id: a, claim: C., kind: commitment, speaker: S, due: 2030, stated: 2025"
    text = f"version: 1\n? claims\n: - {{{fields}, source: {{title: T}}}}\n"
    path = tracker.file("claims.yaml", text)
    table = tracker.file("t.csv", TABLE)
    assert "has no place for it that is sure" in tracker("import", table, "--to", path, "-y").err
    assert path.read_text("utf-8") == text


def test_a_file_in_json_stays_json(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", '{"version": 1, "claims": []}')
    assert tracker("import", tracker.file("t.csv", TABLE), "--to", path, "-y").status == 0
    assert len(json.loads(path.read_text("utf-8"))["claims"]) == 3


def test_what_tracker_writes_is_read_alone(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", DATA.read_text("utf-8"))
    table = tracker.file("t.csv", TABLE)
    assert "is what tracker writes, and is read alone" in tracker.fails("import", path, table)


def test_a_row_that_contradicts_itself_is_valid_and_listed(tracker: CommandLine) -> None:
    table = tracker.file(
        "t.csv",
        "Promise,Who,Made on,Due,Status,Checked,Completed,Kind,Figure,Where,See also\n"
        "A,B,2025-05-10,2024,Kept,2025-01-01,2026-10-01,odd,many,!,zz\n"
        "C,D,2030,within 9999999 years,Kept,2027-01-01,2028-01-01,prediction,3 km,Ur,A\n",
    )
    ran = tracker("import", table, "-o", "out.yaml")
    assert load(tracker.folder / "out.yaml", today=NOW).tracker is not None
    for why in (
        "Due: `2024`: it is before the claim was stated, 2025-05-10",
        "Checked: `2025-01-01`: it is before the claim was stated, 2025-05-10",
        "Made on: `2030`: it is after today",
        "Checked: `2027-01-01`: it is after today",
        "Kind: `odd`: it is not a kind of claims; taken as `commitment`",
        "Figure: `many`: it is not a number and what it counts",
        "Where: `!`: no key of a place can be made of it",
        "See also: `zz`: there is no such claim",
    ):
        assert why in ran.err


def test_the_fields_of_sources_are_shared_out(tracker: CommandLine) -> None:
    (entry,) = claims_of(
        tracker,
        "t.csv",
        "Promise,Who,Link,Source title,Publisher,Published,Archive,Page,Outlet\n"
        "A,B,https://x.example/1; https://x.example/2,One; Two,The Post,10-May-25,"
        "https://archive.example/1,p. 3,Other\n",
    )
    one, two = entry.citations()
    assert (one.source.title, one.source.publisher, one.at) == ("One", "The Post", "p. 3")
    assert one.source.published is not None
    assert (one.source.published.text, two.source.title) == ("2025-05-10", "Two")
    assert str(one.source.archived) == "https://archive.example/1"
    assert entry.claim.note == "Outlet: Other"


def test_a_field_of_a_source_that_cannot_be_is_listed(tracker: CommandLine) -> None:
    table = tracker.file(
        "t.csv",
        "Promise,Who,Link,Published,Archive\n"
        "A,B,https://x.example/1,2030,not there\nC,B,https://x.example/2,Somewhen,\n"
        "D,B,https://x.example/3,TBD,\nE,B,,2025-05-10,\n",
    )
    err = tracker("import", table, "-o", "out.yaml").err
    assert "row 2, Published: `2030`: it is after today\n" in err
    assert "row 2, Archive: `not there`: `not there` does not begin with" in err
    assert "row 3, Published: `Somewhen`" in err
    text = (tracker.folder / "out.yaml").read_text("utf-8")
    assert "Published: TBD" in text
    assert "Published: 2025-05-10" in text


def test_an_update_has_all_that_its_row_says(tracker: CommandLine) -> None:
    (entry,) = claims_of(
        tracker,
        "t.csv",
        "Promise,Who,Made on,Status,House rating,New deadline,Completed,Next,Evidence,Figure,Unit,"
        "As of\n"
        "A,B,2024-01-02,Kept,Mostly kept,2025-06,2025-03,2026,https://x.example/1,12,km,2024\n",
        *("--map", "update.review=Next", "--map", "quantity.value=Figure"),
        *("--map", "quantity.unit=Unit", "--as-of", "2025-05-10"),
    )
    (update,) = entry.claim.updates
    assert (update.date.text, update.outcome, update.rating) == (
        "2025-05-10",
        "kept",
        "Mostly kept",
    )
    assert update.due is not None
    assert update.happened is not None
    assert update.review is not None
    assert [update.due.text, update.happened.text, update.review.text] == [
        "2025-06",
        "2025-03",
        "2026",
    ]
    assert entry.claim.quantity is not None
    assert (entry.claim.quantity.value, entry.claim.quantity.unit) == (12, "km")
    assert entry.claim.note == "As of: 2024"


def test_a_source_of_the_file_is_cited_by_its_key(tracker: CommandLine) -> None:
    path = tracker.file("claims.yaml", DATA.read_text("utf-8"))
    table = tracker.file("t.csv", "Promise,Who,Source\nA,B,https://english.iswnews.com/?p=38320\n")
    tracker("import", table, "--to", path, "--yes")
    assert "source: iswnews-38320\n" in path.read_text("utf-8").split("- id: a\n")[1]


MESSY = """\
Promises of the harbour,,,,Where it stands,,,Where it was said,
#,Promise,Said by,Date made,Deadline,Status,Last checked,Link,
1,Build a bridge,M. Rivera,2025-01-14,31/12/2026,In progress,2026-02-03,https://post.example/bridge,
2,Plant 10 trees*,,"Jan 14, 2025",end of 2025,Kept,20.02.2026,,
3,Cut the tax to 3%,L. Ortiz,45671,13/1/2027,Abandoned,,https://post.example/tax,
,,,,,,,,
Total,3,,,,,,,
* about,,,,,,,,
"""
NESTED = [
    {
        "id": 1,
        "promise": {"text": "Build a bridge"},
        "speaker": {"name": "M. Rivera", "party": "Harbour Party"},
        "dates": {"made": "14/01/2025", "deadline": "2026"},
        "status": {"label": "Kept", "checked": "2026-03-01"},
        "sources": [{"url": "https://post.example/bridge", "mood": "calm"}],
    }
]


def test_the_row_of_totals_and_footnotes_are_no_claims(tracker: CommandLine) -> None:
    ran = tracker("import", tracker.file("t.csv", MESSY), "-o", "out.yaml")
    claims = [entry.claim for entry in load(tracker.folder / "out.yaml", today=NOW).tracker or ()]
    assert [claim.id for claim in claims] == ["promise-1", "promise-2", "promise-3"]
    assert "row 7, #: `Total`: there is no claim in it" in ran.err
    assert "row 8, #: `* about`: there is no claim in it" in ran.err


def test_the_mapping_is_shown_in_plain_words(tracker: CommandLine) -> None:
    ran = tracker("import", tracker.file("t.csv", MESSY), "--set", "source.publisher=The Post")
    for line in (
        "Deadline      due: day first, 31/12/2026 → 2026-12-31",
        "Last checked  date of an update: day first, 20.02.2026 → 2026-02-20",
        "Link          url of a source",
        "Column I      nothing in it",
        "(each claim)  publisher of a source: The Post",
    ):
        assert f"  {line}\n" in ran.err


def test_the_fields_of_mappings_in_a_record_are_recognised(tracker: CommandLine) -> None:
    (entry,) = claims_of(tracker, "t.json", json.dumps(NESTED))
    claim = entry.claim
    assert (claim.claim, claim.speaker, claim.organisation) == (
        *("Build a bridge", "M. Rivera", "Harbour Party"),
    )
    assert (entry.stated.text, claim.updates[0].date.text, claim.updates[0].outcome) == (
        *("2025-01-14", "2026-03-01", "kept"),
    )


def test_what_a_source_in_a_record_says_beside_it_is_noted(tracker: CommandLine) -> None:
    (entry,) = claims_of(tracker, "t.json", json.dumps(NESTED))
    assert entry.citation.source.url == "https://post.example/bridge"
    assert entry.claim.note == "sources: mood: calm"


def test_claims_that_a_newer_table_lacks_are_named(tracker: CommandLine) -> None:
    tracker("import", tracker.file("t.csv", MESSY), "-o", "out.yaml")
    newer = "".join(line for line in MESSY.splitlines(True) if not line.startswith("1,"))
    ran = tracker("import", tracker.file("t2.csv", newer), "--to", "out.yaml", "--yes")
    assert "Only in the file, where they stay: 1 claim: promise-1" in ran.err
    assert "source: the file has" not in ran.err
    assert "There is nothing new" in ran.err


def test_a_reading_against_the_order_of_dates_is_listed(tracker: CommandLine) -> None:
    table = tracker.file("t.csv", "Promise,Deadline\nOpen it,12/31/2026\nShut it,2027\n")
    ran = tracker("import", table, "--dates", "dmy")
    assert "with the day first" in ran.err
    assert "is it `--dates mdy`?" in ran.err


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ("- a\n", "keeps no mapping"),
        ("map: {Promise: nonsense}\n", "there is no field `nonsense`"),
        ("words: [a]\n", "`words` of the mapping is not a mapping of texts"),
        ("words: {Odd: oddly}\n", "there is no word `oddly`"),
        ("drop: [[a]]\n", "`drop` of the mapping is not a list of texts"),
        ("drop: {Link: x}\n", "`drop` of the mapping is not a list of texts"),
        ("dates: DMY\n", "write one of `dmy`, `mdy`, `ymd`"),
        ("dates: [dmy]\n", "`dates` of the mapping is not an order of dates"),
    ],
)
def test_a_mapping_that_is_none_is_refused(tracker: CommandLine, mapping: str, why: str) -> None:
    kept = tracker.file("m.yaml", mapping)
    ran = tracker("import", tracker.file("t.csv", MESSY), "--mapping", kept)
    assert ran.status == 2
    assert why in ran.err


def test_a_mapping_passes_over_columns_that_are_gone(tracker: CommandLine) -> None:
    kept = tracker.file("m.yaml", "map: {Gone: topic, Promise: claim}\ndrop: [Also gone, Link]\n")
    found = claims_of(tracker, "t.csv", MESSY, "--mapping", str(kept), "--save-mapping", "new.yaml")
    assert len(found) == 3
    assert "drop: [Link]" in (tracker.folder / "new.yaml").read_text()


def test_one_column_to_leave_out_needs_no_list(tracker: CommandLine) -> None:
    kept = tracker.file("m.yaml", "drop: Notes\n")
    table = "Promise,Notes,N\nBuild a bridge,odd,1\n"
    (entry,) = claims_of(tracker, "t.csv", table, "--mapping", str(kept))
    assert entry.claim.note == "N: 1"


def test_a_kind_that_is_set_is_said(tracker: CommandLine) -> None:
    ran = tracker("import", tracker.file("t.csv", MESSY), "--set", "kind=prediction")
    assert "(each claim)  kind: prediction, as you say" in ran.err


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("kind=promis", "kinds are `commitment`, `prediction`, `fact`"),
        ("stated=yesterday", "it names no day of the calendar"),
        ("due=9/10/2025", "say `--dates dmy` for 2025-10-09, or `--dates mdy` for 2025-09-10"),
        ("due=TBD", "leave it out where there is no date"),
        ("source.url=foo bar", "write a public address"),
    ],
)
def test_a_value_for_all_that_cannot_be_read_is_refused_at_once(
    tracker: CommandLine, value: str, why: str
) -> None:
    err = tracker.fails("import", tracker.file("t.csv", MESSY), "--set", value)
    field, _, text = value.partition("=")
    assert f"`{text}` is no value for `{field}`" in err
    assert why in err


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("www.example.org/x", None),
        ("[Report](https://a.example/x)", "Report"),
        ("Reuters https://a.example/x", "Reuters"),
    ],
)
def test_an_address_for_all_may_be_written_as_in_a_cell(
    tracker: CommandLine, url: str, title: str | None
) -> None:
    given = ("--set", "stated=2025-10-09", "--set", f"source.url={url}")
    (entry,) = claims_of(tracker, "t.csv", "Promise\nOpen it\n", *given)
    assert [source.title for _, source, _ in entry.citations()] == [title]


@pytest.mark.parametrize(
    ("amount", "value", "unit"),
    [
        ("$20 billion (est.)", 20_000_000_000, "(est.) $"),
        ("$5 million (2024 prices)", 5_000_000, "(2024 prices) $"),
        ("€2.5m", 2_500_000, "€"),
    ],
)
def test_the_scale_of_an_amount_is_kept_whatever_follows(
    tracker: CommandLine, amount: str, value: int, unit: str
) -> None:
    given = ("--set", "stated=2025-10-09")
    (entry,) = claims_of(tracker, "t.csv", f"Promise,Quantity\nOpen it,{amount}\n", *given)
    quantity = entry.claim.quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (value, unit)


def test_the_sign_of_an_amount_gives_way_to_a_column_of_units(tracker: CommandLine) -> None:
    table = "Promise,Quantity,Unit\nOpen it,$2.5bn,USD\n"
    (entry,) = claims_of(tracker, "t.csv", table, "--set", "stated=2025-10-09")
    quantity = entry.claim.quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (2_500_000_000, "USD")


def test_a_year_of_two_digits_before_2000_is_to_be_looked_at(tracker: CommandLine) -> None:
    table = "Promise,Made on\nOpen it,1/1/70\nClose it,10-May-98\nMend it,1/5/1997\nCut it,3/3/25\n"
    ran = tracker("import", tracker.file("t.csv", table), "--dates", "dmy")
    assert "stated: 1970-01-01" in ran.out
    assert [line for line in ran.err.splitlines() if "is read as" in line] == [
        "  row 2, Made on: `1/1/70`: its year is read as 1970",
        "  row 3, Made on: `10-May-98`: its year is read as 1998",
    ]


def test_a_year_of_four_digits_of_any_script_is_told_in_full(tracker: CommandLine) -> None:
    table = "Promise,Made on\nOpen it,١٩٩٥\nClose it,12 May ١٩٩٥\nMend it,１９９５\nCut it,199X\n"
    ran = tracker("import", tracker.file("t.csv", table))
    assert ran.out.count("stated: 1995") == 3
    assert "is read as" not in ran.err


def test_the_order_of_dates_holds_for_a_value_for_all_too(tracker: CommandLine) -> None:
    table, given = "Promise\nOpen it\n", ("--set", "stated=9/10/2025", "--dates", "dmy")
    (entry,) = claims_of(tracker, "t.csv", table, *given)
    assert entry.stated.text == "2025-10-09"


def test_a_sheet_without_claims_leads_to_the_others(tracker: CommandLine) -> None:
    book = Workbook()
    book.worksheets[0].title = "Read me"
    book.worksheets[0].append(("How", "to"))
    book.create_sheet("Promises").append(("Promise",))
    book.save(tracker.folder / "t.xlsx")
    err = tracker.fails("import", "t.xlsx")
    assert "no column of t.xlsx, sheet `Read me` has claims" in err
    assert "not read: `Promises`; name sheets with `--sheet`" in err


def test_a_cell_that_says_that_it_has_no_value_has_none(tracker: CommandLine) -> None:
    text = (
        "Promise,Source,Minister,Deadline,Status,ID,Budget\n"
        "Open it,N/A,n/a,#N/A,n/a,#REF!,N/A\nN/A,,M. M.,,,,\n"
        "Close it,,Not available,,N/A,2,#VALUE!\n"
    )
    ran = tracker("import", tracker.file("t.csv", text), "-o", "out.yaml", "--word", "N/A=broken")
    assert "row 3, Promise: `N/A`: there is no claim in it" in ran.err
    loaded = load(tracker.folder / "out.yaml", today=NOW).tracker
    assert loaded is not None
    first, second = (entry.claim for entry in loaded)
    assert [(each.speaker, each.note) for each in (first, second)] == [("Not named", None)] * 2
    assert [each.updates[0].outcome for each in (first, second)] == ["broken", "broken"]
    assert loaded.entries[0].citation.source.title == "t.csv"


def test_a_value_for_all_claims_has_nothing_that_nobody_sees(tracker: CommandLine) -> None:
    (entry,) = claims_of(tracker, "t.csv", "Promise\nOpen it\n", "--set", "speaker=A\u200b. B.")
    assert entry.claim.speaker == "A. B."


def test_a_figure_that_may_be_another_is_listed(tracker: CommandLine) -> None:
    text = (
        "Promise,Figure\nRaise it,2.500 Soldaten\nDouble it,123456789012345.678901 houses\n"
        "Treble it,1.234 million euros\nHalve it,0.125 ha\n"
    )
    ran = tracker("import", tracker.file("t.csv", text), "-o", "out.yaml")
    assert "row 2, Figure: `2.500 Soldaten`: its full stop is read as a decimal point" in ran.err
    assert "row 3, Figure: `123456789012345.678901 houses`: it is not a number" in ran.err
    assert "To look at: 2 cells" in ran.err
    assert ran.status == 0


def test_figures_stand_in_one_column_or_in_two(tracker: CommandLine) -> None:
    table = (
        "Promise,Figure,Value,Unit,quantity.approximate,New deadline,Status,Happened\n"
        "Plant trees,,500,trees,true,,,\nSow corn,3,,fields,,2019,Kept,2025-01-01\n"
        "Mow grass,3 km,,m,,,Kept,\n"
    )
    ran = tracker("import", tracker.file("t.csv", table), "--set", "stated=2025-05-01", "-o", "o")
    claims = [entry.claim for entry in load(tracker.folder / "o", today=NOW).tracker or ()]
    figures = [(it.quantity.value, it.quantity.unit) for it in claims if it.quantity is not None]
    assert figures == [(500, "trees"), (3, "fields"), (3, "km")]
    assert "New deadline: `2019`: it is before the claim was stated, 2025-05-01" in ran.err


def test_related_claims_are_named_by_their_rows(tracker: CommandLine) -> None:
    table = 'No,Promise,Related\n1,Build a bridge,2\n2,Plant trees,"1; 2"\n3,Mow grass,1; 2\n'
    found = [entry.claim.related for entry in claims_of(tracker, "t.csv", table)]
    assert found == [("promise-2",), (), ("promise-1", "promise-2")]


def test_no_option_is_advised_that_is_given(tracker: CommandLine) -> None:
    table = "Promise,Date\nOpen it,2024-05-01\nClose it,30/02/2024\n"
    given = ("import", tracker.file("t.csv", table))
    remark = "- 1 claim without the day of the claim: `stated` is the latest that it can be"
    assert f"{remark}; say --set stated=DATE\n" in tracker(*given).err
    assert f"{remark}\n" in tracker(*given, "--set", "stated=2025").err


def test_an_older_word_does_not_take_an_outcome_back(tracker: CommandLine) -> None:
    table = "No,Promise,Status,Last checked\n1,Build a bridge,Kept,2026-03-01\n"
    tracker("import", tracker.file("t.csv", table), "--set", "stated=2026-01-01", "-o", "out.yaml")
    newer = "No,Promise,Status,Last checked\n1,Build a bridge,{},{}\n"
    for word, day, told in (
        ("In progress", "", "promise-1, outcome: the file has `kept`, the table `in-progress`"),
        ("Broken", "2025-03-01", "promise-1, stated: the file has `2026-01-01`"),
    ):
        text = tracker.file("t2.csv", newer.format(word, day))
        ran = tracker("import", text, "--to", "out.yaml", "--yes")
        assert told in ran.err
        assert "There is nothing new" in ran.err


def test_a_claim_of_an_unknown_day_and_a_span_is_counted(tracker: CommandLine) -> None:
    ran = tracker("import", tracker.file("t.csv", "Promise,Due\nOpen it,within two years\n"))
    assert "1 claim with a span as deadline and no day to count it from" in ran.err


def test_columns_are_known_by_what_stands_in_them(tracker: CommandLine) -> None:
    table = (
        "Zap,Zip,Zop\n"
        "The new bridge opens to cars,Kept,https://post.example/a\n"
        "The old bridge is torn down,Broken,https://post.example/b\n"
    )
    ran = tracker("import", tracker.file("t.csv", table))
    for line in (
        "Zap           claim (the longest texts)",
        "Zip           outcome of an update (by the words in it): Kept → kept, Broken → broken",
        "Zop           url of a source (by the addresses in it)",
    ):
        assert f"  {line}\n" in ran.err


def test_a_row_of_a_table_of_sources_that_is_none_is_listed(tracker: CommandLine) -> None:
    claims = tracker.file("claims.csv", "Promise,Source\nBuild a bridge,s1\nPlant trees,s2\n")
    sources = tracker.file(
        "sources.csv",
        "key,url,title,mood: now,published\ns1,https://post.example/a,A,calm,2025\n"
        "s1,https://post.example/b,B,,\ns2,https://post.example/c,C,,2099\n",
    )
    ran = tracker("import", claims, sources, "-o", "out.yaml")
    loaded = load(tracker.folder / "out.yaml", today=NOW).tracker
    assert [entry.citation.key for entry in loaded or ()] == ["s1", "s2"]
    for line in (
        "sources.csv, row 2, mood: now: `calm`: a source has no place for it",
        "sources.csv, row 3, url: `https://post.example/b`: it is not a source with a key",
        "sources.csv, row 4, published: `2099`: it is after today",
    ):
        assert ran.err.count(line) == 1
    assert ran.err.count("`2099`") == 1


def test_an_update_without_a_day_has_that_of_its_source(tracker: CommandLine) -> None:
    table = (
        "Promise,Made on,Status,Evidence,Evidence published\n"
        "Build a bridge,2025-01-14,Kept,https://post.example/a,2026-03-01\n"
        "Plant trees,2026-10-01,Kept,https://post.example/b,2020\n"
    )
    found = claims_of(tracker, "t.csv", table, "--as-of", "2026-06-01")
    dates = [update.date.text for entry in found for update in entry.claim.updates]
    assert dates == ["2026-03-01", "2026-10-01"]


def test_updates_that_a_file_has_are_nothing_new(tracker: CommandLine) -> None:
    claims = tracker.file("claims.csv", "No,Promise,Made on\nbridge,Build a bridge,2025-01-14\n")
    updates = "id,date,status,happened,note\nbridge,2026-03-01,Kept,2026-02,It is open.\n"
    tracker("import", claims, tracker.file("u.csv", updates), "-o", "out.yaml")
    again = tracker("import", tracker.file("u2.csv", updates), "--to", "out.yaml", "--yes")
    assert "There is nothing new" in again.err
    early = updates.replace("2026-03-01", "2020-03-01").replace("2026-02", "")
    ran = tracker("import", tracker.file("u3.csv", early), "--to", "out.yaml", "--yes")
    assert "bridge, stated: the file has `2025-01-14`, the table `2020-03-01`" in ran.err


def test_a_part_of_a_source_is_cited_as_a_place_in_it(tracker: CommandLine) -> None:
    table = (
        "Promise,Source link,Source title\n"
        "Build a bridge,https://post.example/a,\nPlant trees,https://post.example/a,\n"
        "Mow grass,https://post.example/a,Chapter 3\n"
    )
    claims_of(tracker, "t.csv", table)
    assert "source: {source: post, at: Chapter 3}" in (tracker.folder / "out.yaml").read_text()


def test_addresses_behind_cells_are_sources(tracker: CommandLine) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Promise", "Status", "Other"), ("Build a bridge", "Kept", "x")):
        sheet.append(row)
    sheet["A2"].hyperlink = "https://post.example/promise"
    sheet["B2"].hyperlink = "https://post.example/kept"
    book.save(tracker.folder / "t.xlsx")
    (entry,) = imported(tracker, "t.xlsx", "--set", "stated=2025-05-01")
    assert entry.citation.source.url == "https://post.example/promise"
    text = (tracker.folder / "out.yaml").read_text()
    assert "outcome: kept\n        source: {url: https://post.example/kept}" in text


def test_a_workbook_is_read_as_its_formats_show_it(tracker: CommandLine) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Promise", "Made on", "Deadline", "Budget", "Growth", "Amount", "More"))
    link = '=HYPERLINK("https://post.example/"&A2,"See")'
    sheet.append(
        ("Build a bridge", datetime(2025, 9, 1), datetime(2027, 1, 1), 5, 45, 7, link),
    )
    forms = {"B2": "mmm-yy", "C2": "yyyy", "D2": "[$€-2] #,##0", "E2": '0"%"', "F2": '"£"0'}
    for name, form in forms.items():
        sheet[name].number_format = form
    book.save(tracker.folder / "t.xlsx")
    (entry,) = imported(tracker, "t.xlsx")
    claim = entry.claim
    assert (claim.stated and claim.stated.text, claim.due and claim.due.text) == ("2025-09", "2027")
    assert (claim.quantity and (claim.quantity.value, claim.quantity.unit)) == (7, "£")
    assert claim.note == "Budget: € 5\nGrowth: 45%\nMore: See"
    assert entry.citation.source.url is None
    assert f"row 2, More: `{link}`: no whole address" in tracker("import", "t.xlsx").err


def test_the_currency_before_a_figure_is_its_unit_or_noted(tracker: CommandLine) -> None:
    table = "Promise,Value,Unit\nBuild it,£5000,GBP\nShut it,£2 million,\n"
    one, other = (entry.claim for entry in claims_of(tracker, "t.csv", table))
    assert (one.quantity and one.quantity.unit, one.note) == ("GBP", "Value: £5000")
    assert other.quantity is not None
    assert (other.quantity.value, other.quantity.unit) == (2_000_000, "£")


def test_words_are_shown_as_the_kinds_of_claims_there_are_read(tracker: CommandLine) -> None:
    table = "Promise,Kind,Status\nA bridge opens,promise,Kept\nIt holds,fact,Confirmed\n"
    err = tracker("import", tracker.file("t.csv", f"{table}A road opens,promise,Oddly\n")).err
    assert "Kept → kept, Confirmed → confirmed, Oddly → ?" in err


def test_a_head_of_many_brackets_is_read_at_once(tracker: CommandLine) -> None:
    table = f"Promise,{'(' * 90_000},Deadline (year (planned))\nBuild it,x,2027\n"
    (entry,) = claims_of(tracker, "t.csv", table, "--heads", "1")
    assert entry.claim.due is not None


def test_records_in_yaml_and_json_have_any_shape(tracker: CommandLine) -> None:
    text = (
        "- {promise: Build a bridge, speaker: ~, done: false, more: [[a], [b]], empty: {}}\n"
        "- &two\n  promise: Plant trees\n- <<: *two\n  promise: Mow grass\n  ? [a, b]\n  : c\n"
    )
    found = [entry.claim.note for entry in claims_of(tracker, "t.yaml", text)]
    assert found == ["more: a\nb\ndone: false", None, "a b: c"]
    ran = tracker("import", tracker.file("t.jsonl", '{"promise": "A"}\n{"promise": \n'))
    assert "line 2: this is not JSON" in ran.err


def test_a_column_is_named_by_its_whole_head(tracker: CommandLine) -> None:
    table = "Promise,Promise (2),Cost,Cost (planned)\nBuild a bridge,It shall be long.,5 m,7 m\n"
    (entry,) = claims_of(tracker, "t.csv", table, "--drop", "cost", "--map", "claim=Promise (2)")
    assert entry.claim.claim == "It shall be long."
    assert entry.claim.note == "Promise: Build a bridge\nCost (planned): 7 m"


def test_a_second_column_of_one_field_goes_into_the_note(tracker: CommandLine) -> None:
    table = (
        "Promise,Who,Then,Until,Number,Other,Amount,Value\n"
        "Build a bridge,A,2026,2027,p1,b1,5 cars,6\nPlant trees,B,,2028,p2,,,\n"
    )
    mapped = ("due=Then", "due=Until", "id=Number", "id=Other", "quantity=Amount")
    arguments = [text for each in mapped for text in ("--map", each)]
    one, other = claims_of(tracker, "t.csv", table, *arguments).entries
    assert (one.claim.id, str(one.claim.due and one.claim.due.text)) == ("p1", "2026")
    assert one.claim.note == "Until: 2027\nValue: 6\nOther: b1"
    assert other.claim.due is not None
    assert other.claim.due.text == "2028"


@pytest.mark.parametrize(
    ("source", "link", "cited"),
    [
        ("Plan; https://x.example/a", "", ["Plan", "https://x.example/a"]),
        ("https://x.example/a; Plan", "", ["https://x.example/a", "Plan"]),
        ("Plan", "https://x.example/a", ["https://x.example/a Plan"]),
        ("https://x.example/a", "Plan", ["https://x.example/a Plan"]),
        ("Plan; Law", "https://x.example/a; https://x.example/b",
         ["https://x.example/a Plan", "https://x.example/b Law"]),
        ("https://x.example/a; https://x.example/b", "Plan; Law",
         ["https://x.example/a Plan", "https://x.example/b Law"]),
        ("Plan", "https://x.example/a; https://x.example/b",
         ["https://x.example/a Plan", "https://x.example/b"]),
        ("Plan; Law", "https://x.example/a", ["Plan", "Law", "https://x.example/a"]),
    ],
)  # fmt: skip
def test_names_and_addresses_are_joined_across_cells_alone(
    tracker: CommandLine, source: str, link: str, cited: list[str]
) -> None:
    table = f"Promise,Source,Link\nBuild a bridge,{source},{link}\n"
    arguments = ("--map", "source.url=Link", "--map", "source=Source")
    (entry,) = claims_of(tracker, "t.csv", table, *arguments)
    found = [it.source for it in entry.citations()]
    assert [" ".join(filter(None, (it.url, it.title))) for it in found] == cited


def test_a_publisher_alone_is_the_title_of_its_source(tracker: CommandLine) -> None:
    (entry,) = claims_of(tracker, "t.csv", "Promise,Publisher\nBuild a bridge,The Post\n")
    assert (entry.citation.source.title, entry.citation.source.publisher) == ("The Post", None)


def test_a_source_says_once_and_truly_why_its_day_is_not_kept(tracker: CommandLine) -> None:
    claims = tracker.file("claims.csv", "Promise,Source\nBuild a bridge,s1\nPlant trees,s2\n")
    sources = "key,url,published\ns1,https://x.example/a,05/10/2025\ns2,https://x.example/b,{}\n"
    for text, why in (
        ("TBD", "a source has no place for it"),
        ("within 90 days", "a span is counted from a statement"),
    ):
        path = tracker.file("sources.csv", sources.format(text))
        err = tracker("import", claims, path).err
        assert err.count("`05/10/2025`") == 1
        assert "published: `05/10/2025`: the order of day and month is ambiguous" in err
        assert err.count(f"`{text}`") == 1
        assert f"published: `{text}`: {why}" in err


def test_a_column_decides_how_its_numbers_are_read(tracker: CommandLine) -> None:
    table = "Promise,Made on,Deadline\nBuild a bridge,{},2010-11\nPlant trees,{},{}\n"
    deciding = table.format("09-05-10", "99-05-31", "2012-13")
    ran = tracker("import", tracker.file("t.csv", deciding))
    assert "ambiguous" not in ran.err
    assert "Made on       stated: year first, 09-05-10 → 2009-05-10" in ran.err
    assert "Deadline      due: 2010-11 → 2010/2011" in ran.err
    other = tracker.file("t.csv", table.format("25-05-10", "24-05-10", "May 2012"))
    err = tracker("import", other).err
    assert "row 2, Made on: `25-05-10`: the order of day and month is ambiguous" in err
    assert "row 2, Deadline: `2010-11`: it may be a month or two years" in err
    tracker("import", other, "--dates", "ymd", "--save-mapping", "m.yaml", "-o", "out.yaml")
    assert "dates: ymd\n" in (tracker.folder / "m.yaml").read_text("utf-8")
    assert "stated: 2025-05-10" in (tracker.folder / "out.yaml").read_text("utf-8")
