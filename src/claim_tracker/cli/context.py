"""The environment of a command: its clock, the files it names, and how it fails."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from claim_tracker.io.exit_codes import CANNOT

Clock = Callable[[], datetime]
_BROUGHT_BY = {"markupsafe": "jinja2"}
"""The library of an extra by which another one is installed."""


class Failure(click.ClickException):
    """The command cannot do its work: what is wrong, and what to do. Exits with status 2."""

    exit_code = CANNOT

    def __init__(self, message: str, help: str | None = None) -> None:
        from claim_tracker.text.display import visible

        super().__init__(visible(message if help is None else f"{message}\nHelp: {help}"))


def system_clock() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


@contextmanager
def needs_extra(extra: str) -> Iterator[None]:
    """Raise Failure for a library that is not installed, with the extra that has it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "claim_tracker").startswith("claim_tracker"):
            raise
        from claim_tracker.cli.installation import install_command

        name = _BROUGHT_BY.get(error.name or "", error.name)
        raise Failure(f"{name} is not installed; run {install_command(extra)}") from error


@contextmanager
def failures() -> Iterator[None]:
    """Raise Failure in the place of HelpfulError: of FileError, GitError and TableError."""
    from claim_tracker.text.errors import HelpfulError

    try:
        yield
    except HelpfulError as error:
        raise Failure(error.message, error.help) from error


def paths_of(files: tuple[str, ...]) -> list[str]:
    """Return the files of `paths_named`, with those that are in its folders. Raises FileError."""
    from claim_tracker.io.files import expand

    return expand(paths_named(files))


def paths_named(files: tuple[str, ...]) -> list[str]:
    """Return the files and folders that are named, else the default ones. Raises FileError.

    They are noted as inputs, which no output replaces (`io/inputs.py`).
    """
    from claim_tracker.io.files import STANDARD_INPUT
    from claim_tracker.io.inputs import note_named

    named = list(files) or default_files()
    for path in named:
        if path != STANDARD_INPUT:
            note_named(path)
    return named


def default_files() -> list[str]:
    """Return the files of claims where none is named. Raises FileError."""
    from pathlib import Path

    from claim_tracker.io.files import default_paths

    return default_paths(os.environ, Path.cwd())


def has_files(files: tuple[str, ...]) -> bool:
    """Whether files of claims are named, or there is a default one."""
    from claim_tracker.io.files import FileError

    try:
        return bool(files or default_files())
    except FileError:
        return False
