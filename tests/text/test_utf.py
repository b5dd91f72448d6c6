"""The UTF that bytes are in, by their mark or their zeros."""

import pytest

from claim_tracker.text.utf import Utf, marked_utf, utf_of

UTFS = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
TEXTS = ["The road opens in 2026.", "Мост", "路"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("codec", UTFS)
def test_a_mark_says_the_utf_whatever_the_text(text: str, codec: str) -> None:
    mark = "\ufeff".encode(codec)
    found = Utf(codec, mark)
    assert marked_utf(mark + text.encode(codec)) == utf_of(mark + text.encode(codec)) == found
    assert found.is_wide == (codec != "utf-8")


@pytest.mark.parametrize("text", [TEXTS[0], "Minister A. Müller: мост готов"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_zeros_of_latin_letters_tell_utf_16(text: str, codec: str) -> None:
    assert marked_utf(text.encode(codec)) is None
    assert utf_of(text.encode(codec)) == Utf(codec)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The road opens.",
        "Мост".encode(),
        "Zürich".encode("cp1252"),
        bytes(range(256)),
        bytes(8),
    ],
)
def test_bytes_without_a_sign_may_be_in_any_encoding(data: bytes) -> None:
    assert utf_of(data) is None
