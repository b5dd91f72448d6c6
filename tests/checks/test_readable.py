"""What can be read of files that have errors."""

from datetime import date

import pytest

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.form.validation import validate
from claim_tracker.checks.readable import Readable, entry_at, readable
from claim_tracker.yaml import read
from tests.samples import NEWS, another, claim, claims_file

BROKEN_UPDATE = f"date: 2025-09-01, due: within 9999 years, source: {NEWS}"


def read_of(*texts: str | bytes) -> Readable:
    data = (text.encode() if isinstance(text, str) else text for text in texts)
    return readable(read(f"{number}.yaml", each) for number, each in enumerate(data))


def ids(found: Readable) -> list[str]:
    return [entry.claim.id for entry in found.tracker]


@pytest.mark.parametrize(
    "broken",
    [
        claim({"kind": "promis"}),
        claim({"speaker": None}),
        claim({"due": "soon"}),
        claim({"deadlne": "2025-09"}),
        claim({"source": "nowhere"}),
        claim({"places": "[nowhere]"}),
        claim({"source": NEWS}),
        claim({"due": "within 9999 years"}),
        claim({}, [BROKEN_UPDATE]),
        claim({}, ["date: 2025-09-01, source: nowhere"]),
        claim({"tags": "&x [a]"}),
        claim({"topic": "a\n    topic: b"}),
    ],
)
def test_a_claim_with_a_fault_is_lost_and_the_others_are_not(broken: str) -> None:
    found = read_of(claims_file(broken, another()))
    assert ids(found) == ["soldiers-leave"]
    assert found.lacks("base-closes")
    assert not found.lacks("soldiers-leave")


@pytest.mark.parametrize(
    "odd",
    [
        claim({"related": "[nowhere]"}),
        claim({"stated": "2999-01-01"}),
        claim({"due": "2020"}),
        claim({}, ["date: 2025-09-02", "date: 2025-09-01, outcome: came-true"]),
    ],
)
def test_what_breaks_a_rule_can_still_be_read(odd: str) -> None:
    found = read_of(claims_file(odd))
    assert (ids(found), found.lost, found.whole) == (["base-closes"], frozenset(), True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        b"\xff\xfe\x00",
        "claims: {}",
        "- a list",
        claims_file("  - just a text\n"),
        claims_file(claim({"id": None})),
        claims_file(claim(), '  - {id: "x\n'),
    ],
)
def test_where_something_unknown_is_lost_any_claim_may_be(text: str | bytes) -> None:
    found = read_of(text)
    assert not found.whole
    assert found.lacks("anything")


def test_an_id_that_is_used_twice_names_no_claim() -> None:
    found = read_of(claims_file(claim(), another()), claims_file(claim()))
    assert ids(found) == ["soldiers-leave"]
    assert found.lost == {"base-closes"}


def test_what_can_be_read_knows_its_files_and_lines() -> None:
    found = read_of(claims_file(claim({"due": "soon"}), another()), claims_file())
    assert [file.name for file in found.tracker.files] == ["0.yaml", "1.yaml"]
    assert [entry.line for entry in found.tracker] == [9]


def test_a_claim_with_a_fault_leaves_the_publisher_known() -> None:
    head = "publisher: {name: News, url: https://news.example/}\n"
    (file,) = read_of(claims_file(claim({"due": "soon"}), head=head)).tracker.files
    assert file.content.publisher is not None
    assert file.content.publisher.name == "News"


def test_a_file_without_claims_is_whole() -> None:
    found = read_of(claims_file())
    assert (ids(found), found.whole, found.lacks("anything")) == ([], True, False)


def checked(*claims: str, head: str = "") -> CheckedFile:
    document = read("claims.yaml", claims_file(*claims, head=head).encode())
    return CheckedFile(document, validate(document), date(2026, 1, 1))


def test_one_claim_is_read_by_its_index() -> None:
    file = checked(claim({"kind": "promis"}), "  - nothing\n", another())
    found = entry_at(file, 2)
    assert found is not None
    assert found.claim.id == "soldiers-leave"


@pytest.mark.parametrize(
    "written",
    [claim({"source": "nowhere"}), claim({"kind": "promis"}), "  - nothing\n", ""],
    ids=["a source that is not there", "an error of form", "a text", "nothing"],
)
def test_a_claim_that_is_not_whole_is_none(written: str) -> None:
    assert entry_at(checked(another(), written), 1) is None


def test_one_claim_has_the_defaults_of_its_file() -> None:
    found = entry_at(checked(claim({"topic": None}), head="defaults: {topic: North}\n"), 0)
    assert found is not None
    assert found.claim.topic == "North"
