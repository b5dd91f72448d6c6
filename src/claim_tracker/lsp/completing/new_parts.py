"""What is written for a field that is new, and for a whole claim, update, source or place."""

from typing import Any

from claim_tracker.claims.fields import Part, value_type
from claim_tracker.claims.model import Checks, Claim, ClaimsFile, Publisher, Quantity, Update
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF, Kind
from claim_tracker.edit.ids import first_free
from claim_tracker.edit.yaml_writer import STEP, flow
from claim_tracker.lsp.completing.cursor import Cursor, claim_kind
from claim_tracker.lsp.completing.template import Hole, Template
from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml import Mapping
from claim_tracker.yaml.lines import indent_of, is_content

_IN_BRACES = {
    Quantity: ("value", "unit"),
    Publisher: ("name", "url"),
    Checks: ("archived",),
}
"""What is written first of a part that is in braces."""


def new_field(view: View, cursor: Cursor, part: type[Part], name: str) -> Template:
    """Return a field that is not there yet, below the column of its key."""
    kind, is_block = claim_kind(view, cursor), not cursor.is_flow
    if is_block and part is ClaimsFile and name in ("sources", "places", "claims", "defaults"):
        return [f"{name}:", *_section(view, cursor, name)]
    if is_block and part is Claim and name == "updates":
        dash = _dash_step(view)
        update = new_update(view, kind)
        return [f"{name}:\n{' ' * dash}- ", *_indented(update, dash + STEP)]
    return [f"{name}: ", *_value(view, part, name, kind)]


def _value(view: View, part: type[Part], name: str, kind: Kind | None) -> Template:
    held = value_type(part, name)
    if part is Update and name == "date":
        return [Hole(view.file.today.isoformat())]
    if held.type in _IN_BRACES:
        return _braces({name: Hole() for name in _IN_BRACES[held.type]})
    if held.is_list:
        return ["[", Hole(), "]"]
    if name == "version":
        return ["1"]
    if held.shape == "yes":
        return [Hole("true")]
    if name == "outcome" and kind is not None:
        return [Hole(words=OUTCOMES_OF[kind])]
    return [Hole(words=held.words)]


def _section(view: View, cursor: Cursor, name: str) -> Template:
    match name:
        case "claims":
            return [f"\n{' ' * STEP}- ", *_indented(new_claim(view, cursor), 2 * STEP)]
        case "defaults":
            return [f"\n{' ' * STEP}", Hole()]
    return [f"\n{' ' * STEP}", *_indented(new_entry(view, name), STEP)]


def new_claim(view: View, cursor: Cursor) -> Template:
    """Return a claim, with what it is likely to have in common with the one above it."""
    defaults, last = view.file.defaults, _claim_above(view, cursor)
    fields: dict[str, Hole] = {"id": Hole(), "claim": Hole(), "kind": Hole(words=KINDS)}
    for name in ("speaker", "organisation"):
        if name == "speaker" or isinstance(last.get(name), str):
            fields[name] = Hole(_text(last.get(name)))
    fields |= {"due": Hole(), "source": Hole(_source(view, last.get("source")))}
    return _block({name: hole for name, hole in fields.items() if name not in defaults})


def new_update(view: View, kind: Kind | None) -> Template:
    """Return an update of today."""
    words = OUTCOMES_OF[kind] if kind is not None else ()
    source = Hole(_latest_source(view))
    today = Hole(view.file.today.isoformat())
    return _block({"date": today, "outcome": Hole(words=words), "source": source})


def new_entry(view: View, section: str) -> Template:
    """Return a source or a place under a new key, in the style of the last one in its section."""
    names = ("url", "title", "publisher") if section == "sources" else ("name", "region", "country")
    fields = dict.fromkeys(names, Hole())
    if section == "sources":
        fields["published"] = Hole(view.file.today.isoformat())
    name, taken = section.removesuffix("s"), view.file.section(section)
    key = Hole(name if name not in taken else first_free(name, 2, taken))
    if _is_in_braces(view, section):
        return [key, ": ", *_braces(fields)]
    return [key, f":\n{' ' * STEP}", *_indented(_block(fields), STEP)]


def _is_in_braces(view: View, section: str) -> bool:
    """Whether the last entry of a section is in flow style; of none, whether such usually are."""
    entries = [entry for entry in view.file.section(section).values() if isinstance(entry, Mapping)]
    if not entries:
        return section == "places"
    line = view.document.lines[entries[-1].line - 1]
    return "{" in line


def _claim_above(view: View, cursor: Cursor) -> dict[str, Any]:
    """Return the claim above a position as it is written, or the last of the file."""
    written = [claim for _, claim in view.file.written_claims]
    line = cursor.word.span.line
    mappings = (each for each in reversed(written) if isinstance(each, Mapping))
    above = (each for each in mappings if each.line < line)
    return next(above, written[-1] if written else {})


def _text(value: Any) -> str:
    """Return a value as it is written in a line; nothing of one that is no text."""
    return flow(value) if isinstance(value, str) and value else ""


def _source(view: View, cited: Any) -> str:
    """Return the key of the first source that is cited, where the file has it; else of its last."""
    while isinstance(cited, list | dict):
        cited = cited.get("source") if isinstance(cited, dict) else next(iter(cited), None)
    is_known = isinstance(cited, str) and cited in view.file.section("sources")
    return _text(cited) if is_known else _latest_source(view)


def _latest_source(view: View) -> str:
    return _text(next(reversed(view.file.section("sources")), ""))


def _dash_step(view: View) -> int:
    """Return how far the dashes of lists are indented below their keys in a file."""
    lines = iter(view.document.lines)
    for line in lines:
        if line.startswith("claims:"):
            below = next((line for line in lines if is_content(line)), "")
            return 0 if indent_of(below) == 0 and below.startswith("-") else STEP
    return STEP


def _block(fields: dict[str, Hole]) -> Template:
    return _apart(fields, "\n")


def _braces(fields: dict[str, Hole]) -> Template:
    return ["{", *_apart(fields, ", "), "}"]


def _apart(fields: dict[str, Hole], between: str) -> Template:
    """Return fields with a text between them."""
    parts: list[str | Hole] = []
    for name, hole in fields.items():
        parts += [f"{between if parts else ''}{name}: ", hole]
    return parts


def _indented(template: Template, column: int) -> Template:
    """Return a text of several lines, those below the first indented."""
    space = "\n" + " " * column
    return [part.replace("\n", space) if isinstance(part, str) else part for part in template]
