"""The claims as one page of HTML that needs nothing but itself."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from claim_tracker import __version__
from claim_tracker.claims.filters import by_topic, ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.scorecard import By, Score, Scorecard, scorecard
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.render.data.escape import entities
from claim_tracker.render.phrases import count, day_words, passed_words
from claim_tracker.render.publish.claim_view import ClaimView, claim_view
from claim_tracker.render.publish.naming import publishers, said_of_all
from claim_tracker.render.publish.share_bar import (
    Part,
    bar_of,
    bar_of_score,
    groups_of,
    sign_words,
    signs_of,
)
from claim_tracker.render.publish.time_chart import axis_of, labels
from claim_tracker.render.scorecard_columns import TOTAL, columns_of, name_words, notes
from claim_tracker.text.display import indentation, one_line, several_lines
from claim_tracker.text.names import common_spellings

TITLE = "Claims"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CLOSING = ".,;:!?)]\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}»\"'"
"""What ends a sentence or a quote around an address, and no address."""
_PAGE = files("claim_tracker.render.publish").joinpath("page")
_COUNTED_BY: tuple[By, ...] = ("speaker", "organisation", "topic")
_SIGNS = (*STATUSES, "late")
_SHORT = 12
"""So many rows or topics are shown unfolded."""


class Topic(NamedTuple):
    """A topic with its claims; `name` is None where no claim has one."""

    name: str | None
    claims: tuple[ClaimView, ...]


class ScoreRow(NamedTuple):
    """The figures of one group of claims; `language` is that of a name that the file has."""

    name: str
    language: str | None
    bar: Sequence[Part]
    cells: Sequence[str]


class ScoreTable(NamedTuple):
    """The claims counted by one of their fields."""

    by: By
    headings: Sequence[str]
    rows: Sequence[ScoreRow]
    total: ScoreRow


class Choice(NamedTuple):
    """A word by which claims can be chosen, and how many have it."""

    value: str
    words: str
    number: int


def page(report: Report, title: str) -> str:
    """Return the page of a report; the same report and title give the same page.

    The most urgent claims come first in each topic. No file is named in it. It asks no server
    for anything, and runs nothing but its own style and script, which its Content Security
    Policy names by their hashes (W3C, Content Security Policy Level 3).
    """
    states = ordered(report.claims, "urgency")
    language = said_of_all(report, "language")
    axis = axis_of(states, report.as_of)
    others = {state.claim.id: state for state in states}
    words = filters(states)
    cards = [scorecard(report, by) for by in _COUNTED_BY] if states else []
    style, script = _own("page.css"), _own("page.js")
    return entities(
        _environment()
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
            bar_parts=bar_of(states) if states else [],
            groups=groups_of(states),
            tables=[_table(card, language) for card in cards if _says_more(card)],
            notes=list(notes(cards[0], columns_of(cards[0]))) if cards else [],
            topics=[
                Topic(
                    name,
                    tuple(claim_view(each, axis, others, ("topic",)) for each in members),
                )
                for name, members in by_topic(states)
            ],
            words=words,
            choices=_choices(words.values()),
            labels=labels(axis, report.as_of),
            short=_SHORT,
            style=style,
            script=script,
            policy=(
                f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
                "img-src data:; base-uri 'none'; form-action 'none'"
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


def _says_more(card: Scorecard) -> bool:
    """Whether there are groups with a name, so that the table says more than its total."""
    return any(score.name is not None for score in card.scores)


def _table(card: Scorecard, language: str | None) -> ScoreTable:
    columns = columns_of(card, empty=False)

    def row(name: str, tag: str | None, score: Score) -> ScoreRow:
        return ScoreRow(name, tag, bar_of_score(score), [column.cell(score) for column in columns])

    return ScoreTable(
        by=card.by,
        headings=[column.heading for column in columns],
        rows=[
            row(name_words(card, score), language if score.name is not None else None, score)
            for score in card.scores
        ],
        total=row(TOTAL, None, card.total),
    )


def _environment() -> Environment:
    """Return the environment of the templates, which makes every text safe and visible."""
    environment = Environment(
        autoescape=True,
        finalize=lambda value: (
            one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
        loader=FunctionLoader(_own),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        count=count, day_words=day_words, in_language=in_language, paragraphs=paragraphs
    )
    return environment


def in_language(tag: str | None) -> Markup:
    """Return the attribute that says in which language an element is; nothing where unknown."""
    return Markup(' lang="{}"').format(tag) if tag is not None else Markup("")


def paragraphs(text: str) -> Markup:
    """Return a text of several lines with its lines, the addresses in it as links."""
    lines = [_with_indentation(line) for line in several_lines(text).split("\n")]
    return Markup("<br>").join(map(_linked, lines))


def _with_indentation(line: str) -> str:
    """Return a line whose indentation a browser shows."""
    return "\N{NO-BREAK SPACE}" * len(indentation(line)) + line.lstrip(" ")


def _linked(line: str) -> Markup:
    return Markup("").join(_with_links(line)) if "://" in line else escape(line)


def _with_links(line: str) -> Iterator[Markup]:
    end = 0
    for match in _ADDRESS.finditer(line):
        address = match[0].rstrip(_CLOSING)
        yield escape(line[end : match.start()])
        yield Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address)
        end = match.start() + len(address)
    yield escape(line[end:])


def _own(name: str) -> str:
    """Return the text of a file of the page."""
    return _PAGE.joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
