"""What becomes of answers: a command that gives them again, or a draft in an editor."""

import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.cli.context import Failure, failures
from claim_tracker.cli.editing.addition import listed_fields
from claim_tracker.cli.options.field_options import SECTION_VALUES, option_of
from claim_tracker.cli.output import show_text
from claim_tracker.cli.prompts.form import text_of
from claim_tracker.cli.prompts.prompt import confirm
from claim_tracker.io.exit_codes import INTERRUPTED
from claim_tracker.io.signals import interrupts_raised
from claim_tracker.text.display import visible

if TYPE_CHECKING:
    from claim_tracker.cli.prompts.form import Form

_ABOUT: tuple[Mapping[str, str], ...] = ({}, {"approximate": "true"}, {"approximate": "false"})
"""What an option can say of a figure, beside its number and its unit."""
_NO_DATA = "E010"
_DRAFT = "# Save and close this to go on. Without any fields the answers stay as they were.\n"


@contextmanager
def answers_kept(command: Sequence[str], form: "Form") -> Iterator[None]:
    """Show the command that gives the answers again where they are not written."""
    try:
        with interrupts_raised():
            yield
    except Failure as failure:
        if not form.is_filled:
            raise
        raise Failure(
            failure.message, f"your answers, to correct: {_repeat_command(command, form)}"
        ) from None
    except (click.Abort, click.exceptions.Exit, KeyboardInterrupt) as leaving:
        if isinstance(leaving, KeyboardInterrupt) and not form.is_filled:
            raise SystemExit(INTERRUPTED) from None  # without a word, where nobody was asked
        show_answers(command, form)
        raise


def show_answers(command: Sequence[str], form: "Form") -> None:
    """Show the command that gives the answers again, where a person gave any."""
    if form.is_filled and any(form.values.values()):
        click.echo(
            f"Your answers, to go on with: {visible(_repeat_command(command, form))}", err=True
        )


def _repeat_command(command: Sequence[str], form: "Form") -> str:
    """Return the command that gives the answers again; the fields where no options can do that."""
    options: list[str] = []
    for name, value in form.values.items():
        given = [*_options(form.part, name, value)] if value else []
        if value and not given:
            from claim_tracker.edit.yaml_writer import block

            return "\n".join(("", *block(listed_fields(form.part, form.values), 0)))
        options += given
    return shlex.join(("tracker", *command, *options))


def _options(part: type[Part], name: str, value: Any) -> Iterator[str]:
    """Yield the options that give a value of a part; nothing where none do."""
    match name:
        case "source":
            yield from _source_options(value if isinstance(value, list) else [value])
        case "source_key":
            yield from ("--source-key", value)
        case "new_places":
            for key, details in value.items():
                for detail, text in details.items():
                    yield from (f"--place-{detail}", f"{key}={text}")
        case _ if name in fields_of(part):
            for text in _option_texts(value):
                yield from (f"--{option_of(part, name)}", text)


def _option_texts(value: Any) -> Sequence[str]:
    """Return the texts that give a value to an option, one for each of its items."""
    match value:
        case str():
            return [value]
        case {"value": _, "unit": _, **about} if about in _ABOUT:
            return [text_of(value)]
        case [*words] if all(isinstance(word, str) for word in words):
            return words
    return []


def _source_options(sources: Sequence[Any]) -> Iterator[str]:
    """Yield the options that name sources or describe one; nothing for what they cannot say."""
    described = [source for source in sources if isinstance(source, Mapping)]
    is_last = sources[-1] in described  # where options put what has no address
    if len(described) > 1 or any(
        "source" in source or not (is_last or "url" in source) for source in described
    ):
        return
    for source in sources:
        if isinstance(source, str):
            yield from ("--source", source)
        elif len(sources) > 1 and "url" in source:
            yield from ("--source", source["url"])  # which keeps its place among them
    for source in described:
        for detail, text in source.items():
            yield from (f"--source-{detail}", str(text))


def open_draft(form: "Form") -> None:
    """Let a person edit the fields in their editor; those that come back are the answers."""
    from claim_tracker.edit.yaml_writer import block
    from claim_tracker.io.editor import edited_text
    from claim_tracker.yaml import read, value_at

    text = _DRAFT + "".join(f"{line}\n" for line in block(listed_fields(form.part, form.values), 0))
    while True:
        with failures():
            text = edited_text(text, os.environ)
        document = read("draft", text.encode())
        if any(problem.code == _NO_DATA for problem in document.problems):
            show_text("The draft is empty; the answers stay as they were.")
            return
        fields = value_at(document.root, document.composed.above)  # as they are in the draft
        if isinstance(fields, dict) and not document.problems:
            others = {name: form.values[name] for name in SECTION_VALUES if form.values.get(name)}
            form.values = _without_empty(fields) | others
            form.is_filled = True
            return
        for problem in document.problems[:3]:
            line = problem.span.line if problem.span is not None else 1
            show_text(f"The draft, line {line}: {problem.message}; {problem.help}.")
        if not document.problems:
            show_text("The draft is not a list of fields, each as `name: value`.")
        if not confirm("Open it again?", default=True):
            return


def _without_empty(value: Any) -> Any:
    """Return data without what is empty in it."""
    if isinstance(value, dict):
        cleaned = {name: _without_empty(each) for name, each in value.items()}
        return {name: each for name, each in cleaned.items() if each}
    return [_without_empty(each) for each in value if each] if isinstance(value, list) else value
