"""Counts of how claims turned out, by who made them or by what they are about."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median
from typing import Literal, get_args

from claim_tracker.claims.archives import host_of
from claim_tracker.claims.choices import By, ScoreOrder
from claim_tracker.claims.figure import plain_number
from claim_tracker.claims.filters import NAMES
from claim_tracker.claims.model import Place, Source
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Entry
from claim_tracker.claims.vocabulary import TONES
from claim_tracker.text.display import folded
from claim_tracker.text.names import common_spellings

Category = Literal[
    "kept_on_time",
    "kept_late",
    "kept_untimed",
    "partly",
    "broken",
    "unsettled",
    "overdue",
    "open",
    "stated",
]
"""What became of a claim, for the purpose of counting: each is in exactly one of these."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
MIN_FOR_A_SHARE = 3
"""The least number of decided claims for a share; fewer would show chance."""


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one group of claims; `name` is None for those without a value, and for all.

    `counts` has every category, and they add up to `claims`. `moved` counts the claims whose
    deadline was moved, of which `median_slip_days` is the median, in days from the first
    deadline to the present one and negative where it was brought forward. `median_days_late`
    is over the claims that were kept late. Both are None where there is no such claim.
    """

    name: str | None
    claims: int
    counts: Mapping[Category, int]
    moved: int
    median_days_late: int | float | None
    median_slip_days: int | float | None

    @property
    def kept(self) -> int:
        """Return the number of claims kept, come true or confirmed, on time or not."""
        return sum(self.counts[c] for c in CATEGORIES if c.startswith("kept"))

    @property
    def decided(self) -> int:
        """Return the number of claims that were kept, in part or not at all."""
        return self.kept + self.counts["partly"] + self.counts["broken"]

    @property
    def share_kept(self) -> float | None:
        """Return the kept of the decided, from 0 to 1, to four places; None below three decided."""
        if self.decided < MIN_FOR_A_SHARE:
            return None
        return round(self.kept / self.decided, 4)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores of the groups of a report, and the `total`, in which each claim counts once.

    A claim is in more than one group where it has several places or tags.
    """

    by: By
    report: Report
    scores: tuple[Score, ...]
    total: Score

    @property
    def overlaps(self) -> bool:
        """Whether a claim is in several groups, so that their sum is more than the total."""
        return sum(score.claims for score in self.scores) > self.total.claims


def scorecard_of(report: Report, by: By = "speaker", order: ScoreOrder = "claims") -> Scorecard:
    """Return the claims of a report, counted by one of their fields.

    The spellings of a name are one group, under the most frequent one. Most claims come first, or
    the highest share kept, most overdue, or the names in alphabetical order; claims without a value
    are last in any order.
    """
    names = _names(by, [state.entry for state in report.claims])
    common = common_spellings(chain.from_iterable(names))
    groups: dict[str | None, list[ClaimState]] = defaultdict(list)
    for state, written in zip(report.claims, names, strict=True):
        for name in dict.fromkeys(common[name] for name in written) or (None,):
            groups[name].append(state)
    scores = _ordered((_score(name, states) for name, states in groups.items()), order)
    return Scorecard(by, report, tuple(scores), _score(None, report.claims))


def category(state: ClaimState) -> Category:
    """Return the outcome of a claim, or its status by the calendar where it has none.

    Late and on time are by the deadline that was in force when the outcome was recorded. A
    fact is never on time or late, nor is what was kept without a deadline.
    """
    if state.outcome is None:
        return state.status if state.status in ("overdue", "stated") else "open"
    tone = TONES[state.outcome]
    if tone != "good":
        return "broken" if tone == "bad" else tone
    timeliness = state.timing.timeliness if state.timing is not None else None
    if timeliness == "on-time":
        return "kept_on_time"
    return "kept_late" if timeliness == "late" else "kept_untimed"


def outlet(source: Source) -> str:
    """Return the publisher of a source, else the host of its address, or else its title."""
    host = host_of(source.url) if source.url is not None else None
    return source.publisher or host or source.title or ""


def _names(by: By, entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Return for each claim the names under which it counts."""
    if by == "place":
        called = _names_of_places(place for entry in entries for place in entry.places)
        return [tuple(called[place] for place in entry.places) for entry in entries]
    return [tuple(_NAMES[by](entry)) for entry in entries]


def _names_of_places(places: Iterable[Place]) -> dict[Place, str]:
    """Return the name of each place, with region and country where places of one name lie apart."""
    known = list(dict.fromkeys(places))
    common = common_spellings(place.name for place in known)
    of_name: dict[str, list[Place]] = defaultdict(list)
    for place in known:
        of_name[common[place.name]].append(place)
    return {
        place: place.full_name if _lie_apart(of_name[common[place.name]]) else place.name
        for place in known
    }


def _lie_apart(places: Sequence[Place]) -> bool:
    """Whether some places lie in different regions or countries."""
    columns = zip(*((place.region, place.country) for place in places), strict=True)
    return any(len({folded(name) for name in names if name is not None}) > 1 for names in columns)


def _score(name: str | None, states: Sequence[ClaimState]) -> Score:
    counts = Counter(map(category, states))
    late = [s.timing.days_late for s in states if s.timing is not None]
    slips = [state.slip_days for state in states if state.times_moved]
    return Score(
        name=name,
        claims=len(states),
        counts={each: counts[each] for each in CATEGORIES},
        moved=len(slips),
        median_days_late=_median(late),
        median_slip_days=_median(slips),
    )


def _median(values: Iterable[int | None]) -> int | float | None:
    known = [value for value in values if value is not None]
    return plain_number(median(known)) if known else None


_NAMES: dict[str, Callable[[Entry], Iterable[str]]] = NAMES | {
    "source": lambda entry: (outlet(entry.citation.source),),
}
_KEYS: dict[ScoreOrder, Callable[[Score], object]] = {
    "claims": lambda score: -score.claims,
    "kept": lambda score: -score.share_kept if score.share_kept is not None else 1.0,
    "overdue": lambda score: -score.counts["overdue"],
    "name": lambda score: folded(score.name or ""),
}


def _ordered(scores: Iterable[Score], order: ScoreOrder) -> list[Score]:
    """Return the scores in an order, those equal in it by their claims and then by their names."""
    by, then_by, last_by = _KEYS[order], _KEYS["claims"], _KEYS["name"]
    return sorted(scores, key=lambda it: (it.name is None, by(it), then_by(it), last_by(it)))
