"""Whether a sentence without a cue says how things stand: a figure, at a time."""

from claim_tracker.drafting.words import Pattern, forms_of, word_pattern

_HOLDS = forms_of(
    "employ run operate serve host hold remain live total number cover carry produce generate own "
    "manage spend pay earn receive treat need lack owe include contain consist comprise "
    "supply handle sell use attend cost stand account_for make_up depend",
    "s",
)
"""What holds now: `The airport serves 22 airlines.`"""
_PRESENT = word_pattern(
    "is are now currently at_present at_the_moment so_far to_date costing stood "
    f"was_valued accounted_for accounts_for makes_up {_HOLDS}"
)
_HAS = Pattern(r"(?<!to )\b(?:has|have) (?!been )|\b(?:has|have|had) been \w+(?:ed|en)\b")
"""`has lost`, and what has been done; not `had`, which tells of another time."""
_HAD = Pattern(r"\bhad (?!been \w+(?:ed|en)\b)")
_GONE_BY = word_pattern(
    "ago yesterday since previously former once used_to last_week last_month last_year last_summer "
    "last_winter last_spring last_autumn last_fall last_decade last_night"
)
_IN_A_YEAR = Pattern(r"\bin (?:19|20)\d\d\b")


def is_level(text: str) -> bool:
    """Whether a sentence with a figure says how much or how many there are at a time.

    >>> is_level("The airport serves 22 airlines."), is_level("It had 12 airlines last year.")
    (True, False)
    """
    return any(it.search(text) for it in (_PRESENT, _HAS)) and not any(
        it.search(text) for it in (_GONE_BY, _IN_A_YEAR, _HAD)
    )
