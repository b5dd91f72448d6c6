"""The cursors at a position of a file that is half written.

The data may not be readable there, so it is found from the lines: by their indentation, and within
brackets by these.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claim_tracker.lsp.completing.cursor import CLAIM, Cursor, Expected, Fields, TypedWord
from claim_tracker.lsp.completing.flow_cursor import flow_cursor
from claim_tracker.lsp.completing.holder import (
    COMMENT,
    DASH,
    KEY,
    OPENERS,
    Holder,
    Level,
    fields_at,
    holder_of,
    items_at,
    levels_of,
    line_above,
    line_below,
    unquoted,
)
from claim_tracker.lsp.positions import Spot
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Path
from claim_tracker.yaml.field_names import FIELDS_OF
from claim_tracker.yaml.lines import QUOTES, indent_of

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'")
_NO_TEXT = tuple("|>&*!%@`")
_MAX_FLOW_LENGTH = 20_000
_FLOW_LINES_BELOW = 200


def cursors_at(lines: Sequence[str], spot: Spot) -> list[Cursor]:
    """Return what may be written at a position; of several ways the likeliest first."""
    line, at = lines[spot.line - 1], spot.column - 1
    if "\t" in line[: indent_of(line)]:
        return []
    here = _Line(lines, spot.line - 1, at)
    return list(here.cursors())


class _Line:
    """The line of a cursor, which is in front of the character at an index.

    `below` is the next line with content below it, or empty.
    """

    def __init__(self, lines: Sequence[str], number: int, at: int) -> None:
        self.lines, self.number, self.at = lines, number, at
        self.line = lines[number]
        below = line_below(lines, number)
        self.below = lines[below] if below < len(lines) else ""
        self.indent_below = indent_of(self.below)
        self.is_item_below = DASH.match(self.below, self.indent_below) is not None
        self.dashes: list[Level] = []
        start = len(self.line) - len(self.line.lstrip(" "))
        self.lead = ""
        while (dash := DASH.match(self.line, start)) is not None and at > start:
            self.dashes.append(Level(start, 0, "", dash.end()))
            start = dash.end()
            if at < start and not self.line[at:].strip():
                start = max(at, dash.start() + 2)
            if at == dash.start() + 1:
                self.lead, start = " ", dash.start() + 2
                break
        self.start = start if self.line.strip() else at

    def cursors(self) -> Iterator[Cursor]:
        """Yield what may be written there."""
        rest = self.line[self.start :]
        if (self.at < self.start and not self.lead) or rest.startswith("#"):
            return
        if DASH.match(rest) is not None:
            return  # it is in front of a dash
        if self.lead and self.line[self.at :].strip():
            return
        key = KEY.match(self.line, self.start)
        if key is not None and self.at >= key.end("colon"):
            yield from self._value(key)
        elif rest.startswith(OPENERS) and self.at > self.start:
            holder = self._holder()
            if holder is not None:
                opened = holder.flow if holder.flow is not None else (self.number, self.start)
                yield from self._flow(opened, holder, holder.path)
        else:
            yield from self._word(key)

    def _holder(self) -> Holder | None:
        return holder_of(self.lines, self.number, self.start, self.dashes)

    def _value(self, key: re.Match[str]) -> Iterator[Cursor]:
        holder, name = self._holder(), unquoted(key["name"])
        if holder is None:
            return
        path = (*holder.path, name)
        if holder.flow is not None:
            yield from self._flow(holder.flow, holder, holder.path)
            return
        start, rest = key.end(), self.line[key.end() :]
        if rest.startswith(OPENERS):
            if self.at > start:
                yield from self._flow((self.number, start), holder, path)
            return
        lead = "" if self.at > key.end("colon") else " "
        if not rest.strip() or (rest.startswith("#") and self.at < start):
            start, rest = self.at, ""
        elif self.at < start:
            return
        if rest.startswith((*_NO_TEXT, "#")) or self._is_continued():
            return
        word = self._scalar(start)
        if word is not None:
            fields, claim = self._beside(holder)
            yield Cursor(path, "value", word, self.start, lead, fields=fields, claim=claim)

    def _is_continued(self) -> bool:
        """Whether the value goes on below the line."""
        is_item = self.is_item_below and self.indent_below == self.start
        return self.indent_below > self.start or (is_item and not self.dashes)

    def _scalar(self, start: int) -> TypedWord | None:
        """Return the scalar that begins at an index; None where the cursor is not in it.

        One whose quote is not closed ends as without it.
        """
        quote = self.line[start] if self.line.startswith(QUOTES, start) else ""
        quoted = _QUOTED.match(self.line, start)
        if quoted is not None:
            end = last = quoted.end() - 1
            behind = COMMENT.sub("", self.line[quoted.end() :])
        else:
            text, behind = COMMENT.sub("", self.line[start:]), ""
            last = start + len(text)
            end = max(start + len(text.rstrip()), self.at)
        start += len(quote)
        if behind.strip() or not start <= self.at <= last:
            return None
        is_closed = quoted is not None or not quote
        return self._between(start, end)._replace(quote=quote, is_closed=is_closed)

    def _between(self, start: int, end: int) -> TypedWord:
        """Return the word between two indices of the line."""
        span = Span(self.number + 1, start + 1, self.number + 1, end + 1)
        return TypedWord(self.line[start : self.at], span)

    def _word(self, key: re.Match[str] | None) -> Iterator[Cursor]:
        """Yield what a line may begin with."""
        holder = self._holder()
        if holder is not None and holder.flow is not None:
            yield from self._flow(holder.flow, holder, holder.path)
            return
        word = self._scalar(min(self.start, self.at))
        if key is not None:
            quote = key["name"][0] if key["name"][0] in "\"'" else ""
            start, end = key.start("name") + len(quote), key.end("name") - len(quote)
            word = self._between(start, end)._replace(quote=quote, has_colon=True)
            word = word if start <= self.at <= end else None
        if word is None:
            return
        if self.start == 0 and not self.dashes and key is None:
            yield from self._entry(word)
        if holder is not None:
            yield from self._in_block(holder, word)

    def _in_block(self, holder: Holder, word: TypedWord) -> Iterator[Cursor]:
        """Yield what a line in block style may begin with."""
        beside = holder.neighbour
        if self.dashes:
            if self._is_in_list(holder):
                yield from self._item(holder, word)
        elif beside is not None and beside.name == 0:
            if not word.has_colon and self.indent_below <= self.start:
                yield self._made(holder, "item", word, "- ")
            # At the column of its dashes a list may be over.
            around = holder_of(self.lines, self.number, self.start, over_dashes=True)
            if around is not None and self._may_be_key(around, word):
                yield self._made(around, "key", word)
        elif holder.is_below:
            yield from self._below_a_key(holder, word)
        elif self._may_be_key(holder, word):
            yield self._made(holder, "key", word)

    def _item(self, holder: Holder, word: TypedWord) -> Iterator[Cursor]:
        """Yield what may stand behind a dash: a whole item, or the first field of those below."""
        has_key = KEY.match(self.line, self.start) is not None
        indent = self.indent_below
        if indent < self.start or (indent == self.start and has_key):
            yield self._made(holder, "item", word, self.lead)
        elif indent == self.start and not self.is_item_below:
            yield self._made(holder, "key", word)

    def _made(self, holder: Holder, expected: Expected, word: TypedWord, lead: str = "") -> Cursor:
        fields, claim = self._beside(holder) if lead != "- " else ({}, self._beside(holder)[1])
        column = self.dashes[-1].column if self.dashes else self.start
        items = items_at(self.lines, self.number, column) if expected == "item" else ()
        return Cursor(
            holder.path, expected, word, column, lead, fields=fields, claim=claim, items=items
        )

    def _may_be_key(self, holder: Holder, word: TypedWord) -> bool:
        """Whether a line can be a key beside others, and takes nothing that is of the one above."""
        is_beside = holder.neighbour is not None and isinstance(holder.neighbour.name, str)
        if not is_beside and (self.start > 0 or holder.path):
            return False
        indent = self.indent_below
        is_parting = indent > self.start or (indent == self.start and self.is_item_below)
        return word.has_colon or not is_parting

    def _is_in_list(self, holder: Holder) -> bool:
        """Whether the dash is in line with those of a list."""
        if holder.neighbour is not None:
            return True
        key = holder.levels.get(holder.path[: -len(self.dashes) - 1])
        if key is None or key[0] != line_above(self.lines, self.number, ()):
            return False
        indent, dash = self.indent_below, self.dashes[0].column
        return not (self.is_item_below and key[1] < indent != dash)

    def _below_a_key(self, holder: Holder, word: TypedWord) -> Iterator[Cursor]:
        """Yield what may stand first below a key, in line with what is below it already."""
        line, column = holder.levels[holder.path[:-1]]
        if line != line_above(self.lines, self.number, ()):
            return
        indent = self.indent_below
        if indent <= column and not (indent == column and self.is_item_below):
            yield self._made(holder, "key" if word.has_colon else "first", word)
        elif word.has_colon or (indent == self.start and not self.is_item_below):
            yield self._made(holder, "key", word)
        elif indent == self.start:
            yield self._made(replace(holder, path=(*holder.path, 0)), "item", word, "- ")

    def _entry(self, word: TypedWord) -> Iterator[Cursor]:
        """Yield that a new entry of the section around may be written, further to the right."""
        header = line_above(self.lines, self.number, (" ", "-"))
        levels = levels_of(self.lines[header]) if header >= 0 else []
        if not levels or levels[0].name not in FIELDS_OF or levels[0].value.strip():
            return
        below = line_below(self.lines, header)
        column = indent_of(self.lines[below]) if below < len(self.lines) else 0
        if not self.start < column or below >= self.number or self.indent_below > column:
            return
        path: Path = (str(levels[0].name),)
        is_list = path == ("claims",)
        lead = " " * (column - self.start) + ("- " if is_list else "")
        yield Cursor(
            (*path, 0) if is_list else path,
            "item" if is_list else "key",
            word,
            column,
            lead,
        )

    def _beside(self, holder: Holder) -> tuple[Fields, Fields]:
        """Return the fields of the mapping at the cursor, and those of the claim it is in."""
        levels = {holder.path: (self.number, self.start), **holder.levels}
        of_claim = levels.get(CLAIM)
        is_new = (holder.is_below or self.dashes) and self._is_empty()
        fields: Fields = {}
        if not is_new:
            fields = fields_at(self.lines, self.number, self.start, self.number)
        if of_claim is None or holder.path == CLAIM:
            return fields, fields if holder.path == CLAIM else {}
        return fields, fields_at(self.lines, *of_claim, self.number)

    def _is_empty(self) -> bool:
        """Whether nothing below belongs to the mapping that begins on the line."""
        return not self.below or self.indent_below < self.start

    def _stop_of_flow(self, margin: int) -> int:
        """Return the line below the last that may belong to brackets which open on a line."""
        for below in range(self.number + 1, min(self.number + _FLOW_LINES_BELOW, len(self.lines))):
            line = self.lines[below].lstrip(" ")
            is_outside = len(self.lines[below]) - len(line) <= margin
            if line and is_outside and not line.startswith(("}", "]")):
                return below
        return min(self.number + _FLOW_LINES_BELOW, len(self.lines))

    def _flow(self, opened: tuple[int, int], holder: Holder, base: Path) -> Iterator[Cursor]:
        """Yield what may be written within brackets that open on a line, at a column."""
        first, column = opened
        stop = self._stop_of_flow(indent_of(self.lines[first]))
        lines = [self.lines[first][column:], *self.lines[first + 1 : stop]]
        text = "\n".join(lines)
        before = sum(len(line) + 1 for line in lines[: self.number - first])
        line_start = before if self.number > first else -column
        if len(text) > _MAX_FLOW_LENGTH:
            return

        def word(start: int, end: int) -> TypedWord | None:
            """Return what stands between two indices of the text; None on several lines."""
            start, end = start - line_start, end - line_start
            return self._between(start, end) if start >= 0 and end <= len(self.line) else None

        found = flow_cursor(text, line_start + self.at, base, word)
        if found is None:
            return
        claim = found.claim
        if not claim and base[:2] == CLAIM:
            levels = {holder.path: (first, self.start), **holder.levels}
            claim = fields_at(self.lines, *levels[CLAIM], -1) if CLAIM in levels else {}
        yield found._replace(column=indent_of(self.line), claim=claim)
