"""The questions of `record` and `add` where options do not give the fields."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.model import (
    Claim,
    Part,
    Source,
    Update,
    fields_of,
    label_of,
    references_in,
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
from claim_tracker.cli.prompt import (
    Known,
    ask,
    ask_known,
    ask_several,
    ask_word,
    show_known,
    show_text,
)
from claim_tracker.dates import Period, parse_period

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, Moment, TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Value

SOURCED = tuple(name for name in fields_of(Update) if use_of(Update, name).sourced)
"""The fields of an update that need a source."""
_FIRST = (
    *("claim", "kind", "speaker", "role", "organisation", "source", "via", "stated", "as_of"),
    *("due", "quantity", "topic"),
)
_OTHERS = (
    name
    for name in fields_of(Claim)
    if name not in (*_FIRST, "id", "updates") and use_of(Claim, name).asked
)
_ASKED = (*_FIRST, *_OTHERS, "id")
"""The fields of a claim in the order in which they are asked for."""
SKIP = (
    "An empty answer takes what is in brackets, or leaves the question out; `-` leaves it out in "
    "any case, and Ctrl-C leaves all as it is."
)


def ask_update(entry: "Entry", as_of: "Moment", given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an update, asked for apart from a day and a source that are given."""
    from claim_tracker.claims.state import state_of
    from claim_tracker.cli.context import layout_for
    from claim_tracker.render.terminal.card import card

    state = state_of(entry, entry.file.day(as_of))
    layout = layout_for("auto", errors=True)
    for line in card(state, layout) if state is not None else ():
        click.echo(line, err=True, color=layout.color)
    click.echo(err=True)
    show_text(SKIP)
    click.echo(err=True)
    settled = state is not None and state.outcome is not None
    words = [word for word in OUTCOMES_OF[entry.claim.kind] if settled or word != "open"]
    values: dict[str, Any] = {}
    for name in fields_of(Update):
        if name not in ("date", "happened", "source") and _is_asked(name, entry.claim, values):
            values[name] = _ask(Update, name, words=words if name == "outcome" else None)
    if not any(values.values()):
        return values
    needed = any(values.get(name) for name in SOURCED)
    source = given["source"] or ask_source(entry.file, needed=needed)
    default_day = _default_day(entry.file, source, as_of)
    if values["outcome"] not in (None, "open"):
        values["happened"] = _ask(Update, "happened", default=default_day)
    day = given["date"] or _ask(Update, "date", default=default_day, needed=False)
    return values | {"source": source, "date": day}


def _is_asked(name: str, claim: Claim, values: Mapping[str, Any]) -> bool:
    """Whether a field of an update applies to the claim, after the values so far."""
    match name:
        case "progress":
            return values["outcome"] is None and claim.kind != "fact"
        case "due":
            return claim.kind != "fact" or claim.due is not None
        case "quantity":
            return claim.quantity is not None or claim.kind == "fact"
    return use_of(Update, name).asked


def ask_claim(tracker: "Tracker", file: "TrackedFile", given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a claim: those that are given, and the others asked for.

    What has a default in the file is not asked for.
    """
    from claim_tracker.edit.ids import made_id

    values: dict[str, Any] = {name: value for name, value in given.items() if value}
    claims = [entry.claim for entry in reversed(tracker.entries)]
    defaults = file.content.defaults
    show_text(SKIP)
    click.echo(err=True)
    for name in _ASKED:
        kind = values.get("kind") or getattr(defaults, "kind", None)
        is_given = name in values or name in file.defaulted
        if is_given or name == ("due" if kind == "fact" else "as_of"):
            continue
        match name:
            case "source":
                values[name] = ask_source(file, needed=True)
            case "role":
                speaker = values.get("speaker") or getattr(defaults, "speaker", None)
                roles = (it.role for it in claims if it.speaker == speaker and it.role)
                values[name] = _ask(Claim, name, default=next(roles, None))
            case "stated":
                published = published_on(file, values.get("source"))
                when = f", if not on {published.text}" if published is not None else ""
                values[name] = _ask(Claim, name, more=when, needed=published is None)
            case "id":
                made = made_id(values, {claim.id for claim in claims})
                values[name] = _ask(Claim, name, default=made, needed=False)
            case _:
                values[name] = _ask(Claim, name, known=_known(name, claims, file))
    return values


def _known(name: str, claims: Sequence[Claim], file: "TrackedFile") -> Known | None:
    """Return the known values of a field of a claim."""
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
    """Return the value of a field, asked for by its type; `more` follows the question of the model.

    Whether it is needed follows from the model unless it is given.
    """
    use, held = use_of(part, name), value_type(part, name)
    question = _question(part, name) + more
    needed = fields_of(part)[name].is_required() if needed is None else needed
    if held.words:
        if use.question is not None:
            show_text(use.question)
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
def retry_named(command: Sequence[str], values: Mapping[str, Any]) -> Iterator[None]:
    """Add to a Failure the command whose options give the values again."""
    try:
        yield
    except Failure as failure:
        options = list(_options(values))
        if not options:
            raise
        again = shlex.join(["tracker", *command, *options])
        raise Failure(failure.message, f"your answers, to correct: {again}") from None


def _options(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        match value:
            case {"url": _, **__} | {"title": _, **__}:
                yield from _options({f"source_{detail}": each for detail, each in value.items()})
            case {"value": number, "unit": unit, **about}:
                yield from (_option(name), f"{'about ' if about else ''}{number} {unit}")
            case str():
                yield from (_option(name), value)
            case [*words]:
                yield from (part for word in words for part in _options({name: word}))


def _option(name: str) -> str:
    """Return the option that gives a field, or a detail of a source."""
    owner = next((part for part in (Claim, Update) if name in fields_of(part)), None)
    return f"--{option_of(owner, name) if owner is not None else name.replace('_', '-')}"


def ask_source(file: "TrackedFile", *, needed: bool) -> "Value | None":
    """Return a source that is asked for: a key of the file, or an address and its details."""
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
    return {"url": answer, **{name: value for name, value in details.items() if value is not None}}


def published_on(file: "TrackedFile", source: "Value | None") -> "Period | None":
    """Return when a source was published, or without one that of the defaults; None if unknown."""
    if source is None and file.content.defaults is not None:
        references = references_in(getattr(file.content.defaults, "source", None))
        return file.cite(references[0]).source.published if references else None
    if isinstance(source, list):
        return published_on(file, source[0])
    if isinstance(source, Mapping):
        return parse_period(str(source["published"])) if "published" in source else None
    known = file.content.sources.get(str(source))
    return known.published if known is not None else None


def _default_day(file: "TrackedFile", source: "Value | None", as_of: "Moment") -> str:
    """Return the day on which a source was published, else today."""
    today, published = file.day(as_of), published_on(file, source)
    if published is not None and published.is_day and published.earliest <= today:
        return published.text
    return today.isoformat()
