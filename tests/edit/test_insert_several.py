"""Several insertions at once: the old text stays around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.edit.insert import Additions, with_additions
from claim_tracker.edit.yaml_writer import Value
from claim_tracker.yaml import read
from tests.builders import DATA

NEW: dict[str, Value] = {"id": "new", "claim": "It is so.", "source": {"title": "A report"}}
BLOCK = """\
version: 1
sources:
  a: {title: A}   # the first

# Claims
claims:
- id: one
  claim: One.
  updates:
    - date: 2025-01-01
    # a remark
    - date: 2025-03-01
      note: >-
        Folded
        text.
- id: two
  claim: Two.
"""


def added(text: str, additions: Additions) -> str | None:
    """A text with additions."""
    document = with_additions(read("a.yaml", text.encode()), additions)
    return document.text.written if document is not None else None


def test_each_place_gets_it_in_its_own_way() -> None:
    first = "- id: c0\n  updates: [ # none yet\n  ]\n"
    text = f"claims:\n{first}" + "".join(f"- id: c{n}\n  updates: []\n" for n in range(1, 7))
    updates = {n: [(0, {"date": f"202{n}"})] for n in range(7)}
    written = added(text, Additions(updates=updates)) or ""
    assert "- id: c6\n  updates:\n  - date: 2026\n" in written
    assert "# none yet" in written


def test_everything_goes_where_it_belongs() -> None:
    additions = Additions(
        [NEW],
        {"b": {"title": "B"}},
        {"p": {"name": "P"}},
        {0: [(1, {"date": "2025-02-01"}), (2, {"date": "2025-04-01"})], 1: [(0, {"date": "2026"})]},
    )
    assert (
        added(BLOCK, additions)
        == """\
version: 1
sources:
  a: {title: A}   # the first
  b: {title: B}

places:
  p: {name: P}

# Claims
claims:
- id: one
  claim: One.
  updates:
    - date: 2025-01-01
    - date: 2025-02-01
    # a remark
    - date: 2025-03-01
      note: >-
        Folded
        text.
    - date: 2025-04-01
- id: two
  claim: Two.
  updates:
    - date: 2026
- id: new
  claim: It is so.
  source: {title: A report}
"""
    )


@pytest.mark.parametrize("empty", ["claims: []\n", "claims:\n", "claims: []"])
def test_an_empty_list_gets_its_first_claims(empty: str) -> None:
    text = added(f"version: 1\n{empty}", Additions([NEW, {**NEW, "id": "other"}]))
    assert text is not None
    root = read("a.yaml", text.encode()).root
    assert [claim["id"] for claim in root["claims"]] == ["new", "other"]


def test_an_empty_section_gets_its_first_entry() -> None:
    text = added("version: 1\nsources:\nclaims: []\n", Additions((), {"a": {"title": "A"}}))
    assert text == "version: 1\nsources:\n  a: {title: A}\nclaims: []\n"


def test_line_ends_stay_as_they_are() -> None:
    text = added(BLOCK.replace("\n", "\r\n"), Additions([NEW]))
    assert text is not None
    assert text.count("\n") == text.count("\r\n")


EACH = Additions([{"id": "b"}, {"id": "c"}], {"s": {"title": "S"}}, {"p": {"name": "P"}})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            '{"version": 1, "claims": []}',
            (
                '{"version": 1, "sources": {"s": {"title": "S"}}, "places": {"p": {"name": "P"}},'
                ' "claims": [{"id": "b"}, {"id": "c"}]}'
            ),
        ),
        (
            "sources: {}\nclaims: [{id: a}]\n",
            (
                "sources:\n  s: {title: S}\nplaces:\n  p: {name: P}\n"
                "claims: [{id: a}, {id: b}, {id: c}]\n"
            ),
        ),
        (
            "sources: {q: {title: Q}}\nplaces: {\n}\nclaims: [ ] # none\n",
            (
                "sources: {q: {title: Q}, s: {title: S}}\nplaces: {\np: {name: P}}\n"
                "claims: # none\n  - id: b\n  - id: c\n"
            ),
        ),
    ],
)
def test_each_gets_the_style_of_what_is_there(old: str, new: str) -> None:
    assert added(old, EACH) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: a}", "{id: a, updates: [{date: 1}, {date: 3}]}"),
        ("{id: a, updates: [{date: 2}]}", "{id: a, updates: [{date: 1}, {date: 2}, {date: 3}]}"),
        (
            "id: a\n  updates: []",
            "id: a\n  updates:\n  - date: 1\n  - date: 3",
        ),
        (
            "id: a\n  updates:\n  - date: 2",
            "id: a\n  updates:\n  - date: 1\n  - date: 2\n  - date: 3",
        ),
    ],
)
def test_updates_go_to_several_positions_of_a_history(old: str, new: str) -> None:
    last = int("date" in old)
    additions = Additions(
        updates={0: [(last, {"date": "3"}), (0, {"date": "1"})][:: 1 if last else -1]}
    )
    assert added(f"claims:\n- {old}\n", additions) == f"claims:\n- {new}\n"


SOURCE = Additions((), {"s": {"title": "S"}})
UPDATE = Additions(updates={0: [(0, {"date": "2"})]})
CLAIM = Additions([{"id": "b"}])


@pytest.mark.parametrize(
    ("additions", "old", "new"),
    [
        (
            SOURCE,
            "claims:\n- id: a\n  note: |\n    x",
            "sources:\n  s: {title: S}\nclaims:\n- id: a\n  note: |\n    x",
        ),
        (
            UPDATE,
            "claims:\n- id: a\n- id: b\n  note: >\n    x",
            "claims:\n- id: a\n  updates:\n  - date: 2\n- id: b\n  note: >\n    x",
        ),
        (CLAIM, "claims:\n- note: |\n    x", "claims:\n- note: |\n    x\n- id: b"),
    ],
)
def test_the_last_text_of_a_file_needs_no_line_end(
    additions: Additions, old: str, new: str
) -> None:
    assert added(old, additions) == new


@pytest.mark.parametrize("kept", ["|+\n", "|+\n\n", ">2+\n      x\n", "|+ # c\n      x\n\n"])
@pytest.mark.parametrize(
    ("additions", "old", "new"),
    [
        (CLAIM, "\nclaims:\n- note: {}", "- id: b\n"),
        (CLAIM, "claims:\n- id: c\n\n- id: d\n  note: {}", "- id: b\n"),
        (SOURCE, "sources:\n  q:\n\n  r:\n    title: {}", "  s:\n    title: S\n"),
    ],
)
def test_no_line_gets_into_a_text_that_keeps_empty_lines(
    kept: str, additions: Additions, old: str, new: str
) -> None:
    text = old.format(kept)
    assert added(text, additions) == text + new


def test_a_comment_that_is_indented_stays_in_its_section() -> None:
    section = "sources:\n  q: {title: Q}\n    # of q\n"
    start = f"{section}  s: {{title: S}}\nplaces:\n  p: {{name: P}}\n"
    places = Additions((), SOURCE.sources, {"p": {"name": "P"}})
    assert added(section, places) == start
    assert added(f"{section}# all\nclaims: []\n", places) == f"{start}# all\nclaims: []\n"


def test_the_claims_of_a_key_after_a_question_mark_get_an_update() -> None:
    text = "? claims\n:\n- id: a\n"
    assert added(text, UPDATE) == f"{text}  updates:\n  - date: 2\n"


@pytest.mark.parametrize("text", ["- a\n", "claims: [\n", "sources: {s: {title: T}}\nclaims: []\n"])
def test_a_place_that_is_not_sure_is_left_alone(text: str) -> None:
    assert added(text, EACH) is None


@given(st.lists(st.integers(0, 12), max_size=8), st.integers(0, 3))
def test_the_real_claims_keep_each_line(claims: list[int], count: int) -> None:
    text = DATA.read_text("utf-8")
    old = read("a.yaml", text.encode()).root["claims"]
    updates = {n: [(len(old[n].get("updates") or ()), {"date": "2026-11-01"})] for n in claims}
    new = added(text, Additions([{**NEW, "id": f"n{it}"} for it in range(count)], updates=updates))
    assert new is not None
    lines = iter(new.splitlines())
    assert all(line in lines for line in text.splitlines())
