"""Errors of fields: what is unknown, missing, or several fields at once, in words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from pydantic_core import ErrorDetails

from claim_tracker.checks.fixes import Yaml
from claim_tracker.checks.form.form_errors import FormError, entries_of, unknown_in
from claim_tracker.checks.form.intended import is_only_slip, misplaced, nearest_name
from claim_tracker.checks.form.shared_problems import shared_problems
from claim_tracker.checks.form.value_errors import (
    ErrorInData,
    fits,
    in_backquotes,
    problem_of_value,
)
from claim_tracker.checks.paths import field_name, model_at
from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.checks.synonyms import proposed_fields
from claim_tracker.claims.fields import Part, fields_of, value_type
from claim_tracker.claims.model import Claim, ClaimsFile, Passage, Source, Update
from claim_tracker.text.display import cut
from claim_tracker.yaml import Path, Problem, value_at
from claim_tracker.yaml.field_names import MAPPINGS, TEXTS

_JOINED = re.compile(r"(?P<name>\w+)(?P<gap>:|\s+)(?P<value>.+)")
"""A name and its value that the signs between them do not part."""


class FieldErrors:
    """The form errors of one file in words: its data, and what is poisoned by reading them."""

    def __init__(self, root: dict[str, Any], poisoned: Poisoned) -> None:
        self._root = root
        self._poisoned = poisoned

    def problems(
        self, errors: Sequence[FormError], intended: Mapping[Path, str | None]
    ) -> Iterator[Problem]:
        """Yield the problems of all errors of an entry, or of what is in none.

        `intended` has the unknown fields, each with the one that it stands for, which is then not
        missing. Nor is what poisoned values lack.
        """
        errors = [error for error in errors if not _follows(*error, self._poisoned)]
        meant = {path: intended[path] for path in unknown_in(errors)}
        reported = {(*path[:-1], name) for path, name in meant.items() if name is not None}
        reported.update(_with_loose_parts(self._root, meant))
        for each in shared_problems(self._root, errors, meant):
            reported |= each.covers
            if not self._poisoned.is_reported(each.problem.path):
                yield each.problem
        for path, detail in errors:
            if path not in reported:
                problem = self._problem(path, detail, meant)
                shown = problem.path
                if shown == path or not (shown in meant or self._poisoned.is_reported(shown)):
                    yield problem

    def _problem(
        self, path: Path, detail: ErrorDetails, meant: Mapping[Path, str | None]
    ) -> Problem:
        kind = detail["type"]
        if kind == "key":
            return self._bad_key(path)
        tags = self._tags if kind == "tuple_type" else ()
        error = ErrorInData(self._root, path, detail, tags)
        if path in meant:
            return _unknown_field(error, meant)
        return _missing(error) if kind == "missing" else problem_of_value(error)

    def _bad_key(self, path: Path) -> Problem:
        section, written = str(path[0]), str(path[-1])
        key = written.strip()
        if not key:
            message, advice = f"a key of `{section}` is empty", "write a short key of your own"
            return Problem("E110", message, advice, path, at="key")
        is_only_one = self._keys[section, key] == 1
        return Problem(
            "E108",
            f"a space around the key `{cut(key)}`",
            "delete the space" if is_only_one else "delete it, and give one of the two another key",
            path,
            at="key",
            replacement=key if is_only_one else None,
        )

    @cached_property
    def _keys(self) -> Counter[tuple[str, str]]:
        """Return how often each key is in a section, whatever space is around it."""
        keys = ((name, key) for name in MAPPINGS for key, _ in entries_of(self._root, name))
        return Counter((name, str(key).strip()) for name, key in keys)

    @cached_property
    def _tags(self) -> frozenset[str]:
        """Return the tags that the claims have, as far as they are in lists."""
        claims = (claim for _, claim in entries_of(self._root, "claims") if isinstance(claim, dict))
        lists = (tags for claim in claims if isinstance(tags := claim.get("tags"), list))
        return frozenset(tag for tags in lists for tag in tags if isinstance(tag, str))


def _with_loose_parts(root: dict[str, Any], meant: Mapping[Path, str | None]) -> Iterator[Path]:
    """Yield the paths of the sources that claims lack, where a field of one stands in the claim.

    `meant` has the unknown fields, each with the one that it stands for.
    """
    for path, name in meant.items():
        owner = path[:-1]
        if name is None and model_at(owner) is Claim:
            found = misplaced(Claim, str(path[-1]), value_at(root, path))
            if found is not None and found.part is Source:
                yield (*owner, "source")


def _missing(error: ErrorInData) -> Problem:
    owner, name = error.path[:-1], error.name
    holder, model = value_at(error.root, owner), model_at(owner, error.root)
    advice = f"add it, such as `{error.example}`"
    if name in holder:
        advice = f"give it a value, such as `{error.example}`"
        return Problem("E102", f"`{name}` has no value", advice, error.path, at="key")
    if model is Claim and isinstance(holder.get("id"), str):
        return Problem("E102", f"`{cut(holder['id'])}` has no `{name}`", advice, (*owner, "id"))
    if model is Update and _goes_on(error.root, owner):
        advice += ", or delete the `- ` before it if it belongs to the update above"
    who = {
        ClaimsFile: "the file",
        Claim: "this claim",
        Update: "this update",
        Passage: "this place in a source",
    }
    message = f"{who.get(model, f'`{field_name(owner)}`')} has no `{name}`"
    if owner and isinstance(owner[-1], str):
        return Problem("E102", message, advice, owner, at="key")
    if not holder:
        return Problem("E102", message, advice, owner)
    return Problem("E102", message, advice, (*owner, next(iter(holder))), at="key")


def _goes_on(root: dict[str, Any], path: Path) -> bool:
    """Whether an update has no field that is in the one above it too."""
    index = path[-1]
    if not isinstance(index, int) or index == 0:
        return False
    above = value_at(root, (*path[:-1], index - 1))
    return isinstance(above, dict) and above.keys().isdisjoint(value_at(root, path))


def _unknown_field(error: ErrorInData, meant: Mapping[Path, str | None]) -> Problem:
    name, model, intended = error.name, model_at(error.path[:-1], error.root), meant[error.path]
    joined = _JOINED.fullmatch(name) if error.written is None else None
    if joined is not None and joined["name"] == intended:
        what = (
            "no space after the `:` of this field"
            if ":" in joined["gap"]
            else "no `:` after the name of this field"
        )
        written = f"{intended}: {joined['value']}"
        advice = f"write `{intended}: {cut(joined['value'])}`"
        sure = Yaml(written) if ":" in joined["gap"] else None
        return Problem("E101", what, advice, error.path, at="key", replacement=sure)
    is_slip = is_only_slip(error.root, error.path)
    return Problem(
        "E101",
        f"unknown field `{cut(name)}`",
        _proposed(error, model, intended)
        or _go_on(error)
        or _move(model, name, error.written)
        or _there_already(error, model, meant)
        or _move(model, name, None)
        or "known here are " + in_backquotes(fields_of(model)),
        error.path,
        at="key",
        replacement=intended if is_slip else None,
        proposals=(intended,) if intended is not None and not is_slip else (),
    )


def _proposed(error: ErrorInData, model: type[Part], intended: str | None) -> str | None:
    """Return which field is intended, and whether it takes one value or a list."""
    if intended is None:
        return None
    written, is_list = error.written, value_type(model, intended).is_list
    shape = ""
    if isinstance(written, list) and not is_list:
        shape = " It takes one value, and no list"
    elif isinstance(written, str) and is_list:
        shape = " It takes a list"
    if shape and fits(model, intended, written):
        shape = ""
    return f"did you mean `{intended}`?{shape}"


def _go_on(error: ErrorInData) -> str | None:
    """Return what to do with a line that goes on with the text above, and has a colon."""
    names = list(value_at(error.root, error.path[:-1]))
    index = names.index(error.path[-1])
    if " " not in error.name or index == 0 or names[index - 1] not in TEXTS:
        return None
    above = names[index - 1]
    return f"if it goes on with the text of `{above}`, put that as a whole in double quotes"


def _move(model: type[Part], name: str, value: Any) -> str | None:
    """Return where to write a field that belongs to another part."""
    found = misplaced(model, name, value)
    if found is None:
        return None
    lead = "it is" if found.field == name else f"did you mean `{found.field}`? That is"
    return f"{lead} a field of {found.owner}: write it {found.where}"


def _there_already(
    error: ErrorInData, model: type[Part], meant: Mapping[Path, str | None]
) -> str | None:
    """Return what to do with a second name of a field that is there already, or is meant."""
    owner = error.path[:-1]
    names = {name: str(path[-1]) for path, name in meant.items() if path[:-1] == owner}
    names |= {name: name for name in value_at(error.root, owner)}
    present = tuple([field for field in fields_of(model) if field in names])
    proposed = (field for field in proposed_fields(model, error.name) if field in present)
    near = next(proposed, None) or nearest_name(error.name, present, partial=False)
    if near is None:
        return None
    what = "put both into it" if fits(model, near, ["text"]) else "keep one of the two"
    written = f", as `{cut(names[near])}`" if names[near] != near else ""
    return f"`{near}` is there already{written}: {what}"


def _follows(path: Path, detail: ErrorDetails, poisoned: Poisoned) -> bool:
    """Whether an error follows from a fault in reading: a missing field may have been left out."""
    return path in poisoned if detail["type"] == "missing" else poisoned.is_reported(path)
