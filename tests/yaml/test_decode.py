"""From bytes to text: encodings, line ends, and characters that nobody sees."""

import pytest

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import decode as decoding
from claim_tracker.yaml import read
from claim_tracker.yaml.decode import decode
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS
from tests.samples import check, claim, claims_file, codes

VALID = claims_file(claim())
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def _places(data: bytes) -> list[tuple[str, Span]]:
    return [(finding.code, finding.span) for finding in check(data).findings]


class TestEncodings:
    def test_utf_8_is_read_as_it_is(self) -> None:
        text = decode("Zoë 例 😀\n".encode())
        assert text.written == text.visible == "Zoë 例 😀\n"
        assert text.problems == ()

    def test_a_byte_order_mark_does_not_count(self) -> None:
        assert codes(b"\xef\xbb\xbf" + VALID.encode()) == []
        bad = b"\xef\xbb\xbf" + VALID.replace("version: 1", "version: 2").encode()
        assert _places(bad) == [("E106", Span(1, 10, 1, 11))]

    def test_a_second_byte_order_mark_is_a_hidden_character(self) -> None:
        found = _places(b"\xef\xbb\xbf\xef\xbb\xbf" + VALID.encode())
        assert found == [("E213", Span(1, 1, 1, 2))]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
    def test_utf_16_and_utf_32_are_named(self, encoding: str) -> None:
        (finding,) = check(VALID.encode(encoding)).findings
        assert (finding.code, finding.span) == ("E001", Span(1, 1, 1, 1))
        assert "UTF-16 or UTF-32" in finding.message
        assert "UTF-8" in finding.help

    @pytest.mark.parametrize("data", [bytes(range(256)), b"\x01" * 100, b"\0" * 20])
    def test_what_is_full_of_controls_is_no_text(self, data: bytes) -> None:
        assert codes(data) == ["E001"]

    def test_utf_32_with_the_big_end_first_is_named(self) -> None:
        data = b"\x00\x00\xfe\xff" + VALID.encode("utf-32-be")
        assert codes(data) == ["E001"]

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
    def test_a_byte_of_another_encoding_is_marked_where_it_stands(self, encoding: str) -> None:
        data = claims_file(claim({"speaker": "A. Müller"})).encode(encoding)
        (finding,) = check(data).findings
        assert (finding.code, finding.span) == ("E001", Span(6, 18, 6, 19))
        assert finding.message.endswith("byte 0xfc")
        assert finding.claim == "base-closes"

    def test_a_line_with_several_such_bytes_is_one_finding(self) -> None:
        data = claims_file(claim({"speaker": "Müller-Größe", "role": "Präsident"}))
        found = _places(data.encode("latin-1"))
        assert found == [("E001", Span(6, 15, 6, 16)), ("E001", Span(8, 13, 8, 14))]

    def test_such_bytes_after_the_byte_order_mark_are_marked_too(self) -> None:
        assert _places(b"\xef\xbb\xbf# \xe9\n" + VALID.encode()) == [("E001", Span(1, 3, 1, 4))]

    @pytest.mark.parametrize("data", [b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80"])
    def test_cut_and_forbidden_sequences_are_no_utf_8(self, data: bytes) -> None:
        assert codes(b"# " + data + b"\n" + VALID.encode()) == ["E001"]

    def test_other_faults_of_the_file_are_reported_as_well(self) -> None:
        data = claims_file(claim({"speaker": "Müller", "due": "soon"})).encode("latin-1")
        assert codes(data) == ["E001", "E104"]

    def test_a_file_full_of_such_bytes_is_reported_and_not_repeated(self) -> None:
        assert len(decode(b"\xff\n" * 1000).problems) == 20

    def test_an_address_of_a_replaced_byte_is_not_a_fault_of_its_own(self) -> None:
        data = claims_file(claim({"source": "{url: https://example.org/é, published: 2025}"}))
        assert codes(data.encode("latin-1")) == ["E001"]


class TestSize:
    def test_a_file_above_the_limit_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "MAX_BYTES", 1024**2)
        assert codes(b"#" * 1024**2) == ["E010"]
        (finding,) = check(b"#" * (1024**2 + 1)).findings
        assert (finding.code, finding.span) == ("E009", Span(1, 1, 1, 1))
        assert "1 MiB" in finding.message
        assert "`-f` takes a folder" in finding.help


class TestLineEnds:
    @pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
    def test_any_line_end_leaves_a_file_valid(self, end: str) -> None:
        assert codes(VALID.replace("\n", end)) == []

    @pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
    def test_any_line_end_counts_as_one_line(self, end: str) -> None:
        text = claims_file(claim({"due": "soon"}))
        assert _places(text.replace("\n", end).encode()) == [("E104", Span(8, 10, 8, 14))]

    @pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
    def test_a_hidden_character_after_any_line_end_is_on_its_line(self, end: str) -> None:
        text = claims_file(claim({"speaker": "A.\u200bMinister"}))
        assert _places(text.replace("\n", end).encode()) == [("E213", Span(6, 16, 6, 17))]

    @pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
    def test_the_lines_of_a_document_are_those_that_findings_count(self, end: str) -> None:
        document = read("a.yaml", VALID.replace("\n", end).encode())
        assert document.lines == VALID.split("\n")

    @pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
    def test_line_ends_of_other_formats_are_hidden_characters(self, character: str) -> None:
        text = claims_file(claim({"speaker": f"A.{character}B", "due": "soon"}))
        found = _places(text.encode())
        assert found == [("E213", Span(6, 16, 6, 17)), ("E104", Span(8, 10, 8, 14))]

    def test_a_file_without_a_last_line_end_is_read_whole(self) -> None:
        assert codes(VALID.rstrip("\n")) == []


class TestHiddenCharacters:
    @pytest.mark.parametrize(
        "character",
        [
            "\x00",
            "\x07",
            "\x1b",
            "\x7f",
            "\x9f",
            "\xad",
            "\u200b",
            "\u200d",
            "\u200e",
            "\u202e",
            "\u2066",
            "\u2060",
            "\ufeff",
            "\u061c",
            "\U000e0041",
            "\uffff",
        ],
        ids=lambda character: f"U+{ord(character):04X}",
    )
    def test_a_character_that_nobody_sees_is_marked_and_named(self, character: str) -> None:
        text = claims_file(claim({"claim": f"The {character}base."}))
        (finding,) = check(text).findings
        assert (finding.code, finding.span) == ("E213", Span(4, 16, 4, 17))
        assert finding.claim == "base-closes"
        assert f"{ord(character):02x}" in finding.message
        assert character not in finding.message

    @pytest.mark.parametrize("text", ["#\u200b\n", "# \u202e comment\n"])
    def test_it_is_marked_in_a_comment_too(self, text: str) -> None:
        found = check(text + VALID).findings
        assert [(finding.code, finding.span.line) for finding in found] == [("E213", 1)]

    def test_it_is_marked_in_a_field_name_that_is_known_without_it(self) -> None:
        assert codes(claims_file(claim({"speaker": None, "spea\u200bker": "A."}))) == ["E213"]

    @pytest.mark.parametrize("escape", [r"\u202e", r"\x00", r"\e", r"\N", r"\L", r"\U000E0041"])
    def test_an_escape_for_it_is_marked_at_its_quoted_text(self, escape: str) -> None:
        text = claims_file(claim({"claim": f'"The {escape}base."'}))
        found = _places(text.encode())
        assert found == [("E213", Span(4, 12, 4, 23 + len(escape)))]

    @pytest.mark.parametrize("written", [r"'The \u202e base.'", r"The \u202e base.", r'"\\u202e"'])
    def test_a_backslash_that_is_no_escape_is_text(self, written: str) -> None:
        assert codes(claims_file(claim({"claim": written}))) == []

    @pytest.mark.parametrize("text", ["a\tb", "a\u00a0b", "é", "e\u0301", "😀", "العربية", "„x“"])
    def test_what_can_be_seen_is_text(self, text: str) -> None:
        assert codes(claims_file(claim({"claim": text}))) == []

    def test_line_feeds_and_tabs_by_escape_are_text(self) -> None:
        assert codes(claims_file(claim({"claim": r'"a\tb\nc"'}))) == []

    def test_the_value_has_it_no_more(self) -> None:
        document = read("a.yaml", 'claims: ["a\\u202eb", c\u202ed]'.encode())
        assert document.root == {"claims": ["ab", "cd"]}

    def test_each_of_them_is_reported_as_far_as_faults_are(self) -> None:
        assert len(decode("\u200b".encode() * 1000).problems) == 1000
        found = check("claims: []\n#" + "\u200b" * (MAX_REPORTED_FAULTS + 9)).findings
        assert [finding.code for finding in found][:1] == ["E009"]
        assert len(found) <= MAX_REPORTED_FAULTS + 9

    def test_both_texts_have_the_same_length(self) -> None:
        text = decode("a\u200bb\r\n\x00é".encode() + b"\xff")
        assert len(text.written) == len(text.visible)
        assert text.visible == "a\ufffdb\r\n\ufffdé\ufffd"


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        (20, ""),
        (21, ", and 1 more line with such bytes"),
        (348, ", and 328 more lines with such bytes"),
    ],
)
def test_the_last_undecodable_line_counts_the_others(lines: int, more: str) -> None:
    problems = decode(b"caf\xe9 \xe8\n" * lines).problems
    assert [problem.message for problem in problems] == [
        *(["this file is not UTF-8: byte 0xe9"] * 19),
        f"this file is not UTF-8: byte 0xe9{more}",
    ]
