"""`tracker add`: a claim, written into a file."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.vocabulary import KINDS
from claim_tracker.cli.apply_change import Change, Manner, make, manner_options
from claim_tracker.cli.context import Clock, Color, Failure, load_files, paths_named, valid
from claim_tracker.cli.field_options import (
    CLAIM,
    FieldType,
    FigureType,
    source_in,
    source_options,
    with_source,
)
from claim_tracker.cli.interview import ask_claim, kept_answers
from claim_tracker.cli.options import PathType, Word, color_option, file_option
from claim_tracker.cli.prompt import Known, ask_known, can_ask, tell

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Fields
    from claim_tracker.loading import Loaded

_NEEDED = ("claim", "kind", "speaker", "source")


@click.command()
@file_option
@click.option("--claim", type=FieldType(CLAIM, "claim"), help="The claim in your own words.")
@click.option("--kind", type=Word(KINDS), help="A promise, a forecast, or what is said to be so.")
@click.option(
    "--speaker", type=FieldType(CLAIM, "speaker", word="speaker"), help="Who said it, as reported."
)
@click.option("--role", type=FieldType(CLAIM, "role"), help="The speaker's office.")
@click.option(
    "--via", type=FieldType(CLAIM, "via"), help="Told to whom, if not to the source itself."
)
@click.option("--topic", type=FieldType(CLAIM, "topic", word="topic"), help="What it belongs to.")
@click.option(
    "--stated",
    type=FieldType(CLAIM, "stated"),
    metavar="DATE",
    help="When it was said. Default: when its source was published.",
)
@click.option(
    "--due",
    type=FieldType(CLAIM, "due"),
    metavar="DATE",
    help="By when: 'end of 2026', 'Q3 2026', 'within 90 days', …",
)
@click.option(
    "--holds-as-of",
    "as_of",
    type=FieldType(CLAIM, "as_of"),
    metavar="DATE",
    help="For a fact: the day it is said to hold. Default: when it was said.",
)
@click.option(
    "--quantity",
    type=FigureType(),
    metavar="FIGURE",
    help="The figure that is claimed: 'about 2,500 US troops'.",
)
@source_options
@click.option(
    "--place",
    "places",
    multiple=True,
    type=FieldType((*CLAIM, "places"), 0, word="place key"),
    metavar="KEY",
    help="What it is about: a key of `places` in the file. Repeatable.",
)
@click.option(
    "--tag",
    "tags",
    multiple=True,
    type=FieldType((*CLAIM, "tags"), 0, word="tag"),
    help="A word to choose claims by. Repeatable.",
)
@click.option(
    "--related",
    multiple=True,
    type=FieldType((*CLAIM, "related"), 0, word="id"),
    metavar="ID",
    help="A claim that belongs with it. Repeatable.",
)
@click.option(
    "--id",
    type=FieldType(CLAIM, "id"),
    help="Its id. Default: made from the text.",
)
@click.option(
    "--to",
    metavar="FILE",
    type=PathType(),
    help="The file to add it to, where several are loaded.",
)
@manner_options
@color_option
@click.pass_obj
def add(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    to: str | None,
    yes: bool,
    diff: bool,
    color: Color,
    **given: Any,
) -> None:
    """Add a claim to a file.

    It is put after the other claims; every other byte of the file stays. What is needed and not
    given is asked for. The change is shown before it is written.
    """
    moment = clock()
    given = with_source(given)
    missing = [name for name in _NEEDED if not given[name]]
    if missing and not can_ask():
        raise click.UsageError(f"A claim needs {', '.join(f'--{name}' for name in missing)}.")
    loaded = load_files(files, moment)
    tracker = valid(loaded, color, "nothing is written")
    name = _file_to_write(loaded, to, asking=bool(missing))
    if missing:
        given |= ask_claim(
            tracker, next(file for file in tracker.files if file.name == name), given
        )
    else:
        for words in _slips(tracker, given):
            tell(words)

    def fields(file: "TrackedFile", tracker: "Tracker") -> "Fields":
        return _fields(file, tracker, given)

    command = ("add", *(part for path in files for part in ("-f", path)), "--to", name)
    with kept_answers(command, given if missing else {}):
        make(
            Change(loaded, paths_named(files), name, moment, None, fields), Manner(yes, diff, color)
        )


def _fields(file: "TrackedFile", tracker: "Tracker", given: Mapping[str, Any]) -> "Fields":
    """What is given of a claim, in the order in which the format lists its fields."""
    from claim_tracker.claims.model import Claim, fields_of
    from claim_tracker.edit.ids import made_id

    taken = {entry.claim.id for entry in tracker}
    said = {
        **given,
        "id": given["id"] or made_id(given["claim"], taken),
        "source": source_in(file, given["source"]),
    }
    listed = {name: said.get(name) for name in fields_of(Claim)}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in listed.items()
        if value
    }


def _file_to_write(loaded: "Loaded", to: str | None, *, asking: bool) -> str:
    """The name of the file that gets the claim. Raises Failure where it is not clear which."""
    from claim_tracker.loading import STDIN_NAME

    names = [document.name for document in loaded.documents]
    if to is not None:
        names = [name for name in names if os.path.realpath(name) == os.path.realpath(to)]
        if not names:
            raise Failure(f"`{to}` is not among the files that are loaded", "name it with `-f`")
    elif len(names) > 1 and asking:
        names = [ask_known("File to add it to", Known("file", names), needed=True)]
    if len(names) > 1:
        raise Failure("several files are loaded", "say with `--to FILE` which one gets the claim")
    if names[0] == STDIN_NAME:
        raise Failure("standard input cannot be written to", "name the file with `-f`")
    return names[0]


def _slips(tracker: "Tracker", given: Mapping[str, Any]) -> Iterator[str]:
    """What looks like a slip of a word that other claims have."""
    from claim_tracker.text.suggest import nearest

    for name, plural in (("speaker", None), ("topic", None), ("tag", "tags")):
        known = {
            word
            for entry in tracker
            for word in (getattr(entry.claim, plural) if plural else (getattr(entry.claim, name),))
            if word is not None
        }
        for word in given[plural] if plural else (given[name],):
            near = nearest(word, sorted(known), partial=False) if word else None
            if word not in known and near is not None:
                yield f"No other claim has the {name} `{word}`; did you mean `{near}`?"
