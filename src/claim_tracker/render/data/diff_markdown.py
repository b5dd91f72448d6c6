"""Changes of the claims in GitHub's Markdown: for a comment on a pull request, and for a page."""

from collections.abc import Iterator, Sequence

from claim_tracker.claims.model import Update
from claim_tracker.claims.scalars import url_fault
from claim_tracker.compare import ClaimChange, Comparison, TableChange
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import Correction
from claim_tracker.compare.words import TextPiece, with_spaces
from claim_tracker.render.change_phrases import (
    Line,
    Sides,
    claim_lines,
    corrections_words,
    fate_words,
    gap_words,
    lost_words,
    sums_words,
    table_line,
)
from claim_tracker.render.data.escape import MAX_ON_GITHUB, markdown_link, markdown_text
from claim_tracker.render.phrases import count
from claim_tracker.text.display import capitalized

_TAGS = {"": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}


def diff_markdown(comparison: Comparison, sides: Sides) -> str:
    """Return a headline, a warning where history was rewritten, and a list of the claims.

    What would make it too long for a comment is left out, and counted.
    """
    sums = markdown_text(sums_words(comparison))
    lines = [
        f"**Claims from {markdown_text(sides.old)} to {markdown_text(sides.new_words)}**: {sums}."
    ]
    lines += _warning(comparison, sides)
    parts = [*map(_claim, comparison.claims), *map(_table, comparison.tables)]
    length = sum(map(len, lines))
    for index, part in enumerate(parts):
        length += len(part) + 1
        if length > MAX_ON_GITHUB:
            lines += ["", f"And {count(len(parts) - index, 'more change')}: see `tracker diff`."]
            break
        lines += ["", part] if index == 0 else [part]
    return "\n".join(lines) + "\n"


def corrections_markdown(found: Sequence[Correction], *, author: bool) -> str:
    """Return how many corrections there are, and a heading and a list of claims for each.

    The heading is that of a commit, or of an update.
    """
    words = corrections_words(found)
    lines = [f"{capitalized(words)}."]
    for correction in found:
        by, gap = correction.by, gap_words(correction)
        match by:
            case Commit():
                name = f"{markdown_text(by.author)}: " if author else ""
                lines += ["", f"### {by.date}: {name}{markdown_text(by.subject)}", ""]
            case Update():
                lines += ["", f"### {markdown_text(by.date.text)}: by a later update", ""]
            case None:
                lines += [""]
        lines += [f"- {markdown_text(gap)}"] if gap is not None else []
        lines += [_claim(change) for change, _ in correction.claims]
    return "\n".join(lines) + "\n"


def _warning(comparison: Comparison, sides: Sides) -> Iterator[str]:
    rewritten = [f"`{change.id}`" for change in comparison.claims if change.rewritten]
    warnings = [markdown_text(words) for words in lost_words(comparison, sides)]
    if rewritten:
        warnings.insert(
            0, f"History was rewritten, where it is only appended to: {', '.join(rewritten)}"
        )
    if warnings:
        yield from ("", "> [!WARNING]", *(f"> - {words}." for words in warnings))


def _claim(change: ClaimChange) -> str:
    fate = fate_words(change)
    title = f"- **`{change.id}`**{f' ({markdown_text(fate)})' if fate is not None else ''}: "
    return "\n".join([title + markdown_text(change.entry.claim.claim), *_items(change)])


def _items(change: ClaimChange) -> Iterator[str]:
    """Yield the lines of a claim as a list below it, those of one label in one item."""
    items: list[str] = []
    for line in claim_lines(change):
        if line.label or not items:
            items.append(f"  - {line.label}: {_line(line)}")
        else:
            items[-1] += f"<br>{_line(line)}"
    yield from items


def _table(change: TableChange) -> str:
    line = table_line(change)
    shown = _piece(TextPiece("", change.name))
    is_url = change.table == "source" and url_fault(change.name) is None
    name = markdown_link(shown, change.name) if is_url else shown
    return f"- {change.table.capitalize()} {name}, {line.label.lower()}: {_line(line)}"


def _line(line: Line) -> str:
    text = "".join(map(_piece, with_spaces(line.phrase())))
    if line.url is not None:
        text = markdown_link(text or markdown_text(line.url), line.url)
    return f"**{text}**" if line.alarm else text


def _piece(piece: TextPiece) -> str:
    """Return a piece with its mark, its own markup escaped, and the spaces at its ends."""
    begin, end = _TAGS[piece.mark]
    text = piece.text.strip()
    left, _, right = piece.text.partition(text) if text else (piece.text, "", "")
    return f"{left}{begin}{markdown_text(text)}{end}{right}"
