"""Pipes, devices and what is open already: read and written where it is, and not waited for."""

import os
import pty
import select
import socket
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from claim_tracker.io import streams
from claim_tracker.io.exit_codes import PIPE_CLOSED
from tests.conftest import CommandLine
from tests.formats import EXPORTING
from tests.processes import tracker as tracker_process
from tests.repository import Repository
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

NAME = "data/claims.yaml"
GOOD = claims_file(claim({"due": "September 2025"}), head="checks: {dates: canonical}\n")
RECORD = ("record", "base-closes", "--note", "New.", "--date", "2026-01-01", "--yes")
WRITING_OUT = [("status",), ("status", "--format", "json"), ("export", "html"), ("schema",)]


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, GOOD)
    return tracker


def test_a_pipe_is_read_when_somebody_writes_to_it(tracker: CommandLine) -> None:
    os.mkfifo("pipe")
    writer = Thread(target=lambda: Path("pipe").write_text(GOOD, encoding="utf-8"))
    writer.start()
    assert tracker.done("status", "-f", "pipe").startswith("As of ")
    writer.join()


def test_a_writer_that_has_not_begun_is_waited_for(tracker: CommandLine) -> None:
    tracker.patch.setattr(streams, "TIMEOUT", 0)
    reader, writer = os.pipe()

    def write() -> None:
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            pipe.write(GOOD)

    def begin(handle: int, blocking: bool) -> None:
        set_blocking(handle, blocking)
        later.start()

    later, set_blocking = Thread(target=write), os.set_blocking
    tracker.patch.setattr(os, "set_blocking", begin)
    assert tracker.done("status", "-f", f"/dev/fd/{reader}").startswith("As of ")
    later.join()
    os.close(reader)


@pytest.mark.parametrize("arguments", [("status", "-f", "pipe"), ("check", "pipe")])
def test_the_wait_for_a_pipe_without_a_writer_ends(
    tracker: CommandLine, arguments: tuple[str, ...]
) -> None:
    tracker.patch.setattr(streams, "TIMEOUT", 0)
    os.mkfifo("pipe")
    assert "cannot read `pipe`: it is a pipe, and no program writes" in tracker.fails(*arguments)


def test_what_is_no_file_is_reported(tracker: CommandLine) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "cannot read `socket`" in tracker.fails("status", "-f", "socket")
    for device, code in (("/dev/zero", "E009"), ("/dev/null", "E010")):
        ran = tracker("status", "-f", device)
        assert (ran.status, f"error[{code}]" in ran.err) == (1, True)


@pytest.mark.parametrize("arguments", WRITING_OUT)
def test_a_pipe_that_nobody_reads_is_refused_at_once(
    claims: CommandLine, arguments: tuple[str, ...]
) -> None:
    os.mkfifo("pipe")
    messages = claims.fails(*arguments, "-o", "pipe")
    assert messages.startswith(
        "Error: cannot write `pipe`: it is a pipe, and no program reads from"
    )


def test_a_pipe_that_somebody_reads_gets_all(claims: CommandLine) -> None:
    os.mkfifo("pipe")
    got: list[str] = []
    opened = Event()

    def read() -> None:
        handle = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
        opened.set()
        select.select([handle], [], [])
        os.set_blocking(handle, True)
        with os.fdopen(handle, encoding="utf-8") as pipe:
            got.append(pipe.read())

    reader = Thread(target=read)
    reader.start()
    opened.wait()
    claims.done("export", "html", "-o", "pipe")  # more than a pipe holds at once
    reader.join()
    assert got == [claims.done("export", "html")]


@pytest.mark.parametrize("name", ["/dev/fd/{}", "link"])
def test_an_output_that_is_open_already_is_written_to(claims: CommandLine, name: str) -> None:
    if not Path("/dev/fd/0").exists():
        return
    for mode in ("wb", "ab"):
        with Path("out").open(mode) as out:
            os.write(out.fileno(), b"before\n")
            Path("link").unlink(missing_ok=True)
            Path("link").symlink_to(f"/dev/fd/{out.fileno()}")
            claims.done("status", "-o", name.format(out.fileno()))
            os.write(out.fileno(), b"after\n")
    expected = f"before\n{claims.done('status')}after\n"
    assert Path("out").read_text(encoding="utf-8") == expected * 2


@pytest.mark.parametrize(
    "arguments",
    [
        *(("status",), ("show", "*"), ("timeline",), ("scorecard",), ("schema",)),
        *(("status", "--format", form) for form in ("json", "jsonl", "csv", "markdown")),
        *(("check", "--format", form) for form in ("json", "github", "sarif", "junit")),
        *EXPORTING,
        ("log", "base-closes"),
        ("diff", "HEAD", "HEAD"),
    ],
)
def test_an_open_log_keeps_its_content_under_every_command(
    claims: CommandLine, arguments: tuple[str, ...]
) -> None:
    Repository(claims.folder).commit(NAME, GOOD)
    name = "/dev/fd/{}"
    if not Path("/dev/fd/0").exists():
        return
    expected = claims(*arguments)
    with Path("log").open("ab") as log:
        os.write(log.fileno(), b"before\n")
        ran = claims(*arguments, "-o", name.format(log.fileno()))
    assert (ran.status, ran.out) == (expected.status, "")
    assert expected.out
    assert Path("log").read_bytes().decode() == f"before\n{expected.out}"


@pytest.mark.parametrize("name", ["/proc/self/fd/{}", "/proc/thread-self/fd/{}", "/dev/fd/{}"])
def test_each_name_of_what_is_open_is_written_at_its_position(
    claims: CommandLine, name: str
) -> None:
    if not Path(name.format(0)).exists():
        return
    with Path("log").open("wb") as log:
        os.write(log.fileno(), b"before\n")
        claims.done("status", "-o", name.format(log.fileno()))
    assert Path("log").read_text(encoding="utf-8") == f"before\n{claims.done('status')}"


@pytest.mark.parametrize("kind", ["file", "pipe"])
def test_what_another_program_has_open_is_added_to(claims: CommandLine, kind: str) -> None:
    if not Path("/proc/self/fd").exists():
        return
    waiting, ending = os.pipe()
    reader, writer = os.pipe()
    Path("log").write_bytes(b"before\n")
    with Path("log").open("ab") as log:
        handle = writer if kind == "pipe" else log.fileno()
        other = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", "input()"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, handle, 1), (os.POSIX_SPAWN_DUP2, waiting, 0)],
        )
        claims.done("status", "-o", f"/proc/{other}/fd/1")
        os.write(ending, b"\n")
        os.waitpid(other, 0)
    for each in (waiting, ending, writer):
        os.close(each)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        got = pipe.read()
    expected = claims.done("status")
    written = f"before\n{got}" if kind == "pipe" else Path("log").read_text(encoding="utf-8")
    assert written == f"before\n{expected}"


def test_an_open_pipe_that_is_closed_meanwhile_ends_in_silence(claims: CommandLine) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = claims("status", "-o", f"/dev/fd/{writer}")
    os.close(writer)
    assert (ran.status, ran.out, ran.err) == (PIPE_CLOSED, "", "")


def test_a_claims_file_behind_an_open_file_is_rewritten(
    claims: CommandLine,
) -> None:
    if not Path("/dev/fd/0").exists():
        return
    with Path(NAME).open("rb") as file:
        assert claims("record", "-f", f"/dev/fd/{file.fileno()}", *RECORD[1:]).status == 0
    text = Path(NAME).read_text(encoding="utf-8")
    assert (text.count("base-closes"), text.count("note: New.")) == (1, 1)


def test_a_pipe_of_the_shell_is_written_to(claims: CommandLine) -> None:
    reader, writer = os.pipe()
    claims.done("status", "-o", f"/dev/fd/{writer}")
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        assert pipe.read() == claims.done("status")


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/null", "/dev/stderr"])
def test_standard_streams_and_the_null_device_are_outputs(name: str) -> None:
    ran = tracker_process("status", "-o", name)
    expected = tracker_process("status").out
    shown = {"/dev/stdout": (expected, ""), "/dev/stderr": ("", expected)}.get(name, ("", ""))
    assert (ran.status, ran.out, ran.err) == (0, *shown)


def test_a_terminal_that_takes_nothing_is_not_waited_for(claims: CommandLine) -> None:
    claims.patch.setattr(streams, "TIMEOUT", 0)
    claims.file(NAME, claims_file(claim(updates=["date: 2025-09-02, note: So."] * 2000)))
    controller, terminal = pty.openpty()
    try:
        messages = claims.fails("show", "*", "-o", os.ttyname(terminal))
        assert messages.startswith("Error: cannot write `/dev/")
        assert "it takes nothing\n" in messages
    finally:
        os.close(controller)
        os.close(terminal)


def test_a_terminal_of_others_is_read_if_something_comes(tracker: CommandLine) -> None:
    tracker.patch.setattr(streams, "TIMEOUT", 0)
    controller, terminal = pty.openpty()
    try:
        name = os.ttyname(terminal)
        assert "a device, and nothing comes from it\n" in tracker.fails("status", "-f", name)
        os.write(controller, GOOD.encode() + b"\x04")
        select.select([terminal], [], [])
        assert tracker.done("status", "-f", name).startswith("As of ")
    finally:
        os.close(controller)
        os.close(terminal)


def test_standard_input_can_be_a_socket(tracker: CommandLine) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(GOOD.encode())
        theirs.shutdown(socket.SHUT_WR)
        assert tracker.done("status", "-f", f"/dev/fd/{ours.fileno()}").startswith("As of ")


@pytest.mark.usefixtures("claims")
def test_what_cannot_be_written_to_is_reported(claims: CommandLine) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "cannot write `socket`: it is a socket\n" in claims.fails("status", "-o", "socket")
    assert "cannot write `data`: Is a directory\n" in claims.fails("status", "-o", "data")
    assert "Bad file descriptor\n" in claims.fails("status", "-o", "/dev/fd/987")
