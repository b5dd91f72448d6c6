"""The forms of cues."""

import pytest

from claim_tracker.drafting.cues.cues import CUE_FORMS, cues_in
from claim_tracker.drafting.cues.form import CueForm


@pytest.mark.parametrize("form", CUE_FORMS, ids=lambda it: it.example)
def test_each_form_fits_its_example(form: CueForm) -> None:
    found = [(it.kind, it.strength) for it in cues_in(form.example)]
    assert (form.kind, form.strength) in found
