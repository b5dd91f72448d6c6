"""Rules of the lists of a claim: each names a thing once, and no claim is related to itself."""

from collections.abc import Iterator
from functools import lru_cache

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.fixes import without_item
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.text.display import cut, nfc

_LISTS = {"places": "place", "tags": "tag", "related": "related claim"}
"""The lists of words that a claim has, each with what one of its words is."""


@rule("W312", by_claim=True)
def lists_name_a_thing_once(file: CheckedFile) -> Iterator[Violation]:
    """A claim names each of its places, tags and related claims once."""
    for claim in file.claims:
        for name, what in _LISTS.items():
            words = getattr(claim.model, name)
            if len(words) < 2 or not _has_repeat(words) or file.is_poisoned(claim, name):
                continue
            first: dict[str, int] = {}
            for index, word in enumerate(words):
                known = first.setdefault(nfc(word), index)
                if known == index:
                    continue
                path = (*claim.path, name, index)
                yield Violation(
                    f"the {what} `{cut(word)}` is named twice",
                    "take the second one out",
                    path,
                    related=(((*claim.path, name, known), "value", "first here"),),
                    fix=without_item(file.document, file.path_in_file(path)),
                )


@lru_cache(maxsize=4096)
def _has_repeat(words: tuple[str, ...]) -> bool:
    """Whether a word is there twice. Cached, since many claims have the same places or tags."""
    return len(set(map(nfc, words))) < len(words)


@rule("W313", by_claim=True)
def no_claim_is_related_to_itself(file: CheckedFile) -> Iterator[Violation]:
    """What a claim is related to is another one."""
    for claim in file.claims:
        related = claim.model.related
        claim_id = file.id_of(claim) if related else None
        if claim_id in related and not file.is_poisoned(claim, "related"):
            yield Violation(
                f"`{cut(claim_id)}` is related to itself",
                "name another claim, or take it out",
                (*claim.path, "related", related.index(claim_id)),
                related=(((*claim.path, "id"), "value", "this claim"),),
            )
