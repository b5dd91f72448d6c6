"""The words that trackers use for what became of a claim, as outcomes and progress."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from claim_tracker.checks.synonyms import proposed_words, says_nothing
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, OUTCOMES_OF, PROGRESS, Kind
from claim_tracker.text.display import folded
from claim_tracker.text.suggest import letters_of

NOTHING = "none"
"""What stands for a word that says nothing of what became of a claim."""
_GOOD, _PARTLY, _BAD = range(3)
_MORE_WORDS: Mapping[int | str, str] = {
    NOTHING: (
        "n/a, na, tbd, to do, no action, no action taken, no evidence, not rated, unassessed, in "
        "review, under review, awaiting, too early, too early to say, no progress, not due, pas "
        "commencée, non commencée, non démarrée, pas encore évaluée, sin empezar, no iniciada, "
        "não iniciada, nicht begonnen, noch nicht begonnen, noch offen, offen, non iniziata, niet "
        "gestart, не розпочато, не начато, nie rozpoczęto, pendiente, 未着手, 未开始, ยังไม่เริ่ม"
    ),
    "in-progress": (
        "some progress, partial progress, advancing, in process, being implemented, wip, en "
        "cours, en proceso, en progreso, en curso, em andamento, em progresso, in arbeit, in "
        "umsetzung, laufend, begonnen, in corso, in uitvoering, lopend, в процесі, виконується, в "
        "процессе, выполняется, w trakcie, pågår, devam ediyor, قيد التنفيذ, در حال انجام, जारी, "
        "กำลังดำเนินการ, 進行中, 进行中"
    ),
    _GOOD: (
        "tenue, tenu, réalisée, réalisé, accomplie, accompli, cumplida, cumplido, cumplió, "
        "cumprida, cumprido, eingehalten, gehalten, erfüllt, umgesetzt, mantenuta, mantenuto, "
        "nagekomen, gehouden, виконано, выполнено, spełniona, spełniono, zrealizowana, infriat, "
        "tamamland\u0131, تحقق, عملی شده, पूरा, สำเร็จ, 達成, 已兑现, genomfört"
    ),
    _PARTLY: (
        "partiellement tenue, partiellement réalisée, en partie, parcialmente cumplida, cumplida "
        "parcialmente, parcialmente cumprida, cumprida parcialmente, parcial, teilweise erfüllt, "
        "teilweise umgesetzt, teilweise, parzialmente mantenuta, частково виконано, частично "
        "выполнено, częściowo, delvis, k\u0131smen, 一部達成"
    ),
    _BAD: (
        "rompue, rompu, non tenue, non tenu, abandonnée, trahie, incumplida, incumplido, no "
        "cumplida, rota, quebrada, não cumprida, descumprida, gebrochen, nicht erfüllt, nicht "
        "gehalten, nicht umgesetzt, non mantenuta, infranta, gebroken, не виконано, не выполнено, "
        "niespełniona, złamana, brutet, لم يتحقق, ไม่สำเร็จ, 未達成, 未兑现"
    ),
    "stalled": (
        "bloquée, bloqué, au point mort, suspendue, estancada, estancado, paralizada, parada, "
        "blockiert, ruht, ins stocken geraten, in stallo, призупинено, приостановлено"
    ),
}
_ORNAMENT = re.compile(r"^[^\w]+|[^\w]+$")
_LEAD = re.compile(r"^(?:status|verdict|rating)\s*[:\u2013-]?\s+", re.IGNORECASE)
_OF_PROMISES = re.compile(r"^(?:promise|pledge|commitment)\s*[:\u2013-]?\s+", re.IGNORECASE)
_PERCENT = re.compile(r"\s*\(?[0-9]{1,3}\s?%\)?\s*$")
_LESS = re.compile(r"[❌✗✘✖~≈]|(?<![0-9])(?!100)[0-9]{1,3}\s?%")
"""What beside a word for success says that there is less of it, or none."""


class Standing(NamedTuple):
    """What a word says of a claim: an `outcome`, `progress`, or nothing (both None).

    Where it may be several words, or none that is known, `doubt` says so.
    """

    outcome: str | None = None
    progress: str | None = None
    doubt: str | None = None


def word_given(written: str) -> str | None:
    """Return the outcome or the progress that a person names, or NOTHING; None for no such word."""
    words = {letters_of(word): word for word in (*OUTCOMES, *PROGRESS, NOTHING)}
    return words.get(letters_of(written))


@lru_cache(maxsize=4096)
def standing(written: str, kind: Kind, given: tuple[tuple[str, str], ...] = ()) -> Standing:
    """Return the standing that a word means for a kind; `given` are words that a person explained.

    >>> standing("Promise kept", "commitment")
    Standing(outcome='kept', progress=None, doubt=None)
    """
    explained = dict(given).get(letters_of(written))
    if explained is not None:
        return _of_word(explained, kind)
    for text in _shapes(written, kind):
        found = _find_standing(text, kind)
        if found is not None and not _is_doubted(found.outcome, written, kind):
            return found
    return Standing(doubt=f'say what it is with `--word "{written}=…"`')


def kind_named(written: str) -> Kind | None:
    """Return the kind of claims that a word is for; None for no such word, or for several kinds."""
    word = folded(written)
    named = (word,) if word in KINDS else proposed_words("kind", word, "")
    kinds = [kind for kind in KINDS if kind in named]
    return kinds[0] if len(kinds) == 1 else None


def is_standing(written: str) -> bool:
    """Whether a text is a word for what became of a claim of some kind."""
    return any(standing(written, kind).doubt is None for kind in KINDS)


def fitting_kind(words: Mapping[str, int]) -> Kind | None:
    """Return the kind of claims that the words fit best as outcomes, by how often each is there.

    None where they fit several kinds equally well.
    """
    fits = {
        kind: sum(
            count
            for word, count in words.items()
            if standing(word, kind).outcome in OUTCOMES_OF[kind][:3]
        )
        for kind in KINDS
    }
    best = max(fits.values())
    kinds = [kind for kind, count in fits.items() if count == best]
    return kinds[0] if best and len(kinds) == 1 else None


def _is_doubted(outcome: str | None, written: str, kind: Kind) -> bool:
    """Whether what stands beside the word for an outcome says that it may be none."""
    is_good = outcome == OUTCOMES_OF[kind][_GOOD]
    return outcome is not None and ("?" in written or (is_good and bool(_LESS.search(written))))


def _shapes(written: str, kind: Kind) -> tuple[str, ...]:
    """Return a text as it may be a word: whole, without ornaments, and without what leads it."""
    plain = _ORNAMENT.sub("", " ".join(written.split()))
    unadorned = _ORNAMENT.sub("", _PERCENT.sub("", written))
    led = _LEAD.sub("", unadorned)
    of_kind = _OF_PROMISES.sub("", led) if kind == "commitment" else led
    return tuple(dict.fromkeys((written, plain, unadorned, led, of_kind)))


def _find_standing(text: str, kind: Kind) -> Standing | None:
    known = word_given(text)
    if known is not None and (known not in OUTCOMES or known in OUTCOMES_OF[kind]):
        return _of_word(known, kind)
    outcomes = proposed_words("outcome", text, kind)
    if len(outcomes) == 1:
        return Standing(outcome=outcomes[0])
    if says_nothing(text):
        return Standing()
    progress = proposed_words("progress", text, kind)
    if len(progress) == 1:
        return Standing(progress=progress[0])
    other = _more_words(kind).get(letters_of(text))
    if other is not None:
        return _of_word(other, kind)
    if known is not None or len(outcomes) > 1:
        return Standing(doubt=_doubt(text, kind, outcomes))
    return None


def _doubt(text: str, kind: Kind, outcomes: tuple[str, ...]) -> str:
    if not outcomes:
        return f'`{text}` is not an outcome of a {kind}; say what it is with `--word "{text}=…"`'
    choices = " or ".join(f'`--word "{text}={word}"`' for word in outcomes)
    return f"it may be {' or '.join(f'`{word}`' for word in outcomes)}; say {choices}"


def _of_word(word: str, kind: Kind) -> Standing:
    if word == NOTHING:
        return Standing()
    if word in PROGRESS:
        return Standing(progress=word)
    if word in OUTCOMES_OF[kind]:
        return Standing(outcome=word)
    tone = OUTCOMES.index(word) % 3 if word in OUTCOMES else 0
    return Standing(outcome=OUTCOMES_OF[kind][tone])


@cache
def _more_words(kind: Kind) -> Mapping[str, str]:
    return {
        letters_of(word): OUTCOMES_OF[kind][meaning] if isinstance(meaning, int) else meaning
        for meaning, words in _MORE_WORDS.items()
        for word in words.split(", ")
    }
