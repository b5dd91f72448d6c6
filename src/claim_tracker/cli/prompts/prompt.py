"""Questions to the person at the terminal, on standard error."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import click

from claim_tracker.cli.context import Failure
from claim_tracker.cli.output import show_text
from claim_tracker.cli.prompts.question import LEFT_OUT, Choice, Question
from claim_tracker.io.signals import interrupts_raised
from claim_tracker.text.display import capitalized, one_line, visible

_AT_A_TERMINAL = (
    "Enter takes what is proposed, or leaves the question out; → edits the proposal, Tab lists "
    "what is known, and `-` leaves the question out in any case. Ctrl-C leaves all as it is, and "
    "shows your answers as a command."
)
_LINE_BY_LINE = (
    "An empty answer takes what is in brackets, or leaves the question out; `-` leaves it out in "
    "any case. Ctrl-C leaves all as it is, and shows your answers as a command."
)


def can_ask() -> bool:
    """Whether standard input and standard error are a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def refuse_without_terminal() -> None:
    """Raise Failure where a question that `--yes` answers cannot be asked."""
    if not can_ask():
        raise Failure("nothing was written, as there is no terminal to ask on", "use `--yes`")


def has_line_editor() -> bool:
    """Whether lines can be edited and completed: the terminal can move its cursor."""
    if os.environ.get("TERM") == "dumb":
        return False
    try:
        return os.isatty(sys.stdin.fileno()) and os.isatty(sys.stderr.fileno())
    except (OSError, ValueError):  # a stream without a file descriptor
        return False


def confirm(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes. Raises Failure without a terminal."""
    refuse_without_terminal()
    if not has_line_editor():
        with _answering():
            return click.confirm(visible(question), default=default, err=True)
    asked = Question(
        label=f"{question} [{'Y/n' if default else 'y/N'}]",
        choices=[Choice("yes"), Choice("no")],
        is_closed=True,
        needed=True,
        default="yes" if default else "no",
        is_a_name=lambda _: False,  # "economy" is no slip of "no"
    )
    return bool(ask(asked) == "yes")


@contextmanager
def _answering() -> Iterator[None]:
    """Let Ctrl-C and Ctrl-D raise click's Abort, and end their line."""
    with interrupts_raised():
        try:
            yield
        except (click.Abort, KeyboardInterrupt, EOFError) as leaving:
            click.echo(err=True)
            raise click.Abort from leaving


def show_keys() -> None:
    """Say what keys do, and an empty line below."""
    show_text(_AT_A_TERMINAL if has_line_editor() else _LINE_BY_LINE)
    click.echo(err=True)


def ask(question: Question) -> Any:
    """Return the value of an answer, asked for until it is valid; None for one that is left out."""
    if not has_line_editor():
        _show_choices(question)
    while True:
        with _answering():
            text = _line(question)
        try:
            value = _parse_value(question, text)
        except click.UsageError as error:
            show_text(f"Error: {error.message}")
            question = replace(question, refused=text)
            continue
        comes_to = _comes_to(question, text.strip(), value)
        if comes_to:
            show_text(comes_to, "  ")
        return value


def _comes_to(question: Question, text: str, value: Any) -> str:
    """Return the remark on what an answer means, where it does not say that itself."""
    if value is None:
        return ""
    if question.is_closed:
        return value if text.casefold() != value.casefold() else ""
    return question.comes_to(text)


def choose(label: str, choices: Sequence[Choice], *, default: str | None = None) -> str:
    """Return the value of one of the choices."""
    question = Question(label=label, choices=choices, is_closed=True, needed=True, default=default)
    answer: str = ask(question)
    return answer


def _line(question: Question) -> str:
    """Return the line that is answered; of an empty one what it stands for."""
    if has_line_editor():
        from claim_tracker.cli.prompts.line_editor import edited_line

        text = edited_line(question)
        proposal = question.proposal
    else:
        proposal = question.previous or question.default
        label = question.label + (f" [{one_line(proposal)}]" if proposal else "")
        text = click.prompt(
            visible(label),
            default="",
            show_default=False,
            prompt_suffix=": " if proposal else question.suffix,
            err=True,
        )
    return text if text.strip() or proposal is None else proposal


def _parse_value(question: Question, text: str) -> Any:
    """Return the value of a text. Raises UsageError for a wrong one."""
    parts = question.parts(text)
    if not parts or (parts == [LEFT_OUT] and not question.needed):
        if question.needed:
            raise click.UsageError(f"{question.label}: an answer is needed.")
        return None
    if not question.several:
        return _single(question, parts[0])
    return list(dict.fromkeys(_single(question, part) for part in parts))


def _single(question: Question, text: str) -> Any:
    known = question.known(text)
    if known is None:
        known = _likely(question, text)
    if known is None and question.is_closed:
        raise question.refusal(text)
    return question.read(text if known is None else known)


def _likely(question: Question, text: str) -> str | None:
    """Return the choice that a person says a text stands for, or None if it is none of them."""
    proposed = question.proposed(text)
    if len(proposed) > 1:
        choices = [choice for choice in question.choices if choice.value in proposed]
        return choose("Which do you mean?", choices)
    is_agreed = proposed and confirm(f"  Do you mean `{one_line(proposed[0])}`?", default=True)
    return proposed[0] if is_agreed else None


def _show_choices(question: Question) -> None:
    """Print the choices: of a closed question with their numbers and meanings, else in a line."""
    if question.is_closed:
        width = max(len(choice.value) for choice in question.choices)
        for number, choice in question.menu:
            lead = f"  {number} {one_line(choice.value):<{width}}  "
            show_text(one_line(choice.meaning), lead)
    elif question.choices:
        show_text(f"{capitalized(question.listed)}.", "  ")
    if question.advice and not question.is_closed:
        show_text(question.advice, "  ")
