"""The claims in which nothing is found, which need no second look while they stay as they are."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile, ClaimInFile, key_of
from claim_tracker.claims.model import Checks, Claim, Source
from claim_tracker.yaml import Path

_Basis = tuple[Checks, date]


class Settled:
    """The claims of one file, by their models, that no rule that looks `by_claim` need look at.

    A claim in which something is found is looked at each time. When a source changes, the claims
    that name it are looked at again; when the settings of the file or the day change, all are.
    """

    def __init__(self) -> None:
        self._basis: _Basis | None = None
        self._sources: dict[str, Source] = {}
        self._models: dict[int, Claim] = {}

    def rest(self, file: CheckedFile) -> CheckedFile:
        """Return a file without its settled claims."""
        basis = file.content.checks, file.today
        if basis != self._basis:
            self._basis, self._models = basis, {}
        self._take_sources(file.content.sources)
        known = self._models
        if not known:
            return file
        settled = frozenset(index for index, claim in _claims(file) if id(claim) in known)
        return _Rest(file.document, file.validated, file.today, file, settled) if settled else file

    def _take_sources(self, sources: dict[str, Source]) -> None:
        """Take other sources, after which some claims may not be settled any more."""
        old, self._sources = self._sources, sources
        changed = {key for key in old | sources if old.get(key) != sources.get(key)}
        if changed:
            self._models = {
                number: claim
                for number, claim in self._models.items()
                if not _follows_from(claim, changed)
            }

    def keep(self, file: CheckedFile, broken: Iterable[Path]) -> None:
        """Settle the claims of a file, after its rest was looked at, and no others.

        Not settled are a claim with a path at which a rule is `broken`, and one with a poisoned
        value, which may hide a violation, unless it was settled before.
        """
        faulty = {path[1] for path in broken if path[:1] == ("claims",)}
        poisoned = file.poisoned.claims
        self._models = {
            id(claim): claim
            for index, claim in _claims(file)
            if index not in faulty and (index not in poisoned or id(claim) in self._models)
        }


def _claims(file: CheckedFile) -> Iterator[tuple[int, Claim]]:
    return zip(file.validated.indices, file.content.claims, strict=True)


def _follows_from(claim: Claim, changed: Set[str]) -> bool:
    """Whether what is found in a claim may follow from sources of some keys.

    A source of its own is compared to all that have one.
    """
    references = chain(claim.references, *(update.references for update in claim.updates))
    return any(isinstance(each, Source) or key_of(each) in changed for each in references)


@dataclass(frozen=True)
class _Rest(CheckedFile):
    """A file without those of its claims that are `settled`, by their indices."""

    whole: CheckedFile
    settled: frozenset[int]

    @cached_property
    def claims(self) -> tuple[ClaimInFile, ...]:
        return tuple(claim for claim in self.whole.claims if claim.position not in self.settled)

    @cached_property
    def written_claims(self) -> list[tuple[int, dict[str, Any]]]:
        return [each for each in self.whole.written_claims if each[0] not in self.settled]

    @cached_property
    def spare_sources(self) -> list[tuple[Path, str | Source]]:
        return self.whole.spare_sources
