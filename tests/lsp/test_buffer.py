"""A text that an editor changes part by part."""

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from claim_tracker.lsp.buffer import Buffer
from claim_tracker.lsp.positions import Positions, Spot
from claim_tracker.yaml.lines import split_lines

TEXTS = st.text(st.sampled_from("a🌉ب\r\n\u2028\x0b: "), max_size=12)
ENCODINGS = st.sampled_from(list(types.PositionEncodingKind))


def offset_of(text: str, spot: Spot) -> int:
    """Where a line and a column are in a text."""
    lines = split_lines(text)
    index = 0
    for line in lines[: spot.line - 1]:
        index += len(line)
        index += 2 if text[index : index + 2] == "\r\n" else 1
    return index + spot.column - 1


@given(TEXTS, ENCODINGS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS)))
def test_changes_make_the_text_that_the_editor_has(
    text: str, encoding: types.PositionEncodingKind, changes: list[tuple[int, int, str]]
) -> None:
    buffer = Buffer("file:///a.yaml", 1, text, encoding)
    for one, other, new in changes:
        positions = Positions(split_lines(text), encoding)
        spots = [
            Spot(number, column)
            for number, line in enumerate(positions.lines, start=1)
            for column in range(1, len(line) + 2)
        ]
        start, end = sorted((spots[one % len(spots)], spots[other % len(spots)]))
        old = types.Range(positions.position(start), positions.position(end))
        buffer.change(2, [types.TextDocumentContentChangePartial(old, new)])
        text = text[: offset_of(text, start)] + new + text[offset_of(text, end) :]
        assert buffer.text == text


def test_a_change_without_a_range_is_the_whole_text() -> None:
    buffer = Buffer("file:///a.yaml", 1, "a\n", "utf-16")
    buffer.change(2, [types.TextDocumentContentChangeWholeDocument("b")])
    assert (buffer.text, buffer.version) == ("b", 2)


def test_a_position_behind_the_end_is_the_end() -> None:
    buffer = Buffer("file:///a.yaml", 1, "a\nb", "utf-16")
    end = types.Position(9, 9)
    buffer.change(2, [types.TextDocumentContentChangePartial(types.Range(end, end), "c")])
    assert buffer.text == "a\nbc"


def test_a_range_from_its_end_to_its_start_is_the_same_one() -> None:
    buffer = Buffer("file:///a.yaml", 1, "a\nbcd\ne", "utf-16")
    old = types.Range(types.Position(1, 2), types.Position(0, 1))
    buffer.change(2, [types.TextDocumentContentChangePartial(old, "-")])
    assert buffer.text == "a-d\ne"
