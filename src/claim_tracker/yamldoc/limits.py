"""How large and how deep a file may be."""

MAX_BYTES = 40 * 1024 * 1024
"""A file above this size is refused: 40 MiB, some 100,000 claims."""

MAX_DEPTH = 16
"""Mappings and lists nest at most this deep; the format itself needs seven levels."""
