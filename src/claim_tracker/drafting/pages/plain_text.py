"""Articles from plain texts, which stay as they are."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.pages.written_days import IN_DIGITS, IN_WORDS, stamp_of
from claim_tracker.drafting.patterns import any_of
from claim_tracker.drafting.words import AUXILIARIES

_DAY = "|".join((r"[12]\d{3}[-/.]\d\d[-/.]\d\d", *IN_WORDS, IN_DIGITS))
_DAY = re.sub(r"\?P<\w+>", "?:", _DAY)
_CLOCK = r"\d\d?[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?"
_AT_CLOCK = rf"(?:[T ,|]{{1,4}}(?:at )?{_CLOCK}[ A-Z\d:+-]{{0,12}})?"
"""The time and its zone behind a day, if it has one: `14 May 2025, 9:02 AM EST`."""
_TELLS_CLOCK = re.compile(rf"\b{_CLOCK}", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )"
_BEFORE_DAY = rf"(?:{_CLOCK}(?: [A-Z]{{2,4}})?,? (?:on )?)?{_WEEKDAY}?"
_OF_SENTENCE = (
    rf"(?-i:{any_of(AUXILIARIES)}|"
    rf"{any_of('the a an which that this it its they he she we to of says said shows')})"
)
_SAYS_MORE = any_of("by in under at and updated modified last")
_BY_A_NAME = rf"by (?-i:[A-Z])(?!.*, {_OF_SENTENCE}\b)"
_NO_PROSE = (
    rf"(?=\.|\W*[|\u00b7\u2022]|,? {_BY_A_NAME}|"
    rf"(?!,? {_OF_SENTENCE}\b)(?:,? {_SAYS_MORE}\b)?"
    rf"(?:(?!(?-i:\b{any_of(AUXILIARIES)}\b)|, {_OF_SENTENCE}\b|[a-z]{{3}}\.\s*$).)*$)"
)
"""What follows the day of a label without a colon, and no prose: `Issued 3 April 2001, the law`."""
_LABELLED = re.compile(
    rf"\W*(?:first )?(?P<word>published|posted|publication date|date|dated|issued|"
    rf"(?:last )?updated|updated)(?: on| at)?\s?(?P<colon>:)?\s+"
    rf"{_BEFORE_DAY}(?P<day>{_DAY})(?(colon)|{_NO_PROSE})",
    re.IGNORECASE,
)
_BYLINE = rf"(?-i:B[Yy] (?=[A-Z]))(?!{_WEEKDAY})[^.!?\d]{{1,60}}"
_DAY_LINE = re.compile(
    rf"\W*(?:{_BYLINE}[,|\u00b7\u2022\u2013\u2014-] ?)?{_BEFORE_DAY}(?P<day>{_DAY}){_AT_CLOCK}\W*",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:(?:[A-Z][\w.'\u2019&/@-]*,?|by|on|and|of|the|in|:) ){1,8}"
    rf"(?i:{_BEFORE_DAY}(?P<day>{_DAY}){_AT_CLOCK}\W*)"
)
"""Who wrote a text or has it, in capitals, and the day: `Lena Harwick Monday, May 14, 2025`."""
_IS_BELOW_TITLE = re.compile(rf"{_BYLINE}|{_DAY_LINE.pattern}", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[A-Z][A-Z .,'/-]{{2,40}}(?:, [A-Z][A-Za-z. ]{{1,30}})?,? \(?(?P<day>(?i:{_DAY}))\)?"
    rf"(?: ?[/(][\w ./-]{{2,40}}[/)])? ?(?:[-\u2013\u2014:]|\()"
)
_FIRST_LINES = 12
_LAST_LINES = 4
_LONGEST = 200
_LONGEST_TITLE = 150


def article_of_text(text: str) -> Article:
    """Return the article of a plain text.

    The day of publication is what stands beside a word such as `Published`, on a line of its own
    near the beginning, maybe behind who wrote the text, or in the dateline. The title is a first
    line without a full stop that an empty line, the day or who wrote the text follows.
    """
    lines = text.split("\n")
    return Article(text, ArticleSource(title=_title(lines), published=published_in(lines)))


def published_in(lines: Sequence[str]) -> date | None:
    """Return the day of publication that lines name beyond doubt; None where they name none."""
    written = [line.strip()[:_LONGEST] for line in lines if line.strip()]
    first, last = written[:_FIRST_LINES], written[_FIRST_LINES:][-_LAST_LINES:]
    labelled = [match for line in (*first, *last) for match in _labels(line)]
    labelled.sort(key=lambda it: "updated" in it["word"].lower())
    return next(_days(labelled, first), None)


def signed_in(lines: Sequence[str]) -> date | None:
    """Return the first day behind names on a line; None where there is none.

    >>> signed_in(["by Lena Harwick Monday, May 14, 2025"])
    datetime.date(2025, 5, 14)
    """
    signed = (match for line in lines if (match := _SIGNED.fullmatch(line.strip())) is not None)
    stamps = (stamp for match in signed if (stamp := stamp_of(match["day"])) is not None)
    return next((it.day for it in stamps), None)


def tells_clock(line: str) -> bool:
    """Whether a line tells a time of day."""
    return _TELLS_CLOCK.search(line) is not None


def _labels(line: str) -> Iterator[re.Match[str]]:
    """Yield the labels and days with which a line begins: `Updated 15 May, published 14 May`."""
    label = _LABELLED.match(line)
    while label is not None:
        yield label
        label = _LABELLED.match(line, label.end())


def _days(labelled: Sequence[re.Match[str]], first: Sequence[str]) -> Iterator[date]:
    alone = (match for line in first if (match := _DAY_LINE.fullmatch(line)) is not None)
    datelines = (match for line in first if (match := _DATELINE.match(line)) is not None)
    for matches in (labelled, alone, datelines):
        for match in matches:
            stamp = stamp_of(match["day"])
            if stamp is not None:
                yield stamp.day


def _title(lines: Sequence[str]) -> str | None:
    """Return the first line, where it is a title: short, without a full stop, by itself."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or first + 1 >= len(lines):
        return None
    second = lines[first + 1].strip()
    if second and (len(second) > _LONGEST or not _IS_BELOW_TITLE.fullmatch(second)):
        return None
    title = " ".join(lines[first].split())
    is_title = 3 <= len(title) <= _LONGEST_TITLE and title[-1] not in ".:;,!\u3002"
    has_text = any(line.strip() for line in lines[first + 1 :])
    tells_day = _DAY_LINE.fullmatch(title) is not None or _LABELLED.match(title) is not None
    return title if is_title and has_text and not tells_day else None
