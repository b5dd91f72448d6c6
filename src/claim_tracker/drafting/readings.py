"""The sentences of an article as they are drafted from, each with its cues and its speaker."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import or_
from typing import NamedTuple

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.cues.cues import Cue, cues_in
from claim_tracker.drafting.noise import dateline_end, is_furniture
from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.plain import blanked
from claim_tracker.drafting.sentences import Sentence, sentences_of
from claim_tracker.drafting.speakers.attribution import Attribution, attribution_in
from claim_tracker.drafting.speakers.mentions import Speakers
from claim_tracker.drafting.speakers.names import Speaker
from claim_tracker.drafting.speakers.planners import planner_of, planners_in
from claim_tracker.drafting.speakers.subjects import subject_of
from claim_tracker.drafting.words import DATE, WEEKDAY


class Reading(NamedTuple):
    """A sentence with what was found in it; `content` has spaces where it says who said it."""

    sentence: Sentence
    content: str
    attribution: Attribution | None
    cues: tuple[Cue, ...]

    @property
    def said_parts(self) -> tuple[tuple[int, int], ...]:
        """The characters of the words that say who said it, ends exclusive."""
        return self.attribution.parts if self.attribution is not None else ()

    @property
    def said(self) -> str:
        """The words that say who said it; empty where there are none."""
        return " ".join(self.sentence.text[start:end] for start, end in self.said_parts)


def readings_of(article: Article) -> Iterator[tuple[Reading, Speaker]]:
    """Yield the sentences that tell something, each with its speaker as fully as it is known."""
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
        named = _named_in(reading, is_in_quote=is_in_quote)
        if named is not None:
            start = reading.attribution.parts[0][0] if reading.attribution is not None else None
            yield reading, speakers.full(named, subject, reading.content[:start])
        elif is_in_quote:
            yield reading, _of_quote(readings[index : index + _LONGEST_QUOTE], speakers)
        else:
            yield reading, Speaker()
        speakers.tell_of(subject, reading.sentence.text)


def _named_in(reading: Reading, *, is_in_quote: bool) -> Speaker | None:
    """Return who is said in a sentence to say it, or else to plan what it tells.

    In a quote nobody is: who is quoted may tell what they say themselves, as in `We believe that`.
    """
    said = reading.attribution
    if said is not None and not (is_in_quote and said.speaker.is_first_person):
        return said.speaker
    if is_in_quote:
        return None
    at_cues = (planner_of(reading.content, cue.start) for cue in reading.cues)
    return next(filter(None, at_cues), None) or planners_in(reading.content)


_PLOT = Pattern(
    r"\b(?:description|synopsis|logline|blurb|plot|tagline|summary)[\w' ]{0,40} "
    r"(?:reads|says|goes)\b"
)


def _in_plots(readings: Sequence[Reading]) -> Iterator[bool]:
    """Yield of each sentence whether it tells what a work is about: `Its synopsis reads: "They`."""
    for paragraph in _paragraphs(readings):
        yield from accumulate((_PLOT.is_in(it.sentence.text) for it in paragraph), or_)


def _in_quotes(readings: Sequence[Reading]) -> Iterator[bool]:
    """Yield of each sentence whether it is one of a quote, or stands within one."""
    for paragraph in _paragraphs(readings):
        is_open = False
        for text in (it.sentence.text for it in paragraph):
            yield is_open or ('"' in (text[:1], text[-1:]) and _is_quote(text))
            opens_again = is_open and text.startswith('"')  # of the same quote
            is_open ^= (text.count('"') - opens_again) % 2 == 1


def _paragraphs(readings: Sequence[Reading]) -> Iterator[Iterator[Reading]]:
    """Yield the sentences of each paragraph."""
    for _, paragraph in groupby(readings, lambda it: it.sentence.paragraph):
        yield paragraph


_LONGEST_TITLE = 60


def _is_quote(text: str) -> bool:
    """Whether what is quoted in a sentence is said, and no title: `"Rain" opens in June`."""
    *quoted, last = text.split('"')[1::2] or [""]
    return bool(quoted) or len(last) > min(_LONGEST_TITLE, len(text) // 3)


def _read(sentence: Sentence) -> Reading | None:
    """Return a sentence as it is drafted from; None for a heading and what belongs to the page."""
    text = sentence.text
    if is_furniture(text) or text.rstrip("\"'").endswith("?"):
        return None
    if sentence.is_heading:
        if not _DATED_LINE.begins(text):
            return None
        sentence = sentence._replace(is_item=True)
    lead = dateline_end(text)
    if lead:
        sentence = sentence.without_start(lead)
    attribution = attribution_in(sentence.text)
    content = content_of(sentence.text, attribution)
    return Reading(sentence, content, attribution, tuple(cues_in(content)))


_FORESEE = "expect anticipate foresee forecast predict"
_PLANNING = "planning preparing looking considering"
_FORESEES = Pattern(
    rf"\b(?:[Ww]e|I) (?:now |also |still |can |should |do not |don't )?{any_of(_FORESEE)}\b|"
    rf"^[^\"]*\b(?:{any_of(_FORESEE)}s|(?:is|are) {any_of(_PLANNING)}|"
    r"(?:ruled|ordered) that|voted to)\b|"
    r"\b(?:has|have) (?:[a-z]+ )?(?:agreed|decided|voted) to\b"
)
"""What the quoted foresee, and what stands before a quote: `He expects "war"`, `It ruled that`."""


def is_reported(reading: Reading, speaker: Speaker) -> bool:
    """Whether a sentence tells what a speaker says or foresees, or what is to be by a plan."""
    text = reading.content
    is_said = reading.attribution is not None or '"' not in text or _FORESEES.is_in(text)
    return (speaker.name is not None and is_said) or _BY_PLAN.begins(text)


_BY_PLAN = Pattern(
    r"\W*(?:[A-Z][\w' ]{1,40},? u|U)nder (?:the|its|their|[A-Z][\w']+) [^,]{0,60}\b"
    rf"{any_of('plans? proposals? bill deal agreement scheme pact accord settlement')}\b[^,]*, "
)
"""What opens a sentence by whose plan something is to be: `Under the plan, it would close`."""


def content_of(text: str, attribution: Attribution | None) -> str:
    """Return a sentence with spaces in the place of the words that say who said it."""
    return blanked(text, attribution.parts if attribution is not None else ())


_OCCASIONS = (
    "date deadline day poll polls polling vote voting election nominations? applications? "
    "registration results? entries opens closes starts? begins ends release launch tickets final "
    "counting hearing withdrawal scrutiny"
)
_DATED_LINE = Pattern(
    rf"(?=[^:]*(?i:\b{any_of(_OCCASIONS)}\b))[A-Z][\w' ()/-]{{2,80}}: "
    rf"(?:{WEEKDAY},? )?{DATE}"
)
"""A line of a list of dates that has no mark: `Last date for nominations: November 9`."""
_LONGEST_QUOTE = 4
"""Sentences of a quote after which its speaker is looked for."""


def _of_quote(readings: Sequence[Reading], speakers: Speakers) -> Speaker:
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
