"""What the program does not do: reach the network, run programs, write files that nobody named."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import CommandLine, Ran
from tests.formats import EXPORTING
from tests.processes import process
from tests.repository import Repository
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

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
    *(
        ("status",),
        ("status", "--format", "csv"),
        ("show", "*"),
        ("timeline",),
        ("scorecard",),
        ("sources",),
    ),
    *(("check",), ("check", "--format", "sarif"), ("check", "--format", "github"), ("schema",)),
    *EXPORTING,
]
WRITING = [
    (("status", "-o", "out.txt"), "out.txt"),
    (("export", "html", "-o", "out.html"), "out.html"),
    (("check", "--fix"), NAME),
    (("record", "base-closes", "--note", "New.", "--date", "2026-01-01", "--yes"), NAME),
]

SECRET = claims_file(another({"claim": "A secret.", "due": "Sept 2026"})) + "# a comment   \n"
OF_A_FOLDER = [
    *(("status",), ("show", "*"), ("timeline",), ("scorecard",), ("export", "atom")),
    *(("check",), ("check", "--fix", "--diff"), ("check", "--fix")),
    ("check", "--changed-since", "HEAD"),
    *(("diff",), ("log", "base-closes"), ("corrections",)),
    ("record", "base-closes", "--note", "New.", "--date", "2026-01-01", "--yes"),
    (
        *("add", "--claim", "It holds.", "--kind", "fact", "--speaker", "A. Minister"),
        *("--source", "https://example.org", "--stated", "2025-01-01", "--yes"),
    ),
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


def test_only_the_folder_of_a_site_is_written(claims: CommandLine) -> None:
    outside, written = watched("export", "site", "-o", "site")
    assert outside == set()
    site = claims.folder / "site"
    paths = {claims.folder / path for path in written}
    assert {path for path in paths if path != site and site not in path.parents} == set()
    found = {path for path in claims.folder.rglob("*") if path.is_file()}
    assert {path for path in found if site not in path.parents} == {claims.folder / NAME}


@pytest.fixture
def outside(claims: CommandLine) -> Path:
    """A file outside of a project's folder, to which and to whose folder links in it lead."""
    project = claims.folder / "project"
    project.mkdir()
    repository = Repository(project)
    repository.commit(NAME, claims_file(claim()))
    secret = claims.file("outside/secret.yaml", SECRET)
    (repository.folder / "data" / "link.yaml").symlink_to(secret)
    (repository.folder / "data" / "linked").symlink_to(secret.parent)
    claims.patch.chdir(repository.folder)
    return secret


@pytest.mark.parametrize("arguments", OF_A_FOLDER)
def test_what_links_in_a_folder_lead_to_is_not_read_or_written(
    claims: CommandLine, outside: Path, arguments: tuple[str, ...]
) -> None:
    assert_left_out(claims(*arguments, "-f", "data"), outside)


def test_links_in_a_folder_that_the_variable_names_are_left_out(
    claims: CommandLine, outside: Path
) -> None:
    claims.patch.setenv("TRACKER_FILE", "data")
    assert_left_out(claims("check", "--fix"), outside)


def assert_left_out(ran: Ran, outside: Path) -> None:
    assert ran.status == 0
    assert "A secret" not in ran.out + ran.err
    assert "soldiers-leave" not in ran.out + ran.err
    assert outside.read_text(encoding="utf-8") == SECRET
    lines = [line.partition(": it is")[0] for line in ran.err.splitlines() if "left out" in line]
    assert lines == [f"Warning: `data/{name}` is left out" for name in ("link.yaml", "linked")]


@pytest.mark.parametrize("arguments", [("status",), ("check", "--fix"), OF_A_FOLDER[-1]])
@pytest.mark.parametrize("link", ["data", NAME])
def test_a_default_file_behind_a_link_out_is_not_read_or_written(
    claims: CommandLine, outside: Path, arguments: tuple[str, ...], link: str
) -> None:
    outside.rename(outside.with_name("claims.yaml"))
    shutil.rmtree("data")
    Path(link).parent.mkdir(exist_ok=True)
    Path(link).symlink_to(outside.parent / Path(link).relative_to("data"))
    err = claims.fails(*arguments)
    assert f"`{NAME}` is not read" in err
    assert f"name it: `-f {NAME}`" in err
    assert outside.with_name("claims.yaml").read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize("arguments", [("check", "--fix"), ("record", "soldiers-leave")])
def test_a_link_that_is_named_is_written_through(
    claims: CommandLine, outside: Path, arguments: tuple[str, ...]
) -> None:
    update = ("--note", "New.", "--date", "2026-01-01", "--yes") if "record" in arguments else ()
    assert claims(*arguments, "-f", "data/link.yaml", *update).status == 0
    assert Path("data/link.yaml").is_symlink()
    assert outside.read_text(encoding="utf-8") != SECRET


def test_of_many_links_ten_are_named_and_the_rest_counted(claims: CommandLine) -> None:
    for number in range(25):
        (claims.folder / "data" / f"{number:02}.yaml").symlink_to("/dev/zero")
    lines = claims("status", "-f", "data").err.splitlines()
    names = [line.split("`")[1] for line in lines[:10]]
    assert names == [f"data/{number:02}.yaml" for number in range(10)]
    assert lines[10:] == ["Warning: 15 more are left out"]
