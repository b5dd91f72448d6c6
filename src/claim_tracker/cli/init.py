"""`tracker init`: the files that a new project starts from."""

import json
import os
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

import click

from claim_tracker.cli.rim import Failure
from claim_tracker.files import DEFAULT, ENVIRONMENT
from claim_tracker.text import visible

_SCHEMA = DEFAULT.with_name("claims.schema.json")
_PRE_COMMIT = Path(".pre-commit-config.yaml")
_WORKFLOW = Path(".github", "workflows", "claims.yml")


@click.command()
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--pre-commit", is_flag=True, help=f"Also write {_PRE_COMMIT}.")
@click.option("--github", is_flag=True, help=f"Also write {_WORKFLOW.as_posix()}.")
def init(*, folder: Path, pre_commit: bool, github: bool) -> None:
    """Start a new project in DIR, by default this folder.

    Writes data/claims.yaml with an example, and data/claims.schema.json for editors. Nothing
    is overwritten.
    """
    texts = {folder / name: text for name, text in _texts(pre_commit, github)}
    _refuse_existing(texts)
    _write(texts)
    for line in _report(texts, folder):
        click.echo(visible(line))


def _texts(pre_commit: bool, github: bool) -> Iterator[tuple[Path, str]]:
    """Each file to write, by its name in the folder, and what is in it."""
    from claim_tracker.schema import schema
    from claim_tracker.starter import GITHUB_WORKFLOW, PRE_COMMIT, claims_file

    yield DEFAULT, claims_file()
    yield _SCHEMA, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if pre_commit:
        yield _PRE_COMMIT, PRE_COMMIT
    if github:
        yield _WORKFLOW, GITHUB_WORKFLOW


def _refuse_existing(paths: Iterable[Path]) -> None:
    """Raises Failure when one of the paths is taken, if only by a link that leads nowhere."""
    taken = [f"`{path}`" for path in paths if os.path.lexists(path)]
    if taken:
        there = "is already there" if len(taken) == 1 else "are already there"
        raise Failure(
            f"{', '.join(taken)} {there}; nothing was written",
            "choose another folder, or move away what you do not need",
        )


def _write(texts: Mapping[Path, str]) -> None:
    """Write new files, all of them or none. Raises Failure."""
    with ExitStack() as undo:
        for path, text in texts.items():
            try:
                _write_new(path, text, undo)
            except (OSError, ValueError) as error:
                raise _failure(error, path) from error
        undo.pop_all()


def _failure(error: OSError | ValueError, path: Path) -> Failure:
    """`path` is what was to be written; the error may be about a folder above it."""
    name, reason = path, str(error)
    if isinstance(error, OSError):
        name, reason = error.filename or path, error.strerror or reason
    return Failure(
        f"cannot write `{name}`: {reason}; nothing was written",
        "check the name, your rights and the free space",
    )


def _write_new(path: Path, text: str, undo: ExitStack) -> None:
    """Write a file that is not there yet; `undo` removes it and the folders made for it."""
    _make_folder(path.parent, undo)
    with path.open("x", encoding="utf-8", newline="") as file:
        undo.callback(_try, path.unlink)
        file.write(text)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if folder.is_dir() or folder == folder.parent:
        return
    _make_folder(folder.parent, undo)
    try:
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():  # else somebody has made it in the meantime
            raise
    else:
        undo.callback(_try, folder.rmdir)


def _try(remove: Callable[[], None]) -> None:
    with suppress(OSError):  # a folder that somebody else has used stays
        remove()


def _report(made: Iterable[Path], folder: Path) -> Iterator[str]:
    """What was made, and how to go on from here."""
    for path in made:
        yield f"Made {path}"
    default = folder == Path() and not os.environ.get(ENVIRONMENT)
    file = "" if default else f" -f {shlex.quote(str(folder / DEFAULT))}"
    yield from ("", "Next:", f"  tracker check --strict{file}", f"  tracker status{file}")
