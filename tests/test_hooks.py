"""What other repositories use of this one: the hook for pre-commit and the action for GitHub."""

import os
import re
import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from claim_tracker.cli.commands.check import check
from claim_tracker.cli.project.starter import GITHUB_WORKFLOW, PRE_COMMIT
from tests.conftest import Ran
from tests.processes import process
from tests.repository import Repository
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PACKAGE = ("src", "pyproject.toml", "README.md", "LICENSE", HOOKS.name)
ADDRESS = "https://github.com/OWNER/claim-tracker"
GOOD = claims_file(claim())
BAD = claims_file(claim({"deadlne": "2025-09"}))
OFFLINE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip's way of saying that there is none
    "PYTHONPATH": sysconfig.get_path("purelib"),
}
"""The hook's environment is made without the network: it finds here what it builds and runs on."""
EXECUTE = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
INPUT = re.compile(r"\$\{\{ inputs\.(\w+) \}\}")


@dataclass(frozen=True)
class Project:
    """A repository of claims that uses the hook, as `tracker init --pre-commit` sets it up."""

    repository: Repository
    environ: dict[str, str]

    def pre_commit(self, patch: pytest.MonkeyPatch) -> Ran:
        """Run the hook on all files."""
        patch.chdir(self.repository.folder)
        arguments = ("-m", "pre_commit", "run", "--all-files", "--color=never")
        return process(*arguments, environ=self.environ)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    published = _published(tmp_path_factory.mktemp("published"))
    repository = Repository(tmp_path_factory.mktemp("project"))
    config = PRE_COMMIT.replace(ADDRESS, str(published.folder))
    repository.commit(".pre-commit-config.yaml", config)
    cache = tmp_path_factory.mktemp("cache")
    return Project(repository, OFFLINE | {"PRE_COMMIT_HOME": str(cache)})


def _published(folder: Path) -> Repository:
    """A repository of what is installed of this one, with a tag for the version."""
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder)
    repository = Repository(folder)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Publish")
    repository.git("tag", yaml.safe_load(PRE_COMMIT)["repos"][0]["rev"])
    return repository


def test_the_hook_lets_good_claims_pass_and_stops_bad_ones(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.repository.commit("data/claims.yaml", GOOD)
    passed = project.pre_commit(monkeypatch)
    assert passed.status == 0, passed.out + passed.err
    assert re.search(r"^check the claims\.+Passed$", passed.out, re.MULTILINE)

    project.repository.commit("data/claims.yaml", BAD)
    failed = project.pre_commit(monkeypatch)
    assert failed.status == 1
    assert re.search(r"^check the claims\.+Failed$", failed.out, re.MULTILINE)
    assert "E101" in failed.out
    assert "data/claims.yaml:8:5" in failed.out


def test_pre_commit_accepts_the_hooks() -> None:
    ran = process("-m", "pre_commit", "validate-manifest", str(HOOKS))
    assert ran.status == 0, ran.out


def test_pre_commit_accepts_the_first_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(PRE_COMMIT, "utf-8")
    ran = process("-m", "pre_commit", "validate-config", str(path))
    assert ran.status == 0, ran.out


def hooks() -> list[dict[str, Any]]:
    """The hooks that this repository offers."""
    return list(yaml.safe_load(HOOKS.read_text("utf-8")))


def test_the_first_configuration_uses_a_hook_that_there_is() -> None:
    used = {hook["id"] for hook in yaml.safe_load(PRE_COMMIT)["repos"][0]["hooks"]}
    assert used <= {hook["id"] for hook in hooks()}


def test_every_hook_calls_check_with_options_that_it_has() -> None:
    known = {option for parameter in check.params for option in parameter.opts}
    for hook in hooks():
        command, name, *options = hook["entry"].split()
        assert (command, name) == ("tracker", "check")
        assert set(options) <= known


def test_a_hook_reads_all_claims_once() -> None:
    assert [hook["pass_filenames"] for hook in hooks()] == [False] * len(hooks())


@pytest.mark.parametrize(
    ("path", "starts"),
    [
        ("data/claims.yaml", True),
        ("claims.yml", True),
        ("claims/2025/iraq.yaml", True),
        ("data/claims-2025.yaml", True),
        ("data/claims.schema.json", False),
        ("docs/claims.yaml.md", False),
        ("mkdocs.yml", False),
    ],
)
def test_a_hook_is_started_by_files_of_claims(path: str, *, starts: bool) -> None:
    for hook in hooks():
        assert bool(re.search(hook["files"], path)) is starts


def action() -> dict[str, Any]:
    """The action that this repository offers."""
    return dict(yaml.safe_load((ROOT / "action.yml").read_text("utf-8")))


def steps() -> dict[str, dict[str, Any]]:
    """The steps of the action by their names."""
    return {step["name"]: step for step in action()["runs"]["steps"]}


def test_the_action_has_optional_inputs_that_are_described() -> None:
    inputs = action()["inputs"]
    assert set(inputs) == {"files", "strict", "args"}
    assert all(each["description"] and "default" in each for each in inputs.values())


def test_the_first_workflow_gives_the_action_inputs_that_it_has() -> None:
    used = yaml.safe_load(GITHUB_WORKFLOW)["jobs"]["check"]["steps"][-1]
    assert used["uses"].startswith("OWNER/claim-tracker@v")
    assert set(used["with"]) <= set(action()["inputs"])


def test_no_script_of_the_action_holds_an_expression() -> None:
    scripts = [step["run"] for step in steps().values() if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]


def test_every_input_of_the_action_is_used() -> None:
    environ = steps()["Check the claims"]["env"].values()
    used = {match[1] for value in environ if (match := INPUT.fullmatch(value))}
    assert used == set(action()["inputs"])


def test_the_action_is_installed_from_its_own_folder() -> None:
    assert steps()["Install claim-tracker"]["run"].endswith('"$GITHUB_ACTION_PATH"')


@dataclass(frozen=True)
class Action:
    """The last step of the action, run in a folder with the claims."""

    folder: Path

    def __call__(self, **inputs: str) -> Ran:
        step = steps()["Check the claims"]
        values = {name: each["default"] for name, each in action()["inputs"].items()} | inputs
        environ = {
            name: INPUT.sub(lambda match: values[match[1]], value)
            for name, value in step["env"].items()
        }
        environ |= {"PYTHON": sys.executable, "RUNNER_TEMP": str(self.folder)}
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
        return process("-c", EXECUTE, *shell, environ=environ)

    def write(self, name: str, text: str) -> None:
        """Write a file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def run_action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Action:
    monkeypatch.chdir(tmp_path)
    return Action(tmp_path)


WARNED = claims_file(claim(), head="sources: {unused: {url: https://example.org/unused}}\n")


def test_the_action_lets_good_claims_pass(run_action: Action) -> None:
    run_action.write("data/claims.yaml", GOOD)
    assert run_action() == Ran(0, "", "")


def test_the_action_marks_what_is_wrong_on_its_line(run_action: Action) -> None:
    run_action.write("data/claims.yaml", BAD)
    ran = run_action()
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("::error file=data/claims.yaml,line=8,")


@pytest.mark.parametrize(("strict", "status"), [("true", 1), ("false", 0)])
def test_the_action_is_strict_on_request(run_action: Action, strict: str, status: int) -> None:
    run_action.write("data/claims.yaml", WARNED)
    ran = run_action(strict=strict)
    assert ran.status == status
    assert ran.out.startswith("::warning ")


@pytest.mark.parametrize("strict", ["yes", "", "True"])
def test_the_action_refuses_another_word_for_strict(run_action: Action, strict: str) -> None:
    run_action.write("data/claims.yaml", WARNED)
    assert run_action(strict=strict).status == 2


def test_the_action_reads_the_files_that_are_named_a_line(run_action: Action) -> None:
    run_action.write("one more.yaml", BAD)
    run_action.write("claims/good.yaml", claims_file())
    ran = run_action(files="\n  one more.yaml\n  claims\n\n")
    assert ran.status == 1
    assert "file=one more.yaml" in ran.out
    assert ran.err == ""


def test_the_action_passes_further_arguments_on(run_action: Action) -> None:
    run_action.write("data/claims.yaml", WARNED)
    ran = run_action(args="--format json\n-o findings.json --ignore   W301")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert '"findings": []' in (run_action.folder / "findings.json").read_text("utf-8")


@pytest.mark.parametrize("name", ["files", "strict", "args"])
@pytest.mark.parametrize("text", ["$(touch hacked)", "`touch hacked`", "; touch hacked", "*"])
def test_the_action_runs_nothing_that_an_input_holds(
    run_action: Action, name: str, text: str
) -> None:
    run_action.write("data/claims.yaml", GOOD)
    assert run_action(**{name: text}).status == 2
    assert not (run_action.folder / "hacked").exists()


def test_the_action_imports_nothing_from_the_claims_folder(run_action: Action) -> None:
    run_action.write("data/claims.yaml", GOOD)
    run_action.write("yaml.py", "raise SystemExit(99)\n")
    assert run_action().status == 0
