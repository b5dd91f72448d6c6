"""What a person has said of the columns of tables, and the file that keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS
from claim_tracker.edit.yaml_writer import flow
from claim_tracker.tables.columns.cell_dates import DAY_ORDERS, DayOrder, Undated, cell_date
from claim_tracker.tables.columns.columns import Chosen, Columns
from claim_tracker.tables.columns.statuses import NOTHING, kind_named, word_given
from claim_tracker.tables.headers import DATED, KEY, column_fields, letters, named_field
from claim_tracker.tables.reading.nested import yaml_value
from claim_tracker.tables.table import TableError, clean
from claim_tracker.text.display import folded
from claim_tracker.text.suggest import did_you_mean, letters_of, nearest
from claim_tracker.text.urls import urls_in

_FIELDS = ("map", "set", "words", "dates", "drop")


@dataclass(frozen=True)
class GivenColumns:
    """What a person says of tables: the columns of fields, values, words, and columns to leave.

    `kept` is what a file keeps of a mapping; what is given goes before it.
    """

    mapped: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    dropped: tuple[str, ...] = ()
    order: DayOrder | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)

    @property
    def known_words(self) -> dict[str, str]:
        """Return the words that are explained, as they are written."""
        return {**dict(_pairs(self.kept, "words")), **dict(self.words)}


def chosen_of(headers: Sequence[str], given: GivenColumns) -> Chosen:
    """Return what is given for tables with these headers; what a file has of others is ignored.

    Raises TableError for an unknown field, column or word.
    """
    kept = given.kept
    in_file = [*_pairs(kept, "map"), *((column, None) for column in _text_list(kept, "drop"))]
    here = [(column, name) for column, name in in_file if _header(column, headers) is not None]
    here += [(column, name) for name, column in given.mapped]
    here += [(column, None) for column in given.dropped]
    fields = {
        _key(column, headers): _field(name) if name is not None else None for column, name in here
    }
    order = given.order or _order(kept)
    values = dict(_pairs(kept, "set")) | dict(given.values)
    return Chosen(
        fields,
        {
            (named := _field(name)): _value(named, clean(value), order)
            for name, value in values.items()
        },
        tuple((letters_of(written), _word(word)) for written, word in given.known_words.items()),
        order,
    )


def kept_in(name: str, text: str) -> Mapping[str, Any]:
    """Return the mapping that a file keeps. Raises TableError."""
    value = yaml_value(text) or {}
    if not isinstance(value, dict) or not {*value} <= {*_FIELDS}:
        raise TableError(
            f"`{name}` keeps no mapping: its fields are {', '.join(_FIELDS)}",
            "write one with `--save-mapping FILE`",
        )
    return value


def mapping_text(columns: Sequence[Columns], chosen: Chosen, shown: Mapping[str, str]) -> str:
    """Return the text of a file that keeps the mapping of tables; `shown` are words as given.

    A header that is one field in one table and another in the next is left to these.
    """
    headers: dict[str, str] = {}
    found: dict[str, set[str | None]] = {}
    dropped: dict[str, None] = {}
    for each in columns:
        for index, header in enumerate(each.table.headers):
            first = headers.setdefault(folded(header), header)
            found.setdefault(first, set()).add(each.fields[index])
            if index in each.dropped:
                dropped[first] = None
    single = ((header, *fields) for header, fields in found.items() if len(fields) == 1)
    content: dict[str, Any] = {
        "map": {header: name for header, name in single if name is not None},
        "set": dict(chosen.values),
        "words": dict(shown),
    }
    lines = ["# How the columns of a table are read, for `tracker import --mapping`."]
    for name, value in content.items():
        if value:
            lines += [f"{name}:", *(f"  {flow(key)}: {flow(item)}" for key, item in value.items())]
    if chosen.order is not None:
        lines.append(f"dates: {chosen.order}")
    if dropped:
        lines.append(f"drop: {flow([*dropped])}")
    return "".join(f"{line}\n" for line in lines)


def _pairs(kept: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    value = kept.get(name) or {}
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise TableError(f"`{name}` of the mapping is not a mapping of texts", "correct it there")
    return [*value.items()]


def _text_list(kept: Mapping[str, Any], name: str) -> list[str]:
    """Return the texts of a list; a text by itself is a list of one."""
    value = kept.get(name) or []
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        raise TableError(f"`{name}` of the mapping is not a list of texts", "correct it there")
    return texts


def _order(kept: Mapping[str, Any]) -> DayOrder | None:
    written = kept.get("dates")
    found = next((order for order in DAY_ORDERS if order == written), None)
    if found is None and written is not None:
        words = ", ".join(f"`{order}`" for order in DAY_ORDERS)
        raise TableError("`dates` of the mapping is not an order of dates", f"write one of {words}")
    return found


def _field(written: str) -> str:
    if written == KEY:
        return KEY
    found = named_field(written)
    if found is None:
        known = did_you_mean(written, column_fields()) or f"fields are {', '.join(column_fields())}"
        raise TableError(f"there is no field `{written}`", known)
    return found


def _value(named: str, text: str, order: DayOrder | None) -> str:
    """Return a value that all claims get; a date in its canonical form where its order was needed.

    Raises TableError for a kind, a date or an address that is none.
    """
    written = f"`{text}` is no value for `{named}`"
    if named == "kind" and kind_named(text) is None:
        known = f"kinds are {', '.join(f'`{kind}`' for kind in KINDS)}"
        raise TableError(written, did_you_mean(text, KINDS) or known)
    if named.endswith(("url", "archived")) and not _has_address(text):
        raise TableError(written, "write a public address, such as `https://example.org/report`")
    if named not in DATED:
        return text
    found = cell_date(text)
    if isinstance(found, Undated) and order is not None:
        found = cell_date(text, frozenset({order}))
        text = text if isinstance(found, Undated) else found.text
    if isinstance(found, Undated):
        raise TableError(written, found.why or "leave it out where there is no date")
    return text


def _has_address(text: str) -> bool:
    """Whether an address is somewhere in a text, as it may be in a cell."""
    return any(urls_in(text)) or text.lower().startswith("www.")


def _header(column: str, headers: Sequence[str]) -> str | None:
    same = (header for header in headers if folded(header) == folded(column))
    alike = (header for header in headers if letters(header) == letters(column))
    return next(chain(same, alike), None)


def _key(column: str, headers: Sequence[str]) -> str:
    found = _header(column, headers)
    if found is None:
        near = nearest(column, headers)
        advice = f"did you mean `{near}`?" if near else f"columns are {', '.join(headers)}"
        raise TableError(f"there is no column `{column}`", advice)
    return folded(found)


def _word(written: str) -> str:
    found = word_given(written)
    if found is None:
        known = (*OUTCOMES, *PROGRESS, NOTHING)
        advice = did_you_mean(written, known) or f"words are {', '.join(known)}"
        raise TableError(f"there is no word `{written}` for what became of a claim", advice)
    return found
