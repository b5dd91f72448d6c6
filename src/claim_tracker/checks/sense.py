"""Rules of sense: claims that fit their sources, their dates and each other (E2xx)."""

from collections.abc import Collection, Iterable, Iterator

from claim_tracker.checks.checked import CheckedFile, ClaimInFile
from claim_tracker.dates import DateError, Period, Within
from claim_tracker.model import Source, Update
from claim_tracker.nearest import nearest
from claim_tracker.text import cut
from claim_tracker.tracker import deadline
from claim_tracker.words import OUTCOMES_OF
from claim_tracker.yamldoc import At, Path, Problem

_LONGEST_SHOWN = 60
_LONGEST_ADDRESS = 300
_ENDS_IN_BRACES = frozenset(",[]{}")
_MOST_ADVISED = 100
_MOST_LISTED = 5


def stated_is_known(file: CheckedFile) -> Iterator[Problem]:
    """E102: a claim says when it was stated, or its source says when it was published."""
    for item in file.claims:
        if item.stated is not None or file.source(item.claim.source) is None:
            continue
        if not file.lacks_stated(item.path, item.claim.source):
            name = "this claim" if file.lacks_field(item, "id") else f"`{item.claim.id}`"
            yield Problem(
                "E102",
                f"{name} has no `stated`, and its source no `published`",
                "add `stated:` to the claim, or `published:` to the source",
                (*item.path, "id"),
            )


def as_of_is_for_facts(file: CheckedFile) -> Iterator[Problem]:
    """E107: only a fact holds as of a day."""
    for item in file.claims:
        if item.claim.as_of is None or item.claim.kind == "fact":
            continue
        if not file.lacks_field(item, "kind"):
            yield Problem(
                "E107",
                f"`as_of` is for facts, and this is a {item.claim.kind}",
                "delete it; `stated` says when it was said, `due` by when it is to be",
                (*item.path, "as_of"),
                at="key",
            )


def deadline_is_in_the_calendar(file: CheckedFile) -> Iterator[Problem]:
    """E104: a deadline that is counted from a day ends by the year 9999."""
    for place, due, counted_from in file.dues:
        if counted_from is None or not isinstance(due, Within):
            continue
        try:
            deadline(due, counted_from)
        except DateError as error:
            yield Problem("E104", error.message, error.help, (*place.path, "due"))


def sources_are_known(file: CheckedFile) -> Iterator[Problem]:
    """E202: a source that is named by a key is among `sources`."""
    known = file.section("sources")
    if known is not None:
        lost = file.misplaced
        wanted = [
            ((*place.path, "source"), word)
            for place, word in file.references
            if isinstance(word, str) and word not in known and word not in lost
        ]
        yield from _unknown("E202", "source", wanted, known)


def places_are_known(file: CheckedFile) -> Iterator[Problem]:
    """E203: a place that is named by a key is among `places`."""
    known = file.section("places")
    if known is not None:
        lost = file.misplaced
        wanted = _words(file, "places", other_than={*known, *lost})
        yield from _unknown("E203", "place", wanted, known)


def due_is_not_before_stated(file: CheckedFile) -> Iterator[Problem]:
    """E205: no deadline is over before the claim was stated."""
    for place, due, _ in file.dues:
        item = place if isinstance(place, ClaimInFile) else place.of
        stated = item.stated
        if not isinstance(due, Period) or stated is None:
            continue
        if due.latest < stated.earliest <= file.today:
            yield Problem(
                "E205",
                f"the deadline `{due.text}` is over before the claim was stated, `{stated.text}`",
                "correct the one or the other; is it the right year?",
                (*place.path, "due"),
                related=_stated_here(item),
            )


def nothing_is_stated_after_today(file: CheckedFile) -> Iterator[Problem]:
    """E206: no claim was stated, and no source published, after today."""
    for path, period, field in _dates_after_today(file):
        yield Problem(
            "E206",
            f"`{field}` is `{period.text}`, and today is {file.today}",
            "write the day on which it was said, not the day it is about",
            (*path, field),
        )


def no_update_is_after_today(file: CheckedFile) -> Iterator[Problem]:
    """E207: nothing became known after today."""
    for place in file.updates:
        update = place.update
        if update.date.earliest > file.today:
            yield Problem(
                "E207",
                f"this update is dated {update.date.text}, and today is {file.today}",
                "write the day on which it became known",
                (*place.path, "date"),
            )


def no_update_is_before_stated(file: CheckedFile) -> Iterator[Problem]:
    """E208: nothing is learned of a claim before it was stated.

    When all of several updates are older, `stated` is the one that is wrong: one problem.
    """
    for item in file.claims:
        stated = item.stated
        if not item.claim.updates or stated is None or stated.earliest > file.today:
            continue
        updates = enumerate(item.claim.updates)
        older = [index for index, update in updates if _is_older(update, stated)]
        if len(older) > 1 and len(older) == len(item.claim.updates):
            older = older[:1]
        for index in older:
            day = item.claim.updates[index].date.text
            yield Problem(
                "E208",
                f"this update of {day} is older than its claim, stated `{stated.text}`",
                "correct the date of the update, or `stated`",
                (*item.path, "updates", index, "date"),
                related=_stated_here(item),
            )


def updates_are_in_order(file: CheckedFile) -> Iterator[Problem]:
    """E209: a history is written oldest first. What has an impossible date is not compared."""
    for item in file.claims:
        if len(item.claim.updates) < 2:
            continue
        last = None
        for index, update in enumerate(item.claim.updates):
            day = update.date.earliest
            if day > file.today or _is_older(update, item.stated):
                continue
            if last is not None and day < last[1].date.earliest:
                yield Problem(
                    "E209",
                    f"this update of {update.date.text} stands after one of {last[1].date.text}",
                    "put the oldest update first",
                    (*item.path, "updates", index, "date"),
                    related=(((*item.path, "updates", last[0], "date"), "value", "the later one"),),
                )
            last = (index, update)


def nothing_happened_after_it_was_known(file: CheckedFile) -> Iterator[Problem]:
    """E210: what an update tells of had begun by the day of the update."""
    for place in file.updates:
        update, happened = place.update, place.update.happened
        if happened is not None and happened.earliest > update.date.latest:
            yield Problem(
                "E210",
                f"`happened` is `{happened.text}`, after its update of {update.date.text}",
                "correct the one or the other; what is still to come is a `due` or a `note`",
                (*place.path, "happened"),
                related=(((*place.path, "date"), "value", "the day it became known"),),
            )


def judgements_have_a_source(file: CheckedFile) -> Iterator[Problem]:
    """E211: an outcome, a moved deadline and a figure each need a source."""
    for place in file.updates:
        update = place.update
        if update.source is not None:
            continue
        claimed = [
            name for name in ("outcome", "due", "quantity") if getattr(update, name) is not None
        ]
        if claimed and not file.lacks_field(place, "source"):
            yield Problem(
                "E211",
                f"`{claimed[0]}` without a source",
                "add `source:` to the update, a key of `sources` or `{url: …}`",
                (*place.path, claimed[0]),
                at="key",
            )


def outcomes_fit_the_kind(file: CheckedFile) -> Iterator[Problem]:
    """E212: each kind of claim has its own outcomes."""
    for place in file.updates:
        item, outcome = place.of, place.update.outcome
        kind = item.claim.kind
        if outcome is None or outcome in OUTCOMES_OF[kind]:
            continue
        if not file.lacks_field(item, "kind"):
            known = ", ".join(f"`{word}`" for word in OUTCOMES_OF[kind])
            yield Problem(
                "E212",
                f"`{outcome}` is no outcome of a {kind}",
                f"write one of {known}",
                (*place.path, "outcome"),
                related=(((*item.path, "kind"), "value", "the kind of the claim"),),
            )


def unknown_related(
    file: CheckedFile, ids: frozenset[str], valid: frozenset[str]
) -> Iterator[Problem]:
    """E204: a related claim is one of `ids`, the claims of all files; the `valid` are proposed."""
    yield from _unknown("E204", "claim", _words(file, "related", other_than=ids), valid)


def _unknown(
    code: str, what: str, wanted: Iterable[tuple[Path, str]], known: Collection[str]
) -> Iterator[Problem]:
    """A problem for each wanted word that is not known, with the nearest that is.

    Only the first hundred get a proposal: to look for it among many takes long.
    """
    unknown = [(path, word) for path, word in wanted if word not in known]
    words = sorted(known) if unknown else []
    for index, (path, word) in enumerate(unknown):
        near = nearest(word, words) if index < _MOST_ADVISED else None
        parts = [part for part in word.split() if part != "-"]
        if what == "source" and word.startswith(("https://", "http://")):
            advice = f"write an address as `{{url: {_in_braces(cut(word, _LONGEST_ADDRESS))}}}`"
        elif len(parts) > 1 and all(part in known for part in parts):
            items = ", ".join(f"`- {part}`" for part in parts)
            advice = f"write each on a line of its own, one below the other: {items}"
        elif near is not None:
            advice = f"did you mean `{near}`?"
        elif words:
            more = ", …" if len(words) > _MOST_LISTED else ""
            listed = ", ".join(f"`{cut(name, 40)}`" for name in words[:_MOST_LISTED])
            advice = f"known are {listed}{more}"
        else:
            advice = f"add it to `{what}s:`"
        yield Problem(code, f"unknown {what} `{cut(word, _LONGEST_SHOWN)}`", advice, path)


def _in_braces(address: str) -> str:
    """An address as YAML reads it between braces, where a comma or a bracket would end it."""
    return f'"{address}"' if not _ENDS_IN_BRACES.isdisjoint(address) else address


def _words(
    file: CheckedFile, name: str, *, other_than: Collection[str]
) -> Iterator[tuple[Path, str]]:
    """The other words of a list that claims have, each with its path."""
    for item in file.claims:
        for index, word in enumerate(getattr(item.claim, name)):
            if word not in other_than:
                yield (*item.path, name, index), word


def _dates_after_today(file: CheckedFile) -> Iterator[tuple[Path, Period, str]]:
    """Each `stated` and `published` that is to come, and the path of what has it."""
    today = file.today
    for key, source in file.content.sources.items():
        if source.published is not None and source.published.earliest > today:
            yield ("sources", key), source.published, "published"
    for item in file.claims:
        stated = item.claim.stated
        if stated is not None and stated.earliest > today:
            yield item.path, stated, "stated"
    for place, inline in file.references:
        if isinstance(inline, Source):
            published = inline.published
            if published is not None and published.earliest > today:
                yield (*place.path, "source"), published, "published"


def _is_older(update: Update, stated: Period | None) -> bool:
    """Whether an update is older than its claim."""
    return stated is not None and update.date.latest < stated.earliest


def _stated_here(item: ClaimInFile) -> tuple[tuple[Path, At, str], ...]:
    if item.claim.stated is None:
        return ()
    return (((*item.path, "stated"), "value", "stated here"),)
