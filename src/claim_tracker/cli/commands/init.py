"""`tracker init`: the files that a new project starts from."""

import json
import os
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from itertools import takewhile
from pathlib import Path

import click

from claim_tracker.cli.context import Failure, failures, install_command
from claim_tracker.cli.editors import EDITORS, Editor
from claim_tracker.cli.pages import PAGES, SITE_COMMAND, Pages, host_of
from claim_tracker.cli.param_types import PathType
from claim_tracker.io.faults import advice
from claim_tracker.io.files import (
    DEFAULT,
    ENVIRONMENT,
    FileError,
    is_inside,
    read_bytes,
    reason_of,
)
from claim_tracker.text.display import visible

_SCHEMA = DEFAULT.with_name("claims.schema.json")
_PRE_COMMIT = Path(".pre-commit-config.yaml")
_WORKFLOW = Path(".github", "workflows", "claims.yml")
_OWNER = "OWNER"
"""What stands in files in the place of the owner of a repository of claim-tracker."""
_AGENDA = _WORKFLOW.with_name("agenda.yml")
_BY_REMOTE = "auto"
_NEXT = ("draft ARTICLE", "add", "check --strict", "status")
_AT_TOP = (_PRE_COMMIT, _WORKFLOW, _AGENDA, *(pages.path for pages in PAGES.values()))
"""What is looked for at the top of a repository, and nowhere else."""
_ATTRIBUTES = Path(".gitattributes")
_MERGED = f"{DEFAULT.parent.as_posix()}/*.yaml merge=tracker"


@click.command()
@click.argument(
    "folder", metavar="[DIR]", default=".", type=PathType(file_okay=False, path_type=Path)
)
@click.option("--pre-commit", is_flag=True, help=f"Also write {_PRE_COMMIT}.")
@click.option("--github", is_flag=True, help=f"Also write {_WORKFLOW.as_posix()}.")
@click.option(
    "--agenda",
    is_flag=True,
    help=f"Also write {_AGENDA.as_posix()}: each week, an issue with what to look at.",
)
@click.option(
    "--pages",
    "host",
    type=click.Choice((_BY_REMOTE, *PAGES)),
    is_flag=False,
    flag_value=_BY_REMOTE,
    help="Also write what publishes the claims as a site: for GitHub Pages or GitLab Pages, by "
    "default as the remote of the repository says.",
)
@click.option(
    "--merge",
    is_flag=True,
    help=f"Also write {_ATTRIBUTES}, or add to it, so that git merges claim by claim.",
)
@click.option(
    "--editor",
    "editor_names",
    type=click.Choice(tuple(EDITORS)),
    multiple=True,
    help="Also write the settings by which an editor uses `tracker lsp`; can be repeated.",
)
def init(
    *,
    folder: Path,
    pre_commit: bool,
    github: bool,
    agenda: bool,
    host: str | None,
    merge: bool,
    editor_names: tuple[str, ...],
) -> None:
    """Start a new project in DIR, by default this folder.

    Writes data/claims.yaml with an example, and data/claims.schema.json for editors. A file
    that is there already is kept as it is.
    """
    editors = [EDITORS[name] for name in dict.fromkeys(editor_names)]
    settings = {folder / name: text for each in editors for name, text in each.files.items()}
    pages = _pages(host, folder) if host is not None else None
    published = {folder / pages.path: pages.text} if pages is not None else {}
    texts = {folder / name: text for name, text in _texts(pre_commit, github, agenda)}
    texts |= published | settings
    kept = [path for path in texts if os.path.lexists(path)]
    missing = {path: text for path, text in texts.items() if path not in kept}
    extended = _extended(folder / _ATTRIBUTES) if merge else {}
    if merge and not extended:
        kept.append(folder / _ATTRIBUTES)
    to_add = {path: text for path, text in settings.items() if path in kept}
    if pages is not None and _lacks_site(folder / pages.path):
        to_add |= published
    if not missing and not merge and not to_add:
        names = ", ".join(f"`{path}`" for path in kept)
        raise Failure(f"{names} are already there; nothing was written", "choose another folder")
    for path in missing:
        _refuse_outside(path.parent, folder)
    for path in extended:
        _refuse_outside(path, folder)
    _write(missing, extended)
    report = [*_report([*missing, *extended], kept, folder), *_driver(wanted=merge)]
    at_top = [path for name in _AT_TOP if (path := folder / name) in texts]
    below = _below_top(at_top, folder)
    left = (*_left_to_do(missing), *below, *_for_pages(pages), *_for_editors(editors))
    for line in (*report, *left, *_to_add(to_add)):
        click.echo(visible(line))


def _texts(pre_commit: bool, github: bool, agenda: bool) -> Iterator[tuple[Path, str]]:
    """Yield the path in the folder and the text of each file to write."""
    from claim_tracker.claims.json_schema import schema
    from claim_tracker.cli.starter import (
        AGENDA_WORKFLOW,
        GITHUB_WORKFLOW,
        PRE_COMMIT,
        claims_file,
    )

    yield DEFAULT, claims_file()
    yield _SCHEMA, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if pre_commit:
        yield _PRE_COMMIT, PRE_COMMIT
    if github:
        yield _WORKFLOW, GITHUB_WORKFLOW
    if agenda:
        yield _AGENDA, AGENDA_WORKFLOW


def _pages(host: str, folder: Path) -> Pages:
    """Return where the site is published; for `auto` where the remote is. Raises Failure."""
    if host != _BY_REMOTE:
        return PAGES[host]
    from claim_tracker.history.git import remote_of

    with failures():
        remote = remote_of(folder)
    found = host_of(remote) if remote is not None else None
    if found is None:
        why = "has no remote" if remote is None else "is on neither GitHub nor GitLab by its name"
        raise Failure(
            f"`--pages` needs to know where to publish: `{folder}` {why}; nothing was written",
            "write `--pages github` or `--pages gitlab`",
        )
    return PAGES[found]


def _lacks_site(path: Path) -> bool:
    """Whether a file is there, and has other jobs than the one that publishes the claims."""
    return os.path.lexists(path) and not any(SITE_COMMAND in line for line in _lines_of(path))


def _extended(path: Path) -> Mapping[Path, tuple[bytes | None, str]]:
    """Return the old and the new attributes of git, where they lack those of claims.

    Raises Failure.
    """
    line = f"{_MERGED}\n"
    if not os.path.lexists(path):
        return {path: (None, line)}
    with failures():
        old = read_bytes(str(path))
    text = old.decode("utf-8", "surrogateescape")
    if any("merge=tracker" in each.split()[1:] for each in text.splitlines()):
        return {}
    end = "\r\n" if "\r\n" in text else "\n"
    separator = end if text and not text.endswith("\n") else ""
    return {path: (old, f"{text}{separator}{_MERGED}{end}")}


def _refuse_outside(path: Path, folder: Path) -> None:
    """Raise Failure for a folder that is, or is behind, a link out of the project's folder."""
    if not is_inside(path, folder):
        where = os.path.realpath(path)
        raise Failure(
            f"`{path}` is a link that leads out of `{folder}`, to `{where}`; nothing was written",
            "put a folder in the place of the link, or start the project where it leads",
        )


def _write(texts: Mapping[Path, str], extended: Mapping[Path, tuple[bytes | None, str]]) -> None:
    """Write new files, all of them or none, and those that are extended. Raises Failure."""
    from claim_tracker.io.atomic_write import rewrite

    new = {path: text for path, (old, text) in extended.items() if old is None}
    with ExitStack() as undo:
        for path, text in {**texts, **new}.items():
            try:
                _write_new(path, text, undo)
            except (OSError, ValueError) as error:
                raise _failure(error, path) from error
        for path, (old, text) in extended.items():
            if old is not None:
                with failures():
                    rewrite(str(path), old, text)
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


def _report(made: Iterable[Path], kept: Iterable[Path], folder: Path) -> Iterator[str]:
    """Yield the files that were made, those that were kept, and the next commands."""
    for path in made:
        yield f"Made {path}"
    for path in kept:
        yield f"Kept {path}"
    default = folder == Path() and not os.environ.get(ENVIRONMENT)
    file = "" if default else f" -f {shlex.quote(str(folder / DEFAULT))}"
    yield from ("", "Next:")
    yield from (f"  tracker {command}{file}" for command in _NEXT)


def _driver(*, wanted: bool) -> Iterator[str]:
    """Yield the command that lets git merge claim by claim."""
    if wanted:
        from claim_tracker.cli.commands.merge import DRIVER

        yield f"  git config merge.tracker.driver {shlex.quote(DRIVER)}"


def _left_to_do(made: Mapping[Path, str]) -> Iterator[str]:
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


def _below_top(paths: Iterable[Path], folder: Path) -> Iterator[str]:
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


def _for_pages(pages: Pages | None) -> Iterator[str]:
    """Yield what is to be done where the site is published."""
    if pages is not None:
        yield from ("", f"{pages.name}: {pages.left_to_do}.")


def _for_editors(editors: Iterable[Editor]) -> Iterator[str]:
    """Yield what the settings of editors need besides, each editor on a line of its own."""
    if editors:
        yield from ("", f"Editors need the language server: {install_command('lsp')}")
    yield from (f"{each.name}: {each.left_to_do}." for each in editors)


def _to_add(kept: Mapping[Path, str]) -> Iterator[str]:
    """Yield what files lack that were there already."""
    for path, text in kept.items():
        lines = text.splitlines()
        if not {_stripped(line) for line in lines} <= _lines_of(path):
            yield from ("", f"Put this into {path}, beside what it has:", "")
            yield from (f"  {line}".rstrip() for line in lines)


def _lines_of(path: Path) -> set[str]:
    """Return the lines of a file as they are compared; none where it cannot be read."""
    try:
        text = read_bytes(str(path)).decode("utf-8", "replace")
    except FileError:
        return set()
    return {_stripped(line) for line in text.splitlines()}


def _stripped(line: str) -> str:
    return line.strip().rstrip(",")
