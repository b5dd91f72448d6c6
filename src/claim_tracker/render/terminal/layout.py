"""The layout of text for a terminal: widths, wrapping, rows of tables, colours and links.

It is done here, on plain strings: rich's own tables measure every cell several times,
which for ten thousand claims takes seconds. Widths of characters, wrapping and styles are
rich's.
"""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from unicodedata import category

from claim_tracker.text.display import indentation, one_line

if TYPE_CHECKING:
    from rich.style import Style

_Signs = TypeVar("_Signs", bound=Mapping[Any, str])
GAP = 2
"""Spaces between two columns."""
NO_BREAK = "\u00a0"
"""The space at which no line ends."""
_RUNS = re.compile(rf"([^\S{NO_BREAK}]*)([\S{NO_BREAK}]+)")
"""What no-break spaces join, after the spaces before it."""
_WORDS = re.compile(r"(\s*)(\S+)")
_GAP = " " * GAP
_MAY_STAND_BESIDE = re.compile("[\u0903-\u1cf7\ua823-\uabec\U00011000-\U00011fff]")
"""The scripts that have marks with a cell of their own (category Mc)."""


class Layout(NamedTuple):
    """How text is laid out: `width` in terminal cells, None where no line is wrapped.

    `encoding` is that of the output, which may not have every character.
    """

    width: int | None = None
    color: bool = False
    encoding: str = "utf-8"

    def choose_signs(self, signs: _Signs, plain: _Signs) -> _Signs:
        """Return the signs where the encoding of the output has all of them, else plain ones."""
        try:
            "".join(signs.values()).encode(self.encoding)
        except UnicodeEncodeError:
            return plain
        return signs

    def paint(self, text: str, style: str) -> str:
        """Return the text in a style of rich (`bold red`), where there is colour."""
        if not self.color or not style or not text:
            return text
        from rich.color import ColorSystem

        return _style(style).render(text, color_system=ColorSystem.STANDARD)

    def link(self, text: str, url: str) -> str:
        """Return the text as a link (OSC 8), where there is colour."""
        if not self.color:
            return text
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\"

    def paragraph(self, text: str, indent: int = 0, style: str = "") -> list[str]:
        """Return the text in lines that fit, each but the first indented by so many spaces.

        Lines of the text begin a line, and keep their own indentation where there is room. Each
        is in the style.
        """
        width = None if self.width is None else self.width - indent
        lines = [line for part in text.split("\n") for line in _wrap_indented(part, width)]
        lines[1:] = [" " * indent + line if line else "" for line in lines[1:]]
        return [self.paint(line, style) for line in lines] if style else lines

    def indented(self, text: str, indent: int, style: str = "") -> list[str]:
        """Return the text in lines that fit, all of them indented by so many spaces."""
        first, *rest = self.paragraph(text, indent)
        return [self.paint(line, style) for line in (" " * indent + first, *rest)]

    def url_lines(self, url: str, indent: int) -> Iterator[str]:
        """Yield an address in indented lines that fit, each a link to it."""
        for line in self.indented(one_line(url), indent):
            text = line.lstrip()
            yield " " * (len(line) - len(text)) + self.link(text, url)

    def labelled(self, label: str, lines: Sequence[str], indent: int) -> list[str]:
        """Return lines of a text with its label before them, or above where it is too long.

        All lines but the first are indented already, by so many spaces.
        """
        first, *rest = lines
        room = indent - cell_len(label)
        if room > 0:
            return [label + " " * room + first, *rest]
        return [*self.paragraph(label), " " * indent + first, *rest]

    def paint_wrapped(self, lines: Sequence[str], parts: Sequence[tuple[str, str]]) -> list[str]:
        """Return lines into which texts were wrapped one after the other, each in its style.

        `parts` are the texts with their styles; lines and texts may differ in their spaces.
        """
        if not self.color:
            return list(lines)
        runs = ((style, sum(_ink(text) for text, _ in run)) for style, run in _by_style(parts))
        style, left = next(runs, ("", 0))
        painted = []
        for line in lines:
            shown, rest = _indent(line)
            while _ink(rest) > left:
                end = _end_of(rest, left)
                spaces, after = _indent(rest[end:])
                shown += self.paint(rest[:end], style) + spaces
                rest = after
                style, left = next(runs, ("", len(rest)))
            painted.append(shown + self.paint(rest, style))
            left -= _ink(rest)
        return painted

    def column(self, texts: Collection[str], styles: Iterable[str]) -> Iterator[str]:
        """Yield the texts of a column in their styles, each with the spaces up to the next column.

        It is as wide as the widest of them.
        """
        widths = _widths(texts)
        full = max(widths, default=0) + GAP
        for text, style, width in zip(texts, styles, widths, strict=False):
            yield self.paint(text, style) + " " * (full - width)

    def row(
        self,
        cells: Sequence[str],
        widths: Sequence[int],
        styles: Sequence[str],
        right: Container[int] = (),
    ) -> Iterator[str]:
        """Yield the lines of one row of a table; each cell is wrapped to the width of its column.

        The columns whose numbers are in `right` are aligned on the right.
        """
        lines: Iterable[Sequence[str]] = (cells,)
        if self.width is not None:
            lines = zip_longest(*map(wrap, cells, widths), fillvalue="")
        for texts in lines:
            line = ""
            for number, text in enumerate(texts):
                is_last = number == len(widths) - 1 and number not in right
                room = "" if is_last else " " * (widths[number] - cell_len(text))
                painted = self.paint(text, styles[number]) if self.color else text
                line += f"{room}{painted}{_GAP}" if number in right else f"{painted}{room}{_GAP}"
            yield line.rstrip(" ")


def cell_len(text: str) -> int:
    """Return how many cells a text takes on one line.

    They are as rich counts them, but for the vowels of Indian and other scripts that stand beside
    their letter: most terminals give these a cell, and rich, from 14.3 on, does not.
    """
    return len(text) if text.isascii() and text.isprintable() else _cells_of(text)


@lru_cache(maxsize=4096)
def _cells_of(text: str) -> int:
    from rich.cells import cell_len as cells_of

    if _MAY_STAND_BESIDE.search(text) is None:
        return cells_of(text)
    others = "".join(letter for letter in text if category(letter) != "Mc")
    return cells_of(others) + len(text) - len(others)


def widest(texts: Collection[str]) -> int:
    """Return the cells that the widest of some texts takes."""
    return max(_widths(texts))


def _widths(texts: Collection[str]) -> list[int]:
    """Return the cells that each of some texts takes; whether all are plain is asked once."""
    joined = "".join(texts)
    plain = joined.isascii() and joined.isprintable()
    return list(map(len if plain else cell_len, texts))


def _wrap_indented(line: str, width: int | None) -> list[str]:
    """Return a line in lines of at most `width` cells that are all indented as it is."""
    lead = indentation(line)
    if width is None or not lead:
        return wrap(line, width)
    lead = lead[: max(width // 2, 0)]
    return [lead + part for part in wrap(line.strip(), width - len(lead))]


def wrap(text: str, width: int | None) -> list[str]:
    """Return the text in lines of at most `width` cells, broken at spaces. Never empty.

    Spaces within a line are as many as the text has there, as a name of a file may have several.
    What no-break spaces join is parted where it is longer than a line. A word that is longer is
    broken after a hyphen where it has one, or else anywhere.
    """
    if width is None or cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for gap, word in _split_words(text, width):
        longer = f"{line}{gap}{word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def _split_words(text: str, width: int) -> Iterator[tuple[str, str]]:
    """Yield the spaces before each word of a text, and the word.

    Words that no-break spaces join are one where that fits.
    """
    for before, run in _RUNS.findall(text.strip()):
        fits = cell_len(run) <= width
        for gap, word in ((before, run),) if fits else _WORDS.findall(before + run):
            yield " " * len(gap), word


def _broken(word: str, width: int) -> list[str]:
    """Return one word in pieces that each fit the width."""
    pieces = [""]
    for part in re.split("(?<=-)", word):
        if cell_len(pieces[-1] + part) <= width:
            pieces[-1] += part
        else:
            pieces += _chop(part, max(width, 2))
    return pieces if pieces[0] else pieces[1:]


def _chop(word: str, width: int) -> list[str]:
    """Return a word in pieces of at most so many cells, with no letter in two of them.

    Only a letter that is wider, by many marks on it, is parted.
    """
    from claim_tracker.text.clusters import clusters

    pieces, room = [""], width
    for letter in clusters(word):
        for part in (letter,) if cell_len(letter) <= width else letter:
            cells = cell_len(part)
            if cells > room:
                pieces.append("")
                room = width
            pieces[-1] += part
            room -= cells
    return [piece for piece in pieces if piece]


def fit(natural: Sequence[int], least: Sequence[int], width: int | None) -> list[int]:
    """Return column widths that fit `width` with the gaps between them, where possible.

    Each is between its `least` and its `natural` width; the columns with most room to give
    are narrowed first. All in cells; `width` None keeps the natural widths.
    """
    widths = list(natural)
    if width is None:
        return widths
    while sum(widths) + GAP * (len(widths) - 1) > width:
        room = [have - need for have, need in zip(widths, least, strict=True)]
        roomiest = max(range(len(widths)), key=lambda index: (room[index], widths[index]))
        if room[roomiest] <= 0:
            break
        widths[roomiest] -= 1
    return widths


def clip_cells(text: str, cells: int, mark: str = "…") -> str:
    """Return a text that takes at most so many cells, with a mark at its end where it was cut."""
    if cell_len(text) <= cells:
        return text
    from claim_tracker.text.clusters import clusters

    kept, room = "", cells - len(mark)
    for letter in clusters(text):
        room -= cell_len(letter)
        if room < 0:
            break
        kept += letter
    return kept.rstrip() + mark[: max(cells, 0)]


def clip_lines(lines: Sequence[str], most: int, width: int, mark: str = "…") -> list[str]:
    """Return a wrapped text in at most so many lines, with a mark at its end where it was cut."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], clip_cells(" ".join(lines[most - 1 :]), width, mark)]


def _by_style(parts: Sequence[tuple[str, str]]) -> Iterable[tuple[str, Iterable[tuple[str, str]]]]:
    return groupby((part for part in parts if _ink(part[0])), key=itemgetter(1))


def _indent(text: str) -> tuple[str, str]:
    """Return the spaces at the start of a text, and what is after them."""
    rest = text.lstrip()
    return text[: len(text) - len(rest)], rest


def _ink(text: str) -> int:
    """Return how many characters of a text are no spaces."""
    return len("".join(text.split()))


def _end_of(text: str, inked: int) -> int:
    """Return where so many characters that are no spaces end."""
    ends = (match.end() for match in re.finditer(r"\S", text))
    return next(islice(ends, inked - 1, None), 0) if inked else 0


@lru_cache(maxsize=64)
def _style(style: str) -> "Style":
    from rich.style import Style

    return Style.parse(style)
