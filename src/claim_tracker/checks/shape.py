"""The form of the data: from what pydantic refuses to problems, and to what is valid of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.formfaults import FormFault, problem_of
from claim_tracker.model import ClaimsFile
from claim_tracker.yamldoc import Document, Path, Problem

_MOST_PASSES = 8
_EMPTY = ClaimsFile.model_construct(version=1, claims=())


def validate(document: Document) -> tuple[ClaimsFile, tuple[int, ...], list[Problem]]:
    """The valid part of a document, the indices of its claims, and what is wrong with the rest.

    An unknown field is left out and the claim kept; a claim, source or place with any other
    fault is left out whole, so that the rules still run over all others.
    """
    root = document.root
    if not isinstance(root, dict):
        return _EMPTY, (), [_not_a_mapping(root)]
    claims = root.get("claims")
    indices = list(range(len(claims))) if isinstance(claims, list) else []
    problems: list[Problem] = []
    data: Any = root
    for _ in range(_MOST_PASSES):
        try:
            return ClaimsFile.model_validate(data), tuple(indices), problems
        except ValidationError as error:
            faults = [
                (_path(detail), detail)
                for detail in error.errors(include_url=False, include_context=True)
            ]
            if data is root:
                problems = list(_problems(document, faults))
            data, indices = _without(data, indices, faults)
    return _EMPTY, (), problems


def _not_a_mapping(root: Any) -> Problem:
    what = "a list" if isinstance(root, list) else "a text"
    return Problem(
        "E103",
        f"a file of claims is a mapping, and this is {what}",
        "begin with `version: 1` and put the claims under `claims:`",
    )


def _path(detail: ErrorDetails) -> Path:
    """The location that pydantic gives, without its marks for the branch of a union."""
    path: list[str | int] = []
    for step in detail["loc"]:
        if step in ("<key>", "<inline>") and path and path[-1] == "source" and path[0] == "claims":
            continue
        path.append(step)
    return tuple(path)


def _problems(document: Document, faults: Iterable[tuple[Path, ErrorDetails]]) -> Iterator[Problem]:
    faults = [fault for fault in faults if not document.is_spoiled(fault[0])]
    unknown = {path for path, detail in faults if detail["type"] == "extra_forbidden"}
    for path, detail in faults:
        problem = problem_of(FormFault(document.root, path, detail, unknown))
        if problem is not None:
            yield problem


def _without(
    data: dict[str, Any], indices: list[int], faults: Iterable[tuple[Path, ErrorDetails]]
) -> tuple[dict[str, Any], list[int]]:
    """A copy of the data without what is faulty; `indices` follows the claims that stay."""
    copy = {key: dict(value) if isinstance(value, dict) else value for key, value in data.items()}
    claims = list(copy["claims"]) if isinstance(copy.get("claims"), list) else []
    dropped: set[int] = set()
    for path, detail in faults:
        match path:
            case ("claims", int(index), *inner) if inner and detail["type"] == "extra_forbidden":
                claims[index] = _dropping(claims[index], tuple(inner))
            case ("claims", int(index), *_):
                dropped.add(index)
            case ("sources" | "places" as section, str(key), *_) if len(path) > 1:
                copy[section].pop(key, None)
            case (str(key), *_):
                copy.pop(key, None)
            case _:
                pass
    copy["claims"] = [claim for index, claim in enumerate(claims) if index not in dropped]
    copy.setdefault("version", "1")
    kept = [place for index, place in enumerate(indices) if index not in dropped]
    return copy, kept


def _dropping(value: Any, path: Path) -> Any:
    """A copy of a nested value without the field at the end of the path."""
    first, rest = path[0], path[1:]
    copy = value.copy()
    if rest:
        copy[first] = _dropping(value[first], rest)
    else:
        copy.pop(first, None)
    return copy
