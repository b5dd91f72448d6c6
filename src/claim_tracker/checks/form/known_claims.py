"""The models of claims that were validated before, also where the defaults of their file change."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import ValidationError

from claim_tracker.claims.fields import fields_of, validated
from claim_tracker.claims.model import Claim, Defaults
from claim_tracker.yaml import mapping_or_empty
from claim_tracker.yaml.decode import REPLACEMENT

STAND_INS = {
    "id": "x",
    "claim": "x",
    "kind": "commitment",
    "speaker": "x",
    "source": REPLACEMENT,
}
"""Values of the fields that a claim needs, so that the rest of one with a fault is checked."""
_NAMES = tuple(fields_of(Claim))
_values = attrgetter(*_NAMES)
_SETTERS = {name: getattr(Claim, name).__set__ for name in _NAMES}


class PartialClaim(NamedTuple):
    """A claim that lacks fields which it needs: in its model, something else stands there.

    They are in the order of the fields, in which a validation tells them.
    """

    model: Claim
    lacking: tuple[str, ...]


def known_claim(model: Claim, lacking: Iterable[str]) -> Claim | PartialClaim:
    """Return a model, with the names of the fields that its claim lacks where there are any."""
    names = tuple(sorted(lacking, key=_NAMES.index))
    return PartialClaim(model, names) if names else model


class _Given(NamedTuple):
    """The value that a claim has where the defaults of its file have to give it."""

    value: Any
    is_stand_in: bool


GivenDefaults = Mapping[str, _Given | None]
"""What is given for the fields whose defaults have changed; None where only validation tells."""


class KnownClaims:
    """The models of claims that were validated before, by the mappings that they are made of."""

    def __init__(self) -> None:
        self._models: dict[int, tuple[Any, Claim | PartialClaim]] = {}
        self._kept: Iterable[tuple[Any, Claim | PartialClaim]] = ()
        self._defaults: dict[str, Any] = {}

    def model(self, claim: Any, given: GivenDefaults) -> Claim | PartialClaim | None:
        """Return the model of a claim that is the same mapping; None where there is none.

        It has what is now given for the fields that the claim does not have itself.
        """
        _, known = self._models.get(id(claim), (None, None))
        if known is None or not given:
            return known
        fields = {name: value for name, value in given.items() if claim.get(name) is None}
        return _with(known, fields) if fields else known

    def given(self, defaults: Any) -> GivenDefaults | None:
        """Return the fields whose defaults are others than those of the known models, and these.

        None where no model is known. The defaults are as written.
        """
        # A file that is checked but once needs no table of them.
        self._models |= {id(claim): (claim, model) for claim, model in self._kept}
        self._kept = ()
        if not self._models:
            return None
        old, new = self._defaults, mapping_or_empty(defaults)
        changed = {name for name in old | new if old.get(name) != new.get(name)}
        given = {name: _given(name, new.get(name)) for name in changed}
        if "as_of" in old | new and not changed.isdisjoint(("as_of", "kind")):
            given["as_of"] = None  # it is given to facts alone
        return given

    def keep(self, claims: Iterable[tuple[Any, Claim | PartialClaim]], defaults: Any) -> None:
        """Know these claims, which have the defaults, and no others."""
        self._models, self._kept = {}, claims
        self._defaults = mapping_or_empty(defaults)


def _given(name: str, default: Any) -> _Given | None:
    """Return the value that a default as written gives for a field, or else what stands there."""
    if name not in fields_of(Defaults):
        return None
    field, is_stand_in = fields_of(Claim)[name], False
    if default is None and not field.is_required():
        return _Given(field.default, is_stand_in)
    if default is None:
        default, is_stand_in = STAND_INS[name], True
    try:
        return _Given(getattr(validated(Defaults, {name: default}), name), is_stand_in)
    except ValidationError:
        return None


def _with(
    known: Claim | PartialClaim, fields: Mapping[str, _Given | None]
) -> Claim | PartialClaim | None:
    """Return a model with other values of some fields; None where one of them is not known."""
    model, lacking = known if isinstance(known, PartialClaim) else (known, ())
    names = {name for name in lacking if name not in fields}
    for name, given in fields.items():
        if given is None:
            return None
        if given.is_stand_in:
            names.add(name)
        if getattr(model, name) != given.value:
            model = _replaced(model, name, given.value)
    return known_claim(model, names)


def _replaced(model: Claim, name: str, value: Any) -> Claim:
    """Return a copy of a model with another value of a field, which is valid.

    The `replace` of dataclasses would validate all of it.
    """
    made = object.__new__(Claim)
    for set_value, old in zip(_SETTERS.values(), _values(model), strict=True):
        set_value(made, old)
    _SETTERS[name](made, value)
    return made
