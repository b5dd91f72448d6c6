"""Names that a line break cuts in two, and sections without a name on a line of its own."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, FIELDS_OF, MAPPINGS, section_of
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import (
    FIELD,
    LEAD,
    Told,
    block_end,
    has_more_below,
    is_bare_key,
    word_of,
    write,
)
from claim_tracker.yaml.moves import moved_to
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Problem

_MOST = 20
_FIRST_HALF = re.compile(rf"{LEAD}(?P<half>[\w.-]+)[ \t]*$")
_SECOND_HALF = re.compile(r"[ \t]*+(?P<half>[\w.-]*)(?P<rest>[ \t]*:(?:[ \t].*)?)$")
_REFERENCE = re.compile(r"(?:: |- |, ?|\[ ?)([\w.-]+)[ \t]*(?:[,\]]|$)", re.MULTILINE)
_JOINED = re.compile(
    r"(?:(?P<list>claims)|(?P<name>sources|places)):?[ \t]+"
    r"(?P<entry>(?(list)-[ \t]+\S.*|[\w.-]+:(?:[ \t].*)?))$"
)
_EMPTY = re.compile(rf"{LEAD}(?P<name>[a-z]+):[ \t]*(?P<value>\[ *\]|\{{ *\}}|~|null)[ \t]*$")
_SECTION = re.compile(r"[ \t]+(?P<name>sources|places):[ \t]*$")
_CLAIM = re.compile(r"[ \t]*-[ \t]+id[ \t]*:[ \t]")
_SECOND_CLAIM = re.compile(r"(?<=[^\s-])[ \t]+(?P<entry>- id: [a-z0-9-]+)[ \t]*$")
_WORD = re.compile(r"\w")
_ENTRY_INDENT = 2


@dataclass(slots=True)
class Headed:
    """The lines with their names mended, and what is wrong with those that are written.

    `gaps` are the lines of entries that lack a field, or of sections that lack an entry, each
    with the name of the section: there was no line left for it.
    """

    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    gaps: dict[int, str] = field(default_factory=dict)


def with_headings(lines: Sequence[str]) -> Headed:
    """The lines of a file that is no YAML, up to 20 of its names mended."""
    headed = Headed(list(lines))
    names = FIELDS.union(_REFERENCE.findall("\n".join(lines)))
    for place, line in enumerate(lines):
        if len(headed.problems) == _MOST:
            break
        joined = _JOINED.match(line)
        if joined is not None:
            _set_apart(headed, place, joined)
        elif place + 1 < len(lines):
            _put_together(headed, place, names)
            _filled(headed, place)
            _brought_to_margin(headed, place)
            _set_below(headed, place)
    _name_entries(headed)
    _name_claims(headed)
    return headed


def _put_together(headed: Headed, place: int, names: Collection[str]) -> None:
    """A name, one of these, of which the other half is on the next line."""
    first = _FIRST_HALF.match(headed.lines[place])
    second = _SECOND_HALF.match(headed.lines[place + 1])
    if first is None or second is None or second["half"] in FIELDS:
        return
    name = first["half"] + second["half"]
    if name in names:
        written = f"{name}{second['rest']}"
        message = "a line break cuts the name of this field in two"
        _say(headed, write(place + 1, written, message, first.span("half")))
        headed.lines[place : place + 2] = ["", f"{first['lead']}{written}"]


def _filled(headed: Headed, place: int) -> None:
    """A list or a mapping that is written as an empty one, and is none."""
    empty = _EMPTY.match(headed.lines[place])
    if empty is not None and empty["name"] in COLLECTIONS and has_more_below(headed.lines, place):
        message = f"`{empty['name']}` is written as empty, and is not"
        _say(headed, write(place + 1, f"{empty['name']}:", message, empty.span("value")))
        headed.lines[place] = f"{empty['lead']}{empty['name']}:"


def _set_apart(headed: Headed, place: int, joined: re.Match[str]) -> None:
    """A section whose first entry is on the line of its name."""
    section = joined["list"] or joined["name"]
    message = f"the first entry of `{section}` is on the line of its name"
    said = write(
        place + 1, f"{' ' * _ENTRY_INDENT}{joined['entry']}", message, joined.span("entry")
    )
    _say(headed, said._replace(help=f"{said.help} on the next line"))
    _begin(headed, place, section, joined["entry"])


def _brought_to_margin(headed: Headed, place: int) -> None:
    """A section that is indented, with entries that tell that it is one."""
    section = _SECTION.match(headed.lines[place])
    if section is None:
        return
    below = headed.lines[place + 1 : block_end(headed.lines, place)]
    entries = compose("\n".join(below), clean=False).root
    if isinstance(entries, Mapping) and set(map(section_of, entries.values())) == {section["name"]}:
        _say(headed, moved_to(0, headed.lines[place], place + 1))
        headed.lines[place] = f"{section['name']}:"


def _set_below(headed: Headed, place: int) -> None:
    """A claim that begins on the line of the end of the one above, in the place of that end."""
    lines = headed.lines
    second = _SECOND_CLAIM.search(lines[place])
    is_begun = second is not None and _WORD.search(lines[place], 0, second.start()) is not None
    inside = range(place - 1, -1, -1) if is_begun and is_content(lines[place]) else ()
    above = next((n for n in inside if _CLAIM.match(lines[n])), None)
    if second is None or above is None:
        return
    message = "a claim begins on the line of another one"
    said = write(place + 1, second["entry"], message, second.span("entry"))
    _say(headed, said._replace(help=f"{said.help} on the next line"))
    lines[place] = f"{' ' * indent_of(lines[above])}{second['entry']}"
    headed.gaps[above + 1] = "claims"


def _name_claims(headed: Headed) -> None:
    """The list of claims that follows on something else, with its name."""
    lines = headed.lines
    content = [n for n, line in enumerate(lines) if is_content(line)]
    claim = next((n for n in content if _CLAIM.match(lines[n])), 0)
    above = next((n for n in reversed(content) if n < claim), None)
    if above is None or is_bare_key(lines[above]) or any(map(_is_list_of_claims, lines)):
        return
    _name(headed, claim, above, "claims")


def _name_entries(headed: Headed) -> None:
    """The sources, or the places, that follow on a field at the margin, with their name."""
    lines = headed.lines
    content = [n for n, line in enumerate(lines) if is_content(line)]
    for above, place, below in zip(content, content[1:], content[2:], strict=False):
        field = FIELD.match(lines[below])
        margins = [indent_of(lines[n]) for n in (above, place, below)]
        is_first = 0 == margins[0] < margins[1] < margins[2] and not is_bare_key(lines[above])
        if is_first and is_bare_key(lines[place]) and field is not None:
            fits = (name for name in MAPPINGS if field["name"] in FIELDS_OF[name])
            section = next(fits, None)
            if section is not None and not any(line.startswith(section) for line in lines):
                _name(headed, place, above, section)
            return


def _name(headed: Headed, place: int, above: int, section: str) -> None:
    """The name of a section above its first entry, or in the place of that."""
    lines = headed.lines
    what = "list" if section == "claims" else "section"
    said = Told(place + 1, f"write `{section}:` on the line above", f"this {what} has no name")
    _say(headed, said._replace(columns=word_of(lines[place])))
    if above < place - 1:
        lines[place - 1] = f"{section}:"
    else:
        _begin(headed, place, section, lines[place].strip())


def _is_list_of_claims(line: str) -> bool:
    return line.lstrip(" \t\"'").startswith("claims")


def _begin(headed: Headed, place: int, section: str, entry: str) -> None:
    """The name of a section on a line, and on the next one the entry in the place of a field."""
    lines = headed.lines
    below = next((n for n in range(place + 1, len(lines)) if is_content(lines[n])), len(lines))
    column = indent_of(lines[below]) - _ENTRY_INDENT if below < len(lines) else -1
    lines[place] = f"{section}:"
    is_key = section in MAPPINGS
    if column < 0 and is_key and not entry.endswith(":"):
        lines[place] = f"{section}: {{{entry}}}"
    elif column < (1 if is_key else 0):
        headed.gaps[place + 1] = section
    else:
        lines[below] = f"{' ' * column}{entry}"
        headed.gaps[below + (2 if is_key else 1)] = section


def _say(headed: Headed, said: Told) -> None:
    headed.problems.append(
        Problem("E002", said.message or "", said.help, span=said.span(headed.lines))
    )
