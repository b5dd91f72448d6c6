"""Which fields unknown names stand for: one that is not there yet, or one of another part."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claim_tracker.checks.form.shared_problems import PARTS_OF_FORMAT
from claim_tracker.checks.form.value_errors import fits
from claim_tracker.checks.paths import model_at
from claim_tracker.checks.synonyms import field_synonyms, proposed_fields
from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Claim, ClaimsFile
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.text.suggest import letters_of, nearest, slip_of
from claim_tracker.yaml import Path, value_at
from claim_tracker.yaml.field_names import NEEDED


def intended_fields(root: dict[str, Any], unknown: Iterable[Path]) -> dict[Path, str | None]:
    """Return the fields that unknown ones stand for: none that is there, and none twice.

    Of several that may stand for one it is a slip in its name, and else the first.
    """
    intended: dict[Path, str | None] = dict.fromkeys(unknown)
    free = {path[:-1]: _free(root, path[:-1]) for path in intended}
    for path in sorted(intended, key=lambda it: slip_of(str(it[-1]), free[it[:-1]]) is None):
        owner, name = path[:-1], str(path[-1])
        field = slip_of(name, free[owner]) or _by_sense(root, path, free[owner])
        if field is not None:
            intended[path] = field
            free[owner] = tuple([each for each in free[owner] if each != field])
    return intended


def is_only_slip(root: dict[str, Any], path: Path) -> bool:
    """Whether an unknown field is a misspelt one, and no other beside it is the same one."""
    name, owner = str(path[-1]), path[:-1]
    slip = slip_of(name, _free(root, owner))
    others = value_at(root, owner).keys() - {name, *fields_of(model_at(owner, root))}
    return slip is not None and not any(slip_of(each, [slip]) for each in others)


def _free(root: dict[str, Any], owner: Path) -> tuple[str, ...]:
    """Return the fields that a mapping may have and has not."""
    held = value_at(root, owner)
    return tuple([field for field in fields_of(model_at(owner, root)) if field not in held])


def _by_sense(root: dict[str, Any], path: Path, free: tuple[str, ...]) -> str | None:
    """Return the free field that a name is a synonym of or is like, or that the value shows."""
    name, model, value = str(path[-1]), model_at(path[:-1], root), value_at(root, path)
    synonyms = proposed_fields(model, name)
    proposed = [field for field in synonyms if field in free]
    if proposed:
        return next((field for field in proposed if fits(model, field, value)), proposed[0])
    if not synonyms and misplaced(model, name, value) is None:
        near = nearest_name(name, free, partial=True) or _misspelt_synonym(model, name, free)
        if near is not None:
            return near
    intended = _by_content(value, model)
    return intended if intended in free else None


def _by_content(value: Any, model: type[Part]) -> str | None:
    """Return the section or the field that a value shows, whatever the language of its name."""
    if model is Claim:
        return "kind" if isinstance(value, str) and value in OUTCOMES_OF else None
    if model is not ClaimsFile or not isinstance(value, list | dict):
        return None
    entries = value if isinstance(value, list) else value.values()
    names = [entry.keys() for entry in entries if isinstance(entry, dict)]
    needed = {"claims": "claim"} if isinstance(value, list) else NEEDED
    return next(
        (part for part, field in needed.items() if any(field in each for each in names)), None
    )


@lru_cache(maxsize=256)
def nearest_name(name: str, fields: tuple[str, ...], *, partial: bool) -> str | None:
    """Return the nearest field; kept, as a name is often there again, beside the same fields."""
    return nearest(name, fields, partial=partial)


def _misspelt_synonym(model: type[Part], name: str, free: Sequence[str]) -> str | None:
    """Return the field that a name is a misspelt synonym of."""
    word = slip_of(name, field_synonyms()[model])
    fields = proposed_fields(model, word) if word is not None else ()
    return next((field for field in fields if field in free), None)


class Misplaced(NamedTuple):
    """A part of the format, where its fields are written, and one of them."""

    part: type[Part]
    owner: str
    where: str
    field: str


def misplaced(model: type[Part], name: str, value: Any) -> Misplaced | None:
    """Return the field of another part that a name is, or is a synonym of.

    It is one that can have the value, unless that is None. What stands for a field of the part
    itself, and for no other, is none of another.
    """
    proposed = proposed_fields(model, name)
    strangers = [field for field in proposed if field not in fields_of(model)]
    if proposed and not strangers:
        return None
    found = [each for field in strangers or [name] for each in _by_field().get(field, ())]
    if not strangers:
        found += _by_synonym().get(letters_of(name), ())
    others = (each for each in found if each.part is not model)
    fitting = (each for each in others if value is None or fits(each.part, each.field, value))
    return next(fitting, None)


@cache
def _by_field() -> Mapping[str, list[Misplaced]]:
    """Return for the name of each field the parts that have it."""
    found: dict[str, list[Misplaced]] = {}
    for part in PARTS_OF_FORMAT:
        for field in fields_of(part[0]):
            found.setdefault(field, []).append(Misplaced(*part, field))
    return found


@cache
def _by_synonym() -> Mapping[str, list[Misplaced]]:
    """Return the parts with a field that each synonym, by its letters, may stand for."""
    found: dict[str, list[Misplaced]] = {}
    for part in PARTS_OF_FORMAT:
        for letters, fields in field_synonyms()[part[0]].items():
            of_part = (field for field in fields if field in fields_of(part[0]))
            found.setdefault(letters, []).extend(Misplaced(*part, field) for field in of_part)
    return found
