"""One target under atheris, in a process of its own that ends with the fuzzing.

`python -m tests.fuzz.engine PROGRAM TARGET [OPTION…]`: the options are libFuzzer's, and PROGRAM
is what runs this very command without them, which libFuzzer needs for its merges.
"""

import contextlib
import io
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import count
from pkgutil import walk_packages
from random import Random
from typing import Any

_MEASURED = {
    "load": "claim_tracker",
    "dates": "claim_tracker.dates",
    "edit": "claim_tracker.edit",
}
"""The package in which a target is to reach what it has not reached before."""
_LEFT_OUT = ("claim_tracker.cli", "claim_tracker.render.publish", "claim_tracker.__main__")
_USED = {"load": (), "dates": (), "edit": ("claim_tracker.checks",)}
"""What they use, which is imported before and so not measured."""


def main() -> None:
    """Fuzz, and never return."""
    program, name, *options = sys.argv[1:]
    import atheris

    _number_instructions()
    for module in _USED[name]:
        import_module(module)
    with (
        atheris.instrument_imports(include=["claim_tracker"]),
        contextlib.redirect_stderr(io.StringIO()),  # it tells of every module
    ):
        for module in _modules(_MEASURED[name]):
            import_module(module)
    targets = import_module("tests.fuzz.targets")
    from tests.fuzz.mutation import of_date, of_file

    own = of_date if name == "dates" else of_file

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        """Most inputs are changed by lines or words, the others as libFuzzer does it."""
        if Random(seed).random() < 0.75:
            return own(data, most, seed)
        changed: bytes = atheris.Mutate(data, most)
        return changed

    atheris.Setup([program, *options], targets.TARGETS[name], custom_mutator=mutated)
    atheris.Fuzz()


def _number_instructions() -> None:
    """Let atheris count what is reached by the same counters in each process.

    It takes them from a set of instructions, whose order is that of their addresses in memory.
    """
    numbers = count()
    instruction: Any = import_module("atheris.instrument_bytecode").Instruction
    instruction.__hash__ = lambda self: self.__dict__.setdefault("number", next(numbers))


def _modules(package: str) -> Iterator[str]:
    """A package and all in it that a target can reach."""
    yield package
    path = import_module(package).__path__
    for module in walk_packages(path, f"{package}."):
        if not module.name.startswith(_LEFT_OUT):
            yield module.name


if __name__ == "__main__":
    main()
