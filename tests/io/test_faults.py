"""What goes wrong around the program: one line, the right status, and no data lost."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from claim_tracker import loading
from tests.conftest import CommandLine, Ran
from tests.formats import EXPORTING
from tests.processes import process
from tests.processes import tracker as tracker_process
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

NAME = "data/claims.yaml"
GOOD = claims_file(claim({"due": "September 2025"}), head="checks: {dates: canonical}\n")
RECORD = ("record", "base-closes", "--note", "New.", "--date", "2026-01-01", "--yes")
WRITING = [
    ("status", "-o", "out.txt"),
    ("schema", "-o", "out.json"),
    ("export", "html", "-o", "out.html"),
    ("check", "--fix"),
    RECORD,
]
FULL = [device for device in ("/dev/full",) if Path(device).exists()]
WITHOUT_RIGHTS: list[tuple[str, ...]] = [
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
]
"""How root is bound to the rights of files; others are anyway."""
if os.geteuid():
    WITHOUT_RIGHTS = [()]
elif shutil.which("setpriv") is None:
    WITHOUT_RIGHTS = []

ON_A_FULL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))
from claim_tracker.__main__ import main
main()
"""
WITH_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from claim_tracker.__main__ import main
now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
most = now + int(sys.argv.pop(1)) * 1_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
main()
"""
WITHOUT_HANDLES = """
import resource
from claim_tracker.__main__ import main
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
main()
"""
IN_ANOTHER_PLACE = """
import os, sys
count = int(sys.argv[1])
command = [*sys.argv[2:2 + count], sys.executable, "-m", "claim_tracker", *sys.argv[2 + count:]]
kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
os.execvpe(command[0], command, kept)
"""


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, GOOD)
    return tracker


def assert_untouched(claims: CommandLine) -> None:
    """The claims are as they were, and nothing is beside them."""
    found = [path for path in claims.folder.rglob("*") if path.is_file()]
    assert found == [claims.folder / NAME]
    assert found[0].read_text(encoding="utf-8") == GOOD


def in_an_empty_environment(*arguments: str, prefix: tuple[str, ...] = ()) -> Ran:
    """Run `tracker` without a home, a terminal, a locale or a zone."""
    return process("-c", IN_ANOTHER_PLACE, str(len(prefix)), *prefix, *arguments)


@pytest.mark.parametrize("arguments", WRITING)
def test_a_disk_that_is_full_leaves_all_as_it_was(
    claims: CommandLine, arguments: tuple[str, ...]
) -> None:
    ran = process("-c", ON_A_FULL_DISK, *arguments)
    assert (ran.status, "Error: cannot write `" in ran.err) == (2, True)
    assert "Traceback" not in ran.err
    assert_untouched(claims)


@pytest.mark.parametrize("prefix", WITHOUT_RIGHTS)
@pytest.mark.parametrize("arguments", WRITING)
def test_a_folder_that_is_read_only_stays_as_it_is(
    claims: CommandLine, prefix: tuple[str, ...], arguments: tuple[str, ...]
) -> None:
    folders = (claims.folder, claims.folder / "data")
    for folder in folders:
        folder.chmod(0o555)
    ran = in_an_empty_environment(*arguments, prefix=prefix)
    for folder in folders:
        folder.chmod(0o755)
    assert (ran.status, "Permission denied\n" in ran.err) == (2, True)
    assert_untouched(claims)


@pytest.mark.parametrize("prefix", WITHOUT_RIGHTS)
def test_a_file_without_the_right_to_read_it_is_reported(
    claims: CommandLine, prefix: tuple[str, ...]
) -> None:
    (claims.folder / NAME).chmod(0)
    ran = in_an_empty_environment("status", prefix=prefix)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: cannot read `{NAME}`: Permission denied\nHelp: ")


@pytest.mark.parametrize("device", FULL)
def test_what_cannot_be_shown_is_not_written(claims: CommandLine, device: str) -> None:
    with Path(device).open("wb") as full:
        assert tracker_process(*RECORD, stdout=full.fileno()).status == 2
    reader, writer = os.pipe()
    os.close(reader)
    assert tracker_process(*RECORD, stdout=writer).status == 141
    os.close(writer)
    assert_untouched(claims)


@pytest.mark.parametrize("device", FULL)
def test_what_is_written_stays_where_it_cannot_be_reported(
    claims: CommandLine, device: str
) -> None:
    with Path(device).open("wb") as full:
        ran = tracker_process(*RECORD, stderr=full.fileno())
    assert (ran.status, "+        note: New.\n" in ran.out) == (0, True)
    assert "note: New." in (claims.folder / NAME).read_text(encoding="utf-8")


def test_a_file_that_is_gone_before_it_is_read_is_reported(claims: CommandLine) -> None:
    os.mkfifo("pipe")

    def remove() -> None:
        with Path("pipe").open("w", encoding="utf-8") as pipe:
            Path(NAME).unlink()
            pipe.write(claims_file(another()))

    writer = Thread(target=remove)
    writer.start()
    assert f"cannot read `{NAME}`: No such file" in claims.fails("check", "pipe", NAME)
    writer.join()


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("command", [("status",), ("timeline",), ("show", "*"), ("export", "html")])
def test_nothing_of_the_environment_is_needed(command: tuple[str, ...]) -> None:
    arguments = (*command, "--as-of", "2026-02-01")
    assert in_an_empty_environment(*arguments) == tracker_process(*arguments)


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": ""},
        {"TERM": "no-such-terminal"},
        {"HOME": "/no/such/home"},
        {"LC_ALL": "xx_YY.UTF-8"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "no/such/zone"},
        {"TZ": ":/etc/passwd"},
        {"PYTHONTZPATH": ""},
        {"COLUMNS": "many", "LINES": "-1"},
        {"TMPDIR": "/no/such/folder"},
        {"PATH": "/no/such/folder"},
    ],
)
@pytest.mark.usefixtures("claims")
def test_an_odd_environment_changes_nothing(environ: dict[str, str]) -> None:
    arguments = ("status", "--as-of", "2026-02-01")
    assert tracker_process(*arguments, environ=environ) == tracker_process(*arguments)


@pytest.mark.parametrize(
    "now", [datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)]
)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize(
    "arguments",
    [
        *(("status",), ("show", "*"), ("timeline",), ("scorecard",), ("check",)),
        *EXPORTING,
    ],
)
def test_a_clock_wrong_by_ages_gives_a_view_or_findings(
    tracker: CommandLine, now: datetime, zone: str, arguments: tuple[str, ...]
) -> None:
    tracker.file(NAME, claims_file(claim({"due": "2025-09"}), head=f"timezone: {zone}\n"))
    ran = tracker(*arguments, now=now)
    if now.year == 1970:
        assert (ran.status, "error[E206]" in ran.out + ran.err) == (1, True)
    else:
        assert (ran.status, ran.err) == (0, "")
        assert ran.out


@pytest.fixture
def deep(tracker: CommandLine) -> Iterator[Callable[[str, int], Path]]:
    """Makes so many folders of a name in one another, and in the last a file of claims."""
    made: list[tuple[Path, str, int]] = []

    def make(name: str, count: int) -> Path:
        top = tracker.folder / "deep"
        top.mkdir()
        made.append((top, name, count))
        os.chdir(top)
        for _ in range(count):
            Path(name).mkdir()
            os.chdir(name)
        Path("claims.yaml").write_text(GOOD, encoding="utf-8")
        return top

    yield make
    for top, name, count in made:  # which are too deep for what takes temporary folders away
        os.chdir(top)
        for _ in range(count):
            os.chdir(name)
        Path("claims.yaml").unlink()
        for _ in range(count):
            os.chdir("..")
            Path(name).rmdir()


def test_a_thousand_folders_in_one_another_are_read(
    tracker: CommandLine, deep: Callable[[str, int], Path]
) -> None:
    top = deep("d", 1500)
    os.chdir(tracker.folder)
    assert "base-closes" in tracker.done("status", "-f", top.name)


def test_folders_too_deep_to_have_a_name_are_reported(
    tracker: CommandLine, deep: Callable[[str, int], Path]
) -> None:
    top = deep("d" * 40, 200)
    messages = tracker.fails("status")
    assert messages.startswith("Error: ")
    assert messages.count("\n") <= 2
    os.chdir(tracker.folder)
    messages = tracker.fails("check", top.name)
    assert messages.startswith("Error: cannot read the folder `deep/")
    assert "File name too long\n" in messages


def test_a_project_is_made_in_a_thousand_new_folders(tracker: CommandLine) -> None:
    name = "n/" * 1200
    assert tracker.done("init", name).startswith("Made n/")
    os.chdir(name)
    for path in sorted(Path("data").iterdir()):
        path.unlink()
    Path("data").rmdir()
    for _ in range(1200):
        os.chdir("..")
        Path("n").rmdir()
    assert "File name too long" in tracker.fails("init", "n/" * 3000)
    assert list(tracker.folder.iterdir()) == []


@pytest.mark.parametrize("prefix", WITHOUT_RIGHTS)
@pytest.mark.parametrize(
    ("closed", "mode", "named"),
    [
        ("data/in", 0o000, "the folder `data/in`"),
        ("data/in", 0o300, "the folder `data/in`"),
        ("data/in", 0o600, "`data/in/more.yaml`"),
        ("data/in/more.yaml", 0o000, "`data/in/more.yaml`"),
        ("data/in/more.yaml", 0o200, "`data/in/more.yaml`"),
    ],
)
def test_an_unreadable_file_of_a_folder_is_reported(
    claims: CommandLine, prefix: tuple[str, ...], closed: str, mode: int, named: str
) -> None:
    claims.file("data/in/more.yaml", claims_file(claim({"id": "another"})))
    Path(closed).chmod(mode)
    ran = in_an_empty_environment("check", "data", prefix=prefix)
    Path(closed).chmod(0o755)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: cannot read {named}: Permission denied\nHelp: ")


@pytest.mark.parametrize("arguments", WRITING)
def test_a_write_protected_file_is_refused_with_what_to_do(
    claims: CommandLine, arguments: tuple[str, ...]
) -> None:
    name = arguments[-1] if "-o" in arguments else NAME
    claims.file(name, GOOD).chmod(0o444)
    messages = claims(*arguments)
    assert messages.status == 2
    assert (
        f"Error: `{name}` is write-protected, and is not touched\nHelp: `chmod u+w" in messages.err
    )
    assert Path(name).read_text(encoding="utf-8") == GOOD
    Path(name).chmod(0o644)
    assert claims(*arguments).status == 0
    assert Path(name).read_text(encoding="utf-8") != GOOD


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "there is not enough memory"),
        (SystemError("NULL result"), "most likely for want of memory"),
        (RecursionError("deep"), "nested too deeply"),
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files; raise the limit"),
        (OSError(errno.ENOSPC, "No space left on device"), "device; free some space on that disk"),
        (OSError(errno.ESTALE, "Stale file handle", "a"), "handle: a; run the command again"),
        (OSError(errno.EIO, "Input/output error", "a\nb"), "Input/output error: a b"),
        (ImportError("no \x1b[31m part"), "cannot be loaded: no \\x1b[31m part; "),
        (ValueError("a value\nof two lines"), "a fault of tracker itself, and not of the data: "),
        (AssertionError(), "TRACKER_TRACEBACK=1"),
    ],
)
def test_an_error_that_nobody_foresaw_is_one_line_and_status_2(
    claims: CommandLine, error: Exception, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    claims.patch.setattr(loading, "examined", fail)
    for arguments in (("status",), ("check", "--format", "json"), ("export", "html", "-o", "x")):
        messages = claims.fails(*arguments)
        assert messages.startswith("Error: ")
        assert (messages.count("\n"), words in messages) == (1, True)
    claims.patch.setenv("TRACKER_TRACEBACK", "1")
    ran = claims("status")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Traceback (most recent call last):\n")
    assert "in fail\n" in ran.err
    assert_untouched(claims)


@pytest.mark.parametrize("megabytes", [1, 12, 24, 40])
@pytest.mark.usefixtures("claims")
def test_where_memory_runs_out_one_line_says_so(megabytes: int) -> None:
    if not Path("/proc/self/statm").exists():
        return
    for arguments in (("status",), ("check", "--format", "sarif")):
        ran = process("-c", WITH_LITTLE_MEMORY, str(megabytes), *arguments)
        assert ran.status in (0, 2)
        assert ran.status == 0 or (ran.err[:7], ran.err.count("\n")) == ("Error: ", 1)


@pytest.mark.usefixtures("claims")
def test_where_no_file_can_be_opened_one_line_says_so() -> None:
    ran = process("-c", WITHOUT_HANDLES, "status")
    assert (ran.status, ran.out) == (2, "")
    assert (ran.err[:7], ran.err.count("\n")) == ("Error: ", 1)
    assert "Too many open files" in ran.err


@pytest.mark.parametrize(
    "arguments", [("status",), ("log", "x"), ("schema",), ("export", "html"), ("diff", "a", "b")]
)
def test_in_a_folder_that_is_gone_one_line_says_so(
    tracker: CommandLine, arguments: tuple[str, ...]
) -> None:
    gone = tracker.folder / "gone"
    gone.mkdir()
    tracker.patch.chdir(gone)
    gone.rmdir()
    if arguments == ("schema",):
        assert tracker.done(*arguments)
        arguments = ("schema", "-o", "out")
    messages = tracker.fails(*arguments)
    assert messages.startswith(("Error: the folder that you are in is gone", "Error: cannot write"))


@pytest.mark.parametrize(
    "arguments",
    [
        *(("status",), ("timeline",), ("show", "*"), ("scorecard",), ("check",)),
        *(("check", "--format", form) for form in ("concise", "json", "github", "sarif", "junit")),
        *EXPORTING,
        ("status", "--format", "json"),
        ("check", "--fix"),
        RECORD,
    ],
)
def test_a_name_that_is_not_utf8_is_a_name_as_others(
    tracker: CommandLine, arguments: tuple[str, ...]
) -> None:
    name = os.fsdecode(b"\xff.yaml")
    try:
        tracker.file(name, GOOD)
    except OSError:
        return  # this file system has none
    ran = tracker(*arguments, "-f", name)
    assert (ran.status, "Error" in ran.err) == (0, False)
