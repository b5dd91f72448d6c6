"""An inline source gets a key and moves to `sources`, and every other byte stays."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.edit import Additions, with_additions, with_source_key
from claim_tracker.edit.source_key import key_of_url
from claim_tracker.edit.yaml_writer import block, flow
from claim_tracker.yaml import read

URL = "https://a.org/x"
MOVED = {
    "from flow style to a new section": (
        f"""\
version: 1

claims:
  - id: a
    source: {{url: {URL}, title: T}}  # c
""",
        f"""\
version: 1

sources:
  a: {{url: {URL}, title: T}}

claims:
  - id: a
    source: a  # c
""",
    ),
    "with its comments and texts of several lines": (
        f"""\
sources:
  b:
    url: https://b.org
claims:
- id: a
  source:   # main
    url: {URL}   # addr
    # in it
    title: >-
      of two
      lines
    published: 2025   # year
  # after
  note: n
""",
        f"""\
sources:
  b:
    url: https://b.org
  a:
    url: {URL}   # addr
    # in it
    title: >-
      of two
      lines
    published: 2025   # year
claims:
- id: a
  source: a   # main
  # after
  note: n
""",
    ),
    "from all uses, with what the others say besides": (
        f"""\
defaults:
  source: {{url: {URL}, published: 2025}}
sources: {{b: {{url: https://b.org}}}}
claims:
  - id: a
    source:
      - b
      - url: HTTPS://A.org:443/x
        # of the second
        publisher: P
      -
        url: {URL}
    updates:
      - {{date: 1, source: [{{"url": {URL}}}, b]}}
""",
        f"""\
defaults:
  source: a
sources: {{b: {{url: https://b.org}}, a: {{url: {URL}, published: 2025, publisher: P}}}}
claims:
  - id: a
    source:
      - b
      - a
        # of the second
      - a
    updates:
      - {{date: 1, source: ["a", b]}}
""",
    ),
    "from a mapping over lines": (
        f"""\
sources:

claims:
  - id: a
    source: {{
      url: {URL},  # c
      title: T,
    }}
  - id: b
    source:
      {{url: {URL}, publisher: P}}
""",
        f"""\
sources:
  a: {{
    url: {URL},  # c
    title: T,
    publisher: P,
  }}

claims:
  - id: a
    source: a
  - id: b
    source:
      a
""",
    ),
    "in JSON": (
        f'{{"claims": [{{"id": "a", "source": {{"url": "{URL}"}}}}]}}',
        f'{{"sources": {{"a": {{"url": "{URL}"}}}}, "claims": [{{"id": "a", "source": "a"}}]}}',
    ),
    "to a key that the file has, as far as it says no more": (
        f"""\
sources:
  a: {{url: {URL}, title: T}}
claims:
  - id: a
    source: {{title: T, url: {URL}}}
  - id: b
    source: {{url: {URL}, title: Other}}
  - id: c
    source: {{url: {URL},  # comment
      title: T}}
""",
        f"""\
sources:
  a: {{url: {URL}, title: T}}
claims:
  - id: a
    source: a
  - id: b
    source: {{url: {URL}, title: Other}}
  - id: c
    source: {{url: {URL},  # comment
      title: T}}
""",
    ),
    "beside what is no claim and no update": (
        f"claims:\n- 3\n- updates: [y]\n  source: {{url: {URL}}}\n",
        f"sources:\n  a: {{url: {URL}}}\nclaims:\n- 3\n- updates: [y]\n  source: a\n",
    ),
}
UNMOVED = {
    "no such address": "claims:\n  - source: {url: https://b.org}\n",
    "a key of another source": (
        f"sources: {{a: {{title: T}}}}\nclaims: [{{source: {{url: {URL}}}}}]\n"
    ),
    "other details under the key": (
        f"sources: {{a: {{url: {URL}}}}}\nclaims: [{{source: {{url: {URL}, title: T}}}}]\n"
    ),
    "a fault of syntax": f"claims:\n  - source: {{url: {URL}}}\n  - x: [\n",
    "claims with nothing around them": f"- id: a\n  source: {{url: {URL}}}\n",
    "sources that are a list": f"sources: [x]\nclaims: [{{source: {{url: {URL}}}}}]\n",
    "a source that is a text": f"sources: {{a: x}}\nclaims: [{{source: {{url: {URL}}}}}]\n",
    "no mapping": "claims",
}


@pytest.mark.parametrize(("old", "new"), MOVED.values(), ids=MOVED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_source_moves(old: str, new: str, end: str) -> None:
    document = with_source_key(read("", old.replace("\n", end).encode()), URL, "a")
    assert document is not None
    assert document.text.written == new.replace("\n", end)


@pytest.mark.parametrize("text", UNMOVED.values(), ids=UNMOVED)
def test_what_is_not_sure_does_not_move(text: str) -> None:
    assert with_source_key(read("", text.encode()), URL, "a") is None


ENTRIES = {
    "below the last": (
        "places:\n    a: {name: A}\n    # of a\n# out\nclaims: []\n",
        "places:\n    a: {name: A}\n    # of a\n«    e: {name: E}\n»# out\nclaims: []\n",
    ),
    "as far apart as the others": (
        "places:\n  a:\n    name: A\n\n  # of b\n  b: {}\n\nclaims: []\n",
        "places:\n  a:\n    name: A\n\n  # of b\n  b: {}\n«\n  e: {name: E}\n»\nclaims: []\n",
    ),
    "in a new section": ("claims: []\n", "«places:\n  e: {name: E}\n»claims: []\n"),
    "in a new section at the end": ("version: 1\n", "version: 1\n«places:\n  e: {name: E}\n»"),
    "in null": ("places: ~\nclaims: []\n", "places:\n«  e: {name: E}\n»claims: []\n"),
    "in braces": ("places: {a: {name: A}}\n", "places: {a: {name: A}«, e: {name: E}»}\n"),
}


E = Additions(places={"e": {"name": "E"}})


@pytest.mark.parametrize("marked", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_put_into_a_section(marked: tuple[str, str]) -> None:
    old, new = marked
    document = with_additions(read("", old.encode()), E)
    assert document is not None
    assert document.text.written == new.replace("«", "").replace("»", "")


def test_a_section_in_json_gets_an_entry() -> None:
    document = with_additions(read("", b'{"claims": [], "x": 1}'), E)
    assert document is not None
    assert document.text.written == '{"places": {"e": {"name": "E"}}, "claims": [], "x": 1}'


def test_the_last_text_of_a_file_needs_no_line_end() -> None:
    end = "  note: |\n    x"
    text = f"claims:\n- source: {{url: {URL}}}\n{end}"
    new = with_source_key(read("", text.encode()), URL, "a")
    assert new is not None
    assert new.text.written == f"sources:\n  a: {{url: {URL}}}\nclaims:\n- source: a\n{end}"


@pytest.mark.parametrize("root", [None, "x", [], {}, {"sources": ["x"]}, {"sources": {"x": 3}}])
def test_what_has_no_sources_has_no_key(root: Any) -> None:
    assert key_of_url(root, URL) is None


def test_what_is_no_address_has_no_key() -> None:
    assert key_of_url({"sources": {"a": {"title": "T"}}}, "soon") is None


def test_a_key_is_there_once() -> None:
    assert with_additions(read("", b"places: {e: {name: A}}\n"), E) is None


SOURCES = st.fixed_dictionaries(
    {"url": st.sampled_from([URL, "HTTPS://a.org/x", "https://b.org"])},
    optional={
        "title": st.sampled_from(["T", "a: b", "it's # so", "long " * 30 + "end"]),
        "published": st.sampled_from(["2025", "2025-01-01"]),
    },
)
REFERENCES = st.one_of(
    SOURCES, st.just("k"), st.lists(st.one_of(SOURCES, st.just("k")), min_size=1)
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A file with sources in both styles, some of them with comments."""
    lines = ["version: 1"]
    if draw(st.booleans()):
        lines += draw(
            st.sampled_from([["sources:", "  k: {title: K}"], ["sources: {k: {title: K}}"]])
        )
    lines.append("claims:")
    for number in range(draw(st.integers(1, 3))):
        lines += [f"  - id: c{number}", *_source(draw, draw(REFERENCES))]
    return "\n".join(lines) + "\n"


def _source(draw: st.DrawFn, source: Any) -> list[str]:
    comment = draw(st.sampled_from(["", "  # c", "\n      # below"]))
    if draw(st.booleans()) or isinstance(source, str):
        return [f"    source: {flow(source)}{comment}".replace("below", "behind")]
    if isinstance(source, dict):
        return [f"    source:{comment}", *block(source, 6)]
    items = [block(each, 8) if isinstance(each, dict) else [f"        {each}"] for each in source]
    return [
        "    source:",
        *(f"      -{line[7:]}" if not at else line for it in items for at, line in enumerate(it)),
    ]


@given(texts())
def test_only_sources_of_the_address_change(text: str) -> None:
    old = read("", text.encode())
    new = with_source_key(old, URL, "new")
    if new is None:
        assert "a.org/x" not in text
        return
    for comment in ("# c\n", "# below\n", "# behind\n"):
        assert new.text.written.count(comment) == text.count(comment)
    known = new.root["sources"]["new"]
    for before, after in zip(old.root["claims"], new.root["claims"], strict=True):
        one, other = (
            it if isinstance(it, list) else [it] for it in (before["source"], after["source"])
        )
        for each, now in zip(one, other, strict=True):
            is_moved = now == "new" and each != "new"
            assert is_moved or each == now
            if is_moved:
                assert all(known[name] == it for name, it in each.items() if name != "url")
