"""Patterns that are made of lists of words, and tables of rules tried where they may fit."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar


def any_of(words: str) -> str:
    """Return the pattern of one of some words, divided by white space; `_` stands for a space.

    >>> any_of("by no_later_than")
    '(?:by|no later than)'
    """
    return f"(?:{'|'.join(words.split())})".replace("_", " ")


def either_case(words: str) -> str:
    """Return the pattern of one of some words, with or without a capital.

    >>> either_case("some about")
    '(?:[sS]ome|[aA]bout)'
    """
    return any_of(with_capitals(words))


def with_capitals(words: str) -> str:
    """Return the patterns of words that may have a capital, divided by spaces.

    >>> with_capitals("some about")
    '[sS]ome [aA]bout'
    """
    return " ".join(f"[{it[0]}{it[0].upper()}]{it[1:]}" for it in words.split())


def not_after(words: str) -> str:
    """Return the pattern of a place that has none of some words before it."""
    return "".join(rf"(?<!\b{word} )" for word in words.split()).replace("_", " ")


def only_after(words: str) -> str:
    """Return the pattern of a place that has one of some words before it."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


def forms_of(verbs: str, endings: str = "s ed ing") -> str:
    """Return regular verbs and their forms with some endings, divided by spaces.

    >>> forms_of("aim hope carry plan", "s ed")
    'aim aims aimed hope hopes hoped carry carries carried plan plans planned'
    """
    return " ".join(
        form
        for verb in verbs.split()
        for form in (verb, *(_with_ending(verb, ending) for ending in endings.split()))
    )


_DOUBLED = frozenset(
    "admit commit drop plan scrap shut slip step stop submit cut set hit put run".split()
)
"""Verbs whose last letter is doubled: `planned`, `cutting`."""


def _with_ending(verb: str, ending: str) -> str:
    if ending == "s":
        if verb.endswith(("s", "sh", "ch", "x", "o")):
            return f"{verb}es"
        return re.sub("(?<![aeiou])y$", "ie", verb) + "s"
    if ending == "ed":
        verb = re.sub("(?<![aeiou])y$", "i", verb)
    if verb in _DOUBLED:
        return verb + verb[-1] + ending
    return re.sub("e$" if ending == "ed" else "(?<!e)e$", "", verb) + ending


class Pattern:
    """A regular expression that is compiled when it is first used.

    `needs` are words, in lower case, one of which stands in whatever it fits: it is not tried on
    a text that has none of them.
    """

    def __init__(self, source: str, needs: str = "") -> None:
        self.source = source
        self.needs = frozenset(needs.split())

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def may_fit(self, words: frozenset[str]) -> bool:
        """Whether a text with some words may have what the pattern fits."""
        return not self.needs or not self.needs.isdisjoint(words)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a character of a text."""
        return self._compiled.match(text, at)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the first match in a text, from a character on."""
        return self._compiled.search(text, at)

    def is_in(self, text: str, at: int = 0) -> bool:
        """Whether a text has a match, from a character on."""
        return self._compiled.search(text, at) is not None

    def fits(self, text: str, words: frozenset[str]) -> bool:
        """Whether a text, of which the words are known, has a match."""
        return self.may_fit(words) and self.is_in(text)

    def begins(self, text: str, at: int = 0) -> bool:
        """Whether a match begins at a character of a text."""
        return self._compiled.match(text, at) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text, in its order."""
        return self._compiled.finditer(text)

    def sub(self, by: str, text: str) -> str:
        """Return a text with its matches replaced."""
        return self._compiled.sub(by, text)


def word_pattern(words: str) -> Pattern:
    """Return the pattern of one of some whole words, as `any_of` reads them."""
    return Pattern(rf"(?<![\w-]){any_of(words)}(?![\w-])")


class HasPattern(Protocol):
    """A row of a table of rules."""

    @property
    def pattern(self) -> Pattern: ...


Rule = TypeVar("Rule", bound=HasPattern)


class Rules(Generic[Rule]):
    """A table of rules, of which only those are tried that may fit the words of a text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.all = rules
        self._by_word: dict[str, list[int]] = {}
        self._always = [n for n, rule in enumerate(rules) if not rule.pattern.needs]
        for number, rule in enumerate(rules):
            for word in rule.pattern.needs:
                self._by_word.setdefault(word, []).append(number)

    def for_words(self, words: frozenset[str]) -> list[Rule]:
        """Return the rules that may fit a text with some words, in the order of the table."""
        numbers = {*self._always}
        for word in words & self._by_word.keys():
            numbers.update(self._by_word[word])
        return [self.all[number] for number in sorted(numbers)]
