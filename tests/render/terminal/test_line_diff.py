"""A diff that git applies byte for byte, and one that people can read."""

import asyncio
import os
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.line_diff import diff_lines, unified_diff

NAME = "claims.yaml"


def patch(old: str, new: str, name: str = NAME) -> str:
    return "".join(unified_diff(name, old, new))


def shown(old: str, new: str, *, color: bool = False) -> list[str]:
    return list(diff_lines(NAME, old, new, Layout(color=color)))


def numbered(count: int) -> str:
    return "".join(f"{number}\n" for number in range(1, count + 1))


async def ran(folder: Path, *arguments: str) -> tuple[int | None, str]:
    git = shutil.which("git")
    assert git is not None
    child = await asyncio.create_subprocess_exec(
        git,
        *("-c", "core.autocrlf=false", "-c", "apply.whitespace=nowarn"),
        *arguments,
        cwd=folder,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent), "LC_ALL": "C"},
    )
    _, err = await child.communicate()
    return child.returncode, err.decode()


def applied(folder: Path, old: str, new: str, name: str = NAME) -> bytes:
    """The bytes of a file after `git apply` of the difference."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(old.encode())
    (folder / "change.patch").write_bytes(patch(old, new, name).encode())
    assert asyncio.run(ran(folder, "apply", "change.patch")) == (0, "")
    return file.read_bytes()


def test_equal_texts_have_no_difference() -> None:
    assert patch("a\n", "a\n") == ""
    assert shown("", "") == []


def test_a_hunk_has_three_lines_around_what_changes() -> None:
    old = numbered(9)
    assert patch(old, old.replace("5\n", "five\n")) == (
        "--- a/claims.yaml\n+++ b/claims.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    )


def test_changes_that_are_far_apart_have_a_hunk_each() -> None:
    old = numbered(20)
    new = old.replace("3\n", "three\n", 1).replace("18\n", "eighteen\n")
    heads = [line for line in patch(old, new).splitlines() if line.startswith("@@")]
    assert heads == ["@@ -1,6 +1,6 @@", "@@ -15,6 +15,6 @@"]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a", "b", ["@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+b"]),
        ("a\n", "b", ["@@ -1 +1 @@", "-a", "+b", "\\ No newline at end of file"]),
        ("a\nb", "c\nb", ["@@ -1,2 +1,2 @@", "-a", "+c", " b", "\\ No newline at end of file"]),
        ("", "a\n", ["@@ -0,0 +1 @@", "+a"]),
        ("a\n", "", ["@@ -1 +0,0 @@", "-a"]),
    ],
)
def test_a_missing_last_line_end_is_marked(old: str, new: str, lines: list[str]) -> None:
    assert patch(old, new).split("\n")[2 : 2 + len(lines)] == lines


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("data/claims.yaml", "--- a/data/claims.yaml\n"),
        ("./claims.yaml", "--- a/claims.yaml\n"),
        ("/data/claims.yaml", "--- a/data/claims.yaml\n"),
        ("my claims.yaml", "--- a/my claims.yaml\t\n"),
        ('a"b\n.yaml', '--- "a/a\\042b\\012.yaml"\n'),
        ("\udcff.yaml", '--- "a/\\377.yaml"\n'),
        ("\udcc3\udca9.yaml", "--- a/é.yaml\n"),
        ("Übersicht.yaml", "--- a/Übersicht.yaml\n"),
    ],
)
def test_a_file_is_named_as_git_names_it(name: str, head: str) -> None:
    assert next(unified_diff(name, "a\n", "b\n")) == head


CHANGES = [
    ("a\nb\nc\n", "a\nB\nc\n"),
    ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
    ("a\r\nb  \r\nc\n", "a\r\nb\r\nc\n"),
    ("a\rb\rc", "a\rB\rc"),
    ("a\rb\rc\r", "a\rB\rc\r"),
    ("\ufeffa\nb", "\ufeffA\nb"),
    ("a\nb", "b\na"),
    ("a\nb\n", "a\nb"),
    ("a\nb", "a\nb\n"),
    ("a\n\x0c\u2028\x85\nb\n", "a\n\x0c\u2028\x85 \nb\n"),
    (numbered(60), numbered(60).replace("7\n", "seven\n")),
    (numbered(60), numbered(60).replace("7\n", "")),
    (numbered(60), "0\n" + numbered(59)),
    ("-- a\n++ b\n", "-- b\n++ a\n"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_git_applies_it_byte_for_byte(tmp_path: Path, old: str, new: str) -> None:
    assert applied(tmp_path, old, new) == new.encode()


@pytest.mark.parametrize("name", ["my claims.yaml", "data/Übersicht.yaml", "-x.yaml"])
def test_git_finds_the_file(tmp_path: Path, name: str) -> None:
    assert applied(tmp_path, "a\n", "b\n", name) == b"b\n"


texts = st.lists(st.sampled_from(["a\n", "b\n", "a\r\n", "\n", " \n", "-\n", "c"])).map("".join)


@given(texts, texts)
def test_the_lines_of_a_diff_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    lines = list(unified_diff(NAME, old, new))[2:]
    assert bool(lines) is (old != new)
    assert all(line.endswith("\n") for line in lines)
    assert patched(old, lines) == new


def patched(old: str, lines: list[str]) -> str:
    """The old text after the hunks of a diff."""
    before, result, at = re.findall(r"[^\n]*\n|[^\n]+", old), "", 0
    for line in lines:
        shown_line = line[1:].removesuffix("\n\\ No newline at end of file\n")
        head = re.match(r"@@ -(\d+)(,0)?", line)
        if head is not None:
            start = int(head[1]) - (head[2] is None)
            result += "".join(before[at:start])
            at = start
        elif line[0] == "+":
            result += shown_line
        else:
            assert shown_line == before[at]
            result += shown_line if line[0] == " " else ""
            at += 1
    return result + "".join(before[at:])


def test_people_see_what_goes_in_red_and_what_comes_in_green() -> None:
    assert shown("a\nb\n", "a\nc\n", color=True) == [
        "\x1b[1m--- a/claims.yaml\x1b[0m",
        "\x1b[1m+++ b/claims.yaml\x1b[0m",
        "\x1b[94m@@ -1,2 +1,2 @@\x1b[0m",
        " a",
        "\x1b[31m-b\x1b[0m",
        "\x1b[32m+c\x1b[0m",
    ]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a \t \n", "a\n", ["-a·→·", "+a"]),
        ("a\r\nb  \r\n", "a\r\nb\r\n", [" a", "-b··", "+b"]),
        ("a\r\n", "a\n", ["-a\\x0d", "+a"]),
        ("\x1b[31ma\u202e\n", "a\n", ["-\\x1b[31ma\\u202e", "+a"]),
        ("\u200b\na", "\u200b\nb", [" \\u200b", "-a", "\\ No newline at end of file", "+b",
                                    "\\ No newline at end of file"]),
    ],
)  # fmt: skip
def test_people_see_what_is_hidden(old: str, new: str, lines: list[str]) -> None:
    assert shown(old, new)[3:] == lines


def test_a_large_file_with_many_changes_is_quick() -> None:
    old = "".join(f"  - id: claim-{number}\n    due: Sept 2027\n\n" for number in range(30_000))
    new = old.replace("Sept 2027", "2027-09")
    assert sum(line.startswith("+ ") for line in unified_diff(NAME, old, new)) == 30_000
