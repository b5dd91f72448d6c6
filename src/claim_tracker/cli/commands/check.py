"""`tracker check`: what is wrong with the data, and where."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import failures, paths_named
from claim_tracker.cli.editing.apply_fixes import mend_files, mends_shown
from claim_tracker.cli.loaded import errors_of, load_files, source_lines
from claim_tracker.cli.options.param_types import CodeType, NameType, PathType, WordType
from claim_tracker.cli.options.shared import as_of_option, color_option, file_option, output_option
from claim_tracker.cli.output import layout_for, refuse_input, write_lines, write_text
from claim_tracker.io.exit_codes import DONE, FOUND

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.loading import Loaded
    from claim_tracker.render.terminal.layout import Layout
    from claim_tracker.text.diagnostic import Finding

_FORMATS = ("text", "concise", "json", "github", "sarif", "junit")


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE]...", type=PathType(allow_dash=True))
@file_option
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option(
    "--select",
    multiple=True,
    type=CodeType(families=True),
    help="Only findings of these codes or families: E1,W304. Repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    type=CodeType(families=True),
    help="No findings of these codes or families. Repeatable.",
)
@click.option(
    "--changed-since",
    metavar="REV",
    type=NameType(),
    help="Only findings that this git revision does not have on the same, unchanged claim.",
)
@click.option(
    "--format",
    "form",
    type=WordType(_FORMATS),
    default="text",
    show_default=True,
    help="For people, for an editor (`concise`), for programs, or for a CI service.",
)
@click.option("--fix", is_flag=True, help="Mend what has one right answer, in the files.")
@click.option("--diff", is_flag=True, help="With --fix: only show what would be mended.")
@click.option("--explain", type=CodeType(), help="Say what a code means, with an example.")
@as_of_option("Take this day for today: nothing can be said or known after it.")
@output_option
@color_option
def check(
    *,
    paths: tuple[str, ...],
    files: tuple[str, ...],
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    changed_since: str | None,
    form: str,
    fix: bool,
    diff: bool,
    explain: str | None,
    as_of: "Moment",
    output: str | None,
) -> int:
    """Say what is wrong with the data, and where.

    Exit status 1 when there is an error, or with --strict a warning; with --fix --diff when
    there is something to mend.
    """
    if explain is not None:
        from claim_tracker.checks.catalogue_pages import entry

        write_text(entry(explain).page, output)
        return DONE
    started = perf_counter()
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would mend; use it with --fix.")
    if fix and changed_since is not None:
        raise click.UsageError("--fix mends whole files; use it without --changed-since.")
    files = (*files, *paths)
    wanted = _Wanted(_codes(select), _codes(ignore), changed_since)
    if diff:
        lines = list(mends_shown(files, as_of, wanted.by_code, layout_for(output)))
        write_lines(lines, output)
        return FOUND if lines else DONE
    if fix:
        with failures():
            paths_named(files)
        refuse_input(output)
        loaded = mend_files(files, as_of, wanted.by_code)
    else:
        loaded = load_files(files, as_of)
    findings = wanted.of(loaded, files, as_of)
    _write(_Result(loaded, findings, strict, started), form, output)
    return FOUND if (findings if strict else errors_of(findings)) else DONE


@dataclass(frozen=True)
class _Wanted:
    """Which findings are to be shown."""

    select: Sequence[str]
    ignore: Sequence[str]
    changed_since: str | None

    def by_code(self, findings: "Sequence[Finding]") -> "Sequence[Finding]":
        """Return the findings of the wanted codes."""
        from claim_tracker.checks.run import selected

        return selected(findings, self.select, self.ignore)

    def of(self, loaded: "Loaded", files: tuple[str, ...], as_of: "Moment") -> "Sequence[Finding]":
        """Return the findings of the wanted codes that the change has brought. Raises Failure."""
        if self.changed_since is None:
            return self.by_code(loaded.findings)
        from claim_tracker.checks.baseline import State, brought
        from claim_tracker.history.revisions import files_at
        from claim_tracker.loading import load_other

        with failures():
            contents = files_at(paths_named(files), self.changed_since)
            old = load_other(loaded, contents, as_of)
        sides = (State(side.documents, side.findings) for side in (loaded, old))
        return self.by_code(brought(*sides))


@dataclass(frozen=True)
class _Result:
    """What a check came to; `started` is the moment from which its time counts, in seconds."""

    loaded: "Loaded"
    findings: "Sequence[Finding]"
    strict: bool
    started: float

    def summary(self) -> str:
        """Return the counts, the time until now, and how many findings can be mended."""
        from claim_tracker.render.phrases import finding_counts
        from claim_tracker.render.terminal.findings import mendable

        number = len(self.loaded.documents)
        seconds = perf_counter() - self.started
        found = f"{finding_counts(self.findings, number, self.loaded.claims)}, {seconds:.2f} s"
        return found + mendable(self.findings, "--fix")


def _codes(values: tuple[str, ...]) -> list[str]:
    return [code for value in values for code in value.split(",")]


def _write(result: _Result, form: str, output: str | None) -> None:
    loaded, findings = result.loaded, result.findings
    names = [document.name for document in loaded.documents]
    if form == "text":
        write_lines(_result_lines(result, layout_for(output)), output)
    elif form == "concise":
        from claim_tracker.render.terminal.findings import findings_concise

        write_lines(findings_concise(findings, layout_for(output)), output)
        with suppress(OSError):  # where nothing can be said, the exit status still tells
            click.echo(result.summary(), err=True)
    elif form == "json":
        from claim_tracker.render.data.findings_json import findings_json

        write_text(findings_json(findings, len(names), loaded.claims), output)
    elif form == "github":
        from claim_tracker.render.data.github_commands import findings_github

        published, _ = _from_top(loaded, findings)
        write_text(findings_github(published), output, commands=True)
    elif form == "sarif":
        from claim_tracker.render.data.sarif import findings_sarif

        write_text(findings_sarif(*_from_top(loaded, findings)), output)
    else:
        from claim_tracker.render.data.junit import findings_junit

        write_text(findings_junit(findings, names, strict=result.strict), output)


def _result_lines(result: _Result, layout: "Layout") -> Iterator[str]:
    from claim_tracker.render.terminal.findings import findings_text

    lines = source_lines(result.loaded, result.findings)
    yield from findings_text(result.findings, lines, layout)
    yield result.summary()


def _from_top(
    loaded: "Loaded", findings: "Sequence[Finding]"
) -> "tuple[Sequence[Finding], Mapping[str, Sequence[str]]]":
    """Return the findings, and the lines of their files, with paths as a repository has them."""
    from claim_tracker.history.paths import paths_from_top
    from claim_tracker.loading import STDIN_NAME

    lines = source_lines(loaded, findings)
    paths = paths_from_top(name for name in lines if name != STDIN_NAME)
    paths[STDIN_NAME] = STDIN_NAME
    renamed = [
        finding._replace(
            file=paths[finding.file],
            related=tuple(
                related._replace(file=paths[related.file]) for related in finding.related
            ),
        )
        for finding in findings
    ]
    return renamed, {paths[name]: lines[name] for name in lines}
