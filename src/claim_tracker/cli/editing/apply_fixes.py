"""`tracker check --fix`: fixes the files, or shows the fixes."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Failure, failures, paths_named, paths_of
from claim_tracker.cli.output import show_text
from claim_tracker.text.display import one_line, path_words

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.edit import Fixed
    from claim_tracker.loading import Loaded
    from claim_tracker.render.terminal.layout import Layout
    from claim_tracker.text.diagnostic import Finding
    from claim_tracker.yaml import Document

    Choice = Callable[[Sequence[Finding]], Sequence[Finding]]


def mend_files(files: tuple[str, ...], as_of: "Moment", choice: "Choice") -> "Loaded":
    """Fix each file in place, write to standard error what was fixed, and load what is there now.

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
            fixes, last = _apply_fixes(contents, as_of, choice)
            for name, fixed in fixes.items():
                if fixed.mended:
                    if os.path.realpath(name) != targets[name]:
                        raise Failure(f"`{name}` leads to another file by now", "run it again")
                    rewrite(name, contents[name], fixed.text.encode())
                    lines = (f"{path_words(name)}, {one_line(words)}" for words in fixed.mended)
                    show_text("\n".join(lines))
        return _reload(last, files, as_of)


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
        fixes, _ = _apply_fixes(contents, as_of, choice)
        for name, fixed in fixes.items():
            mended, left = mended + len(fixed.mended), left + fixed.left
            if fixed.mended:
                yield from shown_diff(name, contents[name].decode(), fixed.text, layout)
    if left and not mended:
        found = f"{count(left, 'finding')} without one right mend"
        click.echo(f"Nothing to mend: {found}; `tracker check` shows what to write.", err=True)


def _apply_fixes(
    contents: Mapping[str, bytes], as_of: "Moment", choice: "Choice"
) -> "tuple[Mapping[str, Fixed], Loaded]":
    """Return the texts of files after their fixes, by name, and the last check of them together."""
    from claim_tracker.edit import fixed_points
    from claim_tracker.loading import examined
    from claim_tracker.yaml.limits import MAX_FIXED

    last: list[Loaded] = []

    def check(documents: "Sequence[Document]") -> "Sequence[Finding]":
        is_of_all = len(documents) == len(contents)
        if is_of_all:
            last.clear()  # what was loaded before takes as much memory
        loaded = examined(tuple(documents), as_of, most=MAX_FIXED)
        if is_of_all:
            last.append(loaded)
        return choice(loaded.findings)

    return fixed_points(contents, check), last[0]


def _reload(last: "Loaded", files: tuple[str, ...], as_of: "Moment") -> "Loaded":
    """Return the files as they are now; what the last check has read is not read again.

    Of data with errors it looked for more of them than are reported.
    """
    from claim_tracker.loading import contents_of, examined, load_other

    known = last if last.tracker is not None else examined(last.documents, as_of)
    return load_other(known, contents_of(known, paths_named(files)).items(), as_of)
