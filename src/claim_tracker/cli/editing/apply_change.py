"""A change to a claims file from the command line: planned, shown, agreed to and written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Failure, failures
from claim_tracker.cli.loaded import errors_of, finding_words, valid
from claim_tracker.cli.options.field_options import DETAILS, option_of
from claim_tracker.cli.options.shared import all_options
from claim_tracker.cli.output import layout_for, show_text, write_lines
from claim_tracker.cli.prompts.interview import open_draft
from claim_tracker.cli.prompts.prompt import can_ask, choose, refuse_without_terminal
from claim_tracker.cli.prompts.question import Choice
from claim_tracker.text.display import path_words

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, Moment
    from claim_tracker.cli.editing.addition import Addition
    from claim_tracker.cli.prompts.form import Form
    from claim_tracker.edit.yaml_writer import Fields
    from claim_tracker.loading import Loaded
    from claim_tracker.text.diagnostic import Finding
    from claim_tracker.yaml import Document

_DECISIONS = (
    Choice("yes", "Write it."),
    Choice("edit", "Change an answer, or give another field."),
    Choice("open", "Open it in your editor."),
    Choice("no", "Write nothing, and show the answers as a command."),
)
_FIELD = re.compile(r"`([a-z_]+)(?:: ?([^`]*))?`")


@dataclass(frozen=True)
class ChangeOptions:
    """How a change is made: `yes` skips the question, `diff` shows it and writes nothing."""

    yes: bool
    diff: bool


change_options = all_options(
    click.option("-y", "--yes", is_flag=True, help="Write without asking."),
    click.option("--diff", is_flag=True, help="Only show what would be written."),
)


@dataclass(frozen=True)
class Insertion:
    """What a form comes to, to insert into its file, one of those loaded from `paths`."""

    loaded: "Loaded"
    paths: Sequence[str]
    as_of: "Moment"
    form: "Form"

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.form.file.name


@dataclass(frozen=True)
class _Plan:
    """What was loaded, the old and the new text of the file, and the claim in the new one."""

    loaded: "Loaded"
    old: bytes
    new: str
    entry: "Entry"
    warnings: tuple[str, ...]

    @property
    def shown(self) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the version of the change that the user agrees to."""
        return self.old, self.new, self.warnings


def insert(insertion: Insertion, options: ChangeOptions) -> bool:
    """Show an insertion, ask, and write it; return whether it was written.

    It is planned and written under a lock of all files that are loaded. Where one of them has
    changed during the question, so that the result differs, it is shown and asked again. Raises
    Failure where nothing can be written; ends the command with status 1 for files with errors.
    """
    from claim_tracker.io.lock import locked

    with failures():
        if options.diff:
            _show(insertion, _plan_for(insertion))
            return False
        if not options.yes:
            return _made_as_agreed(insertion)
        with locked(insertion.name, *insertion.paths):
            plan = _plan_for(insertion)
            _show(insertion, plan)  # nothing is written that cannot be shown
            _write(insertion, plan)
        return True


def _made_as_agreed(insertion: Insertion) -> bool:
    """Ask until the insertion is agreed to and written, or refused. Raises FileError."""
    from claim_tracker.io.lock import locked

    plan: _Plan | None = None
    while True:
        plan = plan or _plan_or_fault(insertion)
        match _decision(plan):
            case "yes":
                with locked(insertion.name, *insertion.paths):
                    now = _plan_for(insertion, plan)
                    if plan is not None and now.shown == plan.shown:
                        _write(insertion, now)
                        return True
                what = f"{path_words(insertion.name)}, or what is loaded with it,"
                show_text(f"{what} has changed meanwhile. Now it is:")
                plan = now
                _show(insertion, plan, question=True)
            case "edit":
                insertion.form.change()
                plan = None
            case "open":
                _open(insertion.form)
                plan = None
            case _:
                click.echo("Nothing was written.", err=True)
                return False


def _plan_or_fault(insertion: Insertion) -> _Plan | None:
    """Return the plan and show it; show what is wrong where somebody can correct the answers."""
    try:
        plan = _plan_for(insertion)
    except Failure as failure:
        if not insertion.form.is_filled or not can_ask():
            raise
        show_text(f"Error: {failure.message}")
        return None
    _show(insertion, plan, question=True)
    return plan


def _decision(plan: _Plan | None) -> str:
    """Return what a person wants to do. Raises Failure without a terminal."""
    refuse_without_terminal()
    if plan is None:
        return choose("Correct it?", _DECISIONS[1:], default="edit")
    return choose("Write this?", _DECISIONS, default="yes")


def _open(form: "Form") -> None:
    try:
        open_draft(form)
    except Failure as failure:
        show_text(f"Error: {failure.message}")


def _plan_for(insertion: Insertion, known: _Plan | None = None) -> _Plan:
    """Return the plan for the present files: the known one while they have not changed."""
    from claim_tracker.loading import contents_of, load_other
    from claim_tracker.yaml.decode import byte_order_mark

    loaded = known.loaded if known is not None else insertion.loaded
    contents = contents_of(loaded, insertion.paths)
    if insertion.name not in contents:
        raise Failure(f"`{insertion.name}` is no longer among the files", "run the command again")
    present = load_other(loaded, contents.items(), insertion.as_of)
    data = contents[insertion.name]
    if known is not None and present is known.loaded and data == known.old:
        return known
    tracker = valid(present, "nothing is written")
    file = next(file for file in tracker.files if file.name == insertion.name)
    addition = insertion.form.addition(file, tracker)
    document = _with_addition(insertion, present, addition)
    after = _examined_with(present, document, insertion.as_of)
    if after.tracker is None:
        errors = errors_of(after.findings)
        words = (_as_options(finding_words(error), insertion.form) for error in errors)
        raise Failure("\n".join((*words, "nothing was written")))
    warnings = _new_findings(present.findings, after.findings)
    claim_id = insertion.form.claim_id or addition.fields["id"]
    entry = next(entry for entry in after.tracker if entry.claim.id == claim_id)
    mark = byte_order_mark(data)
    return _Plan(
        present, data, mark + document.text.written, entry, tuple(map(finding_words, warnings))
    )


def _new_findings(before: "Iterable[Finding]", after: "Iterable[Finding]") -> "Iterator[Finding]":
    """Yield the findings that were not there: of alike ones as many as there are more of."""
    known = Counter((finding.code, finding.message) for finding in before)
    for finding in after:
        words = (finding.code, finding.message)
        if not known[words]:
            yield finding
        known[words] -= bool(known[words])


def _examined_with(loaded: "Loaded", document: "Document", as_of: "Moment") -> "Loaded":
    from claim_tracker.loading import examined

    documents = (document if other.name == document.name else other for other in loaded.documents)
    return examined(tuple(documents), as_of)


def _with_addition(insertion: Insertion, loaded: "Loaded", addition: "Addition") -> "Document":
    """Return the file with what is added. Raises Failure where that is impossible."""
    from claim_tracker.edit import Additions, with_additions
    from claim_tracker.edit.yaml_writer import block

    fields = addition.fields
    old = next(other for other in loaded.documents if other.name == insertion.name)
    new = addition.with_moved_sources(old)
    if new is not None:
        is_update = insertion.form.claim_id is not None
        additions = Additions(
            claims=[] if is_update else [fields],
            sources=addition.sources,
            places=addition.places,
            updates=_at_its_day(insertion, new, fields) if is_update else {},
        )
        new = with_additions(new, additions)
    if new is None:
        lines = "\n".join(block(fields, 0))
        raise Failure(
            f"nothing was written: `{insertion.name}` has no place for it that is sure",
            f"write it there by hand:\n{lines}",
        )
    return new


def _at_its_day(
    insertion: Insertion, document: "Document", fields: "Fields"
) -> "Mapping[int, Sequence[tuple[int, Fields]]]":
    """Return where an update goes: its claim, and its position by its day. Raises Failure."""
    from claim_tracker.dates import DateError, parse_period
    from claim_tracker.edit.insert import position_by_date

    claims = document.root["claims"]
    ids = [str(claim["id"]).strip() for claim in claims]
    if insertion.form.claim_id not in ids:
        raise Failure(f"`{insertion.form.claim_id}` is no longer in `{insertion.name}`")
    index = ids.index(insertion.form.claim_id)
    try:
        day = parse_period(str(fields.get("date"))).latest
    except DateError as error:
        raise Failure(error.message, error.help) from error
    return {index: [(position_by_date(claims[index].get("updates"), day), fields)]}


def _show(insertion: Insertion, plan: _Plan, *, question: bool = False) -> None:
    """Show the difference and new warnings, on standard error if a question follows."""
    from claim_tracker.render.terminal.line_diff import shown_diff

    lines = shown_diff(insertion.name, plan.old.decode(), plan.new, layout_for(errors=question))
    if question:
        click.echo("\n".join(lines), err=True)
    else:
        write_lines(lines)
    for words in plan.warnings:
        show_text(f"Warning: {words}")


def _write(insertion: Insertion, plan: _Plan) -> None:
    """Write the file, and to standard error what was written and the status of the claim."""
    from claim_tracker.claims.state import state_of
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.render.phrases import status_words

    rewrite(insertion.name, plan.old, plan.new.encode())
    state = state_of(plan.entry, plan.entry.file.day(insertion.as_of))
    standing = f" is {status_words(state)}" if state is not None else ""
    where = f"{path_words(insertion.name)}, line {plan.entry.line}"
    with suppress(OSError):  # standard error may be closed; the exit status stays
        show_text(f"Written to {where}: {plan.entry.claim.id}{standing}")


def _as_options(words: str, form: "Form") -> str:
    """Return the message of a finding with options in the place of the fields that they give."""
    names = {name: option_of(form.part, name) for name in form.fields}
    names |= {name: f"source-{name}" for name in DETAILS}

    def option(match: re.Match[str]) -> str:
        name, value = match.groups()
        if name not in names:
            return match[0]
        return f"`--{names[name]}{f' {value}' if value else ''}`"

    return words if form.is_filled else _FIELD.sub(option, words)
