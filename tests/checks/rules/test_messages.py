"""What the findings of sense say, word for word: what is wrong, and what to write."""

import pytest

from tests.samples import NEWS, SOURCES, another, check, claim, claims_file

HEAD = f"{SOURCES}places:\n  harbour: {{name: Harbour Base}}\n"
OUTCOMES_OF_A_FACT = (
    "write one of `confirmed`, `partly-confirmed`, `refuted`, `withdrawn`, `unverifiable`, "
    "`disputed`, `open`"
)
IDS = "`base-closes`, `soldiers-leave`"
NOTED = "note: N."


def messages(text: str) -> list[tuple[str, str]]:
    """The messages and the helps of the findings of a text."""
    return [(finding.message, finding.help) for finding in check(text).findings]


def one(fields: dict[str, str], *updates: str) -> str:
    """A file of one claim."""
    return claims_file(claim(fields, updates))


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            one({"source": NEWS}),
            "`base-closes` has no `stated`, and its source no `published`",
            "add `stated:` to the claim, or `published:` to the source",
        ),
        (
            one({"as_of": "2025"}),
            "`as_of` is for facts, and this is a commitment",
            "delete it; `stated` says when it was said, `due` by when it is to be",
        ),
        (
            one({"due": "within 8000 years"}),
            "`within 8000 years` from 2025-08-18 is after the year 9999",
            "write the day itself, such as `2026-09-30`",
        ),
        (
            one({"due": "2024"}),
            "the deadline `2024` is over before the claim was stated, `2025-08-18`",
            "correct the one or the other; is it the right year?",
        ),
        (
            one({"stated": "2026-02"}),
            "`stated` is `2026-02`, and today is 2026-01-01",
            "write the day on which it was said, not the day it is about",
        ),
        (
            one({"source": "{url: https://example.org/, published: 2027}"}),
            "`published` is `2027`, and today is 2026-01-01",
            "write the day on which it was said, not the day it is about",
        ),
        (
            one({}, f"date: 2026-01-02, {NOTED}"),
            "this update is dated 2026-01-02, and today is 2026-01-01",
            "write the day on which it became known",
        ),
        (
            one({}, f"date: 2025-08-17, {NOTED}"),
            "this update of 2025-08-17 is older than its claim, stated `2025-08-18`",
            "correct the date of the update, or `stated`",
        ),
        (
            one({}, f"date: 2025-10-01, {NOTED}", f"date: 2025-09-30, {NOTED}"),
            "this update of 2025-09-30 stands after one of 2025-10-01",
            "put the oldest update first",
        ),
        (
            one({}, f"date: 2025-10-01, happened: 2025-11, {NOTED}"),
            "`happened` is `2025-11`, after its update of 2025-10-01",
            "correct the one or the other; what is still to come is a `due` or a `note`",
        ),
        (
            one({}, "date: 2025-10-01, outcome: kept"),
            "`outcome` without a source",
            "add `source:` to the update, a key of `sources` or `{url: …}`",
        ),
        (
            one({"kind": "fact"}, f"date: 2025-10-01, outcome: kept, source: {NEWS}"),
            "`kept` is not an outcome of a fact",
            OUTCOMES_OF_A_FACT,
        ),
        (
            one({}, "date: 2025-10-01, rating: Fine"),
            "`rating` without an outcome",
            "add the `outcome:` that it is a word for, or write it in a `note:`",
        ),
        (
            claims_file(claim({"due": "Sept 2026"}), head="checks: {dates: canonical}\n"),
            "`Sept 2026` is not the canonical form of this date",
            "write `2026-09`",
        ),
    ],
)
def test_of_a_claim(text: str, message: str, advice: str) -> None:
    assert messages(text) == [(message, advice)]


def test_of_a_claim_whose_id_is_not_known() -> None:
    text = claims_file(claim({"id": None, "source": NEWS}))
    assert "this claim has no `stated`, and its source no `published`" in dict(messages(text))


@pytest.mark.parametrize(
    ("fields", "message", "advice"),
    [
        ({"source": "paper1"}, "unknown source `paper1`", "did you mean `paper-1`?"),
        ({"source": "x" * 70}, f"unknown source `{'x' * 59}…`", "this file has `paper-1`"),
        ({"places": "[camp]"}, "unknown place `camp`", "this file has `harbour`"),
        (
            {"places": "[harbour - harbour]"},
            "unknown place `harbour - harbour`",
            "write each on a line of its own, one below the other: `- harbour`, `- harbour`",
        ),
        ({"places": "[harbour wall]"}, "unknown place `harbour wall`", "did you mean `harbour`?"),
        (
            {"related": "[camp]"},
            "unknown claim `camp`",
            "known are `base-closes`, `soldiers-leave`",
        ),
        ({"related": "[base]"}, "unknown claim `base`", "did you mean `base-closes`?"),
    ],
)
def test_of_an_unknown_reference(fields: dict[str, str], message: str, advice: str) -> None:
    user = another({"source": "paper-1", "places": "[harbour]"})
    stated = {"stated": "2025-08-18", **fields}
    assert messages(claims_file(claim(stated), user, head=HEAD)) == [(message, advice)]


def test_of_a_reference_to_a_section_that_is_not_there() -> None:
    text = claims_file(claim({"source": "paper-1", "places": "[harbour]"}))
    assert messages(text) == [
        ("unknown source `paper-1`", "add it to `sources:`"),
        ("unknown place `harbour`", "add it to `places:`"),
    ]


def test_of_known_words_the_first_five_are_shown_and_cut_only_past_any_id() -> None:
    keys = ["a" * 81, *"bcdef"]
    head = "places:\n" + "".join(f"  {key}: {{name: P}}\n" for key in keys)
    text = claims_file(
        claim({"places": "[xyz]"}), another({"places": f"[{', '.join(keys)}]"}), head=head
    )
    assert messages(text) == [
        ("unknown place `xyz`", f"this file has `{'a' * 79}…`, `b`, `c`, `d`, `e`, …")
    ]
    assert messages(text.replace("  f: {name: P}\n", "").replace(", f]", "]")) == [
        ("unknown place `xyz`", f"this file has `{'a' * 79}…`, `b`, `c`, `d`, `e`")
    ]


def test_of_what_nothing_uses() -> None:
    assert messages(claims_file(claim(), head=HEAD)) == [
        ("no claim uses the source `paper-1`", "use it, or delete it"),
        ("no claim uses the place `harbour`", "use it, or delete it"),
    ]


def test_of_an_outcome_whose_source_is_not_archived() -> None:
    update = f"date: 2025-10-01, outcome: kept, source: {NEWS}"
    text = claims_file(claim(updates=[update]), head="checks: {archived: required}\n")
    assert messages(text) == [
        (
            "the source of this outcome has no archived copy",
            "save the page at an archive, and add the `archived:` address",
        )
    ]


def test_of_claims_that_repeat_each_other() -> None:
    assert messages(claims_file(claim(), another({"claim": "the  BASE closes."}))) == [
        (
            "`base-closes` makes the same claim in the same words",
            "keep one of the two, or say in what they differ",
        )
    ]
    assert messages(claims_file(claim(), another({"id": "base-closes"}))) == [
        ("the id `base-closes` is used twice", "give one of the two claims another id")
    ]
