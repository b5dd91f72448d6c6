"""What is expected at a position within the brackets of a list or mapping in flow style."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claim_tracker.lsp.completing.cursor import CLAIM, Cursor, TypedWord
from claim_tracker.yaml import Path

_PLAIN = r"(?:[^\s,\[\]{}:]|:(?![\s,\[\]{}]|$)|[ \t]+(?!#))"
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<comment>(?<!\S)#[^\n]*)"
    r"|(?P<quoted>\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')"
    rf"|(?P<unclosed>[\"']{_PLAIN}*)"
    r"|(?P<sign>[\[\]{},]|:(?=[\s,\[\]{}]|$)|(?<=[\"']):)"
    rf"|(?P<plain>{_PLAIN}+)",
    re.DOTALL,
)
"""The parts of a text in flow style; where a quote is not closed, it ends as without quotes."""
_CLOSERS = {"[": "]", "{": "}"}
Between = Callable[[int, int], TypedWord | None]
"""Gives the word between two indices of a text; None where it is on several lines."""


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int

    @property
    def is_scalar(self) -> bool:
        return self.kind in ("quoted", "unclosed", "plain")

    @property
    def quote(self) -> str:
        """Return the quote that a scalar begins with; nothing where it has none."""
        return "" if self.kind == "plain" else self.text[0]

    @property
    def name(self) -> str:
        """Return the text of a scalar, without its quotes."""
        return self.text.strip("\"' ") if self.quote else self.text.strip()


@dataclass
class _Frame:
    """A list or mapping that is open, and how far it is read.

    `key` is that of the value that is expected, `latest` what was read since the last comma.
    """

    opener: str
    key: str | None = None
    latest: _Token | None = None
    is_filled: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        return self.opener == "{"

    @property
    def expects_key(self) -> bool:
        return self.is_mapping and self.key is None

    @property
    def step(self) -> str | int:
        return (self.key or "") if self.is_mapping else 0


def flow_cursor(text: str, at: int, base: Path, between: Between) -> Cursor | None:
    """Return what may be written at an index of a text that begins with a bracket.

    `base` is the path of what is in the brackets. The cursor has no column yet, and as its claim
    one in the brackets. None where nothing may be written: behind a value, in a comment, in a word
    of several lines, or where the brackets are closed.
    """
    tokens = list(_tokens(text))
    read = _read_up_to(tokens, at)
    if read is None:
        return None
    stack, word, number = read
    frame, rest = stack[-1], tokens[number:]
    following = next((token for token in rest if token.kind not in ("space", "comment")), None)
    typed = _typed(word, following, at, between)
    is_followed = following is not None and (following.is_scalar or following.text in _CLOSERS)
    if typed is None or (is_followed and not frame.expects_key):
        return None
    start = word.start + len(word.quote) if word is not None else at
    after = _read_to_end(frame.opener, rest)
    frame.fields.pop(frame.key or "", None)
    frame.fields.update(after.fields)
    paths = [base]
    for each in stack:
        paths.append((*paths[-1], each.step))
    around = {path: each.fields for path, each in zip(paths, stack, strict=False)}
    return Cursor(
        paths[-2] if frame.expects_key else paths[-1],
        "key" if frame.expects_key else "value",
        typed,
        column=0,
        lead=" " if text[:start].endswith(":") else "",
        is_flow=True,
        is_followed=is_followed and not typed.has_colon,
        fields=frame.fields,
        claim=around.get(CLAIM, {}),
        items=[*frame.items, *after.items],
    )


def _read_up_to(
    tokens: Sequence[_Token], at: int
) -> tuple[list[_Frame], _Token | None, int] | None:
    """Return the brackets that are open at an index, the word there, and the token behind it.

    None where nothing may be written.
    """
    stack: list[_Frame] = []
    word: _Token | None = None
    number = 0
    for token in tokens:
        if token.is_scalar and token.start <= at <= token.end:
            word = token
            break
        if token.start >= at:
            break
        if (token.kind == "comment" and at <= token.end) or not _read(token, stack):
            return None
        number += 1
    if not stack or stack[-1].is_filled or (stack[-1].expects_key and stack[-1].latest):
        return None
    return stack, word, number + (word is not None)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(str(match.lastgroup), match[0], *match.span())


def _read(token: _Token, stack: list[_Frame]) -> bool:
    """Read a token; whether brackets are still open."""
    if token.kind in ("space", "comment"):
        return True
    if token.text in _CLOSERS and token.kind == "sign":
        stack.append(_Frame(token.text))
        return True
    frame = stack[-1]
    match token.text if token.kind == "sign" else "":
        case "," | ":" as sign:
            is_key = sign == ":" and frame.latest is not None
            frame.key = frame.latest.name if is_key and frame.latest else None
            frame.latest, frame.is_filled = None, False
            if frame.key is not None:
                frame.fields[frame.key] = f"{frame.key}:"
        case "]" | "}" as sign:
            stack.pop()
            if not stack or _CLOSERS[frame.opener] != sign:
                return False
            stack[-1].is_filled = True
        case _:
            if frame.key is not None and not frame.is_filled:
                frame.fields[frame.key] = f"{frame.key}: {token.text}"
            if not frame.is_mapping:
                frame.items.append(token.name)
            frame.latest = token
            frame.is_filled = not frame.expects_key
    return True


def _typed(
    word: _Token | None, following: _Token | None, at: int, between: Between
) -> TypedWord | None:
    """Return the word at an index, or an empty one; None where a cursor is not in its text."""
    has_colon = following is not None and following.kind == "sign" and following.text == ":"
    if word is None:
        found = between(at, at)
        return found._replace(has_colon=has_colon) if found is not None else None
    start = word.start + len(word.quote)
    end = max(word.start + len(word.text.rstrip()), at)
    end = word.end - 1 if word.kind == "quoted" else end
    if not start <= at <= end or word.name.partition(" ")[0] == "-":
        return None  # behind a closing quote, or at an item of another style
    found = between(start, end)
    return found and found._replace(
        quote=word.quote, is_closed=word.kind != "unclosed", has_colon=has_colon
    )


def _read_to_end(opener: str, rest: list[_Token]) -> _Frame:
    """Return what stands of a list or a mapping behind a position in it."""
    own = _Frame(opener)
    stack = [own]
    for token in rest:
        if not _read(token, stack):
            break
    return own
