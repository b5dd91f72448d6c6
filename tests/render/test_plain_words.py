"""The words for readers who do not know the format."""

import pytest

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS, STATUSES
from claim_tracker.dates import parse_period
from claim_tracker.render.plain_words import PLAIN


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2025-09-30", "30 Sep 2025"),
        ("2025-09-03", "3 Sep 2025"),
        ("2025-09", "Sep 2025"),
        ("2025", "2025"),
        ("2025-Q1", "first quarter of 2025"),
        ("2025-Q4", "last quarter of 2025"),
        ("H2 2025", "second half of 2025"),
        ("202X", "the 2020s"),
        ("spring 2026", "spring 2026"),
        ("summer 2026", "summer 2026"),
        ("autumn 2026", "autumn 2026"),
        ("winter 2025/26", "winter 2025/26"),
        ("winter 2099", "winter 2099/00"),
        ("early 2026", "early 2026"),
        ("mid-September 2025", "mid-Sep 2025"),
        ("late May 2025", "late May 2025"),
        ("2025-09-15/2025-10-15", "15 Sep 2025 to 15 Oct 2025"),
        ("winter 2025 or 2027", "winter 2025/26 to 2027"),
        ("../2026-09", "by Sep 2026"),
        ("2026-09~", "about Sep 2026"),
        ("2026?", "2026 (uncertain)"),
        ("2026-09-30%", "about 30 Sep 2026 (uncertain)"),
    ],
)
def test_dates_have_one_style(written: str, words: str) -> None:
    assert PLAIN.date(parse_period(written)) == words


def test_no_word_of_the_format_has_a_hyphen() -> None:
    for word in (*STATUSES, *OUTCOMES, *PROGRESS, *KINDS):
        assert "-" not in PLAIN.word(word)
    assert PLAIN.word("prediction") == "a forecast"
    assert PLAIN.word("partly-kept") == "partly kept"
