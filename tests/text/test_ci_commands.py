"""Text that a CI service would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.ci_commands import defused
from tests.runners import commanding, obeyed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n \xa0::error file=x::y", "a\n \xa0:\\:error file=x::y"),
        ("\x1b[1m::x::\x1b[0m", "\x1b[1m:\\:x::\x1b[0m"),
        ("a\r::x::", "a\r:\\:x::"),
        (":::x::", ":\\:\\:x::"),
        ("a##[error]b ###VSO[c.d]e", "a#\\#[error]b ##\\#VSO[c.d]e"),
        ("##teamcity[x 'y']", "#\\#teamcity[x 'y']"),
        ("a ::x:: ::: b:1:2 ## c [d] ---", "a ::x:: ::: b:1:2 ## c [d] ---"),
        (" ::: data/claims.yaml:1:2", " ::: data/claims.yaml:1:2"),
    ],
)
def test_what_a_ci_service_would_obey_is_marked(text: str, shown: str) -> None:
    assert defused(text) == shown


@given(commanding, st.lists(commanding, max_size=3))
def test_what_is_defused_is_obeyed_by_no_ci_service(text: str, more: list[str]) -> None:
    lines = "\n".join([text, *more])
    shown = defused(lines)
    assert obeyed(shown) == []
    assert defused(shown) == shown
    assert shown.replace("\\", "") == lines
