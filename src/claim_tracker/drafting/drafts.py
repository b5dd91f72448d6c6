"""From an article to drafts of its claims, each with its evidence; a person decides on each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.cues.cues import Cue, cues_in
from claim_tracker.drafting.cues.form import Kind
from claim_tracker.drafting.cues.kinds import kind_of
from claim_tracker.drafting.days.context import (
    Context,
    fiscal_month_of,
    has_own_year,
    is_southern,
)
from claim_tracker.drafting.days.deadlines import Deadline, deadlines_in
from claim_tracker.drafting.days.past import is_past, without_doubt
from claim_tracker.drafting.figures import Figure, figures_in
from claim_tracker.drafting.levels import level_in
from claim_tracker.drafting.noise import dateline_end, is_furniture
from claim_tracker.drafting.sentences import Sentence, sentences_of
from claim_tracker.drafting.speakers.attribution import Attribution, attribution_in
from claim_tracker.drafting.speakers.mentions import Speakers, is_a_firm
from claim_tracker.drafting.speakers.names import Speaker, is_plural
from claim_tracker.drafting.speakers.planners import planner_of, planners_in
from claim_tracker.drafting.speakers.subjects import subject_of
from claim_tracker.drafting.tense import is_just_decided
from claim_tracker.drafting.words import MONTH, WEEKDAY, Pattern, any_of, word_pattern


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


class _Reading(NamedTuple):
    """A sentence with what was found in it; `content` has spaces where it says who said it."""

    sentence: Sentence
    content: str
    attribution: Attribution | None
    cues: tuple[Cue, ...]


def drafts_of(article: Article) -> Drafts:
    """Return the drafts of an article's claims.

    A draft is made of each sentence that says that something will happen, is planned, promised,
    expected or demanded, or that a figure holds now; one for each deadline of the sentence.
    """
    context, published = context_of(article), article.source.published
    drafts: list[Draft] = []
    known: list[frozenset[str]] = []
    for reading, speaker in _readings(article):
        times = deadlines_in(reading.content, context)
        deadlines = [
            without_doubt(reading.content, it, published)
            for it in times
            if not is_past(reading.content, it, published)
        ]
        if _is_told_before(reading):
            deadlines = [it._replace(period=None) for it in deadlines]
        looks_ahead = _LOOKS_AHEAD.search(reading.content) or is_just_decided(reading.content)
        if times and not deadlines and not looks_ahead:
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
    "will won't would wouldn't shall is are has have going plans aims wants expects hopes "
    "ultimatum strike_notice (?<=day_)notice"
)
"""What tells of more than the past, though all times of a sentence are over."""
_LEAST_ALIKE = 0.8
_MOST_REPEATED = 20
"""Drafts from the beginning of an article that its further sentences may repeat."""


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have nearly all of their words in common."""
    return len(words & others) >= _LEAST_ALIKE * len(words | others)


def _readings(article: Article) -> Iterator[tuple[_Reading, Speaker]]:
    """Yield the sentences that tell something, each with its speaker, in full where he is known."""
    speakers = Speakers(article.text)
    readings = [
        it for sentence in sentences_of(article.text) if (it := _read(sentence)) is not None
    ]
    for index, (reading, is_in_quote, is_plot) in enumerate(
        zip(readings, _in_quotes(readings), _in_plots(readings), strict=True)
    ):
        if is_plot:
            continue
        subject = subject_of(reading.content.strip())
        attribution = reading.attribution
        if attribution is not None and not (is_in_quote and _is_self(attribution)):
            name = attribution.speaker.name or ""
            if name == "they" or (name == "it" and not is_plural(subject)):
                speakers.note(subject)
            elif subject is not None and is_a_firm(name) and attribution.parts[0][0] > 0:
                speakers.tell_of(subject, reading.content[: attribution.parts[0][0]])
            yield reading, speakers.full(attribution.speaker)
        elif is_in_quote:
            yield reading, _of_quote(readings[index : index + _LONGEST_QUOTE], speakers)
        else:
            at_cues = (planner_of(reading.content, cue.start) for cue in reading.cues)
            planner = next(filter(None, at_cues), None) or planners_in(reading.content)
            if planner is not None and planner.name == "it" and not is_plural(subject):
                speakers.note(subject)
            yield reading, speakers.full(planner) if planner is not None else Speaker()
        speakers.tell_of(subject, reading.sentence.text)


def _is_self(attribution: Attribution) -> bool:
    """Whether somebody tells what they say themselves: `We believe that it will open`."""
    return attribution.speaker.name in ("I", "We", "we")


_PLOT = Pattern(
    r"\b(?:description|synopsis|logline|blurb|plot|tagline|summary)[\w' ]{0,40} "
    r"(?:reads|says|goes)\b"
)


def _in_plots(readings: Sequence[_Reading]) -> Iterator[bool]:
    """Yield of each sentence whether it tells what a work is about: `Its synopsis reads: "They`."""
    paragraph, is_plot = -1, False
    for reading in readings:
        if reading.sentence.paragraph != paragraph:
            paragraph, is_plot = reading.sentence.paragraph, False
        is_plot = is_plot or _PLOT.search(reading.sentence.text) is not None
        yield is_plot


def _in_quotes(readings: Sequence[_Reading]) -> Iterator[bool]:
    """Yield of each sentence whether it is one of a quote, or stands within one."""
    paragraph, is_open = -1, False
    for reading in readings:
        text = reading.sentence.text
        if reading.sentence.paragraph != paragraph:
            paragraph, is_open = reading.sentence.paragraph, False
        yield is_open or ('"' in (text[:1], text[-1:]) and _is_quote(text))
        opens_again = is_open and text.startswith('"')  # a further paragraph of the same quote
        is_open ^= (text.count('"') - opens_again) % 2 == 1


_LONGEST_TITLE = 60


def _is_quote(text: str) -> bool:
    """Whether what is quoted in a sentence is said, and no title: `"Rain" opens in June`."""
    *quoted, last = text.split('"')[1::2] or [""]
    return bool(quoted) or len(last) > min(_LONGEST_TITLE, len(text) // 3)


def _read(sentence: Sentence) -> _Reading | None:
    """Return a sentence as it is drafted from; None for a heading and what belongs to the page."""
    text = sentence.text
    if is_furniture(text) or text.rstrip("\"'").endswith("?"):
        return None
    if sentence.is_heading:
        if _DATED_LINE.match(text) is None:
            return None
        sentence = sentence._replace(is_item=True)
    lead = dateline_end(text)
    if lead:
        sentence = sentence.without_start(lead)
    content = sentence.text
    attribution = attribution_in(content)
    for start, end in attribution.parts if attribution is not None else ():
        content = content[:start] + " " * (end - start) + content[end:]
    return _Reading(sentence, content, attribution, tuple(cues_in(content)))


_OCCASIONS = (
    "date deadline day poll polls polling vote voting election nominations? applications? "
    "registration results? entries opens closes starts? begins ends release launch tickets final "
    "counting hearing withdrawal scrutiny"
)
_DATED_LINE = Pattern(
    rf"(?=[^:]*(?i:\b{any_of(_OCCASIONS)}\b))[A-Z][\w' ()/-]{{2,80}}: "
    rf"(?:{WEEKDAY},? )?(?:{MONTH} \d|\d\d?(?:st|nd|rd|th)? {MONTH})"
)
"""A line of a list of dates that has no mark: `Last date for nominations: November 9`."""
_LONGEST_QUOTE = 4
"""Sentences of a quote after which its speaker is looked for."""


def _of_quote(readings: Sequence[_Reading], speakers: Speakers) -> Speaker:
    """Return who is quoted in the first of some sentences: who is named after it, or was last."""
    first, *others = readings
    for before, other in pairwise((first, *others)):
        ends = before.sentence.text.endswith('"') or not other.sentence.text.startswith('"')
        if ends and other.sentence.paragraph != before.sentence.paragraph:
            break
        attribution = other.attribution
        if attribution is not None and '"' in other.sentence.text[: attribution.parts[0][0]]:
            return speakers.full(attribution.speaker)
    return speakers.last or Speaker()


def _drafts_in(
    reading: _Reading,
    speaker: Speaker,
    times: Sequence[Deadline],
    deadlines: Sequence[Deadline],
    context: Context,
) -> Iterator[Draft]:
    """Yield the drafts of a sentence: one for each of its times to come, or one without."""
    dated = [it for it in deadlines if not it.is_vague]
    figures = figures_in(reading.content, [(it.start, it.end) for it in times])
    cue = _cue(reading, speaker, dated, figures)
    if cue is not None:
        kind = kind_of(reading.sentence.text, reading.content, cue)
        basis = _Basis(kind, f"“{cue.text}”", cue.end)
        phrases: Sequence[Deadline | None] = dated or deadlines[:1] or [None]
    elif dated and (
        _is_line_of_dates(reading, dated, figures) or _is_ahead(dated, context.published)
    ):
        basis, phrases = _Basis("commitment", "a time to come", 0), dated
    elif (level := level_in(reading.content, figures)) is not None:
        basis, phrases = _Basis("fact", "a figure that holds now", level.start), [None]
    else:
        return
    for deadline in phrases:
        figure = _nearest(reading.content, figures, deadline, basis.end)
        draft = _draft(reading, speaker, basis, deadline, figure)
        if len(phrases) > 1:  # each is one claim, of which the text is to tell
            draft = draft._replace(claim=f"{draft.claim[:-1]} ({draft.due_phrase}).")
        yield draft


class _Basis(NamedTuple):
    """By what a sentence is a claim: in words, its kind, and where the words of it end."""

    kind: Kind
    why: str
    end: int


def _is_line_of_dates(
    reading: _Reading, deadlines: Sequence[Deadline], figures: Sequence[Figure]
) -> bool:
    """Whether a sentence is an item of a list of dates, and not of figures: `Q4 sales: $4m`."""
    has_day = any(it.period is not None for it in deadlines)
    return reading.sentence.is_item and (has_day or not figures)


def _is_ahead(deadlines: Sequence[Deadline], published: date | None) -> bool:
    """Whether the days of a sentence without a cue are yet to come, or a limit is over today."""
    return any(
        it.period is not None
        and (
            published is None
            or it.period.earliest > published
            or (it.is_limit and it.period.earliest == published)
            or (it.is_ahead and it.period.latest > published)
        )
        for it in deadlines
    )


def _cue(
    reading: _Reading, speaker: Speaker, dated: Sequence[Deadline], figures: Sequence[Figure]
) -> Cue | None:
    """Return the cue by which a sentence makes a claim; None where it makes none."""
    is_reported = reading.attribution is not None or '"' not in reading.content
    has_more = bool(dated or figures or (speaker.name and is_reported))
    if _is_told_before(reading):
        has_more = bool(dated)
    enough = {
        "firm": True,
        "dated": has_more,
        "measured": bool(dated or figures),
        "timed": bool(dated),
        "scheduled": bool(dated),
    }
    return next(
        (cue for it in enough if enough[it] for cue in reading.cues if cue.strength == it), None
    )


_HAD_SAID = Pattern(
    r"\bhad (?:[a-z]+ly |earlier |also )?(?:said|told|warned|announced|declared|stated)\b"
)


def _is_told_before(reading: _Reading) -> bool:
    """Whether a sentence tells what somebody had said before what it tells of."""
    parts = reading.attribution.parts if reading.attribution is not None else ()
    return any(_HAD_SAID.search(reading.sentence.text[first:last]) for first, last in parts)


_BESIDE = 4
"""Characters between a deadline and the figure that is told of it."""


_OTHER_VERB = Pattern(r"\b(?:and|but|while) (?:is|are|was|were|has|have|will|would|may|could)\b")
"""What begins after a figure what is told without it: `absent from 19 games and is to return`."""


def _nearest(
    text: str, figures: Sequence[Figure], deadline: Deadline | None, at: int
) -> Figure | None:
    """Return the figure that stands nearest before a deadline, or else the first after a cue."""
    if deadline is not None:
        for it in figures:
            if 0 < it.start - deadline.end <= _BESIDE:  # `for 2026 to 3%`
                return it
        before = [it for it in figures if it.end <= deadline.start]
        if before:
            return before[-1]
    after = next((it for it in figures if it.start >= at), None)
    if after is not None or not figures:
        return after
    is_of_other = _OTHER_VERB.search(text[figures[-1].end : at]) is not None
    return figures[0] if not is_of_other else None


def _draft(
    reading: _Reading,
    speaker: Speaker,
    basis: _Basis,
    deadline: Deadline | None,
    figure: Figure | None,
) -> Draft:
    sentence = reading.sentence
    period = deadline.period if deadline is not None else None
    phrase = sentence.written[deadline.start : deadline.end] if deadline is not None else None
    when = f", “{phrase}”" if phrase is not None else ""
    who = f", said by {speaker.name}" if speaker.name is not None else ""
    return Draft(
        sentence=sentence.written,
        line=sentence.line,
        start=sentence.start,
        end=sentence.end,
        claim=claim_text(sentence.written, reading.content),
        kind=basis.kind,
        due_phrase=phrase,
        due=period.text if period is not None else None,
        earliest=period.earliest if period is not None else None,
        latest=period.latest if period is not None else None,
        speaker=speaker.name,
        role=speaker.role,
        organisation=speaker.organisation,
        via=speaker.via,
        quantity=DraftedQuantity(figure.value, figure.unit, figure.approximate) if figure else None,
        why=f"{basis.why}{when}{who}",
    )


def claim_text(written: str, content: str) -> str:
    """Return a sentence without what is blank in its content, as one of its own.

    What was reported with `would` is said with `will` where somebody else is left out.
    """
    kept = "".join(
        own if other != " " or own == " " else "\0"
        for own, other in zip(written, content, strict=True)
    )
    is_reported = "\0" in kept
    text = _QUOTES.sub("", re.sub(r"\s*\0[\0 ]*", " ", kept))
    text = re.sub(r"[\s,;:]+([.?!])", r"\1", " ".join(text.split()))
    text = re.sub(r"\s+([,;:])", r"\1", text).strip(" ,;:-")
    if is_reported:
        text = _WOULD.sub("will", text)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_WOULD = re.compile(r"\bwould\b(?! (?:have|like)\b)")
