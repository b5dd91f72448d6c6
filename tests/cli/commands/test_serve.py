"""`tracker serve`: the claims in a browser while one edits, as a browser and a terminal see it."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from subprocess import PIPE, Popen
from threading import Timer

import pytest

from claim_tracker.cli.commands.serve import PORT, PORTS
from claim_tracker.cli.installation import install_command
from claim_tracker.io.exit_codes import INTERRUPTED, PIPE_CLOSED
from tests.conftest import CommandLine
from tests.processes import process, tracker_at_a_terminal
from tests.samples import another, claim, claims_file
from tests.serving.browsing import PATIENCE, listening, read, save, serving

NAME = "data/claims.yaml"
VALID = claims_file(claim({"due": "2026-11-30"}))
WRONG = VALID.replace("kind:", "knid:")
CLOSES, LEAVE = "The base closes.", "The soldiers leave."


@contextmanager
def process_that_serves() -> Iterator["Popen[str]"]:
    """A process of its own that serves, until it ends or for as long as there is patience."""
    command = (sys.executable, "-m", "claim_tracker", "serve", "--port", "0")
    with Popen(command, stdout=PIPE, stderr=PIPE, text=True) as process:  # noqa: S603 - tracker
        patience = Timer(PATIENCE, process.kill)
        patience.start()
        yield process
        patience.cancel()


def test_the_claims_are_shown_until_it_ends(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with serving(tracker) as site:
        assert CLOSES in read(site.address)
        assert CLOSES in read(site.address, "/claims/base-closes.html")
        assert "_findings" not in read(site.address)
    assert site.status == 0
    shown, errors = tracker.capture.readouterr()
    assert shown.splitlines()[0] == f"Serving {site.address} until Ctrl-C"
    assert shown.splitlines()[1].endswith("  No findings in 1 claim of 1 file")
    assert errors == ""


def test_without_a_browser_the_address_is_said(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with serving(tracker, has_browser=False) as site:
        assert CLOSES in read(site.address)
    lines = tracker.capture.readouterr().out.splitlines()
    assert lines[2:] == [f"No browser was found: open {site.address} yourself"]


def test_a_change_is_shown(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with serving(tracker) as site, listening(site.address) as versions:
        first = versions.next()
        save(file, claims_file(claim(), another()))
        assert versions.next() != first
        assert LEAVE in read(site.address)


@pytest.mark.slow
def test_a_comment_alone_makes_no_other_version(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with serving(tracker) as site, listening(site.address) as versions:
        first = versions.next()
        save(file, VALID + "# a comment\n")
        save(file, WRONG)
        assert versions.next() != first
        save(file, VALID + "# a comment\n")
        assert versions.next() == first


@pytest.mark.slow
def test_errors_are_shown_on_the_last_good_pages(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with serving(tracker) as site, listening(site.address) as versions:
        versions.next()
        save(file, WRONG)
        versions.next()
        page = read(site.address)
        assert CLOSES in page
        assert f"<code>{NAME}:5:5</code>" in page
        assert "unknown field <code>knid</code>" in page
        save(file, VALID)
        versions.next()
        assert "_findings" not in read(site.address)
    lines = tracker.capture.readouterr().out.splitlines()
    assert [line[10:] for line in lines if line[2:3] == ":"] == [
        "No findings in 1 claim of 1 file",
        "1 error in 1 claim of 1 file",
        "No findings in 1 claim of 1 file",
    ]
    assert f"{NAME}:5:5: E101 unknown field `knid`" in lines


def test_errors_at_the_start_are_shown_alone(tracker: CommandLine) -> None:
    file = tracker.file(NAME, WRONG)
    with serving(tracker) as site, listening(site.address) as versions:
        versions.next()
        page = read(site.address)
        assert "There is no page yet" in page
        assert "unknown field <code>knid</code>" in page
        save(file, VALID)
        versions.next()
        assert CLOSES in read(site.address)


def test_of_many_errors_the_terminal_has_the_first(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(*(claim({"id": f"c{n}", "kind": "x"}) for n in range(25))))
    with serving(tracker):
        pass
    lines = tracker.capture.readouterr().out.splitlines()
    assert len(lines) == 2 + 20 + 1
    assert lines[-1] == "And 5 more errors"


@pytest.mark.slow
def test_a_file_that_is_gone_leaves_the_last_good_pages(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with serving(tracker) as site, listening(site.address) as versions:
        first = versions.next()
        file.unlink()
        versions.next()
        page = read(site.address)
        assert CLOSES in page
        assert f"there is no file `{NAME}`" in page
        save(file, VALID)
        assert versions.next() == first
    assert f"  there is no file `{NAME}`\nHelp: " in tracker.capture.readouterr().out


@pytest.mark.slow
def test_a_default_file_is_not_followed_out_of_its_folder(tracker: CommandLine) -> None:
    file = tracker.file(f"project/{NAME}", VALID)
    other = tracker.file("other.yaml", claims_file(another()))
    tracker.patch.chdir(tracker.folder / "project")
    with serving(tracker) as site, listening(site.address) as versions:
        versions.next()
        beside = file.with_name("link")
        beside.symlink_to(other)
        beside.replace(file)
        versions.next()
        page = read(site.address)
        assert CLOSES in page
        assert LEAVE not in page
        assert "it is a link that leads out of" in page


@pytest.mark.slow
def test_a_file_more_in_a_folder_is_shown(tracker: CommandLine) -> None:
    tracker.file("claims/a.yaml", VALID)
    with serving(tracker, "-f", "claims") as site, listening(site.address) as versions:
        versions.next()
        tracker.file("claims/more/b.yaml", claims_file(another()))
        versions.next()
        assert LEAVE in read(site.address)


@pytest.mark.slow
def test_a_new_day_is_shown(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with serving(tracker) as site, listening(site.address) as versions:
        versions.next()
        assert "23 Nov 2026" in read(site.address)
        site.now += timedelta(days=1)
        versions.next()
        assert "24 Nov 2026" in read(site.address)


@pytest.mark.slow
def test_an_earlier_day_stays(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with serving(tracker, "--as-of", "2026-01-02") as site, listening(site.address) as versions:
        versions.next()
        site.now += timedelta(days=1)
        save(file, claims_file(claim(), another()))
        versions.next()
        assert "2 Jan 2026" in read(site.address)


def test_claims_are_chosen_as_by_other_commands(tracker: CommandLine) -> None:
    file = tracker.file(NAME, claims_file(claim({"topic": "Bases"}), another()))
    with serving(tracker, "--topic", "Bases") as site, listening(site.address) as versions:
        versions.next()
        assert LEAVE not in read(site.address)
        save(file, claims_file(claim(), another()))
        versions.next()
        page = read(site.address)
        assert CLOSES in page
        assert "no claim has the topic `Bases`" in page


def test_what_claims_say_is_shown_as_text(tracker: CommandLine) -> None:
    evil = "</aside><script>alert(1)</script>"
    tracker.file(NAME, claims_file(claim({"kind": f"'{evil}'"})))
    with serving(tracker) as site:
        assert "<script>alert" not in read(site.address)


def test_the_site_can_have_another_title(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with serving(tracker, "--title", "Promises of the port") as site:
        assert "<title>Promises of the port</title>" in read(site.address)


def test_without_a_file_it_says_so(tracker: CommandLine) -> None:
    assert "there is no file `no.yaml`" in tracker.fails("serve", "-f", "no.yaml")


def test_standard_input_cannot_be_served(tracker: CommandLine) -> None:
    assert "standard input cannot be read again" in tracker.fails("serve", "-f", "-")


def test_a_pipe_cannot_be_served(tracker: CommandLine) -> None:
    os.mkfifo(tracker.folder / "pipe.yaml")
    tracker.file(NAME, VALID)
    errors = tracker.fails("serve", "-f", NAME, "-f", "pipe.yaml")
    assert "`pipe.yaml` cannot be read again when it changes" in errors


def test_a_word_that_no_claim_has_is_an_error_at_the_start(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    assert "no claim has the topic `x`" in tracker.fails("serve", "--port", "0", "--topic", "x")


def test_a_port_that_is_taken_is_reported(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert tracker.fails("serve", "--port", port) == (
            f"Error: port {port} is in use\nHelp: name another one, or leave out `--port`\n"
        )


def test_a_port_that_may_not_be_used_is_reported(
    tracker: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    tracker.file(NAME, VALID)
    monkeypatch.setattr("socketserver.TCPServer.server_bind", refuse)
    assert "port 80 cannot be used: Permission denied" in tracker.fails("serve", "--port", "80")


def test_where_no_port_is_named_the_next_free_one_is_taken(
    tracker: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        raise OSError(98, "Address already in use")

    tracker.file(NAME, VALID)
    monkeypatch.setattr("socketserver.TCPServer.server_bind", taken)
    monkeypatch.setattr("errno.EADDRINUSE", 98)
    last = PORT + PORTS - 1
    assert f"the ports from {PORT} to {last} are in use" in tracker.fails("serve")


WITHOUT = """
import sys
from claim_tracker.__main__ import main

sys.modules[sys.argv.pop(1)] = None
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("library", ["watchfiles", "jinja2", "icalendar"])
def test_what_it_needs_is_named_where_it_is_missing(tracker: CommandLine, library: str) -> None:
    tracker.file(NAME, VALID)
    ran = process("-c", WITHOUT, library, "serve", "--port", "0")
    told = f"Error: {library} is not installed; run {install_command('serve')}\n"
    assert (ran.status, ran.out, ran.err) == (2, "", told)


@pytest.mark.slow
def test_ctrl_c_ends_it_without_a_word(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    ran = tracker_at_a_terminal("serve", "--port", "0", leaving_at="No findings in 1 claim")
    assert ran.status == INTERRUPTED
    assert ran.out.replace("^C", "").count("\n") <= 2


@pytest.mark.slow
def test_it_ends_with_its_terminal(tracker: CommandLine) -> None:
    tracker.file(NAME, VALID)
    with process_that_serves() as process:
        assert process.stdout is not None
        with listening(process.stdout.readline().split()[1]) as versions:
            versions.next()
            process.send_signal(signal.SIGHUP)
            _, errors = process.communicate()
    assert (process.returncode, errors) == (-signal.SIGHUP, "")


@pytest.mark.slow
def test_it_ends_where_nobody_reads_what_it_says(tracker: CommandLine) -> None:
    file = tracker.file(NAME, VALID)
    with process_that_serves() as process:
        assert process.stdout is not None
        with listening(process.stdout.readline().split()[1]) as versions:
            versions.next()
            process.stdout.close()
            save(file, WRONG)
            assert process.stderr is not None
            errors = process.stderr.read()
        process.wait()
    assert (process.returncode, errors) == (PIPE_CLOSED, "")
