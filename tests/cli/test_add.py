"""`tracker add`: a claim from options."""

import pytest

from tests.conftest import NOW, CommandLine
from tests.processes import trackers
from tests.samples import another, assert_valid, claim, claims_file

NAME = "data/claims.yaml"
HEAD = """\
sources:
  iswnews: {url: https://example.org/report, published: 2025-08-18}
places: {erbil: {name: Erbil}}
"""
CLAIMS = claims_file(
    claim({"source": "iswnews", "topic": "Bases", "places": "[erbil]", "tags": "[bases]"}),
    head=HEAD,
)
NEEDED = ("--claim", "The U.S. base in Erbil stays: for now.", "--kind", "prediction")
WHO = ("--speaker", "A. Minister", "--source", "iswnews")


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, CLAIMS)
    return tracker


def content(tracker: CommandLine, name: str = NAME) -> str:
    return (tracker.folder / name).read_bytes().decode()


def test_a_claim_is_written_after_the_others(claims: CommandLine) -> None:
    ran = claims("add", *NEEDED, *WHO, "--yes")
    assert (ran.status, ran.err) == (
        0,
        f"Written to {NAME}, line 14: us-base-erbil-stays-now is undated\n",
    )
    assert (
        content(claims)
        == f"""{CLAIMS}\
  - id: us-base-erbil-stays-now
    claim: 'The U.S. base in Erbil stays: for now.'
    kind: prediction
    speaker: A. Minister
    source: iswnews
"""
    )


def test_all_that_a_claim_has_can_be_said(claims: CommandLine) -> None:
    claims(
        *("add", "--claim", "900 troops.", "--kind", "fact", *WHO, "--role", "the minister"),
        *("--via", "A paper", "--topic", "Bases", "--stated", "Sept 2025", "--holds-as-of", "2025"),
        *("--quantity", "900 troops", "--place", "erbil", "--tag", "bases", "--tag", "men"),
        *("--related", "base-closes", "--id", "troops", "--due", "2027", "--yes"),
    )
    added = content(claims).removeprefix(CLAIMS)
    assert_valid(content(claims), today=NOW.date())
    assert (
        added
        == """\
  - id: troops
    claim: 900 troops.
    kind: fact
    topic: Bases
    speaker: A. Minister
    role: the minister
    via: A paper
    stated: 2025-09
    as_of: 2025
    due: 2027
    quantity: {value: 900, unit: troops}
    source: iswnews
    places: [erbil]
    tags: [bases, men]
    related: [base-closes]
"""
    )
    assert_valid(content(claims), today=NOW.date())


def test_what_looks_like_a_slip_is_told_and_written(claims: CommandLine) -> None:
    slips = (
        "--speaker",
        "A. Ministre",
        "--source",
        "iswnews",
        "--topic",
        "Bsaes",
        "--tag",
        "basis",
    )
    err = claims("add", *NEEDED, *slips, "--yes").err
    assert "No other claim has the speaker `A. Ministre`; did you mean `A. Minister`?" in err
    assert "No other claim has the topic `Bsaes`; did you mean `Bases`?" in err
    assert "No other claim has the tag `basis`; did you mean `bases`?" in err
    assert "topic: Bsaes" in content(claims)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (NEEDED, "A claim needs --speaker, --source."),
        ((*NEEDED, *WHO, "--place", "erbl"), "unknown place `erbl`; did you mean `erbil`?"),
        ((*NEEDED, *WHO, "--related", "base"), "unknown claim `base`"),
        ((*NEEDED, *WHO, "--id", "base-closes"), "the id `base-closes` is used twice"),
        ((*NEEDED, *WHO, "--id", "A b"), "write `a-b`"),
        ((*NEEDED, *WHO, "--holds-as-of", "2025"), "`as_of` is for facts"),
        ((*NEEDED, *WHO, "--due", "2024"), "is over before the claim was stated"),
        ((*NEEDED, *WHO[:2], "--source", "https://a.org"), "has no `stated`"),
        ((*NEEDED, *WHO, "--tag", " "), "`tags` is empty"),
    ],
)
def test_what_would_not_be_valid_is_refused(
    claims: CommandLine, options: tuple[str, ...], message: str
) -> None:
    assert message in " ".join(claims.fails("add", *options, "--yes").split())
    assert content(claims) == CLAIMS


def test_the_same_words_are_told(claims: CommandLine) -> None:
    ran = claims("add", "--claim", "The base closes.", "--kind", "commitment", *WHO, "--yes")
    assert "Warning: `base-closes` makes the same claim in the same words" in ran.err
    assert "- id: base-closes-2\n" in content(claims)


def test_of_several_files_one_is_named(tracker: CommandLine) -> None:
    tracker.file("all/a.yaml", claims_file(claim()))
    tracker.file("all/b.yaml", claims_file(another()))
    said = (
        "add",
        "-f",
        "all",
        *NEEDED,
        *WHO[:2],
        "--source",
        "https://a.org",
        "--stated",
        "2025-09-01",
    )
    assert "say with `--to FILE`" in tracker.fails(*said, "--yes")
    assert "not among the files" in tracker.fails(*said, "--yes", "--to", "c.yaml")
    tracker(*said, "--yes", "--to", "./all/b.yaml")
    assert content(tracker, "all/a.yaml") == claims_file(claim())
    assert "  - id: us-base-erbil-stays-now\n" in content(tracker, "all/b.yaml")


def test_a_new_project_gets_its_first_claim(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    tracker(
        "add", *NEEDED, *WHO[:2], "--source", "https://a.org", "--stated", "2025-09-01", "--yes"
    )
    assert content(tracker).startswith("version: 1\nclaims:\n  - id: us-base-erbil-stays-now\n")


def test_eight_writers_at_once_all_land(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    said = ("--speaker", "A. Minister", "--source", "https://a.org", "--stated", "2001-01-01")
    ran = trackers(*[("add", *NEEDED, *said, "--yes")] * 8)
    assert [each.status for each in ran] == [0] * 8, ran
    ids = [line.split()[-1] for line in content(tracker).splitlines() if "- id: " in line]
    name = "us-base-erbil-stays-now"
    assert ids == [name, *(f"{name}-{number}" for number in range(2, 9))]
