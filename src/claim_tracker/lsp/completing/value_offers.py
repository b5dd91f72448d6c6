"""What may be written as the value of a field."""

from collections.abc import Sequence
from functools import cache

from claim_tracker.checks.catalogue_pages import FAMILIES, codes, entry
from claim_tracker.checks.synonyms import proposed_words
from claim_tracker.claims.fields import Part, use_of, value_type
from claim_tracker.claims.model import Claim, Update
from claim_tracker.claims.scalars import country_names, zone_names
from claim_tracker.claims.vocabulary import MEANINGS, OUTCOMES_OF
from claim_tracker.dates import Period, period_or_none
from claim_tracker.dates.period import day
from claim_tracker.edit.ids import made_id
from claim_tracker.lsp.completing import known_values
from claim_tracker.lsp.completing.cursor import Cursor, Fields, claim_kind, text_in, written_in
from claim_tracker.lsp.completing.date_offers import Asked, date_offers
from claim_tracker.lsp.completing.known_values import ValueOffer
from claim_tracker.lsp.fields import Field
from claim_tracker.lsp.snapshot import View

MAX_OFFERS = 200
"""How many values an editor is sent; of more, those that have what is typed in them."""
_PAST = ("date", "stated", "published", "happened", "as_of")
"""The dates that are not to be after today."""


def value_offers(view: View, cursor: Cursor, field: Field) -> list[ValueOffer]:
    """Return the values that a field at a position may have, the likeliest first."""
    part, name = field
    held = value_type(part, name)
    if held.words and held.shape != "version":
        return _word_offers(view, cursor, part, name)
    if held.shape in ("date", "deadline"):
        asked = _asked_date(view, cursor, part, name)
        found = date_offers(cursor.word.typed, asked)
        return [ValueOffer(text, words, is_for_word=True) for text, words in found.items()]
    return _other_offers(view, cursor, part, name)


def _other_offers(view: View, cursor: Cursor, part: type[Part], name: str) -> list[ValueOffer]:
    use, shape = use_of(part, name), value_type(part, name).shape
    if use.known == "sources":
        return known_values.sources(view)
    if use.known == "places":
        return known_values.places(view)
    if use.known == "ids":
        typed = cursor.word.typed.strip().casefold()
        return known_values.claims(view, text_in(cursor.claim, "id"), typed, MAX_OFFERS + 1)
    _, start, line, end = cursor.word.span
    written = view.document.lines[line - 1][start - 1 : end - 1].strip()
    match shape:
        case "yes":
            return [ValueOffer("true", "The number is about right, not exact.")]
        case "zone":
            return [ValueOffer(zone) for zone in ("UTC", *sorted(zone_names() - {"UTC"}))]
        case "country":
            used = [offer.value for offer in known_values.names(view, part, name)]
            names = {code: country_names().get(code, "") for code in (*used, *country_names())}
            return [ValueOffer(code, name, words=name) for code, name in names.items()]
        case "version":
            return [ValueOffer("1")]
        case "id" if part is Claim:
            fields = {name: text_in(cursor.fields, name) for name in ("claim", "topic", "source")}
            if not fields["claim"]:
                return []
            filled = {name: text for name, text in fields.items() if text}
            return [ValueOffer(made_id(filled, known_values.ids(view, written)))]
    speaker = text_in(cursor.claim, "speaker")
    return known_values.names(view, part, name, speaker=speaker, written=written)


def _word_offers(view: View, cursor: Cursor, part: type[Part], name: str) -> list[ValueOffer]:
    """Return the fixed words of a field with what they mean, or those that a text stands for."""
    if name == "ignore":
        return [ValueOffer(code, title, words=title) for code, title in _warnings()]
    words: Sequence[str] = value_type(part, name).words
    kind = claim_kind(view, cursor)
    if name == "outcome" and part is Update and kind is not None:
        words = OUTCOMES_OF[kind]
    typed = cursor.word.typed.strip()
    proposed = proposed_words(name, typed, kind or "") if typed else ()
    likely = [word for word in proposed if word in words]
    found = dict.fromkeys([*likely, *words])
    return [ValueOffer(word, MEANINGS[word], is_for_word=word in likely) for word in found]


@cache
def _warnings() -> tuple[tuple[str, str], ...]:
    """Return the code of each warning with its title, and of their family."""
    found = [(code, entry(code).title) for code in codes() if code.startswith("W")]
    return (*found, ("W3", f"All of “{FAMILIES['W3']}”."))


def _asked_date(view: View, cursor: Cursor, part: type[Part], name: str) -> Asked:
    """Return for what a date is asked."""
    today = view.file.today
    is_deadline = value_type(part, name).shape == "deadline"
    if part is Update:
        counted_from: Period | None = period_or_none(text_in(cursor.fields, "date")) or day(today)
        published = _publication(view, cursor.fields, None)
    else:
        published = _publication(view, cursor.claim, view.file.defaults.get("source"))
        stated = text_in(cursor.claim, "stated") or view.file.defaults.get("stated")
        counted_from = period_or_none(stated) or published
    is_of_source = name in ("stated", "as_of", "date", "happened")
    known = (published,) if is_of_source and published is not None else ()
    return Asked(today, is_deadline, name in _PAST, counted_from, known)


def _publication(view: View, fields: Fields, default: object) -> Period | None:
    """Return when the source of a claim or an update was published."""
    source = written_in(fields, "source") or default
    if isinstance(source, list):
        source = source[0] if source else None
    if isinstance(source, dict):
        if "source" not in source:
            return period_or_none(source.get("published"))
        source = source["source"]
    known = view.file.content.sources.get(source) if isinstance(source, str) else None
    return known.published if known is not None else None
