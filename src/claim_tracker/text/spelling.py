"""Which of the characters that nobody sees belong to the spelling of a text.

What follows Unicode's data is from version 15.0 of the files that are named beside it; the joining
types are those of version 17.0, and the variants of quotation marks those of 16.0.
"""

import re
from collections.abc import Callable
from functools import cached_property
from unicodedata import bidirectional, category, combining

_VIRAMA = 9
"""The canonical combining class of the signs that take a vowel away (DerivedCombiningClass.txt)."""
_MARKS = ("Mn", "Me")
_MAX_TAG_LENGTH = 7


class Spelling:
    """A text, and which of its characters belong to its spelling."""

    def __init__(self, text: str) -> None:
        self.text = text

    def has(self, at: int) -> bool:
        """Whether a character that nobody sees belongs there: what stands beside it needs it.

        What is beside it is never itself a character that does not belong there, so that the
        answers stay the same when those are taken out or shown as escapes.
        """
        rule = _RULES.get(self.text[at])
        return rule is not None and rule(self, at)

    @cached_property
    def is_right_to_left(self) -> bool:
        """Whether the text has a letter of a script that is written from right to left."""
        return any(
            bidirectional(match[0]) in ("R", "AL") and category(match[0]).startswith("L")
            for match in _RIGHT_TO_LEFT.finditer(self.text)
        )

    def is_at(self, pattern: re.Pattern[str], at: int) -> bool:
        """Whether a character of a class stands there."""
        return at >= 0 and pattern.match(self.text, at) is not None


def _direction_mark(spelling: Spelling, _at: int) -> bool:
    """Whether U+200E, U+200F or U+061C has two directions of writing around it."""
    return spelling.is_right_to_left


def _non_joiner(spelling: Spelling, at: int) -> bool:
    """Whether U+200C follows a virama (RFC 5892, A.1), or is beside a letter of a joining script.

    The appendix wants letters that would join on both sides. Persian and Kurdish write it between
    the parts of any word, after a letter that does not join, a digit or a foreign word as well.
    In Khmer it stands before a register shifter (The Unicode Standard, 16.4).
    """
    text = spelling.text
    if _is_virama(text, at - 1):
        return True
    if spelling.is_at(_REGISTER_SHIFTER, at + 1):
        return spelling.is_at(_WITHOUT_SPACES, at - 1)
    previous, following = _beside(spelling, at)
    is_second = text[previous : previous + 1] == text[at]
    return spelling.is_at(_JOINS, previous) or (spelling.is_at(_JOINS, following) and not is_second)


def _joiner(spelling: Spelling, at: int) -> bool:
    """Whether U+200D follows a virama (RFC 5892, A.2), or is in an emoji of several (UTS #51).

    So it is too between a letter and a virama, which makes the form of Bengali and Kannada
    words whose `r` keeps its shape (The Unicode Standard, 12.2 and 12.8), and where it gives a
    letter the form that joins to nothing, as in the Arabic abbreviation of a year (9.2).
    """
    text = spelling.text
    if _is_virama(text, at - 1):
        return True
    if _is_virama(text, at + 1):
        return at > 0 and category(text[at - 1]) == "Lo"
    joined, joining = _beside(spelling, at)
    if spelling.is_at(_JOINS_NEXT, joined) != spelling.is_at(_JOINS_PREVIOUS, joining):
        return True
    previous = at - 1
    if spelling.is_at(_EMOJI_MODIFIER, previous) or text[previous : previous + 1] == "\ufe0f":
        previous -= 1
    return spelling.is_at(_EMOJI, previous) and spelling.is_at(_EMOJI, at + 1)


def _zero_width_space(spelling: Spelling, at: int) -> bool:
    """Whether U+200B is where a word may end in a script without spaces between words."""
    after_space = spelling.text[at - 1 : at] == "\u200b"
    precedes = not after_space and spelling.is_at(_WITHOUT_SPACES, at + 1)
    return precedes or spelling.is_at(_WITHOUT_SPACES, at - 1)


def _emoji_variation(spelling: Spelling, at: int) -> bool:
    """Whether U+FE0E or U+FE0F follows an emoji that can be text as well, or is in a keycap."""
    if spelling.is_at(_KEYCAP_BASE, at - 1):
        return spelling.text[at : at + 2] == "\ufe0f\u20e3"
    return spelling.is_at(_EMOJI, at - 1)


def _after(*bases: re.Pattern[str]) -> "_Rule":
    """Return the rule of what belongs directly after one of some characters."""
    return lambda spelling, at: any(spelling.is_at(base, at - 1) for base in bases)


def _mongolian_separator(spelling: Spelling, at: int) -> bool:
    """Whether U+180E is between a Mongolian letter, or a variant, and the vowel of its ending."""
    previous = at - 2 if spelling.is_at(_MONGOLIAN_VARIATION, at - 1) else at - 1
    return spelling.is_at(_MONGOLIAN, previous) and spelling.is_at(_MONGOLIAN, at + 1)


def _tag(spelling: Spelling, at: int) -> bool:
    """Whether a tag is in the emoji of the flag of a region (UTS #51, annex C)."""
    start = at
    while start > 0 and at - start < _MAX_TAG_LENGTH and spelling.is_at(_TAGS, start - 1):
        start -= 1
    flag = _FLAG.match(spelling.text, start - 1) if start else None
    return flag is not None and at < flag.end()


def _beside(spelling: Spelling, at: int) -> tuple[int, int]:
    """Return the indices of the characters on both sides, past marks across which letters join."""
    previous, following = at - 1, at + 1
    while previous >= 0 and _is_mark(spelling, previous):
        previous -= 1
    while following < len(spelling.text) and _is_mark(spelling, following):
        following += 1
    return previous, following


def _is_virama(text: str, at: int) -> bool:
    return 0 <= at < len(text) and combining(text[at]) == _VIRAMA


def _is_mark(spelling: Spelling, at: int) -> bool:
    """Whether letters join across what stands there (joining type T), which can be seen.

    A Mongolian variation selector counts with its letter.
    """
    character = spelling.text[at]
    if character in _UNSEEN_MARKS:
        return spelling.is_at(_MONGOLIAN_VARIATION, at) and spelling.is_at(_MONGOLIAN, at - 1)
    return category(character) in _MARKS


def _class(*ranges: str) -> re.Pattern[str]:
    """Return the pattern of one character of ranges in hexadecimal: `0620 0633-063F`."""
    bounds = (each.partition("-") for each in " ".join(ranges).split())
    parts = (f"\\U{first:>08}-\\U{last or first:>08}" for first, _, last in bounds)
    return re.compile(f"[{''.join(parts)}]")


_JOINS_BOTH = (  # extracted/DerivedJoiningType.txt, D
    "0620 0626 0628 062A-062E 0633-063F 0641-0647 0649-064A 066E-066F 0678-0687 069A-06BF",
    "06C1-06C2 06CC 06CE 06D0-06D1 06FA-06FC 06FF 0712-0714 071A-071D 071F-0727 0729 072B",
    "072D-072E 074E-0758 075C-076A 076D-0770 0772 0775-0777 077A-077F 07CA-07EA 0841-0845 0848",
    "084A-0853 0855 0860 0862-0865 0868 0886 0889-088D 088F 08A0-08A9 08AF-08B0 08B3-08B8",
    "08BA-08C8 1807 1820-1878 1887-18A8 18AA A840-A871 10AC0-10AC4 10AD3-10AD6 10AD8-10ADC",
    "10ADE-10AE0 10AEB-10AEE 10B80 10B82 10B86-10B88 10B8A-10B8B 10B8D 10B90 10BAD-10BAE",
    "10D01-10D21 10D23 10EC3-10EC4 10EC6-10EC7 10F30-10F32 10F34-10F44 10F51-10F53 10F70-10F73",
    "10F76-10F81 10FB0 10FB2-10FB3 10FB8 10FBB-10FBC 10FBE-10FBF 10FC1 10FC4 10FCA 1E900-1E943",
)
_JOINS_NEXT = _class(*_JOINS_BOTH, "A872 10ACD 10AD7 10D00 10ED9-10EEE 10FCB")  # and L
_JOINS_PREVIOUS = _class(  # and R
    *_JOINS_BOTH,
    "0622-0625 0627 0629 062F-0632 0648 0671-0673 0675-0677 0688-0699 06C0 06C3-06CB 06CD 06CF",
    "06D2-06D3 06D5 06EE-06EF 0710 0715-0719 071E 0728 072A 072C 072F 074D 0759-075B 076B-076C",
    "0771 0773-0774 0778-0779 0840 0846-0847 0849 0854 0856-0858 0867 0869-086A 0870-0882 088E",
    "08AA-08AC 08AE 08B1-08B2 08B9 10AC5 10AC7 10AC9-10ACA 10ACE-10AD2 10ADD 10AE1 10AE4 10AEF",
    "10B81 10B83-10B85 10B89 10B8C 10B8E-10B8F 10B91 10BA9-10BAC 10D22 10EC2 10F33 10F54",
    "10F74-10F75 10FB4-10FB6 10FB9-10FBA 10FBD 10FC2-10FC3 10FC9",
)
_JOINS = re.compile(f"{_JOINS_NEXT.pattern}|{_JOINS_PREVIOUS.pattern}")
_REGISTER_SHIFTER = _class("17C9-17CA")
_EMOJI = _class(  # emoji/emoji-data.txt, Emoji, without keycaps and flags; of pictures the blocks
    "00A9 00AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 23CF 23E9-23F3 23F8-23FA",
    "24C2 25AA-25AB 25B6 25C0 25FB-25FE 2600-2604 260E 2611 2614-2615 2618 261D 2620 2622-2623",
    "2626 262A 262E-262F 2638-263A 2640 2642 2648-2653 265F-2660 2663 2665-2666 2668 267B",
    "267E-267F 2692-2697 2699 269B-269C 26A0-26A1 26A7 26AA-26AB 26B0-26B1 26BD-26BE 26C4-26C5",
    "26C8 26CE-26CF 26D1 26D3-26D4 26E9-26EA 26F0-26F5 26F7-26FA 26FD 2702 2705 2708-270D 270F",
    "2712 2714 2716 271D 2721 2728 2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2764",
    "2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299",
    "1F004 1F0CF 1F170-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F201-1F202 1F21A 1F22F 1F232-1F23A",
    "1F250-1F251 1F300-1F3FA 1F400-1F64F 1F680-1F6FF 1F7E0-1F7F0 1F90C-1F9FF 1FA70-1FAFF",
)
_EMOJI_MODIFIER = _class("1F3FB-1F3FF")  # emoji/emoji-data.txt
_KEYCAP_BASE = _class("0023 002A 0030-0039")  # emoji/emoji-sequences.txt
_HAS_VARIANTS = _class(  # StandardizedVariants.txt, without the digit zero and hieroglyphs
    "1000 1002 1004 1010-1011 1015 1019-101A 101C-101D 1022 1031 1075 1078 107A 1080 2018-2019",
    "201C-201D 210B 2110 2112 211B 212C 2130-2131 2133 2205 2229-222A 2268-2269 2272-2273",
    "228A-228B 2293-2295 2297 229C 22DA-22DB 2A3C-2A3D 2A9D-2A9E 2AAC-2AAD 2ACB-2ACC 3001-3002",
    "A856 A85C A85E-A860 A868 AA60-AA66 AA6B-AA6C AA6F AA7A FF01 FF0C FF0E FF1A-FF1B FF1F",
    "10AC5-10AC6 10AD6-10AD7 10AE1 1D49C 1D49E-1D49F 1D4A2 1D4A5-1D4A6",
    "1D4A9-1D4AC 1D4AE-1D4B5",
)
_IDEOGRAPH = _class("3400-4DBF 4E00-9FFF FA0E-FA29 20000-3FFFD")  # PropList.txt
_WITHOUT_SPACES = _class(  # Blocks.txt: Thai, Lao, Myanmar, Khmer; but for what is not seen
    "0E01-0E5B 0E81-0EDF 1000-109F 1780-17B3 17B6-17F9 A9E0-A9FE AA60-AA7F"
)
_RIGHT_TO_LEFT = _class("05D0-08FF FB1D-FDFF FE70-FEFC 10800-10FFF 1E800-1EFFF")  # Blocks.txt
_MONGOLIAN = _class("1807 1820-1878 1880-18AA")  # Blocks.txt: the letters of Mongolian
_MONGOLIAN_VARIATION = _class("180B-180D 180F")
_TAGS = _class("E0020-E007F")
_FLAG = re.compile(  # a black flag, the letters of a region and its part, and the end
    "\U0001f3f4[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,4}\U000e007f"
)
_UNSEEN_MARKS = frozenset(
    "\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Marks by their category that are not seen."""

_Rule = Callable[[Spelling, int], bool]
_RULES: dict[str, _Rule] = {
    **dict.fromkeys("\u061c\u200e\u200f", _direction_mark),
    "\u200b": _zero_width_space,
    "\u200c": _non_joiner,
    "\u200d": _joiner,
    "\u180e": _mongolian_separator,
    **dict.fromkeys("\u180b\u180c\u180d\u180f", _after(_MONGOLIAN)),
    **dict.fromkeys("\ufe0e\ufe0f", _emoji_variation),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE0E)), _after(_HAS_VARIANTS, _IDEOGRAPH)),
    **dict.fromkeys(map(chr, range(0xE0100, 0xE01F0)), _after(_IDEOGRAPH)),  # UTS #37
    **dict.fromkeys(map(chr, range(0xE0020, 0xE0080)), _tag),
}
"""The rule for each character that may belong to a spelling; all others never do."""
NEEDED_SOMEWHERE = frozenset(_RULES)
"""The characters that nobody sees and that some spelling needs."""
