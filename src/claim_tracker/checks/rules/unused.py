"""Rules of what nothing uses: each source and each place of a file is named by a claim."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.text.display import composed
from claim_tracker.text.suggest import most_advised, nearest
from claim_tracker.yaml import mappings_in
from claim_tracker.yaml.limits import MAX_FAULTS


@rule("W301")
def sources_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `sources` is the source of something."""
    if file.section("sources").keys() <= file.used_sources:
        return
    named = [each.get("source") for each in _records_in_doubt(file)]
    lists = [each for each in named if isinstance(each, list)]
    single = chain((each for each in named if not isinstance(each, list)), *lists)
    references = [it.get("source") if isinstance(it, dict) else it for it in single]
    if all(isinstance(each, str | None) for each in references):
        in_doubt = set(map(composed, filter(None, references)))
        yield from _unused(file, "source", file.used_sources | in_doubt)


@rule("W302")
def places_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `places` is the place of a claim."""
    if file.section("places").keys() <= file.used_places:
        return
    values = [each.get("places") for each in _records_in_doubt(file)]
    lists = [value for value in values if isinstance(value, list)]
    words = [word for value in lists for word in value]
    readable = all(isinstance(value, list | None) for value in values)
    if readable and all(isinstance(word, str) for word in words):
        yield from _unused(file, "place", file.used_places | set(map(composed, words)))


def _unused(file: CheckedFile, what: str, used: frozenset[str]) -> Iterator[Violation]:
    """Yield a problem for each key that nothing uses, unless a reference could not be read.

    A key that is near to an unknown word is taken for a slip in it: that is one problem, not two.
    The last of very many counts the others.
    """
    known = file.section(f"{what}s")
    if file.may_lack_references:
        return
    unknown = sorted(used - known.keys())[: most_advised(len(known))]
    intended = {nearest(word, known) for word in unknown}
    intended |= {part for word in unknown for part in word.split()}
    unused = [key for key in known if key not in used and key not in intended]
    rest = len(unused) - MAX_FAULTS
    for number, key in enumerate(unused[:MAX_FAULTS], start=1):
        more = f", and {rest:,} more" if number == MAX_FAULTS and rest > 0 else ""
        yield Violation(
            f"no claim uses the {what} `{key}`{more}",
            "use it, or delete it",
            (f"{what}s", key),
            "key",
        )


def _records_in_doubt(file: CheckedFile) -> list[dict[str, Any]]:
    """Return the defaults, and what may be no part of the models: claims and their updates.

    They are given as written.
    """
    in_doubt = file.poisoned.claims
    claims = [claim for index, claim in file.written_claims if index in in_doubt]
    updates = [update for claim in claims for _, update in mappings_in(claim.get("updates"))]
    return [*claims, *updates, file.defaults]
