"""What begins with the name of a field behind signs is that field, and never a comment."""

import re
from typing import Any

import pytest

from claim_tracker.yaml import read
from claim_tracker.yaml.field_names import FIELDS
from tests.golden.slips import with_fixes
from tests.properties.edits import fixed
from tests.samples import check
from tests.yaml.samples import FILE

LINES = FILE.split("\n")
_FIELD = re.compile(rf"(?P<lead> *(?P<dash>- )?)(?:{'|'.join(FIELDS)}):")
FOUND = [(n, field) for n, line in enumerate(LINES) if (field := _FIELD.match(line)) is not None]
"""The lines of the file that begin with a field, by index."""


def behind(sign: str, index: int) -> str:
    """The file with signs before the name, or instead of the dash, on one line."""
    line = LINES[index]
    start = len(line) - len(line.lstrip(" -"))
    indent = " " * (len(line) - len(line.lstrip()))
    return "\n".join([*LINES[:index], f"{indent}{sign}{line[start:]}", *LINES[index + 1 :]])


def data(text: str) -> Any:
    """The data of a text in which nothing is left to mend, else None."""
    document = read("", text.encode())
    return None if document.problems else document.root


ROOT = data(FILE)


@pytest.mark.parametrize(
    "sign", ["-- ", "--", "-", "\u2014 ", "\u2013", "\u2022 ", "+ ", "*", "* ", "// ", "/* ", "> "]
)
def test_a_field_behind_signs_is_mended_to_itself_or_stays(sign: str) -> None:
    for index, _ in FOUND:
        slip = behind(sign, index)
        after = fixed(slip).text
        assert after == slip or data(after) == ROOT, LINES[index]
        assert "#" not in after


@pytest.mark.parametrize("sign", ["-- ", "--", "-", "\u2014 ", "\u2013", "\u2022 ", "+ "])
def test_a_field_behind_signs_is_one_error_and_mended(sign: str) -> None:
    for index in [n for n, field in FOUND if field["dash"] is None and LINES[n] != "claims:"]:
        found = check(behind(sign, index)).findings
        errors = [each for each in found if each.severity == "error"]
        assert [each.span.line for each in errors] == [index + 1], LINES[index]
        mended = with_fixes(behind(sign, index), [e.fix for e in found if e.fix is not None])
        assert data(mended) == ROOT, LINES[index]
