"""`tracker timeline`."""

import re

import pytest

from tests.builders import DATA, widest
from tests.conftest import CommandLine
from tests.processes import tracker as tracker_process


def row(text: str, beginning: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(beginning))


def test_the_real_claims(real: CommandLine) -> None:
    real.terminal(140)
    text = real.done("timeline", "--color", "never")
    assert "As of 23 Nov 2026: 13 claims, claims.yaml\n1 Aug 2025 to 30 Nov 2026" in text
    mission = row(text, "The coalition's mission in Baghdad and at Ain ")
    assert mission.index("○") < mission.index("▇") < mission.index("✓")
    assert "┄" in row(text, "The second phase, the complete withdrawal of the ")
    assert mission.endswith("kept, 110 days late")


def test_nothing_that_was_learned_later_is_drawn(real: CommandLine) -> None:
    text = real.done("timeline", "--as-of", "2025-09-15")
    assert "┄" not in text
    assert row(text, "The coalition's mission").split()[-1] == "due"


def test_options_choose_and_order_claims(real: CommandLine) -> None:
    text = real.done("timeline", "--topic", "first phase", "--sort", "id")
    names = [line[:12] for line in text.splitlines()[5:] if "▇" in line]
    assert names[:3] == ["The coalitio", "In the first", "The US-led c"]


def test_a_long_text_is_cut_in_a_terminal_alone(real: CommandLine) -> None:
    whole = "economic and cultural."
    assert whole in re.sub(r"[ ○│\n]+", " ", real.done("timeline", "stable-partnerships"))
    real.terminal(80)
    text = real.done("timeline", "stable-partnerships", "--color", "never")
    assert "with the coalition countries into st…  " in text
    plain = real.done("timeline", "stable-partnerships", "--color", "never", "--ascii")
    assert "with the coalition countries into..." in plain


def test_from_and_to_take_any_date_of_the_format(real: CommandLine) -> None:
    text = real.done("timeline", "--from", "September 2025", "--to", "early 2026")
    assert "\n1 Sep 2025 to 30 Apr 2026, " in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--from", "2026", "--to", "2025"], "--from 2026 is after --to 2025; write the earlier"),
        (["--from", "someday"], "2025-09-30"),
        (["--sort", "urgent"], "urgency"),
        (["mision-ends"], "`mission-ends`"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    real: CommandLine, options: list[str], message: str
) -> None:
    assert message in real.fails("timeline", *options)


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("options", [[], ["--ascii"], ["--color", "never"]])
def test_a_terminal_gets_lines_that_fit(real: CommandLine, width: int, options: list[str]) -> None:
    real.terminal(width)
    printed = real.done("timeline", *options, "--color", "never")
    assert widest(printed.splitlines()) <= width


@pytest.mark.parametrize(
    ("encoding", "plain"), [("ascii", True), ("latin-1", True), ("utf-8", False)]
)
@pytest.mark.parametrize("command", ["timeline", "status"])
def test_the_encoding_of_the_terminal_decides_on_the_signs(
    command: str, encoding: str, *, plain: bool
) -> None:
    ran = tracker_process(
        command, "-f", str(DATA), "--as-of", "2026-11-23",
        environ={"PYTHONIOENCODING": encoding, "LC_ALL": "C"},
    )  # fmt: skip
    assert ran.status == 0
    assert ran.out.isascii() is plain
    assert "\\u" not in ran.out


def test_a_file_is_utf_8_whatever_the_terminal(real: CommandLine) -> None:
    printed = real.done("timeline")
    real.terminal(60)
    assert real.done("timeline", "-o", "out.txt") == ""
    assert (real.folder / "out.txt").read_text(encoding="utf-8") == printed
    assert real.done("timeline", "--ascii", "-o", "plain.txt") == ""
    assert (real.folder / "plain.txt").read_text(encoding="utf-8").isascii()
