"""The agenda in words: its headings, and how long each claim waits."""

import shlex
from collections.abc import Iterable, Sequence
from itertools import groupby

from claim_tracker.claims.agenda import AgendaItem, Reason
from claim_tracker.render.phrases import comma, count, days_away, deadline_words, file_options
from claim_tracker.render.wording import period_words
from claim_tracker.text.display import visible

HEADINGS: dict[Reason, str] = {
    "overdue": "The deadline has passed, and there is no outcome",
    "review": "The day to look again has come",
    "ends-soon": "The deadline ends soon",
    "not-looked-at": "Nobody has looked for some time",
}


def by_reason(items: Iterable[AgendaItem]) -> list[tuple[Reason, list[AgendaItem]]]:
    """Return the items under each reason, in their order."""
    return [(reason, list(group)) for reason, group in groupby(items, lambda item: item.reason)]


def waiting_words(item: AgendaItem) -> str:
    """Return how long ago the day was, or how far it is: `passed 424 days ago`, `in 3 days`."""
    away = days_away(-item.days)
    match item.reason:
        case "overdue":
            return f"passed {away}"
        case "review" if item.days:
            return f"for {count(item.days, 'day')}"
    return away


def short_words(item: AgendaItem) -> str:
    """Return why a claim has to be looked at: `overdue by 3 days`, `to look at again today`, …"""
    match item.reason:
        case "overdue":
            return f"overdue by {count(item.days, 'day')}"
        case "review":
            return f"to look at again {waiting_words(item)}"
        case "ends-soon":
            return f"deadline ends {waiting_words(item)}"
    return f"last looked at {waiting_words(item)}"


def detail_words(item: AgendaItem) -> str:
    """Return who made the claim, its deadline, its progress and its day to look again."""
    state, claim = item.state, item.state.claim
    review = f"look again {period_words(state.review)}" if state.review is not None else None
    return comma(claim.speaker, deadline_words(state), state.progress, review) or ""


def record_command(item: AgendaItem, files: Sequence[str]) -> str:
    """Return the command that records what became of a claim, for these files of `-f`.

    It is on one line. What is hidden in the name of a file is shown.
    """
    command = shlex.join(("tracker", "record", item.state.claim.id, *file_options(files)))
    return " ".join(visible(command).splitlines())
