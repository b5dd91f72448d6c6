"""The rule of comments that take a text away, or the rest of it (W309)."""

import re
from collections.abc import Iterator
from typing import Any

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.form.form_errors import without_entries
from claim_tracker.checks.locate import parts_of
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.text.diagnostic import Edit, Fix, Span
from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.yaml import At, Document, Path, value_at
from claim_tracker.yaml.field_names import TEXTS
from claim_tracker.yaml.lines import quoted

_CUT = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*(?:(?P<name>[a-z_]+):(?=[ \t]))?[ \t]*)"
    r"(?P<text>(?![\"'\[{|>&*!#])\S.*?(?=[ \t]+#)|)(?P<gap>[ \t]*)#(?P<rest>.*)"
)
"""A line with a comment after its key, its dash or its text, if that has no quotes or brackets."""
_DOUBTFUL = re.compile(r"#(?:(?<=[ \t]#)(?=[^\s#!])|(?<=\S[ \t]#)(?=[ \t#!]))")
"""What a doubtful comment begins with; it is soon found whether a file has none."""
_SECOND = re.compile(r"(?<![ \t])[ \t]+#(?=[ \t]|$).*")


@rule("W309")
def texts_are_not_cut_by_comments(file: CheckedFile) -> Iterator[Violation]:
    """A comment that may have been written as a part of a text does not take it away.

    In YAML a `#` after a space begins a comment. It is doubtful where no space is after it, and
    where only one is before it in a field of free text.
    """
    document = file.document
    if _DOUBTFUL.search(document.text.written) is None:
        return
    cuts = [
        (number, match)
        for number, line in enumerate(document.lines, start=1)
        if "#" in line and (match := _CUT.fullmatch(line)) is not None and _is_doubtful(match)
    ]
    if not cuts:
        return
    parts = parts_of(document)
    of_parts: dict[Path, dict[int, re.Match[str]]] = {}
    for number, match in cuts:
        column = match.end("lead") + 1
        part = parts.path_at(Span(number, column, number, column))
        of_parts.setdefault(part, {})[number] = match
    for part, by_line in of_parts.items():
        names = {match["name"] for match in by_line.values()}
        values = value_at(document.root, part)
        if not part and isinstance(values, dict):
            values = without_entries(values)
        for path, value in _texts(values, part):
            if path[-1] in names or None in names:
                yield from _cut_by(document, path, value, by_line)


def _is_doubtful(match: re.Match[str]) -> bool:
    """Whether what is after a `#` may have been written as text."""
    name, rest = match["name"], match["rest"]
    if name and name not in TEXTS:
        return False
    if not name and not match["text"] and "-" not in match["lead"]:
        return False
    if not rest or rest[0] in " \t#!":
        return bool(name and match["text"] and rest.strip()) and match["gap"] == " "
    return True


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield the texts in a value, and what is empty, with their paths: a file alone has none."""
    if isinstance(value, dict | list):
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(each, (*path, step))
    elif path:
        yield path, value


def _cut_by(
    document: Document, path: Path, value: str | None, by_line: dict[int, re.Match[str]]
) -> Iterator[Violation]:
    """Yield the violation of a value that ends before one of these comments, by their lines."""
    at: At = "key" if value is None and isinstance(path[-1], str) else "value"
    span = document.span(path, at)
    match = by_line.get(span.line if value is None else span.end_line)
    if match is None or (match["name"] and path[-1] != match["name"]):
        return
    is_same_end = span.end_column == match.end("text") + 1
    if not match["text"]:
        is_cut = value is None
    else:
        is_cut = value is not None and value.endswith(match["text"]) and is_same_end
    if is_cut:
        yield _violation(path, at, span, match)


def _violation(path: Path, at: At, span: Span, match: re.Match[str]) -> Violation:
    """Return the violation of a value that has this span; of one that is empty, what it is of."""
    part = f"{match['gap']}#{_SECOND.sub('', match['rest']).rstrip()}"
    text = quoted(f"{match['text']}{part}" if match["text"] else part.strip())
    begin = f"{match['name']}: " if match["name"] else "- " if "-" in match["lead"] else ""
    is_on_line = span.line == span.end_line
    write = f"write `{cut(begin + text, MAX_IN_ADVICE)}`"
    if not is_on_line:
        write = "put the whole text in double quotes"
    return Violation(
        f"`{cut(part.strip())}` is a comment, and no part of the text",
        f"{write} if it is part of it, else the comment on a line of its own",
        path,
        at,
        fix=_fix(span.line, match, part, text) if is_on_line else None,
    )


def _fix(number: int, match: re.Match[str], part: str, text: str) -> Fix | None:
    """Return the fix that quotes the text with a `#` before a number: that is hardly a remark.

    It is written from the colon on, where the key has no value that it could be written over.
    """
    if not re.match(r"[ \t]*#[0-9]", part):
        return None
    start, before = (match.end("name"), ": ") if match["name"] else (match.start("text"), "")
    span = Span(number, start + 1, number, match.end("text") + len(part) + 1)
    return Fix(f"write `{cut(text, MAX_IN_ADVICE)}`", (Edit(span, before + text),))
