"""A document without a fault by its lines, which stays the base of what is read after changes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.document import Document
from claim_tracker.yaml.limits import MAX_ENTRIES
from claim_tracker.yaml.lines import indent_of, is_content
from claim_tracker.yaml.outline import CLAIM_START, MOVED_HEADER
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.recovery.fault import MAX_REGION_LINES
from claim_tracker.yaml.recovery.fixit import content_below, has_more_below
from claim_tracker.yaml.recovery.sections import EMPTY, FIRST_HALF, INDENTED_SECTION, SECOND_HALF

_MIN_CLAIMS = 8
_MIN_FIELDS = 2
_NOTABLE = re.compile(
    rf"^(?:(?P<at_margin>[^\s#-])|(?P<header>{MOVED_HEADER})|(?P<claim>{CLAIM_START.pattern})"
    rf"|(?P<empty>{EMPTY.pattern})|(?P<section>{INDENTED_SECTION.pattern})"
    rf"|(?P<cut>{SECOND_HALF.pattern}))",
    re.MULTILINE,
)
"""A line that recovery may take for something else than the part of a claim that it is."""


class MatchingBlock(NamedTuple):
    """Lines that are the same in two texts: where they begin in each, from 0, and how many."""

    old: int
    new: int
    length: int


class Base(NamedTuple):
    """A document without a fault, by its lines, each of whose claims begins on one of its own.

    `starts` are these lines, from 0. All claims begin at the same column, the `indent`. `odd` are
    the indices of those in which recovery may find something, were there a fault elsewhere.
    """

    document: Document
    lines: list[str]
    claims: list[Mapping]
    starts: list[int]
    indent: int
    odd: frozenset[int] = frozenset()

    def claims_in(self, block: MatchingBlock) -> tuple[int, int]:
        """Return the first claim whose lines are all in a block, and the one after the last.

        So is the line on which the next one begins: the last claim of a file never is.
        """
        first = bisect_right(self.starts, block.old - 1)
        stop = bisect_right(self.starts, block.old + block.length - 1) - 1
        return min(first, len(self.starts) - 1), stop


def base_of(
    document: Document,
    lines: list[str],
    known: Base | None = None,
    blocks: Sequence[MatchingBlock] = (),
) -> Base | None:
    """Return a document as a base; None where it has a fault, or no claims on lines of their own.

    Of a `known` one are the claims on the lines of the blocks.
    """
    root, starts = document.root, document.starts_of_claims
    claims = root.get("claims") if isinstance(root, Mapping) else None
    if not is_clean(document) or not isinstance(claims, list) or starts is None:
        return None
    if not _MIN_CLAIMS <= len(claims) <= MAX_ENTRIES // 2:
        return None
    starts = [line - 1 for line in starts]
    indent = indent_of(lines[starts[0]])
    dash = " " * indent + "- "
    are_in_order = all(one < other for one, other in pairwise(starts))
    if not are_in_order or not all(lines[start].startswith(dash) for start in starts):
        return None
    base = Base(document, lines, claims, starts, indent)
    if known is None or known.indent != indent:
        return base._replace(odd=frozenset(_odd_claims(base, 0, len(claims) - 1)))
    return base._replace(odd=frozenset(_odd_of_changed(base, known, blocks)))


def is_clean(document: Document) -> bool:
    """Whether a document was read as it is written, without a fault."""
    composed = document.composed
    if document.problems or composed.spoiled or composed.gaps or composed.above:
        return False
    is_as_written = not document.origins and document.readable == document.text.written
    return document.complete and is_as_written


def _odd_of_changed(base: Base, known: Base, blocks: Sequence[MatchingBlock]) -> Iterator[int]:
    """Yield the indices of the odd claims; those on the lines of blocks are known."""
    done = 0
    for block in blocks:
        first, stop = known.claims_in(block)
        if first < stop:
            start = known.starts[first] + block.new - block.old
            moved = bisect_right(base.starts, start) - 1 - first
            yield from _odd_claims(base, done, first + moved)
            yield from (index + moved for index in known.odd if first <= index < stop)
            done = stop + moved
    yield from _odd_claims(base, done, len(base.claims) - 1)


def _odd_claims(base: Base, first: int, stop: int) -> Iterator[int]:
    """Yield the indices of the claims, from the first on, in which recovery may find something.

    Some are named though it would not: they are only read again without need.
    """
    if first >= stop:
        return
    lines, starts = base.lines, base.starts
    top = starts[first]
    own = lines[top : starts[stop]]
    text = "\n".join(own)
    begins = set(starts[first:stop])
    odd: set[int] = set()
    number, at = top, 0
    for match in _NOTABLE.finditer(text):
        number, at = number + text.count("\n", at, match.start()), match.start()
        if match.lastgroup == "claim" and number in begins:
            begins.remove(number)
        elif _is_odd(match.lastgroup, lines, number):
            odd.add(number)
    odd |= begins
    odd |= {n for n, line in enumerate(own, top) if line.find("- id: ", base.indent + 1) >= 0}
    if "\t" in text or REPLACEMENT in text:
        odd |= {n for n, line in enumerate(own, top) if "\t" in line or REPLACEMENT in line}
    yield from {bisect_right(starts, number) - 1 for number in odd}
    yield from (index for index in range(first, stop) if not _is_in_line(base, index))


def _is_odd(kind: str | None, lines: Sequence[str], number: int) -> bool:
    """Whether a line of a kind that may be odd is."""
    own = lines[number : number + MAX_REGION_LINES]
    match kind:
        case "cut":
            return FIRST_HALF.match(lines[number - 1]) is not None
        case "empty":
            return has_more_below(own, 0)
        case "section":
            return not content_below(own, 0).lstrip().startswith("-")
    return True


def _is_in_line(base: Base, index: int) -> bool:
    """Whether a claim has an id and more, the first two of its fields at the usual column."""
    claim, start = base.claims[index], base.starts[index]
    column = base.indent + 2
    first, second = base.lines[start], base.lines[start + 1]
    return (
        len(claim) >= _MIN_FIELDS
        and "id" in claim
        and first[column] != " "
        and indent_of(second) == column
        and is_content(second)
    )
