"""A file in which all is in its place at first sight has nothing that is astray."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker.yaml.astray import strays
from claim_tracker.yaml.elsewhere import told_elsewhere
from claim_tracker.yaml.fast_parser import read_plain
from claim_tracker.yaml.field_names import FIELDS
from claim_tracker.yaml.field_places import is_in_place
from claim_tracker.yaml.parsed import Composed
from tests.samples import another, claim, claims_file

_LINES = claims_file(claim({"tags": "[a, b]"}), another()).split("\n")
_columns = st.sampled_from((0, 2, 4, 6, 8)).map(lambda column: " " * column)
_new_lines = st.builds(
    "{}{}{}: {}".format,
    _columns,
    st.sampled_from(("", "- ")),
    st.sampled_from(sorted(FIELDS)),
    st.sampled_from(("", "x", "[a, b]", "{url: x}", "{id: x}")),
)


@st.composite
def _files(draw: st.DrawFn) -> str:
    """A valid file, some lines of which are new, gone, or in another column."""
    lines = list(_LINES)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        moved = draw(_columns) + lines[place].strip()
        lines[place : place + draw(st.integers(0, 1))] = draw(
            st.just([]) | st.just([moved]) | _new_lines.map(lambda line: [line])
        )
    return "\n".join(lines)


@settings(max_examples=500)
@given(_files())
def test_nothing_is_astray_in_what_is_in_place(text: str) -> None:
    root = read_plain(text)
    if root is not None and is_in_place(root):
        assert strays(root) == []
        assert told_elsewhere(Composed(root)).problems == []


def test_a_valid_file_is_in_place() -> None:
    root = read_plain("\n".join(_LINES))
    assert root is not None
    assert is_in_place(root)
