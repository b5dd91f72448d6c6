"""`tracker init`."""

import json
import os
import re
import shlex
import shutil
import signal
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from claim_tracker.claims.json_schema import claims_schema
from claim_tracker.cli.installation import install_command
from claim_tracker.cli.project import starter
from claim_tracker.cli.project.editors import EDITORS
from claim_tracker.cli.project.pages import PAGES, git_host
from claim_tracker.cli.project.starter import AGENDA_WORKFLOW, GITHUB_WORKFLOW, PRE_COMMIT
from tests import samples
from tests.conftest import CommandLine
from tests.processes import process
from tests.repository import Repository
from tests.samples import assert_valid

CLAIMS = "data/claims.yaml"
SCHEMA = "data/claims.schema.json"
PRE_COMMIT_FILE = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/claims.yml"
AGENDA = ".github/workflows/agenda.yml"
PAGES_WORKFLOW = ".github/workflows/pages.yml"
GITLAB = ".gitlab-ci.yml"
PUBLISHING = [pages.text for pages in PAGES.values()]
ALL = ("--pre-commit", "--github")
BESIDE = re.compile(r"(^|/)\.[^/]+\.(yaml|json)\.[^/.]+$")
EXECUTE = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
AT_EVERY_STEP = """
import json, os, shutil, signal, sys
from pathlib import Path
from claim_tracker.claims import json_schema
from claim_tracker.cli.project import starter
from claim_tracker.io import atomic_write
from claim_tracker.cli.main import run

sign = getattr(signal, sys.argv[1])
out = os.dup(1)
for stream in (1, 2):
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
text = json_schema.claims_schema()
json_schema.claims_schema, os.fsync = lambda: text, lambda _: None  # which take the time
run(["init", "other", "--pre-commit"])

def run_and_end(last):
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    steps = 0
    def trace(frame, event, _):
        nonlocal steps
        if frame.f_code.co_filename == atomic_write.__file__:
            steps += 1
            if steps == last:
                os.kill(os.getpid(), sign)
        return trace
    sys.settrace(trace)
    status = run(["init", "new", "--pre-commit"])
    sys.settrace(None)
    os._exit(status)

def found():
    files = [path for path in sorted(Path("new").rglob("*")) if path.is_file()]
    return {path.relative_to("new").as_posix(): path.read_text() for path in files}

results = []
seen = None
for step in range(1, 2000, int(sys.argv[2])):
    first = run_and_end(step)
    after = found()
    if first and after != seen:
        results.append([first, after, run_and_end(0), found()])
    if not first:
        results.append([first, after, first, after])
    seen = after
    shutil.rmtree("new", ignore_errors=True)
    if not first:
        break
os.write(out, json.dumps(results).encode())
"""


def files(folder: Path) -> dict[str, str]:
    """What is in a folder: the text of each file, and an empty one for each folder and link."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else ""
        for path in folder.rglob("*")
    }


def test_a_new_project_has_claims_and_their_schema(tracker: CommandLine) -> None:
    tracker.done("init")
    found = files(tracker.folder)
    assert set(found) == {"data", CLAIMS, SCHEMA}
    assert found[CLAIMS] == starter.CLAIMS
    assert json.loads(found[SCHEMA]) == claims_schema()


def test_it_prints_what_was_made_and_what_to_run_next(tracker: CommandLine) -> None:
    assert tracker.done("init") == (
        "Made data/claims.yaml\n"
        "Made data/claims.schema.json\n"
        "\n"
        "Next:\n"
        "  tracker draft ARTICLE\n"
        "  tracker add\n"
        "  tracker check --strict\n"
        "  tracker status\n"
        "\n"
        "The claim in data/claims.yaml is invented: put your own in its place.\n"
        "A first article, step by step: docs/tutorial.md of claim-tracker.\n"
    )


def test_the_example_is_gone_with_its_claim(tracker: CommandLine) -> None:
    tracker.done("init")
    example, end = "claims:\n  - id: bridge-opens", starter.CLAIMS.split("claims:\n")[1]
    assert example in starter.CLAIMS
    path = tracker.file(CLAIMS, starter.CLAIMS.replace(f"claims:\n{end}", "claims: []\n"))
    assert "bridge" not in path.read_text("utf-8")
    assert tracker.done("check", "--strict").startswith("No findings in 0 claims")


def test_it_says_what_is_to_be_replaced_in_what_it_made(tracker: CommandLine) -> None:
    tracker.done("init")
    printed = tracker.done("init", "--github", "--agenda")
    assert "is invented" not in printed
    for name in (WORKFLOW, AGENDA):
        assert f"OWNER in {name} stands for whoever publishes claim-tracker" in printed


@pytest.mark.parametrize("folder", [".", "new", "a/new one"])
def test_the_next_commands_work_and_find_nothing(tracker: CommandLine, folder: str) -> None:
    printed = tracker.done("init", folder)
    commands = [line for line in printed.splitlines() if line.startswith("  tracker ")]
    assert [shlex.split(command)[1] for command in commands[:2]] == ["draft", "add"]
    checked, listed = (tracker.done(*shlex.split(command)[1:]) for command in commands[2:])
    assert checked.startswith("No findings in 1 claim of 1 file")
    assert "bridge-opens" in listed


def test_the_next_commands_name_a_file_that_is_no_default(
    tracker: CommandLine,
) -> None:
    tracker.patch.setenv("TRACKER_FILE", "elsewhere.yaml")
    printed = tracker.done("init")
    assert f"  tracker check --strict -f {CLAIMS}\n  tracker status -f {CLAIMS}\n" in printed


def test_a_strict_check_finds_nothing_in_the_claims() -> None:
    assert_valid(starter.CLAIMS)


def test_the_claims_name_their_schema_for_editors() -> None:
    first = starter.CLAIMS.splitlines()[0]
    assert first == f"# yaml-language-server: $schema={Path(SCHEMA).name}"


def test_lines_of_the_texts_are_of_at_most_100_characters() -> None:
    texts = (starter.CLAIMS, PRE_COMMIT, GITHUB_WORKFLOW, AGENDA_WORKFLOW, *PUBLISHING)
    assert max(len(line) for text in texts for line in text.splitlines()) <= 100


@pytest.mark.parametrize(
    ("option", "name", "text"),
    [
        ("--pre-commit", PRE_COMMIT_FILE, PRE_COMMIT),
        ("--github", WORKFLOW, GITHUB_WORKFLOW),
        ("--agenda", AGENDA, AGENDA_WORKFLOW),
        ("--pages=github", PAGES_WORKFLOW, PAGES["github"].text),
        ("--pages=gitlab", GITLAB, PAGES["gitlab"].text),
    ],
)
def test_a_check_in_ci_is_made_on_request(
    tracker: CommandLine, option: str, name: str, text: str
) -> None:
    printed = tracker.done("init", option)
    found = {path: each for path, each in files(tracker.folder).items() if each}
    assert set(found) == {CLAIMS, SCHEMA, name}
    assert found[name] == text
    assert f"Made {name}\n" in printed


DRIVER = (
    "tracker merge %O %A %B -L %X -L %S -L %Y --marker-size %L --path %P"
    " || (s=$?; [ $s = 127 ] && git merge-file -L ours -L base -L theirs %A %O %B; exit $s)"
)
ATTRIBUTE = "data/*.yaml merge=tracker"


def test_the_merge_driver_is_set_up_on_request(tracker: CommandLine) -> None:
    printed = tracker.done("init", "--merge")
    assert f"\n  git config merge.tracker.driver '{DRIVER}'\n" in printed
    assert "Made .gitattributes\n" in printed
    assert files(tracker.folder)[".gitattributes"] == f"{ATTRIBUTE}\n"


def test_in_another_clone_the_merge_driver_is_said_once_more(tracker: CommandLine) -> None:
    tracker.done("init", "--merge")
    before = files(tracker.folder)
    printed = tracker.done("init", "--merge")
    assert "Kept .gitattributes\n" in printed
    assert "Made " not in printed
    assert f"\n  git config merge.tracker.driver '{DRIVER}'\n" in printed
    assert files(tracker.folder) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*.png binary\n", f"*.png binary\n{ATTRIBUTE}\n"),
        ("*.png binary", f"*.png binary\n{ATTRIBUTE}\n"),
        ("*.png binary\r\n", f"*.png binary\r\n{ATTRIBUTE}\r\n"),
        ("", f"{ATTRIBUTE}\n"),
        ("claims/*.yaml text merge=tracker\n", "claims/*.yaml text merge=tracker\n"),
        (f"\n# {ATTRIBUTE}\n", f"\n# {ATTRIBUTE}\n{ATTRIBUTE}\n"),
    ],
)
def test_attributes_that_are_there_are_kept(tracker: CommandLine, before: str, after: str) -> None:
    tracker.file(".gitattributes", before)
    tracker.done("init", "--merge")
    assert (tracker.folder / ".gitattributes").read_bytes().decode() == after


def test_attributes_in_any_encoding_keep_their_bytes(tracker: CommandLine) -> None:
    path = tracker.folder / ".gitattributes"
    path.write_bytes(b"caf\xe9/* binary\n")
    tracker.done("init", "--merge")
    assert path.read_bytes() == b"caf\xe9/* binary\n" + f"{ATTRIBUTE}\n".encode()


SETTINGS = {
    "vscode": {".vscode/settings.json", ".vscode/extensions.json"},
    "neovim": {".nvim.lua"},
    "helix": {".helix/languages.toml"},
    "zed": {".zed/settings.json"},
    "emacs": {".dir-locals.el"},
}
PARSERS = {".json": json.loads, ".toml": tomllib.loads}


def test_each_editor_has_settings_of_its_own() -> None:
    assert {
        name: {path.as_posix() for path in editor.files} for name, editor in EDITORS.items()
    } == SETTINGS


@pytest.mark.parametrize("editor", SETTINGS)
def test_the_settings_of_an_editor_are_written_on_request(
    tracker: CommandLine, editor: str
) -> None:
    printed = tracker.done("init", "--editor", editor)
    found = {path: text for path, text in files(tracker.folder).items() if text}
    assert set(found) == {CLAIMS, SCHEMA, *SETTINGS[editor]}
    for path, text in EDITORS[editor].files.items():
        assert found[path.as_posix()] == text
        assert f"Made {path}\n" in printed
    assert f"\n\n{EDITORS[editor].name}: {EDITORS[editor].left_to_do}.\n" in printed


def test_what_installs_the_language_server_is_said_where_it_is_missing(
    tracker: CommandLine,
) -> None:
    assert "language server" not in tracker.done("init", "--editor", "zed")
    tracker.patch.setitem(sys.modules, "pygls", None)
    printed = tracker.done("init", "--editor", "zed")
    assert f"\n\nEditors need the language server: {install_command('lsp')}\nZed: " in printed


def test_the_settings_of_several_editors_are_written_at_once(tracker: CommandLine) -> None:
    tracker.done("init", "--editor", "zed", "--editor", "emacs", "--editor", "zed")
    found = {path for path, text in files(tracker.folder).items() if text}
    assert found == {CLAIMS, SCHEMA, ".zed/settings.json", ".dir-locals.el"}


def test_no_two_lines_of_what_is_printed_are_empty(tracker: CommandLine) -> None:
    tracker.done("init")
    assert "\n\n\n" not in tracker.done("init", "--editor", "zed")


@pytest.mark.parametrize("path", [path for each in EDITORS.values() for path in each.files])
def test_settings_can_be_read_by_their_editor(path: Path) -> None:
    text = next(each.files[path] for each in EDITORS.values() if path in each.files)
    if path.suffix in PARSERS:
        assert PARSERS[path.suffix](text)
    for opening, closing in ("()", "{}", "[]"):
        assert text.count(opening) == text.count(closing)
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("editor", EDITORS)
def test_settings_that_are_there_are_kept_and_what_they_lack_is_said(
    tracker: CommandLine, editor: str
) -> None:
    path, text = next(iter(EDITORS[editor].files.items()))
    tracker.file(path.as_posix(), "own\n")
    printed = tracker.done("init", "--editor", editor)
    assert files(tracker.folder)[path.as_posix()] == "own\n"
    assert f"Kept {path}\n" in printed
    assert f"\nPut this into {path}, beside what it has:\n\n  {text.splitlines()[0]}\n" in printed


@pytest.mark.parametrize(
    ("option", "path"),
    [("--pre-commit", ".pre-commit-config.yaml"), ("--github", ".github/workflows/claims.yml")],
)
def test_what_a_kept_file_lacks_is_said(tracker: CommandLine, option: str, path: str) -> None:
    tracker.file(path, "repos: []\n")
    printed = tracker.done("init", option)
    assert f"Kept {path}\n" in printed
    assert f"\nPut this into {path}, beside what it has:\n" in printed


def test_a_kept_file_is_not_said_to_be_moved(tracker: CommandLine) -> None:
    Repository(tracker.folder)
    tracker.file("sub/.pre-commit-config.yaml", "repos: []\n")
    assert "at the top" not in tracker.done("init", "sub", "--pre-commit")


@pytest.mark.parametrize("before", ['"yaml.format.enable": true', '"files.eol": "\\n"'])
def test_settings_that_have_what_is_needed_are_left_at_that(
    tracker: CommandLine, before: str
) -> None:
    path, text = next(iter(EDITORS["vscode"].files.items()))
    tracker.file(path.as_posix(), text.replace("{\n", f"{{\n    {before},\n", 1))
    printed = tracker.done("init", "--editor", "vscode")
    assert f"Kept {path}\n" in printed
    assert "Put this into" not in printed


def test_in_a_project_that_has_all_the_settings_are_still_said(tracker: CommandLine) -> None:
    tracker.done("init")
    tracker.file(".dir-locals.el", "((nil))\n")
    printed = tracker.done("init", "--editor", "emacs")
    assert "Made " not in printed
    assert "Put this into .dir-locals.el, beside what it has:\n" in printed


def test_settings_that_cannot_be_read_are_kept(tracker: CommandLine) -> None:
    link = tracker.folder / ".nvim.lua"
    link.symlink_to(tracker.folder / "missing")
    printed = tracker.done("init", "--editor", "neovim")
    assert "Kept .nvim.lua\n" in printed
    assert "Put this into .nvim.lua, beside what it has:\n" in printed
    assert link.is_symlink()


def test_an_editor_that_is_not_known_is_refused_with_those_that_are(tracker: CommandLine) -> None:
    error = tracker.fails("init", "--editor", "ed")
    assert all(name in error for name in EDITORS)
    assert files(tracker.folder) == {}


def test_attributes_behind_a_link_out_are_not_written_to(tracker: CommandLine) -> None:
    other = tracker.file("other/attributes", "*.png binary\n")
    (tracker.folder / "new").mkdir()
    (tracker.folder / "new/.gitattributes").symlink_to(other)
    assert "leads out of" in tracker.fails("init", "new", "--merge")
    assert other.read_text(encoding="utf-8") == "*.png binary\n"


def test_protected_attributes_leave_nothing_behind(tracker: CommandLine) -> None:
    tracker.file(".gitattributes", "*.png binary\n").chmod(0o444)
    assert "write-protected" in tracker.fails("init", "--merge")
    assert set(files(tracker.folder)) == {".gitattributes"}


def test_the_dates_that_the_example_recommends_are_canonical() -> None:
    line = next(line for line in starter.CLAIMS.splitlines() if line.lstrip().startswith("due: "))
    recommended = re.findall("`([^`]+)`", line)
    assert len(recommended) > 1
    for text in recommended:
        assert_valid(samples.claims_file(samples.claim({"due": text})))


@pytest.mark.parametrize(
    "text",
    [PRE_COMMIT, GITHUB_WORKFLOW, AGENDA_WORKFLOW, *PUBLISHING],
    ids=["pre-commit", "github", "agenda", *PAGES],
)
def test_what_is_for_ci_says_where_to_put_the_address(text: str) -> None:
    assert "OWNER/claim-tracker" in text
    assert "# Put the address of claim-tracker here" in text


def test_a_workflow_may_do_no_more_than_it_has_to() -> None:
    assert yaml.safe_load(GITHUB_WORKFLOW)["permissions"] == {"contents": "read"}
    issues = yaml.safe_load(AGENDA_WORKFLOW)["permissions"]
    assert issues == {"contents": "read", "issues": "write"}
    published = yaml.safe_load(PAGES["github"].text)
    assert published["permissions"] == {"contents": "read"}
    assert [job["permissions"] for job in published["jobs"].values()] == [
        {"contents": "read", "pages": "read"},
        {"pages": "write", "id-token": "write"},
    ]


def test_a_site_is_published_after_a_push_and_each_day() -> None:
    triggers = yaml.safe_load(PAGES["github"].text)[True]  # as YAML 1.1 reads `on`
    assert set(triggers) == {"push", "schedule", "workflow_dispatch"}
    minute, hour, *days = triggers["schedule"][0]["cron"].split()
    assert (int(minute) > 0, int(hour) < 24, days) == (True, True, ["*"] * 3)


def test_a_site_is_published_with_the_whole_history() -> None:
    checkout = yaml.safe_load(PAGES["github"].text)["jobs"]["build"]["steps"][0]
    assert checkout["with"] == {"fetch-depth": 0}
    assert yaml.safe_load(PAGES["gitlab"].text)["pages"]["variables"] == {"GIT_DEPTH": 0}


@pytest.mark.parametrize("host", PAGES)
def test_what_is_left_to_do_where_the_site_is_published_is_said(
    tracker: CommandLine, host: str
) -> None:
    pages = PAGES[host]
    printed = tracker.done("init", "--pages", host)
    assert f"OWNER in {pages.path} stands for whoever publishes claim-tracker" in printed
    assert f"\n\n{pages.name}: {pages.left_to_do}.\n" in printed


@pytest.mark.parametrize(
    ("remote", "host"),
    [
        ("https://github.com/owner/claims", "github"),
        ("https://name:word@github.com/owner/claims.git", "github"),
        ("git@github.com:owner/claims.git", "github"),
        ("https://gitlab.com/group/claims.git", "gitlab"),
        ("ssh://git@gitlab.example.org:2222/group/claims.git", "gitlab"),
        ("GitLab.example.org:claims", "gitlab"),
        ("https://example.org/github.com/claims", None),
        ("https://notgithub.example/claims", None),
        ("/srv/github/claims.git", None),
        ("", None),
    ],
)
def test_a_remote_says_by_its_host_where_a_site_is_published(remote: str, host: str | None) -> None:
    assert git_host(remote) == host


@pytest.mark.parametrize(
    ("remote", "name"),
    [("git@github.com:o/claims.git", PAGES_WORKFLOW), ("https://gitlab.com/o/claims", GITLAB)],
)
@pytest.mark.parametrize("folder", [".", "new/one"])
def test_a_site_is_published_where_the_remote_is(
    tracker: CommandLine, remote: str, name: str, folder: str
) -> None:
    Repository(tracker.folder).git("remote", "add", "origin", remote)
    printed = tracker.done("init", folder, "--pages")
    assert f"Made {Path(folder, name)}\n" in printed


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("--pre-commit", PRE_COMMIT_FILE),
        ("--github", WORKFLOW),
        ("--agenda", AGENDA),
        ("--pages=github", PAGES_WORKFLOW),
        ("--pages=gitlab", GITLAB),
    ],
)
def test_files_sought_at_the_top_of_a_repository_belong_there(
    tracker: CommandLine, option: str, name: str
) -> None:
    Repository(tracker.folder)
    top = os.path.realpath(tracker.folder)
    assert (
        f"\n\n{Path('sub', name)} is looked for only at the top of the repository: move it to "
        f"{Path(top, name)}, and let its commands name sub/{CLAIMS}.\n"
    ) in tracker.done("init", "sub", option)
    assert "at the top" not in tracker.done("init", option)


def test_where_no_remote_says_it_the_host_is_asked_for(tracker: CommandLine) -> None:
    def refused() -> str:
        return tracker.fails("init", "--pages")

    advice = "nothing was written\nHelp: write `--pages github` or `--pages gitlab`\n"
    assert f"`.` has no remote; {advice}" in refused()
    repository = Repository(tracker.folder)
    assert f"`.` has no remote; {advice}" in refused()
    repository.git("remote", "add", "origin", "https://name:word@example.org/claims")
    error = refused()
    assert f"`.` is on neither GitHub nor GitLab by its name; {advice}" in error
    assert "word" not in error
    assert not (tracker.folder / "data").exists()


@pytest.mark.parametrize(
    ("host", "others", "job"),
    [
        ("gitlab", "claims:\n  script: [tracker check]\n", "\n  pages:\n    image: python:3.13\n"),
        ("gitlab", "pages:\n  script: [hugo]\n", "\n  pages:\n    image: python:3.13\n"),
        ("github", "jobs:\n  build:\n    steps: []\n", "\n        - run: tracker export site -o"),
    ],
)
def test_a_file_of_other_jobs_is_kept_and_the_missing_job_is_said(
    tracker: CommandLine, host: str, others: str, job: str
) -> None:
    name = PAGES[host].path.as_posix()
    tracker.file(name, others)
    for _ in range(2):
        printed = tracker.done("init", "--pages", host)
        assert f"Kept {name}\n" in printed
        assert f"\nPut this into {name}, beside what it has:\n\n" in printed
        assert job in printed
    assert files(tracker.folder)[name] == others


@pytest.mark.parametrize("host", PAGES)
def test_a_file_that_has_the_job_is_left_at_that(tracker: CommandLine, host: str) -> None:
    pages = PAGES[host]
    tracker.file(pages.path.as_posix(), pages.text.replace("OWNER", "newsroom"))
    assert "Put this into" not in tracker.done("init", "--pages", host)
    assert "are already there" in tracker.fails("init", "--pages", host)


def steps_of(host: str) -> list[str]:
    """The lines that are run to make the site, without the one that installs the tool."""
    content = yaml.safe_load(PAGES[host].text)
    lines: list[str] = (
        content["pages"]["script"]
        if host == "gitlab"
        else [step["run"] for step in content["jobs"]["build"]["steps"] if "run" in step]
    )
    install, *steps = lines
    assert install.startswith('pip install "claim-tracker[site] @ git+https://github.com/OWNER/')
    return steps


@pytest.mark.slow
@pytest.mark.parametrize(("host", "address"), [("github", "BASE_URL"), ("gitlab", "CI_PAGES_URL")])
def test_what_publishes_a_site_checks_the_claims_and_makes_it(
    tracker: CommandLine, host: str, address: str
) -> None:
    repository = Repository(tracker.folder)
    tracker.done("init", "--pages", host)
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Begin")
    repository.commit(CLAIMS, starter.CLAIMS.replace("late 2025", "2026"))
    own = tracker.file("bin/tracker", f'#!/bin/sh\nexec "{sys.executable}" -m claim_tracker "$@"\n')
    own.chmod(0o755)
    environ = {
        "PATH": f"{own.parent}{os.pathsep}{os.environ['PATH']}",
        address: "https://news.example/claims",
    }
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(steps_of(host)))
    ran = process("-c", EXECUTE, *shell, environ=environ)
    assert ran.status == 0, ran.out + ran.err
    made = files(tracker.folder / "public")
    assert "rewritten: moved from late 2025 to 2026" in made["corrections.html"]
    assert "<loc>https://news.example/claims/</loc>" in made["sitemap.xml"]
    tracker.file(CLAIMS, starter.CLAIMS.replace("commitment", "comitment"))
    shutil.rmtree(tracker.folder / "public")
    assert process("-c", EXECUTE, *shell, environ=environ).status == 1
    assert not (tracker.folder / "public").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("builtin", "text"),
    [
        ("github-workflows", GITHUB_WORKFLOW),
        ("github-workflows", AGENDA_WORKFLOW),
        ("github-workflows", PAGES["github"].text),
        ("gitlab-ci", PAGES["gitlab"].text),
    ],
    ids=["claims", "agenda", "github", "gitlab"],
)
def test_what_is_for_ci_fits_the_schema_of_its_host(
    tracker: CommandLine, builtin: str, text: str
) -> None:
    path = tracker.file("ci.yaml", text)
    schema_name = f"vendor.{builtin}"
    ran = process("-m", "check_jsonschema", "--builtin-schema", schema_name, str(path))
    assert ran.status == 0, ran.out


def test_a_folder_is_made_where_there_is_none(tracker: CommandLine) -> None:
    printed = tracker.done("init", "a/b")
    assert set(files(tracker.folder)) == {"a", "a/b", "a/b/data", f"a/b/{CLAIMS}", f"a/b/{SCHEMA}"}
    assert "Made a/b/data/claims.yaml\n" in printed


def test_other_files_in_the_folder_stay(tracker: CommandLine) -> None:
    tracker.file("data/notes.txt", "own\n")
    tracker.done("init")
    assert files(tracker.folder)["data/notes.txt"] == "own\n"


@pytest.mark.parametrize("name", [CLAIMS, SCHEMA, PRE_COMMIT_FILE, WORKFLOW])
def test_a_file_that_is_there_is_kept_and_the_others_are_made(
    tracker: CommandLine, name: str
) -> None:
    tracker.file(name, "own\n")
    printed = tracker.done("init", *ALL)
    found = {path: each for path, each in files(tracker.folder).items() if each}
    assert set(found) == {CLAIMS, SCHEMA, PRE_COMMIT_FILE, WORKFLOW}
    assert found[name] == "own\n"
    assert f"Kept {name}\n" in printed
    assert f"Made {name}" not in printed


def test_where_nothing_is_missing_all_that_is_there_is_named(tracker: CommandLine) -> None:
    tracker.done("init", *ALL)
    before = files(tracker.folder)
    assert f"`{CLAIMS}`, `{SCHEMA}` are already there; nothing was written" in tracker.fails("init")
    assert files(tracker.folder) == before


def test_only_files_that_would_be_written_are_in_the_way(tracker: CommandLine) -> None:
    tracker.file(PRE_COMMIT_FILE, "own\n")
    tracker.done("init", "--github")
    assert files(tracker.folder)[PRE_COMMIT_FILE] == "own\n"


@pytest.mark.parametrize("name", [CLAIMS, SCHEMA])
def test_a_link_that_leads_nowhere_is_kept(tracker: CommandLine, name: str) -> None:
    link = tracker.folder / name
    link.parent.mkdir()
    link.symlink_to(tracker.folder / "missing")
    assert f"Kept {name}\n" in tracker.done("init")
    assert link.is_symlink()
    assert not link.exists()


def test_a_linked_folder_is_written_to(tracker: CommandLine) -> None:
    real = tracker.folder / "real"
    real.mkdir()
    (tracker.folder / "data").symlink_to(real, target_is_directory=True)
    tracker.done("init")
    assert (real / "claims.yaml").read_text("utf-8") == starter.CLAIMS


@pytest.mark.parametrize("link", ["data", ".github", ".github/workflows"])
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_a_link_out_is_not_written_to(
    tracker: CommandLine, link: str, there: bool
) -> None:
    outside = tracker.folder / "outside"
    if there:
        outside.mkdir()
    path = tracker.folder / "project" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)
    before = files(tracker.folder)
    err = tracker.fails("init", "project", *ALL)
    assert "is a link that leads out of `project`" in err
    assert files(tracker.folder) == before


@pytest.mark.parametrize("race", [CLAIMS, SCHEMA, PRE_COMMIT_FILE, WORKFLOW])
def test_a_file_that_appears_meanwhile_is_not_overwritten(tracker: CommandLine, race: str) -> None:
    tracker.file(race, "theirs\n")
    before = files(tracker.folder)
    tracker.patch.setattr(os.path, "lexists", lambda _: False)
    assert f"cannot write `{race}`: File exists" in tracker.fails("init", *ALL)
    assert files(tracker.folder) == before


def test_a_folder_that_appears_meanwhile_is_used(tracker: CommandLine) -> None:
    make = Path.mkdir

    def twice(folder: Path) -> None:
        make(folder)
        make(folder)

    tracker.patch.setattr(Path, "mkdir", twice)
    tracker.done("init")
    assert set(files(tracker.folder)) == {"data", CLAIMS, SCHEMA}


def test_an_error_in_the_middle_leaves_nothing_behind(tracker: CommandLine) -> None:
    blocked = tracker.file("a/.github", "a file in the place of a folder\n")
    error = tracker.fails("init", "a", *ALL)
    assert "cannot write `a/.github`: File exists; nothing was written\nHelp: " in error
    assert files(tracker.folder) == {"a": "", "a/.github": blocked.read_text("utf-8")}


def test_folders_made_before_an_error_are_removed_too(tracker: CommandLine) -> None:
    too_long = "n" * 300
    assert "File name too long" in tracker.fails("init", f"a/b/{too_long}")
    assert files(tracker.folder) == {}


def test_a_file_written_in_part_is_removed(tracker: CommandLine) -> None:
    tracker.patch.setattr("claim_tracker.cli.project.starter.PRE_COMMIT", "\ud800")
    assert f"cannot write `{PRE_COMMIT_FILE}`: " in tracker.fails("init", *ALL)
    assert files(tracker.folder) == {}


@pytest.mark.usefixtures("tracker")
@pytest.mark.parametrize(("sign", "stride"), [("SIGKILL", 1), ("SIGTERM", 5)])
@pytest.mark.slow
def test_an_end_at_any_step_leaves_whole_files_or_none(sign: str, stride: int) -> None:
    ran = process("-c", AT_EVERY_STEP, sign, str(stride))
    *ended, done = json.loads(ran.out)
    whole = done[1]
    assert (done[0], set(whole)) == (0, {CLAIMS, SCHEMA, PRE_COMMIT_FILE})
    assert len(ended) > 3
    for status, after, status_of_next, then in ended:
        assert status == -signal.Signals[sign]
        assert visible_in(after).items() <= whole.items()
        assert status_of_next == (2 if visible_in(after) == whole else 0)
        assert visible_in(then) == whole
        assert sign == "SIGKILL" or after == visible_in(after)


def visible_in(found: dict[str, str]) -> dict[str, str]:
    """Without what `SIGKILL` lets nobody take away: files that no command reads."""
    return {name: text for name, text in found.items() if not BESIDE.search(name)}


@pytest.mark.parametrize("error", [PermissionError(1, "no"), NotImplementedError("no")])
def test_where_a_file_has_but_one_name_nothing_is_overwritten(
    tracker: CommandLine, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    tracker.patch.setattr(Path, "hardlink_to", fail)
    tracker.done("init")
    assert files(tracker.folder)[CLAIMS] == starter.CLAIMS
    assert set(files(tracker.folder)) == {"data", CLAIMS, SCHEMA}
    lexists, asked = os.path.lexists, iter([False, True, True, True])
    tracker.patch.setattr(os.path, "lexists", lambda path: next(asked) and lexists(path))
    tracker.file(PRE_COMMIT_FILE, "theirs\n")
    assert f"cannot write `{CLAIMS}`: File exists" in tracker.fails("init", "--pre-commit")
    assert files(tracker.folder)[CLAIMS] == starter.CLAIMS
    assert set(files(tracker.folder)) == {"data", CLAIMS, SCHEMA, PRE_COMMIT_FILE}


def test_a_folder_that_somebody_else_has_used_meanwhile_stays(tracker: CommandLine) -> None:
    def write_and_fail() -> dict[str, object]:
        tracker.file("new/notes.txt", "theirs\n")
        return {"$schema": "\ud800"}

    tracker.patch.setattr("claim_tracker.claims.json_schema.claims_schema", write_and_fail)
    tracker.fails("init", "new")
    assert files(tracker.folder) == {"new": "", "new/notes.txt": "theirs\n"}


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_place_of_the_folder_is_refused(tracker: CommandLine, name: str) -> None:
    tracker.file("file", "own\n")
    tracker.fails("init", name)
    assert files(tracker.folder) == {"file": "own\n"}


def test_a_folder_that_is_gone_is_refused(tracker: CommandLine) -> None:
    gone = tracker.folder / "gone"
    gone.mkdir()
    tracker.patch.chdir(gone)
    gone.rmdir()
    assert "the folder that you are in is gone" in tracker.fails("init")
