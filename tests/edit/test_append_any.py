"""Whatever a file looks like, what is put into it is all that differs."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from yaml import BaseLoader

from claim_tracker.edit.append import with_claim, with_update
from claim_tracker.edit.written import Fields
from claim_tracker.yamldoc import read
from tests.edit.strategies import files

FIELDS: Fields = {"date": "2", "note": "a: b, c", "source": {"url": "https://example.org/?a=b"}}


EMPTY = re.compile(r" (?:\[ ?\]|~|null)")
"""What is written for a list of updates in which there are none."""


def claims_of(text: str) -> list[Any]:
    """The claims of a text, as two readers agree on them but for null."""
    document = read("", text.encode())
    other = BaseLoader(text).get_single_data()
    assert document.problems == ()
    assert list(map(_told, other["claims"])) == list(map(_told, document.root["claims"]))
    claims: list[Any] = document.root["claims"]
    return claims


def _told(claim: dict[str, Any]) -> dict[str, Any]:
    updates = claim.get("updates")
    return {**claim, "updates": updates if isinstance(updates, list) else None}


def is_left_of(old: str, new: str) -> bool:
    """Whether the old text remains when some characters of the new one are taken away."""
    left = iter(new)
    return all(character in left for character in old)


@given(files(), st.data())
def test_an_update_is_all_that_differs(content: bytes, data: st.DataObject) -> None:
    old = content.decode().removeprefix("\ufeff")
    claims = claims_of(old)
    index = data.draw(st.integers(0, len(claims) - 1))
    updates = claims[index].get("updates") or []
    position = data.draw(st.integers(0, len(updates)))
    new = with_update(read("", content), index, position, FIELDS)
    assert new is not None
    claims[index]["updates"] = [*updates[:position], FIELDS, *updates[position:]]
    assert claims_of(new.text.written) == claims
    assert is_left_of(old if updates else EMPTY.sub("", old), new.text.written)


@given(files())
def test_a_claim_is_all_that_differs(content: bytes) -> None:
    old = content.decode().removeprefix("\ufeff")
    fields: Fields = {"id": "new", **FIELDS}
    new = with_claim(read("", content), fields)
    assert new is not None
    assert claims_of(new.text.written) == [*claims_of(old), fields]
    assert is_left_of(old, new.text.written)
