"""Of a value or a line that is no YAML the exact text to write is told, and then it is read."""

import pytest

from claim_tracker.text.diagnostic import Finding
from tests.samples import another, check, claim, claims_file, the_finding, unmarked

IN = "    "
# The field, and what stands there, and what to write.
TEXTS = {
    "quote not closed": ("claim", '«"»It closes.', 'claim: "It closes."'),
    "quote not closed before a comment": ("role", "«'»Head  # of it", "role: 'Head'"),
    "closed by another quote": ("role", "«\"»Head'", 'role: "Head"'),
    "quotes inside": ("claim", '"The «"»old" base"', "claim: 'The \"old\" base'"),
    "apostrophe inside": ("claim", "'The minister«'»s base'", 'claim: "The minister\'s base"'),
    "both inside": ("claim", '"A «"»b" isn\'t c"', 'claim: "A \\"b\\" isn\'t c"'),
    "quotes at both ends": ("claim", '"A«"» and "B"', 'claim: \'"A" and "B"\''),
    "text after quotes": ("claim", '"The base«"» closes', "claim: '\"The base\" closes'"),
    "comma after quotes": ("role", '"Head"«,»', 'role: "Head"'),
    "unknown escape": ("claim", '"C:«\\p»ath"', "claim: 'C:\\path'"),
    "colon inside": ("claim", "Iraq«:» it closes", 'claim: "Iraq: it closes"'),
    "colon at the end": ("claim", "It closes«:»", 'claim: "It closes:"'),
    "sign at the beginning": ("speaker", "«@»minister", 'speaker: "@minister"'),
    "sign and a colon": ("speaker", "«@»minister: x", 'speaker: "@minister: x"'),
    "bracket at the beginning": ("claim", "«[»Update] Closed.", 'claim: "[Update] Closed."'),
    "dash at the beginning": ("claim", "«-» It closes.", 'claim: "- It closes."'),
    "sign of a longer text": ("claim", "«|»It closes.", 'claim: "It closes."'),
    "list not closed": ("tags", "«[»a, b", "tags: [a, b]"),
    "list closed by a brace": ("tags", "[a, b«}»", "tags: [a, b]"),
    "bracket too many": ("tags", "[a, b]«]»", "tags: [a, b]"),
    "comma too many": ("tags", "[a,«,» b]", "tags: [a, b]"),
    "mapping not closed": ("quantity", "«{»value: 1, unit: u", "quantity: {value: 1, unit: u}"),
    "no comma": ("quantity", "{value: 1 «unit»: u}", "quantity: {value: 1, unit: u}"),
    "quote in brackets": ("quantity", '{value: 1, unit: «"»u}', 'quantity: {value: 1, unit: "u"}'),
    "colon in brackets": (
        "quantity",
        "{value: 1, unit: a«:» b}",
        'quantity: {value: 1, unit: "a: b"}',
    ),
    "sign in brackets": ("tags", "[«@»a, b]", 'tags: ["@a", b]'),
}


@pytest.mark.parametrize(("field", "marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_a_value_is_reported_with_what_to_write(field: str, marked: str, wanted: str) -> None:
    finding = the_finding(claims_file(claim({field: marked}), another()), code="E002")
    assert finding.help == f"write `{wanted}`"
    assert finding.claim == "base-closes"
    assert check(claims_file(claim({field: wanted.partition(": ")[2]}))).findings == ()


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
    assert _codes(claims_file(claim() + "\ufeff    role: x\n", another())) == ["E213"]


@pytest.mark.parametrize("hidden", ["\xad", "\ufeff", "\u200b", "\u202e", "\u200b\u200b"])
@pytest.mark.parametrize("value", ["x", " x"])
def test_a_hidden_character_after_a_colon_is_the_only_finding(hidden: str, value: str) -> None:
    text = claims_file(claim() + f"    role:{hidden}{value}\n", another())
    assert _codes(text) == ["E213"] * len(hidden)


def test_no_help_shows_what_stands_for_a_hidden_character() -> None:
    found = check(claims_file(claim({"tags": "[a, b\xad"}), another())).findings
    assert [each.help for each in found if each.code == "E002"] == ["write `tags: [a, b]`"]


def test_a_finding_in_a_repaired_line_has_its_written_span() -> None:
    for line in ("  role: x", f"{IN}due=«soon»", f"{IN}quantity: {{value: «x» unit: u}}"):
        sample = unmarked(claims_file(claim() + f"{line}\n", another()))
        found = {finding.code: finding for finding in check(sample.text).findings}
        spans = [found[code].span for code in found if code in ("E104", "E109")]
        assert spans == list(sample.spans)


@pytest.mark.slow
def test_a_large_file_with_twenty_errors_is_read_to_its_end() -> None:
    claims = [claim({"id": f"c-{n}", "claim": f"Claim {n}."}) for n in range(3_000)]
    for n in range(20):
        claims[n * 150] = claims[n * 150].replace("kind:", "kind")
    assert _codes(claims_file(*claims)) == ["E002"] * 20


def _codes(text: str) -> list[str]:
    found: tuple[Finding, ...] = check(text).findings
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("field", "written", "right"),
    [
        ("tags", "[«#»ferry, boats]", '["#ferry", boats]'),
        ("tags", "[a «#»1 and #2, 'b #3', #4]", """["a #1 and #2", 'b #3', "#4"]"""),
        (
            "source",
            "{url: https://a.example/#b, published: 2025-08-18, title: The «#»1 paper}",
            '{url: https://a.example/#b, published: 2025-08-18, title: "The #1 paper"}',
        ),
    ],
)
def test_an_item_with_a_number_sign_is_quoted(field: str, written: str, right: str) -> None:
    finding = the_finding(claims_file(claim({field: written})), code="E002")
    assert finding.message == "a `#` begins a comment here"
    assert finding.help == f"write `{field}: {right}`"
