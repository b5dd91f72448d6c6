"""The rule of block texts that take in a field below them, indented too deep (W315)."""

import re
from collections.abc import Iterator
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.fixes import is_within
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Claim, Update
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Path, mappings_in
from claim_tracker.yaml.field_names import PARTS, UPDATE

_WITHIN = {"updates": UPDATE, **PARTS}
"""The fields that have fields in them, and these."""
_OF_CLAIM, _OF_UPDATE = (
    tuple(name for name in fields_of(part) if use_of(part, name).paragraphs)
    for part in (Claim, Update)
)
"""The fields of texts in several lines."""
_NAMES = "|".join(_WITHIN)
_NAMED = re.compile(rf"(?:{_NAMES}):")
_FIELD = re.compile(rf"(?P<indent> +)(?P<name>{_NAMES}):[ \t]*(?:#.*)?")
_NEXT = re.compile(r"(?P<indent> +)(?:- +)?\{? *(?P<name>[a-z_]+):(?: .*)?")


@rule("W315", by_claim=True)
def texts_take_in_no_field(file: CheckedFile) -> Iterator[Violation]:
    """No block text ends with a field of the format and what is in that field.

    YAML takes what is indented deeper than the key of a block text for a part of it.
    """
    for path in _texts_with_names(file):
        span = _field_in(file, file.path_in_file(path))
        if span is not None:
            name = file.document.lines[span.line - 1].strip().partition(":")[0]
            yield Violation(
                f"`{name}:` is a part of the text of `{path[-1]}`, and no field",
                f"indent it, and what is in it, as far as `{path[-1]}:`",
                path,
                span=span,
            )


def _texts_with_names(file: CheckedFile) -> Iterator[Path]:
    """Yield the paths of the texts of claims and updates that have the name of such a field."""
    for index, claim in file.written_claims:
        yield from _with_names(claim, _OF_CLAIM, ("claims", index))
        for number, update in mappings_in(claim.get("updates")):
            yield from _with_names(update, _OF_UPDATE, ("claims", index, "updates", number))


def _with_names(part: dict[str, Any], fields: tuple[str, ...], path: Path) -> Iterator[Path]:
    for field in fields:
        text = part.get(field)
        if isinstance(text, str) and ":" in text and _NAMED.search(text) is not None:
            yield (*path, field)


def _field_in(file: CheckedFile, path: Path) -> Span | None:
    """Return where the last field of the format in a text begins, if all below it is in it."""
    span, lines = file.document.span(path), file.document.lines
    end = span.end_line - (span.end_column == 1)  # where something follows, the text ends there
    content = [
        (number, line)
        for number, line in enumerate(lines[span.line : end], start=span.line + 1)
        if line.strip()
    ]
    for index in range(len(content) - 2, -1, -1):
        number, line = content[index]
        field = _FIELD.fullmatch(line)
        if field is None:
            continue
        rest = [line for _, line in content[index + 1 :]]
        below, depth = _NEXT.fullmatch(rest[0]), len(field["indent"])
        is_in = below is not None and below["name"] in _WITHIN[field["name"]]
        if is_in and all(is_within(each, depth) for each in rest):
            return Span(number, depth + 1, number, field.end("name") + 2)
        return None
    return None
