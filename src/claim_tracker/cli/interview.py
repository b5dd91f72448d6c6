"""What is asked of somebody who records an update or adds a claim without options."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.model import (
    Claim,
    Part,
    Source,
    Update,
    fields_of,
    label_of,
    use_of,
    value_type,
)
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.cli.context import Failure
from claim_tracker.cli.field_options import (
    DETAILS,
    SourceType,
    field_type,
    is_address,
    option_of,
)
from claim_tracker.cli.prompt import Known, ask, ask_known, ask_several, ask_word, show_known, tell
from claim_tracker.dates import Period, parse_period

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Value

SOURCED = tuple(name for name in fields_of(Update) if use_of(Update, name).sourced)
"""The fields of an update that need a source."""
_FIRST = (
    *("claim", "kind", "speaker", "role", "source", "via", "stated", "as_of", "due", "quantity"),
    "topic",
)
_OTHERS = (name for name in fields_of(Claim) if name not in (*_FIRST, "id", "updates"))
_ASKED = (*_FIRST, *_OTHERS, "id")
"""The fields of a claim in the order in which they are asked for."""
SKIP = (
    "An empty answer takes what is in brackets, or leaves the question out; `-` leaves it out in "
    "any case, and Ctrl-C leaves all as it is."
)


def ask_update(entry: "Entry", moment: datetime, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an update of a claim: asked for, but for the day and the source if given."""
    from claim_tracker.claims.state import state_of
    from claim_tracker.cli.context import layout_for
    from claim_tracker.render.terminal.card import card

    state = state_of(entry, entry.file.day(moment))
    layout = layout_for("auto", errors=True)
    for line in card(state, layout) if state is not None else ():
        click.echo(line, err=True, color=layout.color)
    click.echo(err=True)
    tell(SKIP)
    click.echo(err=True)
    settled = state is not None and state.outcome is not None
    words = [word for word in OUTCOMES_OF[entry.claim.kind] if settled or word != "open"]
    answers: dict[str, Any] = {}
    for name in fields_of(Update):
        if name not in ("date", "happened", "source") and _is_asked(name, entry.claim, answers):
            answers[name] = _ask(Update, name, words=words if name == "outcome" else None)
    if not any(answers.values()):
        return answers
    needed = any(answers.get(name) for name in SOURCED)
    source = given["source"] or ask_source(entry.file, needed=needed)
    since = _known_since(entry.file, source, moment)
    if answers["outcome"] not in (None, "open"):
        answers["happened"] = _ask(Update, "happened", default=since)
    day = given["date"] or _ask(Update, "date", default=since, needed=False)
    return answers | {"source": source, "date": day}


def _is_asked(name: str, claim: Claim, answers: Mapping[str, Any]) -> bool:
    """Whether a field of an update can have something to say, after the answers so far."""
    match name:
        case "progress":
            return answers["outcome"] is None and claim.kind != "fact"
        case "due":
            return claim.kind != "fact" or claim.due is not None
        case "quantity":
            return claim.quantity is not None or claim.kind == "fact"
    return True


def ask_claim(tracker: "Tracker", file: "TrackedFile", given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a claim: those that are given, and the others asked for."""
    from claim_tracker.edit.ids import made_id

    answers: dict[str, Any] = {name: value for name, value in given.items() if value}
    claims = [entry.claim for entry in reversed(tracker.entries)]
    tell(SKIP)
    click.echo(err=True)
    for name in _ASKED:
        if name in answers or name == ("due" if answers.get("kind") == "fact" else "as_of"):
            continue
        match name:
            case "source":
                answers[name] = ask_source(file, needed=True)
            case "role":
                roles = (it.role for it in claims if it.speaker == answers["speaker"] and it.role)
                answers[name] = _ask(Claim, name, default=next(roles, None))
            case "stated":
                published = published_on(file, answers["source"])
                when = f", if not on {published.text}" if published is not None else ""
                answers[name] = _ask(Claim, name, more=when, needed=published is None)
            case "id":
                made = made_id(answers, {claim.id for claim in claims})
                answers[name] = _ask(Claim, name, default=made, needed=False)
            case _:
                answers[name] = _ask(Claim, name, known=_known(name, claims, file))
    return answers


def _known(name: str, claims: Sequence[Claim], file: "TrackedFile") -> Known | None:
    """Return the values that a field of a claim can be expected to have."""
    what = option_of(Claim, name)
    match use_of(Claim, name).known:
        case "claims":
            values = (getattr(claim, name) for claim in claims)
            words = (word for it in values for word in (it if isinstance(it, tuple) else (it,)))
            return Known(what, filter(None, words), field_type(Claim, name))
        case "ids":
            return Known("claim", (claim.id for claim in claims))
        case "places":
            return Known(what, file.content.places)
    return None


def _ask(
    part: type[Part],
    name: str,
    *,
    known: Known | None = None,
    words: Sequence[str] | None = None,
    more: str = "",
    default: str | None = None,
    needed: bool | None = None,
) -> Any:
    """Ask for a field as its type has it; `more` is added to the question of the model.

    It is needed where the model requires it, unless that is given.
    """
    use, held = use_of(part, name), value_type(part, name)
    question = _question(part, name) + more
    needed = fields_of(part)[name].is_required() if needed is None else needed
    if held.words:
        if use.question is not None:
            tell(use.question)
        return ask_word(label_of(part, name), words or held.words, needed=needed)
    kind = field_type(part, name)
    if held.is_list:
        return ask_several(question, known or Known(option_of(part, name), (), kind))
    if known is not None:
        return ask_known(question, known, default=default, needed=needed)
    return ask(question, kind, default=default, needed=needed)


def _question(part: type[Part], name: str) -> str:
    return use_of(part, name).question or label_of(part, name)


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


def _option(name: str) -> str:
    """Return the option that gives a field, or a detail of a source."""
    owner = next((part for part in (Claim, Update) if name in fields_of(part)), None)
    return f"--{option_of(owner, name) if owner is not None else name.replace('_', '-')}"


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
    details = {
        name: ask(f"  {_question(Source, name)}", field_type(Source, name)) for name in DETAILS
    }
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
