"""`tracker check`: what is wrong with the data, and where."""

from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from claim_tracker.cli.options import DateType, Word, color_option, file_option, output_option
from claim_tracker.cli.rim import Clock, Color, Failure, load_files, paper, put, show
from claim_tracker.exits import DONE, FOUND

if TYPE_CHECKING:
    from claim_tracker.dates import Period
    from claim_tracker.loading import Loaded


class _CodeType(click.ParamType[str]):
    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value).upper()

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from claim_tracker.checks.catalog import codes, entry

        return [
            CompletionItem(code, help=entry(code).title)
            for code in codes()
            if code.startswith(incomplete.upper())
        ]


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE]...", type=click.Path(allow_dash=True))
@file_option
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option(
    "--format",
    "form",
    type=Word(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations of a GitHub workflow.",
)
@click.option("--explain", type=_CodeType(), help="Say what a code means, with an example.")
@click.option(
    "--as-of",
    type=DateType(day=True),
    help="Take this day for today: nothing can be said or known after it.",
)
@output_option
@color_option
@click.pass_obj
def check(
    clock: Clock,
    *,
    paths: tuple[str, ...],
    files: tuple[str, ...],
    strict: bool,
    form: str,
    explain: str | None,
    as_of: "Period | None",
    output: str | None,
    color: Color,
) -> int:
    """Say what is wrong with the data, and where.

    Exit status 1 when there is an error, or with --strict a warning.
    """
    if explain is not None:
        put(_explanation(explain), output)
        return DONE
    started = perf_counter()
    loaded = load_files((*files, *paths), as_of.earliest if as_of is not None else clock())
    _write(loaded, form, output, color, started)
    return FOUND if loaded.tracker is None or (strict and loaded.findings) else DONE


def _write(loaded: "Loaded", form: str, output: str | None, color: Color, started: float) -> None:
    findings, files = loaded.findings, len(loaded.documents)
    if form == "text":
        from claim_tracker.views.findings import counts, findings_text

        page = paper(color, output)
        sources = {document.name: document.lines for document in loaded.documents if findings}
        lines = list(findings_text(findings, sources, page))
        seconds = perf_counter() - started
        lines.append(f"{counts(findings, files, loaded.claims)}, {seconds:.2f} s")
        show(lines, page, output)
        return
    from claim_tracker.views.findings_data import findings_github, findings_json

    if form == "json":
        put(findings_json(findings, files, loaded.claims), output)
    else:
        put(findings_github(findings), output)


def _explanation(code: str) -> str:
    from claim_tracker.checks.catalog import codes, entry
    from claim_tracker.nearest import did_you_mean

    try:
        return entry(code).page
    except KeyError:
        advice = did_you_mean(code, codes()) or f"codes are {', '.join(codes())}"
        raise Failure(f"there is no code `{code}`", advice) from None
