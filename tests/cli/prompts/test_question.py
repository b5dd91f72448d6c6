"""A question: what an answer comes to, what is wrong with it, and what completes it."""

import pytest

from claim_tracker.claims.model import Claim
from claim_tracker.cli.options.field_options import field_type
from claim_tracker.cli.prompts.question import Choice, Question, Remark, listed

KINDS = Question(
    label="Kind",
    what="kind",
    choices=[Choice("commitment", "A promise."), Choice("prediction"), Choice("partly")],
    is_closed=True,
    needed=True,
    default="prediction",
    likely=lambda text: ["commitment"] if text == "promise" else [],
)
CLAIMS = Question(
    label="Claim",
    choices=[
        Choice("road-opens", "overdue: The road opens.", ("The road opens.",)),
        Choice("base-closes", "The base is shut.", ("The base is shut.",)),
    ],
    is_closed=True,
)
DUE = Question(
    label="Due",
    read=lambda text: field_type(Claim, "due").convert(text, None, None),
    advice="such as `2026-09`",
    comes_to=lambda text: "→ 31 Dec 2026" if text == "late 2026" else "",
)
NOTE = Question(label="Note", paragraphs=True)
TOPICS = Question(
    label="Topics",
    what="topic",
    choices=[Choice("Café", "of bases"), Choice("Troops", names=("Soldiers",))],
    several=True,
    default="Troops",
)


@pytest.mark.parametrize(
    ("question", "text", "remark"),
    [
        (KINDS, "", Remark("Enter: prediction · ↑ ↓ choose")),
        (KINDS, "1", Remark("commitment: A promise.")),
        (KINDS, "Pred", Remark("prediction")),
        (KINDS, "promise", Remark("do you mean `commitment`?")),
        (KINDS, "predixion", Remark("do you mean `prediction`?")),
        (KINDS, "p", Remark("`p` may be `prediction` or `partly`.")),
        (KINDS, "-", Remark("is needed", is_wrong=True)),
        (
            KINDS,
            "x y",
            Remark("unknown kind `x y`; known are commitment, prediction, partly.", is_wrong=True),
        ),
        (CLAIMS, "is shut", Remark("do you mean `base-closes`?")),
        (CLAIMS, "overdue", Remark("unknown answer `overdue`; known are road-opens, base-closes.")),
        (DUE, "", Remark("Enter leaves it out · such as `2026-09`")),
        (DUE, "-", Remark("leaves it out")),
        (DUE, "late 2026", Remark("→ 31 Dec 2026")),
        (DUE, "2026", Remark("such as `2026-09`")),
        (DUE, "late", Remark("`late` has no year; write the year too, as in `late 2025`.", True)),
        (NOTE, "", Remark("Enter leaves it out · Alt-Enter begins a new line")),
        (NOTE, "The base is shut.", Remark("Alt-Enter begins a new line")),
        (TOPICS, "", Remark("Enter: Troops · → edits it · Tab lists")),
        (TOPICS, "New, cafe", Remark("")),
        (TOPICS, "New, CAFÉ", Remark("Café: of bases")),
        (TOPICS, "soldiers", Remark("Troops")),
    ],
)
def test_what_is_said_while_an_answer_is_typed(
    question: Question, text: str, remark: Remark
) -> None:
    assert question.remark(text) == remark


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        (KINDS, "", ["commitment", "prediction", "partly"]),
        (KINDS, "p", ["prediction", "partly", "commitment"]),
        (KINDS, "2", ["prediction"]),
        (KINDS, "9", []),
        (TOPICS, "caf", ["Café"]),
        (TOPICS, "BASES", ["Café"]),
    ],
)
def test_what_completes_an_answer(question: Question, text: str, values: list[str]) -> None:
    assert [choice.value for choice in question.completions(text)] == values


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Erbil, Washington, D.C.", ["Erbil", "Washington", "D.C."]),
        ('Erbil, "Washington, D.C.", Basra', ["Erbil", "Washington, D.C.", "Basra"]),
        ('"Erbil"', ["Erbil"]),
        ('"a ""b"", c",d', ['a "b", c', "d"]),
        ('"Iron Dome" sites, 5" shells', ['"Iron Dome" sites', '5" shells']),
        ('Erbil, "Washington, D', ["Erbil", "Washington, D"]),
        (" , a,, b ,", ["a", "b"]),
    ],
)
def test_quotes_keep_the_commas_of_a_part(text: str, parts: list[str]) -> None:
    assert TOPICS.parts(text) == parts
    assert TOPICS.parts(listed(parts)) == parts


@pytest.mark.parametrize(
    ("text", "begun"),
    [("a, b", (3, "b")), ("a, ", (3, "")), ("", (0, "")), ('a,"b, c', (2, "b, c"))],
)
def test_the_last_part_is_completed_where_it_begins(text: str, begun: tuple[int, str]) -> None:
    assert TOPICS.begun_part(text) == begun
    assert DUE.begun_part(text) == (0, text)


def test_of_many_choices_some_are_named() -> None:
    choices = [Choice(f"id-{number}") for number in range(20)]
    many = Question(label="Id", choices=choices, is_closed=True)
    assert many.listed.endswith("id-11 and 8 more")
    assert many.refusal("id-").message.endswith("`id-11` and 8 more.")
    assert Question(label="Id", what="id").listed == "no id is known yet"
