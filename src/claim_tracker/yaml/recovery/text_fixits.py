"""The fix-its of text that belongs to no field: it goes on with one above it, or is a remark."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, SENTENCES, TEXTS
from claim_tracker.yaml.lines import OPENERS, QUOTES, indent_of, is_broken, is_content
from claim_tracker.yaml.outline import BLOCK_HEADER, FIELD, ITEM, USUAL_INDENT, Region, block_column
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery.fixit import (
    LOST,
    Fixit,
    Replacements,
    content_above,
    content_below,
    has_fields_below,
    has_more_below,
    indent_advice,
    is_begun_field,
    is_field,
    is_format_field,
    move_to,
    replace_lines,
    word_of,
)
from claim_tracker.yaml.recovery.line_fixits import NAMES, NO_COLON, is_marked

_REMARK = re.compile(r" #(?:[ \t]|$)", re.MULTILINE)


def loose_text(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a line that is no field, left out as a remark, or as part of the text above it."""
    lines = region.lines
    if _is_remark(region, index):
        advice = f"write `# {cut(lines[index], MAX_IN_ADVICE)}` if it is a remark, or delete it"
        message, columns = "this is not a field of a claim", word_of(lines[index])
        yield Fixit({index: ()}, index, advice, message, columns, is_only_fix=False)
    if not is_loose(lines[index], region):
        return
    start, end = index, index + 1
    while start and is_loose(lines[start - 1], region):
        start -= 1
    while end < len(lines) and is_loose(lines[end], region):
        end += 1
    above = next((n for n in range(start - 1, -1, -1) if is_content(lines[n])), None)
    field = FIELD.match(lines[above]) if above is not None else None
    if above is None or field is None or not _may_go_on(field, lines[start].lstrip()):
        return
    is_in_line = end - start == 1 and indent_of(lines[start]) == len(field["lead"])
    if is_in_line and is_begun_field(lines[start]):
        return
    fixit = _as_text_of(lines, above, field, range(start, end))
    if fixit is None:
        return
    yield fixit
    gone: Replacements = dict.fromkeys(range(start, end), ())
    empty = f"{field['lead']}{field['name']}: {LOST}"
    yield fixit._replace(replacements=gone | {above: (empty,)})


def first_line_in_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a block text that begins too deep, with its beginning in line with most of it."""
    lines = region.lines
    heads = (n for n in range(index, -1, -1) if block_column(lines[n]) is not None)
    head = next(heads, None)
    column = block_column(lines[head]) if head is not None else None
    if head is None or column is None:
        return
    end = next((n for n in range(head + 1, len(lines)) if _is_within(lines[n], column)), len(lines))
    first, *others = [n for n in range(head + 1, end) if lines[n].strip()] or [end]
    if not head < first <= index <= end or not others or is_format_field(lines[first]):
        return
    indents = Counter(indent_of(lines[n]) for n in others)
    usual, count = indents.most_common(1)[0]
    beside = next(n for n in others if indent_of(lines[n]) == usual)
    is_usual = 2 * count > len(others) and min(indents) == usual >= column + USUAL_INDENT
    if is_usual and usual < indent_of(lines[first]):
        yield move_to(usual, lines, first, beside)


def _is_within(line: str, column: int) -> bool:
    """Whether a line has something at a column, or before it."""
    return bool(line.strip()) and indent_of(line) <= column


def _as_text_of(
    lines: Sequence[str], above: int, field: re.Match[str], loose: range
) -> Fixit | None:
    """Return loose lines as the value of a field above them, or its end, indented or in quotes.

    Where they need neither, a comment above them may end the text; else it is None.
    """
    name, value = field["name"], field["value"] or ""
    is_block = BLOCK_HEADER.fullmatch(value) is not None
    column = _text_column([lines[n] for n in loose], len(field["lead"]) + 2)
    moved = _indented(lines, loose, column, is_block=is_block)
    written = replace_lines(lines, moved)
    text = [written[n] for n in loose]
    needs_quotes = not is_block and _needs_quotes(value, text)
    if not moved and not needs_quotes:
        fixit = _without_comments(lines, above, loose) if value else None
        # In a block text it may be a line of it.
        if fixit is None:
            return None
        return fixit._replace(is_only_fix=fixit.is_only_fix and not is_block)
    whole = "\n".join((value, *text))
    is_of = "goes on with the text" if value else "is the value"
    advice = f"{indent_advice(column)}, as it {is_of} of `{name}`"
    if needs_quotes:
        where = f", and {indent_advice(column)}" if moved else ""
        end = ", with this as its end" if value else where
        is_open = value.startswith(QUOTES)
        quotes = "single" if '"' in whole and "'" not in whole and not is_open else "double"
        advice = f"put the whole text of `{name}` in {quotes} quotes{end}"
        if not re.search(r"[\"\\]", whole) and not is_open:
            _put_in_quotes(written, field, above, loose)
    at = min(moved, default=loose[0])
    message = "this text is not indented" if moved else "this text needs quotes"
    if not is_block and " #" in value:
        message = "a `#` above begins a comment, which ends the text before this"
    # Names are short: what stands in line with the fields below one is rather another field.
    is_in_line = len(loose) == 1 and indent_of(lines[loose[0]]) == len(field["lead"])
    around = block_column(content_above(lines, above))
    is_only_fix = not (
        any(_is_rather_name(lines, n, field) for n in moved if n in loose)
        or (bool(value) and any(line.lstrip().startswith(">") for line in text))  # as in a mail
        or (around is not None and around < indent_of(lines[above]))  # a line of a block text
        or any(map(FIELD.match, text if value else [written[n] for n in moved]))
        or not FIELDS.isdisjoint(NAMES.findall("\n".join(text)))
        or (bool(value) and is_in_line and name not in SENTENCES)
        or (needs_quotes and _REMARK.search(whole) is not None)
        or (needs_quotes and not value and name not in TEXTS)
    )
    replacements: Replacements = {
        n: (written[n],) for n in (above, *loose) if written[n] != lines[n]
    }
    columns = word_of(lines[at], whole=True)
    return Fixit(replacements, at, advice, message, columns, is_only_fix=is_only_fix)


def _is_rather_name(lines: Sequence[str], index: int, field: re.Match[str]) -> bool:
    """Whether a line of the text of a field above it may as well be a name.

    It may be that of what is below it, deeper than the field, or one that somebody is writing.
    """
    line, column = lines[index], len(field["lead"])
    below = content_below(lines, index)
    is_above_its_own = indent_of(below) >= column + (ITEM.match(below) is None)
    is_word = len(line.split()) == 1 and has_more_below(lines, index)
    if is_above_its_own and (is_word or has_fields_below(lines, index)):
        return True
    return bool(field["value"]) and (is_begun_field(line) or not re.search(r"\w", line))


def _put_in_quotes(lines: list[str], field: re.Match[str], above: int, loose: range) -> None:
    """Put the value of a field, with the loose lines that belong to it, in double quotes."""
    first = above if field["value"] else loose[0]
    start = field.start("value") if field["value"] else indent_of(lines[first])
    lines[first] = f'{lines[first][:start]}"{lines[first][start:]}'
    lines[loose[-1]] += '"'


def _without_comments(lines: Sequence[str], above: int, loose: range) -> Fixit | None:
    """Return the comments between a text and the lines it goes on with, above the text."""
    comments = [n for n in range(above + 1, loose[0]) if lines[n].strip()]
    if not comments:
        return None
    replacements: Replacements = dict.fromkeys(comments, ())
    replacements[above] = (*(lines[n] for n in comments), lines[above])
    message = "a comment in a text ends it"
    advice = f"write it above `{cut(lines[above].strip(), MAX_IN_ADVICE)}`"
    columns = word_of(lines[comments[0]], whole=True)
    # What stands below a field that was made a comment may be the text of that.
    is_only_fix = not any(is_format_field(lines[n].lstrip(" \t#")) for n in comments)
    return Fixit(replacements, comments[0], advice, message, columns, is_only_fix=is_only_fix)


def _indented(lines: Sequence[str], loose: range, column: int, *, is_block: bool) -> Replacements:
    """Return those of some lines that have to be indented, so that they begin at a column."""
    moved: Replacements = {}
    for n in loose:
        # The first line of a block text says how deep all of it is.
        indent = column if is_block and n == loose[0] else max(indent_of(lines[n]), column)
        if lines[n][:indent].strip(" ") or indent_of(lines[n]) != indent:
            moved[n] = (" " * indent + lines[n].lstrip(" \t"),)
    return moved


def _needs_quotes(value: str, text: Sequence[str]) -> bool:
    """Whether a value and the lines it goes on with, or these alone, are no text without quotes."""
    if value:
        return any(map(is_broken, (value, *text)))
    composed = compose("\n".join(text))
    is_text = not composed.stopped and not isinstance(composed.root, dict | list)
    return not is_text and text[0].lstrip()[0] not in OPENERS


def _text_column(text: Sequence[str], usual: int) -> int:
    """Return the column at which most lines of a text begin, or the usual one where any does."""
    deeper = [n for line in text if (n := len(line) - len(line.lstrip(" "))) >= usual]
    return usual if usual in deeper else max(deeper, key=deeper.count, default=usual)


def _is_remark(region: Region, index: int) -> bool:
    """Whether a line at the margin, among claims, has a name that is near to no field's."""
    field = FIELD.match(region.lines[index]) if region.section == "claims" else None
    if field is None or field["lead"] or not field["value"]:
        return False
    return not is_field(region.lines[index], region)


def is_loose(line: str, region: Region) -> bool:
    """Whether a line is text that belongs to no field that can be seen in it."""
    if not is_content(line) or is_field(line, region) or line.lstrip().startswith("-"):
        return False
    if is_marked(line):
        return False
    match = None if FIELD.match(line) else NO_COLON.match(line)
    return match is None or match["name"].lower() not in FIELDS or not match["gap"].strip()


def _may_go_on(field: re.Match[str], below: str) -> bool:
    """Whether the value of a field may go on with what is below its line, or be that."""
    name, value = field["name"], field["value"]
    if not value:
        return (name in FIELDS - COLLECTIONS) != (below[0] in OPENERS)
    return BLOCK_HEADER.fullmatch(value) is not None or (name in TEXTS and value[0] not in OPENERS)
