"""Whatever a file looks like, what is put into it is all that differs."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from yaml import BaseLoader

from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.yaml import read
from tests.edit.strategies import files
from tests.properties.edits import assert_added, assert_updated
from tests.samples import NAME

FIELDS: Fields = {"date": "2", "note": "a: b, c", "source": {"url": "https://example.org/?a=b"}}


def claims_of(text: str) -> list[Any]:
    """The claims of a text, as two readers agree on them but for null."""
    document = read("", text.encode())
    other = BaseLoader(text).get_single_data()
    assert document.problems == ()
    assert list(map(_described, other["claims"])) == list(map(_described, document.root["claims"]))
    claims: list[Any] = document.root["claims"]
    return claims


def _described(claim: dict[str, Any]) -> dict[str, Any]:
    updates = claim.get("updates")
    return {**claim, "updates": updates if isinstance(updates, list) else None}


@given(files(), st.data())
def test_an_update_is_all_that_differs(content: bytes, data: st.DataObject) -> None:
    old = content.decode().removeprefix("\ufeff")
    claims = claims_of(old)
    index = data.draw(st.integers(0, len(claims) - 1))
    updates = claims[index].get("updates") or []
    position = data.draw(st.integers(0, len(updates)))
    new = assert_updated(read(NAME, content), index, position, FIELDS)
    assert new is not None
    claims[index]["updates"] = [*updates[:position], FIELDS, *updates[position:]]
    assert claims_of(new.text.written) == claims


@given(files())
def test_a_claim_is_all_that_differs(content: bytes) -> None:
    old = content.decode().removeprefix("\ufeff")
    fields: Fields = {"id": "new", **FIELDS}
    new = assert_added(read(NAME, content), fields)
    assert new is not None
    assert claims_of(new.text.written) == [*claims_of(old), fields]
