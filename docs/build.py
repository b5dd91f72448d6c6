"""Write the parts of the docs that follow from the code: `python docs/build.py [--check]`.

They are the page of findings, the page of commands, the real output in README.md and import.md, and
the settings of editors.
With `--check` nothing is written, and the exit status is 1 when something is out of date.
"""

import re
import shlex
import sys
from pathlib import Path

from claim_tracker.checks.catalogue_pages import FAMILIES, codes, entry
from claim_tracker.cli.commands.export import export
from claim_tracker.cli.main import COMMANDS
from claim_tracker.cli.project.editors import EDITORS

ROOT = Path(__file__).parent.parent
SCORES = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end -->)", re.DOTALL)
OUTPUT = re.compile(r"(?<=```console\n\$ )(?P<command>tracker [^\n]+)\n.*?(?=```)", re.DOTALL)
SETTINGS = re.compile(r"(?<=<!-- settings: )(?P<editor>\w+) -->\n.*?(?=<!-- end -->)", re.DOTALL)
LANGUAGES = {".json": "json", ".lua": "lua", ".toml": "toml", ".el": "elisp"}
FINDINGS_HEAD = """\
# Findings

What `tracker check` can find. A code that begins with `E` is an error, which makes the data
invalid; one with `W` is a warning, which does not. `tracker check --explain E101` prints the same
text.
"""


def main() -> int:
    """Write or compare every page; the exit status."""
    sys.path.insert(0, str(ROOT))
    shown = (ROOT / "README.md", ROOT / "docs" / "import.md")
    pages = {
        **{page: OUTPUT.sub(_with_output, page.read_text(encoding="utf-8")) for page in shown},
        ROOT / "docs" / "findings.md": _findings(),
        ROOT / "docs" / "commands.md": _commands(),
        ROOT / "docs" / "draft.md": _draft(),
        ROOT / "docs" / "editors.md": _editors(),
    }
    stale = [path for path, text in pages.items() if not _is_current(path, text)]
    if "--check" in sys.argv[1:]:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is out of date: run docs/build.py\n")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def _with_output(match: re.Match[str]) -> str:
    return f"{match['command']}\n{_output(match['command'])}"


def _findings() -> str:
    pages = [FINDINGS_HEAD]
    for family, title in FAMILIES.items():
        pages.append(f"## {title} ({family}xx)\n")
        pages += (
            re.sub(r"^# ", "### ", entry(code).page) for code in codes() if code.startswith(family)
        )
    return "\n".join(pages)


def _commands() -> str:
    names = [*COMMANDS, *(f"export {name}" for name in export.commands)]
    commands = ["tracker", *(f"tracker {name}" for name in sorted(names))]
    pages = (f"## {name}\n\n```text\n{_output(f'{name} --help')}```\n" for name in commands)
    return "\n".join(["# Commands\n", *pages])


def _draft() -> str:
    """The page of drafts, with how well the annotated articles are drafted."""
    from tests.drafting.scoring import markdown, scores_of

    text = (ROOT / "docs" / "draft.md").read_text(encoding="utf-8")
    return SCORES.sub(lambda _: markdown(scores_of()), text)


def _editors() -> str:
    """The page of editors, with the settings that `tracker init` writes."""
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    return SETTINGS.sub(_with_settings, text)


def _with_settings(match: re.Match[str]) -> str:
    blocks = (
        f"`{path.as_posix()}`:\n\n```{LANGUAGES[path.suffix]}\n{text}```\n"
        for path, text in EDITORS[match["editor"]].files.items()
    )
    return "\n".join([f"{match['editor']} -->\n", *blocks, ""])


def _output(command: str) -> str:
    """What a command prints in a terminal, run at the top of the repository."""
    from tests.pages import in_a_terminal

    program = (sys.executable, "-m", "claim_tracker", *shlex.split(command)[1:])
    return in_a_terminal(program, ROOT).printed


if __name__ == "__main__":
    sys.exit(main())
