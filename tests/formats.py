"""The formats of `tracker export`, as the command lists them: each has the promises of all."""

from claim_tracker.cli.export import export

EXPORTS = tuple(export.commands)
EXPORTING = tuple(("export", form) for form in EXPORTS)
"""The command lines that write them."""
