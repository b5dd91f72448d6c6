"""The words of trackers for what became of a claim."""

import pytest

from claim_tracker.claims.vocabulary import Kind
from claim_tracker.tables.columns.statuses import Standing, fitting_kind, standing, word_given
from claim_tracker.text.suggest import letters_of


@pytest.mark.parametrize(
    ("word", "kind", "outcome"),
    [
        *((word, "commitment", "kept") for word in ("Achieved", "Promise kept", "✅ Kept", "Done")),
        *((word, "commitment", "kept") for word in ("Delivered", "Completed (100%)", "cumplida")),
        *((word, "commitment", "partly-kept") for word in ("Compromise", "Partially met")),
        *((word, "commitment", "partly-kept") for word in ("partial", "Compromised")),
        *((word, "commitment", "partly-kept") for word in ("Partly kept 50%", "~ partly kept")),
        *((word, "commitment", "broken") for word in ("Broken", "Missed", "Status: broken")),
        *((word, "commitment", "broken") for word in ("❌ Broken", "✗ not kept")),
        *((word, "commitment", "broken") for word in ("PROMISE NOT DONE", "nicht erfüllt")),
        ("True", "fact", "confirmed"),
        ("False", "prediction", "failed"),
        ("Kept", "prediction", "came-true"),
    ],
)
def test_a_word_is_an_outcome_of_the_kind(word: str, kind: Kind, outcome: str) -> None:
    assert standing(word, kind) == Standing(outcome=outcome)


@pytest.mark.parametrize(
    ("word", "progress"),
    [
        *((word, "in-progress") for word in ("In progress", "in_progress", "In the works")),
        *((word, "in-progress") for word in ("Ongoing", "en cours", "Some progress")),
        ("Stalled", "stalled"),
        ("On track", "on-track"),
        ("Delayed", "off-track"),
    ],
)
def test_a_word_for_how_it_stands_is_progress(word: str, progress: str) -> None:
    assert standing(word, "commitment") == Standing(progress=progress)


@pytest.mark.parametrize("word", ["Not started", "Not yet rated", "pending", "TBD", "未着手"])
def test_a_word_for_nothing_yet_says_nothing(word: str) -> None:
    assert standing(word, "commitment") == Standing()


@pytest.mark.parametrize(
    ("word", "doubt"),
    [
        ("Abandoned", "may be `broken` or `withdrawn`"),
        ("Confirmed", "is not an outcome of a commitment"),
        ("Somewhat", '--word "Somewhat=…"'),
        ("Kept?", '--word "Kept?=…"'),
        ("Broken (?)", '--word "Broken (?)=…"'),
        ("Completed 50%", '--word "Completed 50%=…"'),
        ("❌ Done", '--word "❌ Done=…"'),
    ],
)
def test_a_word_that_is_not_clear_is_not_guessed(word: str, doubt: str) -> None:
    found = standing(word, "commitment")
    assert (found.outcome, found.progress) == (None, None)
    assert doubt in str(found.doubt)


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("broken", Standing(outcome="broken")),
        ("stalled", Standing(progress="stalled")),
        ("none", Standing()),
        ("failed", Standing(outcome="broken")),
    ],
)
def test_a_word_is_what_a_person_says(meaning: str, expected: Standing) -> None:
    given = ((letters_of("Abandoned"), meaning),)
    assert standing("abandoned", "commitment", given) == expected


def test_a_person_can_name_any_word_of_the_format() -> None:
    assert word_given("Partly Kept") == "partly-kept"
    assert word_given("none") == "none"
    assert word_given("perhaps") is None


def test_the_words_tell_the_kind_of_the_claims() -> None:
    assert fitting_kind({"Promise kept": 3, "Stalled": 1}) == "commitment"
    assert fitting_kind({"False": 1, "Verified": 2}) == "fact"
    assert fitting_kind({"In progress": 3}) is None
