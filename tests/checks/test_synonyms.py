"""The words that people write are answered with those of the format."""

import pytest

from claim_tracker.checks.synonyms import field_synonyms, is_word, proposed_words
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS
from claim_tracker.text.suggest import letters_of, slip_of
from tests.samples import NEWS, check, claim, claims_file, the_finding

OF_EACH_KIND = [
    # what somebody writes; what it may be of a commitment, a prediction, a fact
    ("achieved", "`kept`", "`came-true`", None),
    ("fulfilled", "`kept`", "`came-true`", None),
    ("Completed", "`kept`", "`came-true`", None),
    ("implemented", "`kept`", "`came-true`", None),
    ("delivered", "`kept`", "`came-true`", None),
    ("compromise", "`partly-kept`", None, None),
    ("partially fulfilled", "`partly-kept`", "`partly-true`", None),
    ("partly kept", "`partly-kept`", "`partly-true`", None),
    ("half true", None, "`partly-true`", "`partly-confirmed`"),
    ("missed", "`broken`", "`failed`", None),
    ("failed to deliver", "`broken`", "`failed`", None),
    ("cancelled", "`broken` or `withdrawn`", None, None),
    ("retracted", "`withdrawn`", "`withdrawn`", "`withdrawn`"),
    ("uncheckable", "`unverifiable`", "`unverifiable`", "`unverifiable`"),
    ("contested", "`disputed`", "`disputed`", "`disputed`"),
    ("true", None, "`came-true`", "`confirmed`"),
    ("false", None, "`failed`", "`refuted`"),
    ("misleading", None, None, "`partly-confirmed` or `refuted`"),
]


def _update(words: str, kind: str = "commitment") -> str:
    return claims_file(claim({"kind": kind}, [f"date: 2025-10-01, {words}, source: {NEWS}"]))


@pytest.mark.parametrize("column", range(3))
@pytest.mark.parametrize("row", OF_EACH_KIND, ids=lambda row: row[0])
def test_an_outcome_is_that_of_the_kind(row: tuple[str, ...], column: int) -> None:
    finding = the_finding(_update(f"outcome: «{row[0]}»", KINDS[column]), code="E106")
    proposed = row[column + 1]
    lead = f"did you mean {proposed}? Known are `" if proposed else "write one of `"
    assert finding.help.startswith(lead)
    is_slip = letters_of(row[0]) in map(letters_of, OUTCOMES)
    assert (finding.fix is not None) == (is_slip and column == 0)


@pytest.mark.parametrize(
    ("outcome", "kind", "help"),
    [
        ("kept", "prediction", "did you mean `came-true`?"),
        ("came-true", "commitment", "did you mean `kept`?"),
        ("failed", "commitment", "did you mean `broken`?"),
        ("partly-true", "fact", "did you mean `partly-confirmed`?"),
        ("confirmed", "commitment", "write one of `kept`, `partly-kept`"),
        ("broken", "fact", "write one of `confirmed`"),
    ],
)
def test_an_outcome_of_another_kind_has_its_like(outcome: str, kind: str, help: str) -> None:
    (finding,) = check(_update(f"outcome: {outcome}", kind)).findings
    assert finding.code == "E212"
    assert finding.help.startswith(help)


@pytest.mark.parametrize(
    ("written", "progress"),
    [
        ("ongoing", "in-progress"),
        ("in progress", "in-progress"),
        ("paused", "stalled"),
        ("stalled", "stalled"),
        ("at risk", "off-track"),
        ("delayed", "off-track"),
    ],
)
def test_how_a_matter_stands_is_no_outcome(written: str, progress: str) -> None:
    finding = the_finding(_update(f"outcome: «{written}»"), code="E106")
    assert finding.help == (
        f"this is how the matter stands, and no outcome: write `progress: {progress}` instead"
    )


@pytest.mark.parametrize("written", ["done", "completed", "Kept"])
def test_what_became_of_a_matter_is_no_progress(written: str) -> None:
    finding = the_finding(_update(f"progress: «{written}»"), code="E106")
    assert finding.help == (
        "this is what became of it, and no progress: write `outcome: kept` instead"
    )


def test_a_field_that_is_there_is_not_proposed_again() -> None:
    finding = the_finding(_update("progress: «done», outcome: kept"), code="E106")
    assert finding.help == (
        "this is what became of it, and no progress: leave `progress` out, as `outcome` tells it"
    )


def test_a_field_that_says_another_thing_is_for_a_person_to_weigh() -> None:
    finding = the_finding(_update("progress: «done», outcome: broken"), code="E106")
    assert finding.help == (
        "this is what became of it, and no progress; but `outcome` says `broken`: decide which of "
        "the two is right"
    )


@pytest.mark.parametrize(
    ("words", "help"),
    [
        ("outcome: «not started»", "leave `outcome` out as long as nothing is found out"),
        ("outcome: «unconfirmed»", "leave `outcome` out as long as nothing is found out"),
        ("outcome: «overdue»", "leave `outcome` out: the calendar tells what is overdue"),
        ("outcome: «postponed»", "leave `outcome` out, and write the new deadline as `due`"),
        ("progress: «not started»", "leave `progress` out until it has begun"),
    ],
)
def test_what_is_not_known_yet_is_left_out(words: str, help: str) -> None:
    assert the_finding(_update(words), code="E106").help.startswith(help)


@pytest.mark.parametrize(
    ("written", "progress"),
    [
        ("ongoing", "in-progress"),
        ("started", "in-progress"),
        ("paused", "stalled"),
        ("at risk", "off-track"),
        ("delayed", "off-track"),
        ("on schedule", "on-track"),
    ],
)
def test_progress_has_its_words(written: str, progress: str) -> None:
    finding = the_finding(_update(f"progress: «{written}»"), code="E106")
    assert finding.help.startswith(f"did you mean `{progress}`?")
    assert finding.fix is None


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("promise", "`commitment`"),
        ("pledge", "`commitment`"),
        ("vow", "`commitment`"),
        ("forecast", "`prediction`"),
        ("statement", "`fact`"),
        ("claim", "`fact`"),
        ("warning", "`commitment` or `prediction`"),
    ],
)
def test_a_kind_has_its_words(written: str, proposed: str) -> None:
    finding = the_finding(claims_file(claim({"kind": f"«{written}»"})), code="E106")
    assert finding.help == f"did you mean {proposed}? Known are `commitment`, `prediction`, `fact`"
    assert finding.fix is None


@pytest.mark.parametrize(
    ("written", "value", "proposed"),
    [
        ("category", "Roads", "topic"),
        ("keywords", "[roads]", "tags"),
        ("deadline", "2026-09", "due"),
        ("date", "2025-08-18", "stated"),
        ("office", "minister", "role"),
    ],
)
def test_a_field_has_its_words(written: str, value: str, proposed: str) -> None:
    finding = the_finding(claims_file(claim({f"«{written}»": value})), code="E101")
    assert finding.help == f"did you mean `{proposed}`?"
    assert finding.fix is None


@pytest.mark.parametrize(
    ("value", "proposed"), [("kept", "outcome"), ("done", "outcome"), ("paused", "progress")]
)
def test_a_status_is_the_field_that_has_its_word(value: str, proposed: str) -> None:
    text = claims_file(claim(updates=[f"date: 2025-10-01, «status»: {value}, source: {NEWS}"]))
    assert the_finding(text, code="E101").help == f"did you mean `{proposed}`?"


@pytest.mark.parametrize("written", ["autor", "titel"])
def test_a_slip_in_such_a_word_is_known(written: str) -> None:
    proposed = {"autor": "speaker", "titel": "claim"}[written]
    text = claims_file(claim({proposed: None, f"«{written}»": "A. Minister"}))
    assert the_finding(text, code="E101").help == f"did you mean `{proposed}`?"


def test_no_synonym_is_a_name_of_its_part() -> None:
    for model, words in field_synonyms().items():
        names = {letters_of(name): name for name in fields_of(model)}
        assert not {
            word: proposed
            for word, proposed in words.items()
            if proposed and names.get(word) in proposed
        }


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_an_outcome_is_a_slip_of_an_opposite(kind: str) -> None:
    for word in ("met", "unmet", "failed", "missed", "broken", "kept", "true", "untrue", "done"):
        slip = slip_of(word, OUTCOMES)
        assert slip is None or slip == word or slip in proposed_words("outcome", word, kind)
    assert is_word("progress", PROGRESS[0])
