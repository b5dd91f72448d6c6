"""What can be read of files that may have errors: older states, which nobody can mend."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claim_tracker.checks.checked_file import CheckedFile, ClaimInFile, entry_of
from claim_tracker.checks.form.validation import Validated, validate
from claim_tracker.checks.locate import finding_of
from claim_tracker.checks.paths import id_in
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import ClaimsFile
from claim_tracker.claims.tracker import Entry, Tracker
from claim_tracker.dates import DateError
from claim_tracker.yaml import Document


@dataclass(frozen=True)
class Readable:
    """The claims that can be read whole, whatever rules they break.

    `lost` are the ids of those that cannot. Unless it is `whole`, there may be others, of
    which not even the id is known. `unread` are the fields of files that cannot be read, each
    after the name of its file.
    """

    tracker: Tracker
    lost: frozenset[str] = frozenset()
    whole: bool = True
    unread: frozenset[tuple[str, str]] = frozenset()

    def lacks(self, claim_id: str) -> bool:
        """Whether a claim may be in the files and cannot be read."""
        return claim_id in self.lost or not (self.whole or claim_id in self._ids)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(entry.claim.id for entry in self.tracker)


def readable(documents: Iterable[Document]) -> Readable:
    """Return the claims that can be read whole. An id that is used twice names none."""
    files: list[CheckedFile] = []
    entries: list[Entry] = []
    lost: set[str] = set()
    whole = True
    for document in documents:
        valid = validate(document) if not _is_too_large(document) else Validated()
        file = CheckedFile(document, valid, date.max)
        files.append(file)
        entries += _entries(file)
        names = _names(file)
        lost.update(name for name in names if name is not None)
        whole = whole and document.complete and file.poisoned.is_whole and None not in names
    counts = Counter(entry.claim.id for entry in entries)
    lost -= {claim_id for claim_id, number in counts.items() if number == 1}
    entries = [entry for entry in entries if counts[entry.claim.id] == 1]
    tracker = Tracker(tuple(file.tracked for file in files), tuple(entries))
    unread = frozenset((file.document.name, name) for file in files for name in _unread(file))
    return Readable(tracker, frozenset(lost), whole, unread)


def _unread(file: CheckedFile) -> Iterator[str]:
    """Yield the fields of a file that have something unreadable, or may be missing by a fault."""
    document, written = file.document, file.validated.mended
    faulty = {problem.path[:1] for problem in file.validated.problems}
    is_whole = not document.problems and isinstance(document.root, dict)
    for name in fields_of(ClaimsFile):
        path = (name,)
        absent = name not in written and not is_whole
        if absent or path in faulty or file.poisoned.reaches(path):
            yield name


def _is_too_large(document: Document) -> bool:
    """Whether so much is in a file that it was not read to its end."""
    return not document.complete and any(problem.code == "E009" for problem in document.problems)


def _entries(file: CheckedFile) -> Iterator[Entry]:
    document = file.document
    faulty = {problem.path[:2] for problem in file.validated.problems}
    unread = {finding_of(document, problem).claim for problem in document.problems}
    for claim in file.claims:
        is_whole = claim.path not in faulty and not file.poisoned.reaches(claim.path)
        if is_whole and claim.model.id not in unread:
            entry = _whole_entry(file, claim)
            if entry is not None:
                yield entry


def entry_at(file: CheckedFile, index: int) -> Entry | None:
    """Return the claim at an index in a file, or None when it cannot be read whole."""
    claim = file.claim(index)
    if claim is None or file.poisoned.reaches(claim.path):
        return None
    return _whole_entry(file, claim)


def _whole_entry(file: CheckedFile, claim: ClaimInFile) -> Entry | None:
    """Return the claim with all that it refers to, or None when something of that is not there."""
    if claim.stated is None:
        return None
    entry = entry_of(file, claim, claim.stated)
    try:
        _ = (entry.citations_with(claim.model.updates), entry.places, entry.due)
        _ = [*map(entry.moved_due, claim.model.updates)]
    except (KeyError, DateError):
        return None
    return entry


def _names(file: CheckedFile) -> list[str | None]:
    """Return the id of everything that is written as a claim, None for what has none."""
    written = file.validated.mended.get("claims")
    return list(map(id_in, written)) if isinstance(written, list) else [None]
