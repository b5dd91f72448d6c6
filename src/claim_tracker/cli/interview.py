"""What is asked of somebody who records an update or adds a claim without options."""

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF, PROGRESS
from claim_tracker.cli.context import Failure
from claim_tracker.cli.field_options import (
    CLAIM,
    DETAILS,
    SOURCE,
    UPDATE,
    FieldType,
    FigureType,
    SourceType,
    is_address,
)
from claim_tracker.cli.prompt import Known, ask, ask_known, ask_several, ask_word, show_known, tell
from claim_tracker.dates import Period, parse_period
from claim_tracker.edit.ids import made_id

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Value

SKIP = (
    "An empty answer takes what is in brackets, or leaves the question out; `-` leaves it out in "
    "any case, and Ctrl-C leaves all as it is."
)


def ask_update(entry: "Entry", moment: datetime, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an update of a claim: asked for, but for the day and the source if given."""
    from claim_tracker.claims.state import state_of
    from claim_tracker.cli.context import paper
    from claim_tracker.render.terminal.card import card

    state = state_of(entry, entry.file.day(moment))
    page = paper("auto", errors=True)
    for line in card(state, page) if state is not None else ():
        click.echo(line, err=True, color=page.color)
    click.echo(err=True)
    tell(SKIP)
    click.echo(err=True)
    tell("What was found out?")
    settled = state is not None and state.outcome is not None
    words = [word for word in OUTCOMES_OF[entry.claim.kind] if settled or word != "open"]
    answers: dict[str, Any] = {"outcome": ask_word("Outcome", words)}
    if answers["outcome"] is None and entry.claim.kind != "fact":
        tell("How does the matter stand?")
        answers["progress"] = ask_word("Progress", PROGRESS)
    if answers["outcome"] not in (None, "open"):
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


def ask_claim(tracker: "Tracker", file: "TrackedFile", given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a claim: those that are given, and the others asked for."""
    answers: dict[str, Any] = {name: value for name, value in given.items() if value}
    claims = [entry.claim for entry in reversed(tracker.entries)]

    def put(name: str, question: Callable[[], Any]) -> None:
        if name not in answers:
            answers[name] = question()

    def field(name: str, label: str, **how: Any) -> None:
        put(name, lambda: ask(label, FieldType(CLAIM, name), **how))

    def like_others(name: str, label: str, **how: Any) -> None:
        words = (word for claim in claims if (word := getattr(claim, name)) is not None)
        known = Known(name, words, FieldType(CLAIM, name))
        put(name, lambda: ask_known(label, known, **how))

    def several(name: str, label: str, known: Known) -> None:
        put(name, lambda: ask_several(label, known))

    tell(SKIP)
    click.echo(err=True)
    field("claim", "The claim in your own words, one sentence", needed=True)
    put("kind", lambda: ask_word("Kind", KINDS, needed=True))
    like_others("speaker", "Speaker, as reported", needed=True)
    roles = (it.role for it in claims if it.speaker == answers["speaker"] and it.role is not None)
    field("role", "Their office", default=next(roles, None))
    put("source", lambda: ask_source(file, needed=True))
    field("via", "Told to, if not to the source itself")
    published = published_on(file, answers["source"])
    when = f", if not on {published.text}" if published is not None else ""
    field("stated", f"Stated on{when}", needed=published is None)
    if answers["kind"] == "fact":
        field("as_of", "Said to hold as of, if not when it was stated")
    else:
        field("due", "Due, such as `2026-09`, `end of 2026` or `within 90 days`")
    put("quantity", lambda: ask("Figure, such as `about 2,500 US troops`", FigureType()))
    like_others("topic", "Topic")
    several("places", "Places", Known("place", file.content.places))
    tags = (tag for claim in claims for tag in claim.tags)
    several("tags", "Tags", Known("tag", tags, FieldType((*CLAIM, "tags"), 0)))
    several("related", "Related claims", Known("claim", (claim.id for claim in claims)))
    made = made_id(answers["claim"], {claim.id for claim in claims})
    field("id", "Id", default=made)
    return answers


@contextmanager
def kept_answers(command: Sequence[str], answers: Mapping[str, Any]) -> Iterator[None]:
    """Say of answers that cannot be written how to give them again, as options of a command."""
    try:
        yield
    except Failure as failure:
        options = list(_options(answers))
        if not options:
            raise
        again = shlex.join(["tracker", *command, *options])
        raise Failure(failure.message, f"your answers, to correct: {again}") from None


def _options(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, value in answers.items():
        match value:
            case {"url": url, **details}:
                yield from ("--source-url", str(url))
                yield from _options({f"source_{detail}": said for detail, said in details.items()})
            case {"value": number, "unit": unit, **about}:
                yield from (_option(name), f"{'about ' if about else ''}{number} {unit}")
            case str():
                yield from (_option(name), value)
            case [*words]:
                yield from (part for word in words for part in (_option(name), word))


def _option(field: str) -> str:
    """The option that gives a field."""
    other = {"places": "place", "tags": "tag", "as_of": "holds-as-of"}.get(field, field)
    return f"--{other.replace('_', '-')}"


def ask_source(file: "TrackedFile", *, needed: bool) -> "Value | None":
    """A source: a key of the file, or an address and what is said of it."""
    keys = Known("source", reversed(file.content.sources))
    show_known(keys)
    answer: str | None = ask("Source, a key or an address", SourceType(keys), needed=needed)
    if answer is None or not is_address(answer):
        return answer
    key = next((key for key, it in file.content.sources.items() if it.url == answer), None)
    if key is not None:
        return key
    labels = {"title": "Its headline", "publisher": "Its publisher", "published": "Published on"}
    labels["archived"] = "The address of a lasting copy"
    details = {name: ask(f"  {labels[name]}", FieldType(SOURCE, name)) for name in DETAILS}
    return {"url": answer, **{name: said for name, said in details.items() if said is not None}}


def published_on(file: "TrackedFile", source: "Value | None") -> "Period | None":
    """When a source was published, as far as the file or the source itself says it."""
    if isinstance(source, Mapping):
        return parse_period(str(source["published"])) if "published" in source else None
    known = file.content.sources.get(str(source))
    return known.published if known is not None else None


def _known_since(file: "TrackedFile", source: "Value | None", moment: datetime) -> str:
    """The day on which a source was published, or else today."""
    today, published = file.day(moment), published_on(file, source)
    if published is not None and published.is_day and published.earliest <= today:
        return published.text
    return today.isoformat()
