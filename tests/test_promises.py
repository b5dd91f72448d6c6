"""What the program does not do: reach the network, run programs, write files that nobody named."""

import json
from pathlib import Path

import pytest

from tests.conftest import CommandLine
from tests.processes import process
from tests.samples import claim, claims_file

NAME = "data/claims.yaml"

AUDITED = """
import json, os, sys
from claim_tracker.__main__ import main

seen = []
outside = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "urllib.")
changing = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "shutil.", "os.link")

def watch(event, arguments):
    if event.startswith(outside):
        seen.append(["outside", event])
    if event.startswith(changing):
        seen.append(["written", str(arguments[1] if event == "os.rename" else arguments[0])])
    if event == "open":
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR) and isinstance(path, (str, bytes)):
            seen.append(["written", os.fsdecode(path)])

sys.dont_write_bytecode = True
sys.addaudithook(watch)
try:
    main()
except SystemExit as end:
    print(json.dumps([end.code, seen]), file=sys.stderr)
"""
READING = [
    *(("status",), ("status", "--format", "csv"), ("show", "*"), ("timeline",), ("scorecard",)),
    *(("check",), ("check", "--format", "sarif"), ("schema",)),
    *(("export", form) for form in ("html", "ics", "atom", "claimreview")),
]
WRITING = [
    (("status", "-o", "out.txt"), "out.txt"),
    (("export", "html", "-o", "out.html"), "out.html"),
    (("check", "--fix"), NAME),
    (("record", "base-closes", "--note", "New.", "--date", "2026-01-01", "--yes"), NAME),
]


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, claims_file(claim({"due": "September 2025"})))
    return tracker


def watched(*arguments: str) -> tuple[set[str], set[str]]:
    """What a command does outside of the process, and the names of what it changes."""
    ran = process("-c", AUDITED, *arguments)
    status, seen = json.loads(ran.err.splitlines()[-1])
    assert status == 0
    kinds = ("outside", "written")
    outside, written = ({what for kind, what in seen if kind == wanted} for wanted in kinds)
    return outside, written


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("arguments", [*READING, *(each for each, _ in WRITING)])
def test_no_command_reaches_the_network_or_runs_a_program(arguments: tuple[str, ...]) -> None:
    outside, written = watched(*arguments)
    assert outside == set()
    assert arguments not in READING or written == set()


@pytest.mark.parametrize(("arguments", "name"), WRITING)
def test_only_the_file_that_is_named_is_written(
    claims: CommandLine, arguments: tuple[str, ...], name: str
) -> None:
    target = claims.folder / name
    _, written = watched(*arguments)
    beside = {path for path in written if Path(path).name.startswith(f".{target.name}.")}
    assert {(claims.folder / path).resolve() for path in written - beside} == {target}
    found = {path for path in claims.folder.rglob("*") if path.is_file()}
    assert found == {claims.folder / NAME, target}
