"""Slips of the hand in a claims file: a file that was right, with one mistake in one place."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from claim_tracker.text.diagnostic import Fix

EACH = 20
"""So many of a kind, from all parts of the file."""

_FIELD = re.compile(r"( *(?:- )?)([\w-]+):( +)(\S.*)")
_TEXT = re.compile(r" *(?:- )?(?:claim|topic|speaker|role|title|publisher|note|via): [^>|\"'].* .*")
_HEADING = re.compile(r" *[\w-]+:")
_LIST_OR_MAPPING = re.compile(r".*[\]}]")
_ITEM = re.compile(r" *- .*")


class Slip(NamedTuple):
    """One mistake: its kind, the line it is in, from 1, and the text of the file with it."""

    kind: str
    line: int
    text: str


def slips(text: str, kinds: Iterable[str] | None = None) -> Iterator[Slip]:
    """The slips of all kinds, or some, in a text, up to `EACH` of each.

    What changes no value is none.
    """
    lines = text.split("\n")
    for kind in KINDS if kinds is None else kinds:
        wanted, change = KINDS[kind]
        places = [
            index
            for index, line in enumerate(lines)
            if line.strip() and not line.lstrip().startswith("#") and wanted(line)
        ]
        chosen = [places[number * len(places) // EACH] for number in range(EACH)]
        for index in dict.fromkeys(chosen):
            slip = "\n".join(change(lines, index))
            if not _has_the_same_data(slip, text):
                yield Slip(kind, index + 1, slip)


def with_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text after the edits of some fixes, made from the last to the first."""
    starts = [0, *itertools.accumulate(map(len, text.splitlines(keepends=True)))]
    edits = {edit for fix in fixes for edit in fix.edits}
    for (line, column, end_line, end_column), new in sorted(edits, reverse=True):
        start, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
        text = text[:start] + new + text[end:]
    return text


def _has_the_same_data(one: str, other: str) -> bool:
    try:
        return bool(_read(one) == _read(other))
    except yaml.YAMLError:
        return False


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _replaced(change: Callable[[str], str]) -> "_Change":
    return lambda lines, index: [*lines[:index], change(lines[index]), *lines[index + 1 :]]


def _joined(lines: Sequence[str], index: int) -> list[str]:
    both = f"{lines[index]} {lines[index + 1].lstrip()}"
    return [*lines[:index], both, *lines[index + 2 :]]


def _broken(lines: Sequence[str], index: int) -> list[str]:
    line = lines[index]
    at = line.index(" ", len(line) * 2 // 3) if " " in line[len(line) * 2 // 3 :] else len(line) - 2
    return [*lines[:index], line[:at], line[at:].lstrip(), *lines[index + 1 :]]


def _with_block_at_left(lines: Sequence[str], index: int) -> list[str]:
    """The block below a heading is not indented deeper than the heading."""
    outer = _indent(lines[index])
    end = index + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > outer):
        end += 1
    inner = _indent(lines[index + 1])
    block = (line[inner - outer :] if line.strip() else line for line in lines[index + 1 : end])
    return [*lines[: index + 1], *block, *lines[end:]]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _before_value(line: str, mark: str) -> str:
    return _FIELD.sub(lambda field: f"{field[1]}{field[2]}:{field[3]}{mark}{field[4]}", line)


def _in_middle(line: str, mark: str) -> str:
    at = line.index(" ", (len(line) + line.index(": ") + 2) // 2 - 1)
    return line[:at] + mark + line[at:]


def _is_field(line: str) -> bool:
    return _FIELD.fullmatch(line) is not None and "{" not in line.partition(": ")[0]


def _is_text(line: str) -> bool:
    return _TEXT.fullmatch(line) is not None and " " in line[(len(line) + line.index(": ")) // 2 :]


_Change = Callable[[Sequence[str], int], list[str]]
KINDS: dict[str, tuple[Callable[[str], object], _Change]] = {
    "colon gone": (_is_field, _replaced(lambda line: line.replace(": ", " ", 1))),
    "space after the colon gone": (_is_field, _replaced(lambda line: line.replace(": ", ":", 1))),
    "one space more": (_indent, _replaced(lambda line: f" {line}")),
    "two spaces more": (_indent, _replaced(lambda line: f"  {line}")),
    "one space less": (_indent, _replaced(lambda line: line[1:])),
    "two spaces less": (_indent, _replaced(lambda line: line[2:])),
    "tab": (_indent, _replaced(lambda line: f"\t{line.lstrip()}")),
    "quote never closed": (_is_field, _replaced(lambda line: _before_value(line, '"'))),
    "bracket never closed": (_LIST_OR_MAPPING.fullmatch, _replaced(lambda line: line[:-1])),
    "colon in a text": (_is_text, _replaced(lambda line: _in_middle(line, ":"))),
    "quote in a text": (
        _is_text,
        _replaced(lambda line: _in_middle(_before_value(line, '"'), '"')),
    ),
    "dash gone": (_ITEM.fullmatch, _replaced(lambda line: line.replace("- ", "", 1))),
    "star for a dash": (_ITEM.fullmatch, _replaced(lambda line: line.replace("- ", "* ", 1))),
    "at sign": (_is_field, _replaced(lambda line: _before_value(line, "@"))),
    "two lines joined": (_is_field, _joined),
    "a line broken in two": (_is_text, _broken),
    "dash before a field": (
        lambda line: _is_field(line) and not _ITEM.fullmatch(line),
        _replaced(lambda line: f"{line[: _indent(line)]}- {line.lstrip()}"),
    ),
    "block not indented": (_HEADING.fullmatch, _with_block_at_left),
    "heading gone": (
        _HEADING.fullmatch,
        lambda lines, index: [*lines[:index], *lines[index + 1 :]],
    ),
}
