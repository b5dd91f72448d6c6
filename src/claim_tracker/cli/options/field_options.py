"""The options that give the fields of a claim or an update, as the model lists them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from claim_tracker.claims.fields import Part, fields_of, use_of, value_type
from claim_tracker.claims.model import Claim, Place, Quantity, Source, Update
from claim_tracker.claims.scalars import is_url, url_identity
from claim_tracker.claims.vocabulary import OUTCOMES, outcomes_of
from claim_tracker.cli.options.param_types import DataWordType, PairType, ReadType, WordType
from claim_tracker.cli.options.shared import Option, all_options

if TYPE_CHECKING:
    from claim_tracker.edit.yaml_writer import Value
    from claim_tracker.yaml import Path

_PATHS: "Mapping[type[Part], Path]" = {
    Claim: ("claims", 0),
    Update: ("claims", 0, "updates", 0),
    Source: ("sources", "key"),
    Quantity: ("claims", 0, "quantity"),
    Place: ("places", "key"),
}
"""The path of a part in a file."""
DETAILS = tuple(name for name in fields_of(Source) if name != "url")
_WORDS = {"ids": "id", "sources": "source key", "places": "place key"}
_METAVARS = {"date": "DATE", "deadline": "DATE", "address": "URL"}
_NAMED = "use --source-url as well, or --source-title where it has no address"
_SOURCE_VALUES = ("source", "source_url", *(f"source_{name}" for name in DETAILS))
_MAX_SHOWN = 4
"""How many words of a field are shown in its line of the help."""
SECTION_VALUES = ("source_key", "new_places")
"""Values beside the fields: the key that a source gets, and the places to add to the file."""
_MADE = ("id", "date")
"""Fields with a made default; their options come last."""


class FieldType(ReadType[str]):
    """A field of the file, or an item of one, checked by the rules of the file."""

    name = "text"

    def __init__(self, part: type[Part], field: str) -> None:
        item = (0,) if value_type(part, field).is_list else ()
        self.path: Path = (*_PATHS[part], field, *item)
        known = use_of(part, field).known
        self.word = _WORDS.get(known, field) if known is not None else None

    def read(self, text: str) -> str:
        from claim_tracker.checks.form.value_errors import field_value

        found = field_value(self.path, text)
        if not isinstance(found, str):
            self.fail(f"{found.message}; {found.help}.")
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        if self.word is None:
            return []
        return DataWordType(self.word).shell_complete(ctx, param, incomplete)


class OutcomeType(WordType):
    """An outcome; those of the claim's kind are offered once its id is on the line."""

    def __init__(self) -> None:
        super().__init__(OUTCOMES)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from claim_tracker.cli.known_values import claim_kind

        # An option that still has no value keeps click from giving the ID its name.
        claim_id = ctx.params.get("claim_id") or next(iter(ctx.args), None)
        files = tuple(ctx.params.get("files") or ())
        kind = claim_kind(claim_id, files) if claim_id is not None else None
        of_kind = outcomes_of(kind) or OUTCOMES
        offered = super().shell_complete(ctx, param, incomplete)
        return [item for item in offered if item.value in of_kind]


class FigureType(ReadType[Mapping[str, str]]):
    """A number and what it counts: `900 US troops`, `about 2,500 US troops`."""

    name = "figure"

    def read(self, text: str) -> Mapping[str, str]:
        from claim_tracker.claims.figure import parse_figure

        figure = parse_figure(text)
        if figure is None:
            self.fail(
                f"`{text}` is not a number and what it counts; write it like `900 US troops`"
                " or `about 2,500 US troops`."
            )
        for name in ("value", "unit"):
            FieldType(Quantity, name).read(figure[name])
        return figure


class SourceType(ReadType[str]):
    """A source: its key, such as one of `keys`, or an address."""

    name = "source"

    def __init__(self, keys: ReadType[str]) -> None:
        self.keys = keys

    def read(self, text: str) -> str:
        kind = FieldType(Source, "url") if is_url(text) else self.keys
        return kind.read(text)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return self.keys.shell_complete(ctx, param, incomplete)


def field_type(part: type[Part], name: str) -> click.ParamType[Any]:
    """Return the type of a value that is given for a field, or for an item of it."""
    held = value_type(part, name)
    if held.words:
        return OutcomeType() if held.words == OUTCOMES else WordType(held.words, name)
    return FigureType() if held.type is Quantity else FieldType(part, name)


def option_of(part: type[Part], name: str) -> str:
    """Return the option that gives a field."""
    return use_of(part, name).option or name.replace("_", "-")


def field_options(part: type[Part]) -> Option:
    """Return a decorator that gives a command an option for each field of a part."""
    names = [name for name in fields_of(part) if name != "updates"]
    names.sort(key=_MADE.__contains__)
    return all_options(*(option for name in names for option in _options(part, name)))


def _options(part: type[Part], name: str) -> Iterator[Option]:
    """Yield the options that give a field, and those that describe what is new in it."""
    if name == "source":
        yield from _source_options(part)
        return
    yield _option(part, name)
    if name == "places":
        yield from map(_place_option, fields_of(Place))


def _option(part: type[Part], name: str) -> Option:
    use, held = use_of(part, name), value_type(part, name)
    words = use.help or str(fields_of(part)[name].description)
    return click.option(
        f"--{option_of(part, name)}",
        name,
        multiple=held.is_list,
        type=field_type(part, name),
        metavar=_metavar(part, name),
        help=f"{words} Repeatable." if held.is_list else words,
    )


def _metavar(part: type[Part], name: str) -> str | None:
    """Return the name of the value in the help; None for that of its type."""
    use, held = use_of(part, name), value_type(part, name)
    if held.type is Quantity:
        return "FIGURE"
    if len(held.words) > _MAX_SHOWN:
        return "WORD"
    if use.known in ("ids", "places"):
        return "ID" if use.known == "ids" else "KEY"
    return _METAVARS.get(held.shape or "")


def _source_options(part: type[Part]) -> Iterator[Option]:
    """Yield the options that name a source or describe one."""
    yield click.option(
        "--source",
        multiple=True,
        type=SourceType(FieldType(part, "source")),
        metavar="KEY",
        help="Who reported it: a key of `sources` in the file, or an address. Repeatable, "
        "the main one first.",
    )
    yield click.option(
        "--source-url",
        type=FieldType(Source, "url"),
        metavar="URL",
        help="The address of the report; its key where the file has it already.",
    )
    yield click.option(
        "--source-key",
        type=FieldType(Update, "source"),
        metavar="KEY",
        help="The key that a new source gets in `sources`, and one that is used again. "
        "Default for the latter: from publisher and day.",
    )
    for name in DETAILS:
        words = use_of(Source, name).help or str(fields_of(Source)[name].description)
        yield click.option(
            f"--source-{name}",
            type=FieldType(Source, name),
            metavar=_metavar(Source, name),
            help=f"Of a new source: {words[0].lower()}{words[1:]}",
        )


def _place_option(name: str) -> Option:
    words = str(fields_of(Place)[name].description)
    return click.option(
        f"--place-{name}",
        multiple=True,
        type=_OfPlace(name),
        metavar="KEY=TEXT",
        help=f"Of a new place: {words if words[1].isupper() else words[0].lower() + words[1:]} "
        "Repeatable.",
    )


class _OfPlace(PairType):
    """A detail of the place with a key: `erbil=Erbil`."""

    def __init__(self, field: str) -> None:
        super().__init__("KEY=TEXT")
        self.kind = FieldType(Place, field)

    def read(self, text: str) -> tuple[str, str]:
        key, value = super().read(text)
        return key, self.kind.read(value)


def with_source(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of options with one `source` in the place of all that describe it.

    It is a key, a source written inline, a list of such, or None. Raises UsageError for details
    of a source that they do not name.
    """
    keys, url = list(given["source"]), given["source_url"]
    details = {name: given[f"source_{name}"] for name in DETAILS}
    urls = [key for key in keys if is_url(key)]
    if url is None and len(urls) == 1:
        url = urls[0]
    known = {name: value for name, value in {"url": url, **details}.items() if value is not None}
    for name in known:
        if url is None and "title" not in known:
            raise click.UsageError(f"--source-{name} describes a source; {_NAMED}.")
    sources: list[Value] = [
        key if not is_url(key) else known if key == url else {"url": key} for key in keys
    ]
    if known and known not in sources:
        sources.append(known)
    if given["source_key"] is not None and not any(
        isinstance(source, Mapping) for source in sources
    ):
        raise click.UsageError(f"--source-key is for a new source; {_NAMED}.")
    sources = _distinct(sources)
    others = {name: given[name] for name in given if name not in _SOURCE_VALUES}
    return {**others, "source": sources if len(sources) > 1 else next(iter(sources), None)}


def _distinct(sources: "Sequence[Value]") -> "list[Value]":
    """Return sources without those of an address that was given before, in any spelling."""
    found: dict[object, Value] = {}
    for source in sources:
        url = source.get("url") if isinstance(source, Mapping) else None
        identity = url_identity(url) or str(source)
        if identity not in found or len(source) > len(found[identity]):
            found[identity] = source
    return list(found.values())


def with_places(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of options with `new_places` in the place of all that describe one."""
    places: dict[str, dict[str, str]] = {}
    for name in fields_of(Place):
        for key, value in given[f"place_{name}"]:
            if places.setdefault(key, {}).setdefault(name, value) != value:
                raise click.UsageError(f"--place-{name} is given twice for `{key}`.")
    for key, fields in places.items():
        if "name" not in fields:
            raise click.UsageError(f"A new place needs its name: use --place-name {key}=NAME.")
    others = {name: value for name, value in given.items() if not name.startswith("place_")}
    named = [*given["places"], *(key for key in places if key not in given["places"])]
    return {**others, "places": tuple(named), "new_places": places}
