"""The sources of claims: who cites each, and how often it is written down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from claim_tracker.claims.archives import copy_at
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import url_identity
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation, TrackedFile


@dataclass(slots=True)
class CitedSource:
    """A source, known by its address or else by all that it says.

    `source` is all that was said of it, as where the most was said; `keys` are those it has, of
    all files, and `inline` counts how often it is written where it is used, in the defaults of a
    file once. `cited_by` are the ids of the claims that cite it, or whose updates do, each once.
    """

    source: Source
    keys: list[str] = field(default_factory=list)
    inline: int = 0
    cited_by: dict[str, None] = field(default_factory=dict)

    @property
    def written(self) -> int:
        """Return how often it is written down."""
        return len(self.keys) + self.inline

    @property
    def lacks_copy(self) -> bool:
        """Whether it has an address, and no lasting copy."""
        url = self.source.url
        return url is not None and self.source.archived is None and copy_at(url) is None


def cited_sources(states: Iterable[ClaimState], files: Iterable[TrackedFile]) -> list[CitedSource]:
    """Return the sources that claims cite, and those that have a key in some files.

    Those with a key come first, in the order of the files, and then the others as they are cited.
    The updates of a state are those up to its day.
    """
    found = _Sources()
    for file in files:
        for key in file.content.sources:
            found.add_key(file, key)
    for state in states:
        for citation in state.citations:
            found.add(state, citation)
    return list(found.by_identity.values())


class _Sources:
    """Sources by what tells them from each other, as they are found."""

    def __init__(self) -> None:
        self.by_identity: dict[str, CitedSource] = {}
        self._keyed: set[tuple[str, str]] = set()
        self._of_defaults: set[tuple[str, str]] = set()

    def add_key(self, file: TrackedFile, key: str) -> None:
        """Add the source that has a key in a file, once."""
        if (file.name, key) not in self._keyed:
            self._keyed.add((file.name, key))
            self._known(file.content.sources[key]).keys.append(key)

    def add(self, state: ClaimState, citation: Citation) -> None:
        """Add a source that a claim cites."""
        if citation.key is not None:
            self.add_key(state.entry.file, citation.key)
        known = self._known(citation.source)
        known.inline += citation.key is None and self._is_written(state.entry.file, citation)
        known.cited_by[state.claim.id] = None

    def _is_written(self, file: TrackedFile, citation: Citation) -> bool:
        """Whether an inline source is one more: that of the defaults is written once in a file."""
        if citation.source not in file.default_references:
            return True
        place = file.name, citation.source.identity
        is_first = place not in self._of_defaults
        self._of_defaults.add(place)
        return is_first

    def _known(self, source: Source) -> CitedSource:
        identity = url_identity(source.url) or source.identity
        known = self.by_identity.setdefault(identity, CitedSource(source))
        known.source = _together(known.source, source)
        return known


def chosen_sources(
    sources: Iterable[CitedSource], *, unarchived: bool, repeated: bool
) -> Iterator[CitedSource]:
    """Yield the sources, or only those without a lasting copy, or that are written repeatedly."""
    for each in sources:
        if (each.lacks_copy or not unarchived) and (each.written > 1 or not repeated):
            yield each


def _together(one: Source, other: Source) -> Source:
    """Return one source of two: the one with more fields, and those that only the other has."""
    if one == other:
        return one
    less, more = sorted((other, one), key=_completeness)
    lacks = {name: getattr(less, name) for name in fields_of(Source) if getattr(more, name) is None}
    return replace(more, **lacks) if any(value is not None for value in lacks.values()) else more


def _completeness(source: Source) -> int:
    """Return how many fields a source has."""
    return sum(getattr(source, name) is not None for name in fields_of(Source))
