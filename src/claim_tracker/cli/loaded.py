"""What a command loads: its claims where they are valid, else their errors on the terminal."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import failures, paths_of
from claim_tracker.cli.output import layout_for
from claim_tracker.io.exit_codes import FOUND
from claim_tracker.text.display import one_line, path_words

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment, Tracker
    from claim_tracker.loading import Loaded
    from claim_tracker.text.diagnostic import Finding

MAX_ERRORS = 20
"""Errors that are shown by a command that has other work to do."""
_kept: list[object] = []
"""What was loaded last, in a cycle, so that its memory is given back with the process at once.

To give back each of its objects takes a twentieth of the time of a command.
"""


def load_files(files: tuple[str, ...], as_of: "Moment", *, warnings: bool = True) -> "Loaded":
    """Load the files that are named, else the default ones. Raises Failure.

    A claim stated or an update dated after `as_of` is an error. Without `warnings` only the
    errors of the data are looked for.
    """
    from claim_tracker.cli.progress import progress
    from claim_tracker.loading import load

    with failures():
        paths = paths_of(files)
        with progress(paths) as step:
            loaded = load(*paths, today=as_of, step=step, warnings=warnings)
    _kept[:] = (_kept, loaded)
    return loaded


def later(now: datetime, as_of: "Moment") -> "Moment":
    """Return the present moment, or `as_of` where that is a later day."""
    return now if isinstance(as_of, datetime) or as_of <= now.date() else as_of


def valid(loaded: "Loaded", consequence: str, files: Iterable[str] | None = None) -> "Tracker":
    """Return the claims of what was loaded.

    Errors in it are written with their consequence, and end the command with status 1. The command
    that shows all of them names `files`, by default those that the present command names.
    """
    if loaded.tracker is not None:
        return loaded.tracker
    from claim_tracker.render.terminal.findings import mendable

    named = click.get_current_context().params["files"] if files is None else files
    remark = consequence + mendable(errors_of(loaded.findings), "`tracker check --fix`")
    write_errors(loaded, remark, check_of(named))
    raise click.exceptions.Exit(FOUND)


def errors_of(findings: "Iterable[Finding]") -> "list[Finding]":
    """Return the findings that are errors."""
    return [finding for finding in findings if finding.severity == "error"]


def finding_words(finding: "Finding") -> str:
    """Return the message of a finding, its advice and its code on one line."""
    return one_line(f"{finding.message}; {finding.help} [{finding.code}]")


def check_of(files: Iterable[str]) -> str:
    """Return the command that checks the files that are named, else the default ones."""
    from shlex import join

    from claim_tracker.render.phrases import file_options

    return f"`{path_words(join(('tracker', 'check', *file_options(files))))}`"


def write_errors(loaded: "Loaded", consequence: str, check: str) -> None:
    """Write the errors of what was loaded to standard error, with what follows from them.

    Of many only the first are shown, and that `check` shows all.
    """
    from claim_tracker.render.phrases import count, finding_counts
    from claim_tracker.render.terminal.findings import findings_text

    errors = errors_of(loaded.findings)
    shown, rest = errors[:MAX_ERRORS], len(errors) - MAX_ERRORS
    lines = findings_text(shown, source_lines(loaded, shown), layout_for(errors=True))
    more = [f"And {count(rest, 'more error')}; {check} shows all."] if rest > 0 else []
    summary = finding_counts(errors, len(loaded.documents), loaded.claims)
    with suppress(OSError):  # standard error may be closed; the exit status stays
        text = "\n".join((*lines, *more, f"{summary}: {consequence}."))
        click.echo(text, err=True)


def source_lines(loaded: "Loaded", findings: "Sequence[Finding]") -> dict[str, list[str]]:
    """Return the lines of the files that have findings, by name."""
    return {document.name: document.lines for document in loaded.documents if findings}
