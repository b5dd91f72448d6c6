"""What changed for claims as a whole and for what they say themselves."""

import pytest
from hypothesis import given

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.compare import Change, compare
from claim_tracker.dates import parse_period
from claim_tracker.render.phrases import value_words
from claim_tracker.yaml import read
from tests.builders import Fields, update
from tests.compare.states import between, change_of, fates, state
from tests.compare.strategies import states
from tests.samples import NAME, SOURCES, another, claim

THIRD = claim({"id": "third", "claim": "A third thing."})
HEAD = """\
sources:
  paper: {url: "https://example.org/p", title: "%s", published: 2025-08}
  other: {url: "https://example.org/p", title: "%s", published: 2025-08}
places:
  harbour: {name: Harbour Base, country: %s}
  port: {name: Harbour Base, country: %s}
"""


def head(title: str, country: str) -> str:
    return HEAD % (title, title, country, country)


def test_claims_have_the_newer_order_with_removed_ones_last() -> None:
    found = between([THIRD, claim()], [another(), claim({"topic": "Bases"})])
    assert fates(found) == [
        ("soldiers-leave", "added"),
        ("base-closes", "changed"),
        ("third", "removed"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"due": "Sept 2026"}, {"due": "2026-09"}),
        ({"due": "early 2026"}, {"due": "2026-01/2026-04"}),
        ({"due": "within 30 days"}, {"due": "2025-09-17"}),
        ({"claim": "The base  closes."}, {"claim": ">-\n      The base\n      closes."}),
        ({"claim": "Caf\u00e9 closes."}, {"claim": "Cafe\u0301 closes."}),
        ({"tags": "[a, b]"}, {"tags": "[b, a]"}),
        ({"stated": None}, {"stated": "2025-08-18"}),
        ({"quantity": "{value: 5, unit: men}"}, {"quantity": "{value: 5.0, unit: men}"}),
        ({"topic": None}, {"topic": ""}),
    ],
)
def test_another_spelling_of_the_same_is_no_change(old: Fields, new: Fields) -> None:
    assert change_of(old, new) is None


def test_another_key_of_the_same_source_or_place_is_no_change() -> None:
    cites = {"source": "paper", "places": "[harbour]"}
    again = {"source": "other", "places": "[port]"}
    noted = [update("2025-09-01", note="So.").replace("{url: https://example.org/news}", "paper")]
    same = [noted[0].replace("paper", "other")]
    text = head("T", "IQ")
    old, new = state(claim(cites, noted), head=text), state(claim(again, same), head=text)
    assert fates(compare(old, new)) == []


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("claim", "The base closes.", "The base is closed."),
        ("kind", "commitment", "prediction"),
        ("topic", None, "Bases"),
        ("speaker", "A. Minister", "B. Minister"),
        ("role", "minister", None),
        ("via", "A Paper", "B Paper"),
        ("claim", "the base closes.", "The base closes."),
    ],
)
def test_a_field_that_says_something_else_is_a_change(
    field: str, old: str | None, new: str | None
) -> None:
    change = change_of({field: old}, {field: new})
    assert change is not None
    assert change.changes == (Change(field, old, new),)
    assert not change.rewritten


def test_a_new_source_address_changes_each_claim_that_cites_it() -> None:
    text = head("T", "IQ")
    claims = [claim({"source": "paper"}), another({"source": "paper"}), THIRD]
    found = compare(state(*claims, head=text), state(*claims, head=text.replace("org/p", "org/q")))
    assert fates(found) == [("base-closes", "changed"), ("soldiers-leave", "changed")]


def test_changed_details_are_listed_once_with_their_claims() -> None:
    claims = [claim({"source": "paper", "places": "[harbour]"}), another({"source": "other"})]
    old, new = state(*claims, head=head("T", "IQ")), state(*claims, head=head("U", "SY"))
    found = compare(old, new)
    assert found.claims == ()
    assert [(it.name, it.field, it.old, it.new, it.claims) for it in found.tables] == [
        ("https://example.org/p", "title", "T", "U", ("base-closes", "soldiers-leave")),
        ("Harbour Base", "country", "IQ", "SY", ("base-closes",)),
    ]


def test_an_edited_deadline_of_the_claim_is_moved_and_rewritten() -> None:
    change = change_of({"due": "2026-09"}, {"due": "2026-12"})
    assert change is not None
    assert change.rewritten
    assert change.moved
    assert [it.days for it in change.single] == [92]


def test_a_first_deadline_is_neither_moved_nor_rewritten() -> None:
    change = change_of({}, {"due": "2026-12"})
    assert change is not None
    assert not change.rewritten
    assert not change.moved
    assert change.changes == (Change("due", None, parse_period("2026-12")),)


def test_less_certain_days_are_rewritten_and_not_moved() -> None:
    change = change_of({"due": "2026-09"}, {"due": "2026-09~"})
    assert change is not None
    assert (change.rewritten, change.moved) == (True, False)


@pytest.mark.parametrize(
    "new",
    [
        {"id": "renamed"},
        {"id": "renamed", "claim": "the  base closes."},
        {"id": "renamed", "speaker": "B. Minister", "due": "2027"},
    ],
    ids=["else the same", "same text but for case", "same text"],
)
def test_a_claim_with_another_id_is_renamed(new: Fields) -> None:
    found = between([claim(), another()], [another(), claim(new)])
    assert [(it.id, it.was, it.fate) for it in found.claims] == [
        ("renamed", "base-closes", "renamed")
    ]


def test_of_claims_with_one_text_the_identical_one_is_renamed() -> None:
    twin = claim({"id": "twin", "speaker": "B. Minister"})
    found = between([claim(), twin], [claim({"id": "x"}), claim({"id": "y", "speaker": "C."})])
    assert [(it.id, it.was) for it in found.claims] == [("x", "base-closes"), ("y", "twin")]


def test_what_two_claims_could_be_is_renamed_to_neither() -> None:
    twins = [claim({"id": "x", "role": "a"}), claim({"id": "y", "role": "b"})]
    found = between([claim()], twins)
    assert fates(found) == [("x", "added"), ("y", "added"), ("base-closes", "removed")]


def test_an_unreadable_claim_is_neither_compared_nor_removed() -> None:
    broken = claim({"kind": "promis"})
    found = between([claim(), another()], [broken, another({"topic": "X"})])
    assert fates(found) == [("soldiers-leave", "changed")]
    assert found.old_errors is None
    assert found.new_errors is not None
    assert found.new_errors.claims == ("base-closes",)
    back = between([broken], [claim()])
    assert (fates(back), back.new_errors) == ([], None)


def test_an_unreadable_file_adds_and_removes_no_claim() -> None:
    whole, broken = [claim(), another()], ['  - {"\n']
    for found in (between(whole, broken), between(broken, whole)):
        assert fates(found) == []
        errors = found.old_errors or found.new_errors
        assert errors is not None
        assert errors.claims == ("base-closes", "soldiers-leave")


def test_claims_with_errors_of_consistency_are_compared() -> None:
    early = [update("2020-01-01", outcome="came-true"), "date: 2019-01-01, outcome: kept"]
    found = between([claim({"related": "[nowhere]"}, early)], [claim({}, early)])
    assert fates(found) == [("base-closes", "changed")]
    assert (found.old_errors, found.new_errors) == (None, None)


def test_a_changed_time_zone_is_listed() -> None:
    old, new = state(claim()), state(claim(), head="timezone: Asia/Baghdad\n")
    assert [(it.name, it.field, it.old, it.new) for it in compare(old, new).tables] == [
        ("claims.yaml", "timezone", "UTC", "Asia/Baghdad")
    ]


@pytest.mark.parametrize(
    ("old", "new", "field", "before", "after"),
    [
        (
            "publisher: {name: A, url: https://a.example}",
            "",
            "publisher",
            "A, https://a.example",
            "",
        ),
        (
            "publisher: {name: A, url: https://a.example}",
            "publisher: {name: B, url: https://a.example}",
            *("publisher", "A, https://a.example", "B, https://a.example"),
        ),
        ("", "checks: {ignore: [W303]}", "checks", "", "ignore W303"),
        ("timezone: UTC", "timezone: Europe/Oslo", "timezone", "UTC", "Europe/Oslo"),
    ],
)
def test_each_changed_setting_of_a_file_is_listed_once(
    old: str, new: str, field: str, before: str, after: str
) -> None:
    sides = (state(claim(), another(), head=f"{head}\n" if head else "") for head in (old, new))
    assert [
        (it.field, value_words(it.old), value_words(it.new)) for it in compare(*sides).tables
    ] == [(field, before, after)]


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("version: 1\ntimezone: Europe/Oslo\nclaims: [\n", []),
        ("version: 1\ntimezone: [\nclaims: []\n", []),
        ("version: 1\ntimezone: Europa/Oslo\nclaims: []\n", ["publisher", "checks"]),
        ("version: 1\npublisher: {name: B}\nclaims: []\n", ["timezone", "checks"]),
        ("version: 1\nclaims: []\n  timezone: Europe/Oslo\n", []),
        ("- version: 1\n", []),
        ("Nothing of all this.\n", []),
        ("", []),
        ("\t", []),
        ('version: 1\n"timezone: Europe/Oslo\nclaims: []\n', []),
    ],
)
def test_an_unreadable_setting_is_not_listed(broken: str, expected: list[str]) -> None:
    head = "timezone: Europe/Oslo\npublisher: {name: A, url: https://a.example}\n"
    whole = state(claim(), head=head + "checks: {ignore: [W303]}\n")
    unreadable = readable([read(NAME, broken.encode())])
    for sides in ((whole, unreadable), (unreadable, whole)):
        assert [it.field for it in compare(*sides).tables] == expected


@given(states())
def test_nothing_has_changed_from_a_state_to_itself(claims: list[str]) -> None:
    assert between(claims, claims) == between([], [])


@given(states(), states())
def test_what_is_added_one_way_is_removed_the_other(one: list[str], two: list[str]) -> None:
    there, back = between(one, two), between(two, one)
    added = {change.id for change in there.claims if change.fate == "added"}
    removed = {change.id for change in back.claims if change.fate == "removed"}
    assert added == removed


def with_defaults(*claims: str, speaker: str = "A. Minister", due: str = "2027") -> Readable:
    """The claims of a file that has defaults."""
    defaults = f"{{speaker: {speaker}, source: paper-1, due: {due}}}"
    return state(*claims, head=f"defaults: {defaults}\n{SOURCES}")


def test_a_changed_default_is_listed_once_with_its_claims() -> None:
    minimal = {"speaker": None, "source": None}
    claims = (claim(minimal), another({**minimal, "due": "2026"}))
    found = compare(
        with_defaults(*claims), with_defaults(*claims, speaker="B. Minister", due="2028")
    )
    assert found.claims == ()
    assert [(it.table, it.field, it.claims) for it in found.tables] == [
        ("defaults", "speaker", ("base-closes", "soldiers-leave")),
        ("defaults", "due", ("base-closes",)),
    ]


def test_a_default_that_means_the_same_is_no_change() -> None:
    minimal = claim({"speaker": None, "source": None})
    old, new = with_defaults(minimal, due="2027-01"), with_defaults(minimal, due="January 2027")
    assert compare(old, new).tables == ()


def test_a_claim_that_takes_a_value_from_the_defaults_is_unchanged() -> None:
    old = state(claim({"source": "paper-1", "due": "2027"}), head=SOURCES)
    new = with_defaults(claim({"speaker": None, "source": None}))
    assert compare(old, new).claims == ()


def test_further_sources_are_a_change_of_the_source() -> None:
    old = state(claim({"source": "paper-1"}), head=SOURCES)
    new = state(claim({"source": "[paper-1, {source: paper-1, at: page 2}]"}), head=SOURCES)
    (change,) = compare(old, new).claims
    assert [it.field for it in change.single] == ["source"]


def test_each_new_source_of_an_update_is_a_change() -> None:
    update_of_two = "date: 2025-10-01, note: N., source: [paper-1, {title: A speech}]"
    old, new = state(claim(), head=SOURCES), state(claim(updates=[update_of_two]), head=SOURCES)
    (change,) = compare(old, new).claims
    assert [it.field for it in change.single] == ["note", "source", "source"]


def test_a_fact_holds_as_of_when_the_defaults_say_it_was_stated() -> None:
    facts = [claim({"kind": "fact", "stated": None}), another({"kind": "fact", "stated": None})]
    old, new = (f"defaults: {{stated: 2025-01-0{day}}}\n" for day in (2, 3))
    found = compare(state(*facts, head=old), state(*facts, head=new))
    assert found.claims == ()
    assert [(it.table, it.field, len(it.claims)) for it in found.tables] == [
        ("defaults", "stated", 2)
    ]
