"""A slip that leaves YAML, with fields where none belong, is one finding."""

import pytest

from tests.samples import check, unmarked
from tests.yaml.samples import FILE, FIRST, SECOND


def _deeper(text: str, columns: int) -> str:
    return "".join(f"{' ' * columns}{line}" for line in text.splitlines(keepends=True))


# What was written, what stands there instead, and what to write or to do.
SLIPS = {
    "dash before a field": ("    kind: pre", "  «-» kind: pre", "write `kind: prediction`"),
    "dash before a list": ("    updates:", "  «-» updates:", "write `updates:`"),
    "dash before each of a quantity": (
        "      value: 2\n      unit",
        "      «-» value: 2\n      - unit",
        "write `value: 2`",
    ),
    "dash before each of a source": (
        "    url: https://example.org/2\n    published",
        "    «-» url: https://example.org/2\n    - published",
        "write `url: https://example.org/2`",
    ),
    "claim below the list above": (
        SECOND,
        _deeper(SECOND, 4).replace("-", "«-»", 1),
        "indent it by 2 spaces",
    ),
    "item in the column of the claims": ("      - port", "  «-» port", "indent it by 6 spaces"),
    "entry at the margin": (
        "  two:\n    url: https://example.org/2\n    pub",
        "«two»:\n  url: https://example.org/2\n  pub",
        "indent it by 2 spaces",
    ),
    "entry in another": (
        "  one: {url: https://example.org/1, published: 2025-08-18}\n  two",
        "  one:\n    url: https://example.org/1\n    published: 2025\n    «two»",
        "indent it by 2 spaces",
    ),
    "section in another": ("claims:\n", "  «claims»:\n", "begin it at the start of the line"),
    "fields in the column of their source": (
        "    url: https://example.org/2\n    published",
        "  «url»: https://example.org/2\n  published",
        "indent it by 4 spaces",
    ),
    "fields in the column of their quantity": (
        "      value: 2\n      unit",
        "    «value»: 2\n    unit",
        "indent it by 6 spaces",
    ),
    "update in the column of the claims": (
        "      - date: 2025-10-05\n        outcome: failed\n        source: one\n",
        "  «-» date: 2025-10-05\n    outcome: failed\n    source: one\n",
        "indent it by 6 spaces",
    ),
    "claim that begins with its id alone": (
        "  - id: second",
        "  «-» second",
        "write `- id: second`",
    ),
    "claim at the margin without its dash": (
        SECOND,
        "".join(line[4:] for line in SECOND.splitlines(keepends=True)).replace(
            "id: second", "«id»: second"
        ),
        "write `- id: second`",
    ),
    "update without its dash": (
        "      - date: 2025-10-05\n        outcome",
        "        «date»: 2025-10-05\n        outcome",
        "write `- date: 2025-10-05`",
    ),
}


@pytest.mark.parametrize(("written", "instead", "help"), SLIPS.values(), ids=SLIPS)
def test_it_is_reported_where_it_is_and_hides_nothing(
    written: str, instead: str, help: str
) -> None:
    assert FILE.count(written) >= 1
    text = FILE.replace(written, instead, 1)
    sample = unmarked(text.replace("failed", "faild"))
    found = sorted(check(sample.text).findings, key=lambda finding: finding.code)
    assert [(f.code, f.help) for f in found if f.code != "E106"] == [("E002", help)]
    assert found[0].span == sample.spans[0]
    assert [f.code for f in found] == ["E002", "E106"]


def test_a_list_instead_of_a_mapping_is_a_finding_of_the_model() -> None:
    sources = "  - one: {url: https://example.org/1, published: 2025-08-18}\n  - two"
    text = FILE.replace(sources.replace("- ", ""), sources)
    assert [(f.code, f.help) for f in check(text).findings] == [
        ("E103", "write each entry as `key: {…}`")
    ]


def test_claims_that_are_keys_are_a_finding_of_the_model() -> None:
    text = FILE.replace("  - id: first\n", "  first:\n").replace("  - id: second", "  second:")
    assert [f.code for f in check(text).findings] == ["E103"]


def test_each_of_several_dashes_is_reported() -> None:
    text = FILE
    for name in ("claim", "kind", "speaker"):
        text = text.replace(f"    {name}:", f"  - {name}:", 1)
    assert [(f.code, f.span.line) for f in check(text).findings] == [
        ("E002", 11),
        ("E002", 12),
        ("E002", 13),
    ]


def test_a_claim_without_its_first_line_is_one_finding() -> None:
    (finding,) = check(FILE.replace("  - id: second\n", "").replace("[first]", "[]")).findings
    assert (finding.code, finding.span.line) == ("E003", 20)


def test_a_claim_without_its_id_is_no_field_of_the_one_above() -> None:
    text = FILE.replace("  - id: second\n    claim", "  - claim")
    assert [finding.code for finding in check(text).findings] == ["E102"]


def test_a_file_of_claims_only_is_checked() -> None:
    claims = _margin(FIRST + SECOND).replace("failed", "faild")
    found = check(claims).findings
    assert [(f.code, f.span.line, f.claim) for f in found] == [
        ("E103", 1, None),
        ("E106", 19, "second"),
    ]
    assert found[0].help == "write `version: 1` and `claims:` above it"


def test_a_file_of_claims_only_is_read_on_after_errors() -> None:
    claims = _margin(FIRST + SECOND).replace("kind: ", "kind ")
    assert [(f.code, f.span.line) for f in check(claims).findings] == [
        ("E103", 1),
        ("E002", 3),
        ("E002", 13),
    ]


def test_a_file_of_one_claim_only_is_one_finding() -> None:
    fields = _margin(_margin(FIRST.replace("- ", "  ", 1)))
    (finding,) = check(fields).findings
    assert (finding.code, finding.span.line) == ("E103", 1)


def _margin(text: str) -> str:
    return "".join(line[2:] for line in text.splitlines(keepends=True))
