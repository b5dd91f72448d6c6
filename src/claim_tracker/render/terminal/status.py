"""What `tracker status` shows: claims by topic, the most urgent first, then the sums."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, repeat, zip_longest

from claim_tracker.claims.happenings import Happenings
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import (
    count,
    open_words,
    passed_words,
    report_words,
    standing_words,
    status_words,
    under_headings,
    when_words,
    whole_standing_words,
)
from claim_tracker.render.terminal.layout import (
    GAP,
    NO_BREAK,
    Layout,
    cell_len,
    clip_cells,
    widest,
    wrap,
)
from claim_tracker.render.terminal.marks import STATUS_STYLES, Marks, marks_for, sign_of, style_of
from claim_tracker.render.wording import day_words, period_words
from claim_tracker.text.display import one_line

ClaimGroups = Sequence[tuple[str | None, Sequence[ClaimState]]]
"""Claims under their headings."""
StyledParts = Sequence[tuple[str, str]]
"""Texts with their styles."""
Widths = tuple[int, ...]
"""The widths in cells of the columns of claims, each after its sign."""

_HEADINGS = ("Claim", "Deadline", "When", "Status", "Speaker", "What is claimed")
_SIGN = 2
"""The cells of a sign and of the space after it."""
_MIN_STATUS_WIDTH = 14
_USUAL_STATUS = 22
_MIN_TEXT_WIDTH = 40
"""The cells below which the text of a claim on one line has no id beside it."""
_MIN_WIDTH_BESIDE = 40
"""The width in cells below which the status of a claim is below its text, not beside it."""
_SHARE_OF_STATUS = 3 / 5
"""The share of such a narrow line that the status takes where a claim has but one."""


def status_table(
    report: Report, layout: Layout, *, short: bool = False, urgent_last: bool = False
) -> Iterator[str]:
    """Yield the lines of the claims by topic, and the sums.

    In a terminal the text of each claim has its status beside it; elsewhere there is a row of a
    table for each. Where it is to be `short`, both have one line with text, status and id.
    """
    yield from layout.paragraph(report_words(report))
    if not report.claims:
        return
    groups: ClaimGroups = under_headings(report.claims)
    if urgent_last:
        groups = [(heading, states[::-1]) for heading, states in reversed(groups)]
    if not short:
        yield ""
    yield from _group_lines(groups, layout, short=short)
    yield ""
    yield from _summary_lines(report, layout)


def since_table(
    report: Report, happened: Happenings, layout: Layout, *, short: bool = False
) -> Iterator[str]:
    """Yield the lines of the claims by what has happened to them, and how many they are."""
    yield from layout.paragraph(report_words(report))
    by_kind = {
        "Found out": happened.found,
        "Deadline moved": happened.moved,
        "Deadline passed": happened.passed,
        "Added": happened.added,
    }
    groups = [(heading, states) for heading, states in by_kind.items() if states]
    since = day_words(happened.since)
    if not groups:
        nothing = "nothing was found out or added, and no deadline moved or passed"
        yield from layout.paragraph(f"Since {since} {nothing}.")
        return
    yield ""
    yield from _group_lines(groups, layout, short=short)
    yield ""
    yield from layout.paragraph(f"Since {since}: {_happened_words(happened)}.")


def _happened_words(happened: Happenings) -> str:
    sums = (
        (happened.found, f"{len(happened.found):,} found out"),
        (happened.moved, f"{count(len(happened.moved), 'deadline')} moved"),
        (happened.passed, f"{count(len(happened.passed), 'deadline')} passed"),
        (happened.added, f"{len(happened.added):,} added"),
    )
    return ", ".join(words for states, words in sums if states)


def _group_lines(groups: ClaimGroups, layout: Layout, *, short: bool) -> Iterator[str]:
    if layout.width is None and not short:
        yield from _table(groups, layout)
        return
    every = [state for _, states in groups for state in states]
    show, widths_of = (_short, _short_widths) if short else (_whole, _whole_widths)
    widths = widths_of(every, layout.width)
    for heading, states in groups:
        yield from _heading(heading, layout)
        yield from show(states, widths, layout)


def _summary_lines(report: Report, layout: Layout) -> Iterator[str]:
    """Yield how many deadlines have passed, and how many claims have which status."""
    summary = report.summary
    words = passed_words(summary) if summary.with_deadline else open_words(report.claims)
    yield from layout.paragraph(words)
    late: Counter[str] = Counter(
        state.status for state in report.claims if state.status_or_late == "late"
    )
    parts: list[tuple[str, str]] = []
    for status, number in summary.by_status.items():
        parts += [
            (", " if parts else "", ""),
            (f"{number:,} {status}", STATUS_STYLES.get(status, "")),
        ]
        if late[status]:
            parts += [(" (", ""), (f"{late[status]:,} late", STATUS_STYLES["late"]), (")", "")]
    progress = ", ".join(f"{number:,} {word}" for word, number in summary.by_progress.items())
    parts += [(f"; {progress}." if progress else ".", "")]
    yield from layout.paint_wrapped(layout.paragraph("".join(text for text, _ in parts)), parts)


def _heading(heading: str | None, layout: Layout) -> Iterator[str]:
    if heading is not None:
        yield from layout.paragraph(heading, style="bold underline")


def _table(groups: ClaimGroups, layout: Layout) -> Iterator[str]:
    """Yield a row for each claim, as wide as the widest of them needs."""
    every = [state for _, states in groups for state in states]
    marks = marks_for(layout)
    *beside, claimed = zip(_HEADINGS, *(_cells(state, marks) for state in every), strict=True)
    plain = repeat("")
    styles = (plain, plain, plain, map(style_of, every), plain)
    columns = [
        layout.column(texts, chain(("bold",), style))
        for texts, style in zip(beside, styles, strict=True)
    ]
    # How wide the last one is does not matter.
    last = (layout.paint(claimed[0], "bold"), *claimed[1:])
    rows = ("".join(cells).rstrip(" ") for cells in zip(*columns, last, strict=True))
    yield next(rows)
    for heading, states in groups:
        if heading is not None:
            yield ""
        yield from _heading(heading, layout)
        yield from islice(rows, len(states))


def _cells(state: ClaimState, marks: Marks) -> tuple[str, ...]:
    claim = state.claim
    return (
        claim.id,
        period_words(state.due) if state.due is not None else "-",
        when_words(state),
        f"{marks[state.status_or_late]} {status_words(state)}",
        one_line(claim.speaker),
        one_line(claim.claim),
    )


def _whole(states: Sequence[ClaimState], widths: Widths, layout: Layout) -> Iterator[str]:
    """Yield each claim as its text, speaker and id, beside its status and deadline.

    Where there are no two columns, the status is below.
    """
    if len(widths) < 2:
        for state in states:
            yield from _stacked_lines(state, widths[0], layout)
        return
    left, right = widths
    for state in states:
        text = _wrap_parts(_claim_parts(state), left, layout)
        status = _wrap_parts(_standing(state), right, layout)
        for index, ((plain, claimed), (_, standing)) in enumerate(
            zip_longest(text, status, fillvalue=("", ""))
        ):
            room = " " * (left + GAP - cell_len(plain))
            lead = f"{sign_of(state, layout)} " if index == 0 else " " * _SIGN
            yield f"{lead}{claimed}{room}{standing}".rstrip(" ")


def _whole_widths(every: Sequence[ClaimState], terminal: int | None) -> Widths:
    """Return the widths of texts and of statuses with which all claims take the fewest lines.

    The statuses are either narrow, or each on one line. In a wider terminal neither makes a
    column narrower, and so the claims take no more lines there. A narrow terminal has one column.
    """
    terminal = terminal or 0
    if terminal < _MIN_WIDTH_BESIDE:
        return (terminal - _SIGN,)
    texts, statuses = (
        [_parts_text(parts(state)) for state in every] for parts in (_claim_parts, _standing)
    )
    longest, natural = widest(texts), widest(statuses)
    width = terminal - _SIGN - GAP
    usual = max(_MIN_STATUS_WIDTH, min(_USUAL_STATUS, terminal // 4), terminal // 6)
    right = min(max(usual, width - longest), natural)
    narrow, wide = ((min(width - each, longest), each) for each in (right, natural))
    if wide == narrow or wide[0] < min(longest, _MIN_TEXT_WIDTH):
        return narrow

    def lines(widths: Widths) -> int:
        return sum(
            max(len(wrap(text, widths[0])), len(wrap(status, widths[1])))
            for text, status in zip(texts, statuses, strict=True)
        )

    return min(wide, narrow, key=lines)


def _stacked_lines(state: ClaimState, width: int, layout: Layout) -> Iterator[str]:
    lines = (
        *_wrap_parts(_claim_parts(state), width, layout),
        *_wrap_parts(_standing(state), width, layout),
    )
    for index, (_, line) in enumerate(lines):
        yield f"{sign_of(state, layout)} {line}" if index == 0 else f"{' ' * _SIGN}{line}"


def _short(states: Sequence[ClaimState], widths: Widths, layout: Layout) -> Iterator[str]:
    """Yield each claim on one line: its text, cut where it has to be, its status and its id."""
    for state in states:
        texts = (one_line(state.claim.claim), standing_words(state), state.claim.id)[: len(widths)]
        cells = [
            clip_cells(text, cells, marks_for(layout)["cut"])
            for text, cells in zip(texts, widths, strict=True)
        ]
        for line in layout.row(cells, widths, ("", style_of(state), "dim")):
            yield f"{sign_of(state, layout)} {line}"


def _short_widths(every: Sequence[ClaimState], terminal: int | None) -> Widths:
    """Return the widths of text, status and, where there is room for them, ids."""
    longest = widest([one_line(state.claim.claim) for state in every])
    statuses = widest([standing_words(state) for state in every])
    ids = widest([state.claim.id for state in every])
    if terminal is None:
        return longest, statuses, ids
    width = terminal - _SIGN - GAP
    right = min(max(_USUAL_STATUS, width // 5), statuses)
    if terminal < _MIN_WIDTH_BESIDE:
        right = min(right, int(width * _SHARE_OF_STATUS))
    beside = width - right - ids - GAP
    if beside >= min(longest, _MIN_TEXT_WIDTH):
        return min(longest, beside), right, ids
    return min(longest, width - right), right


def _claim_parts(state: ClaimState) -> StyledParts:
    return (
        (one_line(state.claim.claim), ""),
        (f"  {one_line(state.claim.speaker)}, {state.claim.id}", "dim"),
    )


def _standing(state: ClaimState) -> StyledParts:
    words = standing_words(state)
    more = whole_standing_words(state).removeprefix(words)
    due = "due " if state.outcome is not None else ""
    deadline = ""
    if state.due is not None:
        deadline = " " + f"({due}{period_words(state.due)})".replace(" ", NO_BREAK)
    return (words, style_of(state)), (more, ""), (deadline, "dim")


def _parts_text(parts: StyledParts) -> str:
    return "".join(text for text, _ in parts)


def _wrap_parts(parts: StyledParts, width: int, layout: Layout) -> list[tuple[str, str]]:
    """Return the lines of some texts, each without and with its styles.

    Two spaces between texts are one where the texts do not fit a line.
    """
    text = _parts_text(parts)
    if cell_len(text) > width:
        text = text.replace("  ", " ")
    lines = [line.replace(NO_BREAK, " ") for line in wrap(text, width)]
    return list(zip(lines, layout.paint_wrapped(lines, parts), strict=True))
