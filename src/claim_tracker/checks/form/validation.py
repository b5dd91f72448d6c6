"""The form of a document: the models of what is valid of it, and the errors of the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from claim_tracker.checks.form.completed import (
    Completed,
    claims_with_defaults,
    completed_of,
    defaults_in,
)
from claim_tracker.checks.form.form_errors import (
    ENTRIES,
    FormError,
    entries_of,
    form_errors_of,
    is_section,
    key_errors,
    made_of,
    without_entries,
)
from claim_tracker.checks.form.known_claims import STAND_INS, KnownClaims, PartialClaim, known_claim
from claim_tracker.checks.form.mended_data import MendedData, NestedCopy
from claim_tracker.checks.poisoned import Poisoned, poisoned_by_reading
from claim_tracker.claims.fields import Part, fields_of, validated
from claim_tracker.claims.model import Claim, ClaimsFile
from claim_tracker.yaml import Document, Path, Problem
from claim_tracker.yaml.field_names import MAPPINGS
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS
from claim_tracker.yaml.problem import too_many_faults

_EMPTY = ClaimsFile(version=1, claims=())
_SETTINGS = tuple(name for name in fields_of(ClaimsFile) if name not in ("version", *ENTRIES))
"""The fields of a file other than its sections."""


@dataclass(frozen=True)
class Validated:
    """What is valid of a document, and what is wrong with the rest.

    `content` are the models and `indices` the positions of its claims in the file. `mended` is the
    data as written but for its unknown fields: one that is a slip has the intended name
    (`renamed` tells for its path which name stands in the file), any other is left out. Fields
    with an error are `poisoned`: a claim among the models is without them, or where it needs them
    something else stands there.
    """

    content: ClaimsFile = _EMPTY
    indices: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    mended: dict[str, Any] = field(default_factory=dict)
    renamed: dict[Path, str] = field(default_factory=dict)
    poisoned: Poisoned = field(default_factory=Poisoned)


def validate(
    document: Document, known: KnownClaims | None = None, most: int = MAX_REPORTED_FAULTS
) -> Validated:
    """Return the valid part of a document, and the problems of its form, `most` of them.

    A field of a claim with an error is left out; a source or place with one is left out whole. So
    the rules still run over all that is left. The claims that are `known` are not validated
    again; then those of this document are.
    """
    known = KnownClaims() if known is None else known
    root, poisoned = document.root, poisoned_by_reading(document)
    if not isinstance(root, dict):
        what = "a list" if isinstance(root, list) else "a text"
        problem = _not_a_mapping(what, "begin with `version: 1` and put the claims under `claims:`")
        problems = () if () in poisoned else (problem,)
        return Validated(problems=problems, poisoned=poisoned)
    defaults = root.get("defaults")
    try:
        content = validated(ClaimsFile, root | claims_with_defaults(root, defaults, known))
    except ValidationError:
        return _valid_part_of(document, poisoned, known, most)
    known.keep(zip(tuple(root.get("claims") or ()), content.claims, strict=True), defaults)
    indices = tuple(range(len(content.claims)))
    return Validated(content, indices, _without_a_file(document), root, poisoned=poisoned)


def _without_a_file(document: Document) -> tuple[Problem, ...]:
    """Return the problem of claims that are the root of their file, with nothing around them."""
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


def _valid_part_of(
    document: Document, poisoned: Poisoned, known: KnownClaims, most: int
) -> Validated:
    """Return what is valid of a document that has form errors."""
    completed = completed_of(document.root, known)
    written = MendedData(document.root, poisoned)
    for errors in _first(_form_errors(completed, known), most):
        written.take(errors)
    written.trim_keys()
    problems = [*_without_a_file(document), *written.problems]
    if written.number_of_errors == most:
        problems.append(too_many_faults())
    mended = written.mended
    content, indices, left_out = _valid_part(completed.after(mended, known), known, most)
    left_out |= {(name,) for name in MAPPINGS if not isinstance(mended.get(name), dict | None)}
    poisoned = replace(
        poisoned,
        data=mended,
        left_out=left_out,
        unknown=frozenset(written.unknown | written.intended),
        misplaced=_misplaced(mended, written.unknown),
    )
    return Validated(content, indices, tuple(problems), mended, written.renamed, poisoned)


def _first(groups: Iterable[list[FormError]], most: int) -> Iterator[list[FormError]]:
    """Yield the groups of the first errors, so many at `most`, and look for no others."""
    left = most
    for errors in groups:
        yield errors[:left]
        left -= len(errors)
        if left <= 0:
            return


def _form_errors(completed: Completed, known: KnownClaims) -> Iterator[list[FormError]]:
    """Yield the form errors, entry by entry, so that they are not all there at a time.

    The claims that have none are `known` then, and there as their models.
    """
    root, claims = completed.data, completed.claims
    yield form_errors_of(ClaimsFile, without_entries(root), ())
    written = defaults_in(root)
    valid: list[tuple[Any, Claim]] = []
    known.keep(valid, completed.defaults)
    for name, model in ENTRIES.items():
        yield key_errors(root, name)
        for key, entry in entries_of(root | claims, name):
            made, errors = made_of(model, entry, (name, key))
            if isinstance(made, Claim):
                valid.append((root[name][key], made))
                claims[name][int(key)] = made
            # What a default that has an error was to give is not missing.
            yield [
                (path, detail)
                for path, detail in errors
                if detail["type"] != "missing" or path[2:] not in written
            ]


def _misplaced(data: dict[str, Any], unknown: Iterable[Path]) -> frozenset[Path]:
    """Return the paths of the entries of sections that may stand under an unknown name."""
    names = {path[-1] for path in unknown}
    sections = {name: data[name] if is_section(data, name) else {} for name in MAPPINGS}
    return frozenset(
        (section, name) for section, keys in sections.items() for name in names if name not in keys
    )


def _valid_part(
    completed: Completed, known: KnownClaims, most: int
) -> tuple[ClaimsFile, tuple[int, ...], frozenset[Path]]:
    """Return the models of what is valid, the indices of its claims, and what they are without."""
    data, defaults = completed.data, completed.defaults
    claims, left_out = _valid_entries(data | completed.claims, "claims", most)
    known.keep(_to_know(data["claims"], claims, left_out) if claims else (), defaults)
    shell: dict[str, Any] = {"version": "1", "claims": tuple(claims.values())}
    settings = data | ({"defaults": defaults} if "defaults" in data else {})
    for name in _SETTINGS:
        if name in data and not form_errors_of(ClaimsFile, shell | {name: settings[name]}, ()):
            shell[name] = settings[name]
    left_out |= {("defaults", name) for (name,) in defaults_in(data) if name not in defaults}
    shell |= {name: _valid_entries(data, name, most)[0] for name in ("sources", "places")}
    content = validated(ClaimsFile, shell)
    return content, tuple(int(index) for index in claims), left_out


def _to_know(
    written: Sequence[Any], models: Mapping[str | int, Part], left_out: Iterable[Path]
) -> Iterator[tuple[Any, Claim | PartialClaim]]:
    """Yield the claims, as written, with the models that say all that there is of them."""
    lacking: dict[str | int, list[Path]] = {}
    for _, index, *path in left_out:
        lacking.setdefault(index, []).append(tuple(path))
    for index, model in models.items():
        claim, paths = written[int(index)], lacking.get(index, ())
        names = tuple(str(path[0]) for path in paths if len(path) == 1)
        are_absent = len(names) == len(paths) and all(claim.get(name) is None for name in names)
        if isinstance(model, Claim) and are_absent:
            yield claim, known_claim(model, names)


def _valid_entries(
    data: dict[str, Any], name: str, most: int
) -> tuple[dict[str | int, Part], frozenset[Path]]:
    """Return the models of a section's valid entries, and the fields that were left out of them.

    Only up to the `most` errors that are looked at.
    """
    valid: dict[str | int, Part] = {}
    left_out: set[Path] = set()
    model, faulty = ENTRIES[name], 0
    for key, entry in entries_of(data, name):
        made, errors = made_of(model, entry)
        paths = {_part(path) for path, _ in errors} if model is Claim else {()}
        if made is None and () not in paths:
            is_known = isinstance(entry, PartialClaim)
            made = entry.model if is_known else made_of(model, _without(entry, paths))[0]
            left_out |= {(name, key, *path) for path in paths if made is not None}
        if made is not None:
            valid[key] = made
        faulty += len(errors)
        if faulty >= most:
            break
    return valid, frozenset(left_out)


def _without(entry: dict[str, Any], paths: Iterable[Path]) -> dict[str, Any]:
    usable = NestedCopy(entry)
    for path in sorted(paths, key=len, reverse=True):
        if path[0] in STAND_INS:
            usable.value[path[0]] = STAND_INS[str(path[0])]
        else:
            usable.rename(path, None)
    return usable.value


def _part(path: Path) -> Path:
    """Return the field of a claim that an error is in, or () when the error is that it is no claim.

    An update without a valid date makes all of them unusable.
    """
    match path:
        case ("updates", int(index), str(field_name), *_) if field_name != "date":
            return ("updates", index, field_name)
        case (str(field_name), *_):
            return (field_name,)
    return ()
