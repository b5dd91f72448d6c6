"""The form of a document: the models of what is valid of it, and the faults of the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claim_tracker.checks.known_claims import STAND_INS, KnownClaims, PartialClaim
from claim_tracker.checks.poisoned import Poisoned, poisoned_by_reading
from claim_tracker.claims.fields import NO_MAPPING, Part, fields_of, validated
from claim_tracker.claims.model import SOURCE_FORMS, Claim, ClaimsFile, Defaults, Place, Source
from claim_tracker.claims.scalars import Key
from claim_tracker.yaml import Document, Path, Problem, mapping_or_empty
from claim_tracker.yaml.field_names import MAPPINGS, is_stray
from claim_tracker.yaml.limits import MAX_FAULTS
from claim_tracker.yaml.problem import too_many_faults

_EMPTY = ClaimsFile(version=1, claims=())
_ENTRIES: dict[str, type[Part]] = {"sources": Source, "places": Place, "claims": Claim}
_SETTINGS = tuple(name for name in fields_of(ClaimsFile) if name not in ("version", *_ENTRIES))
"""The fields of a file other than its sections."""
Fault = tuple[Path, ErrorDetails]


@dataclass(frozen=True)
class Validated:
    """What is valid of a document, and what is wrong with the rest.

    `content` are the models and `indices` the positions of its claims in the file. `mended` is the
    data as written but for its unknown fields: one that is a slip has the intended name
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


def validate(
    document: Document, known: KnownClaims | None = None, most: int = MAX_FAULTS
) -> Validated:
    """Return the valid part of a document, and the problems of its form, `most` of them.

    A field of a claim with a fault is left out; a source or place with one is left out whole. So
    the rules still run over all that is left. The claims that are `known` are not validated
    again; then those of this document are.
    """
    known = KnownClaims() if known is None else known
    root, poisoned = document.root, poisoned_by_reading(document)
    if not isinstance(root, dict):
        what = "a list" if isinstance(root, list) else "a text"
        fault = _not_a_mapping(what, "begin with `version: 1` and put the claims under `claims:`")
        problems = () if () in poisoned else (fault,)
        return Validated(problems=problems, poisoned=poisoned)
    defaults = root.get("defaults")
    try:
        content = validated(ClaimsFile, root | _claims_in(root, defaults, known))
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
    """Return what is valid of a document that has faults of form."""
    completed = _completed(document.root, known)
    written = _Written(document.root, poisoned)
    for faults in _first(_faults(completed, known), most):
        written.take(faults)
    written.trim_keys()
    problems = [*_without_a_file(document), *written.problems]
    if written.faults == most:
        problems.append(too_many_faults())
    mended = written.mended
    content, indices, left_out = _valid_part(completed.after(mended, known), known, most)
    left_out |= {(name,) for name in MAPPINGS if not isinstance(mended.get(name), dict | None)}
    reported = frozenset(written.unknown | written.intended)
    misplaced = _misplaced(mended, written.unknown)
    poisoned = poisoned.by_form(mended, left_out, reported, misplaced)
    return Validated(content, indices, tuple(problems), mended, written.renamed, poisoned)


def _first(groups: Iterable[list[Fault]], most: int) -> Iterator[list[Fault]]:
    """Yield the groups of the first faults, so many at `most`, and look for no others."""
    left = most
    for faults in groups:
        yield faults[:left]
        left -= len(faults)
        if left <= 0:
            return


def _faults(completed: "_Completed", known: KnownClaims) -> Iterator[list[Fault]]:
    """Yield the faults of form, entry by entry, so that they are not all there at a time.

    The claims that have none are `known` then, and there as their models.
    """
    root, claims = completed.data, completed.claims
    shell = root | {name: type(root[name])() for name in _ENTRIES if _is_section(root, name)}
    yield _faults_of(ClaimsFile, shell, ())
    written = _defaults_in(root)
    valid: list[tuple[Any, Claim]] = []
    known.keep(valid, completed.defaults)
    for name, model in _ENTRIES.items():
        yield _faults_of_keys(root, name)
        for key, entry in entries_of(root | claims, name):
            made, faults = _made(model, entry, (name, key))
            if isinstance(made, Claim):
                valid.append((root[name][key], made))
                claims[name][int(key)] = made
            # What a default that has a fault was to give is not missing.
            yield [
                (path, detail)
                for path, detail in faults
                if detail["type"] != "missing" or path[2:] not in written
            ]


def _defaults_in(root: dict[str, Any]) -> frozenset[Path]:
    """Return the paths, within a claim, of the fields that have defaults, valid or not.

    What stands at the margin, and is no field of a file, may have been meant as one.
    """
    return frozenset((name,) for name in (*filter(is_stray, root), *_named_defaults(root)))


def _named_defaults(root: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults as written, an unknown one under the name of the intended field."""
    from claim_tracker.checks.field_errors import intended_field

    written, named = mapping_or_empty(root.get("defaults")), dict[str, Any]()
    for name, value in written.items():
        is_known = name in fields_of(Defaults)
        intended = None if is_known else intended_field(root, ("defaults", name))
        named.setdefault(intended or name, value)
    return named


def _usable_defaults(root: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults that are valid; what has a slip in its name is known by the right one."""
    return {
        name: value
        for name, value in _named_defaults(root).items()
        if not _faults_of(Defaults, {name: value}, ())
    }


class _Completed(NamedTuple):
    """The data of a file, its valid defaults, and its `claims` with these, where it has a list."""

    data: dict[str, Any]
    defaults: dict[str, Any]
    claims: dict[str, list[Any]]

    def after(self, data: dict[str, Any], known: KnownClaims) -> "_Completed":
        """Return other data so, with the same claims where they and their defaults are the same."""
        is_same = data.get("claims") is self.data.get("claims")
        if is_same and _usable_defaults(data) == self.defaults:
            return self._replace(data=data)
        return _completed(data, known)


def _completed(data: dict[str, Any], known: KnownClaims) -> _Completed:
    defaults = _usable_defaults(data)
    claims = _claims_in(data, defaults, known)
    if not claims and _is_section(data, "claims"):
        claims = {"claims": data["claims"]}
    return _Completed(data, defaults, {name: list(each) for name, each in claims.items()})


def _claims_in(root: dict[str, Any], defaults: Any, known: KnownClaims) -> dict[str, Iterable[Any]]:
    """Return the section of the claims, each with the defaults for what it does not say.

    Instead of a claim that is known there is its model. Without a list of claims it is empty.
    """
    claims, given = root.get("claims"), known.given(defaults)
    defaults = mapping_or_empty(defaults)
    if not isinstance(claims, list):
        return {}
    if given is None:
        return {"claims": (_with(defaults, claim) for claim in claims)} if defaults else {}
    return {"claims": (known.model(claim, given) or _with(defaults, claim) for claim in claims)}


def _with(defaults: dict[str, Any], claim: Any) -> Any:
    """Return a claim with defaults. The day for which a fact is claimed is for facts only."""
    if not (defaults and isinstance(claim, dict)):
        return claim
    absent = {name: value for name, value in defaults.items() if claim.get(name) is None}
    if "as_of" in absent and (absent.get("kind") or claim.get("kind")) != "fact":
        del absent["as_of"]
    return claim | absent


def _faults_of(model: type[Part], data: Any, at: Path) -> list[Fault]:
    return _made(model, data, at)[1]


def _made(model: type[Part], data: Any, at: Path = ()) -> tuple[Part | None, list[Fault]]:
    """Return the model that the data describes, or None and the faults of the data."""
    if isinstance(data, model):
        return data, []
    if isinstance(data, PartialClaim):
        return None, [_missing(name, at) for name in data.lacking]
    try:
        return validated(model, data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [
            ((*at, *_path(detail, model)), detail) for detail in details if not _is_tried(detail)
        ]


def _missing(name: str, at: Path) -> Fault:
    """Return the fault of a field that is not there, in what is at a path."""
    return (*at, name), ErrorDetails(type="missing", loc=(name,), msg="", input=None)


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


def _faults_of_keys(root: dict[str, Any], name: str) -> list[Fault]:
    if name == "claims" or not _is_section(root, name):
        return []
    try:
        _keys().validate_python(root[name])
    except ValidationError as error:
        return [((name, detail["loc"][0]), detail) for detail in error.errors(include_url=False)]
    return []


@cache
def _keys() -> TypeAdapter[dict[str, object]]:
    return TypeAdapter(dict[Key, object])


def _is_section(root: dict[str, Any], name: str) -> bool:
    return isinstance(root.get(name), list if name == "claims" else dict)


def entries_of(root: dict[str, Any], name: str) -> Iterable[tuple[str | int, Any]]:
    """Return the entries of a section, each with its key or index; none when it cannot be read."""
    if not _is_section(root, name):
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


def _misplaced(data: dict[str, Any], unknown: Iterable[Path]) -> frozenset[Path]:
    """Return the paths of the entries of sections that may stand under an unknown name."""
    names = {path[-1] for path in unknown}
    sections = {name: data[name] if _is_section(data, name) else {} for name in MAPPINGS}
    return frozenset(
        (section, name) for section, keys in sections.items() for name in names if name not in keys
    )


class _Written:
    """The data of a file as written, whose faults of form are taken entry by entry.

    `mended` is the data with the names that are intended, and `renamed` has the names that stand
    in the file. `problems` are the faults in words; the `unknown` fields and the `intended` ones
    are at their paths.
    """

    def __init__(self, root: dict[str, Any], poisoned: Poisoned) -> None:
        # What puts a fault in words is needed only where there is one.
        from claim_tracker.checks.field_errors import FieldErrors

        self._mended = _Copy(root)
        self._poisoned = poisoned
        self._errors = FieldErrors(root, poisoned)
        self.faults = 0
        self.problems: list[Problem] = []
        self.renamed: dict[Path, str] = {}
        self.unknown: set[Path] = set()
        self.intended: set[Path] = set()

    @property
    def mended(self) -> dict[str, Any]:
        """Return the data with the names that are intended."""
        return self._mended.value

    def take(self, faults: Sequence[Fault]) -> None:
        """Put the faults of an entry in words, and mend its names."""
        if not faults:
            return
        from claim_tracker.checks.field_errors import intended_field, unknown_in

        self.faults += len(faults)
        intended: set[Path] = set()
        for path in unknown_in(faults):
            name = intended_field(self.mended, path)
            self._rename(path, name)
            if not self._poisoned.is_reported(path):
                self.unknown.add(path)
                if name is not None:
                    intended.add((*path[:-1], name))
        self.intended |= intended
        self.problems += self._errors.problems(faults, intended)

    def trim_keys(self) -> None:
        """Mend the keys with white space around them, also of a section that had a wrong name."""
        for section in MAPPINGS:
            for path, _ in _faults_of_keys(self.mended, section):
                self._rename(path, _free_key(self.mended, path))

    def _rename(self, path: Path, name: str | None) -> None:
        self._mended.rename(path, name)
        if name is not None:
            self.renamed[(*path[:-1], name)] = str(path[-1])


def _free_key(data: dict[str, Any], path: Path) -> str | None:
    """Return a key without white space around it, or None when nothing is left or it is taken."""
    key = str(path[-1]).strip()
    return key if key and key not in data[str(path[0])] else None


def _valid_part(
    completed: _Completed, known: KnownClaims, most: int
) -> tuple[ClaimsFile, tuple[int, ...], frozenset[Path]]:
    """Return the models of what is valid, the indices of its claims, and what they are without."""
    data, defaults = completed.data, completed.defaults
    claims, left_out = _valid_entries(data | completed.claims, "claims", most)
    known.keep(_to_know(data["claims"], claims, left_out) if claims else (), defaults)
    shell: dict[str, Any] = {"version": "1", "claims": tuple(claims.values())}
    settings = data | ({"defaults": defaults} if "defaults" in data else {})
    for name in _SETTINGS:
        if name in data and not _faults_of(ClaimsFile, shell | {name: settings[name]}, ()):
            shell[name] = settings[name]
    left_out |= {("defaults", name) for (name,) in _defaults_in(data) if name not in defaults}
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
            yield claim, PartialClaim(model, names) if names else model


def _valid_entries(
    data: dict[str, Any], name: str, most: int
) -> tuple[dict[str | int, Part], frozenset[Path]]:
    """Return the models of a section's valid entries, and the fields that were left out of them.

    Only up to the `most` faults that are looked at.
    """
    valid: dict[str | int, Part] = {}
    left_out: set[Path] = set()
    model, faulty = _ENTRIES[name], 0
    for key, entry in entries_of(data, name):
        made, faults = _made(model, entry)
        paths = {_part(path) for path, _ in faults} if model is Claim else {()}
        if made is None and () not in paths:
            made = _usable(model, entry, paths)
            left_out |= {(name, key, *path) for path in paths if made is not None}
        if made is not None:
            valid[key] = made
        faulty += len(faults)
        if faulty >= most:
            break
    return valid, frozenset(left_out)


def _usable(model: type[Part], entry: Any, paths: Iterable[Path]) -> Part | None:
    """Return the model of an entry without the values at some paths, where there is one."""
    is_known = isinstance(entry, PartialClaim)
    return entry.model if is_known else _made(model, _without(entry, paths))[0]


def _without(entry: dict[str, Any], paths: Iterable[Path]) -> dict[str, Any]:
    usable = _Copy(entry)
    for path in sorted(paths, key=len, reverse=True):
        if path[0] in STAND_INS:
            usable.value[path[0]] = STAND_INS[str(path[0])]
        else:
            usable.rename(path, None)
    return usable.value


def _part(path: Path) -> Path:
    """Return the field of a claim that a fault is in, or () when the fault is that it is no claim.

    An update without a valid date makes all of them unusable.
    """
    match path:
        case ("updates", int(index), str(field_name), *_) if field_name != "date":
            return ("updates", index, field_name)
        case (str(field_name), *_):
            return (field_name,)
    return ()


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
