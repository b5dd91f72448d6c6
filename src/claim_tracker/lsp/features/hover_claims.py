"""What hovers say of claims, and of what these refer to, in a few lines of Markdown.

The texts of the data are escaped, so that they are read as nothing else.
"""

from collections.abc import Iterable, Iterator

from claim_tracker.checks.checked_file import CheckedFile, cited_keys
from claim_tracker.checks.readable import entry_at
from claim_tracker.claims.archives import host_of
from claim_tracker.claims.fields import label_of
from claim_tracker.claims.model import Claim, Place, Source
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.dates import DateError, Period, Within, read_deadline
from claim_tracker.lsp.fields import Field
from claim_tracker.lsp.snapshot import Snapshot, state_at
from claim_tracker.render.data.escape import markdown_link, markdown_words
from claim_tracker.render.phrases import (
    comma,
    count,
    days_words,
    deadline_words,
    distance_words,
    moved_words,
    speaker_words,
    status_words,
    when_words,
)
from claim_tracker.render.update_phrases import UpdatePhrases, update_history
from claim_tracker.render.wording import period_words
from claim_tracker.text.display import cut, one_line
from claim_tracker.yaml import Path

_MAX_UPDATES = 6
_MAX_IDS = 5
_MAX_LENGTH = 200


def claims_with_id(snapshot: Snapshot, claim_id: str) -> Iterator[str]:
    """Yield how the claims of an id stand, in whatever file they are."""
    for file, index, each in _claims_in(snapshot):
        if each.id == claim_id:
            yield from claim_help(file, index)


def claim_help(file: CheckedFile, index: int) -> Iterator[str]:
    """Yield how a claim stands as of today; nothing of one that cannot be read whole."""
    entry = entry_at(file, index)
    if entry is None:
        return
    head = f"**{markdown_words(entry.claim.id)}**: {_short(entry.claim.claim)}"
    state = state_of(entry, file.today)
    if state is None:
        yield f"{head}\n\n{_item('Stated', period_words(entry.stated))}, after today"
        return
    lines = [
        _item("Status", status_words(state)),
        _item("When", when_words(state)),
        _item("Deadline", deadline_words(state)),
        _item("Happened", period_words(state.happened) if state.happened else None),
        _item(label_of(Claim, "speaker"), speaker_words(entry.claim)),
        _item("Stated", period_words(entry.stated)),
    ]
    yield "\n\n".join([head, "\n".join(filter(None, lines)), *_history(state)])


def source_help(file: CheckedFile, key: str, model: Source) -> str:
    """Return what a source is, and which claims cite it."""
    published = period_words(model.published) if model.published is not None else None
    title = _short(model.title) if model.title is not None else ""
    if model.url is not None:
        title = markdown_link(title or markdown_words(host_of(model.url)), model.url)
    archived = markdown_link("copy", model.archived) if model.archived is not None else None
    lines = [
        _item("Published", comma(model.publisher, published)),
        f"- **Address:** {markdown_words(model.url)}" if model.url is not None else "",
        f"- **Archived:** {archived}" if archived is not None else "",
        _citing_claims(file, key),
    ]
    return "\n\n".join([f"**{markdown_words(key)}**: {title}", "\n".join(filter(None, lines))])


def place_help(file: CheckedFile, key: str, model: Place) -> str:
    """Return what a place is, and which claims are about it."""
    about = [claim.id for claim in file.content.claims if key in claim.places]
    return f"**{markdown_words(key)}**: {_short(model.full_name)}\n\n{_claims('About it', about)}"


def date_in(file: CheckedFile, path: Path, field: Field, text: str) -> Iterator[str]:
    """Yield the days that a date comes to, how far they are, and from when a span counts."""
    if field.name == "due" and text.lower() == "none":
        yield "No deadline, whatever the defaults say."
        return
    try:
        written = read_deadline(text)
        start = _counted_from(file, path)
        period = written.after(start) if isinstance(written, Within) and start else written
    except DateError:
        return
    if isinstance(period, Within):
        yield f"Counts from the day of the {'update' if 'updates' in path else 'statement'}."
    elif period is not None:
        lines = [f"**{days_words(period)}**: {distance_words(period, file.today)}"]
        if isinstance(written, Within) and start is not None:
            lines.append(f"Counts from {period_words(start)}.")
        lines += _moves(file, path)
        yield "\n\n".join(lines)


def _claims_in(snapshot: Snapshot) -> Iterator[tuple[CheckedFile, int, Claim]]:
    """Yield the claims of all files, each with its file and its index there."""
    for file in snapshot.files:
        for index, each in zip(file.validated.indices, file.content.claims, strict=True):
            yield file, index, each


def _counted_from(file: CheckedFile, path: Path) -> Period | None:
    """Return the period from which a span in a claim or an update counts."""
    match path:
        case ("claims", int(index), "updates", int(number), _):
            claim = file.claim(index)
            updates = claim.model.updates if claim is not None else ()
            return updates[number].counts_from if number < len(updates) else None
        case ("claims", int(index), *_) if (claim := file.claim(index)) is not None:
            return claim.stated
    return None


def _moves(file: CheckedFile, path: Path) -> Iterator[str]:
    """Yield how the deadline of a claim was moved since, where it was."""
    match path:
        case ("claims", int(index), "due"):
            state = state_at(file, index)
            words = moved_words(state) if state is not None else None
            if state is not None and words is not None:
                yield f"{words.capitalize()}: now {deadline_words(state)}"


def _history(state: ClaimState) -> Iterator[str]:
    """Yield what was learned of a claim, the latest at the end; of much only the latest."""
    learned = list(update_history(state))
    if learned:
        before = len(learned) - _MAX_UPDATES
        lines = [f"- {count(before, 'update')} before"] if before > 0 else []
        lines += map(_learned, learned[-_MAX_UPDATES:])
        yield "History:"
        yield "\n".join(lines)


def _learned(learned: UpdatePhrases) -> str:
    texts = [*learned.changes, learned.note or learned.quote or ""]
    return f"- {period_words(learned.known_since)}: {_short('; '.join(filter(None, texts)))}"


def _citing_claims(file: CheckedFile, key: str) -> str:
    """Return which claims cite a source, themselves or in their updates."""
    claims = file.content.claims
    return _claims("Cited by", [each.id for each in claims if key in cited_keys(each)])


def _claims(label: str, ids: Iterable[str]) -> str:
    """Return how many claims there are, and the ids of the first."""
    known = [*ids]
    first = ", ".join(map(markdown_words, known[:_MAX_IDS]))
    more = ", …" if len(known) > _MAX_IDS else ""
    return f"- **{label}:** {count(len(known), 'claim')}{f' ({first}{more})' if known else ''}"


def _item(label: str, text: str | None) -> str:
    return f"- **{label}:** {markdown_words(text)}" if text else ""


def _short(text: str) -> str:
    return markdown_words(cut(one_line(text), _MAX_LENGTH))
