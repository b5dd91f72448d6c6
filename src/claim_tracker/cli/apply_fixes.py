"""`tracker check --fix`: fixes the files, or shows the fixes."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
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


def mend_files(files: tuple[str, ...], as_of: "Moment", choice: "Choice") -> None:
    """Fix each file in place, and write to standard error what was fixed.

    `choice` picks the findings to fix. Raises Failure for standard input, and for a file that
    was changed, or became a link, meanwhile: that one is not touched.
    """
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.io.files import STANDARD_INPUT, read_bytes
    from claim_tracker.io.lock import locked

    with failures():
        targets = {name: os.path.realpath(name) for name in paths_of(files)}
        if STANDARD_INPUT in targets:
            raise Failure("standard input cannot be mended in its place", "use `--fix --diff`")
        with locked(*targets):
            contents = {name: read_bytes(name) for name in targets}
            for name, fixed in _fixed(contents, as_of, choice).items():
                if fixed.mended:
                    if os.path.realpath(name) != targets[name]:
                        raise Failure(f"`{name}` leads to another file by now", "run it again")
                    rewrite(name, contents[name], fixed.text)
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
        contents = {name: read_bytes(name) for name in paths_of(files)}
        for name, fixed in _fixed(contents, as_of, choice).items():
            mended, left = mended + len(fixed.mended), left + fixed.left
            if fixed.mended:
                yield from shown_diff(name, contents[name].decode(), fixed.text, layout)
    if left and not mended:
        found = f"{count(left, 'finding')} without one right mend"
        click.echo(f"Nothing to mend: {found}; `tracker check` shows what to write.", err=True)


def _fixed(
    contents: Mapping[str, bytes], as_of: "Moment", choice: "Choice"
) -> "Mapping[str, Fixed]":
    from claim_tracker.checks import Sought, examine
    from claim_tracker.edit import fixed_points
    from claim_tracker.yaml.limits import MAX_FIXED

    def check(documents: "Sequence[Document]") -> "Sequence[Finding]":
        return choice(examine(documents, as_of, sought=Sought(most=MAX_FIXED)).findings)

    return fixed_points(contents, check)
