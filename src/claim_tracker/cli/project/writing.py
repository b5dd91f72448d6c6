"""Writing the files of a new project: all of them or none, and none outside its folder."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from itertools import takewhile
from pathlib import Path

from claim_tracker.cli.context import Failure, failures
from claim_tracker.io.faults import advice
from claim_tracker.io.files import is_inside, reason_of


def refuse_outside(path: Path, folder: Path) -> None:
    """Raise Failure for a folder that is, or is behind, a link out of the project's folder."""
    if not is_inside(path, folder):
        where = os.path.realpath(path)
        raise Failure(
            f"`{path}` is a link that leads out of `{folder}`, to `{where}`; nothing was written",
            "put a folder in the place of the link, or start the project where it leads",
        )


def write_project(texts: Mapping[Path, str], extended: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Write new files, all of them or none, and the new content of others. Raises Failure."""
    from claim_tracker.io.atomic_write import rewrite

    with ExitStack() as undo:
        for path, text in texts.items():
            try:
                _write_new(path, text, undo)
            except (OSError, ValueError) as error:
                raise _failure(error, path) from error
        for path, (old, new) in extended.items():
            with failures():
                rewrite(str(path), old, new)
        undo.pop_all()


def _failure(error: OSError | ValueError, path: Path) -> Failure:
    """Return the failure to write `path`, or to make a folder above it."""
    about = path
    if isinstance(error, OSError) and error.filename:
        about = Path(os.fsdecode(error.filename))
    name = about if about in path.parents else path
    return Failure(
        f"cannot write `{name}`: {reason_of(error)}; nothing was written",
        advice(error, "check the name, your rights and the free space"),
    )


def _write_new(path: Path, text: str, undo: ExitStack) -> None:
    """Write a file that is not there yet; `undo` removes it and the folders made for it."""
    from claim_tracker.io.atomic_write import write_new

    _make_folder(path.parent, undo)
    write_new(path, text)
    undo.callback(_try, path.unlink)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = takewhile(lambda each: not each.is_dir(), (folder, *folder.parents))
    for each in reversed(tuple(missing)):
        try:
            each.mkdir()
        except FileExistsError:
            if not each.is_dir():  # else somebody has made it in the meantime
                raise
        else:
            undo.callback(_try, each.rmdir)


def _try(remove: Callable[[], None]) -> None:
    with suppress(OSError):  # a folder that somebody else has used stays
        remove()
