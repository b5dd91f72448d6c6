"""The pager in which a terminal shows what is longer than its screen, as git has it."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile

from claim_tracker.io.signals import interrupts_ignored

_VARIABLES = ("TRACKER_PAGER", "PAGER")
_USUAL = "less"
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
"""The options of pagers that have none in the environment, as git sets them."""
_NONE = ("", "cat")
_FOR_A_SHELL = re.compile(r"[|&;<>()$`*?\[#~=%]")
_NOT_STARTED = (126, 127)
"""With these statuses shells say that a command cannot be run, or is not there."""


def pager_of(environ: Mapping[str, str]) -> list[str]:
    """Return the pager that the environment names, else `less`; nothing where there is none."""
    named = (environ[name] for name in _VARIABLES if name in environ)
    command = next(named, _USUAL).strip()
    if command in _NONE:
        return []
    try:
        words = ["sh", "-c", command] if _FOR_A_SHELL.search(command) else shlex.split(command)
    except ValueError:  # a quote without its end
        return []
    return words if words and shutil.which(words[0]) is not None else []


def is_shown(text: bytes, pager: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Show a text in a pager until its user leaves it; return whether it was shown.

    It was not where the pager cannot be started, or fails before it has read anything. Ctrl-C is
    for the pager meanwhile.
    """
    with interrupts_ignored():
        try:
            with TemporaryFile() as file:  # unlike a pipe, it knows how far it was read
                file.write(text)
                file.seek(0)
                done = subprocess.run(pager, stdin=file, env=_SETTINGS | {**environ}, check=False)
                is_read = file.tell() > 0
        except OSError:
            return False
    return done.returncode not in _NOT_STARTED and (is_read or done.returncode == 0)
