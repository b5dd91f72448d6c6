"""`tracker check`."""

import json
import os
import re
from pathlib import Path

import pytest

from claim_tracker.checks import catalogue_pages
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import REPORT, another, claim, claims_file

GOOD = claims_file(claim())
BAD = claims_file(claim({"kind": "promis"}), another())
WARNED = claims_file(claim({"due": "September 2026"}), head="checks: {dates: canonical}\n")
TIME = re.compile(r", \d+\.\d\d s$", re.MULTILINE)


def test_valid_data_has_no_findings(tracker: CommandLine) -> None:
    text = tracker.done("check", DATA)
    assert TIME.sub("", text) == "No findings in 13 claims of 1 file\n"


def test_an_error_is_shown_at_its_place_and_makes_the_status_one(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", BAD)
    ran = tracker("check")
    assert (ran.status, ran.err) == (1, "")
    lines = TIME.sub("", ran.out).splitlines()
    assert lines[1:4] == [
        " --> data/claims.yaml:5:11",
        "5 |     kind: promis",
        "  |           ^^^^^^",
    ]
    assert lines[0].startswith("error[E106]: ")
    assert lines[-1] == "1 error in 2 claims of 1 file"


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (GOOD, [], 0),
        (GOOD, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (BAD, [], 1),
        (BAD, ["--strict"], 1),
        ("claims: [", [], 1),
        ("", [], 1),
    ],
)
def test_warnings_make_the_data_invalid_only_when_strict(
    tracker: CommandLine, text: str, options: list[str], status: int, form: str
) -> None:
    tracker.file("data/claims.yaml", text)
    ran = tracker("check", *options, "--format", form)
    assert (ran.status, ran.err) == (status, "")


def test_json_has_the_findings_and_the_counts(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", BAD)
    document = json.loads(tracker("check", "--format", "json").out)
    assert document["summary"] == {"files": 1, "claims": 2, "errors": 1, "warnings": 0}
    [found] = document["findings"]
    assert (found["code"], found["severity"], found["claim"]) == ("E106", "error", "base-closes")
    place = [found[name] for name in ("file", "line", "column", "end_line", "end_column")]
    assert place == ["data/claims.yaml", 5, 11, 5, 17]


def test_github_gets_one_command_a_finding_and_nothing_else(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", BAD)
    [command] = tracker("check", "--format", "github").out.splitlines()
    place = "file=data/claims.yaml,line=5,endLine=5,title=E106,col=11,endColumn=16"
    assert command.startswith(f"::error {place}::")
    tracker.file("data/claims.yaml", GOOD)
    assert tracker.done("check", "--format", "github") == ""


def test_concise_is_one_line_a_finding_for_editors(tracker: CommandLine) -> None:
    tracker.file("a b.yaml", claims_file(claim({"kind": "comitment", "due": "9/10/2025"})))
    ran = tracker("check", "a b.yaml", "--format", "concise")
    found = json.loads(tracker("check", "a b.yaml", "--format", "json").out)["findings"]
    assert ran.out.splitlines() == [
        f"a b.yaml:{each['line']}:{each['column']}: {each['code']} {each['message']}"
        for each in found
    ]
    assert len(found) == 2
    summary = "2 errors in 1 claim of 1 file; 1 can be mended with --fix\n"
    assert (ran.status, re.sub(r", \d+\.\d\d s", "", ran.err)) == (1, summary)


def test_concise_prints_nothing_where_nothing_is_found(tracker: CommandLine) -> None:
    ran = tracker("check", DATA, "--format", "concise")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("No findings in 13 claims of 1 file, ")


def test_concise_is_one_line_with_colour_at_a_terminal_alone(tracker: CommandLine) -> None:
    tracker.file("x\n\x1b[31m.yaml", claims_file(claim({"kind": f'"{"漢字 " * 40}\\u202e\\n"'})))
    ran = tracker("check", ".", "--format", "concise")
    lines = ran.out.splitlines()
    assert all(re.match(r"x\\x0a\\x1b\[31m\.yaml:5:\d+: E\d{3} ", line) for line in lines)
    assert ran.out.replace("\n", "").isprintable()
    tracker("check", ".", "--format", "concise", "-o", "found.txt")
    assert (tracker.folder / "found.txt").read_text("utf-8") == ran.out
    tracker.terminal(40)
    shown = tracker("check", ".", "--format", "concise").out
    assert re.sub(r"\x1b\[[\d;]*m", "", shown) == ran.out != shown


def published(tracker: CommandLine, *options: str | Path) -> set[str]:
    """The name of the only file with findings, in an annotation and in SARIF."""
    [command] = tracker("check", *options, "--format", "github").out.splitlines()
    log = json.loads(tracker("check", *options, "--format", "sarif").out)
    [result] = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    artifact = place["artifactLocation"]
    assert (artifact.get("uriBaseId") == "%SRCROOT%") == (not artifact["uri"].startswith("file:"))
    assert place["region"]["snippet"] == {"text": "promis"}
    return {command.partition("file=")[2].partition(",")[0], artifact["uri"]}


@pytest.mark.parametrize("folder", [".", "data", "scripts/deep"])
@pytest.mark.parametrize("name", ["relative", "dotted", "absolute"])
def test_paths_for_services_begin_at_the_top_of_the_repository(
    tracker: CommandLine, folder: str, name: str
) -> None:
    file = tracker.file("data/claims.yaml", BAD)
    (tracker.folder / ".git").mkdir()
    (tracker.folder / ".git" / "HEAD").touch()
    (tracker.folder / folder).mkdir(parents=True, exist_ok=True)
    tracker.patch.chdir(tracker.folder / folder)
    relative = os.path.relpath(file)
    names = {"relative": relative, "dotted": f"./{relative}", "absolute": str(file)}
    assert published(tracker, "-f", names[name]) == {"data/claims.yaml"}
    assert published(tracker, "-f", Path(names[name]).parent) == {"data/claims.yaml"}


def test_outside_a_repository_paths_begin_at_this_folder(tracker: CommandLine) -> None:
    tracker.patch.setenv("GIT_CEILING_DIRECTORIES", str(tracker.folder.parent))
    file = tracker.file("work/data/claims.yaml", BAD)
    tracker.patch.chdir(tracker.folder / "work")
    for name in ("data", "./data", "../work/data", str(file)):
        assert published(tracker, name) == {"data/claims.yaml"}
    other = tracker.file("claims.yaml", BAD)
    assert published(tracker, "../claims.yaml") == {str(other), other.as_uri()}


def test_paths_for_services_are_those_of_the_files_behind_links(tracker: CommandLine) -> None:
    tracker.file("project/statements/claims.yaml", BAD)
    Repository(tracker.folder / "project")
    tracker.patch.chdir(tracker.folder / "project")
    (tracker.folder / "project" / "data").symlink_to("statements")
    assert published(tracker, "-f", "data/claims.yaml") == {"statements/claims.yaml"}
    tracker.file("outside.yaml", BAD)
    (tracker.folder / "project" / "link.yaml").symlink_to("../outside.yaml")
    assert published(tracker, "-f", "./link.yaml") == {"link.yaml"}


def test_paths_for_services_begin_at_the_top_of_the_named_file(tracker: CommandLine) -> None:
    tracker.file("project/data/claims.yaml", BAD)
    Repository(tracker.folder / "project")
    assert published(tracker, "-f", "project") == {"data/claims.yaml"}


def test_a_second_place_is_published_by_its_path_as_well(tracker: CommandLine) -> None:
    tracker.file("data/a.yaml", GOOD)
    tracker.file("data/b.yaml", claims_file(claim({"claim": "Another."})))
    [command] = tracker("check", "./data", "--format", "github").out.splitlines()
    assert command.startswith("::error file=data/b.yaml,")
    assert command.endswith(": data/a.yaml:3")
    tracker.standard_input(BAD)
    assert "file=<stdin>," in tracker("check", "-", "--format", "github").out


def test_a_file_that_is_named_twice_is_checked_once(tracker: CommandLine) -> None:
    tracker.file("a.yaml", GOOD)
    tracker.file("b.yaml", claims_file(another()))
    text = tracker.done("check", "a.yaml", "./b.yaml", "-f", "b.yaml", "-f", "a.yaml")
    assert TIME.sub("", text) == "No findings in 2 claims of 2 files\n"
    assert TIME.sub("", tracker.done("check", ".")) == "No findings in 2 claims of 2 files\n"


def test_standard_input_is_called_by_its_name(tracker: CommandLine) -> None:
    tracker.standard_input(BAD)
    assert " --> <stdin>:5:11\n" in tracker("check", "-").out


def test_an_id_that_is_used_in_two_files_is_found(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", GOOD)
    tracker.file("b.yaml", claims_file(claim({"claim": "Another."})))
    ran = tracker("check", "data/claims.yaml", "b.yaml")
    assert ran.status == 1
    assert " --> b.yaml:3:9\n" in ran.out
    assert " ::: data/claims.yaml:3:9\n" in ran.out


def test_as_of_is_taken_for_today(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"stated": "2026-12-01"})))
    assert "error[E206]" in tracker("check").out
    tracker.done("check", "--as-of", "2026-12-01")
    assert tracker("check", "--as-of", "2026-11-30").status == 1


def test_no_finding_appears_because_time_has_passed(tracker: CommandLine) -> None:
    for day in ("2026-01-19", "2026-11-23", "2099-01-01"):
        assert "No findings" in tracker.done("check", DATA, "--as-of", day)


@pytest.mark.parametrize("code", catalogue_pages.codes())
def test_every_code_is_explained(tracker: CommandLine, code: str) -> None:
    text = tracker.done("check", "--explain", code.lower())
    assert text.startswith(f"# {code}: ")


def test_an_unknown_code_names_the_nearest(tracker: CommandLine) -> None:
    assert "no code `E1033`; did you mean `E103`?" in tracker.fails("check", "--explain", "E1033")
    assert "codes are E001, " in tracker.fails("check", "--explain", "nothing")


def test_findings_go_to_a_file(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", BAD)
    ran = tracker("check", "--format", "json", "-o", "out.json")
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    text = (tracker.folder / "out.json").read_text(encoding="utf-8")
    assert text == tracker("check", "--format", "json").out
    tracker.done("check", "--explain", "E103", "-o", "page.md")
    assert (tracker.folder / "page.md").read_text(encoding="utf-8").startswith("# E103: ")


def test_hidden_characters_are_found_and_shown_as_escapes(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"speaker": "A\u202e\x1b[31m"})))
    for form in ("text", "json", "github"):
        ran = tracker("check", "--format", form)
        assert ran.status == 1
        assert "E213" in ran.out
        assert "202e" in ran.out
        assert "\u202e" not in ran.out
        assert "\x1b" not in ran.out


def test_a_message_cannot_forge_a_workflow_command(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"kind": '"x\\n::error::forged"'})))
    for form in ("text", "github"):
        lines = tracker("check", "--format", form).out.splitlines()
        assert any("E106" in line for line in lines)
        assert not [line for line in lines if line.startswith("::error::")]


def test_a_terminal_of_any_width_gets_the_findings(tracker: CommandLine) -> None:
    keys = ["the paper of  that name and place", "the paper of  that name and plac"]
    head = f'sources:\n  "{keys[0]}": {REPORT}\n'
    tracker.file("data/claims.yaml", claims_file(claim({"source": keys[1]}), head=head))
    for width in range(40, 80):
        tracker.terminal(width)
        ran = tracker("check", "--color", "never")
        assert (ran.status, ran.err) == (1, "")
        assert "error[E202]" in ran.out


@pytest.mark.parametrize(
    ("options", "shown", "status"),
    [
        (["--select", "E1"], 1, 1),
        (["--select", "e106,W"], 1, 1),
        (["--select", "E2"], 0, 0),
        (["--ignore", "E106"], 0, 0),
        (["--ignore", "E2", "--ignore", "W3"], 1, 1),
    ],
)
def test_findings_can_be_chosen_by_code(
    tracker: CommandLine, options: list[str], shown: int, status: int
) -> None:
    tracker.file("data/claims.yaml", BAD)
    ran = tracker("check", *options, "--format", "json")
    assert (len(json.loads(ran.out)["findings"]), ran.status) == (shown, status)


def test_a_code_that_there_is_not_is_told_the_nearest(tracker: CommandLine) -> None:
    assert "there is no code `E999`; codes are E001" in tracker.fails("check", "--select", "E999")
    assert "did you mean `E205`?" in tracker.fails("check", "--ignore", "E2055")


def test_only_findings_of_what_a_change_touched_are_shown(tracker: CommandLine) -> None:
    repository = Repository(tracker.folder)
    repository.commit(".gitattributes", "*.yaml -diff\n")
    repository.commit("data/claims.yaml", BAD)
    since = ("check", "--changed-since", "HEAD")
    assert tracker.done(*since).startswith("No findings")
    tracker.file("data/claims.yaml", f"# checked out elsewhere\n{BAD}".replace("\n", "\r\n"))
    assert tracker.done(*since).startswith("No findings")
    tracker.file("data/claims.yaml", BAD.replace("A. Minister", "The minister"))
    ran = tracker(*since)
    assert (ran.status, "E106" in ran.out) == (1, True)
    assert tracker.done(*since, "--ignore", "E106").startswith("No findings")


def test_what_a_new_file_breaks_elsewhere_is_shown(tracker: CommandLine) -> None:
    repository = Repository(tracker.folder)
    repository.commit("data/claims.yaml", claims_file(claim()))
    tracker.file("data/0.yaml", claims_file(claim({"claim": "A new one."})))
    ran = tracker("check", "data", "--changed-since", "HEAD")
    assert (ran.status, "E201" in ran.out) == (1, True)


def test_a_revision_that_there_is_not_ends_the_check(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", BAD)
    Repository(tracker.folder)
    assert "no revision `nowhere`" in tracker.fails("check", "--changed-since", "nowhere")
