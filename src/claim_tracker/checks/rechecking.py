"""The same files checked again and again: only what changed is read and validated."""

from collections.abc import Mapping
from typing import NamedTuple

from claim_tracker.checks.run import Examined, PreviousCheck, examine
from claim_tracker.claims.tracker import Moment
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.rereading.reread import Rereading


class _Content(NamedTuple):
    """The content of a file as it was given, and what was read of it."""

    given: str | bytes
    document: Document


class Rechecking:
    """Files that are checked again and again, with the findings of a whole check.

    The documents and files of a check are not to be used any more after the next one.
    """

    def __init__(self) -> None:
        self._known = PreviousCheck()
        self._contents: dict[str, _Content] = {}
        self._rereadings: dict[str, Rereading] = {}

    def check(self, contents: Mapping[str, str | bytes], as_of: Moment) -> Examined:
        """Return what is found in files of these names and contents, as `examine` does."""
        for name in self._contents.keys() - contents.keys():
            self._forget(name)
        documents = tuple(self._document(name, given) for name, given in contents.items())
        return examine(documents, as_of, known=self._known)

    def _forget(self, name: str) -> None:
        """Forget a file that is not checked any more."""
        del self._contents[name]
        self._rereadings.pop(name, None)
        self._known.forget(name)

    def _document(self, name: str, given: str | bytes) -> Document:
        content = self._contents.get(name)
        if content is None or content.given != given:
            content = self._contents[name] = _Content(given, self._read(name, given))
        return content.document

    def _read(self, name: str, given: str | bytes) -> Document:
        try:
            text = given if isinstance(given, str) else given.decode("utf-8")
        except UnicodeDecodeError:
            self._rereadings.pop(name, None)
            return read(name, given if isinstance(given, bytes) else given.encode())
        if name not in self._rereadings:
            self._rereadings[name] = Rereading(name)
        return self._rereadings[name].read(text)
