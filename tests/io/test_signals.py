"""Ctrl-C at any moment: an end without a word, and no file that is half written."""

import json
import signal
from collections.abc import Iterator

import pytest

from claim_tracker.io import signals
from tests.conftest import CommandLine
from tests.processes import process, tracker_at_a_terminal
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

NAME = "data/claims.yaml"
OLD = claims_file(claim({"due": "2025-09"}))
NOTE = ("record", "base-closes", "--note", "New.", "--date", "2026-01-01")

AT_MANY_MOMENTS = """
import json, os, signal, sys
from pathlib import Path
from claim_tracker.__main__ import main

target, (moments, *sys.argv[1:]) = Path("data/claims.yaml"), sys.argv[1:]
old = target.read_bytes()

def status_when_interrupted_at(last, told):
    # A moment is whatever Python audits: an import, a file that is opened, a file that is renamed.
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    passed = 0
    def pass_one(*_):
        nonlocal passed
        passed += 1
        if passed == last:
            os.kill(os.getpid(), signal.SIGINT)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.addaudithook(pass_one)
    try:
        main()
    except SystemExit as end:
        os.write(told, str(passed).encode())
        os._exit(end.code)

reader, told = os.pipe()
ends = [[status_when_interrupted_at(0, told), target.read_text(), 0]]
last = int(os.read(reader, 20))
for number in range(int(moments)):
    target.write_bytes(old)
    status = status_when_interrupted_at(1 + last * number // int(moments), told)
    ends.append([status, target.read_text(), len(os.listdir("data")) - 1])
print(json.dumps(ends))
"""


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, OLD)
    return tracker


@pytest.fixture
def handler() -> Iterator[None]:
    """Ctrl-C has the effect afterwards that it has now."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("arguments", [("status",), (*NOTE, "--yes")])
def test_it_ends_quietly_and_leaves_the_old_file_or_the_new(
    arguments: tuple[str, ...],
) -> None:
    ran = process("-c", AT_MANY_MOMENTS, "12", *arguments)
    assert ran.status == 0
    assert set(ran.err.splitlines()) <= {f"Written to {NAME}, line 3: base-closes is overdue"}
    (done, new, _), *ends = json.loads(ran.out)
    assert (done, new == OLD) == (0, arguments == ("status",))
    assert [status for status, _, _ in ends] == [130] * 12
    assert all(content in (OLD, new) for _, content, _ in ends)
    assert all(beside == 0 for _, _, beside in ends)


@pytest.mark.parametrize("arguments", [NOTE, ("record", "base-closes"), ("add",)])
def test_at_a_question_nothing_is_written(claims: CommandLine, arguments: tuple[str, ...]) -> None:
    question = "Write this?" if "--note" in arguments else ": "
    ran = tracker_at_a_terminal(*arguments, leaving_at=question)
    assert ran.status in (130, -signal.SIGINT)  # which a shell reports as the same
    assert ran.out.endswith("\n")
    assert "Traceback" not in ran.out
    assert (claims.folder / NAME).read_text(encoding="utf-8") == OLD
    assert [path.name for path in (claims.folder / "data").iterdir()] == ["claims.yaml"]


@pytest.mark.usefixtures("handler")
@pytest.mark.parametrize("other", [signal.SIG_IGN, signal.SIG_DFL])
def test_where_it_has_another_effect_already_it_keeps_that(other: signal.Handlers) -> None:
    signal.signal(signal.SIGINT, other)
    signals.end_at_once()
    with signals.interrupts_raised():
        assert signal.getsignal(signal.SIGINT) is other
    assert signal.getsignal(signal.SIGINT) is other


@pytest.mark.usefixtures("handler")
def test_it_is_an_exception_only_within_raised() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signals.end_at_once()
    outside = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), signals.interrupts_raised():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is outside is not signal.default_int_handler
