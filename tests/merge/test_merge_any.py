"""Whatever two people do to a file, the merge has both, or says where they differ."""

from dataclasses import replace
from functools import reduce
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.merge import Merged, merge_versions
from claim_tracker.merge.pieces import Markers
from claim_tracker.yaml import read
from tests.merge.strategies import Data, Edit, Manner, edits, files, manners, written


def merged(base: str, ours: str, theirs: str) -> Merged:
    """The merge of three texts, which is possible."""
    found = merge_versions(base.encode(), ours.encode(), theirs.encode(), Markers())
    assert isinstance(found, Merged), found
    return found


def data_of(text: str) -> Data:
    """The data of a text that can be read, without what is empty."""
    document = read("claims.yaml", text.encode())
    assert not document.problems, text
    return without_order(document.root)


def without_order(root: Any) -> Data:
    """The data of a file with its claims by their ids, and its lists sorted."""
    claims = {claim["id"]: {**claim} for claim in root.get("claims") or ()}
    for claim in claims.values():
        for name in ("tags", "updates"):
            if name in claim:
                claim[name] = sorted(claim[name] or (), key=repr)
    return {"sources": root.get("sources") or {}, "claims": claims}


def sides(text: str) -> tuple[str, str]:
    """A text with its conflicts as the one and as the other side has them."""
    lines: dict[str, list[str]] = {"<": [], ">": []}
    inside = ""
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<<"):
            inside = "<"
        elif line.startswith("=======") and inside:
            inside = ">"
        elif line.startswith(">>>>>>>"):
            inside = ""
        else:
            for sign in inside or "<>":
                lines[sign].append(line)
    return "".join(lines["<"]), "".join(lines[">"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Data, list[Edit], list[Edit], Manner, Manner]:
    """A file, what each of two people does to it, and how each writes it."""
    data = draw(files())
    ours, theirs = draw(edits(data, "A")), draw(edits(data, "B"))
    manner = draw(manners)
    return data, ours, theirs, manner, draw(st.one_of(st.just(manner), manners))


def after(data: Data, done: list[Edit]) -> Data:
    return reduce(lambda so_far, edit: edit.on(so_far), done, data)


@settings(max_examples=50)
@given(pairs())
def test_both_edits_are_in_the_merge_or_in_conflict(
    pair: tuple[Data, list[Edit], list[Edit], Manner, Manner],
) -> None:
    data, ours, theirs, manner, other = pair
    other = replace(other, commented=manner.commented, spaced=manner.spaced)
    base = written(data, manner)
    own, their = written(after(data, ours), manner), written(after(data, theirs), other)
    found = merged(base, own, their)
    first, second = sides(found.text)
    one, two = data_of(first), data_of(second)
    assert (one != two) <= bool(found.conflicts)
    if not any(edit.meets(each) for edit in ours for each in theirs):
        assert not found.conflicts, found.text
        assert one == without_order(after(after(data, ours), theirs))
    back = merged(base, their, own)
    if not found.conflicts:
        assert not back.conflicts
        assert data_of(back.text) == one
    assert len(back.conflicts) == len(found.conflicts)
    if manner.end == "\r\n":
        assert found.text.count("\n") == found.text.count("\r\n")


@settings(max_examples=50)
@given(files(), manners, st.data())
def test_what_one_side_did_is_the_merge(data: Data, manner: Manner, drawn: st.DataObject) -> None:
    base = written(data, manner)
    own = written(after(data, drawn.draw(edits(data, "A"))), manner)
    assert merged(base, own, own).text == own
    assert merged(base, own, base).text == own
    assert merged(base, base, own).text == own
