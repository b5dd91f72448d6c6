"""`tracker add`: a claim, written into a file."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.model import Claim, fields_of, use_of
from claim_tracker.cli.apply_change import Insertion, Manner, make, manner_options
from claim_tracker.cli.context import Clock, Color, Failure, load_files, paths_named, valid
from claim_tracker.cli.field_options import field_options, option_of, source_in, with_source
from claim_tracker.cli.interview import ask_claim, retry_named
from claim_tracker.cli.options import PathType, color_option, file_option
from claim_tracker.cli.prompt import Known, ask_known, can_ask, show_text

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Fields
    from claim_tracker.loading import Loaded

_NEEDED = tuple(
    name for name, field in fields_of(Claim).items() if field.is_required() and name != "id"
)


@click.command()
@file_option
@field_options(Claim)
@click.option(
    "--to",
    metavar="FILE",
    type=PathType(),
    help="The file to add it to, where several are loaded.",
)
@manner_options
@color_option
@click.pass_obj
def add(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    to: str | None,
    yes: bool,
    diff: bool,
    color: Color,
    **given: Any,
) -> None:
    """Add a claim to a file.

    It is put after the other claims; every other byte of the file stays. What is needed and not
    given is asked for. The change is shown before it is written.
    """
    as_of = clock()
    given = with_source(given)
    missing = [name for name in _NEEDED if not given[name]]
    loaded = load_files(files, as_of)
    tracker = valid(loaded, color, "nothing is written")
    name = _file_to_write(loaded, to, interactive=bool(missing) and can_ask())
    written_to = next(file for file in tracker.files if file.name == name)
    missing = [field for field in missing if field not in written_to.defaulted]
    if missing and not can_ask():
        raise click.UsageError(f"A claim needs {', '.join(f'--{field}' for field in missing)}.")
    if missing:
        given |= ask_claim(tracker, written_to, given)
    else:
        for words in _slips(tracker, given):
            show_text(words)

    def fields(file: "TrackedFile", tracker: "Tracker") -> "Fields":
        return _fields(file, tracker, given)

    command = ("add", *(part for path in files for part in ("-f", path)), "--to", name)
    with retry_named(command, given if missing else {}):
        make(
            Insertion(loaded, paths_named(files), name, as_of, None, fields),
            Manner(yes, diff, color),
        )


def _fields(file: "TrackedFile", tracker: "Tracker", given: Mapping[str, Any]) -> "Fields":
    """Return the given fields of a claim, in the order of the format."""
    from claim_tracker.edit.ids import made_id

    taken = {entry.claim.id for entry in tracker}
    values = {**given, "source": source_in(file, given["source"])}
    values["id"] = given["id"] or made_id(values, taken)
    listed = {name: values.get(name) for name in fields_of(Claim)}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in listed.items()
        if value
    }


def _file_to_write(loaded: "Loaded", to: str | None, *, interactive: bool) -> str:
    """Return the name of the file that gets the claim. Raises Failure without a single one."""
    from claim_tracker.loading import STDIN_NAME

    names = [document.name for document in loaded.documents]
    if to is not None:
        names = [name for name in names if os.path.realpath(name) == os.path.realpath(to)]
        if not names:
            raise Failure(f"`{to}` is not among the files that are loaded", "name it with `-f`")
    elif len(names) > 1 and interactive:
        names = [ask_known("File to add it to", Known("file", names), needed=True)]
    if len(names) > 1:
        raise Failure("several files are loaded", "say with `--to FILE` which one gets the claim")
    if names[0] == STDIN_NAME:
        raise Failure("standard input cannot be written to", "name the file with `-f`")
    return names[0]


def _slips(tracker: "Tracker", given: Mapping[str, Any]) -> Iterator[str]:
    """Yield a question for each given word that is nearly one of other claims."""
    from claim_tracker.text.suggest import nearest

    for name in (name for name in fields_of(Claim) if use_of(Claim, name).known == "claims"):
        known = {word for entry in tracker for word in _words(getattr(entry.claim, name))}
        for word in _words(given[name]):
            near = nearest(word, sorted(known), partial=False)
            if word not in known and near is not None:
                what = option_of(Claim, name)
                yield f"No other claim has the {what} `{word}`; did you mean `{near}`?"


def _words(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the texts of a field that has one, several or none."""
    return value if isinstance(value, tuple) else (value,) if value else ()
