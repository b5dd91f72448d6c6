"""The commands that an editor asks the server to carry out (section Execute a command)."""

from typing import NamedTuple

from lsprotocol import types

RECORD = "tracker.record"
"""To write the beginning of an update into a claim, by the address of its file and its id."""


class CommandResult(NamedTuple):
    """What a command changes, what that is called, and what the person goes on with in a file."""

    edit: types.WorkspaceEdit
    label: str
    uri: str
    selection: types.Range
