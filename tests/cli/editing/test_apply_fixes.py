"""`tracker check --fix` and `--fix --diff`."""

import json
import os
import shutil

import pytest

from claim_tracker.io.atomic_write import rewrite
from tests.conftest import CommandLine
from tests.processes import process, trackers
from tests.samples import another, claim, claims_file

SLIPS = (
    claims_file(claim({"deu": "Sept 2026"}), head="checks: {dates: canonical}\n")
    + "# a comment   \r\n"
)
MENDED = SLIPS.replace("deu: Sept 2026", "due: 2026-09").replace("comment   ", "comment")
FIXED_IN_WORDS = [
    "data/claims.yaml, line 9: `deu` is now `due`",
    "data/claims.yaml, line 9: `Sept 2026` is now `2026-09`",
    "data/claims.yaml, line 10: done: no white space at the end",
]


@pytest.fixture
def slips(tracker: CommandLine) -> CommandLine:
    tracker.file("data/claims.yaml", SLIPS)
    return tracker


def _content(tracker: CommandLine) -> bytes:
    return (tracker.folder / "data" / "claims.yaml").read_bytes()


def test_fix_mends_the_file_and_says_what_it_did(slips: CommandLine) -> None:
    ran = slips("check", "--fix")
    assert (ran.status, sorted(ran.err.splitlines())) == (0, sorted(FIXED_IN_WORDS))
    assert ran.out.startswith("No findings")
    assert _content(slips) == MENDED.encode()


def test_a_second_fix_does_nothing(slips: CommandLine) -> None:
    slips("check", "--fix")
    assert slips("check", "--fix").err == ""
    assert _content(slips) == MENDED.encode()


def test_what_cannot_be_mended_is_reported(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", SLIPS.replace("commitment", "promis"))
    ran = tracker("check", "--fix")
    assert (ran.status, "E106" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("options", "mended"),
    [
        (["--select", "W304"], SLIPS.replace("comment   ", "comment")),
        (["--ignore", "W"], MENDED.replace("2026-09", "Sept 2026")),
    ],
)
def test_only_chosen_findings_are_mended(
    slips: CommandLine, options: list[str], mended: str
) -> None:
    slips("check", "--fix", *options)
    assert _content(slips) == mended.encode()


def test_diff_only_shows_and_git_can_apply_it(slips: CommandLine) -> None:
    ran = slips("check", "--fix", "--diff", "-o", "mend.patch")
    assert (ran.status, ran.out, _content(slips)) == (1, "", SLIPS.encode())
    git = shutil.which("git") or "git"
    run = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
    assert process("-c", run, git, "apply", "mend.patch").status == 0
    assert _content(slips) == MENDED.encode()


def test_a_diff_of_nothing_is_empty(slips: CommandLine) -> None:
    slips("check", "--fix")
    assert slips.done("check", "--fix", "--diff") == ""


def test_a_diff_of_nothing_says_so_where_there_are_findings(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"due": "09/10/2026"})))
    ran = tracker("check", "--fix", "--diff")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("Nothing to mend: 1 finding without one right mend;")


def test_the_last_line_of_a_check_counts_what_can_be_mended(slips: CommandLine) -> None:
    assert slips("check").out.endswith(" s; 1 can be mended with --fix\n")


def test_a_command_that_needs_valid_data_says_what_can_be_mended(slips: CommandLine) -> None:
    assert "1 can be mended with `tracker check --fix`." in slips("status").err


def test_a_diff_on_a_terminal_is_coloured(slips: CommandLine) -> None:
    slips.terminal(80)
    assert "\x1b[31m-    deu: Sept 2026\x1b[0m" in slips("check", "--fix", "--diff").out


def test_what_is_named_twice_goes_with_its_line(tracker: CommandLine) -> None:
    tags = "tags:\r\n    - bases\r\n    - withdrawal\r\n    - bases"
    text = claims_file(claim({"role": "Minister"})).replace("\n", "\r\n")
    before = text.replace("role: Minister", tags)
    after = before.replace("\r\n    - withdrawal\r\n    - bases", "\r\n    - withdrawal")
    tracker.file("data/claims.yaml", before)
    assert "\n-    - bases\r\n" in tracker("check", "--fix", "--diff").out
    (found,) = json.loads(tracker("check", "--format", "json").out)["findings"]
    edit = {"line": 11, "column": 1, "end_line": 12, "end_column": 1, "text": ""}
    assert found["fix"] == {"message": "take the second `bases` out", "edits": [edit]}
    (run,) = json.loads(tracker("check", "--format", "sarif").out)["runs"]
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    region = {"startLine": 11, "startColumn": 1, "endLine": 12, "endColumn": 1}
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": ""}}]
    assert tracker("check", "--fix").err == (
        "data/claims.yaml, line 11: done: take the second `bases` out\n"
    )
    assert _content(tracker) == after.encode()


def test_standard_input_is_shown_and_not_mended(tracker: CommandLine) -> None:
    tracker.standard_input(SLIPS)
    assert "cannot be mended in its place" in tracker.fails("check", "--fix", "-")
    tracker.standard_input(SLIPS)
    assert "+    due: 2026-09" in tracker("check", "--fix", "--diff", "-").out


def test_diff_without_fix_is_wrong_usage(slips: CommandLine) -> None:
    assert "use it with --fix" in slips.fails("check", "--diff")


def test_fix_is_of_whole_files(slips: CommandLine) -> None:
    assert "without --changed-since" in slips.fails("check", "--fix", "--changed-since", "HEAD")
    assert _content(slips) == SLIPS.encode()


def test_a_file_that_was_changed_meanwhile_is_not_touched(
    slips: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claim_tracker.io.atomic_write.read_bytes", lambda _: b"more")
    assert "has been changed meanwhile" in slips.fails("check", "--fix")
    assert _content(slips) == SLIPS.encode()


def test_a_file_that_cannot_be_written_is_an_error_and_stays(
    slips: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in slips.fails("check", "--fix")
    assert _content(slips) == SLIPS.encode()


def test_a_file_that_becomes_a_link_meanwhile_is_not_followed(
    tracker: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tracker.file("outside.yaml", SLIPS)
    first, second = (tracker.file(f"all/{name}.yaml", SLIPS) for name in "ab")

    def swapped(name: str, old: bytes, new: bytes) -> None:
        rewrite(name, old, new)
        second.unlink()
        second.symlink_to(outside)

    monkeypatch.setattr("claim_tracker.io.atomic_write.rewrite", swapped)
    ran = tracker("check", "--fix", "-f", "all")
    assert ran.status == 2
    assert "`all/b.yaml` leads to another file by now" in ran.err
    assert first.read_bytes() == MENDED.encode()
    assert outside.read_bytes() == SLIPS.encode()


def test_nothing_is_mended_before_an_output_that_is_refused(tracker: CommandLine) -> None:
    path = tracker.file("data/claims.yaml", claims_file(claim({"kind": "comitment "})))
    before = path.read_text("utf-8")
    for output in ("data/claims.yaml", "data/new.yaml"):
        assert "nothing was written" in tracker.fails("check", "data", "--fix", "-o", output)
    assert path.read_text("utf-8") == before


def test_a_file_that_is_not_utf8_stays_as_it_is(tracker: CommandLine) -> None:
    text = claims_file(claim({"kind": "Fact", "speaker": "X"}), another()).replace(
        "claim: ", "claim ", 1
    )
    data = text.encode().replace(b"X", b"\xff", 1)
    path = tracker.file("data/claims.yaml", "")
    path.write_bytes(data)
    assert "is now" not in tracker("check", "--fix").err
    assert path.read_bytes() == data
    shown = tracker("check", "--fix", "--diff")
    assert (shown.status, shown.out) == (0, "")
    assert "Nothing to mend" in shown.err


def test_an_update_whose_date_is_misspelt_stays_one(tracker: CommandLine) -> None:
    known = claims_file(claim({}, ["date: 2025-09-01, note: x"]))
    updates = (
        "      - date: 2025-09-01\n        note: x\n"
        "      - d!ate: 2025-10-01\n        progress: stalled\n"
    )
    text = known[: known.index("    updates:")] + f"    updates:\n{updates}"
    path = tracker.file("data/claims.yaml", text)
    tracker("check", "--fix")
    assert path.read_text("utf-8").count("      - ") == 2


def test_a_field_whose_bracket_closes_below_is_not_taken_out(tracker: CommandLine) -> None:
    path = tracker.file("data/claims.yaml", "tags: [a,\nb]\ntags: [a,\nb]\n")
    tracker("check", "--fix")
    assert path.read_text("utf-8").count("tags: [a,") == 2


def test_a_field_nobody_knows_does_not_become_part_of_a_name(tracker: CommandLine) -> None:
    text = claims_file(claim({"speaker": "A. Minister", "soubase-closesrce": "x, y: z"}))
    path = tracker.file("data/claims.yaml", text)
    tracker("check", "--fix")
    assert "speaker: A. Minister\n" in path.read_text("utf-8")


def test_the_spelling_to_write_is_the_one_most_used_in_all_files(tracker: CommandLine) -> None:
    names = {"a": ["Zoe", "Zoë", "Zoe"], "b": ["Zoë", "Zoë", "Zoë"], "c": ["B. Deputy"]}
    for folder, own in names.items():
        claims = (
            claim({"id": f"{folder}{n}", "claim": f"{folder} {n}.", "speaker": name})
            for n, name in enumerate(own)
        )
        tracker.file(f"data/{folder}.yaml", claims_file(*claims))
    shown = tracker("check", "--fix", "--diff", "-f", "data").out
    assert shown.count("\n+    speaker: Zoë") == 2
    ran = tracker("check", "--fix", "-f", "data")
    assert (ran.status, ran.out.startswith("No findings")) == (0, True)
    assert ran.err == "data/a.yaml, line 6: done: write `Zoë`\n"
    text = (tracker.folder / "data" / "a.yaml").read_text(encoding="utf-8")
    assert text.count("speaker: Zoë\n") == 3


def test_a_related_claim_is_mended_once_all_files_can_be_read(tracker: CommandLine) -> None:
    related = claim({"id": "second", "claim": "Second.", "related": "[Base-Closes]"})
    second = tracker.file("data/b.yaml", claims_file(related))
    first = tracker.file("data/a.yaml", claims_file(claim({})).replace("kind: ", "kind:", 1))
    ran = tracker("check", "--fix", "-f", "data")
    assert (ran.status, ran.out.startswith("No findings")) == (0, True)
    assert "kind: commitment" in first.read_text("utf-8")
    assert "related: [base-closes]" in second.read_text("utf-8")


def test_nothing_is_mended_beside_standard_input(slips: CommandLine) -> None:
    slips.standard_input(SLIPS)
    ran = slips("check", "--fix", "data/claims.yaml", "-")
    assert "cannot be mended in its place" in ran.err
    assert _content(slips) == SLIPS.encode()


@pytest.mark.slow
def test_writers_of_files_in_other_orders_lose_no_change(tracker: CommandLine) -> None:
    names = [f"{folder}/claims.yaml" for folder in "abc"]
    head = "checks: {dates: canonical}\n"
    for name in names:
        own = {"id": f"{name[0]}-closes", "claim": f"Base {name[0]} closes.", "due": "Sept 2026"}
        claims = [claim({**own, "id": f"{own['id']}-{index}"}) for index in range(300)]
        tracker.file(name, claims_file(*claims, head=head))
    orders = [names, names[::-1], [*names[1:], names[0]], names[1:]]
    files = [[word for name in order for word in ("-f", name)] for order in orders]
    noted = ("--note=Seen.", "--date=2026-01-01", "--source-url=https://example.org/", "--yes")
    ran = trackers(
        *(("check", "--fix", *each) for each in files),
        *(("record", f"{name[0]}-closes-7", *noted, *files[1]) for name in names),
    )
    assert [each.status for each in ran] == [0] * len(ran)
    for name in names:
        text = (tracker.folder / name).read_text(encoding="utf-8")
        assert (text.count("Sept 2026"), text.count("due: 2026-09")) == (0, 300)
        assert text.count("note: Seen.") == 1
