"""How large and how deep a file may be."""

MAX_BYTES = 40 * 1024 * 1024
"""A file above this size is refused: 40 MiB, some 100,000 claims."""

MAX_LINES = 3_000_000
"""Lines of a file; of 40 MiB of claims there are some 1,600,000."""

MAX_REPORTED_FAULTS = 5_000
"""Errors of a file that are reported; nobody reads on, and each costs time."""

MAX_FIXED = 70_000
"""Fixes that are applied at once; after that the whole file is read again."""

MAX_FIELDS = 100
"""Fields of one mapping, and names in it that are repeated; the format has some twenty fields."""

MAX_ENTRIES = 200_000
"""Entries of a section of the file, such as `claims` or `sources`."""

MAX_ITEMS = 10_000
"""Entries of a list inside of one of these, such as `updates` or `tags`."""

MAX_TEXT = 100_000
"""Characters of one text; a claim is a sentence."""

MAX_DEPTH = 16
"""Mappings and lists nest at most this deep; the format itself needs seven levels."""
