"""`tracker record` and `tracker add` without options: questions and answers."""

import pytest

from tests.conftest import NOW, CommandLine
from tests.processes import process, tracker_at_a_terminal
from tests.samples import another, assert_valid, claim, claims_file

NAME = "data/claims.yaml"
HEAD = """\
sources:
  iswnews-1: {url: https://example.org/report, published: 2025-08-18}
  rudaw-1: {url: https://example.org/rudaw, published: 2026-01-17}
places: {erbil: {name: Erbil}, baghdad: {name: Baghdad}}
"""
PLACES = {"places": "[erbil, baghdad]", "topic": "Bases", "role": "minister", "tags": "[men]"}
CLAIMS = claims_file(
    claim({"source": "iswnews-1", **PLACES}),
    another({"source": "rudaw-1", "kind": "fact", "quantity": "{value: 9, unit: men}"}),
    head=HEAD,
)


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, CLAIMS)
    return tracker


def content(tracker: CommandLine) -> str:
    return (tracker.folder / NAME).read_bytes().decode()


def answered(tracker: CommandLine, *arguments: str, answers: list[str]) -> tuple[str, str]:
    """What is in the file after the answers and a yes, and what was asked."""
    tracker.answers(*answers, "y")
    ran = tracker(*arguments)
    assert ran.status == 0, ran.err
    assert_valid(content(tracker), today=NOW.date())
    return content(tracker), ran.err


def test_an_update_is_asked_for_with_the_words_of_its_kind(claims: CommandLine) -> None:
    new, asked = answered(
        claims,
        *("record", "base-closes"),
        answers=["kept", "It has: closed.", "rudaw-1", "Jan 2026", ""],
    )
    assert "The promise was kept." in asked
    assert "came-true" not in asked
    assert "Takes an earlier outcome back." not in asked
    update = ["date: 2026-01-17", "outcome: kept", "happened: 2026-01", "note: 'It has: closed.'"]
    lines = "\n        ".join([*update, "source: rudaw-1"])
    assert f"    updates:\n      - {lines}\n  - id: soldiers-leave\n" in new


def test_a_claim_is_offered_with_why_it_has_to_be_looked_at(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"due": "2025-09"}), another({}), head=HEAD))
    tracker.answers()
    asked = tracker("record").err
    assert "1 base-closes     overdue by 419 days: The base closes." in asked
    assert "2 soldiers-leave  last looked at 462 days ago: " in asked


def test_the_numbers_of_choices_are_in_line(tracker: CommandLine) -> None:
    claims = (claim({"id": f"c{n}", "claim": f"It is {n}."}) for n in range(10))
    tracker.file(NAME, claims_file(*claims, head=HEAD))
    tracker.answers()
    asked = tracker("record").err
    assert asked.startswith("   1 c0  ")
    assert "\n  10 c9  " in asked


def test_no_key_is_named_that_is_none_where_questions_are_asked_line_by_line(
    claims: CommandLine,
) -> None:
    claims.answers("kept")
    assert "Note, in your own words" in (asked := claims("record", "base-closes").err)
    assert "Alt-Enter" not in asked


@pytest.mark.parametrize(("answer", "line"), [("", "happened: 2026-01-17\n"), ("-", "source:")])
def test_the_day_of_the_source_is_proposed_as_when_it_happened(
    claims: CommandLine, answer: str, line: str
) -> None:
    answers = ["kept", "", "rudaw-1", answer, ""]
    new, asked = answered(claims, "record", "base-closes", answers=answers)
    assert "When it happened [2026-01-17]" in asked
    assert f"outcome: kept\n        {line}" in new


def test_no_day_it_happened_is_proposed_without_the_source(claims: CommandLine) -> None:
    answers = ["kept", "", "https://example.org/x", "", "", "", "", "", ""]
    new, asked = answered(claims, "record", "base-closes", answers=answers)
    assert "When it happened: " in asked
    assert f"date: {NOW.date()}\n        outcome: kept\n        source:" in new


def test_no_other_deadline_is_asked_for_with_an_outcome(claims: CommandLine) -> None:
    claims.answers("kept")
    assert "The deadline is now" not in claims("record", "base-closes").err
    claims.answers("")
    assert "How does the matter stand?" in claims("record", "base-closes").err


def test_a_fact_is_asked_for_its_figure(claims: CommandLine) -> None:
    source = ["https://example.org/x", "", "Rudaw", "2026-02-01", ""]
    answers = ["", "about 5 men", "", *source, ""]
    new, asked = answered(claims, "record", "soldiers-leave", answers=answers)
    assert "How does the matter stand?" not in asked
    assert new.endswith("""\
    updates:
      - date: 2026-02-01
        quantity: {value: 5, unit: men, approximate: true}
        source: {url: https://example.org/x, publisher: Rudaw, published: 2026-02-01}
""")


def test_what_is_in_brackets_can_be_left_out(claims: CommandLine) -> None:
    source = ["iswnews-1", "", "", ""]
    answers = ["Erbil stays.", "commitment", "A. Minister", "-", "", *source, *[""] * 6]
    new, asked = answered(claims, "add", answers=answers)
    assert "Their office [minister]" in asked
    assert new.count("role:") == 1


def test_a_wrong_answer_is_refused_and_asked_for_again(claims: CommandLine) -> None:
    answers = ["kpt", "n", "kept", "", "rudw", "n", "n", "rudw", "y", "soon", "2026", ""]
    new, asked = answered(claims, "record", "base-closes", answers=answers)
    assert "Do you mean `kept`? [Y/n]" in asked
    assert "unknown outcome `kpt`; known are kept, partly-kept" in asked
    assert "`soon` is not a date that is accepted" in asked
    assert "Do you mean `rudaw-1`? [Y/n]" in asked
    assert "Is it the title of one without an address? [y/N]" in asked
    assert "source: rudaw-1\n  - id: soldiers-leave" in new


def test_an_address_without_its_scheme_is_no_slip_of_another(claims: CommandLine) -> None:
    answers = ["kept", "", "example.org/rudaw-2", "y", "", "", "2026-01-02", "", "", ""]
    new, asked = answered(claims, "record", "base-closes", answers=answers)
    assert "Do you mean `https://example.org/rudaw-2`? [Y/n]" in asked
    assert "{url: https://example.org/rudaw-2, published: 2026-01-02}" in new


def test_what_is_given_is_not_asked_for(claims: CommandLine) -> None:
    given = ("--date", "2026-01-20", "--source", "rudaw-1")
    new, _ = answered(claims, "record", "base-closes", *given, answers=["", "stalled", "", ""])
    assert "- date: 2026-01-20\n        progress: stalled\n        source: rudaw-1\n" in new


def test_empty_replies_are_no_update(claims: CommandLine) -> None:
    claims.answers(*[""] * 9)
    ran = claims("record", "base-closes")
    assert (ran.status, "nothing to record" in ran.err) == (0, True)
    assert content(claims) == CLAIMS


def test_the_claim_that_is_asked_about_is_coloured_as_wanted(claims: CommandLine) -> None:
    claims.terminal(80)
    for option, coloured in (("auto", True), ("never", False), ("always", True)):
        claims.answers("", "", "")
        shown = claims("record", "base-closes", "--color", option).err
        assert ("\x1b[1mHistory\x1b[0m" in shown) == coloured


@pytest.mark.parametrize("answers", [[], ["kept"], ["kept", "note", "rudaw-1", "2026", ""]])
def test_who_leaves_writes_nothing(claims: CommandLine, answers: list[str]) -> None:
    claims.answers(*answers)
    assert claims("record", "base-closes").status == 130
    assert content(claims) == CLAIMS


def test_values_of_an_update_that_fails_are_not_lost(claims: CommandLine) -> None:
    claims.answers("kept", "it's so", "rudaw-1", "2026-06", "2026-01-17", "n")
    ran = claims("record", "base-closes")
    assert ran.status == 0
    assert "`happened` is `2026-06`, after its update of 2026-01-17" in ran.err
    assert (
        "Your answers, to go on with: tracker record base-closes --outcome kept "
        """--note 'it'"'"'s so' --source rudaw-1 --happened 2026-06 --date 2026-01-17\n"""
    ) in ran.err


def test_values_of_a_claim_that_fails_are_not_lost(claims: CommandLine) -> None:
    answers = ["It's so.", "fact", "Somebody", "", "", "https://example.org/x", "T", "", "2026", ""]
    more = ["2027", "2025", "about 2 men", "", "erbil", "a, b", "base-closes", "no"]
    claims.answers(*answers, *more)
    err = claims("add").err
    assert "the id `base-closes` is used twice" in err
    assert (
        f"""tracker add --to {NAME} --claim 'It'"'"'s so.' --kind fact --speaker Somebody """
        "--source-url https://example.org/x --source-title T --source-published 2026 "
        "--stated 2027 --holds-as-of 2025 --quantity 'about 2 men' --place erbil --tag a --tag b "
        "--id base-closes\n"
    ) in err
    assert content(claims) == CLAIMS


def test_a_claim_is_asked_for_and_offered_what_is_there(claims: CommandLine) -> None:
    answers = [
        "Erbil stays.",
        "commitment",
        "a. ministre",
        "y",
        "",
        "",
        "iswnew",
        "y",
        "",
        "2027",
    ]
    answers += ["bases", "erbl", "y", "men, new", ""]
    new, asked = answered(claims, "add", answers=answers)
    assert "Known are A. Minister." in asked
    assert (
        new
        == f"""{CLAIMS}\
  - id: erbil-stays
    claim: Erbil stays.
    kind: commitment
    topic: Bases
    speaker: A. Minister
    role: minister
    due: 2027
    source: iswnews-1
    places: [erbil]
    tags: [men, new]
"""
    )


def test_a_claim_with_a_new_source_needs_a_day(claims: CommandLine) -> None:
    source = ["https://example.org/x", "Title", "", "", ""]
    answers = [
        "It is.",
        "fact",
        "Somebody",
        "",
        "",
        *source,
        "",
        "",
        "2026-01-01",
        *[""] * 5,
        "it-is",
    ]
    new, asked = answered(claims, "add", "--role", "none", answers=[*answers[:3], *answers[4:]])
    assert asked.count("Stated on: an answer is needed.") == 2
    assert new.endswith("""\
  - id: it-is
    claim: It is.
    kind: fact
    speaker: Somebody
    role: none
    stated: 2026-01-01
    source: {url: https://example.org/x, title: Title}
""")


@pytest.mark.slow
def test_at_a_real_terminal(claims: CommandLine) -> None:
    arguments = ("record", "base-closes", "--note", "n", "--date", "2025-09-01")
    ran = tracker_at_a_terminal(*arguments, answers="y\n")
    assert (ran.status, "Write this? " in ran.out) == (0, True)
    assert "      - date: 2025-09-01\n        note: n\n" in content(claims)


def test_the_line_editor_is_imported_only_to_ask(claims: CommandLine) -> None:
    program = (
        "import sys; from claim_tracker.cli.main import run;"
        "run(['status']); run(['add', '--help']);"
        "run(['record', 'base-closes', '--note', 'n', '-y']);"
        "sys.exit('prompt_toolkit' in sys.modules)"
    )
    ran = process("-c", program)
    assert (ran.status, "note: n" in content(claims)) == (0, True), ran.err
