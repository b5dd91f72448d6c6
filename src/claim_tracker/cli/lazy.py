"""A group of commands that imports a command when it is used."""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click
from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group of commands that are added, and of commands that are imported when they are used.

    `lazy` names the latter, with the one line on each that the group's help shows; each is an
    attribute of the module of its name in `package`, with a `_` behind a word of Python. An unknown
    name gets the nearest suggested.
    """

    def __init__(
        self,
        *args: Any,
        package: str = "",
        lazy: Mapping[str, str] | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(*args, **attributes)
        self.package = package
        self.lazy = lazy or {}

    @property
    def summaries(self) -> Mapping[str, str]:
        """Return the names of all commands, each with its line in the help."""
        added = {name: command.short_help or "" for name, command in self.commands.items()}
        return {**added, **self.lazy}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"{self.package}.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        unknown = bool(args) and args[0] not in self.summaries and not args[0].startswith("-")
        if unknown and not ctx.resilient_parsing:
            from claim_tracker.text.suggest import did_you_mean

            known = f"commands are {', '.join(self.summaries)}."
            advice = did_you_mean(args[0], self.summaries) or known
            raise click.UsageError(f"No such command '{args[0]}'; {advice}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        commands = [
            CompletionItem(name, help=summary)
            for name, summary in self.summaries.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))
