"""What a scorecard shows of each group, and the notes that its figures need."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claim_tracker.claims.choices import By
from claim_tracker.claims.scorecard import MIN_FOR_A_SHARE, Category, Score, Scorecard
from claim_tracker.claims.state import StatusOrLate
from claim_tracker.render.phrases import WITHOUT_TOPIC
from claim_tracker.render.wording import AS_WRITTEN, Wording, message

TOTAL = message("row", "All claims")
NOTHING = "-"
_HEADINGS: Mapping[By, str] = {
    "speaker": message("column", "Speaker"),
    "organisation": message("column", "Organisation"),
    "source": message("column", "Source"),
    "topic": message("column", "Topic"),
    "kind": message("column", "Kind"),
    "place": message("column", "Place"),
    "tag": message("column", "Tag"),
}
_WITHOUT: Mapping[By, str] = {
    "speaker": message("row", "Without a speaker"),
    "organisation": message("row", "Without an organisation"),
    "source": message("row", "Without a source"),
    "topic": WITHOUT_TOPIC,
    "kind": message("row", "Without a kind"),
    "place": message("row", "Without a place"),
    "tag": message("row", "Without a tag"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of a score, in the colour of a status or in none.

    A `rare` one is shown only where it is not empty.
    """

    heading: str
    figure: Callable[[Score, Wording], str]
    status: StatusOrLate | None = None
    rare: bool = False

    def cell(self, score: Score, wording: Wording = AS_WRITTEN) -> str:
        """Return the figure in words."""
        return self.figure(score, wording)

    def is_empty(self, card: Scorecard) -> bool:
        """Whether the column is empty for the total."""
        return self.cell(card.total) == NOTHING


def names_heading(card: Scorecard, wording: Wording = AS_WRITTEN) -> str:
    """Return the heading of the names: `Speaker`."""
    return wording.pgettext("column", _HEADINGS[card.by])


def name_words(card: Scorecard, score: Score, wording: Wording = AS_WRITTEN) -> str:
    """Return the name of a group; that of claims without one is `Without a topic`."""
    if score.name is not None:
        return score.name
    return wording.pgettext("row", _WITHOUT[card.by])


def shown_columns(card: Scorecard, *, empty: bool = True) -> tuple[Column, ...]:
    """Return the columns to show; without `empty` only those with a figure."""
    return tuple(
        column for column in _COLUMNS if not column.is_empty(card) or (empty and not column.rare)
    )


def notes(card: Scorecard, shown: Sequence[Column]) -> Iterator[str]:
    """Yield a sentence for each thing that a reader of these columns could misread."""
    headings = {column.heading for column in shown}
    missing = [c.heading.lower() for c in _COLUMNS if not c.rare and c.heading not in headings]
    if missing:
        yield f"Left out, as nothing is in them: {', '.join(missing)}."
    if card.overlaps:
        yield f"A claim counts under each of its {card.by}s, and once in the total."
    yield from notes_on_figures(card)


def notes_on_figures(card: Scorecard, wording: Wording = AS_WRITTEN) -> Iterator[str]:
    """Yield a sentence for each figure that a reader could misread."""
    counts, fewest = card.total.counts, wording.number(MIN_FOR_A_SHARE)
    if card.total.decided:
        yield wording.gettext(
            "Decided: kept, partly kept or broken; no share of fewer than %(number)s.",
            number=fewest,
        )
    statuses = {state.status for state in card.report.claims}
    if statuses & {"came-true", "partly-true", "failed"}:
        yield wording.gettext(
            "A prediction that came true counts as kept, and one that failed as broken."
        )
    if statuses & {"confirmed", "partly-confirmed", "refuted"}:
        yield wording.gettext(
            "A fact that was confirmed counts as kept, and one that was refuted as broken."
        )
    if counts["kept_untimed"]:
        yield wording.gettext(
            "Kept untimed: without a deadline, or it is unclear on which side of it."
        )
    if counts["unsettled"]:
        yield wording.gettext("Unsettled: withdrawn, unverifiable or disputed.")
    if counts["stated"]:
        yield wording.gettext("Stated: facts without an outcome.")
    if card.total.moved:
        yield wording.gettext(
            "On time and late are by the deadline in force when the outcome was recorded."
        )


def _count(category: Category) -> Callable[[Score, Wording], str]:
    def cell(score: Score, wording: Wording) -> str:
        return wording.number(score.counts[category]) if score.counts[category] else NOTHING

    return cell


def _share(score: Score, wording: Wording) -> str:
    """Return `67 % of 3`; only all and none are 100 and 0."""
    if not score.decided:
        return NOTHING
    decided = wording.number(score.decided)
    if score.share_kept is None:
        return wording.gettext("%(share)s of %(number)s", share=NOTHING, number=decided)
    percent = (200 * score.kept + score.decided) // (2 * score.decided)
    if 0 < score.kept < score.decided:
        percent = min(max(percent, 1), 99)
    share = wording.gettext("%(percent)s %%", percent=wording.number(percent))
    return wording.gettext("%(share)s of %(number)s", share=share, number=decided)


def _days_late(score: Score, wording: Wording) -> str:
    late = score.median_days_late
    return NOTHING if late is None else wording.number(late)


def _slip(score: Score, wording: Wording) -> str:
    """Return by how many days, and how many deadlines were moved: `+92 of 2`."""
    if score.median_slip_days is None:
        return NOTHING
    days, moved = wording.signed(score.median_slip_days), wording.number(score.moved)
    return wording.gettext("%(days)s of %(number)s", days=days, number=moved)


_COLUMNS = (
    Column(message("column", "Claims"), lambda score, wording: wording.number(score.claims)),
    Column(message("column", "Kept on time"), _count("kept_on_time"), "kept"),
    Column(message("column", "Kept late"), _count("kept_late"), "late"),
    Column(message("column", "Kept untimed"), _count("kept_untimed"), "kept", rare=True),
    Column(message("column", "Partly kept"), _count("partly"), "partly-kept"),
    Column(message("column", "Broken"), _count("broken"), "broken"),
    Column(message("column", "Unsettled"), _count("unsettled"), rare=True),
    Column(message("column", "Overdue"), _count("overdue"), "overdue"),
    Column(message("column", "Still open"), _count("open")),
    Column(message("column", "Stated"), _count("stated"), rare=True),
    Column(message("column", "Kept of decided"), _share),
    Column(message("column", "Median days late"), _days_late, rare=True),
    Column(message("column", "Median days moved"), _slip, rare=True),
)
