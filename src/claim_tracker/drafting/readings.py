"""The sentences of an article as they are drafted from, each with its cues and its speaker."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.cues.cues import Cue, cues_in
from claim_tracker.drafting.noise import dateline_end, is_furniture
from claim_tracker.drafting.sentences import Sentence, sentences_of
from claim_tracker.drafting.speakers.attribution import Attribution, attribution_in
from claim_tracker.drafting.speakers.mentions import Speakers, is_a_firm
from claim_tracker.drafting.speakers.names import Speaker, is_plural
from claim_tracker.drafting.speakers.planners import planner_of, planners_in
from claim_tracker.drafting.speakers.subjects import subject_of
from claim_tracker.drafting.words import DATE, WEEKDAY, Pattern, any_of


class Reading(NamedTuple):
    """A sentence with what was found in it; `content` has spaces where it says who said it."""

    sentence: Sentence
    content: str
    attribution: Attribution | None
    cues: tuple[Cue, ...]


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


def _in_plots(readings: Sequence[Reading]) -> Iterator[bool]:
    """Yield of each sentence whether it tells what a work is about: `Its synopsis reads: "They`."""
    paragraph, is_plot = -1, False
    for reading in readings:
        if reading.sentence.paragraph != paragraph:
            paragraph, is_plot = reading.sentence.paragraph, False
        is_plot = is_plot or _PLOT.is_in(reading.sentence.text)
        yield is_plot


def _in_quotes(readings: Sequence[Reading]) -> Iterator[bool]:
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


def content_of(text: str, attribution: Attribution | None) -> str:
    """Return a sentence with spaces in the place of the words that say who said it."""
    for start, end in attribution.parts if attribution is not None else ():
        text = text[:start] + " " * (end - start) + text[end:]
    return text


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
