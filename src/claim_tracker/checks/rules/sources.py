"""Rules of sources: each can be looked up, under one key, and its copy is told from it."""

from collections.abc import Iterator

from claim_tracker.checks.checked_file import CheckedFile, UpdateInFile
from claim_tracker.checks.rules.registry import Violation, rule
from claim_tracker.claims.archives import copy_at
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import url_fault, url_identity
from claim_tracker.text.diagnostic import Edit, Fix
from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.yaml import Path
from claim_tracker.yaml.lines import quoted


@rule("E102", by_claim=True)
def sources_can_be_looked_up(file: CheckedFile) -> Iterator[Violation]:
    """A source has an address, or at least a title."""
    for path, source in _sources(file):
        if source.url is None and source.title is None:
            yield Violation(
                "this source has neither a `url` nor a `title`",
                "add `url:`, or the `title:` of what has no address",
                path,
                at="value" if isinstance(path[-1], int) else "key",
                inputs=(path,),
            )


@rule("W306", by_claim=True)
def outcomes_are_archived(file: CheckedFile) -> Iterator[Violation]:
    """Where the file asks for it, the source of an outcome has an archived copy."""
    if file.content.checks.archived != "required":
        return
    of_outcomes = (
        (each.path, file.source(each.source))
        for each in file.references
        if isinstance(each.holder, UpdateInFile) and each.holder.model.outcome not in (None, "open")
    )
    for path, source in of_outcomes:
        if source is not None and source.url is not None and source.archived is None:
            yield Violation(
                "the source of this outcome has no archived copy",
                "save the page at an archive, and add the `archived:` address",
                path,
            )


@rule("W310", by_claim=True)
def urls_are_no_copies(file: CheckedFile) -> Iterator[Violation]:
    """The address of a source is that of the report, and not of a copy in an archive."""
    for path, source in _sources(file):
        copy = copy_at(source.url) if source.url is not None else None
        if source.url is None or copy is None:
            continue
        original, archived = copy.original, source.archived or source.url
        is_known = original is not None and url_fault(original) is None
        advice = "write the original address as `url:`, and this one as `archived:`"
        if original is not None and is_known:
            advice = f"write `url: {cut(original, 200)}`, and this one as `archived:`"
        yield Violation(
            "this is the address of a copy in an archive",
            advice,
            (*path, "url"),
            fix=_both_urls_fix(file, (*path, "url"), original, archived)
            if original is not None and is_known and source.archived in (None, source.url)
            else None,
        )


@rule("W311", by_claim=True)
def urls_have_one_key(file: CheckedFile) -> Iterator[Violation]:
    """An address is one of `sources` once, and has its key wherever it is used."""
    keys: dict[str | None, str] = {}
    for key, source in file.content.sources.items():
        if source.url is None:
            continue
        first = keys.setdefault(url_identity(source.url), key)
        if first != key:
            yield Violation(
                f"`{cut(first)}` is the same address",
                "use one key for both, and delete the other",
                ("sources", key),
                at="key",
                related=((("sources", first), "key", "first here"),),
            )
    for path, inline in _inline(file):
        known = keys.get(url_identity(inline.url)) if inline.url is not None else None
        if known is not None:
            is_same = _says_no_more(inline, file.content.sources[known])
            yield Violation(
                f"this address is the source `{cut(known)}`",
                f"write `{cut(known)}`",
                path,
                related=((("sources", known), "key", "here"),),
                replacement=known if is_same else None,
            )


def _sources(file: CheckedFile) -> Iterator[tuple[Path, Source]]:
    """Yield the sources of a file, those with a key first, each with its path."""
    yield from ((("sources", key), source) for key, source in file.content.sources.items())
    yield from _inline(file)


def _inline(file: CheckedFile) -> Iterator[tuple[Path, Source]]:
    """Yield the sources that are written where they are used, each with its path."""
    yield from file.inline
    yield from ((path, source) for path, source in file.spare_sources if isinstance(source, Source))


def _says_no_more(inline: Source, source: Source) -> bool:
    """Whether a source of the same address has all that one written inline says."""
    names = (name for name in fields_of(Source) if name != "url")
    return all(getattr(inline, name) in (None, getattr(source, name)) for name in names)


def _both_urls_fix(file: CheckedFile, path: Path, original: str, archived: str) -> Fix | None:
    """Return the fix that writes both addresses; None where they cannot be written on a line."""
    document, place, fields = file.document, file.path_in_file(path), file.written(path[:-1])
    key, value = document.span(place, "key"), document.span(place)
    is_empty = "archived" in fields and fields["archived"] is None
    if value.line != value.end_line or key.line != value.line or is_empty:
        return None
    source = document.span(place[:-1])
    is_flow = document.lines[source.line - 1].startswith("{", source.column - 1)
    text = quoted(original) if is_flow else original
    if "archived" not in fields:
        beside = f", archived: {quoted(archived)}"
        below = f"\n{' ' * (key.column - 1)}archived: {archived}"
        text += beside if is_flow else below
    message = f"write `url: {cut(original, MAX_IN_ADVICE)}` and `archived:`"
    return Fix(message, (Edit(value, text),))
