"""The sign and the colour of a claim's status, the same in every view in a terminal."""

from collections.abc import Mapping
from functools import cache

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import STATUSES, TONES, Tone
from claim_tracker.render.terminal.layout import STATUS_STYLES, Layout

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
