"""The log of a claim: the part of a file that is read for it."""

import re

import pytest

from claim_tracker.compare.claim_log import Revision, excerpt, log_events
from tests.builders import DATA
from tests.samples import NAME, SOURCES, another, claim, claims_file

TWO = claims_file(claim(), another())


def test_only_the_claims_that_the_id_is_in_are_kept() -> None:
    assert excerpt(TWO.encode(), "soldiers-leave") == claims_file(another()).encode()
    related = claims_file(claim({"related": "[soldiers-leave]"}), another())
    assert excerpt(related.encode(), "soldiers-leave") == related.encode()


@pytest.mark.parametrize("claim_id", ["nowhere", "soldiers-lea", "base-close"])
def test_there_is_none_without_the_id(claim_id: str) -> None:
    assert excerpt(TWO.encode(), claim_id) is None


@pytest.mark.parametrize(
    "text",
    [
        TWO.replace("claims:", "claims: ["),
        TWO.replace("\n", "\r"),
        f"{TWO}claims:\n",
        '{"claims": [{"id": "soldiers-leave"}]}',
    ],
)
def test_a_layout_that_is_not_known_is_kept_whole(text: str) -> None:
    assert excerpt(text.encode(), "soldiers-leave") == text.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_any_indentation_and_line_end_will_do(indent: str, end: str) -> None:
    body = TWO.replace("\n  ", f"\n{indent}")
    text = f"{body}sources:\n  a: {{}}\n".replace("\n", end).encode()
    assert excerpt(text, "base-closes") == text.replace(
        text[text.index(b"- id: soldiers") - len(indent) : text.index(b"sources:")], b""
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_dash_on_a_line_of_its_own_begins_a_claim(end: str) -> None:
    both = claims_file(claim(updates=["date: 2025-10-01"]), another({"tags": "[x]"}))
    text = both.replace("  - id", "  -\n    id").replace("\n", end).encode()
    first, second = (at.start() for at in re.finditer(rb"(?m)^  -", text))
    assert excerpt(text, "base-closes") == text[:second]
    assert excerpt(text, "soldiers-leave") == text[:first] + text[second:]


def test_it_is_smaller_than_the_file_of_this_repository() -> None:
    content = DATA.read_bytes()
    part = excerpt(content, "plan-unclear")
    assert part is not None
    assert b"id: plan-unclear" in part
    assert len(part) < len(content) / 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_of_a_claim_is_that_of_its_file(end: str) -> None:
    old = claims_file(claim(updates=["date: 2025-10-01"]), another())
    texts = {"old": old, "new": old.replace("The soldiers", "All soldiers")}
    contents = {key: text.replace("\n", end).encode() for key, text in texts.items()}
    revision = Revision(None, [[(NAME, "old")]], [(NAME, "new")])
    (event,) = log_events("soldiers-leave", [revision], contents.__getitem__)
    assert event.change is not None
    assert old.splitlines()[event.change.entry.line - 1] == "  - id: soldiers-leave"


@pytest.mark.parametrize(("field", "word"), [("speaker", "A. Minister"), ("title", "A paper")])
def test_a_changed_table_names_all_claims_that_it_concerns(field: str, word: str) -> None:
    sources = SOURCES.replace("published:", "title: A paper, published:")
    both = [make({"speaker": None, "source": "paper-1"}) for make in (claim, another)]
    old = claims_file(*both, head=f"{sources}defaults: {{speaker: A. Minister}}\n")
    texts = {"old": old.encode(), "new": old.replace(word, "Another").encode()}
    revision = Revision(None, [[(NAME, "old")]], [(NAME, "new")])
    (event,) = log_events("base-closes", [revision], texts.__getitem__)
    assert event.change is None
    assert [(it.field, it.claims) for it in event.tables] == [
        (field, ("base-closes", "soldiers-leave"))
    ]
