"""The text of a file as fields and items, each with the comments that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from yaml import YAMLError

from claim_tracker.edit.edits import lines_of
from claim_tracker.edit.events import Events, yaml_events
from claim_tracker.yaml.lines import indent_of, is_comment, is_content
from claim_tracker.yaml.parsed import ends_with_empty_lines

_KEY_END = re.compile(r"[ \t]*:(?=[ \t\r\n]|$)")
_DASH = re.compile(r"-(?P<gap>[ \t]+|(?=[\r\n]|$))")
_ROOT = 2
"""The event that begins the root of a text."""
_ITEM = r"-(?=[ \t\r\n]|$)"
_FIELD = r"(?!-(?:[ \t\r\n]|$)|\.\.\.)[^ \t\r\n#\]}]"
_COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#[^\r\n]*")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?[\r\n]*")


class UnknownStyleError(Exception):
    """A text is written in another way than lines of fields and items."""


class Block(NamedTuple):
    """A value in block style: what precedes its members, the members, and what follows them.

    `head` may end within the line on which the first member begins.
    """

    head: str
    members: tuple["Member", ...]
    tail: str


class Flow(NamedTuple):
    """A value on the line of its key or dash: a scalar, or in brackets with its members.

    `gaps` are what stands before, between and after the members, within the brackets.
    """

    head: str
    text: str
    tail: str
    gaps: tuple[str, ...] = ()
    members: tuple["Member", ...] = ()


@dataclass(frozen=True, eq=False)
class Member:
    """A field or an item: its value, the lines above that belong to it, and its own.

    `name` is that of a field, None for an item; `column` that of its name or its dash. In
    brackets (`in_flow`) the body is a part of a line. Where it begins within a line, spaces
    stand in the body for what precedes it.
    """

    name: str | None
    value: Any
    lead: str
    body: str
    column: int
    in_flow: bool = False

    @cached_property
    def inner(self) -> Block | Flow:
        """Return the members of the value. Raises UnknownStyleError."""
        block = None if self.in_flow else _block(self)
        return block or _flow_of(self)

    @cached_property
    def normal(self) -> str:
        """Return the body without its indentation and the kind of its line ends."""
        lines = (line.rstrip("\r\n") for line in lines_of(self.body))
        return "\n".join(line[min(self.column, indent_of(line)) :] for line in lines)

    @property
    def members(self) -> tuple["Member", ...]:
        """Return the fields or items of the value."""
        return self.inner.members


def inner_of(member: Member | None) -> Block | Flow | None:
    """Return the members of the value of a member; None where they are not known."""
    try:
        return member.inner if member is not None else None
    except UnknownStyleError:
        return None


def file_member(text: str, root: Any) -> Member:
    """Return a whole file, every line with its end, as one member."""
    return _File(None, root, "", text, 0)


class _File(Member):
    @cached_property
    def inner(self) -> Block | Flow:
        lines = lines_of(self.body)
        marks = [at for at, line in enumerate(lines) if line.startswith(("---", "%"))]
        first = marks[-1] + 1 if marks else 0
        if next(filter(is_content, lines[first:]), "").lstrip().startswith("{"):
            return _flow(self.body, _events(self.body), _ROOT, self.value, (0, len(self.body)))
        members, end = _split(lines, first, len(lines), 0, self.value)
        return Block("".join(lines[:first]), tuple(members), "".join(lines[end:]))


def same_text(one: Member, other: Member) -> bool:
    """Whether two members are written alike, whatever their indentation, apart from their leads."""
    if one.body == other.body:
        return True
    if one.value != other.value:
        return False
    if one.normal == other.normal:
        return True
    first, second = inner_of(one), inner_of(other)
    if not isinstance(first, Block) or not isinstance(second, Block):
        return False
    return (
        stripped(first.head) == stripped(second.head)
        and stripped(first.tail) == stripped(second.tail)
        and len(first.members) == len(second.members)
        and all(map(_same_with_lead, first.members, second.members))
    )


def _same_with_lead(one: Member, other: Member) -> bool:
    return stripped(one.lead) == stripped(other.lead) and same_text(one, other)


def stripped(text: str) -> list[str]:
    """Return the lines of a text without indentation and ends."""
    return [line.strip() for line in lines_of(text)]


def comments(text: str) -> list[str]:
    """Return the possible comments in a text, in order."""
    return [found.rstrip() for found in _COMMENT.findall(text)]


def _block(member: Member) -> Block | None:
    """Return the members of a value in block style, None for another one."""
    if not isinstance(member.value, (dict, list)) or not member.value:
        return None
    lines = lines_of(member.body)
    first = lines[0]
    after = _after_name(first, member)
    if _NOTHING.fullmatch(first, after):
        start = next((n for n in range(1, len(lines)) if is_content(lines[n])), len(lines))
        if start == len(lines) or lines[start].lstrip().startswith(("[", "{")):
            raise UnknownStyleError
        column = indent_of(lines[start])
        members, end = _split(lines, 1, len(lines), column, member.value)
        return Block(first, tuple(members), "".join(lines[end:]))
    if member.name is not None or first[after] in "[{":
        return None
    head, lines[0] = first[:after], " " * after + first[after:]
    members, end = _split(lines, 0, len(lines), after, member.value)
    return Block(head, tuple(members), "".join(lines[end:]))


def _after_name(line: str, member: Member) -> int:
    """Return where the value of a member begins in its first line. Raises UnknownStyleError."""
    if member.name is not None:
        end = _after_key(line, member.column, member.name)
    else:
        dash = _DASH.match(line, member.column)
        end = dash.end() if dash is not None else None
    if end is None:
        raise UnknownStyleError
    return end + len(line[end:]) - len(line[end:].lstrip(" \t"))


def _after_key(line: str, column: int, name: str) -> int | None:
    """Return the end of a key and its colon, None where another one or none begins there."""
    for written in (name, f'"{name}"', f"'{name}'"):
        if line.startswith(written, column):
            end = _KEY_END.match(line, column + len(written))
            if end is not None:
                return end.end()
    return None


def _named_values(value: Any) -> list[tuple[str | None, Any]]:
    """Return the fields of a value by their names, or its items, which have none."""
    return list(value.items()) if isinstance(value, dict) else [(None, item) for item in value]


def _split(
    lines: Sequence[str], first: int, stop: int, column: int, value: Any
) -> tuple[list[Member], int]:
    """Return the members of a block on some lines, and the line after the last of them.

    Raises UnknownStyleError where there are not just as many as the value has.
    """
    values = _named_values(value)
    begin = re.compile(rf"[ \t]{{{column}}}{_ITEM if isinstance(value, list) else _FIELD}")
    starts = [n for n in range(first, stop) if begin.match(lines[n])]
    if len(starts) != len(values):
        raise UnknownStyleError
    members: list[Member] = []
    end = first
    for (name, inner), start, following in zip(values, starts, [*starts[1:], stop], strict=True):
        if name is not None and _after_key(lines[start], column, name) is None:
            raise UnknownStyleError
        lead = "".join(lines[end:start])
        end = _end(lines, start, following, column, inner)
        members.append(Member(name, inner, lead, "".join(lines[start:end]), column))
    return members, end


def _end(lines: Sequence[str], start: int, stop: int, column: int, value: Any) -> int:
    """Return the line after a member; the comments below it may be the next one's."""
    end = stop
    while end > start + 1 and (not lines[end - 1].strip() or _is_outer(lines[end - 1], column)):
        end -= 1
    if ends_with_empty_lines(value):
        while end < stop and not lines[end].strip():
            end += 1
    return end


def _is_outer(line: str, column: int) -> bool:
    """Whether a line is a comment, or the end of a document, outside of the members of a column."""
    is_end = column == 0 and line.startswith("...")
    return is_end or (is_comment(line) and indent_of(line) <= column)


def _flow_of(member: Member) -> Flow:
    """Return the value on the line of its name, or in brackets. Raises UnknownStyleError."""
    text, edge = member.body, 0
    if member.in_flow:
        opened, closed = "[]" if member.name is None else "{}"
        text, edge = f"{opened}{text}{closed}", 1
    events = _events(text)
    children = list(events.children(_ROOT))
    is_only_one = len(children) == (1 if member.name is None else 2)
    if not is_only_one or events.listed[_ROOT].is_block == member.in_flow:
        raise UnknownStyleError
    return _flow(text, events, children[-1], member.value, (edge, len(text) - edge))


def _events(text: str) -> Events:
    try:
        return yaml_events(text)
    except YAMLError:
        raise UnknownStyleError from None


def _flow(text: str, events: Events, node: int, value: Any, edge: tuple[int, int]) -> Flow:
    event = events.listed[node]
    start, end = event.start, events.listed[events.stop(node) - 1].end
    if event.is_block:
        raise UnknownStyleError
    if event.is_block_scalar:
        end = edge[1]
    head, tail = text[edge[0] : start], text[end : edge[1]]
    if event.is_scalar:
        return Flow(head, text[start:end], tail)
    spans = events.member_spans(node)
    values = _named_values(value)
    if len(spans) != len(values):
        raise UnknownStyleError
    members = tuple(
        Member(name, inner, "", text[one:other], 0, in_flow=True)
        for (name, inner), (one, other) in zip(values, spans, strict=True)
    )
    bounds = [start + 1, *(at for span in spans for at in span), end - 1]
    gaps = (text[one:other] for one, other in zip(bounds[::2], bounds[1::2], strict=True))
    return Flow(head, text[start:end], tail, tuple(gaps), members)
