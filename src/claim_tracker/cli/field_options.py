"""The types of options whose values are written into a file, and the options of a source."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from claim_tracker.cli.context import Failure
from claim_tracker.cli.options import DataWord

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile
    from claim_tracker.edit.yaml_writer import Value
    from claim_tracker.yaml import Path

_Command = TypeVar("_Command", bound=Callable[..., Any])
CLAIM: "Path" = ("claims", 0)
UPDATE: "Path" = (*CLAIM, "updates", 0)
SOURCE: "Path" = ("sources", "key")
DETAILS = ("title", "publisher", "published", "archived")


class FieldType(click.ParamType[str]):
    """A field of the file, held to the rules of the file; `word` completes it as `DataWord`."""

    def __init__(self, owner: "Path", name: str | int, *, word: str | None = None) -> None:
        self.name = "text"
        self.path = (*owner, name)
        self.word = word

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from claim_tracker.checks.validation import field_value

        found = field_value(self.path, str(value))
        if not isinstance(found, str):
            self.fail(f"{found.message}; {found.help}.", param, ctx)
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        if self.word is None:
            return []
        return DataWord(self.word).shell_complete(ctx, param, incomplete)


class FigureType(click.ParamType[Mapping[str, str]]):
    """A number and what it counts: `900 US troops`, `about 2,500 US troops`."""

    name = "figure"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Mapping[str, str]:
        from claim_tracker.claims.figure import parse_figure

        if isinstance(value, Mapping):
            return value
        figure = parse_figure(str(value))
        if figure is None:
            self.fail(
                f"`{value}` is not a number and what it counts; write it like `900 US troops`"
                " or `about 2,500 US troops`.",
                param,
                ctx,
            )
        for name in ("value", "unit"):
            FieldType((*UPDATE, "quantity"), name).convert(figure[name], param, ctx)
        return figure


class SourceType(click.ParamType[str]):
    """A source: its key, of which those of `keys` are known, or an address."""

    name = "source"

    def __init__(self, keys: click.ParamType[str]) -> None:
        self.keys = keys

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        kind = FieldType(SOURCE, "url") if is_address(str(value)) else self.keys
        return kind.convert(value, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return self.keys.shell_complete(ctx, param, incomplete)


def is_address(text: str) -> bool:
    """Whether a text is the address of a source, and not its key."""
    return text.strip().lower().startswith(("http://", "https://"))


_SOURCE_OPTIONS = (
    click.option(
        "--source",
        type=SourceType(FieldType(UPDATE, "source", word="source key")),
        metavar="KEY",
        help="Who reported it: a key of `sources` in the file, or an address.",
    ),
    click.option(
        "--source-url",
        type=FieldType(SOURCE, "url"),
        metavar="URL",
        help="The address of the report; its key where the file has it already.",
    ),
    *(
        click.option(
            f"--source-{name}",
            type=FieldType(SOURCE, name),
            metavar=metavar,
            help=f"With --source-url: {words}.",
        )
        for name, metavar, words in (
            ("title", "TEXT", "its headline"),
            ("publisher", "TEXT", "who published it"),
            ("published", "DATE", "when it was published"),
            ("archived", "URL", "the address of a lasting copy"),
        )
    ),
)


def source_options(command: _Command) -> _Command:
    """The options that name or describe a source."""
    return reduce(lambda decorated, option: option(decorated), reversed(_SOURCE_OPTIONS), command)


def with_source(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of options with one `source` for all that say something of it.

    It is a key, a source written inline, or None. Raises UsageError for options that do not go
    together.
    """
    key, url = given["source"], given["source_url"]
    details = {name: given[f"source_{name}"] for name in DETAILS}
    if url is None and key is not None and is_address(key):
        key, url = None, key
    if key is not None and url is not None:
        raise click.UsageError("--source and --source-url both name a source; use one of them.")
    for name, value in details.items():
        if value is not None and url is None:
            raise click.UsageError(f"--source-{name} describes a source; use --source-url as well.")
    said = {name: value for name, value in {"url": url, **details}.items() if value is not None}
    others = {name: value for name, value in given.items() if not name.startswith("source")}
    return {**others, "source": said or key}


def source_in(file: "TrackedFile", source: "Value | None") -> "Value | None":
    """The source as it is written in a file: by its key where the file has the address already.

    Raises Failure where the file says something else of it.
    """
    if not isinstance(source, Mapping):
        return source
    for key, known in file.content.sources.items():
        if known.url != source["url"]:
            continue
        for name in DETAILS:
            value = getattr(known, name)
            said = getattr(value, "text", value)
            if name in source and source[name] != said:
                raise Failure(
                    f"the file has this address as `{key}`, with another `{name}`",
                    f"use `--source {key}`, and change it there if it is wrong",
                )
        return key
    return source
