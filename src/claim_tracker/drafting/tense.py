"""Whether the verbs of a sentence, and of a clause of it, tell of the past."""

from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.words import A_PAST, MODALS, WEEKDAY

NEAR = 60
"""Characters before a time or a cue in which what is said of it is looked for."""
MODAL = word_pattern(MODALS)
_CLAUSE = Pattern(
    r"[;:()\"]|,(?!\d{3}| [A-Z]{2}\b)|\b(?:and|but|which|who|that|after|before|when|while|where|"
    r"since|although|though|because|what|why|how|whether|"
    r"(?<!much )(?<!many )(?<!well )(?<!far )as(?! (?:much|many|well|far)\b))\b"
)


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, without what divides them."""
    cuts = [0, *(at for match in _CLAUSE.finditer(text) for at in match.span()), len(text)]
    return [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def last_clause(before: str) -> str:
    """Return the last clause of what stands before a time."""
    return clauses_of(before)[-1]


def first_clause(after: str) -> str:
    """Return the clause that a time opens: `By Friday, it was known that it closes`."""
    end = _CLAUSE.search(after, len(after) - len(after.lstrip(", ")))
    return after[: end.start()] if end is not None else after


ONLY_PARTICIPLES = (
    "begun broken chosen done drawn driven eaten fallen flown given gone grown known risen seen "
    "shown shrunk spoken stolen taken thrown torn worn written"
)
"""Participles that are no past tense: `a film taken in May`."""
_PARTICIPLES = f"{ONLY_PARTICIPLES} been become come cut hit put run set"
A_PARTICIPLE = rf"{any_of(_PARTICIPLES)}|{A_PAST}"
"""The pattern of a participle of the past."""


CALLED_ON_A_DAY = Pattern(
    rf"\b{WEEKDAY} (?:called for|announced|ordered|set|scheduled|summoned|proposed)\b[^;]*$"
)
"""A verb in the past with its own day: `They on Saturday called for a strike on Monday`."""
_WANT = "get see want wants wanted order orders ordered ask asks asked need needs plan plans with"
WANTS = Pattern(rf"\b(?:have(?! (?:{A_PARTICIPLE})\b)|{any_of(_WANT)})\b(?!.* to [a-z])")
"""What wants a thing done, so that it is to come: `wants the papers filed on Friday`."""
REVISES = Pattern(
    r"\b(?:raised|adjusted|cut|lowered|downgraded|upgraded|revised|trimmed|lifted|slashed|kept|maintained|"
    r"left unchanged|increased|reduced) [^,.;]{0,60}\b"
    r"(?:forecast|outlook|guidance|estimate|projection|target|expectation|(?<=[a-z] )view)s?\b"
)
_TO_A_FIGURE = Pattern(r" (?:from|to|at|by) (?:[a-z]+ )?[A-Z]{0,3}[\d$\u20ac\u00a3]")
"""What stands after the time of a forecast: `It cut its forecasts for the year to 2 percent`."""
_VOTED = "(?:voted|decided|agreed|promised|pledged|vowed)"
_VOTED_TO = Pattern(
    rf"\b{WEEKDAY}\b(?: night)?,?(?: [\w'-]+){{0,3}} {_VOTED}(?: [\w-]+)? to [a-z]|"
    rf"\b{_VOTED} (?:on )?{WEEKDAY} to [a-z]"
)
"""What was decided on a day of the week: `The board voted Monday to close two schools`."""
_LONG_AGO = Pattern(
    r"\b(?:[Ii]n|[Ss]ince) (?:19|20)\d\d\b|"
    r"\b(?:last (?:year|month|autumn|spring|summer|winter)|ago)\b"
)
AS_THE_DAY = Pattern(r",? as (?:the|its|a) (?:[a-z]+ )?(?:date|day)\b")
"""What tells after a day that it was fixed: `approved June 3 as the date for the vote`."""


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


ASIDE = Pattern(r" - [^;]{3,160}? - | \([^()]{1,80}\)")
"""What is said between dashes or in brackets: `He will run - as one who came second - in May`."""
