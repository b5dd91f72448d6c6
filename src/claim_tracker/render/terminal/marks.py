"""The sign and the colour of a claim's status, the same in every view in a terminal."""

from collections.abc import Mapping
from functools import cache

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES, TONES, Tone
from claim_tracker.render.terminal.layout import Layout

Marks = Mapping[str, str]
"""The sign of each status, of what came late, and of where a text was cut."""

TONE_SIGNS: Mapping[Tone, str] = {"good": "✓", "partly": "◐", "bad": "✗", "unsettled": "◇"}
ASCII_TONE_SIGNS: Mapping[Tone, str] = {"good": "Y", "partly": "%", "bad": "X", "unsettled": "?"}

UNICODE: Marks = {
    **dict.fromkeys(STATUSES, "·"),
    **{outcome: TONE_SIGNS[tone] for outcome, tone in TONES.items()},
    "overdue": "!",
    "due": "▸",
    "upcoming": "○",
    "late": "~",
    "cut": "…",
}
ASCII: Marks = {
    **dict.fromkeys(STATUSES, "."),
    **{outcome: ASCII_TONE_SIGNS[tone] for outcome, tone in TONES.items()},
    "overdue": "!",
    "due": ">",
    "upcoming": "o",
    "late": "~",
    "cut": "...",
}
STATUS_STYLES = {
    "overdue": "black on yellow",
    "due": "bold magenta",
    "kept": "green",
    "came-true": "green",
    "confirmed": "green",
    "partly-kept": "magenta",
    "partly-true": "magenta",
    "partly-confirmed": "magenta",
    "broken": "red",
    "failed": "red",
    "refuted": "red",
    "late": "bright_blue",
}
"""Colours by status, and of what came late: of what is urgent, and of verdicts.

What nobody has looked at has a background, and no verdict has one. The word is always there;
colour only repeats it. No letters are yellow or cyan, which cannot be read on white.
"""


@cache
def marks_for(layout: Layout) -> Marks:
    """Return the signs that the output has the characters for."""
    return layout.choose_signs(UNICODE, ASCII)


def style_of(state: ClaimState) -> str:
    """Return the style of the status of a claim; an empty one where it has none."""
    return STATUS_STYLES.get(state.status_or_late, "")


def sign_of(state: ClaimState, layout: Layout) -> str:
    """Return the sign of a claim in the colour of its status."""
    return layout.paint(marks_for(layout)[state.status_or_late], style_of(state))


def bar_style_of(state: ClaimState) -> str:
    """Return the style of the bars of a claim, which have no background."""
    return "bold" if state.status == "overdue" else style_of(state)
