"""The drafts of articles, gone through one by one: added, changed, or left."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claim_tracker.claims.fields import written_fields
from claim_tracker.cli.context import Failure, has_files
from claim_tracker.cli.editing.add_claim import Run, add_claim, file_to_write
from claim_tracker.cli.known_sources import key_at
from claim_tracker.cli.loaded import load_files, valid
from claim_tracker.cli.named_articles import NamedArticle
from claim_tracker.cli.output import layout_for, show_error
from claim_tracker.cli.prompts.prompt import choose
from claim_tracker.cli.prompts.question import Choice
from claim_tracker.drafting.claims_file import claim_fields, source_fields
from claim_tracker.edit.ids import made_key
from claim_tracker.render.terminal.drafts import draft_card, draft_head

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import TrackedFile
    from claim_tracker.drafting.beside_tracker import PlacedDraft

_DECISIONS = (
    Choice("add", "Write the claim into the file."),
    Choice("edit", "Go through the questions of `add`, filled in."),
    Choice("skip", "Leave it."),
    Choice("back", "Go back to the draft before."),
    Choice("quit", "Stop here; what was added stays."),
)

_DECISIONS_ON_ADDED = (Choice("skip", "Go on to the next draft."), *_DECISIONS[3:])

_ROOM_FOR_QUESTION = len(_DECISIONS) + 3
"""Lines of the terminal for the choices, the question, what is said of it, and an empty one."""

_KEPT = ("source", "source_key", "quote")
"""What a draft has of its article, and nobody is asked for."""


class _Shown(NamedTuple):
    """A draft with the article that it is of."""

    article: NamedArticle
    placed: "PlacedDraft"


def review_drafts(placed: "Sequence[tuple[NamedArticle, list[PlacedDraft]]]", run: Run) -> None:
    """Go through the drafts with a person, and add those that are wanted.

    Raises Failure where there is no file of claims to write; what cannot be added is said, and its
    draft stays. Ctrl-C leaves what was added, and how much that is is said.
    """
    drafts = [_Shown(article, draft) for article, found in placed for draft in found]
    if not drafts:
        return
    run = run._replace(to=_file_to_write(run))
    added: set[int] = set()
    try:
        _go_through(drafts, run, added)
    finally:
        click.echo(f"{len(added):,} of {len(drafts):,} drafts added.", err=True)


def _go_through(drafts: Sequence[_Shown], run: Run, added: set[int]) -> None:
    """Ask for each draft what becomes of it, and note in `added` which are written."""
    index = 0
    while index < len(drafts):
        _show(drafts, index, is_added=index in added)
        match _decision(drafts[index], is_added=index in added):
            case "add" | "edit" as how:
                if _is_written(drafts[index], run, asks=how == "edit"):
                    added.add(index)
                    index += 1
            case "back":
                index = max(index - 1, 0)
            case "quit":
                break
            case _:
                index += 1


def _show(drafts: Sequence[_Shown], index: int, *, is_added: bool) -> None:
    placed, article = drafts[index].placed, drafts[index].article
    click.echo(err=True)
    lines = draft_card(
        placed,
        layout_for(errors=True),
        draft_head(placed, _position(drafts, index), is_added=is_added),
        unnamed=claim_fields(placed, article.article.source, article.name)["speaker"],
        room=get_terminal_size().lines - _ROOM_FOR_QUESTION,
    )
    for line in lines:
        click.echo(line, err=True)


def _position(drafts: Sequence[_Shown], index: int) -> str:
    """Return the number of a draft among all, and of several articles the name of its own."""
    position = f"{index + 1} of {len(drafts)}"
    has_several = any(draft.article is not drafts[0].article for draft in drafts)
    return f"{position}, {drafts[index].article.name}" if has_several else position


def _decision(shown: _Shown, *, is_added: bool) -> str:
    if is_added:
        return choose("Added; go on?", _DECISIONS_ON_ADDED, default="skip")
    is_known = shown.placed.known is not None or shown.placed.repeated is not None
    return choose("Add it?", _DECISIONS, default="skip" if is_known else "add")


def _is_written(shown: _Shown, run: Run, *, asks: bool) -> bool:
    """Add a draft, as it is or by the questions of `add` with its answers proposed.

    Whether it is written; why it cannot be is said. Ctrl-C leaves the questions, not the drafts.
    """
    try:
        values = _values(shown, run)
        if not asks:
            return add_claim(run, values, {})[1]
        asked = run._replace(options=replace(run.options, yes=False))
        kept: dict[str, Any] = {name: values.pop(name) for name in _KEPT if name in values}
        with suppress(click.Abort, KeyboardInterrupt):
            return add_claim(asked, kept, values)[1]
    except Failure as failure:
        show_error(failure)
    return False


def _values(shown: _Shown, run: Run) -> dict[str, Any]:
    """Return the fields of a draft as options give them, with its source or the key of that."""
    source = shown.article.article.source
    values = claim_fields(shown.placed, source, shown.article.name)
    fields = source_fields(source, shown.article.name)
    tracker = valid(load_files(run.files, run.clock()), "nothing is written")
    file = next(file for file in tracker.files if file.name == run.to)
    known = key_at(file, fields.get("url")) or _key_without_url(file, fields)
    if known is not None:
        return {**values, "source": known}
    return {**values, "source": fields, "source_key": made_key(fields, file.content.sources)}


def _file_to_write(run: Run) -> str:
    """Return the name of the file that gets what is added. Raises Failure without one."""
    if not has_files(run.files):
        raise Failure(
            "there is no claims file to add drafts to",
            "start one with `tracker init`, name one with `-f FILE`, or write the drafts to a new "
            "one with `-o FILE`",
        )
    loaded = load_files(run.files, run.clock())
    return file_to_write(loaded, valid(loaded, "nothing is written"), run.to, interactive=True)


def _key_without_url(file: "TrackedFile", fields: dict[str, str]) -> str | None:
    """Return the key of the source that is all that is known of an article without an address.

    A title alone does not tell: that of a daily column, or the name of a file, comes again.
    """
    if "url" in fields:
        return None
    known = ((key, written_fields(source)) for key, source in file.content.sources.items())
    return next((key for key, written in known if fields.items() <= written.items()), None)
