"""Rules that compare all files: ids, related claims and repeated texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from claim_tracker.checks.checked_file import CheckedFile, ClaimInFile
from claim_tracker.checks.fixes import replacing
from claim_tracker.checks.rules.references import KnownWords, words_of
from claim_tracker.checks.rules.registry import FileViolation, Violation, cross_file_rule
from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Claim
from claim_tracker.text.diagnostic import Fix
from claim_tracker.text.display import caseless, cut, folded, nfc, one_line
from claim_tracker.text.names import common_spellings, spellings
from claim_tracker.yaml import Path

_NAMES = tuple(name for name in fields_of(Claim) if use_of(Claim, name).known == "claims")
"""The fields that hold names, such as that of the speaker."""
_Uses = list[tuple[CheckedFile, Path]]
"""Where a spelling is used: files, and paths in them."""
_folded = lru_cache(maxsize=1 << 16)(folded)
"""Cached, since most texts of a file are the same when it is checked again."""


@cross_file_rule("E201")
def ids_are_unique(files: Sequence[CheckedFile]) -> Iterator[FileViolation]:
    """An id names one claim in all files of a check."""
    first: dict[str, tuple[CheckedFile, Path]] = {}
    if not _repeated([claim_id for file in files for _, claim_id in file.ids]):
        return
    for file in files:
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
            yield FileViolation(file, violation, (other, first_path, "first used here"))


@cross_file_rule("E204", needs_whole_files=True)
def related_claims_are_known(files: Sequence[CheckedFile]) -> Iterator[FileViolation]:
    """A related claim is in one of the files of a check.

    It may be another claim that lacks its id, or in what could not be read: so this is for files
    that were read whole. An id that is written wrongly stands for the one to write.
    """
    ids = frozenset([claim_id for file in files for _, claim_id in file.ids])
    doubtful = [
        file
        for file in files
        if any(not ids.issuperset(claim.model.related) for claim in file.claims)
    ]
    if not doubtful:
        return
    from claim_tracker.checks.form.value_errors import as_id

    nameless = [
        (file, index) for file in files for index, claim in file.written_claims if "id" not in claim
    ]
    valid = frozenset(map(as_id, ids)) - {""}
    known, ids = KnownWords("claim", valid), ids | valid
    for file in doubtful:
        for path, word in words_of(file, "related", other_than=ids):
            if all(other is file and index == path[1] for other, index in nameless):
                yield FileViolation(file, known.unknown(path, word))


@cross_file_rule("W303")
def texts_are_unique(files: Sequence[CheckedFile]) -> Iterator[FileViolation]:
    """No two claims of one speaker have the same text, as `folded` compares it."""
    repeated = _repeated([_folded(claim.model.claim) for file in files for claim in file.claims])
    if not repeated:
        return
    speakers = common_spellings(claim.model.speaker for file in files for claim in file.claims)
    first: dict[tuple[str, str], tuple[CheckedFile, ClaimInFile]] = {}
    for file in files:
        for claim in file.claims:
            text = _folded(claim.model.claim)
            is_known = not any(file.is_poisoned(claim, name) for name in ("claim", "speaker"))
            if text not in repeated or not is_known:
                continue
            key = (text, speakers[claim.model.speaker])
            other, twin = first.setdefault(key, (file, claim))
            name = other.id_of(twin)
            if twin is claim or (name is not None and name == file.id_of(claim)):
                continue
            violation = Violation(
                f"{f'`{cut(name)}`' if name is not None else 'another claim'} makes the same claim "
                "in the same words",
                "keep one of the two, or say in what they differ",
                (*claim.path, "claim"),
            )
            yield FileViolation(file, violation, (other, (*twin.path, "claim"), "first here"))


@cross_file_rule("W307")
def names_are_spelt_alike(files: Sequence[CheckedFile]) -> Iterator[FileViolation]:
    """A speaker, an organisation, a topic or a tag is spelt in one way.

    `spellings` tells what is one name. Each other spelling than the most frequent one is reported
    once in a file, at its first use; of equally frequent ones the first is the one to compare to.
    """
    for field in _NAMES:
        groups = [group for group in spellings(_counts(files, field)) if len(group) > 1]
        if not groups:
            continue
        wanted = {word for group in groups for word in group}
        uses: dict[str, _Uses] = {}
        for file in files:
            for claim in file.claims:
                for word, path in _names_in(file, claim, field):
                    if (spelt := nfc(word)) in wanted:
                        uses.setdefault(spelt, []).append((file, path))
        for group in groups:
            yield from _other_spellings(field, {word: uses[word] for word in group})


def _counts(files: Sequence[CheckedFile], field: str) -> Mapping[str, int]:
    """Return how often each name is in a field."""
    of_field = attrgetter(f"model.{field}")
    counts: Counter[str] = Counter()
    for file in files:
        claims = file.claims
        if not file.poisoned.is_empty:
            claims = tuple(claim for claim in claims if not file.is_poisoned(claim, field))
        values = Counter(map(of_field, claims))
        for value, number in values.items():
            for word in value if isinstance(value, tuple) else (value,):
                if word is not None:
                    counts[nfc(word)] += number
    return counts


def _names_in(file: CheckedFile, claim: ClaimInFile, field: str) -> list[tuple[str, Path]]:
    """Return the names that a claim has in a field, each with its path."""
    value = getattr(claim.model, field)
    if value is None or file.is_poisoned(claim, field):
        return []
    if isinstance(value, tuple):
        return [(word, (*claim.path, field, index)) for index, word in enumerate(value)]
    return [(value, (*claim.path, field))]


def _other_spellings(field: str, uses: Mapping[str, _Uses]) -> Iterator[FileViolation]:
    """Yield the violations of one name's spellings, all but the one that the others are to have."""
    common, second = sorted(uses, key=lambda word: -len(uses[word]))[:2]
    is_commoner = len(uses[common]) > len(uses[second])
    beside = (*uses[common][0], "first here")
    for word in (word for word in uses if word != common):
        for _, found in groupby(uses[word], key=lambda use: use[0].document.name):
            (file, first), *others = found
            paths = (first, *(path for _, path in others))
            violation = _spelling_violation(field, word, common, first)
            if is_commoner:
                violation = violation._replace(
                    help=f"write `{cut(one_line(common))}`, the more frequent spelling, "
                    "or say in what they differ",
                    fix=_rewriting(file, paths, common),
                )
            yield FileViolation(file, violation, beside)


def _rewriting(file: CheckedFile, paths: Iterable[Path], name: str) -> Fix | None:
    """Return the fix that writes a name at some paths of a file; None where one needs quotes."""
    # Claims that have a name from the defaults have it in one place.
    spans = sorted({file.document.span(file.path_in_file(path)) for path in paths})
    fixes = [replacing(file.document, span, name) for span in spans]
    known = [fix for fix in fixes if fix is not None]
    edits = tuple(edit for fix in known for edit in fix.edits)
    return Fix(known[0].message, edits) if len(known) == len(fixes) else None


def _spelling_violation(field: str, word: str, other: str, path: Path) -> Violation:
    """Return the violation of a name that is another one, spelt otherwise."""
    name = field.removesuffix("s")
    shown, beside = cut(word), cut(other)
    if "".join(word.split()) == "".join(other.split()):
        differ = "spaces"
    elif folded(word) == folded(other) and shown.casefold().split() != beside.casefold().split():
        is_unseen = caseless(word) == caseless(other)
        differ = "characters that nobody sees" if is_unseen else "characters that look alike"
    else:
        differ = "case, accents or spaces"
    return Violation(
        f"the {name} `{shown}` differs from `{beside}` only in {differ}",
        "write both in the same way, or say in what they differ",
        path,
    )


def _repeated(words: list[str]) -> set[str]:
    """Return the words that are there more than once."""
    if len(set(words)) == len(words):
        return set()
    return {word for word, times in Counter(words).items() if times > 1}
