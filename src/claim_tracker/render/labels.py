"""The known fields of a claim as labelled texts, the same in the terminal and on a page."""

from collections.abc import Iterator
from typing import NamedTuple

from claim_tracker.claims.fields import fields_of, label_of, use_of, value_type
from claim_tracker.claims.model import Claim
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import deadline
from claim_tracker.render.phrases import comma, deadline_words, value_words
from claim_tracker.render.wording import AS_WRITTEN, Wording, message
from claim_tracker.text.display import several_lines
from claim_tracker.yaml.field_names import TEXTS

_FIRST_ON_CARDS = ("quote", "kind", "speaker", "organisation", "via", "stated", "as_of", "topic")
_PROSE = TEXTS | {"places", "tags"}
_WITHOUT_LABEL = "id claim role due review quantity source related updates".split()
_ATTRIBUTION = {
    name: label_of(Claim, name)
    for name in dict.fromkeys((*_FIRST_ON_CARDS, *fields_of(Claim)))
    if name not in _WITHOUT_LABEL
}
"""The fields of a claim that are shown below its deadline, with their labels."""
_IN_PARAGRAPHS = frozenset(name for name in _ATTRIBUTION if use_of(Claim, name).paragraphs)
_CHOICES = frozenset(name for name in fields_of(Claim) if value_type(Claim, name).words)


class Labelled(NamedTuple):
    """A field of a claim in words, of several lines where it is a text in paragraphs.

    `is_default` tells that the file says it of each claim that does not say otherwise, and
    `is_prose` that the words are those of the file, in its language. `name` is that of the
    field, and empty for what no single field says.
    """

    label: str
    text: str
    is_default: bool = False
    is_prose: bool = False
    name: str = ""


def labelled_fields(state: ClaimState, wording: Wording = AS_WRITTEN) -> Iterator[Labelled]:
    """Yield each known field with its label, first those of the deadline."""
    for name, label, text in (*_standing(state, wording), *_attribution(state, wording)):
        if text:
            shown = wording.pgettext("label", label)
            yield Labelled(shown, text, name in state.entry.defaulted, name in _PROSE, name)


_Field = tuple[str, str, str | None]
"""The name of a field, its label and its text."""


def _standing(state: ClaimState, wording: Wording) -> Iterator[_Field]:
    yield (
        "rating",
        message("label", "Rating"),
        value_words(state.verdict.rating if state.verdict is not None else None),
    )
    is_first = state.due is state.first_due
    yield "due" if is_first else "", label_of(Claim, "due"), deadline_words(state, wording)
    if state.times_moved:
        yield "due", message("label", "First set"), value_words(state.first_due, wording)
    yield "", message("label", "Happened"), value_words(state.happened, wording)
    yield "quantity", label_of(Claim, "quantity"), _figure(state, wording)
    is_own = state.review is state.claim.review
    yield "review" if is_own else "", label_of(Claim, "review"), value_words(state.review, wording)


def _attribution(state: ClaimState, wording: Wording) -> Iterator[_Field]:
    claim, entry = state.claim, state.entry
    known = {
        "speaker": comma(claim.speaker, claim.role, wording=wording),
        "stated": value_words(entry.stated, wording),
        "as_of": value_words(state.as_of, wording),
        "places": value_words(tuple(place.name for place in entry.places), wording),
    }
    for name, label in _ATTRIBUTION.items():
        value = deadline(getattr(claim, name), entry.stated)
        text = known[name] if name in known else _field_words(name, value, wording)
        yield name, label, text


def _field_words(name: str, value: object, wording: Wording) -> str:
    """Return the value of a field in words, on several lines where it is a text in paragraphs."""
    if isinstance(value, str) and name in _IN_PARAGRAPHS:
        return several_lines(value)
    if isinstance(value, str) and name in _CHOICES:
        return wording.word(value)
    return value_words(value, wording)


def _figure(state: ClaimState, wording: Wording) -> str:
    first, now = state.claim.quantity, state.quantity
    words, change = value_words(now, wording), state.quantity_change
    if first is None or now is None or now is first:
        return words  # nobody has looked at the figure since
    if change is None:
        was = value_words(first, wording)
        return wording.gettext("%(figure)s (was %(first)s, another unit)", figure=words, first=was)
    return wording.gettext(
        "%(figure)s (%(change)s since the claim)", figure=words, change=wording.signed(change)
    )
