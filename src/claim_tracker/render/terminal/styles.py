"""Colours by status: only hues that read on a dark and on a light background alike.

The word is always there; colour only repeats it.
"""

STATUS_STYLES = {
    "overdue": "bold red",
    "due": "bold magenta",
    "upcoming": "cyan",
    "kept": "green",
    "came-true": "green",
    "confirmed": "green",
    "partly-kept": "magenta",
    "partly-true": "magenta",
    "partly-confirmed": "magenta",
    "broken": "red",
    "failed": "red",
    "refuted": "red",
}
