"""What an editor shows of what is at the cursor."""

from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.lsp.client import Client
from claim_tracker.lsp.features.hover import plain
from claim_tracker.render.data.escape import markdown_link, markdown_words
from claim_tracker.yaml.limits import MAX_ITEMS
from tests.lsp.editor import CURSOR, Editor

FILE = """\
version: 1
checks: {archived: required, ignore: [W303, W3]}
sources:
  report:
    title: A *bold* headline
    publisher: The Paper
    url: https://example.org/report
    archived: https://web.archive.org/web/20250818/https://example.org/report
    published: 2025-08-18
places:
  harbour: {name: Harbour Base, region: North, country: IQ}
claims:
  - id: base-closes
    claim: The base closes.
    kind: commitment
    topic: First phase
    speaker: A. Minister
    organisation: Ministry
    due: within 90 days
    source: report
    places: [harbour]
    related: [fleet-stays]
    updates:
      - date: 2025-10-01
        progress: stalled
        due: 2026-03
        note: Nothing [moves](https://evil.example).
        source: report
  - id: fleet-stays
    claim: The fleet stays.
    kind: fact
    topic: first phase
    speaker: B. Deputy
    review: 2026-03-01
    source: [{source: report, at: page 3}]
"""


def hover_in(folder: Path, marked: str, files: dict[str, str] | None = None) -> types.Hover | None:
    editor = Editor(folder, {"data/claims.yaml": marked, **(files or {})})
    found = editor.at_cursor(types.TEXT_DOCUMENT_HOVER, types.HoverParams)
    assert found is None or isinstance(found, types.Hover)
    return found


def shown(folder: Path, text: str, at: str) -> str:
    """What is shown in `FILE` where `text`, which stands in it once, has the cursor as in `at`."""
    assert FILE.count(text) == 1
    found = hover_in(folder, FILE.replace(text, at))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        (
            "due: 2026-03",
            "due: 2026‸-03",
            "**1 Mar 2026 to 31 Mar 2026**: begins today, ends in 30 days",
        ),
        ("review: 2026-03-01", "review: 2026-03‸-01", "**1 Mar 2026**: today"),
        ("published: 2025-08-18", "published: 2025‸-08-18", "**18 Aug 2025**: 195 days ago"),
        ("within 90 days", "within ‸90 days", "**16 Nov 2025**: 105 days ago"),
        ("within 90 days", "within ‸90 days", "Counts from 2025-08-18."),
        ("within 90 days", "within ‸90 days", "Moved once, +135 days: now 2026-03"),
        ("id: base-closes", "id: base‸-closes", "**base-closes**: The base closes."),
        ("id: base-closes", "id: base‸-closes", "**Status:** due, stalled"),
        ("id: base-closes", "id: base‸-closes", "**Deadline:** 2026-03, last day 31 Mar 2026"),
        ("id: base-closes", "id: base‸-closes", "**Said by:** A. Minister, Ministry"),
        ("id: base-closes", "id: base‸-closes", "- 2025-10-01: progress: stalled; deadline moved"),
        ("The base closes.", "The ‸base closes.", "**base-closes**"),
        ("[fleet-stays]", "[fleet‸-stays]", "**fleet-stays**: The fleet stays."),
        ("    source: report\n    places", "    source: rep‸ort\n    places", "[A \\*bold\\*"),
        ("source: report, at", "source: rep‸ort, at", "**Published:** The Paper, 2025-08-18"),
        ("  report:\n", "  re‸port:\n", "**Cited by:** 2 claims (base-closes, fleet-stays)"),
        ("  report:\n", "  re‸port:\n", "**Archived:** [copy](<https://web.archive.org/web/2025"),
        ("[harbour]", "[har‸bour]", "**harbour**: Harbour Base, North, IQ"),
        ("  harbour:", "  har‸bour:", "**About it:** 1 claim (base-closes)"),
        ("organisation:", "organ‸isation:", "The party, ministry or company spoken for."),
        ("review:", "rev‸iew:", "The day to look again."),
        ("progress:", "prog‸ress:", "- `stalled`: Nothing moves."),
        ("archived: required", "arch‸ived: required", "needs an archived copy"),
        ("kind: fact", "kind: fa‸ct", "Something is said to be so."),
        ("stalled", "sta‸lled", "Nothing moves."),
        ("W303, ", "W30‸3, ", "**W303: same text as another claim**"),
        ("W303, ", "W30‸3, ", "catalogue/W303.md"),
        (", W3]", ", W‸3]", "**W3: Worth a look**"),
        (
            "version: 1",
            "version: 1\ntime‸zone: UTC",
            "`Asia/Baghdad`, `Europe/London`, `America/New_York`",
        ),
    ],
)
def test_the_cursor_shows_what_is_known(tmp_path: Path, text: str, at: str, words: str) -> None:
    assert words in shown(tmp_path, text, at)


def test_texts_of_the_data_are_no_markup(tmp_path: Path) -> None:
    words = shown(tmp_path, "id: base-closes", "id: base‸-closes")
    assert "\\[moves\\](https://evil.example)" in words


def test_a_finding_is_explained_on_its_word(tmp_path: Path) -> None:
    words = shown(tmp_path, "    source: report\n    places", "    source: repo‸\n    places")
    assert words.startswith("**E202: ")
    assert "catalogue/E202.md" in words


def test_an_outcome_has_the_words_of_its_kind(tmp_path: Path) -> None:
    words = shown(tmp_path, "progress: stalled", "out‸come: kept")
    assert "`kept`" in words
    assert "`came-true`" not in words


def test_a_related_claim_may_be_in_another_file(tmp_path: Path) -> None:
    here = FILE.partition("  - id: fleet-stays")[0].replace("[fleet-stays]", "[fleet‸-stays]")
    source = "{url: https://example.org/b, published: 2025-01-01}"
    other = (
        "version: 1\nclaims:\n  - id: fleet-stays\n    claim: It stays.\n    kind: fact\n"
        f"    speaker: B. Deputy\n    source: {source}\n"
    )
    workspace = Editor(tmp_path, {"one.yaml": here, "two.yaml": other})
    found = workspace.at_cursor(types.TEXT_DOCUMENT_HOVER, types.HoverParams)
    assert "**fleet-stays**: It stays." in found.contents.value


def test_a_claim_with_a_fault_of_form_says_nothing_of_itself(tmp_path: Path) -> None:
    marked = FILE.replace("kind: commitment", "kind: promis").replace("id: base-", "id: base‸-")
    assert hover_in(tmp_path, marked) is None


@pytest.mark.parametrize(
    ("right", "marked", "day"),
    [
        ("due: within 90", "due: with‸in 90", "statement"),
        ("due: 2026-03", "due: with‸in 30 days", "update"),
    ],
)
def test_a_span_says_what_it_counts_from_where_that_cannot_be_read(
    tmp_path: Path, right: str, marked: str, day: str
) -> None:
    undated = FILE.replace("published: 2025-08-18", "").replace("date: 2025-10-01", "date: soon")
    text = undated.replace(right, marked)
    found = hover_in(tmp_path, text)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.value == f"Counts from the day of the {day}."


def test_a_claim_of_the_future_says_that_it_is_one(tmp_path: Path) -> None:
    text = FILE.replace("    topic: first phase", "    topic: first phase\n    stated: 2026-05-01")
    found = hover_in(tmp_path, text.replace("id: fleet-", "id: fleet‸-"))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "**Stated:** 2026-05-01, after today" in found.contents.value


def test_days_count_from_today_in_a_file_that_is_not_read_to_its_end(tmp_path: Path) -> None:
    rest = f"  - id: tags\n    tags: [{'x, ' * MAX_ITEMS}x]\n"
    found = hover_in(tmp_path, FILE.replace("08-18\n", "08-1‸8\n") + rest)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.value == "**18 Aug 2025**: 195 days ago"


def test_the_range_counts_in_units_of_utf_16(tmp_path: Path) -> None:
    marked = FILE.replace("{name: Harbour Base, region", '{name: "🌉 سلام", re‸gion')
    found = hover_in(tmp_path, marked)
    assert found is not None
    assert found.range == types.Range(types.Position(10, 29), types.Position(10, 35))


@pytest.mark.parametrize("text", ["", "\n", "- a\n", "a text", f"# only {CURSOR} a comment\n"])
def test_nothing_is_known_where_there_is_nothing(tmp_path: Path, text: str) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": text})
    editor.at_cursor(types.TEXT_DOCUMENT_HOVER, types.HoverParams)


ODD = r"a\b *c* _d_ [e](<f>) **g** `h` & #i \* <j> {k} |l| ~m~ $n"


def test_a_text_of_others_is_as_it_was_written() -> None:
    assert plain(markdown_words(ODD)) == ODD


def test_a_link_is_its_text_and_its_address() -> None:
    address = "https://example.org/?a=1&b=<2>|3"
    assert plain(markdown_link(markdown_words(ODD), address)) == f"{ODD}: {address}"


def test_a_hover_without_markdown_has_no_signs_of_it(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": FILE.replace("report:", "re‸port:", 1)})
    editor.workspace.client = Client(markdown=False)
    found = editor.at_cursor(types.TEXT_DOCUMENT_HOVER, types.HoverParams)
    assert found.contents == types.MarkupContent(
        types.MarkupKind.PlainText,
        "report: A *bold* headline: https://example.org/report\n\n"
        "- Published: The Paper, 2025-08-18\n"
        "- Address: https://example.org/report\n"
        "- Archived: copy: https://web.archive.org/web/20250818/https://example.org/report\n"
        "- Cited by: 2 claims (base-closes, fleet-stays)",
    )
