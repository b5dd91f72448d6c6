"""The fix-its of what is written in a line: its signs, quotes and brackets, and its name."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, PARTS, TEXTS
from claim_tracker.yaml.lines import COMMENT, OPENERS, QUOTES, indent_of
from claim_tracker.yaml.outline import BLOCK_HEADER, FIELD, ITEM, LEAD, Region, is_key_line
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery.fixit import (
    LOST,
    Fixit,
    Replacements,
    content_below,
    content_column,
    dash_at,
    goes_on,
    has_fields_below,
    has_more_below,
    indent_advice,
    is_begun_field,
    is_format_field,
    name_of,
    replace_line,
    value_end,
    word_of,
)
from claim_tracker.yaml.recovery.proposed_values import ProposedValue, proposed_values

_FOREIGN = re.compile(
    rf"[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000{REPLACEMENT}][\s{REPLACEMENT}]*"
)
_FOREIGN_INDENT = re.compile(r"[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_BULLET = re.compile(
    r"(?P<lead>[ \t]*)(?P<sign>(?:[*+\u2022]|[\u2010-\u2015\u2212]-?|[0-9]{1,3}[.)])[ \t]*|-\t+"
    r"|--[ \t]+|-"
    r"|>[ \t]+(?=[a-z_]+:[ \t]))"
    r"(?P<value>[^\s-].*)$"
)
_OF_OTHERS = re.compile(
    r"(?P<lead>[ \t]*)(?P<sign>//+|--(?=[ \t])|/\*+)[ \t]*(?P<text>.*?)[ \t]*(?:\*+/[ \t]*)?$"
)
"""A comment of other languages; two dashes may begin an item as well."""
_CLOSERS = re.compile(r"[ \t]*(?P<sign>[\]}])[ \t,]*$")
NO_COLON = re.compile(
    rf"{LEAD}(?P<key>(?P<quote>[\"'])?(?P<name>[^\W\d_][\w.-]*?)(?(quote)(?P=quote)))"
    r"(?P<gap>[ \t]*(?:[=-]>|[:=;\uff1a\uff1b]|\.(?=[ \t]*[\[{]))[ \t\u00a0]*|[ \t\u00a0]+|$)"
    r"(?P<value>.*)$"
)
NAMES = re.compile(r"\b(\w+)[\"']?:(?=\s|$)")
"""What may be the names of fields in a text."""
_URL = re.compile(r"https?://\S+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} \w+ [0-9]{4}")
_CALLED = {"url": "address", "date": "date"}
_KEY_WITH_SIGN = re.compile(
    rf"{LEAD}(?P<opening>[\"']?)(?P<name>[\w.-]+)[ \t]*+:?[ \t]*+(?P<closing>[\"'\[\]{{}},;]?)$"
)


def with_common_spaces(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the line, and those below it, indented by common spaces."""
    lines = region.lines
    match = _FOREIGN.match(lines[index])
    if match is None:
        return
    is_known = REPLACEMENT in match[0]
    indent = " " * len(match[0].replace(REPLACEMENT, ""))
    message = "the indentation has a space that is not the common one"
    fixit = Fixit(
        {index: (indent + lines[index][match.end() :],)},
        index,
        f"indent it by {len(indent)} common spaces",
        message,
        (0, match.end()),
        is_known=is_known,
    )
    row = [] if is_known else list(takewhile(_FOREIGN_INDENT.match, lines[index + 1 :]))
    if row:
        spaced: Replacements = {
            n: (_FOREIGN.sub(lambda each: " " * len(each[0]), line, count=1),)
            for n, line in enumerate(row, index + 1)
        }
        advice = f"{fixit.help}, and so on below"
        yield fixit._replace(replacements=fixit.replacements | spaced, help=advice)
    yield fixit


def as_comment(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the comment of another language as one of YAML, and the end of the data left out.

    What begins with a field is rather a field behind two dashes, or may be one behind other signs.
    """
    line = region.lines[index]
    if line.rstrip() == "...":
        yield Fixit({index: ()}, index)
    match = _OF_OTHERS.match(line)
    if match is None:
        return
    may_be_field = is_format_field(match["text"])
    if match["sign"] == "--":
        yield from with_dash(region, index)
        if may_be_field:
            return
    written = f"# {match['text']}".rstrip()
    message = f"`{match['sign']}` does not begin a comment"
    fixit = replace_line(index, f"{match['lead']}{written}", message, match.span("sign"))
    yield fixit._replace(is_only_fix=not may_be_field)


def without_mark(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the line without the mark of a comparison or a mail at its beginning.

    The mark of a comparison has moved the line by one column, that of a mail by two, unless it was
    written in the place of spaces.
    """
    line = region.lines[index]
    if not is_marked(line):
        return
    message = "the line begins with a mark of a comparison or a mail"
    is_sure = not _is_quoted_on(region.lines, index)
    advice = f"delete the `{line[0]}`"
    for written in (line[2:], line[1:], f" {line[1:]}"):
        if written != line[2:] or line[0] == ">":
            yield Fixit({index: (written,)}, index, advice, message, (0, 1), is_only_fix=is_sure)


def _is_quoted_on(lines: Sequence[str], index: int) -> bool:
    """Whether a line and the one below begin with the mark of a mail, and that one is no field."""
    below = content_below(lines, index).lstrip()
    are_quoted = lines[index].lstrip()[:1] == below[:1] == ">"
    return are_quoted and not is_format_field(below[1:])


def is_marked(line: str) -> bool:
    """Whether a line is a field of the format behind a mark of a comparison or a mail."""
    field = FIELD.match(line[1:]) if line.startswith(("+ ", "> ")) else None
    return field is not None and field["name"] in FIELDS


def with_colon(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the field with its colon."""
    lines = region.lines
    match = None if FIELD.match(lines[index]) else NO_COLON.match(lines[index])
    if match is None:
        return
    if not re.search(r"[^\s,;]", match["value"] or "-"):
        return
    sign, name, key = match["gap"].strip(), match["name"], match["key"]
    if sign and name.lower() in FIELDS:
        key = key.replace(name, name.lower())
        name = name.lower()
    elif not match["value"] and (named := _named_by(name, lines, index)) is not None:
        name, key = named, key.replace(name, named)
    if name not in FIELDS and not (region.is_keyed and _is_key(match, lines, index)):
        return
    message, columns = "no `:` after the name of this field", match.span("name")
    if sign in (":", "\uff1a"):
        message, columns = "no space after the `:`", match.span("gap")
        columns = (columns[0], columns[0] + len(match["gap"].rstrip()))
    written = f"{match['lead']}{key}: {match['value']}".rstrip()
    fixit = replace_line(index, written, message, columns)
    if match["value"][:1] not in ("", "#") or name in COLLECTIONS or has_more_below(lines, index):
        yield fixit
    else:
        fixit = fixit._replace(help=f"{fixit.help} and its value")
    yield fixit._replace(replacements={index: (f"{match['lead']}{name}: {LOST}",)})


def _named_by(word: str, lines: Sequence[str], index: int) -> str | None:
    """Return the list or mapping that a word, be it its singular, names above its content."""
    names = (word.lower(), f"{word.lower()}s") if has_fields_below(lines, index) else ()
    return next((name for name in names if name in COLLECTIONS), None)


def without_begun_name(region: Region, index: int) -> Iterator[Fixit]:
    """Yield an item without the word that begins its first field, above the others of it."""
    item = ITEM.match(region.lines[index])
    is_claim = region.is_item and index == 0  # the word may be its id
    if item is None or is_claim or not is_begun_field(item["value"]):
        return
    if _is_above_fields(region.lines, index):
        message, advice = "no `:` after the name of this field", "write it as `name: value`"
        replacements: Replacements = {index: (item["lead"].rstrip(),)}
        yield Fixit(replacements, index, advice, message, item.span("value"), loses=True)


def _is_above_fields(lines: Sequence[str], index: int) -> bool:
    """Whether the line below is a field of the item that begins on a line."""
    below = content_below(lines, index)
    return indent_of(below) == content_column(lines[index]) and FIELD.match(below) is not None


def _is_key(match: re.Match[str], lines: Sequence[str], index: int) -> bool:
    """Whether a line without its colon can be the key of an entry."""
    if match["value"][:1] not in ("", "#") or "-" in match["lead"]:
        return match["value"][:1] == "{"
    return has_more_below(lines, index)


def with_dash(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the item with its dash and a space after it, or the field without signs before it."""
    match = _BULLET.match(region.lines[index])
    if match is not None:
        start = match.start("sign")
        columns = (start, start + len(match["sign"].rstrip()))
        message = "an item of a list begins with `- `"
        is_quoting = _is_quoted_on(region.lines, index)
        for dash in dict.fromkeys(("- ", dash_at(len(match["lead"]), region.lines, index))):
            written = f"{match['lead']}{dash}{match['value']}"
            fixit = replace_line(index, written, message, columns)
            yield fixit._replace(is_only_fix=not is_quoting)
        if is_format_field(match["value"]):
            written = f"{match['lead']}{match['value']}"
            message = f"`{match['sign'].rstrip()}` before the name of this field"
            fixit = replace_line(index, written, message, columns)
            yield fixit._replace(is_only_fix=not is_quoting)


def with_value(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the field or the item with a value that can be read."""
    line = region.lines[index]
    match = FIELD.match(line) or ITEM.match(line)
    value = (match["value"] or "").rstrip() if match is not None else ""
    if match is None or not value or not compose(f"x: {value}").stopped:
        return
    if value.startswith("- ") and has_more_below(region.lines, index):
        return  # it is the first item of a list that goes on below
    start = match.start("value")
    lead, name = line[:start], match.groupdict().get("name")
    for each in _proposed_with_commas(name, value):
        columns = (start + each.start, start + each.stop)
        fixit = replace_line(index, f"{lead}{_without_comment(each.text)}", each.message, columns)
        written = f"{lead}{each.text}"
        if each.second is not None:
            yield from _on_two_lines(region, fixit, written, each.second, each.is_text)
            continue
        is_flow = value.lstrip("\"'").startswith((*OPENERS,))
        if not is_flow and not FIELDS.isdisjoint(NAMES.findall(value)):
            fixit = fixit._replace(is_only_fix=False)  # it may be another field
        if each.is_text and name is not None and name not in TEXTS:
            fixit = fixit._replace(help="write the value without what is marked")
            written = f"{lead}{LOST}"
            if each.unquoted and not compose(f"x: {each.unquoted}").problems:
                written = f"{lead}{each.unquoted}"
        yield fixit._replace(replacements={index: (written,)})


def _proposed_with_commas(name: str | None, value: str) -> Iterator[ProposedValue]:
    """Yield proposals for a value; in brackets a comma at its end is no part of it."""
    yield from proposed_values(name, value)
    if len(value) > 1 and value.endswith(",") and not value[:-1].endswith((*OPENERS,)):
        for each in proposed_values(name, value[:-1]):
            if each.second is None:
                yield each._replace(text=f"{each.text},")


def _without_comment(value: str) -> str:
    """Return a value without a comment after it, unless the `#` is a part of a quoted text."""
    shorter = COMMENT.sub("", value)
    return value if compose(f"x: {shorter}").stopped else shorter


def _on_two_lines(
    region: Region, fixit: Fixit, first: str, second: str, is_text: bool
) -> Iterator[Fixit]:
    """Yield a line as two: two fields, or the sign of a block text and its first line."""
    above = region.lines[: fixit.at][::-1]
    field = FIELD.match(first)
    indent = len(field["lead"]) if field is not None else indent_of(first)
    name = name_of(second)
    if second.startswith("- "):
        items = (indent_of(line) for line in above if ITEM.match(line))
        indent = next((column for column in items if column < indent), indent)
    elif field is None:
        keys = (content_column(line) for line in above if is_key_line(line))
        indent = next((column for column in keys if column <= indent), indent)
    if is_text:
        if goes_on(region.lines, fixit.at):
            end = value_end(region.lines, fixit.at)
            below = filter(str.strip, region.lines[fixit.at + 1 : end])
            indent = min(map(indent_of, below))
            advice = f"write the text on the next line, and {indent_advice(indent)}"
            replacements: Replacements = {fixit.at: (first, f"{' ' * indent}{second}")}
            yield fixit._replace(replacements=replacements, help=advice)
        return
    if name not in FIELDS:
        if not region.is_keyed or not second.endswith(":"):
            return
        indent = region.indent
    elif not second.startswith("- "):
        indent = _column_of(name, indent, above)
    replacements = {fixit.at: (first, f"{' ' * indent}{second}")}
    yield fixit._replace(replacements=replacements, help=f"write `{second}` on the next line")


def _column_of(name: str, column: int, above: Sequence[str]) -> int:
    """Return the column of a field that follows one at a column: outside of what it is none of."""
    for line in above:
        if is_key_line(line) and content_column(line) < column:
            known = PARTS.get(name_of(line))
            if known is None or name in known:
                return column
            column = content_column(line)
    return column


def closed_below(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the text or list of several lines with its end, or the one above with its beginning."""
    lines = region.lines
    closer = _CLOSERS.match(lines[index])
    if closer is not None:
        yield from _opened_above(region, index, closer)
    match = FIELD.match(lines[index])
    value = (match["value"] or "").strip() if match is not None else ""
    end = value_end(lines, index)
    if value[:1] in OPENERS:
        end = max(end, _commas_end(lines, index))
    if match is None or end == index + 1 or value[:1] not in (*QUOTES, *OPENERS):
        return
    sign = OPENERS.get(value[0], value[0])
    start = match.start("value")
    is_above_text = BLOCK_HEADER.fullmatch(value, 1) is not None  # the quote may be too many
    what = "quote" if value[0] in QUOTES else "list" if value[0] == "[" else "mapping"
    yield Fixit(
        {end - 1: (f"{lines[end - 1].rstrip()}{sign}",)},
        index,
        f"close it with `{sign}` at the end of line {region.start + end - 1}",
        f"this {what} is never closed",
        (start, start + 1),
        is_only_fix=not is_above_text,
    )


def _commas_end(lines: Sequence[str], index: int) -> int:
    """Return the line after all that go on with one that ends with a comma."""
    end = index + 1
    while end < len(lines) and lines[end - 1].rstrip().endswith(","):
        end += 1
    return end


def _opened_above(region: Region, index: int, closer: re.Match[str]) -> Iterator[Fixit]:
    lines = region.lines
    begun = (line for line in lines[:index][::-1] if line.rstrip().endswith((*OPENERS,)))
    opened = next((each for each in begun if indent_of(each) <= indent_of(lines[index])), "")
    right = OPENERS.get(opened.rstrip()[-1:], closer["sign"])
    if right != closer["sign"]:
        start = closer.start("sign")
        written = f"{lines[index][:start]}{right}{lines[index][start + 1 :]}"
        message = f"`{closer['sign']}` cannot close the `{opened.rstrip()[-1]}`"
        yield replace_line(index, written, message, closer.span("sign"))
        return
    sign = next(opener for opener, each in OPENERS.items() if each == closer["sign"])
    keys = (n for n in range(index - 1, -1, -1) if is_key_line(lines[n]))
    above = next((n for n in keys if indent_of(lines[n]) <= indent_of(lines[index])), None)
    if above is not None:
        message = f"the list that ends with `{closer['sign']}` does not begin with `{sign}`"
        yield replace_line(above, f"{lines[above].rstrip()} {sign}", message, word_of(lines[above]))
    advice = f"delete it, or begin the list with `{sign}`"
    message = f"`{closer['sign']}` closes nothing"
    yield Fixit({index: ()}, index, advice, message, closer.span("sign"), is_only_fix=False)


def key_without_sign(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the name of what stands below, without a quote or a bracket beside it."""
    match = _KEY_WITH_SIGN.match(region.lines[index])
    if match is None or not (match["opening"] or match["closing"]):
        return
    if match["name"] not in FIELDS and (
        not region.is_keyed or match["opening"] == match["closing"]
    ):
        return
    if match["name"] in COLLECTIONS or has_more_below(region.lines, index):
        columns = match.span("opening") if match["opening"] else match.span("closing")
        message = "a quote, a bracket or a comma beside the name of this field"
        yield replace_line(index, f"{match['lead']}{match['name']}:", message, columns)


def with_name(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the first field of a source or an update with its name, as its value shows it."""
    line = region.lines[index]
    start, is_item = content_column(line), ITEM.match(line) is not None
    name = None
    if not is_item and region.section == "sources" and _URL.fullmatch(line.strip()):
        name = "url"
    elif (
        is_item and _DAY.fullmatch(line[start:].rstrip()) and _is_above_fields(region.lines, index)
    ):
        name = "date"
    if name is not None:
        written = f"{name}: {line[start:].rstrip()}"
        message = f"this {_CALLED[name]} has no name before it"
        columns = (start, len(line.rstrip()))
        fixit = replace_line(index, line[:start] + written, message, columns)
        yield fixit._replace(help=f"write `{written}`")
