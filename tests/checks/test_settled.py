"""Claims in which nothing was found are not looked at again while they stay as they are."""

import pytest

from benchmarks.data import claims_file
from benchmarks.keys import keys_in_defaults, with_defaults
from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.form.known_claims import KnownClaims
from claim_tracker.checks.form.validation import validate
from claim_tracker.checks.settled import Settled
from claim_tracker.yaml.rereading.reread import Rereading
from tests.conftest import NOW

TEXT = with_defaults(claims_file(30))
KEYS = dict(keys_in_defaults(TEXT))


class Checks:
    """One file that is checked again and again, in whose claims nothing is found."""

    def __init__(self) -> None:
        self._rereading = Rereading("claims.yaml")
        self._known = KnownClaims()
        self._settled = Settled()

    def looked_at(self, text: str) -> int:
        """How many claims are looked at when the file has a text."""
        document = self._rereading.read(text)
        file = CheckedFile(document, validate(document, self._known), NOW.date())
        rest = self._settled.rest(file)
        self._settled.keep(file, ())
        return len(rest.claims)


def test_a_claim_is_looked_at_once() -> None:
    checks = Checks()
    assert (checks.looked_at(TEXT), checks.looked_at(TEXT)) == (30, 0)


@pytest.mark.parametrize("key", ["a needed default removed", "a needed default's name"])
def test_a_claim_that_lacks_a_default_for_a_while_is_not_looked_at(key: str) -> None:
    checks = Checks()
    checks.looked_at(TEXT)
    # The last one is read again, as what is below it may be a part of it.
    assert (checks.looked_at(KEYS[key]), checks.looked_at(TEXT)) == (1, 1)


def test_claims_that_have_another_default_are_looked_at() -> None:
    checks = Checks()
    checks.looked_at(TEXT)
    assert checks.looked_at(KEYS["a default's value"]) == 30 - TEXT.count("    via:")
