"""An update or a claim is put into a file, and every other byte is kept."""

import re
from textwrap import dedent

import pytest

from claim_tracker.edit.insert import Additions, with_additions
from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.yaml import Document, read

IN_BLOCK = {
    "after the last": """
        claims:
          - id: a
            updates:
              - date: 1
        «      - date: 2
                note: n
        »""",
    "before what follows the list": """
        claims:
          - id: a
            updates:
              - date: 1
                note: x
        «      - date: 2
                note: n
        »    kind: x
          - id: b
        """,
    "in the order of the dates": """
        claims:
          - id: a
            updates:
              # of 1
              - date: 1
                # of 1 as well
        «      - date: 2
                note: n
        »      # of 3
              - date: 3
        """,
    "before the first": """
        claims:
          - id: a
            updates:   # all
        «      - date: 2
                note: n
        »      # of 3
              - date: 3
        """,
    "with empty lines between, as the others": """
        claims:
          - id: a
            updates:
              - date: 1


              - date: 1
        «

              - date: 2
                note: n
        »
          - id: b
        """,
    "with empty lines below": """
        claims:
          - id: a
            updates:
        «      - date: 2
                note: n

        »      - date: 3

              - date: 3
        """,
    "above the comments that are not of the last": """
        claims:
          - id: a   # a
            updates:   # b
              - date: 1   # c
                # d
        «      - date: 2
                note: n
        »      # e

            # f
          # g
          - id: b
        """,
    "with dashes below the key": """
        claims:
        - id: a
          updates:
          - date: 1
        «  - date: 2
            note: n
        »  kind: x
        """,
    "with wide dashes": """
        claims:
          -   id: a
              updates:
                  -   date: 1
        «          -   date: 2
                      note: n
        »""",
    "below a comment that a tab indents": """
        claims:
        - id: a
          updates:
          - date: 1
          \t# of 1
        «  - date: 2
            note: n
        »- id: b
        """,
    "with dashes that stand alone": """
        claims:
          -
            id: a
            updates:
              -

                date: 1
        «      - date: 2
                note: n
        »""",
    "with names in quotes and questions": """
        ? "claims"
        :
          - 'id': "a"
            ? updates
            :
              - "date": '1'
        «      - date: 2
                note: n
        »
        """,
    "after a folded text": """
        claims:
          - id: a
            updates:
              - date: 1
                note: >-
                  x

                  y
        «      - date: 2
                note: n
        »

          - id: b
        """,
    "after a text that keeps its empty lines": """
        claims:
          - id: a
            updates:
              - date: 1
                note: |+
                  x


        «      - date: 2
                note: n
        »  - id: b
        """,
    "after a text over lines": """
        claims:
          - id: a
            updates:
              - note: x
                  y
                date:
                  "1"
        «      - date: 2
                note: n
        »
        # end
        """,
    "before the end of the document": """
        %YAML 1.1
        --- # begin
        claims:
          - id: a
            updates:
              - date: 1
        «      - date: 2
                note: n
        »...
        # end
        """,
    "in flow style, as its neighbour": """
        claims:
        - id: a
          updates:
          -   {date: 1}   # c
        «  -   {date: 2, note: n}
        »- id: b
        """,
    "where there is no list": """
        claims:
          - id: a   # a
            # b
        «    updates:
              - date: 2
                note: n
        »
          # c
          - id: b
        """,
    "where there is no list, as the claims": """
        claims:
        -  id: a
        «   updates:
           -  date: 2
              note: n
        »# c
        places: {}
        """,
    "where there is no list, as that of another claim": """
        claims:
        - id: a
        «  updates:
              -  date: 2
                 note: n
        »- id: b
          updates:
              -  date: 1.
        """,
    "where the list is empty": """
        claims:
          - id: a
            updates:⟦  []⟧   # none
        «      - date: 2
                note: n
        »    kind: x
        """,
    "where nothing is written": """
        claims:
          - id: a
            updates:   # none
        «      - date: 2
                note: n
        »      # c
            kind: x
        """,
    "where null is written": """
        claims:
          - id: a
            updates:⟦ ~⟧
        «      - date: 2
                note: n
        »
        """,
}
IN_FLOW = {
    "after the last": "claims:\n  - id: a\n    updates: [{date: 1}«, {date: 2, note: n}»]   # c\n",
    "before the comma at the end": """
        claims:
          - id: a
            updates: [ {date: 1},« {date: 2, note: n},» ]
        """,
    "before the first": """
        claims:
          - id: a
            updates: [«{date: 2, note: n}, »{date: 3}]
        """,
    "in the order of the dates": """
        claims:
          - id: a
            updates: [{date: 1},« {date: 2, note: n},» {date: 3}]
        """,
    "on a line of its own": """
        claims:
          - id: a
            updates: [
              {date: 1}«,»   # of 1, only
        «      {date: 2, note: n}
        »    ]
        """,
    "on a line of its own, with a comma at the end": """
        claims:
          - id: a
            updates: [
              {date: 1},   # of 1, only
        «      {date: 2, note: n},
        »      # end
            ]
        """,
    "on a line of its own, before others": """
        claims:
          - id: a
            updates: [
        «      {date: 2, note: n},
        »      {date: 3},
              {date: 3}]
        """,
    "on a line of its own, between others": """
        claims:
          - id: a
            updates:
              [
                {date: 1},   # of 1
        «        {date: 2, note: n},
        »        # of 3
                {date: 3}
              ]
        """,
    "on a line of its own, before a bracket": """
        claims: [
          {id: a, updates: [
            {date: 1}«,
            {date: 2, note: n}»]}]
        """,
    "into an empty list": "{version: 1, claims: [{id: a, updates: [«{date: 2, note: n}» ]}]}\n",
    "into an empty list over lines": """
        claims:
          - {id: a, updates: [   # none
              «{date: 2, note: n}»]}
        """,
    "into an empty value": "{version: 1, claims: [{id: a, updates: «[{date: 2, note: n}]»}]}\n",
    "in the place of null": "claims: [{id: a, updates: ⟦null⟧«[{date: 2, note: n}]», kind: x}]\n",
    "as a new field": "claims:\n  - {id: a, kind: x«, updates: [{date: 2, note: n}]»}\n",
    "as a new field on a line of its own": """
        claims:
          - {
              id: a,
              kind: x«,»   # y
        «      updates: [{date: 2, note: n}]
        »    }
        """,
    "in JSON": """
        {
          "claims": [
            {
              "id": "a"«,
              "updates": [{"date": "2", "note": "n"}]»
            }
          ]
        }
        """,
    "in JSON, after another": """
        {"claims": [{"id": "a", "updates": [{"date": "1"}«, {"date": "2", "note": "n"}»]}]}
        """,
}


def before(marked: str) -> str:
    """The text without what is put in, between `«»`; it goes for what is between `⟦⟧`."""
    return re.sub("«[^»]*»", "", marked).translate(dict.fromkeys(map(ord, "⟦⟧")))


def after(marked: str) -> str:
    return re.sub("⟦[^⟧]*⟧", "", marked).translate(dict.fromkeys(map(ord, "«»")))


def updated(text: str) -> str | None:
    """The text with an update of the date 2 for the first claim, after those of the date 1."""
    position = len(re.findall("date\\W+1\\b(?!\\.)", text))
    return written(
        with_additions(read("", text.encode()), update(0, position, {"date": "2", "note": "n"}))
    )


def update(claim: int, position: int, fields: Fields) -> Additions:
    return Additions(updates={claim: [(position, fields)]})


def written(document: Document | None) -> str | None:
    return document.text.written if document is not None else None


def plain(marked: str) -> str:
    """A case without the indentation that it has in the table."""
    lines = marked.split("\n")
    return marked if lines[0] else dedent(marked).removeprefix("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "marked",
    [pytest.param(text, id=name) for group in (IN_BLOCK, IN_FLOW) for name, text in group.items()],
)
def test_an_update_goes_where_its_neighbours_are(marked: str, end: str) -> None:
    text = plain(marked).replace("\n", end)
    assert updated(before(text)) == after(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_end_of_the_last_line_stays_as_it_is(end: str) -> None:
    old = "claims:\n  - id: a\n    updates:\n      - date: 1"
    line = end or "\n"
    assert updated(f"{old}{end}") == f"{old}{line}      - date: 2{line}        note: n{end}"


@pytest.mark.parametrize("claim", [1, 2])
def test_an_update_is_of_the_claim_that_is_named(claim: int) -> None:
    claims = [f"  - id: {name}\n" for name in "abc"]
    new = [*claims[: claim + 1], "    updates:\n      - date: 2\n", *claims[claim + 1 :]]
    old = read("", f"claims:\n{''.join(claims)}".encode())
    text = written(with_additions(old, update(claim, 0, {"date": "2"})))
    assert text == f"claims:\n{''.join(new)}"


CLAIMS = {
    "after the last": """
        claims:
          - id: a
            updates: []
        «  - id: b
            kind: fact
        »  # end
        places: {}
        """,
    "with an empty line, as the others": """
        claims:
          - id: a   # a
            # of a

          # of b
          - id: b
        «
          - id: b
            kind: fact
        »
        # end
        """,
    "with an empty line, as the sections": """
        version: 1

        # all
        claims:
        - id: a
        «
        - id: b
          kind: fact
        »""",
    "into an empty list": """
        claims:⟦ []⟧   # none
        «  - id: b
            kind: fact
        »places: {}
        """,
    "in flow style": "{claims: [{id: a}«, {id: b, kind: fact}»]}\n",
    "in flow style, on a line of its own": """
        claims: [
          {id: a},
        «  {id: b, kind: fact},
        »]
        """,
    "into an empty list in flow style": "{claims: [«{id: b, kind: fact}»], version: 1}\n",
    "in JSON": """
        {"claims": [
          {"id": "a"}«,
          {"id": "b", "kind": "fact"}»
        ]}
        """,
}


@pytest.mark.parametrize("marked", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_goes_after_the_others(marked: str) -> None:
    text = plain(marked)
    fields = {"id": "b", "kind": "fact"}
    assert written(with_additions(read("", before(text).encode()), Additions([fields]))) == after(
        text
    )


@pytest.mark.parametrize(
    "text", ["- id: a\n", "id: a\n", "places: x\nclaims: []\n", "places: [x]\n", "claims: {}\n"]
)
def test_what_has_not_the_form_of_claims_gets_nothing(text: str) -> None:
    document = read("", text.encode())
    assert with_additions(document, Additions(places={"e": {"name": "E"}})) is None


@pytest.mark.parametrize(
    "text",
    [
        "claims: [{id: a}",
        "claims: *a",
        "claims: &a []",
        "claims: [{id: a}]\n---\nclaims: []\n",
        "claims: []\nclaims: []\n",
        "# nothing\n",
    ],
)
def test_what_cannot_be_read_gets_nothing(text: str) -> None:
    assert with_additions(read("", text.encode()), Additions([{"id": "b"}])) is None
    assert with_additions(read("", b"\xff" + text.encode()), Additions([{"id": "b"}])) is None
