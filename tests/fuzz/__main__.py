"""Look for inputs that break a rule: `python -m tests.fuzz [TARGET…] [--seconds N | --runs N]`.

Each target is fuzzed in turn, from its corpus on. An input that breaks a rule, or takes more
than five seconds of the processor or 500 MB, is written to a folder, and the status is 1. With
`--runs` the inputs depend on the seed only, for the same Python and atheris.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from claim_tracker.io.exit_codes import CANNOT, DONE, FOUND
from tests.fuzz.targets import CORPUS, TARGETS

_MAX_LENGTH = {"load": 4096, "dates": 128, "edit": 2048}
"""The most bytes of an input."""
_SLOWEST = 5
"""Seconds of the processor for one input: some fifty times what the slowest take."""
_LIMITS = (
    "-timeout=120",
    f"-report_slow_units={_SLOWEST}",
    "-rss_limit_mb=500",
    "-print_final_stats=1",
    "-reload=0",  # what is read again, and when, would depend on the clock
)
_LINE = "{:<8} {:>9} {:>7} {:>9} {:>9} {:>7}\n"
_SHOWN = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, and print what was reached; or try one input, and let its error through."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    length.add_argument("--runs", type=int, help="try so many inputs of each target")
    parser.add_argument("--seed", type=int, default=0, help="try the same inputs again")
    parser.add_argument("--artifacts", type=Path, help="where to write inputs that fail")
    parser.add_argument("--keep", action="store_true", help="add what reached more to the corpus")
    parser.add_argument("--input", type=Path, help="try this input, and no others")
    options = parser.parse_args(arguments)
    targets = options.targets or [*TARGETS]
    if not TARGETS.keys() >= {*targets}:
        parser.error(f"the targets are {', '.join(TARGETS)}")
    if options.input is not None:
        for name in targets:
            sys.stdout.write(f"{name}: {_seconds(name, options.input):.2f} s\n")
        return DONE
    if find_spec("atheris") is None:
        sys.stderr.write("Fuzzing needs atheris: pip install --editable '.[fuzz]'\n")
        return CANNOT
    artifacts = options.artifacts or Path(tempfile.mkdtemp(prefix="fuzz-"))
    artifacts.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(_LINE.format("target", "runs", "edges", "features", "slowest", "peak"))
    ends = f"-max_total_time={options.seconds}"
    if options.runs is not None:
        ends = f"-runs={options.runs}"
    limits = (ends, f"-seed={options.seed}", *_LIMITS)
    failed = [not _holds(name, limits, artifacts, options.keep) for name in targets]
    return FOUND if any(failed) else DONE


def _seconds(name: str, path: Path) -> float:
    """Return how many seconds of the processor an input takes."""
    data, start = path.read_bytes(), process_time()
    TARGETS[name](data)
    return process_time() - start


def _holds(name: str, limits: Sequence[str], artifacts: Path, keep: bool) -> bool:
    """Fuzz a target, and print what was reached and what fails; return whether nothing does."""
    prefix, log = f"{artifacts}/{name}-", artifacts / f"{name}.log"
    known = {*artifacts.iterdir()}
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found")
        found.mkdir()
        longest = f"-max_len={_MAX_LENGTH[name]}"
        # In this order: that of a folder is another on another file system.
        inputs = ",".join(map(str, sorted((CORPUS / name).iterdir())))
        seeds = Path(folder, "seeds")
        seeds.write_text(inputs, encoding="utf-8")
        run = (f"-artifact_prefix={prefix}", longest, *limits, f"-seed_inputs=@{seeds}", str(found))
        status = _run(name, folder, log, run)
        if keep:
            merge = ("-set_cover_merge=1", "-use_counters=0", str(CORPUS / name), str(found))
            _run(name, folder, Path(folder, "log"), merge)
    output = log.read_text(encoding="utf-8", errors="replace")
    _print_reached(name, output)
    new = sorted({*artifacts.iterdir()} - known - {log})
    failing = [
        it for it in new if not it.name.startswith(f"{name}-slow") or _seconds(name, it) > _SLOWEST
    ]
    if status:
        sys.stdout.write("\n".join(output.splitlines()[-_SHOWN:]) + f"\n\nAll of it: {log}\n")
    for path in failing:
        again = shlex.join(("python", "-m", "tests.fuzz", name, "--input", str(path)))
        sys.stdout.write(f"Once more: {again}\n")
    return not status and not failing


def _run(name: str, folder: str, log: Path, options: Sequence[str]) -> int:
    """Run libFuzzer on a target, and write its output to a log; return its status."""
    program = Path(folder, "program")
    command = shlex.join((sys.executable, "-m", "tests.fuzz.engine", str(program), name))
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    with log.open("wb") as output:
        return subprocess.run(
            [program, *options],
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            check=False,
        ).returncode


def _print_reached(name: str, log: str) -> None:
    """Print a line of what libFuzzer reached by its log."""
    stats = dict(re.findall(r"^stat::(\w+): +(\d+)", log, re.MULTILINE))
    reached = re.findall(r"cov: (\d+) ft: (\d+)", log)
    edges, features = reached[-1] if reached else ("-", "-")
    runs, slowest, peak = (
        stats.get(stat, "-")
        for stat in ("number_of_executed_units", "slowest_unit_time_sec", "peak_rss_mb")
    )
    sys.stdout.write(_LINE.format(name, runs, edges, features, f"{slowest} s", f"{peak} MB"))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
