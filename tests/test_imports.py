"""Imports point upwards in the table of rooms in CONTRIBUTING.md, never down."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import claim_tracker

PACKAGE = Path(claim_tracker.__file__).parent
CONTRIBUTING = Path(__file__).parents[1] / "CONTRIBUTING.md"


def rows() -> list[list[str]]:
    """The rooms of each row of the table: packages and modules of the package itself."""
    table = CONTRIBUTING.read_text("utf-8").partition("## Code\n")[2].strip().split("\n\n")[0]
    first_cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    return [re.findall(r"`([a-z_]+)(?:/|\.py)`", cell) for cell in first_cells]


RANKS = {room: rank for rank, row in enumerate(rows()) for room in row}


def imported(file: Path) -> Iterator[str]:
    """The rooms from which a module imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claim_tracker."):
            yield str(node.module).split(".")[1]


def test_the_table_has_each_room() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if not path.name.startswith("_")}
    assert rooms - {"py"} == RANKS.keys()


@pytest.mark.parametrize("room", RANKS)
def test_no_import_points_down(room: str) -> None:
    path = PACKAGE / room
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    down = [
        (file.relative_to(PACKAGE).as_posix(), other)
        for file in files
        for other in imported(file)
        if RANKS[other] > RANKS[room]
    ]
    assert down == []
