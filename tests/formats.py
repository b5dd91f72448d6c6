"""The formats of `tracker export`, as the command lists them: each has the promises of all."""

from claim_tracker.cli.commands.export import export

FORMATS = tuple(export.commands)
EXPORTS = tuple(form for form in FORMATS if form != "site")
"""Those that are one text. A site is a folder."""
WITH_EACH_TEXT = tuple(form for form in EXPORTS if form != "ics")
"""Those that have the text of each claim as it is. A calendar breaks its long lines."""
LINE_ENDS = {"ics": "\r\n"}
"""Those that a format wants, where it is not a line feed."""
EXPORTING = tuple(("export", form) for form in EXPORTS)
"""The command lines that write them."""
