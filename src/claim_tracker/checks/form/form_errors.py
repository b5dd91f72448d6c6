"""Models of the entries of a file, or their form errors as pydantic tells them."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.form.known_claims import PartialClaim
from claim_tracker.claims.fields import NO_MAPPING, UNKNOWN_FIELD, Part, validated
from claim_tracker.claims.model import SOURCE_FORMS, Claim, Place, Source
from claim_tracker.claims.scalars import Key
from claim_tracker.yaml import Path

ENTRIES: dict[str, type[Part]] = {"sources": Source, "places": Place, "claims": Claim}
FormError = tuple[Path, ErrorDetails]
"""A form error: where it is, and what pydantic tells of it."""


def form_errors_of(model: type[Part], data: Any, path: Path) -> list[FormError]:
    """Return the errors of what is at a path."""
    return made_of(model, data, path)[1]


def made_of(model: type[Part], data: Any, path: Path = ()) -> tuple[Part | None, list[FormError]]:
    """Return the model that the data describes, or None and the errors of the data."""
    if isinstance(data, model):
        return data, []
    if isinstance(data, PartialClaim):
        return None, [_missing_error(name, path) for name in data.lacking]
    try:
        return validated(model, data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [
            ((*path, *_path(detail, model)), detail) for detail in details if not _is_tried(detail)
        ]


def _missing_error(name: str, path: Path) -> FormError:
    """Return the error of a field that is not there, in what is at a path."""
    return (*path, name), ErrorDetails(type="missing", loc=(name,), msg="", input=None)


def _is_tried(detail: ErrorDetails) -> bool:
    """Whether an error is of the form that a source was tried as, and does not have.

    So is that of a list without an item, where each of its items has an error.
    """
    form = detail["loc"][-1] if detail["loc"] else None
    if form == SOURCE_FORMS[0] and detail["type"] == "string_type":
        return isinstance(detail["input"], dict | list)
    if detail["type"] == "too_short":
        return bool(detail["input"])
    return form == SOURCE_FORMS[-1] and detail["type"] == NO_MAPPING


def key_errors(root: dict[str, Any], name: str) -> list[FormError]:
    """Return the errors of the keys of a section."""
    if name == "claims" or not is_section(root, name):
        return []
    try:
        _keys().validate_python(root[name])
    except ValidationError as error:
        return [((name, detail["loc"][0]), detail) for detail in error.errors(include_url=False)]
    return []


@cache
def _keys() -> TypeAdapter[dict[str, object]]:
    return TypeAdapter(dict[Key, object])


def is_section(root: dict[str, Any], name: str) -> bool:
    """Whether a section is there, and has the form of one."""
    return isinstance(root.get(name), list if name == "claims" else dict)


def entries_of(root: dict[str, Any], name: str) -> Iterable[tuple[str | int, Any]]:
    """Return the entries of a section, each with its key or index; none when it cannot be read."""
    if not is_section(root, name):
        return ()
    section = root[name]
    return enumerate(section) if isinstance(section, list) else section.items()


def _path(detail: ErrorDetails, model: type[Part]) -> Path:
    """Return the location that pydantic gives, without its marks for the branch of a union."""
    steps = detail["loc"]
    if "source" not in steps or model in (Source, Place):
        return steps
    marks = (index for index, step in enumerate(steps) if step == "source")
    mark = next(marks, len(steps)) + 1
    return (*steps[:mark], *(step for step in steps[mark:] if step not in SOURCE_FORMS))


def without_entries(root: dict[str, Any]) -> dict[str, Any]:
    """Return what a file holds apart from its entries: in their place its sections are empty."""
    return root | {name: type(root[name])() for name in ENTRIES if is_section(root, name)}


def unknown_in(errors: Iterable[FormError]) -> Iterator[Path]:
    """Return the paths of the unknown fields."""
    return (path for path, detail in errors if detail["type"] == UNKNOWN_FIELD)
