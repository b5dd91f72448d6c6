"""How this copy was installed, and so which command adds to it what an extra has."""

import json
import re
import shlex
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

NAME = "claim-tracker"
_PIPX = "pipx_metadata.json"
_UV_TOOL = "uv-receipt.toml"
_UV = "uv"


@dataclass(frozen=True)
class Installation:
    """What tells how a copy was installed."""

    python: str
    """The interpreter that runs it."""
    prefix: str
    """The folder of its environment."""
    files: frozenset[str] = frozenset()
    """The names of the files in that folder."""
    installer: str = ""
    """The program that installed it (https://packaging.python.org/specifications/)."""
    origin: Mapping[str, Any] = field(default_factory=dict)
    """Where it was installed from (`direct_url.json` of PEP 610), unless by its name."""
    requirements: tuple[str, ...] = ()
    """The requirements of claim-tracker, those of its extras among them."""

    @property
    def manager(self) -> Literal["pipx", "uv tool", "uv", "pip"]:
        """Return the manager of the environment: pipx and uv leave a file in those of tools."""
        if _PIPX in self.files:
            return "pipx"
        if _UV_TOOL in self.files:
            return "uv tool"
        return "uv" if self.installer == _UV else "pip"


def this_installation() -> Installation:
    """Return how the copy that runs was installed."""
    files = frozenset(name for name in (_PIPX, _UV_TOOL) if Path(sys.prefix, name).is_file())
    copy = Installation(sys.executable, sys.prefix, files)
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:  # it runs from its source
        return copy
    return replace(
        copy,
        installer=(installed.read_text("INSTALLER") or "").strip(),
        origin=_origin(installed.read_text("direct_url.json")),
        requirements=tuple(installed.requires or ()),
    )


def _origin(text: str | None) -> Mapping[str, Any]:
    """Return where a distribution says that it came from, if it does."""
    with suppress(ValueError):
        origin = json.loads(text or "{}")
        if isinstance(origin, dict):
            return origin
    return {}


def install_command(extra: str, installed: Installation | None = None) -> str:
    """Return the command that adds what an extra has to a copy, and takes nothing from it.

    By default the copy is the one that runs.
    """
    installed = installed or this_installation()
    match installed.manager:
        case "pipx":
            libraries = _libraries(extra, installed.requirements)
            words = ["pipx", "inject", Path(installed.prefix).name, *libraries]
        case "uv tool":  # which takes out what an earlier command has put in
            words = ["uv", "tool", "install", *_with_origin("all", installed.origin)]
        case "uv":
            words = ["uv", "pip", "install", "--python", installed.python, f"{NAME}[{extra}]"]
        case "pip":
            words = [installed.python, "-m", "pip", "install", f"{NAME}[{extra}]"]
    return shlex.join(words)


def _libraries(extra: str, requirements: tuple[str, ...]) -> list[str]:
    """Return the requirements that an extra adds."""
    marked = re.compile(rf"(?P<library>[^;]+?)\s*;\s*extra == (['\"]){re.escape(extra)}\2")
    return [match["library"] for each in requirements if (match := marked.fullmatch(each))]


def _with_origin(extra: str, origin: Mapping[str, Any]) -> list[str]:
    """Return the arguments that name claim-tracker with an extra, from where it came."""
    url = str(origin.get("url", ""))
    if "vcs_info" in origin:
        info = origin["vcs_info"]
        revision = info.get("requested_revision")
        at = f"@{revision}" if revision else ""
        return [f"{NAME}[{extra}] @ {info.get('vcs')}+{url}{at}"]
    if "dir_info" in origin:
        folder = f"{url2pathname(urlsplit(url).path)}[{extra}]"
        return ["--editable", folder] if origin["dir_info"].get("editable") else [folder]
    return [f"{NAME}[{extra}] @ {url}" if url else f"{NAME}[{extra}]"]
