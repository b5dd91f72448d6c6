"""What a person probably meant by a line that is no YAML: the repairs to try, likeliest first.

A repair keeps the number of lines. What it cannot keep of a value is a replacement character,
which is left out of the data when they are read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from claim_tracker.yaml.colons import begun_by_value, named, named_alone
from claim_tracker.yaml.dashes import (
    begun_claims,
    begun_updates,
    dashed,
    undashed,
    undoubled,
    unkeyed,
    unnamed,
    without_dash,
)
from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.elsewhere import set_among_claims
from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, MAPPINGS, TEXTS
from claim_tracker.yaml.flow import OPENERS, flows_meant
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import (
    FIELD,
    ITEM,
    LOST,
    Repair,
    Told,
    blanked,
    block_end,
    content_column,
    is_bare_key,
    replaced,
    word_of,
    write,
)
from claim_tracker.yaml.moves import in_line, loose_line, loose_text, moved_whole, moves
from claim_tracker.yaml.outline import Region
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.quotes import COMMENT, QUOTES, Meant, texts_meant

_LONGEST = 1_000
"""In a longer line than this nothing is guessed at."""
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


def repairs(
    lines: Sequence[str], region: Region, suspects: Sequence[int]
) -> Iterator[Iterable[Repair]]:
    """The repairs of a region, in which these lines (from 1) may be faulty, likeliest first.

    Of those that come together, none is likelier than another but by what it leads to.
    """
    own = [lines[n - 1] for n in region.lines]
    first = region.lines.start
    places = [n - first for n in dict.fromkeys(suspects) if n in region.lines]
    short = [place for place in places if len(own[place]) <= _LONGEST]
    yield from _singly(_written_anew(own, place, first) for place in short)
    yield from _singly(_closed_below(own, place, first) for place in short)
    yield from _singly(named_alone(own, place, first) for place in short)
    yield from _singly(begun_by_value(own, place, region) for place in short)
    starts = dict.fromkeys((*short, *_first_entry(own, region)))
    begun = [repair for place in starts for repair in set_among_claims(own, place, region)]
    begun += [repair for place in starts for repair in begun_claims(own, place, region)]
    begun += [repair for place in short for repair in begun_updates(own, place, first)]
    added = [repair for place in short for repair in dashed(own, place, first)]
    moved = [repair for place in places for repair in moves(own, place, region)]
    removed = [repair for place in places for repair in undashed(own, place, first)]
    removed += [repair for place in places for repair in undoubled(own, place, first)]
    whole = list(moved_whole(own, region))
    unnamed_entries = [repair for place in places for repair in unkeyed(own, place, region)]
    yield [*whole, *begun, *added, *moved, *removed, *unnamed_entries]
    if region.section in MAPPINGS:
        yield without_dash(own, first)
    yield from _singly(loose_text(own, place, region) for place in places)
    yield from _singly(unnamed(own, place, first) for place in places)


def rewritings(lines: Sequence[str], region: Region, suspects: Sequence[int]) -> Iterator[Repair]:
    """Those of the repairs of one line that are right whatever else is wrong in its region."""
    own = [lines[n - 1] for n in region.lines]
    first = region.lines.start
    places = [n - first for n in dict.fromkeys(suspects) if n in region.lines]
    for place in places:
        if len(own[place]) <= _LONGEST and not _has_deeper_below(own, place):
            yield from _written_anew(own, place, first)
    for place in places:
        yield from begun_claims(own, place, region)
        yield from begun_updates(own, place, first)
        yield from begun_by_value(own, place, region)
        yield from in_line(own, place, first)


def losses(
    lines: Sequence[str], region: Region, suspects: Sequence[int]
) -> Iterator[Iterable[Repair]]:
    """As `repairs`, for what can only be left out: the less, the earlier."""
    own = [lines[n - 1] for n in region.lines]
    first = region.lines.start
    places = [n - first for n in dict.fromkeys(suspects) if n in region.lines]
    short = [place for place in places if len(own[place]) <= _LONGEST]
    yield from _singly(loose_line(own, place, first) for place in places)
    yield from _singly(_set_below(own, place, first) for place in short)
    yield from _singly(_without_value(own, place) for place in places)
    yield from _singly(_left_out(own, place) for place in places)


def _first_entry(own: Sequence[str], region: Region) -> list[int]:
    """The line below the name of a section, where no entry begins."""
    if region.is_entry:
        return []
    return [n for n in range(1, len(own)) if is_content(own[n])][:1]


def _singly(repairs: Iterable[Iterable[Repair]]) -> Iterator[Iterable[Repair]]:
    return ((repair,) for each in repairs for repair in each)


def _left_out(own: list[str], place: int) -> Iterator[Repair]:
    yield Repair(blanked(own, place, place + 1), loses=True)
    yield Repair(blanked(own, place, block_end(own, place)), loses=True)


def _written_anew(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """One line in the place of another."""
    yield from _with_spaces(own, place, first)
    yield from _commented(own, place, first)
    yield from _unmarked(own, place, first)
    yield from named(own, place, first)
    yield from _bulleted(own, place, first)
    yield from _with_value(own, place, first)


def _with_spaces(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The line indented by common spaces alone."""
    match = _FOREIGN.match(own[place])
    if match is not None:
        indent = match[0].replace(REPLACEMENT, "")
        message = "the indentation has a space that is not the common one"
        advice = f"indent it by {len(indent)} common spaces"
        said = Told(first + place, advice, message, (0, match.end()))
        new = replaced(own, place, " " * len(indent) + own[place][match.end() :])
        row = list(takewhile(_FOREIGN_ALONE.match, own[place + 1 :]))
        if row and REPLACEMENT not in match[0]:
            spaced = [_FOREIGN.sub(lambda each: " " * len(each[0]), line, count=1) for line in row]
            all_of_them = [*new[: place + 1], *spaced, *new[place + 1 + len(row) :]]
            yield Repair(all_of_them, said._replace(help=f"{said.help}, and so on below"))
        yield Repair(new, said, is_known=REPLACEMENT in match[0])


def _commented(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The comment, or the end of the data, as none."""
    if own[place].rstrip() == "...":
        yield Repair(blanked(own, place, place + 1))
    match = _SLASHES.match(own[place])
    if match is not None:
        written = f"# {match['text']}".rstrip()
        said = write(
            first + place,
            written,
            f"`{match['sign']}` does not begin a comment",
            match.span("sign"),
        )
        yield Repair(blanked(own, place, place + 1), said)


def _unmarked(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The line without the mark that a comparison or a mail puts before it."""
    line = own[place]
    if line.startswith(("+ ", "> ")) and FIELD.match(line[1:]):
        message = "the line begins with a mark of a comparison or a mail"
        said = Told(first + place, f"delete the `{line[0]}`", message, (0, 1))
        yield Repair(replaced(own, place, f" {line[1:]}"), said)


def _has_deeper_below(own: Sequence[str], place: int) -> bool:
    """Whether the line below may go on with the value of a line."""
    below = next((line for line in own[place + 1 :] if is_content(line)), "")
    return indent_of(below) > content_column(own[place])


def _bulleted(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The item with its dash, and a space after it."""
    match = _BULLET.match(own[place])
    if match is not None:
        written = f"- {match['value']}"
        start = match.start("sign")
        columns = (start, start + len(match["sign"].rstrip()))
        said = write(first + place, written, "an item of a list begins with `- `", columns)
        yield Repair(replaced(own, place, f"{match['lead']}{written}"), said)


def _with_value(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The field or the item with a value that can be read."""
    match = FIELD.match(own[place]) or ITEM.match(own[place])
    value = (match["value"] or "").rstrip() if match is not None else ""
    if match is None or not value or not compose(f"x: {value}").stopped:
        return
    start = match.start("value")
    lead, name = own[place][:start], match.groupdict().get("name")
    for meant in _meant(name, value):
        columns = (start + meant.start, start + meant.stop)
        written = COMMENT.sub("", f"{lead.lstrip()}{meant.value}")
        said = write(first + place, written, meant.message, columns)
        new = meant.value
        if meant.is_text and name is not None and name not in TEXTS:
            said, new = said._replace(help="write the value without this"), LOST
        if meant.help is not None:
            said = said._replace(help=meant.help)
        yield Repair(replaced(own, place, f"{lead}{new}"), said, loses=meant.loses)


def _meant(name: str | None, value: str) -> Iterator[Meant]:
    if name in ("places", "tags", "related") and value.startswith("- "):
        message = "an item on the line of its list"
        yield Meant(f"[{value[2:].strip()}]", message, 0, 1)
    is_flow = value[0] in OPENERS and name not in FIELDS - COLLECTIONS
    yield from flows_meant(value) if is_flow else texts_meant(value)


def _closed_below(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The text or list of several lines with its end, or the one above with its beginning."""
    closer = _CLOSERS.match(own[place])
    if closer is not None:
        yield from _opened_above(own, place, first, closer)
    match = FIELD.match(own[place])
    value = (match["value"] or "").strip() if match is not None else ""
    end = block_end(own, place)
    if value[:1] in OPENERS:
        end = max(end, _commas_end(own, place))
    if match is None or end == place + 1 or value[:1] not in (*QUOTES, *OPENERS):
        return
    sign = OPENERS.get(value[0], value[0])
    last = own[end - 1].rstrip()
    start = match.start("value")
    what = "quote" if value[0] in QUOTES else "list" if value[0] == "[" else "mapping"
    advice = f"close it with `{sign}` at the end of line {first + end - 1}"
    said = Told(first + place, advice, f"this {what} is never closed", (start, start + 1))
    yield Repair(replaced(own, end - 1, f"{last}{sign}"), said)


def _commas_end(own: Sequence[str], place: int) -> int:
    """The line after all that go on with one that ends with a comma."""
    end = place + 1
    while end < len(own) and own[end - 1].rstrip().endswith(","):
        end += 1
    return end


def _opened_above(
    own: list[str], place: int, first: int, closer: re.Match[str]
) -> Iterator[Repair]:
    sign = next(opener for opener, each in OPENERS.items() if each == closer["sign"])
    for above in range(place - 1, -1, -1):
        if is_bare_key(own[above]) and indent_of(own[above]) <= indent_of(own[place]):
            written = f"{own[above].strip()} {sign}"
            what = f"the list that ends with `{closer['sign']}` does not begin with `{sign}`"
            said = write(first + above, written, what, word_of(own[above]))
            yield Repair(replaced(own, above, f"{own[above].rstrip()} {sign}"), said)
            break
    advice = f"delete it, or begin the list with `{sign}`"
    told = Told(first + place, advice, f"`{closer['sign']}` closes nothing", closer.span("sign"))
    yield Repair(blanked(own, place, place + 1), told)


def _set_below(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The list or the mapping that begins on the line of its name, left out with all of it."""
    match = FIELD.match(own[place])
    if match is None or match["name"] not in COLLECTIONS or not match["value"]:
        return
    inner = FIELD.match(match["value"])
    if inner is not None and inner["name"] in FIELDS:
        said = write(
            first + place,
            match["value"],
            f"what belongs to `{match['name']}` begins on its line",
            match.span("value"),
        )
        bare = f"{match['lead']}{match['name']}: {LOST}"
        new = replaced(blanked(own, place, block_end(own, place)), place, bare)
        yield Repair(new, said._replace(help=f"{said.help} on the next line, indented"))


def _without_value(own: list[str], place: int) -> Iterator[Repair]:
    """The field or the item without what is said of it."""
    match = FIELD.match(own[place])
    item = ITEM.match(own[place])
    if match is not None:
        bare = f"{match['lead']}{match['name']}: {LOST}"
    elif item is not None:
        bare = f"{item['lead']}{LOST}"
    else:
        return
    yield Repair(replaced(own, place, bare))
    yield Repair(replaced(blanked(own, place, block_end(own, place)), place, bare))
