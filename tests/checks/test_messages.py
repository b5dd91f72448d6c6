"""What the findings of form say, word for word: what is wrong, and what to write."""

import pytest

from tests.samples import NEWS, check, claim, claims_file, the_finding, unmarked

FIELDS_OF_A_CLAIM = (
    "known here are `id`, `claim`, `quote`, `kind`, `topic`, `speaker`, `role`, "
    "`organisation`, `via`, `stated`, `as_of`, `due`, `review`, `criteria`, `note`, `quantity`, "
    "`source`, `places`, `tags`, `related`, `updates`"
)
WRITE_A_LIST = "write a list, such as `[a, b]`, or one item a line with `- `"
WRITE_FIELDS = "write its fields as `name: value`, one a line"
WRITE_ITEMS = "each item begins with `- ` and has fields of its own"
WRITE_AN_ADDRESS = "write a public address, such as `https://example.org/report`"
WRITE_A_NUMBER = "write up to 15 digits, such as `2500` or `-3.5`; `approximate: true` says “about”"
KNOWN_OUTCOMES = (
    "Known are `kept`, `partly-kept`, `broken`, `withdrawn`, `unverifiable`, `disputed`, `open`"
)
NO_HTTP = "does not begin with https:// or http://"
LONG_ID = "-".join("a" * 41)


def messages(text: str) -> tuple[str, str]:
    """The message and the help of the only finding of a text."""
    (finding,) = check(text).findings
    return finding.message, finding.help


def of_field(name: str, value: str) -> str:
    """A claim with a field."""
    return claims_file(claim({name: value}))


def of_update(update: str) -> str:
    """A claim with an update."""
    return claims_file(claim(updates=[update]))


def of_head(head: str) -> str:
    """A file with something before its claims."""
    return claims_file(head=f"{head}\n")


@pytest.mark.parametrize(
    ("name", "value", "message", "advice"),
    [
        ("colour", "red", "unknown field `colour`", FIELDS_OF_A_CLAIM),
        ("x" * 70, "red", f"unknown field `{'x' * 59}…`", FIELDS_OF_A_CLAIM),
        ("deu", "2026", "unknown field `deu`", "did you mean `due`?"),
        ("due:2026", "", "no space after the `:` of this field", "write `due: 2026`"),
        ("due 2026", "", "no `:` after the name of this field", "write `due: 2026`"),
        ("due 2026", "x", "unknown field `due 2026`", "did you mean `due`?"),
        ("duee 2026", "", "unknown field `duee 2026`", "did you mean `due`?"),
    ],
)
def test_of_an_unknown_field(name: str, value: str, message: str, advice: str) -> None:
    assert messages(of_field(name, value)) == (message, advice)


@pytest.mark.parametrize(
    ("name", "value", "replacement"),
    [("deu", "2026", "due"), ("deadline", "2026", None), ("due 2026", "", None)],
)
def test_only_a_slip_of_a_name_is_replaced(name: str, value: str, replacement: str | None) -> None:
    finding = the_finding(of_field(f"«{name}»", value), code="E101")
    assert (finding.fix.edits[0].text if finding.fix is not None else None) == replacement


def test_the_nearest_field_of_the_same_part_is_proposed() -> None:
    text = of_head("checks: {archve: required}")
    assert messages(text) == ("unknown field `archve`", "did you mean `archived`?")


def test_a_line_of_a_text_with_a_colon_is_to_be_quoted() -> None:
    text = claims_file(claim({"claim": "The base closes\n    and the road: it opens."}))
    assert messages(text) == (
        "unknown field `and the road`",
        "if it goes on with the text of `claim`, put that as a whole in double quotes",
    )


def test_a_title_is_the_name_of_a_place_and_the_text_of_a_claim() -> None:
    text = claims_file(claim({"claim": None, "title": "The base closes."}))
    assert messages(text) == ("unknown field `title`", "did you mean `claim`?")
    head = "places:\n  harbour: {title: Harbour}\n"
    text = claims_file(claim({"places": "[harbour]"}), head=head)
    assert messages(text) == ("unknown field `title`", "did you mean `name`?")


def test_of_a_missing_field() -> None:
    assert messages(of_field("source", "{source: paper-1}")) == (
        "this place in a source has no `at`",
        "add it, such as `at: page 12`",
    )


def test_a_missing_field_is_marked_at_the_name_of_what_lacks_it() -> None:
    source = claim({"source": None, "«source»": "{}", "stated": "2025-08"})
    the_finding(claims_file(source), code="E102")
    the_finding(claims_file(claim({"«quantity»": "{value: 9}"})), code="E102")


def test_of_an_entry_without_fields() -> None:
    sample = unmarked("version: 1\nclaims:\n  - «{}»\n")
    found = check(sample.text).findings
    assert {(each.code, each.span) for each in found} == {("E102", sample.spans[0])}
    assert [(each.message, each.help) for each in found] == [
        ("this claim has no `id`", "add it, such as `id: base-closes`"),
        ("this claim has no `claim`", "add it, such as `claim: The base closes.`"),
        ("this claim has no `kind`", "add it, such as `kind: commitment`"),
        ("this claim has no `speaker`", "add it, such as `speaker: A. Minister`"),
        ("this claim has no `source`", "add it, such as `source: a-key-of-sources`"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "message", "advice"),
    [
        ("speaker", "[a]", "`speaker` is a list, and has to be a text", "write one text"),
        ("speaker", "{a: b}", "`speaker` is a mapping, and has to be a text", "write one text"),
        ("tags", "[[a]]", "an item of `tags` is a list, and has to be a text", "write one text"),
        ("tags", "[~]", "an item of `tags` is empty, and has to be a text", "write one text"),
        ("tags", "{a: b}", "`tags` is a mapping, and has to be a list", WRITE_A_LIST),
        (
            "tags",
            "base, camp-2",
            "`tags` is the text `base, camp-2`, and has to be a list",
            "write `tags: [base, camp-2]`",
        ),
        (
            "tags",
            "men’s rights، war",
            "`tags` is the text `men’s rights، war`, and has to be a list",
            "write `tags: [men’s rights, war]`",
        ),
        (
            "tags",
            "don't",
            "`tags` is the text `don't`, and has to be a list",
            "write `tags: [don't]`",
        ),
        ("tags", "''", "`tags` is an empty text, and has to be a list", "write `tags: []`"),
        ("updates", "text", "`updates` is the text `text`, and has to be a list", WRITE_ITEMS),
        ("updates", "''", "`updates` is an empty text, and has to be a list", WRITE_ITEMS),
        (
            "updates",
            "[text]",
            "an item of `updates` is the text `text`, and has to be a mapping",
            WRITE_ITEMS,
        ),
        (
            "quantity",
            "900",
            "`quantity` is the text `900`, and has to be a mapping",
            "write `{value: 900, unit: …}`",
        ),
        (
            "quantity",
            "{value: [9], unit: men}",
            "`value` is a list, and has to be a number",
            "write digits, such as `2500`",
        ),
        (
            "quantity",
            "{value: 9, unit: men, approximate: about}",
            "`approximate` is the text `about`, and has to be true or false",
            "write `true` or `false`",
        ),
        ("due", "[2026]", "`due` is a list, and has to be a date", "write it like `2025-09-30`"),
        ("kind", "[fact]", "`kind` is a list, and has to be a text", "write one text"),
    ],
)
def test_of_a_wrong_type(name: str, value: str, message: str, advice: str) -> None:
    assert messages(of_field(name, value)) == (message, advice)


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            of_head("sources: text"),
            "`sources` is the text `text`, and has to be a mapping",
            "write each entry as `key: {…}`",
        ),
        (
            of_head("checks: text"),
            "`checks` is the text `text`, and has to be a mapping",
            WRITE_FIELDS,
        ),
        (
            "version: 1\nclaims: text",
            "`claims` is the text `text`, and has to be a list",
            WRITE_ITEMS,
        ),
        (
            "version: 1\nclaims: [text]",
            "an item of `claims` is the text `text`, and has to be a mapping",
            WRITE_ITEMS,
        ),
        (
            "[]",
            "a file of claims is a mapping, and this is a list",
            "begin with `version: 1` and put the claims under `claims:`",
        ),
        (
            "- {id: a, claim: A., kind: fact, speaker: S., stated: 2025, source: {url: https://a.b}}",
            "a file of claims is a mapping, and this is a list",
            "write `version: 1` and `claims:` above it",
        ),
        (
            "{id: a, claim: A., kind: fact, speaker: S., stated: 2025, source: {url: https://a.b}}",
            "a file of claims is a mapping, and this is one claim",
            "begin with `version: 1`, `claims:` and `- ` before the claim",
        ),
        (
            "text",
            "a file of claims is a mapping, and this is a text",
            "begin with `version: 1` and put the claims under `claims:`",
        ),
    ],
)
def test_of_a_section_of_a_wrong_type(text: str, message: str, advice: str) -> None:
    assert messages(text) == (message, advice)


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (of_field("kind", "' fact'"), "a space around `fact`", "delete the space"),
        (
            of_update(f"date: 2025-10-01, outcome: done, source: {NEWS}"),
            "`done` is not a word for `outcome`",
            f"did you mean `kept`? {KNOWN_OUTCOMES}",
        ),
        (
            "version: 2\nclaims: []",
            "`2` is not a version of the format",
            "write `version: 1`",
        ),
    ],
)
def test_of_an_unknown_word(text: str, message: str, advice: str) -> None:
    assert messages(text) == (message, advice)


@pytest.mark.parametrize(
    ("written", "message", "advice"),
    [
        ("Base Closes", "`Base Closes` is not an id", "write `base-closes`"),
        ("A" * 80, f"`{'A' * 59}…` is not an id", f"write `{'a' * 80}`"),
        (
            f"{LONG_ID}-",
            f"`{LONG_ID[:59]}…` has more than 80 characters",
            f"write `{LONG_ID[:79]}`",
        ),
        ("🙂", "`🙂` is not an id", "write letters a to z, digits and single hyphens"),
    ],
)
def test_of_a_bad_id(written: str, message: str, advice: str) -> None:
    assert messages(of_field("id", written)) == (message, advice)


@pytest.mark.parametrize(
    ("text", "what", "advice"),
    [
        (of_field("claim", "''"), "`claim`", "write it, such as `claim: The base closes.`"),
        (of_field("kind", "' '"), "`kind`", "write it, such as `kind: commitment`"),
        (of_field("topic", "''"), "`topic`", "delete it"),
        (of_field("tags", "['']"), "an item of `tags`", "delete it"),
        (of_field("source", "''"), "`source`", "write it, such as `source: a-key-of-sources`"),
        (
            of_field("quantity", "{value: ' ', unit: men}"),
            "`value`",
            "write it, such as `value: 2500`",
        ),
        (of_head("timezone: ' '"), "`timezone`", "delete it"),
        (
            of_head("publisher: {name: '', url: https://news.example/}"),
            "`name`",
            "write it, such as `name: Example News`",
        ),
        (
            claims_file(claim({"places": "[harbour]"}), head="places: {harbour: {name: ''}}\n"),
            "`name`",
            "write it, such as `name: Ain al-Asad Air Base`",
        ),
        (of_field("source", "['']"), "an item of `source`", "delete it"),
    ],
)
def test_of_an_empty_text(text: str, what: str, advice: str) -> None:
    assert messages(text) == (f"{what} is empty", advice)


def test_of_a_bad_address() -> None:
    text = of_field("source", "{url: example.org, published: 2025-08-18}")
    assert messages(text) == (f"`example.org` {NO_HTTP}", WRITE_AN_ADDRESS)


def test_of_a_bad_number() -> None:
    text = of_field("quantity", "{value: many, unit: men}")
    assert messages(text) == ("`many` is not a number", WRITE_A_NUMBER)
