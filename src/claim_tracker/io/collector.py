"""The garbage collector, which would take most of the time of a large file."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 400_000
"""After so many new objects garbage is looked for: among those of a long file that takes long."""


def collect_seldom() -> None:
    """Look for garbage from now on: unlike a command, a server does not end before it matters."""
    gc.set_threshold(_NEW_OBJECTS)
    gc.enable()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector, which would find no garbage in what is read or published."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
