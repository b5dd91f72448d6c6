"""The part of a file that concerns one claim, so that the rest need not be parsed.

A file is cut at the lines that begin the items of `claims`, without reading it as YAML. The part is
a file of claims itself; a fault in it has to be looked for in the whole file.
"""

import re
from bisect import bisect_right

_SECTION = re.compile(rb"^claims:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_NEXT_SECTION = re.compile(rb"^[^\s#-]", re.MULTILINE)
_ITEM = re.compile(rb"^( *)- ", re.MULTILINE)


def excerpt(content: bytes, claim_id: str) -> bytes | None:
    """Return the content with only those claims that have the id in them; None without one."""
    word = re.compile(re.escape(claim_id.encode()) + rb"(?![a-z0-9-])")
    found = [match.start() for match in word.finditer(content)]
    if not found:
        return None
    sections = list(_SECTION.finditer(content))
    if len(sections) != 1:
        return content
    start = sections[0].end()
    following = _NEXT_SECTION.search(content, start)
    stop = following.start() if following is not None else len(content)
    first = _ITEM.search(content, start, stop)
    if first is None:
        return content
    item = re.compile(rb"^" + first[1] + rb"- ", re.MULTILINE)
    begins = [match.start() for match in item.finditer(content, first.start(), stop)]
    wanted = sorted({bisect_right(begins, at) for at in found if begins[0] <= at < stop})
    ends = [*begins[1:], stop]
    kept = b"".join(content[begins[index - 1] : ends[index - 1]] for index in wanted)
    return content[: begins[0]] + kept + content[stop:]
