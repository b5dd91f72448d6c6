"""Where in the text of a file a name stands, for one place or for ten thousand.

To ask a document for each of many spans parses every claim once more. What may be the value of a
field is found by how it is written; where a claim has as many of these as uses, they are the uses.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claim_tracker.lsp.names import NameUse, spelt
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document, value_at

_FEW = 20
_QUICK = re.compile(r"[^\s\\\",\]}#]+(?: [^\s\\\",\]}#]+)*")
"""Names that end nowhere inside of themselves, and that only line ends can be written into."""


def spans_of(document: Document, uses: Iterable[NameUse]) -> list[Span]:
    """Return where a name stands in a file, without its quotes, in the order of the text.

    `uses` are those of one spelling, all that are keys and ids, or all others.
    """
    by_claim: defaultdict[int, list[NameUse]] = defaultdict(list)
    found: list[Span] = []
    for use in uses:
        match use.path:
            case ("claims", int(index), *_):
                by_claim[index].append(use)
            case _:
                found.append(_span(document, use))
    are_many = len(by_claim) > _FEW and not document.problems
    starts = document.starts_of_claims if are_many else None
    for index, those in by_claim.items():
        quick = _in_claim(document, starts, index, those) if starts else None
        found += quick if quick is not None else (_span(document, use) for use in those)
    return sorted(found)


def _in_claim(
    document: Document, starts: Sequence[int], index: int, uses: Sequence[NameUse]
) -> list[Span] | None:
    """Return the spans of the uses in one claim; None where the text leaves them open.

    Each use is one of the matches, unless it is written with an escape.
    """
    words = {value_at(document.root, use.path) for use in uses}
    (word,) = words if len(words) == 1 else (" ",)
    first = starts[index]
    stop = starts[index + 1] if index + 1 < len(starts) else len(document.lines) + 1
    text = "\n".join(document.lines[first - 1 : stop - 1])
    if _QUICK.fullmatch(word) is None or "\\" in text:
        return None
    matches = list(_value_pattern(word).finditer(text))
    if len(matches) != len(uses):
        return None
    return [_span_in_file(text, match.span("word"), first) for match in matches]


@lru_cache(maxsize=8)
def _value_pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a name that may be a whole value."""
    return re.compile(
        rf"(?:^|[-:\[{{,?])[ \t]*(?P<quote>['\"]?)(?P<word>{_name_pattern(word)})(?P=quote)"
        r"[ \t]*(?=$|[,\]}#])",
        re.MULTILINE,
    )


def _name_pattern(word: str) -> str:
    """Return a pattern of how a name may be written on one line or several, without escapes."""
    return r"\s+".join(re.escape(part).replace("'", "''?") for part in word.split(" "))


def _span(document: Document, use: NameUse) -> Span:
    """Return where a name stands, without its quotes where it is on one line."""
    span = document.span(use.path, use.at)
    lines = document.lines[span.line - 1 : span.end_line]
    if span.line != span.end_line or not lines:
        return _in_several_lines(document, use, span, lines)
    text = lines[0][span.column - 1 : span.end_column - 1]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return span._replace(column=span.column + 1, end_column=span.end_column - 1)
    return span


def _in_several_lines(document: Document, use: NameUse, span: Span, lines: list[str]) -> Span:
    """Return where the words of a text that is folded or literal stand; its span if not once."""
    word = use.path[-1] if use.at == "key" else value_at(document.root, use.path)
    text = "\n".join(lines)
    before = span.column - 1
    matches: Iterator[re.Match[str]] = re.finditer(
        rf"(?<![^\s'\"]){_name_pattern(spelt(str(word)))}(?![^\s'\"])", text[before:]
    )
    found = [match.span() for match in matches]
    if len(found) != 1:
        return span
    ((start, end),) = found
    return _span_in_file(text, (start + before, end + before), span.line)


def _span_in_file(text: str, indices: tuple[int, int], line: int) -> Span:
    """Return the span, in a file, of a stretch of some lines of it, of which this is the first."""
    numbers: list[int] = []
    for index in indices:
        numbers += [line + text.count("\n", 0, index), index - text.rfind("\n", 0, index)]
    return Span(*numbers)
