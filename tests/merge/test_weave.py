"""How the texts of two sides are put together, by the style in which each is written."""

import pytest

from claim_tracker.merge import Cannot, Merged, merge_versions

HEAD = "version: 1\nclaims:\n"


def merge_of(base: str, ours: str, theirs: str) -> Merged | Cannot:
    one, two, three = ((HEAD + text).encode() for text in (base, ours, theirs))
    return merge_versions(one, two, three)


def text_of(base: str, ours: str, theirs: str) -> str:
    """The merge of three texts, without their heads."""
    found = merge_of(base, ours, theirs)
    assert isinstance(found, Merged), found
    assert found.text.startswith(HEAD)
    return found.text.removeprefix(HEAD)


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


A = "  - id: a\n"
TAGS = "    tags: [x, y]\n"
FLOW = "  - {id: a, due: 2026, source: {url: u, title: T}}\n"
SOURCE = "    source: s\n"
NOTE = "    note: N\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        pytest.param(
            A + TAGS,
            A + "    tags:\n      - x\n      - y\n      - o\n",
            A + "    tags: [x, y, 't: 1']\n",
            A + "    tags:\n      - x\n      - y\n      - o\n      - 't: 1'\n",
            id="brackets-into-a-list-of-lines",
        ),
        pytest.param(
            A + TAGS,
            A + "    tags: [x, y, o]\n",
            A + "    tags:\n      - x\n      - y\n      - t\n",
            A + "    tags: [x, y, o, t]\n",
            id="a-list-of-lines-into-brackets",
        ),
        pytest.param(
            A + "    tags: [\n      x,\n      y,\n    ]\n",
            A + "    tags: [\n      x,\n      y,\n      o,\n    ]\n",
            A + "    tags: [\n      y,\n      t,\n    ]\n",
            A + "    tags: [\n      y,\n      o,\n      t,\n    ]\n",
            id="brackets-over-several-lines",
        ),
        pytest.param(
            A + TAGS + NOTE,
            A + TAGS.replace("y]", "y, o]") + NOTE,
            A + TAGS.replace("y]", "y, t]  # theirs") + NOTE,
            A + TAGS.replace("y]", "y, o, t]  # theirs") + NOTE,
            id="a-comment-behind-brackets",
        ),
        pytest.param(
            FLOW,
            FLOW.replace("2026", "2027"),
            FLOW.replace("title: T", "title: T, archived: r").replace("a,", "a, note: N,"),
            FLOW.replace("2026", "2027")
            .replace("title: T", "title: T, archived: r")
            .replace("a,", "a, note: N,"),
            id="fields-of-a-claim-in-brackets",
        ),
        pytest.param(
            FLOW,
            FLOW.replace("title: T", "title: O"),
            FLOW.replace("title: T", "title: T, archived: r"),
            FLOW.replace("title: T", "title: O, archived: r"),
            id="fields-of-a-source-in-brackets",
        ),
        pytest.param(
            FLOW,
            FLOW.replace("due: 2026, ", "tags: [o], "),
            FLOW.replace("due: 2026", "due: 2026, tags: [t]"),
            FLOW.replace("due: 2026, ", "tags: [o, t], "),
            id="a-field-that-ours-removed-from-brackets",
        ),
        pytest.param(
            A + SOURCE,
            A + "    source: [s, o]\n",
            A + "    source: {url: u}\n",
            A + "    source: [{url: u}, o]\n",
            id="one-source-and-a-list",
        ),
        pytest.param(
            A + SOURCE,
            A + "    source:\n      - s\n      - o\n",
            A + "    source: [s, {source: t, at: p 3}]\n",
            A + "    source:\n      - s\n      - o\n      - {source: t, at: p 3}\n",
            id="a-list-of-sources",
        ),
        pytest.param(
            A + "    source: >-\n      s\n",
            A + "    source:\n      url: o\n",
            A + "    source: [s, t]\n",
            None,
            id="a-source-in-lines-and-a-list",
        ),
        pytest.param(
            A + "    quantity: {value: 1, unit: u}\n",
            A + "    quantity: {value: 2, unit: u}\n",
            A + "    quantity: {value: 1, unit: u}  # so\n",
            A + "    quantity: {value: 2, unit: u}  # so\n",
            id="a-figure-and-a-comment",
        ),
        pytest.param(
            A + "    quantity:\n      value: 1\n      unit: u\n",
            A + "    quantity:\n      value: 2\n      unit: u\n",
            A + "    quantity: {value: 1, unit: u}\n",
            A + "    quantity:\n      value: 2\n      unit: u\n",
            id="a-figure-in-another-style",
        ),
        pytest.param(
            A + "    quantity: {value: 1, unit: u}\n",
            A + "    quantity:\n      value: 1\n      unit: u\n",
            A + "    quantity: {value: 3, unit: u}\n",
            A + "    quantity: {value: 3, unit: u}\n",
            id="a-figure-in-their-style",
        ),
        pytest.param(
            A + NOTE,
            A + "    note: N  # ours\n",
            A + "    note: >-\n      M\n      m\n",
            A + "    # ours\n    note: >-\n      M\n      m\n",
            id="a-comment-and-a-folded-text",
        ),
        pytest.param(
            A + NOTE,
            A + NOTE.replace("N", "'N'"),
            A + NOTE.replace("N", '"N"'),
            A + NOTE.replace("N", "'N'"),
            id="quotes",
        ),
        pytest.param(
            A + NOTE,
            A,
            A + "    note: N  # is that so?\n",
            A + "    # is that so?\n",
            id="a-new-comment-of-what-is-deleted",
        ),
        pytest.param(
            "  -\n    id: a\n" + NOTE,
            "  -\n    id: a\n" + NOTE + TAGS,
            "  -  # first\n    id: a\n    note: M\n",
            "  -  # first\n    id: a\n    note: M\n" + TAGS,
            id="a-dash-on-its-own-line",
        ),
        pytest.param(
            A + "    updates: []\n" + NOTE,
            A + "    updates: []\n    note: M\n",
            A + "    updates:\n      - date: 2026\n" + NOTE,
            A + "    updates:\n      - date: 2026\n    note: M\n",
            id="brackets-without-an-update",
        ),
        pytest.param(
            A + "    note: |+\n      N\n\n\n  - id: b\n",
            A + "    note: |+\n      N\n\n\n  - id: b\n    due: 2026\n",
            A + "    note: |+\n      M\n\n\n  - id: b\n",
            A + "    note: |+\n      M\n\n\n  - id: b\n    due: 2026\n",
            id="empty-lines-of-a-text",
        ),
        pytest.param(
            "  - id: a\n  # the end\n",
            "  - id: a\n  - id: o\n  # the end\n",
            "  - id: a\n  # the very end\n",
            "  - id: a\n  - id: o\n  # the very end\n",
            id="comments-below-the-last-claim",
        ),
        pytest.param(
            A + "    tags:\n      [x, y]\n" + NOTE,
            A + "    tags:\n      [x, y]\n    note: M\n",
            A + "    tags:\n      [x, t]\n" + NOTE,
            A + "    tags:\n      [x, t]\n    note: M\n",
            id="brackets-below-their-name",
        ),
        pytest.param(
            A + "    tags:\n      [x, y]\n",
            A + "    tags:\n      [x, y, o]\n",
            A + "    tags:\n      [x, t]\n",
            None,
            id="brackets-below-their-name-twice",
        ),
        pytest.param(
            A + TAGS,
            A + "    tags: [x,  # ours\n      y]\n",
            A + "    tags: [x, y, t]\n",
            A + "    # ours\n    tags: [x, y, t]\n",
            id="a-comment-within-brackets",
        ),
        pytest.param(
            A + "    tags:\n      - x\n",
            A + "    tags:\n      - x\n      - o\n",
            A + "    tags: [x,\n      t\n      u]\n",
            A + "    tags:\n      - x\n      - o\n      - t u\n",
            id="an-item-over-two-lines",
        ),
        pytest.param(
            A + "    updates:\n      - {date: 2026-01}\n",
            A + "    updates:\n      - {date: 2026-01}\n      - date: some day\n",
            A + "    updates:\n      - {date: 2026-01}\n      - date: 2026-02\n",
            A
            + "    updates:\n      - {date: 2026-01}\n      - date: some day\n"
            + "      - date: 2026-02\n",
            id="an-update-without-a-day",
        ),
        pytest.param(
            A + "    updates:\n      - date: 2026-05\n      - date: 2026-01\n",
            A
            + "    updates:\n      - date: 2026-05\n      - date: 2026-01\n      - date: 2026-08\n",
            A
            + "    updates:\n      - date: 2026-05\n      - date: 2026-01\n      - date: 2026-03\n",
            A
            + "    updates:\n      - date: 2026-05\n      - date: 2026-01\n      - date: 2026-08\n"
            + "      - date: 2026-03\n",
            id="updates-that-are-not-in-order",
        ),
        pytest.param(
            A + "    claim: A.\n  - id: b\n    claim: B.\n",
            "  - id: c\n    claim: A.\n  - id: b\n    claim: B.\n",
            A + "    claim: A.\n  - id: c\n    claim: B.\n",
            None,
            id="one-new-id-of-two-claims",
        ),
        pytest.param(
            A + "    claim: A.\n",
            "  - id: c\n    claim: A.\n" + NOTE,
            "  - id: c\n    claim: A.\n" + TAGS,
            "  - id: c\n    claim: A.\n" + NOTE + TAGS,
            id="one-new-id-of-one-claim",
        ),
        pytest.param(
            A + TAGS,
            A + TAGS.replace("]\n", "]  # o\n"),
            A + TAGS.replace("]\n", "]  # t\n"),
            A + "    # t\n" + TAGS.replace("]\n", "]  # o\n"),
            id="comments-behind-brackets",
        ),
        pytest.param(
            A + "    due: 2026  # so\n",
            A + "    due: 2026  # o\n",
            A + "    due: 2027  # t\n",
            A + "    # o\n    due: 2027  # t\n",
            id="comments-behind-a-value",
        ),
        pytest.param(
            A + "    due: 2026  # so\n",
            A + "    due: 2026  # o\n",
            A + "    due: 2027  # so\n",
            A + "    due: 2027  # o\n",
            id="our-comment-and-their-value",
        ),
        pytest.param(
            A,
            A + "    tags:  # o\n      - x\n",
            A + "    tags:  # t\n      - y\n",
            A + "    # t\n    tags:  # o\n      - x\n      - y\n",
            id="comments-behind-a-name",
        ),
        pytest.param(
            A + "    tags:  # so\n      - x\n",
            A + "    tags:  # o\n      - x\n",
            A + "    tags:  # t\n      - x\n",
            A + "    # t\n    tags:  # o\n      - x\n",
            id="other-comments-behind-a-name",
        ),
        pytest.param(
            A,
            A + "    updates: []\n",
            A + "    updates:\n      - date: 2026\n",
            A + "    updates:\n      - date: 2026\n",
            id="an-update-beside-empty-brackets",
        ),
        pytest.param(
            A + "    source:\n      url: u  # so\n      title: T\n",
            A + "    source:\n      url: u\n      title: O\n",
            A + "    source:\n      url: u  # t\n      title: T\n",
            A + "    source:\n      # t\n      url: u\n      title: O\n",
            id="a-comment-that-ours-removed",
        ),
        pytest.param(
            "  - a\n",
            "  - a\n  - o\n",
            "  - a\n  - t\n",
            "  - a\n  - o\n  - t\n",
            id="claims-that-are-none",
        ),
        pytest.param(
            "  - source: s\n    at: p 1\n    id: a\n",
            "  - source: o\n    at: p 1\n    id: a\n",
            "  - at: p 1\n    id: a\n",
            None,
            id="the-first-field-changed-and-deleted",
        ),
    ],
)
def test_each_style_is_merged_in_that_of_ours(
    base: str, ours: str, theirs: str, both: str | None
) -> None:
    if both is None:
        found = merge_of(base, ours, theirs)
        assert isinstance(found, Cannot) or found.conflicts
    else:
        assert text_of(base, ours, theirs) == both


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "marked"),
    [
        pytest.param(
            FLOW,
            FLOW.replace("2026", "2027").replace("a,", "a, note: O,"),
            FLOW.replace("2026", "2028").replace("title: T", "title: U"),
            conflict(
                FLOW.replace("2026", "2027").replace("a,", "a, note: O,").replace("T", "U"),
                FLOW.replace("2026", "2028").replace("a,", "a, note: O,").replace("T", "U"),
            ),
            id="a-claim-in-brackets",
        ),
        pytest.param(
            FLOW,
            FLOW.replace("due: 2026, ", ""),
            FLOW.replace("2026", "2028"),
            conflict(FLOW.replace("due: 2026, ", ""), FLOW.replace("2026", "2028")),
            id="a-field-that-ours-removed",
        ),
        pytest.param(
            A + SOURCE,
            A + SOURCE.replace("s\n", "o\n"),
            A + SOURCE.replace("s\n", "t\n"),
            A + conflict(SOURCE.replace("s\n", "o\n"), SOURCE.replace("s\n", "t\n")),
            id="two-other-sources",
        ),
        pytest.param(
            A,
            A + SOURCE.replace("s\n", "o\n"),
            A + SOURCE.replace("s\n", "t\n"),
            A + conflict(SOURCE.replace("s\n", "o\n"), SOURCE.replace("s\n", "t\n")),
            id="two-new-sources",
        ),
        pytest.param(
            A + "    quantity: {value: 1, unit: u}\n",
            A + "    quantity: {value: 2, unit: u}\n",
            A + "    quantity: {value: 1, unit: v}\n",
            A
            + conflict(
                "    quantity: {value: 2, unit: u}\n", "    quantity: {value: 1, unit: v}\n"
            ),
            id="a-figure",
        ),
        pytest.param(
            "  - due: 2026\n    id: a\n",
            "  - id: a\n",
            "  - due: 2027\n    id: a\n",
            conflict("  - id: a\n", "  - due: 2027\n    id: a\n"),
            id="the-first-field",
        ),
    ],
)
def test_a_conflict_has_whole_lines(base: str, ours: str, theirs: str, marked: str) -> None:
    assert text_of(base, ours, theirs) == marked


def test_a_style_that_is_not_known_is_not_merged() -> None:
    base = "version: 1\n? claims\n:\n  - id: a\n"
    found = merge_versions(base.encode(), base.encode(), base.replace(": 1", ": 2").encode())
    assert found == Cannot("the file is not written in lines of fields and claims")


def test_a_list_of_claims_alone_is_not_merged() -> None:
    assert isinstance(merge_versions(b"version: 1\n", b"text\n", b"version: 1\n"), Cannot)
