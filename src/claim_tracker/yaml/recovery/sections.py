"""What of a whole file has no name that can be read: names cut in two, joined or missing."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, takewhile

from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, MAPPINGS, SETTINGS, section_of
from claim_tracker.yaml.lines import end_within, indent_of, is_content
from claim_tracker.yaml.outline import LEAD, USUAL_INDENT, Outline, block_column, is_key_line
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery.fault import MAX_MENDED_FAULTS
from claim_tracker.yaml.recovery.fixit import (
    Fixit,
    Replacements,
    content_above,
    content_below,
    has_more_below,
    insert_missing_name,
    move_to,
    name_of,
)

_MAX_LINES = 100
FIRST_HALF = re.compile(rf"{LEAD}(?P<half>[\w.-]+)[ \t]*$")
SECOND_HALF = re.compile(
    rf"[ \t]*+(?!(?:{'|'.join(FIELDS)})[ \t]*:)(?P<half>[\w.-]*)(?P<rest>[ \t]*:(?:[ \t].*)?)$"
)
"""The two lines of a name that is cut in two; the second alone is not a field."""
_REFERENCE = re.compile(r"(?:: |- |, ?|\[ ?)([\w.-]+)[ \t]*(?:[,\]]|$)", re.MULTILINE)
_JOINED = re.compile(
    r"(?:(?P<list>claims)|(?P<name>sources|places)):?[ \t]+"
    r"(?P<entry>(?(list)-[ \t]+\S.*|[\w.-]+:(?:[ \t].*)?))$"
)
EMPTY = re.compile(
    rf"{LEAD}(?P<key>[\"']?(?P<name>{'|'.join(COLLECTIONS)})[\"']?):"
    r"[ \t]*(?P<value>\[ *\]|\{ *\}|~|null)[ \t]*$"
)
"""A list or a mapping that is written as an empty one."""
INDENTED_SECTION = re.compile(r"[ \t]+[\"']?(sources|places)[\"']?:[ \t]*$")
_CLAIM = re.compile(r"[ \t]*-[ \t]+[\"']?id[\"']?[ \t]*:[ \t]")
_ENTRY = re.compile(r"- id: [a-z0-9-]+(?=[ \t]*$)")
_KEY = re.compile(r"(?P<lead>[ ]+)[\"']?[\w.-]+[\"']?[ ]*:(?:[ ]+\{.*\})?[ ]*(?: #.*)?$")
_LIKELY = re.compile(rf"claims|sources|places|[ \t]*-[ \t]+[\"']?id|{FIRST_HALF.pattern}")
_LIKELY_ENDS = frozenset(":]}~l \t")
"""With what such a line may end: `l` is that of `null`."""
_FIELD_IN_ENTRY = re.compile(r"(?:^[ ]+|[{,] *)[\"']?(\w+)[\"']?:(?= |$)", re.MULTILINE)


def headings(outline: Outline, beside: Iterable[str]) -> Iterator[Fixit]:
    """Yield what of a file has no name that can be read; of all but what is missing the first ones.

    These are names that are cut in two or joined to what they name, what is written as empty and
    is not, and claims on the line of another one. `beside` are lines of the same file in which
    there is none of these, and which may refer to a name.
    """
    lines = outline.lines

    @cache
    def references() -> frozenset[str]:
        """Return the names that are referred to, looked for only where one may be cut in two."""
        return frozenset(_REFERENCE.findall("\n".join(chain(lines, beside))))

    claim: int | None = None
    found = text_end = 0
    for index, line in enumerate(lines):
        if index < text_end or not _is_likely(line):
            continue
        text_end = _end_of_text(lines, index)
        if _CLAIM.match(line):
            claim = index
        excerpt = lines[index : index + _MAX_LINES]
        fixit = (
            _on_next_line(excerpt)
            or _joined_name(excerpt, references)
            or _not_empty(excerpt)
            or _at_margin(excerpt)
            or (_second_claim(line, indent_of(lines[claim])) if claim is not None else None)
        )
        if fixit is not None:
            lines_instead = {index + n: new for n, new in fixit.replacements.items()}
            yield fixit._replace(replacements=lines_instead, at=index)
            found += 1
        if found == MAX_MENDED_FAULTS:
            return
    yield from _without_names(outline)


def _is_likely(line: str) -> bool:
    """Whether what `headings` looks for, or a block text, may begin on a line, as on few.

    To try the pattern of each takes long.
    """
    has_sign = line[-1:] in _LIKELY_ENDS or ">" in line or "|" in line or "- id: " in line
    return has_sign or _LIKELY.match(line) is not None


def _end_of_text(lines: Sequence[str], index: int) -> int:
    """Return the line after a block text that begins below a line; that line where none does."""
    column = block_column(lines[index])
    return index if column is None else end_within(lines, index + 1, column)


def _on_next_line(excerpt: Sequence[str]) -> Fixit | None:
    """Return the fix-it for a section whose first entry is on the line of its name."""
    joined = _JOINED.match(excerpt[0])
    if joined is None or joined["entry"].partition(":")[0] in FIELDS:
        return None
    section, entry = joined["list"] or joined["name"], joined["entry"]
    below = indent_of(content_below(excerpt, 0))
    if joined["list"] or entry.endswith(":"):
        below -= USUAL_INDENT
    indent = below if below > 0 or (joined["list"] and below == 0) else USUAL_INDENT
    message = f"the first entry of `{section}` is on the line of its name"
    lines = (f"{section}:", f"{' ' * indent}{entry}")
    advice = f"write `{' ' * USUAL_INDENT}{entry}` on the next line"
    return Fixit({0: lines}, 0, advice, message, joined.span("entry"))


def _joined_name(excerpt: Sequence[str], references: Callable[[], Container[str]]) -> Fixit | None:
    """Return the fix-it for the name of a field or an entry whose other half is on the next line.

    `references` gives the names of entries.
    """
    first = FIRST_HALF.match(excerpt[0])
    second = SECOND_HALF.match(excerpt[1]) if first is not None and len(excerpt) > 1 else None
    if first is None or second is None:
        return None
    name = first["half"] + second["half"]
    if name not in FIELDS and name not in references():
        return None
    written = f"{name}{second['rest']}"
    message = "a line break cuts the name of this field in two"
    replacements: Replacements = {0: (f"{first['lead']}{written}",), 1: ()}
    return Fixit(replacements, 0, f"write `{written}`", message, first.span("half"))


def _not_empty(excerpt: Sequence[str]) -> Fixit | None:
    """Return the fix-it for a list or a mapping that is written as an empty one, and is none."""
    empty = EMPTY.match(excerpt[0])
    if empty is None or not has_more_below(excerpt, 0):
        return None
    written = f"{empty['key']}:"
    message = f"`{empty['name']}` is written as empty, and is not"
    replacements: Replacements = {0: (f"{empty['lead']}{written}",)}
    return Fixit(replacements, 0, f"write `{written}`", message, empty.span("value"))


def _at_margin(excerpt: Sequence[str]) -> Fixit | None:
    """Return the fix-it for a section that is indented, with entries of such a section."""
    section = INDENTED_SECTION.match(excerpt[0])
    if section is None:
        return None
    below = [line for line in excerpt[1:] if is_content(line)]
    deeper = takewhile(lambda line: indent_of(line) > indent_of(excerpt[0]), below)
    entries = compose("\n".join(deeper), has_replacements=True).root
    if isinstance(entries, Mapping) and set(map(section_of, entries.values())) == {section[1]}:
        return move_to(0, excerpt, 0, 1)
    return None


def _second_claim(line: str, indent: int) -> Fixit | None:
    """Return the fix-it for a claim that begins on the line of the end of the one above."""
    start = line.rfind("- id: ")
    entry = _ENTRY.match(line, start) if start > 0 and is_content(line) else None
    if entry is None:
        return None
    first = line[:start].rstrip(" \t")
    is_text = re.search(r"\w", first[:-1]) is not None and first[-1] != "-"
    if not is_text or len(first) == start:
        return None
    message = "a claim begins on the line of another one"
    advice = f"write `{entry[0]}` on the next line"
    replacements: Replacements = {0: (first, f"{' ' * indent}{entry[0]}")}
    return Fixit(replacements, 0, advice, message, entry.span())


def _without_names(outline: Outline) -> Iterator[Fixit]:
    """Yield lists of claims, and the sources or the places, that have no name above them."""
    lines = outline.lines
    names = [name for name, _, _ in outline.sections]
    claim = next((n for n, line in enumerate(lines) if _CLAIM.match(line)), 0)
    above = content_above(lines, claim)
    if above and "claims" not in names and not is_key_line(above):
        yield insert_missing_name("claims", lines, claim)
    for section in MAPPINGS:
        if section not in names:
            yield from _without_name(section, outline)
    if "defaults" not in names:
        yield from _defaults_without_name(outline)


def _defaults_without_name(outline: Outline) -> Iterator[Fixit]:
    """Yield the defaults of the claims at the end of another setting."""
    lines = outline.lines
    for name, header, end in outline.sections:
        known = SETTINGS.get(name)
        if not known:
            continue
        below = [n for n in range(header, end - 1) if lines[n][:1] == " " and is_content(lines[n])]
        fields = {n: name_of(lines[n]) for n in below}
        first = next((n for n in below if fields[n] not in known), header)
        if first not in (header, *below[:1]) and fields[first] in SETTINGS["defaults"]:
            yield insert_missing_name("defaults", lines, first)


def _without_name(section: str, outline: Outline) -> Iterator[Fixit]:
    """Yield the entries of a section at the end of another one, or below a field at the margin."""
    lines = outline.lines
    for name, header, end in outline.sections:
        if name == "claims":
            continue
        first = next((n for n in range(header, end - 1) if is_content(lines[n])), header)
        indent = indent_of(lines[first]) if first < len(lines) else 0
        keys = [
            n
            for n in range(first, end - 1)
            if (key := _KEY.match(lines[n])) is not None and len(key["lead"]) == indent
        ]
        entries = reversed([*zip(keys, [*keys[1:], end - 1], strict=False)])
        kinds = (
            (n, _section_of_entry(lines[n : min(stop, n + _MAX_LINES)])) for n, stop in entries
        )
        run = [n for n, _ in takewhile(lambda kind: kind[1] == section, kinds)]
        is_other = bool(run) and (name not in MAPPINGS or run[-1] != keys[0])
        if is_other and not _is_below_word(lines, run[-1]):
            yield insert_missing_name(section, lines, run[-1])
            return


def _is_below_word(lines: Sequence[str], index: int) -> bool:
    """Whether a word at the margin is above a line, which may be the name of a section."""
    above = content_above(lines, index)
    return FIRST_HALF.match(above) is not None and not above[0].isspace()


def _section_of_entry(lines: Sequence[str]) -> str | None:
    """Return the section that an entry belongs to; its lines begin with its key."""
    _, _, fields = "\n".join(lines).partition(":")
    return section_of(dict.fromkeys(_FIELD_IN_ENTRY.findall(fields)))
