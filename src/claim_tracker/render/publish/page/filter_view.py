"""The words by which a reader of the page chooses claims."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.render.publish.page.share_bar import bar_statuses_of
from claim_tracker.render.wording import Wording, message
from claim_tracker.text.display import one_line
from claim_tracker.text.names import common_spellings

_FILTERS: Mapping[str, str] = {
    "status": message("filter", "Status"),
    "topic": message("filter", "Topic"),
    "speaker": message("filter", "Speaker"),
    "organisation": message("filter", "Organisation"),
    "place": message("filter", "Place"),
}
"""The words by which claims can be chosen, with their labels."""
_SIGNS = (*STATUSES, "late")


class FilterWord(NamedTuple):
    """A word by which claims can be chosen, and how many have it."""

    value: str
    words: str
    number: int


class Filter(NamedTuple):
    """A field by which claims can be chosen, and the words that they have in it."""

    name: str
    label: str
    choices: Sequence[FilterWord]


def words_of_claims(states: Iterable[ClaimState]) -> Mapping[str, dict[str, list[str]]]:
    """Return, by the id of each claim, the words by which a reader of the page can choose it.

    A name that is spelt in several ways is one word, in its most frequent spelling.
    """
    words = {state.claim.id: _filter_words(state) for state in states}
    for name in ("topic", "speaker", "organisation", "place"):
        common = common_spellings(word for by_field in words.values() for word in by_field[name])
        for by_field in words.values():
            by_field[name] = list(dict.fromkeys(one_line(common[word]) for word in by_field[name]))
    return words


def _filter_words(state: ClaimState) -> dict[str, list[str]]:
    topic, organisation = state.claim.topic, state.claim.organisation
    return {
        "status": list(bar_statuses_of(state)),
        "topic": [topic] if topic is not None else [],
        "speaker": [state.claim.speaker],
        "organisation": [organisation] if organisation is not None else [],
        "place": [place.name for place in state.entry.places],
    }


def filters_of(words: Iterable[dict[str, list[str]]], wording: Wording) -> Iterator[Filter]:
    """Yield each filter, with its words and how many claims have them."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _FILTERS}
    for by_field in words:
        for name, found in by_field.items():
            counts[name].update(found)
    for name, numbers in counts.items():
        is_status = name == "status"
        choices = [
            FilterWord(word, wording.word(word) if is_status else word, numbers[word])
            for word in sorted(numbers, key=_SIGNS.index if is_status else _alphabetical)
        ]
        if choices:
            yield Filter(name, wording.pgettext("filter", _FILTERS[name]), choices)


def _alphabetical(word: str) -> tuple[str, str]:
    return word.casefold(), word
