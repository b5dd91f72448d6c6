"""`tracker diff`: what changed for the claims between two states of their files."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Clock, Failure, failures, paths_named
from claim_tracker.cli.loaded import check_of, write_errors
from claim_tracker.cli.options.param_types import PathType, WordType
from claim_tracker.cli.options.shared import (
    day_of,
    file_option,
    format_option,
    since_option,
    view_options,
)
from claim_tracker.cli.output import layout_for, write_text, write_view
from claim_tracker.io.exit_codes import DONE, FOUND
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from datetime import date

    from claim_tracker.compare import Comparison
    from claim_tracker.dates import Within
    from claim_tracker.history.revisions import Operand, States
    from claim_tracker.render.change_phrases import Sides

_ID_LENGTH = 12


@click.command()
@click.argument("old", metavar="[OLD", required=False, type=PathType())
@click.argument("new", metavar="[NEW]]", required=False, type=PathType())
@file_option
@click.option(
    "--merge-base",
    is_flag=True,
    help="Compare with where OLD and NEW parted, and not with what OLD has had since.",
)
@since_option(
    "Compare with the last commit up to the end of this date (UTC), or as long ago: '1 week'."
)
@format_option("text", "json", "markdown")
@view_options(
    click.option(
        "--fail-on",
        multiple=True,
        type=WordType(["rewritten", "removed", "moved"]),
        help="Exit with 1 when history was rewritten, a claim removed or a deadline moved. "
        "Repeatable.",
    )
)
@click.pass_obj
def diff(
    clock: Clock,
    *,
    old: str | None,
    new: str | None,
    files: tuple[str, ...],
    merge_base: bool,
    since: "date | Within | None",
    form: str,
    output: str | None,
    fail_on: tuple[str, ...],
) -> int:
    """Say what changed for the claims, not for the lines.

    OLD and NEW are git revisions, files or folders; without NEW it is the working tree, without
    both it is what has changed there since HEAD. Of a revision the files are read that -f
    names. Exit status 1 when NEW has errors, which are said on standard error.
    """
    from claim_tracker.checks.readable import readable
    from claim_tracker.compare import compare
    from claim_tracker.loading import examined
    from claim_tracker.render.change_phrases import Sides
    from claim_tracker.yaml import read

    if since is not None and old is not None:
        raise click.UsageError("--since stands for OLD; leave out the one or the other.")
    day = day_of(since, clock().date()) if since is not None else None
    with failures():
        states = _states(old, new, files, day, parted=merge_base)
        versions = states.versions()
    older, newer = (tuple(read(*file) for file in side) for side in versions)
    comparison = compare(readable(older), readable(newer))
    names = Sides(states.old_name, states.new.text if states.new is not None else None)
    _write(comparison, names, form, output)
    loaded = examined(newer, clock(), warnings=False)
    if loaded.tracker is None:
        write_errors(loaded, f"{names.new_words} has errors", _check(states.new, files))
    fails = loaded.tracker is None or any(comparison.sums[word] for word in fail_on)
    return FOUND if fails else DONE


def _check(new: "Operand | None", files: tuple[str, ...]) -> str:
    """Return the command that checks NEW, or the working tree where it is None."""
    if new is None or new.kind is None:
        return check_of(files if new is None else (new.text,))
    revision = new.text.partition(":")[0]
    return f"{check_of(files)} in a checkout of `{one_line(revision)}`"


def _states(
    old: str | None,
    new: str | None,
    files: tuple[str, ...],
    day: "date | None",
    *,
    parted: bool,
) -> "States":
    """Return the two states to compare, the older one of a day where that is given.

    Raises Failure, FileError and GitError.
    """
    from claim_tracker.history.git import commit_before
    from claim_tracker.history.git_errors import GitError
    from claim_tracker.history.paths import git_path
    from claim_tracker.history.revisions import HEAD, Operand, States, operand
    from claim_tracker.io.files import FileError

    paths: list[str] = []
    with suppress(FileError):
        paths = paths_named(files)
    folder: Path | None = None
    with suppress(GitError):
        folder = git_path(paths[0]).top if paths else None
    if day is not None:
        paths = paths_named(files)  # says which file is missing
        if folder is None:
            raise Failure("--since is for files in a git repository, and here is none")
        old = commit_before(folder, day)[:_ID_LENGTH]
    older = operand(old, folder) if old is not None else Operand(HEAD, "commit")
    newer = operand(new, folder) if new is not None else None
    sides = older, newer
    by_path = [side for side in sides if side is None or side.kind == "commit"]
    if by_path:
        paths = paths_named(files)
    elif files:
        raise Failure("-f names files of a revision or of the working tree, and here is neither")
    if parted and any(side is not None and side.kind != "commit" for side in sides):
        raise Failure("--merge-base is for revisions, and here is a file")
    return States(paths, older, newer, parted=parted)


def _write(comparison: "Comparison", names: "Sides", form: str, output: str | None) -> None:
    if form == "text":
        from claim_tracker.render.terminal.diff import diff_text

        write_view(diff_text(comparison, names, layout_for(output)), output)
    elif form == "json":
        from claim_tracker.render.data.diff_json import diff_json

        write_text(diff_json(comparison, names), output)
    else:
        from claim_tracker.render.data.diff_markdown import diff_markdown

        write_text(diff_markdown(comparison, names), output)
