"""What is said once a new project is written: its files, the next commands, and what is left."""

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from claim_tracker.cli.project.editors import Editor
from claim_tracker.cli.project.pages import Pages
from claim_tracker.cli.project.starter import MERGE_DRIVER
from claim_tracker.io.files import DEFAULT, ENVIRONMENT, FileError, read_bytes

_OWNER = "OWNER"
"""What stands in files in the place of the owner of a repository of claim-tracker."""
_NEXT = ("draft ARTICLE", "add", "check --strict", "status")


def files_written(made: Iterable[Path], kept: Iterable[Path], folder: Path) -> Iterator[str]:
    """Yield the files that were made, those that were kept, and the next commands."""
    for path in made:
        yield f"Made {path}"
    for path in kept:
        yield f"Kept {path}"
    default = folder == Path() and not os.environ.get(ENVIRONMENT)
    file = "" if default else f" -f {shlex.quote(str(folder / DEFAULT))}"
    yield from ("", "Next:")
    yield from (f"  tracker {command}{file}" for command in _NEXT)


def merge_driver() -> Iterator[str]:
    """Yield the command that lets git merge claim by claim."""
    yield f"  git config merge.tracker.driver {shlex.quote(MERGE_DRIVER)}"


def left_to_do(made: Mapping[Path, str]) -> Iterator[str]:
    """Yield what is to be replaced in the files that were made."""
    lines = []
    for path, text in made.items():
        if path.name == DEFAULT.name:
            lines += [
                f"The claim in {path} is invented: put your own in its place.",
                "A first article, step by step: docs/tutorial.md of claim-tracker.",
            ]
        if _OWNER in text:
            lines.append(
                f"{_OWNER} in {path} stands for whoever publishes claim-tracker: put the name in."
            )
    if lines:
        yield from ("", *lines)


def below_top(paths: Iterable[Path], folder: Path) -> Iterator[str]:
    """Yield where files are to be moved that nobody looks for below the top of the repository."""
    from claim_tracker.history.running import work_tree_on_disk

    top, here = work_tree_on_disk(folder), Path(os.path.realpath(folder))
    if top is None or top not in here.parents:
        return
    claims = (here.relative_to(top) / DEFAULT).as_posix()
    for path in paths:
        its_place = top / path.relative_to(folder)
        yield ""
        yield (
            f"{path} is looked for only at the top of the repository: move it to {its_place}, "
            f"and let its commands name {claims}."
        )


def of_pages(pages: Pages) -> Iterator[str]:
    """Yield what is to be done where the site is published."""
    yield from ("", f"{pages.name}: {pages.left_to_do}.")


def of_editors(editors: Iterable[Editor]) -> Iterator[str]:
    """Yield what the settings of editors need besides, each editor on a line of its own."""
    yield ""
    if find_spec("pygls") is None:
        from claim_tracker.cli.installation import install_command

        yield f"Editors need the language server: {install_command('lsp')}"
    yield from (f"{each.name}: {each.left_to_do}." for each in editors)


def to_add(texts: Mapping[Path, str]) -> Iterator[str]:
    """Yield the texts that are to be put into files that were there already."""
    for path, text in texts.items():
        yield from ("", f"Put this into {path}, beside what it has:", "")
        yield from (f"  {line}".rstrip() for line in text.splitlines())


def lacks(path: Path, text: str, command: str | None = None) -> bool:
    """Whether a file lacks one of the lines of a text, and the command that stands for them all.

    It does where it cannot be read.
    """
    try:
        there = read_bytes(str(path)).decode("utf-8", "replace")
    except FileError:
        return True
    if command is not None and command in there:
        return False
    return not _compared_lines(text) <= _compared_lines(there)


def _compared_lines(text: str) -> set[str]:
    return {line.strip().rstrip(",") for line in text.splitlines()}
