"""The legend of a timeline: only the signs that occur in it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from claim_tracker.claims.vocabulary import TONES, Outcome
from claim_tracker.render.phrases import day_words
from claim_tracker.render.terminal.layout import Paper
from claim_tracker.render.terminal.width import cell_len
from claim_tracker.render.timeline.signs import Sign, Signs

_WORDS: dict[Sign, str] = {
    "stated": "stated",
    "due": "deadline",
    "earlier": "earlier deadline",
    "moved": "the day it was moved",
    "past": "past the deadline",
    "before": "more before",
    "after": "more after",
}
_BETWEEN = "   "


def legend(
    seen: Collection[Sign], outcomes: Collection[Outcome], today: date, signs: Signs, paper: Paper
) -> Iterator[str]:
    """What the signs mean that were `seen`, in the order in which they cover each other."""
    words = _WORDS | {"today": day_words(today)}
    words |= {verdict: _named(outcomes, verdict) for verdict in TONES.values()}
    told = [f"{signs[sign]} {words[sign]}" for sign in signs if sign in seen and sign in words]
    yield from _filled(told, paper)
    if len(told) > 1:
        yield from paper.paragraph("Where signs meet, the one that comes first here is shown.")


def _named(outcomes: Collection[Outcome], verdict: Sign) -> str:
    return ", ".join(word for word in TONES if word in outcomes and TONES[word] == verdict)


def _filled(entries: Iterable[str], paper: Paper) -> Iterator[str]:
    """The entries in lines that fit, none of them broken."""
    line = ""
    for entry in entries:
        longer = f"{line}{_BETWEEN}{entry}" if line else entry
        if line and paper.width is not None and cell_len(longer) > paper.width:
            yield line
            line = entry
        else:
            line = longer
    yield line
