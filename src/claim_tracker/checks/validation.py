"""The form of the data: from what pydantic refuses to problems, and to what is valid of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.field_names import meant_field, model_at, together
from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.checks.schema_errors import FormFault, problem_of, problem_of_value
from claim_tracker.checks.valid_parts import Validated, alone
from claim_tracker.claims.model import (
    NO_MAPPING,
    SOURCE_FORMS,
    UNKNOWN_FIELD,
    Claim,
    ClaimsFile,
    Part,
    Place,
    Source,
    fields_of,
    validated,
)
from claim_tracker.claims.scalars import Key, Text
from claim_tracker.dates import Period, Within
from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import hidden
from claim_tracker.yaml import Document, Path, Problem
from claim_tracker.yaml.decode import REPLACEMENT, hidden_problem
from claim_tracker.yaml.field_names import MAPPINGS
from claim_tracker.yaml.limits import MAX_FAULTS
from claim_tracker.yaml.problem import too_many_faults

_STAND_INS = {
    "id": "x",
    "claim": "x",
    "kind": "commitment",
    "speaker": "x",
    "source": REPLACEMENT,
}
"""Values of the fields that a claim needs, so that the rest of one with a fault is checked."""
_ENTRIES: dict[str, type[Part]] = {"sources": Source, "places": Place, "claims": Claim}
Fault = tuple[Path, ErrorDetails]
_HERE = Span(1, 1, 1, 1)
_UNREADABLE = re.compile("[\ud800-\udfff]")
_KEYS = TypeAdapter(dict[Key, object])


def sorted_out(document: Document, poisoned: Poisoned) -> Validated:
    """Return what is valid of a document that has faults of form."""
    root = document.root
    faults = list(islice(_faults(root), MAX_FAULTS))
    mended, renamed = _mended(root, faults)
    unknown = {path for path in _unknown(faults) if not poisoned.is_known_fault(path)}
    intended = {path for path, name in renamed.items() if (*path[:-1], name) in unknown}
    problems = [*alone(document), *_problems(root, faults, poisoned, intended)]
    if len(faults) == MAX_FAULTS:
        problems.append(too_many_faults())
    content, indices, left_out = _valid_part(mended)
    left_out |= _perhaps_entries(mended, unknown)
    poisoned = poisoned.by_form(mended, left_out, frozenset(unknown | intended))
    return Validated(content, indices, tuple(problems), mended, renamed, poisoned)


def _faults(root: dict[str, Any]) -> Iterator[Fault]:
    """Every fault of form, entry by entry, so that nobody has to wait for all of them."""
    shell = root | {name: type(root[name])() for name in _ENTRIES if _is_section(root, name)}
    yield from _faults_of(ClaimsFile, shell, ())
    for name, model in _ENTRIES.items():
        yield from _faults_of_keys(root, name)
        for key, entry in _entries(root, name):
            yield from _faults_of(model, entry, (name, key))


def _faults_of(model: type[Part], data: Any, place: Path) -> list[Fault]:
    try:
        validated(model, data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return [
            ((*place, *_path(detail, model)), detail) for detail in details if not _is_tried(detail)
        ]
    return []


def _is_tried(detail: ErrorDetails) -> bool:
    """Whether an error is of the form that a source was tried as, and does not have."""
    form = detail["loc"][-1] if detail["loc"] else None
    if form == SOURCE_FORMS[0] and detail["type"] == "string_type":
        return isinstance(detail["input"], dict)
    return form == SOURCE_FORMS[1] and detail["type"] == NO_MAPPING


def _faults_of_keys(root: dict[str, Any], name: str) -> list[Fault]:
    if name == "claims" or not _is_section(root, name):
        return []
    try:
        _KEYS.validate_python(root[name])
    except ValidationError as error:
        return [((name, detail["loc"][0]), detail) for detail in error.errors(include_url=False)]
    return []


def _is_section(root: dict[str, Any], name: str) -> bool:
    return isinstance(root.get(name), list if name == "claims" else dict)


def _entries(root: dict[str, Any], name: str) -> Iterable[tuple[str | int, Any]]:
    """The entries of a section, each with its key or index; none when it cannot be read."""
    if not _is_section(root, name):
        return ()
    section = root[name]
    return enumerate(section) if isinstance(section, list) else section.items()


def _path(detail: ErrorDetails, model: type[Part]) -> Path:
    """The location that pydantic gives, without its marks for the branch of a union."""
    steps = detail["loc"]
    if model is not Claim:
        return steps
    marks = (index for index, step in enumerate(steps) if step == "source")
    mark = next(marks, len(steps)) + 1
    return (*steps[:mark], *(step for step in steps[mark:] if step not in SOURCE_FORMS))


def _problems(
    root: dict[str, Any], faults: Iterable[Fault], poisoned: Poisoned, intended: Collection[Path]
) -> Iterator[Problem]:
    """Yield the problems of faults, but for what poisoned values or the `intended` fields lack."""
    faults = [(path, detail) for path, detail in faults if not _follows(path, detail, poisoned)]
    are_lists = all(detail["type"] != "tuple_type" for _, detail in faults)
    tags = frozenset() if are_lists else frozenset(_tags(root))
    reported: set[Path] = {*intended}
    for each in together(root, faults):
        reported |= each.covers
        if not poisoned.is_known_fault(each.problem.path):
            yield each.problem
    poisoned = poisoned.by_form(root, frozenset(), frozenset(_unknown(faults)))
    for path, detail in faults:
        if path not in reported:
            problem = problem_of(FormFault(root, path, detail, tags))
            if problem.path == path or not poisoned.is_known_fault(problem.path):
                yield problem


def _unknown(faults: Iterable[Fault]) -> Iterator[Path]:
    return (path for path, detail in faults if detail["type"] == UNKNOWN_FIELD)


def _follows(path: Path, detail: ErrorDetails, poisoned: Poisoned) -> bool:
    """Whether a fault follows from one in reading: a missing field may have been left out."""
    return path in poisoned if detail["type"] == "missing" else poisoned.is_known_fault(path)


def _perhaps_entries(data: dict[str, Any], unknown: Iterable[Path]) -> frozenset[Path]:
    """Return the paths of sections that are none, and of entries that stand in a wrong place."""
    paths: set[Path] = set()
    for name in MAPPINGS:
        section = {} if data.get(name) is None else data[name]
        if not isinstance(section, dict):
            paths.add((name,))
        else:
            paths |= {(name, path[-1]) for path in unknown if path[-1] not in section}
    return frozenset(paths)


def _tags(root: dict[str, Any]) -> Iterator[str]:
    """The tags that the claims have, as far as they are in lists."""
    for _, claim in _entries(root, "claims"):
        tags = claim.get("tags") if isinstance(claim, dict) else None
        yield from (tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()


def _mended(
    root: dict[str, Any], faults: Iterable[Fault]
) -> tuple[dict[str, Any], dict[Path, str]]:
    mended = _Copy(root)
    renamed: dict[Path, str] = {}

    def rename(path: Path, name: str | None) -> None:
        mended.rename(path, name)
        if name is not None:
            renamed[(*path[:-1], name)] = str(path[-1])

    for path, detail in faults:
        if detail["type"] == UNKNOWN_FIELD:
            rename(path, meant_field(mended.value, path))
    # Also those of a section that had a wrong name.
    for section in MAPPINGS:
        for path, _ in _faults_of_keys(mended.value, section):
            rename(path, _free_key(mended.value, path))
    return mended.value, renamed


def _free_key(data: dict[str, Any], path: Path) -> str | None:
    """A key without the white space around it, or None when nothing is left or it is taken."""
    key = str(path[-1]).strip()
    return key if key and key not in data[str(path[0])] else None


def _valid_part(data: dict[str, Any]) -> tuple[ClaimsFile, tuple[int, ...], frozenset[Path]]:
    """The models of what is valid, the indices of its claims, and what they are without."""
    claims, left_out = _valid_entries(data, "claims")
    shell: dict[str, Any] = {"version": "1", "claims": tuple(claims.values())}
    for name in ("timezone", "publisher", "checks"):
        if name in data and not _faults_of(ClaimsFile, shell | {name: data[name]}, ()):
            shell[name] = data[name]
    shell |= {name: _valid_entries(data, name)[0] for name in ("sources", "places")}
    content = validated(ClaimsFile, shell)
    return content, tuple(int(index) for index in claims), left_out


def _valid_entries(
    data: dict[str, Any], name: str
) -> tuple[dict[str | int, Part], frozenset[Path]]:
    """The models of a section's valid entries, and the fields that were left out of them.

    Only up to the most faults that are looked at.
    """
    valid: dict[str | int, Part] = {}
    left_out: set[Path] = set()
    model, faulty = _ENTRIES[name], 0
    for key, entry in _entries(data, name):
        faults = _faults_of(model, entry, ())
        paths = {_part(path) for path, _ in faults} if model is Claim else {()}
        usable = entry if not faults or () in paths else _without(entry, paths)
        if not faults or (usable is not entry and not _faults_of(model, usable, ())):
            valid[key] = validated(model, usable)
            left_out |= {(name, key, *path) for path in paths if faults}
        faulty += len(faults)
        if faulty >= MAX_FAULTS:
            break
    return valid, frozenset(left_out)


def _without(entry: dict[str, Any], paths: Iterable[Path]) -> dict[str, Any]:
    usable = _Copy(entry)
    for path in sorted(paths, key=len, reverse=True):
        if path[0] in _STAND_INS:
            usable.value[path[0]] = _STAND_INS[str(path[0])]
        else:
            usable.rename(path, None)
    return usable.value


def _part(path: Path) -> Path:
    """The field of a claim that a fault is in, or () when the fault is that it is no claim.

    An update without a valid date makes all of them unusable.
    """
    match path:
        case ("updates", int(index), str(field_name), *_) if field_name != "date":
            return ("updates", index, field_name)
        case (str(field_name), *_):
            return (field_name,)
    return ()


def field_value(path: Path, written: str) -> str | Problem:
    """The text at a path of the data as a file is to have it, or what is wrong with it.

    The path is that of a field, or of an item of a list of texts. The result is without white
    space at its ends, and of a date the canonical form.
    """
    if _UNREADABLE.search(written) is not None:
        return Problem("E001", "this is not UTF-8", "write it in UTF-8", path)
    first = next(hidden(written), None)
    if first is not None:
        return hidden_problem(written[first], _HERE)
    try:
        value = _type(path).validate_python(written)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_context=True)[0]
        return problem_of_value(FormFault(_nested(path, written), path, detail))
    return value.text if isinstance(value, Period | Within) else written.strip()


@cache
def _type(path: Path) -> TypeAdapter[Any]:
    if isinstance(path[-1], int):
        return TypeAdapter(Text)
    field = fields_of(model_at(path[:-1]))[str(path[-1])]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind)


def _nested(path: Path, value: Any) -> Any:
    """Data in which there is a value at a path, and nothing else."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


class _Copy:
    """A copy of nested data, of which only that is copied which is changed."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.value: dict[Any, Any] = data.copy()
        self._copied: set[Path] = {()}

    def rename(self, path: Path, name: str | None) -> None:
        """Give the field at a path another name, as the last of its mapping, or leave it out."""
        holder = self.value
        for end, step in enumerate(path[:-1], start=1):
            if path[:end] not in self._copied:
                holder[step] = holder[step].copy()
                self._copied.add(path[:end])
            holder = holder[step]
        content = holder.pop(path[-1])
        if name is not None:
            holder[name] = content
