"""What is offered to a shell, and what the shell then gives to the program."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claim_tracker.cli import known_values
from tests.conftest import CommandLine
from tests.processes import tracker as tracker_process
from tests.shells import SHELLS, Shell

pytestmark = pytest.mark.slow

HARMFUL = (
    "Aa $(touch run) `touch run` ${HOME} $HOME end",
    "Bb ;touch run; |touch run &touch run & >run <run end",
    r"""Cc it's 'so' "so" \$(touch run) \;touch run \\ end""",
    "Dd *?[a-z] {a,b} !! !t ~ #x a=b:c@d,e ^x^y (f) %F{red}%n end",
    "Ee -x --help \N{NO-BREAK SPACE} 今 é \N{BLACK HEART SUIT} end",
)
FIRST = ("$(touch run)", "`touch run`", ";touch run", "'$(touch run)", '"$(touch run)', r"\;touch")


def topics(*words: str) -> str:
    """A file of claims with these topics, in JSON, which is YAML."""
    claims = [{"id": f"c-{number}", "topic": word} for number, word in enumerate(words)]
    return json.dumps({"version": 1, "claims": claims})


def ids(*words: str) -> str:
    """A file of claims with these ids, each also in the text of its claim."""
    claims = [{"id": word, "claim": f"%B{word}, x:y"} for word in words]
    return json.dumps({"version": 1, "claims": claims})


def answer(tracker: CommandLine, shell: str, line: str, tail: str = "") -> list[str]:
    """The lines of the answer to a shell at the end of a line without quotes."""
    tracker.patch.setenv("_TRACKER_COMPLETE", f"{shell}_complete")
    tracker.patch.setenv("COMP_LINE", line)
    tracker.patch.setenv("COMP_WORD", tail)
    tracker.patch.setenv("COMP_WORDS", line.replace(" ", "\x1f"))
    lines = tracker.done().splitlines()
    tracker.patch.delenv("_TRACKER_COMPLETE")
    return [line for line in lines if line]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_is_told_how_to_ask(shell: str) -> None:
    ran = tracker_process(environ={"_TRACKER_COMPLETE": f"{shell}_source"})
    assert (ran.status, ran.err) == (0, "")
    assert f"_TRACKER_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize("instruction", ["powershell_source", "powershell_complete", "bash_x", "x"])
def test_a_shell_that_is_not_known_is_refused(tracker: CommandLine, instruction: str) -> None:
    tracker.patch.setenv("_TRACKER_COMPLETE", instruction)
    assert "no completion of this name\nHelp: shells are bash, zsh" in tracker.fails()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "hidden", ["\nfile,/etc", "\t", "\r", "\x1b[31m", "\x9b", "\u202e", "\udcff"]
)
def test_a_word_that_is_not_seen_as_it_is_is_left_out(
    tracker: CommandLine, shell: str, hidden: str
) -> None:
    found = dict.fromkeys((f"a{hidden}b", "seen", ""), "")
    tracker.patch.setattr(known_values, "known_values", lambda *_: found)
    offered = answer(tracker, shell, "tracker status --topic ")
    assert offered == (["plain", "seen"] if shell == "zsh" else ["plain,seen"])


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("word", ["file,/etc", "dir,", "plain,x", "file", "_"])
def test_a_word_is_never_another_kind(tracker: CommandLine, shell: str, word: str) -> None:
    tracker.file("data/claims.yaml", topics(word))
    offered = answer(tracker, shell, "tracker status --topic ")
    assert offered == (["plain", word] if shell == "zsh" else [f"plain,{word}"])


@pytest.mark.parametrize("shell", SHELLS)
def test_no_word_becomes_an_option(tracker: CommandLine, shell: str) -> None:
    tracker.file("data/claims.yaml", json.dumps({"claims": [{"id": "--output=x"}, {"id": "a"}]}))
    offered = answer(tracker, shell, "tracker show ")
    assert offered == (["plain", "a"] if shell == "zsh" else ["plain,a"])


@pytest.mark.parametrize("shell", SHELLS)
def test_a_file_is_asked_of_the_shell(tracker: CommandLine, shell: str) -> None:
    offered = answer(tracker, shell, "tracker status -f da", "da")
    assert offered == (["file", "da"] if shell == "zsh" else ["file,da"])


def test_an_option_and_its_value_are_one_word(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", topics("First phase"))
    line = "tracker status --topic=fi"
    assert answer(tracker, "zsh", line) == ["plain", "--topic=First phase"]
    assert answer(tracker, "fish", line) == ["plain,--topic=First phase"]
    assert answer(tracker, "bash", line, "fi") == [r"plain,First\ phase"]
    assert answer(tracker, "bash", line, "--topic=fi") == [r"plain,--topic=First\ phase"]


def test_a_description_stands_beside_the_word(tracker: CommandLine) -> None:
    line = "tracker check --explain E101"
    bash = answer(tracker, "bash", line, "E101")
    kind, code, title = answer(tracker, "zsh", line)
    assert (kind, code, bash) == ("plain", "E101", ["plain,E101"])
    assert answer(tracker, "fish", line) == [f"plain,E101\t{title}"]


def test_an_id_is_described_by_its_claim_in_zsh_and_fish(tracker: CommandLine) -> None:
    texts = [r"One, two: three \; four.", "A " + "very " * 20 + "long claim."]
    claims = [{"id": f"c-{number}", "claim": text} for number, text in enumerate(texts)]
    tracker.file("data/claims.yaml", json.dumps({"claims": [*claims, {"id": "c-2", "claim": []}]}))
    long = "A " + "very " * 11 + "ve…"
    zsh = ["plain", "c-0", r"One, two: three \\; four.", "plain", "c-1", long, "plain", "c-2"]
    assert answer(tracker, "zsh", "tracker show ") == zsh
    fish = [f"plain,c-0\t{texts[0]}", f"plain,c-1\t{long}", "plain,c-2"]
    assert answer(tracker, "fish", "tracker record ") == fish
    assert answer(tracker, "fish", "tracker add --related ") == fish
    assert answer(tracker, "bash", "tracker show ") == [f"plain,c-{number}" for number in range(3)]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("text", ["a\nplain,b", "a\tb", "a\x1b[31m", "\u202ea", "file\n\nb"])
def test_a_description_is_one_line_that_is_seen(
    tracker: CommandLine, shell: str, text: str
) -> None:
    tracker.patch.setattr(known_values, "known_values", lambda *_: {"a": text})
    offered = answer(tracker, shell, "tracker show ")
    assert len(offered) == (3 if shell == "zsh" else 1)
    assert "".join(offered).replace("\t", "", 1).isprintable()


def test_fish_is_not_offered_a_leading_tilde(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", topics("~root", "a~b"))
    assert answer(tracker, "fish", "tracker status --topic ") == ["plain,a~b"]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    """A shell; a test is skipped without it, or fails if `--shells` is given."""
    if shutil.which(request.param) is None:
        missing = pytest.fail if request.config.getoption("--shells") else pytest.skip
        missing(f"there is no {request.param}: apt-get install {request.param}")
    shell = Shell(request.param, tmp_path)
    yield shell
    shell.close()


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_the_program_gets_the_word_and_nothing_runs(
    shell: Shell, tmp_path: Path, quote: str
) -> None:
    (tmp_path / "claims.yaml").write_text(topics(*HARMFUL), encoding="utf-8")
    for word in HARMFUL:
        shell.completed(f"tracker status -f claims.yaml --topic {quote}{word[:2]}", "end")
        assert shell.enter() == ["status", "-f", "claims.yaml", "--topic", word]
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_the_program_gets_the_id_that_has_a_description(
    shell: Shell, tmp_path: Path, quote: str
) -> None:
    (tmp_path / "claims.yaml").write_text(ids(*HARMFUL), encoding="utf-8")
    for word in HARMFUL:
        shell.completed(f"tracker show -f claims.yaml {quote}{word[:2]}", "end")
        assert shell.enter() == ["show", "-f", "claims.yaml", word]
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("shell", ["zsh", "fish"], indirect=True)
def test_the_claims_are_shown_beside_their_ids_as_they_are(shell: Shell, tmp_path: Path) -> None:
    words = [rf"{begun} \$(touch run) `touch run` %n, end" for begun in ("one", "two")]
    (tmp_path / "claims.yaml").write_text(ids(*words), encoding="utf-8")
    shell.completed("tracker show -f claims.yaml ", f"%B{words[1]}, x:y")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_word_is_quoted_from_its_first_character(
    shell: Shell, tmp_path: Path, quote: str
) -> None:
    for number, word in enumerate(FIRST):
        (tmp_path / f"{number}.yaml").write_text(topics(f"{word} end"), encoding="utf-8")
        shell.completed(f"tracker status -f {number}.yaml --topic={quote}", "end")
        assert shell.enter()[-1] == f"--topic={word} end"
    assert not (tmp_path / "run").exists()


def test_a_name_with_a_space_is_completed_where_one_was_typed(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a file.yaml").write_text(topics("Aa $(touch run) end"), encoding="utf-8")
    shell.completed("tracker status -f a\\ fi", "yaml")
    shell.completed("--topic Aa\\ ", "end")
    assert shell.enter() == ["status", "-f", "a file.yaml", "--topic", "Aa $(touch run) end"]
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_what_several_words_begin_with_runs_nothing(
    shell: Shell, tmp_path: Path, quote: str
) -> None:
    words = [f";touch run;$(touch run)`touch run` {end} end" for end in ("one", "two")]
    (tmp_path / "claims.yaml").write_text(topics(*words), encoding="utf-8")
    shell.completed(f"tracker status -f claims.yaml --topic {quote}", "touch")
    shell.completed("two", "end")
    assert shell.enter()[-1] == words[1]
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize("shell", ["bash"], indirect=True)
def test_all_words_at_once_run_nothing(shell: Shell, tmp_path: Path, quote: str) -> None:
    words = [f"{begun}touch run; end" for begun in (";", "$(", "`", "'", '"', "!")]
    (tmp_path / "claims.yaml").write_text(topics(*words), encoding="utf-8")
    shell.completed(f"tracker status -f claims.yaml --topic {quote}", "end", keys="\x1b*")
    assert sorted(shell.enter()[4:]) == sorted(words)
    assert not (tmp_path / "run").exists()
