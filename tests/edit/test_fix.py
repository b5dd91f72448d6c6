"""What has one right answer is mended, and every other byte is kept."""

from collections.abc import Sequence
from weakref import ref

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claim_tracker.checks import examine
from claim_tracker.edit import Fixed, fixed_point, fixed_points
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Span
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.decode import NEEDLESS
from claim_tracker.yaml.lines import split_lines
from tests.builders import DATA
from tests.properties.edits import (
    assert_data_stay,
    assert_idempotent,
    assert_nothing_new_is_found,
    assert_other_lines_stay,
    fixed,
    found,
    is_left_of,
    mended,
)
from tests.samples import NAME, SOURCES, TODAY, another, check, claim, claims_file

CANONICAL = "checks: {dates: canonical}\n"
HEAD = f"""\
version: 1
{CANONICAL}claims:
  - id: base-closes
    claim: The base closes.
    kind: commitment
    speaker: A. Minister
    source: {{url: https://example.org/report, published: 2025-08-18}}
"""


def assert_unchanged(text: str) -> None:
    assert fixed(text) == Fixed(text, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("due: Sept 2027", "due: 2027-09"),
        ("due: SEPT  2027", "due: 2027-09"),
        ('due: "Sept 2027"', 'due: "2027-09"'),
        ("due: 'Sept 2027'", "due: '2027-09'"),
        ('due: " Sept 2027 "', 'due: "2027-09"'),
        ("due:   Sept 2027   # by then\t#", "due:   2027-09   # by then\t#"),
        ("due:\n      Sept 2027", "due:\n      2027-09"),
        ("? due\n    : Sept 2027", "? due\n    : 2027-09"),
        ('"due": Sept 2027', '"due": 2027-09'),
        ("due: Early 2027", "due: early 2027"),
        ("due: end of 2027", "due: 2027-12-31"),
        ("due: within 90 days", "due: 2025-11-16"),
        ("due: Q3 2027/Q4 2027", "due: 2027-Q3/2027-Q4"),
        ("stated: 18 Aug 2025", "stated: 2025-08-18"),
        ("updates: [{date: 1 Sep 2025,note: x}]", "updates: [{date: 2025-09-01,note: x}]"),
        (
            'updates:\n    - {  "date" : "1 Sep 2025" ,"note":"x",}',
            'updates:\n    - {  "date" : "2025-09-01" ,"note":"x",}',
        ),
        (
            "updates: [{date: 2025-09-01, source: {url: https://a.org , published: Aug 2025}}]",
            "updates: [{date: 2025-09-01, source: {url: https://a.org , published: 2025-08}}]",
        ),
    ],
)
def test_a_date_becomes_canonical_and_all_around_it_stays(before: str, after: str) -> None:
    assert mended(f"{HEAD}    {before}\n") == f"{HEAD}    {after}\n"


@pytest.mark.parametrize(
    "written",
    [
        "due: Sept\n      2027",
        'due: "Sept\n      2027"',
        "due: |\n      Sept 2027",
        "due: >-\n      Sept 2027",
        'due: "Sept\\x202027"',
        'due: "\\u0053ept 2027"',
        "due: !!str Sept 2027",
        "due: &when Sept 2027",
        "due: 09/10/2027",
        "due: 2027-09",
    ],
)
def test_a_date_that_cannot_be_fixed_in_its_line_stays(written: str) -> None:
    assert_unchanged(f"{HEAD}    {written}\n")


def test_a_fix_is_named_with_its_line() -> None:
    dated = claim({"due": "Sept 2027", "topc": "x"}, ["date: 1 Sep 2025, note: x"])
    assert fixed(claims_file(dated, head=CANONICAL)).mended == (
        "line 9: `Sept 2027` is now `2027-09`",
        "line 10: `topc` is now `topic`",
        "line 12: `1 Sep 2025` is now `2025-09-01`",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("topc: x", "topic: x"),
        ("'topc': x", "'topic': x"),
        ('"topc" : x', '"topic" : x'),
        ("? topc\n    : x", "? topic\n    : x"),
        ("topc:\n      # why\n      x  y # z", "topic:\n      # why\n      x  y # z"),
        ("relatd: [  ] # none", "related: [  ] # none"),
        ("quantity: {value: 2,unt: men}", "quantity: {value: 2,unit: men}"),
        ('quantity: {"value":2,"unt":men}', 'quantity: {"value":2,"unit":men}'),
        ("statd: 18 Aug 2025", "stated: 2025-08-18"),
        ("udpates: [{dat: 1 Sep 2025, not: x}]", "updates: [{date: 2025-09-01, note: x}]"),
    ],
)
def test_a_field_one_edit_away_gets_its_name(before: str, after: str) -> None:
    assert mended(f"{HEAD}    {before}\n") == f"{HEAD}    {after}\n"


@pytest.mark.parametrize(
    "written",
    [
        "topc: x\n    topic: y",
        "topc: x\n    topic:",
        "topc: x\n    topc: y",
        "topc: x\n    toopic: y",
        "!!str topc: x",
        "&name topc: x",
        '"top\\x63": x',
        "colour: red",
    ],
)
def test_a_field_whose_name_is_not_certain_stays(written: str) -> None:
    assert_unchanged(f"{HEAD}    {written}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: bases", "tags: [bases]"),
        ("tags: US bases, camp-2  # two", "tags: [US bases, camp-2]  # two"),
        ("tags: 'bases'", "tags: [bases]"),
        ("tags: [{a: bases}]", "tags: [bases]"),
        ("tags:\n      - topic: bases", "tags:\n      - bases"),
        ("related: base-closes", "related: [base-closes]"),
        ("related: [Base_Closes]", "related: [base-closes]"),
        ("quantity: 900 men", "quantity: {value: 900, unit: men}"),
        ("quantity: {900, US troops} # now", "quantity: {value: 900, unit: US troops} # now"),
        ("quantity: {900 men}", "quantity: {value: 900, unit: men}"),
        (
            "quantity: about 2,500 US troops",
            "quantity: {value: 2500, unit: US troops, approximate: true}",
        ),
        (
            "updates: [{date: 2025-10-01, progress: On track}]",
            "updates: [{date: 2025-10-01, progress: on-track}]",
        ),
        (
            "updates: [{date: 2025-10-01, progress: staled}]",
            "updates: [{date: 2025-10-01, progress: stalled}]",
        ),
        ("updates: [{date:2025-10-01, note: x}]", "updates: [{date: 2025-10-01, note: x}]"),
        ("due: 2027/9/30", "due: 2027-09-30"),
        ("due: 2027\n    topic: x\n    due: 2027", "due: 2027\n    topic: x"),
        ("As-Of: 2026", "as_of: 2026"),
    ],
)
def test_what_help_says_to_write_is_written(before: str, after: str) -> None:
    head = HEAD.replace("commitment", "fact") if "As-Of" in before else HEAD
    assert mended(f"{head}    {before}\n") == f"{head}    {after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("version: 1", "version: 1.0"),
        ("id: base-closes", "id: Base_closes"),
        ("kind: commitment", "kind: ' commitment'"),
        ("kind: commitment", "kind: Comitment"),
    ],
)
def test_what_a_claim_needs_is_written_as_help_says(before: str, after: str) -> None:
    assert check(mended(HEAD.replace(before, after))).findings == ()


@pytest.mark.parametrize(
    "written",
    [
        "tags: US bases",
        "tags: US bases, (camp)",
        "tags:\n      - topic:\n          bases",
        "quantity: 2.500 men",
        "quantity: 2 to 3 men",
        "quantity: 900",
        "related: [base-close]",
        "related: base closes!",
        "updates: [{date: 2025-10-01, progress: of-track}]",
        "updates: [{date: 2025-10-01, outcome: confirmd, source: {url: https://a.org}}]",
        "due: 2027\n    due: 2028",
        "due: 2027\n    due: 2027\n      # or\n      or 2028",
        "due: Septmber 2027",
        "due: by 2027",
        "colour 2027: x",
    ],
)
def test_what_has_more_than_one_answer_stays_a_proposal(written: str) -> None:
    assert_unchanged(f"{HEAD}    {written}\n")


def test_an_address_gets_the_braces_of_a_source() -> None:
    text = claims_file(claim({"source": "https://example.org/a,b", "stated": "2025"}))
    assert 'source: {url: "https://example.org/a,b"}\n' in mended(text)


def test_words_are_items_of_a_list_where_others_have_them() -> None:
    text = claims_file(claim({"tags": "bases camps"}), another({"tags": "[camps, bases]"}))
    assert mended(text) == text.replace("bases camps", "[bases, camps]")


def test_and_parts_ids_and_may_be_in_a_tag() -> None:
    text = claims_file(
        claim({"related": "gate-opens and camp-closes", "tags": "sea, sun and sand"}),
        another({"id": "gate-opens"}),
        another({"id": "camp-closes"}),
    )
    related = text.replace("gate-opens and camp-closes", "[gate-opens, camp-closes]")
    assert mended(text) == related


@pytest.mark.parametrize(
    "line", ["see the note - id: old-claim", "sources:", "updates: []", "cla\n      im: text"]
)
def test_a_text_in_several_lines_is_no_data(line: str) -> None:
    note = f"|\n      It says this:\n      {line}\n        one: {{url: https://a.example/}}"
    text = claims_file(claim({"note": note}), another({"claim": '"It opens.'}))
    assert mended(text) == text.replace('"It opens.', '"It opens."')


def test_a_text_that_a_comment_ends_is_put_in_quotes() -> None:
    text = claims_file(claim({"claim": "The line with #1 of\n      the union."}))
    quoted = text.replace("The line", '"The line').replace("the union.", 'the union."')
    assert mended(text) == quoted
    (finding,) = (it for it in check(text).findings if it.code == "E002")
    assert finding.message == "a `#` above begins a comment, which ends the text before this"
    assert_unchanged(text.replace("#1", "# 1"))


def test_a_line_below_a_name_is_no_part_of_it_for_sure() -> None:
    text = claims_file(claim({"speaker": "Ann\n    and so on"}))
    assert_unchanged(text)


def test_no_source_becomes_another_one() -> None:
    text = claims_file(claim({"source": "paper-2", "stated": "2025"}), head=SOURCES)
    assert_unchanged(text)
    spelt = text.replace("source: paper-2", "source: Paper_1")
    assert mended(spelt) == text.replace("paper-2", "paper-1")


def test_a_fault_of_syntax_keeps_nothing_else_from_being_mended() -> None:
    text = claims_file(claim({"claim": "He said: go.", "due": "Sept 2027"}), head=CANONICAL)
    quoted = text.replace("He said: go.", '"He said: go."')
    assert mended(text) == quoted.replace("Sept 2027", "2027-09")


def test_a_name_is_mended_where_it_stands_below_a_line_out_of_place() -> None:
    updates = "    updates:\n      - organisation: Port\n        not: late\n"
    text = f"{claims_file(claim())}{updates}"
    assert fixed(text).text == text.replace("not: late", "note: late")


def test_a_syntax_fix_is_made_where_all_other_data_stay() -> None:
    text = claims_file(claim({"claim": "He said: go.", "due": "Sept 2027"}), head=CANONICAL)
    line = text.split("\n").index("    claim: He said: go.") + 1
    edits = {
        "4:12": (Edit(Span(line, 12, line, 12), '"'), Edit(Span(line, 24, line, 24), '"')),
        "one": (Edit(Span(line, 12, line, 24), '"He said: go."'),),
    }
    for each in edits.values():
        assert fixed_syntax(text, each).text == text.replace(
            "He said: go.", '"He said: go."'
        ).replace("Sept 2027", "2027-09")
    losing = (Edit(Span(line, 1, line + 1, 1), ""),)
    assert "He said: go." in fixed_syntax(text, losing).text


def fixed_syntax(text: str, edits: tuple[Edit, ...]) -> Fixed:
    """The text after its fixes, where a fault of syntax has some edits."""

    def found_in(document: Document) -> Sequence[Finding]:
        return [
            finding._replace(fix=Fix("write it", edits)) if finding.code == "E002" else finding
            for finding in found(document)
        ]

    return fixed_point(NAME, text.encode(), found_in)


@pytest.mark.parametrize("items", ["#ferry, boats", "boats, #ferry", "#ferry"])
def test_a_fault_in_the_last_line_of_each_claim_is_mended(items: str) -> None:
    names = ("first", "second", "third")
    claims = [claim({"id": name, "claim": name, "tags": f"[{items}]"}) for name in names]
    assert mended(claims_file(*claims)) == claims_file(*claims).replace("#ferry", '"#ferry"')


def updates(*lines: str) -> str:
    return HEAD + "    updates:\n" + "".join(f"{line}\n" for line in lines)


LATE = ("      - date: 2025-12-01", "        note: late")
SOON = ("      - date: 2025-10-01", "        note: soon")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((*LATE, *SOON), (*SOON, *LATE)),
        ((*LATE, "", "", *SOON, "", *LATE), (*SOON, "", "", *LATE, "", *LATE)),
        (
            ("      # why late", *LATE, "        # in late", "      # why", "# soon", *SOON),
            ("      # why", "# soon", *SOON, "      # why late", *LATE, "        # in late"),
        ),
        (
            ("      # on all", "", *LATE, "", *SOON, "        # in soon", "", "    # end"),
            ("      # on all", "", *SOON, "        # in soon", "", *LATE, "", "    # end"),
        ),
        (
            ("    -  note: late", "       date: 2025-12-01", "    - {",
             "      date: 2025-10-01, note: 'soon'}"),
            ("    - {", "      date: 2025-10-01, note: 'soon'}", "    -  note: late",
             "       date: 2025-12-01"),
        ),
        (
            ("      -", "        # below", "        date: 2025-12-01", "        note: |",
             "          # text", "      - {date: 2025-10-01, note: soon}"),
            ("      - {date: 2025-10-01, note: soon}", "      -", "        # below",
             "        date: 2025-12-01", "        note: |", "          # text"),
        ),
        (
            (*LATE, "      - date: 2025-10-01", "        note: a", "      - date: 2025-10-01",
             "        note: b", "        source:"),
            ("      - date: 2025-10-01", "        note: a", "      - date: 2025-10-01",
             "        note: b", "        source:", *LATE),
        ),
        (
            (*LATE, "      -  date: 2025-10-01", "         note: |+", "           soon", "", *LATE),
            ("      -  date: 2025-10-01", "         note: |+", "           soon", "", *LATE, *LATE),
        ),
        (
            (*LATE, "      - date: 1 oct 2025", "        not: soon", "    topic: x # y"),
            ("      - date: 2025-10-01", "        note: soon", *LATE, "    topic: x # y"),
        ),
    ],
)  # fmt: skip
def test_updates_are_put_in_order_with_their_comments(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert mended(updates(*before)) == updates(*after)


@pytest.mark.parametrize(
    "lines",
    [
        ("      [{date: 2025-12-01, note: late}, {date: 2025-10-01, note: soon}]",),
        (*LATE, "", "      # of neither", "", *SOON),
        (*LATE, "      # below late", "", *SOON),
        (*LATE, "      - date: &day 2025-10-01", "        note: soon"),
        (*LATE, "      - date: !!str 2025-10-01", "        note: soon"),
        (*LATE, *SOON, "      - date: 2026-12-01", "        note: not yet"),
        (*LATE, *SOON, "      - date: 2024-12-01", "        note: before the claim"),
        (*LATE, "      - date: 2025-10-01", "        note: soon", "        date: 2025-10-02"),
        (*SOON, *LATE),
    ],
)
def test_updates_without_one_right_order_stay(lines: tuple[str, ...]) -> None:
    assert_unchanged(updates(*lines))


def test_an_order_is_named_with_the_line_of_its_list() -> None:
    text = updates(*LATE, "      - date: 1 oct 2025", "        note: soon  ")
    assert fixed(text).mended == (
        "line 10: done: put the 2 updates in order, the oldest first",
        "line 12: `1 oct 2025` is now `2025-10-01`",
        "line 13: done: no white space at the end",
    )


@pytest.mark.parametrize("line", ["\t", "  \t "])
def test_tabs_on_a_blank_line_are_white_space_at_its_end(line: str) -> None:
    before = f"{HEAD}    due: Sept 2027\n{line}\n    role: x\n"
    assert mended(before) == f"{HEAD}    due: 2027-09\n\n    role: x\n"


def test_lists_in_two_claims_are_each_put_in_order() -> None:
    second = "".join(HEAD.splitlines(keepends=True)[3:]).replace("base-closes", "base-opens")
    before = updates(*LATE, *SOON) + second + updates(*LATE, *SOON)[len(HEAD) :]
    after = updates(*SOON, *LATE) + second + updates(*SOON, *LATE)[len(HEAD) :]
    assert mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("topic: x  \n", "topic: x\n"),
        ("topic: x \t \n", "topic: x\n"),
        ("topic: x # why  \n", "topic: x # why\n"),
        ("# why \n  \n         \n", "# why\n\n\n"),
        ("topic:  \n      x\n", "topic:\n      x\n"),
        ("topic: x   \n      y\n", "topic: x\n      y\n"),
        ("topic: |  \n      x  \n    role: y  \n", "topic: |\n      x  \n    role: y\n"),
        ("topic: >\n      x  \n\n    # z  \n", "topic: >\n      x  \n\n    # z\n"),
        ("topic: 'x  \n      y'  \n", "topic: 'x  \n      y'\n"),
        ('topic: "x \\  \n      y"  \n', 'topic: "x \\  \n      y"\n'),
        ('topic: "x "  \n', 'topic: "x "\n'),
        ("tags: [ \n      a, \n      ]  \n", "tags: [\n      a,\n      ]\n"),
        ("topic: x  ", "topic: x"),
        ("topic: x\n  ", "topic: x\n"),
        ("topic: *other \n", "topic: *other\n"),
        ("topic: \u2060x \n", "topic: \u2060x\n"),
        ("topic: x\u3000\u00a0 \n", "topic: x\u3000\u00a0\n"),
        ("topic: x\r  \n", "topic: x\r  \n"),
        ("topic: x\r  \r\n", "topic: x\r\r\n"),
    ],
)
def test_white_space_at_line_ends_goes_outside_of_values(before: str, after: str) -> None:
    assert mended(f"{HEAD}    {before}") == f"{HEAD}    {after}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\ufeff\ufeff"])
def test_line_ends_and_the_mark_at_the_start_stay(end: str, last: str, mark: str) -> None:
    before = updates(*LATE, "", *SOON).replace("base-closes\n", "base-closes  \n") + "#" + last
    after = updates(*SOON, "", *LATE) + "#" + last
    written = (mark + before).replace("\n", end)
    assert mended(written) == (mark[:1] + after).replace("\n", end)  # one mark is enough


def test_a_missing_last_line_end_stays_when_the_last_item_moves() -> None:
    before, after = updates(*LATE, *SOON), updates(*SOON, *LATE)
    assert mended(before[:-1]) == after[:-1]
    assert mended(before[:-1].replace("\n", "\r\n")) == after[:-1].replace("\n", "\r\n")


@pytest.mark.parametrize(
    "broken",
    [
        claims_file(claim({"due": "Sept 2027  "})) + "---\n}  \n",
        claims_file(claim({"topc": "x"})) + "---\n    topc: x",
        claims_file(claim({"due": "Sept 2027", "places": "[" * 20 + "]" * 20})),
        "",
        "  \n",
        "# nothing  \n",
    ],
)
def test_a_file_that_cannot_be_read_whole_stays(broken: str) -> None:
    assert_unchanged(broken)


def test_bytes_that_are_no_text_stay() -> None:
    for data in (HEAD.encode() + b"    topc: \xff  \n", "a: b  \n".encode("utf-16")):
        assert fixed(data).mended == ()


def test_only_the_findings_of_the_document_count() -> None:
    text = claims_file(claim({"due": "Sept 2027"}), head=CANONICAL)
    others = [finding._replace(file="2.yaml") for finding in check(text).findings]
    assert fixed_point(NAME, text.encode(), lambda _: others) == Fixed(text, ())


@pytest.mark.parametrize("wrong", ["x: y", "x\ny", "- x", "#", ""])
def test_a_fix_that_changes_other_data_is_dropped(wrong: str) -> None:
    text = claims_file(claim({"due": "Sept 2027", "topc": "x  "}), head=CANONICAL)
    after = text.replace("Sept 2027", "2027-09").replace("x  ", "x")
    assert fixed_otherwise(text, wrong).text == after


@pytest.mark.parametrize("lines", [(11, 12), (13, 14), (10, 12), (12, 14), (10, 13), (9, 14)])
def test_an_item_is_taken_out_only_where_an_equal_one_stays(lines: tuple[int, int]) -> None:
    tags = "".join(f"\n      - {tag}" for tag in "abac")
    text = claims_file(claim({"tags": tags}), head=CANONICAL).replace("tags: \n", "tags:\n")
    fix = Fix("take it out", (Edit(Span(lines[0], 1, lines[1], 1), ""),))

    def found_otherwise(document: Document) -> Sequence[Finding]:
        return [finding._replace(fix=fix) for finding in found(document)]

    assert fixed_point(NAME, text.encode(), found_otherwise) == Fixed(text, (), 1)


def test_a_fix_after_which_its_finding_is_still_there_is_dropped() -> None:
    text = claims_file(claim({"due": "Sept 2027", "topc": "x"}))
    result = fixed_point(NAME, text.encode(), lambda _: check(text).findings)
    assert result == Fixed(text, ())


def test_a_text_that_cannot_be_proven_is_not_checked() -> None:
    text, checked = _many_slips(), list[Document]()

    def found_in(document: Document) -> Sequence[Finding]:
        checked.append(document)
        return [_with_fix(finding, "- x") for finding in found(document)]

    assert fixed_point(NAME, text.encode(), found_in) == Fixed(text, ())
    assert len(checked) == 1


def test_fixes_that_are_in_vain_cost_few_readings() -> None:
    text, checked = _many_slips(), list[Document]()
    findings = found(read(NAME, text.encode()))

    def found_in(document: Document) -> Sequence[Finding]:
        checked.append(document)
        return findings

    assert fixed_point(NAME, text.encode(), found_in) == Fixed(text, ())
    assert 2 <= len(checked) <= 21


def _many_slips() -> str:
    names = [f"c{number}" for number in range(200)]
    return claims_file(*(claim({"id": name, "topc": "x"}) for name in names))


def test_the_old_document_is_gone_when_the_new_one_is_checked() -> None:
    text = claims_file(claim({"Kind": "Fact", "kind": None}))
    known: list[ref[Document]] = []

    def found_in(document: Document) -> Sequence[Finding]:
        assert all(each() is None for each in known)
        known.append(ref(document))
        return found(document)

    fixed_point(NAME, text.encode(), found_in)
    assert len(known) > 2


def test_a_blank_stays_without_which_a_file_is_taken_for_no_text() -> None:
    assert_unchanged("a: \nb: " + "c" * 14 + "\0\0\0")


def test_a_file_without_findings_stays_as_it_is() -> None:
    assert_unchanged(DATA.read_bytes().decode())


LINES = (
    "version: 1", "claims:", "  - id: a", "  - id: b", "    claim: x", "    kind: commitment",
    "    speaker: y", "    source: {url: https://example.org/r, published: 1 Aug 2025}",
    "    due: Sept 2027", "    due: '2027'", "    topc: x", "    topic: x", "    udpates:",
    "    updates:", "      - date: 2025-12-01", "      - date: 1 Oct 2025",
    "      - date: 2025-09-01", "        note: x", "        not: y", "        note: |",
    "          text", "      # comment",
    "        # comment", "# comment", "", "   ", "    note: 'x", "      y'", "\t", "]", "a: &b c",
    "    tags: [a, b]", "    tags: [a, b, a]", "    tags:", "    - a", "    - a # twice", "    - b",
    "      - {date: 2025-09-02, note: x}", "    - date: 2025-11-11", "---",
)  # fmt: skip
WHOLE = updates(
    "      # late", *LATE, "", "      -", "        date: 1 Oct 2025", "        not: |",
    "          text", "", "      # third", "      - {date: 2025-09-02, note: x}",
)  # fmt: skip


@st.composite
def loose_files(draw: st.DrawFn) -> str:
    """Lines that may make a file of claims, and rarely a whole one."""
    lines = draw(st.lists(st.sampled_from(LINES), max_size=20))
    return draw(endings([*HEAD.splitlines(), *lines] if draw(st.booleans()) else lines))


@st.composite
def near_files(draw: st.DrawFn) -> str:
    """A file that can be mended, with a few lines more, fewer or elsewhere."""
    lines = WHOLE.splitlines()
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines)))
        lines[place : place + draw(st.integers(0, 1))] = draw(
            st.lists(st.sampled_from(LINES), max_size=2)
        )
    return draw(endings(lines))


@st.composite
def endings(draw: st.DrawFn, lines: list[str]) -> str:
    ends = draw(st.sampled_from([("\n",), ("\r\n",), ("\r",), ("\n", "\r\n", "\r", "  \n")]))
    text = "".join(line + draw(st.sampled_from(ends)) for line in lines)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


files = st.one_of(near_files(), loose_files())


@given(files)
def test_every_line_that_is_not_named_stays(text: str) -> None:
    assert_other_lines_stay(text, fixed(text))


@given(files)
def test_a_second_run_changes_nothing(text: str) -> None:
    assert_idempotent(fixed(text))


@given(files)
def test_nothing_new_is_found_but_what_a_wrong_name_hid(text: str) -> None:
    assert_nothing_new_is_found(text, fixed(text))


@example("s\x85ource:\n    updates: []\n")
@given(files)
def test_the_data_stay_the_same(text: str) -> None:
    assert_data_stay(text, fixed(text))


NO_NAMES = st.characters(exclude_categories=("Cs", "L"))
"""All characters but letters: `SOURCE:` alone is a field whose name is mended."""


@given(st.one_of(st.text(NO_NAMES), st.text("\r\n \t:-#'\"|>[]{}&*!a\ufeff\u2028\x85\x00")))
def test_text_without_names_loses_only_what_nobody_sees(text: str) -> None:
    result = fixed(text)
    if result.mended:
        before = _without_needless(text)
        pairs = zip(split_lines(before), split_lines(_without_needless(result.text)), strict=True)
        assert all(new.rstrip(" \t") == old.rstrip(" \t") for old, new in pairs)
        assert is_left_of(result.text, text)


def _without_needless(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, NEEDLESS)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("topic: a\u200bb\xad c\ufeff\n", "topic: ab c\n"),
        ("topic: 'a\u200bb'\n", "topic: 'ab'\n"),
        ('topic: "a\\n\u200bb"\n', 'topic: "a\\nb"\n'),
        ("topic: >-\n      a\u200b\n      \xadb\n", "topic: >-\n      a\n      b\n"),
        ("topic: a\u200bb\u2060\ufffd\n", "topic: ab\u2060\ufffd\n"),
        ("topic: \u200bx # a\xad\n", "topic: x # a\n"),
        ("to\u200bpic: x\n", "topic: x\n"),
        ("due: Sept\u200b 2027\n", "due: 2027-09\n"),
        ("topic: ก\u200bก a\u200bb ก\u200b\u200bก\n", "topic: ก\u200bก ab ก\u200bก\n"),
        ("tags: [a\u200b, \xadb]\n", "tags: [a, b]\n"),
        ("topic:\u200b x\n", "topic: x\n"),
        ("topic:\xad\ufeffx\n", "topic: x\n"),
        ("tags:\ufeff\n      - a\n", "tags:\n      - a\n"),
    ],
)
def test_a_hidden_character_that_changes_nothing_is_taken_out(before: str, after: str) -> None:
    assert mended(f"{HEAD}    {before}") == f"{HEAD}    {after}"


@pytest.mark.parametrize(
    "line",
    [
        "topic: a\u2060b\u200db\u202e\ufe0f\n",
        "topic: a \u200b# b\n",
        "topic: \u200bnull\n",
        "\u200b# topic: x\n",
    ],
)
def test_a_hidden_character_whose_loss_says_something_else_stays(line: str) -> None:
    assert_unchanged(f"{HEAD}    {line}")


def test_a_hidden_character_taken_out_is_named_with_its_line() -> None:
    text = f"{HEAD}    topic: >-\n      a\u200bb\n      c\xad\u200b\n    # \ufeffx\n"
    assert fixed(text).mended == (
        "line 10: done: without the hidden \\u200b",
        "line 11: done: without the hidden \\u200b, \\xad",
        "line 12: done: without the hidden \\ufeff",
    )


@pytest.mark.parametrize("number", [2, 12])
def test_joint_checks_do_not_grow_with_the_files(number: int) -> None:
    related = {f"claim-{index}": f"claim-{(index + 1) % number}" for index in range(number)}
    contents = {
        name: claims_file(claim({"id": name, "claim": name, "related": f"[{other.title()}]"}))
        for name, other in related.items()
    }
    checked: list[int] = []

    def found_in(documents: Sequence[Document]) -> Sequence[Finding]:
        checked.append(len(documents))
        return examine(documents, TODAY).findings

    data = {name: text.encode() for name, text in contents.items()}
    texts = {name: each.text for name, each in fixed_points(data, found_in).items()}
    for name, other in related.items():
        assert texts[name] == contents[name].replace(other.title(), other)
    assert checked.count(number) == 2


@given(st.binary())
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    fixed(data)


def fixed_otherwise(text: str, wrong: str) -> Fixed:
    """The text after its fixes, of which those of unknown fields write something wrong."""

    def found_in(document: Document) -> Sequence[Finding]:
        return [_with_fix(finding, wrong) for finding in found(document)]

    return fixed_point(NAME, text.encode(), found_in)


def _with_fix(finding: Finding, text: str) -> Finding:
    fix = Fix("write it", (Edit(finding.span, text),))
    return finding._replace(fix=fix) if finding.code == "E101" else finding
