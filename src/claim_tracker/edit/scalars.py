"""Mends within one line: a date, the name of a field, white space at the end of a line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claim_tracker.dates import DateError, parse_period
from claim_tracker.edit.edits import Writing, lines_of
from claim_tracker.edit.events import Events
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import one_line, without_hidden
from claim_tracker.yaml.decode import REPLACEMENT

_BLANKS = " \t"


def canonical_dates(text: str, events: Events, findings: Sequence[Finding]) -> Iterator[Writing]:
    """Each date that W304 found, as it is written canonically."""
    for place, finding in _found(events, findings, "W304"):
        written = events.listed[place].value
        if not events.is_key(place) and _canonical(written) == _new_text(finding):
            yield from _rewriting(text, events, place, str(_new_text(finding)))


def known_names(text: str, events: Events, findings: Sequence[Finding]) -> Iterator[Writing]:
    """Each unknown field that E101 found to be a slip, by the name that is meant.

    Left alone where that name, or the slip, stands in the mapping a second time, and where two
    slips are meant to be the same field.
    """
    slips = [
        (place, finding.fix.edits[0].text)
        for place, finding in _found(events, findings, "E101")
        if finding.fix is not None and events.is_key(place)
    ]
    meant = Counter((events.parent(place), name) for place, name in slips)
    for place, name in slips:
        parent = events.parent(place)
        names = Counter(_names(events, parent))
        single = names[events.listed[place].value] == 1
        if single and name not in names and meant[parent, name] == 1:
            yield from _rewriting(text, events, place, name)


def ends_of_lines(text: str, events: Events) -> Iterator[Writing]:
    """Each line with white space at its end, but for those inside a block or quoted scalar.

    A line of white space alone stays where it keeps a carriage return and a line feed apart.
    """
    start, before = 0, ""
    kept = _lines_with_values(events) if has_blank_ends(text) else set()
    for number, line in enumerate(lines_of(text)):
        body = line.rstrip("\r\n")
        bare = body.rstrip(_BLANKS)
        joins = not bare and before.endswith("\r") and line.endswith("\n")
        if bare != body and number not in kept and not (joins and "\r" not in line):
            where = (start + len(bare), start + len(body))
            yield Writing(number + 1, "no white space at the end", *where)
        start, before = start + len(line), line


def has_blank_ends(text: str) -> bool:
    """Whether white space stands at the end of a line."""
    return any(line.rstrip("\r\n").endswith((" ", "\t")) for line in lines_of(text))


def _found(events: Events, findings: Sequence[Finding], code: str) -> Iterator[tuple[int, Finding]]:
    """The findings of a code, each with the place of the scalar that it is at."""
    wanted = [finding for finding in findings if finding.code == code]
    scalars = events.scalars() if wanted else {}
    for finding in wanted:
        place = scalars.get((finding.span.line, finding.span.column))
        if place is not None:
            yield place, finding


def _new_text(finding: Finding) -> str | None:
    return finding.fix.edits[0].text if finding.fix is not None else None


def _canonical(written: str) -> str | None:
    try:
        return parse_period(written).text
    except DateError:
        return None


def _names(events: Events, mapping: int | None) -> list[str]:
    """The names of the fields of a mapping, as they are read."""
    keys = [events.listed[key] for key, _ in events.pairs(mapping)] if mapping is not None else []
    return [without_hidden(key.value).replace(REPLACEMENT, "") for key in keys]


def _rewriting(text: str, events: Events, place: int, new: str) -> Iterator[Writing]:
    """The writing of another value, where the scalar is on one line and stands there as it is."""
    event = events.listed[place]
    quote = event.style
    source = text[event.start : event.end]
    if event.is_bare and quote in ("", "'", '"') and source == f"{quote}{event.value}{quote}":
        words = f"`{one_line(event.value)}` is now `{one_line(new)}`"
        inside = (event.start + len(quote), event.end - len(quote))
        yield Writing(event.line + 1, words, *inside, new, place)


def _lines_with_values(events: Events) -> set[int]:
    """The lines, from 0, whose end is inside a block scalar or a quoted one."""
    lines: set[int] = set()
    for event in events.listed:
        if event.is_block_scalar:
            lines.update(range(event.line + 1, event.last_line + 1))
        elif event.style:
            lines.update(range(event.line, event.end_line))
    return lines
