"""What is written for a claim or an update: its fields, and entries of the sections for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.cli.context import Failure
from claim_tracker.cli.options.field_options import DETAILS, SECTION_VALUES
from claim_tracker.cli.prompts.source_questions import fields_of_source, inline_at, key_at
from claim_tracker.dates import DateError, Period, Within, parse_deadline

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile
    from claim_tracker.edit.yaml_writer import Fields, Value
    from claim_tracker.yaml import Document


@dataclass
class Addition:
    """The fields to write, with the new entries of `sources` and `places` by their keys.

    `moved` are inline sources, by their keys, that move to `sources`: their address, and details.
    """

    fields: "Fields"
    sources: "dict[str, Fields]" = field(default_factory=dict)
    places: "Mapping[str, Fields]" = field(default_factory=dict)
    moved: "dict[str, Fields]" = field(default_factory=dict)

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
    """Return what is written to a file for some fields, with the keys that the file has or gets.

    A span of time is written as its day where the file asks for canonical dates. Raises Failure
    where the file has other details of a source or a place.
    """
    named, places = fields.get("places") or (), values.get("new_places") or {}
    new = Addition(
        fields, places=_new_places(file, {key: it for key, it in places.items() if key in named})
    )
    written = dict(fields)
    source, key = fields.get("source"), values.get("source_key")
    if isinstance(source, list):
        written["source"] = [_cited(file, new, each, key) for each in source]
    elif source is not None:
        written["source"] = _cited(file, new, source, key)
    due = fields.get("due")
    if file.content.checks.dates == "canonical" and isinstance(due, str):
        written["due"] = _canonical(due, counted_from)
    new.fields = written
    return new


def _cited(file: "TrackedFile", new: Addition, source: "Value", key: str | None) -> "Value":
    """Return a source as it is written: its key where the file has its address, or gives it one."""
    from claim_tracker.edit.ids import made_key

    if not isinstance(source, Mapping) or "source" in source:
        return source
    address = source.get("url")
    known = key_at(file, address)
    if known is not None:
        _refuse_others(f"as `{known}`", fields_of_source(file.content.sources[known]), source)
        return known
    inline = inline_at(file, address)
    if inline is not None:
        given = {name: it for name, it in source.items() if name in inline}
        _refuse_others("already", inline, given)
        taken = {*file.content.sources, *new.moved, *new.sources}
        written = {name: it for name, it in source.items() if isinstance(it, str)}
        key = key or made_key({**written, **inline}, taken)
        new.moved[key] = source
        return key
    if key is None:
        return source
    new.sources[key] = source
    return key


def _refuse_others(where: str, known: Mapping[str, str], source: "Fields") -> None:
    for name in DETAILS:
        if name in source and source[name] != known.get(name):
            raise Failure(
                f"the file has this address {where}, with another `{name}`",
                f"leave `--source-{name}` out, and change it there if it is wrong",
            )


def _new_places(file: "TrackedFile", places: "Mapping[str, Fields]") -> "Mapping[str, Fields]":
    for key, fields in places.items():
        known = file.content.places.get(key)
        if known is not None:
            for name, value in fields.items():
                if getattr(known, name) != value:
                    raise Failure(
                        f"the file has the place `{key}`, with another `{name}`",
                        f"leave `--place-{name}` out, and change it there if it is wrong",
                    )
    return {key: fields for key, fields in places.items() if key not in file.content.places}


def _canonical(due: str, counted_from: Period | None) -> str:
    try:
        value = parse_deadline(due)
        if isinstance(value, Within) and counted_from is not None:
            return value.after(counted_from).text
    except DateError:  # what is no date is an error of the file, as any other
        pass
    return due
