"""The forms of cues."""

from collections.abc import Sequence
from typing import get_args

import pytest

from claim_tracker.drafting.cues import cues
from claim_tracker.drafting.cues.cues import CUE_RULES, Cue, cues_in
from claim_tracker.drafting.cues.form import CueForm, Kind, Strength
from claim_tracker.drafting.patterns import Rules

STRENGTHS = get_args(Strength)


def strongest(found: Sequence[Cue]) -> tuple[Strength, Kind] | None:
    """The strength and the kind of the cue that counts."""
    best = min(found, key=lambda it: STRENGTHS.index(it.strength), default=None)
    return (best.strength, best.kind) if best is not None else None


@pytest.mark.parametrize("form", CUE_RULES.all, ids=lambda it: it.example)
def test_each_form_alone_tells_of_its_example(
    form: CueForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert strongest(cues_in(form.example)) == (form.strength, form.kind)
    monkeypatch.setattr(cues, "CUE_RULES", Rules([it for it in CUE_RULES.all if it is not form]))
    assert strongest(cues_in(form.example)) != (form.strength, form.kind)
