"""What `tracker import` reads: tables, the file that gets their claims, and the claims in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claim_tracker.cli.context import Failure
from claim_tracker.cli.loaded import check_of, load_files, valid
from claim_tracker.io.files import STANDARD_INPUT, read_bytes
from claim_tracker.io.inputs import note_named
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment, TrackedFile, Tracker
    from claim_tracker.tables.build import Importing
    from claim_tracker.tables.columns.mapping import GivenColumns
    from claim_tracker.tables.contents import Contents, ReadOptions
    from claim_tracker.tables.rows.imported import Origin
    from claim_tracker.yaml import Document


class InputFile(NamedTuple):
    """A file as it is given: its path, its name as a person knows it, its bytes, what it holds."""

    path: str
    name: str
    data: bytes
    contents: "Contents"


def read_files(paths: Sequence[str], options: "ReadOptions") -> list[InputFile]:
    """Read the files. Raises TableError."""
    from claim_tracker.loading import STDIN_NAME
    from claim_tracker.tables.contents import table_contents

    found = []
    for path in paths:
        if path != STANDARD_INPUT:
            note_named(path)
        data = read_bytes(path)
        name = STDIN_NAME if path == STANDARD_INPUT else Path(path).name
        found.append(InputFile(path, name, data, table_contents(name, data, options)))
    return found


def read_mapping(path: str) -> Mapping[str, Any]:
    """Return the mapping that a file keeps. Raises TableError."""
    from claim_tracker.tables.columns.mapping import kept_in
    from claim_tracker.tables.reading.decode import decoded

    return kept_in(path, decoded(read_bytes(path)).text)


def title_of(paths: Sequence[str]) -> str:
    """Return the title of files of tables as one source, where nobody gives one."""
    return " and ".join(
        "Table" if path == STANDARD_INPUT else one_line(Path(path).name) for path in paths
    )


@dataclass(frozen=True)
class TargetFile:
    """The file that claims are added to."""

    name: str
    document: "Document"
    tracker: "Tracker"

    @classmethod
    def of(cls, path: str, now: datetime) -> "TargetFile":
        """Return a file that is valid; errors in it end the command with status 1."""
        if path == STANDARD_INPUT:
            raise Failure("standard input cannot be written to", "name the file with `--to`")
        loaded = load_files((path,), now)
        if len(loaded.documents) != 1 or path != loaded.documents[0].name:
            raise Failure(f"`{path}` is a folder", "name the file that gets the claims")
        tracker = valid(loaded, "nothing is written", [path])
        return cls(path, loaded.documents[0], tracker)

    @property
    def file(self) -> "TrackedFile":
        """Return what it holds."""
        return self.tracker.files[0]


def origin_of(
    as_of: "Moment", now: datetime, target: "TargetFile | None", source: Mapping[str, str | None]
) -> "Origin":
    """Return the table as a source, with its day. Raises UsageError for a day to come."""
    from claim_tracker.tables.rows.citations import Cited
    from claim_tracker.tables.rows.imported import Origin

    today = now.date() if target is None else target.file.day(now)
    day = today if isinstance(as_of, datetime) else as_of
    if day > today:
        raise click.UsageError(f"--as-of {day} is after {today}; write an earlier date.")
    fields = tuple((name, text) for name, text in source.items() if text is not None)
    return Origin(Cited((*fields, ("published", day.isoformat()))), day, today)


def read_claims(
    files: Sequence[InputFile],
    given: "GivenColumns",
    origin: "Origin",
    target: TargetFile | None,
    of_tables: Sequence[str],
) -> "Importing":
    """Return the claims, updates and sources of files of tables.

    `of_tables` are the options that were given and say how a table is to be read or cited. Raises
    Failure and TableError.
    """
    from claim_tracker.tables.build import import_tables
    from claim_tracker.tables.new_in_table import already_tracked
    from claim_tracker.tables.rows.imported import AlreadyTracked

    exports = [
        file for file in files if file.contents.imported is not None or file.contents.is_claims_file
    ]
    if exports and len(files) > 1:
        raise Failure(
            f"`{exports[0].name}` is what tracker writes, and is read alone", "import it by itself"
        )
    if exports:
        if of_tables:
            raise Failure(
                f"`{exports[0].name}` is what tracker writes, and no other table",
                f"leave out {', '.join(of_tables)}",
            )
        return _read_own_output(exports[0], origin.today)
    tables = [table for each in files for table in each.contents.tables]
    known = already_tracked(target.tracker) if target is not None else AlreadyTracked()
    return import_tables(tables, given, origin, known)


def _read_own_output(file: InputFile, today: date) -> "Importing":
    """Return the claims of a file that tracker has written itself."""
    from claim_tracker.loading import examined
    from claim_tracker.tables.build import Importing
    from claim_tracker.tables.own_formats.tracker_claims import imported_of_tracker
    from claim_tracker.yaml import read

    if file.contents.imported is not None:
        return Importing(file.contents.imported)
    document = read(file.path, file.data)
    tracker = examined((document,), today, warnings=False).tracker
    if tracker is None:
        raise Failure(
            f"`{file.name}` is a claims file with errors", f"see them with {check_of((file.path,))}"
        )
    left_out = ("version", "sources", "places", "claims", "defaults")
    head = {key: each for key, each in document.root.items() if key not in left_out}
    return Importing(imported_of_tracker(tracker), head=head)
