"""How the width of a timeline is shared: ids to the left, the chart, words to the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import moved_words, status_words
from claim_tracker.render.terminal.layout import GAP, fit
from claim_tracker.render.timeline.chart import Chart, chart
from claim_tracker.render.timeline.range import Window

HEADINGS = ("Claim", "Status")
_WIDE = 100
"""From so many cells on the status is told in full, even if the chart is narrower for it."""
_SHARE = 4
"""The part of the width that the ids have at least, if they need it."""
_WORTH_WRAPPING = 1.5
"""So many times the cells have to be gained before the texts beside the chart are wrapped."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The chart, the widths of the columns beside it, and whether the words are told in full."""

    chart: Chart
    names: int
    words: int
    full: bool

    def words_of(self, state: ClaimState) -> list[str]:
        """What is said of a claim, each on a line of its own."""
        if not self.full:
            return [state.status]
        moved = moved_words(state)
        return [status_words(state), *([moved] if moved is not None else [])]


def columns(states: Sequence[ClaimState], window: Window, today: date, width: int) -> Columns:
    """A chart as fine as the width allows; what it does not use goes to the texts beside it."""
    names = _longest(HEADINGS[0], (state.claim.id for state in states))
    short = _longest(HEADINGS[1], (state.status for state in states))
    said = [status_words(state) for state in states]
    moved = [moved_words(state) or "" for state in states]
    word = _longest(HEADINGS[1], " ".join(said).split())
    some = max(word, min(_longest("", said), width // _SHARE))
    few = min(names, width // _SHARE)
    full = width >= _WIDE
    tried = ((names, some), (few, some), (few, word)) if full else ((names, short), (few, short))
    made, left, right = _worth(
        [
            (chart(window, today, max(width - left - right - 2 * GAP, 1)), left, right)
            for left, right in tried
        ]
    )
    rest = width - made.cells - GAP
    if not full and left + GAP + some <= rest:
        full, right = True, some
    wished = _longest(HEADINGS[1], (*said, *moved)) if full else short
    names, words = fit([names, wished], [left, right], rest)
    return Columns(made, names, words, full)


def _worth(tried: Sequence[tuple[Chart, int, int]]) -> tuple[Chart, int, int]:
    """The chart that is worth the narrowing of the texts, with the least widths of these."""
    best = tried[0]
    for each in tried[1:]:
        if each[0].cells >= _WORTH_WRAPPING * best[0].cells:
            best = each
    return best


def _longest(heading: str, texts: Iterable[str]) -> int:
    return max(len(heading), *map(len, texts))
