"""What another program proposes: proven, or left out."""

import json
from datetime import date
from typing import Any

import pytest

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.proposals import ProposalError, Proposals, prompt_for, proven

ARTICLE = Article(
    "The port of Calder will open its terminal\nby June, Lena Harwick said. It has 300 cranes.\n"
    "The bridge will not close before 2027.",
    ArticleSource(published=date(2025, 5, 14)),
)
SENTENCE = "The port of Calder will open its terminal by June, Lena Harwick said."
TRUE = {
    "sentence": SENTENCE,
    "claim": "The port of Calder opens its terminal.",
    "kind": "commitment",
    "due_phrase": "by June",
    "due": "2025-06-01/2025-06-30",
    "speaker": "Lena Harwick",
}


def of(*drafts: Any) -> Proposals:
    return proven(ARTICLE, json.dumps({"drafts": drafts}))


def test_what_is_true_stays() -> None:
    proposals = of(TRUE)
    (draft,) = proposals.drafts.drafts
    assert proposals.left_out == ()
    assert (draft.claim, draft.due, draft.speaker) == (TRUE["claim"], "2025-06", "Lena Harwick")
    assert (draft.line, draft.start) == (1, 0)


@pytest.mark.parametrize(
    ("lie", "field", "value", "said"),
    [
        ({"due": "2025-07"}, "due", None, "its date `2025-07` is left out: `by June` comes to"),
        ({"due": "soon"}, "due", None, "its date `soon` is left out"),
        ({"due_phrase": "by May"}, "due_phrase", None, "`by May` does not stand in the sentence"),
        ({"due_phrase": None}, "due", None, "it names no phrase for it"),
        ({"speaker": "Tom Bell"}, "speaker", None, "its speaker `Tom Bell` is left out"),
        ({"role": 7}, "role", None, "its role `7` is left out"),
        ({"quantity": {"value": 900}}, "quantity", None, "its figure `900` is left out"),
        ({"quantity": "many"}, "quantity", None, "its figure `many` is left out"),
        ({"kind": "threat"}, "kind", "commitment", "`threat` is no kind of claim"),
        ({"claim": "Rome opens its terminal."}, "claim", None, "`Rome` is not in the article"),
        ({"claim": "The port will not open its terminal."}, "claim", None, "says `not`"),
        ({"claim": "The navy sinks every ship."}, "claim", None, "most of its words"),
    ],
)
def test_what_is_not_true_is_left_out_and_said(
    lie: dict[str, Any], field: str, value: str | None, said: str
) -> None:
    proposals = of(TRUE | lie)
    (draft,) = proposals.drafts.drafts
    (fault,) = proposals.left_out
    assert said in fault
    if field == "claim":
        assert draft.claim == SENTENCE
    else:
        assert getattr(draft, field) == value


@pytest.mark.parametrize("sentence", ["The port will burn.", "", "port of Cald"])
def test_a_sentence_that_is_not_there_is_no_draft(sentence: object) -> None:
    proposals = of(TRUE | {"sentence": sentence})
    assert proposals.drafts.drafts == ()
    assert "its sentence does not stand in the article" in proposals.left_out[0]


@pytest.mark.parametrize("sentence", [None, 7, ["The port will burn."]])
def test_a_draft_needs_a_sentence(sentence: object) -> None:
    proposals = of(TRUE | {"sentence": sentence})
    assert proposals.drafts.drafts == ()
    assert proposals.left_out[0].endswith("left out, since its `sentence` is no text")


def test_a_part_of_a_sentence_is_the_whole_of_it() -> None:
    (draft,) = of({"sentence": "close before 2027", "kind": "commitment"}).drafts.drafts
    assert draft.sentence == "The bridge will not close before 2027."


@pytest.mark.parametrize("answer", ["", "no", '{"drafts": 7}', "{" * 9999, "null"])
def test_an_answer_without_drafts_is_refused(answer: str) -> None:
    with pytest.raises(ProposalError, match=r"it wrote no JSON|no list of `drafts`"):
        proven(ARTICLE, answer)


def test_json_may_stand_between_words() -> None:
    answer = f"Here it is:\n```json\n{json.dumps([TRUE])}\n```\nDone."
    assert len(proven(ARTICLE, answer).drafts.drafts) == 1


@pytest.mark.parametrize(
    "words", ["<think>By June?</think>\n{}", "Here: {} Done.", "```JSON\n{}\n```"]
)
def test_json_is_found_whatever_stands_around_it(words: str) -> None:
    assert len(proven(ARTICLE, words.replace("{}", json.dumps([TRUE]))).drafts.drafts) == 1


@pytest.mark.parametrize(
    ("sentence", "phrase", "due"),
    [
        ("The port will close, Lena Harwick said on Tuesday.", "on Tuesday", "2025-05-20"),
        ("The bridge was shut in March.", "in March", "2026-03"),
        ("The line, originally due in 2027, opens in 2028.", "due in 2027", "2027"),
    ],
)
def test_a_day_of_saying_or_of_the_past_is_no_deadline(
    sentence: str, phrase: str, due: str
) -> None:
    article = Article(sentence, ARTICLE.source)
    proposed = {"sentence": sentence, "kind": "commitment", "due_phrase": phrase, "due": due}
    proposals = proven(article, json.dumps([proposed]))
    assert [(it.due_phrase, it.due) for it in proposals.drafts.drafts] == [(None, None)]
    assert proposals.left_out == (
        f"draft 1: its deadline is left out, since `{phrase}` is over, or that of another thing",
    )


def test_of_several_times_in_a_phrase_the_one_of_the_date_counts() -> None:
    sentence = "It is to open in early 2026 and in June 2027."
    proposed = {
        "sentence": sentence,
        "kind": "commitment",
        "due_phrase": "in early 2026 and in June 2027",
        "due": "2027-06",
    }
    (draft,) = proven(Article(sentence, ARTICLE.source), json.dumps([proposed])).drafts.drafts
    assert (draft.due_phrase, draft.due) == ("in June 2027", "2027-06")


def test_the_prompt_has_the_article_and_its_day() -> None:
    assert ARTICLE.text in prompt_for(ARTICLE)
    assert "2025-05-14" in prompt_for(ARTICLE)


def test_what_is_no_draft_is_left_out_alone() -> None:
    proposals = of(TRUE, 7, *[TRUE] * 500)
    assert len(proposals.drafts.drafts) == 499
    assert "its `sentence` is no text" in proposals.left_out[0]
    assert "2 more drafts than 500" in proposals.left_out[1]
