"""`tracker lsp`: the language server, for an editor."""

import sys

import click

from claim_tracker.cli.context import Clock, Failure, needs_extra


@click.command()
@click.option("--stdio", is_flag=True, hidden=True, help="As some editors start a server.")
@click.pass_obj
def lsp(clock: Clock, *, stdio: bool) -> None:
    """Answer an editor that speaks the Language Server Protocol, over standard input and output.

    The editor starts it. It shows what `tracker check` finds as one types, completes, explains and
    mends; docs/editors.md says how each editor is set up.
    """
    del stdio
    if sys.stdin.isatty():
        raise Failure(
            "a language server is started by an editor, and speaks with it",
            "docs/editors.md says how to set one up; `tracker check` shows the findings here",
        )
    with needs_extra("lsp"):
        from claim_tracker.lsp.server import serve
    serve(clock)
