"""Rules of what nothing uses (W301, W302), and of dates to be looked at (W304, W308)."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from claim_tracker.checks.checked_file import DATE_FIELDS, CheckedFile, ClaimInFile
from claim_tracker.checks.other_years import FAR_YEARS, OtherYear
from claim_tracker.checks.rules import consistency
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.fields import Part
from claim_tracker.dates import DateError, Period, Within
from claim_tracker.dates.calendars import may_be_of_another
from claim_tracker.text.display import composed
from claim_tracker.text.suggest import most_advised, nearest
from claim_tracker.yaml import Path, mappings_in
from claim_tracker.yaml.limits import MAX_FAULTS

_REFUSING = (
    consistency.due_is_not_before_stated,
    consistency.nothing_is_stated_after_today,
    consistency.no_update_is_after_today,
    consistency.no_update_is_before_stated,
    consistency.nothing_happened_after_it_was_known,
)
"""The rules whose errors say of a year of another calendar which one is meant."""


@rule("W301")
def sources_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `sources` is the source of something."""
    if file.section("sources").keys() <= file.used_sources:
        return
    named = [each.get("source") for each in _records_in_doubt(file)]
    lists = [each for each in named if isinstance(each, list)]
    single = chain((each for each in named if not isinstance(each, list)), *lists)
    references = [it.get("source") if isinstance(it, dict) else it for it in single]
    if all(isinstance(each, str | None) for each in references):
        in_doubt = set(map(composed, filter(None, references)))
        yield from _unused(file, "source", file.used_sources | in_doubt)


@rule("W302")
def places_are_used(file: CheckedFile) -> Iterator[Violation]:
    """Each of `places` is the place of a claim."""
    if file.section("places").keys() <= file.used_places:
        return
    values = [each.get("places") for each in _records_in_doubt(file)]
    lists = [value for value in values if isinstance(value, list)]
    words = [word for value in lists for word in value]
    readable = all(isinstance(value, list | None) for value in values)
    if readable and all(isinstance(word, str) for word in words):
        yield from _unused(file, "place", file.used_places | set(map(composed, words)))


@rule("W304", by_claim=True)
def dates_are_canonical(file: CheckedFile) -> Iterator[Violation]:
    """Where the file asks for it, a date is written in its canonical form."""
    if file.content.checks.dates != "canonical":
        return
    for path, holder, written, counted_from in _dated(file):
        for name in DATE_FIELDS[type(holder)]:
            period = _canonical(getattr(holder, name), counted_from)
            text = str(written.get(name) or "").strip()
            if text and period is not None and text != period.text:
                yield Violation(
                    f"`{text}` is not the canonical form of this date",
                    f"write `{period.text}`",
                    (*path, name),
                    replacement=period.text,
                    inputs=((*path, name),),
                )


@rule("W308", by_claim=True)
def dates_are_in_reach(file: CheckedFile) -> Iterator[Violation]:
    """No date is hundreds of years from the others of its claim, as one of another calendar is.

    Without the year that is meant only a deadline is, which lies after its claim.
    """
    others = dict(file.other_years)
    for holder, due, _ in file.dues:
        item = holder if isinstance(holder, ClaimInFile) else holder.of
        path = (*holder.path, "due")
        if not isinstance(due, Period) or item.stated is None or may_be_of_another(item.stated):
            continue
        years = due.earliest.year - item.stated.latest.year
        other = others.pop(path, None)
        if years >= FAR_YEARS:
            yield Violation(
                f"the deadline `{due.text}` is {years:,} years after the claim was stated, "
                f"`{item.stated.text}`",
                other.advice
                if other is not None
                else "is it the right year, and of the Gregorian calendar?",
                path,
                related=consistency.stated_here(item),
            )
    refused = {it.path for check in _REFUSING for it in check(file)} if others else set()
    for path, each in others.items():
        if path not in refused:
            yield _of_another_calendar(path, each)


def _of_another_calendar(path: Path, other: OtherYear) -> Violation:
    years = other.period.earliest.year - other.nearest.earliest.year
    return Violation(
        f"`{path[-1]}` is `{other.period.text}`, {abs(years):,} years "
        f"{'after' if years > 0 else 'before'} another date of the claim, `{other.nearest.text}`",
        other.advice,
        path,
        related=((other.nearest_path, "value", "the other date"),),
    )


def _unused(file: CheckedFile, what: str, used: frozenset[str]) -> Iterator[Violation]:
    """Yield a problem for each key that nothing uses, unless a reference could not be read.

    A key that is near to an unknown word is taken for a slip in it: that is one problem, not two.
    The last of very many counts the others.
    """
    known = file.section(f"{what}s")
    if file.may_lack_references:
        return
    unknown = sorted(used - known.keys())[: most_advised(len(known))]
    intended = {nearest(word, known) for word in unknown}
    intended |= {part for word in unknown for part in word.split()}
    unused = [key for key in known if key not in used and key not in intended]
    rest = len(unused) - MAX_FAULTS
    for number, key in enumerate(unused[:MAX_FAULTS], start=1):
        more = f", and {rest:,} more" if number == MAX_FAULTS and rest > 0 else ""
        yield Violation(
            f"no claim uses the {what} `{key}`{more}",
            "use it, or delete it",
            (f"{what}s", key),
            "key",
        )


def _records_in_doubt(file: CheckedFile) -> list[dict[str, Any]]:
    """Return the defaults, and what may be no part of the models: claims and their updates.

    They are given as written.
    """
    in_doubt = file.poisoned.claims
    claims = [claim for index, claim in file.written_claims if index in in_doubt]
    updates = [update for claim in claims for _, update in mappings_in(claim.get("updates"))]
    return [*claims, *updates, file.defaults]


def _canonical(value: Period | Within | None, counted_from: Period | None) -> Period | None:
    """Return a date, or of a span the days that it comes to; None where it is not known."""
    if not isinstance(value, Within):
        return value
    if counted_from is None:
        return None
    try:
        return value.after(counted_from)
    except DateError:
        return None


_Dated = tuple[Path, Part, Any, Period | None]


def _dated(file: CheckedFile) -> Iterator[_Dated]:
    """Yield what has dates: its path, its model, it as written, and from when its spans count."""
    for key, source in file.content.sources.items():
        yield ("sources", key), source, file.written(("sources", key)), None
    if file.content.defaults is not None:
        yield ("defaults",), file.content.defaults, file.defaults, None
    for item in file.claims:
        yield item.path, item.claim, file.written(item.path), item.stated
    for holder in file.updates:
        yield holder.path, holder.update, file.written(holder.path), holder.update.counts_from
    for path, source in file.inline:
        yield path, source, file.written(path), None
