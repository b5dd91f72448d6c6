"""Rules of dates: none is before what it follows, after today, or hundreds of years away."""

from collections.abc import Iterator
from itertools import chain, pairwise

from claim_tracker.checks.checked_file import CheckedFile, ClaimInFile
from claim_tracker.checks.fixes import in_order
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.model import Update
from claim_tracker.claims.tracker import deadline
from claim_tracker.dates import DateError, Period, Within
from claim_tracker.dates.calendars import calendar_advice
from claim_tracker.text.diagnostic import Fix
from claim_tracker.yaml import At, Path

_FAR_YEARS = 200


@rule("E104", by_claim=True)
def deadline_is_in_the_calendar(file: CheckedFile) -> Iterator[Violation]:
    """A deadline that is counted from a day ends by the year 9999."""
    for due in file.dues:
        if due.counted_from is None or not isinstance(due.model, Within):
            continue
        try:
            deadline(due.model, due.counted_from)
        except DateError as error:
            yield Violation(error.message, error.help, due.path)


@rule("E205", by_claim=True)
def due_is_not_before_stated(file: CheckedFile) -> Iterator[Violation]:
    """No deadline is over before the claim was stated."""
    for due in file.dues:
        period, stated = due.model, due.claim.stated
        if not isinstance(period, Period) or stated is None:
            continue
        if period.latest < stated.earliest <= file.today:
            yield Violation(
                f"the deadline `{period.text}` is over before the claim was stated, "
                f"`{stated.text}`",
                calendar_advice(period, stated)
                or "correct the one or the other; is it the right year?",
                due.path,
                related=_stated_here(due.claim),
            )


@rule("E206", by_claim=True)
def nothing_is_stated_after_today(file: CheckedFile) -> Iterator[Violation]:
    """No claim was stated, and no source published, after today."""
    sources = file.content.sources.items()
    dates = chain(
        ((("sources", key), source.published, "published") for key, source in sources),
        ((claim.path, claim.model.stated, "stated") for claim in file.claims),
        ((path, source.published, "published") for path, source in file.inline),
    )
    for path, period, field in dates:
        if period is not None and period.earliest > file.today:
            at = (*path, field)
            yield Violation(
                f"`{field}` is `{period.text}`, and today is {file.today}",
                "write the day on which it was said, not the day it is about",
                at,
            )


@rule("E207", by_claim=True)
def no_update_is_after_today(file: CheckedFile) -> Iterator[Violation]:
    """Nothing became known after today."""
    for update in file.updates:
        day = update.model.date
        if day.earliest > file.today:
            path = (*update.path, "date")
            yield Violation(
                f"this update is dated {day.text}, and today is {file.today}",
                "write the day on which it became known",
                path,
            )


@rule("E208", by_claim=True)
def no_update_is_before_stated(file: CheckedFile) -> Iterator[Violation]:
    """Nothing is learned of a claim before it was stated.

    When all of several updates are older, `stated` is the one that is wrong: one problem.
    """
    for claim in file.claims:
        stated = claim.stated
        if not claim.model.updates or stated is None or stated.earliest > file.today:
            continue
        updates = enumerate(claim.model.updates)
        older = [index for index, update in updates if _is_older(update, stated)]
        if len(older) > 1 and len(older) == len(claim.model.updates):
            older = older[:1]
        for index in older:
            day = claim.model.updates[index].date.text
            path = (*claim.path, "updates", index, "date")
            yield Violation(
                f"this update of {day} is older than its claim, stated `{stated.text}`",
                "correct the date of the update, or `stated`",
                path,
                related=_stated_here(claim),
            )


@rule("E209", by_claim=True)
def updates_are_in_order(file: CheckedFile) -> Iterator[Violation]:
    """A history is written oldest first. What has an impossible date is not compared.

    The first problem of a history has the fix of all, if each date in it is possible.
    """
    for claim in file.claims:
        if len(claim.model.updates) < 2:
            continue
        possible = [
            (index, update)
            for index, update in enumerate(claim.model.updates)
            if update.date.earliest <= file.today and not _is_older(update, claim.stated)
        ]
        out_of_order = [
            (one, other)
            for one, other in pairwise(possible)
            if other[1].date.latest < one[1].date.latest
        ]
        are_possible = len(possible) == len(claim.model.updates)
        for number, ((above, later), (index, update)) in enumerate(out_of_order):
            path = (*claim.path, "updates", index, "date")
            yield Violation(
                f"this update of {update.date.text} stands after one of {later.date.text}",
                "put the oldest update first",
                path,
                related=(((*claim.path, "updates", above, "date"), "value", "the later one"),),
                fix=_order_fix(file, claim) if number == 0 and are_possible else None,
            )


def _order_fix(file: CheckedFile, claim: ClaimInFile) -> Fix | None:
    path = file.path_in_file((*claim.path, "updates"))
    return in_order(file.document, path, [update.date.latest for update in claim.model.updates])


@rule("E210", by_claim=True)
def nothing_happened_after_it_was_known(file: CheckedFile) -> Iterator[Violation]:
    """What an update tells of had begun by the day of the update."""
    for update in file.updates:
        known, happened = update.model.date, update.model.happened
        if happened is not None and happened.earliest > known.latest:
            yield Violation(
                f"`happened` is `{happened.text}`, after its update of {known.text}",
                "correct the one or the other; what is still to come is a `due` or a `note`",
                (*update.path, "happened"),
                related=(((*update.path, "date"), "value", "the day it became known"),),
            )


@rule("W308", by_claim=True)
def nothing_is_hundreds_of_years_away(file: CheckedFile) -> Iterator[Violation]:
    """No deadline is hundreds of years after its claim, and nothing happened so long before it.

    So long is it from a year of another calendar to one of ours.
    """
    dues = ((due.path, due.model, due.claim) for due in file.dues)
    facts = (
        ((*update.path, "happened"), update.model.happened, update.claim) for update in file.updates
    )
    for path, period, claim in chain(dues, facts):
        stated = claim.stated
        if not isinstance(period, Period) or stated is None:
            continue
        years = period.earliest.year - stated.latest.year
        if years >= _FAR_YEARS or (path[-1] == "happened" and years <= -_FAR_YEARS):
            yield Violation(
                f"`{path[-1]}` is `{period.text}`, {abs(years):,} years "
                f"{'after' if years > 0 else 'before'} the claim was stated, `{stated.text}`",
                calendar_advice(period, stated)
                or "is the one or the other mistyped, or a year of another calendar?",
                path,
                related=_stated_here(claim),
            )


def _is_older(update: Update, stated: Period | None) -> bool:
    """Whether an update is older than its claim."""
    return stated is not None and update.date.latest < stated.earliest


def _stated_here(claim: ClaimInFile) -> tuple[tuple[Path, At, str], ...]:
    """Return the second location of a problem about when a claim was stated, if it says that."""
    if claim.model.stated is None:
        return ()
    return (((*claim.path, "stated"), "value", "stated here"),)
