"""`tracker merge`: two versions of a file merged claim by claim, and as git's merge driver."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import SOURCES, another, check, claim, claims_file

HEAD = (
    "version: 1\n# where it was said\nsources:\n  paper:  # daily\n    url: https://example.org/p\n"
)
BASE = HEAD + dedent("""
    claims:
      # the road
      - id: road-opens
        claim: The road opens.
        kind: commitment
        due: 2026-01  # as was said
        tags: [roads, money]
        source: paper

      - id: base-closes
        claim: "The base closes."
        kind: commitment
        source: paper
        updates:
          - date: 2026-01-01
            note: Looked.
    """)
ROAD = BASE[BASE.index("  # the road") : BASE.index("\n  - id: base")]
PORT = "\n  - id: port-grows\n    claim: The port grows.\n    kind: fact\n    source: paper\n"
RAIL = PORT.replace("port", "rail")
RADIO = "  radio: {url: https://example.org/r}\n"
TV = RADIO.replace("radio", "tv").replace("/r", "/t")
MARCH = "      - date: 2026-03-01\n        note: In March.\n"
APRIL = "      - date: 2026-04-01\n        note: In April.\n"


def merged(tracker: CommandLine, base: str, ours: str, theirs: str, *options: str) -> str:
    """The text of a merge without conflicts, which is written into ours."""
    files = _files(tracker, base, ours, theirs)
    assert tracker.done("merge", *options, *files) == ""
    return files[1].read_bytes().decode()


def conflicting(
    tracker: CommandLine, base: str, ours: str, theirs: str, *options: str
) -> tuple[str, str]:
    """The text of a merge with conflicts, and what is said of them."""
    files = _files(tracker, base, ours, theirs)
    ran = tracker("merge", "--path", "claims.yaml", *options, *files)
    assert (ran.status, ran.out) == (1, "")
    return files[1].read_bytes().decode(), ran.err


def _files(tracker: CommandLine, *texts: str) -> list[Path]:
    return [tracker.file(f"{at}.yaml", text) for at, text in enumerate(texts)]


def changed(*replacements: tuple[str, str], text: str = BASE) -> str:
    """The base with some of its text replaced, each of which is there once."""
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        pytest.param(BASE + PORT, BASE + RAIL, BASE + PORT + RAIL, id="claims-at-the-end"),
        pytest.param(
            BASE.replace("\n  - id: base", f"{PORT}\n  - id: base"),
            BASE + RAIL,
            BASE.replace("\n  - id: base", f"{PORT}\n  - id: base") + RAIL,
            id="claims-where-their-neighbours-are",
        ),
        pytest.param(BASE + APRIL, BASE + MARCH, BASE + MARCH + APRIL, id="updates-by-date"),
        pytest.param(BASE + MARCH, BASE + MARCH, BASE + MARCH, id="one-update-once"),
        pytest.param(
            changed(("due: 2026-01 ", "due: 2026-02 ")),
            changed(("opens.", "is open."), ("Looked.", "Seen.")),
            changed(
                ("due: 2026-01 ", "due: 2026-02 "), ("opens.", "is open."), ("Looked.", "Seen.")
            ),
            id="fields-of-one-claim",
        ),
        pytest.param(
            changed(("due: 2026-01 ", "due: 2026-02 ")),
            changed(("# as was said", "# by them")),
            changed(("2026-01  # as was said", "2026-02  # by them")),
            id="a-value-and-its-comment",
        ),
        pytest.param(
            changed(("[roads, money]", "[roads, money, north]")),
            changed(("[roads, money]", "[roads, south]")),
            changed(("[roads, money]", "[roads, south, north]")),
            id="tags",
        ),
        pytest.param(
            changed(("source: paper\n\n", "source: [paper, radio]\n\n")),
            changed(("source: paper\n\n", "source: [report, paper]\n\n")),
            changed(("source: paper\n\n", "source: [report, paper, radio]\n\n")),
            id="sources-of-a-claim",
        ),
        pytest.param(
            changed(("p\n", f"p\n{RADIO}")),
            changed(("p\n", f"p\n    title: On the road\n{TV}")),
            changed(
                (
                    "p\n",
                    f"p\n    title: On the road\n{RADIO}{TV}",
                )
            ),
            id="sources",
        ),
        pytest.param(BASE.replace(ROAD + "\n", ""), BASE + RAIL, None, id="a-deleted-claim"),
        pytest.param(
            changed(("road-opens", "road-is-open")),
            changed(("due: 2026-01 ", "due: 2026-02 ")),
            changed(("road-opens", "road-is-open"), ("due: 2026-01 ", "due: 2026-02 ")),
            id="a-renamed-claim",
        ),
        pytest.param(
            changed(("# the road", "# the road, north\n  # of the river")),
            changed(("opens.", "is open.")),
            changed(("# the road", "# the road, north\n  # of the river"), ("opens.", "is open.")),
            id="a-comment-above-a-claim",
        ),
        pytest.param(
            changed(("# the road", "# our road")),
            changed(("# the road", "# their road")),
            changed(("# the road", "# our road\n  # their road")),
            id="comments-of-both",
        ),
        pytest.param(
            changed(("# daily", "# weekly")),
            changed(("/p", "/paper")),
            changed(("# daily", "# weekly"), ("/p", "/paper")),
            id="a-comment-beside-a-key",
        ),
        pytest.param(
            changed(("/p", "/paper")),
            changed(("# daily", "# weekly")),
            changed(("# daily", "# weekly"), ("/p", "/paper")),
            id="their-comment-beside-a-key",
        ),
        pytest.param(
            changed(("version: 1\n", "version: 1\ntimezone: Asia/Baghdad\n")),
            changed(("version: 1\n", "version: 1\npublisher: {name: Us}\n")),
            changed(
                ("version: 1\n", "version: 1\ntimezone: Asia/Baghdad\npublisher: {name: Us}\n")
            ),
            id="fields-of-the-file",
        ),
    ],
)
def test_what_both_sides_did_is_in_the_merge(
    tracker: CommandLine, ours: str, theirs: str, both: str | None
) -> None:
    expected = both if both is not None else ours + RAIL
    assert merged(tracker, BASE, ours, theirs) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict", "words"),
    [
        pytest.param(
            changed(("due: 2026-01 ", "due: 2026-02 ")),
            changed(("due: 2026-01 ", "due: 2026-03 "), ("opens.", "is open.")),
            "    kind: commitment\n<<<<<<< ours\n    due: 2026-02  # as was said\n=======\n"
            "    due: 2026-03  # as was said\n>>>>>>> theirs\n    tags:",
            "both sides changed `due` of `road-opens`",
            id="a-field",
        ),
        pytest.param(
            changed(("Looked.", "Seen.")),
            changed(("Looked.", "Asked.")),
            "      - date: 2026-01-01\n<<<<<<< ours\n        note: Seen.\n=======\n"
            "        note: Asked.\n>>>>>>> theirs\n",
            "both sides changed `note` of `2026-01-01` of `updates` of `base-closes`",
            id="a-field-of-an-update",
        ),
        pytest.param(
            BASE.replace(ROAD + "\n", ""),
            changed(("opens.", "is open.")),
            f"claims:\n<<<<<<< ours\n=======\n{ROAD.replace('opens.', 'is open.')}>>>>>>> theirs\n",
            "`road-opens` is deleted in ours, and changed in theirs",
            id="a-claim-that-ours-deleted",
        ),
        pytest.param(
            changed(("opens.", "is open.")),
            BASE.replace(ROAD + "\n", ""),
            f"claims:\n<<<<<<< ours\n{ROAD.replace('opens.', 'is open.')}=======\n>>>>>>> theirs\n",
            "`road-opens` is deleted in theirs, and changed in ours",
            id="a-claim-that-theirs-deleted",
        ),
        pytest.param(
            BASE + PORT,
            BASE + PORT.replace("The port grows", "More ships come"),
            f"\n\n<<<<<<< ours\n{PORT[1:]}=======\n"
            f"{PORT[1:].replace('The port grows', 'More ships come')}>>>>>>> theirs\n",
            "both sides added `port-grows`, and differ in it",
            id="two-claims-with-one-id",
        ),
        pytest.param(
            BASE + PORT,
            BASE + PORT.replace("fact", "prediction"),
            "<<<<<<< ours\n    kind: fact\n=======\n    kind: prediction\n>>>>>>> theirs\n",
            "both sides added `kind` of `port-grows`, and differ in it",
            id="one-claim-added-twice",
        ),
        pytest.param(
            changed(("p\n", f"p\n{RADIO}")),
            changed(("p\n", "p\n  radio: {url: https://example.org/s}\n")),
            "<<<<<<< ours\n  radio: {url: https://example.org/r}\n=======\n"
            "  radio: {url: https://example.org/s}\n>>>>>>> theirs\n",
            "both sides added `radio`, and differ in it",
            id="one-key-of-two-sources",
        ),
        pytest.param(
            changed(("id: road-opens", "id: road-is-open")),
            changed(("id: road-opens", "id: the-road-opens")),
            "<<<<<<< ours\n  - id: road-is-open\n=======\n  - id: the-road-opens\n>>>>>>> theirs\n",
            "both sides changed `id` of `road-is-open`",
            id="a-claim-renamed-twice",
        ),
    ],
)
def test_a_conflict_is_around_what_both_changed(
    tracker: CommandLine, ours: str, theirs: str, conflict: str, words: str
) -> None:
    text, said = conflicting(tracker, BASE, ours, theirs)
    assert conflict in text
    assert text.count("<<<<<<<") == 1
    assert said == f"claims.yaml: {words}\n"


def test_a_conflict_has_the_names_and_the_base_that_are_asked_for(tracker: CommandLine) -> None:
    ours, theirs = (changed(("due: 2026-01 ", f"due: 2026-0{month} ")) for month in (2, 3))
    labels = ("-L", "HEAD", "-L", "%S", "-L", "a branch")
    text, said = conflicting(tracker, BASE, ours, theirs, "--diff3", "--marker-size", "9", *labels)
    assert (
        "<<<<<<<<< HEAD\n    due: 2026-02  # as was said\n||||||||| base\n"
        "    due: 2026-01  # as was said\n=========\n    due: 2026-03  # as was said\n"
        ">>>>>>>>> a branch\n"
    ) in text
    assert said == "claims.yaml: both sides changed `due` of `road-opens`\n"
    error = tracker.fails("merge", *("-L", "x") * 4, "0.yaml", "1.yaml", "2.yaml")
    assert "--label names three versions at most" in error


def test_of_many_conflicts_the_first_are_reported(tracker: CommandLine) -> None:
    base, ours, theirs = (
        HEAD + "claims:\n" + "".join(f"  - id: c-{at}\n    due: {year}\n" for at in range(22))
        for year in (2026, 2027, 2028)
    )
    text, said = conflicting(tracker, base, ours, theirs)
    assert text.count("<<<<<<<") == 22
    assert said.splitlines()[-2:] == [
        "claims.yaml: both sides changed `due` of `c-19`",
        "claims.yaml: 2 more",
    ]


def test_stdout_leaves_ours_as_it_is(tracker: CommandLine) -> None:
    files = _files(tracker, BASE, BASE + PORT, BASE + RAIL)
    assert tracker.done("merge", "--stdout", *files) == BASE + PORT + RAIL
    assert files[1].read_text(encoding="utf-8") == BASE + PORT


def test_every_other_byte_is_as_in_ours(tracker: CommandLine) -> None:
    ours = "\ufeff" + changed(("[roads, money]", "[roads,  money]")).replace("\n", "\r\n")
    text = merged(tracker, BASE, ours, BASE + RAIL)
    assert text == ours + RAIL.replace("\n", "\r\n")
    assert merged(tracker, BASE, ours.rstrip(), BASE) == ours.rstrip()


def test_what_theirs_added_is_indented_as_ours(tracker: CommandLine) -> None:
    own = BASE.replace("\n          - date", "\n      - date").replace(
        "\n            note", "\n        note"
    )
    theirs = (
        f"{BASE}  - id: rail\n    claim: >-\n      A text\n      goes on.\n    updates:\n"
        "          - date: 2026-01-01\n            note: N\n"
    )
    wide = "".join(
        f"  {line}"
        if line.strip() and not line.startswith((" " * 0 + "v", "#", "s", "c"))
        else line
        for line in theirs.splitlines(keepends=True)
    )
    text = merged(tracker, BASE, own, wide)
    assert text == own + (
        "  - id: rail\n    claim: >-\n      A text\n      goes on.\n    updates:\n"
        "      - date: 2026-01-01\n        note: N\n"
    )


def test_a_moved_claim_is_where_it_was_moved_to(tracker: CommandLine) -> None:
    head, rest = BASE[: BASE.index(ROAD)], BASE[BASE.index("  - id: base") :]
    moved = f"{head}{rest}\n{ROAD}"
    ours = changed(("due: 2026-01 ", "due: 2026-02 "))
    text = merged(tracker, BASE, ours, moved)
    assert text.index("base-closes") < text.index("road-opens") < text.index("due: 2026-02 ")
    assert merged(tracker, BASE, moved, ours).count("due: 2026-02 ") == 1


def test_a_file_in_brackets_is_merged_as_well(tracker: CommandLine) -> None:
    base = '{"version": 1, "claims": [{"id": "a", "claim": "A"}, {"id": "b", "claim": "B"}]}\n'
    ours = base.replace('"A"', '"A."')
    theirs = base.replace('"B"}', '"B"}, {"id": "c", "claim": "C"}')
    assert merged(tracker, base, ours, theirs) == theirs.replace('"A"', '"A."')
    text, said = conflicting(tracker, base, ours, base.replace('"A"', '"A!"'))
    assert text == f"<<<<<<< ours\n{ours}=======\n{ours.replace('A.', 'A!')}>>>>>>> theirs\n"
    assert said == "claims.yaml: both sides changed the file\n"


def test_a_file_that_both_sides_added_is_merged_without_a_base(tracker: CommandLine) -> None:
    ours = claims_file(claim(), head=SOURCES)
    theirs = claims_file(claim(), another(), head=SOURCES)
    assert merged(tracker, "", ours, theirs) == theirs


def test_what_is_not_utf8_is_said_to_be_that(tracker: CommandLine) -> None:
    files = _files(tracker, BASE, BASE, BASE)
    files[2].write_bytes(BASE.rstrip().encode("utf-16"))
    said = tracker("merge", *files).err
    assert "theirs cannot be read: line 1: this file is not UTF-8" in said


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (BASE.replace('"The base closes."', '"The base closes.'), "theirs cannot be read: line 17"),
        (BASE + "<<<<<<< a\n=======\n>>>>>>> b\n", "an unresolved merge conflict begins here"),
        ("- 1\n- 2\n", "theirs"),
    ],
)
def test_what_cannot_be_read_is_merged_as_git_does(
    tracker: CommandLine, theirs: str, words: str
) -> None:
    files = _files(tracker, BASE, changed(("# where", "# Where")), theirs)
    ran = tracker("merge", "--path", "data/claims.yaml", *files)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("data/claims.yaml: merged line by line, since ")
    assert words in ran.err
    assert "look through it" in ran.err
    assert files[1].read_text(encoding="utf-8") != changed(("# where", "# Where"))
    printed = tracker("merge", "-p", *_files(tracker, BASE, BASE, theirs))
    assert (printed.status, printed.out) == (2, theirs)


KEPT = "      - date: 2026-03-01\n        outcome: kept\n        source: paper\n"
BROKEN = KEPT.replace("kept", "broken")


def test_different_outcomes_of_both_sides_are_said(tracker: CommandLine) -> None:
    files = _files(tracker, BASE, BASE + KEPT, BASE + APRIL + BROKEN.replace("-03-", "-05-"))
    ran = tracker("merge", "-L", "HEAD", "--path", "claims.yaml", *files)
    assert ran.status == 0
    assert ran.err == (
        "claims.yaml: `base-closes` is `kept` in HEAD, and `broken` in theirs; both updates stay, "
        "and the last of them counts\n"
    )


def test_a_claim_is_named_as_it_is_in_the_merge(tracker: CommandLine) -> None:
    def named(base: str, ours: str, theirs: str) -> str:
        ran = tracker("merge", "--path", "claims.yaml", *_files(tracker, base, ours, theirs))
        assert ran.status == 0
        return ran.err

    opposed = BASE + APRIL + BROKEN.replace("-03-", "-05-")
    renamed = opposed.replace("id: base-closes", "id: base-shuts")
    assert "`base-shuts` is `kept`" in named(BASE, BASE + KEPT, renamed)
    base, ours, theirs = (
        text.replace("  - id: base-closes\n    claim", "  - claim")
        for text in (BASE, BASE + KEPT, opposed)
    )
    assert "`The base closes.` is `kept`" in named(base, ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [(KEPT, KEPT), (KEPT, KEPT + BROKEN.replace("-03-", "-05-")), (KEPT, APRIL)],
)
def test_outcomes_that_both_sides_know_are_no_news(
    tracker: CommandLine, ours: str, theirs: str
) -> None:
    merged(tracker, BASE, BASE + ours, BASE + theirs)


def test_a_merge_that_is_not_written_leaves_ours(tracker: CommandLine) -> None:
    _files(tracker, BASE, BASE + PORT)
    assert "2.yaml" in tracker.fails("merge", "0.yaml", "1.yaml", "2.yaml")
    assert (tracker.folder / "1.yaml").read_text(encoding="utf-8") == BASE + PORT
    tracker.file("1.yaml", "a: [\0" * 999)
    tracker.file("2.yaml", BASE)
    ran = tracker("merge", "0.yaml", "1.yaml", "2.yaml")
    assert ran.status == 2
    assert "`1.yaml` is as ours has it" in ran.err


class TestAsTheDriverOfGit:
    """Of a repository in which `tracker init --merge` has been set up."""

    @pytest.fixture
    def repository(self, tracker: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Repository:
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
        made = Repository(tracker.folder)
        made.commit("data/claims.yaml", BASE)
        said = tracker.done("init", "--merge")
        driver = next(line for line in said.splitlines() if "merge.tracker.driver" in line)
        command = driver.split("merge.tracker.driver ")[1].strip("'")
        made.git("config", "merge.tracker.driver", command)
        made.git("add", "--all")
        made.git("commit", "--quiet", "--message", "Merge claim by claim")
        return made

    @pytest.mark.parametrize("how", [("merge", "--quiet"), ("rebase", "--quiet"), ("cherry-pick",)])
    def test_both_added_claims_are_in_the_file(
        self, repository: Repository, how: tuple[str, ...]
    ) -> None:
        _branches(repository, BASE + PORT, BASE + RAIL)
        repository.git(*how, "theirs")
        text = (repository.folder / "data/claims.yaml").read_text(encoding="utf-8")
        assert min(text.index("port-grows"), text.index("rail-grows")) > len(BASE)
        assert check(text).claims == 4

    def test_a_conflict_is_left_to_resolve(self, repository: Repository) -> None:
        ours, theirs = (changed(("due: 2026-01 ", f"due: 2026-0{month} ")) for month in (2, 3))
        _branches(repository, ours, theirs)
        repository.git("config", "merge.conflictStyle", "diff3")
        with pytest.raises(AssertionError):
            repository.git("merge", "--quiet", "theirs")
        text = (repository.folder / "data/claims.yaml").read_text(encoding="utf-8")
        assert "\n    due: 2026-01  # as was said\n=======\n    due: 2026-03" in text
        assert "UU data/claims.yaml" in repository.git("status", "--porcelain")

    def test_without_the_command_no_side_is_lost(self, repository: Repository) -> None:
        command = repository.git("config", "merge.tracker.driver").strip()
        repository.git("config", "merge.tracker.driver", f"no-such-{command}")
        _branches(repository, BASE + PORT, BASE + RAIL)
        with pytest.raises(AssertionError):
            repository.git("merge", "--quiet", "theirs")
        text = (repository.folder / "data/claims.yaml").read_text(encoding="utf-8")
        assert "<<<<<<< ours\n" in text
        assert ">>>>>>> theirs\n" in text
        assert "port-grows" in text
        assert "rail-grows" in text
        assert "UU data/claims.yaml" in repository.git("status", "--porcelain")


def _branches(repository: Repository, ours: str, theirs: str) -> None:
    repository.git("checkout", "--quiet", "-b", "theirs")
    repository.commit("data/claims.yaml", theirs)
    repository.git("checkout", "--quiet", "main")
    repository.commit("data/claims.yaml", ours)
