"""The options that choose claims, the same in every command that shows them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from os.path import exists
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.choices import ORDERS, Order
from claim_tracker.claims.vocabulary import KINDS, STATUSES
from claim_tracker.cli.context import Clock, Failure
from claim_tracker.cli.loaded import later, load_files, valid
from claim_tracker.cli.options.param_types import DataWordType, DateType, SpanType, WordType
from claim_tracker.cli.options.shared import Command, Option, all_options, as_of_option, file_option

if TYPE_CHECKING:
    from claim_tracker.claims.filters import Unmatched
    from claim_tracker.claims.report import Report
    from claim_tracker.claims.tracker import Moment, Tracker


_BY_NAME = {
    "topic": "Claims of this topic.",
    "speaker": "Claims of this speaker.",
    "organisation": "Claims made for this organisation.",
    "source": "Claims with a source of this key, publisher or host.",
    "place": "Claims about this place.",
    "tag": "Claims with this tag.",
}
_VIEWS = {"ids": "status", "source": "sources"}
"""The commands that show what claims have of a field, where another does than `scorecard --by`."""
filter_options = all_options(
    click.argument("ids", nargs=-1, metavar="[ID]...", type=DataWordType("id")),
    click.option(
        "--status",
        multiple=True,
        type=WordType(STATUSES),
        metavar="WORD",
        help="Claims with this status: overdue, due, kept, …",
    ),
    click.option(
        "--kind", multiple=True, type=WordType(KINDS, "kind"), help="Claims of this kind."
    ),
    *(
        click.option(f"--{name}", multiple=True, type=DataWordType(name), help=words)
        for name, words in _BY_NAME.items()
    ),
    click.option(
        "--search", multiple=True, metavar="TEXT", help="Claims that have this text anywhere."
    ),
    click.option("--due-before", type=DateType(), help="Deadlines that are over before this date."),
    click.option(
        "--due-within",
        type=SpanType(),
        help="Deadlines that end within this span from now: '30 days'.",
    ),
    click.option(
        "--passed/--not-passed",
        default=None,
        help="Deadlines that have passed; or claims whose deadline has not, or that have none.",
    ),
)
"""The ids, and the options by which claims are chosen: the fields of a `Selection`."""


def sort_option(default: Order) -> Option:
    """Return `--sort`, one of the orders of claims."""
    return click.option(
        "--sort",
        type=WordType(ORDERS),
        default=default,
        show_default=True,
        help="The order of the claims.",
    )


@dataclass(frozen=True)
class ChosenClaims:
    """The claims that a command line names: those of some files, as of a day, by their filters."""

    clock: Clock
    files: tuple[str, ...]
    as_of: "Moment"
    filters: Mapping[str, Any]

    @property
    def has_filters(self) -> bool:
        """Whether claims are left out, by an id or a filter."""
        return any(value not in ((), None) for value in self.filters.values())

    def report(self) -> "Report":
        """Return the claims as of the day, in the order of the files.

        A claim stated after today is an error, or after the day where that is later. Errors end
        the command with status 1. Raises Failure for a file that cannot be read, and for a word
        that no claim has.
        """
        today = later(self.clock(), self.as_of)
        tracker = valid(load_files(self.files, today, warnings=False), "no claim is shown")
        return chosen_report(tracker, self.as_of, self.filters)


def choosing_options(*others: Option) -> Option:
    """Return `-f`, `--as-of`, others and the filters; the command gets `ChosenClaims` first."""

    def decorate(command: Command) -> Command:
        @all_options(file_option, as_of_option(), *others, filter_options)
        @click.pass_obj
        @wraps(command)
        def with_chosen(
            clock: Clock, /, *, files: tuple[str, ...], as_of: "Moment", **values: Any
        ) -> Any:
            from claim_tracker.claims.filters import Selection

            filters = {name: values.pop(name) for name in Selection._fields}
            return command(ChosenClaims(clock, files, as_of, filters), **values)

        return with_chosen

    return decorate


def chosen_report(tracker: "Tracker", as_of: "Moment", wanted: Mapping[str, Any]) -> "Report":
    """Return the chosen claims as of a day. Raises Failure for a word that no claim has."""
    from claim_tracker.claims.filters import Selection, chosen, unmatched
    from claim_tracker.claims.report import report

    selection = Selection(**wanted)
    missing = unmatched(selection, tracker)
    if missing:
        raise unmatched_failure(missing)
    whole = report(tracker, as_of)
    return whole.of(chosen(selection, whole.claims))


def unknown_ids_failure(ids: Iterable[str], known: Collection[str]) -> Failure:
    """Return the failure for ids that no claim has had, with the nearest of the known ones."""
    from claim_tracker.claims.filters import Unmatched
    from claim_tracker.text.suggest import nearest

    missing = [Unmatched("ids", each, nearest(each, known)) for each in ids]
    return unmatched_failure(missing, has="has had")


def unmatched_failure(missing: "Sequence[Unmatched]", *, has: str = "has") -> Failure:
    """Return the failure for words that no claim `has`, with the nearest ones.

    Where an id is the name of a file, how a file is named comes first.
    """
    from shlex import quote

    from claim_tracker.text.display import cut

    names = {"ids": "id"}
    messages = (
        f"no claim {has} the {names.get(word.field, word.field)} `{cut(word.word, 80)}`"
        for word in missing
    )
    ids = (word.word for word in missing if word.field == "ids")
    files = (word for word in ids if exists(word))  # noqa: PTH110 - a long word may be no path
    advice = [f"write `-f {quote(file)}` to read that file or folder" for file in files]
    near = {word.word: word.near for word in missing if word.near is not None}
    whose = ("" if len(missing) == 1 else f" for `{word}`" for word in near)
    nearest_words = [f"`{name}`{of}" for name, of in zip(near.values(), whose, strict=True)]
    advice += [f"did you mean {', '.join(nearest_words)}?"] if nearest_words else []
    views = (_VIEWS.get(word.field, f"scorecard --by {word.field}") for word in missing)
    named = [f"`tracker {view}`" for view in dict.fromkeys(views)]
    shown = f"{' and '.join(named)} {'show' if len(named) > 1 else 'shows'} what there is"
    return Failure("; ".join(messages), "; ".join(advice) or shown)
