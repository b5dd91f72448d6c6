"""How well the rules draft the annotated articles: no less than this."""

import pytest

from tests.drafting.scoring import Score, scores_of, total

LEAST = {
    "found": 0.97,
    "precise": 0.98,
    "deadlines": 0.97,
    "kinds": 0.94,
    "speakers": 0.95,
    "figures": 0.97,
}


@pytest.fixture(scope="module")
def whole() -> Score:
    return total(scores_of().values())


@pytest.mark.parametrize("share", LEAST)
def test_the_rules_are_as_good_as_they_were(whole: Score, share: str) -> None:
    right, of = getattr(whole, share)
    assert right / of >= LEAST[share]


def test_no_deadline_is_invented_or_misread(whole: Score) -> None:
    assert (whole.invented, whole.misread) == (0, 0)
