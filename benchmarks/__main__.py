"""How fast `tracker` is beside what it stands on: `python -m benchmarks [WORD…]`.

Each row times a command and its reference in turn, as whole processes, and prints the median
of their ratios beside the ratio to reach: absolute times mean little on a shared machine.
References that are not installed are left out. Words choose the rows that have one of them;
after `growth` they choose what `growth.py` measures, after `keys` what `keys.py` does, and after
`editor` or `memory` what `editor.py` does.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import data, editor, keys
from benchmarks.growth import growth
from benchmarks.measure import Command, Pair, compare

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
TRACKER = str(BIN / "tracker")
AS_OF = ("--as-of", "2026-11-23")
CLICK = (sys.executable, "-c", "import click")
PACKAGES = """
import click, pydantic, yaml
from dateutil import parser
from rich.console import Console
from rich.table import Table
class Model(pydantic.BaseModel):
    text: str
"""
SCAN = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        for event in yaml.parse(file, Loader=yaml.CLoader):
            pass
"""


_LINE = "{:<28} {:<22} {:>10} {:>10} {:>7} {:>9} {:>9}\n"


@dataclass(frozen=True)
class Row:
    """A command and its reference; `most` is the ratio to reach."""

    what: str
    command: Command
    than: str
    reference: Command
    most: float
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What is timed, and than what it is to be faster."""
        return f"{self.what} than {self.than}"


def main() -> int:
    """Measure and print; 1 when a ratio was not reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only rows that have this word")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    options = parser.parse_args()
    if options.words[:1] == ["growth"]:
        return growth(TRACKER, options.words[1:])
    if options.words[:1] == ["keys"]:
        return keys.measure(options.words[1:])
    if options.words[:1] == ["editor"]:
        return editor.measure(options.words[1:])
    if options.words[:1] == ["memory"]:
        return editor.memory(options.words[1:])
    sys.stdout.write(_LINE.format("what", "than", "median", "than", "ratio", "at most", "peak"))
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            named = not options.words or any(word in row.name for word in options.words)
            if named and shutil.which(row.reference[0]) is not None:
                # What was installed has its bytecode on disk, and so has what is measured.
                environ = {"PYTHONDONTWRITEBYTECODE": "", **row.environ}
                pair = compare(row.command, row.reference, options.runs, environ)
                sys.stdout.write(_line(row, pair))
                sys.stdout.flush()
                missed = missed or pair.ratio > row.most
    return 1 if missed else 0


def _line(row: Row, pair: Pair) -> str:
    return _LINE.format(
        row.what,
        row.than,
        f"{pair.seconds:.3f} s",
        f"{pair.reference:.3f} s",
        f"{pair.ratio:.2f}",
        f"{row.most:.2f}{'' if pair.ratio <= row.most else ' !'}",
        f"{pair.memory / 1e6:,.0f} MB",
    )


def rows(folder: Path) -> Iterator[Row]:
    """All rows; the files that they need are made in the folder when they are reached."""
    yield from _starting()
    yield from _completing(folder)
    yield from _ten_thousand(folder)
    yield from _large(folder)


def _starting() -> Iterator[Row]:
    claims = str(ROOT / "data" / "claims.yaml")
    packages = (sys.executable, "-c", PACKAGES)
    yield Row("status of 13 claims", (TRACKER, "status", "-f", claims), "its packages", packages, 1)
    for option in ("--version", "--help"):
        yield Row(option.strip("-"), (TRACKER, option), "click", CLICK, 1.3)
    yield Row("completion of an option", (TRACKER,), "click", CLICK, 1.3, _typed("status --so"))


def _completing(folder: Path) -> Iterator[Row]:
    file = _file(folder, 1_000)
    typed = _typed(f"show -f {file} claim-99")
    packages = (sys.executable, "-c", PACKAGES)
    yield Row("completion of an id in 1,000", (TRACKER,), "its packages", packages, 1, typed)


def _typed(words: str) -> dict[str, str]:
    return {
        "_TRACKER_COMPLETE": "bash_complete",
        "COMP_LINE": f"tracker {words}",
        "COMP_WORD": words.rsplit(maxsplit=1)[-1],
    }


def _ten_thousand(folder: Path) -> Iterator[Row]:
    file = _file(folder, 10_000)
    schema = str(ROOT / "data" / "claims.schema.json")
    for name in ("status", "check"):
        what, command = f"{name} of 10,000", (TRACKER, name, "-f", file, *AS_OF)
        yield Row(what, command, "libyaml", _scan(file), 2)
        validator = (str(BIN / "check-jsonschema"), "--schemafile", schema, file)
        yield Row(what, command, "check-jsonschema", validator, 1 / 20)
        yield Row(
            what, command, "yamale", (str(BIN / "yamale"), "-s", _yamale(folder), file), 1 / 4
        )
        tidy = str(_written(folder / "tidy.yaml", data.tidy_file(10_000)))
        what, command = f"{name} of 10,000 tidy", (TRACKER, name, "-f", tidy, *AS_OF)
        yield Row(what, command, "libyaml", _scan(tidy), 2)
        yield Row(what, command, "hledger", ("hledger", "-f", _journal(folder), "register"), 1)
        yield Row(what, command, "taskwarrior", ("task", "list"), 2, _tasks(folder))
    table, result = _table(folder, 10_000), str(folder / "imported.yaml")
    importing = (TRACKER, "import", table, "-o", result, "--as-of", "2026-11-23")
    subprocess.run(importing, check=True, capture_output=True)
    checking = (TRACKER, "check", "-f", result)
    yield Row("import of 10,000 rows", importing, "check of the result", checking, 3)
    data_rows = (TRACKER, "status", "-f", file, *AS_OF, "--format", "json")
    page = (TRACKER, "export", "html", "-f", file, *AS_OF)
    yield Row("export html of 10,000", page, "status --format json", data_rows, 2)


def _large(folder: Path) -> Iterator[Row]:
    file = _file(folder, 50_000)
    many = folder / "many"
    data.write_folder(many, 1_000, 100)
    files = sorted(map(str, many.iterdir()))
    for command in ("status", "check"):
        one = (TRACKER, command, "-f", file, *AS_OF)
        yield Row(f"{command} of 50,000", one, "libyaml", _scan(file), 2)
        folder_of = (TRACKER, command, "-f", str(many), *AS_OF)
        yield Row(f"{command} of 1,000 files", folder_of, "libyaml", _scan(*files), 2)


def _scan(*files: str) -> Command:
    return (sys.executable, "-c", SCAN, *files)


def _file(folder: Path, claims: int) -> str:
    return str(_written(folder / f"{claims}.yaml", data.claims_file(claims)))


def _table(folder: Path, rows: int) -> str:
    return str(_written(folder / f"{rows}.csv", data.table(rows)))


def _journal(folder: Path) -> str:
    return str(_written(folder / "10000.journal", data.journal(10_000)))


def _yamale(folder: Path) -> str:
    return str(_written(folder / "yamale.yaml", data.YAMALE))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _tasks(folder: Path) -> dict[str, str]:
    """What the environment of taskwarrior has to be for it to find 10,000 tasks."""
    home = folder / "tasks"
    environ = {"TASKDATA": str(home), "TASKRC": str(folder / "taskrc"), "HOME": str(folder)}
    task = shutil.which("task")
    if task is not None and not home.exists():
        home.mkdir()
        (folder / "taskrc").write_text("confirmation=no\nnews.version=99.0.0\n", encoding="utf-8")
        (folder / "tasks.json").write_text(data.tasks(10_000), encoding="utf-8")
        command = (task, "import", str(folder / "tasks.json"))
        subprocess.run(command, env=environ, check=True, capture_output=True)
    return environ


if __name__ == "__main__":
    sys.exit(main())
