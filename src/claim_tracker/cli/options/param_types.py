"""The types of the values of options and arguments."""

import os
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.dates import Period, Within

_Value = TypeVar("_Value")


class ReadType(click.ParamType[_Value]):
    """A type of values that are read from texts; a default may be such a value already.

    click tells whose value it is in what `fail` raises.
    """

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> _Value:
        return self.read(value) if isinstance(value, str) else value

    @abstractmethod
    def read(self, text: str) -> _Value:
        """Return the value that a text gives. Raises BadParameter."""


class DateType(ReadType["Period"]):
    """A date as the claims file has it."""

    name = "date"

    def read(self, text: str) -> "Period":
        from claim_tracker.dates import parse_period

        with _date_errors():
            return parse_period(text)


class DayType(ReadType["Moment"]):
    """One day, as the claims file has it."""

    name = "date"

    def read(self, text: str) -> "Moment":
        from claim_tracker.dates import parse_day

        with _date_errors():
            return parse_day(text).earliest


@contextmanager
def _date_errors() -> Iterator[None]:
    """Raise BadParameter in the place of DateError, with its message and help."""
    from claim_tracker.dates import DateError

    try:
        yield
    except DateError as error:
        raise click.BadParameter(f"{error.message}; {error.help}.") from error


class SpanType(ReadType["Within"]):
    """A length of time: `30 days`, `two weeks`, with or without a leading `within`."""

    name = "span"

    def read(self, text: str) -> "Within":
        from claim_tracker.dates import parse_within

        span = parse_within(f"within {text.strip().lower().removeprefix('within ')}")
        if span is None:
            self.fail(f"`{text}` is not a span; write it like `30 days` or `two weeks`.")
        return span


class SinceType(ReadType["date | Within"]):
    """A day, or how long ago it was: `2025-10-01`, `1 week`."""

    name = "since"

    def read(self, text: str) -> "date | Within":
        with _date_errors():
            return day_or_span(text)


def day_or_span(text: str) -> "date | Within":
    """Return the day that a text is, or how long ago it says. Raises DateError."""
    from claim_tracker.dates import DateError, parse_day, parse_within

    try:
        span = parse_within(f"within {text.strip().lower().removesuffix(' ago')}")
        return parse_day(text).earliest if span is None else span
    except DateError as error:
        raise DateError(error.message, f"{error.help}, or a span such as `1 week`") from error


class SinceOrRevisionType(ReadType["date | Within | str"]):
    """A day, how long ago it was, or else a git revision; few kinds of revisions have spaces."""

    name = "since"

    def read(self, text: str) -> "date | Within | str":
        try:
            return SinceType().read(text)
        except click.BadParameter:
            if " " in text.strip() and not set("{:") & set(text):
                raise
            return as_name(text)


class NameType(ReadType[str]):
    """The name of a file, or of a revision, as the system has it in this locale."""

    name = "text"

    def read(self, text: str) -> str:
        return as_name(text)


class PathType(click.Path):
    """The path of a file, as the system has it in this locale."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return super().convert(as_name(os.fspath(value)), param, ctx)


def as_name(text: str) -> str:
    """Return a text as the name of a file, whatever characters the locale has (PEP 383)."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return os.fsdecode(text.encode("utf-8", "surrogateescape"))
    return text


class TextType(ReadType[str]):
    """A text in UTF-8 that is not blank."""

    name = "text"

    def read(self, text: str) -> str:
        if not text.strip():
            self.fail("it is empty.")
        try:
            text.encode()
        except UnicodeEncodeError:
            self.fail("it is not UTF-8; write it in UTF-8.")
        return text


class PairType(ReadType[tuple[str, str]]):
    """Two texts with a `=` between them: the first one, or with `last` the last one in the text."""

    name = "pair"

    def __init__(self, form: str, *, last: bool = False) -> None:
        self.form = form
        self.last = last

    def read(self, text: str) -> tuple[str, str]:
        one, equals, other = text.rpartition("=") if self.last else text.partition("=")
        if not (equals and one.strip() and other.strip()):
            self.fail(f"`{text}` is not of the form {self.form}.")
        return one.strip(), other.strip()


class UrlType(ReadType[str]):
    """An http or https address, as the claims file has it."""

    name = "address"

    def read(self, text: str) -> str:
        from claim_tracker.claims.scalars import url_fault
        from claim_tracker.text.display import escape, hidden, visible

        why = url_fault(text)
        if why is not None:
            self.fail(why)
        unseen = next(hidden(text), None)
        if unseen is not None:
            what = f"a hidden character, `{escape(text[unseen])}`, as character {unseen + 1}"
            self.fail(f"`{visible(text)}` has {what}; leave it out.")
        return text


class FolderUrlType(UrlType):
    """The http or https address of a folder, with or without a slash at its end."""

    def read(self, text: str) -> str:
        url = super().read(text)
        sign = next((sign for sign in "?#" if sign in url), None)
        if sign is not None:
            self.fail(f"`{url}` has a `{sign}`, and is not an address of a folder")
        plain = _plain_url(url)
        if plain != url.removesuffix("/"):
            why = f"`{url}` has an empty part, `.` or `..` in its path; write `{plain}`."
            self.fail(why)
        return url


def _plain_url(url: str) -> str:
    """Return the address of a folder without a slash at its end, and without empty segments and
    those of dots (RFC 3986, 5.2.4), which would make other addresses of what is below it.
    """
    scheme, _, host, *segments = url.split("/")
    kept: list[str] = []
    for segment in segments:
        match segment.lower().replace("%2e", "."):
            case "" | ".":
                continue
            case "..":
                del kept[-1:]
            case _:
                kept.append(segment)
    return "/".join((scheme, "", host, *kept))


class WordType(click.Choice[str]):
    """One of the words of a field, in either case; an error suggests what is likely meant."""

    def __init__(self, words: Iterable[str], field: str = "") -> None:
        super().__init__(tuple(words), case_sensitive=False)
        self.field = field

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        from claim_tracker.checks.synonyms import proposed_words
        from claim_tracker.text.suggest import did_you_mean

        synonym_of = " or ".join(f"`{word}`" for word in proposed_words(self.field, str(value), ""))
        near = did_you_mean(str(value), self.choices)
        advice = f"did you mean {synonym_of}?" if synonym_of else near
        message = super().get_invalid_choice_message(value, ctx)
        return f"{message} {advice.capitalize()}" if advice is not None else message


class CodeType(ReadType[str]):
    """The code of a finding; with `families`, several codes and prefixes: `E1,W304`."""

    name = "code"

    def __init__(self, *, families: bool = False) -> None:
        self.families = families

    def read(self, text: str) -> str:
        from claim_tracker.checks.catalogue_pages import codes
        from claim_tracker.text.suggest import did_you_mean

        wanted = text.upper().replace(" ", "").split(",")
        known = {code[:end] for code in codes() for end in range(1, 5) if self.families or end == 4}
        for code in wanted:
            if code not in known:
                advice = did_you_mean(code, codes()) or f"codes are {', '.join(codes())}."
                self.fail(f"there is no code `{code}`; {advice}")
        return ",".join(wanted)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from claim_tracker.checks.catalogue_pages import codes, entry

        return [
            CompletionItem(code, help=entry(code).title)
            for code in codes()
            if code.startswith(incomplete.upper())
        ]


class DataWordType(click.ParamType[str]):
    """A word that the claims themselves hold, such as an id or a topic; completed from them."""

    def __init__(self, name: str) -> None:
        self.name = name

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from claim_tracker.cli.known_values import known_values
        from claim_tracker.text.names import likeness

        is_argument = isinstance(param, click.Argument)
        return [
            CompletionItem(word, help=description)
            for word, description in known_values(
                self.name, tuple(ctx.params.get("files") or ())
            ).items()
            if likeness(word).startswith(likeness(incomplete))
            and not (is_argument and word.startswith("-"))  # it would be read as an option
        ]
