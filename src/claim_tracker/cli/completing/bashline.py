"""The words of a line that is typed in bash, and the text that completes the last of them."""

from dataclasses import dataclass
from itertools import islice

_BREAKS = " \t\n"
_MARKS = "!\"#$&'()*;<>?[\\]^`{|}~"
"""The characters with a meaning to bash, in any version, outside quotes."""
_ACTIVE = {"": _MARKS, '"': "$`!", "'": ""}
"""The characters that expand, history (`!`) included, by the open quote."""
_BACKTICK = r"$'\140'"
_KEPT_APART = {"$": "'$'", "\\": r"'\'", "`": _BACKTICK}
"""Quotations that hold in `` `…` ``, which removes a backslash before these."""


@dataclass(frozen=True)
class Typed:
    """The words of a command line up to the cursor; the last, maybe empty, is being typed.

    `quote` is the quote that is open at the cursor, or "". `literal` is false where the shell
    expands something in the last word.
    """

    words: tuple[str, ...]
    quote: str
    literal: bool


def split_line(line: str) -> Typed:
    r"""Return the words that bash splits a line into, without expansions.

    >>> split_line("tracker show 'two words' co\\ a")
    Typed(words=('tracker', 'show', 'two words', 'co a'), quote='', literal=True)
    >>> split_line('tracker --topic="$x')
    Typed(words=('tracker', '--topic=$x'), quote='"', literal=False)
    """
    words = [""]
    quote = ""
    literal, begun = True, False
    characters = enumerate(line)
    for index, character in characters:
        if not quote and character in _BREAKS:
            if begun:
                words.append("")
            literal, begun = True, False
            continue
        begun = True
        if character == quote:
            quote = ""
        elif not quote and character in "'\"":
            quote = character
        elif character == "\\" and quote != "'":
            _, following = next(characters, (0, ""))
            literal = literal and bool(following)
            words[-1] += _unescape(following, quote)
        elif not quote and line.startswith(_BACKTICK, index):
            words[-1] += "`"
            list(islice(characters, len(_BACKTICK) - 1))
        else:
            literal = literal and character not in _ACTIVE[quote]
            words[-1] += character
    return Typed(tuple(words), quote, literal)


def continuation(line: str, tail: str, word: str) -> str | None:
    r"""Return the replacement in readline of `tail`, the end of `line`, to end it in `word`.

    An open quote begins the replacement and is closed: readline does not double it, and would
    take another quote there for it. None where bash would give the program another word, since
    the rest of the line has another beginning or is expanded.

    >>> continuation("tracker --topic=Co", "Co", "--topic=Coal & steel")
    'Coal\\ \\&\\ steel'
    >>> continuation("tracker --topic 'Co", "Co", "Coal's")
    "'Coal'\\''s'"
    """
    if not line.endswith(tail):
        return None
    kept = line.removesuffix(tail)
    quote = split_line(line).quote
    rest_of_line = split_line(kept.removesuffix(quote))
    start = rest_of_line.words[-1]
    if rest_of_line.quote or split_line(kept).quote != quote:
        return None
    if not rest_of_line.literal or not word.startswith(start):
        return None
    rest = word.removeprefix(start)
    if quote == "'":
        return "'" + rest.replace("'", r"'\''") + "'"
    if quote:
        return '"' + "".join(_in_double_quotes(character) for character in rest) + '"'
    return "".join(_outside(character) for character in rest)


def _unescape(character: str, quote: str) -> str:
    """Return the text of a backslash and a character, in double quotes or outside quotes."""
    if character == "\n":
        return ""
    return f"\\{character}" if quote and character not in '$`"\\' else character


def _outside(character: str) -> str:
    if character in _KEPT_APART:
        return _KEPT_APART[character]
    return f"\\{character}" if character in _MARKS or character.isspace() else character


def _in_double_quotes(character: str) -> str:
    return f'"{_outside(character)}"' if character in '"$`\\!' else character
