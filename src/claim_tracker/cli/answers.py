"""What `status` said of much data, kept so that the same question is answered at once.

An answer is found by the content of the files, the program, and all that was asked, and holds
on the days on which it was given. One that is lost, damaged, or cannot be kept is worked out anew.
"""

import json
import os
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import claim_tracker
from claim_tracker.cli.context import paths_of
from claim_tracker.dates.zone import day_in
from claim_tracker.io.files import STANDARD_INPUT, FileError, read_bytes

FOLDER = "TRACKER_CACHE"
"""This variable names the folder of the answers; when it is empty, none is kept."""
_FEWEST_BYTES = 1_000_000
"""Of less data than this an answer is quick without being kept."""
_LONGEST = 20_000_000
_MOST = 8


class Answer(NamedTuple):
    """What was printed, and the exit status."""

    text: str
    status: int


def answered(
    files: tuple[str, ...],
    question: str,
    moment: datetime,
    work_out: Callable[[], tuple[Answer, Iterable[str]]],
) -> Answer:
    """The answer that is kept to a question about the files, or else the one that is worked out.

    With that come the time zones of the files, in each of which it holds for the day of the moment.
    """
    place = _place_of(files, question)
    if place is None:
        return work_out()[0]
    answer = _recall(place, moment)
    if answer is None:
        answer, zones = work_out()
        if place == _place_of(files, question):  # nobody has changed the data meanwhile
            _keep(place, answer, zones, moment)
    return answer


def _place_of(files: tuple[str, ...], question: str) -> Path | None:
    """Where the answer to a question about the files is kept; None when it is not.

    It is not for little data, and for what can be read only once, such as a pipe.
    """
    try:
        paths = paths_of(files)
        folder = _folder() if _are_large(paths) else None
        return folder / _name(question, paths) if folder is not None else None
    except (OSError, FileError):
        return None  # to read them again will say what is wrong


def _recall(place: Path, moment: datetime) -> Answer | None:
    """The answer that is kept there, when it is whole and holds at the moment."""
    try:
        if not _is_ours(place):
            return None
        head, _, text = place.read_bytes().partition(b"\n")
        facts = json.loads(head)
        holds = all(day == _day(zone, moment) for zone, day in facts["days"].items())
        if not holds or facts["digest"] != _digest(text):
            return None
        os.utime(place)
        return Answer(text.decode(), int(facts["status"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _keep(place: Path, answer: Answer, zones: Iterable[str], moment: datetime) -> None:
    text = answer.text.encode("utf-8", "backslashreplace")
    if len(text) > _LONGEST:
        return
    from claim_tracker.io.atomic_write import write_file

    facts = {
        "days": {zone: _day(zone, moment) for zone in zones},
        "status": answer.status,
        "digest": _digest(text),
    }
    with suppress(OSError, FileError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(place):
            place.unlink()
        write_file(str(place), f"{json.dumps(facts)}\n{text.decode()}")
        _forget(place.parent)


def _is_ours(place: Path) -> bool:
    """Whether there is no answer yet, or one that is a file: what keeps them makes no links."""
    return not os.path.lexists(place) or stat.S_ISREG(place.lstat().st_mode)


def _forget(folder: Path) -> None:
    """Delete all but the answers that were asked for last."""
    answers = sorted(folder.glob("*.answer"), key=lambda path: path.lstat().st_mtime_ns)
    for path in answers[:-_MOST]:
        path.unlink()


def _are_large(paths: list[str]) -> bool:
    found = [Path(path).stat() for path in paths if path != STANDARD_INPUT]
    return (
        len(found) == len(paths)
        and sum(each.st_size for each in found) >= _FEWEST_BYTES
        and all(stat.S_ISREG(each.st_mode) for each in found)
    )


def _name(question: str, paths: list[str]) -> str:
    digest = blake2b(f"{_program()}\n{question}\n".encode(), digest_size=20)
    for path in paths:
        data = read_bytes(path)
        digest.update(f"{path!r} {len(data)}\n".encode())
        digest.update(data)
    return f"{digest.hexdigest()}.answer"


def _folder() -> Path | None:
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    return user_cache_path("claim-tracker", appauthor=False)


def _program() -> str:
    """What tells this program from any other version of it, released or not."""
    code = Path(claim_tracker.__file__).parent.rglob("*.py")
    changed = max(path.stat().st_mtime_ns for path in code)
    return f"{claim_tracker.__version__} {changed} {sys.version}"


def _digest(text: bytes) -> str:
    return blake2b(text, digest_size=20).hexdigest()


def _day(zone: str, moment: datetime) -> str:
    return day_in(zone, moment).isoformat()
