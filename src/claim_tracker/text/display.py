"""Text from others, made safe to print: what is hidden or would act on a terminal is shown."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import name, normalize

if TYPE_CHECKING:
    from claim_tracker.text.spelling import Spelling

MAX_IN_MESSAGE = 60
"""So many characters of what somebody wrote are shown in a message, unless more are needed."""
MAX_IN_ADVICE = 160
"""So many are shown of what is to be written instead."""
_VARIANT = re.compile(
    "[\u02bc\u0640\u0643\u064a\u0660-\u0669\u06f0-\u06f9\u2018\u2019\u201c-\u201e]"
)
_VARIANTS = (
    {0x0643: 0x06A9, 0x064A: 0x06CC}
    | {zero + digit: ord("0") + digit for zero in (0x0660, 0x06F0) for digit in range(10)}
    | dict.fromkeys((0x02BC, 0x2018, 0x2019), ord("'"))
    | dict.fromkeys((0x201C, 0x201D, 0x201E), ord('"'))
)
_UNSEEN_RANGES = (
    "00-08 0B-0C 0E-1F 7F-9F "  # control
    "AD 034F 061C 115F-1160 17B4-17B5 180B-180F 2800 3164 FFA0 1D159 "  # blank
    "200B-200F 2028-202E 2060-206F FEFF FFF0-FFFB "  # of no width, direction, ends of lines
    "FE00-FE0F E0000-E0FFF "  # variation selectors, tags, and what is to be ignored
    "13430-1343F 1BCA0-1BCA3 1D173-1D17A "  # format
    "FDD0-FDEF " + " ".join(f"{plane:X}FFFE-{plane:X}FFFF" for plane in range(17))  # no characters
)
_ESCAPED_RANGES = f"{_UNSEEN_RANGES} 0D D800-DFFF"


@cache
def _one_of(ranges: str) -> re.Pattern[str]:
    """Return the pattern of a character in some ranges: a class with `^` before all others.

    That is several times as fast as the class of the ranges, since what nearly every text is made
    of is among the first of the others.
    """
    bounds = sorted(
        (int(first, 16), int(last or first, 16))
        for first, _, last in (each.partition("-") for each in ranges.split())
    )
    starts = (0, *(last + 1 for _, last in bounds))
    ends = (*(first - 1 for first, _ in bounds), sys.maxunicode)
    pairs = zip(starts, ends, strict=True)
    others = (f"\\U{start:08x}-\\U{end:08x}" for start, end in pairs if start <= end)
    return re.compile(f"[^{''.join(others)}]")


_CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f"
UNSEEN_IN_ASCII = re.compile(f"[{_CONTROLS}]")
_ESCAPED_IN_ASCII = re.compile(f"[\r{_CONTROLS}]")
_BYTES = re.compile("[\udc80-\udcff]+")


def hidden(text: str) -> Iterator[int]:
    """Yield the indices of the characters that nobody sees and that are no part of the spelling.

    Nobody sees what Unicode has as control characters, line and paragraph separators, format
    characters without a form of their own, or ignorable by default
    (Default_Ignorable_Code_Point), and a few blanks. The tab, the line feed and the carriage
    return are not among them. `spelling.py` tells which belong to a spelling.
    """
    spelling = None
    for match in _unseen(text).finditer(text):
        spelling = spelling or _spelling(text)
        if not spelling.has(match.start()):
            yield match.start()


def has_hidden(text: str) -> bool:
    """Whether there is any character that `hidden` finds."""
    return next(hidden(text), None) is not None


def without_hidden(text: str, instead: Callable[[str], str] = lambda _: "") -> str:
    """Return the text with a replacement, or nothing, for each character that `hidden` finds."""
    return _replace(_unseen(text), text, instead)


def visible(text: str) -> str:
    r"""Return `text` with every hidden character as its escape (`\u202e`); \t and \n stay.

    What a locale has kept as bytes is in UTF-8.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    pattern = _ESCAPED_IN_ASCII if text.isascii() else _one_of(_ESCAPED_RANGES)
    return _replace(pattern, from_bytes(text), escape)


def from_bytes(text: str) -> str:
    r"""Return `text` with the bytes that Python keeps as surrogates (PEP 383) read as UTF-8.

    So come arguments and names of files where the locale has no characters but ASCII. What is
    not UTF-8 stays as it is.

    >>> ascii(from_bytes("caf\udcc3\udca9 \udcff"))
    "'caf\\xe9 \\udcff'"
    """
    if text.isascii() or text.isprintable():  # no surrogate is printable
        return text
    return _BYTES.sub(
        lambda match: (
            match[0].encode("ascii", "surrogateescape").decode("utf-8", "surrogateescape")
        ),
        text,
    )


def utf8(text: str) -> bytes:
    """Return a text as a file has it: in UTF-8, what stands for other bytes as those are shown."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return from_bytes(text).encode("utf-8", "backslashreplace")


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """Return `text` on one line: visible, and each run of white space a single space."""
    if not text.isprintable() or "  " in text:
        text = " ".join(text.split())
    return visible(text.strip(" "))


def path_words(path: str) -> str:
    r"""Return the name of a file on one line, visible, with every space that it has.

    >>> path_words("two  spaces\n.yaml")
    'two  spaces\\x0a.yaml'
    """
    return re.sub(r"[\t\n]", lambda match: escape(match[0]), visible(path))


def several_lines(text: str) -> str:
    """Return the text with its lines and their indentation, without blank lines at the ends.

    The rest of each line is as by `one_line`.
    """
    lines = text.strip().expandtabs(4).split("\n")
    return "\n".join(indentation(line) + one_line(line) if line.strip() else "" for line in lines)


def indentation(line: str) -> str:
    """Return the spaces that a line begins with."""
    return line[: len(line) - len(line.lstrip(" "))]


def capitalized(text: str) -> str:
    """Return the text with a capital letter first; the rest stays."""
    return text[:1].upper() + text[1:]


def nfc(text: str) -> str:
    """Return the text in composed form (NFC), the same for canonically equivalent texts."""
    return text if text.isascii() else normalize("NFC", text)


def caseless(text: str) -> str:
    """Return the text without case, characters that nobody sees, and needless white space.

    The characters do not count whether they belong to the spelling or not.
    """
    if not text.isascii() or not text.isprintable():
        text = _unseen(text).sub("", text)
    return " ".join(normalize("NFC", text.casefold()).split())


def folded(text: str) -> str:
    """Return the text as it is compared: `caseless`, quotes and Arabic in one way of writing.

    Straight and curly apostrophes and quotes are the same, and so are Arabic and Persian yeh, kaf
    and digits; a kashida (U+0640) does not count.

    >>> folded("Base  2026") == folded("base ۲۰۲۶") == folded("BASE ٢٠٢٦")
    True
    """
    if not text.isascii() and _VARIANT.search(text) is not None:
        text = normalize("NFC", text.replace("\u0640", "")).translate(_VARIANTS)
    return caseless(text)


def escape(character: str) -> str:
    """Return the escape of one character, as Python and YAML write it."""
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def character_name(character: str) -> str:
    r"""Return a character as it is named in a message: one that is blank by its Unicode name.

    >>> character_name("<"), character_name(" "), character_name("\xa0")
    ('`<`', 'a space', 'U+00A0 (no-break space)')
    """
    if character == " ":
        return "a space"
    if not character.isspace():
        return f"`{character}`" if character != "`" else "a backquote"
    unnamed = {"\t": "tab", "\n": "line feed", "\r": "carriage return"}
    described = name(character, unnamed.get(character, "control character"))
    return f"U+{ord(character):04X} ({described.lower()})"


def cut(text: str, width: int = MAX_IN_MESSAGE) -> str:
    """Return `text`, or its beginning and an ellipsis when it has more than `width` characters.

    The beginning ends with a whole letter, and not in a character that is hidden now that what
    explained it is gone.
    """
    if len(text) <= width:
        return text
    end = max(width - 1, 0)
    if not text[: end + 1].isascii():
        from claim_tracker.text.clusters import may_break  # for texts that need it

        end = next((at for at in range(end, 0, -1) if may_break(text, at)), end)
    start = text[:end]
    faulty = frozenset(hidden(start))
    while end - 1 in faulty:
        end -= 1
    return start[:end] + "…"


def _unseen(text: str) -> re.Pattern[str]:
    """Return the pattern of the characters that nobody sees; for ASCII it is made at once."""
    return UNSEEN_IN_ASCII if text.isascii() else _one_of(_UNSEEN_RANGES)


def _spelling(text: str) -> "Spelling":
    from claim_tracker.text.spelling import Spelling  # its tables are for texts that need them

    return Spelling(text)


def _replace(pattern: re.Pattern[str], text: str, instead: Callable[[str], str]) -> str:
    """Return the text with a replacement for what a pattern finds and is not in the spelling."""
    if pattern.search(text) is None:
        return text
    has = _spelling(text).has
    return pattern.sub(lambda match: match[0] if has(match.start()) else instead(match[0]), text)
