"""The forms of news that the articles hold: each deadline, attribution and what stands around."""

import re

import pytest

from tests.drafting.annotated import annotated_articles

ARTICLES = annotated_articles()

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON = "(?:spring|summer|autumn|fall|winter)"
UNIT = "(?:hour|day|week|month|year)s?"
NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
YEAR = r"(?:19|20)\d\d"

FORMS = {
    "in YEAR": rf"\bin {YEAR}\b",
    "in MONTH": rf"\bin {MONTH}$",
    "in MONTH YEAR": rf"\bin {MONTH} {YEAR}\b",
    "in MONTH next year": rf"\bin {MONTH} next year\b",
    "on WEEKDAY": rf"\bon {WEEKDAY}\b",
    "WEEKDAY alone": rf"^{WEEKDAY}$",
    "this WEEK": rf"\bthis (?:week|month|year|{SEASON})\b",
    "on MONTH DAY": rf"\bon {MONTH} \d+",
    "on DAY MONTH": rf"\bon \d+ {MONTH}",
    "next week, month, year": r"\bnext (?:week|month|year)$",
    "today": r"\btoday\b",
    "tonight": r"\btonight\b",
    "tomorrow": r"\btomorrow\b",
    "from X": r"\bfrom\b",
    "starting, beginning": r"\b(?:[Ss]tarting|[Bb]eginning)\b",
    "effective": r"\beffective\b",
    "as of": r"\b[Aa]s of\b",
    "over the next N UNITS": rf"\b(?:over|in|during) the (?:next|coming) {NUMBER} {UNIT}\b",
    "by YEAR": rf"\bby {YEAR}\b",
    "until, till": r"\b(?:until|till)\b",
    "through": r"\bthrough\b",
    "up to": r"\bup to\b",
    "by the end of X": r"\bby the (?:end|close|start|middle) of\b",
    "early, mid, late": r"\b(?:early|mid|late)[- ]",
    "late-YEAR": rf"\b(?:early|mid|late)-{YEAR}",
    "in the coming UNITS": rf"\bin (?:the )?coming {UNIT}$",
    "first quarter": r"\b(?:first|second|third|fourth|last) (?:quarter|half)\b",
    "Q3": r"\bQ[1-4]\b",
    "H1": r"\bH[12]\b",
    "as early as": r"\bas early as\b",
    "no later than": r"\bno later than\b",
    "at the latest": r"\bat the latest\b",
    "not before": r"\bnot before\b",
    "in N UNITS": rf"\bin {NUMBER} {UNIT}\b",
    "within N UNITS": rf"\bwithin {NUMBER} {UNIT}\b",
    "between X and Y": r"\bbetween\b.* and\b",
    "from X to Y": r"\bfrom\b.* to\b",
    "DAY-DAY": r"\d[-\u2013]\d+",
    "later this X": r"\blater this\b",
    "later on X": r"\blater on\b",
    "later in YEAR": rf"\blater in {YEAR}\b",
    "end of the decade": r"\bend of the decade\b",
    "mid-century": r"\bmid-century\b",
    "the 2030s": rf"\bthe {YEAR}s\b",
    "by MONTH": rf"\bby {MONTH}$",
    "by MONTH YEAR": rf"\bby {MONTH} {YEAR}\b",
    "by WEEKDAY": rf"\bby {WEEKDAY}\b",
    "early next X": rf"\b(?:early|mid|late|end of) next (?:week|month|year|{SEASON})\b",
    "next WEEKDAY": rf"\bnext {WEEKDAY}\b",
    "next MONTH": rf"\bnext {MONTH}\b",
    "next SEASON": rf"\bnext {SEASON}\b",
    "N-UNIT deadline": rf"{NUMBER}-{UNIT} (?:deadline|period|review|ultimatum)\b",
    "SEASON YEAR": rf"\b{SEASON} (?:of )?{YEAR}\b",
    "next year's EVENT": r"\bnext year['\u2019]s\b",
    "by MONTH DAY": rf"\bby {MONTH} \d+",
    "by DAY MONTH": rf"\bby \d+ {MONTH}",
    "by then": r"\bby then\b",
    "by that date": r"\bthat date\b",
    "the deadline": r"\b(?:the|that) deadline\b",
    "before X": r"\bbefore\b",
    "year's end": r"\byear['\u2019]s end\b|\byear-end\b",
    "end-MONTH": rf"\bend-(?:{MONTH}|{YEAR})",
    "financial year": r"\bfinancial year\b",
    "fiscal year": r"\bfiscal\b",
    "soon, shortly": r"\b(?:soon|shortly)\b",
    "in due course": r"\bin due course\b",
    "at a later date": r"\bat a later date\b",
    "MONTH-MONTH": rf"\b{MONTH}[-\u2013]{MONTH}",
    "in N-N days": rf"\bin \d+-\d+ {UNIT}\b",
    "MONTH DAY-DAY": rf"\b{MONTH} \d+[-\u2013]\d+\b",
    "the first part of next week": r"\bthe first part of next week\b",
    "for N UNITS": rf"\bfor {NUMBER} {UNIT}\b",
    "latest by": r"\blatest by\b",
    "around DAY": rf"\baround (?:\d+ {MONTH}|{MONTH} \d+)",
    "the eve of": r"\bthe eve of\b",
    "a week from WEEKDAY": rf"\ba week from {WEEKDAY}\b",
    "N UNITS before": rf"\b{NUMBER} {UNIT} before\b",
    "at a time of the day": r"\bat \d+(?::\d\d)? ?[ap]\.?m\b",
    "within N UNITS of an event": rf"\bwithin {NUMBER} {UNIT} of\b",
    "in the first year after": r"\bin the first year after\b",
    "by the end of a phase": r"\bby the end of the \w+ phase\b",
    "an abbreviated month": r"\b(?:Sept|Dec|Oct|Jan)\. \d",
    "an ordinal": r"\d(?:st|nd|rd|th)\b",
    "DD.MM.YYYY": r"\b\d\d\.\d\d\.\d{4}\b",
    "D/M/YYYY": r"\b\d{1,2}/\d{1,2}/\d{4}\b",
    "a year of two digits": r"['\u2019]\d\d\b",
}
"""A pattern for each form of a deadline, by its name."""

AROUND = {
    "according to": r"\baccording to\b",
    "According to, in front": r"\bAccording to\b",
    "told": r"\btold\b",
    "citing": r"\bciting\b",
    "as quoted by": r"\bquoted by\b",
    "in a statement": r"\bin an? (?:\w+ )?(?:statement|interview|filing|email|report)\b",
    "an unnamed source": r"\banonymity\b|\bfamiliar with\b",
    "reportedly": r"\breportedly\b",
    "is said to": r"\bsaid to\b",
    "a conditional": r"(?:^|\s)If\b",
    "a plan given up": r"\bhad been (?:scheduled|due|expected)\b|\boriginally\b",
    "an age": r", \d\d,",
    "a credit": r"\(c\)|\u00a9|[Cc]opyright",
    "a photograph": r"(?i)\bfile photo\b",
    "furniture": r"(?i)\bread more\b",
    "a full stop without a space": r"\w\.[A-Z][a-z]",
    "an en dash": r"\d ?\u2013 ?\d",
    "an open paragraph of a quote": r"(?m)^\u201c[^\u201d]+$",
}
"""A pattern for each form of attribution, and of the text around claims, by its name."""


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_deadline_is_annotated(form: str) -> None:
    phrases = [
        draft.due_phrase
        for annotated in ARTICLES
        for claim in annotated.claims
        for draft in claim.drafts
        if draft.due_phrase
    ]
    assert any(re.search(FORMS[form], phrase) for phrase in phrases)


@pytest.mark.parametrize("form", AROUND)
def test_each_form_around_claims_is_in_the_articles(form: str) -> None:
    assert any(re.search(AROUND[form], annotated.article.text) for annotated in ARTICLES)
