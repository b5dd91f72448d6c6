"""The bar that is shown while much is read."""

import pytest

from tests.conftest import CommandLine
from tests.samples import claim, claims_file


def files(tracker: CommandLine, number: int, text: str = "") -> None:
    for index in range(number):
        claim_text = claim({"id": f"c{index}", "claim": f"The base {index} closes."})
        tracker.file(f"data/{index:03}.yaml", claims_file(claim_text) + text)


def test_many_files_show_a_bar_that_is_gone_at_the_end(tracker: CommandLine) -> None:
    files(tracker, 50)
    tracker.terminal(80)
    ran = tracker("status", "-f", "data")
    assert ran.status == 0
    assert "Reading 50 files" in ran.err
    assert ran.err.endswith("\x1b[2K")
    assert "Reading" not in ran.out


def test_much_text_shows_one_too(tracker: CommandLine) -> None:
    files(tracker, 1, f"# {'x' * 4_000_000}\n")
    tracker.terminal(80)
    assert "Reading claims" in tracker("check", "-f", "data").err


@pytest.mark.parametrize(
    ("number", "term", "watched"), [(49, "xterm", True), (50, "dumb", True), (50, "xterm", False)]
)
def test_little_work_and_what_is_no_terminal_show_none(
    tracker: CommandLine, number: int, term: str, *, watched: bool
) -> None:
    files(tracker, number)
    tracker.patch.setenv("TERM", term)
    if watched:
        tracker.terminal(80)
    assert "base" in tracker.done("show", "c0", "-f", "data")
