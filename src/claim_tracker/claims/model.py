"""The models of a claims file: what a person may write, and what type each value has.

Every scalar comes as text, so that no YAML reader guesses a type; the models turn it into
dates, numbers and words. A model is immutable, and knows no field but its own.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Any, ClassVar, Literal, TypeVar, cast, dataclass_transform

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    FailFast,
    Field,
    GetCoreSchemaHandler,
    GetPydanticSchema,
    Strict,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, SchemaValidator, Url, core_schema

from claim_tracker.claims.vocabulary import Ignorable, Kind, Outcome, Progress
from claim_tracker.dates import (
    DateError,
    Period,
    Within,
    parse_day,
    parse_deadline,
    parse_period,
)
from claim_tracker.text.display import composed

_T = TypeVar("_T")
_P = TypeVar("_P", bound="Part")
_STRICT = ConfigDict(extra="forbid")

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_LENGTH = 80
ID = re.compile(ID_PATTERN)
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")


SHAPE = "shape"
"""Under this key the JSON Schema of a type names the shape that `schema.py` gives it."""


def _shape(name: str) -> WithJsonSchema:
    return WithJsonSchema({SHAPE: name})


def _dated(parse: Callable[[str], Period | Within]) -> Any:
    """A validator that reads text as a date and passes a date on as it is."""

    @lru_cache(maxsize=4096)
    def read(value: str | Period | Within) -> Period | Within:
        if not isinstance(value, str):
            return value
        try:
            return parse(value)
        except DateError as error:
            raise PydanticCustomError("date", "{message}", vars(error)) from None

    # Given whole, since pydantic would look into the classes of dates for what nobody uses.
    readable = core_schema.union_schema(
        [
            core_schema.str_schema(strict=True),
            core_schema.is_instance_schema(Period),
            core_schema.is_instance_schema(Within),
        ],
        mode="left_to_right",
        custom_error_type="date_type",
    )
    schema = core_schema.no_info_after_validator_function(read, readable)
    return GetPydanticSchema(lambda _source, _handler: schema)


def _number(value: object) -> object:
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("number_type", "a number is written as text")
    if _NUMBER.fullmatch(value.strip()) is None:
        raise PydanticCustomError("number", "`{text}` is not a number", {"text": value})
    number = float(value)
    return int(number) if number.is_integer() else number


def _boolean(value: object) -> object:
    words = {"true": True, "false": False}
    return words.get(value.strip().lower(), value) if isinstance(value, str) else value


def _country(value: str) -> str:
    if re.fullmatch(r"[A-Z]{2}", value) is None:
        raise PydanticCustomError("country", "`{text}` is no country code", {"text": value})
    return value


def _version(value: object) -> object:
    return 1 if value == "1" else value


def _claim_id(value: str) -> str:
    if len(value) > ID_LENGTH or ID.fullmatch(value) is None:
        raise PydanticCustomError("id", "`{text}` is not an id", {"text": value})
    return value


def _key(value: str, trimmed: ValidatorFunctionWrapHandler) -> str:
    if not value or trimmed(value) != value:
        raise PydanticCustomError("key", "`{text}` is no key", {"text": value})
    return value


def _zone(value: str) -> str:
    if value not in zone_names():
        raise PydanticCustomError("zone", "`{text}` is no time zone", {"text": value})
    return value


@cache
def zone_names() -> frozenset[str]:
    """The names of the IANA time zones, the same on every machine."""
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(names.split())


def _url(value: str) -> str:
    why = url_fault(value)
    if why is not None:
        raise PydanticCustomError("url", "{why}", {"why": why})
    return value


@lru_cache(maxsize=4096)
def url_fault(url: str) -> str | None:
    """Why an address is not accepted, or None when it is.

    Accepted is http and https with a host and without credentials, as the WHATWG URL standard
    reads it, and with nothing in it that would have to be escaped first.
    """
    if re.match("https?://", url, re.IGNORECASE) is None:
        return f"`{url}` does not begin with https:// or http://"
    if re.match("[^/?#]+//[^/?#]", url) is None:
        return f"`{url}` names no host"
    if re.search(r"[\s<>\"{}|\\^`]", url):
        return f"`{url}` has a character that an address cannot have"
    try:
        parsed = Url(url)
    except ValueError:
        return f"`{url}` is not an address"
    if parsed.username or parsed.password or "@" in url.split("/", 3)[2]:
        return "an address with a user name or a password in it"
    if not all(label.strip("-") for label in (parsed.host or "").removesuffix(".").split(".")):
        return f"`{url}` names no host that there can be"
    return None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _shape("text")]
ClaimId = Annotated[Text, AfterValidator(_claim_id), _shape("id")]
Address = Annotated[Text, AfterValidator(_url), _shape("address")]
Country = Annotated[Text, AfterValidator(_country), _shape("country")]
Zone = Annotated[str, AfterValidator(_zone), _shape("zone")]
Key = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    WrapValidator(_key),
    WithJsonSchema({"type": "string", SHAPE: "key"}),
]
Number = Annotated[int | float, BeforeValidator(_number), _shape("number")]
Yes = Annotated[bool, Strict(), BeforeValidator(_boolean), _shape("yes")]
Version = Annotated[Literal[1], BeforeValidator(_version), _shape("version")]
Day = Annotated[Period, _dated(parse_day), _shape("day")]
Date = Annotated[Period, _dated(parse_period), _shape("date")]
Deadline = Annotated[Period | Within, _dated(parse_deadline), _shape("deadline")]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def _model(part: type[_T]) -> type[_T]:
    """Make a class a model: an immutable pydantic dataclass that knows no field but its own.

    With slots it takes a quarter of the memory of a `BaseModel`, and two thirds of its time.
    """
    made: Any = dataclass(config=_STRICT, frozen=True, slots=True, kw_only=True)(part)
    return cast("type[_T]", made)


@_model
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
    """The fields of a part by their names, in the order of the format."""
    return part.__pydantic_fields__


def validated(part: type[_P], data: object) -> _P:
    """The part that data is. Raises pydantic's ValidationError."""
    made: _P = part.__pydantic_validator__.validate_python(data)
    return made


@_model
class Source(Part):
    """A report that can be looked up."""

    url: Address = Field(description="Where it stands: an http or https address.")
    title: Text | None = Field(default=None, description="The headline.")
    publisher: Text | None = Field(default=None, description="Who published it.")
    published: Date | None = Field(default=None, description="When it was published.")
    archived: Address | None = Field(default=None, description="The address of a lasting copy.")


@_model
class Place(Part):
    """A place that claims are about."""

    name: Text = Field(description="Its full name.")
    region: Text | None = Field(default=None, description="The province or region it lies in.")
    country: Country | None = Field(default=None, description="ISO 3166-1 code of two letters: IQ.")


@_model
class Quantity(Part):
    """A figure that is claimed."""

    value: Number = Field(description="The number.")
    unit: Text = Field(description="What is counted or measured: US troops.")
    approximate: Yes = Field(
        default=False, description="Whether the number is about right, not exact."
    )


UNKNOWN_FIELD = "unexpected_keyword_argument"
"""The type that pydantic gives the error of a field that a model does not have."""
NO_MAPPING = "dataclass_type"
"""And the type of the error of what is to be a model and is no mapping."""
SOURCE_FORMS = ("<key>", "<inline>")
"""How the two forms that a source can have are marked in the location of an error."""


def _in_two_forms(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    # One after the other: to ask first which of the two it is takes longer than to try.
    forms: Any = handler(source)
    marked: Any = list(zip(forms["choices"], SOURCE_FORMS, strict=True))
    return core_schema.union_schema(marked, mode="left_to_right")


Reference = Annotated[Text, AfterValidator(composed)]
"""A key as the keys of a file are: composed."""
SourceReference = Annotated[Reference | Source, GetPydanticSchema(_in_two_forms)]


@_model
class Update(Part):
    """One thing learned about a claim."""

    date: Day = Field(description="The day on which it became known.")
    outcome: Outcome | None = Field(default=None, description="What was found out.")
    happened: Date | None = Field(default=None, description="When it happened; default is `date`.")
    progress: Progress | None = Field(default=None, description="How the matter stands.")
    due: Deadline | None = Field(default=None, description="The deadline was moved to this date.")
    quantity: Quantity | None = Field(default=None, description="The figure then.")
    note: Text | None = Field(default=None, description="What was learned, in our own words.")
    source: SourceReference | None = Field(
        default=None, description="Who reported it: a key of `sources`, or a source written inline."
    )


@_model
class Claim(Part):
    """What somebody said is so, or will be."""

    id: ClaimId = Field(description="Lower-case letters, digits and single hyphens.")
    claim: Text = Field(description="The claim in our own words, one sentence.")
    kind: Kind = Field(description="A promise, a forecast, or what is said to be so.")
    topic: Text | None = Field(default=None, description="What `tracker status` groups by.")
    speaker: Text = Field(description="Who said it, as reported.")
    role: Text | None = Field(default=None, description="The speaker's office.")
    via: Text | None = Field(default=None, description="Told to whom, if not to the source itself.")
    stated: Date | None = Field(
        default=None, description="When; default is the source's `published`."
    )
    as_of: Date | None = Field(default=None, description="The day a fact is said to hold.")
    due: Deadline | None = Field(
        default=None, description="By when; `within 90 days` counts from `stated`."
    )
    quantity: Quantity | None = Field(default=None, description="The figure that is claimed.")
    source: SourceReference = Field(
        description="Who reported it: a key of `sources`, or a source written inline."
    )
    places: tuple[Reference, ...] = Field(default=(), description="Keys of `places`.")
    tags: tuple[Text, ...] = Field(default=(), description="Words to choose claims by.")
    related: tuple[Text, ...] = Field(default=(), description="Ids of claims that belong with it.")
    updates: tuple[Update, ...] = Field(default=(), description="What became of it, oldest first.")


@_model
class Publisher(Part):
    """Who publishes the claims, for what is made to be published."""

    name: Text = Field(description="Its full name.")
    url: Address = Field(description="The page on which the claims are published.")


@_model
class Checks(Part):
    """What `tracker check` is asked to look at as well."""

    archived: Literal["required", "optional"] = Field(
        default="optional", description="Whether the source of an outcome needs an archived copy."
    )
    ignore: tuple[Ignorable, ...] = Field(
        default=(),
        description="Warnings that have been decided to be ignored, by code or family: W303.",
    )


@_model
class ClaimsFile(Part):
    """A whole file of claims."""

    version: Version = Field(description="The version of the format.")
    timezone: Zone = Field(
        default="UTC", description="IANA name of the zone whose calendar counts."
    )
    publisher: Publisher | None = Field(
        default=None, description="Who publishes the claims, and where."
    )
    checks: Checks = Field(default=Checks(), description="What to check beyond the rules.")
    sources: dict[Key, Source] = Field(
        default_factory=dict, description="Reports, each by a short key."
    )
    places: dict[Key, Place] = Field(
        default_factory=dict, description="Places, each by a short key."
    )
    claims: Annotated[tuple[Claim, ...], FailFast()] = Field(description="The claims.")
