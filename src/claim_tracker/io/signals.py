"""What Ctrl-C does: it ends the process at once, but where something has to be put in order."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from claim_tracker.io.exit_codes import INTERRUPTED


def end_at_once() -> None:
    """Let Ctrl-C end the process without a word from now on.

    An exception could be lost, or shown, where Python imports something or comes to its end.
    Where Ctrl-C has another effect already, or none as under nohup, it keeps that.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


@contextmanager
def interrupts_raised() -> Iterator[None]:
    """Let Ctrl-C be a KeyboardInterrupt in the block, which can then put things in order."""
    if signal.getsignal(signal.SIGINT) is not _end:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, _end)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Let Ctrl-C have no effect on this process in the block.

    A handler that does nothing is not inherited by the programs that the block starts.
    """
    previous = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def _end(*_: object) -> None:
    os._exit(INTERRUPTED)
