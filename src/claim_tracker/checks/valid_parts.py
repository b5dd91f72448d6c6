"""What is valid of a document."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from claim_tracker.checks.poisoned import Poisoned, poisoned_by_reading
from claim_tracker.claims.model import ClaimsFile, validated
from claim_tracker.yaml import Document, Path, Problem

_EMPTY = ClaimsFile(version=1, claims=())


@dataclass(frozen=True)
class Validated:
    """What is valid of a document, and what is wrong with the rest.

    `content` are the models and `indices` the places of its claims in the file. `mended` is the
    data as written but for its unknown fields: one that is a slip has the name that is meant
    (`renamed` tells for its path which name stands in the file), any other is left out. Fields
    with a fault are `poisoned`: a claim among the models is without them, or where it needs them
    something else stands there.
    """

    content: ClaimsFile = _EMPTY
    indices: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    mended: dict[str, Any] = field(default_factory=dict)
    renamed: dict[Path, str] = field(default_factory=dict)
    poisoned: Poisoned = field(default_factory=Poisoned)


def validate(document: Document) -> Validated:
    """The valid part of a document, and the problems of its form.

    A field of a claim with a fault is left out; a source or place with one is left out whole. So
    the rules still run over all that is left.
    """
    root, poisoned = document.root, poisoned_by_reading(document)
    if not isinstance(root, dict):
        what = "a list" if isinstance(root, list) else "a text"
        fault = _not_a_mapping(what, "begin with `version: 1` and put the claims under `claims:`")
        problems = () if () in poisoned else (fault,)
        return Validated(problems=problems, poisoned=poisoned)
    try:
        content = validated(ClaimsFile, root)
    except ValidationError:
        # What tells a fault in words is needed only where there is one.
        from claim_tracker.checks.validation import sorted_out

        return sorted_out(document, poisoned)
    indices = tuple(range(len(content.claims)))
    return Validated(content, indices, alone(document), root, poisoned=poisoned)


def alone(document: Document) -> tuple[Problem, ...]:
    """The problem of claims that are alone in their file."""
    match document.composed.above:
        case ():
            return ()
        case ("claims",):
            what, advice = "a list", "write `version: 1` and `claims:` above it"
        case _:
            what, advice = (
                "one claim",
                "begin with `version: 1`, `claims:` and `- ` before the claim",
            )
    return (_not_a_mapping(what, advice),)


def _not_a_mapping(what: str, advice: str) -> Problem:
    return Problem("E103", f"a file of claims is a mapping, and this is {what}", advice)
