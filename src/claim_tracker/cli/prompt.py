"""Questions to the person at the terminal, on standard error."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from claim_tracker.claims.vocabulary import MEANINGS
from claim_tracker.cli.context import Failure, layout_for
from claim_tracker.io.signals import raised
from claim_tracker.text.display import cut, folded, one_line, visible

_MOST_LISTED = 12


def can_ask() -> bool:
    """Whether standard input and standard error are a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes. Raises Failure without a terminal."""
    if not can_ask():
        raise Failure("nothing was written, as there is no terminal to ask on", "use `--yes`")
    with _question():
        return click.confirm(question, default=default, err=True)


@contextmanager
def _question() -> Iterator[None]:
    """Let Ctrl-C and Ctrl-D interrupt a question, and end its line."""
    with raised():
        try:
            yield
        except click.Abort:
            click.echo(err=True)
            raise


def show_text(text: str, lead: str = "") -> None:
    """Print a paragraph on standard error, its further lines indented by the width of `lead`."""
    first, *rest = layout_for("auto", errors=True).paragraph(visible(text), len(lead))
    click.echo("\n".join([lead + first, *rest]), err=True)


def ask(
    label: str, kind: click.ParamType[Any], *, default: str | None = None, needed: bool = False
) -> Any:
    """Return an answer of a type, asked for until it is valid; None for one that is left out.

    An empty answer is the default where there is one; without a default a needed answer is asked
    for again.
    """
    offered = default if default is not None or needed else ""
    left_out = () if needed else ("", "-")
    with _question():
        return click.prompt(
            label,
            default=offered,
            show_default=bool(default),
            value_proc=lambda text: (
                None if text.strip() in left_out else kind.convert(text, None, None)
            ),
            err=True,
        )


def ask_word(label: str, words: Sequence[str], *, needed: bool = False) -> str | None:
    """Return one of the words of the format, each shown with its meaning."""
    from claim_tracker.cli.options import Word

    width = max(map(len, words))
    for word in words:
        show_text(MEANINGS[word], f"  {word:<{width}}  ")
    answer: str | None = ask(label, Word(words), needed=needed)
    return answer


class Known(click.ParamType[str]):
    """A known value, found by a part or a misspelling of it, or a new one.

    `other` is the type of new values; without it only known values are accepted. `what` is the
    noun for a value.
    """

    name = "text"

    def __init__(
        self, what: str, known: Iterable[str], other: click.ParamType[str] | None = None
    ) -> None:
        self.what = what
        self.known = list(dict.fromkeys(known))
        self.other = other

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from claim_tracker.text.suggest import nearest

        text = " ".join(str(value).split())
        same = {folded(word): word for word in reversed(self.known)}
        if folded(text) in same:
            return same[folded(text)]
        near = nearest(text, self.known)
        if near is not None and agreed(f"  Do you mean `{one_line(near)}`?", default=True):
            return near
        if self.other is None:
            shown = cut(text)
            self.fail(f"unknown {self.what} `{shown}`; {self.listed}.", param, ctx)
        return self.other.convert(value, param, ctx)

    @property
    def listed(self) -> str:
        """Return some of the known values in words."""
        if not self.known:
            return f"no {self.what} is known yet"
        shown = ", ".join(cut(one_line(word)) for word in self.known[:_MOST_LISTED])
        more = len(self.known) - _MOST_LISTED
        return f"known are {shown}{f' and {more:,} more' if more > 0 else ''}"


def ask_known(label: str, known: Known, *, default: str | None = None, needed: bool = False) -> Any:
    """Return an answer that may be one of the known values, which are shown first."""
    show_known(known)
    return ask(label, known, default=default, needed=needed)


def ask_several(label: str, known: Known) -> list[str] | None:
    """Return several such answers, given in one line with commas between them."""
    show_known(known)
    return ask(f"{label}, with commas between them", _Several(known)) or None


class _Several(click.ParamType[list[str]]):
    """Different values of a type, with commas between them."""

    name = "list"

    def __init__(self, kind: click.ParamType[Any]) -> None:
        self.kind = kind

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> list[str]:
        parts = (part.strip() for part in str(value).split(","))
        values = (self.kind.convert(part, param, ctx) for part in parts if part)
        return list(dict.fromkeys(values))


def show_known(known: Known) -> None:
    """Print the known values, or some of many, in a line."""
    if known.known:
        show_text(f"{known.listed[0].upper()}{known.listed[1:]}.", "  ")
