"""What the columns of trackers are called."""

from unicodedata import normalize

import pytest

from claim_tracker.tables.headers import candidates


@pytest.mark.parametrize(
    ("header", "field"),
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
def test_a_header_is_known_in_every_spelling(header: str, field: str | None) -> None:
    for written in (header, normalize("NFD", header), normalize("NFC", header)):
        assert next((name for _, name in candidates(written)), None) == field
