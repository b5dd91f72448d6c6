"""The fixes of problems: what to write over a value, what to take out, updates in order."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from claim_tracker.text.diagnostic import Edit, Fix, Related, Span
from claim_tracker.text.display import MAX_IN_ADVICE, cut, one_line
from claim_tracker.yaml import Document, Path, Problem, value_at
from claim_tracker.yaml.lines import (
    LINE_END,
    after_comments,
    end_within,
    first_comment,
    indent_of,
    is_comment,
    is_content,
    is_plain,
    split_lines,
)
from claim_tracker.yaml.parsed import ends_with_empty_lines

_DASH = re.compile(r"(?P<indent> *)-(?=[ \t]|$)")
_BEFORE_ITEM = re.compile(r" *-[ \t]+")
_NO_PLAIN_TEXT = ("&", "!", "*", "|", ">")
_OF_SEVERAL = frozenset(("sources", "places", "updates", "source"))
"""What has entries that may lose their key or dash; a claim that does lacks more fields."""
_FLOW_SIGNS = frozenset(",[]{}")
"""The signs that end a plain text in flow style."""


class Yaml(str):
    """What is written as it is, such as a list; a text may only look like one, such as `[sic]`."""

    __slots__ = ()


def fix_of(
    document: Document, problem: Problem, span: Span, related: Sequence[Related]
) -> Fix | None:
    """Return the fix that writes the replacement of a problem, or takes out what is not needed."""
    if problem.code == "E003" and related:
        (path, _, _), *_ = problem.related
        may_be_two = not _OF_SEVERAL.isdisjoint(path[:-2])
        return _without_repeat(document, span, related[0].span, may_be_two=may_be_two)
    if problem.replacement is None:
        return None
    return _written_over(document, problem, span, problem.replacement)


def proposals_of(document: Document, problem: Problem, span: Span) -> tuple[Fix, ...]:
    """Return the fixes that write what may be meant, each of the proposals of a problem."""
    fixes = (_written_over(document, problem, span, text) for text in problem.proposals)
    return tuple(fix for fix in fixes if fix is not None)


def _written_over(document: Document, problem: Problem, span: Span, text: str) -> Fix | None:
    """Return the fix that writes a text over what a problem is about."""
    if problem.span is None and problem.at == "value":
        from claim_tracker.yaml.parser import compose  # libyaml is for what has findings

        value = value_at(document.root, problem.path)
        line = document.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        if isinstance(value, dict | list) and compose(line).root != value:
            return None
    return replacing(document, span, text)


def replacing(document: Document, span: Span, text: str) -> Fix | None:
    """Return the fix that writes `text` over the scalar at a span, in the quotes that it has.

    `Yaml` is written over the quotes too. None where the text needs other quotes, and where the
    scalar is on several lines, or written with escapes, an anchor or a tag.
    """
    if span.line != span.end_line:
        return None
    written = document.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    quote = written[:1] if written.startswith(("'", '"')) else ""
    is_text = not isinstance(text, Yaml)
    if quote:
        inside = written[1:-1]
        both = inside + text if is_text else inside
        if written != f"{quote}{inside}{quote}" or quote in both or "\\" in both:
            return None
        if is_text:
            span = span._replace(column=span.column + 1, end_column=span.end_column - 1)
    elif written.startswith(_NO_PLAIN_TEXT) or " #" in written:
        return None
    if is_text and not quote and _needs_quotes(text, written):
        return None
    message = f"write `{cut(one_line(text), MAX_IN_ADVICE)}`" if text else "take it out"
    return Fix(message, (Edit(span, text),))


def _needs_quotes(text: str, written: str) -> bool:
    """Whether a text cannot be written over a plain one."""
    return not is_plain(text) or not _FLOW_SIGNS & {*text} <= {*written}


def _without_repeat(document: Document, span: Span, first: Span, *, may_be_two: bool) -> Fix | None:
    """Return the fix that takes out a field that says on its line what the first one says.

    None where a field goes on below its line, begins an item, or has others beside it; and where
    others are between the two, and they `may_be_two` entries, the key or dash of one of which is
    lost.
    """
    line, other = (document.lines[each.line - 1] for each in (span, first))
    if line.strip() != other.strip() or span.line == first.line or line[: span.column - 1].strip():
        return None
    if may_be_two and any(map(is_content, document.lines[first.line : span.line - 1])):
        return None
    if _goes_on(document.lines, span.line) or _goes_on(document.lines, first.line):
        return None
    from claim_tracker.yaml.parser import compose  # libyaml is for what has findings

    read = compose(line.strip())
    if read.problems or not read.complete:  # a bracket or a quote is closed below
        return None
    edit = _without_line(document, span.line)
    words = "take the second one out, which says the same"
    return Fix(words, (edit,)) if edit is not None else None


def _without_line(document: Document, number: int) -> Edit | None:
    """Return the edit that takes out a line, from 1, with its end.

    None where the ends of the lines beside it would become one: a carriage return and a line feed.
    """
    line, is_last = document.lines[number - 1], number == len(document.lines)
    ends = ["", *_line_ends(document.text.written)]
    if ends[number - 1] == "\r" and ends[number + 1 :][:1] == ["\n"] and not document.lines[number]:
        return None
    end = (number, len(line) + 1) if is_last else (number + 1, 1)
    return Edit(Span(number, 1, *end), "")


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether what is on a line, from 1, goes on below it."""
    below = (lines[index] for index in range(number, len(lines)))
    return is_within(next(filter(is_content, below), ""), indent_of(lines[number - 1]))


def is_within(line: str, indent: int) -> bool:
    """Whether a line is in a field of this indentation: deeper, or an item of its list."""
    depth = indent_of(line)
    return depth > indent or (depth == indent and _DASH.match(line) is not None)


def without_item(document: Document, path: Path) -> Fix | None:
    """Return the fix that takes the second of two equal items, at a path, out of its list.

    None where it differs from the first, such as by a space, for a list in flow style on several
    lines, and where a comment belongs to the item.
    """
    within, index = path[:-1], int(path[-1])
    items = value_at(document.root, within)
    if items[index] not in items[:index]:
        return None
    before, item = (document.span((*within, each)) for each in (index - 1, index))
    between = document.lines[item.line - 1][before.end_column - 1 : item.column - 1]
    edit: Edit | None = None
    if before.line == item.line == item.end_line and between.strip() == ",":
        edit = Edit(item._replace(column=before.end_column), "")
    elif _is_line_of_item(document, item):
        edit = _without_line(document, item.line)
    if edit is None:
        return None
    return Fix(f"take the second `{cut(one_line(items[index]), MAX_IN_ADVICE)}` out", (edit,))


def _is_line_of_item(document: Document, span: Span) -> bool:
    """Whether the value at a span is an item, on a line of its own, that no comment belongs to."""
    lines, number = document.lines, span.line
    line, above = lines[number - 1], lines[number - 2]
    below = lines[number] if number < len(lines) else ""
    return (
        number == span.end_line
        and _BEFORE_ITEM.fullmatch(line[: span.column - 1]) is not None
        and not line[span.end_column - 1 :].strip()
        and not is_comment(above)
        and not (is_comment(below) and indent_of(below) > indent_of(line))
    )


def in_order(document: Document, path: Path, days: Sequence[date]) -> Fix | None:
    """Return the fix that puts the updates at a path in the order of their days.

    A comment that is indented below an update goes with it, and one directly above its dash.
    None for a list in flow style, and where a comment belongs to no update.
    """
    chunks = _chunks(document, path, len(days))
    if chunks is None:
        return None
    order = sorted(range(len(days)), key=days.__getitem__)
    lines, first, last = document.lines, chunks[0].start, chunks[-1].stop
    moved: list[str] = []
    for slot, index in enumerate(order):
        if slot:
            moved += lines[chunks[slot - 1].stop : chunks[slot].start]
        moved += lines[chunks[index].start : chunks[index].stop]
    ends = _line_ends(document.text.written)[first : last - 1]
    text = "".join(line + end for line, end in zip(moved, [*ends, ""], strict=True))
    if len(split_lines(text)) != len(moved):
        return None
    span = Span(first + 1, 1, last, len(lines[last - 1]) + 1)
    return Fix(f"put the {len(days)} updates in order, the oldest first", (Edit(span, text),))


@lru_cache(maxsize=1)
def _line_ends(text: str) -> list[str]:
    return LINE_END.findall(text)


def _chunks(document: Document, path: Path, count: int) -> list[range] | None:
    """Return the lines, from 0, of each item with its comments; None when they are not its own."""
    lines = document.lines
    found = [_dash(lines, document.span((*path, index))) for index in range(count)]
    dashes = [line for line, _ in found]
    columns = {column for _, column in found}
    if len(columns) > 1 or None in columns or any(one >= other for one, other in pairwise(dashes)):
        return None
    column = columns.pop() or 0
    stops = [*dashes[1:], end_within(lines, dashes[-1] + 1, column)]
    updates = value_at(document.root, path)
    chunks: list[range] = []
    for dash, stop, update in zip(dashes, stops, updates, strict=True):
        start = first_comment(lines, dash, chunks[-1].stop if chunks else 0)
        if chunks and any(line.strip() for line in lines[chunks[-1].stop : start]):
            return None
        chunks.append(range(start, _end_of_item(lines, range(dash, stop), column, update)))
    return chunks


def _dash(lines: Sequence[str], span: Span) -> tuple[int, int | None]:
    """Return the line, from 0, and the column of the dash of an item whose content is at a span."""
    line = span.line - 1
    if not lines[line][: span.column - 1].strip():
        line -= 1
        while line > 0 and not is_content(lines[line]):
            line -= 1
    dash = _DASH.match(lines[line])
    return line, len(dash["indent"]) if dash is not None else None


def _end_of_item(lines: Sequence[str], item: range, column: int, value: Any) -> int:
    """Return the line after an item and the comments below it that are indented as a part of it."""
    end = item.stop
    while end - 1 > item.start and not is_content(lines[end - 1]):
        end -= 1
    end = min(after_comments(lines, end, column), item.stop)
    if ends_with_empty_lines(value):
        while end < item.stop and not lines[end].strip():
            end += 1
    return end
