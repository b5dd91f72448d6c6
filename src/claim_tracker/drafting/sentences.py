"""The sentences of an article, each with where it stands in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.drafting.patterns import any_of
from claim_tracker.drafting.plain import straight
from claim_tracker.drafting.words import MONTH, WEEKDAY

LONGEST_TEXT = 300_000
"""Characters of an article that are read; what follows is none of an article, but of an archive."""
LONGEST_SENTENCE = 1_000
"""Characters; what is longer is a table or a list of names, and left out."""


class Sentence(NamedTuple):
    """A sentence, or what stands for one: an item of a list, a heading.

    `text` has single spaces and straight quotation marks and hyphens; `written` is the same as it
    was written, character by character. `line` counts from 1; `start` and `end` are characters of
    the article's text from 0, the end exclusive. `paragraph` is the number of its paragraph.
    """

    text: str
    written: str
    line: int
    start: int
    end: int
    paragraph: int
    is_heading: bool = False
    is_item: bool = False

    def without_start(self, length: int) -> "Sentence":
        """Return the sentence without its first characters, which have no line end among them."""
        return self._replace(
            text=self.text[length:], written=self.written[length:], start=self.start + length
        )


class _Paragraph(NamedTuple):
    start: int
    end: int
    is_item: bool


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a text, in its order, without those that are too long to be one.

    They are those of its first `LONGEST_TEXT` characters.

    >>> [it.text for it in sentences_of("Mr. Orr left. He is back by Sept. 8.")]
    ['Mr. Orr left.', 'He is back by Sept. 8.']
    """
    text = text[:LONGEST_TEXT]
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found = []
    for number, paragraph in enumerate(_paragraphs(text)):
        bounds = list(_sentence_bounds(text, paragraph))
        for start, end in bounds:
            if end - start > LONGEST_SENTENCE:
                continue
            written = _SPACES.sub(" ", text[start:end])
            plain, line, is_item = straight(written), bisect_right(starts, start), paragraph.is_item
            is_heading = len(bounds) == 1 and not is_item and _is_heading(written)
            found.append(Sentence(plain, written, line, start, end, number, is_heading, is_item))
    return found


_SPACES = re.compile(r"\s+")

# Paragraphs

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+\u2022\u25cf\u2013\u2014]|\d\d?[.)])[ \t]+(?=\S)")
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 120
"""Characters of the lines of a paragraph that was wrapped by hand."""


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Yield the paragraphs: what stands between empty lines, or on a line that was not wrapped."""
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    if not lines:
        return
    start = lines[0][0]
    for (begin, end), (after, stop) in pairwise(lines):
        is_apart = text.count("\n", end, after) > 1
        if is_apart or not _goes_on(text, (begin, end), (after, stop)):
            yield _paragraph(text, start, end)
            start = after
    yield _paragraph(text, start, lines[-1][1])


def _goes_on(text: str, line: tuple[int, int], below: tuple[int, int]) -> bool:
    """Whether the line below another is the same paragraph, wrapped."""
    if _ITEM.match(text, *below) is not None:
        return False
    lengths = [end - start for start, end in (line, below)]
    is_wrapped = lengths[0] >= _SHORTEST_WRAPPED and max(lengths) <= _LONGEST_WRAPPED
    return is_wrapped or text[slice(*below)].lstrip()[:1].islower()


def _paragraph(text: str, start: int, end: int) -> _Paragraph:
    item = _ITEM.match(text, start, end)
    return _Paragraph(item.end() if item is not None else start, end, is_item=item is not None)


_LONGEST_HEADING = 18
"""Words of a line without a full stop that is taken for a heading."""
_CLOSING = "\"'\u201d\u2019)]"


def _is_heading(text: str) -> bool:
    ends = text.rstrip(_CLOSING)[-1:] in (".", "!", "?", ":", ";", "\u2026")
    return not ends and text.count(" ") < _LONGEST_HEADING


# Where a sentence ends

_STOP = re.compile(
    rf"(?<![.!?\u2026])(?P<mark>[.!?\u2026]++)(?P<close>[{re.escape(_CLOSING)}]*+)"
    r"(?:(?P<space>\s++)(?=[\"'\u201c\u2018(\[\u2013\u2014-]{0,3}\s?[A-Z0-9\u00c0-\u00de])"
    r"|(?=[A-Z][a-z]|(?<=[a-z]{3}.)[A-Z]{2,}[\s'\u2019,]|[AI] [a-z]|U\.[SKN]\. |[\u201c(][A-Z]))"
)
"""A full stop before a sentence, from which no space may divide it: `in 2030.The port opened`."""
_ENDS_NUMBER = re.compile(r"(?:[\w,(] |[$\u20ac\u00a3(/\u2013-]|\d[.,])\d{1,4}$")
"""A number with which a sentence ends, and none of a list, a name or a version."""
_SHORT_LAST = frozenset(
    "to of in on it up is be so do us me go by at as we he him her an am".split()
)
"""Words of two letters with which a sentence may end that no space divides from the next."""
_ADDRESS = re.compile(r"(?:://|\bwww\.|@)\S*$")
_REST_OF_ADDRESS = re.compile(r"[\w.-]{1,60}@")
_LONGEST_ADDRESS = 100
"""What stands before and behind a full stop of an address, and how far back it is looked for."""
_OF_NAME = re.compile(r"(?:Com|Org|Net|NET|COM|ORG|JS)\b")
"""What stands behind the full stop of a name: `Calder.Com`."""
_NEVER_LAST = frozenset(
    "mr mrs ms mx messrs mmes dr drs prof profs gov govs sen sens rep reps gen gens col cols lt "
    "lts sgt sgts capt capts maj cmdr cpl pvt pfc spc adm brig insp supt det pres rev revs fr msgr "
    "rt hon atty attys engr cllr ald asst st ft mt vs rs al op cf dept jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
"""Words before a full stop that do not end a sentence."""
_BEFORE_NUMBERS = frozenset("no nos art sec fig vol vols pp est approx".split())
"""Those that end a sentence where no number follows: `He said no. The port will open.`"""
_MAY_BE_LAST = frozenset(
    "u.s u.k u.n e.u u.a.e p.m a.m inc ltd co cos corp etc i.e e.g d.c plc llc bros assn univ ph.d "
    "jr sr".split()
)
"""Those that may, where a word follows that begins a sentence."""
_SHORT_NAMES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Mon Tue Tues Wed Thu Thurs Fri"
)
_SHORT_NAME = re.compile(rf"(?<![\w-])(?<!, ){any_of(_SHORT_NAMES)}$")
"""The same, but where a comma is before: `the Ala. Senate`, but `He lives in Calder, Ala.`"""
_ADJECTIVES = frozenset("u.s u.k u.n e.u u.a.e".split())
"""Those that may stand before a quoted word: `the U.S. “surge”`."""
_OPENING_QUOTES = '"\u201c'
_BEGINNERS = frozenset(
    "the a an he she it they we i you in on at by but and this that these those there his her its "
    "their our as if when while after before with for from under both no not some many most all "
    "however meanwhile officials according about nearly around more".split()
)
_HOURS = ("a.m", "p.m")
_ZONES = "E[SD]?T C[SDE]?T M[SD]T P[SD]?T BST GMT UTC CEST EEST IST"
_AFTER_HOUR = re.compile(rf"(?:{WEEKDAY}|{MONTH}|{any_of(_ZONES)})\b")
"""What follows an hour in the same sentence: `at 6 p.m. Friday`, `at 6 p.m. GMT`."""
_TIME_OF_PLACE = re.compile(r"(?:[A-Z][a-z]+ ){1,2}time\b")
"""The same: `at 6 p.m. Calder time`."""
_LONGEST_SHORTENED = 12
_IN_BRACKETS = re.compile(r"\((?:[A-Z]-)?[A-Z][a-z]{1,4}$")
_WORD_BEFORE = re.compile(r"(?<!\d)(?<!\d[a-z])(?:[A-Za-z]\.)*[A-Za-z]+$|\d+$")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
"""Initials, with which a name may begin: `J.P. Orr`."""
_APART = re.compile(r"(?:^|[\s(.])[\"'\u201c\u2018]?$")
"""What stands before a letter that is one of a name, and not the end of `km/h` or `can't`."""
_WORD_AFTER = re.compile(r"[\"'\u201c\u2018(\[]{0,3}([A-Za-z]{1,20})")


def _sentence_bounds(text: str, paragraph: _Paragraph) -> Iterator[tuple[int, int]]:
    start, stop = _trimmed(text, paragraph.start, paragraph.end)
    for match in _STOP.finditer(text, start, stop):
        end = match.end("close")
        if end < stop and not _is_inside(text, match):
            yield start, end
            start = match.end()
    if start < stop:
        yield start, stop


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _is_inside(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop is one of a number or of a shortened word, and no sentence ends there."""
    if stop["mark"] != ".":
        return False
    if stop["close"]:  # `Col. (Ret.) Orr`, `Bell (D-Ala.)`
        return stop["close"] == ")" and _IN_BRACKETS.search(text[: stop.start()]) is not None
    is_apart = text[stop.start() - 1 : stop.start()] == " "  # `on Nov . 9`
    last = stop.start() - is_apart
    before = _WORD_BEFORE.search(text, max(last - _LONGEST_SHORTENED, 0), last)
    word = before[0].lower() if before is not None else ""
    has_number_after = text[stop.end() : stop.end() + 1].isdigit()
    if is_apart:
        return word in _NEVER_LAST and has_number_after
    if stop["space"] is None:
        return _is_in_name(text, last, word) or _OF_NAME.match(text, stop.end()) is not None
    if word in _BEFORE_NUMBERS:
        return has_number_after
    if (
        _SHORT_NAME.search(text, max(last - _LONGEST_SHORTENED, 0), last)
        or word in _MAY_BE_LAST
        or _INITIALS.fullmatch(word) is not None
    ):
        return _goes_on_after(word, text, stop.end())
    if word in _NEVER_LAST:
        return True
    before_letter = text[max(last - 3, 0) : last - 1]
    return len(word) == 1 and word.isalpha() and _APART.search(before_letter) is not None


def _is_in_name(text: str, last: int, word: str) -> bool:
    """Whether a full stop without a space is one of a name, an address or a shortened word."""
    is_address = _ADDRESS.search(text, max(last - _LONGEST_ADDRESS, 0), last) is not None
    if is_address or _REST_OF_ADDRESS.match(text, last) is not None:
        return True
    if word.isdigit():
        return _ENDS_NUMBER.search(text, max(last - _LONGEST_SHORTENED, 0), last) is None
    is_short = len(word) < 3 and word not in _SHORT_LAST and text[last - 1 : last] not in ("%", ")")
    return is_short or "." in word or word in _NEVER_LAST


def _goes_on_after(word: str, text: str, at: int) -> bool:
    """Whether a sentence goes on at a character, behind a shortened word that may be its last."""
    if word not in _ADJECTIVES and text[at] in _OPENING_QUOTES:
        return False
    after = _WORD_AFTER.match(text, at)
    if after is None:
        return True
    if word in _HOURS:
        is_zone = _TIME_OF_PLACE.match(text, at) is not None
        return is_zone or _AFTER_HOUR.match(after[1]) is not None
    return after[1].lower() not in _BEGINNERS
