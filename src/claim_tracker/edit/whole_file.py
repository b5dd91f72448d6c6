"""A file of claims that is written whole."""

from collections.abc import Mapping, Sequence

from claim_tracker.edit.section import section_entry
from claim_tracker.edit.yaml_writer import STEP, Fields, block, item

_MAX_ON_A_LINE = 2
"""How many fields an entry of a section has that stands on one line."""


def file_text(
    claims: Sequence[Fields],
    sections: Mapping[str, Mapping[str, Fields]],
    head: "Fields | None" = None,
) -> str:
    """Return the text of a file; `head` are its fields before the sections, but for the version."""
    lines = block({"version": "1", **(head or {})}, 0)
    for name, entries in sections.items():
        lines += ["", f"{name}:"] if entries else []
        for key, fields in entries.items():
            lines += section_entry(key, fields).lines(STEP, len(fields) <= _MAX_ON_A_LINE)
    lines += ["", "claims:" if claims else "claims: []"]
    for index, claim in enumerate(claims):
        if index:
            lines.append("")
        lines += item(claim, STEP, 2 * STEP)
    return "".join(f"{line}\n" for line in lines)
