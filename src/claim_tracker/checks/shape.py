"""The form of the data: from what pydantic refuses to problems, and to what is valid of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.formfaults import FormFault, meant_field, problem_of
from claim_tracker.model import ClaimsFile
from claim_tracker.yamldoc import Document, Path, Problem

_MOST_PASSES = 8
Fault = tuple[Path, ErrorDetails]
_EMPTY = ClaimsFile.model_construct(version=1, claims=())


@dataclass(frozen=True)
class Validated:
    """What is valid of a document, and what is wrong with the rest.

    `content` are the models and `indices` the places of its claims in the file. `mended` is the
    data as written but for its unknown fields: one that is a slip has the name that is meant
    (`renamed` tells for its path which name stands in the file), any other is left out.
    """

    content: ClaimsFile = _EMPTY
    indices: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    mended: dict[str, Any] = field(default_factory=dict)
    renamed: dict[Path, str] = field(default_factory=dict)


def validate(document: Document) -> Validated:
    """The valid part of a document, and the problems of its form.

    A claim, source or place with a fault that cannot be mended is left out whole, so that the
    rules still run over all others.
    """
    root = document.root
    if not isinstance(root, dict):
        problems = () if document.is_spoiled(()) else (_not_a_mapping(root),)
        return Validated(problems=problems)
    try:
        content = ClaimsFile.model_validate(root)
    except ValidationError as error:
        faults = _faults(error)
        mended, renamed = _mended(root, faults)
        content, indices = _valid_part(mended)
        return Validated(content, indices, tuple(_problems(document, faults)), mended, renamed)
    return Validated(content, tuple(range(len(content.claims))), (), root)


def _not_a_mapping(root: Any) -> Problem:
    what = "a list" if isinstance(root, list) else "a text"
    return Problem(
        "E103",
        f"a file of claims is a mapping, and this is {what}",
        "begin with `version: 1` and put the claims under `claims:`",
    )


def _faults(error: ValidationError) -> list[Fault]:
    details = error.errors(include_url=False, include_context=True)
    return [(_path(detail), detail) for detail in details]


def _path(detail: ErrorDetails) -> Path:
    """The location that pydantic gives, without its marks for the branch of a union."""
    path: list[str | int] = []
    for step in detail["loc"]:
        if step in ("<key>", "<inline>") and path and path[-1] == "source" and path[0] == "claims":
            continue
        path.append(step)
    return tuple(path)


def _problems(document: Document, faults: Iterable[Fault]) -> Iterator[Problem]:
    faults = [fault for fault in faults if not document.is_spoiled(fault[0])]
    unknown = {path for path, detail in faults if detail["type"] == "extra_forbidden"}
    for path, detail in faults:
        problem = problem_of(FormFault(document.root, path, detail, unknown))
        if problem is not None:
            yield problem


def _mended(
    root: dict[str, Any], faults: Iterable[Fault]
) -> tuple[dict[str, Any], dict[Path, str]]:
    mended, renamed = root, {}
    for path, detail in faults:
        if detail["type"] == "extra_forbidden":
            name = meant_field(mended, path)
            mended = _renaming(mended, path, name)
            if name is not None:
                renamed[(*path[:-1], name)] = str(path[-1])
    return mended, renamed


def _valid_part(data: dict[str, Any]) -> tuple[ClaimsFile, tuple[int, ...]]:
    """The models of what is valid, and the indices of its claims."""
    claims = data.get("claims")
    indices = range(len(claims)) if isinstance(claims, list) else range(0)
    kept = list(indices)
    for _ in range(_MOST_PASSES):
        try:
            return ClaimsFile.model_validate(data), tuple(kept)
        except ValidationError as error:
            data, kept = _without(data, kept, _faults(error))
    return _EMPTY, ()


def _without(
    data: dict[str, Any], indices: list[int], faults: Iterable[Fault]
) -> tuple[dict[str, Any], list[int]]:
    """A copy of the data without what is faulty; `indices` follows the claims that stay."""
    copy = {key: dict(value) if isinstance(value, dict) else value for key, value in data.items()}
    dropped: set[int] = set()
    for path, _ in faults:
        match path:
            case ("claims", int(index), *_):
                dropped.add(index)
            case ("sources" | "places" as section, str(key), *_):
                copy[section].pop(key, None)
            case (str(key), *_):
                copy.pop(key, None)
    claims = copy.get("claims")
    copy["claims"] = [
        claim
        for index, claim in enumerate(claims if isinstance(claims, list) else ())
        if index not in dropped
    ]
    copy.setdefault("version", "1")
    return copy, [place for index, place in enumerate(indices) if index not in dropped]


def _renaming(value: Any, path: Path, name: str | None) -> Any:
    """A copy of a nested value whose field at the path has another name, or is left out."""
    first, rest = path[0], path[1:]
    copy = value.copy()
    if rest:
        copy[first] = _renaming(value[first], rest, name)
        return copy
    content = copy.pop(first)
    if name is not None:
        copy[name] = content
    return copy
