"""A key for a source that is written where it is used: it moves to `sources`, once for all uses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from claim_tracker.claims.scalars import url_identity
from claim_tracker.edit.edits import Splice, end_of_line, lines_of, spliced
from claim_tracker.edit.events import Event, Events, yaml_events
from claim_tracker.edit.flow_style import in_brackets, is_quoted
from claim_tracker.edit.insert import possible_roots, proven
from claim_tracker.edit.item_lines import after_content
from claim_tracker.edit.section import SectionEntry, entry_splices, section_entry
from claim_tracker.edit.yaml_writer import STEP, Fields, block, flow
from claim_tracker.text.display import indentation
from claim_tracker.yaml import Document, Path, mapping_or_empty, mappings_in

_SOURCES = "sources"
_COMMENT = re.compile(r"#[^\r\n]*")


class InlineSource(NamedTuple):
    """A source that is written where it is used, with its path in the file."""

    path: Path
    fields: Fields


def inline_sources(root: Any, url: str) -> list[InlineSource]:
    """Return the sources of an address that are written where they are used, in file order."""
    wanted = url_identity(url)
    if wanted is None:
        return []
    sources = [InlineSource(path, fields) for path, fields in _inline(root)]
    return [source for source in sources if url_identity(source.fields["url"]) == wanted]


def key_of_url(root: Any, url: str) -> str | None:
    """Return the first key that an address has in the data of a file, or None if it has none."""
    wanted, sources = url_identity(url), mapping_or_empty(mapping_or_empty(root).get(_SOURCES))
    if wanted is None:
        return None
    urls = ((key, mapping_or_empty(source).get("url")) for key, source in sources.items())
    return next((key for key, known in urls if url_identity(known) == wanted), None)


def with_source_key(
    document: Document, url: str, key: str, more: Fields = MappingProxyType({})
) -> Document | None:
    """Return a file in which the sources of an address are referred to by a key of `sources`.

    Where the file has no such key, the inline source that says the most moves there as it is
    written, with its comments, and with what the others and `more` say besides. One that
    contradicts the source stays inline. The new text was read again: its data are the old data
    with this source and these keys. None where no edit gives these data, or none is needed.
    """
    root = document.root
    is_as_written = document.complete and not (document.problems or document.composed.above)
    found = inline_sources(root, url) if is_as_written else []
    sources = (root.get(_SOURCES) or {}) if found else None
    if not isinstance(sources, Mapping):
        return None
    if key in sources and key_of_url({_SOURCES: {key: sources[key]}}, url) is None:
        return None
    events = yaml_events(document.text.written)
    written = {each.path: _Written(events, each.path) for each in found}
    main = max(found, key=lambda each: len(each.fields)) if key not in sources else None
    target = sources[key] if main is None else merge_sources([each.fields for each in found], more)
    moved = [
        each
        for each in found
        if _says_no_more(each.fields, target)
        and (each is main or written[each.path].comments_can_stay)
    ]
    if not moved:
        return None
    wanted = [_with_key(root, key, target, moved) for root in possible_roots(document)]
    ways = _ways(written, main, moved, key, target)
    tried = (proven(document, splices, wanted) for splices in ways)
    return next((new for new in tried if new is not None), None)


def _with_key(root: Any, key: str, target: Fields, moved: Sequence[InlineSource]) -> Any:
    """Return data with a source under a key, which stands where inline sources were."""
    new = {**root, _SOURCES: {**(root.get(_SOURCES) or {}), key: target}}
    for each in moved:
        new = _with(new, each.path, key)
    return new


def _ways(
    written: Mapping[Path, "_Written"],
    main: InlineSource | None,
    moved: Sequence[InlineSource],
    key: str,
    target: Fields,
) -> Iterator[list[Splice]]:
    """Yield ways to write a key where sources are, and that of `main` into `sources`."""
    entries: list[list[Splice]] = [[]]
    if main is not None:
        more = {name: value for name, value in target.items() if name not in main.fields}
        entries = _entries(written[main.path], key, target, more)
    for splices in entries:
        for tidy in (True, False):
            replaced = (
                splice
                for each in moved
                for splice in written[each.path].replaced(key, tidy=tidy, comments=each is not main)
            )
            yield [*splices, *replaced]


def merge_sources(found: Sequence[Fields], more: Fields = MappingProxyType({})) -> Fields:
    """Return one source for inline sources of one address: the first of those with most fields.

    To that comes what the others and `more` say besides, where they do not contradict it.
    """
    main = max(found, key=len)
    target = dict(main)
    for each in (*found, more):
        if all(target.get(name, value) == value for name, value in each.items() if name != "url"):
            target = {**each, **target}
    return {**main, **target}


def _entries(source: "_Written", key: str, target: Fields, more: Fields) -> list[list[Splice]]:
    """Return ways to write a source into `sources`: as it is written, or without a comment anew."""
    plain = section_entry(key, target) if not source.comments else None
    ways = [source.entry(key, more, plain), *([plain] if plain is not None else [])]
    return [
        splices for entry in ways for splices in entry_splices(source.events, _SOURCES, [entry])
    ]


class _Written:
    """An inline source as it is written in a text."""

    def __init__(self, events: Events, path: Path) -> None:
        self.text, self.events = events.text, events
        self._node = events.at(path)
        self._event = events.listed[self._node]
        self._lines = events.lines
        self._start, self._end = self._event.start, self._last.end
        if self._event.is_block:
            self._stop = after_content(events, self._node)
            self._end = events.starts[self._stop]
            while self.text[self._end - 1] in "\r\n":
                self._end -= 1

    @property
    def _last(self) -> Event:
        return self.events.listed[self.events.stop(self._node) - 1]

    @cached_property
    def comments(self) -> list[str]:
        """Return the comments in it."""
        inside = map(
            self.events.listed.__getitem__, range(self._node, self.events.stop(self._node))
        )
        spans = [(event.start, event.end) for event in inside if event.end <= self._end]
        ends = (self._start, *(end for _, end in spans))
        starts = (*(start for start, _ in spans), self._end)
        gaps = (self.text[end:start] for end, start in zip(ends, starts, strict=True))
        return [comment.rstrip() for gap in gaps for comment in _COMMENT.findall(gap)]

    @property
    def comments_can_stay(self) -> bool:
        """Whether its comments can stand below a key that is written in its place."""
        return not self.comments or self._event.is_block

    def entry(self, key: str, more: Fields, fallback: SectionEntry | None) -> SectionEntry:
        """Return it as an entry of a section, with more fields at its end."""

        def lines(column: int, _: bool) -> list[str]:
            start = f"{' ' * column}{flow(key)}:"
            if self._event.is_block:
                inner = column + STEP
                first, *rest = self._shifted(inner - self._event.column)
                return [start, " " * inner + first, *rest, *block(more, inner)]
            first, *rest = self._shifted(
                column - len(indentation(self._lines[self._event.line])), more
            )
            return [f"{start} {first}", *rest]

        def in_flow(quoted: bool) -> str | None:
            if self._event.is_block or more:
                return fallback.flow(quoted) if fallback is not None else None
            return f"{flow(key, quoted=quoted)}: {self.text[self._start : self._end]}"

        return SectionEntry(lines, in_flow)

    def replaced(self, key: str, *, tidy: bool, comments: bool) -> list[Splice]:
        """Return the splices that write a key in its place; `tidy` where a key is usually written.

        With `comments` those in it stay below the key.
        """
        name = flow(key, quoted=is_quoted(self.events, self._node))
        first = self._lines[self._event.line]
        indent = " " * self._event.column
        kept = [indent + comment for comment in (self.comments if comments else ())]
        end = end_of_line(first)
        if not (tidy and self._event.is_block) or first[: self._event.column].strip():
            return [(self._start, self._end, end.join([name, *kept]))]
        above = self.events.starts[self._event.line]
        stop = self.events.starts[self._stop]
        mark = self._mark()
        return [(mark, mark, f" {name}"), (above, stop, "".join(line + end for line in kept))]

    def _mark(self) -> int:
        """Return the index behind the colon or the dash that the source belongs to."""
        number = self._event.line - 1
        while not (line := self._lines[number].split(" #")[0].rstrip()):
            number -= 1
        return self.events.starts[number] + len(line)

    def _shifted(self, columns: int, more: Fields = MappingProxyType({})) -> list[str]:
        """Return its lines, those after the first moved to the right, without their ends.

        More fields are put behind those of a mapping in flow style.
        """
        text, end = self.text, self._end
        if more:
            added = [f"{name}: {flow(value)}" for name, value in more.items()]
            pairs = self.events.pairs(self._node)
            text = spliced(text, in_brackets(self.events, self._node, len(pairs), added))
            end += len(text) - len(self.text)
        first, *rest = [line.rstrip("\r\n") for line in lines_of(text[self._start : end])]
        return [first, *(_moved(line, columns) for line in rest)]


def _moved(line: str, columns: int) -> str:
    if columns >= 0:
        return " " * columns + line if line.strip() else line
    return line[min(-columns, len(indentation(line))) :]


def _inline(root: Any) -> Iterator[tuple[Path, Fields]]:
    """Yield the sources that the data of a file have where they are used, with their paths."""
    fields = mapping_or_empty(root)
    yield from _at(("defaults", "source"), mapping_or_empty(fields.get("defaults")).get("source"))
    for index, claim in mappings_in(fields.get("claims")):
        yield from _at(("claims", index, "source"), claim.get("source"))
        for number, update in mappings_in(claim.get("updates")):
            path = ("claims", index, "updates", number, "source")
            yield from _at(path, update.get("source"))


def _at(path: Path, source: Any) -> Iterator[tuple[Path, Fields]]:
    for step, each in enumerate(source) if isinstance(source, list) else ((None, source),):
        is_inline = isinstance(each, Mapping) and isinstance(each.get("url"), str)
        if is_inline and all(isinstance(text, str) for text in each.values()):
            yield ((*path, step) if step is not None else path), each


def _says_no_more(one: Fields, other: Fields) -> bool:
    return all(other.get(name) == value for name, value in one.items() if name != "url")


def _with(value: Any, path: Path, new: Any) -> Any:
    """Return data with another value at a path."""
    if not path:
        return new
    changed = copy(value)
    changed[path[0]] = _with(value[path[0]], path[1:], new)
    return changed
