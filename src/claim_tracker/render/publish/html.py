"""The claims as one page of HTML that needs nothing but itself."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from claim_tracker import __version__
from claim_tracker.claims.filters import ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.data.escape import entities
from claim_tracker.render.phrases import passed_words, under_headings
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.corrections_atom import TITLE as CORRECTIONS
from claim_tracker.render.publish.languages import wording_of
from claim_tracker.render.publish.naming import common_text, publishers
from claim_tracker.render.publish.page.claim_view import ClaimView, Others, claim_view
from claim_tracker.render.publish.page.corrections_view import corrected_on, corrections_view
from claim_tracker.render.publish.page.filter_view import filters_of, words_of_claims
from claim_tracker.render.publish.page.score_view import score_view
from claim_tracker.render.publish.page.share_bar import bar_of, groups_of
from claim_tracker.render.publish.page.templates import (
    content_policy,
    environment,
    hash_source,
    own_file,
)
from claim_tracker.render.publish.page.time_chart import axis_of, labels
from claim_tracker.render.wording import Wording, message

TITLE = message("title", "Claims")
_SHORT = 12
"""So many rows or topics are shown unfolded."""


class Topic(NamedTuple):
    """A topic with its claims; `name` is None where no claim has one.

    There are `number` claims. Each is made when it is shown, as all at once take much memory.
    """

    name: str | None
    number: int
    claims: Iterator[ClaimView]


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
    wording = wording_of(common_text(report, "language"), PLAIN)
    states = ordered(report.claims, "urgency")
    others = Others({state.claim.id: state for state in states})
    values = {
        **_introduction(report, title, wording),
        **_overview(report, states, wording),
        **_claims(report, states, others, wording),
        **_corrections(corrections, others, wording),
        **_own_files(),
    }
    return entities(environment(wording).get_template("page.html").render(values))


def _introduction(report: Report, title: str | None, wording: Wording) -> dict[str, Any]:
    language, own_title = common_text(report, "language"), common_text(report, "title")
    if title is None:
        title = own_title or wording.pgettext("title", TITLE)
    return {
        "title": title,
        "title_language": language if title == own_title else None,
        "about": common_text(report, "about"),
        "language": language,
        "publishers": publishers(report),
        "version": __version__,
        "as_of": report.as_of,
    }


def _overview(report: Report, states: Sequence[ClaimState], wording: Wording) -> dict[str, Any]:
    return {
        "number": len(states),
        "claims": wording.ngettext("%(number)s claim", "%(number)s claims", len(states)),
        "passed": passed_words(report.summary, wording),
        "bar_parts": bar_of(states),
        "groups": groups_of(states, wording),
        "scores": score_view(report, common_text(report, "language"), wording),
    }


def _claims(
    report: Report, states: Sequence[ClaimState], others: Others, wording: Wording
) -> dict[str, Any]:
    axis = axis_of(states, report.as_of)
    words = words_of_claims(states)

    def view(state: ClaimState) -> ClaimView:
        return claim_view(state, axis, others, ("topic",), wording)

    topics = [
        Topic(name, len(members), map(view, members))
        for name, members in under_headings(states, wording)
    ]
    return {
        "topics": topics,
        "topics_words": wording.ngettext("%(number)s topic", "%(number)s topics", len(topics)),
        "words": words,
        "filters": filters_of(words.values(), wording),
        "labels": labels(axis, report.as_of, wording),
        "short": _SHORT,
    }


def _corrections(
    corrections: Sequence[Correction] | None, others: Others, wording: Wording
) -> dict[str, Any]:
    return {
        "corrections": (
            corrections_view(corrections, others.states, "#{}".format, wording)
            if corrections is not None
            else None
        ),
        "corrections_name": wording.pgettext("title", CORRECTIONS),
        "corrected_on": defaultdict(tuple, corrected_on(corrections or (), wording)),
    }


def _own_files() -> dict[str, str]:
    """Return the style and the script of the page, and the policy that allows them alone."""
    style, script = own_file("page.css"), own_file("page.js")
    policy = content_policy(hash_source(style), hash_source(script))
    return {"style": style, "script": script, "policy": policy}
