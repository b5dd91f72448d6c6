"""The JSON Schema of a claims file, for editors and for validators that know no dates.

It is made from the models, with the shapes of scalars in `json_shapes.py`.

Editors offer what a schema has as an example or a default, and `true`, `false` and `null` where a
type admits them, as if they were values to choose from. So it has neither examples nor defaults,
and says by a condition which types it refuses.
"""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from claim_tracker.claims.fields import Part, fields_of, words_of_name
from claim_tracker.claims.json_shapes import DEFINED, INLINED, Schema, any_case
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Defaults,
    Publisher,
    Quantity,
    Source,
)
from claim_tracker.claims.scalars import SHAPE
from claim_tracker.claims.vocabulary import MEANINGS, OUTCOMES, OUTCOMES_OF

_NULL: Schema = {"type": "null"}
_TYPES = ("string", "number", "boolean", "array", "object", "null")
_NOTHING: Schema = {"not": {"type": [kind for kind in _TYPES if kind != "null"]}}
"""The same as null, which editors would offer."""
_ANYTHING: Schema = {"anyOf": [{}]}
"""What each value fits. The YAML language server completes the name of a field by its colon where
the field has a type or a choice."""
_OPTIONAL_PARTS: tuple[type[Part], ...] = (Checks, Defaults, Publisher, Quantity)
"""The models that stand only where there can be nothing as well."""
_OPTIONAL = [f"#/$defs/{part.__name__}" for part in _OPTIONAL_PARTS]
_NULLABLE = [*_OPTIONAL, "#/$defs/Date", "#/$defs/Deadline"]

_LIST_WANTED = "Write a list here: each item after a hyphen, or [one, two]."
_SOURCE_WANTED = (
    "Write a key of `sources`, a place in one such as {source: report, at: page 12}, or a source "
    "such as {url: https://example.org/report}."
)
_ABOUT = ("title", "description")
_NOT_SUGGESTED: Schema = {"doNotSuggest": True}
"""Of a field in a rule, which editors would offer beside the field itself."""


def claims_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a claims file.

    It holds the fields of every model with their titles and descriptions, the accepted words
    with their meanings, a pattern for each date, address, id and number, what the kind of a
    claim allows, and for editors what to write in the place of a fault. It cannot say what
    follows from several places of a file: that a key exists, or that one day is before another.
    """
    made = TypeAdapter(ClaimsFile).json_schema(schema_generator=_Generator)
    whole = _with_shapes(made)
    whole["$defs"] |= {shape["title"]: _by_condition(shape) for shape in DEFINED.values()}
    whole["title"] = "Claims file"
    whole["$defs"] = dict(sorted(whole["$defs"].items()))
    return {"$schema": GenerateJsonSchema.schema_dialect, **whole}


def schema_text() -> str:
    """Return the JSON Schema as a file of its own."""
    return json.dumps(claims_schema(), indent=2, ensure_ascii=False) + "\n"


def _with_shapes(value: Any) -> Any:
    """Return a part of a schema with each shape in the place of its name."""
    if isinstance(value, list):
        return [_with_shapes(item) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: _with_shapes(item) for key, item in value.items() if key != SHAPE}
    name = value.get(SHAPE)
    made = _by_condition(_flat(rest if name is None else _shape(name) | rest))
    if made.get("additionalProperties") is False:
        fields = made["properties"]
        made["properties"] = {name: _completable(field) for name, field in fields.items()}
    return made


def _flat(field: Schema) -> Schema:
    """Return the schema of a field without a choice, where it has a type that can be null too.

    What a validator says of a wrong value is then about that value, not about the choice. Words
    and booleans are offered by editors, so null stays beside them, as what is never offered.
    """
    choice = field.get("anyOf", ())
    if _NULL not in choice:
        return field
    value: Schema = choice[0]
    rest = _without(field, "anyOf")
    if value.get("$ref") in _NULLABLE:
        return value | rest
    kinds = _kinds(value)
    if "enum" in value or kinds[:1] in ([], ["boolean"]):
        return {"anyOf": [value, _NOTHING]} | rest
    return value | {"type": [*kinds, "null"]} | rest


def _kinds(value: Schema) -> list[str]:
    kinds = value.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds


def _by_condition(value: Schema) -> Schema:
    """Return the schema of a value without a type that editors offer `true` or `null` for."""
    kinds = _kinds(value)
    if kinds == ["array"] and "title" in value:
        return {"errorMessage": _LIST_WANTED} | value
    if len(kinds) == 1 or kinds[:1] == ["boolean"] or not {"boolean", "null"} & set(kinds):
        return value
    message = value.get("errorMessage", _LIST_WANTED)
    rest = _without(value, "type", "errorMessage")
    by_pattern = {"patternErrorMessage": message} if "pattern" in rest else {}
    refused = [kind for kind in _TYPES if kind not in kinds]
    condition = {"if": {"type": refused}, "then": {"type": kinds, "errorMessage": message}}
    return condition | by_pattern | rest


def _completable(field: Schema) -> Schema:
    """Return the schema of a field with what its name needs to be completed by a colon."""
    reference = field.get("$ref")
    if {"type", "items", "anyOf"} & set(field) or reference in _OPTIONAL:
        return field
    if reference is None:
        return _ANYTHING | field
    return _ANYTHING | {"allOf": [{"$ref": reference}]} | _without(field, "$ref")


def _shape(name: str) -> Schema:
    if name in DEFINED:
        return {"$ref": f"#/$defs/{DEFINED[name]['title']}"}
    return INLINED[name]


class _Generator(GenerateJsonSchema):
    """Adds to what pydantic says of the models what it cannot know."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        required = made.get("required", ())
        made["properties"] = {
            name: (_not_null if name in required else _or_null)(_without(field, "examples"))
            for name, field in made["properties"].items()
        }
        if schema["cls"] in (Claim, Defaults):
            made["properties"]["due"] = _or_no_deadline(made["properties"]["due"])
        if schema["cls"] in _OPTIONAL_PARTS:
            names = " and ".join(f"`{name}`" for name in [*made["properties"]][:2])
            made["type"] = ["object", "null"]
            made["errorMessage"] = f"Write its fields here, such as {names}."
        if schema["cls"] is Claim:
            made["required"] = [name for name in required if name not in fields_of(Defaults)]
        return made | _RULES.get(schema["cls"], {})

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        first, *others = super().union_schema(schema)["anyOf"]
        key = first | {"errorMessage": _SOURCE_WANTED}
        return {"oneOf": [key, *(form for each in others for form in each.get("oneOf", [each]))]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        made = super().literal_schema(schema)
        meanings = [MEANINGS[word] for word in made["enum"] if word in MEANINGS]
        return made | {"enumDescriptions": meanings} if meanings else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def get_title_from_name(self, name: str) -> str:
        return words_of_name(name)


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: item for key, item in schema.items() if key not in keys}


def _or_no_deadline(field: Schema) -> Schema:
    """Return the schema of a deadline that can be none, where a default has one."""
    none = {"type": "string", "pattern": any_case("none")}
    about = {key: item for key, item in field.items() if key in _ABOUT}
    return {"if": none, "else": {SHAPE: "deadline"}} | about


def _or_null(field: Schema) -> Schema:
    """Return the schema of a nullable field: null is the same as absent."""
    if _NULL in field.get("anyOf", ()):
        return field
    about = {key: field[key] for key in _ABOUT if key in field}
    return {"anyOf": [_without(field, *_ABOUT), _NULL]} | about


def _not_null(field: Schema) -> Schema:
    """Return the schema of a required field, without null."""
    shape = DEFINED.get(field.get(SHAPE, ""))
    if shape is None:
        return field
    needed = {"type": ["string", "integer"], "errorMessage": shape["errorMessage"]}
    return {"allOf": [{SHAPE: field[SHAPE]}, needed]} | _without(field, SHAPE)


def _for_kind(kind: str, *, then: Schema) -> Schema:
    """Return the rules that hold for the claims of one kind only."""
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"properties": then},
    }


def _outcomes_of(kind: str, words: tuple[str, ...]) -> Schema:
    others = [word for word in OUTCOMES if word not in words]
    message = f"A {kind} cannot have this outcome; write {', '.join(words[:-1])} or {words[-1]}."
    rule = {"if": {"enum": others}, "then": {"enum": [*words], "errorMessage": message}}
    items = {"properties": {"outcome": rule | _NOT_SUGGESTED}}
    return _for_kind(kind, then={"updates": {"items": items} | _NOT_SUGGESTED})


def _no_as_of(kind: str) -> Schema:
    nothing = _NULL | {"errorMessage": "Only a fact has `as_of`."}
    return _for_kind(kind, then={"as_of": nothing | _NOT_SUGGESTED})


def _is_given(name: str) -> Schema:
    """Return the schema of a mapping in which a field has a value."""
    return {"properties": {name: {"not": _NULL}}, "required": [name]}


def _unless_default(name: str, then: Schema) -> Schema:
    """Return the schema of a file whose claims are as in `then`, unless a field has a default."""
    return {
        "if": {"not": {"properties": {"defaults": _is_given(name)}, "required": ["defaults"]}},
        "then": {"properties": {"claims": {"items": then}}},
    }


_UNDATED_SOURCE = {"type": "object", "properties": {"published": _NULL}}
_STATED_IF_UNDATED: Schema = {
    "if": {"properties": {"source": _UNDATED_SOURCE}, "required": ["source"]},
    "then": {
        "properties": {"stated": {"not": _NULL} | _NOT_SUGGESTED},
        "required": ["stated"],
        "errorMessage": "The source has no `published`, so this needs `stated`: when it was said.",
    },
}
_RULES: dict[type[Part], Schema] = {
    Claim: {
        "allOf": [
            *(_outcomes_of(kind, words) for kind, words in OUTCOMES_OF.items()),
            *(_no_as_of(kind) for kind in OUTCOMES_OF if kind != "fact"),
        ]
    },
    ClaimsFile: {
        "allOf": [
            *(
                _unless_default(name, {"required": [name]})
                for name, field in fields_of(Claim).items()
                if field.is_required() and name in fields_of(Defaults)
            ),
            _unless_default("stated", _STATED_IF_UNDATED),
        ]
    },
    Source: {
        "anyOf": [
            _is_given(name) | {"errorMessage": "A source needs a `url`, or a `title`."}
            for name in ("url", "title")
        ]
    },
}
"""The rules between the fields of one model."""
