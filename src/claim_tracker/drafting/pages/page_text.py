"""The text of the article in a page: which of its paragraphs are of it, and not around it."""

from collections.abc import Iterator, Sequence

from claim_tracker.drafting.pages.html_page import HtmlPage, Paragraph


def text_of(page: HtmlPage) -> str:
    """Return the paragraphs of the article in a page, with an empty line between them."""
    read = [it for it in page.paragraphs if not it.is_link]
    seen = [it for it in read if it.is_shown] or read
    texts = _enough([it for it in seen if not it.is_comment], seen)
    shown = _most([it for it in texts if not it.is_beside], texts, 1 / 2)
    is_marked_up = _words([it for it in shown if it.kind]) >= _words(shown) / 3
    chosen = _of_kind(shown, page.paragraphs) if is_marked_up else shown
    for paragraphs in _candidates(chosen):
        if _words(paragraphs) >= _FEWEST_WORDS and _words(paragraphs) >= _words(chosen) / 4:
            chosen = paragraphs
            break
    return "\n\n".join(f"- {it.text}" if it.kind == "li" else it.text for it in chosen)


def without_links(text: str, page: HtmlPage) -> str:
    """Return what a library took of a page without paragraphs that are links or are hidden.

    A library takes teasers of other articles for paragraphs where they are as long as these. What
    is hidden within an article is shown when its reader asks for the rest, and stays.
    """
    seen = {_squashed(it.text) for it in page.paragraphs if it.is_shown and not it.is_link}
    passed = {_squashed(it.text) for it in page.paragraphs if it.is_link or _is_apart(it)} - seen
    kept = "\n\n".join(it for it in text.split("\n\n") if _squashed(it) not in passed)
    return kept if len(kept.split()) >= _FEWEST_WORDS else text


def _is_apart(paragraph: Paragraph) -> bool:
    return not (paragraph.is_shown or paragraph.body or paragraph.article)


def _squashed(text: str) -> str:
    return "".join(text.removeprefix("- ").split())


_FEWEST_WORDS = 60
"""Words of an article; fewer are a part of one, or what stands beside it."""
_FEWEST_OF_PROSE = 15
"""Spaces in a paragraph that is prose, and no label or teaser."""


def _enough(some: list[Paragraph], of: list[Paragraph]) -> list[Paragraph]:
    """Return some of the paragraphs where they are as many words as an article has, else all."""
    return some if _words(some) >= min(_FEWEST_WORDS, _words(of)) else of


def _of_kind(paragraphs: list[Paragraph], of: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with an element of their own, and the prose that goes on after one."""
    chosen = set(map(id, paragraphs))
    kept: list[Paragraph] = []
    before: Paragraph | None = None
    for each in of:
        goes_on = bool(kept) and kept[-1] is before and kept[-1].kind in ("p", "")
        is_one = each.kind or (goes_on and _is_prose(kept[-1].text) and _is_prose(each.text))
        if is_one and id(each) in chosen:
            kept.append(each)
        before = each
    return kept


def _is_prose(text: str) -> bool:
    return text.count(" ") >= _FEWEST_OF_PROSE and text.rstrip("\"'\u201d\u2019)")[-1:] in ".!?"


def _most(some: list[Paragraph], of: list[Paragraph], share: float) -> list[Paragraph]:
    """Return some of the paragraphs where they have such a share of the words, else all."""
    return some if _words(some) >= _words(of) * share else of


def _candidates(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs of the largest article body, article and main part of a page."""
    for container in ("body", "article", "main"):
        groups: dict[int, list[Paragraph]] = {}
        for each in paragraphs:
            groups.setdefault(getattr(each, container), []).append(each)
        groups.pop(0, None)
        if groups:
            yield max(groups.values(), key=_words)


def _words(paragraphs: list[Paragraph]) -> int:
    return sum(it.text.count(" ") + 1 for it in paragraphs)
