"""Rules of what nothing uses: each source and each place of a file is named by a claim."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.rules.references import possible_items
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.text.display import nfc
from claim_tracker.text.suggest import most_advised, nearest
from claim_tracker.yaml import mappings_in, value_at
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS


@rule("W301", of_unused=True)
def sources_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `sources` is the source of something."""
    return _unused(file, "source", "source", file.used_sources)


@rule("W302", of_unused=True)
def places_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `places` is the place of a claim."""
    return _unused(file, "place", "places", file.used_places)


def _unused(
    file: CheckedFile, what: str, field: str, surely: frozenset[str]
) -> Iterator[Violation]:
    """Yield a problem for each key that no `field` uses, unless a reference could not be read.

    A key that is near to an unknown word is taken for a slip in it: that is one problem, not two.
    The last of very many counts the others.
    """
    known = file.section(f"{what}s")
    if known.keys() <= surely or file.may_lack_references:
        return
    in_doubt = _named_in_doubt(file, field)
    if in_doubt is None:
        return
    used = surely | in_doubt
    unknown = sorted(used - known.keys())[: most_advised(len(known))]
    intended = {nearest(word, known) for word in unknown}
    intended |= {part for word in unknown for part in possible_items(word)}
    unused = [key for key in known if key not in used and key not in intended]
    rest = len(unused) - MAX_REPORTED_FAULTS
    for number, key in enumerate(unused[:MAX_REPORTED_FAULTS], start=1):
        more = f", and {rest:,} more" if number == MAX_REPORTED_FAULTS and rest > 0 else ""
        yield Violation(
            f"no claim uses the {what} `{key}`{more}",
            "use it, or delete it",
            (f"{what}s", key),
            "key",
        )


def _named_in_doubt(file: CheckedFile, field: str) -> frozenset[str] | None:
    """Return the keys that a field of parts in doubt names; None where one cannot be read.

    What a field with an unknown name has may be keys too.
    """
    keys = _keys_in((each.get(field) for each in _parts_in_doubt(file)), field)
    if not all(isinstance(key, str) for key in keys):
        return None
    keys += [key for key in _keys_in(_unknown_values(file), field) if isinstance(key, str)]
    return frozenset(map(nfc, filter(None, keys)))


def _keys_in(values: Iterable[Any], field: str) -> list[Any]:
    """Return the references to sources or places in values as written, each one or a list."""
    there = (value for value in values if value is not None)
    single = chain.from_iterable(value if isinstance(value, list) else [value] for value in there)
    is_source = field == "source"  # which may be written inline, and then has no key
    return [key.get(field, "") if is_source and isinstance(key, dict) else key for key in single]


def _unknown_values(file: CheckedFile) -> Iterator[Any]:
    """Yield the values of the fields of claims, updates and defaults that have unknown names."""
    for *owner, name in file.poisoned.unknown:
        if owner[:1] in (["claims"], ["defaults"]):
            yield value_at(file.document.root, tuple(owner)).get(name)


def _parts_in_doubt(file: CheckedFile) -> list[dict[str, Any]]:
    """Return the defaults, and what may be no part of the models: claims and their updates.

    They are given as written.
    """
    in_doubt = file.poisoned.claims
    claims = [claim for index, claim in file.written_claims if index in in_doubt]
    updates = [update for claim in claims for _, update in mappings_in(claim.get("updates"))]
    return [*claims, *updates, file.defaults]
