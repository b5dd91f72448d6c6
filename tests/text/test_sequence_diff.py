"""The steps from one sequence to another."""

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.sequence_diff import steps

_few = st.lists(st.sampled_from("abc"), max_size=12)
_many = st.lists(st.integers(0, 30), max_size=20)


@given(st.tuples(_few, _few) | st.tuples(_many, _many))
def test_the_steps_make_the_one_of_the_other(pair: tuple[list[object], list[object]]) -> None:
    old, new = pair
    made: list[object] = []
    at = new_at = 0
    before = None
    for tag, start, stop, new_start, new_stop in steps(old, new):
        assert (start, new_start) == (at, new_at)
        assert tag != before
        assert (tag == "equal") == (old[start:stop] == new[new_start:new_stop])
        made += old[start:stop] if tag == "equal" else new[new_start:new_stop]
        at, new_at, before = stop, new_stop, tag
    assert (at, new_at) == (len(old), len(new))
    assert made == new


@given(_many, st.integers(0, 20), _many)
def test_what_is_put_in_is_all_that_is_new(old: list[int], at: int, more: list[int]) -> None:
    new = [*old[:at], *more, *old[at:]]
    assert sum(stop - start for tag, start, stop, *_ in steps(old, new) if tag != "equal") == 0


def test_unique_items_are_matched_among_many_that_repeat() -> None:
    old = ["x"] * 3000 + ["a"] + ["y"] * 3000
    new = ["z", *["x"] * 2999, "a", *["y"] * 3000, "z"]
    equal = [step for step in steps(old, new) if step[0] == "equal"]
    assert (3000, 3000) in [(start, new_start) for _, start, _, new_start, _ in equal]
