"""Which findings a change has brought: those that the older files do not have."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from claim_tracker.checks.form.form_errors import without_entries
from claim_tracker.checks.locate import parts_of
from claim_tracker.text.diagnostic import Finding, Span
from claim_tracker.yaml import Document, Path

_UNREADABLE = "E0"


class _Fingerprint(NamedTuple):
    """What is the same of a finding in two states: `content` is what it is on."""

    file: str
    code: str
    message: str
    content: str


@dataclass(frozen=True)
class State:
    """Files that were checked at once, and what was found."""

    documents: Sequence[Document]
    findings: Sequence[Finding]


def brought(new: State, old: State) -> tuple[Finding, ...]:
    """Return the findings of the newer state without those that the older one has as well.

    A finding is an old one when the same was found on the same content: a claim, a source or a
    place with all its values, or what stands outside of them. In which file, on which line and
    in which style that is makes no difference. A finding on two claims, such as a repeated id,
    is the same on whichever of the two it stands. When anything differs, what cannot be read
    (E0xx) is shown in any case, since it hides what else is wrong.
    """
    if _texts(new) == _texts(old):
        return ()
    current, older = _Fingerprints(new), _Fingerprints(old)
    more = _more(current.counts, older.counts)
    return tuple(
        finding
        for finding in new.findings
        if finding.code.startswith(_UNREADABLE)
        or any(fingerprint in more for fingerprint, _ in current.of_finding(finding))
    )


def _texts(state: State) -> Counter[str]:
    return Counter("\n".join(document.lines) for document in state.documents)


def _more(new: Counter[_Fingerprint], old: Counter[_Fingerprint]) -> set[_Fingerprint]:
    """Return the fingerprints that the newer state has more of, in the files with more of them."""
    gained: dict[_Fingerprint, list[_Fingerprint]] = defaultdict(list)
    change: Counter[_Fingerprint] = Counter()
    for fingerprint in new.keys() | old.keys():
        difference = new[fingerprint] - old[fingerprint]
        anywhere = fingerprint._replace(file="")
        change[anywhere] += difference
        if difference > 0:
            gained[anywhere].append(fingerprint)
    more = (gained[anywhere] for anywhere in gained if change[anywhere] > 0)
    return set(chain.from_iterable(more))


@dataclass
class _Fingerprints:
    """The fingerprints of the findings of a state, each with what tells two findings apart."""

    state: State
    _contents: dict[tuple[str, Path], str] = field(default_factory=dict)

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.name: document for document in self.state.documents}

    @property
    def counts(self) -> Counter[_Fingerprint]:
        """Return how often each fingerprint is there."""
        found = {pair for finding in self.state.findings for pair in self.of_finding(finding)}
        return Counter(fingerprint for fingerprint, _ in found)

    def of_finding(self, finding: Finding) -> Iterator[tuple[_Fingerprint, Path | Span]]:
        """Yield the fingerprint of a finding, or of both claims that it is on."""
        locations = [(finding.file, self._path(finding.file, finding.span))]
        locations += ((other.file, self._path(other.file, other.span)) for other in finding.related)
        if sum(path[:1] == ("claims",) for _, path in set(locations)) > 1:
            for file, path in locations:
                yield _Fingerprint(file, finding.code, "", self._content(file, path)), path
            return
        file, path = locations[0]
        content = self._content(file, path)
        yield _Fingerprint(file, finding.code, finding.message, content), finding.span

    def _path(self, file: str, span: Span) -> Path:
        return parts_of(self._documents[file]).path_at(span)

    def _content(self, file: str, path: Path) -> str:
        """Return the values of a part of a file, whatever the style and the order of its fields."""
        if (file, path) not in self._contents:
            value = _value(self._documents[file].root, path)
            self._contents[file, path] = json.dumps((path[:1], value), sort_keys=True)
        return self._contents[file, path]


def _value(root: Any, path: Path) -> Any:
    match path:
        case ("claims", int(index)):
            return root["claims"][index]
        case (str(section), key):
            return key, root[section][key]
    return without_entries(root) if isinstance(root, dict) else root
