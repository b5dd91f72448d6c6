"""Command: begin an update of a claim (`workspace/executeCommand`, LSP 3.17)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from lsprotocol import types

from claim_tracker.edit.insert import Additions, position_by_date, with_additions
from claim_tracker.lsp.names import spelt
from claim_tracker.lsp.positions import Positions
from claim_tracker.lsp.refusal import RefusedError, file_name, refuse_faults
from claim_tracker.lsp.rewriting import edits_between
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.display import cut
from claim_tracker.yaml import mapping_or_empty, mappings_in

RECORD = "tracker.record"
"""The command; its arguments are the URI of a file, and the id of a claim in it."""
_TO_CHOOSE = "outcome"
_EMPTY: Mapping[str, str] = {_TO_CHOOSE: "", "source": ""}
"""The fields that a person fills in: empty, they say nothing, and a finding at each says how."""


class Recording(NamedTuple):
    """What is changed, what that is called, and what the person goes on with in a file."""

    edit: types.WorkspaceEdit
    label: str
    uri: str
    selection: types.Range


def record(view: View, *arguments: Any) -> Recording:
    """Return the edit that adds an update of today, without an outcome yet, to the claim of an id.

    Raises RefusedError where there is not one such claim, or no place for an update that is sure.
    """
    match arguments:
        case (str(claim_id),):
            pass
        case _:
            raise RefusedError("name a file by its address, and a claim in it by its id")
    document, today = view.document, view.file.today
    refuse_faults([document])
    claims = mappings_in(mapping_or_empty(document.root).get("claims"))
    of_id = [each for each in claims if spelt(str(each[1].get("id"))) == claim_id]
    if not of_id:
        raise RefusedError(f"there is no claim `{cut(claim_id)}` in `{file_name(document)}`")
    if len(of_id) > 1:
        raise RefusedError(
            f"the id `{cut(claim_id)}` is there {len(of_id):,} times: write another for all but one"
        )
    ((index, claim),) = of_id
    position = position_by_date(claim.get("updates"), today)
    update = {"date": today.isoformat(), **_EMPTY}
    new = with_additions(document, Additions(updates={index: [(position, update)]}))
    if new is None:
        raise RefusedError(
            f"`{file_name(document)}` has no place for an update of `{cut(claim_id)}` that is "
            "sure: write it by hand"
        )
    edits = edits_between(document.text.written, new.text.written, view.positions)
    outcome = new.span(("claims", index, "updates", position, _TO_CHOOSE))
    return Recording(
        view.snapshot.workspace_edit({view.name: edits}),
        f"Record what became of `{cut(claim_id)}`",
        view.uri,
        Positions(new.lines, view.snapshot.client.encoding).range(outcome),
    )
