"""The corrections in files, by the history of these and by their updates."""

from collections.abc import Sequence
from datetime import date

from claim_tracker.compare.corrections import Corrections, corrections_of
from claim_tracker.history.git_errors import NoHistoryError
from claim_tracker.history.log import history, no_history


def corrections_in(
    paths: Sequence[str], since: date | str | None = None, ids: Sequence[str] = ()
) -> Corrections:
    """Return the corrections in files, by their history and their updates.

    Without a history it is by their updates alone; `since` is then the day after which these are
    dated. Raises FileError and GitError.
    """
    try:
        with history(paths, since) as (revisions, read):
            return corrections_of(list(revisions), read, ids, since_first=since is not None)
    except NoHistoryError:
        if isinstance(since, str):
            raise
    with no_history(paths) as (revisions, read):
        found, unknown = corrections_of(list(revisions), read, ids)
    if since is None:
        return Corrections(found, unknown)
    later = (
        correction
        for correction in found
        if correction.gap is not None or correction.iso_day > since.isoformat()
    )
    return Corrections(tuple(later), unknown)
