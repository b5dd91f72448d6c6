"""What a person meant by a line that is no YAML is told, and what follows is checked."""

import re
from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims import model
from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import ClaimsFile
from claim_tracker.yaml import read
from claim_tracker.yaml.field_names import FIELDS, SECTIONS
from tests.golden.slips import with_fixes
from tests.properties.edits import fixed
from tests.samples import NAME, another, check, claim, claims_file

SOURCES = """\
sources:
  first: {url: https://example.org/1, published: 2025-08-18}
  second:
    publisher: News
    url: https://example.org/2
    published: 2025-08-18
places:
  port: {name: Port}
"""
FILE = claims_file(
    claim({"source": "first", "places": "[port]", "due": "2026-09"}),
    another({"source": "second", "kind": "promis"}, ["date: 2025-10-01, note: N."]),
    head=f"timezone: UTC\n{SOURCES}",
)

KIND = "kind: commitment"
IN = "    "
LOOSE = "write `# loose words` if it is a remark, else the name of its field before it"
NO_COLON = "write it as `name: value`, or delete it"
NBSP = "\u00a0"
# What was written, what stands there instead, and what to write: of the line that `→` begins.
SLIPS = {
    "field without its colon": (KIND, "→kind commitment", f"write `{KIND}`"),
    "equals sign": (KIND, "→kind = commitment", f"write `{KIND}`"),
    "semicolon": (KIND, "→kind; commitment", f"write `{KIND}`"),
    "no space after the colon": (KIND, "→kind:commitment", f"write `{KIND}`"),
    "wide colon": (KIND, "→kind\uff1acommitment", f"write `{KIND}`"),
    "section without its colon": ("places:\n", "→places\n", "write `places:`"),
    "zone without its colon": ("timezone: UTC", "→timezone UTC", "write `timezone: UTC`"),
    "version without a space": ("version: 1", "→version:1", "write `version: 1`"),
    "key without its colon": ("  second:\n", "→  second\n", "write `second:`"),
    "key out of line": ("  second:\n", "→   second:\n", "indent it by 2 spaces"),
    "key as deep as its fields": ("  second:\n", "→    second:\n", "indent it by 2 spaces"),
    "key after a tab": ("  port: {", "→\tport: {", "indent it by 2 spaces"),
    "section out of line": ("places:\n", "→ places:\n", "begin it at the start of the line"),
    "field too far in": (f"{IN}{KIND}", f"→ {IN}{KIND}", "indent it by 4 spaces"),
    "field too far out": (f"{IN}due: 2026-09", "→  due: 2026-09", "indent it by 4 spaces"),
    "field at the margin": (f"{IN}due: 2026-09", "→due: 2026-09", "indent it by 4 spaces"),
    "field at its key": (f"{IN}publisher", "→  publisher", "indent it by 4 spaces"),
    "claim out of line": ("  - id: soldiers", "→   - id: soldiers", "indent it by 2 spaces"),
    "name begun below a text": (f"{IN}{KIND}", f"→{IN}to\n{IN}{KIND}", NO_COLON),
    "name begun below a name": (f"{IN}due: 2026-09", f"{IN}due:\n→{IN}re", NO_COLON),
    "foreign spaces": (f"{IN}{KIND}", f"→{NBSP * 4}{KIND}", "indent it by 4 common spaces"),
    "star for a dash": ("tags: [x]", "tags:\n→    * x", "write `- x`"),
    "address alone": (
        "    url: https://example.org/2",
        "→    https://example.org/2",
        "write `url: https://example.org/2`",
    ),
    "date alone": (
        f"{IN}  - {{date: 2025-10-01, note: N.}}",
        f"→{IN}  - 2025-10-01\n{IN}    note: N.",
        "write `date: 2025-10-01`",
    ),
    "quote before a name": ("sources:\n", '→"sources:\n', "write `sources:`"),
    "bracket behind a name": (f"{IN}updates:\n", f"→{IN}updates: [\n", "write `updates:`"),
    "update without its dash": (
        f"{IN}  - {{date: 2025-10-01, note: N.}}",
        f"→{IN}  date: 2025-10-01\n{IN}    note: N.",
        "write `- date: 2025-10-01`",
    ),
    "updates without their dashes": (
        f"{IN}  - {{date: 2025-10-01, note: N.}}",
        f"→{IN}  date: 2025-10-01\n{IN}  note: N.",
        "write `- date: 2025-10-01`",
    ),
    "fields beside their name": (
        f"{IN}{KIND}",
        f"{IN}quantity:\n→{IN}value: 2\n{IN}unit: men\n{IN}{KIND}",
        "indent it by 6 spaces",
    ),
    "fields as items": (
        f"{IN}{KIND}",
        f"{IN}quantity:\n→{IN}  - value: 2\n{IN}  - unit: men\n{IN}{KIND}",
        "write `value: 2`",
    ),
    "field with a dash": (f"{IN}due: 2026-09", "→  - due: 2026-09", "write `due: 2026-09`"),
    "remark of another language": ("places:\n", "→-- todo\nplaces:\n", "write `# todo`"),
    "mark of a comparison": (f"{IN}speaker", "→+   speaker", "delete the `+`"),
    "line of a comparison": (f"{IN}speaker", f"→+{IN}speaker", "delete the `+`"),
    "line of a mail": (f"{IN}speaker", f"→> {IN}speaker", "delete the `>`"),
    "semicolon for a colon": (f"{IN}{KIND}", f"→{IN}Kind; commitment", f"write `{KIND}`"),
    "wide semicolon": (f"{IN}{KIND}", f"→{IN}kind\uff1b commitment", f"write `{KIND}`"),
    "remark of C": (f"{IN}speaker", f"→{IN}/* todo */\n{IN}speaker", "write `# todo`"),
    "half of a conflict": ("places:\n", "→>>>>>>> main\nplaces:\n", "delete it"),
    "number for a dash": ("  - id: soldiers", "→  2. id: soldiers", "write `- id: soldiers-leave`"),
    "dash twice": ("  - id: soldiers", "→  - - id: soldiers", "write `- id: soldiers-leave`"),
    "id without its dash": ("  - id: soldiers", "→  id: soldiers", "write `- id: soldiers-leave`"),
    "id as a key": ("  - id: soldiers-leave", "→  soldiers-leave:", "write `- id: soldiers-leave`"),
    "item beside its list": ("tags: [x]", "→tags: - x", "write `tags: [x]`"),
    "remark with a colon": (  # what a person left in a claims file
        f"{IN}speaker",
        f"→TODO: check\n{IN}speaker",
        "write `# TODO: check` if it is a remark, or delete it",
    ),
    "loose line": (f"{IN}speaker", f"→loose words\n{IN}speaker", LOOSE),
    "loose line above updates": (f"{IN}  - {{date", f"→{IN}  loose words\n{IN}  - {{date", LOOSE),
    "value of a file at the margin": (
        "timezone: UTC",
        "timezone:\n→UTC",
        "indent it by 2 spaces, as it is the value of `timezone`",
    ),
    "value at the margin": (
        f"{IN}{KIND}",
        f"{IN}kind:\n→commitment",
        "indent it by 6 spaces, as it is the value of `kind`",
    ),
    "value below a name with a remark": (
        f"{IN}{KIND}",
        f"{IN}kind:  # of what\n→commitment",
        "indent it by 6 spaces, as it is the value of `kind`",
    ),
    "list below its name": (
        "tags: [x]",
        f"tags:\n→{IN}[x]",
        "indent it by 6 spaces, as it is the value of `tags`",
    ),
    "place below its key": (
        "  port: {",
        "  port:\n→{",
        "indent it by 4 spaces, as it is the value of `port`",
    ),
    "key with a remark and without its colon": (
        "  second:\n",
        "→  second  # old\n",
        "write `second: # old`",
    ),
    "text below a text with a remark": (
        f"{IN}{KIND}",
        f"{IN}note: |  # known\n{IN}  A line.\n→{IN}loose words\n{IN}{KIND}",
        "indent it by 6 spaces, as it goes on with the text of `note`",
    ),
    "text on the line of its sign": (
        f"{IN}{KIND}",
        f"→{IN}note: >- A text\n{IN}  that goes on.\n{IN}{KIND}",
        "write the text on the next line, and indent it by 6 spaces",
    ),
    "first of several items beside its list": (
        "tags: [x]",
        f"→tags: - x\n{IN}- y",
        "write `- x` on the next line, indented",
    ),
}


def _slip(written: str, instead: str) -> tuple[str, int]:
    text = FILE.replace("kind: commitment\n", "kind: commitment\n    tags: [x]\n", 1)
    assert text.count(written) >= 1
    marked = text.replace(written, instead, 1)
    return marked.replace("→", ""), marked[: marked.index("→")].count("\n") + 1


@pytest.mark.parametrize(("written", "instead", "help"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_reported_with_what_to_write_and_hides_nothing(
    written: str, instead: str, help: str
) -> None:
    text, line = _slip(written, instead)
    promis = next(n for n, each in enumerate(text.split("\n"), 1) if "promis" in each)
    found = sorted(check(text).findings, key=lambda finding: finding.code)
    assert [(f.code, f.span.line) for f in found] == [("E002", line), ("E106", promis)]
    assert found[0].help == help


@pytest.mark.parametrize("broken", ['"2026', "'2026", "[a, b", "{a: b", "@x", "He said: go.", "|x"])
@pytest.mark.parametrize("field", ["claim", "speaker", "role", "due"])
def test_a_value_that_cannot_be_read_hides_no_other_of_its_claim(field: str, broken: str) -> None:
    fields = {"id": "Bad Id", "kind": "promis", "source": "{url: ftp://x, published: 2025}"}
    text = claims_file(claim({field: broken, **fields, "stated": "2025-02-30"}), another())
    found = [(f.code, f.span.line) for f in check(text).findings]
    line = next(n for n, each in enumerate(text.split("\n"), 1) if broken in each)
    assert ("E002", line) in found
    assert sorted(code for code, _ in found) == ["E002", "E104", "E105", "E106", "E108"]


WIDE = claims_file(*(claim({"id": name, "speaker": name}) for name in ("a", "b", "c", "d")))
SLIPS_OF_DUMPS = {
    "id out of line below its claim": (
        "  - id: b\n    claim: The base closes.",
        "  - claim: The base closes.\n→   id: b",
        "indent it by 4 spaces",
    ),
    "open quote behind a dash": (
        "  - id: b\n    claim: The base closes.",
        '→  - claim: "The base\n      closes.\n    id: b',
        'close it with `"` at the end of line 9',
    ),
}


@pytest.mark.parametrize(
    ("written", "instead", "help"), SLIPS_OF_DUMPS.values(), ids=SLIPS_OF_DUMPS
)
def test_a_claim_may_have_its_id_below_other_fields(written: str, instead: str, help: str) -> None:
    marked = WIDE.replace(written, instead)
    (found,) = check(marked.replace("→", "")).findings
    assert (found.code, found.help) == ("E002", help)
    assert found.span.line == marked[: marked.index("→")].count("\n") + 1


def test_fields_at_the_margin_below_claims_are_those_of_a_claim() -> None:
    text = claims_file(claim().replace("  - ", "").replace(f"\n{IN}", "\n"))
    (found,) = check(text).findings
    assert (found.code, found.help) == ("E002", "write `- id: base-closes`")
    assert found.fix is not None
    assert with_fixes(text, [found.fix]) == claims_file(claim())


def test_fields_without_their_key_are_an_entry_without_one() -> None:
    text = claims_file(claim(), head=SOURCES.replace("  second:\n", ""))
    found = [each for each in check(text).findings if each.severity == "error"]
    assert [(each.span.line, each.help) for each in found] == [
        (4, "write its key on the line above")
    ]


@pytest.mark.parametrize("step", [3, 4, 8])
def test_one_claim_is_out_of_line_however_deep_the_fields_are(step: int) -> None:
    fields, dash = "\n" + " " * (2 + step), "  -".ljust(2 + step)
    text = WIDE.replace("\n    ", fields).replace("  - ", dash)
    (found,) = check(text.replace(f"{dash}id: c", f" {dash}id: c")).findings
    assert (found.code, found.span.line, found.help) == ("E002", 13, "indent it by 2 spaces")


def test_an_id_without_its_dash_begins_a_claim_below_one_without_an_id() -> None:
    text = claims_file(claim({"id": None}), another().replace("- id", "id"))
    found = check(text).findings
    assert [(each.code, each.span.line) for each in found] == [("E102", 3), ("E002", 7)]
    assert found[1].help == "write `- id: soldiers-leave`"


def test_ids_without_a_dash_begin_claims_below_updates_too() -> None:
    updates = f"{IN}updates:\n{IN}  - date: 2025-10-01\n{IN}    outcome: broken\n"
    claims = [(claim({"id": name}) + updates).replace("- id", "id") for name in ("a", "b", "c")]
    found = check(claims_file(*claims)).findings
    second = next(each for each in found if each.span.line == 11)
    assert second.message == "the first field of a claim has no `- `"
    assert second.fix is not None


@pytest.mark.parametrize("column", [4, 6])
@pytest.mark.parametrize("which", [0, 1])
def test_a_dash_alone_may_be_out_of_line(which: int, column: int) -> None:
    claims = [each.replace("- id", "-\n    id") for each in (claim(), another())]
    text = claims_file(*claims)
    claims[which] = claims[which].replace("  -", " " * column + "-")
    (found,) = check(claims_file(*claims)).findings
    assert (found.span.line, found.help) == ((3, 9)[which], "indent it by 2 spaces")
    assert found.fix is not None
    assert with_fixes(claims_file(*claims), [found.fix]) == text


@pytest.mark.parametrize("sign", ["\u2010", "\u2013", "\u2014", "\u2212", "\u2013-", ">"])
@pytest.mark.parametrize("place", ["claim", "update"])
def test_an_item_may_begin_with_another_sign_than_a_dash(place: str, sign: str) -> None:
    dates = [f"{IN}  - date: 2025-1{n}-01\n{IN}    note: N{n}.\n" for n in (0, 1)]
    text = claims_file(f"{claim()}{IN}updates:\n{''.join(dates)}", another())
    item = "- id: soldiers" if place == "claim" else "- date: 2025-11-01"
    slip = text.replace(item, item.replace("-", sign, 1))
    (found,) = check(slip).findings
    assert found.message == "an item of a list begins with `- `"
    assert found.fix is not None
    assert with_fixes(slip, [found.fix]) == text


def test_a_field_on_the_line_of_an_item_is_one_of_the_claim() -> None:
    items = f"\n{IN}  - x\n{IN}  - y role: Minister"
    text = claims_file(claim({"tags": items}), another())
    (found,) = check(text).findings
    assert (found.code, found.help) == ("E002", "write `role: Minister` on the next line")
    first = read(NAME, text.encode()).root["claims"][0]
    assert (first["tags"], first["role"]) == (["x", "y"], "Minister")


def test_a_field_at_the_end_of_a_text_is_not_surely_a_part_of_it() -> None:
    text = f"The base closes,\n{IN}  as it was said. source: paper-1"
    found = check(claims_file(claim({"claim": text}), another())).findings
    assert [(each.code, each.fix) for each in found] == [("E002", None)]


def test_each_date_without_its_name_is_reported() -> None:
    single = "".join(f"{IN}  - 2025-10-0{day}\n{IN}    note: N.\n" for day in (1, 2))
    found = check(FILE.replace(f"{IN}  - {{date: 2025-10-01, note: N.}}\n", single)).findings
    helps = [finding.help for finding in found if finding.code == "E002"]
    assert helps == ["write `date: 2025-10-01`", "write `date: 2025-10-02`"]


def test_a_line_of_dashes_in_the_middle_is_one_finding() -> None:
    text = FILE.replace("places:\n", "---\nplaces:\n")
    assert [f.code for f in check(text).findings] == ["E004", "E106"]


def test_the_names_are_those_of_the_model() -> None:
    parts = [each for each in vars(model).values() if isinstance(each, type)]
    names = (fields_of(each) for each in parts if issubclass(each, Part))
    assert set(chain.from_iterable(names)) == FIELDS
    assert tuple(fields_of(ClaimsFile)) == SECTIONS


lines = st.sampled_from(FILE.split("\n"))
odd = st.text("-:[]{}'\"#| ab\t", max_size=9)
moved = st.one_of(lines.map(str.strip), lines.map(" {}".format))
spoiled = st.lists(st.one_of(lines, moved, odd), max_size=25)


@given(spoiled)
def test_any_lines_are_read_or_reported(drawn: list[str]) -> None:
    text = "\n".join([*FILE.split("\n")[:12], *drawn])
    document = read(NAME, text.encode())
    lines = document.readable.split("\n")
    assert len(document.origins or lines) == len(lines)
    assert list(document.origins) == sorted(document.origins)
    assert max(document.origins, default=1) <= len(text.split("\n"))
    assert document.complete or document.problems
    check(text)


@given(spoiled)
def test_a_mend_loses_no_word_and_can_be_read_again(drawn: list[str]) -> None:
    text = "\n".join([*FILE.split("\n")[:12], *drawn])
    found = read(NAME, text.encode()).problems
    mended = with_fixes(text, (problem.fix for problem in found if problem.fix is not None))
    read(NAME, mended.encode())
    assert not Counter(re.findall(r"[a-z]{2,}", text)) - Counter(re.findall(r"[a-z]{2,}", mended))


@pytest.mark.parametrize("text", ["to", "organisa", "du"])
def test_a_name_that_is_begun_is_taken_into_no_text_above(text: str) -> None:
    written = FILE.replace(f"{IN}{KIND}", f"{IN}{text}\n{IN}{KIND}", 1)
    (fault,) = (each for each in check(written).findings if each.code == "E002")
    assert fault.fix is None


@pytest.mark.parametrize("text", ["d", "da", "outc"])
def test_a_name_that_is_begun_above_its_item_is_one_finding(text: str) -> None:
    update = f"{IN}updates:\n{IN}  - {text}\n{IN}    outcome: kept\n{IN}    note: N.\n"
    (fault,) = check(claims_file(claim() + update, another())).findings
    assert (fault.code, fault.span.line) == ("E002", 9)
    assert fault.message == "no `:` after the name of this field"
    assert fault.fix is None


@pytest.mark.parametrize("moved", [1, 2, 4])
def test_the_first_claim_is_moved_whole_where_it_is_out_of_line(moved: int) -> None:
    first, *others = claim(), another(), another({"id": "third", "claim": "A third one closes."})
    deeper = "".join(" " * moved + line for line in first.splitlines(keepends=True))
    text = claims_file(deeper, *others)
    (found,) = check(text).findings
    assert (found.code, found.span.line, found.help) == ("E002", 3, "indent it by 2 spaces")
    assert fixed(text).text == claims_file(first, *others)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('  "first": {', '  - "first": {'),
        ("  - {id: a,", "  - - {id: a,"),
        ('  - "id": b', '  - - "id": b'),
    ],
)
def test_a_dash_too_many_is_taken_out_before_quotes_and_brackets(
    written: str, instead: str
) -> None:
    flow = "  - {id: a, claim: It opens., kind: fact, speaker: A, source: first}\n"
    fields = {"claim": "It closes.", "kind": "fact", "speaker": "A", "source": "second"}
    block = '  - "id": b\n' + "".join(f'    "{name}": {text}\n' for name, text in fields.items())
    file = claims_file(flow, block, head=SOURCES.replace("first:", '"first":'))
    text = file.replace(written, instead)
    errors = [each.code for each in check(text).findings if each.severity == "error"]
    assert errors == ["E002"]
    assert fixed(text).text == file
