"""The score itself, on invented drafts."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from claim_tracker.drafting.article import Article
from tests.drafting.annotated import (
    AnnotatedArticle,
    AnnotatedDraft,
    AnnotatedFigure,
    AnnotatedSentence,
    annotated_articles,
)
from tests.drafting.scoring import (
    Draft,
    Score,
    Share,
    error_list,
    main,
    same_sentence,
    score,
    table,
    total,
)

JUNE = (date(2026, 6, 1), date(2026, 6, 30))
BERTHS = "The port will open two berths by June, Lena Harwick said."
STAFF = "Staff will follow soon, she added."
MAY = "The port may grow."
PAST = "The old port closed in 2019."
PORT = AnnotatedArticle(
    "port",
    Article(" ".join((BERTHS, STAFF, MAY, PAST))),
    (
        AnnotatedSentence(
            BERTHS,
            (
                AnnotatedDraft(
                    "by June",
                    JUNE,
                    (),
                    "commitment",
                    ("Lena Harwick", "Harwick"),
                    (AnnotatedFigure(2, ("berths", "new berths"), approximate=False),),
                ),
            ),
        ),
        AnnotatedSentence(
            STAFF, (AnnotatedDraft("soon", None, (), "commitment", ("Lena Harwick",), (None,)),)
        ),
    ),
    (MAY,),
)


def draft(sentence: str, **changed: Any) -> dict[str, Any]:
    """A draft of the sentence, without a deadline or a figure but for what is changed."""
    return {
        "sentence": sentence,
        "claim": sentence,
        "kind": "commitment",
        "due_phrase": None,
        "due": None,
        "earliest": None,
        "latest": None,
        "speaker": "Lena Harwick",
        "quantity": None,
    } | changed


TWO_BERTHS: dict[str, Any] = {"value": 2, "unit": "berths", "approximate": False}
IN_JUNE = {"due_phrase": "by June", "earliest": "2026-06-01", "latest": "2026-06-30"}
GOOD = [draft(BERTHS, quantity=TWO_BERTHS, **IN_JUNE), draft(STAFF, due_phrase="soon")]


def scored(*drafts: Draft) -> Score:
    return score(PORT, drafts)


def of_annotations(annotated: AnnotatedArticle) -> Iterable[Draft]:
    """The drafts that the annotations of the article ask for."""
    for claim in annotated.claims:
        for each in claim.drafts:
            due = each.due or (None, None)
            figure = each.figures[0]
            yield draft(
                claim.sentence,
                kind=each.kind,
                due_phrase=each.due_phrase,
                earliest=due[0] and due[0].isoformat(),
                latest=due[1] and due[1].isoformat(),
                speaker=each.speakers[0],
                quantity=figure
                and {
                    "value": figure.value,
                    "unit": figure.units[0],
                    "approximate": figure.approximate,
                },
            )


@pytest.mark.parametrize("annotated", annotated_articles(), ids=lambda each: each.name)
def test_what_the_annotations_ask_for_has_no_miss(annotated: AnnotatedArticle) -> None:
    assert score(annotated, of_annotations(annotated)).misses == ()


def test_right_drafts_count_in_each_share() -> None:
    assert scored(*GOOD) == Score(
        Share(2, 2), Share(2, 2), Share(1, 1), Share(2, 2), Share(2, 2), Share(2, 2)
    )


def test_a_sentence_without_a_draft_is_not_found() -> None:
    result = scored(GOOD[0])
    assert result.found == Share(1, 2)
    assert result.speakers == Share(1, 1)


def test_no_draft_at_all_finds_and_resolves_nothing() -> None:
    result = scored()
    assert result[:4] == (Share(0, 2), Share(0, 0), Share(0, 1), Share(0, 0))


def test_what_may_be_drafted_is_right() -> None:
    assert scored(draft(MAY)).precise == Share(1, 1)


def test_any_other_sentence_is_wrongly_drafted() -> None:
    assert scored(*GOOD, draft(PAST)).precise == Share(2, 3)


def test_two_drafts_of_a_sentence_count_as_one_sentence() -> None:
    assert scored(draft(PAST), draft(PAST)).precise == Share(0, 1)


def test_other_days_of_the_same_phrase_are_misread() -> None:
    result = scored(GOOD[0] | {"latest": "2026-07-01"}, GOOD[1])
    assert (result.deadlines, result.misread, result.invented) == (Share(0, 1), 1, 0)


def test_days_of_another_phrase_are_invented() -> None:
    extra = draft(BERTHS, due_phrase="said", earliest="2026-01-01", latest="2026-01-01")
    result = scored(*GOOD, extra)
    assert (result.deadlines, result.misread, result.invented) == (Share(1, 1), 0, 1)


def test_days_for_what_cannot_be_resolved_are_invented() -> None:
    result = scored(GOOD[0], GOOD[1] | {"earliest": "2026-06-01", "latest": "2026-06-30"})
    assert (result.misread, result.invented) == (0, 1)


def test_another_reading_that_is_annotated_is_not_invented() -> None:
    other = PORT.claims[1].drafts[0]._replace(also_due=(JUNE,))
    article = PORT._replace(claims=(PORT.claims[0], AnnotatedSentence(STAFF, (other,))))
    drafts = [GOOD[0], GOOD[1] | {"earliest": "2026-06-01", "latest": "2026-06-30"}]
    assert score(article, drafts).misses == ()


def test_a_draft_without_days_leaves_the_deadline_open() -> None:
    result = scored(GOOD[0] | {"earliest": None, "latest": None}, GOOD[1])
    assert (result.deadlines, result.misread, result.invented) == (Share(0, 1), 0, 0)


def test_a_wrong_kind_is_counted() -> None:
    assert scored(GOOD[0] | {"kind": "fact"}, GOOD[1]).kinds == Share(1, 2)


@pytest.mark.parametrize("speaker", ["Lena Harwick", "Harwick", "the Harwick", "lena  harwick"])
def test_each_annotated_name_is_right(speaker: str) -> None:
    assert scored(GOOD[0] | {"speaker": speaker}, GOOD[1]).speakers == Share(2, 2)


@pytest.mark.parametrize("speaker", [None, "", "Lena", "the port"])
def test_any_other_name_is_wrong(speaker: str | None) -> None:
    assert scored(GOOD[0] | {"speaker": speaker}, GOOD[1]).speakers == Share(1, 2)


def test_nobody_is_right_where_nobody_is_annotated() -> None:
    claim = AnnotatedSentence(STAFF, (PORT.claims[1].drafts[0]._replace(speakers=(None,)),))
    article = PORT._replace(claims=(claim,))
    assert score(article, [draft(STAFF, speaker=None)]).speakers == Share(1, 1)
    assert score(article, [draft(STAFF)]).speakers == Share(0, 1)


@pytest.mark.parametrize(
    "quantity",
    [
        None,
        TWO_BERTHS | {"value": 3},
        TWO_BERTHS | {"unit": "ships"},
        TWO_BERTHS | {"approximate": True},
    ],
)
def test_a_wrong_figure_is_counted(quantity: dict[str, Any] | None) -> None:
    assert scored(GOOD[0] | {"quantity": quantity}, GOOD[1]).figures == Share(1, 2)


def test_a_figure_where_there_is_none_is_wrong() -> None:
    assert scored(GOOD[0], GOOD[1] | {"quantity": TWO_BERTHS}).figures == Share(1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We will open.”", '"We  will\nopen."'),
        (
            "It opens in full to all ships by June, she said.",
            "CALDER - It opens in full to all ships by June, she said.",
        ),
    ],
)
def test_a_sentence_is_the_same_but_for_spaces_quotes_and_a_rest(one: str, other: str) -> None:
    assert same_sentence(one, other)
    assert same_sentence(other, one)


def test_a_part_of_a_sentence_is_another() -> None:
    assert not same_sentence("It opens by June", "It opens by June, she said in a long talk.")


def test_the_table_ends_with_all_articles_together() -> None:
    scores = {"one": scored(*GOOD), "two": scored(draft(PAST))}
    *_, last = table(scores).splitlines()
    shares = "2/4 50 % 2/3 67 % 1/2 50 % 2/2 100 % 2/2 100 % 2/2 100 %"
    assert " ".join(last.split()) == f"all {shares} 0 0"
    assert total(scores.values()).found == Share(2, 4)


def test_each_miss_is_listed_with_its_sentence() -> None:
    listed = error_list({"port": scored(GOOD[0] | {"speaker": None}, draft(PAST))})
    assert listed == (
        f"port: not found\n  {STAFF}\n  expected: 1 drafts\n  drafted:  none\n"
        f"port: not to be drafted\n  {PAST}\n  expected: none\n"
        "  drafted:  no deadline (no dates)\n"
        f"port: speaker\n  {BERTHS}\n  expected: Lena Harwick\n  drafted:  nobody\n"
    )


class OneFigure(NamedTuple):
    value: float
    unit: str
    approximate: bool


class OneDraft(NamedTuple):
    sentence: str
    kind: str
    due_phrase: str | None
    earliest: date | None
    latest: date | None
    speaker: str | None
    quantity: OneFigure | None


FILE = """\
title: Two berths
publisher: Calder Gazette
url: https://example.org/berths
published: 2026-01-05
text: |
  The port will open two berths
  by June, Lena Harwick said.
claims:
  - sentence: "The port will open two berths by June, Lena Harwick said."
    drafts:
      - due_phrase: by June
        due: [2026-06-01, 2026-06-30]
        kind: commitment
        speaker: [Lena Harwick, Harwick]
        quantity: {value: 2, unit: [berths], approximate: false}
may: []
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an annotated article, from which the rules draft all but the speaker."""
    (tmp_path / "berths.yaml").write_text(FILE, "utf-8")
    of_it = OneDraft(
        BERTHS, "commitment", "by June", *JUNE, None, OneFigure(2, "berths", approximate=False)
    )
    drafting = SimpleNamespace(drafts_of=lambda _article: SimpleNamespace(drafts=(of_it,)))
    monkeypatch.setitem(sys.modules, "claim_tracker.drafting.drafts", drafting)
    return tmp_path


def test_a_folder_is_scored_by_article_and_in_sum(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(folder)])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "article",
        "berths",
        "all",
    ]


def test_errors_are_shown_when_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--errors"])
    assert capsys.readouterr().out.startswith(
        f"berths: speaker\n  {BERTHS}\n  expected: Lena Harwick\n  drafted:  nobody\n\narticle"
    )


def test_the_sum_is_a_table_for_the_docs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--markdown"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "| of 1 articles | right | |"
    assert "| deadlines that can be resolved, with the right days | 1 of 1 | 100 % |" in lines
    assert lines[-1] == "| drafts with days for what has none | 0 | |"
