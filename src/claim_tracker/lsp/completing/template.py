"""Texts with places to fill in: as a snippet, where an editor knows such, and as plain text."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Hole(NamedTuple):
    """A place to fill in: with a text in it, or one of some words."""

    text: str = ""
    words: tuple[str, ...] = ()


Template = Sequence[str | Hole]


def plain_text(template: Template) -> str:
    """Return a template with the text of each hole in its place.

    Where it has several lines, spaces at their ends are stripped: a hole may have been empty.
    """
    text = "".join(part.text if isinstance(part, Hole) else part for part in template)
    return re.sub(r" +(?=\n|$)", "", text) if "\n" in text else text


def snippet(template: Template, *, with_choices: bool) -> str:
    """Return a text in the grammar of snippets (LSP 3.17, section Snippet Syntax).

    Without choices, a hole for one of some words is empty.
    """
    parts, number = [], 0
    for part in template:
        if isinstance(part, str):
            parts.append(_escaped(part, "\\$"))
            continue
        number += 1
        if part.words and with_choices:
            words = ",".join(_escaped(word, "\\$},|") for word in part.words)
            parts.append(f"${{{number}|{words}|}}")
        else:
            text = _escaped(part.text, "\\$}")
            parts.append(f"${{{number}:{text}}}" if text else f"${{{number}}}")
    return "".join(parts)


def _escaped(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in signs else sign for sign in text)
