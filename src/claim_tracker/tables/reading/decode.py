"""From the bytes of a table to its text, by whatever encoding they are in."""

from typing import NamedTuple

from claim_tracker.tables.table import TableError
from claim_tracker.text.utf import utf_of
from claim_tracker.yaml.limits import MAX_BYTES

_MAX_GUESSED = 200_000
_WESTERN = "cp1252"
_OTHERS = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "mac_roman", "shift_jis", "gb18030", "big5", "euc_kr"),
)
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűăâîşţ"
_LETTERS = {
    # of the languages that are written in an encoding of Latin letters
    "cp1252": "àâäáãåæçéèêëíìîïñóòôöõøœßúùûüýÿ",
    "cp1250": _CENTRAL,
    "cp1254": "çğıöşüâîûéİ",
    "cp1257": "ąčęėįšųūžāēģīķļņõäöü",
}
_LETTERS["mac_roman"] = _LETTERS["cp1252"]
_SIGNS = frozenset(
    "\xa0\xb0\xb1\xb2\xb3\xb7\xb9\xbc\xbd\xbe\xd7\xa9\xae\u2122\u2022\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026\u20ac\xab\xbb\xa7"
)
"""What texts in all of them have."""
_LATIN = frozenset((*_LETTERS, "cp1258"))
_CONTROLS = bytes({*range(32)} - {*b"\t\n\r\x0c"})


class Decoded(NamedTuple):
    """A text, and the name of the encoding that it was in."""

    text: str
    encoding: str


def decoded(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of bytes in an encoding, or in the one that they are most likely in.

    A byte order mark says it, zeros tell UTF-16, and what is no UTF-8 is guessed. Raises
    TableError for what is too large, for an unknown encoding, and for bytes that are not in it.
    """
    if len(data) > MAX_BYTES:
        raise TableError(
            f"this table is larger than {MAX_BYTES // 1024**2} MiB, the most that is read",
            "split it into several tables",
        )
    if encoding is not None:
        text = _text(data, encoding)
        return Decoded(text.removeprefix("\ufeff"), encoding)
    utf = utf_of(data)
    if utf is not None:
        name = utf.codec.upper().removesuffix("-LE").removesuffix("-BE")
        text = _text(data.removeprefix(utf.mark), utf.codec)
        return Decoded(text, f"{name} with a byte order mark" if utf.mark else name)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _text(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
        text.encode("utf-8")
    except LookupError:
        raise TableError(
            f"there is no encoding `{encoding}`", "write a name such as `utf-8` or `cp1252`"
        ) from None
    except UnicodeError as error:
        raise TableError(
            f"this table is not in {encoding}: {error}", "name its encoding with `--encoding`"
        ) from None
    return text


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # for the few tables that are in no UTF

    sample = data[:_MAX_GUESSED]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) / 20:
        raise TableError("this is not text", "save the table as CSV or XLSX")
    found = from_bytes(sample, cp_isolation=[_WESTERN, *_OTHERS]).best()
    encoding = found.encoding if found is not None else _WESTERN
    if encoding in _LATIN:
        encoding = max(_LETTERS, key=lambda each: _fit(sample, each))
    try:
        return Decoded(data.decode(encoding), _named(encoding))
    except UnicodeDecodeError:
        # Windows-1252 has five bytes without a meaning; nothing that is read is lost so.
        return Decoded(data.decode("latin-1"), _named("latin-1"))


def _fit(sample: bytes, encoding: str) -> int:
    """Return how many characters outside of ASCII a text in an encoding has, less the others."""
    text = sample.decode(encoding, "replace").lower()
    others = [letter for letter in text if letter > "\x7f"]
    known = sum(letter in _LETTERS[encoding] or letter in _SIGNS for letter in others)
    return known * 2 - len(others) - text.count("\ufffd")


def _named(encoding: str) -> str:
    return f"Windows-{encoding[2:]}" if encoding.startswith("cp12") else encoding.upper()
