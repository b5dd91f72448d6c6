"""The claims as one page of HTML that needs nothing but itself."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from claim_tracker import __version__
from claim_tracker.claims.filters import by_topic, ordered
from claim_tracker.claims.report import Report, Summary
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.render.data.escape import entities
from claim_tracker.render.labels import labelled
from claim_tracker.render.phrases import (
    count,
    day_words,
    passed_words,
    period_words,
    source_words,
    status_words,
    when_words,
)
from claim_tracker.render.publish.naming import iso_date, said_of_all
from claim_tracker.render.publish.time_chart import (
    axis_of,
    chart_words,
    is_tight,
    shapes,
    tick_marks,
)
from claim_tracker.render.update_phrases import history
from claim_tracker.text.display import indentation, one_line, several_lines
from claim_tracker.text.names import common_spellings

TITLE = "Claims"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CLOSING = ".,;:!?)]\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}»\"'"
"""What ends a sentence or a quote around an address, and no address."""
_PAGE = files("claim_tracker.render.publish").joinpath("page")


def page(report: Report, title: str) -> str:
    """Return the page of a report; the same report and title give the same page.

    The most urgent claims come first in each topic. No file is named in it. It asks no server
    for anything, and runs nothing but its own style and script, which its Content Security
    Policy names by their hashes (W3C, Content Security Policy Level 3).
    """
    states = ordered(report.claims, "urgency")
    words = filters(states)
    axis = axis_of(states, report.as_of)
    style, script = _own("page.css"), _own("page.js")
    return entities(
        _environment()
        .get_template("page.html")
        .render(
            title=title,
            about=said_of_all(report, "about"),
            language=said_of_all(report, "language"),
            version=__version__,
            report=report,
            topics=by_topic(states),
            ids={state.claim.id for state in states},
            words=words,
            choices=_choices(words.values()),
            axis=axis,
            ticks=tick_marks(axis),
            today=axis.x(report.as_of),
            sums=list(_sums(report.summary)),
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
        "status": [state.status],
        "topic": [topic] if topic is not None else [],
        "speaker": [state.claim.speaker],
        "organisation": [organisation] if organisation is not None else [],
        "place": [place.name for place in state.entry.places],
    }


def _sums(summary: Summary) -> Iterator[tuple[str, float, float]]:
    """Yield each status of the bar, with the start and the width of its part in percent."""
    done = 0
    for status, number in summary.by_status.items():
        yield (
            status,
            round(done / summary.claims * 100, 2),
            round(number / summary.claims * 100, 2),
        )
        done += number


def _choices(words: Iterable[dict[str, list[str]]]) -> Mapping[str, list[tuple[str, int]]]:
    """Return each filter's words, with how many claims have them."""
    counts: dict[str, Counter[str]] = {}
    for own in words:
        for name, found in own.items():
            counts.setdefault(name, Counter()).update(found)
    return {
        name: sorted(numbers.items(), key=lambda item: _rank(item[0]))
        for name, numbers in counts.items()
    }


def _rank(word: str) -> tuple[int, str, str]:
    """Return the sort key of a word: statuses by urgency, other words alphabetically."""
    statuses: tuple[str, ...] = STATUSES
    return (statuses.index(word) if word in statuses else 0, word.casefold(), word)


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
        chart_words=chart_words,
        count=count,
        day_words=day_words,
        in_language=in_language,
        labelled=labelled,
        history=history,
        iso_date=iso_date,
        is_tight=is_tight,
        paragraphs=paragraphs,
        said_of_all=said_of_all,
        passed_words=passed_words,
        period_words=period_words,
        shapes=shapes,
        source_words=source_words,
        status_words=status_words,
        when_words=when_words,
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
