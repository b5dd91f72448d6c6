"""The data of a file with the names that are intended, as its form errors tell."""

from collections.abc import Sequence
from typing import Any

from claim_tracker.checks.form.form_errors import FormError, key_errors, unknown_in
from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.yaml import Path, Problem
from claim_tracker.yaml.field_names import MAPPINGS


class MendedData:
    """The data of a file as written, whose form errors are taken entry by entry.

    `mended` is the data with the names that are intended, and `renamed` has the names that stand
    in the file. `problems` are the errors in words; the `unknown` fields and the `intended` ones
    are at their paths.
    """

    def __init__(self, root: dict[str, Any], poisoned: Poisoned) -> None:
        # What puts an error in words is needed only where there is one.
        from claim_tracker.checks.form.field_errors import FieldErrors

        self._root = root
        self._mended = NestedCopy(root)
        self._poisoned = poisoned
        self._errors = FieldErrors(root, poisoned)
        self.number_of_errors = 0
        self.problems: list[Problem] = []
        self.renamed: dict[Path, str] = {}
        self.unknown: set[Path] = set()
        self.intended: set[Path] = set()

    @property
    def mended(self) -> dict[str, Any]:
        """Return the data with the names that are intended."""
        return self._mended.value

    def take(self, errors: Sequence[FormError]) -> None:
        """Put the errors of an entry in words, and mend its names."""
        if not errors:
            return
        from claim_tracker.checks.form.intended import intended_fields

        self.number_of_errors += len(errors)
        intended = intended_fields(self._root, unknown_in(errors))
        for path, name in intended.items():
            self._rename(path, name)
            if not self._poisoned.is_reported(path):
                self.unknown.add(path)
                if name is not None:
                    self.intended.add((*path[:-1], name))
        self.problems += self._errors.problems(errors, intended)

    def trim_keys(self) -> None:
        """Mend the keys with white space around them, also of a section that had a wrong name."""
        for section in MAPPINGS:
            for path, _ in key_errors(self.mended, section):
                self._rename(path, _free_key(self.mended, path))

    def _rename(self, path: Path, name: str | None) -> None:
        self._mended.rename(path, name)
        if name is not None:
            self.renamed[(*path[:-1], name)] = str(path[-1])


def _free_key(data: dict[str, Any], path: Path) -> str | None:
    """Return a key without white space around it, or None when nothing is left or it is taken."""
    key = str(path[-1]).strip()
    return key if key and key not in data[str(path[0])] else None


class NestedCopy:
    """A copy of nested data that copies only what is changed."""

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
