"""The claims as one page of HTML that needs nothing but itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claim_tracker import __version__
from claim_tracker.claims.filters import by_topic, ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.data.escape import entities
from claim_tracker.render.phrases import passed_words
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.corrections_atom import TITLE as CORRECTIONS
from claim_tracker.render.publish.languages import wording_of
from claim_tracker.render.publish.naming import common_text, publishers
from claim_tracker.render.publish.page.claim_view import ClaimView, Others, claim_view
from claim_tracker.render.publish.page.corrections_view import corrected_on, corrections_view
from claim_tracker.render.publish.page.score_view import score_view
from claim_tracker.render.publish.page.share_bar import bar_of, groups_of, signs_of
from claim_tracker.render.publish.page.templates import (
    content_policy,
    environment,
    hash_source,
    own_file,
)
from claim_tracker.render.publish.page.time_chart import axis_of, labels
from claim_tracker.render.wording import Wording, message
from claim_tracker.text.display import one_line
from claim_tracker.text.names import common_spellings

TITLE = message("title", "Claims")
_FILTERS: Mapping[str, str] = {
    "status": message("filter", "Status"),
    "topic": message("filter", "Topic"),
    "speaker": message("filter", "Speaker"),
    "organisation": message("filter", "Organisation"),
    "place": message("filter", "Place"),
}
"""The words by which claims can be chosen, with their labels."""
_SIGNS = (*STATUSES, "late")
_SHORT = 12
"""So many rows or topics are shown unfolded."""


class Topic(NamedTuple):
    """A topic with its claims; `name` is None where no claim has one."""

    name: str | None
    claims: tuple[ClaimView, ...]


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


def page(
    report: Report,
    title: str | None = None,
    corrections: Sequence[Correction] | None = None,
) -> str:
    """Return the page of a report; the same arguments give the same page.

    Its words are in the language of the claims, where it is one for all of them that there are
    translations for, else in English. The title is that of the file unless it is given.
    The most urgent claims come first in each topic, and `corrections` are at the end, unless that
    is None. No file is named in it. It asks no server
    for anything, and runs nothing but its own style and script, which its Content Security
    Policy names by their hashes (W3C, Content Security Policy Level 3).
    """
    states = ordered(report.claims, "urgency")
    language, own_title = common_text(report, "language"), common_text(report, "title")
    wording = wording_of(language, PLAIN)
    if title is None:
        title = own_title or wording.pgettext("title", TITLE)
    axis = axis_of(states, report.as_of)
    others = Others({state.claim.id: state for state in states})
    words = filters(states)
    topics = [
        Topic(
            _heading(name, members, wording),
            tuple(claim_view(each, axis, others, ("topic",), wording) for each in members),
        )
        for name, members in by_topic(states)
    ]
    style, script = own_file("page.css"), own_file("page.js")
    return entities(
        environment(wording)
        .get_template("page.html")
        .render(
            title=title,
            title_language=language if title == own_title else None,
            about=common_text(report, "about"),
            language=language,
            publishers=publishers(report),
            version=__version__,
            as_of=report.as_of,
            number=len(states),
            claims=wording.ngettext("%(number)s claim", "%(number)s claims", len(states)),
            passed=passed_words(report.summary, wording),
            bar_parts=bar_of(states),
            groups=groups_of(states, wording),
            scores=score_view(report, language, wording),
            topics=topics,
            topics_words=wording.ngettext("%(number)s topic", "%(number)s topics", len(topics)),
            words=words,
            corrections=(
                corrections_view(corrections, others.states, "#{}".format, wording)
                if corrections is not None
                else None
            ),
            corrections_name=wording.pgettext("title", CORRECTIONS),
            corrected_on=defaultdict(tuple, corrected_on(corrections or (), wording)),
            filters=_filters(words.values(), wording),
            labels=labels(axis, report.as_of, wording),
            short=_SHORT,
            style=style,
            script=script,
            policy=content_policy(hash_source(style), hash_source(script)),
        )
    )


def _heading(name: str | None, members: Sequence[ClaimState], wording: Wording) -> str | None:
    """Return the name of a topic, or what claims without one stand under beside others."""
    if name is None or members[0].claim.topic is not None:
        return name
    return wording.pgettext("row", name)


def filters(states: Iterable[ClaimState]) -> Mapping[str, dict[str, list[str]]]:
    """Return, by the id of each claim, the words by which a reader of the page can choose it.

    A name that is spelt in several ways is one word, in its most frequent spelling.
    """
    words = {state.claim.id: _words(state) for state in states}
    for name in ("topic", "speaker", "organisation", "place"):
        common = common_spellings(word for own in words.values() for word in own[name])
        for own in words.values():
            own[name] = list(dict.fromkeys(one_line(common[word]) for word in own[name]))
    return words


def _words(state: ClaimState) -> dict[str, list[str]]:
    topic, organisation = state.claim.topic, state.claim.organisation
    return {
        "status": list(signs_of(state)),
        "topic": [topic] if topic is not None else [],
        "speaker": [state.claim.speaker],
        "organisation": [organisation] if organisation is not None else [],
        "place": [place.name for place in state.entry.places],
    }


def _filters(words: Iterable[dict[str, list[str]]], wording: Wording) -> Iterator[Filter]:
    """Yield each filter, with its words and how many claims have them."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _FILTERS}
    for own in words:
        for name, found in own.items():
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
