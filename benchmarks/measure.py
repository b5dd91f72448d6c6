"""Whole processes, timed in turn with what they are compared to.

What counts is the time of the processor, which tells the same while others use the machine too.
"""

import os
import subprocess
import sys
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Command = Sequence[str]


@dataclass(frozen=True)
class Run:
    """Processor time in seconds, in its own code, and peak memory in bytes of one process."""

    seconds: float
    memory: int


@dataclass(frozen=True)
class Pair:
    """Several runs of a command, each beside one of its reference."""

    runs: tuple[Run, ...]
    references: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median time of the command."""
        return median(run.seconds for run in self.runs)

    @property
    def reference(self) -> float:
        """The median time of the reference."""
        return median(run.seconds for run in self.references)

    @property
    def ratio(self) -> float:
        """The median of the ratios of neighbouring runs, so that a machine's drift counts less."""
        pairs = zip(self.runs, self.references, strict=True)
        return median(run.seconds / reference.seconds for run, reference in pairs)

    @property
    def memory(self) -> int:
        """The largest peak of the command, in bytes."""
        return max(run.memory for run in self.runs)


def compare(command: Command, reference: Command, runs: int, environ: Mapping[str, str]) -> Pair:
    """Time both in turn, after one run of each that does not count."""
    run(command, environ)
    run(reference, environ)
    pairs = [(run(command, environ), run(reference, environ)) for _ in range(runs)]
    return Pair(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))


def run(command: Command, environ: Mapping[str, str], statuses: Container[int] = (0,)) -> Run:
    """One run, whose output is thrown away.

    Raises OSError, and subprocess.CalledProcessError for another exit status than is expected.
    """
    child = subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in statuses:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Run(usage.ru_utime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
