"""The errors of libyaml, in words that name the mend."""

import re
from typing import Any, NamedTuple

from yaml import MarkedYAMLError, YAMLError
from yaml.events import ScalarEvent

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.lines import QUOTES
from claim_tracker.yaml.problem import Problem, too_deep


class _Advice(NamedTuple):
    """`problem` is a pattern in libyaml's; `at_context` points to where the construct began."""

    problem: str
    message: str
    help: str
    at_context: bool = False


_QUOTE_IT = "put the whole text in double quotes"
_NO_COMMA = "a `,` is missing after this, or a `:` after a name"
_NO_COMMA_HELP = 'write it; a `"` inside a text is written `\\"`'
_ADVICE = (
    _Advice(
        "mapping values are not allowed",
        "a `: ` inside a text, or a line that is indented too far",
        f"{_QUOTE_IT}, or bring the field in line with the others",
    ),
    _Advice(
        "could not find expected ':'",
        "this line has no `:` after the field's name",
        "write it as `name: value`; a longer text is quoted, or indented below its field",
        at_context=True,
    ),
    _Advice(
        "found unexpected (end of stream|document indicator)",
        "this quote is never closed",
        "close it with the same quote",
        at_context=True,
    ),
    _Advice(
        "did not find expected ',' or ']'",
        "this list is never closed, or lacks a comma",
        "separate the items by `,` and close the list with `]`",
        at_context=True,
    ),
    _Advice(
        "did not find expected ',' or '}'",
        "this mapping is never closed, or lacks a comma",
        "separate the fields by `,` and close it with `}`",
        at_context=True,
    ),
    _Advice(
        "did not find expected '-' indicator",
        "this line is neither an item of the list nor part of one",
        "begin an item with `- `, and indent its fields to the same column",
    ),
    _Advice(
        "block sequence entries are not allowed",
        "a list item cannot begin here",
        "begin it on a line of its own, or quote a text that begins with `-`",
    ),
    _Advice(
        "did not find expected key",
        "this belongs to no field",
        "indent it like the fields around it; a text with quotes inside it is quoted as a whole",
    ),
    _Advice(
        "found character that cannot start any token",
        "no value can begin with this character",
        f"{_QUOTE_IT}; lines are indented by spaces, not by tabs",
    ),
    _Advice("tab character", "a tab where the indentation is", "indent by spaces"),
    _Advice(
        "found unknown escape character",
        "this is not an escape that YAML knows",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    _Advice(
        "did not find expected alphabetic or numeric character",
        "a text cannot begin with `*` or `&`",
        _QUOTE_IT,
    ),
    _Advice(
        "did not find expected <document start>",
        "text after the end of the data",
        "indent it like the fields above",
    ),
    _Advice(
        "did not find expected node content",
        "a value is missing before this character",
        "delete what is too much, or put the text in double quotes",
    ),
    _Advice(
        "did not find expected comment or line break",
        "only a comment can follow on this line",
        "write the text on the next line, indented",
    ),
)


def syntax_problem(error: YAMLError, last_event: Any, json: str) -> Problem:
    """Return the problem of a text that libyaml cannot parse.

    `last_event` is the last event ahead of the fault: a quoted text that runs over several lines up
    to the fault is one whose closing quote is missing on its first line. `json` is the text
    where all of it is in brackets, so that a comma is missed where something else follows.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem("E002", f"this is not YAML: {error}", "mend the text", span=Span(1, 1, 1, 2))
    mark: Any = error.problem_mark
    if _is_runaway_quote(last_event, mark.line):
        return Problem(
            "E002",
            "this quote is not closed on its line",
            "close it with the same quote; double a quote that belongs to the text",
            span=_at(last_event.start_mark),
        )
    problem = error.problem or ""
    if "nesting depth" in problem:  # libyaml has a limit of its own since 0.2.6
        return too_deep(_at(mark))
    if "did not find expected ','" in problem and json[mark.index : mark.index + 1].strip("]}"):
        span = _at(last_event.end_mark)
        return Problem("E002", _NO_COMMA, _NO_COMMA_HELP, span=_preceding(span))
    for advice in _ADVICE:
        if re.search(advice.problem, problem):
            if advice.at_context and error.context_mark is not None:
                mark = error.context_mark
            return Problem("E002", advice.message, advice.help, span=_at(mark))
    where = f" {error.context}" if error.context else ""
    return Problem(
        "E002",
        f"this is not YAML:{where} {problem}".replace(":  ", ": "),
        "mend the text here or on the line above",
        span=_at(mark),
    )


def _is_runaway_quote(event: Any, fault_line: int) -> bool:
    if type(event) is not ScalarEvent or event.style not in QUOTES:
        return False
    first, last = _at(event.start_mark).line, _at(event.end_mark).line
    return first < last and fault_line + 1 - last in (0, 1)


def _preceding(span: Span) -> Span:
    """Return the column that precedes a span."""
    return span._replace(column=max(span.column - 1, 1), end_column=max(span.column, 2))


def _at(mark: Any) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
