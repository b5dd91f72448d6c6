"""What a person may have meant otherwise is proposed, and never mended."""

import pytest

from claim_tracker.yaml import read
from tests.properties.edits import fixed
from tests.samples import NAME, SOURCES, another, claim, claims_file

TAGS = "\n    - one\n    - two"
QUOTED = {"claim": '"It closes: soon."'}
NOTE = "|\n      One:\n\n      - two\n      - three\n\n      Four."
FIELDS = "|-\n      due: soon\n      kind: of"
# A file, what somebody wrote in the place of something in it, and whether this is mended.
SLIPS = {
    "two dashes before an item": (claim({"tags": TAGS}), "- two", "-- two", False),
    "field above a text as a comment": (
        claim({"note": "N.", "criteria": ">-\n      It is\n      closed."}),
        "    criteria: >-",
        "    # criteria: >-",
        False,
    ),
    "comment after a quote in a text": (
        claim({"note": "The gate is closed.  # p. 7"}),
        "The gate",
        '"The gate"',
        None,
    ),
    "field above a block text": (
        claim({"claim": ">-\n      It closes."}),
        ">-\n",
        ">-\n        topic: T\n",
        False,
    ),
    "doubled quote": (claim(QUOTED), '"It', '""It', True),
    "doubled quote at the end": (claim(QUOTED), 'soon."', 'soon.""', True),
    "opening quote lost": (claim(QUOTED), '"It', "It", True),
    "apostrophe at the end": (claim({"claim": "'It closes: the boys'"}), "'It", "It", False),
    "comma after the sign of a block text": (claim({"note": NOTE}), "|\n", "|,\n", True),
    "block text begun on its line": (claim({"note": NOTE}), "|\n      One", "| One", True),
    "escaped apostrophe beside another": (
        claim({"claim": "'We don''t: it''s so.'"}),
        "don''t",
        "don't",
        True,
    ),
    "doubled quote in brackets": (
        claim({"quantity": '{value: 2, unit: "a: b"}'}),
        '"a',
        '""a',
        False,
    ),
    "one of two lines of a block text too far out": (
        claim({"note": "|\n        One:\n        - two\n        - three"}),
        "  - two",
        "- two",
        False,
    ),
    "quote before the sign of a block text": (claim({"note": FIELDS}), "|-", '"|-', True),
    "other quote before it": (claim({"note": FIELDS.replace("|", ">")}), ">-", "'>-", True),
    "wide colon above a block text": (claim({"note": FIELDS}), "note: |", "note\uff1a|", True),
    "no colon above a block text": (claim({"note": FIELDS}), "note: |", "note |", True),
    "quote before the sign of a text out of line": (
        claim({"note": FIELDS}),
        "|-\n      due: soon\n   ",
        '"|-\n      due: soon\n  ',
        False,
    ),
    "block text begun too deep": (claim({"note": NOTE}), "  One", "    One", True),
}


@pytest.mark.parametrize(("right", "part", "written", "is_mended"), SLIPS.values(), ids=SLIPS)
def test_a_mend_gives_what_was_meant_or_is_none(
    right: str, part: str, written: str, is_mended: bool | None
) -> None:
    whole = claims_file(right, another())
    slip = whole.replace(part, written, 1)
    assert slip != whole
    mended = fixed(slip).text
    root = read(NAME, mended.encode()).root
    if is_mended is None:  # the sign that was written is kept
        whole, is_mended = slip.replace("note: ", "note: '").replace(".  #", ".'  #"), True
    assert root == read(NAME, (whole if is_mended else slip).encode()).root
    assert (mended != slip) == is_mended


def _without_blanks(text: str) -> str:
    return text.replace(": \n", ":\n")


def test_a_field_is_not_moved_into_the_text_above_it() -> None:
    update = "\n      - date: 2025-10-01\n        note: >-\n          N.\n        source: paper-1"
    whole = claims_file(claim({"source": "paper-1", "updates": update}), head=SOURCES)
    slip = whole.replace("    updates:\n      - date: 2025-10-01\n", "")
    assert "source: paper-1" not in str(read(NAME, fixed(slip).text.encode()).root["claims"][0])


def test_a_field_among_entries_is_no_entry() -> None:
    fields = "  url: https://example.org/\n  publisher: P.\n"
    head = f"sources:\n  two: {{url: https://a.example}}\n{fields}"
    slip = claims_file(claim({"source": "two", "stated": "2025"}), head=head)
    assert fixed(slip).text == slip


def test_a_repeated_line_is_taken_out_where_it_is_directly_below() -> None:
    updates = (
        "\n      - date: 2025-10-01\n        source: one"
        "\n      - date: 2025-11-01\n        note: N.\n        source: one"
    )
    whole = claims_file(
        claim({"source": "one", "updates": updates}),
        head="sources:\n  one: {url: https://example.org/1, published: 2025-01-01}\n",
    )
    whole = _without_blanks(whole)
    lost = whole.replace("      - date: 2025-11-01\n", "")
    assert fixed(lost).text == lost
    twice = whole.replace("        note: N.\n", 2 * "        note: N.\n")
    assert fixed(twice).text == whole


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("version: 1\n", "  ignore:"),
        ("  topic: T\n", "  role: R\n"),
        ("    speaker: A. Minister\n", "    due:"),
    ],
)
def test_a_repeated_line_is_taken_out_where_there_cannot_be_two_entries(
    line: str, below: str
) -> None:
    head = "checks:\n  ignore: [W303]\ndefaults:\n  topic: T\n  via: V.\n  role: R\n"
    whole = claims_file(claim({"due": "2025-12", "note": "N."}), head=head)
    first = whole.index(line) + len(line)
    at = whole.index(below, first)
    at = whole.index("\n", at) + 1
    twice = whole[:at] + line + whole[at:]
    assert fixed(twice).text == whole


@pytest.mark.parametrize("part", ["sources", "places"])
def test_a_repeated_line_of_what_may_be_two_entries_stays(part: str) -> None:
    entries = {
        "sources": "  one:\n    publisher: P.\n    url: https://example.org/1\n",
        "places": "  one:\n    country: IQ\n    name: One\n",
    }
    repeated = entries[part].split("\n")[1]
    twice = f"{part}:\n{entries[part]}{repeated}\n"
    slip = claims_file(claim(), head=twice)
    assert fixed(slip).text == slip


@pytest.mark.parametrize("value", ["The base closes", "|\n      The base closes"])
@pytest.mark.parametrize("text", ["soon.", "and that soon.", "Soon"])
def test_a_text_that_goes_on_at_the_margin_is_one(value: str, text: str) -> None:
    whole = claims_file(claim({"claim": f"{value}\n      {text}", "note": "|\n      N."}))
    slip = whole.replace(f"      {text}", text)
    assert fixed(slip).text == whole


@pytest.mark.parametrize("name", ["claim", "kind", "speaker"])
def test_a_value_at_the_margin_below_its_name_is_one(name: str) -> None:
    whole = claims_file(claim({"note": "N."}), another())
    slip = whole.replace(f"{name}: ", f"{name}:\n", 1)
    mended = fixed(slip).text
    assert mended != slip
    assert read(NAME, mended.encode()).root == read(NAME, whole.encode()).root


@pytest.mark.parametrize("word", ["du", "at", "val", '"', "***", ","])
def test_a_word_that_begins_a_name_is_no_text(word: str) -> None:
    for text in ("N.", "|\n      N."):
        slip = claims_file(claim({"note": f"{text}\n{word}"}) + "    role: R\n")
        assert fixed(slip).text == slip


UPDATES = "      - date: 2025-10-01\n        progress: stalled\n"
BELOW_TEXTS = {
    "updates": ("updates", UPDATES),
    "tags": ("tags", "      - rain\n"),
    "tags in line": ("tags", "    - rain\n"),
    "places": ("places", "      - harbour\n"),
    "criteria": ("criteria", "      The price.\n"),
    "quantity": ("quantity", "      value: 3\n      unit: km\n"),
    "related": ("related", "      - soldiers-leave\n"),
}


@pytest.mark.parametrize("header", ["|", ">-"])
@pytest.mark.parametrize(("name", "below"), BELOW_TEXTS.values(), ids=BELOW_TEXTS)
def test_a_name_without_its_colon_and_what_is_below_it_is_no_text(
    name: str, below: str, header: str
) -> None:
    whole = claims_file(claim({"note": f"{header}\n      A text."}) + f"    {name}:\n{below}")
    root = read(NAME, whole.encode()).root
    for word in [name[:size] for size in range(3, len(name) + 1)] + [name.title()]:
        slip = whole.replace(f"    {name}:\n", f"    {word}\n")
        mended = fixed(slip).text
        assert mended == slip or read(NAME, mended.encode()).root == root
    one = name.removesuffix("s")
    slip = whole.replace(f"    {name}:\n", f"    {one}\n")
    mended = fixed(slip).text
    assert mended != slip
    assert read(NAME, mended.encode()).root == root


def test_the_name_of_a_section_below_a_text_is_not_taken_into_it() -> None:
    for name, below in {
        "publisher": "  name: N.\n",
        "checks": "  ignore: [W303]\n",
        "places": "  b: {name: B}\n",
    }.items():
        whole = claims_file(claim(), head=f"about: |\n  A text.\n{name}:\n{below}")
        root = read(NAME, whole.encode()).root
        for size in range(3, len(name) + 1):
            slip = whole.replace(f"{name}:\n", f"{name[:size]}\n")
            mended = fixed(slip).text
            assert mended == slip or read(NAME, mended.encode()).root == root


def test_a_name_of_a_source_below_a_text_in_an_update_is_not_taken_into_it() -> None:
    update = UPDATES + "        note: |\n          A text.\n"
    fields = "          url: https://example.org/\n"
    whole = claims_file(claim() + f"    updates:\n{update}        sourc\n{fields}")
    assert fixed(whole).text == whole


MISPLACED_HEADERS = {
    "above a field": "note: |\n    updates:\n" + UPDATES,
    "above a text and a field": "note: |\n  A text.\n    updates:\n" + UPDATES,
    "one level too far left above a field": "  note: >-\n    updates:\n" + UPDATES,
    "amid a text": "    quote: |\n      One.\nnote: |\n      Two.\n",
    "amid a text with the name of a field": "    quote: |\n      One.\nnote: >-\n      due: x\n",
}


@pytest.mark.parametrize("lines", MISPLACED_HEADERS.values(), ids=MISPLACED_HEADERS)
def test_a_block_text_out_of_line_takes_nothing_of_another(lines: str) -> None:
    slip = claims_file(claim() + lines)
    assert fixed(slip).text == slip


def test_a_block_text_out_of_line_gets_its_own_text() -> None:
    whole = claims_file(claim({"note": "|\n      A text."}) + "    role: R\n")
    for column in range(4):
        slip = whole.replace("    note:", " " * column + "note:")
        assert fixed(slip).text == whole


@pytest.mark.parametrize("first", ["> note:\n", "> note: |\n", "> note: One\n", ">   note: One\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_a_mark_of_a_mail_stays_in_no_text(first: str, indent: str) -> None:
    slip = claims_file(claim() + f"{indent}{first}{indent}>     and two.\n")
    assert fixed(slip).text == slip


def test_a_mark_of_a_mail_is_taken_out_of_each_field() -> None:
    slip = claims_file(claim() + "    > note: One.\n    > role: R\n")
    assert fixed(slip).text == slip.replace("> ", "")


def test_a_dash_at_the_margin_is_no_text() -> None:
    slip = claims_file(claim({"note": "|\n      One:\n-         two"}))
    assert fixed(slip).text == slip


@pytest.mark.parametrize("sign", ["=>", " => ", " -> ", ". ", ".", " ="])
def test_another_sign_than_a_colon_is_taken_out(sign: str) -> None:
    whole = claims_file(claim({"quantity": "{value: 2, unit: km}"}))
    slip = whole.replace("quantity: ", f"quantity{sign}")
    assert fixed(slip).text == whole
