"""`tracker init`: the files that a new project starts from."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from claim_tracker.cli.context import Failure, failures
from claim_tracker.cli.options.param_types import PathType
from claim_tracker.cli.project import remarks
from claim_tracker.cli.project.editors import EDITORS
from claim_tracker.cli.project.pages import PAGES, SITE_COMMAND, Pages, git_host
from claim_tracker.cli.project.writing import refuse_outside, write_project
from claim_tracker.io.files import DEFAULT, read_bytes
from claim_tracker.text.display import visible

_SCHEMA = DEFAULT.with_name("claims.schema.json")
_PRE_COMMIT = Path(".pre-commit-config.yaml")
_WORKFLOW = Path(".github", "workflows", "claims.yml")
_AGENDA = _WORKFLOW.with_name("agenda.yml")
_BY_REMOTE = "auto"
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
    help="Also write the settings by which an editor uses `tracker lsp`. Repeatable.",
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
    texts = {folder / name: text for name, text in _files_to_write(pre_commit, github, agenda)}
    texts |= published | settings
    attributes = folder / _ATTRIBUTES
    extended = _extend_attributes(attributes) if merge and os.path.lexists(attributes) else {}
    if merge and not extended:
        texts[attributes] = f"{_MERGED}\n"
    kept = [path for path in texts if os.path.lexists(path)]
    missing = {path: text for path, text in texts.items() if path not in kept}
    # The claims are anybody's own, and `schema` writes its file anew.
    left_alone = (folder / DEFAULT, folder / _SCHEMA, attributes)
    to_add = {
        path: texts[path]
        for path in kept
        if path not in left_alone
        and remarks.lacks(path, texts[path], SITE_COMMAND if path in published else None)
    }
    if not (missing or merge or settings or to_add):
        names = ", ".join(f"`{path}`" for path in kept)
        raise Failure(f"{names} are already there; nothing was written", "choose another folder")
    for path in missing:
        refuse_outside(path.parent, folder)
    for path in extended:
        refuse_outside(path, folder)
    write_project(missing, extended)
    at_top = [path for name in _AT_TOP if (path := folder / name) in missing]
    lines = (
        *remarks.files_written([*missing, *extended], kept, folder),
        *(remarks.merge_driver() if merge else ()),
        *remarks.left_to_do(missing),
        *remarks.below_top(at_top, folder),
        *(remarks.of_pages(pages) if pages is not None else ()),
        *(remarks.of_editors(editors) if editors else ()),
        *remarks.to_add(to_add),
    )
    for line in lines:
        click.echo(visible(line))


def _files_to_write(pre_commit: bool, github: bool, agenda: bool) -> Iterator[tuple[Path, str]]:
    """Yield the path in the folder and the text of each file to write."""
    from claim_tracker.claims.json_schema import schema_text
    from claim_tracker.cli.project import starter

    yield DEFAULT, starter.CLAIMS
    yield _SCHEMA, schema_text()
    if pre_commit:
        yield _PRE_COMMIT, starter.PRE_COMMIT
    if github:
        yield _WORKFLOW, starter.GITHUB_WORKFLOW
    if agenda:
        yield _AGENDA, starter.AGENDA_WORKFLOW


def _pages(host: str, folder: Path) -> Pages:
    """Return where the site is published; for `auto` where the remote is. Raises Failure."""
    if host != _BY_REMOTE:
        return PAGES[host]
    from claim_tracker.history.git import remote_of

    with failures():
        remote = remote_of(folder)
    found = git_host(remote) if remote is not None else None
    if found is None:
        why = "has no remote" if remote is None else "is on neither GitHub nor GitLab by its name"
        raise Failure(
            f"`--pages` needs to know where to publish: `{folder}` {why}; nothing was written",
            "write `--pages github` or `--pages gitlab`",
        )
    return PAGES[found]


def _extend_attributes(path: Path) -> Mapping[Path, tuple[bytes, bytes]]:
    """Return the old and the new attributes of git, where they lack those of claims.

    Raises Failure.
    """
    with failures():
        old = read_bytes(str(path))
    rules = (line.split() for line in old.splitlines() if not line.lstrip().startswith(b"#"))
    if any(b"merge=tracker" in attributes for _, *attributes in filter(None, rules)):
        return {}
    end = b"\r\n" if b"\r\n" in old else b"\n"
    separator = end if old and not old.endswith(b"\n") else b""
    return {path: (old, old + separator + _MERGED.encode() + end)}
