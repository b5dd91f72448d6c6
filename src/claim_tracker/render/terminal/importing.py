"""An import as a person sees it: how the columns are read, what came of them, what to look at."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from claim_tracker.claims.vocabulary import KINDS
from claim_tracker.render.phrases import count
from claim_tracker.render.terminal.layout import GAP, Layout, cell_len
from claim_tracker.tables.build import Importing
from claim_tracker.tables.columns.cell_dates import DateReading, Undated, cell_date
from claim_tracker.tables.columns.columns import Columns
from claim_tracker.tables.columns.statuses import standing
from claim_tracker.tables.headers import DATED
from claim_tracker.tables.new_in_table import News
from claim_tracker.text.display import cut, indentation, one_line

_INDENT = 2
_MAX_SAMPLE_LENGTH = 40
_MAX_WORDS = 12
_EACH = "(each claim)"
_MAX_ABSENT = 10
_ORDERS: Mapping[DateReading, str] = {
    "dmy": "day first",
    "mdy": "month first",
    "ymd": "year first",
}


def mapping_lines(read: Importing, layout: Layout) -> Iterator[str]:
    """Yield the lines on how the columns of the tables are read."""
    for columns in read.columns:
        table = columns.table
        empty = f", {count(table.empty, 'empty row')}" if table.empty else ""
        size = count(len(table.rows), "row")
        yield from layout.paragraph(one_line(f"{table.name}: {table.about}; {size}{empty}"))
        for remark in table.remarks:
            yield from layout.indented(one_line(remark), _INDENT)
        for line in table.above:
            yield from layout.indented(f"above the heads: {cut(one_line(line))}", _INDENT)
        rows = [(" " * _INDENT + name, what) for name, what in _columns(read, columns)]
        room = max((cell_len(name) for name, _ in rows), default=0) + GAP
        indent = room if layout.width is None else min(room, layout.width // 2)
        for name, what in rows:
            yield from layout.labelled(name, layout.paragraph(what, indent), indent)


def _columns(read: Importing, columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield the header of each column and what it is, and then what is said of each claim."""
    for index, header in enumerate(columns.table.headers):
        yield cut(one_line(header), _MAX_SAMPLE_LENGTH), _what(read, columns, index)
    if columns.role != "claims":
        return
    if read.kind is not None and "kind" not in columns.fields:
        given = read.chosen.values.get("kind")
        yield _EACH, f"kind: {f'{given}, as you say' if given else ', '.join(read.kind)}"
    for name, value in read.chosen.values.items():
        if name != "kind":
            yield _EACH, f"{_field_words(name)}: {cut(one_line(value))}"


def _what(read: Importing, columns: Columns, index: int) -> str:
    """Return the field of a column in words, with a sample of how its cells are read."""
    name = columns.fields[index]
    header = columns.table.headers[index]
    if index in columns.dropped:
        return "left out"
    if name is None and not columns.table.column(index):
        return "nothing in it"
    if name is None:
        return one_line(f"note, as “{cut(header, _MAX_SAMPLE_LENGTH)}: …”")
    texts = columns.table.column(index)
    sample = _sample(read, columns, index, name, texts)
    why = columns.why.get(index)
    return f"{_field_words(name)}{f' ({why})' if why else ''}{sample}"


def _field_words(path: str) -> str:
    """Return a field as a newcomer reads it: `outcome of an update`.

    >>> _field_words("update.outcome"), _field_words("source.url"), _field_words("due")
    ('outcome of an update', 'url of a source', 'due')
    """
    owner, _, name = path.rpartition(".")
    owners = {"update": "an update", "source": "a source", "quantity": "a quantity"}
    owners["update.source"] = "a source of an update"
    return f"{name} of {owners[owner]}" if owner else name


def _sample(read: Importing, columns: Columns, index: int, name: str, texts: Sequence[str]) -> str:
    if name in DATED:
        readings = columns.readings.get(index, frozenset())
        in_order = next((f" {words}," for order, words in _ORDERS.items() if order in readings), "")
        for text in texts:
            found = cell_date(text, readings)
            if not isinstance(found, Undated) and found.text != text:
                return f":{in_order} {cut(one_line(text), _MAX_SAMPLE_LENGTH)} → {found.text}"
        return f":{in_order.rstrip(',')}" if in_order else ""
    if name in ("update.outcome", "update.progress"):
        return _words_read(read, texts)
    return ""


def _words_read(read: Importing, texts: Sequence[str]) -> str:
    """Return the outcomes of words for the kinds of claims; `?` for one that is not understood."""
    likely = {read.kind[0]} if read.kind is not None else {*KINDS[:1]}
    used = {claim.kind for claim in read.imported.claims} or likely
    words = list(dict.fromkeys(texts))
    shown = []
    for word in words[:_MAX_WORDS]:
        every = [standing(word, kind, read.chosen.words) for kind in KINDS if kind in used]
        found = [
            meaning.outcome or meaning.progress or "nothing yet"
            for meaning in every
            if meaning.doubt is None
        ]
        what = " or ".join(dict.fromkeys(found)) or "?"
        shown.append(f"{cut(one_line(word), _MAX_SAMPLE_LENGTH)} → {what}")
    more = f", and {len(words) - _MAX_WORDS:,} more" if len(words) > _MAX_WORDS else ""
    return f": {', '.join(shown)}{more}"


def import_summary(read: Importing, news: News | None, layout: Layout) -> Iterator[str]:
    """Yield the lines on what the rows came to, and on what somebody has to look at."""
    for line in _summary(read, news):
        lead = indentation(line)
        first, *rest = layout.paragraph(line.strip(), len(lead) + 2)
        yield lead + first
        yield from rest


def _summary(read: Importing, news: News | None) -> Iterator[str]:
    imported = read.imported
    learned = (*(claim.updates for claim in imported.claims), *imported.others.values())
    updates = list(chain.from_iterable(learned))
    outcomes = sum("outcome" in update.fields for update in updates)
    made = f"{count(len(imported.claims), 'claim')}, {count(outcomes, 'outcome')}"
    yield f"{count(imported.rows, 'row')}: {made}, {count(len(updates), 'update')}"
    for line in _remarks(read):
        yield f"- {line}"
    if news is not None:
        yield from _news_lines(news)
    if imported.looks:
        yield f"To look at: {count(len(imported.looks), 'cell')}"
        yield from _look_lines(read)


def _remarks(read: Importing) -> Iterator[str]:
    counts = read.imported.counts
    set_day = "" if "stated" in read.chosen.values else "; say --set stated=DATE"
    remarks = {
        "without a speaker": "no cell says who made {n}: `Not named`; say --set speaker=NAME",
        "claims that cite the table": "{n} without a source: the table itself is cited",
        "cite the table": "{n} without a source of what became of it: the table itself is cited",
        "dated as the table": "{n} without a day of what became of it: that of the table (--as-of)",
        "stated at an unknown time": (
            f"{{n}} without the day of the claim: `stated` is the latest that it can be{set_day}"
        ),
        "spans from an unknown time": "{n} with a span as deadline and no day to count it from",
        "rows of the claim above": "{n} without a claim: taken as updates of the claim above",
        "rows without a claim": "{n} without a claim, listed below",
    }
    for name, text in remarks.items():
        if counts[name]:
            yield text.format(n=count(counts[name], "row" if "row" in name else "claim"))


def _look_lines(read: Importing) -> Iterator[str]:
    """Yield the cells to look at, those of one column with one reason together."""
    several = len({columns.table.name for columns in read.columns}) > 1
    grouped: dict[tuple[str, str, str, str], list[int]] = {}
    for look in read.imported.looks:
        key = (look.table if several else "", look.column, look.text, look.why)
        grouped.setdefault(key, []).append(look.row)
    for (table, column, text, why), rows in grouped.items():
        lead = f"{table}, " if table else ""
        where = f"{lead}row{'s' * (len(rows) > 1)} {_ranges(rows)}"
        yield f"  {one_line(f'{where}, {column}: `{text}`: {why}')}"


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in words, those that follow each other as a range."""
    spans: list[list[int]] = []
    for number in sorted({*numbers}):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{one}-{other}" if one < other else f"{one}" for one, other in spans)


def _value_words(text: str | None) -> str:
    return f"`{cut(one_line(text))}`" if text is not None else "nothing"


def _news_lines(news: News) -> Iterator[str]:
    updates = sum(map(len, news.updates.values()))
    new = f"{count(len(news.claims), 'claim')} and {count(updates, 'update')}"
    yield f"New: {new}; {count(news.same, 'claim')} with nothing new"
    if news.absent:
        more = f", and {len(news.absent) - _MAX_ABSENT:,} more"
        names = ", ".join(news.absent[:_MAX_ABSENT])
        names += more if len(news.absent) > _MAX_ABSENT else ""
        yield f"Only in the file, where they stay: {count(len(news.absent), 'claim')}: {names}"
    if news.differences:
        yield f"Another in the file, which stays as it is: {count(len(news.differences), 'field')}"
    for each in news.differences:
        there, here = _value_words(each.file), _value_words(each.table)
        yield f"  {each.id}, {each.field}: the file has {there}, the table {here}"
