"""A draft in the terminal."""

from datetime import date

import pytest

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.beside_tracker import BesideTracker, PlacedDraft
from claim_tracker.drafting.drafts import drafts_of
from claim_tracker.render.terminal.drafts import draft_card, draft_head
from claim_tracker.render.terminal.layout import Layout
from tests.builders import widest

TEXT = "Lena Harwick said the port will hire 300 workers by the end of June."


def placed(text: str = TEXT) -> PlacedDraft:
    (draft,) = BesideTracker().placed(
        drafts_of(Article(text, ArticleSource(published=date(2025, 5, 14))))
    )
    return draft


def shown(
    placed: PlacedDraft, *, width: int = 80, color: bool = False, room: int | None = None
) -> str:
    return "\n".join(
        draft_card(
            placed,
            Layout(width=width, color=color),
            draft_head(placed, "1 of 2"),
            unnamed="The Post",
            room=room,
        )
    )


def test_what_was_found_is_said_below_the_sentence() -> None:
    text = shown(placed())
    assert text.startswith(f"Draft 1 of 2, line 1\n\n  {TEXT}\n")
    assert "deadline  by the end of June → 2025-06-30" in text
    assert "speaker   Lena Harwick" in text
    assert "figure    300 workers" in text


def test_where_nobody_is_named_it_is_said_who_is_written_as_the_speaker() -> None:
    text = shown(placed("The port will hire 300 workers by the end of June."))
    assert "  speaker   The Post (nobody is named)\n" in text


@pytest.mark.parametrize("number", ["12,345,678,901,234", "98,765,432,109.5"])
def test_a_figure_has_all_of_its_digits(number: str) -> None:
    found = placed(f"The port will pay {number} dollars by the end of June.")
    assert f"figure    {number} dollars" in shown(found)
    assert f"\x1b[1;32m{number} dollars\x1b[0m" in shown(found, color=True)


def test_what_was_found_is_marked_in_the_sentence() -> None:
    text = shown(placed(), color=True)
    for words in ("Lena Harwick", "300 workers", "by the end of June"):
        assert f"m{words}\x1b[0m" in text


def test_a_name_is_marked_whatever_its_quotes_and_case_are() -> None:
    sentence = "Qatar\u2019s minister said he will sign by the end of June."
    text = shown(placed(sentence), color=True)
    assert "\x1b[1;94mQatar\u2019s minister\x1b[0m" in text


def test_a_part_of_a_word_is_not_marked() -> None:
    sentence = "The announcement of Mr Ann said the port will open by the end of June."
    draft = placed(sentence)
    named = draft._replace(draft=draft.draft._replace(speaker="Ann"))
    assert "Mr \x1b[1;94mAnn\x1b[0m said" in shown(named, color=True)


def test_a_claim_that_does_not_fit_below_its_sentence_is_cut() -> None:
    sentence = f"Lena Harwick said the port will hire {'many, ' * 40}many men by the end of June."
    whole = shown(placed(sentence))
    height = whole.count("\n") + 1
    assert shown(placed(sentence), room=height) == whole
    cut = shown(placed(sentence), room=height - 2)
    assert cut.count("\n") == height - 3
    assert cut.split("  claim")[0] == whole.split("  claim")[0]
    assert "\u2026\n  kind" in cut
    assert "  claim     The port" in shown(placed(sentence), room=0)


def test_a_claim_without_spaces_is_cut_at_its_last_character() -> None:
    wide = placed()
    draft = wide.draft._replace(claim="港" * 60)
    cut = shown(wide._replace(draft=draft), width=40, room=0)
    assert f"claim     {'港' * 13}…\n" in cut


def test_no_line_is_wider_than_the_terminal() -> None:
    sentence = "Lena Harwick said 港の工事 will end by the end of June."
    assert widest(shown(placed(sentence), width=30).split("\n")) == 30


def test_a_date_that_is_not_resolved_is_said() -> None:
    assert "not resolved" in shown(placed("The port will open in the coming weeks."))


def test_hidden_characters_are_shown() -> None:
    text = shown(placed("The port will open\x1b[31m in June."))
    assert r"The port will open\x1b[31m in June." in text
    assert "\x1b" not in text
