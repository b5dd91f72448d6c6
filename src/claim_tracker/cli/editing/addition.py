"""What is written for a claim or an update: its fields, and entries of the sections for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from claim_tracker.claims.fields import Part, fields_of, written_fields
from claim_tracker.cli.context import Failure
from claim_tracker.cli.known_sources import inline_at, key_at
from claim_tracker.cli.options.field_options import SECTION_VALUES
from claim_tracker.dates import DateError, Period, Within, parse_deadline

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile
    from claim_tracker.edit.yaml_writer import Fields, Value
    from claim_tracker.yaml import Document


@dataclass(frozen=True)
class Addition:
    """The fields to write, with the new entries of `sources` and `places` by their keys.

    `moved` are inline sources, by their keys, that move to `sources`: their address, and details.
    """

    fields: "Fields"
    sources: "Mapping[str, Fields]" = field(default_factory=dict)
    places: "Mapping[str, Fields]" = field(default_factory=dict)
    moved: "Mapping[str, Fields]" = field(default_factory=dict)

    def with_moved_sources(self, document: "Document") -> "Document | None":
        """Return a file with the sources that move to `sources`; None where one has no way."""
        from claim_tracker.edit import with_source_key

        new: Document | None = document
        for key, details in self.moved.items():
            new = with_source_key(new, str(details["url"]), key, details) if new else None
        return new


def listed_fields(part: type[Part], values: Mapping[str, Any]) -> "Fields":
    """Return the fields that have a value, in the order of the format; unknown ones at the end."""
    names = [*fields_of(part), *(name for name in values if name not in fields_of(part))]
    return {
        name: list(values[name]) if isinstance(values[name], tuple) else values[name]
        for name in names
        if values.get(name) and name not in SECTION_VALUES
    }


def addition_to(
    file: "TrackedFile", fields: "Fields", values: Mapping[str, Any], counted_from: Period | None
) -> Addition:
    """Return the fields as they are written, with the keys that the file has or gets.

    A span of time is written as its day where the file asks for canonical dates. Raises Failure
    where the file has other details of a source or a place.
    """
    named, places = fields.get("places") or (), values.get("new_places") or {}
    new_places = _new_places(file, {key: place for key, place in places.items() if key in named})
    written, source, due = dict(fields), fields.get("source"), fields.get("due")
    several = source if isinstance(source, list) else [source] if source is not None else []
    found = [_cite(file, reference) for reference in several]
    cited = list(_with_keys(file, found, values.get("source_key")))
    if cited:
        names: list[Value] = []
        for reference in cited:
            name = reference.named if reference.key is None else reference.key
            names += [name] if name not in names else []
        written["source"] = names if len(names) > 1 else names[0]
    if file.content.checks.dates == "canonical" and isinstance(due, str):
        written["due"] = _canonical(due, counted_from)
    new, moved = (
        {one.key: one.details for one in cited if one.key is not None and one.where == where}
        for where in ("nowhere", "inline")
    )
    return Addition(written, new, new_places, moved)


class _Cited(NamedTuple):
    """A source as it was named, where the file has it, its details, and the key that it gets."""

    named: "Value"
    where: Literal["keyed", "inline", "nowhere"] = "keyed"
    details: "Fields" = MappingProxyType({})
    key: str | None = None


def _cite(file: "TrackedFile", source: "Value") -> _Cited:
    """Return a source, by its key where the file has one. Raises Failure for other details."""
    if not isinstance(source, Mapping) or "source" in source:
        return _Cited(source)
    url = source.get("url")
    key, inline = key_at(file, url), inline_at(file, url)
    if key is not None:
        known = written_fields(file.content.sources[key])
        _refuse_others(f"this address as `{key}`", known, source, "source")
        return _Cited(key)
    if inline is not None:
        given = {name: value for name, value in source.items() if name in inline}
        _refuse_others("this address already", inline, given, "source")
    return _Cited(source, "nowhere" if inline is None else "inline", source)


def _with_keys(file: "TrackedFile", cited: Sequence[_Cited], key: str | None) -> Iterator[_Cited]:
    """Yield sources with the keys of those that get one: inline ones, and the one with `key`.

    Raises Failure where a key is given that is taken, or none could get it, or several could.
    """
    from claim_tracker.edit.ids import made_key

    wanted = [source for source in cited if source.where == "nowhere"]
    wanted = wanted or [source for source in cited if source.where == "inline"]
    if key is not None and len(wanted) != 1:
        have = f"{len(wanted)} sources have none yet" if wanted else "each source has one already"
        raise Failure(
            f"`--source-key {key}` is for one source, and {have}",
            "name one with `--source` and `--source-key`; the others can be added to `sources`"
            if wanted
            else "leave `--source-key` out",
        )
    if key in file.content.sources:
        raise Failure(f"`{key}` is the key of another source", "choose another `--source-key`")
    taken = {*file.content.sources, *([key] if key is not None else [])}
    for each in cited:
        new_key = key if each in wanted else None
        if new_key is None and each.where == "inline":
            texts = {name: value for name, value in each.details.items() if isinstance(value, str)}
            known = inline_at(file, each.details["url"]) or {}
            new_key = made_key({**texts, **known}, taken)
            taken.add(new_key)
        yield each._replace(key=new_key)


def _refuse_others(what: str, known: "Fields", given: "Fields", option: str) -> None:
    """Raise Failure where the file has `what` is given, with another detail."""
    for name, value in given.items():
        if name != "url" and value != known.get(name):
            raise Failure(
                f"the file has {what}, with another `{name}`",
                f"leave `--{option}-{name}` out, and change it there if it is wrong",
            )


def _new_places(file: "TrackedFile", places: "Mapping[str, Fields]") -> "Mapping[str, Fields]":
    for key, fields in places.items():
        if key in file.content.places:
            known = written_fields(file.content.places[key])
            _refuse_others(f"the place `{key}`", known, fields, "place")
    return {key: fields for key, fields in places.items() if key not in file.content.places}


def _canonical(due: str, counted_from: Period | None) -> str:
    try:
        value = parse_deadline(due)
        if isinstance(value, Within) and counted_from is not None:
            return value.after(counted_from).text
    except DateError:  # what is no date is an error of the file, as any other
        pass
    return due
