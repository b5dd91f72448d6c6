"""The ids of claims that rows come to."""

from collections.abc import Mapping
from typing import Any

from claim_tracker.claims.scalars import ID, ID_LENGTH
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.edit.ids import first_free, made_id
from claim_tracker.tables.headers import letters
from claim_tracker.tables.rows.imported import AlreadyTracked
from claim_tracker.tables.rows.record import Record
from claim_tracker.text.display import folded
from claim_tracker.text.latin import latin_words

_NUMBER_WORDS: Mapping[Kind, str] = {
    "commitment": "promise",
    "prediction": "prediction",
    "fact": "claim",
}


class ClaimIds:
    """Gives claims their ids; `in_file` are the claims that are there already, by theirs."""

    def __init__(self, known: AlreadyTracked) -> None:
        self.in_file = known.ids
        self._known = known.claims
        self._taken = {*known.ids}
        self._here: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def give(self, record: Record, fields: Mapping[str, Any]) -> str:
        """Return the id of a row, that of the same claim elsewhere, or one of the claim's words."""
        name = self._of_row(record, fields["kind"])
        if name is None or name in self._here:
            name = self._of_words(fields, shared=name)
        self._taken.add(name)
        self._here.add(name)
        return name

    def _of_words(self, fields: Mapping[str, Any], *, shared: str | None) -> str:
        """Return the id of a claim of the file in the words of a row, of several the next one.

        Rows that have none of their own, but are more than such claims, are of the last of them.
        One whose id is `shared` by another row gets a number.
        """
        same = self._known.get((folded(fields["claim"]), folded(fields["speaker"])), ())
        left = [known for known in same if known not in self._here]
        if left:
            return left[0]
        if shared is not None:
            return first_free(shared, 2, self._taken)
        return same[-1] if same else made_id(fields, self._taken)

    def _of_row(self, record: Record, kind: Kind) -> str | None:
        """Return the id that a row has, also one of another row, or None if it has none."""
        found = record.take_one("id")
        if found is None:
            return None
        words = latin_words(found.text)
        name = "-".join(words)
        if name.isdecimal():
            name = f"{_NUMBER_WORDS[kind]}-{name}"
        if not name or len(name) > ID_LENGTH or ID.fullmatch(name) is None:
            record.refuse(found, "no id can be made of it; one is made of the claim")
            return None
        if "".join(words) != letters(found.text):
            record.note(found)
        if name in self._here:
            record.look(found, "another claim has this id; it gets a number")
        return name
