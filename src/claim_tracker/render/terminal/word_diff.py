"""Text with what is gone and what is new marked in it, as lines of a terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from claim_tracker.compare.words import Piece
from claim_tracker.render.terminal.layout import Paper

_MARKS = {"": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
_STYLES = {"": "", "-": "red", "+": "green"}


def marked_lines(pieces: Sequence[Piece], paper: Paper, indent: int, style: str) -> Iterator[str]:
    """The pieces in lines that fit, each but the first indented by so many spaces.

    What is gone or new is in the marks of git's word diff, `[-gone-]{+new+}`, so that it shows
    without colour. `style` is that of the rest.
    """
    text, styles = "", []
    for piece in pieces:
        begin, end = _MARKS[piece.mark]
        shown = f"{begin}{piece.text}{end}"
        text += shown
        inked = sum(not character.isspace() for character in shown)
        styles += [_STYLES[piece.mark] or style] * inked
    used = 0
    for line in paper.paragraph(text, indent):
        bare = line.lstrip()
        inked = sum(not character.isspace() for character in bare)
        yield line[: len(line) - len(bare)] + _painted(bare, styles[used : used + inked], paper)
        used += inked


def _painted(text: str, styles: Sequence[str], paper: Paper) -> str:
    """The text with each of its characters that is no space in its style."""
    rest = iter(styles)
    style = ""
    inked: list[tuple[str, str]] = []
    for character in text:
        if not (inked and character.isspace()):
            style = next(rest, "")
        inked.append((style, character))
    runs = groupby(inked, key=itemgetter(0))
    return "".join(paper.paint("".join(each for _, each in run), style) for style, run in runs)
