"""A syntax error in one entry does not hide what is wrong, or right, in the others."""

from itertools import combinations

import pytest

from claim_tracker.yaml import read
from tests.samples import NAME, another, check, claim, claims_file, codes, the_finding, unmarked

UNKNOWN = {"source": "nowhere"}
LAST = {"id": "last", "claim": "Another thing."}
BROKEN = [
    {"claim": "He said: go."},
    {"claim": '"The base closes.'},
    {"claim": "'The base closes."},
    {"tags": "[a, b"},
    {"quantity": "{value: 2, unit: soldiers"},
    {"claim": "@minister"},
    {"claim": "x\n   due: 2025"},
]


@pytest.mark.parametrize("fields", BROKEN)
def test_the_claims_around_an_error_are_checked(fields: dict[str, str]) -> None:
    broken = claim(fields)
    before, after = another(UNKNOWN | {"id": "first"}), another(UNKNOWN | LAST)
    found = check(claims_file(before, broken, after)).findings
    assert [(f.code, f.claim) for f in found] == [
        ("E202", "first"),
        ("E002", "base-closes"),
        ("E202", "last"),
    ]


@pytest.mark.parametrize("fields", BROKEN)
def test_one_error_is_one_finding(fields: dict[str, str]) -> None:
    assert codes(claims_file(another(), claim(fields), another(LAST))) == ["E002"]


def test_a_claim_that_cannot_be_read_has_no_part_of_its_id() -> None:
    cut_off = '  - id: base-closes later\n\tclaim: "The base.\n\tkind: fact\n'
    found = check(claims_file(claim()) + cut_off).findings
    assert [(f.code, f.claim) for f in found] == [("E002", None)]


def test_each_of_several_errors_is_reported() -> None:
    broken = [claim(fields | {"id": f"claim-{n}"}) for n, fields in enumerate(BROKEN)]
    found = [f for f in check(claims_file(*broken)).findings if f.code != "W303"]
    assert [(f.code, f.claim) for f in found] == [
        ("E002", f"claim-{n}") for n in range(len(BROKEN))
    ]


FAULTS = {
    "    claim: The base closes.": (
        '    claim: "The base closes.',
        "    claim: Ministry: it closes.",
    ),
    "    kind: commitment": ("    kind commitment", "   kind: commitment", "    kind= commitment"),
    "    speaker: A. Minister": ("    speaker: 'A. Minister", "    speaker; A. Minister"),
    "    via: News": ("    via: @News", "  via: News", "    via:News"),
}
PAIRS = [
    ((first, one), (second, other))
    for first, second in combinations(FAULTS, 2)
    for one in FAULTS[first]
    for other in FAULTS[second]
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_errors_in_one_claim_are_both_reported(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    text = claims_file(another(), claim({"via": "News", "role": "Head"}))
    lines = text.split("\n")
    before, after = text[: text.index("base-closes")], text[text.index("base-closes") :]
    found = check(before + after.replace(*one).replace(*other)).findings
    places = [lines.index(written, before.count("\n")) + 1 for written, _ in (one, other)]
    assert [(f.code, f.span.line) for f in found] == [("E002", line) for line in places]


def test_a_source_with_an_error_is_not_unknown_to_its_claims() -> None:
    sources = 'sources:\n  rep-1: {url: "https://example.org/}\n  rep-2: {url: ftp://x}\n'
    used = [claim({"source": "rep-1", "stated": "2025"}), another({"source": "rep-2"})]
    text = claims_file(*used, head=sources)
    assert codes(text) == ["E002", "E105"]


def test_what_stands_after_the_entries_is_no_part_of_the_last() -> None:
    after = "publisher:\n  name: News\n  url: ftp://news.example/\n"
    assert codes(claims_file(another(), claim({"claim": "a: b"})) + after) == ["E002", "E105"]


def test_a_claim_with_an_error_is_counted_and_can_be_related() -> None:
    text = claims_file(claim({"claim": "a: b"}), another({"related": "[base-closes]"}))
    examined = check(text)
    assert [finding.code for finding in examined.findings] == ["E002"]
    assert (examined.claims, examined.tracker) == (2, None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_the_same_for_any_line_end(end: str) -> None:
    text = claims_file(claim({"claim": "a: b"}), another({"kind": "promis"}))
    lines = [finding.span.line for finding in check(text.replace("\n", end)).findings]
    assert lines == [finding.span.line for finding in check(text).findings]
    assert len(lines) == 2


@pytest.mark.parametrize("kept", ['claim: "The bas', "claim: [The bas", "speaker: A: B"])
def test_a_cut_off_claim_has_no_findings_of_missing_fields(kept: str) -> None:
    text = claims_file(another()) + f"  - id: cut-off\n    {kept}"
    assert codes(text) == ["E002"]
    assert set(codes(f"{text}\n")) == {"E002", "E102"}


def test_what_has_no_section_of_a_claims_file_is_not_read_on() -> None:
    document = read(NAME, b"a: b\n[\n")
    assert not document.complete
    assert [problem.code for problem in document.problems] == ["E002"]


def test_after_twenty_errors_no_more_is_read() -> None:
    broken = [claim({"id": f"claim-{n}", "claim": "a: b"}) for n in range(30)]
    assert codes(claims_file(*broken)) == ["E002"] * 21


@pytest.mark.parametrize(("character", "code"), [("\ufffd", "E002"), ("\u200b", "E213")])
def test_a_character_ahead_of_an_item_is_reported_once(character: str, code: str) -> None:
    text = claims_file(claim()).replace("  - id", f"  {character}- id")
    assert codes(text) == [code]


def test_a_quote_open_after_a_section_is_reported_once_and_there() -> None:
    found = check("places: '\n'\n - d: ").findings
    places = [(f.span.line, f.span.column) for f in found if f.code == "E002"]
    assert places[0] == (1, 9)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< a\nclai\nms:\n=======\n>>>>>>> b\nx: [\n",
        "sources:\n  a: {url: x}\n    title: b\n    title: c\n  a:\n",
        "version 1\nclaims: - id: a\n    claim: b\n  - id: c  - id: d\n",
    ],
)
def test_what_is_found_after_lines_came_or_went_is_in_the_file(text: str) -> None:
    document = read(NAME, text.encode())
    lines = [problem.span.line for problem in document.problems if problem.span]
    assert lines
    assert all(1 <= line <= len(document.lines) for line in lines)


def test_the_only_claim_is_on_its_line_after_lines_went() -> None:
    document = read(NAME, b"- id: a\n  claim: b\n  // c\n  ki\n  nd: fact\n- id: d\n  claim: e\n")
    assert [claim.line for claim in document.root["claims"]] == [1, 6]


def test_a_claim_that_cannot_be_read_is_known_by_its_id_behind_a_tab() -> None:
    tabbed = another().replace("  - ", "\t- ").replace("    ", "\t")
    (found,) = check(claims_file(claim(), tabbed)).findings
    assert (found.code, found.claim) == ("E002", "soldiers-leave")


# What stands in a claim besides, and what to do.
LINES = {
    "text that is not indented": (
        "    claim: |\n    «It closes.»\n",
        "indent it by 6 spaces, as it goes on with the text of `claim`",
    ),
    "text of two lines": (
        "    claim: It\n    «closes.»\n    At last.\n",
        "indent it by 6 spaces, as it goes on with the text of `claim`",
    ),
    "comment of another language": ("    «//» todo\n", "write `# todo`"),
    "star": ("    tags:\n      - a\n      «*» b\n", "write `- b`"),
    "dash of a text": ("    tags:\n      - a\n      «\u2013» b\n", "write `- b`"),
    "item without a dash": ("    tags:\n      «a»\n    - b\n", "write `- a`"),
    "item too far out": ("    tags:\n      - a\n     «-» b\n", "indent it by 6 spaces"),
    "list without its bracket": ("    «tags»:\n      a,\n      b\n    ]\n", "write `tags: [`"),
    "list of lines not closed": (
        "    tags: «[»\n      a,\n      b\n",
        "close it with `]` at the end of line 11",
    ),
    "dash of no item": ("    «-» role: x\n", "write `role: x`"),
    "second field": ("    role: x, «via»: y\n", "write `via: y` on the next line"),
    "second field after quotes": ('    role: "x" «via»: y\n', "write `via: y` on the next line"),
    "name alone": ("    «role»\n", "write `role:` and its value"),
    "no colon": ("    «role» x\n", "write `role: x`"),
    "tabs in several lines": (
        "    quantity:\n«\t»value: 1\n\tunit: u\n",
        "indent it by 6 spaces",
    ),
}


@pytest.mark.parametrize(("lines", "wanted"), LINES.values(), ids=LINES)
def test_a_line_is_reported_with_what_to_do_and_hides_nothing(lines: str, wanted: str) -> None:
    own = claim({"claim": None if "claim:" in lines else "It closes.", "related": "[nothing]"})
    marked = claims_file(own + lines, another({"kind": "promis"}))
    sample = unmarked(marked)
    found = check(sample.text).findings
    (error,) = (finding for finding in found if finding.code == "E002")
    assert (error.span, error.help) == (sample.spans[0], wanted)
    others = [finding.code for finding in found if finding.code != "E002"]
    # What a lone name hides is not known, so nothing is said then of what may be in other claims.
    assert others == (["E106"] if "«role»\n" in lines else ["E204", "E106"])


def test_the_end_of_a_text_at_the_end_of_the_file_goes_on_with_it() -> None:
    update = "    updates:\n      - date: 2025-10-01\n        note: One.\n        «Two.»\n"
    finding = the_finding(claims_file(claim() + update), code="E002")
    assert finding.help == "indent it by 10 spaces, as it goes on with the text of `note`"


def test_which_of_two_lines_is_out_of_line_is_not_guessed() -> None:
    update = (
        "    updates:\n      - date: 2025-10-01\n    review: 2025-12-01\n        «note»: One.\n"
    )
    finding = the_finding(claims_file(claim() + update), code="E002")
    assert finding.message == "this line is not in line with the others"
    assert finding.fix is None


ENTRIES = """\
sources:
  one: {url: https://example.org/1, published: 2025-08-18}
  two:
    title: A report
    url: https://example.org/2
    published: 2025-08-18
places:
  port: {name: Port, country: IQ}
"""
USES = claim({"source": "one", "places": "[port]"}) + another({"source": "two"})
# What was written in the sections, what stands there instead, and what to do.
SECTIONS = {
    "colon in the first field": ("title: A", "title: A«:» A", 'write `title: "A: A report"`'),
    "key with a dash": ("  one:", "  «-» one:", "write `one: {url: https://example.org/1, "),
    "key too far in": ("  two:", "    «two»:", "indent it by 2 spaces"),
    "mapping without its colon": ("port: {", "«port» {", "write `port: {name: Port, country: IQ}`"),
    "key without a space": ("port: {", "port«:»{", "write `port: {name: Port, country: IQ}`"),
    "field at its key": ("    url", "  «url»", "indent it by 4 spaces"),
    "section after a tab": ("places:", "«\t»places:", "begin it at the start of the line"),
}


@pytest.mark.parametrize(("written", "instead", "wanted"), SECTIONS.values(), ids=SECTIONS)
def test_an_entry_with_a_slip_is_known_to_its_claims(
    written: str, instead: str, wanted: str
) -> None:
    head = ENTRIES.replace(written, instead, 1)
    finding = the_finding(f"version: 1\n{head}claims:\n{USES}", code="E002")
    assert finding.help.startswith(wanted)


CLAIMS = f"version: 1\n{ENTRIES}claims:\n"
ZERO = USES.replace("\n  ", "\n").removeprefix("  ")


@pytest.mark.parametrize(
    "claims",
    [
        ZERO.replace("- id: soldiers", "  «-» id: soldiers"),
        "  " + ZERO.replace("- id: base", "«-» id: base") + ZERO.replace("id: ", "id: x-"),
        USES.replace("  - id: soldiers", "    «id»: soldiers"),
    ],
)
def test_a_claim_that_begins_in_a_wrong_way_is_one_finding(claims: str) -> None:
    sample = unmarked(CLAIMS + claims)
    found = [each for each in check(sample.text).findings if each.code in ("E002", "E003")]
    assert [(each.code, each.span) for each in found] == [("E002", sample.spans[0])]


def test_a_conflict_is_read_by_its_first_side_and_hides_nothing() -> None:
    conflict = "<<<<<<< HEAD\n    kind: fct\n=======\n    kind: fact\n>>>>>>> other\n"
    own = claim({"kind": None}) + conflict
    found = check(claims_file(own, another({"kind": "fct"}))).findings
    assert [(each.code, each.span.line) for each in found] == [
        ("E002", 7),
        ("E106", 8),
        ("E106", 14),
    ]


@pytest.mark.parametrize("line", ["\t", "  \t  ", "\t# more"])
def test_tabs_on_blank_lines_and_by_comments_are_no_fault(line: str) -> None:
    text = claims_file(claim() + f"{line}\n", another())
    assert check(text).findings == ()


def test_a_hidden_character_ahead_of_a_field_is_one_finding() -> None:
    assert codes(claims_file(claim() + "\ufeff    role: x\n", another())) == ["E213"]


@pytest.mark.parametrize("hidden", ["\xad", "\ufeff", "\u200b", "\u202e", "\u200b\u200b"])
@pytest.mark.parametrize("value", ["x", " x"])
def test_a_hidden_character_after_a_colon_is_the_only_finding(hidden: str, value: str) -> None:
    text = claims_file(claim() + f"    role:{hidden}{value}\n", another())
    assert codes(text) == ["E213"] * len(hidden)


def test_a_finding_in_a_repaired_line_has_its_written_span() -> None:
    for line in ("  role: x", "    due=«soon»", "    quantity: {value: «x» unit: u}"):
        sample = unmarked(claims_file(claim() + f"{line}\n", another()))
        found = {finding.code: finding for finding in check(sample.text).findings}
        spans = [found[code].span for code in found if code in ("E104", "E109")]
        assert spans == list(sample.spans)


@pytest.mark.slow
def test_a_large_file_with_twenty_errors_is_read_to_its_end() -> None:
    claims = [claim({"id": f"c-{n}", "claim": f"Claim {n}."}) for n in range(3_000)]
    for n in range(20):
        claims[n * 150] = claims[n * 150].replace("kind:", "kind")
    assert codes(claims_file(*claims)) == ["E002"] * 20
