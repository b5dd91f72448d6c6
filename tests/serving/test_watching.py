"""Waiting for changes of files, however an editor writes them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from claim_tracker.serving import watching
from claim_tracker.serving.watching import signatures_of, wait_for_changes
from tests.serving.browsing import PATIENCE

pytestmark = pytest.mark.slow

Change = Callable[[Path, str], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "claims.yaml"
    path.parent.mkdir()
    path.write_text("old")
    return path


@pytest.fixture
def stop() -> Iterator[Event]:
    """What ends the waiting, also where nothing ever happens."""
    event = Event()
    timer = Timer(PATIENCE, event.set)
    timer.start()
    yield event
    timer.cancel()


def written(file: Path, text: str) -> None:
    file.write_text(text)


def renamed_into_place(file: Path, text: str) -> None:
    beside = file.with_name("claims.yaml~")
    beside.write_text(text)
    beside.replace(file)


def made_anew(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    file.write_text(text)


def removed(file: Path, _: str) -> None:
    file.unlink()


def in_a_new_folder(file: Path, text: str) -> None:
    folder = file.parent / f"folder of {text}"
    folder.mkdir()
    (folder / "more.yaml").write_text(text)


CHANGES = [written, renamed_into_place, made_anew]


@pytest.mark.parametrize("change", [*CHANGES, removed])
@pytest.mark.parametrize("names", [lambda it: it, lambda it: it.parent], ids=["file", "folder"])
def test_a_change_makes_another_state(
    file: Path, change: Change, names: Callable[[Path], Path]
) -> None:
    paths = [str(names(file))]
    before = signatures_of(paths)
    assert signatures_of(paths) == before
    change(file, "new and longer")
    assert signatures_of(paths) != before


def test_another_file_in_a_folder_makes_another_state(file: Path) -> None:
    before = signatures_of([str(file.parent)])
    in_a_new_folder(file, "new")
    assert signatures_of([str(file.parent)]) != before


def test_what_is_no_file_of_claims_makes_none(file: Path) -> None:
    before = signatures_of([str(file.parent)])
    file.with_name("notes.txt").write_text("new")
    file.with_name(".claims.yaml").write_text("new")
    assert signatures_of([str(file.parent)]) == before


@contextmanager
def repeated(change: Change, file: Path) -> Iterator[None]:
    """Let somebody change a file again and again, until the block ends."""
    over = Event()

    def edit() -> None:
        for number in count():
            if over.wait(0.2):
                return
            change(file, str(number))

    thread = Thread(target=edit, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(PATIENCE)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_a_file_is_reported(
    file: Path, stop: Event, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", PATIENCE)
    with repeated(change, file):
        next(wait_for_changes([str(file)], stop))
    assert not stop.is_set()


@pytest.mark.parametrize("change", [*CHANGES, in_a_new_folder])
def test_a_change_in_a_folder_is_reported(
    file: Path, stop: Event, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", PATIENCE)
    with repeated(change, file):
        next(wait_for_changes([str(file.parent)], stop))
    assert not stop.is_set()


def test_a_change_in_a_folder_that_is_new_is_reported(
    file: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", PATIENCE)
    events = wait_for_changes([str(file.parent)], stop)
    with repeated(in_a_new_folder, file):
        next(events)
    later = file.parent / "folder of 0" / "more.yaml"
    with repeated(written, later):
        for _ in range(3):
            next(events)
    assert not stop.is_set()


def test_a_file_is_watched_where_a_link_leads(
    file: Path, tmp_path: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", PATIENCE)
    link = tmp_path / "here" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    with repeated(written, file):
        next(wait_for_changes([str(link)], stop))
    assert not stop.is_set()


def test_without_events_it_is_looked_from_time_to_time(
    file: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", 0.01)
    events = wait_for_changes([str(file)], stop)
    for _ in range(3):
        next(events)
    assert not stop.is_set()


def test_where_nothing_can_be_watched_it_is_looked_from_time_to_time(
    tmp_path: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", 0.01)

    def fail(*_: object, **__: object) -> None:
        raise OSError("too many are watched")

    monkeypatch.setattr(watching, "watch", fail)
    events = wait_for_changes([str(tmp_path)], stop)
    for _ in range(3):
        next(events)
    assert not stop.is_set()


def test_it_goes_on_where_a_folder_is_gone(
    file: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_INTERVAL", 0.01)
    events = wait_for_changes([str(file)], stop)
    next(events)
    file.unlink()
    file.parent.rmdir()
    for _ in range(3):
        next(events)
    assert not stop.is_set()


def test_it_ends_when_it_is_to(file: Path, stop: Event) -> None:
    stop.set()
    assert list(wait_for_changes([str(file)], stop)) == []
