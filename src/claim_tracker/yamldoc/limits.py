"""How large and how deep a file may be."""

MAX_BYTES = 40 * 1024 * 1024
"""A file above this size is refused: 40 MiB, some 100,000 claims."""

MAX_FIELDS = 100
"""Fields of one mapping; the format has no more than twenty."""

MAX_ENTRIES = 200_000
"""Entries of one list, and of a section of the file such as `sources`."""

MAX_DEPTH = 16
"""Mappings and lists nest at most this deep; the format itself needs seven levels."""
