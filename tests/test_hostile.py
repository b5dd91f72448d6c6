"""Files that are made to do harm: each ends in findings, in little memory."""

import json
from collections.abc import Callable

import pytest

from claim_tracker.yaml.limits import MAX_BYTES
from tests.conftest import CommandLine, Ran
from tests.formats import EXPORTING
from tests.processes import process
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

GOOD = claims_file(claim())
LAST = GOOD.count("\n") + 1
"""The line of what is written after the good claim."""
NESTED = "claims: " + "[" * 100_000

IN_ONE_GIGABYTE = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
from claim_tracker.__main__ import main
main()
"""


def bomb() -> str:
    """The billion laughs: eleven lists, each of nine aliases of the one before."""
    lists = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11))
    return "a0: &a0 [x]\n" + "".join(lists)


def field(text: str) -> str:
    """A good claim with one more field of this text."""
    return f"{GOOD}    topic: {text}\n"


HOSTILE: dict[str, tuple[Callable[[], str | bytes], str, int]] = {
    "a bomb of aliases": (bomb, "E005", 1),
    "a million aliases": (lambda: "claims:\n  - &a x\n" + "  - *a\n" * 1_000_000, "E005", 2),
    "a million anchors": (lambda: field("&a " * 1_000_000), "E005", LAST),
    "merges": (lambda: "x: &x {a: 1}\nclaims:\n" + "  - <<: *x\n" * 50_000, "E007", 3),
    "tags that name code": (lambda: field("!!python/object/apply:os.system [id]"), "E006", LAST),
    "lists 100,000 deep": (lambda: NESTED, "E008", 1),
    "mappings 100,000 deep": (lambda: "claims: " + "{a: " * 100_000, "E008", 1),
    "dashes 100,000 deep": (lambda: "claims:\n" + "- " * 100_000, "E008", 2),
    "a text of 50 megabytes": (lambda: field("x" * 50_000_000), "E009", 1),
    "a text that just fits": (lambda: field("x" * (MAX_BYTES - 1000)), "E009", LAST),
    "a text of many lines": (lambda: field('"' + "x\n" * 3_100_000), "E009", 1),
    "a quote that is left open": (lambda: field('"' + "x\n" * 700_000), "E002", LAST),
    "a number of many digits": (
        lambda: f"{GOOD}    quantity: {{value: {'9' * 99_999}, unit: x}}\n",
        "E109",
        LAST,
    ),
    "a million keys": (lambda: "".join(f"k{n}: 1\n" for n in range(1_000_000)), "E009", 101),
    "a million keys of a claim": (
        lambda: GOOD + "".join(f"    k{n}: 1\n" for n in range(1_000_000)),
        "E009",
        LAST - 6 + 101,
    ),
    "a million times a key": (lambda: "k: 1\n" * 1_000_000, "E003", 2),
    "a million updates": (
        lambda: GOOD + "    updates:\n" + "      - {}\n" * 1_000_000,
        "E009",
        LAST + 10_001,
    ),
    "a million empty documents": (lambda: "---\n" * 1_000_000, "E004", 2),
    "bytes that are no text": (lambda: bytes(range(256)) * 4096, "E001", 1),
    "bytes that are no UTF-8": (lambda: GOOD.encode() + b"# \xff\n" * 100_000, "E001", LAST),
    "a surrogate": (lambda: field("x").encode() + b"# \xed\xa0\x80", "E001", LAST + 1),
    "an overlong form": (lambda: field("x").encode() + b"# \xc0\xaf", "E001", LAST + 1),
    "half a character": (lambda: field("x").encode() + "é".encode()[:1], "E001", LAST + 1),
    "UTF-16": (lambda: GOOD.encode("utf-16"), "E001", 1),
    "UTF-32": (lambda: GOOD.encode("utf-32"), "E001", 1),
    "a null": (lambda: field("x\0y"), "E213", LAST),
    "hidden characters": (lambda: field("\u202e\u200b" * 10_000), "E213", LAST),
    "hidden characters in escapes": (lambda: field('"\\e]0;x\\a \\u202e"'), "E213", LAST),
    "a second byte order mark": (lambda: "\ufeff\ufeff" + GOOD, "E213", 1),
    "other ends of lines": (lambda: field("x\x85y\u2028z\u2029"), "E213", LAST),
}


def limited(*arguments: str) -> Ran:
    """Run `tracker` where it cannot have more than a gigabyte of addresses."""
    return process("-c", IN_ONE_GIGABYTE, *arguments)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_finding_at_its_line(tracker: CommandLine, name: str) -> None:
    build, code, line = HOSTILE[name]
    content = build()
    path = tracker.file("claims.yaml", "")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    ran = limited("check", "--format", "json", str(path))
    assert (ran.status, ran.err) == (1, "")
    found = [(each["code"], each["line"]) for each in json.loads(ran.out)["findings"]]
    assert (code, line) in found, found[:5]


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("show", "*"),
        ("timeline",),
        ("scorecard",),
        ("sources",),
        ("record", "x", "--note", "n", "--yes"),
        *EXPORTING,
        ("check",),
        ("check", "--fix"),
        ("check", "--format", "sarif"),
    ],
)
@pytest.mark.parametrize("content", [NESTED, bomb()], ids=["nested", "bomb"])
def test_no_command_is_harmed(
    tracker: CommandLine, content: str, arguments: tuple[str, ...]
) -> None:
    path = tracker.file("data/claims.yaml", content)
    ran = tracker(*arguments)
    assert ran.status == 1
    assert path.read_text(encoding="utf-8") == content
