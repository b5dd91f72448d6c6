"""A claim that is added to a file: its fields given, asked for, shown and written."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Claim
from claim_tracker.cli.context import Clock, Failure, paths_named
from claim_tracker.cli.editing.apply_change import ChangeOptions, Insertion, insert
from claim_tracker.cli.loaded import load_files, valid
from claim_tracker.cli.options.field_options import option_of
from claim_tracker.cli.output import show_text
from claim_tracker.cli.prompts.claim_forms import ClaimForm
from claim_tracker.cli.prompts.interview import answers_kept, show_answers
from claim_tracker.cli.prompts.prompt import can_ask, choose, show_keys
from claim_tracker.cli.prompts.question import Choice

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Tracker
    from claim_tracker.loading import Loaded

_NEEDED = tuple(
    name for name, field in fields_of(Claim).items() if field.is_required() and name != "id"
)


class Run(NamedTuple):
    """What is the same for all claims that one run adds; `to` is the file that gets them."""

    clock: Clock
    files: tuple[str, ...]
    to: str | None
    options: ChangeOptions


def add_claim(
    run: Run, given: Mapping[str, Any], proposals: Mapping[str, Any]
) -> tuple[ClaimForm, bool]:
    """Add one claim, with proposals for its fields; return its form, and whether it is written."""
    from claim_tracker.render.phrases import file_options

    as_of, files = run.clock(), run.files
    missing = [name for name in _NEEDED if not given.get(name)]
    loaded = load_files(files, as_of)
    tracker = valid(loaded, "nothing is written")
    name = file_to_write(loaded, tracker, run.to, interactive=bool(missing) and can_ask())
    form = ClaimForm(tracker, next(file for file in tracker.files if file.name == name), given)
    form.proposals = proposals
    missing = [field for field in missing if field not in form.file.defaulted]
    if missing and not can_ask():
        raise click.UsageError(f"A claim needs {', '.join(f'--{field}' for field in missing)}.")

    command = ("add", *file_options(files), "--to", name)
    with answers_kept(command, form):
        if missing:
            if not proposals:
                show_keys()
            form.fill()
        else:
            for words in _slips(tracker, given):
                show_text(words)
        written = insert(Insertion(loaded, paths_named(files), as_of, form), run.options)
    if not written:
        show_answers(command, form)
    return form, written


def file_to_write(
    loaded: "Loaded", tracker: "Tracker", to: str | None, *, interactive: bool
) -> str:
    """Return the name of the file that gets the claim. Raises Failure without a single one."""
    from claim_tracker.loading import STDIN_NAME

    names = [document.name for document in loaded.documents]
    if to is not None:
        names = [name for name in names if os.path.realpath(name) == os.path.realpath(to)]
        if not names and not Path(to).exists():
            raise Failure(
                f"there is no file `{to}`", "begin it with the lines `version: 1` and `claims: []`"
            )
        if not names:
            raise Failure(f"`{to}` is not among the files that are loaded", "name it with `-f`")
    elif len(names) > 1 and interactive:
        names = [choose("File to add it to", [*_file_choices(tracker)])]
    if len(names) > 1:
        raise Failure("several files are loaded", "say with `--to FILE` which one gets the claim")
    if names[0] == STDIN_NAME:
        raise Failure("standard input cannot be written to", "name the file with `-f`")
    return names[0]


def _file_choices(tracker: "Tracker") -> Iterator[Choice]:
    """Yield the files that are loaded, each with how many claims it has."""
    from claim_tracker.render.phrases import count

    for file in tracker.files:
        yield Choice(file.name, count(len(file.content.claims), "claim"))


def _slips(tracker: "Tracker", given: Mapping[str, Any]) -> Iterator[str]:
    """Yield a question for each given word that is nearly one of other claims."""
    from claim_tracker.text.suggest import nearest

    for name in (name for name in fields_of(Claim) if use_of(Claim, name).known == "claims"):
        known = {word for entry in tracker for word in _texts_of(getattr(entry.claim, name))}
        for word in _texts_of(given.get(name)):
            near = nearest(word, sorted(known), partial=False)
            if word not in known and near is not None:
                what = option_of(Claim, name)
                yield f"No other claim has the {what} `{word}`; did you mean `{near}`?"


def _texts_of(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the texts of a field that has one, several or none."""
    return value if isinstance(value, tuple) else (value,) if value else ()
