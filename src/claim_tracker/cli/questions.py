"""What is asked of somebody who records an update or adds a claim without options."""

import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.asking import Known, ask, ask_word, show_known, tell
from claim_tracker.cli.fields import DETAILS, SOURCE, UPDATE, FieldType, FigureType
from claim_tracker.cli.rim import Failure
from claim_tracker.words import OUTCOMES_OF, PROGRESS

if TYPE_CHECKING:
    from claim_tracker.edit.written import Value
    from claim_tracker.tracker import Entry, TrackedFile

SKIP = "An empty answer leaves a question out; Ctrl-C leaves all as it is."
_SINGULAR = {"places": "place", "tags": "tag", "related": "related"}
_URL = ("http://", "https://")


def ask_update(entry: "Entry", moment: datetime, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an update of a claim: asked for, but for the day and the source if given."""
    from claim_tracker.cli.rim import paper
    from claim_tracker.status import state_of
    from claim_tracker.views.card import card

    state = state_of(entry, entry.file.day(moment))
    page = paper("auto", errors=True)
    for line in card(state, page) if state is not None else ():
        click.echo(line, err=True, color=page.color)
    tell(f"\n{SKIP}\n\nWhat was found out?")
    answers: dict[str, Any] = {"outcome": ask_word("Outcome", OUTCOMES_OF[entry.claim.kind])}
    if answers["outcome"] is None:
        tell("How does the matter stand?")
        answers["progress"] = ask_word("Progress", PROGRESS)
    elif answers["outcome"] != "open":
        answers["happened"] = ask("When it happened", FieldType(UPDATE, "happened"))
    if entry.claim.kind != "fact" or entry.claim.due is not None:
        answers["due"] = ask("The deadline is now", FieldType(UPDATE, "due"))
    if entry.claim.quantity is not None or entry.claim.kind == "fact":
        answers["quantity"] = ask("The figure is now", FigureType())
    answers["note"] = ask("Note, in your own words", FieldType(UPDATE, "note"))
    if not any(answers.values()):
        return answers
    needed = any(answers.get(name) for name in ("outcome", "due", "quantity"))
    source = given["source"] or ask_source(entry.file, needed=needed)
    day = given["date"] or ask(
        "Known since", FieldType(UPDATE, "date"), default=_known_since(entry.file, source, moment)
    )
    return answers | {"source": source, "date": day}


@contextmanager
def kept_answers(command: str, answers: Mapping[str, Any]) -> Iterator[None]:
    """Say of answers that cannot be written how to give them again, as options of a command."""
    try:
        yield
    except Failure as failure:
        options = shlex.join(_options(answers))
        if not options:
            raise
        raise Failure(failure.message, f"your answers, to correct: {command} {options}") from None


def _options(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, value in answers.items():
        match value:
            case {"url": url, **details}:
                yield from ("--source-url", str(url))
                yield from _options({f"source_{detail}": said for detail, said in details.items()})
            case {"value": number, "unit": unit, **about}:
                yield from (f"--{name}", f"{'about ' if about else ''}{number} {unit}")
            case str():
                yield from (f"--{name.replace('_', '-')}", value)
            case list():
                yield from (part for each in value for part in (f"--{_SINGULAR[name]}", each))


def ask_source(file: "TrackedFile", *, needed: bool) -> "Value | None":
    """A source: a key of the file, or an address and what is said of it."""
    keys = Known("source", reversed(file.content.sources))
    show_known(keys)
    answer: str | None = ask("Source, a key or an address", _Source(keys), needed=needed)
    if answer is None or not answer.lower().startswith(_URL):
        return answer
    key = next((key for key, it in file.content.sources.items() if it.url == answer), None)
    if key is not None:
        return key
    labels = {"title": "Its headline", "publisher": "Its publisher", "published": "Published on"}
    labels["archived"] = "The address of a lasting copy"
    details = {name: ask(f"  {labels[name]}", FieldType(SOURCE, name)) for name in DETAILS}
    return {"url": answer, **{name: said for name, said in details.items() if said is not None}}


class _Source(click.ParamType[str]):
    """A key of the file, or an address."""

    name = "source"

    def __init__(self, keys: Known) -> None:
        self.keys = keys

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if str(value).strip().lower().startswith(_URL):
            return FieldType(SOURCE, "url").convert(value, param, ctx)
        return self.keys.convert(value, param, ctx)


def _known_since(file: "TrackedFile", source: "Value | None", moment: datetime) -> str:
    """The day on which a source was published, or else today."""
    from claim_tracker.dates import parse_period

    today = file.day(moment)
    known = file.content.sources.get(source) if isinstance(source, str) else None
    published = known.published if known is not None else None
    if isinstance(source, Mapping) and "published" in source:
        published = parse_period(str(source["published"]))
    if published is not None and published.is_day and published.earliest <= today:
        return published.text
    return today.isoformat()
