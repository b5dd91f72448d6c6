"""The signs that a timeline is drawn with: in Unicode, or in plain ASCII."""

from collections.abc import Mapping
from typing import Literal

from claim_tracker.render.timeline.bars import Meaning

Sign = Meaning | Literal["today", "tick", "empty", "before", "after"]
Signs = Mapping[Sign, str]
"""Each is one terminal cell wide. Those with a meaning stand in the order in which they win
over each other where they meet."""

UNICODE: Signs = {
    "good": "✓",
    "partly": "◐",
    "bad": "✗",
    "unsettled": "◇",
    "stated": "○",
    "due": "▇",
    "earlier": "░",
    "moved": "↳",
    "today": "│",
    "past": "┄",
    "tick": "·",
    "empty": " ",
    "before": "◂",
    "after": "▸",
}
ASCII: Signs = {
    "good": "Y",
    "partly": "%",
    "bad": "X",
    "unsettled": "?",
    "stated": "o",
    "due": "#",
    "earlier": "=",
    "moved": "\\",
    "today": "|",
    "past": "-",
    "tick": "'",
    "empty": " ",
    "before": "<",
    "after": ">",
}
