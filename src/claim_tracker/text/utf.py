"""Which UTF the bytes of a text are in, by the mark that they begin with or by their zeros."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # which begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_MIN_ZEROS = 0.3
"""Which part of every other byte is 0 in UTF-16; of those between not a tenth of this."""


class Utf(NamedTuple):
    """The name of a codec, and the byte order mark; no bytes where there is none."""

    codec: str
    mark: bytes = b""

    @property
    def is_wide(self) -> bool:
        """Whether each character has two or four bytes."""
        return self.codec != "utf-8"


def marked_utf(data: bytes) -> Utf | None:
    """Return the UTF that a byte order mark says (Unicode 16.0, 23.8); None without a mark."""
    found = (Utf(codec, mark) for mark, codec in _MARKS if data.startswith(mark))
    return next(found, None)


def utf_of(data: bytes) -> Utf | None:
    """Return the UTF that a mark says, or UTF-16 by the zeros of its Latin letters.

    None where neither tells: such bytes may be UTF-8 too.
    """
    marked = marked_utf(data)
    if marked is not None:
        return marked
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    least = _MIN_ZEROS * len(sample) / 2
    if odd > least and even < least / 10:
        return Utf("utf-16-le")
    return Utf("utf-16-be") if even > least and odd < least / 10 else None
