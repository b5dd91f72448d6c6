"""The encodings of tables."""

import pytest

from claim_tracker.tables.reading.decode import decoded
from claim_tracker.tables.table import TableError

FRENCH = "Promesse;Élu\nÉtendre la ligne à « Créteil » à 3 €;Œuvre\n"
RUSSIAN = "Обещание,Имя\nПостроить новый мост через реку,Министр транспорта\n"
POLISH = "Obietnica,Kto\nZwiększyć liczbę mieszkań i obniżyć podatki źle,Prezes Łódź\n"


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, "Promise,Who\nA,B\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_unicode_text_is_read_whatever_its_form(text: str, codec: str) -> None:
    found = decoded(text.encode(codec))
    assert found.text == text
    assert ("with a byte order mark" in found.encoding) == (codec != "utf-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_zeros(codec: str) -> None:
    assert decoded(FRENCH.encode(codec)) == (FRENCH, "UTF-16")


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FRENCH, "cp1252", "Windows-1252"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (POLISH, "cp1250", "Windows-1250"),
    ],
)
def test_another_encoding_is_found_out(text: str, codec: str, name: str) -> None:
    assert decoded(text.encode(codec)) == (text, name)


def test_an_encoding_that_is_said_is_used() -> None:
    assert decoded(POLISH.encode("iso8859-2"), "iso8859-2").text == POLISH


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"\xff\xfe\x00", None, "not in utf-16-le"),
        (b"\xff", "utf-8", "not in utf-8"),
        (b"a", "utf-9", "no encoding `utf-9`"),
        (bytes(range(256)) * 9, None, "is not text"),
        (b"a" * (40 * 1024 * 1024 + 1), None, "larger than 40 MiB"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(TableError, match=message):
        decoded(data, encoding)


def test_a_byte_without_a_meaning_loses_nothing() -> None:
    assert decoded(FRENCH.encode("cp1252") + b"\x81").text.endswith("\x81")


def test_signs_alone_do_not_make_another_encoding() -> None:
    text = "Promise;Budget (€)\n“A museum”, he said – ¹;3 € ²\n"
    assert decoded(text.encode("cp1252")) == (text, "Windows-1252")
