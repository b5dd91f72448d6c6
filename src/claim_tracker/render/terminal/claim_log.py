"""The life of a claim as `tracker log` prints it: each commit that changed it, and how."""

from collections.abc import Iterator, Sequence

from claim_tracker.compare.claim_log import Event
from claim_tracker.render.change_phrases import claim_lines, fate_words
from claim_tracker.render.terminal.diff import change_lines, tables_text
from claim_tracker.render.terminal.layout import Paper
from claim_tracker.text.display import one_line

_ID_LENGTH = 10
_GAPS = {
    "errors": "the claim cannot be read here: the file has errors",
    "cut": "the history is cut here: a shallow clone; the claim was there by then",
}


def log_text(events: Sequence[Event], paper: Paper) -> Iterator[str]:
    """The events in their order, each under its commit."""
    for index, event in enumerate(events):
        if index:
            yield ""
        yield from _head(event, paper)
        if event.gap is not None:
            yield from paper.paragraph(_GAPS[event.gap])
        change = event.change
        if change is not None:
            fate = fate_words(change)
            if fate is not None:
                yield from paper.paragraph(f"{change.id}: {fate}")
            if change.fate in ("added", "removed"):
                yield from paper.paragraph(one_line(change.entry.claim.claim))
            yield from change_lines(list(claim_lines(change)), paper)
        yield from tables_text(event.tables, paper)


def _head(event: Event, paper: Paper) -> Iterator[str]:
    commit = event.commit
    if commit is None:
        yield paper.paint("not committed", "bold yellow")
        return
    said = f"{commit.date}  {one_line(commit.author)}: {one_line(commit.subject)}"
    first, *rest = paper.paragraph(f"{commit.id[:_ID_LENGTH]}  {said}")
    yield paper.paint(first, "yellow")
    yield from (paper.paint(line, "yellow") for line in rest)
