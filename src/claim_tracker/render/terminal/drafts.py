"""A draft of a claim in the terminal: its sentence with what was found in it marked."""

import re
from collections.abc import Iterator

from claim_tracker.claims.figure import plain_number
from claim_tracker.dates import parse_period
from claim_tracker.drafting.beside_tracker import PlacedDraft
from claim_tracker.drafting.drafts import Draft
from claim_tracker.drafting.plain import straight
from claim_tracker.render.terminal.layout import Layout, clip_lines, wrap
from claim_tracker.render.wording import AS_WRITTEN, period_words
from claim_tracker.text.display import one_line

_STYLES = {"deadline": "bold magenta", "speaker": "bold bright_blue", "figure": "bold green"}
"""Colours that read on dark and on light alike."""
_INDENT = 2
_LABEL = 10


def draft_head(placed: PlacedDraft, position: str, *, is_added: bool = False) -> str:
    """Return the words above a draft: `position` says which of how many it is."""
    state = " (added)" if is_added else _known_words(placed)
    return f"Draft {position}, line {placed.draft.line}{state}"


def draft_card(
    placed: PlacedDraft, layout: Layout, head: str, *, unnamed: str, room: int | None = None
) -> Iterator[str]:
    """Yield the lines of a draft below its head: its sentence, and what was made of it.

    `unnamed` is who is written as the speaker where nobody is named. Where these are more lines
    than there is `room` for, the claim, whose words the sentence has, is cut.
    """
    draft = placed.draft
    parts = list(_styled_parts(draft))
    text = "".join(part for part, _ in parts)
    sentence = layout.paint_wrapped(layout.indented(text, _INDENT), parts)
    above = layout.paragraph(head, style="bold")
    width = None if layout.width is None else layout.width - _INDENT - _LABEL
    rows = [
        (label, wrap(one_line(words), width), style)
        for label, words, style in _rows(placed, unnamed)
    ]
    if room is not None and width is not None:
        (label, claim, style), *others = rows
        taken = len(above) + len(sentence) + 2 + sum(len(lines) for _, lines, _ in others)
        rows[0] = label, clip_lines(claim, max(room - taken, 1), width), style
    yield from above
    yield ""
    yield from sentence
    yield ""
    for label, lines, style in rows:
        for index, line in enumerate(lines):
            lead = layout.paint(f"{'' if index else label:<{_LABEL}}", "dim")
            yield f"{' ' * _INDENT}{lead}{layout.paint(line, style)}"


def _known_words(placed: PlacedDraft) -> str:
    if placed.known is not None:
        return f" (`{placed.known}` says it already)"
    return f" (draft `{placed.repeated}` says it already)" if placed.repeated is not None else ""


def _rows(placed: PlacedDraft, unnamed: str) -> Iterator[tuple[str, str, str]]:
    draft = placed.draft
    yield "claim", draft.claim, ""
    yield "kind", f"{draft.kind}: {draft.why}", ""
    if draft.due_phrase is not None:
        days = "not resolved; it has no date"
        if draft.due is not None:
            days = period_words(parse_period(draft.due))
        yield "deadline", f"{draft.due_phrase} → {days}", _STYLES["deadline"]
    who = ", ".join(filter(None, (draft.speaker or unnamed, draft.role, draft.organisation)))
    if draft.speaker is None:
        yield "speaker", f"{who} (nobody is named)", ""
    else:
        yield "speaker", who + (f" (told to {draft.via})" if draft.via else ""), _STYLES["speaker"]
    quantity = draft.quantity
    if quantity is not None:
        about = "about " if quantity.approximate else ""
        number = AS_WRITTEN.number(plain_number(quantity.value))
        yield "figure", f"{about}{number} {quantity.unit}", _STYLES["figure"]
    if placed.places:
        yield "places", ", ".join(placed.places), ""
    yield "id", placed.id, ""


def _styled_parts(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the parts of the sentence, each with its style."""
    text = one_line(draft.sentence)
    spans = sorted(_spans(text, draft))
    at = 0
    for start, end, style in spans:
        if start >= at:
            yield text[at:start], ""
            yield text[start:end], style
            at = end
    yield text[at:], ""


def _spans(text: str, draft: Draft) -> Iterator[tuple[int, int, str]]:
    if draft.due_phrase is not None:
        yield from _find_words(text, draft.due_phrase, _STYLES["deadline"])
    if draft.speaker is not None:
        for name in (draft.speaker, draft.speaker.split()[-1]):
            yield from _find_words(text, name, _STYLES["speaker"])
    if draft.quantity is not None:
        yield from _find_words(text, draft.quantity.unit, _STYLES["figure"])
        for match in re.finditer(r"\d[\d,.]*\d|\d", text):
            if match[0].replace(",", "") == str(plain_number(draft.quantity.value)):
                yield match.start(), match.end(), _STYLES["figure"]


def _find_words(text: str, words: str, style: str) -> Iterator[tuple[int, int, str]]:
    """Yield where words stand first in a text, whatever the case and the quotes are."""
    pattern = rf"(?<!\w){re.escape(straight(words))}(?!\w)"
    match = re.search(pattern, straight(text), re.IGNORECASE)
    if match is not None:
        yield *match.span(), style
