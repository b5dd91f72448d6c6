"""Slips of the pen that libyaml notices too late: the line that a person would mend.

libyaml stops where the text can no longer be YAML, which is often a line after the one with
the slip. Each function here looks for one kind of slip around the line where it stopped.
"""

import re
from collections.abc import Sequence

from claim_tracker.finding import Span
from claim_tracker.yamldoc.problem import Problem

_FOREIGN_SPACE = re.compile("[ ]*(?P<space>[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+)")
_TIGHT_DASH = re.compile(r" *(?P<dash>-)[A-Za-z]+:")
_ITEM = re.compile(r" *- +")
_FIELD = re.compile(r" *(?:- +)*[^\s#'\"\[{|>][^#]*?:(?: |$)")
_OPENING = ("{", "[", '"', "'")
_TIGHT_COLON = re.compile(r" *(?:- +)*(?P<name>\w+)(?P<colon>[:\uff1a])(?=[^\s:])|\s*//")


def slip_near(lines: Sequence[str], stopped: int) -> Problem | None:
    """The slip that made libyaml stop at a line (from 1), or None when none is recognised."""
    return (
        _end_marker(lines, stopped)
        or _foreign_space(lines, stopped)
        or _tight_dash(lines, stopped)
        or _indented_start(lines, stopped)
        or _no_colon(lines, stopped)
        or _odd_indentation(lines, stopped)
    )


def _end_marker(lines: Sequence[str], stopped: int) -> Problem | None:
    for number in (stopped - 1, stopped - 2):
        if number >= 1 and _line(lines, number).rstrip() == "...":
            return _problem("`...` ends the data here", "delete it", number, (0, 3))
    return None


def _foreign_space(lines: Sequence[str], stopped: int) -> Problem | None:
    for number in (stopped, stopped - 1):
        match = _FOREIGN_SPACE.match(_line(lines, number))
        if match is not None:
            return _problem(
                "the indentation has a space that is not the common one",
                "indent by common spaces",
                number,
                match.span("space"),
            )
    return None


def _tight_dash(lines: Sequence[str], stopped: int) -> Problem | None:
    for number in (stopped, stopped - 1):
        match = _TIGHT_DASH.match(_line(lines, number))
        if match is not None:
            return _problem(
                "no space after the `-` of a list item", "write `- `", number, match.span("dash")
            )
    return None


def _indented_start(lines: Sequence[str], stopped: int) -> Problem | None:
    """The first field is indented, and a later one is not."""
    first = next((n for n, line in enumerate(lines, 1) if _is_content(line)), stopped)
    indent = _indent(_line(lines, first))
    if first == stopped or not indent or _indent(_line(lines, stopped)) >= indent:
        return None
    return _problem(
        "the first field is indented",
        "begin the fields of the file at the start of the line",
        first,
        (0, indent),
    )


def _no_colon(lines: Sequence[str], stopped: int) -> Problem | None:
    """A line without `: ` above a field that is indented as deep or deeper."""
    before = _content_before(lines, stopped)
    line = _line(lines, before)
    if before == 0 or _FIELD.match(line) or _indent(line) > _indent(_line(lines, stopped)):
        return None
    if line.lstrip().startswith(_OPENING) or _is_item_beside(line, _line(lines, stopped)):
        return None
    colon = _TIGHT_COLON.match(line)
    advice = "write it as `name: value`"
    if colon is not None and colon["colon"]:
        return _problem("no space after the `:`", advice, before, colon.span("colon"))
    start = _indent(line)
    message = "this line has no `:` after the field's name"
    if line.lstrip().startswith("//"):
        message, advice = "`//` does not begin a comment", "write `#`"
    return _problem(message, advice, before, (start, len(line.rstrip())))


def _is_item_beside(line: str, stopped: str) -> bool:
    """Whether a line is an item of a list, and the one where libyaml stopped no part of it."""
    return _ITEM.match(line) is not None and _indent(stopped) <= _indent(line)


def _odd_indentation(lines: Sequence[str], stopped: int) -> Problem | None:
    """A line that is out of line with those before and after it, which agree."""
    odd = _content_before(lines, stopped)
    before = _content_before(lines, odd)
    column, around = _content_column(_line(lines, odd)), _indent(_line(lines, stopped))
    if before == 0:
        return None
    if _ITEM.match(_line(lines, odd)) is not None:
        is_odd = abs(column - around) == 1 and _indent_below(lines, stopped) == around
        wanted = around - 2
    else:
        is_odd = column < around == _content_column(_line(lines, before))
        wanted = around
    if not is_odd:
        return None
    return _problem(
        "this line is not in line with the others",
        f"indent it by {wanted} spaces",
        odd,
        (0, max(_indent(_line(lines, odd)), 1)),
    )


def _problem(message: str, advice: str, line: int, span: tuple[int, int]) -> Problem:
    return Problem(
        "E002", message, advice, span=Span(line, span[0] + 1, line, max(span[1], span[0] + 1) + 1)
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _content_before(lines: Sequence[str], number: int) -> int:
    """The nearest line above that is no blank and no comment; 0 when there is none."""
    return next((n for n in range(number - 1, 0, -1) if _is_content(_line(lines, n))), 0)


def _indent_below(lines: Sequence[str], number: int) -> int | None:
    """The indentation of the nearest line below that is no blank and no comment."""
    below = (line for line in lines[number:] if _is_content(line))
    return next((_indent(line) for line in below), None)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _content_column(line: str) -> int:
    """Where the first field of a line begins: after the `- ` of an item."""
    match = _ITEM.match(line)
    return match.end() if match is not None else _indent(line)
