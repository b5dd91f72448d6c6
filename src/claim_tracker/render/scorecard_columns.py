"""What a scorecard shows of each group, and the notes that its figures need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claim_tracker.claims.scorecard import FEWEST_FOR_A_SHARE, Category, Score, Scorecard
from claim_tracker.render.phrases import signed
from claim_tracker.render.terminal.layout import STATUS_STYLES

TOTAL = "All claims"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of a score. A `rare` one is shown only where it is not empty."""

    heading: str
    cell: Callable[[Score], str]
    style: str = ""
    rare: bool = False

    def is_empty(self, card: Scorecard) -> bool:
        """Whether the column is empty for the total."""
        return self.cell(card.total) == NOTHING


def names_heading(card: Scorecard) -> str:
    """Return the heading of the names: `Speaker`."""
    return card.by.capitalize()


def name_words(card: Scorecard, score: Score) -> str:
    """Return the name of a group; that of claims without one is `Without a topic`."""
    article = "an" if card.by == "organisation" else "a"
    return score.name if score.name is not None else f"Without {article} {card.by}"


def columns_of(card: Scorecard, *, empty: bool = True) -> tuple[Column, ...]:
    """Return the columns to show; without `empty` only those with a figure."""
    return tuple(
        column for column in _COLUMNS if not column.is_empty(card) or (empty and not column.rare)
    )


def notes(card: Scorecard, shown: Sequence[Column]) -> Iterator[str]:
    """Yield a sentence for each thing that a reader of these columns could misread."""
    counts, headings = card.total.counts, {column.heading for column in shown}
    missing = [c.heading.lower() for c in _COLUMNS if not c.rare and c.heading not in headings]
    if missing:
        yield f"Left out, as nothing is in them: {', '.join(missing)}."
    if card.overlaps:
        yield f"A claim counts under each of its {card.by}s, and once in the total."
    if card.total.decided:
        yield f"Decided: kept, partly kept or broken; no share of fewer than {FEWEST_FOR_A_SHARE}."
    statuses = {state.status for state in card.report.claims}
    if statuses & {"came-true", "partly-true", "failed"}:
        yield "A prediction that came true counts as kept, and one that failed as broken."
    if statuses & {"confirmed", "partly-confirmed", "refuted"}:
        yield "A fact that was confirmed counts as kept, and one that was refuted as broken."
    if counts["kept_untimed"]:
        yield "Kept untimed: without a deadline, or it is unclear on which side of it."
    if counts["unsettled"]:
        yield "Unsettled: withdrawn, unverifiable or disputed."
    if counts["stated"]:
        yield "Stated: facts without an outcome."
    if card.total.moved:
        yield "On time and late are by the deadline in force when the outcome was recorded."


def _count(category: Category) -> Callable[[Score], str]:
    return lambda score: f"{score.counts[category]:,}" if score.counts[category] else NOTHING


def _share(score: Score) -> str:
    """Return `67 % of 3`; only all and none are 100 and 0."""
    if not score.decided:
        return NOTHING
    if score.share_kept is None:
        return f"{NOTHING} of {score.decided}"
    percent = (200 * score.kept + score.decided) // (2 * score.decided)
    if 0 < score.kept < score.decided:
        percent = min(max(percent, 1), 99)
    return f"{percent} % of {score.decided:,}"


def _days_late(score: Score) -> str:
    return NOTHING if score.median_days_late is None else f"{score.median_days_late:,}"


def _slip(score: Score) -> str:
    """Return by how many days, and how many deadlines were moved: `+92 of 2`."""
    if score.median_slip_days is None:
        return NOTHING
    return f"{signed(score.median_slip_days)} of {score.moved:,}"


_COLUMNS = (
    Column("Claims", lambda score: f"{score.claims:,}"),
    Column("Kept on time", _count("kept_on_time"), STATUS_STYLES["kept"]),
    Column("Kept late", _count("kept_late"), STATUS_STYLES["late"]),
    Column("Kept untimed", _count("kept_untimed"), STATUS_STYLES["kept"], rare=True),
    Column("Partly kept", _count("partly"), STATUS_STYLES["partly-kept"]),
    Column("Broken", _count("broken"), STATUS_STYLES["broken"]),
    Column("Unsettled", _count("unsettled"), rare=True),
    Column("Overdue", _count("overdue"), STATUS_STYLES["overdue"]),
    Column("Still open", _count("open")),
    Column("Stated", _count("stated"), rare=True),
    Column("Kept of decided", _share),
    Column("Median days late", _days_late, rare=True),
    Column("Median days moved", _slip, rare=True),
)
