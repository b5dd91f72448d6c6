"""Which command adds to an installed copy what an extra has."""

import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest

from claim_tracker.cli.installation import NAME, Installation, install_command
from tests.processes import process

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(?:needs_extra\(|install_command\(|\bextra=)[\"'](\w+)")
PYTHON = "/home/ada/.venv/bin/python"
GIT = {
    "url": "https://github.com/OWNER/claim-tracker",
    "vcs_info": {"vcs": "git", "commit_id": "6b4f92f"},
}
TAGGED = GIT | {"vcs_info": {"vcs": "git", "commit_id": "6b4f92f", "requested_revision": "v1"}}
CLONE = {"url": "file:///home/ada/claim%20tracker", "dir_info": {}}
EDITED = CLONE | {"dir_info": {"editable": True}}
WHEEL = {"url": "https://news.example/claim_tracker.whl", "archive_info": {}}
REQUIREMENTS = (
    "click>=8.4",
    "jinja2>=3.1; extra == 'html'",
    'lxml-html-clean>=0.4 ; extra == "pages"',
    "trafilatura>=2; extra == 'pages'",
    "claim-tracker[html,pages]; extra == 'all'",
)


def installed(
    file: str = "", installer: str = "pip", origin: Mapping[str, Any] | None = None
) -> Installation:
    """A copy in an environment with this file in its folder."""
    files = frozenset({file} - {""})
    prefix = "/home/ada/.local/share/pipx/venvs/claim-tracker"
    return Installation(PYTHON, prefix, files, installer, origin or {}, REQUIREMENTS)


@pytest.mark.parametrize("origin", [{}, GIT, CLONE, EDITED, WHEEL])
def test_pip_installs_an_extra_into_the_same_environment(origin: Mapping[str, Any]) -> None:
    command = install_command("html", installed(origin=origin))
    assert command == f"{PYTHON} -m pip install 'claim-tracker[html]'"


def test_a_python_in_a_folder_with_a_space_is_quoted() -> None:
    command = install_command("html", Installation("/home/a da/bin/python", "/home/a da"))
    assert shlex.split(command)[0] == "/home/a da/bin/python"


def test_uv_installs_an_extra_where_there_is_no_pip() -> None:
    command = install_command("html", installed(installer="uv"))
    assert command == f"uv pip install --python {PYTHON} 'claim-tracker[html]'"


@pytest.mark.parametrize("installer", ["pip", "uv"])
@pytest.mark.parametrize("origin", [{}, GIT, CLONE])
def test_pipx_injects_the_libraries_of_an_extra(installer: str, origin: Mapping[str, Any]) -> None:
    copy = installed("pipx_metadata.json", installer, origin)
    assert install_command("html", copy) == "pipx inject claim-tracker 'jinja2>=3.1'"
    assert install_command("pages", copy) == (
        "pipx inject claim-tracker 'lxml-html-clean>=0.4' 'trafilatura>=2'"
    )


def test_pipx_injects_into_an_environment_of_another_name() -> None:
    files = frozenset({"pipx_metadata.json"})
    copy = Installation(PYTHON, "/pipx/venvs/claim-tracker-next", files, "uv", {}, REQUIREMENTS)
    assert install_command("html", copy).startswith("pipx inject claim-tracker-next ")


@pytest.mark.parametrize(
    ("origin", "arguments"),
    [
        ({}, "'claim-tracker[all]'"),
        (GIT, "'claim-tracker[all] @ git+https://github.com/OWNER/claim-tracker'"),
        (TAGGED, "'claim-tracker[all] @ git+https://github.com/OWNER/claim-tracker@v1'"),
        (CLONE, "'/home/ada/claim tracker[all]'"),
        (EDITED, "--editable '/home/ada/claim tracker[all]'"),
        (WHEEL, "'claim-tracker[all] @ https://news.example/claim_tracker.whl'"),
    ],
)
def test_a_tool_of_uv_is_installed_again_whole_from_its_origin(
    origin: Mapping[str, Any], arguments: str
) -> None:
    copy = installed("uv-receipt.toml", "uv", origin)
    assert install_command("html", copy) == f"uv tool install {arguments}"


def test_a_copy_that_is_not_installed_is_added_to_by_pip() -> None:
    code = (
        "import importlib.metadata as metadata, sys\n"
        "metadata.MetadataPathFinder.search = lambda *_: ()\n"
        "from claim_tracker.cli.installation import install_command\n"
        "print(install_command('html').removeprefix(sys.executable))"
    )
    ran = process("-c", code)
    assert (ran.out, ran.err) == (" -m pip install 'claim-tracker[html]'\n", "")


def test_all_has_every_extra_that_a_command_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (every,) = project["optional-dependencies"]["all"]
    commands = (path.read_text("utf-8") for path in (ROOT / "src/claim_tracker/cli").rglob("*.py"))
    named = {extra for command in commands for extra in NAMED.findall(command)}
    assert named
    assert named <= set(every.removeprefix(f"{NAME}[").removesuffix("]").split(","))


def test_the_libraries_of_an_extra_are_found_as_they_are_built() -> None:
    copy = replace(installed("pipx_metadata.json"), requirements=tuple(requires(NAME) or ()))
    assert shlex.split(install_command("html", copy))[-1].startswith("jinja2>")
