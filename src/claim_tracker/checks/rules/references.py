"""Rules of references: the source, the places and the claims that a claim names are there."""

import re
from collections.abc import Collection, Iterator, Sequence

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.form.as_mapping import in_braces
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.scalars import ID, ID_LENGTH, is_url, url_fault, with_scheme
from claim_tracker.text.display import cut
from claim_tracker.text.suggest import by_letters, letters_of, most_advised, nearest
from claim_tracker.yaml import Path

_BETWEEN = re.compile(r"[\s,;]+")
_MAX_WRITTEN_LENGTH = 300
_MAX_LISTED = 5


@rule("E202")
def sources_are_known(file: CheckedFile) -> Iterator[Violation]:
    """A source that is named by a key is among `sources`."""
    known = file.section("sources")
    spare = [(path, word) for path, word in file.spare_sources if isinstance(word, str)]
    used = file.used_sources.union(word for _, word in spare)
    if used <= known.keys():
        return
    references = ((reference.path, reference.source) for reference in file.references)
    named = [(path, word) for path, word in references if isinstance(word, str)]
    unknown = [(path, word) for path, word in (*named, *spare) if word not in known]
    yield from _in_section(file, "source", unknown, used)


@rule("E203")
def places_are_known(file: CheckedFile) -> Iterator[Violation]:
    """A place that is named by a key is among `places`."""
    known = file.section("places")
    named = [] if file.used_places <= known.keys() else words_of(file, "places", other_than=known)
    named += [each for each in file.spare_places if each[1] not in known]
    if named:
        yield from _in_section(file, "place", named, file.used_places)


def words_of(
    file: CheckedFile, name: str, *, other_than: Collection[str]
) -> list[tuple[Path, str]]:
    """Return the other words of a list that claims have, each with its path."""
    return [
        ((*claim.path, name, index), word)
        for claim in file.claims
        for index, word in enumerate(getattr(claim.model, name))
        if word not in other_than
    ]


def _in_section(
    file: CheckedFile, what: str, named: list[tuple[Path, str]], used: frozenset[str]
) -> Iterator[Violation]:
    """Yield the problems of words that are no keys of a section; `used` are all that are named."""
    section = f"{what}s"
    known = file.section(section)
    named = [(path, word) for path, word in named if (section, word) not in file.poisoned]
    uses: dict[str, list[Path]] = {}
    for path, word in named:
        uses.setdefault(word, []).append(path)
    unused = [] if file.may_lack_references else sorted(known.keys() - used)
    slips = _slips(uses, unused, set(map(letters_of, known.keys() & used)))
    for word, key in slips.items():
        yield Violation(
            f"nothing refers to the {what} `{cut(key)}`, "
            f"and {len(uses[word]):,} references are to `{cut(word)}`",
            f"write `{cut(word, _MAX_WRITTEN_LENGTH)}:`, or correct the references",
            (section, key),
            at="key",
            related=((uses[word][0], "value", "the first of them"),),
            replacement=word if letters_of(word) == letters_of(key) else None,
        )
    if len(slips) < len(uses):
        words = KnownWords(what, known)
        yield from (words.unknown(path, word) for path, word in named if word not in slips)


def _slips(
    uses: dict[str, list[Path]], unused: list[str], letters_used: Collection[str]
) -> dict[str, str]:
    """Return the keys in which there is a slip, each by the word that the references have.

    Several references agree on the word, and nothing refers to the key that is nearest to it. A
    word that is a used key but for case and joints is that one.
    """
    slips: dict[str, str] = {}
    agreed = [
        word
        for word, paths in uses.items()
        if len(paths) > 1 and letters_of(word) not in letters_used
    ]
    for word in agreed[: most_advised(len(unused))]:
        key = nearest(word, unused)
        if key is not None and key not in slips.values():
            slips[word] = key
    return slips


class KnownWords:
    """The known keys or ids of sources, places or claims, for what to write for an unknown one.

    The nearest is looked up only for the first unknown words: to look for many takes long.
    """

    def __init__(self, what: str, known: Collection[str]) -> None:
        self._what = what
        self._known = known
        self._words = sorted(known)
        self._spelt = by_letters(self._words)
        self._left = most_advised(len(self._words))
        self._violations: dict[str, Violation] = {}

    def unknown(self, path: Path, word: str) -> Violation:
        """Return the violation of an unknown word at a path."""
        if word not in self._violations:
            self._violations[word] = self._unknown(path, word)
        return self._violations[word]._replace(path=path)

    def _unknown(self, path: Path, word: str) -> Violation:
        what = self._what
        violation = Violation(
            f"unknown {what} `{cut(word)}`", _what_is_known(what, self._words), path
        )
        surely = self._spelt.get(letters_of(word))
        url = word if is_url(word) else with_scheme(word)
        if what == "source" and url is not None and (surely is None or url == word):
            shown = in_braces({"url": cut(url, _MAX_WRITTEN_LENGTH)})
            sure = in_braces({"url": word}) if url_fault(word) is None else None
            how = "as" if url == word else "with `https://`, as"
            return violation._replace(help=f"write an address {how} `{shown}`", replacement=sure)
        parts = possible_items(word)
        if len(parts) > 1 and all(part in self._known for part in parts):
            items = ", ".join(f"`- {part}`" for part in parts)
            advice = f"write each on a line of its own, one below the other: {items}"
            return violation._replace(help=advice)
        near = surely or (nearest(word, self._words) if self._left > 0 else None)
        self._left -= 1
        if near is None:
            return violation
        violation = violation._replace(help=f"did you mean `{near}`?")
        # An id may be one of a file that is not looked at now.
        if surely is None or (what == "claim" and ID.fullmatch(word) is not None):
            return violation._replace(proposals=(near,))
        return violation._replace(replacement=surely)


def possible_items(word: str) -> list[str]:
    """Return what may have been written as several items, which spaces and signs part."""
    return [part for part in _BETWEEN.split(word) if part not in ("", "-")]


def _what_is_known(what: str, words: Sequence[str]) -> str:
    if not words:
        return f"add it to `{what}s:`"
    more = ", …" if len(words) > _MAX_LISTED else ""
    listed = ", ".join(f"`{cut(name, ID_LENGTH)}`" for name in words[:_MAX_LISTED])
    # Claims are known across files; sources and places to their own file alone.
    return f"{'known are' if what == 'claim' else 'this file has'} {listed}{more}"
