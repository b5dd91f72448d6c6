"""The findings that a change has brought, and those that were there before it."""

from collections.abc import Mapping, Sequence

import pytest

from claim_tracker.checks import examine
from claim_tracker.checks.baseline import State, brought
from claim_tracker.yaml import read
from tests.samples import TODAY, another, claim, claims_file

SOURCES = "sources:\n  s: {url: https://example.org/s, published: 2025-08-18}\n"
BROKEN = "sources:\n  s: {url: ftp://example.org}\n"
FAULTY = claim({"kind": "promis"})
CITING = claim({"source": "s"})
RELATED = another({"related": "[base-closes]"})
JSON = '{"version": 1, "claims": [{"id": "a", "claim": "%s", "kind": "promis"}, {"id": "b"}]}'
Files = Mapping[str, str]


def state(files: Files) -> State:
    """What a check says of some files."""
    documents = [read(name, text.encode()) for name, text in files.items()]
    return State(documents, examine(documents, TODAY).findings)


def codes(old: Files, new: Files) -> list[str]:
    """The codes of what the change has brought, each with its file where there are several."""
    return [
        f"{finding.file} {finding.code}" if len(new) > 1 else finding.code
        for finding in brought(state(new), state(old))
    ]


def one(*claims: str, head: str = "") -> Files:
    """A single file."""
    return {"a.yaml": claims_file(*claims, head=head)}


CHANGES: dict[str, tuple[Files, Files, Sequence[str]]] = {
    "nothing": (one(FAULTY), one(FAULTY), []),
    "a comment in it": (one(FAULTY), {"a.yaml": claims_file(FAULTY) + "    # really?\n"}, []),
    "the claim itself": (
        one(FAULTY),
        one(claim({"kind": "promis", "speaker": "B. Minister"})),
        ["E106"],
    ),
    "an update of it": (
        one(FAULTY),
        one(claim({"kind": "promis"}, ["date: 2025-12-01, note: N."])),
        ["E106"],
    ),
    "another claim": (one(FAULTY, another()), one(FAULTY, another({"speaker": "B"})), []),
    "the order of claims": (one(FAULTY, another()), one(another(), FAULTY), []),
    "a neighbour is gone": (one(another(), FAULTY), one(FAULTY), []),
    "the order of fields": (
        one(FAULTY),
        one(FAULTY.replace("    speaker: A. Minister\n", "") + "    speaker: A. Minister\n"),
        [],
    ),
    "the line ends": (one(FAULTY), {"a.yaml": claims_file(FAULTY).replace("\n", "\r\n")}, []),
    "the name of the file": (one(FAULTY), {"b.yaml": claims_file(FAULTY)}, []),
    "another file": (
        one(FAULTY),
        {"a.yaml": claims_file(), "b.yaml": claims_file(another(), FAULTY)},
        [],
    ),
    "a copy of the file": (
        {"b.yaml": claims_file(FAULTY)},
        {"a.yaml": claims_file(FAULTY), "b.yaml": claims_file(FAULTY)},
        ["a.yaml E106", "b.yaml E201"],
    ),
    "a claim with the same id above it": (
        one(claim()),
        one(claim({"claim": "A new one."}), claim()),
        ["E201"],
    ),
    "the same claim once more": (one(claim()), one(claim(), claim()), ["E201"]),
    "the order of claims with one id": (
        one(claim(), claim({"claim": "A new one."}), another()),
        one(claim({"claim": "A new one."}), claim(), another({"speaker": "B"})),
        [],
    ),
    "the order of three claims with one text": (
        one(claim(), claim({"id": "b"}), claim({"id": "c"})),
        one(claim({"id": "c"}), claim({"id": "b"}), claim()),
        [],
    ),
    "the same id in a file before it": (
        {"b.yaml": claims_file(claim())},
        {"a.yaml": claims_file(claim({"claim": "A new one."})), "b.yaml": claims_file(claim())},
        ["b.yaml E201"],
    ),
    "its source is gone": (one(CITING, head=SOURCES), one(CITING), ["E202"]),
    "its source has a fault": (one(CITING, head=SOURCES), one(CITING, head=BROKEN), ["E105"]),
    "a faulty source": (one(CITING, head=BROKEN), one(CITING, another(), head=BROKEN), []),
    "a related claim has another id": (
        one(claim(), RELATED),
        one(claim({"id": "base-shuts"}), RELATED),
        ["E204"],
    ),
    "a source is not used any more": (
        one(CITING, head=SOURCES),
        one(claim(), head=SOURCES),
        ["W301"],
    ),
    "a fault of the zone, when another claim is new": (
        one(head="timezone: Nowhere\n"),
        one(another(), head="timezone: Nowhere\n"),
        [],
    ),
    "a fault of the zone": (
        one(head="timezone: Nowhere\n"),
        one(head="timezone: Elsewhere\n"),
        ["E106"],
    ),
    "a warning is not ignored any more": (
        one(claim(), claim({"id": "again"}), head="checks: {ignore: [W303]}\n"),
        one(claim(), claim({"id": "again"})),
        ["W303"],
    ),
    "a second character that nobody sees": (
        {"a.yaml": claims_file(claim()) + "# \u200b\n"},
        {"a.yaml": claims_file(claim()) + "# \u200b\n# \u200b\n"},
        ["E213", "E213"],
    ),
    "one of two claims on a line": (
        {"a.yaml": JSON % "A"},
        {"a.yaml": JSON % "B"},
        ["E102", "E102", "E106"],
    ),
    "what cannot be read is as it was": (
        one(claim({"claim": "Iraq: it closes."})),
        one(claim({"claim": "Iraq: it closes."}), another()),
        ["E002"],
    ),
    "what could not be read is mended": (
        one(claim({"claim": "Iraq: it closes."}), another({"kind": "promis"})),
        one(claim(), another({"kind": "promis"})),
        [],
    ),
    "nothing of the file could be read": ({"a.yaml": "\0" * 9}, one(FAULTY), ["E106"]),
    "a file that cannot be read is moved": (
        one(claim({"claim": "Iraq: it closes."})),
        {"b.yaml": claims_file(claim({"claim": "Iraq: it closes."}))},
        [],
    ),
    "what a faulty source says": (
        one(CITING, head=BROKEN),
        one(CITING, head=BROKEN.replace("}", ", title: S.}")),
        ["E105"],
    ),
    "what a faulty place says": (
        one(head="places: {p: {name: P., country: iq}}\n"),
        one(head="places: {p: {name: Q., country: iq}}\n"),
        ["W302", "E106"],
    ),
    "another field of the file": (
        one(head="timezone: Nowhere\n"),
        one(head="timezone: Nowhere\nchecks: {ignore: [W303]}\n"),
        ["E106"],
    ),
    "what a file holds that is no mapping": (
        {"a.yaml": "some text"},
        {"a.yaml": "other text"},
        ["E103"],
    ),
    "the other of two related claims is gone": (
        one(claim(), another({"related": "[base-closes, base-stays]"})),
        one(claim({"id": "base-stays"}), another({"related": "[base-closes, base-stays]"})),
        ["E204"],
    ),
    "a second id is repeated": (
        one(claim(), claim({"claim": "B."}), another()),
        one(claim(), claim({"claim": "B."}), another(), another({"claim": "C."})),
        ["E201"],
    ),
    "all of it": ({}, one(FAULTY), ["E106"]),
}


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_finding_is_shown_when_it_or_its_content_is_new(
    old: Files, new: Files, expected: Sequence[str]
) -> None:
    assert codes(old, new) == expected
