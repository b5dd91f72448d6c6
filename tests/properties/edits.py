"""What holds for a file after an update, a claim or a mend was put into it."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import replace
from typing import Any

from claim_tracker.checks import examine
from claim_tracker.claims.fields import validated
from claim_tracker.claims.model import Claim, Update
from claim_tracker.dates import DateError, parse_period
from claim_tracker.edit import Additions, Fixed, fixed_point, with_additions
from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import one_line
from claim_tracker.yaml import Document, read
from claim_tracker.yaml.decode import REPLACEMENT, decode
from claim_tracker.yaml.lines import split_lines, without_blank_tabs
from claim_tracker.yaml.parsed import Composed
from claim_tracker.yaml.parser import compose
from tests.samples import NAME, TODAY, check

_EMPTY = re.compile(r"[ \t]*(?:\[[^\]]*\]|~|null|Null|NULL)")
"""What may be written for a list in which there is nothing."""
_REGROUPED = re.compile(r": (?:`-` is now ``$|`(\w+):\S.*` is now `\1: |write `)")
_ESCAPE = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
_REPLACED = re.compile(r"line [0-9]+: `(.*)` is now `(.*)`$")


def assert_updated(
    document: Document, index: int, position: int, fields: Fields
) -> Document | None:
    """The file with an update, which is all that differs; None where it has no place.

    In a file without errors an update that comes last is valid.
    """
    updates = document.root["claims"][index].get("updates") or []
    new = with_additions(document, Additions(updates={index: [(position, fields)]}))
    if new is None:
        return None
    expected = _ended(document)
    expected["claims"][index]["updates"] = [*updates[:position], fields, *updates[position:]]
    _assert_added(document, new, expected, is_empty=not updates)
    before, after = _claims(document), _claims(new)
    if before is not None and (after is not None or position == len(updates)):
        claim = before[index]
        more = (*claim.updates[:position], validated(Update, fields))
        before[index] = replace(claim, updates=(*more, *claim.updates[position:]))
        assert after == before
    return new


def assert_added(document: Document, fields: Fields) -> Document | None:
    """The file with a claim more, which is all that differs; None where it has no place.

    In a file without errors the claim is valid.
    """
    claims = document.root["claims"] or []
    new = with_additions(document, Additions([fields]))
    if new is None:
        return None
    expected = _ended(document)
    expected["claims"] = [*claims, fields]
    _assert_added(document, new, expected, is_empty=not claims)
    before = _claims(document)
    if before is not None:
        assert _claims(new) == [*before, validated(Claim, fields)]
    return new


def _ended(document: Document) -> Any:
    """The data of a document, in which the last line of a text has an end."""
    text = document.text.written
    return read(NAME, (text if text.endswith(("\n", "\r")) else f"{text}\n").encode()).root


def _assert_added(old: Document, new: Document, expected: Any, *, is_empty: bool) -> None:
    before, after = old.text.written, new.text.written
    again = read(NAME, after.encode())
    assert again.problems == ()
    assert again.root == new.root == expected
    assert is_left_of(_EMPTY.sub("", before) if is_empty else before, after)


def is_left_of(old: str, new: str) -> bool:
    """Whether the old text remains when some characters of the new one are taken away."""
    left = iter(new)
    return all(character in left for character in old)


def _claims(document: Document) -> list[Claim] | None:
    tracker = examine([document], TODAY).tracker
    return None if tracker is None else [entry.claim for entry in tracker]


def fixed(text: str | bytes) -> Fixed:
    """What `check --fix` makes of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return fixed_point(NAME, data, found)


def mended(text: str) -> str:
    """The text after its mends, which a second run finds nothing to add to."""
    result = fixed(text)
    assert fixed(result.text) == Fixed(result.text, ())
    return result.text


def found(document: Document) -> tuple[Finding, ...]:
    """What is found in a document on its own."""
    return examine([document], TODAY).findings


def assert_other_lines_stay(text: str, result: Fixed) -> None:
    """Every line that is not named stays as it was; lines that change places are counted.

    The address of a copy that is parted takes a line more. A fix of the syntax names the first of
    its lines only, and may add some; its fault may be there from the beginning, or come up after
    other fixes.
    """
    if has_faults_of_syntax(text):
        return
    before, after = split_lines(text), split_lines(result.text)
    named = {int(words.split()[1].rstrip(":")) for words in result.mended}
    gone = sum(": take the second " in words for words in result.mended)
    parted = sum(" archived: " in words for words in result.mended)
    assert len(before) - gone <= len(after) - parted <= len(before) + 1
    if gone or parted or any("in order" in words for words in result.mended):
        kept = [line for number, line in enumerate(before, 1) if number not in named]
        assert not Counter(kept) - Counter(after)
    else:
        pairs = enumerate(zip(before, after, strict=True), 1)
        assert {number for number, (one, other) in pairs if one != other} == named


def has_faults_of_syntax(text: str) -> bool:
    """Whether a file has a fault of syntax, or has one after some of its fixes."""
    codes: set[str] = set()

    def found_with_codes(document: Document) -> tuple[Finding, ...]:
        findings = found(document)
        codes.update(finding.code for finding in findings if finding.fix is not None)
        return findings

    fixed_point(NAME, text.encode(), found_with_codes)
    return "E002" in codes


def assert_idempotent(result: Fixed) -> None:
    """A second run finds nothing to fix."""
    assert fixed(result.text) == Fixed(result.text, ())


def assert_nothing_new_is_found(text: str, result: Fixed) -> None:
    """What is found after the mends was there before, but for what another fault hid.

    That may be what stands in a wrong place (E002), so then only its syntax is looked at.
    """
    old, new = check(text).findings, check(result.text).findings
    if any(finding.fix is not None and finding.severity == "error" for finding in old):
        assert {f.code for f in new} & {"E001", "E003"} <= {f.code for f in old}
        assert not _composed(result.text).stopped or _composed(text).stopped
    else:
        assert not _described(new) - _described(old)


def _described(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)


def assert_data_stay(text: str, result: Fixed) -> None:
    """The data are the same but for what the fixes say, the form of dates, order, and what hides.

    Of what is no YAML that cannot be told, nor of an item that becomes part of the one above, or
    of a name that its value is parted from.
    """
    if any(map(_REGROUPED.search, result.mended)):
        return
    replaced: set[str] = set()
    for match in filter(None, map(_REPLACED.search, result.mended)):
        texts = [each.removeprefix(": ") for each in match.groups()]
        shown = _as_shown(texts[0])  # in which a hidden line break is a space
        replaced |= {shown, shown.replace(" ", ""), *(repr(compose(it).root) for it in texts)}
    before, after = _composed(text), _composed(result.text)
    if not before.stopped:
        assert _plain(after.root, replaced) == _plain(before.root, replaced)


def _composed(text: str) -> Composed:
    """What stands in a text, each thing where it is written."""
    return compose(without_blank_tabs(decode(text.encode()).visible))


def _plain(data: Any, replaced: Container[str]) -> Any:
    """Data as they are compared: with no order of lists, since updates are put in order.

    What stands in the place of another text, or gave way to one, is left out.
    """
    if repr(data) in replaced or (isinstance(data, str) and _as_shown(data) in replaced):
        return ""
    match data:
        case dict():
            return [
                (_plain(name, replaced), _plain(value, replaced)) for name, value in data.items()
            ]
        case list():
            return sorted((_plain(item, replaced) for item in data), key=repr)
        case str():
            return _canonical(data.replace(REPLACEMENT, "").strip())
    return data


def _as_shown(text: str) -> str:
    """A text as the words about a fix show it, without hidden characters and their escapes."""
    return one_line(_ESCAPE.sub("", text.replace(REPLACEMENT, "")))


def _canonical(written: str) -> str:
    try:
        return parse_period(written).text
    except DateError:
        return written
