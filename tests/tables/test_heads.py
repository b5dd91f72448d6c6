"""What the columns of trackers are called."""

from unicodedata import normalize

import pytest

from claim_tracker.tables.heads import candidates


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ("Échéance", "due"),
        ("CATÉGORIE", "topic"),
        ("État", "update.outcome"),
        ("número", "id"),
        ("الوعـد", "claim"),
        ("وضعيت", "update.outcome"),
        ("De\u00adadline", "due"),
        ("dateMade", "stated"),
        ("Échéance (JJ/MM/AAAA)", "due"),
        ("échéance de la promesse", None),
    ],
)
def test_a_head_is_known_in_every_spelling(head: str, target: str | None) -> None:
    for written in (head, normalize("NFD", head), normalize("NFC", head)):
        assert next((name for _, name in candidates(written)), None) == target
