"""A fault in a file whose names are in quotes is told as in another one, and mended in quotes."""

import re

import pytest

from claim_tracker.yaml import read
from tests.golden.slips import with_fixes
from tests.samples import check, claim, claims_file

NOTE = "|-\n      He said\n\n      'role': a minister"
PLAIN = claims_file(claim({"role": "minister", "note": NOTE}))


def quoted(quote: str) -> str:
    """The file with all its names in quotes."""
    return re.sub(r"(?m)^( *(?:- )?)([a-z]+)(?=:(?: |$))", rf"\1{quote}\2{quote}", PLAIN)


SLIPS = {
    "no colon": ("Q: ", "Q "),
    "no space": ("Q: ", "Q:"),
    "a column": ("    Q", "   Q"),
    "a tab": ("    Q", "\tQ"),
    "a dash": ("    Q", "  - Q"),
}


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_slip_is_one_error_and_mended_in_quotes(right: str, wrong: str, quote: str) -> None:
    whole = quoted(quote)
    assert check(whole).findings == ()
    line = f"    {quote}role{quote}: minister\n"
    slip = whole.replace(line, line.replace(right.replace("Q", quote), wrong.replace("Q", quote)))
    (found,) = check(slip).findings
    assert (found.code, found.span.line) == ("E002", whole[: whole.index(line)].count("\n") + 1)
    assert found.fix is not None
    assert with_fixes(slip, [found.fix]) == whole


def test_what_is_found_stands_where_it_is_written() -> None:
    slip = quoted('"').replace('"speaker": ', '"speaker" ').replace('"role": ', '"role": @')
    lines = slip.split("\n")
    spans = [each.span for each in check(slip).findings]
    marked = [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]
    assert marked == ['"speaker"', "@"]


def test_a_block_text_keeps_its_quotes() -> None:
    document = read("", quoted('"').replace('"role": ', '"role" ').encode())
    assert document.root["claims"][0]["note"] == "He said\n\n'role': a minister"
