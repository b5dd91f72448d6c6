"""The sources that a row cites, from its columns of sources and of their fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import url_fault
from claim_tracker.tables.rows.citations import Cited, sources_in
from claim_tracker.tables.rows.imported import Origin
from claim_tracker.tables.rows.record import CellValue, Record, names_in, parts
from claim_tracker.text.display import nfc

_SOURCE = tuple(fields_of(Source))
_Fields = dict[str, str]


@dataclass(frozen=True)
class SourceReader:
    """Reads the sources of rows. `keyed` are those that have a key."""

    keyed: Mapping[str, Cited]
    origin: Origin

    def of(self, record: Record, lead: str) -> list[Cited]:
        """Return the sources of a row, from a column of sources and from those of their fields."""
        if not any(field.startswith(lead) for field in record.values):
            return []
        cells: list[list[_Fields]] = []
        keyed: list[Cited] = []
        for name in (lead, f"{lead}.url"):
            for value in record.take(name):
                keys = self._keys(value.text)
                keyed += [self.keyed[key] for key in keys]
                cells += [] if keys else filter(None, [sources_in(value.text)])
        more = {name: record.take(f"{lead}.{name}") for name in (*_SOURCE[1:], "at")}
        free = next((name for name in ("title", "publisher") if not more[name]), None)
        found = _join_sources(cells, free)
        naming = next((name for name in ("title", "publisher") if more[name]), None)
        if naming is not None and not found and not keyed:
            found = [{"title": part} for value in more.pop(naming) for part in parts(value.text)]
        for name, values in more.items():
            for value in values:
                self._share_out(record, name, value, found)
        made = [
            Cited(tuple((n, fields[n]) for n in _SOURCE if n in fields), fields.get("at"))
            for fields in found
        ]
        return list(dict.fromkeys((*keyed, *made)))

    def _keys(self, text: str) -> list[str]:
        """Return the keys of sources that a cell is made of; empty for any other cell."""
        if not self.keyed:
            return []
        for names in ([nfc(text)], [*map(nfc, names_in(text))]):
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
        period = record.read_period(value, text, self.origin.fault_of)
        return period.text if period is not None else None


def _join_sources(cells: Sequence[Sequence[_Fields]], name: str | None) -> list[_Fields]:
    """Return the sources of cells, those of two as one each where the one has names of the other.

    That is where a cell has only names, and another as many addresses without one, or more of them
    than the one name. Names are the field `name`, None where other columns have all names.
    """
    named = [cell for cell in cells if all("url" not in source for source in cell)]
    addressed = [
        cell for cell in cells if all("url" in source and name not in source for source in cell)
    ]
    rest = cells
    joined: list[_Fields] = []
    if name is not None and len(named) == 1 and addressed:
        names, sources = named[0], addressed[0]
        if len(names) in (1, len(sources)):
            pairs = zip(sources, names, strict=False)
            joined = [{**source, name: titled["title"]} for source, titled in pairs]
            joined += sources[len(names) :]
            rest = [cell for cell in cells if cell is not names and cell is not sources]
    return [*joined, *chain.from_iterable(rest)]
