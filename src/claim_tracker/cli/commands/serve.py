"""`tracker serve`: the claims in a browser while one edits."""

import errno
import webbrowser
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Failure, failures, needs_extra, paths_named
from claim_tracker.cli.loaded import MAX_ERRORS, errors_of, later, load_files
from claim_tracker.cli.options.filter_options import ChosenClaims, chosen_report, filter_options
from claim_tracker.cli.options.shared import (
    as_of_option,
    color_option,
    lasting_file_option,
    site_title_option,
)
from claim_tracker.cli.output import layout_for, write_lines

if TYPE_CHECKING:
    from datetime import date

    from claim_tracker.claims.tracker import Moment, Tracker
    from claim_tracker.serving.server import SiteServer
    from claim_tracker.serving.site import Made, Site

PORT = 8000
PORTS = 20
"""So many ports are tried where none is named."""


@click.command()
@lasting_file_option
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    help=f"The port; 0 for any that is free. Default: the first free one from {PORT} on.",
)
@site_title_option
@click.option("--open", "opens", is_flag=True, help="Open the page in your browser.")
@as_of_option()
@filter_options
@color_option
@click.pass_obj
def serve(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    port: int | None,
    title: str | None,
    opens: bool,
    as_of: "Moment",
    **filters: Any,
) -> None:
    """Show the claims in a browser while you edit them, on this machine only.

    They are shown as the site that `tracker export site` writes. When a file changes, or a new day
    begins, the pages load themselves again. What is wrong with the data is shown on them; while it
    has errors they stay as they were. Ctrl-C ends it.

    Claims are chosen as by `tracker status`.
    """
    with needs_extra("serve"):
        from claim_tracker.serving.server import Served, running
        from claim_tracker.serving.watching import wait_for_changes
    from claim_tracker.io.collector import collect_seldom
    from claim_tracker.io.files import STANDARD_INPUT, can_be_read_again

    with failures():
        paths = tuple(paths_named(files))
    for path in paths:
        if not can_be_read_again(path):
            name = "standard input" if path == STANDARD_INPUT else f"`{path}`"
            raise Failure(f"{name} cannot be read again when it changes", "name a file")
    collect_seldom()
    chosen = ChosenClaims(clock, files, as_of, filters)
    with _listening(port) as server:
        claims = _Claims(chosen, paths, title, server.url)
        sites = _sites(claims, wait_for_changes(paths, Event()))
        made, site = next(sites)
        served = Served(site)
        with running(server, served):
            write_lines([f"Serving {server.url} until Ctrl-C"])
            write_lines(_lines(made, clock()))
            if opens and not webbrowser.open(server.url):
                write_lines([f"No browser was found: open {server.url} yourself"])
            for made, site in sites:
                served.replace(site)
                write_lines(_lines(made, clock()))


def _sites(claims: "_Claims", changes: Iterable[None]) -> "Iterator[tuple[Made, Site]]":
    """Yield what the claims come to, and the site of it: now, and when the files or the day change.

    After each of `changes`, whatever changed, the files are looked at. Raises Failure where they
    cannot be read now; later the site says so.
    """
    from claim_tracker.serving.site import site_of
    from claim_tracker.serving.watching import signatures_of

    seen, made = signatures_of(claims.paths), claims.made()
    days, good = claims.days(), made.files
    yield made, site_of(made, good)
    for _ in changes:
        present = signatures_of(claims.paths)
        if (present, claims.days()) == (seen, days):
            continue
        seen, made = present, claims.made_or_fault()
        days, good = claims.days(), made.files or good
        yield made, site_of(made, good)


@dataclass
class _Claims:
    """The claims that are served, and how the site is called and addressed.

    `paths` are the files that are named or the default ones, and `tracker` is what was loaded last
    without an error.
    """

    chosen: ChosenClaims
    paths: tuple[str, ...]
    title: str | None
    url: str
    tracker: "Tracker | None" = None

    def days(self) -> "list[date]":
        """Return which day it is in each file."""
        tracked = self.tracker.files if self.tracker is not None else ()
        return [file.day(self._moment()) for file in tracked]

    def made(self) -> "Made":
        """Return the site as it is now. Raises Failure where the files cannot be read."""
        from claim_tracker.render.publish.site import site_files
        from claim_tracker.serving.site import Made

        loaded = load_files(self.paths, later(self.chosen.clock(), self._moment()))
        files = None
        if loaded.tracker is not None:
            self.tracker = loaded.tracker
            report = chosen_report(loaded.tracker, self._moment(), self.chosen.filters)
            files = dict(site_files(report, title=self.title, base_url=self.url))
        return Made(files, loaded.findings, len(loaded.documents), loaded.claims)

    def made_or_fault(self) -> "Made":
        """Return the site as it is now, or why it cannot be made.

        A default file may have become a link that leads out of its folder, and is not read then.
        """
        from claim_tracker.io.files import NoFilesError
        from claim_tracker.serving.site import Made

        try:
            with failures(), suppress(NoFilesError):
                paths_named(self.chosen.files)
            return self.made()
        except Failure as failure:
            return Made(None, fault=failure.message)

    def _moment(self) -> "Moment":
        """Return the day that is shown, or the present moment."""
        as_of = self.chosen.as_of
        return self.chosen.clock() if isinstance(as_of, datetime) else as_of


def _listening(port: int | None) -> "SiteServer":
    """Return a server at the port, else at the first free one. Raises Failure."""
    from claim_tracker.serving.server import SiteServer

    for number in [port] if port is not None else range(PORT, PORT + PORTS):
        try:
            return SiteServer(number)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Failure(
                    f"port {number} cannot be used: {error.strerror}",
                    "name another one with `--port`",
                ) from error
    if port is not None:
        raise Failure(f"port {port} is in use", "name another one, or leave out `--port`")
    raise Failure(f"the ports from {PORT} to {number} are in use", "name another with `--port`")


def _lines(made: "Made", now: datetime) -> "Iterator[str]":
    """Yield the lines for the terminal: the time, the number of findings, and the errors."""
    from claim_tracker.render.phrases import count, finding_counts
    from claim_tracker.render.terminal.findings import findings_concise

    time = f"{now.astimezone():%H:%M:%S}"
    if made.fault is not None:
        yield f"{time}  {made.fault}"
        return
    yield f"{time}  {finding_counts(made.findings, made.documents, made.claims)}"
    errors = errors_of(made.findings)
    yield from findings_concise(errors[:MAX_ERRORS], layout_for())
    if len(errors) > MAX_ERRORS:
        yield f"And {count(len(errors) - MAX_ERRORS, 'more error')}"
