"""A question to a person: what may be answered, what it comes to, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import click

from claim_tracker.text.display import cut, folded, one_line
from claim_tracker.text.names import likeness
from claim_tracker.text.suggest import letters_of, nearest

_MAX_LISTED = 12
LEFT_OUT = "-"
"""The answer that leaves a question out, whatever is proposed."""
_LISTED = re.compile(
    r"(?:^|,)\s*(?:\"(?P<quoted>(?:[^\"]|\"\")*+)(?:\"\s*(?=,|\Z)|\Z)|(?P<plain>[^,]*))"
)
"""An answer of several, as a cell of CSV (RFC 4180); the last one may lack its closing quote."""


class Choice(NamedTuple):
    """A known answer, with what it means, and other names under which it is found."""

    value: str
    meaning: str = ""
    names: tuple[str, ...] = ()


class Remark(NamedTuple):
    """What is said of an answer while it is typed, and whether it is wrong."""

    text: str
    is_wrong: bool = False


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question and its answers.

    `read` turns a text into a value, or raises click's UsageError. Of a closed question one of the
    choices is the answer; others only propose them, as `what` the answers are. `default` is the
    answer of who gives none, `previous` what was answered before, and `refused` an answer that
    was not valid, to be edited; `advice` says what can be answered. `likely` returns the choices
    that another word may stand for, `is_a_name` whether a slip in it is looked for, and
    `comes_to` what an answer comes to, or an empty text. The answer of `several` has commas
    between its parts, which quotes keep within one, and one in `paragraphs` keeps its lines.
    """

    label: str
    read: Callable[[str], Any] = str
    choices: Sequence[Choice] = ()
    what: str = "answer"
    is_closed: bool = False
    several: bool = False
    paragraphs: bool = False
    needed: bool = False
    default: str | None = None
    previous: str | None = None
    refused: str = ""
    advice: str = ""
    likely: Callable[[str], Sequence[str]] = lambda _: ()
    is_a_name: Callable[[str], bool] = lambda _: True
    comes_to: Callable[[str], str] = lambda _: ""

    @property
    def suffix(self) -> str:
        """Return the text between the question and the answer."""
        return " " if self.label.endswith(("?", "]")) else ": "

    @property
    def proposal(self) -> str | None:
        """Return the answer of Enter; nothing where there is an answer before, to be edited."""
        return self.default if self.previous is None else None

    def parts(self, text: str) -> list[str]:
        """Return the answers in a text, on one line each unless in paragraphs."""
        if self.paragraphs:
            return [text.strip()] if text.strip() else []
        parts = [part for _, part in listed_parts(text)] if self.several else [text]
        return [" ".join(part.split()) for part in parts if part.strip()]

    def begun_part(self, text: str) -> tuple[int, str]:
        """Return the answer that a text ends with, and the index at which it begins."""
        return listed_parts(text)[-1] if self.several else (0, text)

    def as_answer(self, choice: Choice) -> str:
        """Return the answer that names a choice."""
        return listed([choice.value]) if self.several else choice.value

    def known(self, text: str) -> str | None:
        """Return the choice that a text names; of a closed question also by number or beginning."""
        if self.is_closed and text.isdecimal() and 0 < int(text) <= len(self.choices):
            return self.choices[int(text) - 1].value
        value = self._by_name.get(self._alike(text))
        if value is not None or not self.is_closed:
            return value
        begun = self._begun(text)
        return begun[0] if len(begun) == 1 else None

    def _begun(self, text: str) -> list[str]:
        """Return the choices that a text is the beginning of."""
        wanted = letters_of(text)
        names = self._by_name.items() if wanted else ()
        return list(dict.fromkeys(value for name, value in names if name.startswith(wanted)))

    def _alike(self, name: str) -> str:
        """Return the key that is equal for the spellings of an answer."""
        return letters_of(name) if self.is_closed else folded(name)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Return the choices by their names, as these are compared; of two the first."""
        values: dict[str, str] = {}
        for choice in self.choices:
            for name in (choice.value, *choice.names):
                values.setdefault(self._alike(name), choice.value)
        return values

    @cached_property
    def _searched(self) -> list[tuple[str, str]]:
        """Return of each choice the letters of its value, and of its meaning."""
        return [(likeness(choice.value), likeness(choice.meaning)) for choice in self.choices]

    def proposed(self, text: str) -> Sequence[str]:
        """Return the choices that a text, which is none of them, is likely to stand for."""
        likely = self.likely(text)
        if likely or not self.is_a_name(text):
            return likely
        names = {name: each.value for each in self.choices for name in (each.value, *each.names)}
        near = nearest(text, names)
        if near is not None:
            return (names[near],)
        named = self._named(text) if self.is_closed else []
        return named if len(named) == 1 else ()

    def _named(self, text: str) -> list[str]:
        """Return the choices that have a text anywhere in one of their other names."""
        wanted = likeness(text)
        return [value for value, names in self._other_names if any(wanted in one for one in names)]

    @cached_property
    def _other_names(self) -> list[tuple[str, list[str]]]:
        """Return each choice with the letters of its other names."""
        return [(choice.value, [*map(likeness, choice.names)]) for choice in self.choices]

    def refusal(self, text: str) -> click.BadParameter:
        """Return the message on an answer that is none of the choices."""
        begun = self._begun(text)
        if len(begun) > 1:
            some = _some(map(_shown, begun), len(begun), " or ")
            return click.BadParameter(f"`{cut(text)}` may be {some}.")
        return click.BadParameter(f"unknown {self.what} `{cut(text)}`; {self.listed}.")

    @property
    def menu(self) -> Iterator[tuple[str, Choice]]:
        """Yield the choices of a closed question, each with its number; these are in line."""
        if self.is_closed:
            digits = len(str(len(self.choices)))
            for number, choice in enumerate(self.choices, start=1):
                yield f"{number:>{digits}}", choice

    @property
    def listed(self) -> str:
        """Return some of the choices in words."""
        if not self.choices:
            return f"no {self.what} is known yet"
        values = (cut(one_line(self.as_answer(choice))) for choice in self.choices)
        return f"known are {_some(values, len(self.choices), ', ')}"

    def remark(self, text: str) -> Remark:
        """Return the hint on a text while it is typed."""
        parts = self.parts(text)
        if not parts:
            return Remark(self._instead_of_nothing)
        if parts == [LEFT_OUT]:
            return Remark("is needed", is_wrong=True) if self.needed else Remark("leaves it out")
        last = parts[-1]
        known = self.known(last)
        if known is not None:
            meaning = next(choice.meaning for choice in self.choices if choice.value == known)
            return Remark(f"{known}: {meaning}" if meaning else known)
        if self.is_closed:
            proposed = self.proposed(last)
            if proposed:
                return Remark(f"do you mean {' or '.join(map(_shown, proposed))}?")
            begun = next(self.completions(last), None) is not None
            return Remark(self.refusal(last).message, is_wrong=not begun)
        try:
            self.read(last)
        except click.UsageError as error:
            return Remark(error.message, is_wrong=True)
        return Remark(self.comes_to(last) or self._advice)

    @property
    def _instead_of_nothing(self) -> str:
        """Return the hint on what an empty answer does, and on the possible answers."""
        proposal = self.proposal
        enter = (
            f"Enter: {cut(one_line(proposal))}"
            if proposal
            else ""
            if self.needed
            else "Enter leaves it out"
        )
        if self.is_closed:
            ways = "↑ ↓ choose" if any(choice.meaning for choice in self.choices) else ""
        else:
            ways = "Tab lists" if self.choices else ""
        edit = "→ edits it" if proposal and not self.is_closed else ""
        return one_line(" · ".join(filter(None, (enter, edit, ways, self._advice))))

    @property
    def _advice(self) -> str:
        """Return what can be answered, or else the key that begins a line in paragraphs."""
        return self.advice or ("Alt-Enter begins a new line" if self.paragraphs else "")

    def completions(self, text: str) -> Iterator[Choice]:
        """Yield the choices that begin with a text, then those that have it anywhere."""
        wanted = likeness(text)
        if self.is_closed and text.isdecimal():
            known = self.known(text)
            yield from (choice for choice in self.choices if choice.value == known)
            return
        later = []
        for choice, (value, meaning) in zip(self.choices, self._searched, strict=True):
            if value.startswith(wanted):
                yield choice
            elif wanted in value or wanted in meaning:
                later.append(choice)
        yield from later


def listed_parts(text: str) -> list[tuple[int, str]]:
    """Return the parts of a list in a text, as `listed` writes it, each with where it begins."""
    return [
        (found.start("plain"), found["plain"])
        if found["quoted"] is None
        else (found.start("quoted") - 1, found["quoted"].replace('""', '"'))
        for found in _LISTED.finditer(text)
    ]


def listed(parts: Iterable[str]) -> str:
    """Return texts with commas between them, in quotes where one has a comma or begins with one.

    >>> listed(["Erbil", "Washington, D.C."])
    'Erbil, "Washington, D.C."'
    """
    return ", ".join(
        '"{}"'.format(part.replace('"', '""')) if "," in part or part.startswith('"') else part
        for part in parts
    )


def _some(words: Iterable[str], count: int, between: str) -> str:
    """Return the first of so many words, and how many more there are."""
    more = count - _MAX_LISTED
    shown = between.join(islice(words, _MAX_LISTED))
    return f"{shown}{f' and {more:,} more' if more > 0 else ''}"


def _shown(word: str) -> str:
    return f"`{one_line(word)}`"
