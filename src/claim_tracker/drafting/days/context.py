"""From what the times of an article are counted."""

from datetime import date
from typing import NamedTuple

from claim_tracker.dates import Period
from claim_tracker.drafting.patterns import Pattern, any_of


class Context(NamedTuple):
    """From what a time is counted.

    `published` is the day of publication, None where it is not known; `last` is the deadline that
    the text named before; `fiscal_month` is the month in which a financial year begins, from 1,
    None where the country is not known; `is_southern` tells that its summer is about the turn of
    the year; `has_own_year` that it is of a company whose quarters are those of its own year.
    """

    published: date | None = None
    last: Period | None = None
    fiscal_month: int | None = None
    is_southern: bool = False
    has_own_year: bool = False


_FISCAL_SIGNS = {
    4: Pattern(
        r"\u20b9|\u00a3|\bR\d|\b(?:Rs|rupee|crore|lakh|Indian?|South Africa|UK|Whitehall)\b"
    ),
    7: Pattern(r"\bA\$|\b(?:Australia(?:ns?)?|Canberra|Pakistan|Kenya|Egypt|Bangladesh)\b"),
    10: Pattern(r"\bU\.S\.|\b(?:Congress|Pentagon|White House)\b"),
}
"""Signs of the countries whose financial years begin in a month."""
_FEDERAL = Pattern(r"\bfederal\b")
"""What tells of the United States where no other country is named."""


def fiscal_month_of(text: str) -> int | None:
    """Return in which month, from 1, a financial year begins where a text is of; None if unknown.

    >>> fiscal_month_of("The State had set aside Rs 340 crore.")
    4
    """
    counts = {first: sum(1 for _ in it.finditer(text)) for first, it in _FISCAL_SIGNS.items()}
    best = max(counts, key=lambda first: counts[first])
    if not counts[best]:
        return 10 if _FEDERAL.is_in(text) else None
    return best


_SOUTHERN = Pattern(
    r"\b(?:Australian?s?|New Zealand(?:ers?)?|South Africa(?:ns?)?|Argentin(?:a|e|ian)s?|"
    r"Chile(?:ans?)?|Zimbabwe(?:ans?)?|Namibian?s?|Uruguay(?:ans?)?|Sydney|Melbourne|Brisbane|Perth|Adelaide|"
    r"Canberra|Auckland|Wellington|Christchurch|Johannesburg|Cape Town|Durban|Pretoria|Gauteng|"
    r"KwaZulu-Natal|Queensland|Tasmanian?|NSW|AEST|AEDT)\b"
)
_LEAST_SOUTHERN = 2
"""Names of the south in a text from which on its seasons are those of the south."""


def is_southern(text: str) -> bool:
    """Whether a text is of a country whose summer is about the turn of the year.

    >>> is_southern("Cape Town expects crowds, and so does the rest of South Africa.")
    True
    """
    return sum(1 for _ in _SOUTHERN.finditer(text)) >= _LEAST_SOUTHERN


_OWN_YEAR = Pattern(
    rf"\b(?:[Ff]iscal (?:year )?|FY ?'?)\d\d|\bfiscal {any_of('first second third fourth')}\b"
)
_RESULTS = Pattern(r"\b(?:per share|earnings|revenues?|net sales|profits?)\b")


def has_own_year(text: str) -> bool:
    """Whether a text is of the results of a company that names its own year.

    >>> has_own_year("For fiscal 2026 it expects earnings of $4 per share.")
    True
    """
    return _OWN_YEAR.is_in(text) and _RESULTS.is_in(text)
