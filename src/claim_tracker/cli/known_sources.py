"""What a file has of the sources that a person names: their keys, and where they stand inline."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claim_tracker.claims.fields import written_fields
from claim_tracker.claims.model import Source
from claim_tracker.claims.scalars import url_identity
from claim_tracker.dates import Period, period_or_none

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile
    from claim_tracker.edit.yaml_writer import Fields, Value


def key_at(file: "TrackedFile", url: object) -> str | None:
    """Return the key that a file has for an address, however spelt, or None if it has none."""
    wanted = url_identity(url)
    for key, source in file.content.sources.items():
        if wanted is not None and url_identity(source.url) == wanted:
            return key
    return None


def inline_at(file: "TrackedFile", url: object) -> "Fields | None":
    """Return what a file says of an address where it is used, not in `sources`; None if nowhere."""
    from claim_tracker.edit.source_key import merge_sources

    wanted = url_identity(url)
    same = (source for source in inline_sources(file) if url_identity(source.url) == wanted)
    found = [written_fields(source) for source in same] if wanted is not None else []
    return merge_sources(found) if found else None


def inline_sources(file: "TrackedFile") -> list[Source]:
    """Return the sources that a file has where they are used."""
    references = [*file.default_references]
    for claim in file.content.claims:
        references += claim.references
        references += (reference for update in claim.updates for reference in update.references)
    return [reference for reference in references if isinstance(reference, Source)]


def day_of_source(
    file: "TrackedFile", source: "Value | None", *, defaults: bool = True
) -> Period | None:
    """Return when a source was published; without one, that of the defaults. None if unknown."""
    if not source:
        references = file.default_references
        return file.cite(references[0]).source.published if references and defaults else None
    if isinstance(source, list):
        return day_of_source(file, source[0])
    if isinstance(source, Mapping):
        if "source" in source:
            return day_of_source(file, source["source"])
        key = key_at(file, source.get("url"))
        if key is None:
            inline = inline_at(file, source.get("url")) or {}
            return period_or_none({**inline, **source}.get("published"))
        source = key
    known = file.content.sources.get(str(source))
    return known.published if known is not None else None
