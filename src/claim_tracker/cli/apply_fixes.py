"""`tracker check --fix`: fixes the files, or shows the fixes."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Failure, failures, paths_of
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.edit import Fixed
    from claim_tracker.render.terminal.layout import Layout
    from claim_tracker.text.diagnostic import Finding
    from claim_tracker.yaml import Document

    Choice = Callable[[Sequence[Finding]], Sequence[Finding]]

_ACROSS_FILES = ("E204", "W307")
"""The codes of what may have a fix that depends on other files."""


def mend_files(files: tuple[str, ...], as_of: "Moment", choice: "Choice") -> None:
    """Fix each file in place, and write to standard error what was fixed.

    `choice` picks the findings to fix. Raises Failure for standard input, and
    for a file that was changed, or became a link, meanwhile: that one is not touched.
    """
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.io.files import STANDARD_INPUT, read_bytes
    from claim_tracker.io.lock import locked

    with failures():
        targets = {name: os.path.realpath(name) for name in paths_of(files)}
        joint = _joint(targets, as_of)
        for name, target in targets.items():
            if name == STANDARD_INPUT:
                raise Failure("standard input cannot be mended in its place", "use `--fix --diff`")
            with locked(name):
                if os.path.realpath(name) != target:
                    raise Failure(f"`{name}` leads to another file by now", "run it again")
                data = read_bytes(name)
                fixed = _fixed(name, data, as_of, choice, joint.get(name, ()))
                if fixed.mended:
                    rewrite(name, data, fixed.text)
            for words in fixed.mended:
                click.echo(one_line(f"{name}, {words}"), err=True)


def mends_shown(
    files: tuple[str, ...], as_of: "Moment", choice: "Choice", layout: "Layout"
) -> Iterator[str]:
    """Yield the lines of a diff of all fixes: for a terminal, or else for `patch`.

    Findings without any fix give a message on standard error.
    """
    from claim_tracker.io.files import read_bytes
    from claim_tracker.render.phrases import count
    from claim_tracker.render.terminal.line_diff import shown_diff

    mended, left = 0, 0
    with failures():
        paths = paths_of(files)
        joint = _joint(paths, as_of)
        for name in paths:
            data = read_bytes(name)
            fixed = _fixed(name, data, as_of, choice, joint.get(name, ()))
            mended, left = mended + len(fixed.mended), left + fixed.left
            if fixed.mended:
                yield from shown_diff(name, data.decode(), fixed.text, layout)
    if left and not mended:
        found = f"{count(left, 'finding')} without one right mend"
        click.echo(f"Nothing to mend: {found}; `tracker check` shows what to write.", err=True)


def _fixed(
    name: str, data: bytes, as_of: "Moment", choice: "Choice", others: "Sequence[Document]"
) -> "Fixed":
    from claim_tracker.checks import examine
    from claim_tracker.edit import fixed_point

    return fixed_point(
        name, data, lambda document: choice(examine([document, *others], as_of).findings)
    )


def _joint(names: Collection[str], as_of: "Moment") -> "Mapping[str, Sequence[Document]]":
    """Return, by the name of a file, those to check it with: for fixes that depend on them."""
    from claim_tracker.checks import examine
    from claim_tracker.io.files import STANDARD_INPUT, read_bytes
    from claim_tracker.yaml import read

    if len(names) < 2 or STANDARD_INPUT in names:
        return {}
    documents = [read(name, read_bytes(name)) for name in names]
    found = {it.file for it in examine(documents, as_of).findings if it.code in _ACROSS_FILES}
    return {name: [it for it in documents if it.name != name] for name in found}
