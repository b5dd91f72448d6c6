"""What a row tells of what became of its claim, as an update."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.figure import CURRENCY_SIGN, parse_figure
from claim_tracker.claims.model import SOURCED, Quantity, Update
from claim_tracker.claims.scalars import is_number
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.dates import DateError, Period, Within, parse_period
from claim_tracker.tables.columns.statuses import standing
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import ImportedUpdate, Origin, with_values
from claim_tracker.tables.rows.record import CellValue, Record
from claim_tracker.tables.rows.sources import SourceReader
from claim_tracker.text.suggest import letters_of

_PLAIN = tuple(
    name
    for name in fields_of(Update)
    if name
    not in ("date", "outcome", "rating", "happened", "progress", "due", "quantity", "source")
)
"""The fields of an update that are read by their type alone."""
_MONEY = re.compile(rf"^([-\u2212]?)({CURRENCY_SIGN.pattern}) ?([0-9].*)$", re.DOTALL)
"""A figure with its currency before the number."""
_THREE_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""A number that many languages write for a thousand times as much."""


@dataclass(frozen=True)
class UpdateReader:
    """Reads the updates of rows; `words` are those that a person has explained."""

    origin: Origin
    sources: SourceReader
    words: tuple[tuple[str, str], ...]
    counts: Counter[str]

    def of(
        self,
        record: Record,
        kind: Kind,
        stated: Period | None,
        of_row: Sequence[Cited] = (),
    ) -> ImportedUpdate:
        """Return the update that a row tells, which may be empty.

        It cites the sources `of_row` where it says something and has none of its own.
        """
        remarks: list[CellValue] = []
        fields = self._said(record, kind, stated, remarks)
        happened = record.period("update.happened")
        sources = self.sources.of(record, "update.source")
        if not sources and (happened or record.has("update.date") or any(fields.values())):
            sources = list(of_row)
        date, is_dated = self._date(record, stated, sources, happened)
        fields["date"] = date.text
        if happened is not None and happened.earliest > date.latest:
            record.refuse(CellValue(happened.text, "happened", None), "it is after its update")
        elif happened is not None:
            fields["happened"] = happened.text
        has_content = any(fields.get(name) for name in fields_of(Update) if name != "date")
        if has_content or is_dated or sources:
            fields["note"] = "\n".join(
                filter(None, (fields["note"], *(remark.line for remark in remarks)))
            )
        else:
            record.lines += remarks
        if any(map(fields.get, SOURCED)) and not sources:
            sources = [self.origin.source]
            self.counts["cite the table"] += 1
        if not is_dated and has_content:
            self.counts["dated as the table"] += 1
        return ImportedUpdate(with_values(fields, Update), sources, is_dated, record.row.number)

    def _said(
        self, record: Record, kind: Kind, stated: Period | None, remarks: list[CellValue]
    ) -> dict[str, Any]:
        """Return the fields of the update of a row, but when it was, and its sources."""
        fields: dict[str, Any] = {}
        rating = self._standing(record, kind, fields, remarks)
        own = record.text("update.rating")
        if "outcome" in fields and fields["outcome"] != "open":
            fields["rating"] = own or rating
        elif own:
            record.note(CellValue(own, "rating", None))
        fields["due"] = due_of(record, "update.due", stated)
        fields["quantity"] = self.figure(record, "update.quantity")
        for name in _PLAIN:
            fields[name] = record.plain(f"update.{name}")
        return fields

    def _standing(
        self, record: Record, kind: Kind, fields: dict[str, Any], remarks: list[CellValue]
    ) -> str | None:
        """Put the outcome or the progress of a row into fields; return its own word for an outcome.

        Words that are neither are `remarks`, and so is another word for progress.
        """
        own = None
        for field in ("update.outcome", "update.progress"):
            for value in record.take(field):
                found = standing(value.text, kind, self.words)
                if found.doubt is not None:
                    record.refuse(value, found.doubt)
                elif found.outcome is not None and "outcome" not in fields:
                    fields["outcome"] = found.outcome
                    same = letters_of(found.outcome) == letters_of(value.text)
                    own = None if same else " ".join(value.text.split())
                elif found.progress is not None and "progress" not in fields:
                    fields["progress"] = found.progress
                    if letters_of(found.progress) != letters_of(value.text):
                        remarks.append(value)
                else:
                    remarks.append(value)
        return own

    def _date(
        self,
        record: Record,
        stated: Period | None,
        sources: Sequence[Cited],
        happened: Period | None,
    ) -> tuple[Period, bool]:
        """Return the date of an update, and whether a cell says it."""

        def fault_of(day: Period) -> str | None:
            return self.origin.fault_of(day) or _fault_before(stated, day)

        found = record.period("update.date", fault_of)
        if found is not None:
            return found, True
        for text in filter(None, (source.published for source in sources)):
            period = parse_period(text)
            is_late = stated is None or period.latest >= stated.earliest
            if is_late and (happened is None or happened.earliest <= period.latest):
                return period, True
        day = self.origin.day
        for other in filter(None, (stated, happened)):
            if day < other.earliest <= self.origin.today:
                day = other.earliest
        return parse_period(day.isoformat()), False

    def figure(self, record: Record, field: str) -> dict[str, str] | None:
        """Return the figure of a row, from one column or one a field, or None if it has none."""
        value = record.take_one(field)
        number, unit, approximate = (
            record.take_one(f"quantity.{name}") if field == "quantity" else None
            for name in fields_of(Quantity)
        )
        if value is None:
            value = number
        elif number is not None:
            record.note(number)
        if unit is not None:
            value = _with_unit(record, value, unit)
        if value is None:
            return None
        figure = parse_figure(value.text) or parse_figure(_MONEY.sub(r"\1\3 \2", value.text))
        if figure is None or not is_number(figure["value"]):
            record.refuse(value, "it is not a number and what it counts")
            return None
        if _THREE_DECIMALS.fullmatch(figure["value"]) is not None:
            record.look(value, "its full stop is read as a decimal point, not as one of thousands")
        if approximate is not None and approximate.text.lower() == "true":
            figure["approximate"] = "true"
        return figure


def _with_unit(record: Record, value: CellValue | None, unit: CellValue) -> CellValue | None:
    """Return a figure with its unit from another column; one without a place goes into the note."""
    if value is None:
        record.note(unit)
        return None
    figure = parse_figure(value.text)
    if figure is not None and CURRENCY_SIGN.fullmatch(figure["unit"]) is not None:
        record.note(value)
        about = "about " if "approximate" in figure else ""
        return value._replace(text=f"{about}{figure['value']} {unit.text}")
    amount = _MONEY.sub(r"\1\3", value.text)
    if figure is not None or parse_figure(amount) is not None:
        record.note(unit)
        return value
    if amount != value.text:
        record.note(value)
    return value._replace(text=f"{amount} {unit.text}")


def due_of(record: Record, field: str, stated: Period | None) -> str | None:
    """Return the text of a deadline; one that cannot be of a claim goes into the note."""
    value = record.take_one(field)
    if value is None:
        return None
    due = record.read_date(value, value.text, lambda due: _fault_of_due(due, stated))
    return due.text if due is not None else None


def _fault_of_due(due: Period | Within, stated: Period | None) -> str | None:
    """Return why a deadline cannot be one of a claim."""
    if isinstance(due, Within):
        try:
            due.after(stated or parse_period("2000-01-01"))
        except DateError as error:
            return error.message
        return None
    return _fault_before(stated, due)


def _fault_before(stated: Period | None, day: Period) -> str | None:
    """Return why a day cannot be one of a claim that was stated later."""
    if stated is not None and day.latest < stated.earliest:
        return f"it is before the claim was stated, {stated.text}"
    return None
