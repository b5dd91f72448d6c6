"""What a person probably meant by lines that are no claims file: the fix-its, likeliest first.

A fix-it is a function from a region and one of its lines, by index, to the edits that may be
meant. What an edit cannot keep of a value is a replacement character, which is left out of the
data when they are read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from claim_tracker.text.display import cut
from claim_tracker.text.suggest import one_edit_apart
from claim_tracker.yaml.decode import REPLACEMENT, indent_of, is_content
from claim_tracker.yaml.field_names import (
    CLAIM,
    COLLECTIONS,
    FIELDS,
    FIELDS_OF,
    TEXTS,
    UPDATE,
    section_of,
)
from claim_tracker.yaml.outline import FIELD, ITEM, LEAD, Region, is_bare_key
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.values import COMMENT, OPENERS, QUOTES, values

LONGEST = 1_000
"""In a longer line than this nothing is guessed at."""
_LOST = f'"{REPLACEMENT}"'
_MOST_COLUMNS = 12
_LONGEST_HELP = 160
_NO_DASH = "this item of a list has no `- `"
_NO_FIRST_DASH = "the first field of a claim has no `- `"
_WORD = re.compile(r"[ \t]*(?P<word>-(?=[ \t]|$)|[^\s:]+)")
_FOREIGN = re.compile(
    rf"[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000{REPLACEMENT}][\s{REPLACEMENT}]*"
)
_FOREIGN_ALONE = re.compile(r"[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_BULLET = re.compile(
    r"(?P<lead>[ \t]*)(?P<sign>(?:[*+\u2013\u2014\u2022]|[0-9]{1,3}[.)])[ \t]*|-\t+|-)"
    r"(?P<value>[^\s-].*)$"
)
_SLASHES = re.compile(r"(?P<lead>[ \t]*)(?P<sign>//+|--(?=[ \t]))[ \t]*(?P<text>.*)$")
_CLOSERS = re.compile(r"[ \t]*(?P<sign>[\]}])[ \t,]*$")
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?$")
_NO_COLON = re.compile(
    rf"{LEAD}(?P<name>[a-z][\w.-]*?)(?P<gap>[ \t]*[:=;\uff1a][ \t\u00a0]*|[ \t\u00a0]+|$)"
    r"(?P<value>.*)$"
)
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} \w+ [0-9]{4}")
_CALLED = {"url": "address", "date": "date"}
_ALONE = re.compile(
    rf"{LEAD}(?P<before>[\"']?)(?P<name>[\w.-]+)[ \t]*+:?[ \t]*+(?P<after>[\"'\[\]{{}}]?)$"
)
_BARE_ID = re.compile(r"[ \t]*(?:(?P<dash>-)[ \t]+)?(?P<id>\w[\w.-]*)[ \t]*(?(dash):?|:)[ \t]*$")
_CLAIM_FIELD = re.compile(r"[ \t]*claim[ \t]*:[ \t]")
_DOUBLED = re.compile(r"(?P<lead>[ \t]*)(?P<sign>-)[ \t]+-[ \t]+(?P<value>\S.*)$")


Lines = dict[int, tuple[str, ...]]
"""What stands instead of the lines of a region, by index: nothing where a line is deleted."""


_LATER_FIELDS = (CLAIM | UPDATE) - {"id", "date"}
"""The fields of claims and updates that none of them begins with."""


class Fixit(NamedTuple):
    """What stands instead of some lines, and what is said of the line `at`.

    `message` and `columns` (from 0) are given where they are not those of the fault.
    `is_only_mend` is false where there may be another one, `loses` tells that a field is gone
    without a trace, and `is_known` that what is wrong was reported already.
    """

    lines: Lines
    at: int
    help: str | None = None
    message: str | None = None
    columns: tuple[int, int] | None = None
    is_only_mend: bool = True
    loses: bool = False
    is_known: bool = False

    def applied(self, own: Sequence[str]) -> list[str]:
        """Return the lines of a region after it."""
        return [new for n, line in enumerate(own) for new in self.lines.get(n, (line,))]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of what was written is lost."""
        return self.is_only_mend and not self.loses and REPLACEMENT not in str(self.lines.values())


Fixits = Callable[[Region, int], Iterator[Fixit]]


def with_common_spaces(region: Region, index: int) -> Iterator[Fixit]:
    """The line indented by common spaces alone, and those below it that lack these too."""
    own = region.lines
    match = _FOREIGN.match(own[index])
    if match is None:
        return
    is_known = REPLACEMENT in match[0]
    indent = " " * len(match[0].replace(REPLACEMENT, ""))
    message = "the indentation has a space that is not the common one"
    fixit = Fixit(
        {index: (indent + own[index][match.end() :],)},
        index,
        f"indent it by {len(indent)} common spaces",
        message,
        (0, match.end()),
        is_known=is_known,
    )
    row = [] if is_known else list(takewhile(_FOREIGN_ALONE.match, own[index + 1 :]))
    if row:
        spaced: Lines = {
            n: (_FOREIGN.sub(lambda each: " " * len(each[0]), line, count=1),)
            for n, line in enumerate(row, index + 1)
        }
        yield fixit._replace(lines=fixit.lines | spaced, help=f"{fixit.help}, and so on below")
    yield fixit


def as_comment(region: Region, index: int) -> Iterator[Fixit]:
    """The comment of another language, or the end of the data, as none."""
    line = region.lines[index]
    if line.rstrip() == "...":
        yield Fixit({index: ()}, index)
    match = _SLASHES.match(line)
    if match is not None:
        written = f"# {match['text']}".rstrip()
        message = f"`{match['sign']}` does not begin a comment"
        yield _written(index, f"{match['lead']}{written}", message, match.span("sign"))


def without_mark(region: Region, index: int) -> Iterator[Fixit]:
    """The line without the mark that a comparison or a mail puts before it."""
    line = region.lines[index]
    if line.startswith(("+ ", "> ")) and FIELD.match(line[1:]):
        message = "the line begins with a mark of a comparison or a mail"
        yield Fixit({index: (f" {line[1:]}",)}, index, f"delete the `{line[0]}`", message, (0, 1))


def with_colon(region: Region, index: int) -> Iterator[Fixit]:
    """The field with its colon."""
    own = region.lines
    match = None if FIELD.match(own[index]) else _NO_COLON.match(own[index])
    if match is None or (match["name"] not in FIELDS and not _is_key(match, own, index)):
        return
    message, columns = "no `:` after the name of this field", match.span("name")
    if ":" in match["gap"] or "\uff1a" in match["gap"]:
        message, columns = "no space after the `:`", match.span("gap")
        columns = (columns[0], columns[0] + len(match["gap"].rstrip()))
    written = f"{match['lead']}{match['name']}: {match['value']}".rstrip()
    fixit = _written(index, written, message, columns)
    if match["value"] or match["name"] in COLLECTIONS or _has_more_below(own, index):
        yield fixit
    else:
        fixit = fixit._replace(help=f"{fixit.help} and its value")
    yield fixit._replace(lines={index: (f"{match['lead']}{match['name']}: {_LOST}",)})


def _is_key(match: re.Match[str], own: Sequence[str], index: int) -> bool:
    """Whether a line without its colon can be the key of an entry."""
    if match["value"] or "-" in match["lead"]:
        return match["value"][:1] == "{"
    return _has_more_below(own, index)


def with_dash(region: Region, index: int) -> Iterator[Fixit]:
    """The item with its dash, and a space after it."""
    match = _BULLET.match(region.lines[index])
    if match is not None:
        start = match.start("sign")
        columns = (start, start + len(match["sign"].rstrip()))
        message = "an item of a list begins with `- `"
        yield _written(index, f"{match['lead']}- {match['value']}", message, columns)


def with_value(region: Region, index: int) -> Iterator[Fixit]:
    """The field or the item with a value that can be read."""
    line = region.lines[index]
    match = FIELD.match(line) or ITEM.match(line)
    value = (match["value"] or "").rstrip() if match is not None else ""
    if match is None or not value or not compose(f"x: {value}").stopped:
        return
    start = match.start("value")
    lead, name = line[:start], match.groupdict().get("name")
    for each in values(name, value):
        columns = (start + each.start, start + each.stop)
        fixit = _written(index, f"{lead}{COMMENT.sub('', each.text)}", each.message, columns)
        written = f"{lead}{each.text}"
        if each.second is not None:
            yield from _on_two_lines(region, fixit, written, each.second, each.is_text)
            continue
        if each.is_text and name is not None and name not in TEXTS:
            fixit = fixit._replace(help="write the value without this")
            written = f"{lead}{_LOST}"
            if each.bare and not compose(f"x: {each.bare}").problems:
                written = f"{lead}{each.bare}"
        yield fixit._replace(lines={index: (written,)})


def _on_two_lines(
    region: Region, fixit: Fixit, first: str, second: str, is_text: bool
) -> Iterator[Fixit]:
    """A line as two: a field and another one, or the sign of a block text and its first line."""
    field = FIELD.match(first)
    indent = len(field["lead"]) if field is not None else indent_of(first)
    name = second.removeprefix("- ").partition(":")[0]
    if second.startswith("- "):
        above = (indent_of(line) for line in region.lines[: fixit.at][::-1] if ITEM.match(line))
        indent = next((column for column in above if column < indent), indent)
    if is_text:
        if goes_on(region.lines, fixit.at):
            indent += 2
            advice = f"write the text on the next line, {_indented_by(indent)[3:]}"
            lines: Lines = {fixit.at: (first, f"{' ' * indent}{second}")}
            yield fixit._replace(lines=lines, help=advice)
        return
    if name not in FIELDS:
        if not region.is_keyed or not second.endswith(":"):
            return
        indent = region.indent
    lines = {fixit.at: (first, f"{' ' * indent}{second}")}
    yield fixit._replace(lines=lines, help=f"write `{second}` on the next line")


def closed_below(region: Region, index: int) -> Iterator[Fixit]:
    """The text or list of several lines with its end, or the one above with its beginning."""
    own = region.lines
    closer = _CLOSERS.match(own[index])
    if closer is not None:
        yield from _opened_above(region, index, closer)
    match = FIELD.match(own[index])
    value = (match["value"] or "").strip() if match is not None else ""
    end = _block_end(own, index)
    if value[:1] in OPENERS:
        end = max(end, _commas_end(own, index))
    if match is None or end == index + 1 or value[:1] not in (*QUOTES, *OPENERS):
        return
    sign = OPENERS.get(value[0], value[0])
    start = match.start("value")
    what = "quote" if value[0] in QUOTES else "list" if value[0] == "[" else "mapping"
    yield Fixit(
        {end - 1: (f"{own[end - 1].rstrip()}{sign}",)},
        index,
        f"close it with `{sign}` at the end of line {region.start + end - 1}",
        f"this {what} is never closed",
        (start, start + 1),
    )


def _commas_end(own: Sequence[str], index: int) -> int:
    """The line after all that go on with one that ends with a comma."""
    end = index + 1
    while end < len(own) and own[end - 1].rstrip().endswith(","):
        end += 1
    return end


def _opened_above(region: Region, index: int, closer: re.Match[str]) -> Iterator[Fixit]:
    own = region.lines
    sign = next(opener for opener, each in OPENERS.items() if each == closer["sign"])
    keys = (n for n in range(index - 1, -1, -1) if is_bare_key(own[n]))
    above = next((n for n in keys if indent_of(own[n]) <= indent_of(own[index])), None)
    if above is not None:
        message = f"the list that ends with `{closer['sign']}` does not begin with `{sign}`"
        yield _written(above, f"{own[above].rstrip()} {sign}", message, word_of(own[above]))
    advice = f"delete it, or begin the list with `{sign}`"
    message = f"`{closer['sign']}` closes nothing"
    yield Fixit({index: ()}, index, advice, message, closer.span("sign"), is_only_mend=False)


def key_without_sign(region: Region, index: int) -> Iterator[Fixit]:
    """The name of what stands below, without a quote or a bracket beside it."""
    match = _ALONE.match(region.lines[index])
    if match is None or is_bare_key(region.lines[index]):
        return
    if match["name"] in COLLECTIONS or _has_more_below(region.lines, index):
        columns = match.span("before") if match["before"] else match.span("after")
        message = "a quote or a bracket beside the name of this field"
        yield _written(index, f"{match['lead']}{match['name']}:", message, columns)


def with_name(region: Region, index: int) -> Iterator[Fixit]:
    """The first field of a source or an update with its name, which its value alone tells."""
    line = region.lines[index]
    item = ITEM.match(line)
    name = None
    if item is None:
        is_address = region.section == "sources" and _ADDRESS.fullmatch(line.strip())
        name = "url" if is_address else None
    else:
        below = next(filter(is_content, region.lines[index + 1 :]), "")
        goes_on = indent_of(below) == len(item["lead"]) and FIELD.match(below) is not None
        name = "date" if goes_on and _DAY.fullmatch(item["value"].rstrip()) else None
    if name is not None:
        start = content_column(line)
        written = f"{name}: {line[start:].rstrip()}"
        message = f"this {_CALLED[name]} has no name before it"
        columns = (start, len(line.rstrip()))
        fixit = _written(index, line[:start] + written, message, columns)
        yield fixit._replace(help=f"write `{written}`")


def set_below(region: Region, index: int) -> Iterator[Fixit]:
    """The list or the mapping that begins on the line of its name, below it."""
    match = FIELD.match(region.lines[index])
    if match is None or match["name"] not in COLLECTIONS or not match["value"]:
        return
    inner = FIELD.match(match["value"])
    if inner is not None and inner["name"] in FIELDS:
        below = next(filter(is_content, region.lines[index + 1 :]), "")
        indent = max(indent_of(below) - len(inner["lead"]), len(match["lead"]) + 2)
        lines = (f"{match['lead']}{match['name']}:", f"{' ' * indent}{match['value']}")
        message = f"what belongs to `{match['name']}` begins on its line"
        advice = f"write `{match['value']}` on the next line, indented"
        yield Fixit({index: lines}, index, advice, message, match.span("value"))


def begun_claim(region: Region, index: int) -> Iterator[Fixit]:
    """The first line of a claim with its dash, and with `id` before its id."""
    if region.section != "claims":
        return
    own = region.lines
    line = own[index]
    field, bare = FIELD.match(line), _BARE_ID.match(line)
    below = own[index + 1 : _block_end(own, index)]
    if field is not None and field["name"] == "id" and field["value"] and "-" not in field["lead"]:
        written, message = f"- {line.lstrip()}", _NO_FIRST_DASH
    elif bare is None or bare["id"] in FIELDS or not below:
        return
    elif not bare["dash"] or _CLAIM_FIELD.match(below[0]):
        written, message = f"- id: {bare['id']}", "a claim begins with its `id`"
    else:
        return
    yield _written(index, f"{' ' * region.indent}{written}", message, word_of(line))


def as_strangers(region: Region, index: int) -> Iterator[Fixit]:
    """Sources or places by their keys among claims, as items of these that are known by them."""
    own = region.lines
    lines: Lines = {}
    section, n = None, index
    while region.section == "claims" and n < _siblings_end(own, index):
        end = _block_end(own, n)
        field = FIELD.match(own[n])
        if field is not None and not field["lead"].strip() and field["name"] not in FIELDS:
            entry = compose("\n".join(own[n:end]), clean=False).root
            kind = section_of(entry.get(field["name"])) if isinstance(entry, Mapping) else None
            if kind is not None:
                key, value = field["name"], field["value"] or ""
                item = f"{{id: {key}, {value[1:]}" if value.startswith("{") else f"id: {key}"
                by = max(region.indent - len(field["lead"]), 0)
                lines |= {n: (f"{' ' * region.indent}- {item}",), **_shifted(own, n + 1, end, by)}
                section = section or kind
        n = end
    if section is not None and index in lines:
        key = own[index].partition(":")[0].strip()
        advice = f"move it under `{section}:`, as `{key}:`"
        message = f"this is a {section.removesuffix('s')}"
        yield Fixit(lines, index, advice, message, word_of(own[index]), is_only_mend=False)


def begun_update(region: Region, index: int) -> Iterator[Fixit]:
    """The first line of an update with the dash that the others have."""
    own, line = region.lines, region.lines[index]
    if not line.lstrip().startswith("date:"):
        return
    dates = (each for each in own[:index][::-1] + own if each.lstrip().startswith("- date:"))
    other = next(dates, None)
    above = next(filter(is_content, own[:index][::-1]), "")
    if other is None and above.strip() == "updates:":
        other = f"  {above}"
    if other is not None:
        written = f"{' ' * indent_of(other)}- {line.lstrip()}"
        yield _written(index, written, _NO_DASH, word_of(line))


def first_with_dash(region: Region, index: int) -> Iterator[Fixit]:
    """The first item of a list, or this one, with the dash that others of the list have."""
    own, line = region.lines, region.lines[index]
    column = indent_of(line)
    above = [n for n in range(index - 1, -1, -1) if is_content(own[n])]
    if line[column : column + 2] == "- ":
        key = next((n for n in above if is_bare_key(own[n]) and indent_of(own[n]) <= column), index)
        child = next((n for n in range(key + 1, index) if is_content(own[n])), index)
    else:
        child = index
        items = [indent_of(own[n]) for n in above if own[n].lstrip().startswith("- ")]
        column = items[0] if items else column
    written = own[child].lstrip()
    if child != index and _is_mapping(own[child]) != _is_mapping(line):
        return
    is_beside = written[:1] in OPENERS and column < indent_of(line)
    if indent_of(own[child]) < column or written.startswith("-"):
        return
    if child != index or is_beside:
        yield _written(child, f"{' ' * column}- {written}", _NO_DASH, word_of(own[child]))


def _is_mapping(line: str) -> bool:
    """Whether a line begins a mapping, be it an item or not."""
    return FIELD.match(line) is not None or line.lstrip("- \t")[:1] == "{"


def moved(region: Region, index: int) -> Iterator[Fixit]:
    """A line, and then all that is indented below it, at another column."""
    own = region.lines
    line = own[index]
    if not (_is_field(line, region) or line.lstrip().startswith("-")):
        return
    indent = indent_of(line)
    for column in _columns(region, index)[:_MOST_COLUMNS]:
        if column == indent and "\t" not in line[:indent]:
            continue
        ends = [index + 1, _tabs_end(own, index), _run_end(own, index)]
        ends += [_block_end(own, index), _siblings_end(own, index)]
        for end in dict.fromkeys(ends):
            yield moved_to(column, own, index, end)


def moved_whole(region: Region, _: int) -> Iterator[Fixit]:
    """A claim in line with the others."""
    own = region.lines
    if region.is_item and region.indent != indent_of(own[0]):
        yield moved_to(region.indent, own, 0, len(own))


def moved_key(region: Region, index: int) -> Iterator[Fixit]:
    """The key of an entry in line with the others."""
    field = FIELD.match(region.lines[index]) if region.is_keyed else None
    if field is not None and not field["value"] and field["name"] not in FIELDS:
        yield moved_to(region.indent, region.lines, index, index + 1)


def moved_in_line(region: Region, index: int) -> Iterator[Fixit]:
    """A field in line with those above and below it, where these two are in line."""
    own = region.lines
    if FIELD.match(own[index]) is None or own[index].lstrip().startswith("-"):
        return
    column = content_column(next(filter(is_content, own[:index][::-1]), ""))
    below = next(filter(is_content, own[index + 1 :]), "")
    if column == indent_of(below) != indent_of(own[index]):
        yield moved_to(column, own, index, index + 1)


def moved_below_name(region: Region, index: int) -> Iterator[Fixit]:
    """A field, and more and more of those after it, below the name above that has no value."""
    own = region.lines
    above = next(filter(is_content, own[:index][::-1]), "")
    column = indent_of(own[index])
    if is_bare_key(above) and content_column(above) == column:
        for end in range(index + 1, min(_run_end(own, index), index + _MOST_COLUMNS) + 1):
            yield moved_to(column + 2, own, index, end)


def moved_to(column: int, own: Sequence[str], index: int, end: int) -> Fixit:
    """The lines up to another, so that the first of them begins at a column."""
    line, indent = own[index], indent_of(own[index])
    message, columns = "this line is not in line with the others", word_of(line)
    if "\t" in line[:indent]:
        message, columns = "a tab where the indentation is", (line.index("\t"), indent)
    lines = _shifted(own, index, end, column - indent)
    return Fixit(lines, index, _indented_by(column), message, columns)


def _shifted(own: Sequence[str], start: int, end: int, by: int) -> Lines:
    return {
        n: (" " * max(indent_of(own[n]) + by, 0) + own[n].lstrip(" \t"),)
        for n in range(start, end)
        if own[n].strip()
    }


def _columns(region: Region, index: int) -> list[int]:
    """The columns at which a line could have been meant to begin, likeliest first."""
    own = region.lines
    above = [line for line in own[:index] if is_content(line)]
    below = [line for line in own[index + 1 :] if is_content(line)]
    start = region.indent if region.is_entry else 0
    if own[index].lstrip().startswith("-"):
        beside = [*below[:1], *above[::-1]]
        items = [indent_of(line) for line in beside if line.lstrip().startswith("-")]
        return list(dict.fromkeys((*([start] if index == 0 else []), *items, *_nested(above))))
    above = [line for line in above if _is_field(line, region) or ITEM.match(line)] or above
    near = [*(content_column(line) for line in above[:-4:-1]), *map(indent_of, below[:1])]
    near += [indent_of(line) for line in above[:-4:-1]]
    field = FIELD.match(own[index])
    is_key = region.is_keyed and field is not None and field["name"] not in FIELDS
    first = [start] if index == 0 or is_key else []
    columns = (*first, *near, start, *map(content_column, above), *_nested(above))
    return list(dict.fromkeys(columns))


def _nested(above: Sequence[str]) -> list[int]:
    """The columns below the keys that have no value on their line."""
    return [content_column(line) + 2 for line in above[::-1] if line.rstrip().endswith(":")]


def without_dash(region: Region, index: int) -> Iterator[Fixit]:
    """A field of an item as one that begins no item."""
    line = region.lines[index]
    item = ITEM.match(line)
    if item is not None and FIELD.match(line) is not None:
        start = line.index("-")
        message = "this field begins no item of a list"
        name = item["value"].partition(":")[0].strip()
        is_part = name in _LATER_FIELDS  # another may be misspelt, or begin an item
        for lead in (" " * start, " " * len(item["lead"])):
            fixit = _written(index, lead + item["value"], message, (start, start + 1))
            yield fixit._replace(is_only_mend=is_part)


def without_second_dash(region: Region, index: int) -> Iterator[Fixit]:
    """An item with one dash of two."""
    match = _DOUBLED.match(region.lines[index])
    if match is not None:
        written = f"{match['lead']}- {match['value']}"
        yield _written(index, written, "a `-` too many", match.span("sign"))


def key_without_dash(region: Region, _: int) -> Iterator[Fixit]:
    """An entry of a section of keys without the dash of an item."""
    items = (n for n, line in enumerate(region.lines) if ITEM.match(line))
    first = next(items, None) if region.is_keyed else None
    if first is not None:
        line = region.lines[first]
        start = line.index("-")
        message = "a key of this section has no `- `"
        written = " " * start + line[start + 1 :].lstrip()
        yield _written(first, written, message, (start, start + 1))


def items_as_fields(region: Region, index: int) -> Iterator[Fixit]:
    """The items of a list as the fields of a mapping, without their dashes."""
    own = region.lines
    items = (n for n in range(index, len(own)) if is_content(own[n]) and ITEM.match(own[n]))
    first = next(items, len(own)) if is_bare_key(own[index]) else index
    item = ITEM.match(own[first]) if first < len(own) else None
    if item is None or FIELD.match(item["value"]) is None:
        return
    column = indent_of(own[first])
    lines: Lines = {
        n: (" " * column + each["value"],)
        for n in range(first, _siblings_end(own, first))
        if (each := ITEM.match(own[n])) is not None and indent_of(own[n]) == column
    }
    message = "this is no item of a list, and has no `- `"
    yield _written(first, lines[first][0], message, (column, column + 1))._replace(lines=lines)


def fields_as_updates(region: Region, index: int) -> Iterator[Fixit]:
    """The fields below `updates` as items, each of which begins with its `date`."""
    own = region.lines
    items = (n for n in range(index + 1, len(own)) if is_content(own[n]))
    first = next(items, len(own)) if own[index].strip() == "updates:" else len(own)
    column = indent_of(own[first]) if first < len(own) else 0
    lines: Lines = {
        n: (f"{' ' * (column - 2)}- {own[n].lstrip()}",)
        for n in range(first, _siblings_end(own, first) if first < len(own) else first)
        if own[n].lstrip().startswith("date:") and indent_of(own[n]) == column >= 2
    }
    if first in lines:
        yield _written(first, lines[first][0], _NO_DASH, word_of(own[first]))._replace(lines=lines)


def as_claim(region: Region, index: int) -> Iterator[Fixit]:
    """The fields at the margin below `claims` as those of a claim."""
    line = region.lines[index]
    if region.section == "claims" and not indent_of(line) and line.startswith("id:"):
        indent = " " * region.indent
        below: Lines = {
            n: (f"{indent}  {each}",)
            for n, each in enumerate(region.lines[index + 1 :], index + 1)
            if each
        }
        fixit = _written(index, f"{indent}- {line}", _NO_FIRST_DASH, word_of(line))
        yield fixit._replace(lines=fixit.lines | below)


def updates_with_name(region: Region, index: int) -> Iterator[Fixit]:
    """Updates below the name of their list, which is missing."""
    own = region.lines
    item = ITEM.match(own[index])
    above = [line for line in own[:index] if is_content(line)]
    outer = (line for line in reversed(above) if indent_of(line) < indent_of(own[index]))
    if item is not None and item["value"].startswith("date:") and not is_bare_key(next(outer, "")):
        yield Fixit(
            {index: (f"{' ' * (region.indent + 2)}updates:", own[index])},
            index,
            "write `updates:` on the line above, indented like the fields around it",
            "this list has no name",
            word_of(own[index]),
        )


def fields_without_key(region: Region, index: int) -> Iterator[Fixit]:
    """Fields without their key, below an entry that is whole in its brackets, left out."""
    own = region.lines
    field = FIELD.match(own[index]) if region.is_keyed else None
    above = next(filter(is_content, own[:index][::-1]), "")
    is_below = above.rstrip().endswith("}") or (above == own[0] and not region.is_entry)
    is_below = is_below and indent_of(above) < indent_of(own[index])
    if field is not None and is_below and field["name"] in FIELDS_OF[region.section]:
        message = f"this entry of `{region.section}` has no key"
        lines: Lines = dict.fromkeys(range(index, _siblings_end(own, index)), ())
        advice = "write its key on the line above"
        yield Fixit(lines, index, advice, message, word_of(own[index]), loses=True)


def loose_text(region: Region, index: int) -> Iterator[Fixit]:
    """A line that is no field, as a remark, or as part of the text above it."""
    own = region.lines
    if _is_remark(region, index):
        advice = f"write `# {cut(own[index], _LONGEST_HELP)}` if it is a remark, or delete it"
        message, columns = "this is no field of a claim", word_of(own[index])
        yield Fixit({index: ()}, index, advice, message, columns, is_only_mend=False)
    if not _is_loose(own[index], region):
        return
    start, end = index, index + 1
    while start and _is_loose(own[start - 1], region):
        start -= 1
    while end < len(own) and _is_loose(own[end], region):
        end += 1
    above = next((n for n in range(start - 1, -1, -1) if is_content(own[n])), None)
    field = FIELD.match(own[above]) if above is not None else None
    if above is None or field is None or not _is_long_text(field["name"], field["value"] or ""):
        return
    value = field["value"]
    is_block = _BLOCK.match(value) is not None
    column = _text_column(own[start:end], len(field["lead"]) + 2)
    lines: Lines = {}
    for n in range(start, end):
        # The first line of a block text says how deep all of it is.
        indent = column if is_block and n == start else max(indent_of(own[n]), column)
        if own[n][:indent].strip(" ") or indent_of(own[n]) != indent:
            lines[n] = (" " * indent + own[n].lstrip(" \t"),)
    may_be_field = any(FIELD.match(line) for line in own[start:end])
    start = min(lines, default=start)
    advice = f"{_indented_by(column)}, as it goes on with the text of `{field['name']}`"
    needs_quotes = any(": " in line or " #" in line for line in own[start:end])
    if needs_quotes and not is_block:
        advice = f"put the whole text of `{field['name']}` in double quotes, with this as its end"
        if not re.search(r"[\"\\]", "".join((value, *own[start:end]))) and value[0] not in "'#":
            (last,) = lines.get(end - 1, (own[end - 1],))
            first = own[above][: field.start("value")]
            lines |= {above: (f'{first}"{value}',), end - 1: (f'{last}"',)}
    message, columns = "this text is not indented", word_of(own[start], whole=True)
    fixit = Fixit(lines, start, advice, message, columns, is_only_mend=not may_be_field)
    yield fixit
    gone: Lines = dict.fromkeys(range(start, end), ())
    empty = f"{field['lead']}{field['name']}: {_LOST}"
    yield fixit._replace(lines=gone | {above: (empty,)})


def _text_column(text: Sequence[str], usual: int) -> int:
    """The column at which most lines of a text begin, or the usual one where any does."""
    deeper = [n for line in text if (n := len(line) - len(line.lstrip(" "))) >= usual]
    return usual if usual in deeper else max(deeper, key=deeper.count, default=usual)


def _is_field(line: str, region: Region) -> bool:
    """Whether a line begins with a field, among claims one with a name that is near to one."""
    field = FIELD.match(line)
    if field is None or region.section != "claims":
        return field is not None
    return any(name == field["name"] or one_edit_apart(name, field["name"]) for name in FIELDS)


def _is_remark(region: Region, index: int) -> bool:
    """Whether a line at the margin, among claims, has a name that is near to no field's."""
    field = FIELD.match(region.lines[index]) if region.section == "claims" else None
    if field is None or field["lead"] or not field["value"]:
        return False
    return not _is_field(region.lines[index], region)


def _is_loose(line: str, region: Region) -> bool:
    if not is_content(line) or _is_field(line, region) or line.lstrip().startswith("-"):
        return False
    match = None if FIELD.match(line) else _NO_COLON.match(line)
    return match is None or match["name"] not in FIELDS or not match["gap"].strip()


def _is_long_text(name: str, value: str) -> bool:
    return _BLOCK.match(value) is not None or (name in TEXTS and value[:1] not in ("", "[", "{"))


def without_loose_line(region: Region, index: int) -> Iterator[Fixit]:
    """A line that is no field, left out."""
    line = region.lines[index]
    if _is_loose(line, region):
        advice = "write it as `name: value`, or delete it"
        if " " in line.strip():
            remark = cut(line.strip(), _LONGEST_HELP)
            advice = f"write `# {remark}` if it is a remark, else the name of its field before it"
        columns = word_of(line, whole=True)
        yield Fixit({index: ()}, index, advice, columns=columns, loses=True)


def without_value(region: Region, index: int) -> Iterator[Fixit]:
    """The field or the item without its value."""
    line = region.lines[index]
    match = FIELD.match(line) or ITEM.match(line)
    if match is None:
        return
    name = match.groupdict().get("name")
    bare = f"{match['lead']}{name}: {_LOST}" if name else f"{match['lead']}{_LOST}"
    below: Lines = dict.fromkeys(range(index + 1, _block_end(region.lines, index)), ())
    yield Fixit({index: (bare,)}, index)
    yield Fixit(below | {index: (bare,)}, index)


def without_line(region: Region, index: int) -> Iterator[Fixit]:
    """The line left out, or all that is below it too."""
    yield Fixit({index: ()}, index, loses=True)
    below = range(index, _block_end(region.lines, index))
    yield Fixit(dict.fromkeys(below, ()), index, loses=True)


IN_LINE: tuple[Fixits, ...] = (
    with_common_spaces,
    as_comment,
    without_mark,
    with_colon,
    with_dash,
    with_value,
)
"""Those that are right whatever else is wrong in the region, where nothing deeper is below."""
BEGINNINGS: tuple[Fixits, ...] = (begun_claim, begun_update, with_name, moved_in_line)
"""Those that are right whatever else is wrong."""
FIXITS: tuple[Fixits, ...] = (
    closed_below,
    set_below,
    key_without_sign,
    with_name,
    as_strangers,
    moved_whole,
    begun_claim,
    begun_update,
    fields_as_updates,
    items_as_fields,
    as_claim,
    first_with_dash,
    moved,
    moved_below_name,
    without_dash,
    without_second_dash,
    fields_without_key,
    key_without_dash,
    loose_text,
    updates_with_name,
    moved_in_line,
)
"""All others that keep what was written."""
NEXT_ENTRY: tuple[Fixits, ...] = (moved_whole, begun_claim, begun_update, moved_key)
"""What begins an entry, of which a field is in the one above a second time."""
LOSSES: tuple[Fixits, ...] = (without_loose_line, without_value, without_line)
"""What can only be left out: the less, the earlier."""


def word_of(line: str, *, whole: bool = False) -> tuple[int, int]:
    """Return the columns of the first word of a line, or of all of it."""
    match = _WORD.match(line)
    if match is None or whole:
        return indent_of(line), len(line.rstrip())
    return match.span("word")


def _written(index: int, line: str, message: str, columns: tuple[int, int]) -> Fixit:
    """Another line in the place of one; of a long one only the beginning is in the help."""
    return Fixit(
        {index: (line,)}, index, f"write `{cut(line.strip(), _LONGEST_HELP)}`", message, columns
    )


def _indented_by(column: int) -> str:
    if column == 0:
        return "begin it at the start of the line"
    return f"indent it by {column} space{'' if column == 1 else 's'}"


def content_column(line: str) -> int:
    """Return the column at which the content of a line begins: after the dash of an item."""
    match = ITEM.match(line)
    return len(match["lead"]) if match is not None else indent_of(line)


def goes_on(own: Sequence[str], index: int) -> bool:
    """Whether the line below may go on with the value of a line."""
    below = next(filter(is_content, own[index + 1 :]), "")
    return indent_of(below) > content_column(own[index])


def _has_more_below(own: Sequence[str], index: int) -> bool:
    """Whether the line below is part of what a line names: it is deeper, or an item beside it."""
    below = next(filter(is_content, own[index + 1 :]), "")
    column = content_column(own[index])
    is_item = below.lstrip().startswith("- ") and indent_of(below) == column
    return is_item or indent_of(below) > column


def _block_end(own: Sequence[str], index: int) -> int:
    """The line after all that is indented below a line."""
    column, end = indent_of(own[index]), index + 1
    for n in range(index + 1, len(own)):
        if is_content(own[n]):
            if indent_of(own[n]) <= column:
                break
            end = n + 1
    return end


def _siblings_end(own: Sequence[str], index: int) -> int:
    """The line after all that are indented as far as a line, or further."""
    column = indent_of(own[index])
    inside = (n for n in range(index + 1, len(own)) if is_content(own[n]))
    return next((n for n in inside if indent_of(own[n]) < column), len(own))


def _tabs_end(own: Sequence[str], index: int) -> int:
    """The line after all that begin with a tab as this one does."""
    end = index + 1
    while end < len(own) and own[index].startswith("\t") and own[end].startswith("\t"):
        end += 1
    return end


def _run_end(own: Sequence[str], index: int) -> int:
    """The line after all that follow one at the same column."""
    column = indent_of(own[index])
    below = range(index + 1, len(own))
    return next((n for n in below if indent_of(own[n]) != column), len(own))
