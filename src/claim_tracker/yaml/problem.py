"""A problem at a path of the data, which becomes a span when one is needed."""

from typing import Literal, NamedTuple

from claim_tracker.text.diagnostic import Fix, Span
from claim_tracker.yaml.limits import MAX_DEPTH, MAX_REPORTED_FAULTS

Path = tuple[str | int, ...]
"""From the root of a file to a value: the keys of mappings and the indices of lists."""


At = Literal["value", "key"]


class Problem(NamedTuple):
    """What is wrong (`code`, `message`, `help`) at a `path`, or at a `span` of the text.

    `at` says whether the problem is the value or its key; `related` has further paths of the
    same file, each with a label. Where there is only one right fix, `replacement` is the text to
    write instead of what is wrong, or `fix` has the edits; `proposals` are texts that may be meant.
    """

    code: str
    message: str
    help: str
    path: Path = ()
    at: At = "value"
    span: Span | None = None
    related: tuple[tuple[Path, At, str], ...] = ()
    replacement: str | None = None
    fix: Fix | None = None
    proposals: tuple[str, ...] = ()


def too_deep(span: Span) -> Problem:
    """Return the problem of a list or a mapping that nests deeper than is read."""
    return Problem(
        "E008",
        f"more than {MAX_DEPTH} levels of lists and mappings",
        "the format needs no more than seven; is a bracket too many here?",
        span=span,
    )


def too_many_faults(span: Span | None = None, rest: int | None = None) -> Problem:
    """Return the problem that only the first faults of a file are reported.

    `rest` is how many the others are, where that is known.
    """
    most = f"{MAX_REPORTED_FAULTS:,}"
    found = f"more than {most} faults in one file; the others are not looked at"
    if rest is not None:
        found = f"the first {most} faults of this file are shown, and {rest:,} more are not"
    return Problem("E009", found, "mend these first, or split the file", span=span)
