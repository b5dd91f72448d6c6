"""The rules that there are: each is a function, registered with its code by its decorator.

The code is the name of the rule's page in the catalogue; its first letter says whether the rule
finds errors (E) or warnings (W).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.text.diagnostic import Fix, Span
from claim_tracker.yaml import At, Path, Problem


class Violation(NamedTuple):
    """What breaks a rule: a problem (see there) of which the rule gives the code.

    Where it has a `span`, that is where it is shown; else `at` marks the value at its path, or
    the key of that, where the value may be a long text or is not itself what is wrong.

    It is dropped where the value at one of the `inputs` is poisoned, or its own path. Name there
    what a violation follows from. A rule asks `file.is_poisoned` where such a value is to be left
    out of what it compares or counts, or changes what it says.
    """

    message: str
    help: str
    path: Path
    at: At = "value"
    span: Span | None = None
    related: tuple[tuple[Path, At, str], ...] = ()
    replacement: str | None = None
    fix: Fix | None = None
    proposals: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = ()

    def problem(self, code: str) -> Problem:
        """Return it as a problem of the rule's code."""
        return Problem(code, *self[:-1])


class FileViolation(NamedTuple):
    """A violation in one of several files, and a path of one of them that is a part of it.

    `beside` is that file, the path and its label.
    """

    file: CheckedFile
    violation: Violation
    beside: tuple[CheckedFile, Path, str] | None = None


FileCheck = Callable[[CheckedFile], Iterator[Violation]]
CrossFileCheck = Callable[[Sequence[CheckedFile]], Iterator[FileViolation]]
_F = TypeVar("_F", bound=FileCheck)
_G = TypeVar("_G", bound=CrossFileCheck)
_C = TypeVar("_C")


@dataclass(frozen=True, slots=True)
class Rule(Generic[_C]):
    """A rule: its code, and the function that checks it.

    One that `needs_whole_files` is left out where a file was not read whole. What one `by_claim`
    finds in a claim follows from that claim, the sources that it names by their keys, the settings
    of the file, and the day; where the claim has a source of its own, from all sources. One
    `of_unused` finds what can be left out, as nothing refers to it.
    """

    code: str
    check: _C
    needs_whole_files: bool = False
    by_claim: bool = False
    of_unused: bool = False

    @property
    def is_warning(self) -> bool:
        """Whether what breaks it leaves the data valid."""
        return self.code.startswith("W")


FILE_RULES: list[Rule[FileCheck]] = []
"""The rules that look at one file at a time, as the modules beside this one register them."""

CROSS_FILE_RULES: list[Rule[CrossFileCheck]] = []
"""The rules that compare all files."""


def rule(code: str, *, by_claim: bool = False, of_unused: bool = False) -> Callable[[_F], _F]:
    """Return the decorator that registers a rule that looks at one file at a time."""

    def register(check: _F) -> _F:
        FILE_RULES.append(Rule(code, check, by_claim=by_claim, of_unused=of_unused))
        return check

    return register


def cross_file_rule(code: str, *, needs_whole_files: bool = False) -> Callable[[_G], _G]:
    """Return the decorator that registers a rule that compares all files."""

    def register(check: _G) -> _G:
        CROSS_FILE_RULES.append(Rule(code, check, needs_whole_files=needs_whole_files))
        return check

    return register
