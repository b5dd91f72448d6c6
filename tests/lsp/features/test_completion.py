"""What an editor is offered at the cursor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.lsp.client import PLAIN, Client
from claim_tracker.lsp.features.completion import completion
from claim_tracker.yaml import read
from tests.lsp.editor import CURSOR, Editor, applied

HEAD = """\
version: 1
sources:
  a-1: {url: https://example.org/a, title: The bridge, publisher: Post, published: 2026-01-10}
  b-2:
    url: https://example.org/b
    publisher: Daily News
    published: 2026-02-20
places:
  x: {name: Ain al-Asad, region: Anbar, country: IQ}
claims:
  - id: one
    claim: The base closes.
    kind: commitment
    speaker: A. Minister
    role: minister of ports
    organisation: "O: the party"
    topic: Ports
    stated: 2026-01-01
    tags: [works, 橋]
    source: a-1
  - id: two
    claim: It rains.
    kind: prediction
    speaker: B
    role: forecaster
    topic: Ports
    source: b-2
"""
NEW = f"{HEAD}  - id: new\n    claim: A new thing.\n    kind: fact\n    speaker: A. Minister\n"
SNIPPETS = Client(snippets=True, insert_modes=True)
IN_A_LINE = Client(several_lines=False)


def items(
    folder: Path, text: str, client: Client = PLAIN, **files: str
) -> list[types.CompletionItem]:
    editor = Editor(folder, {"data/claims.yaml": text, **files})
    editor.workspace.client = client
    result = editor.at_cursor(types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams)
    return list(result.items) if result is not None else []


def labels(folder: Path, text: str) -> list[str]:
    return [item.label for item in items(folder, text)]


def item(
    folder: Path, text: str, label: str, client: Client = PLAIN
) -> tuple[types.CompletionItem, str]:
    """Return what is offered under a label, and the text when it is taken."""
    (chosen,) = (each for each in items(folder, text, client) if each.label == label)
    assert isinstance(chosen.text_edit, types.TextEdit)
    return chosen, applied(text.replace(CURSOR, ""), [chosen.text_edit])


class TestValues:
    def test_a_source_is_offered_with_what_it_is(self, tmp_path: Path) -> None:
        offered = items(tmp_path, f"{NEW}    source: ‸\n")
        assert [each.label for each in offered] == ["b-2", "a-1"]
        assert offered[1].detail == "Post, 2026-01-10, The bridge"
        assert offered[1].documentation == "https://example.org/a"

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("source: ‸", "source: a-1"),
            ("source:‸", "source: a-1"),
            ("source: a‸", "source: a-1"),
            ("source: 'a‸'", "source: 'a-1'"),
            ('source: "‸', 'source: "a-1"'),
            ('source: "a‸  # said', 'source: "a-1"  # said'),
            ('source: ["a‸, b-2]', 'source: ["a-1", b-2]'),
            ("source: {source: 'a‸, at: page 3}", "source: {source: 'a-1', at: page 3}"),
            ("source: b‸-2  # said", "source: a-1  # said"),
            ("source: [b-2, ‸]", "source: [b-2, a-1]"),
            ("source: [‸", "source: [a-1"),
            ("source: {source: ‸, at: page 3}", "source: {source: a-1, at: page 3}"),
            ("source:\n      - ‸", "source:\n      - a-1"),
            ("source:\n      ‸", "source:\n      - a-1"),
            ("source:\n      - b-2\n      ‸", "source:\n      - b-2\n      - a-1"),
        ],
    )
    def test_a_source_is_written_as_its_place_asks(
        self, tmp_path: Path, before: str, after: str
    ) -> None:
        assert item(tmp_path, f"{NEW}    {before}\n", "a-1")[1] == f"{NEW}    {after}\n"

    def test_a_place_is_found_by_its_name_and_put_in_brackets(self, tmp_path: Path) -> None:
        place, text = item(tmp_path, f"{NEW}    places: ‸\n", "x")
        assert (place.detail, place.filter_text) == (
            "Ain al-Asad, Anbar, IQ",
            "x Ain al-Asad, Anbar, IQ",
        )
        assert text.endswith("    places: [x]\n")

    def test_related_claims_are_those_of_all_files(self, tmp_path: Path) -> None:
        other = HEAD.replace("id: one", "id: three").replace("id: two", "id: four")
        text = f"{NEW}    related: [‸]\n"
        files = {"data/claims.yaml": text, "data/b.yaml": other}
        editor = Editor(tmp_path, files)
        editor.workspace.settings = ("data",)
        editor.workspace.look_again()
        result = editor.at_cursor(types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams)
        assert [it.label for it in result.items] == ["one", "two", "three", "four"]
        assert result.items[0].detail == "The base closes."

    def test_the_most_frequent_names_come_first(self, tmp_path: Path) -> None:
        text = f"{NEW.replace('speaker: A. Minister', 'speaker: B', 1)}    topic: Po‸\n"
        assert labels(tmp_path, text) == ["Ports"]
        assert labels(tmp_path, f"{NEW}  - speaker: ‸\n") == ["A. Minister", "B"]

    def test_the_roles_of_the_speaker_come_before_others(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{NEW}    role: ‸\n") == ["minister of ports", "forecaster"]
        of_b = NEW.replace("kind: fact\n    speaker: A. Minister", "kind: fact\n    speaker: B")
        assert labels(tmp_path, f"{of_b}    role: ‸\n") == ["forecaster", "minister of ports"]

    def test_a_name_is_quoted_where_yaml_needs_it(self, tmp_path: Path) -> None:
        _, text = item(tmp_path, f"{NEW}    organisation: O‸\n", "O: the party")
        assert text.endswith("    organisation: 'O: the party'\n")

    def test_names_are_offered_in_any_script(self, tmp_path: Path) -> None:
        assert item(tmp_path, f"{NEW}    tags: [🌉, 橋‸]\n", "橋")[1].endswith("tags: [🌉, 橋]\n")

    @pytest.mark.parametrize(
        "tags",
        [
            "[works, ‸]",
            "[works, ‸",
            "[‸, works]",
            "[works,\n      ‸]",
            "[‸\n      , 'works']",
            "\n      - works  # ports\n      - ‸",
            "\n      - ‸\n\n      # ports\n      - 'works'",
            "\n    - works\n    - ‸\n    note: x",
            "\n      - works\n      ‸",
            "\n      - works\n      - # ports\n      - ‸",
        ],
    )
    def test_a_list_offers_no_item_twice(self, tmp_path: Path, tags: str) -> None:
        assert labels(tmp_path, f"{NEW}    tags: {tags}\n") == ["橋"]

    def test_an_item_of_another_list_is_offered(self, tmp_path: Path) -> None:
        above = "    places:\n      - works\n    tags:\n      - ‸\n"
        assert labels(tmp_path, f"{NEW}{above}") == ["works", "橋"]
        assert labels(tmp_path, f"{NEW}    places: [works]\n    tags: [‸]\n") == ["works", "橋"]

    @pytest.mark.parametrize("above", ["", "    updates:\n      - date: 2026-02-01\n    "])
    def test_a_figure_is_offered_with_its_parts(self, tmp_path: Path, above: str) -> None:
        text = f"{NEW}{above}    quantity: ‸\n"
        assert labels(tmp_path, text) == ["{value, unit}"]
        assert item(tmp_path, text, "{value, unit}")[1].endswith("quantity: {value: , unit: }\n")
        assert labels(tmp_path, text.replace("‸", "9‸")) == []

    def test_a_word_says_what_it_means(self, tmp_path: Path) -> None:
        offered = items(tmp_path, f"{HEAD}  - id: new\n    kind: ‸\n")
        assert [each.label for each in offered] == ["commitment", "prediction", "fact"]
        assert offered[1].detail == "A forecast: something will happen."

    def test_another_word_finds_the_one_it_stands_for(self, tmp_path: Path) -> None:
        first = items(tmp_path, f"{HEAD}  - id: new\n    kind: promise‸\n")[0]
        assert (first.label, first.filter_text) == ("commitment", "promise")

    def test_the_outcomes_are_those_of_the_kind(self, tmp_path: Path) -> None:
        text = f"{NEW}    updates:\n      - date: 2026-02-01\n        outcome: ‸\n"
        assert labels(tmp_path, text)[:3] == ["confirmed", "partly-confirmed", "refuted"]

    @pytest.mark.parametrize(
        ("text", "label", "detail"),
        [
            ("version: 1\nchecks: {ignore: [‸]}\n", "W302", "place never used"),
            ("version: 1\nchecks:\n  archived: ‸\n", "required", "needs an archived copy"),
            ("version: 1\ntimezone: Asia/B‸\n", "Asia/Baghdad", ""),
            ("version: 1\nplaces:\n  x: {name: A, country: Ira‸}\n", "IQ", "Iraq"),
            (f"{NEW}    quantity: {{value: 1, unit: x, approximate: ‸}}\n", "true", "about right"),
            (f"{NEW.replace('id: new', 'id: ‸')}\n", "new-thing", ""),
            ("version: ‸\n", "1", ""),
        ],
    )
    def test_what_else_has_a_list(self, tmp_path: Path, text: str, label: str, detail: str) -> None:
        offered = {each.label: each for each in items(tmp_path, text)}
        assert detail in (offered[label].detail or "")

    def test_an_id_is_not_taken_by_its_own_claim(self, tmp_path: Path) -> None:
        own = HEAD.replace("id: two", "id: rains‸").replace("It rains", "Rains")
        assert labels(tmp_path, own) == ["rains"]
        twice = own + own[own.index("  - id: rains") :].replace(CURSOR, "")
        assert labels(tmp_path, twice) == ["rains-2"]

    def test_a_free_text_has_no_offers(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{HEAD}  - id: new\n    claim: The ‸\n") == []

    def test_of_many_an_editor_asks_again(self, tmp_path: Path) -> None:
        editor = Editor(tmp_path, {"data/claims.yaml": "version: 1\ntimezone: ‸\n"})
        result = editor.at_cursor(types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams)
        assert result.is_incomplete
        assert len(result.items) == 200


class TestDates:
    @pytest.mark.parametrize(
        ("typed", "text", "words"),
        [
            ("2026-", "2026-09", "last day 30 Sep 2026"),
            ("2026-02-", "2026-02-28", "28 Feb 2026"),
            ("sep", "2026-09", "last day 30 Sep 2026"),
            ("September 20", "2027-09", "last day 30 Sep 2027"),
            ("3 sep", "2026-09-03", "3 Sep 2026"),
            ("end of", "2026-12-31", "31 Dec 2026"),
            ("end of sep", "2026-09-30", "30 Sep 2026"),
            ("end of the m", "2026-03-31", "31 Mar 2026"),
            ("within 90", "within 90 days", "to 1 Apr 2026"),
            ("Q3", "2026-Q3", "last day 30 Sep 2026"),
            ("next m", "2026-04", "last day 30 Apr 2026"),
            ("next ", "2027", "last day 31 Dec 2027"),
            ("earl", "early 2026", "last day 30 Apr 2026"),
            ("win", "winter 2026", "last day 28 Feb 2027"),
            ("09/10/2026", "2026-10-09", "9 Oct 2026"),
            ("2026-01/mar", "2026-01/2026-03", "last day 31 Mar 2026"),
            ("", "2026-Q1", "last day 31 Mar 2026"),
        ],
    )
    def test_a_deadline_is_offered_in_its_canonical_form(
        self, tmp_path: Path, typed: str, text: str, words: str
    ) -> None:
        line = f"    stated: 2026-01-01\n    due: {typed}‸\n"
        chosen, new = item(tmp_path, NEW + line, text)
        assert chosen.detail == words
        assert chosen.filter_text == (typed.strip() or text)
        assert new.endswith(f"due: {text}\n")

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("within 90 day", ["within 90 days"]),
            ("within six month", ["within six months"]),
            ("within the next 2 week", ["within the next 2 weeks"]),
            ("within 1 d", ["within 1 day"]),
            ("within a y", ["within a year"]),
            ("within 1 day", []),
            ("within one month", []),
        ],
    )
    def test_a_span_is_offered_with_the_number_of_its_unit(
        self, tmp_path: Path, typed: str, offered: list[str]
    ) -> None:
        assert labels(tmp_path, f"{NEW}    due: {typed}‸\n") == offered

    def test_a_span_that_ends_behind_the_calendar_is_no_day(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{NEW}    review: within 9999 years‸\n") == []

    def test_a_statement_has_the_day_of_its_source(self, tmp_path: Path) -> None:
        text = f"{NEW}    source: a-1\n    stated: ‸\n"
        assert labels(tmp_path, text) == ["2026-01-10", "2026-03-01"]

    def test_an_update_is_of_today(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{NEW}    updates:\n      - date: ‸\n") == ["2026-03-01"]

    def test_what_was_known_is_not_after_today(self, tmp_path: Path) -> None:
        offered = labels(tmp_path, f"{NEW}    updates:\n      - date: 2026-‸\n")
        assert "2026-03" in offered
        assert "2026-04" not in offered

    def test_a_date_that_is_canonical_is_left_alone(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{NEW}    due: 2026-09‸\n") == []
        assert labels(tmp_path, f"{NEW}    due: 2026‸\n")[:2] == ["2026", "2026-01"]


class TestKeys:
    def test_missing_fields_are_offered_those_first_that_are_needed(self, tmp_path: Path) -> None:
        offered = items(tmp_path, f"{HEAD}  - id: new\n    kind: fact\n    ‸\n")
        assert [each.label for each in offered[:4]] == ["claim", "speaker", "source", "quote"]
        assert offered[0].detail == "needed"
        assert offered[3].documentation == "The source's own words, short."
        assert "kind" not in [each.label for each in offered]

    def test_the_day_of_a_fact_is_for_facts(self, tmp_path: Path) -> None:
        assert "as_of" in labels(tmp_path, f"{NEW}    ‸\n")
        assert "as_of" not in labels(tmp_path, f"{HEAD}    ‸\n")

    @pytest.mark.parametrize(
        ("before", "label", "after"),
        [
            ("    du‸", "due", "    due: "),
            ("    du‸: x", "due", "    due: x"),
            ("    tag‸", "tags", "    tags: []"),
            ("    qu‸", "quantity", "    quantity: {value: , unit: }"),
            (
                "    upd‸",
                "updates",
                "    updates:\n      - date: 2026-03-01\n        outcome:\n        source: b-2",
            ),
            ("    source: {‸}", "url", "    source: {url: }"),
            ("    source: {‸ title: x}", "url", "    source: {url: ,  title: x}"),
            ("    source: {title: x, ‸}", "url", "    source: {title: x, url: }"),
            ("    source:\n      ‸", "at", "    source:\n      at: "),
        ],
    )
    def test_a_field_is_written_as_its_value_asks(
        self, tmp_path: Path, before: str, label: str, after: str
    ) -> None:
        assert item(tmp_path, f"{NEW}{before}\n", label)[1] == f"{NEW}{after}\n"

    def test_a_passage_has_no_fields_of_a_source(self, tmp_path: Path) -> None:
        assert labels(tmp_path, f"{NEW}    source: {{at: x, ‸}}\n") == ["source"]

    def test_a_field_offers_its_words_where_there_are_snippets(self, tmp_path: Path) -> None:
        text = f"{HEAD}  - id: new\n    ki‸\n"
        kind, _ = item(tmp_path, text, "kind", SNIPPETS)
        assert kind.insert_text_format == types.InsertTextFormat.Snippet
        assert isinstance(kind.text_edit, types.TextEdit)
        assert kind.text_edit.new_text == "kind: ${1|commitment,prediction,fact|}"

    def test_missing_sections_are_offered(self, tmp_path: Path) -> None:
        assert labels(tmp_path, "version: 1\n‸\n")[:2] == ["claims", "timezone"]
        assert item(tmp_path, "version: 1\nsou‸\n", "sources")[1] == (
            "version: 1\nsources:\n  source:\n    url:\n    title:\n    publisher:\n"
            "    published: 2026-03-01\n"
        )


class TestNewParts:
    CLAIM = ("- id: \n    claim:\n    kind:\n    speaker: B\n    due:\n    source: b-2\n").replace(
        "id: ", "id:"
    )

    @pytest.mark.parametrize("line", ["  - ‸", "  -‸", "  ‸", "‸"])
    def test_a_new_claim_follows_the_last_one(self, tmp_path: Path, line: str) -> None:
        _, text = item(tmp_path, f"{HEAD}{line}\n", "new claim")
        assert text == f"{HEAD}  {self.CLAIM}"

    def test_a_new_claim_is_a_snippet_for_who_knows_such(self, tmp_path: Path) -> None:
        claim, _ = item(tmp_path, f"{HEAD}  - ‸\n", "new claim", SNIPPETS)
        assert isinstance(claim.text_edit, types.TextEdit)
        assert claim.text_edit.new_text == (
            "id: ${1}\n  claim: ${2}\n  kind: ${3|commitment,prediction,fact|}\n"
            "  speaker: ${4:B}\n  due: ${5}\n  source: ${6:b-2}"
        )
        assert claim.insert_text_mode == types.InsertTextMode.AdjustIndentation

    def test_a_word_to_choose_is_a_hole_for_who_passes_over_choices(self, tmp_path: Path) -> None:
        client = SNIPPETS._replace(choices=False)
        claim, _ = item(tmp_path, f"{HEAD}  - ‸\n", "new claim", client)
        assert isinstance(claim.text_edit, types.TextEdit)
        assert "  kind: ${3}\n  speaker: ${4:B}\n" in claim.text_edit.new_text

    def test_a_new_claim_cites_no_source_that_is_unknown(self, tmp_path: Path) -> None:
        text = HEAD.replace("source: b-2", "source: c-3")
        assert item(tmp_path, f"{text}  - ‸\n", "new claim")[1].endswith("source: b-2\n")

    def test_who_has_only_lines_gets_nothing_of_several(self, tmp_path: Path) -> None:
        for text in (f"{HEAD}  - ‸\n", f"{NEW}    ‸\n", "‸\n", f"{NEW}    updates:\n      - ‸\n"):
            offered = items(tmp_path, text, IN_A_LINE)
            assert offered
            for each in offered:
                assert isinstance(each.text_edit, types.TextEdit)
                assert "\n" not in each.text_edit.new_text
                assert not each.label.startswith("new ")

    def test_a_default_is_not_said_again(self, tmp_path: Path) -> None:
        text = HEAD.replace("sources:", "defaults: {source: a-1, kind: fact}\nsources:", 1)
        _, new = item(tmp_path, f"{text}  - ‸\n", "new claim")
        assert new.endswith("  - id:\n    claim:\n    speaker: B\n    due:\n")

    def test_a_new_update_has_the_outcomes_of_its_claim(self, tmp_path: Path) -> None:
        text = f"{NEW}    updates:\n      - ‸\n"
        update, _ = item(tmp_path, text, "new update", SNIPPETS)
        assert isinstance(update.text_edit, types.TextEdit)
        assert "outcome: ${2|confirmed,partly-confirmed,refuted," in update.text_edit.new_text
        assert item(tmp_path, text, "new update")[1] == (
            f"{NEW}    updates:\n      - date: 2026-03-01\n        outcome:\n        source: b-2\n"
        )

    def test_a_new_source_is_in_the_style_of_the_last(self, tmp_path: Path) -> None:
        text = HEAD.replace("places:", "  ‸\nplaces:", 1)
        assert "\n  source:\n    url:\n    title:\n" in item(tmp_path, text, "new source")[1]
        in_braces = text.replace("  b-2:\n    url: https://example.org/b\n", "").replace(
            "    publisher: Daily News\n    published: 2026-02-20\n", ""
        )
        braces = "\n  source: {url: , title: , publisher: , published: 2026-03-01}\n"
        assert braces in item(tmp_path, in_braces, "new source")[1]

    def test_a_new_place_has_a_key_that_is_free(self, tmp_path: Path) -> None:
        text = HEAD.replace("  x: {", "  place: {").replace("\nclaims:", "\n  ‸\nclaims:", 1)
        new = item(tmp_path, text, "new place")[1]
        assert "\n  place-2: {name: , region: , country: }\n" in new

    def test_line_ends_and_lists_are_those_of_the_file(self, tmp_path: Path) -> None:
        text = "version: 1\r\nclaims:\r\n- id: a\r\n  kind: fact\r\n  upd‸\r\n"
        assert item(tmp_path, text, "updates")[1].endswith(
            "  updates:\r\n  - date: 2026-03-01\r\n    outcome:\r\n    source:\r\n"
        )


BLOCK = f"""\
{HEAD}
  # a comment
  - id: three
    claim: >-
      The base
      closes.

      And more: yes.
    speaker: 'O''Brien'
    role: وزیر دفاع  # as said
    quantity: {{value: 25, unit: US troops,
      approximate: true}}
    source:
      - a-1
      - {{source: b-2, at: page 3}}
    places: [x]
    tags:
    - works
    - 🌉 two
    note: |
      Text
        deeper: x
    updates:
      - date: 2026-01-12
        outcome: kept
        source: a-1
      -   date: 2026-02-01
          note: plain text
            that goes on
          source: {{url: https://example.org/c,
                   title: C}}

  - {{id: four, claim: It rains., kind: fact, speaker: B, source: [a-1], tags: [works, y]}}
"""
BRACKETS = """\
{
  "version": 1,
  "sources": {"a": {"url": "https://example.org/a", "published": "2026-01-10"}},
  "claims": [
    {"id": "one", "claim": "It, closes: now.", "kind": "commitment",
     "speaker": "A", "source": "a", "tags": ["x", "y"],
     "updates": [{"date": "2026-01-12", "outcome": "kept", "source": ["a"]}]
    }
  ]
}
"""


def half_written() -> Iterator[str]:
    """Yield texts with a cursor: at the end of what is typed of a line, and on a line of its own.

    Below it the file is there, or it is not.
    """
    lines = BLOCK.split("\n")
    for number, line in enumerate(lines):
        above, below = "\n".join(lines[:number]), "\n".join(lines[number + 1 :])
        for column in range(0, len(line) + 1, 2):
            yield f"{above}\n{line[:column]}{CURSOR}\n{below}"
            yield f"{above}\n{line[:column]}{CURSOR}"
        for column in range(0, 12, 2):
            yield f"{above}\n{' ' * column}{CURSOR}\n{line}\n{below}"
            yield f"{above}\n{' ' * column}- {CURSOR}"


def faults(text: str) -> int:
    return len(read("claims.yaml", text.encode()).problems)


def assert_no_new_fault(editor: Editor, text: str, at: types.Position) -> None:
    """Whether a text has no more faults of syntax when what is offered is taken."""
    params = types.CompletionParams(types.TextDocumentIdentifier(editor.uri), at)
    result = completion(editor.view, params)
    before = faults(text) if result is not None else 0
    for each in result.items[:6] if result is not None else ():
        edit = each.text_edit
        assert isinstance(edit, types.TextEdit)
        assert edit.range.start.line == edit.range.end.line == at.line
        assert edit.range.start.character <= at.character <= edit.range.end.character
        assert faults(applied(text, [edit])) <= before, (at, each)


@pytest.mark.slow
def test_what_is_taken_is_no_fault_of_syntax(tmp_path: Path) -> None:
    for text in list(half_written())[::11]:
        editor = Editor(tmp_path, {"data/claims.yaml": text})
        assert_no_new_fault(editor, text.replace(CURSOR, ""), editor.cursor)


@pytest.mark.slow
@pytest.mark.parametrize("text", [BLOCK, BLOCK.replace("\n", "\r\n"), BRACKETS])
def test_at_no_position_of_a_file_a_fault_is_offered(tmp_path: Path, text: str) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": text})
    for number, line in enumerate(text.split("\n")):
        for column in range(0, len(line.rstrip("\r")) + 1, 3):
            rest = line[column:].lstrip("abcdefghijklmnopqrstuvwxyz_")
            if not rest.startswith((":", '":')):  # else another name is given to what is there
                units = len(line[:column].encode("utf-16-le")) // 2
                assert_no_new_fault(editor, text, types.Position(number, units))


@pytest.mark.parametrize(
    "text", ["", "\n", "- a\n", "text", "\t- x: [", "claims: [{", "a: b: c\n'"]
)
def test_no_text_is_too_odd(tmp_path: Path, text: str) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": f"{text}‸", "b.yaml": "claims: []\n"})
    params = types.CompletionParams(types.TextDocumentIdentifier(editor.uri), editor.cursor)
    if editor.workspace.snapshot(editor.uri) is not None:
        completion(editor.view, params)
        completion(editor.view, types.CompletionParams(params.text_document, types.Position(99, 9)))
