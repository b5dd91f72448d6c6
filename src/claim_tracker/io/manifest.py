"""The manifest of a folder of the tool's own: which files it has written there."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from claim_tracker.io.files import FileError

MANIFEST = ".tracker-site.json"
"""The file that names those that the tool has written, with the hashes of what it wrote."""
_VERSION = 1
_DIGEST = re.compile("[0-9a-f]{64}")
Hashes = Mapping[str, frozenset[str]]
"""By each path the hashes of what the tool has written there, or is about to write."""


def read_manifest(manifest: Path) -> Hashes:
    """Return the hashes of a manifest. Raises FileError where it is none, and OSError."""
    try:
        return _parse(manifest.read_text(encoding="utf-8"))
    except _LaterError as error:
        raise FileError(
            f"`{manifest}` is of a later version of `tracker`; nothing was written",
            "use that version, or choose another folder",
        ) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        line = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise FileError(
            f"`{manifest}` is damaged{line} and does not say which files are of the site; "
            "nothing was written",
            "restore it, or write the site to an empty folder, and put that in place of this one",
        ) from error


def manifest_text(files: Hashes) -> str:
    """Return the manifest of a folder that has these files."""
    listed = {path: sorted(hashes) for path, hashes in sorted(files.items())}
    return json.dumps({"version": _VERSION, "files": listed}, indent=1) + "\n"


class _LaterError(Exception):
    """A manifest is in a form that this version does not know."""


def _parse(text: str) -> Hashes:
    """Return the hashes in the text of a manifest. Raises what `read_manifest` catches."""
    read = json.loads(text)
    if read["version"] != _VERSION:
        later = isinstance(read["version"], int) and read["version"] > _VERSION
        raise _LaterError if later else ValueError(read["version"])
    found = {path: frozenset(hashes) for path, hashes in read["files"].items()}
    for path, hashes in found.items():
        if not _stays_inside(path) or not all(map(_DIGEST.fullmatch, hashes)):
            raise ValueError(path)
    return found


def _stays_inside(path: str) -> bool:
    """Whether a path of a manifest stays in its folder."""
    return all(re.fullmatch(r"[a-z0-9_-][a-z0-9_.-]*", part) for part in path.split("/"))
