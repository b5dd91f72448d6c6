"""Claims with the defaults of their file."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from claim_tracker.checks.form.form_errors import form_errors_of, is_section
from claim_tracker.checks.form.known_claims import KnownClaims
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Defaults
from claim_tracker.yaml import Path, mapping_or_empty
from claim_tracker.yaml.field_names import is_stray


def defaults_in(root: dict[str, Any]) -> frozenset[Path]:
    """Return the paths, within a claim, of the fields that have defaults, valid or not.

    What stands at the margin, and is no field of a file, may have been meant as one.
    """
    return frozenset((name,) for name in (*filter(is_stray, root), *_named_defaults(root)))


def _named_defaults(root: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults as written, an unknown one under the name of the intended field."""
    written = mapping_or_empty(root.get("defaults"))
    unknown = [("defaults", name) for name in written if name not in fields_of(Defaults)]
    if not unknown:
        return written
    from claim_tracker.checks.form.intended import intended_fields

    intended = intended_fields(root, unknown)
    return {intended.get(("defaults", name)) or name: value for name, value in written.items()}


def _usable_defaults(root: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults that are valid; what has a slip in its name is known by the right one."""
    return {
        name: value
        for name, value in _named_defaults(root).items()
        if not form_errors_of(Defaults, {name: value}, ())
    }


class Completed(NamedTuple):
    """The data of a file, its valid defaults, and its `claims` with these, where it has a list."""

    data: dict[str, Any]
    defaults: dict[str, Any]
    claims: dict[str, list[Any]]

    def after(self, data: dict[str, Any], known: KnownClaims) -> "Completed":
        """Return the completion of other data.

        The claims are taken over where neither they nor the defaults have changed.
        """
        is_same = data.get("claims") is self.data.get("claims")
        if is_same and _usable_defaults(data) == self.defaults:
            return self._replace(data=data)
        return completed_of(data, known)


def completed_of(data: dict[str, Any], known: KnownClaims) -> Completed:
    """Return the data of a file with its claims completed, those that are known as models."""
    defaults = _usable_defaults(data)
    claims = claims_with_defaults(data, defaults, known)
    return Completed(data, defaults, {name: list(each) for name, each in claims.items()})


def claims_with_defaults(
    root: dict[str, Any], defaults: Any, known: KnownClaims
) -> dict[str, Iterable[Any]]:
    """Return the section of the claims, each with the defaults for what it does not say.

    Instead of a claim that is known there is its model. Without a list of claims it is empty.
    """
    given, defaults = known.given(defaults), mapping_or_empty(defaults)
    if not is_section(root, "claims"):
        return {}
    claims = root["claims"]
    if given is None:
        return {"claims": (_with(defaults, claim) for claim in claims) if defaults else claims}
    return {"claims": (known.model(claim, given) or _with(defaults, claim) for claim in claims)}


def _with(defaults: dict[str, Any], claim: Any) -> Any:
    """Return a claim with defaults. The day for which a fact is claimed is for facts only."""
    if not (defaults and isinstance(claim, dict)):
        return claim
    absent = {name: value for name, value in defaults.items() if claim.get(name) is None}
    if "as_of" in absent and (absent.get("kind") or claim.get("kind")) != "fact":
        del absent["as_of"]
    return claim | absent
