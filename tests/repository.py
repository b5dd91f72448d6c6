"""A git repository to test with, free of its user's settings."""

import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass
from pathlib import Path

_IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A. Reporter",
    "GIT_AUTHOR_EMAIL": "reporter@example.org",
    "GIT_COMMITTER_NAME": "A. Reporter",
    "GIT_COMMITTER_EMAIL": "reporter@example.org",
}


@dataclass(frozen=True)
class Repository:
    """A repository in an empty folder."""

    folder: Path

    def __post_init__(self) -> None:
        """Make it."""
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git in the repository."""
        return asyncio.run(self._git(arguments))

    def commit(self, name: str, text: str) -> None:
        """Write a file and commit it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        self.git("--literal-pathspecs", "add", "--", name)
        self.git("commit", "--quiet", "--message", f"Write {name}")

    async def _git(self, arguments: tuple[str, ...]) -> str:
        child = await asyncio.create_subprocess_exec(
            "git",
            *arguments,
            cwd=self.folder,
            stdin=DEVNULL,
            stdout=PIPE,
            env=os.environ | _IDENTITY,
        )
        out, _ = await child.communicate()
        assert child.returncode == 0
        return out.decode()
