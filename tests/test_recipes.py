"""The recipes of docs/recipes.md, run with the tools themselves."""

import csv
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.builders import DATA
from tests.pages import ROOT, blocks, in_a_shell, run
from tests.samples import claim, claims_file
from tests.servers import Connection, response, serving

pytestmark = pytest.mark.slow
PAGE = ROOT / "docs" / "recipes.md"
TOOLS = ("sqlite-utils", "datasette", "duckdb", "lychee")
OTHERS = ("curl", "jq")
"""Tools that come with no package of Python."""
SOFFICE = """\
#!{python}
import csv
from openpyxl import Workbook
book = Workbook()
with open("claims.csv", encoding="utf-8", newline="") as rows:
    for row in csv.reader(rows):
        book.worksheets[0].append([int(cell) if cell.isdigit() else cell or None for cell in row])
book.save("claims.xlsx")
"""
"""What stands in for LibreOffice where it is not installed."""


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with claims; a test that needs a tool is skipped or fails without it."""
    beside = str(Path(sys.executable).parent)
    absent = [tool for tool in TOOLS if not shutil.which(tool, path=beside)]
    absent += [tool for tool in OTHERS if not shutil.which(tool)]
    if absent:
        missing = pytest.fail if request.config.getoption("--recipes") else pytest.skip
        missing(f"{', '.join(absent)} not installed: pip install --editable '.[recipes]'")
    (tmp_path / "data").mkdir()
    shutil.copy(DATA, tmp_path / "data")
    return tmp_path


def test_every_recipe_prints_what_its_page_shows(
    request: pytest.FixtureRequest, project: Path
) -> None:
    programs = []
    if shutil.which("soffice") is None:
        programs = [project / "programs"]
        programs[0].mkdir()
        program = programs[0] / "soffice"
        program.write_text(SOFFICE.format(python=sys.executable), "utf-8")
        program.chmod(0o755)
    shown = run(PAGE, project, programs)
    if request.config.getoption("--renew"):
        PAGE.write_text(shown, "utf-8")
    assert shown == PAGE.read_text("utf-8")


def test_the_feeder_of_auto_archiver_finds_its_column(project: Path) -> None:
    (command,) = blocks(PAGE, "Saving the sources", "sh")[:1]
    name, column = re.findall(r"--csv_feeder\.\w+ (\S+)", command)
    made = in_a_shell(f"tracker sources --unarchived --format csv -o {name}", project)
    assert made == (0, "")
    with (project / name).open(encoding="utf-8", newline="") as rows:
        addresses = [row[column] for row in csv.DictReader(rows)]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_each_address_without_a_copy_is_saved_once(project: Path) -> None:
    _cite(project, "https://a.example/?a=1&b=2")
    (loop,) = blocks(PAGE, "Saving the sources", "sh")[1:]
    with serving(response(b"{}\n")) as server:
        command = loop.replace("https://web.archive.org", server("")).replace("sleep 15", "true")
        ran = in_a_shell(f"KEY=key SECRET=secret\n{command}", project)
        (asked,) = server.requests
    assert ran == (0, "{}\n")
    assert asked.startswith("POST /save HTTP/1.1\r\n")
    assert "\r\nAuthorization: LOW key:secret\r\n" in asked


def test_a_dead_link_is_named(project: Path) -> None:
    def answer(head: str, connection: Connection) -> None:
        status = "404 Not Found" if "/gone" in head else "200 OK"
        connection.send(response(status=status))

    (command,) = blocks(PAGE, "Links that are dead", "sh")
    with serving(answer) as server:
        _cite(project, server("/there"), server("/gone,1"))
        ran = in_a_shell(command, project)
        asked = {head.split(" ")[1] for head in server.requests}
    assert ran.status == 2
    assert server("/gone,1") in ran.printed
    assert server("/there") not in ran.printed
    assert asked == {"/there", "/gone,1"}


def _cite(project: Path, *addresses: str) -> None:
    """Let the file have a claim that stands on pages at these addresses."""
    sources = ", ".join(f"{{url: '{each}', published: 2025-08-18}}" for each in addresses)
    text = claims_file(claim({"source": f"[{sources}]"}))
    (project / "data" / "claims.yaml").write_text(text, "utf-8")
