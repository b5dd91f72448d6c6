"""Of a value that is no YAML the exact text to write is told, and then it is read."""

import pytest

from tests.samples import another, check, claim, claims_file, the_finding

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
    "list opened by a brace": ("tags", "«{»a, b]", "tags: [a, b]"),
    "mapping opened by a bracket": (
        "quantity",
        "«[»value: 1, unit: u}",
        "quantity: {value: 1, unit: u}",
    ),
    "comma after a bracket": ("tags", "[a, b]«,»", "tags: [a, b]"),
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


def test_no_help_shows_what_stands_for_a_hidden_character() -> None:
    found = check(claims_file(claim({"tags": "[a, b\xad"}), another())).findings
    assert [each.help for each in found if each.code == "E002"] == ["write `tags: [a, b]`"]


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
