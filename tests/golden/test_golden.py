"""What the tool says is what it said. `pytest tests/golden --renew` writes down what it says now.

A difference is either wanted, and then looked at and renewed with the change that brings it, or a
fault.
"""

import itertools
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from claim_tracker import load
from claim_tracker.io.manifest import MANIFEST
from claim_tracker.io.own_folder import bring_up_to_date
from claim_tracker.text.diagnostic import Finding, Fix
from claim_tracker.yaml import read
from tests.conftest import NOW, CommandLine, Ran
from tests.formats import EXPORTS
from tests.golden.slips import Slip, slips, with_fixes
from tests.repository import Repository

FOLDER = Path(__file__).parent
CLAIMS = (FOLDER / "claims.yaml").read_text("utf-8")
SLIPS = FOLDER / "slips.txt"
NAME = "data/claims.yaml"
OUTPUTS = FOLDER / "outputs"
SITE = FOLDER / "site"

IDS = "mission-ends", "us-troops-in-iraq"
OPTIONS = {
    "claimreview": ("--publisher", "Example Desk", "--url", "https://desk.example/"),
}
"""What an export needs, beyond the claims."""
COMMANDS = (
    *(("status", "--format", form) for form in ("table", "json", "jsonl", "csv", "markdown")),
    *(("status", "--as-of", "2025-09-10"), ("status", "--color", "always"), ("status", "--help")),
    *(("show", *IDS), ("show", IDS[0], "--format", "json"), ("show", "*", "--color", "always")),
    *(("timeline",), ("timeline", "--color", "always"), ("timeline", "--ascii")),
    *(("scorecard",), ("scorecard", "--by", "topic", "--format", "json")),
    *(("scorecard", "--format", form) for form in ("csv", "markdown")),
    *(("sources", "--format", form) for form in ("text", "json", "csv", "markdown")),
    *(("check",), ("check", "--strict"), ("schema",), ("log", IDS[0])),
    *(("check", "slips.yaml", "--format", form) for form in ("json", "github", "sarif", "junit")),
    *(
        ("check", "slips.yaml", "--format", "concise"),
        ("check", "slips.yaml"),
        ("check", "slips.yaml", "--color", "always"),
    ),
    *(("check", "slips.yaml", "--fix", "--diff"), ("check", "--explain", "E203")),
    *(("export", form, *OPTIONS.get(form, ())) for form in EXPORTS),
    *(("diff", "HEAD~1", "--format", form) for form in ("text", "json", "markdown")),
    *(("corrections", "--format", form) for form in ("text", "json", "markdown", "atom")),
    *(("log", IDS[0], "--format", "json"), ("record", IDS[0], "--outcome", "kept")),
    tuple("record complete-withdrawal --note Looked. --date 2026-11-01 --yes".split()),
    tuple("add --claim New. --kind fact --speaker ISWNews --source iswnews-38320 --yes".split()),
)
UNSTEADY = re.compile(r"\b[0-9]+\.[0-9]{2} s\b|\b[0-9a-f]{7,40}\b")
"""What is another each time: how long it took, and the ids of commits."""


@pytest.fixture
def project(tracker: CommandLine) -> CommandLine:
    """A repository with the claims, an earlier state of them, and a file of many findings."""
    for variable in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        tracker.patch.setenv(variable, "2026-11-01T00:00:00Z")
    repository = Repository(tracker.folder)
    repository.commit(
        NAME, CLAIMS.replace("due: 2026-09", "due: 2026-08").replace("2,500", "2,000")
    )
    repository.commit(NAME, CLAIMS)
    mistakes = ("kind: commitment", "kind: comitment"), ("due: 2025-09", "due: 09/10/2025")
    text = CLAIMS
    for right, wrong in (*mistakes, ("source: iswnews", "source: iswnew"), ("via:", "va:")):
        text = text.replace(right, wrong, 1)
    tracker.file("slips.yaml", text.replace("claim: Foreign", "claim Foreign"))
    return tracker


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_a_command_prints_is_as_it_was(
    project: CommandLine, command: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    path = OUTPUTS / f"{re.sub('[^a-z0-9]+', '-', ' '.join(command).lower()).strip('-')}.txt"
    _is_as_it_was(path, _written(project(*command), project.folder), request)


def test_the_files_of_a_site_are_as_they_were(
    project: CommandLine, request: pytest.FixtureRequest
) -> None:
    """But for the data, which `tracker status` prints too, and for the style."""
    ran = project("export", "site", "--base-url", "https://desk.example/", "-o", "site")
    assert ran.status == 0
    made = {
        path.relative_to("site").as_posix(): path.read_bytes()
        for path in Path("site").rglob("*")
        if path.is_file() and path.name not in ("claims.csv", "claims.json", "style.css", MANIFEST)
    }
    if request.config.getoption("--renew"):
        shutil.rmtree(SITE, ignore_errors=True)
        bring_up_to_date(str(SITE), made)
        (SITE / MANIFEST).unlink()
    kept = {path for path in SITE.rglob("*") if path.is_file()}
    assert {path.relative_to(SITE).as_posix(): path.read_bytes() for path in kept} == made


@pytest.mark.slow
def test_the_findings_of_slips_are_golden(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    findings = (_findings_of(slip, tmp_path / "slip.yaml") for slip in slips(CLAIMS))
    _is_as_it_was(SLIPS, "".join(itertools.chain.from_iterable(findings)), request)


def test_nearly_every_slip_gives_one_error_where_it_is() -> None:
    blocks = re.findall(r"^# .* (\d+)\n((?:\S.*\n)*)", SLIPS.read_text("utf-8"), re.MULTILINE)
    assert len(blocks) == len(list(slips(CLAIMS)))
    errors = [
        (int(line), [int(at) for at in re.findall(r"^E\d+ (\d+)", findings, re.MULTILINE)])
        for line, findings in blocks
    ]
    assert sum(len(found) == 1 for _, found in errors) >= 0.98 * len(errors)
    assert sum(abs(found[0] - line) <= 1 for line, found in errors if found) >= 0.98 * len(errors)


@pytest.mark.slow
def test_most_slips_are_mended_to_the_original_data(tmp_path: Path) -> None:
    all_slips = list(slips(CLAIMS))
    path = tmp_path / "slip.yaml"
    mended = [with_fixes(slip.text, _fixes(slip, path)) for slip in all_slips]
    before = read(NAME, CLAIMS.encode()).root
    same = [read(NAME, text.encode()).root == before for text in mended]
    assert sum(same) >= 0.8 * len(all_slips)


@pytest.mark.slow
def test_a_mend_leaves_a_file_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "slip.yaml"
    for slip in slips(CLAIMS):
        text = with_fixes(slip.text, _fixes(slip, path))
        assert text == slip.text or not read(NAME, text.encode()).problems


def _findings_of(slip: Slip, path: Path) -> list[str]:
    """A slip, and what is found in the file with it: the code, the place and the help."""
    found = _found(slip, path)
    lines = (f"{it.code} {it.span.line}:{it.span.column} {it.help}\n" for it in found)
    return [f"# {slip.kind} {slip.line}\n", *lines, "\n"]


def _found(slip: Slip, path: Path) -> Sequence[Finding]:
    path.write_text(slip.text, "utf-8")
    return load(path, today=NOW).findings


def _fixes(slip: Slip, path: Path) -> list[Fix]:
    return [finding.fix for finding in _found(slip, path) if finding.fix is not None]


def _written(ran: Ran, folder: Path) -> str:
    text = f"{ran.out}\n--- {ran.status}\n{ran.err}".replace(str(folder), "FOLDER")
    return UNSTEADY.sub("…", text)


def _is_as_it_was(path: Path, text: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--renew"):
        path.write_text(text, "utf-8", newline="")
    assert text == path.read_bytes().decode()
