"""Files of claims whose claims have few different ids, texts and updates, so that they meet."""

from hypothesis import strategies as st

from tests.builders import update
from tests.samples import claim

updates = st.builds(
    lambda day, fields: update(f"2025-09-{day:02}", **fields),
    st.integers(1, 4),
    st.fixed_dictionaries(
        {},
        optional={
            "outcome": st.sampled_from(["kept", "broken", "open"]),
            "progress": st.sampled_from(["stalled", "on-track"]),
            "due": st.sampled_from(["2026-09", "Sept 2026", "2026-12", "within 9 days"]),
            "note": st.sampled_from(["So.", "Or so."]),
        },
    ),
)
histories = st.lists(updates, max_size=5)


@st.composite
def states(draw: st.DrawFn) -> list[str]:
    ids = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    texts = st.sampled_from(["The base closes.", "The Base closes.", "Soldiers leave."])
    dues = st.sampled_from([None, "2026-09", "2026-12"])
    return [
        claim({"id": name, "claim": draw(texts), "due": draw(dues)}, draw(histories))
        for name in ids
    ]
