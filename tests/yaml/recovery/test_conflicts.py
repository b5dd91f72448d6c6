"""Of a merge conflict it is said which claims stand on each side, and what to keep."""

import pytest

from tests.samples import NEWS, another, check, claim, claims_file

BEGIN, BASE, MIDDLE, END = "<<<<<<< HEAD\n", "||||||| 12ab\n", "=======\n", ">>>>>>> theirs\n"
DELETE = ", and delete the markers"
KEEP = "keep what both sides added, and one version of what both changed"
ROAD = claim({"id": "road-opens", "claim": "The road opens."})
BRIDGE = claim({"id": "bridge-built", "claim": "The bridge is built."})
UPDATES = "    updates:\n"
LATER = f"      - date: 2025-11-01\n        outcome: kept\n        source: {NEWS}\n"
LATEST = LATER.replace("11-01", "12-01").replace("kept", "broken")
ADDED = f"the first side has `road-opens`, the second `bridge-built`: keep each of them{DELETE}"
CUT = (
    "the first side has `road-opens`, the second `bridge-built`, cut in the middle: write out each "
    f"of them whole, with the lines around the conflict that are the same in both{DELETE}"
)
CHANGED = f"both sides changed `base-closes`: {KEEP}{DELETE}"


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    """What git writes of two sides, with their base in the styles that have it."""
    return BEGIN + ours + (BASE + base if base is not None else "") + MIDDLE + theirs + END


def helps(text: str) -> list[str]:
    """The helps of the conflicts of a text, in which nothing else is found."""
    found = check(text).findings
    assert {(each.code, each.message) for each in found} == {
        ("E002", "an unresolved merge conflict begins here")
    }
    return [each.help for each in found]


@pytest.mark.parametrize("base", [None, ""])
def test_of_two_added_claims_both_are_kept(base: str | None) -> None:
    assert helps(claims_file(claim(), conflict(ROAD, BRIDGE, base))) == [ADDED]


def test_two_added_claims_that_git_cut_are_written_out_whole() -> None:
    ours, theirs = ROAD.splitlines(True), BRIDGE.splitlines(True)
    source = "    source: {url: https://example.org/2, published: 2025-08-18}\n"
    text = claims_file(
        claim(),
        conflict("".join(ours[:2]), "".join(theirs[:2])),
        *ours[2:-1],
        conflict(ours[-1], source),
    )
    assert helps(text) == [CUT, CUT]


def test_of_two_names_of_one_entry_one_is_kept() -> None:
    rest = ROAD.partition("\n")[2]
    ids = conflict("  - id: road\n", "  - id: street\n") + rest
    keys = conflict("  road:\n", "  street:\n") + "    name: Road\n"
    named = f"the first side names this `road`, the second `street`: keep one of the two{DELETE}"
    assert helps(claims_file(claim(), ids)) == [named]
    assert helps(claims_file(claim({"places": "[road]"}), head=f"places:\n{keys}")) == [named]


def test_a_blank_line_ahead_of_a_claim_belongs_to_neither() -> None:
    assert helps(claims_file(claim(), conflict(f"\n{ROAD}", f"\n{BRIDGE}"))) == [ADDED]


@pytest.mark.parametrize("base", [None, ""])
def test_of_two_added_updates_both_are_kept(base: str | None) -> None:
    text = claims_file(claim(), UPDATES, conflict(LATER, LATEST, base))
    whole = claims_file(claim(), conflict(UPDATES + LATER, UPDATES + LATEST, base))
    assert helps(text) == helps(whole) == [CHANGED]


@pytest.mark.parametrize("base", [None, "    due: 2026-09\n"])
def test_of_a_changed_deadline_one_version_is_kept(base: str | None) -> None:
    lines = conflict("    due: 2026-10\n", "    due: 2026-12\n", base)
    assert helps(claims_file(claim() + lines, another())) == [CHANGED]


@pytest.mark.parametrize("sides", [("", ROAD), (ROAD, "")])
def test_of_a_claim_on_one_side_somebody_decides(sides: tuple[str, str]) -> None:
    assert helps(claims_file(claim(), conflict(*sides))) == [
        f"only one side has these lines of `road-opens`: keep or delete them{DELETE}"
    ]


def test_entries_of_a_section_are_named_by_their_keys() -> None:
    one, two = "  port: {name: Port}\n", "  camp: {name: Camp}\n"
    text = claims_file(claim({"places": "[port]"}), head=f"places:\n{conflict(one, two)}")
    assert helps(text) == [
        f"the first side has `port`, the second `camp`: keep each of them{DELETE}"
    ]


def test_of_many_claims_the_first_are_named() -> None:
    many = "".join(claim({"id": f"c-{n}", "claim": f"Claim {n}."}) for n in range(6))
    (advice,) = helps(claims_file(claim(), conflict(many, BRIDGE)))
    assert advice.startswith("the first side has `c-0`, `c-1`, `c-2`, `c-3` and 2 more, the second")


@pytest.mark.parametrize(
    "head", [conflict("timezone: UTC\n", "timezone: Asia/Baghdad\n"), f"{BEGIN}timezone: UTC\n"]
)
def test_what_is_of_no_entry_is_kept_in_one_version(head: str) -> None:
    assert helps(claims_file(claim(), head=head)) == [KEEP + DELETE]


def test_a_claim_without_an_id_has_no_name() -> None:
    nameless = ROAD.replace("id: road-opens\n    ", "")
    found = check(claims_file(claim(), conflict(nameless, ""))).findings
    assert found[0].help == KEEP + DELETE


def test_only_so_many_conflicts_are_looked_at() -> None:
    text = claims_file(
        *(conflict(claim({"id": f"c-{n}", "claim": f"C {n}."}), "") for n in range(25))
    )
    assert len(helps(text)) == 20


def test_lines_of_a_claim_that_only_one_side_has_are_not_the_claim() -> None:
    lines = claim().splitlines(True)
    text = claims_file("".join(lines[:-1]) + conflict("", "    topic: Bases\n") + lines[-1])
    assert helps(text) == [
        f"only one side has these lines of `base-closes`: keep or delete them{DELETE}"
    ]


def test_of_what_both_sides_have_one_version_is_kept() -> None:
    changed = ROAD.replace("The road opens.", "The road opens early.")
    (advice,) = helps(claims_file(claim(), conflict(ROAD, changed + BRIDGE)))
    assert advice == (
        "the first side has `road-opens`, the second `road-opens` and `bridge-built`: keep one"
        f" version of `road-opens`, and each of the others{DELETE}"
    )
