"""`tracker check --fix`: fixes the files, or shows the fixes."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Failure, failures, paths_of
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.edit import Fixed
    from claim_tracker.render.terminal.layout import Layout
    from claim_tracker.text.diagnostic import Finding

    Choice = Callable[[Sequence[Finding]], Sequence[Finding]]


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
        for name, target in targets.items():
            if name == STANDARD_INPUT:
                raise Failure("standard input cannot be mended in its place", "use `--fix --diff`")
            with locked(name):
                if os.path.realpath(name) != target:
                    raise Failure(f"`{name}` leads to another file by now", "run it again")
                data = read_bytes(name)
                fixed = _fixed(name, data, as_of, choice)
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
        for name in paths_of(files):
            data = read_bytes(name)
            fixed = _fixed(name, data, as_of, choice)
            mended, left = mended + len(fixed.mended), left + fixed.left
            if fixed.mended:
                yield from shown_diff(name, data.decode(), fixed.text, layout)
    if left and not mended:
        found = f"{count(left, 'finding')} without one right mend"
        click.echo(f"Nothing to mend: {found}; `tracker check` shows what to write.", err=True)


def _fixed(name: str, data: bytes, as_of: "Moment", choice: "Choice") -> "Fixed":
    from claim_tracker.checks import examine
    from claim_tracker.edit import fixed_point

    return fixed_point(name, data, lambda document: choice(examine([document], as_of).findings))
