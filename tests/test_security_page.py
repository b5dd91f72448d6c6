"""SECURITY.md: each test that it names is there."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^\| (?P<promise>[^|]+) \| (?P<tests>`tests/[^|]+`) \|$", PAGE, re.MULTILINE)


def names_in(body: Iterable[ast.stmt], outer: str = "") -> set[str]:
    """The tests of a module, those of a class behind its name."""
    names: set[str] = set()
    for node in body:
        if isinstance(node, ast.ClassDef):
            names |= names_in(node.body, f"{node.name}::")
        elif isinstance(node, ast.FunctionDef):
            names.add(f"{outer}{node.name}")
    return names


def test_every_row_of_the_table_is_a_promise_with_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert len(rows) - 2 == len(PROMISES) > 10


@pytest.mark.parametrize(
    "named", [name for _, tests in PROMISES for name in re.findall("`([^`]+)`", tests)]
)
def test_a_promise_names_a_test_that_is_there(named: str) -> None:
    path, _, test = named.partition("::")
    assert test in names_in(ast.parse((ROOT / path).read_text(encoding="utf-8")).body)
