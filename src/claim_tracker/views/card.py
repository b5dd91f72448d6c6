"""One claim whole, as `tracker show` prints it: who said what, and its history."""

from collections.abc import Iterator

from claim_tracker.dates import Period
from claim_tracker.model import Source, Update
from claim_tracker.status import ClaimState
from claim_tracker.text import one_line
from claim_tracker.views.paper import Paper
from claim_tracker.views.styles import STATUS_STYLES
from claim_tracker.views.wording import (
    day_words,
    period_words,
    quantity_words,
    signed,
    status_words,
    when_words,
)

_INDENT = 12


def card(state: ClaimState, paper: Paper) -> Iterator[str]:
    """The lines of one claim, as of the day of its state."""
    claim = state.claim
    yield paper.paint(claim.id, "bold")
    yield from paper.paragraph(one_line(claim.claim))
    yield ""
    for label, text, style in _fields(state):
        first, *rest = paper.paragraph(text, _INDENT)
        yield f"{label:<{_INDENT}}{paper.paint(first, style)}"
        yield from (paper.paint(line, style) for line in rest)
    yield from _source("Source", state.entry.file.cite(claim.source).source, paper)
    yield ""
    yield paper.paint("History", "bold")
    if not state.updates:
        yield "Nothing has been recorded."
    before = state.entry.due
    for update in state.updates:
        yield from _update(state, update, before is None, paper)
        before = state.entry.moved_due(update) or before


def _fields(state: ClaimState) -> Iterator[tuple[str, str, str]]:
    """Label, text and style of each line of the card that has something to say."""
    yield "Status", status_words(state), STATUS_STYLES.get(state.status, "")
    yield "When", when_words(state), ""
    for label, text in (*_standing(state), *_attribution(state)):
        if text is not None:
            yield label, text, ""


def _standing(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    yield "Deadline", _deadline(state)
    if state.times_moved and state.first_due is not None:
        yield "First set", period_words(state.first_due)
    yield "Happened", _period(state.happened)
    yield "Figure", _figure(state)


def _attribution(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    claim, places = state.claim, state.entry.file.content.places
    yield "Kind", claim.kind
    yield "Said by", _comma(claim.speaker, claim.role)
    yield "Told to", _comma(claim.via)
    yield "Stated", _period(state.entry.stated)
    yield "Holds as of", _period(state.as_of)
    yield "Topic", _comma(claim.topic)
    yield "Places", _comma(*(places[key].name for key in claim.places))
    yield "Tags", _comma(*claim.tags)
    yield "Related", _comma(*state.related)
    yield "File", f"{one_line(state.entry.file.name)}, line {state.entry.line}"


def _period(period: Period | None) -> str | None:
    return period_words(period) if period is not None else None


def _deadline(state: ClaimState) -> str | None:
    if state.due is None:
        return None
    last = "" if state.due.is_day else f", last day {day_words(state.due.latest)}"
    return period_words(state.due) + last


def _figure(state: ClaimState) -> str | None:
    if state.quantity is None:
        return None
    change = state.quantity_change
    words = quantity_words(state.quantity)
    if not state.updates or change is None:
        return one_line(words)
    return one_line(f"{words} ({signed(change)} since the claim)")


def _update(state: ClaimState, update: Update, first_due: bool, paper: Paper) -> Iterator[str]:
    lines = list(_changes(state, update, first_due))
    if update.note is not None:
        lines.append(one_line(update.note))
    day = update.date.earliest
    for index, text in enumerate(lines or ["(nothing)"]):
        lead = f"{day.isoformat():<{_INDENT}}" if index == 0 else " " * _INDENT
        first, *rest = paper.paragraph(text, _INDENT)
        yield lead + first
        yield from rest
    if update.source is not None:
        yield from _source("", state.entry.file.cite(update.source).source, paper)


def _changes(state: ClaimState, update: Update, first_due: bool) -> Iterator[str]:
    """What the update changed, one sentence each."""
    if update.outcome == "open":
        yield "outcome taken back: open again"
    elif update.outcome is not None:
        happened = f", happened {period_words(update.happened)}" if update.happened else ""
        yield f"outcome: {update.outcome}{happened}"
    if update.progress is not None:
        yield f"progress: {update.progress}"
    due = state.entry.moved_due(update)
    if due is not None:
        yield f"deadline {'set' if first_due else 'moved'} to {period_words(due)}"
    if update.quantity is not None:
        yield f"figure: {one_line(quantity_words(update.quantity))}"


def _source(label: str, source: Source, paper: Paper) -> Iterator[str]:
    published = period_words(source.published) if source.published is not None else None
    title = _comma(source.publisher, published, source.title)
    lines = paper.paragraph(title, _INDENT) if title is not None else []
    urls = [source.url] if source.archived is None else [source.url, source.archived]
    leads = [f"{label:<{_INDENT}}"]
    for line in lines[:1]:
        yield leads.pop() + line
    yield from lines[1:]
    for url in urls:
        first, *rest = paper.paragraph(one_line(url), _INDENT)
        yield (leads.pop() if leads else " " * _INDENT) + paper.link(first, url)
        yield from (" " * _INDENT + paper.link(line.strip(), url) for line in rest)


def _comma(*parts: str | None) -> str | None:
    return ", ".join(one_line(part) for part in parts if part is not None) or None
