"""Mending what has one right answer, and keeping every other byte."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from yaml import YAMLError

from claim_tracker.edit.edits import Mend, mended_events, mended_text, moved
from claim_tracker.edit.events import Events, events_of
from claim_tracker.edit.hidden_characters import needless_characters
from claim_tracker.edit.order import updates_in_order
from claim_tracker.edit.scalars import (
    canonical_dates,
    ends_of_lines,
    has_blank_ends,
    known_names,
)
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.decode import decode, split_lines

_MARK = "\ufeff"
_MENDABLE = ("W304", "E101", "E209", "E213")
_MOST_ROUNDS = 12
_MOST_READINGS = 100


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its mends, and what they are: one line in words for each.

    Without mends the text is that of before. Lines are those of the text before.
    """

    text: str
    mended: tuple[str, ...]


def fix(document: Document, findings: Sequence[Finding]) -> Fixed:
    """Mend what findings of the document say there is one right answer for, and blank ends.

    A document that could not be read as it is written, or is not UTF-8, is left as it is. The
    text is without the byte order mark, as the document's is.
    """
    mends, text = _mended(document, findings)
    return Fixed(text, _in_words(mends))


def fixed_point(name: str, data: bytes, check: Callable[[Document], Sequence[Finding]]) -> Fixed:
    """Mend the bytes of a file, and again what only then is found, until nothing is left to do.

    `check` gives the findings of a document. The text has the byte order mark that the data
    has; of data that is not UTF-8 it is what could be read, without mends.
    """
    mark = _MARK if data.startswith(_MARK.encode()) else ""
    document = read(name, data)
    text = document.text.written
    numbers = list(range(1, len(split_lines(text)) + 1))
    done: list[Mend] = []
    for _ in range(_MOST_ROUNDS):
        mends, new = _mended(document, check(document))
        if not mends:
            break
        text, document = new, read(name, (mark + new).encode())
        done += (replace(mend, line=numbers[mend.line - 1]) for mend in mends)
        numbers = moved(numbers, mends)
    return Fixed(mark + text, _in_words(done))


def _in_words(mends: Sequence[Mend]) -> tuple[str, ...]:
    ordered = sorted(mends, key=lambda mend: mend.line)
    return tuple(f"line {mend.line}: {mend.words}" for mend in ordered)


def _mended(document: Document, findings: Sequence[Finding]) -> tuple[list[Mend], str]:
    """The mends of a document that do what they are to do and nothing else, and the new text."""
    text = document.text.written
    own = [finding for finding in findings if finding.file == document.name]
    mendable = any(finding.code in _MENDABLE for finding in own)
    events = _events(document) if mendable or has_blank_ends(text) else None
    if events is None:
        return [], text
    mends = _proven(text, events, list(_mends(text, events, own)))
    return mends, mended_text(text, mends)


def _events(document: Document) -> Events | None:
    """The events of a document; None when there is more to mend in it than is mended here."""
    unreadable = any(problem.code in ("E001", "E009") for problem in document.text.problems)
    is_repaired = any(problem.code in ("E002", "E004") for problem in document.composed.problems)
    if unreadable or is_repaired or not document.complete:
        return None
    try:
        return events_of(document.text.clean)
    except YAMLError:
        return None


def _mends(text: str, events: Events, findings: Sequence[Finding]) -> Iterator[Mend]:
    yield from needless_characters(text, events, findings)
    yield from known_names(text, events, findings)
    yield from canonical_dates(text, events, findings)
    yield from ends_of_lines(text, events)
    yield from updates_in_order(text, events, findings)


def _proven(text: str, events: Events, mends: list[Mend]) -> list[Mend]:
    """The mends after which the text, read again, says what it is to say.

    One that fails is looked for by halves, and what is not proven in a hundred readings is
    left out, since a large file takes seconds to read.
    """
    good: list[Mend] = []
    parts = [mends] if mends else []
    for _ in range(_MOST_READINGS):
        if not parts:
            break
        part = parts.pop()
        half = len(part) // 2
        if _is_proven(text, events, [*good, *part]):
            good += part
        elif half:
            parts += [part[half:], part[:half]]
    return good


def _is_proven(text: str, events: Events, mends: Sequence[Mend]) -> bool:
    new = mended_text(text, mends)
    mark = _MARK if new.startswith(_MARK) else ""  # of two marks only the first is left out
    try:
        said = events_of(decode((mark + new).encode()).clean).said
    except YAMLError:
        return False
    same_lines = len(split_lines(new)) == len(split_lines(text))
    return same_lines and said == mended_events(events, mends)
