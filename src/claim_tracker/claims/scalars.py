"""The types of scalars: from text to dates, numbers, ids, addresses and words.

Every scalar comes as text, so that no YAML reader guesses a type.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Any, Literal, LiteralString

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetPydanticSchema,
    Strict,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError, Url, core_schema

from claim_tracker.claims.figure import plain_number
from claim_tracker.dates import DateError, Period, Within, parse_deadline, parse_period
from claim_tracker.text.display import character_name, nfc

ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 80
COUNTRY = re.compile("[A-Z]{2}")
LANGUAGE = re.compile(
    "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)
"""Language, script, region and variants of a tag (RFC 5646)."""
_SCHEME = re.compile("https?://", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"(?:www\.|(?=[^/]+/))(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?")
"""A name of a host with a path, or one that begins with `www.`."""
_AUTHORITY = re.compile("[/?#]")
_HOST = re.compile("[^/?#]+//[^/?#]")
NOT_IN_URL = r'\s<>"{}|\\^`'
"""The characters that no address can have, as they stand in a class of a pattern."""
_REFUSED_IN_URL = re.compile(f"[{NOT_IN_URL}]")
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_MAX_DIGITS = 15


SHAPE = "shape"
"""Under this key the JSON Schema of a type names the shape that `json_schema.py` gives it."""


def _shape(name: str) -> WithJsonSchema:
    return WithJsonSchema({SHAPE: name})


def _dated(parse: Callable[[str], Period | Within]) -> Any:
    """Return a validator that reads text as a date and passes a date on as it is."""

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


def is_number(text: str) -> bool:
    """Whether a text is a number of the format: no float keeps more than 15 digits as written."""
    digits = text.lstrip("-0.").replace(".", "")
    return NUMBER.fullmatch(text) is not None and len(digits) <= _MAX_DIGITS


def _number(value: object) -> object:
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("number_type", "a number is written as text")
    if not is_number(value.strip()):
        raise PydanticCustomError("number", "`{text}` is not a number", {"text": value})
    return plain_number(float(value))


def _words(meanings: Mapping[str, object]) -> BeforeValidator:
    """Return a validator that reads some words, in any case, and passes on all else."""

    def read(value: object) -> object:
        return meanings.get(value.strip().lower(), value) if isinstance(value, str) else value

    return BeforeValidator(read)


def _only(error: LiteralString, is_accepted: Callable[[str], object]) -> AfterValidator:
    """Return a validator that refuses texts; findings put the type of the error in words."""

    def accepted(value: str) -> str:
        if not is_accepted(value):
            raise PydanticCustomError(error, "`{text}` is not accepted", {"text": value})
        return value

    return AfterValidator(accepted)


def _version(value: object) -> object:
    return 1 if value == "1" else value


def _is_claim_id(value: str) -> bool:
    return len(value) <= ID_LENGTH and ID.fullmatch(value) is not None


def _key(value: str, trimmed: ValidatorFunctionWrapHandler) -> str:
    if not value or trimmed(value) != value:
        raise PydanticCustomError("key", "`{text}` is not a key", {"text": value})
    return value


@cache
def zone_names() -> frozenset[str]:
    """Return the names of the IANA time zones, the same on every machine."""
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(names.split())


@cache
def country_names() -> dict[str, str]:
    """Return the English names of countries by their codes of ISO 3166-1."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def _url(value: str) -> str:
    why = url_fault(value)
    if why is not None:
        raise PydanticCustomError("url", "{why}", {"why": why})
    return value


def is_url(text: str) -> bool:
    """Whether a text is meant as an address, accepted or not, and as no key or title."""
    return _SCHEME.match(text.strip()) is not None


def with_scheme(text: str) -> str | None:
    """Return the address that a text without `https://` is meant as, or None for another text.

    >>> with_scheme("news.example/bridge"), with_scheme("news.example")
    ('https://news.example/bridge', None)
    """
    url = f"https://{text.strip()}"
    is_meant = _WITHOUT_SCHEME.fullmatch(text.strip()) is not None
    return url if is_meant and url_fault(url) is None else None


@lru_cache(maxsize=4096)
def url_fault(url: str) -> str | None:
    """Return why an address is not accepted, or None when it is.

    Accepted is http and https with a host and without credentials, as the WHATWG URL standard
    reads it, and with nothing in it that would have to be escaped first.
    """
    if _SCHEME.match(url) is None:
        return f"`{url}` does not begin with https:// or http://"
    if _HOST.match(url) is None:
        return f"`{url}` names no host"
    refused = _REFUSED_IN_URL.search(url)
    if refused is not None:
        what, position = character_name(refused[0]), refused.start() + 1
        return f"`{url}` has {what} as character {position}, which no address can have"
    try:
        parsed = Url(url)
    except ValueError:
        return f"`{url}` is not an address"
    if parsed.username or parsed.password or "@" in _AUTHORITY.split(url)[2]:
        return "the address has a user name or a password in it"
    if not all(label.strip("-") for label in (parsed.host or "").removesuffix(".").split(".")):
        return f"`{url}` has an impossible host name"
    return None


def url_identity(url: object) -> str | None:
    """Return an address in the one spelling that all of its spellings share; None for no address.

    Case of scheme and host, the usual port and an empty path do not count, as the WHATWG URL
    standard reads an address; what stands behind the host does.

    >>> url_identity("HTTPS://News.example:443#top") == url_identity("https://news.example/")
    False
    >>> url_identity("HTTPS://News.example:443") == url_identity("https://news.example/")
    True
    """
    return str(Url(url)) if isinstance(url, str) and url_fault(url) is None else None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _shape("text")]
ClaimId = Annotated[Text, _only("id", _is_claim_id), _shape("id")]
HttpUrl = Annotated[Text, AfterValidator(_url), _shape("address")]
Country = Annotated[Text, _only("country", COUNTRY.fullmatch), _shape("country")]
Zone = Annotated[str, _only("zone", lambda name: name in zone_names()), _shape("zone")]
Key = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    WrapValidator(_key),
    WithJsonSchema({"type": "string", SHAPE: "key"}),
]
Number = Annotated[int | float, BeforeValidator(_number), _shape("number")]
Yes = Annotated[bool, Strict(), _words({"true": True, "false": False}), _shape("yes")]
FormatVersion = Annotated[Literal[1], BeforeValidator(_version), _shape("version")]
Date = Annotated[Period, _dated(parse_period), _shape("date")]
Deadline = Annotated[Period | Within, _dated(parse_deadline), _shape("deadline")]
NoDeadline = _words({"none": None})
"""Before a deadline: the word `none` means that there is no deadline."""
Language = Annotated[Text, _only("language", LANGUAGE.fullmatch), _shape("language")]
ReferenceKey = Annotated[Text, AfterValidator(nfc)]
"""A key as the keys of a file are: composed."""
