"""The sources of claims in the terminal: who cites each, and what there is to do about it."""

from collections.abc import Iterator, Sequence
from datetime import date

from claim_tracker.claims.sources import CitedSource
from claim_tracker.render.phrases import count, source_words
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.wording import day_words
from claim_tracker.text.display import one_line

_INDENT = 2
_MAX_NAMED = 5


def sources_lines(as_of: date, sources: Sequence[CitedSource], layout: Layout) -> Iterator[str]:
    """Yield the sums, and the lines of each source."""
    yield from layout.paragraph(f"As of {day_words(as_of)}: {_sums(sources)}")
    for each in sources:
        yield ""
        yield from _source(each, layout)


def _sums(sources: Sequence[CitedSource]) -> str:
    without_copy = sum(each.lacks_copy for each in sources)
    repeated = sum(each.written > 1 for each in sources)
    parts = [count(len(sources), "source")]
    parts += [f"{without_copy:,} without a lasting copy"] if without_copy else []
    parts += [f"{repeated:,} written more than once"] if repeated else []
    return ", ".join(parts)


def _source(each: CitedSource, layout: Layout) -> Iterator[str]:
    source, words = each.source, source_words(each.source)
    if words is not None:
        yield from layout.paragraph(one_line(words), style="bold")
    for url in (source.url, source.archived):
        if url is not None:
            yield from layout.url_lines(url, _INDENT)
    yield from layout.indented(_cited_by(each), _INDENT)
    left_to_do = ["no lasting copy"] if each.lacks_copy else []
    left_to_do += [_written(each)] if each.written > 1 else []
    for text in left_to_do:
        yield from layout.indented(text, _INDENT, "bold magenta")


def _cited_by(each: CitedSource) -> str:
    ids = list(each.cited_by)
    if not ids:
        return "no claim cites it"
    more = [f"{len(ids) - _MAX_NAMED:,} more"] if len(ids) > _MAX_NAMED else []
    named = ", ".join([*ids[:_MAX_NAMED], *more])
    key = f"`{one_line(each.keys[0])}`, " if len(each.keys) == 1 else ""
    return f"{key}cited by {count(len(ids), 'claim')}: {named}"


def _written(each: CitedSource) -> str:
    keys = [f"as `{one_line(key)}`" for key in each.keys]
    inline = [f"inline {each.inline:,} times" if each.inline > 1 else "inline once"]
    return f"written {each.written:,} times: {', '.join([*keys, *inline[: each.inline]])}"
