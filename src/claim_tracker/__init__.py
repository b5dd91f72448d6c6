"""Keep track of what was claimed in the news, and of what became of it.

from claim_tracker import load, report

loaded = load("data/claims.yaml")
if loaded.tracker is not None:
    for state in report(loaded.tracker).claims:
        print(state.claim.id, state.status)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claim_tracker.articles import draft
    from claim_tracker.claims.report import Report, report
    from claim_tracker.claims.state import ClaimState
    from claim_tracker.drafting.article import Article, ArticleSource
    from claim_tracker.drafting.drafts import Draft, Drafts
    from claim_tracker.io.files import FileError
    from claim_tracker.loading import Loaded, load

__version__ = "0.1.0"
__all__ = [
    "Article",
    "ArticleSource",
    "ClaimState",
    "Draft",
    "Drafts",
    "FileError",
    "Loaded",
    "Report",
    "draft",
    "load",
    "report",
]

_HOMES = {
    "Article": "claim_tracker.drafting.article",
    "ArticleSource": "claim_tracker.drafting.article",
    "Draft": "claim_tracker.drafting.drafts",
    "Drafts": "claim_tracker.drafting.drafts",
    "draft": "claim_tracker.articles",
    "ClaimState": "claim_tracker.claims.state",
    "FileError": "claim_tracker.io.files",
    "Loaded": "claim_tracker.loading",
    "Report": "claim_tracker.claims.report",
    "load": "claim_tracker.loading",
    "report": "claim_tracker.claims.report",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562): `tracker --help` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
