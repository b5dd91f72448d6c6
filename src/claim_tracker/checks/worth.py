"""Rules of what is worth a look and leaves the data valid (W3xx)."""

from collections.abc import Iterator

from claim_tracker.checks.checked import CheckedFile, mappings_in
from claim_tracker.dates import Period
from claim_tracker.nearest import nearest
from claim_tracker.yamldoc import Path, Problem

_MOST_COMPARED = 100


def sources_are_used(file: CheckedFile) -> Iterator[Problem]:
    """W301: each of `sources` is the source of something."""
    references = [record.get("source") for record in _records(file)]
    if all(isinstance(reference, str | dict | None) for reference in references):
        used = {reference for reference in references if isinstance(reference, str)}
        yield from _unused(file, "W301", "source", used)


def places_are_used(file: CheckedFile) -> Iterator[Problem]:
    """W302: each of `places` is the place of a claim."""
    values = [claim.get("places") for _, claim in file.written_claims()]
    lists = [value for value in values if isinstance(value, list)]
    words = [word for value in lists for word in value]
    readable = all(isinstance(value, list | None) for value in values)
    if readable and all(isinstance(word, str) for word in words):
        yield from _unused(file, "W302", "place", set(words))


def dates_are_canonical(file: CheckedFile) -> Iterator[Problem]:
    """W304: a date is written in its canonical form."""
    for path, period in _dates(file):
        written = str(file.written(path)).strip()
        if written != period.text:
            yield Problem(
                "W304",
                f"`{written}` is not the canonical form of this date",
                f"write `{period.text}`",
                path,
                replacement=period.text,
            )


def updates_say_something(file: CheckedFile) -> Iterator[Problem]:
    """W305: an update tells more than its date and its source."""
    for item in file.claims:
        for index, update in enumerate(item.claim.updates):
            silent = not update.model_fields_set - {"date", "source"}
            if silent and not file.lacks((*item.path, "updates", index)):
                yield Problem(
                    "W305",
                    "this update says nothing",
                    "add an `outcome`, a `progress`, a `note` …, or delete the update",
                    (*item.path, "updates", index, "date"),
                )


def outcomes_are_archived(file: CheckedFile) -> Iterator[Problem]:
    """W306: where the file asks for it, the source of an outcome has an archived copy."""
    if file.content.checks.archived != "required":
        return
    for item in file.claims:
        for index, update in enumerate(item.claim.updates):
            source = file.source(update.source)
            if update.outcome is not None and source is not None and source.archived is None:
                yield Problem(
                    "W306",
                    "the source of this outcome has no archived copy",
                    "save the page at an archive, and add the `archived:` address",
                    (*item.path, "updates", index, "source"),
                )


def _unused(file: CheckedFile, code: str, what: str, used: set[str]) -> Iterator[Problem]:
    """A problem for each key that nothing uses, unless a reference could not be read.

    A key that is near to an unknown word is taken as meant by it: that is one problem, not two.
    """
    known = file.section(f"{what}s") or {}
    if file.is_hard_to_read:
        return
    unknown = sorted(used - known.keys())[:_MOST_COMPARED]
    meant = {nearest(word, known) for word in unknown}
    meant |= {part for word in unknown for part in word.split()}
    for key in known.keys() - used - meant:
        yield Problem(
            code,
            f"no claim uses the {what} `{key}`",
            "use it, or delete it",
            (f"{what}s", key),
            "key",
        )


def _records(file: CheckedFile) -> Iterator[dict[str, object]]:
    """Every claim and every update as written, valid or not."""
    for _, claim in file.written_claims():
        yield claim
        for _, update in mappings_in(claim.get("updates")):
            yield update


def _dates(file: CheckedFile) -> Iterator[tuple[Path, Period]]:
    """Every date of the file; a span such as `within 90 days` is canonical as it is."""
    for key, source in file.content.sources.items():
        if source.published is not None:
            yield ("sources", key, "published"), source.published
    for item in file.claims:
        claim = item.claim
        holders: list[tuple[Path, object, tuple[str, ...]]] = [
            (item.path, claim, ("stated", "as_of", "due")),
            ((*item.path, "source"), claim.source, ("published",)),
        ]
        for index, update in enumerate(claim.updates):
            path = (*item.path, "updates", index)
            holders.append((path, update, ("date", "happened", "due")))
            holders.append(((*path, "source"), update.source, ("published",)))
        for path, holder, names in holders:
            for name in names:
                period = getattr(holder, name, None)
                if isinstance(period, Period):
                    yield (*path, name), period
