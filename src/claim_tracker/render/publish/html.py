"""The claims as one page of HTML that needs nothing but itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claim_tracker import __version__
from claim_tracker.claims.filters import by_topic, ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.data.escape import entities
from claim_tracker.render.phrases import passed_words
from claim_tracker.render.publish.claim_view import ClaimView, claim_view
from claim_tracker.render.publish.corrections_view import NAME, corrected_on, corrections_view
from claim_tracker.render.publish.naming import publishers, said_of_all
from claim_tracker.render.publish.score_view import score_view
from claim_tracker.render.publish.share_bar import (
    bar_of,
    groups_of,
    sign_words,
    signs_of,
)
from claim_tracker.render.publish.templates import environment, hash_source, own_file
from claim_tracker.render.publish.time_chart import axis_of, labels
from claim_tracker.text.display import one_line
from claim_tracker.text.names import common_spellings

TITLE = "Claims"
_SIGNS = (*STATUSES, "late")
_SHORT = 12
"""So many rows or topics are shown unfolded."""


class Topic(NamedTuple):
    """A topic with its claims; `name` is None where no claim has one."""

    name: str | None
    claims: tuple[ClaimView, ...]


class Choice(NamedTuple):
    """A word by which claims can be chosen, and how many have it."""

    value: str
    words: str
    number: int


def page(report: Report, title: str, corrections: Sequence[Correction] | None = None) -> str:
    """Return the page of a report; the same arguments give the same page.

    The most urgent claims come first in each topic, and `corrections` are at the end, unless that
    is None. No file is named in it. It asks no server
    for anything, and runs nothing but its own style and script, which its Content Security
    Policy names by their hashes (W3C, Content Security Policy Level 3).
    """
    states = ordered(report.claims, "urgency")
    language = said_of_all(report, "language")
    axis = axis_of(states, report.as_of)
    others = {state.claim.id: state for state in states}
    words = filters(states)
    style, script = own_file("page.css"), own_file("page.js")
    return entities(
        environment()
        .get_template("page.html")
        .render(
            title=title,
            title_language=language if title == said_of_all(report, "title") else None,
            about=said_of_all(report, "about"),
            language=language,
            publishers=publishers(report),
            version=__version__,
            as_of=report.as_of,
            number=len(states),
            passed=passed_words(report.summary),
            bar_parts=bar_of(states),
            groups=groups_of(states),
            scores=score_view(report, language),
            topics=[
                Topic(
                    name,
                    tuple(claim_view(each, axis, others, ("topic",)) for each in members),
                )
                for name, members in by_topic(states)
            ],
            words=words,
            corrections=(
                corrections_view(corrections, others, "#{}".format)
                if corrections is not None
                else None
            ),
            corrections_name=NAME,
            corrected_on=defaultdict(tuple, corrected_on(corrections or ())),
            choices=_choices(words.values()),
            labels=labels(axis, report.as_of),
            short=_SHORT,
            style=style,
            script=script,
            policy=(
                f"default-src 'none'; style-src {hash_source(style)}; "
                f"script-src {hash_source(script)}; img-src data:; base-uri 'none'; "
                "form-action 'none'"
            ),
        )
    )


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


def _choices(words: Iterable[dict[str, list[str]]]) -> Mapping[str, list[Choice]]:
    """Return each filter's words, with how many claims have them."""
    counts: dict[str, Counter[str]] = {}
    for own in words:
        for name, found in own.items():
            counts.setdefault(name, Counter()).update(found)
    return {
        name: [
            Choice(word, sign_words(word) if name == "status" else word, numbers[word])
            for word in sorted(numbers, key=_SIGNS.index if name == "status" else _alphabetical)
        ]
        for name, numbers in counts.items()
    }


def _alphabetical(word: str) -> tuple[str, str]:
    return word.casefold(), word
