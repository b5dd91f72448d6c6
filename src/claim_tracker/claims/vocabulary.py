"""The words of the format, each list in the order in which people are shown them."""

from typing import Literal, get_args

Kind = Literal["commitment", "prediction", "fact"]
Outcome = Literal[
    "kept",
    "partly-kept",
    "broken",
    "came-true",
    "partly-true",
    "failed",
    "confirmed",
    "partly-confirmed",
    "refuted",
    "withdrawn",
    "unverifiable",
    "disputed",
    "open",
]
Progress = Literal["in-progress", "on-track", "off-track", "stalled"]
CalendarStatus = Literal["overdue", "due", "upcoming", "undated", "stated"]
"""The statuses by the calendar, of claims without an outcome."""
Status = CalendarStatus | Outcome
Timeliness = Literal["on-time", "late", "unclear"]

Ignorable = Literal[
    "W3",
    "W301",
    "W302",
    "W303",
    "W304",
    "W305",
    "W306",
    "W307",
    "W308",
    "W309",
    "W310",
    "W311",
    "W312",
    "W313",
    "W314",
    "W315",
]
"""The findings that a file can ask to leave out: warnings, singly or all of them."""
RETIRED = frozenset(("W305",))
"""Those that are found no more, and stay words of the files that have them."""

KINDS: tuple[Kind, ...] = get_args(Kind)
PROGRESS: tuple[Progress, ...] = get_args(Progress)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_DECIDED: dict[Kind, tuple[Outcome, Outcome, Outcome]] = {
    "commitment": ("kept", "partly-kept", "broken"),
    "prediction": ("came-true", "partly-true", "failed"),
    "fact": ("confirmed", "partly-confirmed", "refuted"),
}
_UNSETTLED: tuple[Outcome, ...] = ("withdrawn", "unverifiable", "disputed")
OUTCOMES_OF: dict[Kind, tuple[Outcome, ...]] = {
    kind: (*outcomes, *_UNSETTLED, "open") for kind, outcomes in _DECIDED.items()
}
Tone = Literal["good", "partly", "bad", "unsettled"]
TONES: dict[Outcome, Tone] = {
    **{good: "good" for good, _, _ in _DECIDED.values()},
    **{partly: "partly" for _, partly, _ in _DECIDED.values()},
    **{bad: "bad" for _, _, bad in _DECIDED.values()},
    **dict.fromkeys(_UNSETTLED, "unsettled"),
}
"""The tone of each outcome except `open`, for any kind."""
TIMED: frozenset[Outcome] = frozenset(("kept", "came-true"))
"""The outcomes that are on time or late."""

STATUSES: tuple[Status, ...] = (*get_args(CalendarStatus), *OUTCOMES[:-1])
"""Every status a claim can have, the most urgent first."""

MEANINGS: dict[str, str] = {
    "commitment": "A promise: somebody will do something.",
    "prediction": "A forecast: something will happen.",
    "fact": "Something is said to be so.",
    "kept": "The promise was kept.",
    "partly-kept": "The promise was kept in part, and that is all that will come of it.",
    "broken": "The promise was not kept.",
    "came-true": "What was forecast happened.",
    "partly-true": "What was forecast happened in part.",
    "failed": "What was forecast did not happen.",
    "confirmed": "It was so.",
    "partly-confirmed": "It was so in part.",
    "refuted": "It was not so.",
    "withdrawn": "The speaker took the claim back.",
    "unverifiable": "Nobody can find out.",
    "disputed": "The sources contradict each other.",
    "open": "Takes an earlier outcome back.",
    "in-progress": "It has begun.",
    "on-track": "It is going as it has to for the deadline.",
    "off-track": "It is not going as it has to for the deadline.",
    "stalled": "Nothing moves.",
    "required": "The source of each outcome needs an archived copy.",
    "optional": "No source needs an archived copy.",
    "canonical": "A date is to be written in its canonical form.",
    "any": "A date may be written in any form.",
}
"""What each word means, in a sentence."""


def outcomes_of(kind: str | None) -> tuple[Outcome, ...]:
    """Return the outcomes of a kind of claim; none of what is no kind."""
    return next((outcomes for known, outcomes in OUTCOMES_OF.items() if known == kind), ())
