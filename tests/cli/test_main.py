"""The command line as a whole: files, exit statuses, colour, and ends without a traceback."""

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from claim_tracker import __main__, __version__
from claim_tracker.cli import context, main
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.processes import process
from tests.processes import tracker as tracker_process
from tests.samples import another, claim, claims_file

COMMANDS = ("check", "show", "status")
GOOD = claims_file(claim({"due": "2025-09"}))
ROOT = Path(__file__).parents[2]
FULL = [device for device in ("/dev/full",) if Path(device).exists()]


@pytest.fixture
def data(tracker: CommandLine) -> CommandLine:
    tracker.file("data/claims.yaml", GOOD)
    return tracker


def files_of(tracker: CommandLine, *arguments: str | Path) -> list[str]:
    files: list[str] = json.loads(tracker.done("status", "--format", "json", *arguments))["files"]
    return files


class TestUsage:
    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_help_names_every_command(self, tracker: CommandLine, option: str) -> None:
        text = tracker.done(option)
        assert all(f"\n  {command}" in text for command in COMMANDS)
        assert all("Usage:" in tracker.done(command, option) for command in COMMANDS)

    @pytest.mark.parametrize("command", main.COMMANDS)
    def test_a_command_has_a_row_in_the_readme(self, command: str) -> None:
        rows = (ROOT / "README.md").read_text("utf-8").splitlines()
        assert any(row.startswith(f"| `tracker {command}") for row in rows)

    def test_the_version_is_that_of_the_package(self, tracker: CommandLine) -> None:
        assert tracker.done("--version") == f"tracker, version {__version__}\n"

    def test_without_a_command_the_help_is_on_standard_error(self, tracker: CommandLine) -> None:
        assert "Commands:" in tracker.fails()

    @pytest.mark.parametrize(
        ("arguments", "advice"),
        [
            (["stauts"], "did you mean `status`?"),
            (["xyz"], f"commands are {', '.join(sorted(main.COMMANDS))}."),
            (["--no-such"], "No such option"),
            (["status", "--no-such"], "No such option"),
            (["status", "--color", "red"], "'auto', 'always', 'never'"),
            (["check", "--format", "xml"], "'text', 'concise', 'json', 'github'"),
            (["status", "-f"], "requires an argument"),
        ],
    )
    def test_wrong_usage_is_status_two_with_advice(
        self, tracker: CommandLine, arguments: list[str], advice: str
    ) -> None:
        assert advice in tracker.fails(*arguments)


class TestFiles:
    @pytest.mark.parametrize("command", [["status"], ["show", "x"], ["check"]])
    def test_nothing_found_says_where_it_looked(
        self, tracker: CommandLine, command: list[str]
    ) -> None:
        message = tracker.fails(*command)
        assert str(tracker.folder) in message
        assert "TRACKER_FILE is not set" in message
        assert "\nHelp: name a file with `-f FILE`" in message

    @pytest.mark.parametrize("command", [["status"], ["show", "x"], ["check"]])
    def test_a_file_that_is_not_there_is_named(self, data: CommandLine, command: list[str]) -> None:
        assert "there is no file `no.yaml`" in data.fails(*command, "-f", "no.yaml")
        data.patch.setenv("TRACKER_FILE", "no.yaml")
        assert "the name that `-f`, an argument or TRACKER_FILE gives" in data.fails(*command)

    def test_the_claims_of_a_folder_above_are_found(self, data: CommandLine) -> None:
        below = data.folder / "a" / "b"
        below.mkdir(parents=True)
        data.patch.chdir(below)
        assert files_of(data) == [str(Path("..", "..", "data", "claims.yaml"))]

    def test_the_variable_names_files_and_an_option_comes_first(self, data: CommandLine) -> None:
        data.file("a.yaml", claims_file(another()))
        data.patch.setenv("TRACKER_FILE", "a.yaml")
        assert files_of(data) == ["a.yaml"]
        data.patch.setenv("TRACKER_FILE", os.pathsep.join(["a.yaml", "data/claims.yaml"]))
        assert files_of(data) == ["a.yaml", "data/claims.yaml"]
        assert files_of(data, "-f", "data/claims.yaml") == ["data/claims.yaml"]
        data.patch.setenv("TRACKER_FILE", "")
        assert files_of(data) == ["data/claims.yaml"]

    @pytest.mark.parametrize("command", [["status"], ["show", "*"], ["check"]])
    def test_a_variable_that_names_nothing_shows_no_empty_answer(
        self, tracker: CommandLine, command: list[str]
    ) -> None:
        tracker.patch.setenv("TRACKER_FILE", os.pathsep)
        tracker.fails(*command)

    def test_each_of_several_files_and_folders_is_loaded_once(self, data: CommandLine) -> None:
        data.file("more/b.yml", claims_file(another()))
        data.file("more/deep/a.yaml", claims_file(claim({"id": "third", "claim": "3."})))
        data.file("more/notes.txt", "no claims")
        arguments = ["-f", "data/claims.yaml", "-f", "more", "--file", "./data/claims.yaml"]
        assert files_of(data, *arguments) == ["data/claims.yaml", "more/b.yml", "more/deep/a.yaml"]

    def test_a_dash_is_standard_input(self, tracker: CommandLine) -> None:
        tracker.standard_input(GOOD)
        assert files_of(tracker, "-f", "-") == ["<stdin>"]

    def test_standard_input_and_a_file_are_both_loaded(self, data: CommandLine) -> None:
        data.standard_input(claims_file(another()))
        assert files_of(data, "-f", "-", "-f", "data") == ["<stdin>", "data/claims.yaml"]

    def test_a_folder_cannot_be_read_as_a_file(self, tracker: CommandLine) -> None:
        (tracker.folder / "data").mkdir()
        assert "holds no *.yaml and no *.yml" in tracker.fails("status", "-f", "data")


class TestColour:
    @pytest.mark.parametrize("command", [["status"], ["show", "*"]])
    @pytest.mark.parametrize(
        ("options", "variables", "coloured"),
        [
            ([], {}, True),
            (["--color", "auto"], {"NO_COLOR": ""}, True),
            (["--color", "auto"], {"NO_COLOR": "1"}, False),
            ([], {"TERM": "dumb"}, False),
            (["--color", "never"], {}, False),
            (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ],
    )
    def test_a_terminal_has_colour_unless_it_is_refused(
        self,
        data: CommandLine,
        *,
        command: list[str],
        options: list[str],
        variables: dict[str, str],
        coloured: bool,
    ) -> None:
        data.terminal(100)
        for name, value in variables.items():
            data.patch.setenv(name, value)
        assert ("\x1b[" in data.done(*command, *options)) == coloured

    @pytest.mark.parametrize("command", [["status"], ["show", "*"]])
    def test_what_is_no_terminal_has_colour_only_on_demand(
        self, data: CommandLine, command: list[str]
    ) -> None:
        for option, coloured in (("auto", False), ("never", False), ("always", True)):
            assert ("\x1b[" in data.done(*command, "--color", option)) == coloured
        data.patch.setenv("NO_COLOR", "1")
        assert "\x1b[" in data.done(*command, "--color", "always")

    def test_errors_are_coloured_by_what_standard_error_is(self, tracker: CommandLine) -> None:
        tracker.file("data/claims.yaml", claims_file(claim({"kind": "promis"})))
        assert "\x1b[" not in tracker("status").err
        tracker.terminal(80)
        assert "\x1b[1;31merror[E106]\x1b[0m" in tracker("status").err
        assert "\x1b[" not in tracker("status", "--color", "never").err

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
    def test_data_is_never_coloured(self, data: CommandLine, form: str) -> None:
        assert "\x1b" not in data.done("status", "--format", form, "--color", "always")

    def test_a_terminal_that_is_too_narrow_counts_as_twenty(self, data: CommandLine) -> None:
        data.terminal(10)
        narrow = data.done("status")
        data.terminal(20)
        assert data.done("status") == narrow


class TestEnds:
    def test_a_closed_stream_is_done_without(self, data: CommandLine) -> None:
        with data.patch.context() as patch:
            patch.setattr(sys, "stderr", None)
            assert main.run(["xyz"]) == 2
        with data.patch.context() as patch:
            patch.setattr(sys, "stdout", None)
            assert main.run(["status"]) == 2
        assert data.capture.readouterr().err == "Error: standard output is closed\n"

    @pytest.mark.parametrize(
        ("error", "status", "message"),
        [
            (KeyboardInterrupt(), 130, ""),
            (BrokenPipeError(), 141, ""),
            (
                OSError(28, "No space left on device"),
                2,
                "Error: No space left on device; free some space on that disk",
            ),
            (OSError("odd"), 2, "Error: odd"),
        ],
    )
    def test_an_interruption_and_a_full_disk_end_in_one_line_or_none(
        self, data: CommandLine, error: BaseException, status: int, message: str
    ) -> None:
        def failing(*_: object) -> Iterator[str]:
            raise error

        data.patch.setattr(import_module("claim_tracker.claims.report"), "state_of", failing)
        ran = data("status")
        assert (ran.status, ran.out, ran.err.strip()) == (status, "", message)

    def test_the_arguments_and_the_status_are_those_of_the_process(self, data: CommandLine) -> None:
        data.patch.setattr(sys, "argv", ["tracker", "status", "--fail-on", "passed"])
        data.patch.setattr(__main__, "end_at_once", lambda: None)
        with pytest.raises(SystemExit) as stop:
            __main__.main()
        assert stop.value.code == 1

    def test_the_clock_is_that_of_the_system(self) -> None:
        before = datetime.now(UTC)
        assert before <= context.system_clock() <= datetime.now(UTC)


@pytest.mark.slow
class TestProcess:
    """The command as it is installed, in a process of its own."""

    def test_it_runs_as_a_module_and_as_a_function(self, data: CommandLine) -> None:
        as_of = ("status", "--as-of", "2026-11-23")
        expected = data.done(*as_of)
        code = "from claim_tracker.__main__ import main; main()"
        for ran in (tracker_process(*as_of), process("-c", code, *as_of)):
            assert (ran.status, ran.out, ran.err) == (0, expected, "")

    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            (["check"], 0),
            (["status", "--fail-on", "passed"], 1),
            (["status", "-f", "no.yaml"], 2),
            (["nothing"], 2),
        ],
    )
    @pytest.mark.usefixtures("data")
    def test_a_process_ends_with_its_exit_status(self, arguments: list[str], status: int) -> None:
        assert tracker_process(*arguments).status == status

    @pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
    def test_nothing_depends_on_locale_or_zone(self, data: CommandLine, form: str) -> None:
        fields = {"speaker": "É. 漢字", "due": "2026-03"}
        data.file("data/claims.yaml", claims_file(claim(fields)))
        arguments = ("status", "--as-of", "2026-02-01", "--format", form)
        environs = [
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
            {"TZ": "America/Anchorage", "LC_ALL": "C", "LANG": "de_DE.UTF-8"},
        ]
        outputs = {tracker_process(*arguments, environ=environ).out for environ in environs}
        assert len(outputs) == 1
        assert "漢字" in outputs.pop()

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
    def test_data_is_in_utf8_whatever_the_encoding_of_the_terminal(
        self, data: CommandLine, form: str
    ) -> None:
        data.file("data/claims.yaml", claims_file(claim({"speaker": "É. 漢字"})))
        ran = tracker_process("status", "--format", form, environ={"PYTHONIOENCODING": "latin-1"})
        assert (ran.status, ran.err) == (0, "")
        assert "É. 漢字" in ran.out

    def test_what_the_terminal_cannot_show_is_escaped(self, data: CommandLine) -> None:
        data.file("data/claims.yaml", claims_file(claim({"speaker": "漢"})))
        ran = tracker_process("status", environ={"PYTHONIOENCODING": "latin-1"})
        assert (ran.status, ran.err) == (0, "")
        assert "  \\u6f22  " in ran.out

    @pytest.mark.parametrize(
        "arguments", [["status"], ["status", "--format", "json"], ["check"], ["--help"]]
    )
    @pytest.mark.usefixtures("data")
    def test_a_closed_pipe_ends_it_without_a_word(self, arguments: list[str]) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        try:
            ran = tracker_process(*arguments, stdout=writer)
        finally:
            os.close(writer)
        assert (ran.status, ran.err) == (141, "")

    @pytest.mark.parametrize("device", FULL)
    @pytest.mark.parametrize(
        "arguments", [["status"], ["show", "*"], ["status", "--format", "json"], ["check"], ["-h"]]
    )
    @pytest.mark.usefixtures("data")
    def test_a_full_disk_ends_it_in_one_line(self, device: str, arguments: list[str]) -> None:
        with Path(device).open("wb") as full:
            ran = tracker_process(*arguments, stdout=full.fileno())
        assert (ran.status, ran.err) == (
            2,
            "Error: No space left on device; free some space on that disk\n",
        )

    def test_a_partial_write_is_an_error_without_buffers_too(self, data: CommandLine) -> None:
        limited = (
            "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (99, 99));"
            "from claim_tracker.__main__ import main; main()"
        )
        for environ in ({"PYTHONUNBUFFERED": "1"}, {}):
            with (data.folder / "out").open("wb") as file:
                ran = process("-c", limited, "status", stdout=file.fileno(), environ=environ)
            help_line = "raise the limit on the size of files (`ulimit -f`)"
            assert (ran.status, ran.err) == (2, f"Error: File too large; {help_line}\n")

    @pytest.mark.parametrize("device", FULL)
    @pytest.mark.parametrize(
        ("arguments", "status"),
        [(["nothing"], 2), (["status", "-f", "no.yaml"], 2), (["status", "-f", "bad.yaml"], 1)],
    )
    def test_the_exit_status_is_right_when_standard_error_is_full(
        self, data: CommandLine, device: str, arguments: list[str], status: int
    ) -> None:
        data.file("bad.yaml", "claims: [")
        with Path(device).open("wb") as full:
            ran = tracker_process(*arguments, stderr=full.fileno())
        assert (ran.status, ran.out) == (status, "")

    @pytest.mark.parametrize("device", FULL)
    def test_a_full_output_is_an_error(self, data: CommandLine, device: str) -> None:
        assert f"cannot write `{device}`: No space left" in data.fails("status", "-o", device)

    def test_the_real_claims_can_be_checked_from_anywhere(self) -> None:
        environ = {"PYTHONWARNINGS": "error"}
        ran = tracker_process("check", "--format", "json", str(DATA), environ=environ)
        assert (ran.status, json.loads(ran.out)["summary"]["claims"]) == (0, 13)


def test_without_libyaml_one_line_says_what_to_install(data: CommandLine) -> None:
    data.file("other.yaml", "claims: [\n]")
    arguments = "['tracker', 'check', 'other.yaml']"
    without = f"import sys; sys.modules['yaml._yaml'] = None; sys.argv = {arguments}"
    ran = process("-c", f"{without}; from claim_tracker.__main__ import main; main()")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "Error: PyYAML was built without libyaml; install one of its wheels\n"
