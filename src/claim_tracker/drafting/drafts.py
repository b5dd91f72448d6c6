"""From an article to drafts of its claims, each with its evidence; a person decides on each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.clauses import ASIDE, clauses_of
from claim_tracker.drafting.cues.cues import Cue
from claim_tracker.drafting.cues.form import Kind
from claim_tracker.drafting.cues.kinds import kind_of
from claim_tracker.drafting.days.context import (
    Context,
    fiscal_month_of,
    has_own_year,
    is_southern,
)
from claim_tracker.drafting.days.deadlines import Deadline, deadlines_in
from claim_tracker.drafting.days.past import judged
from claim_tracker.drafting.figures import Figure, figures_in
from claim_tracker.drafting.just_decided import is_just_decided
from claim_tracker.drafting.levels import is_of_many, is_of_several, level_in, tells_of_a_day
from claim_tracker.drafting.patterns import Pattern, any_of, word_pattern
from claim_tracker.drafting.plain import blanked
from claim_tracker.drafting.readings import Reading, is_reported, readings_of
from claim_tracker.drafting.sentences import Sentence
from claim_tracker.drafting.speakers.names import Speaker
from claim_tracker.drafting.told_before import is_told_before, is_told_weeks_ago
from claim_tracker.drafting.words import DATE, MONTH, SEASON, WEEKDAY


class DraftedQuantity(NamedTuple):
    """A figure as a claim has it."""

    value: float
    unit: str
    approximate: bool


class Draft(NamedTuple):
    """A claim that an article makes, as it may be written, and the sentence that it stands in.

    `line` counts from 1, `start` and `end` are characters of the article's text from 0, the end
    exclusive. `due` is the deadline as the format writes it, `earliest` and `latest` its days; all
    three are None where `due_phrase` cannot be resolved.
    """

    sentence: str
    line: int
    start: int
    end: int
    claim: str
    kind: Kind
    due_phrase: str | None
    due: str | None
    earliest: date | None
    latest: date | None
    speaker: str | None
    role: str | None
    organisation: str | None
    via: str | None
    quantity: DraftedQuantity | None
    why: str


class Drafts(NamedTuple):
    """The drafts of an article, in its order, and what is known of where it was published."""

    source: ArticleSource
    drafts: tuple[Draft, ...]


def drafts_of(article: Article) -> Drafts:
    """Return the drafts of an article's claims.

    A draft is made of each sentence that says that something will happen, is planned, promised,
    expected or demanded, or that a figure holds now; one for each deadline of the sentence.
    """
    context, published = context_of(article), article.source.published
    drafts: list[Draft] = []
    known: list[frozenset[str]] = []
    for reading, speaker in readings_of(article):
        times = deadlines_in(reading.content, context)
        judgements = (judged(reading.content, it, published) for it in times)
        deadlines = [it for it in judgements if it is not None]
        if is_told_before(reading, published):
            deadlines = [
                it if _HAS_YEAR.search(it.phrase) else it._replace(period=None) for it in deadlines
            ]
        tells_more = any(
            it(reading.content) for it in (_LOOKS_AHEAD.search, is_just_decided, tells_of_a_day)
        )
        if times and not deadlines and not tells_more:
            continue
        found = tuple(_drafts_in(reading, speaker, times, deadlines, context))
        resolved = [it.period for it in deadlines if it.period is not None]
        context = context._replace(last=resolved[-1]) if resolved else context
        if not found:
            continue
        words = frozenset(re.findall(r"\w+", found[0].claim.lower()))
        if not any(_are_alike(words, other) for other in known):
            drafts += found
        if len(known) < _MOST_REPEATED:
            known.append(words)
    return Drafts(article.source, tuple(drafts))


def context_of(article: Article) -> Context:
    """Return from what the times of an article are counted."""
    return Context(
        article.source.published,
        fiscal_month=fiscal_month_of(article.text),
        is_southern=is_southern(article.text),
        has_own_year=has_own_year(article.text),
    )


_LOOKS_AHEAD = word_pattern(
    "will won't would wouldn't shall should is are has have going plans aims wants expects hopes "
    "ultimatum strike_notice (?<=day_)notice holds leads trails stands owns operates intends seeks "
    "now currently remain remains account accounts comprise comprises make_up makes_up"
)
"""What tells of more than the past, though all times of a sentence are over."""
_LEAST_ALIKE = 0.8
_MOST_REPEATED = 20
"""Drafts from the beginning of an article that its further sentences may repeat."""


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have nearly all of their words in common."""
    return len(words & others) >= _LEAST_ALIKE * len(words | others)


def _drafts_in(
    reading: Reading,
    speaker: Speaker,
    times: Sequence[Deadline],
    deadlines: Sequence[Deadline],
    context: Context,
) -> Iterator[Draft]:
    """Yield the drafts of a sentence: one for each of its times to come, or one without."""
    clear = [it for it in deadlines if not it.is_vague]
    figures = figures_in(reading.content, [(it.start, it.end) for it in times])
    cues = _cues(reading, speaker, clear, figures, context.published)
    told: list[tuple[Deadline | None, Basis]]
    if cues:
        phrases: Sequence[Deadline | None] = clear or deadlines[:1] or [None]
        told = [(it, _basis_of(reading, _cue_of(it, cues))) for it in phrases]
    elif 0 < len(clear) <= _MOST_OF_A_SENTENCE and (
        _is_line_of_dates(reading, clear, figures)
        or _is_to_come(reading.content, clear, context.published)
    ):
        told = [(it, Basis("commitment", "a time to come")) for it in clear]
    elif (level := level_in(reading.content, figures)) is not None:
        told = [(None, Basis("fact", "a figure that holds now", level.start))]
    else:
        return
    for deadline, basis in told:
        figure = _nearest(reading.content, figures, deadline, basis.end)
        draft = _draft(reading, speaker, basis, deadline, figure)
        if len(told) > 1:  # each is one claim, of which the text is to tell
            draft = draft._replace(claim=f"{draft.claim[:-1]} ({draft.due_phrase}).")
        yield draft


_MOST_OF_A_SENTENCE = 3
"""Times without a verb; more are those of a table."""
_SAID_OF_WHAT_COMES = (
    "by until till through up_to as_early_as as_soon_as starting beginning from within effective "
    "before_the_end a_week_from planned targeted scheduled slated set due has_only only"
)
"""With what a time begins that is most often to come."""
_IS_AHEAD = Pattern(
    rf"\b(?i:next|coming|later|rest of|remainder|this (?:week|month|year|{SEASON}|{WEEKDAY}))\b|"
    rf"^(?i:{any_of(_SAID_OF_WHAT_COMES)})\b|{DATE}(?!\d|,? \d{{4}})|quarter of 20"
)
"""What says of itself that it is to come: `by 2030`, `next week`, `on 8 November`."""
_SAID_AHEAD = Pattern(r"\b(?:beginning|starting|effective|between now and|expected|due) $")
"""What stands before such a time, and tells that it is to come: `a sale beginning in 2030`."""
_BEFORE_A_DAY = Pattern(rf"^before (?:{WEEKDAY}|{MONTH})")
"""A limit, but for what is said of an event: `before Tuesday's vote`."""
_PLANS = Pattern(r"\b(?:plan|aim|hope|intend)s? $")
"""A plan, whose time stands before what is planned: `its plan by June to open it`."""
_TO_BE_DONE = Pattern(r"\bto (?:[a-z]+ly )?[a-z]+ [^,;:]{0,40}$")
"""What stands before the time of what is to be done: `candidates to run in the autumn of 2027`."""


class Basis(NamedTuple):
    """By what a sentence is a claim: its kind, why, where the words of it end, and the claim."""

    kind: Kind
    why: str
    end: int = 0
    claim: str = ""


def _basis_of(reading: Reading, cue: Cue) -> Basis:
    kind = kind_of(reading.sentence.text, reading.content, reading.said, cue)
    return Basis(kind, f"“{cue.text}”", cue.end)


def _cue_of(deadline: Deadline | None, cues: Sequence[Cue]) -> Cue:
    """Return the cue that a deadline goes with: the last before it, or else the first."""
    before = [it for it in cues if deadline is not None and it.end <= deadline.start]
    last = before[-1] if before else cues[0]
    return next(it for it in cues if it.end > last.start)  # a longer one may hold it


def _is_line_of_dates(
    reading: Reading, deadlines: Sequence[Deadline], figures: Sequence[Figure]
) -> bool:
    """Whether a sentence is an item of a list of dates, and not of figures: `Q4 sales: $4m`."""
    has_day = any(it.period is not None for it in deadlines)
    return reading.sentence.is_item and (has_day or not figures)


def _is_to_come(text: str, deadlines: Sequence[Deadline], published: date | None) -> bool:
    """Whether the days of a sentence without a cue are yet to come, or a limit is over today.

    A phrase that does not say so itself, as in `on Friday`, may be of what is over or of a noun.
    """
    return any(
        it.period is not None
        and not it.phrase.startswith("ahead of ")  # what is beside it may be so already
        and _is_ahead(text, it)
        and (
            published is None
            or it.period.earliest > published
            or (it.is_limit and it.period.earliest == published)
            or (it.is_definite and it.period.latest > published)
        )
        for it in deadlines
    )


def _is_ahead(text: str, deadline: Deadline) -> bool:
    """Whether a time says itself that it is to come, or what is to be done stands beside it."""
    before, after = text[: deadline.start], text[deadline.end :]
    return (
        _IS_AHEAD.is_in(deadline.phrase)
        or (_BEFORE_A_DAY.is_in(deadline.phrase) and not after.startswith("'s"))
        or _SAID_AHEAD.is_in(before)
        or _TO_BE_DONE.is_in(before)
        or (_PLANS.is_in(before) and after.startswith(" to "))
    )


def _cues(
    reading: Reading,
    speaker: Speaker,
    clear: Sequence[Deadline],
    figures: Sequence[Figure],
    published: date | None,
) -> list[Cue]:
    """Return the strongest cues by which a sentence makes a claim; none where it makes none."""
    is_of_reader = not speaker.name and _OF_ITSELF.is_in(reading.content)
    is_measured = any(map(is_of_several, figures)) and not is_of_reader
    has_more = bool(clear or is_measured or is_reported(reading, speaker))
    is_of_past = is_told_before(reading, published)
    if is_of_past or is_told_weeks_ago(reading, published):
        has_more = bool(clear)
    is_to_come = any(
        published is None or it.period is not None or _COMES.is_in(it.phrase) for it in clear
    )
    enough = {
        "firm": bool(clear) or not (is_of_reader or (is_of_past and " had " not in reading.said)),
        "backed": has_more,
        "measured": bool(clear or is_measured),
        "past": bool(clear),
        "timed": is_to_come,
        "scheduled": is_to_come,
    }
    cues = [
        cue
        for cue in reading.cues
        if cue.strength != "measured"
        or clear
        or any(is_of_many(it) and _is_of_cue(reading.content, it, cue) for it in figures)
    ]
    found = ([cue for cue in cues if cue.strength == it] for it in enough if enough[it])
    return next(filter(None, found), [])


def _is_of_cue(text: str, figure: Figure, cue: Cue) -> bool:
    """Whether a figure belongs to a cue: it stands in the same clause."""
    between = text[min(cue.end, figure.end) : max(cue.start, figure.start)]
    return " - " not in between and len(clauses_of(between)) == 1


_COMES = Pattern(
    r"\b(?i:coming|next|following|to come)\b| ahead$|\d/\d|"
    r"\b(?:day|week)s (?:of|before|ahead of)\b|^within\b.* days$"
)
"""What tells of what is to come without days: `in the coming weeks`, `50 days before the tie`."""
_OF_ITSELF = Pattern(
    r"^[^\"]*\b(?:[Ww]e(?:'ll| will)|[Yy]ou(?:'ll|'re|r)?)\b|"
    r"^(?:[^\"]*[a-z,;:-] )?I(?:'ll|'m|'ve|'d)?(?![\w.])[^\"]*$"
)
"""What a text says of itself, its writer or reader where nobody is quoted: `I think it will`."""
_HAS_YEAR = Pattern(r"\b20\d\d\b")
_MOST_BETWEEN = 4
"""Characters between a deadline and the figure that is told of it."""
_OTHER_VERB = Pattern(r"\b(?:and|but|while) (?:is|are|was|were|has|have|will|would|may|could)\b")
"""What begins after a figure what is told without it: `absent from 19 games and is to return`."""
_NEXT_CLAUSE = Pattern(", (?:while|whereas) ")
"""What begins after a figure what is told of another: `5% this year, while for 2026 it is 3%`."""


def _nearest(
    text: str, figures: Sequence[Figure], deadline: Deadline | None, at: int
) -> Figure | None:
    """Return the figure that stands nearest before a deadline, or else the first after a cue."""
    if deadline is not None:
        for it in figures:
            if 0 < it.start - deadline.end <= _MOST_BETWEEN:  # `for 2026 to 3%`
                return it
        asides = [it.span() for it in ASIDE.finditer(text)]
        earlier = [it for it in figures if it.end <= deadline.start]
        told = [it for it in earlier if not any(i < it.start < j for i, j in asides)] or earlier
        if told and not _NEXT_CLAUSE.is_in(text[told[-1].end : deadline.start]):
            return told[-1]
        at = max(at, deadline.end) if told else at
    after = next((it for it in figures if it.start >= at), None)
    if after is not None or not figures:
        return after
    is_of_other = _OTHER_VERB.is_in(text[figures[-1].end : at])
    return figures[0] if not is_of_other else None


def _draft(
    reading: Reading,
    speaker: Speaker,
    basis: Basis,
    deadline: Deadline | None,
    figure: Figure | None,
) -> Draft:
    written = reading.sentence.written
    when = ""
    if deadline is not None:
        deadline = deadline._replace(phrase=written[deadline.start : deadline.end])
        when = f", “{deadline.phrase}”"
    who = f", said by {speaker.name}" if speaker.name is not None else ""
    basis = basis._replace(
        why=f"{basis.why}{when}{who}", claim=claim_text(written, reading.said_parts)
    )
    quantity = None
    if figure is not None:
        quantity = DraftedQuantity(figure.value, figure.unit, figure.approximate)
    return draft_of(reading.sentence, basis, deadline, speaker, quantity)


def draft_of(
    sentence: Sentence,
    basis: Basis,
    deadline: Deadline | None,
    speaker: Speaker,
    quantity: DraftedQuantity | None,
) -> Draft:
    """Return the draft of a sentence, with what was found in it."""
    period = deadline.period if deadline is not None else None
    return Draft(
        sentence=sentence.written,
        line=sentence.line,
        start=sentence.start,
        end=sentence.end,
        claim=basis.claim,
        kind=basis.kind,
        due_phrase=deadline.phrase if deadline is not None else None,
        due=period.text if period is not None else None,
        earliest=period.earliest if period is not None else None,
        latest=period.latest if period is not None else None,
        speaker=speaker.name,
        role=speaker.role,
        organisation=speaker.organisation,
        via=speaker.via,
        quantity=quantity,
        why=basis.why,
    )


def claim_text(written: str, left_out: Sequence[tuple[int, int]] = ()) -> str:
    """Return a sentence without some of its characters, ends exclusive, as one of its own.

    What was reported with `would` is said with `will` where who said it is left out.
    """
    text = _QUOTES.sub("", blanked(written, left_out))
    text = re.sub(r"[\s,;:]+([.?!])", r"\1", " ".join(text.split()))
    text = re.sub(r"\s+([,;:])", r"\1", text).strip(" ,;:-")
    if left_out:
        text = _WOULD.sub("will", text)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_WOULD = re.compile(r"\bwould\b(?! (?:have|like)\b)")
