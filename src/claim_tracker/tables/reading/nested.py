"""Tables written as JSON, JSON lines or YAML: a list of mappings, each of them a row."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import yaml

from claim_tracker.tables.table import Row, Table, TableError, clean, without_duplicates
from claim_tracker.yaml.limits import MAX_DEPTH
from claim_tracker.yaml.lines import NULLS

_MAX_VALUES = 5_000_000
"""Values of a YAML file with its aliases written out."""
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape of JSON: it may be half of a character, where a text was cut."""
_Mapping = dict[str, Any]


def json_value(text: str) -> Any:
    """Return the value of JSON with its numbers as they are written. Raises TableError.

    Half of a character is U+FFFD, as what cannot be read.
    """
    whole = _ESCAPE.sub(lambda escape: r"\ufffd" if escape["half"] else escape[0], text)
    try:
        return json.loads(
            whole, object_pairs_hook=_each_once, parse_int=str, parse_float=str, parse_constant=str
        )
    except (ValueError, RecursionError) as error:
        raise TableError(f"this is not JSON: {_error_words(error)}", "correct it there") from None


def json_lines(text: str) -> list[Any]:
    """Return the value on each line of JSON lines. Raises TableError."""
    values = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                values.append(json_value(line))
            except TableError as error:
                raise TableError(f"line {number}: {error.message}", error.help) from None
    return values


def yaml_value(text: str) -> Any:
    """Return the value of YAML, each scalar as its text. Raises TableError."""
    loader = yaml.CBaseLoader(text)
    try:
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError) as error:
        raise TableError(f"this is not YAML: {_error_words(error)}", "correct it there") from None
    finally:
        loader.dispose()
    return _node_value(node, [0], 0) if node is not None else None


def _node_value(node: yaml.Node, count: list[int], depth: int) -> Any:
    count[0] += 1
    if count[0] > _MAX_VALUES or depth > 2 * MAX_DEPTH:
        raise TableError(
            "this YAML is far too large with its aliases, or nested too deeply",
            "write a list of mappings",
        )
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_node_value(each, count, depth + 1) for each in node.value]
    pairs: list[tuple[str, Any]] = []
    merged: _Mapping = {}
    for key, each in node.value:
        value = _node_value(each, count, depth + 1)
        is_plain = isinstance(key, yaml.ScalarNode)
        name = key.value if is_plain else _as_text(_node_value(key, count, depth))
        if name == "<<" and isinstance(value, dict):
            merged |= value
        else:
            pairs.append((name, value))
    return {**merged, **_each_once(pairs)}


def _each_once(pairs: Sequence[tuple[str, Any]]) -> _Mapping:
    """Return a mapping of pairs; a name that is there already gets a number."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = without_duplicates(name for name, _ in pairs)
        found = dict(zip(names, (value for _, value in pairs), strict=True))
    return found


def _error_words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return " ".join(str(error).split())


def records_in(value: Any) -> tuple[list[_Mapping], _Mapping] | None:
    """Return the mappings that are the rows, and what stands beside them; None for no rows.

    They are a list, the values of a mapping, or the longest list of mappings in one.
    """
    if _is_records(value):
        return value, {}
    if not isinstance(value, dict):
        return None
    lists = {name: each for name, each in value.items() if _is_records(each)}
    if lists:
        name = max(lists, key=lambda key: len(lists[key]))
        return lists[name], {key: each for key, each in value.items() if key != name}
    if value and all(isinstance(each, dict) for each in value.values()):
        return [{"id": name, **each} for name, each in value.items()], {}
    return None


def tables_of(name: str, records: Sequence[_Mapping], beside: _Mapping, about: str) -> list[Table]:
    """Return the table of records, and one for each field that holds lists of records.

    What stands beside them is as texts above the headers are.
    """
    flat = [_each_once([*_flat(record)]) for record in records]
    inner: dict[str, list[tuple[int, _Mapping]]] = {}
    for number, record in enumerate(flat, start=1):
        for key in [key for key, value in record.items() if _is_records(value)]:
            inner.setdefault(key, []).extend((number, each) for each in record.pop(key))
    above = tuple(f"{clean(key)}: {_as_text(one)}" for key, one in beside.items() if _as_text(one))
    tables = [replace(_table(name, [*enumerate(flat, start=1)], about, None), above=above)]
    for key, held in inner.items():
        rows = [(number, _each_once([*_flat(each)])) for number, each in held]
        tables.append(_table(f"{name}, `{key}`", rows, about, key))
    return tables


def _table(
    name: str, records: Sequence[tuple[int, _Mapping]], about: str, within: str | None
) -> Table:
    headers = tuple(
        dict.fromkeys(
            key for _, record in records for key, value in record.items() if _as_text(value)
        )
    )
    is_inner = within is not None
    rows = (
        Row(number, tuple(map(_as_text, map(record.get, headers))), number if is_inner else None)
        for number, record in records
    )
    table = Table.of(name, headers, rows, about)
    return replace(table, empty=len(records) - len(table.rows), within=within)


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _flat(record: Mapping[str, Any], lead: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record, those of a mapping in it under both names."""
    for key, value in record.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{lead}{clean(key)}.")
        else:
            yield f"{lead}{clean(key)}", value


def _as_text(value: Any) -> str:
    """Return a value as the text of a cell, the items of a list each on a line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "\n".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_as_text(each)}" for key, each in value.items())
    return clean(str(value))
