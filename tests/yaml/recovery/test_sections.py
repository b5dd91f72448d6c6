"""A name that is cut, joined to what it names, or missing is one finding in a file with it."""

import pytest

from tests.samples import check, unmarked
from tests.yaml.samples import FILE, FIRST

PORT = "  port: {name: Port}"
ONE = "  one: {url: https://example.org/1, published: 2025-08-18}"

# What was written, what stands there instead, and what to write.
SLIPS = {
    "field": ("    kind", "    «ki»\n    nd", "write `kind: commitment`"),
    "field at the margin": ("    kind", "    «ki»\nnd", "write `kind: commitment`"),
    "colon on the next line": ("    kind:", "    «kind»\n    :", "write `kind: commitment`"),
    "first field of an update": ("- date", "- «da»\n        te", "write `date: 2025-10-05`"),
    "key of a source": ("  two:", "  «t»\nwo:", "write `two:`"),
    "key of a place": ("  port: {name: Port}", "  «po»\n  rt:\n    name: Port", "write `port:`"),
    "claim on the line of the one above": (
        "      - port\n  - id: second",
        "      - port  «- id: second»",
        "write `- id: second` on the next line",
    ),
    "section": ("claims:", "«clai»\nms:", "write `claims:`"),
    "claims and the first": (
        "claims:\n  - id: first",
        "claims: «- id: first»",
        "write `  - id: first` on the next line",
    ),
    "sources and the first": (
        f"sources:\n{ONE}",
        f"sources: «{ONE.strip()}»",
        f"write `{ONE}` on the next line",
    ),
    "sources and the first with a comment": (
        f"sources:\n{ONE}",
        f"sources: «{ONE.strip()} # seen»",
        f"write `{ONE} # seen` on the next line",
    ),
    "places and the only one": (
        f"places:\n{PORT}",
        f"places: «{PORT.strip()}»",
        f"write `{PORT}` on the next line",
    ),
    "claims without a name": ("claims:\n  -", "  «-»", "write `claims:` on the line above"),
    "claims under a comment": (
        "claims:\n  -",
        "# claims:\n  «-»",
        "write `claims:` on the line above",
    ),
    "sources without a name": (
        f"sources:\n{ONE}\n  two",
        "  «two»",
        "write `sources:` on the line above",
    ),
    "claims that were none": ("claims:", "claims: «[]»", "write `claims:`"),
    "updates that were none": ("updates:", "updates: «[]»", "write `updates:`"),
    "updates and the first": (
        "updates:\n      - date: 2025-10-05",
        "updates: «- date: 2025-10-05»",
        "write `- date: 2025-10-05` on the next line, indented",
    ),
    "updates without a name": (
        "    updates:\n      -",
        "      «-»",
        "write `updates:` on the line above, indented like the fields around it",
    ),
}


@pytest.mark.parametrize(("written", "instead", "help"), SLIPS.values(), ids=SLIPS)
def test_it_is_reported_where_it_is(written: str, instead: str, help: str) -> None:
    text = FILE.replace(written, instead, 1)
    if "one:" not in text:
        text = text.replace("source: one", "source: two")
    sample = unmarked(text)
    (finding,) = check(sample.text).findings
    assert (finding.code, finding.span, finding.help) == ("E002", sample.spans[0], help)


@pytest.mark.parametrize(
    ("written", "proposed"),
    [("affirmations", "claims"), ("Quellen", "sources"), ("lieux", "places")],
)
def test_a_section_is_known_by_what_is_in_it(written: str, proposed: str) -> None:
    (finding,) = check(FILE.replace(f"{proposed}:\n", f"{written}:\n", 1)).findings
    assert (finding.code, finding.help) == ("E101", f"did you mean `{proposed}`?")


def test_several_fields_with_another_sign_are_each_reported() -> None:
    text = FILE.replace(FIRST, FIRST.replace("kind: ", "kind = ").replace("speaker: ", "speaker="))
    found = check(text).findings
    assert [(f.code, f.span.line, f.help) for f in found] == [
        ("E002", 12, "write `kind: commitment`"),
        ("E002", 13, "write `speaker: A. Minister`"),
    ]


def test_no_section_begins_in_a_text_that_is_an_item() -> None:
    item = "\n    tags:\n      - |\n       Look:\n       sources:\n         a:\n          url: x\n"
    text = FILE.replace("\n    kind: commitment", f"{item}    kind commitment", 1)
    assert [(f.code, f.help) for f in check(text).findings] == [
        ("E002", "write `kind: commitment`"),
    ]
