"""Keep track of what was claimed in the news, and of what became of it.

from claim_tracker import load, report

loaded = load("data/claims.yaml")
if loaded.tracker is not None:
    for state in report(loaded.tracker).claims:
        print(state.claim.id, state.status)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claim_tracker.files import FileError
    from claim_tracker.loading import Loaded, load
    from claim_tracker.status import ClaimState, Report, report

__version__ = "0.1.0"
__all__ = ["ClaimState", "FileError", "Loaded", "Report", "load", "report"]

_HOMES = {
    "ClaimState": "claim_tracker.status",
    "FileError": "claim_tracker.files",
    "Loaded": "claim_tracker.loading",
    "Report": "claim_tracker.status",
    "load": "claim_tracker.loading",
    "report": "claim_tracker.status",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562): `tracker --help` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
