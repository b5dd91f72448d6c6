"""From the bytes of an article to its text, or to what they are when they are no text."""

import re

from claim_tracker.text.display import without_hidden
from claim_tracker.text.errors import HelpfulError
from claim_tracker.text.utf import utf_of


class ArticleError(HelpfulError):
    """Bytes are no article that can be read."""


_TO_TEXT = "save its text, and give that file"
_SIGNATURES = (
    (b"%PDF-", "a PDF", _TO_TEXT),
    (b"PK\x03\x04", "a document of an office program, or an archive", _TO_TEXT),
    (b"\xd0\xcf\x11\xe0", "a document of an office program", _TO_TEXT),
    (b"{\\rtf", "a document in RTF", _TO_TEXT),
    (b"bplist00", "a web archive", "save the page as “Page Source”, and give that file"),
    (b"\x1f\x8b", "compressed", "unpack it first"),
    (b"\x89PNG", "a picture", "write down its text"),
    (b"\xff\xd8\xff", "a picture", "write down its text"),
    (b"GIF8", "a picture", "write down its text"),
)
"""How files begin that are no text, what they are, and what to do."""
_HEAD = 4096
"""Bytes in which a page says what it is."""
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"iso-?2022-\w+", re.IGNORECASE)
"""Encodings that are made of the bytes of ASCII."""
_SINGLE_BYTES = r"(?:windows-|cp)(?:125[0-8]|874)|iso-?8859-\d+|koi8-[ru]|ibm866|macintosh"
_KNOWN = re.compile(
    rf"{_SINGLE_BYTES}|{_ESCAPED.pattern}|utf-?(?:8|16)(?:[lb]e)?|big5\w*|euc-(?:jp|kr)|tis-620",
    re.IGNORECASE,
)
_WIDER = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "euc-cn", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    "iso-8859-9": "cp1254",
    "macintosh": "mac-roman",
    "big5": "big5hkscs",
}
"""Encodings by the names under which browsers read them in a wider one."""
_OTHERWISE = "cp1252"
_SEEN_CONTROLS = bytes({*range(32)} - {*b"\t\n\r\x0c\x1b\x00"})
_LINE_END = re.compile(r"\r\n?")
_SPACE_OF_OTHERS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line to some programs, and none in an article."""


def decoded(data: bytes, charset: str | None = None) -> str:
    r"""Return the text of bytes, with its line ends as `\n` and without what nobody sees.

    A mark at the beginning counts first. What reads as UTF-8 is UTF-8, whatever is declared; else
    it is in what a server or the page says, or in Windows-1252. Raises ArticleError for what is
    no text.

    >>> decoded("Zürich".encode("iso-8859-1"), "utf-8")
    'Zürich'
    """
    refuse_what_is_no_text(data)
    text = _LINE_END.sub("\n", _text(data, charset))
    return without_hidden(_SPACE_OF_OTHERS.sub(" ", text).replace("\x00", ""))


def refuse_what_is_no_text(data: bytes) -> None:
    """Raise ArticleError for bytes that are no text, which says what they are."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"it is {what}, and no text", advice)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024] and b"<" not in head[: head.find(b"%PDF-")]:
        raise ArticleError("it is a PDF, and no text", _TO_TEXT)
    controls = len(head) - len(head.translate(None, _SEEN_CONTROLS))
    utf = utf_of(head)
    if controls > len(head) / 50 and (utf is None or not utf.is_wide):
        raise ArticleError("it is no text", "give a text, a Markdown file or a saved page")


def _text(data: bytes, charset: str | None) -> str:
    utf = utf_of(data)
    if utf is not None:
        return data.removeprefix(utf.mark).decode(utf.codec, "replace")
    declared = _DECLARED.search(data[:_HEAD])
    in_page = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    names = [each.strip(" \"'").lower() for each in (charset, in_page) if each]
    if b"\x1b" not in data or not any(map(_ESCAPED.fullmatch, names)):
        names.insert(0, "utf-8")
    for name in names:
        codec = _codec(name)
        if codec is not None:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    return _in_what_most_of_it_is(data, names)


def _in_what_most_of_it_is(data: bytes, names: list[str]) -> str:
    """Return the text of bytes with faults: in the first encoding in which these are few."""
    for codec in filter(None, map(_codec, names)):
        text = data.decode(codec, "replace")
        if text.count("\ufffd") <= len(data) / 1000:
            return text
    return data.decode(_OTHERWISE, "replace")


def _codec(name: str) -> str | None:
    """Return the codec of an encoding that pages have; others can be made to do harm."""
    if name in _WIDER:
        return _WIDER[name]
    return name if _KNOWN.fullmatch(name) is not None and _is_there(name) else None


def _is_there(name: str) -> bool:
    try:
        return bool("".encode(name) or True)
    except LookupError:
        return False
