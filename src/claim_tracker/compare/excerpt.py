"""The part of a file that has to do with one claim, so that the rest need not be read.

A file is cut at the lines that begin the items of `claims`, without reading it as YAML. The part is
a file of claims itself; whoever reads it and finds a fault has to read the whole.
"""

import re
from bisect import bisect_right

_SECTION = re.compile(rb"^claims:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_NEXT_SECTION = re.compile(rb"^[^\s#-]", re.MULTILINE)
_ITEM = re.compile(rb"^( *)- ", re.MULTILINE)


def excerpt(content: bytes, claim_id: str) -> bytes | None:
    """The content without the claims that the id is not in; None when it is nowhere."""
    word = re.compile(re.escape(claim_id.encode()) + rb"(?![a-z0-9-])")
    places = [match.start() for match in word.finditer(content)]
    if not places:
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
    wanted = sorted({bisect_right(begins, place) for place in places if begins[0] <= place < stop})
    ends = [*begins[1:], stop]
    kept = b"".join(content[begins[index - 1] : ends[index - 1]] for index in wanted)
    return content[: begins[0]] + kept + content[stop:]
