"""What a page shows of corrections: texts that are ready, which a template only arranges."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from claim_tracker.claims.model import Update
from claim_tracker.compare import ClaimChange
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import Correction
from claim_tracker.compare.words import TextPiece
from claim_tracker.render.change_phrases import claim_lines
from claim_tracker.render.publish.corrections_atom import pieces_html
from claim_tracker.render.wording import Wording
from claim_tracker.text.display import one_line


class LineView(NamedTuple):
    """One change: its label, what it says, as HTML, and the address of a source.

    `is_within` tells that it is of an update, which the line above it names.
    """

    label: str
    words: Markup
    url: str | None
    is_within: bool


class CorrectionView(NamedTuple):
    """A claim of which something was corrected on a day.

    `anchor` names the newest correction of the claim on the page, and is None for the others.
    `href` is where the claim is shown, or None, and `fate` says what became of the claim where
    it did not only change. `reason` is what the commit says.
    """

    anchor: str | None
    iso: str
    date: str
    href: str | None
    text: str
    language: str | None
    fate: str | None
    reason: str | None
    lines: tuple[LineView, ...]


class CorrectionsView(NamedTuple):
    """Corrections as a page lists them, the newest first, and sentences on what is not known."""

    claims: tuple[CorrectionView, ...]
    gaps: tuple[str, ...]


def corrections_view(
    found: Sequence[Correction],
    shown: Container[str],
    href_of: Callable[[str], str],
    wording: Wording,
) -> CorrectionsView:
    """Return the view of corrections.

    `shown` are the ids of the claims that are shown, and `href_of` gives where one of them is.
    """
    return CorrectionsView(
        tuple(_claims(found, shown, href_of, wording)),
        tuple(
            dict.fromkeys(
                _gap(correction, wording) for correction in found if correction.gap is not None
            )
        ),
    )


def corrected_on(found: Sequence[Correction], wording: Wording) -> Mapping[str, Sequence[str]]:
    """Return the days on which each claim was corrected, the newest first, by its id now."""
    days: dict[str, dict[str, None]] = {}
    for correction in found:
        for _, claim_id in correction.claims:
            days.setdefault(claim_id, {})[_day_words(correction, wording)] = None
    return {claim_id: tuple(claim_days) for claim_id, claim_days in days.items()}


def anchor_of(claim_id: str) -> str:
    """Return the name of the newest correction of a claim on the page of corrections."""
    return f"_corrected-{claim_id}"


def _claims(
    found: Sequence[Correction],
    shown: Container[str],
    href_of: Callable[[str], str],
    wording: Wording,
) -> Iterator[CorrectionView]:
    named: set[str] = set()
    for correction in found:
        for change, claim_id in correction.claims:
            is_removed = change.fate == "removed"  # a changed id is not worth a word: none is shown
            yield CorrectionView(
                anchor=anchor_of(claim_id) if claim_id not in named else None,
                iso=correction.iso_day,
                date=_day_words(correction, wording),
                href=href_of(claim_id) if claim_id in shown else None,
                text=change.entry.claim.claim,
                language=change.entry.file.content.language,
                fate=wording.gettext("The claim was removed.") if is_removed else None,
                reason=correction.by.subject if isinstance(correction.by, Commit) else None,
                lines=tuple(_lines(correction, change, wording)),
            )
            named.add(claim_id)


def _lines(correction: Correction, change: ClaimChange, wording: Wording) -> Iterator[LineView]:
    """Yield the lines on changes; the day of an update stands beside it already."""
    by_update = isinstance(correction.by, Update)
    for index, line in enumerate(claim_lines(change, wording)):
        label = "" if index == 0 and by_update else line.label
        if line.field is not None:
            label = line.field.label
        words = _source(line.parts, wording) if line.parts else _pieces_markup(line.pieces)
        yield LineView(label, words, line.url, line.field is not None and not by_update)


def _pieces_markup(pieces: Sequence[TextPiece]) -> Markup:
    return Markup(pieces_html(pieces))  # noqa: S704 - it is escaped


def _source(parts: Sequence[str], wording: Wording) -> Markup:
    """Return the parts of a source, which stay in order among words of any direction."""
    isolated = (Markup("<bdi>{}</bdi>").format(one_line(part)) for part in parts)
    return Markup(wording.joined("", "")).join(isolated)  # noqa: S704 - of the catalogue


def _day_words(correction: Correction, wording: Wording) -> str:
    """Return the day of a correction, or the period in which its update became known."""
    if isinstance(correction.by, Update):
        return wording.date(correction.by.date)
    return wording.day(date.fromisoformat(correction.iso_day))


def _gap(correction: Correction, wording: Wording) -> str:
    """Return a sentence on what is not known."""
    day = _day_words(correction, wording) if correction.by is not None else None
    match correction.gap:
        case "no history":
            return wording.gettext(
                "What was rewritten is not known here: the files have no git history."
            )
        case "cut":
            return wording.gettext(
                "What was rewritten up to %(day)s is not known here: the history begins then.",
                day=day,
            )
    number = len(correction.lost)
    if number and day is not None:
        return wording.ngettext(
            "What was rewritten in %(number)s claim is not known here, for errors in the files on "
            "%(day)s.",
            "What was rewritten in %(number)s claims is not known here, for errors in the files on "
            "%(day)s.",
            number,
            day=day,
        )
    if number:
        return wording.ngettext(
            "What was rewritten in %(number)s claim is not known here, for errors in the files.",
            "What was rewritten in %(number)s claims is not known here, for errors in the files.",
            number,
        )
    if day is not None:
        return wording.gettext(
            "What was rewritten is not known here, for errors in the files on %(day)s.", day=day
        )
    return wording.gettext("What was rewritten is not known here, for errors in the files.")
