"""Claims of tables as they are written: with their sources and places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claim_tracker.claims.fields import written_fields
from claim_tracker.claims.model import Claim, Update
from claim_tracker.claims.tracker import TrackedFile, Tracker
from claim_tracker.dates import parse_period
from claim_tracker.edit.ids import made_key
from claim_tracker.edit.insert import Additions
from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate, with_values


@dataclass(frozen=True)
class Content:
    """What is to be written: new claims, updates of known ones, and what these refer to."""

    claims: list[Fields]
    updates: Mapping[str, Sequence[Fields]]
    sources: Mapping[str, Fields]
    places: Mapping[str, Fields]

    @property
    def sections(self) -> Mapping[str, Mapping[str, Fields]]:
        """Return the entries of each section that has any."""
        sections = {"sources": self.sources, "places": self.places}
        return {name: entries for name, entries in sections.items() if entries}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.claims and not self.updates


def content_of(
    claims: Sequence[ImportedClaim],
    updates: Mapping[str, Sequence[ImportedUpdate]],
    imported: Imported,
    known: Mapping[str, Mapping[str, str]],
    *,
    unused: bool = False,
) -> Content:
    """Return the content to write of claims and updates.

    A source that is cited more than once gets a key, as has one of `known`, the sources of the
    file that gets them. The sources that have a key already, and the places, are written where
    they are cited, or else too with `unused`.
    """
    cited = [source for parts in _citing(claims, updates) for source in parts.sources]
    named = _Named(cited, imported.sources, known)
    made = [named.claim(claim) for claim in claims]
    added = {name: [named.update(update) for update in found] for name, found in updates.items()}
    used = {key for claim in claims for key in claim.fields.get("places", ())}
    places = {key: place for key, place in imported.places.items() if unused or key in used}
    if unused:
        for key, source in imported.sources.items():
            named.sources.setdefault(key, dict(source.fields))
    return Content(made, added, named.sources, places)


def _citing(
    claims: Iterable[ImportedClaim], updates: Mapping[str, Sequence[ImportedUpdate]]
) -> Iterator[ImportedClaim | ImportedUpdate]:
    for claim in claims:
        yield claim
        yield from claim.updates
    for found in updates.values():
        yield from found


class _Named:
    """The sources that have a key, or get one, by what they say."""

    def __init__(
        self,
        cited: Sequence[Cited],
        keyed: Mapping[str, Cited],
        known: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.sources: dict[str, Fields] = {}
        self._known = known
        self._keys: dict[tuple[tuple[str, str], ...], str] = {}
        self._by_url: dict[str, tuple[str, Mapping[str, str]]] = {
            fields["url"]: (key, fields) for key, fields in known.items() if "url" in fields
        }
        self._by_fields: dict[tuple[tuple[str, str], ...], str] = {
            (("title", key),): key for key in known
        }
        self._by_fields |= {tuple(sorted(fields.items())): key for key, fields in known.items()}
        self._taken = {*known, *keyed}
        counts = Counter(source.fields for source in cited)
        shared = {fields for fields, count in counts.items() if count > 1}
        shared |= {source.fields for source in cited if source.at is not None}
        for source in dict.fromkeys(cited):
            if source.fields in self._keys:
                continue
            key = self._key_in_file(source)
            is_alone = source.fields not in shared or self._part_of_another(source) is not None
            if key is None and (source.key is not None or not is_alone):
                key = self._add(source)
            if key is not None:
                self._keys[source.fields] = key

    def _key_in_file(self, source: Cited) -> str | None:
        """Return the key that a source has in the file already; None for another one.

        It is known by its address, by what it says, or by the key as a cell has it.
        """
        key = self._by_fields.get(tuple(sorted(source.fields)))
        if key is None and source.url in self._by_url:
            found, there = self._by_url[source.url]
            key = found if _says_all(there, dict(source.fields)) else None
        return key

    def _add(self, source: Cited) -> str:
        """Return the key that an added source gets: its own, unless the file has that already."""
        key, fields = source.key, dict(source.fields)
        if key is None or key in self._known:
            key = made_key(fields, self._taken)
        self._taken.add(key)
        self.sources[key] = fields
        if source.url is not None:
            self._by_url.setdefault(source.url, (key, fields))
        return key

    def _part_of_another(self, source: Cited) -> Any:
        """Return a source whose address has a key as a place there; None for any other.

        Its title is the name of the place, where that is all that tells the two apart.
        """
        fields = dict(source.fields)
        title = fields.pop("title", None)
        known = self._by_url.get(source.url or "")
        if known is None or (title is None and source.at is None):
            return None
        key, there = known
        if not _says_all(there, fields) or (title and source.at):
            return None
        return {"source": key, "at": source.at or title}

    def claim(self, claim: ImportedClaim) -> Fields:
        """Return the fields of a claim as they are written."""
        fields = {
            **claim.fields,
            "source": self._references(claim.sources),
            "updates": list(map(self.update, claim.updates)),
        }
        return with_values(fields, Claim)

    def update(self, update: ImportedUpdate) -> Fields:
        """Return the fields of an update as they are written."""
        return with_values({**update.fields, "source": self._references(update.sources)}, Update)

    def _references(self, sources: Sequence[Cited]) -> Any:
        made: list[Any] = []
        for source in sources:
            found = self._reference(source)
            if found not in made:
                made.append(found)
        return made[0] if len(made) == 1 else made

    def _reference(self, source: Cited) -> Any:
        """Return a source as it is written where it is cited."""
        key = self._keys.get(source.fields)
        if key is None:
            return self._part_of_another(source) or dict(source.fields)
        return key if source.at is None else {"source": key, "at": source.at}


def _says_all(there: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
    """Whether a source has some fields with the same texts."""
    return all(there.get(name) == text for name, text in fields.items())


def known_sources(file: TrackedFile) -> dict[str, dict[str, str]]:
    """Return the fields of the sources of a file by their keys."""
    return {key: written_fields(source) for key, source in file.content.sources.items()}


def additions_of(content: Content, tracker: Tracker) -> Additions:
    """Return the additions to a file, each update where its date belongs in its history.

    A claim without a deadline has none either where the defaults of the file have one.
    """
    entries = {entry.claim.id: (index, entry) for index, entry in enumerate(tracker)}
    updates: dict[int, list[tuple[int, Fields]]] = {}
    for name, found in content.updates.items():
        index, entry = entries[name]
        for fields in found:
            day = parse_period(str(fields["date"])).latest
            position = sum(update.date.latest <= day for update in entry.claim.updates)
            updates.setdefault(index, []).append((position, fields))
    there = tracker.files[0].content.places
    places = {key: place for key, place in content.places.items() if key not in there}
    claims = content.claims
    if "due" in tracker.files[0].defaulted:
        claims = [with_values({"due": "none", **claim}, Claim) for claim in claims]
    return Additions(claims, content.sources, places, updates)
