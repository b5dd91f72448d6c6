"""What a model of the format is, and what is known of its fields.

A model is a part of the format: a mapping with fields of its own, which `model.py` lists. The
`FieldUse` of a field has what follows neither from its type nor from its name.
"""

from typing import (
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    TypeVar,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
)

from pydantic import ConfigDict, Field, WithJsonSchema, model_validator
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator

from claim_tracker.claims.scalars import SHAPE
from claim_tracker.dates import Period, Within

_T = TypeVar("_T")
_P = TypeVar("_P", bound="Part")
UNKNOWN_FIELD = "unexpected_keyword_argument"
"""The type that pydantic gives the error of a field that a model does not have."""
NO_MAPPING = "dataclass_type"
"""The type of the error of a value that is to be a model and is not a mapping."""


class FieldUse(NamedTuple):
    """What the tool does with a field, beyond what follows from its type and its name.

    `label` stands before its value, on a card, on a page and in a comparison. `add` and `record`
    ask for it by `question`, have its `option`, and say `help` of that; unless given these are the
    label, the name and the description. `known` is where the names that it holds are found: in the
    same field of other `claims`, their `ids`, or the keys of a section. The values of a field that
    `recurs`, which are no names, are offered again. One that is not `asked` for is given
    by its option, or when answers are changed. `searched` tells whether `--search`
    looks into its texts, and `prose` that it is compared word by word; one in `paragraphs` keeps
    its lines wherever it is shown whole. What an update says in a `lasting` field holds until a
    later one says otherwise, and a `sourced` one needs a source.
    """

    label: str | None = None
    question: str | None = None
    option: str | None = None
    help: str | None = None
    known: Literal["claims", "ids", "sources", "places"] | None = None
    recurs: bool = False
    asked: bool = True
    searched: bool = True
    prose: bool = False
    paragraphs: bool = False
    lasting: bool = False
    sourced: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether the values that other parts have in the field are offered for it."""
        return self.recurs or self.known == "claims"


def field(
    description: str | None,
    examples: list[Any] | None,
    use: FieldUse | None = None,
    **default: Any,
) -> Any:
    """Return what a model says of a field; one without a `default`, or a factory, is required."""
    info: FieldInfo = Field(description=description, examples=examples, **default)
    info.metadata.append(use or FieldUse())
    return info


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def model(part: type[_T]) -> type[_T]:
    """Make a class a model: an immutable pydantic dataclass that refuses unknown fields.

    With slots it takes a quarter of the memory of a `BaseModel`, and two thirds of its time.
    """
    made: Any = dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)(
        part
    )
    return cast("type[_T]", made)


@model
class Part:
    """A part of the format: a mapping with fields of its own."""

    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    __pydantic_validator__: ClassVar[SchemaValidator]

    @model_validator(mode="before")
    @classmethod
    def _null_means_absent(cls, data: Any) -> Any:
        if isinstance(data, dict) and None in data.values():
            # pydantic calls this on the class as it was before its slots: it has no fields yet.
            known = cls.__annotations__
            return {
                key: value for key, value in data.items() if value is not None or key not in known
            }
        return data


def fields_of(part: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields of a part by their names, in the order of the format."""
    return part.__pydantic_fields__


def use_of(part: type[Part], name: str) -> FieldUse:
    """Return what the tool does with a field."""
    return next(info for info in fields_of(part)[name].metadata if isinstance(info, FieldUse))


def label_of(part: type[Part], name: str) -> str:
    """Return the label that stands before the value of a field."""
    return use_of(part, name).label or words_of_name(name)


class ValueType(NamedTuple):
    """What a field holds: one value of a type, or a list of such; with its shape in the schema."""

    type: Any
    is_list: bool
    shape: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """Return the accepted words; none where the type is not a choice of words."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()


def value_type(part: type[Part], name: str) -> ValueType:
    """Return what a field holds when it is there."""
    info = fields_of(part)[name]
    held: Any = info.annotation
    if type(None) in get_args(held):
        held = get_args(held)[0]
    is_list = get_origin(held) is tuple
    if is_list:
        held = get_args(held)[0]
    metadata = (*info.metadata, *getattr(held, "__metadata__", ()))
    shapes = [info.json_schema for info in metadata if isinstance(info, WithJsonSchema)]
    shape = (shapes[-1] or {}).get(SHAPE) if shapes else None
    return ValueType(held, is_list, shape)


def words_of_name(name: str) -> str:
    """Return the name of a field as words."""
    return name.replace("_", " ").capitalize()


def validated(part: type[_P], data: object) -> _P:
    """Return the part that the data describes. Raises pydantic's ValidationError."""
    made: _P = part.__pydantic_validator__.validate_python(data)
    return made


def written_fields(part: Part) -> dict[str, Any]:
    """Return the set fields of a part as they are written, without its sources and updates."""
    written = {
        name: _written(getattr(part, name))
        for name in fields_of(type(part))
        if name not in ("source", "updates")
    }
    return {name: value for name, value in written.items() if value}


def _written(value: Any) -> Any:
    if isinstance(value, Period | Within):
        return value.text
    if isinstance(value, tuple):
        return [*map(str, value)]
    if isinstance(value, Part):
        return written_fields(value)
    if isinstance(value, bool):
        return "true" if value else None
    return None if value is None else str(value)
