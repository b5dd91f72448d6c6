"""Validators by the JSON Schema of a claims file."""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from claim_tracker.claims.json_schema import claims_schema


@cache
def validator(definition: str | None = None) -> Draft202012Validator:
    """A validator of a whole file, or of what a definition is of."""
    whole = claims_schema()
    return Draft202012Validator(
        {"$ref": f"#/$defs/{definition}", "$defs": whole["$defs"]} if definition else whole
    )


def accepts(data: Any, definition: str | None = None) -> bool:
    """Whether the schema accepts some data."""
    return bool(validator(definition).is_valid(data))
