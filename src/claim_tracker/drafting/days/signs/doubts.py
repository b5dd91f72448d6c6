"""Signs that a time may be over or to come, so that it keeps its phrase and gets no days."""

from claim_tracker.drafting.days.signs.sign import (
    Sign,
    all_of,
    clause_has,
    depends_on_verb,
    preceded_by,
)
from claim_tracker.drafting.words import Pattern, any_of

_SET = "set slated scheduled poised expected ready"
_WAS_SET = Pattern(rf"\b(?:was|were) (?:also |still |now )?{any_of(_SET)} (?:to|for)\b")
_SOMEBODY_SAID = Pattern(r" {5,}|\"|(?<!\w)'")
"""What is left of the words that say who said it: in what was said, `was set to` is to come."""
SIGNS = (
    Sign(
        "The ship was set to sail on Friday.",
        all_of(
            depends_on_verb,
            clause_has(_WAS_SET),
            lambda place: _SOMEBODY_SAID.search(place.before + place.after) is None,
        ),
    ),
    Sign("It will open after July 3.", preceded_by(r"\b[Aa]fter")),
)
