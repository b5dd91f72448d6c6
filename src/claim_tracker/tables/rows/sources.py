"""The sources that a row cites, from its columns of sources and of their fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import url_fault
from claim_tracker.dates import Period
from claim_tracker.tables.rows.citations import Cited, cited
from claim_tracker.tables.rows.record import CellValue, Record, names_in, parts
from claim_tracker.text.display import composed

_SOURCE = tuple(fields_of(Source))
_Fields = dict[str, str]


@dataclass(frozen=True)
class SourceReader:
    """Reads the sources of rows. `keyed` are those that have a key; none is of after `today`."""

    keyed: Mapping[str, Cited]
    today: date

    def of(self, record: Record, lead: str) -> list[Cited]:
        """Return the sources of a row, from a column of sources and from those of their fields."""
        if not any(target.startswith(lead) for target in record.values):
            return []
        found: list[_Fields] = []
        keyed: list[Cited] = []
        for name in (lead, f"{lead}.url"):
            for value in record.take(name):
                keys = self._keys(value.text)
                keyed += [self.keyed[key] for key in keys]
                found += [] if keys else cited(value.text)
        more = {name: record.take(f"{lead}.{name}") for name in (*_SOURCE[1:], "at")}
        found = _with_name(found, more)
        naming = next((more[name] for name in ("title", "publisher") if more[name]), None)
        if naming and not found and not keyed:
            found = [{"title": part} for part in parts(naming[0].text)]
            more["title"] = []
        for name, values in more.items():
            for value in values:
                self._share_out(record, name, value, found)
        made = [Cited(tuple((n, it[n]) for n in _SOURCE if n in it), it.get("at")) for it in found]
        return list(dict.fromkeys((*keyed, *made)))

    def of_own_row(self, record: Record) -> list[Cited]:
        """Return the sources of a row of a table of sources."""
        for name in _SOURCE:
            if record.has(name):
                record.values[f"source.{name}"] = record.take(name)
        return self.of(record, "source")

    def _keys(self, text: str) -> list[str]:
        """Return the keys of sources that a cell is made of; empty for any other cell."""
        if not self.keyed:
            return []
        for names in ([composed(text)], [*map(composed, names_in(text))]):
            if names and all(name in self.keyed for name in names):
                return names
        return []

    def _share_out(self, record: Record, name: str, value: CellValue, found: list[_Fields]) -> None:
        """Give a field to the sources of a row: one each for as many values, else the first."""
        texts = parts(value.text)
        if not found:
            record.note(value)
            return
        if len(texts) != len(found):
            texts = [" ".join(value.text.split())]
        for text, source in zip(texts, found, strict=False):
            written = self._source_value(record, name, text, value)
            if written is not None and name not in source:
                source[name] = written
            elif written is not None and source[name] != written:
                record.note(value)

    def _source_value(self, record: Record, name: str, text: str, value: CellValue) -> str | None:
        if name == "archived":
            fault = url_fault(text)
            if fault is not None:
                record.refuse(value, fault)
            return text if fault is None else None
        if name != "published":
            return text
        period = record.read_date(value, text)
        if isinstance(period, Period) and period.earliest <= self.today:
            return period.text
        if period is not None:
            record.refuse(value, "it is after today, or a span")
        return None


def _with_name(found: list[_Fields], more: Mapping[str, Sequence[CellValue]]) -> list[_Fields]:
    """Return sources, the first two as one where one column has its name, another its address."""
    named = [source for source in found if "url" not in source]
    if len(named) != 1 or len(found) == 1 or found[0] is not named[0]:
        return found
    name = "title" if not more["title"] else "publisher"
    if more[name] or name in found[1]:
        return found
    return [{**found[1], name: found[0]["title"]}, *found[2:]]
