"""`tracker merge`: two versions of a file merged claim by claim."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Failure, failures
from claim_tracker.cli.options.param_types import NameType, PathType
from claim_tracker.cli.output import show_text, write_text
from claim_tracker.io.exit_codes import CANNOT, DONE, FOUND
from claim_tracker.text.display import one_line, path_words

if TYPE_CHECKING:
    from claim_tracker.merge.outcomes import Opposed
    from claim_tracker.merge.pieces import Conflict, Markers

_LABELS = ("ours", "base", "theirs")
_STYLES = ("diff3", "zdiff3")
_MAX_CONFLICTS = 127
"""The greatest exit status by which `git merge-file` counts conflicts."""
_MAX_SHOWN = 20


@click.command()
@click.argument("base", type=PathType())
@click.argument("ours", type=PathType())
@click.argument("theirs", type=PathType())
@click.option("-p", "--stdout", is_flag=True, help="Print the result, and leave OURS as it is.")
@click.option(
    "-L",
    "--label",
    "labels",
    multiple=True,
    type=NameType(),
    help="The name of OURS, of BASE, of THEIRS in conflicts. Up to three times.",
)
@click.option("--diff3", is_flag=True, help="Show BASE in conflicts too.")
@click.option(
    "--marker-size",
    type=click.IntRange(min=1, max=1000),
    default=7,
    show_default=True,
    help="How many signs the markers of conflicts have.",
)
@click.option("--path", type=NameType(), help="The name of the file in messages. Default: OURS.")
def merge(
    *,
    base: str,
    ours: str,
    theirs: str,
    stdout: bool,
    labels: tuple[str, ...],
    diff3: bool,
    marker_size: int,
    path: str | None,
) -> int:
    """Merge THEIRS into OURS claim by claim; BASE is what both come from.

    Claims, updates and sources that both sides added stay, a field that one side changed is as
    that side has it, and one that both changed is a conflict around that field. git calls it for
    each file that both branches changed once `tracker init --merge` has set that up.

    Exit status 1 when there are conflicts. What cannot be read is merged as git does, with exit
    status 2.
    """
    from claim_tracker.io.collector import collector_paused
    from claim_tracker.io.files import read_bytes
    from claim_tracker.merge import Cannot, merge_versions

    if len(labels) > len(_LABELS):
        raise click.UsageError("--label names three versions at most: OURS, BASE and THEIRS.")
    name = path or ours
    with failures():
        markers = _markers(labels, marker_size, with_base=diff3 or _is_base_wanted())
        with collector_paused():
            result = merge_versions(read_bytes(base), read_bytes(ours), read_bytes(theirs), markers)
        if isinstance(result, Cannot):
            return _by_lines(name, result.reason, (ours, base, theirs), markers, stdout=stdout)
        if stdout:
            write_text(result.text, None, commands=True)
        else:
            from claim_tracker.io.atomic_write import write_file

            write_file(ours, result.text)
    shown = [
        *_conflict_lines(result.conflicts, markers),
        *(_opposing(each, markers) for each in result.opposed),
    ]
    more = [f"{len(shown) - _MAX_SHOWN:,} more"] if len(shown) > _MAX_SHOWN else []
    for words in (*shown[:_MAX_SHOWN], *more):
        show_text(f"{path_words(name)}: {one_line(words)}")
    return FOUND if result.conflicts else DONE


def _markers(labels: Sequence[str], size: int, *, with_base: bool) -> "Markers":
    """Return how conflicts are marked; a label that git did not fill in is none."""
    from claim_tracker.merge.pieces import Markers

    named = zip_longest(labels, _LABELS, fillvalue="")
    ours, base, theirs = (
        one_line(name if label.startswith("%") else label or name) for label, name in named
    )
    return Markers(size, ours, base, theirs, with_base)


def _is_base_wanted() -> bool:
    """Whether the settings of git ask for the base in conflicts."""
    from claim_tracker.history.running import run_git
    from claim_tracker.io.files import FileError

    try:
        return run_git(Path.cwd(), "config", "--get", "merge.conflictStyle").strip() in _STYLES
    except FileError:
        return False


def _by_lines(
    name: str, reason: str, files: tuple[str, str, str], markers: "Markers", *, stdout: bool
) -> int:
    """Merge line by line, as git does where it has no driver. Raises Failure and FileError."""
    from claim_tracker.history.running import run_anywhere

    labels = (word for each in _LABELS for word in ("-L", getattr(markers, each)))
    options = [f"--marker-size={markers.size}", *labels]
    options += ["--diff3"] if markers.with_base else []
    options += ["--stdout"] if stdout else []
    done = run_anywhere("merge-file", *options, "--", *files)
    if done.returncode < 0 or done.returncode > _MAX_CONFLICTS:
        raise Failure(f"`{name}` is as ours has it: {reason}", done.stderr.strip() or None)
    if stdout:
        write_text(done.stdout, None, commands=True)
    advice = "look through it, and resolve what is marked" if done.returncode else "look through it"
    show_text(f"{path_words(name)}: merged line by line, since {one_line(reason)}; {advice}")
    return CANNOT


def _conflict_lines(conflicts: "Sequence[Conflict]", markers: "Markers") -> Iterator[str]:
    """Yield a line for each conflict, which names the claim or the field."""
    for conflict in conflicts:
        what = _what(conflict.where)
        if not conflict.ours:
            yield f"{what} is deleted in {markers.ours}, and changed in {markers.theirs}"
        elif not conflict.theirs:
            yield f"{what} is deleted in {markers.theirs}, and changed in {markers.ours}"
        elif not conflict.base:
            yield f"both sides added {what}, and differ in it"
        else:
            yield f"both sides changed {what}"


def _opposing(outcomes: "Opposed", markers: "Markers") -> str:
    """Return the outcomes of a claim in which the two sides differ."""
    sides = f"`{outcomes.ours}` in {markers.ours}, and `{outcomes.theirs}` in {markers.theirs}"
    return f"`{outcomes.claim}` is {sides}; both updates stay, and the last of them counts"


def _what(where: tuple[str, ...]) -> str:
    """Return the field, and the entry that it is in."""
    inner = where[1:] if len(where) > 1 else where
    named = [f"`{name}`" for name in reversed(inner) if name]
    return " of ".join(named) or "the file"
