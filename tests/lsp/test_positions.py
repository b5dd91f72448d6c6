"""Columns in characters, and in the units of an editor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from claim_tracker.lsp.positions import Positions, Spot
from claim_tracker.text.diagnostic import Span

KINDS = list(types.PositionEncodingKind)


def as_editors_send_it(text: str) -> str:
    """A text in which no half of a pair of surrogates stands beside the other half."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        (types.PositionEncodingKind.Utf8, 10),
        (types.PositionEncodingKind.Utf16, 6),
        (types.PositionEncodingKind.Utf32, 5),
    ],
)
def test_a_column_counts_in_the_units_of_the_editor(
    kind: types.PositionEncodingKind, column: int
) -> None:
    positions = Positions(["می🌉: x"], kind)
    assert positions.range(Span(1, 6, 1, 7)).start == types.Position(0, column)
    assert positions.spot(types.Position(0, column)) == Spot(1, 6)


@given(
    st.text(st.characters(exclude_categories=[]), max_size=20).map(as_editors_send_it),
    st.sampled_from(KINDS),
    st.integers(0, 20),
)
def test_each_position_comes_back(line: str, kind: types.PositionEncodingKind, column: int) -> None:
    positions = Positions([line], kind)
    spot = Spot(1, min(column, len(line)) + 1)
    assert positions.spot(positions.position(spot)) == spot


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_pair_of_surrogates_is_a_character(kind: types.PositionEncodingKind) -> None:
    positions = Positions(["a\ud800b"], kind)
    assert positions.spot(positions.position(Spot(1, 4))) == Spot(1, 4)


class Uncut(str):
    """A line of which no part is looked at."""

    __slots__ = ()

    def __getitem__(self, at: object) -> str:
        raise AssertionError(at)


def test_a_column_of_ascii_needs_no_look_at_what_stands_before_it() -> None:
    line = Uncut("claims: [{id: a}]")
    assert Positions([line]).position(Spot(1, 12)) == types.Position(0, 11)
    assert Positions([line]).position(Spot(1, 99)) == types.Position(0, len(line))


def test_a_position_within_a_character_is_before_it() -> None:
    assert Positions(["a🌉b"]).spot(types.Position(0, 2)) == Spot(1, 2)


def test_a_position_behind_the_line_is_at_its_end() -> None:
    assert Positions(["ab", "🌉"]).spot(types.Position(1, 99)) == Spot(2, 2)
    assert Positions(["ab", "c"]).spot(types.Position(7, 3)) == Spot(2, 2)
    assert Positions([]).spot(types.Position(0, 0)) == Spot(1, 1)
