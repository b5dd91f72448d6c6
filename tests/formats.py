"""The formats of `tracker export`, as the command lists them: each has the promises of all."""

from claim_tracker.cli.commands.export import export

FORMATS = tuple(export.commands)
EXPORTS = tuple(form for form in FORMATS if form != "site")
"""Those that are one text. A site is a folder."""
EXPORTING = tuple(("export", form) for form in EXPORTS)
"""The command lines that write them."""
