"""The rule of dates in their canonical form, where a file asks for it (W304)."""

from collections.abc import Iterator
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.fields import Part
from claim_tracker.claims.model import DATE_FIELDS
from claim_tracker.dates import DateError, Period, Within
from claim_tracker.yaml import Path

_Dated = tuple[Path, Part, Any, Period | None]


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
