"""Whether a sentence tells what was just decided or foretold."""

from claim_tracker.drafting.patterns import Pattern
from claim_tracker.drafting.words import THAT_IT_BE, WEEKDAY

REVISES = Pattern(
    r"\b(?:raised|adjusted|cut|lowered|downgraded|upgraded|revised|trimmed|lifted|slashed|kept|"
    r"maintained|left unchanged|increased|reduced) [^,.;]{0,60}\b"
    r"(?:forecast|outlook|guidance|estimate|projection|target|expectation|(?<=[a-z] )view)s?\b"
)
_TO_A_FIGURE = Pattern(r" (?:from|to|at|by) (?:[a-z]+ )?[A-Z]{0,3}[\d$\u20ac\u00a3]")
"""What stands after the time of a forecast: `It cut its forecasts for the year to 2 percent`."""
_VOTED = "(?:voted|decided|agreed|promised|pledged|vowed)"
_VOTED_TO = Pattern(
    rf"\b{WEEKDAY}\b(?: night)?,?(?: [\w'-]+){{0,7}} {_VOTED}(?: [\w-]+)? to [a-z]|"
    rf"\b{_VOTED} (?:on )?{WEEKDAY} to [a-z]|"
    rf"\b[a-z]+ed (?:an?|its|their) (?:[\w-]+ ){{0,3}}plans? (?:on )?{WEEKDAY} to [a-z]|"
    rf"\b(?:{WEEKDAY} (?:ruled|ordered|decided)|(?:ruled|ordered|decided) (?:on )?{WEEKDAY})"
    rf"{THAT_IT_BE}"
)
"""What was decided on a day of the week: `The board voted Monday to close two schools`."""
_LONG_AGO = Pattern(
    r"\b(?:[Ii]n|[Ss]ince) (?:19|20)\d\d\b|"
    r"\b(?:last (?:year|month|autumn|spring|summer|winter)|ago)\b"
)


def is_just_decided(text: str) -> bool:
    """Whether a sentence tells what was just voted or foretold, though its times are over.

    >>> is_just_decided("The bank on Monday raised its forecast to 2%.")
    True
    >>> is_just_decided("In 2019 the bank raised its forecast to 2%.")
    False
    """
    if _LONG_AGO.is_in(text):
        return False
    return revises_to_figure(text) or _VOTED_TO.is_in(text)


def revises_to_figure(text: str) -> bool:
    """Whether a forecast was changed to a figure: `It cut its outlook to 2%`."""
    revises = REVISES.search(text)
    return revises is not None and _TO_A_FIGURE.is_in(text, revises.end())
