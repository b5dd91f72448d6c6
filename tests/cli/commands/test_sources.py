"""`tracker sources`."""

import csv
import io
import json

import pytest

from tests.conftest import CommandLine

CLAIMS = """\
version: 1
sources:
  harbour:
    url: https://example.org/harbour
    title: "=The bridge"
    publisher: Harbour Post
    published: 2025-08-18
    archived: https://web.archive.org/web/2025/https://example.org/harbour
  again: {url: "HTTPS://Example.org:443/harbour", published: 2025-08-18}
  spare: {title: A speech, published: 2025-08-18}
claims:
  - id: bridge-opens
    claim: The bridge opens.
    kind: commitment
    speaker: A. Minister
    source: [harbour, {source: again, at: page 2}]
    updates:
      - date: 2025-09-01
        outcome: kept
        source: {url: https://example.org/opened, published: 2025-09-01}
      - date: 2026-11-01
        note: It is lit.
        source: {url: https://example.org/later}
  - id: road-opens
    claim: The road opens.
    kind: commitment
    speaker: A. Minister
    source: {url: https://example.org/opened, title: Opened, published: 2025-08-19}
"""
LATER = "https://example.org/later"
TEXT = """\
As of 23 Nov 2026: 4 sources, 2 without a lasting copy, 2 written more than once

Harbour Post, 2025-08-18, =The bridge
  https://example.org/harbour
  https://web.archive.org/web/2025/https://example.org/harbour
  cited by 1 claim: bridge-opens
  written 2 times: as `harbour`, as `again`

2025-08-18, A speech
  no claim cites it

2025-08-19, Opened
  https://example.org/opened
  cited by 2 claims: bridge-opens, road-opens
  no lasting copy
  written 2 times: inline 2 times

  https://example.org/later
  cited by 1 claim: bridge-opens
  no lasting copy
"""


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file("data/claims.yaml", CLAIMS)
    return tracker


def rows(tracker: CommandLine, *options: str) -> list[dict[str, str]]:
    out = tracker.done("sources", "--format", "csv", *options)
    return list(csv.DictReader(io.StringIO(out)))


def urls(tracker: CommandLine, *options: str) -> list[str]:
    return [row["url"] for row in rows(tracker, *options)]


def test_each_source_is_there_once_with_who_cites_it(claims: CommandLine) -> None:
    assert claims.done("sources") == TEXT


def test_only_what_has_an_address_can_lack_a_copy(claims: CommandLine) -> None:
    assert urls(claims, "--unarchived") == ["https://example.org/opened", LATER]


def test_what_is_written_more_than_once_can_be_chosen(claims: CommandLine) -> None:
    assert [row["written"] for row in rows(claims, "--repeated")] == ["2", "2"]


def test_a_file_without_a_shown_claim_has_sources_too(claims: CommandLine) -> None:
    spare = 'version: 1\nsources: {more: {url: "https://example.org/more"}}\nclaims: []\n'
    claims.file("data/more.yaml", spare)
    assert "https://example.org/more" in urls(claims, "-f", "data")
    assert len(urls(claims, "--as-of", "2025-01-01")) == 2


def test_a_copy_that_is_named_in_one_of_two_places_is_known(claims: CommandLine) -> None:
    copy = "https://web.archive.org/web/2025/https://example.org/opened"
    claims.file(
        "data/more.yaml",
        f"version: 1\nsources:\n  opened: {{url: https://example.org/opened, archived: {copy}}}\n"
        "claims: []\n",
    )
    assert "https://example.org/opened" not in urls(claims, "-f", "data", "--unarchived")
    found = {row["url"]: row for row in rows(claims, "-f", "data")}["https://example.org/opened"]
    assert (found["title"], found["archived"]) == ("Opened", copy)


def test_a_source_of_the_defaults_is_written_once(claims: CommandLine) -> None:
    text = CLAIMS.replace("claims:\n", "defaults: {source: {title: Of all}}\nclaims:\n", 1)
    for name in ("one", "two"):
        text += f"  - {{id: {name}, claim: It is {name}., kind: fact, speaker: A, stated: 2025}}\n"
    claims.file("data/claims.yaml", text)
    (found,) = (row for row in rows(claims) if row["title"] == "Of all")
    assert (found["written"], found["cited_by"]) == ("1", "one; two")


def test_of_chosen_claims_only_what_they_cite_is_listed(claims: CommandLine) -> None:
    assert urls(claims, "road-opens") == ["https://example.org/opened"]


def test_what_an_update_cites_counts_from_its_day(claims: CommandLine) -> None:
    assert LATER in urls(claims)
    assert LATER not in urls(claims, "--as-of", "2026-10-31")


def test_a_formula_in_a_title_is_text_in_csv(claims: CommandLine) -> None:
    first, *_ = rows(claims)
    assert (first["title"], first["keys"], first["cited_by"]) == (
        "'=The bridge",
        "harbour; again",
        "bridge-opens",
    )


def test_json_has_what_the_source_says_and_who_cites_it(claims: CommandLine) -> None:
    document = json.loads(claims.done("sources", "--format", "json"))
    assert (document["as_of"], document["files"]) == ("2026-11-23", ["data/claims.yaml"])
    *_, opened, _ = document["sources"]
    assert opened == {
        "url": "https://example.org/opened",
        "title": "Opened",
        "publisher": None,
        "published": {"text": "2025-08-19", "earliest": "2025-08-19", "latest": "2025-08-19"},
        "archived": None,
        "keys": [],
        "written": 2,
        "cited_by": ["bridge-opens", "road-opens"],
    }
    lines = claims.done("sources", "--format", "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == document["sources"]


def test_markdown_links_the_report_and_its_copy(claims: CommandLine) -> None:
    *_, opened, _ = claims.done("sources", "--format", "markdown").splitlines()
    assert opened == (
        "| [2025-08-19, Opened](<https://example.org/opened>) |  | `bridge-opens`, `road-opens` |"
    )


def test_many_claims_are_counted_and_the_first_named(tracker: CommandLine) -> None:
    claim = "  - {id: c-%d, claim: C %d., kind: fact, speaker: A, source: s}\n"
    head = (
        "version: 1\nsources:\n  s: {url: https://example.org/a, published: 2025-01-01}\nclaims:\n"
    )
    tracker.file("data/claims.yaml", head + "".join(claim % (n, n) for n in range(7)))
    out = tracker.done("sources")
    assert "`s`, cited by 7 claims: c-0, c-1, c-2, c-3, c-4, 2 more\n" in out


def test_what_is_left_to_do_can_be_read_on_any_background(claims: CommandLine) -> None:
    assert "\x1b[1;35m  no lasting copy\x1b[0m\n" in claims.done("sources", "--color", "always")
