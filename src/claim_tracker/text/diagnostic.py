"""A finding: one problem in the data, where it is, and what to write instead."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
FileLines = Mapping[str, Sequence[str]]
"""The lines of each file, by its name."""


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """A second location of a finding, such as where an id was first used."""

    file: str
    span: Span
    label: str


class Edit(NamedTuple):
    """A change of a file's text: what stands at the span gives way to the text."""

    span: Span
    text: str


class Fix(NamedTuple):
    """The one right mend of a finding: in words, and as edits in file order, none in another."""

    message: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One problem. `code` is a key of the catalogue; `claim` the id of the claim it is in.

    `fix` is there where the problem has only one right mend; `proposals` are mends that may be
    meant, of which a person has to choose.
    """

    code: str
    message: str
    help: str
    file: str
    span: Span
    claim: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    proposals: tuple[Fix, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return the severity: errors make the data invalid, warnings do not."""
        return "warning" if self.code.startswith("W") else "error"
