"""`defaults`: what each claim of a file has unless it says otherwise."""

import pytest

from claim_tracker.claims.tracker import Entry
from tests.builders import report_of, tracker_of
from tests.samples import (
    PLACES,
    REPORT,
    SOURCES,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
)

MINIMAL = {"kind": None, "speaker": None, "source": None}
DEFAULTS = "defaults: {kind: commitment, speaker: B. Minister, source: paper-1, due: 2027}\n"


def entries(*claims: str, head: str = DEFAULTS) -> tuple[Entry, ...]:
    return tracker_of(claims_file(*claims, head=head + SOURCES)).entries


def test_a_claim_has_what_it_does_not_say() -> None:
    (entry,) = entries(claim(MINIMAL))
    made = entry.claim
    assert (made.kind, made.speaker, made.source) == ("commitment", "B. Minister", "paper-1")
    assert entry.defaulted == {"kind", "speaker", "source", "due"}
    assert entry.due is not None
    assert entry.due.text == "2027"


def test_what_a_claim_says_itself_counts() -> None:
    (entry,) = entries(claim({**MINIMAL, "speaker": "A. Minister", "due": "2026"}))
    assert entry.claim.speaker == "A. Minister"
    assert entry.defaulted == {"kind", "source"}


@pytest.mark.parametrize("written", ["none", "None", " none "])
def test_no_deadline_is_said_by_none(written: str) -> None:
    (entry,) = entries(claim({**MINIMAL, "due": f"'{written}'"}))
    assert entry.due is None


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_what_is_empty_is_absent(written: str) -> None:
    (entry,) = entries(claim({**MINIMAL, "due": written}))
    assert entry.due is not None


def test_a_list_is_replaced_and_not_joined() -> None:
    head = "defaults: {tags: [a, b]}\n" + DEFAULTS.replace("defaults: {", "#")
    own, other = tracker_of(
        claims_file(claim({"tags": "[c]"}), another(), head="defaults: {tags: [a, b]}\n")
    ).entries
    assert (own.claim.tags, other.claim.tags) == (("c",), ("a", "b"))
    assert head


def test_the_day_of_a_fact_is_for_facts_only() -> None:
    head = "defaults: {as_of: 2025-08-01}\n"
    assert_valid(claims_file(claim(), another({"kind": "fact"}), head=head))
    found = report_of("2025-09-01", claim(), another({"kind": "fact"}), head=head)
    assert [state.as_of is None for state in found.claims] == [True, False]


def test_the_source_of_a_default_is_used() -> None:
    assert_valid(claims_file(claim(MINIMAL), head=DEFAULTS + SOURCES))


@pytest.mark.parametrize(
    "field", ["id: x", "claim: C.", "quote: Q.", "related: [x]", "updates: []"]
)
def test_what_is_of_one_claim_has_no_default(field: str) -> None:
    assert codes(claims_file(claim(), head=f"defaults: {{{field}}}\n")) == ["E101"]


def test_a_fault_of_form_is_reported_once_at_the_default() -> None:
    text = claims_file(
        claim({"kind": None}), another({"kind": None}), head="defaults:\n  kind: «promises»\n"
    )
    finding = the_finding(text, code="E106")
    assert finding.claim is None


def test_a_fault_of_sense_is_reported_once_at_the_default() -> None:
    text = claims_file(
        claim({"source": None, "stated": "2025-08"}),
        another({"source": None, "stated": "2025-08"}),
        head="defaults:\n  source: «nowhere»\n",
    )
    the_finding(text, code="E202")


def test_a_deadline_that_a_default_sets_too_early_is_marked_there() -> None:
    text = claims_file(
        claim({"stated": "⟦2025-08⟧"}), another({"due": "2026"}), head="defaults:\n  due: «2024»\n"
    )
    the_finding(text, code="E205")


def test_a_claim_without_a_required_field_is_marked_itself() -> None:
    found = check(claims_file(claim({"speaker": None}), head="defaults: {topic: T}\n")).findings
    assert [(each.code, each.claim) for each in found] == [("E102", "base-closes")]


@pytest.mark.parametrize("written", ["kidn: commitment", "kidn: promises", "type: commitment"])
def test_a_misspelt_default_is_one_finding_for_all_its_claims(written: str) -> None:
    claims = [claim({"id": f"claim-{n}", "claim": f"{n}.", "kind": None}) for n in range(3)]
    name, _, value = written.partition(":")
    the_finding(claims_file(*claims, head=f"defaults:\n  «{name}»:{value}\n"), code="E101")


@pytest.mark.parametrize("written", ["[]", "text", "[topic]"])
def test_defaults_are_a_mapping(written: str) -> None:
    assert codes(claims_file(claim(), head=f"defaults: {written}\n")) == ["E103"]


@pytest.mark.parametrize(
    ("default", "code"),
    [
        ("source: «nowhere»", "E202"),
        ("source: {source: «nowhere», at: page 1}", "E202"),
        ("source: [{source: «nowhere», at: page 1}]", "E202"),
        ("«source»: {publisher: P.}", "E102"),
        ("source: [«{publisher: P.}»]", "E102"),
        ("source: {url: «https://web.archive.org/web/2025/https://a.example/»}", "W310"),
        ("places: [«nowhere»]", "E203"),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("is_taken", [True, False])
def test_a_fault_in_a_default_is_one_finding_taken_or_not(
    default: str, code: str, number: int, is_taken: bool
) -> None:
    own = {"stated": "2025-08", "places": "[harbour]"}
    taken = {"source": None, "places": None} if is_taken else {}
    claims = [claim({**own, **taken, "id": f"claim-{n}", "claim": f"{n}."}) for n in range(number)]
    places = "" if is_taken and "places" not in default else PLACES
    head = f"checks: {{ignore: [W302]}}\ndefaults:\n  {default}\n{places}"
    if is_taken and "source" not in default:
        claims = [
            each.replace("    stated", f"    source: {REPORT}\n    stated") for each in claims
        ]
    the_finding(claims_file(*claims, head=head), code=code)


def test_a_thousand_claims_with_bad_defaults_have_one_finding_each() -> None:
    claims = [
        claim({**MINIMAL, "id": f"claim-{n}", "claim": f"{n}.", "stated": "2025-08"})
        for n in range(1000)
    ]
    head = (
        "defaults: {kind: promis, speaker: A., source: {source: nowhere, at: page 1}, due: 2024,"
        " review: soon}\n"
    )
    assert codes(claims_file(*claims, head=head)) == ["E106", "E202", "E205", "E104"]


@pytest.mark.parametrize(
    ("default", "code", "mended"),
    [
        ("due: «Sept 2026»", "W304", "2026-09"),
        ("source: {url: https://a.example/, published: «1 May 2025»}", "W304", "2025-05-01"),
        ("source: «{url: https://example.org/paper}»", "W311", "paper-1"),
    ],
)
def test_a_warning_in_a_default_is_mended_there(default: str, code: str, mended: str) -> None:
    own = {"stated": "2025-08"} | ({"source": None} if "source" in default else {})
    spare = "checks: {dates: canonical, ignore: [W301]}\n"
    head = f"{spare}defaults:\n  {default}\n{SOURCES.replace('paper-1:', '⟦paper-1⟧:')}"
    if code != "W311":
        head = head.replace("⟦", "").replace("⟧", "")
    finding = the_finding(claims_file(claim(own), another(own), head=head), code=code)
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == [mended]


def test_what_is_no_claim_has_no_defaults() -> None:
    assert codes(claims_file("  - text\n", head=DEFAULTS + SOURCES)) == ["E103"]
