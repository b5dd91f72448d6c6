"""Findings for people: the source line with a caret under the span, as compilers show it.

Or one line a finding, as editors and `grep` take it.
"""

from collections.abc import Iterator, Sequence

from claim_tracker.render.terminal.layout import Layout, cell_len, clip_cells
from claim_tracker.text.clusters import clusters
from claim_tracker.text.diagnostic import FileLines, Finding, Related, Span
from claim_tracker.text.display import one_line, path_words, visible

_MAX_ON_A_CELL = 8
"""So many characters a cell are looked at, as marks and joiners have no cells of their own."""
_MAX_EXCERPT_LENGTH = 100
_TAB = 4


def findings_text(findings: Sequence[Finding], lines: FileLines, layout: Layout) -> Iterator[str]:
    """Yield the lines of the findings, an empty one after each; `[*]` marks those with a fix."""
    for finding in findings:
        yield from _finding(finding, lines, layout)
        yield ""


def findings_concise(findings: Sequence[Finding], layout: Layout) -> Iterator[str]:
    """Yield each finding in one line: `file:line:column: code message`."""
    for finding in findings:
        position = f"{path_words(finding.file)}:{finding.span.line}:{finding.span.column}:"
        code = layout.paint(finding.code, _style(finding))
        yield f"{position} {code} {one_line(finding.message)}"


def _finding(finding: Finding, lines: FileLines, layout: Layout) -> Iterator[str]:
    style = _style(finding)
    mark = " [*]" if finding.fix is not None else ""
    head = f"{finding.severity}[{finding.code}]{mark}"
    first, *rest = layout.paragraph(f"{head}: {one_line(finding.message)}", 2)
    yield f"{layout.paint(head, style)}{layout.paint(first.removeprefix(head), 'bold')}"
    yield from (layout.paint(line, "bold") for line in rest)
    shown = (Related(finding.file, finding.span, ""), *finding.related)
    margin = len(str(max(related.span.line for related in shown)))
    for related, caret in zip(shown, [style, *["bold"] * len(finding.related)], strict=True):
        source = lines.get(related.file, ())
        line = source[related.span.line - 1] if related.span.line <= len(source) else ""
        yield from _span_lines(related, line, margin, caret, layout)
    first, *rest = layout.paragraph(one_line(finding.help), margin + 9)
    yield f"{' ' * margin} = {layout.paint('help', 'bold')}: {first}"
    yield from rest


def _style(finding: Finding) -> str:
    return "bold red" if finding.severity == "error" else "bold magenta"


def _span_lines(
    related: Related, line: str, margin: int, style: str, layout: Layout
) -> Iterator[str]:
    """Yield the position of a span, its line, and carets under it with the label."""
    span, blank = related.span, " " * margin
    arrow = layout.paint(":::" if related.label else "-->", "cyan")
    yield f"{blank}{arrow} {path_words(related.file)}:{span.line}:{span.column}"
    if not line.strip():
        return
    room = _MAX_EXCERPT_LENGTH if layout.width is None else max(layout.width - margin - 4, 20)
    text, indent, carets = _excerpt(line, span, room)
    bar = layout.paint("|", "cyan")
    note = layout.paint(f"{'^' * carets} {related.label}".rstrip(), style)
    yield f"{layout.paint(f'{span.line:>{margin}}', 'cyan')} {bar} {text}"
    yield f"{blank} {bar} {' ' * indent}{note}"


def _excerpt(line: str, span: Span, room: int) -> tuple[str, int, int]:
    """Return the part of a line that fits around the span, and the start and number of carets.

    Hidden characters are shown as escapes, and tabs as spaces, so the carets are counted in
    the cells of what is shown.
    """
    end = span.end_column if span.end_line == span.line else len(line) + 1
    start, stop, reach = span.column - 1, end - 1, 2 * room
    head, marked, tail = _around(line, start, stop, reach)
    is_short = cell_len(head) < room < start or cell_len(tail) < room < len(line) - stop
    if is_short or stop - start > reach:  # many characters may stand on one cell
        reach = room * _MAX_ON_A_CELL
        head, marked, tail = _around(line, start, stop, reach)
    marked = clip_cells(marked.rstrip() or marked, room)
    left = room - cell_len(marked)
    if cell_len(head) > left or start > reach:
        head = "…" + _last(head, max(left - 1, 0))
    tail = clip_cells(tail, room - cell_len(head) - cell_len(marked))
    return f"{head}{marked}{tail}".rstrip(), cell_len(head), max(cell_len(marked), 1)


def _around(line: str, start: int, stop: int, reach: int) -> tuple[str, str, str]:
    """Return so many characters before a part of a line, of it and behind it, as they are shown."""
    head, marked, tail = (
        visible(part.replace("\t", " " * _TAB))
        for part in (
            line[max(start - reach, 0) : start],
            line[start : min(stop, start + reach)],
            line[stop : stop + reach],
        )
    )
    return head, marked, tail


def _last(text: str, cells: int) -> str:
    kept = ""
    for letter in reversed([*clusters(text)]):
        cells -= cell_len(letter)
        if cells < 0:
            break
        kept = letter + kept
    return kept


def mendable(findings: Sequence[Finding], command: str) -> str:
    """Return how many findings a command can mend: `; 3 can be mended with --fix`, or nothing."""
    number = sum(finding.fix is not None for finding in findings)
    return f"; {number:,} can be mended with {command}" if number else ""
