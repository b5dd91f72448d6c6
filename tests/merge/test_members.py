"""A text is taken for fields and items only where it is written as such."""

from typing import Any

import pytest

from claim_tracker.merge.members import (
    Block,
    Flow,
    Member,
    UnknownStyleError,
    file_member,
    same_text,
)


@pytest.mark.parametrize(
    ("name", "value", "body"),
    [
        ("a", {"b": "c"}, "? a\n: b: c\n"),
        ("a", {"b": "c"}, "a:\n  ? b\n  : c\n"),
        ("a", {"b": "c"}, "a:\n  {b: c}\n"),
        ("a", {"b": "c"}, "a:\n"),
        ("a", {"b": "c"}, "a: {b: c\n"),
        ("a", {"b": "c"}, "a: {b: c, d: e}\n"),
        ("a", "b", "a: b\nc: d\n"),
        ("a", "b", "- b\n"),
        ("a", "b", "a:\n  b: c\n"),
        (None, {"b": "c"}, "b: c\n"),
        (None, ["b", "c"], "- - b\n"),
        (None, "b", "- b\n- c\n"),
    ],
)
def test_another_style_is_not_guessed_at(name: str | None, value: Any, body: str) -> None:
    with pytest.raises(UnknownStyleError):
        _ = Member(name, value, "", body, 0).inner


def test_a_part_of_brackets_is_one_part() -> None:
    with pytest.raises(UnknownStyleError):
        _ = Member(None, "a", "", "a, b", 0, in_flow=True).inner


def test_a_text_of_another_style_is_another_one() -> None:
    one, other = (
        Member("a", {"b": "c"}, "", body, 0) for body in ("a:\n  {b: c}\n", "a:\n  b: c\n")
    )
    assert not same_text(one, other)


def test_a_file_is_all_of_its_text() -> None:
    text = "%YAML 1.2\n---\n# c\n'version': 1\n\"claims\" :\n- id: a\n\n  # d\n# e\n...\n"
    inner = file_member(text, {"version": "1", "claims": [{"id": "a"}]}).inner
    assert isinstance(inner, Block)
    members = "".join(member.lead + member.body for member in inner.members)
    assert inner.head + members + inner.tail == text
    assert inner.tail == "# e\n...\n"
    claims = inner.members[1].inner
    assert isinstance(claims, Block)
    assert [member.body for member in claims.members] == ["- id: a\n\n  # d\n"]


def test_brackets_have_gaps_between_their_parts() -> None:
    inner = Member("a", ["b", "c"], "", "a: [ b, c,]  # d\n", 0).inner
    assert isinstance(inner, Flow)
    assert (inner.head, inner.gaps, inner.tail) == ("a: ", (" ", ", ", ","), "  # d\n")
