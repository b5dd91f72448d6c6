"""A text that cannot be read where it stands is told to be indented or put in quotes."""

import pytest

from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import read
from tests.golden.slips import with_fixes
from tests.samples import NAME, another, check, claim, claims_file

UNREADABLE = ["Minister: we go", "@someone said so", "%5 x", "&c. and", "> x"]


def _below(name: str, *lines: str, remark: str = "") -> str:
    """A file with a field whose value is on the lines below its name."""
    value = "".join(f"\n{line}" for line in lines)
    text = claims_file(claim({"note": "N.", name: "VALUE"}), another())
    return text.replace(f"{name}: VALUE", f"{name}:{remark}{value}")


def _fault(text: str) -> Finding:
    (fault,) = (each for each in check(text).findings if each.code == "E002")
    return fault


@pytest.mark.parametrize("name", ["claim", "speaker", "note"])
@pytest.mark.parametrize("text", UNREADABLE)
def test_a_text_below_its_name_that_needs_quotes_gets_them(name: str, text: str) -> None:
    slip = _below(name, f"      {text}")
    fault = _fault(slip)
    assert [each.code for each in check(slip).findings] == ["E002"]
    assert fault.message == "this text needs quotes"
    assert fault.help == f"put the whole text of `{name}` in double quotes"
    assert fault.fix is not None
    mended = with_fixes(slip, [fault.fix])
    assert read(NAME, mended.encode()).root["claims"][0][name] == text


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("name", ["kind", "due"])
def test_quotes_are_not_surely_the_mend_of_what_is_no_free_text(name: str, text: str) -> None:
    fault = _fault(_below(name, f"      {text}"))
    assert fault.help == f"put the whole text of `{name}` in double quotes"
    assert fault.fix is None


def test_several_lines_are_put_in_quotes_as_a_whole() -> None:
    slip = _below("note", "      * one", "      * two")
    fault = _fault(slip)
    assert fault.help == "put the whole text of `note` in double quotes"
    assert fault.fix is not None
    mended = with_fixes(slip, [fault.fix])
    assert read(NAME, mended.encode()).root["claims"][0]["note"] == "* one * two"


def test_a_text_below_a_name_with_a_remark_gets_quotes() -> None:
    slip = _below("note", "      Text: one", remark="  # r")
    fault = _fault(slip)
    assert fault.help == "put the whole text of `note` in double quotes"
    assert fault.fix is not None
    assert '      "Text: one"\n' in with_fixes(slip, [fault.fix])


def test_a_text_with_double_quotes_goes_into_single_ones() -> None:
    fault = _fault(_below("note", '      "Go," he said.'))
    assert fault.help == "put the whole text of `note` in single quotes"
    assert fault.fix is None


def test_a_text_that_needs_quotes_and_is_not_indented_is_told_both() -> None:
    slip = _below("note", "@someone said so")
    fault = _fault(slip)
    assert fault.message == "this text is not indented"
    assert fault.help == "put the whole text of `note` in double quotes, and indent it by 6 spaces"
    assert fault.fix is not None
    assert '\n      "@someone said so"\n' in with_fixes(slip, [fault.fix])


@pytest.mark.parametrize("text", ["Text: one # r", "Text: one. source: paper-1"])
def test_what_may_be_a_remark_or_a_field_is_not_surely_text(text: str) -> None:
    assert _fault(_below("note", f"      {text}")).fix is None


@pytest.mark.parametrize("indent", ["\t", "\t\t", "  "])
def test_a_plain_text_that_is_not_indented_needs_no_quotes(indent: str) -> None:
    fault = _fault(_below("note", f"{indent}plain words"))
    assert fault.help == "indent it by 6 spaces, as it is the value of `note`"


def test_a_comment_that_ends_a_text_goes_above_it() -> None:
    slip = _below("note", "   # r", "      goes on", remark=" N.")
    fault = _fault(slip)
    assert (fault.message, fault.span.line) == ("a comment in a text ends it", 9)
    assert fault.help == "write it above `note: N.`"
    assert fault.fix is not None
    mended = with_fixes(slip, [fault.fix])
    assert read(NAME, mended.encode()).root["claims"][0]["note"] == "N. goes on"
    assert "   # r\n    note: N.\n      goes on\n" in mended


def test_a_comment_in_a_block_text_may_be_a_line_of_it() -> None:
    fault = _fault(_below("note", "   # r", "      goes on", remark=" |-"))
    assert fault.help == "write it above `note: |-`"
    assert fault.fix is None


def test_a_text_with_a_colon_at_the_end_needs_quotes() -> None:
    slip = _below("note", "      and so on:", remark=" N.")
    fault = _fault(slip)
    assert fault.help == "put the whole text of `note` in double quotes, with this as its end"
