"""The words that people write for those of the format, and what each of them may stand for.

All of it is a proposal: what somebody found out, and what they meant, is theirs to say.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Defaults,
    Passage,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF, PROGRESS, outcomes_of
from claim_tracker.text.suggest import letters_of

_OUTCOMES = (
    # what people write; what it may be of a commitment, of a prediction, of a fact
    ("kept, came true, achieved, accomplished, success", "kept", "came-true", ""),
    ("fulfilled, honoured, honored, met, realised, realized", "kept", "came-true", ""),
    ("completed, complete, implemented, delivered, done, finished", "kept", "came-true", ""),
    ("happened, occurred, materialised, materialized, came to pass", "kept", "came-true", ""),
    ("promise kept, kept promise", "kept", "", ""),
    ("true, correct, right, accurate, confirmed", "", "came-true", "confirmed"),
    ("verified, proven, proved, substantiated, corroborated, supported", "", "", "confirmed"),
    ("partly kept, partly true, kept in part", "partly-kept", "partly-true", ""),
    ("partial, in part, partial success", "partly-kept", "partly-true", "partly-confirmed"),
    ("compromise, compromised", "partly-kept", "", ""),
    ("misleading, mostly false, out of context", "", "", "partly-confirmed, refuted"),
    ("broken, failed, missed, failure, unmet, unfulfilled", "broken", "failed", ""),
    ("not achieved, not fulfilled, not met, not realised", "broken", "failed", ""),
    ("not completed, not implemented, not delivered, not done", "broken", "failed", ""),
    ("failed to deliver, did not happen, didn't happen", "broken", "failed", ""),
    ("not kept, promise broken, broken promise", "broken", "", ""),
    ("false, wrong, incorrect, inaccurate, untrue, not true", "", "failed", "refuted"),
    ("disproved, disproven, debunked, refuted", "", "failed", "refuted"),
    ("abandoned, cancelled, canceled, scrapped, dropped", "broken, withdrawn", "", ""),
    ("retracted, taken back, revoked, rescinded, recanted", *["withdrawn"] * 3),
    ("uncheckable, unprovable, unknowable, cannot be checked", *["unverifiable"] * 3),
    ("contested, controversial, contradicted", *["disputed"] * 3),
)
_IN_PART = ("partly", "partially", "half", "mostly", "largely")
"""Words before one for the whole outcome that make it the outcome in part."""
_NO_OUTCOMES = (
    (
        "not started, not begun, not yet started, not yet, pending, unresolved, none, no outcome",
        "leave `outcome` out as long as nothing is found out",
    ),
    (
        "not yet rated, unrated, unknown, unclear, unconfirmed, unverified, not confirmed",
        "leave `outcome` out as long as nothing is found out",
    ),
    (
        "overdue, late",
        "leave `outcome` out: the calendar tells what is overdue, and `happened` what came late",
    ),
    (
        "postponed, extended, rescheduled",
        "leave `outcome` out, and write the new deadline as `due` of the update",
    ),
)
_PROGRESS = (
    ("ongoing, underway, started, begun, active, progressing, in the works", "in-progress"),
    ("on schedule, on time, ahead of schedule, on course", "on-track"),
    ("delayed, late, behind, behind schedule, at risk, slipping, not on track", "off-track"),
    ("paused, on hold, suspended, halted, blocked, stuck, frozen, standstill", "stalled"),
)
_NO_PROGRESS = (
    (
        "not started, not begun, not yet started, planned, pending, none, unknown",
        "leave `progress` out until it has begun",
    ),
)
_KINDS = (
    ("promise, pledge, vow, undertaking, guarantee, assurance", "commitment"),
    ("target, goal, plan, intention, threat", "commitment"),
    ("forecast, projection, expectation, prognosis, outlook, prophecy", "prediction"),
    ("warning", "commitment, prediction"),
    ("estimate", "prediction, fact"),
    ("statement, claim, assertion, allegation, accusation, denial, figure", "fact"),
)
_OF_CLAIMS = (
    ("key, name, slug", "id"),
    ("text, statement, promise, wording", "claim"),
    ("title, headline", "claim, title"),
    ("description, summary, content, details", "claim, note"),
    ("comment, comments, remark, remarks, notes, context", "note"),
    ("quotation, words, verbatim", "quote"),
    ("type", "kind"),
    ("who, by, author, person, politician, claimant, said by", "speaker"),
    ("party, organization, ministry, company", "organisation, role, speaker"),
    ("office, position, function, job", "role"),
    ("said, date, when, made, announced, said on, stated on", "stated"),
    ("deadline, due date, target date, by when, until", "due"),
    ("reference, references, evidence", "source"),
    ("category, theme, subject, group, area", "topic"),
    ("keywords, keyword, labels, label", "tags"),
    ("location, locations, where", "places"),
    ("number, amount", "quantity"),
    ("history, log", "updates"),
    ("criterion, condition, measure", "criteria"),
    ("check again, revisit, next check", "review"),
    ("see also", "related"),
)
_FIELDS: dict[type[Part], tuple[tuple[str, str], ...]] = {
    # what people write; the fields that it may stand for, the likelier first. What is no field of
    # this part is one of another.
    Claim: _OF_CLAIMS,
    Defaults: _OF_CLAIMS,
    Passage: (("page, paragraph, place", "at"), ("key", "source")),
    Update: (
        ("when, on", "date"),
        ("comment, comments, remark, remarks, text, description, summary", "note"),
        ("quotation, verbatim", "quote"),
        ("status, state, result, verdict, ruling, judgement", "outcome, progress"),
        ("deadline, due date, new deadline", "due"),
        ("reference, references, evidence", "source"),
        ("number, amount", "quantity"),
    ),
    Source: (
        ("link, href, uri, address", "url"),
        ("headline, name", "title"),
        ("outlet, newspaper, site", "publisher"),
        ("date, when", "published"),
        ("archive, copy", "archived"),
    ),
    Checks: (),
    Place: (("title", "name"), ("province, state", "region"), ("nation", "country")),
    Publisher: (("title", "name"), ("link, href, uri, address", "url")),
    Quantity: (("number, amount", "value"), ("what", "unit")),
    ClaimsFile: (
        ("items, promises, statements", "claims"),
        ("locations", "places"),
        ("name, headline", "title"),
        ("description, summary, introduction", "about"),
        ("lang, locale", "language"),
    ),
}


_NO_WORDS = {
    "outcome": (_NO_OUTCOMES, "progress", "this is how the matter stands, and no outcome"),
    "progress": (_NO_PROGRESS, "outcome", "this is what became of it, and no progress"),
}
"""For a field what has no word in it, and the other field of which a word may be."""


def proposed_words(field: str, written: str, kind: str) -> tuple[str, ...]:
    """Return the words of a field that a synonym may stand for; an outcome is one of the kind."""
    return _meanings(field, kind).get(letters_of(written), ())


def other_advice(field: str, written: str, kind: str, beside: Mapping[str, object]) -> str | None:
    """Return what to do with a word that is none of its field, such as one of another field.

    `beside` are the fields of the update.
    """
    if field not in _NO_WORDS:
        return None
    no_words, other, what = _NO_WORDS[field]
    advice = _by_letters(no_words).get(letters_of(written))
    proposed = _words_of(other, written, kind) if advice is None else ()
    there = beside.get(other)
    if proposed and there in proposed:
        return f"{what}: leave `{field}` out, as `{other}` tells it"
    if proposed and there is not None:
        return f"{what}; but `{other}` says `{there}`: decide which of the two is right"
    if proposed:
        return f"{what}: write {' or '.join(f'`{other}: {word}`' for word in proposed)} instead"
    return advice


def says_nothing(written: str) -> bool:
    """Whether a word says that nothing is known yet of what became of a claim."""
    return letters_of(written) in _by_letters(_NO_OUTCOMES)


def is_word(field: str, written: str) -> bool:
    """Whether something is a word of a field, or a synonym of one, for any kind of claim."""
    return any(_words_of(field, written, kind) for kind in KINDS)


def proposed_fields(model: type[Part], written: str) -> tuple[str, ...]:
    """Return the fields that a synonym in a part may stand for, the likelier first.

    What is no field of the part is one of another.
    """
    return field_synonyms()[model].get(letters_of(written), ())


@cache
def field_synonyms() -> Mapping[type[Part], Mapping[str, tuple[str, ...]]]:
    """Return for each part the synonyms, by their letters, and the fields that each may be."""
    known = frozenset(name for model in _FIELDS for name in fields_of(model))
    return {
        model: {
            word: tuple(name for name in _split_words(names) if name in known)
            for word, names in _by_letters(rows).items()
        }
        for model, rows in _FIELDS.items()
    }


def _words_of(field: str, written: str, kind: str) -> tuple[str, ...]:
    """Return the words of a field that one is, or may stand for."""
    known = PROGRESS if field == "progress" else outcomes_of(kind)
    same = tuple(word for word in known if letters_of(word) == letters_of(written))
    return same or proposed_words(field, written, kind)


@cache
def _meanings(field: str, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return what the synonyms of a field, by their letters, may stand for."""
    if field == "outcome":
        rows = _outcomes(kind)
    else:
        rows = _by_letters({"kind": _KINDS, "progress": _PROGRESS}.get(field, ()))
    return {word: _split_words(proposed) for word, proposed in rows.items()}


def _outcomes(kind: str) -> Mapping[str, str]:
    """Return what may be an outcome of a kind, also of a part: `partly fulfilled`."""
    if kind not in KINDS:
        return {}
    column = 1 + KINDS.index(kind)
    rows = _by_letters((row[0], row[column]) for row in _OUTCOMES if row[column])
    whole, in_part, *_ = OUTCOMES_OF[kind]
    good = [word for word, proposed in rows.items() if proposed == whole]
    return {f"{part}{word}": in_part for part in _IN_PART for word in good} | rows


def _by_letters(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what the words of rows stand for, by the letters of each."""
    return {letters_of(word): proposed for words, proposed in rows for word in _split_words(words)}


def _split_words(words: str) -> tuple[str, ...]:
    return tuple(word for word in words.split(", ") if word)
