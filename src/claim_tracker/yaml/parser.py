"""From YAML text to dicts, lists and text, by the events of libyaml.

Each scalar stays text; only `null`, `~` and an empty value become None. The format needs no
anchors, aliases, tags, merge keys or second documents, so each is reported and left out.
"""

import re
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import hidden, nfc, without_hidden
from claim_tracker.yaml.decode import REPLACEMENT, hidden_problem
from claim_tracker.yaml.field_names import FIELDS_OF, MAPPINGS
from claim_tracker.yaml.limits import (
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_FIELDS,
    MAX_ITEMS,
    MAX_REPORTED_FAULTS,
    MAX_TEXT,
)
from claim_tracker.yaml.lines import NULLS, split_lines
from claim_tracker.yaml.parsed import Composed, Mapping, Spans
from claim_tracker.yaml.problem import At, Path, Problem, too_deep, too_many_faults
from claim_tracker.yaml.syntax_errors import syntax_problem

_NO_KEY: Any = object()
_BAD_KEY: Any = object()
_MERGE_KEY: Any = object()
_NAME_HELP = "write it as `name: value`"
_PROPERTY = re.compile(r"(?P<word>!<[^>\s]*>|[&!][^\s,\[\]{}]*) *")


@dataclass(slots=True)
class _Frame:
    """A collection that is being filled.

    `key` is the pending key of a mapping; a `detached` collection belongs to something that
    was left out, so nothing in it is part of the result. A mapping that is `overrun` goes on
    with the fields of the next item of its list, whose `- ` is missing. `twice` tells that its
    last key was there already: such keys in a row are one fault, and begin the next item.
    `repeated` counts them all.
    """

    value: Any
    path: Path
    detached: bool
    key: Any = _NO_KEY
    overrun: bool = False
    key_span: Span | None = None
    in_flow: bool = False
    twice: bool = False
    repeated: int = 0


def compose(text: str, *, has_replacements: bool = False, spans: Spans | None = None) -> Composed:
    """Read one YAML document.

    With `has_replacements` the text holds replacement characters for what was reported already:
    they are left out of the values. `spans` is filled with the span of each value
    when it is given; that takes several times as long.
    """
    composer = _Composer(text, has_replacements=has_replacements, spans=spans)
    composer.run()
    return composer.composed


class _Composer:
    """Makes data of the events of a text, and reports what the format has no use for."""

    def __init__(self, text: str, *, has_replacements: bool, spans: Spans | None) -> None:
        self.composed = Composed()
        self._text = text
        self._has_replacements = has_replacements
        self._spans = spans
        self._stack: list[_Frame] = []
        self._documents = 0
        self._finished = False

    def run(self) -> None:
        parser = CParser(self._text)
        event: Any = None
        try:
            while True:
                event = parser.get_event()
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._start(event)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._end(event)
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentStartEvent:
                    self._document(event)
                if kind is StreamEndEvent or self._finished:
                    return
        except YAMLError as error:
            mark: Any = getattr(error, "problem_mark", None)
            is_json = bool(self._stack) and self._stack[0].in_flow
            problem = syntax_problem(error, event, self._text if is_json else "")
            if problem.code == "E002":
                self.composed.stopped = mark.line + 1 if mark is not None else 1
            self._stop_at(problem)
        finally:
            parser.dispose()

    def _stop_at(self, problem: Problem) -> None:
        """Report what makes the rest of the text unreadable, unless it was reported already."""
        self._stop()
        problems = self.composed.problems
        while problems and _is_inside(problems[-1], problem):
            problems.pop()
        last = problems[-1].span if problems else None
        if last is None or problem.span is None or last.line != problem.span.line:
            problems.append(problem)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._finished = True
            self.composed.stopped = event.start_mark.line + 1
            self._refuse(
                "E004",
                "a second document begins here",
                "delete the `---`: one file is one document, with one list of `claims`",
                event,
            )

    def _scalar(self, event: Any) -> None:
        value: str | None = event.value
        faulty = False
        if len(event.value) > MAX_TEXT:
            self._refuse(
                "E009",
                f"a text of more than {MAX_TEXT:,} characters",
                "write what matters of it in a few sentences",
                event,
            )
            event.value = value = event.value[:MAX_TEXT]
            faulty = True
        if event.implicit[0] and value in NULLS:
            value = None
        elif self._has_replacements and REPLACEMENT in event.value:
            value, faulty = event.value.replace(REPLACEMENT, ""), True
        if event.anchor is not None or event.implicit == (False, False):
            self._properties(event)
            faulty = True
        if value and (event.style == '"' or not value.isascii()):
            first = next(hidden(value), None)
            if first is not None:
                self._report(hidden_problem(value[first], _span(event)))
                value, faulty = without_hidden(value), True
        if self._awaits_key():
            self._key(self._stack[-1], value, event)
            return
        path = self._insert(value, event)
        if faulty and path is not None:
            self.composed.spoiled.add(path)
        if path and (
            (event.style in ("|", ">") and not event.value)
            or (type(path[-1]) is int and " - " in event.value and self._is_joined(event))
        ):
            self.composed.out_of_line.append(path)

    def _is_joined(self, event: Any) -> bool:
        """Whether a plain text goes on with a line that begins as the next item would."""
        _, *lines = split_lines(self._text[event.start_mark.index : event.end_mark.index])
        return event.implicit[0] and any(line.lstrip().startswith("- ") for line in lines)

    def _awaits_key(self) -> bool:
        if not self._stack:
            return False
        frame = self._stack[-1]
        return type(frame.value) is Mapping and frame.key is _NO_KEY

    def _start(self, event: Any) -> None:
        if len(self._stack) == MAX_DEPTH:
            self._report(too_deep(_span(event)))
            self._stop()
            return
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        value: Any
        if type(event) is MappingStartEvent:
            value = Mapping()
            value.line = _span(event).line
        else:
            value = []
        if self._awaits_key():
            frame = self._stack[-1]
            if not frame.detached:
                self._refuse("E103", "a field's name is a list or a mapping", _NAME_HELP, event)
            frame.key = _BAD_KEY
            self._stack.append(_Frame(value, frame.path, detached=True))
            return
        path = self._insert(value, event)
        in_flow = bool(event.flow_style)
        self._stack.append(_Frame(value, path or (), detached=path is None, in_flow=in_flow))

    def _end(self, event: Any) -> None:
        frame = self._stack.pop()
        if self._spans is None or frame.detached:
            return
        key, value = self._spans[frame.path]
        if event.end_mark.line + 1 == value.line:
            whole = Span(value.line, value.column, value.line, event.end_mark.column + 1)
            self._spans[frame.path] = (whole if key is value else key, whole)

    def _alias(self, event: Any) -> None:
        if self._stack and self._stack[-1].key is _MERGE_KEY:
            self._stack[-1].key = _NO_KEY
            return
        self._refuse(
            "E005",
            f"`*{event.anchor}` is an alias",
            "write the value in full; a text that begins with `*` is quoted",
            event,
        )
        if self._awaits_key():
            self._stack[-1].key = _BAD_KEY
            return
        path = self._insert(None, event)
        if path is not None:
            self.composed.spoiled.add(path)

    def _properties(self, event: Any) -> None:
        """Report the anchor and the tag of a value, which is kept without them."""
        line, index = event.start_mark.line + 1, event.start_mark.index
        column_before = event.start_mark.column + 1 - index
        for match in _PROPERTY.finditer(self._text, index):
            if match.start() != index or self._finished:
                return
            word = match["word"]
            code, kind = ("E005", "an anchor") if word[0] == "&" else ("E006", "a tag")
            column = column_before + index
            self._report(
                Problem(
                    code,
                    f"`{word}` is {kind}",
                    "delete it: each value is written out, and its field says what type it has",
                    span=Span(line, column, line, column + len(word)),
                )
            )
            index = match.end()

    def _key(self, frame: _Frame, key: str | None, event: Any) -> None:
        key = nfc(key) if key else key
        if len(frame.value) == (MAX_ENTRIES if _is_section(frame.path) else MAX_FIELDS):
            self._refuse_entries(frame, event)
        elif frame.overrun:
            frame.key = _BAD_KEY
        elif not key:
            word = event.value if event.value in NULLS and _is_section(frame.path) else ""
            advice = f'write it in quotes: `"{word}"`' if word else _NAME_HELP
            self._refuse("E103", "this field has no name", advice, event)
            frame.key = _BAD_KEY
        elif key == "<<" and event.implicit[0]:
            self._refuse(
                "E007",
                "`<<` merges another mapping into this one",
                "write the fields out in full",
                event,
            )
            frame.key = _MERGE_KEY
            if not frame.detached:
                self.composed.gaps.add(frame.path)
        elif key in frame.value:
            self._duplicate(frame, key, event)
        else:
            frame.key = key
            frame.twice = False
            if self._spans is not None:
                frame.key_span = _span(event)

    def _duplicate(self, frame: _Frame, key: str, event: Any) -> None:
        frame.key = _BAD_KEY
        frame.repeated += 1
        in_a_table = len(frame.path) == 2 and frame.path[0] in MAPPINGS and not frame.in_flow
        if in_a_table and frame.repeated == 2:  # the key of the next entry is missing
            self.composed.gaps.add(frame.path[:1])
        if frame.repeated > MAX_FIELDS:
            advice = "give each a name of its own"
            self._refuse_rest(f"more than {MAX_FIELDS} names are here twice", advice, event)
            return
        in_a_list = bool(frame.path) and isinstance(frame.path[-1], int) and not frame.in_flow
        if frame.twice or (in_a_table and frame.repeated > 1):
            frame.overrun = in_a_list
            return
        frame.twice = not frame.in_flow
        first: tuple[tuple[Path, At, str], ...] = (
            () if frame.detached else (((*frame.path, key), "key", "first used here"),)
        )
        is_next = len(frame.value) > 1 and key == next(iter(frame.value))
        frame.overrun = is_next and (in_a_list or in_a_table)
        is_section = not frame.path and key in FIELDS_OF
        if frame.overrun:
            self.composed.gaps.add(frame.path[:1] if in_a_table else frame.path)
        elif is_section and key in MAPPINGS:
            self.composed.gaps.add((key,))
        advice = "delete one of the two, or give one another name"
        if frame.overrun and in_a_table:
            advice = "write the key of the next one on the line above, or delete one of the two"
        elif frame.overrun:
            advice = f"begin the next item with `- {key}:`"
        elif is_section:
            advice = f"move what is below it under the first `{key}:`"
        message = f"`{key}` is here twice"
        self._report(Problem("E003", message, advice, span=_span(event), related=first))

    def _insert(self, value: Any, event: Any) -> Path | None:
        """Add a value to its parent; return its path, or None where the parent was left out."""
        if not self._stack:
            self.composed.root = value
            return self._record((), None, event)
        frame = self._stack[-1]
        if type(frame.value) is list:
            if len(frame.value) >= (MAX_ENTRIES if _is_section(frame.path) else MAX_ITEMS):
                self._refuse_entries(frame, event)
            frame.value.append(value)
            path = (*frame.path, len(frame.value) - 1)
            return None if frame.detached else self._record(path, None, event)
        key, frame.key = frame.key, _NO_KEY
        if key is _BAD_KEY or key is _MERGE_KEY:
            return None
        frame.value[key] = value
        return None if frame.detached else self._record((*frame.path, key), frame.key_span, event)

    def _record(self, path: Path, key_span: Span | None, event: Any) -> Path:
        if self._spans is not None:
            span = _span(event)
            self._spans[path] = (key_span or span, span)
        return path

    def _refuse_entries(self, frame: _Frame, event: Any) -> None:
        """Stop at a collection that has more than the allowed number of entries."""
        message = f"more than {len(frame.value):,} entries in one place"
        self._refuse_rest(message, "split the file into several; `-f` takes a folder", event)

    def _refuse_rest(self, message: str, advice: str, event: Any) -> None:
        """Stop where more of something is than the limit allows."""
        self._refuse("E009", message, advice, event)
        self._stop()

    def _refuse(self, code: str, message: str, help: str, event: Any) -> None:
        self._report(Problem(code, message, help, span=_span(event)))

    def _report(self, problem: Problem) -> None:
        """Report a problem, and stop at the most that are reported."""
        self.composed.problems.append(problem)
        if len(self.composed.problems) == MAX_REPORTED_FAULTS:
            self.composed.problems.append(too_many_faults(problem.span))
            self._stop()

    def _stop(self) -> None:
        self.composed.complete = False
        self._finished = True


def _is_section(path: Path) -> bool:
    """Whether a path is that of the claims, the sources or the places of a file."""
    return len(path) == 1 and path[0] in FIELDS_OF


def _is_inside(problem: Problem, error: Problem) -> bool:
    """Whether an invalid name is in a list or a mapping in flow style that is never closed."""
    if problem.code != "E103" or problem.span is None or error.span is None:
        return False
    return problem.span > error.span


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
