"""The clauses of a sentence, and what is said aside in it."""

from claim_tracker.drafting.patterns import Pattern, any_of

NEAR = 60
"""Characters before a time or a cue in which what is said of it is looked for."""
ASIDE = Pattern(r" - [^;]{3,160}? - | \([^()]{1,80}\)")
"""What is said between dashes or in brackets: `He will run - as one who came second - in May`."""
CONJUNCTIONS = any_of(
    "and but which who that when while where since although though because what why how whether"
)
"""The pattern of words that always begin a clause."""
_CLAUSE = Pattern(
    rf"[;:()\"]|,(?!\d{{3}}| [A-Z]{{2}}\b)|\b(?:{CONJUNCTIONS}|after|before|"
    r"(?<!much )(?<!many )(?<!well )(?<!far )as(?! (?:much|many|well|far)\b))\b"
)


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, without what divides them."""
    cuts = [0, *(at for match in _CLAUSE.finditer(text) for at in match.span()), len(text)]
    return [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def first_clause(after: str) -> str:
    """Return the clause that a time opens: `By Friday, it was known that it closes`."""
    end = _CLAUSE.search(after, len(after) - len(after.lstrip(", ")))
    return after[: end.start()] if end is not None else after
