"""Rules that compare all files: ids, related claims and repeated texts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from claim_tracker.checks.checked_file import CheckedFile, ClaimInFile
from claim_tracker.checks.rules.references import unknown_related
from claim_tracker.checks.rules.registry import InFile, Violation, cross_file_rule
from claim_tracker.text.display import composed, cut, folded
from claim_tracker.text.names import likeness
from claim_tracker.yaml import Path


@cross_file_rule("E201")
def ids_are_unique(files: Sequence[CheckedFile]) -> Iterator[InFile]:
    """An id names one claim in all files of a check."""
    first: dict[str, tuple[CheckedFile, Path]] = {}
    repeated = _repeated([claim_id for file in files for _, claim_id in file.ids])
    for file in files if repeated else ():
        for index, claim_id in file.ids:
            path = ("claims", index, "id")
            other, first_path = first.setdefault(claim_id, (file, path))
            if (other, first_path) == (file, path):
                continue
            violation = Violation(
                f"the id `{cut(claim_id, 80)}` is used twice",
                "give one of the two claims another id",
                path,
            )
            yield InFile(file, violation, (other, first_path, "first used here"))


@cross_file_rule("E204", needs_whole_files=True)
def related_claims_are_known(files: Sequence[CheckedFile]) -> Iterator[InFile]:
    """A related claim is in one of the files of a check.

    It may also be in what could not be read, so this is for files that were read whole, or be
    another claim that lacks its id. An id that is written wrongly stands for
    the one to write.
    """
    ids = frozenset([claim_id for file in files for _, claim_id in file.ids])
    doubtful = [file for file in files if not ids.issuperset(_related(file))]
    if not doubtful:
        return
    from claim_tracker.checks.value_errors import as_id

    nameless = [
        (file, index)
        for file in files
        for index, claim in file.written_claims()
        if "id" not in claim
    ]
    valid = frozenset(map(as_id, ids)) - {""}
    for file in doubtful:
        for violation in unknown_related(file, ids | valid, valid):
            if any(other is not file or index != violation.path[1] for other, index in nameless):
                continue
            yield InFile(file, violation)


@cross_file_rule("W303")
def texts_are_unique(files: Sequence[CheckedFile]) -> Iterator[InFile]:
    """No two claims have the same text, as `folded` compares it."""
    first: dict[str, tuple[CheckedFile, ClaimInFile]] = {}
    repeated = _repeated([_text(item) for file in files for item in file.claims])
    for file in files if repeated else ():
        for item in file.claims:
            if _text(item) not in repeated or file.is_poisoned(item, "claim"):
                continue
            other, twin = first.setdefault(_text(item), (file, item))
            if twin.claim.id == item.claim.id:
                continue
            violation = Violation(
                f"`{twin.claim.id}` makes the same claim in the same words",
                "keep one of the two, or say in what they differ",
                (*item.path, "claim"),
            )
            yield InFile(file, violation, (other, (*twin.path, "claim"), "first here"))


@cross_file_rule("W307")
def names_are_spelt_alike(files: Sequence[CheckedFile]) -> Iterator[InFile]:
    """A speaker, a topic or a tag is spelt in one way.

    What differs by case, accents, white space or what nobody sees is one name; each other
    spelling is reported once, at its first use, beside the first of all.
    """
    for field in ("speaker", "topic", "tags"):
        words = set(chain.from_iterable(_words(file, field) for file in files))
        alike = _repeated(list(map(likeness, set(map(composed, words)))))
        named = (
            (composed(word), file, path)
            for file in files
            for item in file.claims
            if not file.is_poisoned(item, field)
            for word, path in _named(item, field)
        )
        first: dict[str, tuple[str, CheckedFile, Path]] = {}
        reported: set[str] = set()
        for word, file, path in named if alike else ():
            like = likeness(word)
            other, beside, first_path = first.setdefault(like, (word, file, path))
            if like in alike and other != word and word not in reported:
                reported.add(word)
                violation = _spelt(field, word, other, path)
                yield InFile(file, violation, (beside, first_path, "first here"))


def _related(file: CheckedFile) -> Iterator[str]:
    return chain.from_iterable(item.claim.related for item in file.claims)


def _words(file: CheckedFile, field: str) -> Iterator[str]:
    """Yield the names that the claims of a file have in a field."""
    values = (getattr(item.claim, field) for item in file.claims)
    return chain.from_iterable(
        value if isinstance(value, tuple) else (value,) for value in values if value is not None
    )


def _named(item: ClaimInFile, field: str) -> list[tuple[str, Path]]:
    """Return the names that a claim has in a field, each with its path."""
    value = getattr(item.claim, field)
    if isinstance(value, tuple):
        return [(word, (*item.path, field, index)) for index, word in enumerate(value)]
    return [] if value is None else [(value, (*item.path, field))]


def _spelt(field: str, word: str, other: str, path: Path) -> Violation:
    """Return the violation of a name that is another one, spelt otherwise."""
    name = field.removesuffix("s")
    shown, beside = cut(word), cut(other)
    differ = "case, accents or spaces"
    if folded(word) == folded(other) and shown.casefold().split() != beside.casefold().split():
        differ = "characters that nobody sees"
    return Violation(
        f"the {name} `{shown}` differs from `{beside}` only in {differ}",
        "write both in the same way, or say in what they differ",
        path,
    )


def _text(item: ClaimInFile) -> str:
    return folded(item.claim.claim)


def _repeated(words: list[str]) -> set[str]:
    """Return the words that are there more than once."""
    if len(set(words)) == len(words):
        return set()
    return {word for word, times in Counter(words).items() if times > 1}
