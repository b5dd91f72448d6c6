"""Poisoned values: a fault in them is known, so whatever else follows from them is dropped."""

from collections.abc import Container, Iterable, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from claim_tracker.yaml import Document, Path
from claim_tracker.yaml.limits import MAX_ENTRIES


@dataclass(frozen=True)
class Poisoned:
    """The paths of a file at which a fault is known, by what poisons them.

    A fault in reading: the values at the `unread` paths were left out, fields of the mappings at
    the `gaps` may have been, and unless the file `is_whole` anything may. A fault of form: the
    models are without the values at the `left_out` paths, and know no field by the names at the
    `unknown` ones; entries at the `misplaced` paths may stand under one of these. An error: a
    rule found one at each of the `wrong` paths. `data` is what was read, in which a field that a
    gap may hide is absent.
    """

    data: Any = None
    is_whole: bool = True
    unread: Set[Path] = frozenset()
    gaps: Set[Path] = frozenset()
    left_out: frozenset[Path] = frozenset()
    unknown: frozenset[Path] = frozenset()
    misplaced: frozenset[Path] = frozenset()
    wrong: frozenset[Path] = frozenset()

    def by_errors(self, paths: Iterable[Path]) -> "Poisoned":
        """Return this with what errors at some paths poison."""
        return replace(self, wrong=frozenset(paths))

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is poisoned, as in almost every file."""
        return not (self.unread or self.gaps or self.left_out or self.unknown or self.wrong)

    @cached_property
    def _entries(self) -> frozenset[Path]:
        """Return the entries and sections with what makes a value unknown; most claims are none."""
        return frozenset(
            path[:2] for path in (*self.unread, *self.left_out, *self.misplaced, *self.gaps)
        )

    @cached_property
    def claims(self) -> Container[int]:
        """Return the indices of the claims that may have something poisoned: of few, or of any."""
        if not self._entries.isdisjoint(((), ("claims",))):
            return range(MAX_ENTRIES)
        of_claims = (path[1] for path in self._entries if path[0] == "claims")
        return frozenset(index for index in of_claims if isinstance(index, int))

    @cached_property
    def has_sources(self) -> bool:
        """Whether anything may be poisoned in the sources that have keys."""
        return any(path[:1] in ((), ("sources",)) for path in self._entries)

    def __contains__(self, path: Path) -> bool:
        """Whether the value at a path is not known: it was left out, or what it is in."""
        if self._entries.isdisjoint((path[:2], path[:1], ())):
            return False
        return (
            self.is_unread(path)
            or _is_within(path, self.left_out)
            or path in self.misplaced
            or (self.may_lack_a_field(path[:-1]) and self._value(path) is None)
        )

    def is_reported(self, path: Path) -> bool:
        """Whether a fault of the value at a path, or of its name, is reported already.

        A claim that could not be read is known by its id.
        """
        is_id = path[2:] == ("id",)
        is_unread = path in self.unread if is_id else self.is_unread(path)
        return is_unread or path in self.unknown

    def is_unread(self, path: Path) -> bool:
        """Whether the value at a path, or one around it, was left out in reading."""
        return _is_within(path, self.unread)

    def may_lack_a_field(self, path: Path) -> bool:
        """Whether a field of the mapping at a path, or of its entry, may have been left out."""
        return bool(self.gaps) and any(around in self.gaps for around in (path, path[:1], path[:2]))

    def follows(self, path: Path, inputs: Iterable[Path]) -> bool:
        """Whether a diagnostic at a path, made of the values at others, follows from a fault."""
        return not self.is_empty and (
            self.is_reported(path)
            or any(each in self.wrong or self.reaches(each) for each in inputs)
        )

    def reaches(self, path: Path) -> bool:
        """Whether the value at a path, or something in it, is not known."""
        if self.is_empty:
            return False
        lacks_a_field = self.may_lack_a_field(path) and isinstance(self._value(path), dict)
        return lacks_a_field or path in self or path in self._around

    @cached_property
    def _around(self) -> frozenset[Path]:
        """Return the paths of what a poisoned value or name is in."""
        paths = (*self.unread, *self.left_out, *self.unknown)
        return frozenset(path[:end] for path in paths for end in range(len(path)))

    def _value(self, path: Path) -> Any:
        """Return the value at a path; None where there is none."""
        value = self.data
        for step in path:
            if isinstance(value, list) and isinstance(step, int):
                value = value[step]
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value


def poisoned_by_reading(document: Document) -> Poisoned:
    """Return what faults in reading a document poison."""
    composed = document.composed
    refused = any(problem.code != "E002" for problem in composed.problems)
    is_whole = not (composed.spoiled or composed.gaps or refused)
    return Poisoned(document.root, is_whole, composed.spoiled, composed.gaps)


def _is_within(path: Path, paths: Set[Path]) -> bool:
    """Whether a path is one of the paths, or below one."""
    return bool(paths) and not paths.isdisjoint([path[:end] for end in range(len(path) + 1)])
