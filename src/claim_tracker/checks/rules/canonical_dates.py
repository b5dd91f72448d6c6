"""The rule of dates in their canonical form, where a file asks for it (W304)."""

from collections.abc import Iterator

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.fields import Part
from claim_tracker.claims.model import DATE_FIELDS
from claim_tracker.dates import DateError, Period, Within
from claim_tracker.yaml import Path, mapping_or_empty


@rule("W304", by_claim=True)
def dates_are_canonical(file: CheckedFile) -> Iterator[Violation]:
    """Where the file asks for it, a date is written in its canonical form."""
    if file.content.checks.dates != "canonical":
        return
    parts: list[tuple[Path, Part]] = [*file.dated]
    if file.content.defaults is not None:
        parts.append((("defaults",), file.content.defaults))
    counted_from = {claim.path: claim.stated for claim in file.claims}
    counted_from |= {update.path: update.model.counts_from for update in file.updates}
    for path, part in parts:
        written = mapping_or_empty(file.written(path))
        for name in DATE_FIELDS[type(part)]:
            period = _canonical(getattr(part, name), counted_from.get(path))
            text = str(written.get(name) or "").strip()
            if text and period is not None and text != period.text:
                yield Violation(
                    f"`{text}` is not the canonical form of this date",
                    f"write `{period.text}`",
                    (*path, name),
                    replacement=period.text,
                    inputs=((*path, name),),
                )


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
