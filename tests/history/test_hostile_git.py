"""Repositories that were made to run a program by what they configure and hold."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

FILE = "data/claims.yaml"
OLD, NEW = claims_file(claim()), claims_file(claim({"due": "2025-09"}))
ABSENT = "1" * 40

PROGRAMS = (
    "core.alternateRefsCommand core.askPass core.editor core.fsmonitor core.gitProxy "
    "core.pager core.sshCommand credential.helper diff.external pager.log pager.diff "
    "pager.cat-file pager.ls-tree pager.rev-parse diff.evil.command diff.evil.textconv "
    "filter.evil.clean filter.evil.smudge filter.evil.process merge.evil.driver "
    "difftool.evil.cmd mergetool.evil.cmd gpg.program gpg.ssh.program gpg.x509.program "
    "gpg.ssh.defaultKeyCommand interactive.diffFilter sequence.editor trailer.evil.command "
    "trailer.evil.cmd alias.log alias.rev-parse alias.cat-file alias.ls-tree man.evil.cmd "
    "browser.evil.cmd guitool.evil.cmd uploadpack.packObjectsHook ssh.variant "
    "remote.origin.uploadpack remote.origin.receivepack sendemail.tocmd submodule.evil.update "
    "receive.procReceiveRefs instaweb.httpd imap.tunnel fsmonitor.socketDir "
    "gc.recentObjectsHook remote.origin.vcs"
).split()
"""The keys of git-config(1) that name a program."""
SWITCHES = {
    "core.repositoryFormatVersion": "1",
    "extensions.partialClone": "origin",
    "extensions.worktreeConfig": "true",
    "remote.origin.promisor": "true",
    "remote.origin.url": "ssh://example.invalid/x",
    "log.showSignature": "true",
    "log.diffMerges": "on",
    "protocol.allow": "always",
    "protocol.file.allow": "always",
    "protocol.ext.allow": "always",
    "protocol.ssh.allow": "always",
    "diff.orderFile": "absent",
    "diff.submodule": "diff",
    "submodule.recurse": "true",
    "core.fsmonitorHookVersion": "2",
    "safe.bareRepository": "all",
}
ENVIRONMENT = (
    "GIT_ASKPASS GIT_EDITOR GIT_EXTERNAL_DIFF GIT_PAGER GIT_PROXY_COMMAND GIT_SEQUENCE_EDITOR "
    "GIT_SSH GIT_SSH_COMMAND PAGER EDITOR SSH_ASKPASS"
).split()
HOOKS = ("post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout")
URLS = ("ssh://example.invalid/x", "ext::{program}", "file://{folder}", "{folder}", "evil::x")
COMMANDS = (
    *(("diff",), ("diff", "HEAD~1"), ("diff", "HEAD:data"), ("diff", "--merge-base", "HEAD")),
    *(("log", "base-closes"), ("corrections",)),
    *(("check", "--changed-since", "HEAD"), ("status",)),
)


@dataclass(frozen=True)
class Trap:
    """A program that leaves a mark when it is run, in a folder of its own."""

    folder: Path

    def __post_init__(self) -> None:
        """Make it, also by the name of each program that git looks for."""
        self.folder.mkdir()
        for name in ("program", "git-remote-evil", "ssh", "gpg", "git"):
            path = self.folder / name
            path.write_text(f"#!/bin/sh\ntouch '{self.mark}'\nexit 1\n", "utf-8")
            path.chmod(0o755)

    @property
    def program(self) -> Path:
        """What a key names."""
        return self.folder / "program"

    @property
    def mark(self) -> Path:
        """What is there once it was run."""
        return self.folder / "mark"

    def config(self, url: str = URLS[0], **more: str) -> str:
        """A configuration in which every key that names a program names this one."""
        address = url.format(program=self.program, folder=self.folder.parent)
        values = (
            dict.fromkeys(PROGRAMS, str(self.program))
            | {"alias.log": f"!{self.program}", "remote.origin.vcs": "evil"}
            | SWITCHES
            | {"remote.origin.url": address, "core.hooksPath": str(self.folder)}
            | more
        )
        if not url.startswith("evil"):
            del values["remote.origin.vcs"]
        return "".join(_entry(*it) for it in values.items())


def _entry(key: str, value: str) -> str:
    section, _, name = key.rpartition(".")
    outer, _, inner = section.partition(".")
    return f'[{outer} "{inner}"]\n{name} = {value}\n' if inner else f"[{outer}]\n{name} = {value}\n"


@pytest.fixture
def trap(tmp_path_factory: pytest.TempPathFactory) -> Trap:
    made = Trap(tmp_path_factory.mktemp("trap") / "in")
    for hook in HOOKS:
        shutil.copy(made.program, made.folder / hook)
    return made


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    made = Repository(tracker.folder)
    made.commit(FILE, OLD)
    made.commit(FILE, NEW)
    return made


def _runs_nothing(tracker: CommandLine, trap: Trap) -> None:
    for command in COMMANDS:
        tracker(*command)
        assert not trap.mark.exists(), command


def _write_bare_repository(folder: Path, config: str) -> None:
    """A bare repository whose last commit is not there, as an ordinary folder of files."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
        (folder / name / "kept").touch()
    (folder / "HEAD").write_text(f"{ABSENT}\n", "ascii")
    (folder / "config").write_text(config, "utf-8")


@pytest.mark.parametrize("url", URLS)
def test_a_bare_repository_among_the_claims_is_not_entered(
    tracker: CommandLine, repository: Repository, trap: Trap, url: str
) -> None:
    _write_bare_repository(tracker.folder / "data", trap.config(url, **{"core.bare": "true"}))
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message=Embed")
    tracker.file(FILE, OLD)
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff")
    tracker.patch.chdir(tracker.folder / "data")
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff", "HEAD~0", "-f", "claims.yaml")


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("lacking", [False, True])
def test_no_key_of_a_configuration_runs_a_program(
    tracker: CommandLine, repository: Repository, trap: Trap, url: str, *, lacking: bool
) -> None:
    repository.commit(".gitattributes", "* diff=evil filter=evil merge=evil text\n")
    if lacking:
        _forget(repository, "HEAD~1^{tree}", f"HEAD:{FILE}")
    config = tracker.folder / ".git" / "config"
    config.write_text(trap.config(url), "utf-8")
    (config.parent / "config.worktree").write_text(trap.config(url), "utf-8")
    for hook in HOOKS:
        shutil.copy(trap.program, config.parent / "hooks" / hook)
    tracker.file(FILE, OLD)
    _runs_nothing(tracker, trap)
    if lacking:
        assert "this is a partial clone" in tracker.fails("diff")
    else:
        assert "Deadline" in tracker.done("diff")


def test_a_work_tree_that_the_configuration_moves_stays(
    tracker: CommandLine, repository: Repository, trap: Trap
) -> None:
    repository.git("config", "core.worktree", str(trap.folder))
    tracker.file(FILE, OLD)
    assert "Deadline" in tracker.done("diff")


def test_a_submodule_runs_no_program(
    tracker: CommandLine, repository: Repository, trap: Trap
) -> None:
    inner = Repository(_made(trap.folder / "inner"))
    inner.commit("claims.yaml", OLD)
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", str(inner.folder), "sub")
    repository.git("commit", "--quiet", "--message=Submodule")
    (tracker.folder / ".git/modules/sub/config").write_text(trap.config(), "utf-8")
    trap.mark.unlink(missing_ok=True)
    (tracker.folder / "sub/claims.yaml").write_text(NEW, "utf-8")
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff", "-f", "sub/claims.yaml")
    tracker.patch.chdir(tracker.folder / "sub")
    _runs_nothing(tracker, trap)


def test_a_linked_work_tree_runs_no_program(
    tracker: CommandLine, repository: Repository, trap: Trap
) -> None:
    repository.git("worktree", "add", "--quiet", "linked")
    for name in ("config", "worktrees/linked/config.worktree"):
        (tracker.folder / ".git" / name).write_text(trap.config(), "utf-8")
    (tracker.folder / "linked" / FILE).write_text(OLD, "utf-8")
    tracker.patch.chdir(tracker.folder / "linked")
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff")


@pytest.mark.usefixtures("repository")
def test_no_variable_of_the_environment_runs_a_program(tracker: CommandLine, trap: Trap) -> None:
    for name in ENVIRONMENT:
        tracker.patch.setenv(name, str(trap.program))
    tracker.patch.setenv("GIT_EXEC_PATH", str(trap.folder))
    tracker.patch.setenv("GIT_TEMPLATE_DIR", str(trap.folder))
    tracker.patch.setenv("GIT_TRACE", str(trap.mark))
    tracker.patch.setenv("GIT_TRACE2_EVENT", str(trap.mark))
    tracker.file(FILE, OLD)
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff")


@pytest.mark.usefixtures("repository")
def test_settings_of_the_environment_run_no_program(tracker: CommandLine, trap: Trap) -> None:
    tracker.patch.setenv("GIT_CONFIG_COUNT", str(len(PROGRAMS)))
    for number, key in enumerate(PROGRAMS):
        tracker.patch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        tracker.patch.setenv(f"GIT_CONFIG_VALUE_{number}", str(trap.program))
    tracker.file(FILE, OLD)
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff")


@pytest.mark.parametrize("entry", ["", ".", "relative"])
def test_a_git_that_lies_among_the_claims_is_not_run(
    tracker: CommandLine, repository: Repository, trap: Trap, entry: str
) -> None:
    for folder in (tracker.folder, tracker.folder / "relative"):
        shutil.copy(trap.folder / "git", _made(folder))
    assert repository.folder == tracker.folder
    tracker.patch.setenv("PATH", entry, prepend=":")
    tracker.file(FILE, OLD)
    _runs_nothing(tracker, trap)
    assert "Deadline" in tracker.done("diff")


@pytest.mark.parametrize("name", ["packed-refs", "HEAD", "config"])
def test_a_pipe_among_the_files_of_git_is_not_waited_for(
    tracker: CommandLine, repository: Repository, name: str
) -> None:
    tracker.patch.setattr("claim_tracker.history.running._PATIENCE", 0.3)
    path = repository.folder / ".git" / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    for command in (("diff",), ("log", "base-closes")):
        assert "git gives no answer" in tracker.fails(*command)


def test_the_index_of_a_hook_is_that_of_its_own_repository(
    tracker: CommandLine, repository: Repository
) -> None:
    inner = Repository(_made(tracker.folder / "inner"))
    inner.commit(FILE, OLD)
    inner.git("mv", FILE, "data/other.yaml")
    tracker.patch.setenv("GIT_INDEX_FILE", str(repository.folder / ".git/index"))
    tracker.patch.setenv("GIT_DIR", str(repository.folder / ".git"))
    assert "No change" in tracker.done("diff", "-f", "inner/data/other.yaml")
    tracker.patch.setenv("GIT_INDEX_FILE", str(inner.folder / ".git/index"))
    assert "No change" in tracker.done("diff", "-f", "inner/data/other.yaml")


@pytest.mark.parametrize("limit", ["blob:none", "tree:0"])
def test_a_partial_clone_is_not_fetched_from(
    tracker: CommandLine, repository: Repository, trap: Trap, limit: str
) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    address = tracker.folder.as_uri()
    clone = trap.folder / "clone"
    repository.git("clone", "--quiet", f"--filter={limit}", address, str(clone))
    tracker.patch.chdir(clone)
    before = sorted((clone / ".git/objects").rglob("*"))
    for command in (("diff", "HEAD~1"), ("log", "base-closes")):
        message = tracker.fails(*command)
        assert "partial clone" in message
        assert "`git fetch --refetch --no-filter`" in message
    assert sorted((clone / ".git/objects").rglob("*")) == before

    repository.git("-C", str(clone), "fetch", "--quiet", "--refetch", "--no-filter")
    assert "Deadline" in tracker.done("diff", "HEAD~1")


def _forget(repository: Repository, *names: str) -> None:
    """Take objects out of a repository."""
    for name in names:
        known = repository.git("rev-parse", name).strip()
        (repository.folder / ".git/objects" / known[:2] / known[2:]).unlink()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
